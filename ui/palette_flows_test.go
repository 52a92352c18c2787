package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"astute/ui/uitest"
)

func TestHelpListsTheKeysOfThePane(t *testing.T) {
	s := example(t).Keys("4", "?").Shows("In Action plan", "complete")
	s.Keys("G").Shows("drafts: what was typed")
	s.Keys("esc").Hides("In Action plan")
}

func TestThePaletteDoesByName(t *testing.T) {
	s := example(t).Keys(":").Type("list teamm").Keys("enter").Shows("Teammates", "Ana Ruiz")
	s.Keys("esc").Shows("3 Contacts")
}

func TestADisabledCommandSaysWhy(t *testing.T) {
	s := uitest.Workspace(t, uitest.Empty(t), 80, 24).Type("Acme Oil").Keys("enter", "4", "c")
	s.Shows("there is no action here yet")
	s.Keys(":").Type("complete").Shows("there is no action here yet")
}

func TestMessagesAreKept(t *testing.T) {
	s := example(t).Keys("4", "c", ":").Type("messages").Keys("enter")
	s.Shows("Messages", "complete action Invite")
}

func TestListsOverThePanesKeepTheirHeightAndCount(t *testing.T) {
	s := example(t).Keys(":")
	bottom := func() int { _, y := s.Place("esc back"); return y }
	s.Shows("more below", "/")
	box := func() string {
		for i := len(s.Lines()) - 2; i > 0; i-- {
			if line := s.Lines()[i]; strings.Contains(line, "└") {
				return fmt.Sprint(i, strings.Index(line, "└"))
			}
		}
		return ""
	}
	was, end := box(), bottom()
	s.Type("undo")
	if now := box(); now != was || bottom() != end {
		t.Errorf("the list stood at %s and stands at %s", was, now)
	}
	s.Hides("more below")
}

func TestHelpNamesTheColonOnce(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 200).Keys("?")
	n := 0
	for _, line := range s.Lines() {
		if strings.Contains(line, "│ : ") {
			n++
		}
	}
	if n != 1 {
		t.Errorf("the colon is listed %d times:\n%s", n, s.Text())
	}
	s.Shows("By name, with :", "ctrl+c").Hides("the first row", "the next row")
}

func TestThePaletteIsFoundByOtherWordsAndLeavesMovingOut(t *testing.T) {
	s := example(t).Keys("3", ":").Shows("> add a contact").Hides("half a page", "move a line down")
	for typed, want := range map[string]string{
		"note": "add interaction", "call": "add interaction", "export": "export the plan", "import": "import", "backup": "backup", "todo": "add action",
	} {
		s.Keys("ctrl+u").Type(typed).Shows(want)
	}
	s.Keys("ctrl+u").Type("import").Keys("enter").Shows("Import which file?").Keys("esc")
	s.Keys(":").Type("backup").Keys("enter").Shows("astute backup FILE")
	s.Keys(":").Type("erase").Keys("enter").Shows("astute forget NAME")
}
