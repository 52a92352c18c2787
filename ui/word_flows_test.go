package ui_test

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/ui"
	"astute/ui/pane"
	"astute/ui/uitest"
)

func TestAWholeWordTypedInPlaceIsThatWordAndRunsNothing(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 160, 40).Keys("3", "z")
	before := contact(t, path, "Jane Smith")
	label := regexp.MustCompile(`\[([^][]*) of Jane Smith\]`)
	tried, people := 0, len(contacts(t, path))
	for range 14 {
		s.Keys("l", "e")
		found := label.FindStringSubmatch(s.Text())
		if found == nil {
			s.Keys("esc")
			continue
		}
		f, ok := model.FieldNamed(before.Fields(), found[1])
		s.Keys("esc")
		if !ok || f.Words() == nil {
			continue
		}
		for _, w := range f.Words() {
			for _, typed := range append([]string{strings.ToLower(w.Name)}, w.Aliases...) {
				s.Keys("e")
				if f.IsList() {
					s.Keys("delete") // what was chosen before
				}
				s.Type(typed)
				if len(typed) > 1 { // after one letter enter opens who it is, as ever
					s.Keys("enter")
				}
				s.Hides("? shows the keys").Shows("Jane Smith")
				if strings.Contains(s.Text(), found[0]) && strings.Contains(s.Text(), "esc leave") {
					t.Fatalf("%s: %q leaves it open:\n%s", f.Name, typed, s.Text())
				}
				now := contact(t, path, "Jane Smith")
				if got := pane.Field(now, f.Num).Text(); got != w.Name {
					t.Errorf("%s: %q became %q, not %q:\n%s", f.Name, typed, got, w.Name, s.Text())
				}
				if len(contacts(t, path)) != people {
					t.Fatal("somebody came or went")
				}
				if pane.Field(now, f.Num).Text() != f.Text() {
					s.Keys("u").Shows("undone")
				}
				if got := pane.Field(contact(t, path, "Jane Smith"), f.Num).Text(); got != f.Text() {
					t.Fatalf("%s: after %q one undo leaves %q, not %q", f.Name, typed, got, f.Text())
				}
				tried++
			}
		}
	}
	if tried < 60 {
		t.Errorf("only %d words were tried:\n%s", tried, s.Text())
	}
}

func TestOneLetterInPlaceLeavesTheNextKeyACommand(t *testing.T) {
	s := example(t).Keys("3", "l", "l", "l", "l", "e", "c", "?")
	s.Shows("Keys")
	// A letter that goes on with the word after a while is a command again.
	path := uitest.Example(t)
	o := uitest.Options(t, path)
	now := uitest.Now()
	o.Now = func() time.Time { return now }
	s = uitest.Start(t, ui.New(o), 120, 40).Keys("3", "l", "l", "l", "l", "e", "o")
	s.Shows("Support of Jane Smith: Opponent")
	now = now.Add(2 * time.Second)
	s.Keys("u").Shows("undone")
}

func TestALetterThatGoesAstrayInAWordIsNoCommand(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "l", "l", "l", "l", "e").Type("suxp")
	s.Shows(`no word of Support begins with "sux": it stays Supporter`)
	if got := contact(t, path, "Jane Smith").Support; got != model.Supporter {
		t.Errorf("it is %s", got)
	}
}
