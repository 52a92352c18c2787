package ui_test

import (
	"strings"
	"testing"

	"astute/model"
	"astute/ui/uitest"
)

// The room that there is is filled: with names of panes, and with what the header
// says.
func TestTheBarsFillTheRoomThereIs(t *testing.T) {
	path := uitest.Example(t)
	for _, width := range []int{119, 110, 100, 90, 80} {
		s := uitest.Workspace(t, path, width, 30).Keys("3")
		tabs := s.Lines()[28]
		if left := width - len([]rune(strings.TrimRight(tabs, " "))); left > 16 {
			t.Errorf("%d columns of %d are left free: %q", left, width, tabs)
		}
		if !strings.Contains(tabs, "3 Contacts") || !strings.Contains(tabs, "9") {
			t.Errorf("the bar is %q", tabs)
		}
	}
	for _, width := range []int{110, 104} {
		uitest.Workspace(t, path, width, 30).Shows("health neutral", "review overdue 12 d")
	}
	uitest.Workspace(t, path, 113, 30).Shows("health neutral", "1 of 3")
}

// That something is taken back by u is said only while it is: also of what was
// removed with a page, and of an account.
func TestTheOfferToTakeBackGoesWithAnEditOfOthers(t *testing.T) {
	for _, keys := range [][]string{{"3", "l", "e", "ctrl+u", "X", "enter"}, {"1", "D", "y"}, {"3", "D", "y"}} {
		path := uitest.Example(t)
		s := uitest.Workspace(t, path, 120, 40).Keys(keys...).Shows("(u takes it back)")
		st := uitest.Open(t, path, "somebody else")
		a := &model.Account{Name: "Quillworks"}
		a.ID = st.NewID(uitest.Now())
		if _, err := st.Apply(model.Created("add account Quillworks", a), uitest.Now()); err != nil {
			t.Fatal(err)
		}
		s.Tick().Hides("(u takes it back)")
	}
}

// A form of what was removed elsewhere says what saving it as new leaves away.
func TestAFormOfARemovedContactSaysWhatWentWithIt(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "E", "tab", "ctrl+u").Type("Chief Everything")
	remove(t, path, "Jane Smith")
	s.Tick().Shows("removed elsewhere meanwhile, and with it", "lines", "as new without these", "u brings all back")
	s.Type("!").Shows("as new without these")
	s.Keys("esc", "y", "u").Shows("Take it back?", "Jane Smith").Keys("y").Shows("Jane Smith", "CTO")
}

// What opens to be typed into in a book that can only be read says so at once.
func TestAFormInAReadOnlyBookSaysSoWhenItOpens(t *testing.T) {
	for _, keys := range [][]string{{"3", "E"}, {"3", "l", "e"}, {"3", "a"}, {"4", "a"}} {
		s, _, write := onFailing(t, 120, 40)
		s.Keys("3", "l", "e", "ctrl+u", "X")
		*write = faults["read only"]
		s.Keys("enter", "esc", "y").Hides("nothing can be saved yet")
		s.Keys(keys...).Shows("what you type here cannot be saved yet", "chmod u+w", "read only: nothing can be saved yet")
		s.Type("Zo").Shows("read only: nothing can be saved yet")
	}
}
