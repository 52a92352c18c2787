package model_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"astute/model"

	"pgregory.net/rapid"
)

func TestCheckNamesWhatIsNeeded(t *testing.T) {
	for _, kind := range model.Kinds() {
		err := model.Check(model.New(kind, newIDs()()))
		if !errors.Is(err, model.ErrInvalid) || !strings.Contains(err.Error(), "every "+kind.String()+" needs ") {
			t.Errorf("an empty %s: %v", kind, err)
		}
	}
}

func TestCheckRulesBetweenFields(t *testing.T) {
	next := newIDs()
	id, other := next(), next()
	head := model.Head{ID: id}
	early, late := someDay, someDay.AddDays(1)
	for _, c := range []struct {
		record model.Record
		want   string // part of the error, "" for none
	}{
		{&model.Account{Head: head, Name: "A", PlanStart: early, PlanEnd: late}, ""},
		{&model.Account{Head: head, Name: "A", PlanStart: early, PlanEnd: early}, ""},
		{&model.Account{Head: head, Name: "A", PlanEnd: early}, ""},
		{&model.Account{Head: head, Name: "A", PlanStart: late, PlanEnd: early}, "plan_end (2026-03-31) lies before plan_start (2026-04-01)"},
		{&model.Action{Head: head, Name: "A", Start: late, Due: early}, "due (2026-03-31) lies before start"},
		{&model.Action{Head: head, Name: "A", Start: early, Due: early}, ""},
		{&model.Action{Head: head, Name: "A", WaitsFor: []model.ID{other, id}}, "waits_for"},
		{&model.Action{Head: head, Name: "A", WaitsFor: []model.ID{other}}, ""},
		{&model.Contact{Head: head, Name: "A", ReportsTo: id}, "reports_to"},
		{&model.Contact{Head: head, Name: "A", ReportsTo: other}, ""},
		{&model.Teammate{Head: head, Name: "A", Manager: id}, "manager"},
		{&model.Unit{Head: head, Name: "A", Parent: id}, "parent"},
		{&model.Line{Head: head, From: id, To: id, Type: model.Influences}, "two different contacts"},
		{&model.Line{Head: head, From: id, To: other, Type: model.Influences, Strength: model.NumberOf(4)}, "strength must be 1, 2 or 3"},
		{&model.Line{Head: head, From: id, To: other, Type: model.Influences, Strength: model.NumberOf(0)}, "strength must be 1, 2 or 3"},
		{&model.Line{Head: head, From: id, To: other, Type: model.Influences, Strength: model.NumberOf(3)}, ""},
		{&model.Line{Head: head, From: id, To: other, Type: model.Conflicts}, ""},
	} {
		err := model.Check(c.record)
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", texts(c.record), err)
		case c.want != "" && (!errors.Is(err, model.ErrInvalid) || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: %v, want %q", texts(c.record), err, c.want)
		}
	}
}

func TestTitle(t *testing.T) {
	next := newIDs()
	jane, raj, ana := next(), next(), next()
	names := func(id model.ID) string {
		return map[model.ID]string{jane: "Jane Smith", raj: "Raj Mehta", ana: "Ana Ruiz"}[id]
	}
	for _, c := range []struct {
		record model.Record
		want   string
	}{
		{&model.Account{Name: "FreshKart Grocers"}, "FreshKart Grocers"},
		{&model.Contact{Name: "Jane Smith", JobTitle: "CTO"}, "Jane Smith"},
		{&model.Action{Name: "Call"}, "Call"},
		{&model.Goal{Metric: "Incidents"}, "Incidents"},
		{&model.Interaction{Summary: "First line\nsecond line"}, "First line"},
		{&model.Review{Type: model.QBR}, "QBR"},
		{&model.Line{From: jane, To: raj, Type: model.Influences}, "Jane Smith influences Raj Mehta"},
		{&model.Line{From: jane, To: raj, Type: model.Conflicts}, "Jane Smith conflicts with Raj Mehta"},
		{&model.Line{From: jane, To: raj, Type: model.Informal}, "Jane Smith has an informal tie to Raj Mehta"},
		{&model.Relationship{Teammate: ana, Contact: jane}, "Ana Ruiz with Jane Smith"},
		{&model.Relationship{Teammate: ana}, "Ana Ruiz with -"},
	} {
		if got := model.Title(c.record, names); got != c.want {
			t.Errorf("%s is called %q, want %q", c.record.Kind(), got, c.want)
		}
	}
	if got := model.Title(&model.Relationship{Teammate: ana, Contact: jane}, nil); got != "- with -" {
		t.Errorf("with nobody to ask it is called %q", got)
	}
}

