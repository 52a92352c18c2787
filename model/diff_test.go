package model_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"astute/model"
	"astute/model/modeltest"

	"pgregory.net/rapid"
)

// plansOf returns a plan of each account of a book.
func plansOf(b *model.Book) []*model.Plan {
	var plans []*model.Plan
	for _, a := range model.All[*model.Account](b) {
		var records []model.Record
		for _, r := range b.Records() {
			if r.Base().Account == a.ID || r.Kind().Scope() == model.ScopeShared {
				records = append(records, r)
			}
		}
		plans = append(plans, model.NewPlan(a, records))
	}
	return plans
}

// exampleThen returns the worked example's FreshKart as it was that many days ago,
// told on someDay.
func exampleThen(daysAgo int) *model.Plan {
	ids := model.IDs{Entropy: rand.NewChaCha8([32]byte{1}).Read}
	records := map[model.ID]model.Record{}
	var account model.ID
	for _, step := range modeltest.Example(someDay, ids.New) {
		if !model.DateOf(step.At).Before(someDay.AddDays(1 - daysAgo)) {
			continue
		}
		for _, c := range step.Edit.Changes {
			id := c.Record().Base().ID
			merged, _ := model.Merge(records[id], c)
			if merged == nil {
				delete(records, id)
				continue
			}
			records[id] = merged
			if a, ok := merged.(*model.Account); ok && strings.HasPrefix(a.Name, "FreshKart") {
				account = a.ID
			}
		}
	}
	for _, p := range plansOf(model.NewBook(slices.Collect(maps.Values(records)))) {
		if p.Account.ID == account {
			return p
		}
	}
	return nil
}

func TestDiffOfAPlanWithItselfIsEmpty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, p := range plansOf(drawBook(t)) {
			if d := model.DiffOf(p, someDay, p, someDay); !d.IsEmpty() {
				t.Fatalf("%+v", d)
			}
		}
	})
	p := exampleThen(0)
	if d := model.DiffOf(p, someDay, p, someDay); !d.IsEmpty() {
		t.Errorf("the worked example: %+v", d)
	}
}

// fieldTexts are the fields of the records that count, by ID and name: what
// differs between two of these is what a diff must name.
func fieldTexts(plan *model.Plan, counts func(model.Record) bool) map[model.ID]map[string]string {
	all := map[model.ID]map[string]string{}
	for _, r := range plan.Records() {
		if !counts(r) {
			continue
		}
		texts := map[string]string{}
		for _, f := range r.Fields() {
			if !f.Hidden && f.Name != "created" && f.Name != "changed" {
				texts[f.Name] = f.Text()
			}
		}
		all[r.Base().ID] = texts
	}
	return all
}

// differences says of each record what an honest comparison of two plans finds.
func differences(before, after *model.Plan) map[model.ID]string {
	counts := func(r model.Record) bool {
		if r.Kind().Scope() != model.ScopeShared || r.Kind() == model.KindRate {
			return true
		}
		for _, p := range []*model.Plan{before, after} {
			for _, from := range p.Referrers(r.Base().ID) {
				if from.Kind().Scope() != model.ScopeShared {
					return true
				}
			}
		}
		return false
	}
	was, is := fieldTexts(before, counts), fieldTexts(after, counts)
	found := map[model.ID]string{}
	for id, now := range is {
		then, ok := was[id]
		if !ok {
			found[id] = "added"
			continue
		}
		var names []string
		for name, text := range now {
			if then[name] != text {
				names = append(names, name)
			}
		}
		if slices.Sort(names); len(names) > 0 {
			found[id] = "changed " + strings.Join(names, " ")
		}
	}
	for id := range was {
		if _, ok := is[id]; !ok {
			found[id] = "removed"
		}
	}
	return found
}

