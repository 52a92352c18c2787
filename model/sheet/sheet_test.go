package sheet_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"astute/model"
	"astute/model/modeltest"
	"astute/model/sheet"

	"pgregory.net/rapid"
)

var today = model.NewDate(2026, 3, 18)

// options lay text out in which every character takes a column.
func options(w int) sheet.Options {
	return sheet.Options{W: w, Measure: utf8.RuneCountInString, Wrap: wrap, Keys: true}
}

// wrap breaks a text at blanks, and a word that is too long where it must.
func wrap(text string, w int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		for utf8.RuneCountInString(word) > w {
			if line != "" {
				lines, line = append(lines, line), ""
			}
			runes := []rune(word)
			lines, word = append(lines, string(runes[:w])), string(runes[w:])
		}
		switch {
		case line == "":
			line = word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) <= w:
			line += " " + word
		default:
			lines, line = append(lines, line), word
		}
	}
	return append(lines, line)
}

// book makes a plan of any of what a strategy can hold.
func book(t *rapid.T) *model.Plan {
	n := 0
	head := func(account model.ID) model.Head {
		n++
		id, err := model.ParseID(fmt.Sprintf("01hzzzzzzzzzzzzzzzzzzz%04d", n))
		if err != nil {
			t.Fatal(err)
		}
		return model.Head{ID: id, Account: account}
	}
	word := rapid.SampledFrom(append(modeltest.Naughty(), "Short", "A text that is somewhat longer than a narrow column can hold on one line", ""))
	text := func(name string) string { return model.CleanLine(word.Draw(t, name)) }
	number := func(name string) model.Number {
		if i := rapid.Int64Range(-3, 3).Draw(t, name); i != 0 {
			return model.NumberOf(i)
		}
		return model.Number{}
	}
	day := func(name string) model.Date {
		if i := rapid.IntRange(-900, 900).Draw(t, name); i%3 != 0 {
			return today.AddDays(i)
		}
		return model.Date{}
	}
	account := &model.Account{Head: head(model.ID{}), Name: "Acme"}
	var records []model.Record
	for range rapid.IntRange(0, 4).Draw(t, "of each") {
		c := &model.Contact{Head: head(account.ID), Name: text("contact"), Influence: model.Level(rapid.IntRange(0, 3).Draw(t, "influence"))}
		i := &model.Initiative{Head: head(account.ID), Name: text("initiative"), Owner: c.ID, Priority: model.Level(rapid.IntRange(0, 3).Draw(t, "priority")), Status: model.Progress(rapid.IntRange(0, 5).Draw(t, "status"))}
		ch := &model.Challenge{Head: head(account.ID), Name: text("challenge"), Initiative: i.ID}
		so := &model.Solution{Head: head(account.ID), Name: text("solution"), Challenge: ch.ID, How: text("how")}
		g := &model.Goal{Head: head(account.ID), Metric: text("metric"), UnitOfMeasure: text("unit"), Baseline: number("baseline"), Current: number("current"), Target: number("target"), By: day("by")}
		co := &model.Competitor{Head: head(account.ID), Name: text("competitor"), Strengths: text("strengths"), Counterpoints: text("counterpoints"), ContractEnd: day("end")}
		sw := &model.Swot{Head: head(account.ID), Quarter: model.Quarter(rapid.IntRange(1, 4).Draw(t, "quarter")), Text: text("swot"), Evidence: text("evidence")}
		st := &model.BuyingStep{Head: head(account.ID), Name: text("step"), Expected: day("expected"), Status: model.StepStatus(rapid.IntRange(0, 3).Draw(t, "step status"))}
		cr := &model.Criterion{Head: head(model.ID{}), Name: text("criterion"), Group: model.CriterionGroup(rapid.IntRange(0, 3).Draw(t, "group"))}
		records = append(records, c, i, g, co, sw, st, cr)
		if rapid.Bool().Draw(t, "linked") {
			records = append(records, ch, so, &model.ICPAnswer{Head: head(account.ID), Criterion: cr.ID, Value: model.Answers(cr.Group)[0], Evidence: text("how known")})
		}
	}
	return model.NewPlan(account, records)
}