// Of some kinds the title is found without listing the fields: it is the same.
func TestTitleIsThatOfTheFields(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		book := drawBook(t)
		for _, r := range book.Records() {
			if got, want := model.Title(r, book.Name), model.TitleFrom(r, r.Fields(), book.Name); got != want {
				t.Fatalf("a %s is called %q, by its fields %q", r.Kind(), got, want)
			}
		}
	})
}

func TestEveryRecordHasATitle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		book := drawBook(t)
		for _, r := range book.Records() {
			title := book.Name(r.Base().ID)
			if title == "" || strings.Contains(title, "\n") {
				t.Fatalf("a %s is called %q", r.Kind(), title)
			}
		}
	})
}

func TestDetailAndAddressWorkOnEmptyRecords(t *testing.T) {
	for _, kind := range model.Kinds() {
		spec := kind.Spec()
		for _, of := range []func(model.Record) string{spec.Detail, spec.Address} {
			if of != nil && of(spec.New()) != "" {
				t.Errorf("an empty %s has the detail %q", kind, of(spec.New()))
			}
		}
	}
}

func TestChangedNamesTheFieldsThatDiffer(t *testing.T) {
	links := somewhere()
	rapid.Check(t, func(t *rapid.T) {
		kind, id := anyKind(t), newIDs()()
		a, b := drawRecord(t, kind, id, links), drawRecord(t, kind, id, links)
		var want, got []string
		from := a.Fields()
		for i, f := range b.Fields() {
			if f.Text() != from[i].Text() && f.Num != model.NumCreated && f.Num != model.NumChanged {
				want = append(want, f.Name+"="+f.Text())
			}
		}
		for _, f := range model.Changed(a, b) {
			got = append(got, f.Name+"="+f.Text())
		}
		if !slices.Equal(got, want) || model.Equal(a, b) != (len(want) == 0) {
			t.Fatalf("changed: %q, want %q", got, want)
		}
	})
}

func TestEqualLooksAtKindAndID(t *testing.T) {
	next := newIDs()
	a, b := &model.Unit{Name: "IT"}, &model.Unit{Name: "IT"}
	if a.ID = next(); model.Equal(a, b) {
		t.Error("two ids are equal")
	}
	b.ID = a.ID
	if b.Created, b.Changed = 5, 6; !model.Equal(a, b) {
		t.Error("the times of writing count")
	}
	if p := (&model.Product{Head: model.Head{ID: a.ID}, Name: "IT"}); model.Equal(a, p) {
		t.Error("two kinds are equal")
	}
}

func TestSegment(t *testing.T) {
	for _, c := range []struct {
		us, them model.Level
		want     string
	}{
		{model.High, model.High, "A"}, {model.High, model.Medium, "A"}, {model.Medium, model.High, "A"}, {model.High, model.Low, "B"}, {model.Low, model.High, "B"}, {model.Medium, model.Medium, "B"},
		{model.Medium, model.Low, "C"}, {model.Low, model.Medium, "C"}, {model.Low, model.Low, "D"}, {0, model.High, ""}, {model.High, 0, ""}, {0, 0, ""},
	} {
		if got := (&model.Account{ImportanceToUs: c.us, ImportanceToCustomer: c.them}).Segment(); got != c.want {
			t.Errorf("%s to us, %s to them: %q, want %q", c.us, c.them, got, c.want)
		}
	}
}

func TestActionOpenAndLate(t *testing.T) {
	for status, open := range map[model.Progress]bool{0: true, model.NotStarted: true, model.InProgress: true, model.Complete: false, model.Deferred: false, model.Cancelled: false} {
		a := &model.Action{Status: status, Due: someDay}
		if a.Open() != open {
			t.Errorf("%q: open %t", status, a.Open())
		}
		if a.Late(someDay) || a.Late(someDay.AddDays(-1)) || a.Late(someDay.AddDays(1)) != open {
			t.Errorf("%q: late before its day has passed, or never", status)
		}
		if a.Due = (model.Date{}); a.Late(someDay) {
			t.Errorf("%q: late without a day", status)
		}
	}
}

func TestAdvice(t *testing.T) {
	seen := map[string]bool{}
	for c := model.Bureaucratic; c <= model.Individualistic; c++ {
		advice := model.Advice(c)
		if advice == "" || seen[advice] {
			t.Errorf("%s: %q", c, advice)
		}
		seen[advice] = true
	}
	if model.Advice(0) != "" {
		t.Error("there is advice for an unknown culture")
	}
}
