package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"astute/model"
	"astute/model/modeltest"
)

// filled returns a plan with one record of every kind, in which every field has
// a value of its own, and links lead to the records of the plan.
func filled(t reporter) *model.Plan {
	t.Helper()
	source, at := ids(), today.Time()
	byKind := map[model.Kind][]model.Record{}
	var list []model.Record
	account := model.New(model.KindAccount, source.New(at)).(*model.Account)
	byKind[model.KindAccount] = []model.Record{account}
	for range 2 { // two of each, because nobody reports to themselves
		for _, kind := range model.Kinds() {
			if kind != model.KindAccount {
				r := model.New(kind, source.New(at))
				if kind.Scope() == model.ScopeAccount {
					r.Base().Account = account.ID
				}
				byKind[kind] = append(byKind[kind], r)
				list = append(list, r)
			}
		}
	}
	n := 0
	for _, r := range append([]model.Record{account}, list...) {
		for _, f := range r.Fields() {
			n++
			if f.Hidden || f.Fixed || f.Num == model.NumAccount {
				continue
			}
			if err := f.Parse(wordFor(r, f, n, byKind)); err != nil {
				t.Fatalf("%s.%s: %v", r.Kind(), f.Name, err)
			}
		}
	}
	return model.NewPlan(account, list)
}

// wordFor is a value that no other field has, where the type allows it.
func wordFor(r model.Record, f model.Field, n int, byKind map[model.Kind][]model.Record) string {
	switch f.Type() {
	case model.TypeNumber:
		if f.IsYear() {
			return fmt.Sprint(2000 + n)
		}
		return fmt.Sprint(90000 + n)
	case model.TypeMoney:
		return fmt.Sprintf("%d.00 CHF", 70000+n)
	case model.TypeDate:
		return today.AddDays(-2000 + n).String()
	case model.TypeBool:
		return "yes"
	case model.TypeChoice, model.TypeChoices:
		return f.Words()[n%len(f.Words())].Name
	case model.TypeLink, model.TypeLinks:
		kinds := f.Kinds
		if kinds == nil {
			kinds = []model.Kind{model.KindMilestone}
		}
		var targets []string
		for _, target := range byKind[kinds[0]] {
			if target.Base().ID != r.Base().ID {
				targets = append(targets, target.Base().ID.String())
			}
		}
		if f.Type() == model.TypeLinks {
			return strings.Join(targets, "\n")
		}
		return targets[slices.Index(byKind[r.Kind()], r)%len(targets)] // each is linked to by somebody
	}
	if f.IsCurrency() {
		return "CHF"
	}
	return fmt.Sprintf("word%d", n)
}

func TestFullPlanShowsEveryField(t *testing.T) {
	p := filled(t)
	doc := full(t, p)
	checkEveryField(t, p, doc)
	// Where no section is written by hand, the generic one shows as much: this
	// is how a kind added later appears.
	d := newDocument(p, Options{Today: today})
	d.others()
	checkEveryField(t, p, d.asMarkdown())
}

func TestFullHTMLShowsEveryField(t *testing.T) {
	p := filled(t)
	page := pageOf(t, templates[0].HTML, p)
	_, page, _ = strings.Cut(page, "<main>")
	text := " " + strings.Join(strings.Fields(html.UnescapeString(tag.ReplaceAllString(page, " "))), " ") + " "
	for _, r := range p.Records() {
		for _, f := range r.Fields() {
			if f.Hidden || f.Fixed || f.Num == model.NumAccount || f.IsZero() {
				continue
			}
			for _, item := range f.Items() {
				if want := model.DisplayText(f, item, p.Name); !strings.Contains(strings.ToLower(text), strings.ToLower(want)) {
					t.Errorf("%s.%s: %q is not in the page", r.Kind(), f.Name, want)
				}
			}
		}
	}
}

func checkEveryField(t *testing.T, p *model.Plan, doc string) {
	t.Helper()
	words := strings.FieldsFunc(doc, func(r rune) bool { return strings.ContainsRune(" \n|*<>()", r) })
	for _, r := range p.Records() {
		for _, f := range r.Fields() {
			if f.Hidden || f.Fixed || f.Num == model.NumAccount || f.IsZero() {
				continue
			}
			for _, item := range f.Items() {
				want := plain(model.DisplayText(f, item, p.Name)).markdown()
				for _, word := range strings.Fields(want) {
					if !slices.ContainsFunc(words, func(w string) bool { return strings.Trim(w, ",.") == strings.Trim(word, ",.") }) {
						t.Errorf("%s.%s: %q is not in the plan", r.Kind(), f.Name, word)
					}
				}
			}
		}
	}
}