// Whatever a plan holds and however wide it is laid out: no text goes beyond the
// width, none lies on another, and every record has a place.
func TestNothingOverlapsAndNothingIsLeftOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := book(t)
		o := options(rapid.IntRange(40, 240).Draw(t, "width"))
		o.Open, o.Whole, o.ASCII = rapid.Bool().Draw(t, "open"), rapid.Bool().Draw(t, "whole"), rapid.Bool().Draw(t, "ascii")
		s := sheet.Strategy(plan, today, o)
		taken, seen := map[[2]int]string{}, map[model.ID]bool{}
		for _, p := range s.Pieces {
			seen[p.Target.ID] = true
			for i := range utf8.RuneCountInString(p.Text) {
				at := [2]int{p.Line, p.X + i}
				if other, is := taken[at]; is || at[1] >= o.W || at[0] >= s.Lines {
					t.Fatalf("%q at line %d, column %d of %d x %d: there is %q", p.Text, p.Line, at[1], o.W, s.Lines, other)
				}
				taken[at] = p.Text
			}
		}
		for _, r := range plan.Records() {
			switch r.Kind() {
			case model.KindAccount, model.KindContact, model.KindUnit:
			default:
				if model.Title(r, plan.Name) != "" && !seen[r.Base().ID] {
					t.Fatalf("the %s %q has no place", r.Kind(), model.Title(r, plan.Name))
				}
			}
		}
	})
}

func TestPartsAreSharedEvenlyAmongColumns(t *testing.T) {
	account := &model.Account{Name: "Acme"}
	plan := model.NewPlan(account, nil)
	for w, want := range map[int]int{40: 1, 154: 1, 155: 2, 233: 2, 234: 3, 500: 3} {
		s := sheet.Strategy(plan, today, options(w))
		if len(s.Columns) != want || s.Columns[0] != 0 {
			t.Errorf("at %d columns parts begin at %v", w, s.Columns)
		}
	}
	one, three := sheet.Strategy(plan, today, options(100)), sheet.Strategy(plan, today, options(300))
	if three.Lines*2 > one.Lines {
		t.Errorf("%d lines in three columns, %d in one", three.Lines, one.Lines)
	}
}

func TestHeadingsSayWhatTheyStandOver(t *testing.T) {
	for i, part := range sheet.Parts {
		if kind, quarter, ok := sheet.HeadAt(sheet.Head(i)); !ok || kind != part.Kind || quarter != 0 {
			t.Errorf("%s: %v %v %v", part.Title, kind, quarter, ok)
		}
	}
	if kind, quarter, ok := sheet.HeadAt(sheet.QuarterHead(model.Weakness)); !ok || kind != model.KindSwot || quarter != model.Weakness {
		t.Errorf("%v %v %v", kind, quarter, ok)
	}
	if _, _, ok := sheet.HeadAt(sheet.Target{}); ok {
		t.Error("nothing is a heading")
	}
}

func TestEveryAnswerHasAKeyOfItsOwn(t *testing.T) {
	seen := map[string]model.AnswerValue{}
	for v := model.AnswerIdeal; v <= model.AnswerNo; v++ {
		key := sheet.AnswerKey(v)
		if other, twice := seen[key]; key == "" || twice {
			t.Errorf("%v has the key %q, as %v", v, key, other)
		}
		seen[key] = v
	}
	if sheet.AnswerKey(0) != "" {
		t.Error("no answer has a key")
	}
}

// The command line names no key, and says all that is on record.
func TestWithoutKeysCommandsAreNamed(t *testing.T) {
	o := options(100)
	o.Keys = false
	text := strings.Join(sheet.Strategy(model.NewPlan(&model.Account{Name: "Acme"}, nil), today, o).Text(o.Measure), "\n")
	if strings.Contains(text, "a adds") || !strings.Contains(text, "astute add initiative") || !strings.Contains(text, "astute add criterion") {
		t.Errorf("it says\n%s", text)
	}
}
