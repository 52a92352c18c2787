package model_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"astute/model"
	"astute/model/modeltest"

	"pgregory.net/rapid"
)

// eachField runs a test on every field of every kind, each time of a new record.
func eachField(t *testing.T, test func(t *testing.T, kind model.Kind, blank func() model.Field)) {
	for _, kind := range model.Kinds() {
		for i, f := range model.New(kind, model.ID{}).Fields() {
			t.Run(kind.String()+"."+f.Name, func(t *testing.T) {
				test(t, kind, func() model.Field { return model.New(kind, model.ID{}).Fields()[i] })
			})
		}
	}
}

func TestFieldsAreDeclaredSoundly(t *testing.T) {
	for _, kind := range model.Kinds() {
		fields := model.New(kind, model.ID{}).Fields()
		nums, names, labels := map[int]string{}, map[string]bool{}, map[string]bool{}
		own := true
		for _, f := range fields {
			if f.Num < 10 {
				own = false
			}
			switch {
			case f.Num < 1 || f.Num < 10 == own:
				t.Errorf("%s.%s has number %d: a kind's own begin at 10 and stand first, the head's are 1 to 9", kind, f.Name, f.Num)
			case nums[f.Num] != "":
				t.Errorf("%s.%s has number %d, which %s has", kind, f.Name, f.Num, nums[f.Num])
			case names[f.Name] || labels[strings.ToLower(f.Label)]:
				t.Errorf("%s.%s: there are two of that name or label", kind, f.Name)
			case f.Name == "" || strings.Trim(f.Name, "abcdefghijklmnopqrstuvwxyz_") != "":
				t.Errorf("%s.%s is not named in snake_case", kind, f.Name)
			case f.Label == "" || f.Label != model.CleanLine(f.Label) || f.Hint != model.CleanLine(f.Hint):
				t.Errorf("%s.%s has the label %q and the hint %q", kind, f.Name, f.Label, f.Hint)
			case f.Hidden && !f.Fixed:
				t.Errorf("%s.%s is hidden, but can be set", kind, f.Name)
			}
			nums[f.Num], names[f.Name], labels[strings.ToLower(f.Label)] = f.Name, true, true
			if link := f.Type() == model.TypeLink || f.Type() == model.TypeLinks; !link && f.Kinds != nil {
				t.Errorf("%s.%s is no link, but points to %v", kind, f.Name, f.Kinds)
			}
			for _, k := range f.Kinds {
				if !k.Known() {
					t.Errorf("%s.%s points to %s, which there is not", kind, f.Name, k)
				}
			}
			if (f.Type() == model.TypeChoice || f.Type() == model.TypeChoices) != (f.Words() != nil) {
				t.Errorf("%s.%s: type and words do not agree", kind, f.Name)
			}
		}
		if names["account"] != (kind.Scope() == model.ScopeAccount) {
			t.Errorf("%s: account field %t", kind, names["account"])
		}
	}
}

// A record that is new knows nothing: every field is unknown, has no text and
// shows nothing.
func TestNothingIsKnownOfANewRecord(t *testing.T) {
	eachField(t, func(t *testing.T, _ model.Kind, blank func() model.Field) {
		f := blank()
		if !f.IsZero() || f.Text() != "" || f.Items() != nil || f.Links() != nil || f.Display(nil) != "" {
			t.Errorf("text %q, items %q", f.Text(), f.Items())
		}
		if err := f.Parse(""); err != nil || !f.IsZero() {
			t.Errorf("nothing reads as %q, %v", f.Text(), err)
		}
	})
}