// A word that stands in the plan by chance proves nothing: so take each field
// away by itself, and the plan must change.
func TestEveryFieldMattersToTheFullPlan(t *testing.T) {
	p := filled(t)
	doc := full(t, p)
	for _, r := range p.Records() {
		for i, f := range r.Fields() {
			if f.Hidden || f.Fixed || f.Num == model.NumAccount {
				continue
			}
			without := model.Clone(r)
			if err := without.Fields()[i].Parse(""); err != nil {
				t.Fatal(err)
			}
			if full(t, p.With(model.Change{Before: r, After: without})) == doc {
				t.Errorf("%s.%s is not in the plan: it reads the same without it", r.Kind(), f.Name)
			}
		}
	}
}

func TestFullPlanHoldsSharedRecordsThatAreReferredTo(t *testing.T) {
	doc := full(t, smallPlan())
	for _, want := range []string{"Kim Lund", "LineWatch"} {
		if !strings.Contains(doc, want) {
			t.Errorf("%s is referred to, and left out", want)
		}
	}
	for _, stranger := range []string{"Nobody Bought This", "Somebody Else"} {
		if strings.Contains(doc, stranger) {
			t.Errorf("%s has nothing to do with this plan", stranger)
		}
	}
}

func TestFieldsOfANewerVersionAreMentioned(t *testing.T) {
	p := smallPlan()
	c := model.Clone(contactNamed(t, p, "Claire Petit"))
	c.Unknown = []model.UnknownField{{Num: 99, Text: "later"}}
	if doc := full(t, p.With(model.Change{Before: c, After: c})); !strings.Contains(doc, "1 field was written by a newer version") {
		t.Error("a field that cannot be shown is not mentioned")
	}
}

func TestDocumentsAreTheSameEachTime(t *testing.T) {
	for _, p := range []*model.Plan{smallPlan(), filled(t), examplePlan(t, "FreshKart Grocers")} {
		docs := map[string]string{}
		for _, template := range Templates() {
			docs[template.Name] = pageOf(t, template.Markdown, p)
		}
		brief := BriefOf(p, p.Account, today).Markdown()
		for seed := range uint64(5) {
			records := slices.DeleteFunc(slices.Clone(p.Records()), func(r model.Record) bool { return r.Kind() == model.KindAccount })
			rand.New(rand.NewPCG(seed, 1)).Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
			again := model.NewPlan(p.Account, records)
			for _, template := range Templates() {
				if pageOf(t, template.Markdown, again) != docs[template.Name] {
					t.Fatalf("%s: %s has other bytes from the same plan, shuffled by %d", p.Account.Name, template.Name, seed)
				}
			}
			if BriefOf(again, again.Account, today).Markdown() != brief {
				t.Fatalf("%s: the brief has other bytes from the same plan, shuffled by %d", p.Account.Name, seed)
			}
		}
	}
}

// hostile is a plan in which every text is one of the given ones.
func hostile(t reporter, texts []string) *model.Plan {
	t.Helper()
	p := filled(t)
	n := 0
	var changes []model.Change
	for _, r := range p.Records() {
		c := model.Clone(r)
		for _, f := range c.Fields() {
			if (f.Type() == model.TypeText || f.Type() == model.TypeTexts) && !f.Hidden && !f.IsCurrency() {
				if err := f.Parse(texts[n%len(texts)]); err != nil {
					t.Fatal(err)
				}
				n++
			}
		}
		changes = append(changes, model.Change{Before: r, After: c})
	}
	return p.With(changes...)
}

// checkSound reads a document as GitHub does, and sees that nothing in it is
// other than the program wrote: only its own tags, tables with as many cells in
// each row as in the head, and diagrams that can be drawn.
func checkSound(t reporter, doc string) {
	t.Helper()
	out := render(t, doc)
	for _, tag := range tag.FindAllString(out, -1) {
		switch strings.Trim(strings.SplitN(tag, " ", 2)[0], "</>") {
		case "h1", "h2", "h3", "h4", "p", "ul", "li", "strong", "br", "table", "thead", "tbody", "tr", "th", "td", "pre", "code":
		default:
			t.Fatalf("%s came out of the plan", tag)
		}
	}
	for _, table := range strings.Split(out, "<table>")[1:] {
		table, _, _ = strings.Cut(table, "</table>")
		rows := row.FindAllStringSubmatch(table, -1)
		for _, r := range rows[1:] {
			if got, want := len(cell.FindAllString(r[1], -1)), len(cell.FindAllString(rows[0][1], -1)); got != want {
				t.Fatalf("%d cells under a head of %d: %s", got, want, r[0])
			}
		}
	}
	bars := 0 // of the table's head, 0 outside tables
	for _, line := range strings.Split(doc, "\n") {
		n := strings.Count(strings.ReplaceAll(strings.ReplaceAll(line, `\\`, ""), `\|`, ""), "|")
		switch {
		case !strings.HasPrefix(line, "|"):
			bars = 0
		case bars == 0:
			bars = n
		case n != bars:
			t.Fatalf("a row has %d bars, its head %d: %s", n, bars, line)
		}
	}
	checkDiagrams(t, doc)
}

