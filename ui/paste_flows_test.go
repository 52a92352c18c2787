package ui_test

import (
	"fmt"
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

// manyLines is what somebody has in the clipboard by mistake. Run as commands it
// would remove, complete and move whatever is under the cursor.
func manyLines(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Dy cw line %d of the minutes\n", i)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// Into whatever takes text a paste of many lines goes as text, whether
// the terminal marks it or not; the file is written by nothing but what is saved.
func TestManyLinesGoWhereTextGoesAndNowhereElse(t *testing.T) {
	path := uitest.Example(t)
	for _, marked := range []bool{true, false} {
		for _, c := range []struct {
			name string
			open []string
		}{
			{"the look-up", []string{"f"}}, {"the palette", []string{":"}}, {"the accounts", []string{"A"}}, {"the filter", []string{"3", "/"}},
			{"a field", []string{"3", "l", "e", "ctrl+u"}}, {"a form", []string{"3", "a"}}, {"a line", []string{"4", "a"}}, {"a long field", []string{"3", "n"}},
		} {
			before := version(t, path)
			s := uitest.Workspace(t, path, 120, 40).Keys(c.open...)
			if marked {
				s.Paste(manyLines(10_000))
			} else {
				raw(s, manyLines(3)) // each key of it waits for the next one
			}
			s.Type("!").Hides("that looks like a paste")
			for range 3 {
				if s.Keys("esc"); strings.Contains(s.Text(), "would be lost") {
					s.Keys("y")
				}
			}
			s.Shows("Jane Smith", "Smith T+")
			if got := version(t, path); got != before {
				t.Errorf("%s, marked %v: %d edits were written", c.name, marked, got-before)
			}
		}
	}
}

func TestARawPasteIntoAFieldIsOneChange(t *testing.T) {
	path := uitest.Example(t)
	before := version(t, path)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "l", "e", "ctrl+u")
	raw(s, "Chief\nDDDyyy\nccc\n")
	s.Shows("Title of Jane Smith", "Chief DDDyyy ccc", "3 lines were joined into one").Keys("enter")
	if got := contact(t, path, "Jane Smith").JobTitle; got != "Chief DDDyyy ccc" {
		t.Errorf("the title is %q", got)
	}
	if got := version(t, path); got != before+1 {
		t.Errorf("%d edits were written", got-before)
	}
	s.Keys("u").Shows("undone: title of Jane Smith")
}

// A held key comes as many messages, or as one of many letters: all of them
// count, and nothing is left to be done when it is let go.
func TestAHeldKeyMovesAsFarAsItIsHeld(t *testing.T) {
	for _, burst := range []int{50, 1000} {
		s := example(t).Keys("3", "g")
		for range 1000 / burst {
			s.Burst(strings.Repeat("j", burst))
		}
		last := s.Text()
		if s.Keys("j").Text() != last {
			t.Errorf("in bursts of %d it is not at the end:\n%s", burst, last)
		}
		s.Burst(strings.Repeat("k", 1000)).Shows("> Jane Smith")
	}
}
