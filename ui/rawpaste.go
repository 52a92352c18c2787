package ui

import (
	"strings"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
)

// Where text is typed, a paste that the terminal does not mark would save at its
// first line break, and the rest of it would be taken for commands. So keys that
// come in one go with an enter among them are put into the field as one text.

// sudden reports whether a key came so soon behind another that no finger pressed
// it: into text only enter counts, elsewhere all but the same one held down.
func (w *Workspace) sudden(msg tea.KeyMsg) bool {
	if w.typing() {
		return w.hasty() && (msg.Type == tea.KeyEnter || msg.Type == tea.KeyCtrlJ)
	}
	return w.hasty() && msg.Type != tea.KeyCtrlC && msg.String() != w.burst.last
}

// hasty reports whether the last key came sooner behind the one before it than
// fingers are. A clock that stands still says nothing about that.
func (w *Workspace) hasty() bool { return w.burst.pause > 0 && w.burst.pause < 3*settleAfter }

// breaking is an overlay whose field may take several lines.
type breaking interface{ breaks() bool }

func (f *formOver) breaks() bool  { return f.form.Current().Text() }
func (e *fieldEdit) breaks() bool { return e.editor.Text() }

// intoField returns what keys that came in one go mean to a field: one paste
// where they are lines of a text, else the keys that they are.
func (w *Workspace) intoField(strokes []stroke) []stroke {
	text, lines := pastedText(strokes)
	if !lines {
		if n := utf8.RuneCountInString(text); n > mostAtOnce && n == len(strokes) {
			return []stroke{{paste: text}} // one change, not one for each letter
		}
		return strokes
	}
	if b, ok := w.top().(breaking); !ok || !b.breaks() {
		if line, ended := strings.CutSuffix(text, "\n"); ended && !strings.Contains(line, "\n") {
			return []stroke{{paste: line}, {key: "enter", rash: true}} // one line and its end, as text expanders type it
		}
		text = strings.TrimRight(text, "\n")
		w.said.seen()
		w.say("that looks like a paste: it stands in the field, and enter takes it", false)
	}
	return []stroke{{paste: text}}
}

// pastedText returns keys as text, and whether they are lines of one: with
// something behind an enter, or more before it than somebody types ahead.
func pastedText(strokes []stroke) (text string, lines bool) {
	var b strings.Builder
	letters, broken := 0, false
	for _, s := range strokes {
		switch {
		case s.key == "":
			b.WriteString(s.paste)
		case s.key == "enter" || s.key == "ctrl+j":
			b.WriteByte('\n')
			broken = true
			lines = lines || letters > fewWithEnter
			continue
		case s.key == "tab":
			b.WriteByte('\t')
		case utf8.RuneCountInString(s.key) == 1:
			b.WriteString(s.key)
		default:
			continue // of an escape sequence, or held down: no text
		}
		letters++
		lines = lines || broken
	}
	return b.String(), lines
}
