package form_test

import (
	"fmt"
	"strings"
	"testing"

	"astute/model"
	"astute/ui/form"
)

// chosen are all fields that are picked from a vocabulary, and those of yes and no.
func chosenFields() (list []model.Field) {
	for _, k := range model.Kinds() {
		for _, f := range k.Spec().New().Fields() {
			if (f.Words() != nil || f.Type() == model.TypeBool) && !f.Fixed && !f.Hidden {
				list = append(list, f)
			}
		}
	}
	return list
}

func TestEveryWordThatIsTypedIsTheWordThatIsChosen(t *testing.T) {
	try := func(f model.Field, typed, want string, end ...string) {
		t.Helper()
		if err := f.Parse(""); err != nil {
			t.Fatal(err)
		}
		e := form.NewEditor(f, context())
		press(e, "text:"+typed)
		press(e, end...)
		e.TakeTyped()
		if err := e.Commit(); err != nil || f.Text() != want {
			t.Errorf("%s: %q %v became %q, not %q: %v", f.Name, typed, end, f.Text(), want, err)
		}
	}
	tried, seen := 0, map[string]bool{}
	for _, f := range chosenFields() {
		vocabulary := fmt.Sprint(f.Words(), f.Needed, f.Type())
		if seen[vocabulary] && f.Words() != nil {
			continue
		}
		seen[vocabulary] = true
		for _, w := range f.Words() {
			for _, name := range append([]string{w.Name}, w.Aliases...) {
				for _, typed := range []string{name, strings.ToLower(name), strings.ToUpper(name), strings.ReplaceAll(name, " ", "")} {
					try(f, typed, w.Name)
					try(f, typed, w.Name, []string{" ", ",", "enter"}[tried%3])
					tried++
				}
			}
			if f.Type() == model.TypeChoice {
				try(f, string(w.Key), w.Name)
			}
		}
		if f.Type() == model.TypeBool {
			try(f, "yes", "yes")
			try(f, "Yes", "yes")
			try(f, "no", "")
		}
	}
	if tried < 500 {
		t.Errorf("only %d words were tried", tried)
	}
}

func TestWordsOfSeveralAreToggledOnceEach(t *testing.T) {
	for _, c := range []struct{ typed, want string }{
		{"economic buyer, technical buyer", "Economic Buyer, Technical Buyer"},
		{"user,decision maker", "Decision Maker, User Buyer"},
		{"econ tech", "Economic Buyer, Technical Buyer"},
		{"economic buyer technical", "Economic Buyer, Technical Buyer"},
		{"de", "Economic Buyer, Decision Maker"},
		{"dec", "Decision Maker"},
		{"dede", ""},
		{"tech, tech", ""},
		{"t, e", "Economic Buyer, Technical Buyer"},
		{"gatekeeper", "Gatekeeper"},
	} {
		f := field(new(model.Contact), "decision_role")
		e := form.NewEditor(f, context())
		press(e, "text:"+c.typed, "enter")
		if err := e.Commit(); err != nil || f.Text() != c.want {
			t.Errorf("%q became %q, not %q: %v", c.typed, f.Text(), c.want, err)
		}
	}
}

func TestALetterThatFitsNoWordIsRefused(t *testing.T) {
	f := field(&model.Contact{Support: model.Neutral}, "support")
	e := form.NewEditor(f, context())
	press(e, "text:suporter")
	if err := e.Commit(); err == nil || !strings.Contains(e.Hint(), `no word here begins with "suporter"`) || f.Text() != "Neutral" {
		t.Fatalf("%q, %v, %q", f.Text(), err, e.Hint())
	}
	press(e, "backspace", "backspace", "backspace", "backspace", "backspace")
	if err := e.Commit(); err != nil || f.Text() != "Supporter" {
		t.Fatalf("%q, %v", f.Text(), err)
	}
	press(e, "backspace", "backspace")
	press(e, "backspace")
	if err := e.Commit(); err != nil || f.Text() != "" {
		t.Errorf("%q, %v", f.Text(), err)
	}
	// Letters that are keys and no word, until a third letter says otherwise.
	press(e, "text:sce")
	if err := e.Commit(); err != nil || f.Text() != "Opponent" {
		t.Errorf("%q, %v", f.Text(), err)
	}
	e.TakeTyped()
	// Who changes their mind presses the other key.
	press(e, "s", "c")
	if err := e.Commit(); err != nil || f.Text() != "Champion" {
		t.Errorf("%q, %v", f.Text(), err)
	}
	if meant, _ := form.NewEditor(f, context()).Key("z"); meant {
		t.Error("a letter that begins no word means something")
	}
}

func TestTheFirstKeyReplacesADayAndErrorsSpeakOfLabels(t *testing.T) {
	a := &model.Action{Name: "Call", Due: today}
	e := form.NewEditor(field(a, "due"), context())
	press(e, "text:+1d")
	if err := e.Commit(); err != nil || a.Due != today.AddDays(1) {
		t.Errorf("%v, %v", a.Due, err)
	}
	e = form.NewEditor(field(a, "due"), context())
	press(e, "ctrl+e", "backspace", "text:1")
	if !strings.HasSuffix(e.Typed(), "1") || len(e.Typed()) < 8 {
		t.Errorf("it is %q after it was edited", e.Typed())
	}
	c := &model.Contact{Name: "Jane"}
	f := form.New(c, context())
	f.Resize(80, 40)
	f.Go(field(c, "reports_to").Num)
	typed(f, "text:zzyzx")
	f.Go(field(c, "unit").Num)
	typed(f, "text:zzyzx")
	if _, err := f.Edit(); err == nil || !strings.Contains(err.Error(), "2 fields cannot be taken yet; the first: reports to: nobody is called") {
		t.Errorf("%v", err)
	}
}