// What every text that comes in leaves behind: no harm, and a text that reads
// back as itself. On an error the field keeps what it had.
func TestSetIsADoorThatNothingHarmfulPasses(t *testing.T) {
	in := model.Input{Today: someDay, Currency: "USD", Find: func(string, []model.Kind) (model.ID, error) { return newIDs()(), nil }}
	eachField(t, func(t *testing.T, kind model.Kind, blank func() model.Field) {
		taken := 0
		for _, text := range modeltest.Naughty() {
			f := blank()
			if err := f.Set(in, text); err != nil {
				var bad *model.ValueError
				if !errors.Is(err, model.ErrValue) || !errors.As(err, &bad) || bad.Field != f.Name || f.Text() != "" {
					t.Errorf("%q: the error is %v, and the field holds %q", text, err, f.Text())
				}
				if strings.Contains(err.Error(), "\n") {
					t.Errorf("the error takes several lines: %q", err)
				}
				continue
			}
			taken++
			stable(t, f, blank())
			safe(t, f.Text(), f.IsLong || f.IsList())
			safe(t, f.Display(func(model.ID) string { return "name" }), f.IsLong)
		}
		if text := blank().Type() == model.TypeText || blank().Type() == model.TypeTexts; text && !blank().Fixed && !blank().IsCurrency() && taken < 50 {
			t.Errorf("only %d naughty strings are taken", taken)
		}
		if blank().Fixed && taken > 0 {
			t.Errorf("a fixed field took %d texts", taken)
		}
	})
}

// stable fails unless the text of f reads back as itself, in another field of
// the same kind, and survives being set again.
func stable(t failer, f, other model.Field) {
	t.Helper()
	if err := other.Parse(f.Text()); err != nil || other.Text() != f.Text() {
		t.Errorf("%s: %q reads back as %q, %v", f.Name, f.Text(), other.Text(), err)
	}
	if f.Type() == model.TypeLink || f.Type() == model.TypeLinks {
		return
	}
	if err := other.Set(model.Input{Today: someDay}, f.Text()); err != nil && !(f.Needed && f.IsZero()) || other.Text() != f.Text() {
		t.Errorf("%s: %q set again becomes %q, %v", f.Name, f.Text(), other.Text(), err)
	}
}

