package ui_test

import (
	"strings"
	"testing"

	"astute/ui/uitest"

	tea "github.com/charmbracelet/bubbletea"
)

func TestImportHasItsKeyInEveryBook(t *testing.T) {
	example(t).Keys("ctrl+o").Hides("nothing is on").Shows("Import")
	example(t).Keys("9", "ctrl+o").Shows("Import").Keys("esc", "ctrl+p").Type("import").Shows("ctrl+o")
}

// Two escapes that the terminal hands over at once are two, and what follows goes
// to the panes.
func TestTwoEscapesInOneReadAreTwo(t *testing.T) {
	twice := tea.KeyMsg{Type: tea.KeyEsc, Alt: true}
	s := example(t).Keys("f").Send(twice).Hides("Find").Keys("z").Hides("1 Overview ─")
	s.Keys("z", "3", "E").Send(twice).Hides("Edit contact").Keys("4").Shows("[4 Action plan")
	s.Keys("3", "a").Type("Zora").Send(twice).Shows("Leave without saving?").Keys("y").Hides("New contact")
}

// A command typed ahead by its name is no paste, with its enter; lines of text are.
func TestACommandTypedInOneGoIsDone(t *testing.T) {
	for _, typed := range []string{":zoom\n", ":quiet\n"} {
		s := example(t).Keys("3")
		raw(s, typed)
		s.Hides("looks like a paste")
	}
	s := example(t).Keys("3")
	raw(s, ":zoom\n")
	s.Hides("1 Overview ─")
	raw(s, "fraj mehta\n")
	s.Shows("Brief", "Raj Mehta")
	path := uitest.Example(t)
	before := version(t, path)
	for _, text := range []string{":zoom\nccc\n", ":zoom\n\n", "fjane\nD\n", ":archive the account\ny\n"} {
		s := uitest.Workspace(t, path, 120, 40).Keys("3")
		raw(s, text)
		s.Shows("looks like a paste: nothing was done")
	}
	if s := example(t); true {
		if raw(s, ":quit\n"); !s.Quit {
			t.Error(":quit and enter in one go did not quit")
		}
	}
	uitest.Workspace(t, path, 120, 40).Paste(":zoom\n").Shows("a paste goes into a field", "1 Overview")
	if got := version(t, path); got != before {
		t.Errorf("%d edits were written", got-before)
	}
}

// What is typed is seen also where the window is too small for a form; where it is
// not seen, nothing is typed.
func TestNothingIsTypedUnseen(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("3", "a").Type("Zora")
	s.Resize(30, 8).Shows("Name: Zora").Type(" Quill").Shows("Name: Zora Quill", "30 x 8").Paste("er").Shows("Quiller")
	s.Resize(120, 40).Keys("esc", "y", "f").Resize(30, 8).Type("okaf").Shows("Find: okaf")
	s.Resize(120, 40).Keys("esc", "x").Shows("Export").Resize(30, 8).Type("QQQ").Keys("q").Paste("ZZZ")
	if s.Resize(120, 40).Hides("QQQ", "ZZZ"); s.Quit {
		t.Error("a letter typed unseen left the workspace")
	}
}

func TestInAnEmptyBookOneAccountMakesNoNextOne(t *testing.T) {
	s := uitest.Workspace(t, uitest.Empty(t), 80, 24).Keys("esc")
	for _, key := range strings.Fields("[ ]") {
		s.Keys(key).Shows("there is no account yet: A makes one")
	}
}
