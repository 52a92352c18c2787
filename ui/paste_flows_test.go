package ui_test

import (
	"strings"
	"testing"

	"astute/ui/uitest"

	tea "github.com/charmbracelet/bubbletea"
)

func TestAPasteIsSafeInAnyField(t *testing.T) {
	s := example(t).Keys("3", "l", "e", "ctrl+u").Paste("Chief\nof\x1b[2J everything\a").Keys("enter")
	s.Shows("Title of Jane Smith: Chief of", "everything")
	s.Paste("DDDyyy").Shows("a paste goes into a field", "Jane Smith")
}

func TestALongPasteIntoALongField(t *testing.T) {
	s := example(t).Keys("3", "E", "ctrl+o")
	s.Keys("tab", "tab", "tab", "tab", "tab", "tab")
	for !strings.Contains(s.Text(), "> Motivations") {
		s.Keys("tab")
	}
	s.Paste(strings.Repeat("a line of notes\n", 10_000)).Keys("enter").Type("the end").Shows("the end")
	s.Keys("ctrl+s").Shows("saved")
}

// raw pastes text as a terminal does that does not mark pastes: as keys, words
// and blanks and line ends each as a message of their own, in no time.
func raw(s *uitest.Screen, text string) {
	var later []tea.Cmd
	send := func(msg tea.Msg) { later = append(later, s.SendOnly(msg)) }
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			send(uitest.Key("enter"))
		}
		for j, word := range strings.Split(line, " ") {
			if j > 0 {
				send(uitest.Key(" "))
			}
			if word != "" {
				send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(word)})
			}
		}
	}
	for _, cmd := range later {
		s.Do(cmd)
	}
}

func TestARawPasteIsNotTakenForCommands(t *testing.T) {
	for _, text := range []string{"hello world, this is a note\nand a second line", "DeleteEverythingHere", "hello\n", "cccccDy yes y\n"} {
		path := uitest.Example(t)
		before := version(t, path)
		for _, pane := range []string{"1", "2", "3", "4"} {
			s := uitest.Workspace(t, path, 120, 40).Keys(pane)
			was := strings.Split(s.Text(), "\n")
			raw(s, text)
			s.Shows("that looks like a paste: nothing was done")
			if now := strings.Split(s.Text(), "\n"); strings.Join(now[:39], "\n") != strings.Join(was[:39], "\n") {
				t.Errorf("%q in pane %s changed the screen to\n%s", text, pane, s.Text())
			}
		}
		if got := version(t, path); got != before {
			t.Errorf("%q wrote %d edits", text, got-before)
		}
	}
}