func TestSetReadsAnyText(t *testing.T) {
	in := model.Input{Today: someDay, Currency: "EUR"}
	rapid.Check(t, func(t *rapid.T) {
		kind := anyKind(t)
		r, other := model.New(kind, model.ID{}), model.New(kind, model.ID{})
		i := rapid.IntRange(0, len(r.Fields())-1).Draw(t, "field")
		f := r.Fields()[i]
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[ -~]{0,12}`), rapid.SampledFrom(modeltest.Naughty())).Draw(t, "text")
		if f.Set(in, text) == nil {
			safe(t, f.Text(), f.IsLong || f.IsList())
			stable(t, f, other.Fields()[i])
		}
	})
}

func TestCanonicalTextIsStable(t *testing.T) {
	links := somewhere()
	rapid.Check(t, func(t *rapid.T) {
		kind := anyKind(t)
		r := drawRecord(t, kind, newIDs()(), links)
		copied := model.New(kind, r.Base().ID)
		from, to := r.Fields(), copied.Fields()
		for i := range from {
			if err := to[i].Parse(from[i].Text()); err != nil {
				t.Fatalf("%s.%s does not read %q: %v", kind, from[i].Name, from[i].Text(), err)
			}
		}
		if texts(r) != texts(copied) || !reflect.DeepEqual(r, copied) {
			t.Fatalf("%v\nreads back as\n%v", texts(r), texts(copied))
		}
	})
}

func TestCloneIsEqualAndSharesNothing(t *testing.T) {
	links := somewhere()
	rapid.Check(t, func(t *rapid.T) {
		r := drawRecord(t, anyKind(t), newIDs()(), links)
		r.Base().Unknown = []model.UnknownField{{Num: 99, Text: "of a newer version"}}
		was := texts(r)
		c := model.Clone(r)
		if !model.Equal(r, c) || texts(c) != was || !reflect.DeepEqual(r.Base().Unknown, c.Base().Unknown) {
			t.Fatalf("the clone of\n%s is\n%s", was, texts(c))
		}
		// Writing into whatever the clone holds leaves the original alone.
		v := reflect.ValueOf(c).Elem()
		scribble(v)
		if texts(r) != was || r.Base().Unknown[0].Num != 99 {
			t.Fatalf("a change of the clone changed the original to\n%s", texts(r))
		}
	})
}

// scribble overwrites the elements of every slice of a struct.
func scribble(v reflect.Value) {
	for i := range v.NumField() {
		switch f := v.Field(i); f.Kind() {
		case reflect.Struct:
			if v.Type().Field(i).Anonymous {
				scribble(f)
			}
		case reflect.Slice:
			for j := range f.Len() {
				f.Index(j).SetZero()
			}
		}
	}
}

func TestAddAndDrop(t *testing.T) {
	c := &model.Contact{Phones: []string{"1", "2"}}
	field := func(name string) model.Field {
		f, ok := model.FieldNamed(c.Fields(), name)
		if !ok {
			t.Fatalf("a contact has no %s", name)
		}
		return f
	}
	for _, step := range []struct {
		op, field, typed, want string
	}{
		{"+=", "phones", "3, 2", "1\n2\n3"},
		{"-=", "phones", "1", "2\n3"},
		{"-=", "phones", "9", "error"},
		{"-=", "phones", "2; 3", ""},
		{"+=", "decision_role", "user, Economic Buyer", "Economic Buyer, User Buyer"},
		{"+=", "decision_role", "economic-buyer", "Economic Buyer, User Buyer"},
		{"-=", "decision_role", "User Buyer", "Economic Buyer"},
		{"-=", "decision_role", "Gatekeeper", "error"},
		{"+=", "decision_role", "nobody", "error"},
		{"+=", "name", "Jane", "error"},
		{"-=", "support", "Champion", "error"},
	} {
		f := field(step.field)
		before := f.Text()
		change := f.Add
		if step.op == "-=" {
			change = f.Drop
		}
		err := change(model.Input{}, step.typed)
		switch got := field(step.field).Text(); {
		case step.want == "error" && (!errors.Is(err, model.ErrValue) || got != before):
			t.Errorf("%s %s %q: %v, and the field holds %q", step.field, step.op, step.typed, err, got)
		case step.want != "error" && (err != nil || got != step.want):
			t.Errorf("%s %s %q: %q, %v; want %q", step.field, step.op, step.typed, got, err, step.want)
		}
	}
}

func TestAddThenDropLeavesAListAsItWas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z]{1,4}`), 0, 5, rapid.ID[string]).Draw(t, "words")
		added := rapid.StringMatching(`[A-Z]{1,4}`).Draw(t, "added")
		a := &model.Account{Offerings: slices.Clone(words)}
		f, _ := model.FieldNamed(a.Fields(), "offerings")
		for range 2 { // adding twice adds once
			if err := f.Add(model.Input{}, added); err != nil || !slices.Equal(a.Offerings, append(slices.Clone(words), added)) {
				t.Fatalf("%q and %q is %q, %v", words, added, a.Offerings, err)
			}
		}
		if err := f.Drop(model.Input{}, added); err != nil || !slices.Equal(a.Offerings, words) && len(words) > 0 {
			t.Fatalf("without %q it is %q, %v", added, a.Offerings, err)
		}
	})
}

func TestLinksAreFoundByName(t *testing.T) {
	next := newIDs()
	people := map[string]model.ID{"Jane": next(), "Smith, Raj": next(), "Lisa": next()}
	people["Jane S."] = people["Jane"] // two names of one person
	in := model.Input{Find: func(text string, kinds []model.Kind) (model.ID, error) {
		if !slices.Contains(kinds, model.KindContact) {
			return model.ID{}, fmt.Errorf("asked for %v", kinds)
		}
		if id, ok := people[text]; ok {
			return id, nil
		}
		return model.ID{}, fmt.Errorf("names nobody: %s", text)
	}}
	for typed, want := range map[string][]string{
		"Jane": {"Jane"}, "Jane; Lisa": {"Jane", "Lisa"}, "Jane, Lisa": {"Jane", "Lisa"}, "Smith, Raj": {"Smith, Raj"}, "Smith, Raj; Jane; Jane": {"Smith, Raj", "Jane"}, "Jane\nLisa": {"Jane", "Lisa"}, "": nil,
		"Jane; Jane S.": {"Jane"}, "Jane S., Lisa, Jane": {"Jane", "Lisa"},
	} {
		i := &model.Interaction{}
		f, _ := model.FieldNamed(i.Fields(), "contacts")
		if err := f.Set(in, typed); err != nil {
			t.Errorf("%q: %v", typed, err)
		}
		var ids []model.ID
		for _, name := range want {
			ids = append(ids, people[name])
		}
		if !slices.Equal(i.Contacts, ids) || !slices.Equal(f.Links(), ids) {
			t.Errorf("%q names %v, want %v", typed, i.Contacts, want)
		}
	}
	i := &model.Interaction{Contacts: []model.ID{people["Jane"]}}
	f, _ := model.FieldNamed(i.Fields(), "contacts")
	for _, typed := range []string{"Nobody", "Jane, Nobody", "Jane; Nobody"} {
		if err := f.Set(in, typed); err == nil || !strings.Contains(err.Error(), "Nobody") || len(i.Contacts) != 1 {
			t.Errorf("%q: %v, %v", typed, i.Contacts, err)
		}
	}
	// Without anybody to ask, a link takes whole ids only.
	if err := f.Set(model.Input{}, people["Lisa"].String()); err != nil || i.Contacts[0] != people["Lisa"] {
		t.Errorf("%v, %v", i.Contacts, err)
	}
	if err := f.Set(model.Input{}, "Lisa"); !errors.Is(err, model.ErrID) {
		t.Errorf("a name without anybody to ask: %v", err)
	}
}

