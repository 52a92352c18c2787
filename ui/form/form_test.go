package form_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/ui/form"
	"astute/ui/grid"
	"astute/ui/picker"
	"astute/ui/theme"
	"astute/ui/uitest"
)

var today = model.NewDate(2026, time.March, 18)

func id(n byte) model.ID { return model.ID{0, 0, 0, 0, 0, 1, 15: n} }

func context() *form.Context {
	names := map[model.ID]string{id(1): "Ana Ruiz", id(2): "Ben Carter"}
	return &form.Context{
		Input: model.Input{Today: today, Currency: "USD"},
		Names: func(id model.ID) string { return names[id] },
		Links: func([]model.Kind) []picker.Item {
			return []picker.Item{{Value: id(1).String(), Text: "Ana Ruiz"}, {Value: id(2).String(), Text: "Ben Carter"}}
		},
		Fold: strings.ToLower,
	}
}

func field(r model.Record, name string) model.Field {
	f, ok := model.FieldNamed(r.Fields(), name)
	if !ok {
		panic(name)
	}
	return f
}

// press gives an editor keys; "text:" types what follows, "enter" ends it.
func press(e *form.Editor, keys ...string) (over bool) {
	for _, key := range keys {
		text, typed := strings.CutPrefix(key, "text:")
		switch {
		case typed:
			for _, r := range text {
				e.Key(string(r))
			}
		case key == "enter":
			over = e.Enter()
		default:
			_, over = e.Key(key)
		}
	}
	return over
}