// edited returns a plan after a random edit: a field set, a record made or taken
// out with all that needs it.
func edited(t *rapid.T, p *model.Plan, next func() model.ID) *model.Plan {
	links := pool{}
	for _, r := range p.Records() {
		links[r.Kind()] = append(links[r.Kind()], r.Base().ID)
	}
	r := rapid.SampledFrom(p.Records()).Draw(t, "record")
	switch rapid.IntRange(0, 3).Draw(t, "what") {
	case 0:
		if r.Base().ID != p.Account.ID {
			return p.With(model.Removal(p.Referrers, r)...)
		}
	case 1:
		kind := rapid.SampledFrom([]model.Kind{model.KindContact, model.KindAction, model.KindOpportunity, model.KindTeammate, model.KindIssue, model.KindReview}).Draw(t, "kind")
		id := next()
		made := soundRecord(t, kind, id, p.Account.ID, links)
		return p.With(model.Change{After: made})
	}
	after := model.Clone(r)
	var fields []model.Field
	for _, f := range after.Fields() {
		if f.Num != model.NumAccount && !f.Hidden {
			fields = append(fields, f)
		}
	}
	drawField(t, rapid.SampledFrom(fields).Draw(t, "field"), links)
	if model.Check(after) != nil {
		return p
	}
	return p.With(model.Change{Before: r, After: after})
}

// TestDiffNamesExactlyWhatDiffers makes random edits and compares: the same
// records and fields, and a line for each of them in one area and no other.
func TestDiffNamesExactlyWhatDiffers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := plansOf(drawBook(t))[0]
		ids := model.IDs{Entropy: rand.NewChaCha8([32]byte{7}).Read}
		next := func() model.ID { return ids.New(someDay.Time()) }
		after := before
		for range rapid.IntRange(1, 8).Draw(t, "edits") {
			after = edited(t, after, next)
		}
		d := model.DiffOf(before, someDay, after, someDay)
		want, got := differences(before, after), map[model.ID]string{}
		for _, r := range d.Records {
			text := r.Verb().String()
			var names []string
			for _, f := range r.Fields {
				names = append(names, f.Name)
			}
			if slices.Sort(names); len(names) > 0 {
				text += " " + strings.Join(names, " ")
			}
			got[r.Record().Base().ID] = text
		}
		if !maps.Equal(got, want) {
			t.Fatalf("named %v\nnot %v", got, want)
		}
		lines := map[model.ID]int{}
		for _, part := range d.Parts {
			for _, l := range part.Lines {
				if l.Text == "" || strings.HasSuffix(l.Text, ": ") {
					t.Fatalf("a line says nothing: %+v", l)
				}
				if part.Area != model.DiffWarnings {
					lines[l.ID]++
				}
			}
		}
		for id := range want {
			if lines[id] != 1 {
				t.Fatalf("%s (%s) stands in %d lines", id, want[id], lines[id])
			}
		}
	})
}

// diffText writes a diff as the tests look at it.
func diffText(d model.Diff) string {
	var b strings.Builder
	for _, f := range d.Figures {
		fmt.Fprintf(&b, "%s: %s, was %s %s\n", f.Name, f.Is, f.Was, f.Tone.Mark())
	}
	for _, p := range d.Parts {
		fmt.Fprintf(&b, "\n%s\n", p.Area)
		for _, l := range p.Lines {
			fmt.Fprintf(&b, "%1s %s\n", l.Tone.Mark(), l.Text)
		}
	}
	return b.String()
}

// TestDiffOfTheExample holds the words: what became of FreshKart in six weeks,
// and since it came into the book.
func TestDiffOfTheExample(t *testing.T) {
	now := exampleThen(0)
	var b strings.Builder
	for _, days := range []int{45, 7} {
		fmt.Fprintf(&b, "# %d days\n\n%s\n", days, diffText(model.DiffOf(exampleThen(days), someDay.AddDays(-days), now, someDay)))
	}
	path := filepath.Join("testdata", "diff.golden")
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("the words changed; -update takes them:\n%s", b.String())
	}
	if d := model.DiffOf(nil, model.Date{}, now, someDay); !d.Began || len(d.Records) < 100 || len(d.Figures) > 0 {
		t.Errorf("all of it is new: began %v, %d records, %v", d.Began, len(d.Records), d.Figures)
	}
}