func TestFieldNamed(t *testing.T) {
	fields := (&model.Contact{}).Fields()
	for typed, want := range map[string]string{
		"reports_to": "reports_to", "Reports-To": "reports_to", "reports to": "reports_to", "E-mail": "email", "EMAIL": "email", "Job": "", "title": "title", "In the role since": "since", "origin": "", "": "",
		"Past projects": "history", "history": "history", "External": "external", "external id": "external_id",
	} {
		f, ok := model.FieldNamed(fields, typed)
		if ok != (want != "") || f.Name != want {
			t.Errorf("%q is the field %q, want %q", typed, f.Name, want)
		}
	}
}

func TestFieldErrorsNameTheCure(t *testing.T) {
	c := &model.Contact{Name: "Jane"}
	for _, e := range []struct{ field, typed, want string }{
		{"name", " ", "name is needed and cannot be empty"},
		{"support", "fan", `support must be Champion, Supporter, Neutral or Opponent, not "fan"`},
		{"since", "soon", `since must look like ` + model.WhenHint + `, not "soon"`},
		{"external", "maybe", `external must be yes or no, not "maybe"`},
		{"created", "today", "created is kept by the program and cannot be set"},
		{"unit", "IT", "unit " + model.ErrID.Error()},
	} {
		f, _ := model.FieldNamed(c.Fields(), e.field)
		if err := f.Set(model.Input{Today: someDay}, e.typed); err == nil || err.Error() != e.want {
			t.Errorf("%s=%q: %v, want %q", e.field, e.typed, err, e.want)
		}
	}
	if c.Name != "Jane" {
		t.Errorf("an error changed the name to %q", c.Name)
	}
}

func TestDisplay(t *testing.T) {
	next := newIDs()
	jane, raj := next(), next()
	names := func(id model.ID) string {
		if id == jane {
			return "Jane Smith"
		}
		return ""
	}
	a := &model.Account{Employees: model.NumberOf(150_000), RevenueGrowth: model.NumberOf(5), AnnualRevenue: model.NewMoney(123450, "USD"), Rivals: []string{"a", "b"}, Owner: jane, Team: []model.ID{jane, raj},
		CustomerSince: someDay, Mission: "two\nlines"}
	for name, want := range map[string]string{
		"employees": "150,000", "revenue_growth": "5 %", "annual_revenue": "USD 1,234.50", "rivals": "a, b", "owner": "Jane Smith", "team": "Jane Smith, " + raj.String(), "customer_since": "2026-03-31",
		"mission": "two\nlines", "headline": "", "market_share": "",
	} {
		f, _ := model.FieldNamed(a.Fields(), name)
		if got := f.Display(names); got != want {
			t.Errorf("%s is shown as %q, want %q", name, got, want)
		}
	}
	f, _ := model.FieldNamed(a.Fields(), "owner")
	if got := f.Display(nil); got != jane.String() {
		t.Errorf("with nobody to ask, a link is shown as %q", got)
	}
}
