// Package uitest drives the workspace as a person does: keys in, screen out, one
// after the other without any waiting. Every screen it sees is checked: as many
// lines as the terminal has, each exactly as wide, nothing in them that a
// terminal would obey.
//
//	uitest.go  the driver
//	golden.go  screens kept as files
//	book.go    files to work on: the worked example, and books of one's own
package uitest

import (
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// Screen is a workspace with a screen of a size.
type Screen struct {
	t    testing.TB
	m    tea.Model
	w, h int
	Quit bool // the workspace was left
}

// Start shows a model on a screen of a size.
func Start(t testing.TB, m tea.Model, w, h int) *Screen {
	t.Helper()
	s := &Screen{t: t, m: m}
	s.do(m.Init())
	s.Resize(w, h)
	return s
}

// Model is what is driven.
func (s *Screen) Model() tea.Model { return s.m }

// Send gives the model a message and runs what it asks for until nothing is left.
func (s *Screen) Send(msg tea.Msg) *Screen {
	s.t.Helper()
	if s.Quit {
		return s
	}
	var cmd tea.Cmd
	s.m, cmd = s.m.Update(msg)
	s.check()
	s.do(cmd)
	return s
}

// SendOnly gives the model a message and returns what it asks for, not run yet:
// for what happens while the file is slow.
func (s *Screen) SendOnly(msg tea.Msg) tea.Cmd {
	s.t.Helper()
	var cmd tea.Cmd
	s.m, cmd = s.m.Update(msg)
	s.check()
	return cmd
}

// Do runs what was asked for.
func (s *Screen) Do(cmd tea.Cmd) *Screen {
	s.t.Helper()
	s.do(cmd)
	return s
}

func (s *Screen) do(cmd tea.Cmd) {
	s.t.Helper()
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			s.do(c)
		}
	case tea.QuitMsg:
		s.Quit = true
	default:
		s.Send(msg)
	}
}

// Resize gives the terminal another size.
func (s *Screen) Resize(w, h int) *Screen {
	s.t.Helper()
	s.w, s.h = w, h
	return s.Send(tea.WindowSizeMsg{Width: w, Height: h})
}

// Keys presses keys, each named as the terminal names it: "j", "enter", "ctrl+k".
func (s *Screen) Keys(keys ...string) *Screen {
	s.t.Helper()
	for _, key := range keys {
		s.Send(Key(key))
	}
	return s
}

// Type presses the keys of a text one after the other.
func (s *Screen) Type(text string) *Screen {
	s.t.Helper()
	for _, r := range text {
		s.Send(Key(string(r)))
	}
	return s
}

// Burst presses the keys of a text so fast that they come as one message.
func (s *Screen) Burst(text string) *Screen {
	s.t.Helper()
	return s.Send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text)})
}

// Paste pastes text as a terminal does: in one piece, with \r for line breaks.
func (s *Screen) Paste(text string) *Screen {
	s.t.Helper()
	text = strings.ReplaceAll(text, "\n", "\r")
	return s.Send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true})
}

// Click presses the left button of the mouse at a place.
func (s *Screen) Click(x, y int) *Screen {
	s.t.Helper()
	return s.Send(tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
}

// Wheel turns the wheel at a place, down when rows is positive.
func (s *Screen) Wheel(x, y, rows int) *Screen {
	s.t.Helper()
	button := tea.MouseButtonWheelDown
	if rows < 0 {
		button = tea.MouseButtonWheelUp
	}
	return s.Send(tea.MouseMsg{X: x, Y: y, Button: button, Action: tea.MouseActionPress})
}

// Key returns the message of a key.
func Key(name string) tea.KeyMsg {
	if name == " " {
		return tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}}
	}
	if rest, ok := strings.CutPrefix(name, "alt+"); ok && len([]rune(rest)) == 1 {
		return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(rest), Alt: true}
	}
	if len([]rune(name)) == 1 {
		return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
	}
	for k := tea.KeyType(-200); k < 200; k++ {
		if msg := (tea.KeyMsg{Type: k}); k != tea.KeyRunes && msg.String() == name {
			return msg
		}
	}
	panic("uitest: no key " + name)
}

// Plain returns a screen without its styles.
func Plain(view string) string { return ansi.Strip(view) }

// Lines returns the screen as plain lines.
func (s *Screen) Lines() []string {
	lines := strings.Split(s.m.View(), "\n")
	for i := range lines {
		lines[i] = ansi.Strip(lines[i])
	}
	return lines
}

// Text returns the screen as one text.
func (s *Screen) Text() string { return strings.Join(s.Lines(), "\n") }

// Line returns the first line of the screen that holds a text, "" when none does.
func (s *Screen) Line(text string) string {
	for _, line := range s.Lines() {
		if strings.Contains(line, text) {
			return line
		}
	}
	return ""
}

// Place returns where a text begins on the screen; it fails the test when it is
// not there.
func (s *Screen) Place(text string) (x, y int) {
	s.t.Helper()
	for y, line := range s.Lines() {
		if i := strings.Index(line, text); i >= 0 {
			return ansi.StringWidth(line[:i]), y
		}
	}
	s.t.Fatalf("the screen does not show %q:\n%s", text, s.Text())
	return 0, 0
}

// Shows fails the test unless the screen shows all of the texts.
func (s *Screen) Shows(texts ...string) *Screen {
	s.t.Helper()
	screen := s.Text()
	for _, text := range texts {
		if !strings.Contains(screen, text) {
			s.t.Fatalf("the screen does not show %q:\n%s", text, screen)
		}
	}
	return s
}

// Hides fails the test when the screen shows one of the texts.
func (s *Screen) Hides(texts ...string) *Screen {
	s.t.Helper()
	screen := s.Text()
	for _, text := range texts {
		if strings.Contains(screen, text) {
			s.t.Fatalf("the screen shows %q:\n%s", text, screen)
		}
	}
	return s
}

// check fails the test when the screen is not as a terminal needs it.
func (s *Screen) check() {
	s.t.Helper()
	if s.w == 0 {
		return
	}
	view := s.m.View()
	if view == "" {
		return // it was left
	}
	if err := Check(view, s.w, s.h); err != nil {
		s.t.Fatalf("%v\n%s", err, ansi.Strip(view))
	}
}

// Check says what is wrong with a screen: too many lines or too few, one of
// another width, a character that a terminal would obey.
func Check(view string, w, h int) error {
	lines := strings.Split(view, "\n")
	if len(lines) != h {
		return fmt.Errorf("%d lines on a screen of %d", len(lines), h)
	}
	for i, line := range lines {
		if got := ansi.StringWidth(line); got != w {
			return fmt.Errorf("line %d is %d columns wide on a screen of %d: %q", i+1, got, w, line)
		}
		for _, r := range ansi.Strip(line) {
			if r < ' ' || r >= 0x7f && r <= 0x9f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
				return fmt.Errorf("line %d holds %U: %q", i+1, r, line)
			}
		}
		if rest := others(line); rest != "" {
			return fmt.Errorf("line %d holds the escape %q", i+1, rest)
		}
	}
	return nil
}

// others returns the first escape sequence of a line that is neither a style nor
// one of the two that keep columns in their places.
func others(line string) string {
	for {
		i := strings.IndexByte(line, 0x1b)
		if i < 0 {
			return ""
		}
		line = line[i:]
		end := strings.IndexAny(line[1:], "mXG") + 2
		if end < 2 || !strings.HasPrefix(line, "\x1b[") || strings.Trim(line[2:end-1], "0123456789;") != "" {
			return line[:min(len(line), 12)]
		}
		line = line[end:]
	}
}
