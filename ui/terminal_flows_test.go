package ui_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"astute/ui"
	"astute/ui/theme"
	"astute/ui/uitest"
)

// under opens the worked example in a terminal of some environment.
func under(t *testing.T, env map[string]string, borders string) *uitest.Screen {
	t.Helper()
	o := uitest.Options(t, uitest.Example(t))
	o.Getenv = func(name string) string { return env[name] }
	o.Config.Borders = borders
	return uitest.Start(t, ui.New(o), 120, 40)
}

// everywhere goes through panes and overlays and looks at each.
func everywhere(s *uitest.Screen, look func()) {
	for i := range 4 {
		s.Keys(fmt.Sprint(i + 1))
		look()
		s.Keys("z", "l", "l", "l")
		look()
		for _, key := range []string{"enter", "E", "e", "?", ":", "f", "A", "/", "D", "x", "a"} {
			s.Keys(key)
			look()
			s.Keys("down", "f1")
			look()
			s.Keys("esc", "esc")
		}
		s.Keys("esc")
	}
}

// What is not a letter is a sign of ours, and the terminal may not have it.
func TestWithoutUnicodeEverythingDrawnIsASCII(t *testing.T) {
	for _, env := range []map[string]string{{"LC_ALL": "C", "LANG": "en_GB.UTF-8"}, {"TERM": "vt100"}} {
		s := under(t, env, "").Shows("+[3 Contacts]-", "key players first +")
		everywhere(s, func() {
			for _, line := range s.Lines() {
				for _, r := range line {
					if r > unicode.MaxASCII && !unicode.IsLetter(r) && !unicode.IsMark(r) {
						t.Fatalf("%v: %q in %q", env, r, line)
					}
				}
			}
		})
	}
}

func TestWhoSetsTheBordersKnowsBetterThanTheEnvironment(t *testing.T) {
	under(t, map[string]string{"LC_ALL": "C"}, "rounded").Shows("╭[3 Contacts]─")
	under(t, map[string]string{"LANG": "C.UTF-8"}, "ascii").Shows("+[3 Contacts]-")
	under(t, map[string]string{"TERM": "linux"}, "").Shows("┌[3 Contacts]─").Hides("┊", "…", "┃", "━", "╌")
}

// A terminal that takes a character for its bytes would shift all that follows:
// the cursor is sent to its place after each.
func TestWithoutUnicodeNamesShiftNothing(t *testing.T) {
	s := under(t, map[string]string{"LC_ALL": "C"}, "")
	if view := s.Model().View(); !strings.Contains(view, "\x1b[1XŞ\x1b[") {
		t.Errorf("a letter of two bytes is not kept in its place:\n%q", s.Line("ahin"))
	}
}

func TestNoColourLeavesTheMarks(t *testing.T) {
	s := under(t, map[string]string{"NO_COLOR": "1", "TERM": "xterm-256color"}, "").Keys("3", "j")
	s.Shows("[3 Contacts]", "> Margaret Holloway", "Smith T+", "Mehta U-", "! 12 d")
	plain, err := theme.New(theme.Options{Depth: theme.None})
	if err != nil {
		t.Fatal(err)
	}
	view := s.Model().View()
	for _, colour := range []string{"[30", "[31", "[32", "[33", "[36", ";31", ";36", ";46", "[97", "38;", "48;"} {
		if strings.Contains(view, "\x1b"+colour) || strings.Contains(colour, ";") && strings.Contains(view, colour+"m") {
			t.Errorf("a colour is drawn: %s", colour)
		}
	}
	if !strings.Contains(view, plain.SGR(theme.Selected)) {
		t.Error("the cell of the cursor looks like any other")
	}
}

func TestEveryThemeAtEveryDepthDrawsTheSameText(t *testing.T) {
	path := uitest.Example(t)
	want := uitest.Workspace(t, path, 120, 40).Keys("3", "e").Text()
	for _, name := range theme.Names() {
		for _, term := range []string{"xterm-256color", "xterm", "xterm-mono"} {
			o := uitest.Options(t, path)
			o.Config.Theme, o.Config.Borders = name, "line"
			o.Getenv = func(n string) string { return map[string]string{"TERM": term}[n] }
			if got := uitest.Start(t, ui.New(o), 120, 40).Keys("3", "e").Text(); got != want {
				t.Errorf("%s on %s draws\n%s", name, term, got)
			}
		}
	}
}