func TestHostileTextsBreakNothing(t *testing.T) {
	check := func(t reporter, texts []string) {
		p := hostile(t, texts)
		for _, template := range Templates() {
			checkSound(t, pageOf(t, template.Markdown, p))
		}
		for _, r := range p.Records() {
			b := BriefOf(p, r, today)
			checkSound(t, b.Markdown())
			checkBrief(t, b)
		}
	}
	naughty := modeltest.Naughty()
	for start := range 7 {
		check(t, append(slices.Clone(naughty[start*len(naughty)/7:]), naughty...))
	}
	rapid.Check(t, func(rt *rapid.T) { check(rt, rapid.SliceOfN(nasty(), 1, 30).Draw(rt, "texts")) })
}

func TestGeneratedPlansAreSound(t *testing.T) {
	records := modeltest.Generate(7, 300, today)
	book := model.NewBook(records)
	for _, a := range model.All[*model.Account](book) {
		own := slices.DeleteFunc(slices.Clone(records), func(r model.Record) bool {
			return r.Kind().Scope() != model.ScopeShared && r.Base().Account != a.ID
		})
		p := model.NewPlan(a, own)
		for _, template := range Templates() {
			checkSound(t, pageOf(t, template.Markdown, p))
		}
		checkEveryFieldTitle(t, p)
	}
}

// checkEveryFieldTitle sees that everybody of a plan is in it.
func checkEveryFieldTitle(t *testing.T, p *model.Plan) {
	t.Helper()
	doc := full(t, p)
	for _, c := range model.All[*model.Contact](p.Book) {
		if !strings.Contains(doc, plain(c.Name).markdown()) {
			t.Errorf("%s is not in the plan", c.Name)
		}
	}
}

func TestNoAccount(t *testing.T) {
	p := model.NewPlan(&model.Account{Name: "No account"}, []model.Record{&model.Contact{Head: model.Head{ID: ids().New(today.Time())}, Name: "Ann Alone"}})
	doc, page := full(t, p), onePage(t, p)
	if !strings.Contains(doc, "Ann Alone") || !strings.Contains(page, "Left out here: 1 person.") {
		t.Errorf("somebody without an account is left out:\n%s\n%s", doc, page)
	}
	if b := BriefOf(p, contactNamed(t, p, "Ann Alone"), today); b.Account != "" || strings.Contains(b.Markdown(), "No account") {
		t.Errorf("%q is no account:\n%s", b.Account, b.Markdown())
	}
}

func TestLateThingsComeFirstAndAreMarked(t *testing.T) {
	p := smallPlan()
	source := &model.IDs{Entropy: func(b []byte) (int, error) { return len(b), nil }}
	add := func(r model.Record) model.Change {
		r.Base().ID, r.Base().Account = source.New(today.Time()), p.Account.ID
		return model.Change{After: r}
	}
	late := &model.Objective{Name: "Overdue aim", Due: today.AddDays(-3), Priority: model.Low}
	p = p.With(add(late), add(&model.Objective{Name: "Done aim", Due: today.AddDays(-9), Status: model.Complete}))
	p = p.With(add(&model.Action{Name: "Closed step", Objective: late.ID, Status: model.Cancelled, Due: today.AddDays(-20)}),
		add(&model.Action{Name: "Late step", Objective: late.ID, Due: today.AddDays(-1)}),
		add(&model.Action{Name: "Ahead", Objective: late.ID, Due: today.AddDays(1)}), add(&model.Action{Name: "Undated", Objective: late.ID}))
	doc, page := full(t, p), onePage(t, p)
	inSequence(t, doc, "## Objectives", "### Overdue aim", "**3 days late**", "| Late step |", "**1 day late**", "| Ahead |", "| Undated |", "| Closed step |", "### Pilot in the rye", "### Done aim", "### Actions without")
	inSequence(t, page, "## What we want", "| Overdue aim |", "**3 days late**", "| Pilot in the rye bakery |", "## Next actions", "| Install sensors |", "| Late step |", "| Ahead |", "In the full plan", "1 more objective, 3 more actions")
}

