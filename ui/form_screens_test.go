package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"astute/model"
	"astute/ui/uitest"
)

func TestFormsAtEverySize(t *testing.T) {
	path := uitest.Example(t)
	for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}} {
		name := fmt.Sprintf("%dx%d", size[0], size[1])
		s := uitest.Workspace(t, path, size[0], size[1]).Keys("3", "E").Golden("form-contact-" + name)
		s.Keys("esc", "1", "E", "ctrl+o", "ctrl+f").Type("descr").Keys("enter").Golden("form-account-" + name)
	}
}

// The form of the largest kind is usable where there is least room: each field
// can be reached and seen, and what keys do stays at the bottom.
func TestTheLongestFormOnTheSmallestScreen(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 60, 20).Keys("1", "E").Shows("more fields", "ctrl+s save")
	s.Keys("ctrl+o")
	seen := map[string]bool{}
	for range 70 {
		s.Shows("ctrl+s save")
		for _, f := range new(model.Account).Fields() {
			if line := s.Line("│ > " + f.Label); line != "" {
				seen[f.Name] = true
			}
		}
		s.Keys("tab")
	}
	for _, f := range new(model.Account).Fields() {
		if !f.Hidden && !f.Fixed && f.Num != model.NumAccount && !seen[f.Name] {
			t.Errorf("%s is never seen", f.Name)
		}
	}
	// The fold is as it was left.
	s.Keys("esc", "E").Shows("ctrl+o fold").Keys("ctrl+o", "esc", "E").Shows("ctrl+o unfold")
}

func TestAFieldIsFoundByItsName(t *testing.T) {
	s := example(t).Keys("3", "E", "ctrl+f").Shows("Which field?").Type("adapt").Keys("enter").Shows("> Adaptability")
	s.Keys("esc").Hides("Edit contact")
}

func TestALongTextWrapsInTheForm(t *testing.T) {
	words := strings.Repeat("word ", 40)
	for _, w := range []int{60, 80, 120, 200} {
		s := uitest.Workspace(t, uitest.Example(t), w, 30).Keys("3", "E", "ctrl+f").Type("notes").Keys("enter")
		s.Keys("ctrl+end").Paste(words + "\n" + words + "漢字漢字漢字漢字漢字漢字漢字 שלום the end")
		s.Shows("the end").Keys("up", "up", "home").Type("#").Shows("#").Keys("ctrl+home").Type("@").Shows("@")
	}
}

func TestErrorsNameTheCureAndKeepWhatWasTyped(t *testing.T) {
	for _, c := range []struct{ add, field, typed, want string }{
		{"add opportunity", "amount", "12 XXQ", "must look like"},
		{"add opportunity", "amount", "lots", "must look like"},
		{"add opportunity", "probability", "half", "must"},
		{"add action", "due", "someday", "must look like"},
		{"add action", "due", "31.02.2026", "not a day of the calendar"},
		{"add action", "owner", "an", "type more of the name"},
		{"add contact", "reports to", "Nobody Knows", "enter makes a new contact"},
	} {
		s := example(t).Keys(":").Type(c.add).Keys("enter", "ctrl+f").Type(c.field).Keys("enter").Type(c.typed).Keys("ctrl+s")
		s.Shows(c.typed, c.want, "New ")
	}
}

func TestAmountsAndDatesAreEchoed(t *testing.T) {
	s := example(t).Keys(":").Type("add opportunity").Keys("enter", "ctrl+f").Type("amount").Keys("enter")
	for typed, want := range map[string]string{"1.2m": "= USD 1,200,000", "1,250,000": "= USD 1,250,000", "EUR 400k": "= EUR 400,000"} {
		s.Keys("ctrl+u").Type(typed).Shows(want)
	}
	s.Keys("ctrl+f").Type("close").Keys("enter", "ctrl+u").Type("eoq").Shows("= Tuesday 31 March 2026")
}
