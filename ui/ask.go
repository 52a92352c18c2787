package ui

import (
	"fmt"
	"strings"

	"astute/ui/confirm"
	"astute/ui/grid"
	"astute/ui/layout"

	tea "github.com/charmbracelet/bubbletea"
)

// question asks before something takes effect.
type question struct {
	plain
	q    confirm.Question
	yes  func(w *Workspace) tea.Cmd
	keep func(w *Workspace) tea.Cmd // what k does, where the question says so
	deaf string                     // the key that led here: held down, it must not answer

	quits bool // yes leaves the workspace
}

// ask asks, and does yes only when the answer is y.
func (w *Workspace) ask(title string, lines []string, yes, no string, do func(w *Workspace) tea.Cmd) {
	w.push(&question{q: newQuestion(title, lines, yes, no), yes: do})
}

func newQuestion(title string, lines []string, yes, no string) confirm.Question {
	return confirm.Question{Title: title, Lines: lines, Yes: yes, No: no}
}

// tooSoon reports whether a key cannot be meant as the answer to the question
// that is open: it came in one go with the key that led to it, or was typed before
// the question was there.
func (w *Workspace) tooSoon(s stroke) bool {
	q, asked := w.top().(*question)
	if !asked || !s.rash || s.key == "ctrl+c" {
		return false
	}
	if s.key != q.deaf {
		w.said.seen()
		w.say("typed before the question was there, so it is not answered: "+q.choices(), false)
	}
	return true
}

// choices names the answers in a few words.
func (q *question) choices() string {
	text := ""
	for _, h := range q.hints() {
		text += h.key + " " + h.text + "   "
	}
	return strings.TrimSpace(text)
}

func (q *question) hints() []hint {
	if q.keep != nil {
		return []hint{{"k", q.q.Keep}, {"y", q.q.Yes}, {"n", q.q.No}}
	}
	return []hint{{"y", q.q.Yes}, {"n", q.q.No}}
}

func (q *question) key(w *Workspace, key string) tea.Cmd {
	if key == q.deaf {
		return nil
	}
	w.drop(q)
	switch {
	case confirm.Yes(key):
		return q.yes(w)
	case q.keep != nil && key == "k":
		return q.keep(w)
	case q.deaf != "" && key != "n" && key != "N" && key != "esc":
		w.say(fmt.Sprintf("%s is no y, so nothing was done: %s asks again", keyName(key), q.deaf), false)
	}
	return nil
}

func (q *question) draw(w *Workspace, v grid.View) {
	q.q.Draw(v.Sub(q.q.Rect(layout.Rect{W: w.screen.W, H: w.screen.H})), w.theme.Glyphs)
}