// inSequence sees that the texts stand in a document, each after the one before.
func inSequence(t *testing.T, doc string, texts ...string) {
	t.Helper()
	rest := doc
	for _, text := range texts {
		_, after, ok := strings.Cut(rest, text)
		if !ok {
			t.Fatalf("%q is missing, or comes too soon, in\n%s", text, doc)
		}
		rest = after
	}
}

func TestWriteErrorsAreReturned(t *testing.T) {
	for _, template := range Templates() {
		for _, write := range []writer{template.Markdown, template.HTML} {
			if err := write(noRoom{}, smallPlan(), Options{Today: today}); !errors.Is(err, errFull) {
				t.Errorf("%s: got %v", template.Name, err)
			}
		}
	}
}

var errFull = errors.New("no room")

// noRoom is a writer that takes nothing.
type noRoom struct{}

func (noRoom) Write([]byte) (int, error) { return 0, errFull }

// checkBrief sees that a brief fits any width and says only whole lines.
func checkBrief(t reporter, b Brief) {
	t.Helper()
	for _, width := range []int{10, 23, 60, 200} {
		for _, l := range b.Whole(width) {
			line := l.Text
			if ansi.StringWidth(line) > width {
				t.Fatalf("%d columns where %d are: %q", ansi.StringWidth(line), width, line)
			}
			if strings.ContainsFunc(line, func(r rune) bool { return r < ' ' || model.IsUnsafe(r) }) {
				t.Fatalf("%q holds a control character", line)
			}
			if strings.TrimSpace(line) == "" {
				t.Fatalf("an empty line in %q", PlainText(b.Whole(width)))
			}
		}
	}
	for _, s := range b.Sections {
		if s.Key == "" || s.Heading == "" || len(s.Lines) == 0 {
			t.Fatalf("an empty section: %+v", s)
		}
	}
	data, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	var object map[string]any
	if err := json.Unmarshal(data, &object); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"kind", "id", "name", "account", "title", "today", "sections"} {
		if _, ok := object[key]; !ok {
			t.Fatalf("%q is not in %s", key, data)
		}
	}
}

// What happens today has happened, or is about to: it does not lie ahead.
func TestTodayIsNotAhead(t *testing.T) {
	p := smallPlan()
	at := func(n int, name string) model.Change {
		return model.Change{After: &model.Interaction{Head: model.Head{ID: ids().New(today.AddDays(n).Time()), Account: p.Account.ID}, On: today.AddDays(n), Type: model.Call, Summary: name}}
	}
	doc := full(t, p.With(at(-1, "Talk of yesterday"), at(0, "Talk of today"), at(1, "Talk of tomorrow")))
	inSequence(t, doc, "### Ahead", "Talk of tomorrow", "### Behind us", "Talk of today", "Talk of yesterday")
}

func TestExecutionIsSaidOnceSomethingCameDue(t *testing.T) {
	p := smallPlan()
	var early []model.Change
	for _, a := range model.All[*model.Action](p.Book) {
		c := model.Clone(a)
		c.Status, c.Due = model.NotStarted, today.AddDays(3)
		early = append(early, model.Change{Before: a, After: c})
	}
	for _, doc := range []string{full(t, p.With(early...)), onePage(t, p.With(early...)), BriefOf(p.With(early...), p.Account, today).Markdown()} {
		if strings.Contains(doc, "Execution:") {
			t.Errorf("nothing came due, and execution is judged:\n%s", doc)
		}
	}
	for _, doc := range []string{full(t, p), onePage(t, p), BriefOf(p, p.Account, today).Markdown()} {
		if !strings.Contains(doc, "Execution: 50 %, 1 of 2 actions due so far done on time, 1 still open.") {
			t.Errorf("execution is not said in\n%s", doc)
		}
	}
}

// The full plan begins with what decides; details come late, and the facts on
// top are not said again below.
func TestFullPlanBeginsWithWhatDecides(t *testing.T) {
	doc := full(t, examplePlan(t, "FreshKart Grocers"))
	inSequence(t, doc, "# FreshKart", "- Map: amber", "## Overview", "## Warnings", "## Objectives and actions", "## Promises", "## Initiatives", "## People",
		"## Political map", "## Timeline", "## Reviews", "## Background", "## More about the people", "Decision orientation")
	for _, once := range []string{"Plan status", "Plan end", "| Owner | Ana Ruiz |", "| Team |", "| Segment |", "| Overall health |", "| Revenue target |"} {
		if strings.Contains(doc, once) {
			t.Errorf("%q is said again", once)
		}
	}
}