func TestEveryTypeOfFieldIsAskedForInItsWay(t *testing.T) {
	for _, c := range []struct {
		name  string
		field func() model.Field
		keys  []string
		want  string // canonical text
		echo  string // part of what is said while it is typed
	}{
		{"text", func() model.Field { return field(new(model.Contact), "name") }, []string{"text:Jane Smith"}, "Jane Smith", ""},
		{"a date in words", func() model.Field { return field(new(model.Action), "due") }, []string{"text:fri"}, "2026-03-20", "Friday 20 March 2026"},
		{"an amount", func() model.Field { return field(new(model.Account), "annual_revenue") }, []string{"text:1.5m"}, "1500000.00 USD", "USD 1,500,000"},
		{"a number", func() model.Field { return field(new(model.Account), "employees") }, []string{"text:150000"}, "150000", "150,000"},
		{"a choice by letter", func() model.Field { return field(new(model.Contact), "support") }, []string{"c"}, "Champion", ""},
		{"a choice by arrows", func() model.Field { return field(new(model.Contact), "support") }, []string{"down", "down", "enter"}, "Supporter", ""},
		{"a choice taken back", func() model.Field { return field(&model.Contact{Support: model.Champion}, "support") }, []string{"-"}, "", ""},
		{"several choices", func() model.Field { return field(new(model.Contact), "decision_role") }, []string{"t", "e"}, "Economic Buyer, Technical Buyer", ""},
		{"several choices, one taken back", func() model.Field { return field(new(model.Contact), "decision_role") }, []string{"t", "e", "t"}, "Economic Buyer", ""},
		{"yes or no", func() model.Field { return field(new(model.Contact), "external") }, []string{"y"}, "yes", ""},
		{"a link by part of its name", func() model.Field { return field(new(model.Action), "owner") }, []string{"text:ben", "enter"}, id(2).String(), ""},
		{"no link", func() model.Field { return field(&model.Action{Owner: id(1)}, "owner") }, []string{"backspace"}, "", ""},
		{"several links", func() model.Field { return field(new(model.Account), "team") }, []string{"text:ben", "enter", "text:ana", "enter", "enter"}, id(1).String() + "\n" + id(2).String(), ""},
		{"the last of several taken out", func() model.Field { return field(&model.Account{Team: []model.ID{id(2), id(1)}}, "team") }, []string{"backspace"}, id(2).String(), ""},
		{"several texts", func() model.Field { return field(new(model.Contact), "phones") }, []string{"text:1", "enter", "text:2"}, "1", ""},
	} {
		f := c.field()
		e := form.NewEditor(f, context())
		press(e, c.keys...)
		if c.echo != "" && !strings.Contains(e.Hint(), c.echo) {
			t.Errorf("%s: says %q, should say %q", c.name, e.Hint(), c.echo)
		}
		if err := e.Commit(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if c.name == "several texts" {
			continue // enter breaks the line only when the keys go through Key
		}
		if f.Text() != c.want {
			t.Errorf("%s: %q, should be %q", c.name, f.Text(), c.want)
		}
	}
}

func TestWhatCannotBeTakenIsKeptWithTheReason(t *testing.T) {
	a := &model.Action{Name: "Call", Due: today}
	e := form.NewEditor(field(a, "due"), context())
	e.Key("ctrl+u")
	press(e, "text:someday")
	if err := e.Commit(); !errors.Is(err, model.ErrValue) {
		t.Fatalf("it was taken: %v", err)
	}
	if a.Due != today || e.Shown() != "someday" || !strings.Contains(e.Hint(), "must look like") {
		t.Errorf("due %v, shown %q, hint %q", a.Due, e.Shown(), e.Hint())
	}
}

func TestAnUntouchedEditorIsNotDirtyAndChangesNothing(t *testing.T) {
	for _, k := range model.Kinds() {
		r := k.Spec().New()
		for i, f := range r.Fields() {
			if f.Fixed || f.Hidden {
				continue
			}
			switch f.Type() {
			case model.TypeLink, model.TypeLinks:
				f.Parse(id(1).String())
			case model.TypeMoney:
				f.Parse("1250000.50 EUR")
			case model.TypeNumber:
				if f.Parse("1234.5") != nil {
					f.Parse("2026")
				}
			case model.TypeChoice, model.TypeChoices:
				f.Parse(f.Words()[i%len(f.Words())].Name)
			case model.TypeText, model.TypeTexts:
				if f.Parse("a text, with; marks") != nil {
					f.Parse("EUR")
				}
			case model.TypeDate:
				f.Parse("2026-03-18")
			}
			before := f.Text()
			e := form.NewEditor(f, context())
			if e.Dirty() {
				t.Errorf("%s.%s is dirty before anything was typed", k, f.Name)
			}
			if err := e.Commit(); err != nil || f.Text() != before {
				t.Errorf("%s.%s became %q from %q: %v", k, f.Name, f.Text(), before, err)
			}
		}
	}
}

func typed(f *form.Form, keys ...string) form.Verdict {
	v := form.Going
	for _, key := range keys {
		if text, ok := strings.CutPrefix(key, "text:"); ok {
			for _, r := range text {
				f.Key(string(r))
			}
			continue
		}
		v = f.Key(key)
	}
	return v
}

func TestAFormOwnsACloneAndTheRecordAsItWas(t *testing.T) {
	before := &model.Contact{Name: "Jane Smith", JobTitle: "CTO"}
	before.ID = id(9)
	f := form.New(before, context())
	f.Resize(80, 24)
	if v := typed(f, "tab", "ctrl+u", "text:CEO", "ctrl+s"); v != form.Save {
		t.Fatalf("ctrl+s gives %v", v)
	}
	edit, err := f.Edit()
	if err != nil {
		t.Fatal(err)
	}
	c := edit.Changes[0]
	if before.JobTitle != "CTO" || c.Before != model.Record(before) || c.After.(*model.Contact).JobTitle != "CEO" {
		t.Errorf("before %+v, edit %+v", before, c)
	}
	typed(f, "backspace")
	if c.After.(*model.Contact).JobTitle != "CEO" {
		t.Error("typing on changes the edit that was returned")
	}
}

func TestEnterGoesThroughTheFieldsAndSavesAfterTheLast(t *testing.T) {
	f, err := form.NewRecord(&model.Unit{}, nil, context())
	if err != nil {
		t.Fatal(err)
	}
	f.Resize(80, 24)
	typed(f, "text:Stores")
	for range 40 {
		if typed(f, "enter") == form.Save {
			edit, err := f.Edit()
			if err != nil || edit.Changes[0].After.(*model.Unit).Name != "Stores" {
				t.Fatalf("%+v, %v", edit, err)
			}
			return
		}
		if e := f.Current().Field(); e.IsLong || e.Type() == model.TypeTexts {
			typed(f, "tab")
		}
	}
	t.Fatal("enter never saves")
}

func TestTheFirstErrorGetsTheCursorAndTheRestIsKept(t *testing.T) {
	f, err := form.NewRecord(&model.Action{}, nil, context())
	if err != nil {
		t.Fatal(err)
	}
	f.Resize(80, 24)
	typed(f, "tab", "text:ben", "tab", "text:+2w", "ctrl+s")
	if _, err := f.Edit(); !errors.Is(err, model.ErrInvalid) || !strings.Contains(err.Error(), "every action needs title") {
		t.Fatalf("%v", err)
	}
	if got := f.Current().Field().Name; got != "title" {
		t.Errorf("the cursor is on %s", got)
	}
	a := f.Record().(*model.Action)
	if a.Owner != id(2) || a.Due != today.AddDays(14) {
		t.Errorf("owner %v, due %v", a.Owner, a.Due)
	}
}

func TestWhatOthersChangeMeanwhileIsTakenOverOrShown(t *testing.T) {
	before := &model.Contact{Name: "Jane", JobTitle: "CTO", Location: "Austin"}
	before.ID = id(9)
	f := form.New(before, context())
	f.Resize(100, 40)
	typed(f, "tab", "ctrl+u", "text:CEO")
	now := model.Clone(before)
	now.JobTitle, now.Location = "COO", "Dallas"
	f.Meanwhile(now)
	if got := f.Record().(*model.Contact).Location; got != "Dallas" {
		t.Errorf("the location is %q", got)
	}
	screen := drawn(t, f, 100, 40)
	for _, want := range []string{"theirs: COO", "CEO"} {
		if !strings.Contains(screen, want) {
			t.Errorf("the form does not show %q:\n%s", want, screen)
		}
	}
	if _, err := f.Edit(); !errors.Is(err, form.ErrClash) {
		t.Fatalf("nobody said whose title stays, and it gives %v", err)
	}
	typed(f, "ctrl+y")
	edit, err := f.Edit()
	if err != nil {
		t.Fatal(err)
	}
	if _, conflicts := model.Merge(now, edit.Changes[0]); len(conflicts) > 0 {
		t.Errorf("saving once more still conflicts: %+v", conflicts)
	}
}

func TestARecordRemovedMeanwhileCanBeMadeAgain(t *testing.T) {
	before := &model.Contact{Name: "Jane"}
	before.ID = id(9)
	f := form.New(before, context())
	f.Resize(80, 24)
	typed(f, "text: Smith")
	edit, err := f.Edit()
	if err != nil {
		t.Fatal(err)
	}
	_, conflicts := model.Merge(nil, edit.Changes[0])
	f.Failed(&model.ConflictError{Conflicts: conflicts})
	edit, err = f.Edit()
	if err != nil || edit.Changes[0].Before != nil || edit.Changes[0].After.Base().ID != id(9) {
		t.Fatalf("%+v, %v", edit, err)
	}
}

func TestFormsOfAllKindsDrawAtAnySize(t *testing.T) {
	for _, k := range model.Kinds() {
		for _, size := range [][2]int{{58, 16}, {80, 22}, {100, 40}} {
			f, err := form.NewRecord(model.New(k, id(7)), nil, context())
			if err != nil {
				t.Fatal(err)
			}
			f.Resize(size[0], size[1])
			var labels []string
			f.Key("ctrl+o")
			for range 60 {
				screen := drawn(t, f, size[0], size[1])
				label := f.Current().Field().Label
				if !strings.Contains(screen, "> "+label) {
					t.Fatalf("%s at %v: the field %q is out of sight:\n%s", k, size, label, screen)
				}
				if !slices.Contains(labels, label) {
					labels = append(labels, label)
				}
				f.Key("tab")
			}
			for _, field := range f.Record().Fields() {
				if !field.Hidden && !field.Fixed && field.Num != model.NumAccount && !slices.Contains(labels, field.Label) {
					t.Errorf("%s at %v: %s is never asked for", k, size, field.Name)
				}
			}
		}
	}
}

func drawn(t *testing.T, f *form.Form, w, h int) string {
	t.Helper()
	look, err := theme.New(theme.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := grid.NewCanvas(w, h)
	f.Draw(c.All(), look.Glyphs)
	view := c.Render(look)
	if err := uitest.Check(view, w, h); err != nil {
		t.Fatal(err)
	}
	return uitest.Plain(view)
}
