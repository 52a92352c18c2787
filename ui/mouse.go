package ui

import (
	"astute/ui/pane"

	tea "github.com/charmbracelet/bubbletea"
)

// wheelRows is how many rows one step of the wheel scrolls.
const wheelRows = 3

// mouse does what a click or the wheel means: a click gives a pane the keys and
// puts its cursor there, or presses a hint or a tab; the wheel scrolls what is
// under it.
func (w *Workspace) mouse(msg tea.MouseMsg) tea.Cmd {
	if w.screen.TooLow || w.waiting {
		return nil
	}
	rows := map[tea.MouseButton]int{tea.MouseButtonWheelDown: wheelRows, tea.MouseButtonWheelUp: -wheelRows}[msg.Button]
	click := msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress
	top := w.top()
	switch {
	case rows != 0 && top != nil:
		top.wheel(w, rows)
		if l, ok := top.(*lookUp); ok {
			return l.more(w)
		}
	case rows != 0:
		if i, p := w.paneAt(msg.X, msg.Y); i >= 0 || p == w.page && p != nil {
			p.Wheel(rows)
		}
	case !click:
	case w.screen.Foot.Has(msg.X, msg.Y):
		return w.clickTour(msg.X, msg.Y)
	case w.screen.Hints.Has(msg.X, msg.Y) && w.said.now != nil:
		w.said.seen() // what was said lies over the hints: nobody presses what they cannot see
	case w.screen.Hints.Has(msg.X, msg.Y):
		return w.clickHint(msg.X)
	case top != nil:
		w.said.seen()
		return top.click(w, msg.X, msg.Y)
	case w.screen.Header.Has(msg.X, msg.Y):
		if msg.X >= w.screen.Header.W-len(helpHint) {
			w.said.seen()
			w.push(newHelp(w))
		}
	case w.screen.Tabs.Has(msg.X, msg.Y):
		for _, t := range w.tabs() {
			if msg.X >= t.x && msg.X < t.x+len(t.text) {
				w.goTo(t.pane)
			}
		}
	default:
		w.said.seen()
		w.clickPane(msg.X, msg.Y)
	}
	return nil
}

// paneAt returns the pane at a place of the screen and its number; the page over
// the body has none.
func (w *Workspace) paneAt(x, y int) (int, pane.Pane) {
	if w.page != nil {
		if w.screen.Body.Has(x, y) {
			return -1, w.page
		}
		return -1, nil
	}
	for i, r := range w.screen.Panes {
		if r.Has(x, y) {
			return i, w.panes[i]
		}
	}
	return -1, nil
}

func (w *Workspace) clickPane(x, y int) {
	i, p := w.paneAt(x, y)
	if p == nil {
		return
	}
	r := w.screen.Body
	if i >= 0 {
		r = w.screen.Panes[i]
		if i != w.focus {
			w.goTo(i)
			r = w.screen.Panes[i]
		}
	}
	p.Click(x-r.X-1, y-r.Y-1)
}

// clickHint presses the key of the hint at a column.
func (w *Workspace) clickHint(x int) tea.Cmd {
	for _, h := range w.placed(w.screen.Hints.W) {
		if x >= h.x && x < h.x+h.w && len([]rune(h.key)) == 1 || x >= h.x && x < h.x+h.w && namedKeys[h.key] {
			if h.key == keyName(" ") {
				return w.key(" ")
			}
			return w.key(h.key)
		}
	}
	return nil
}

// namedKeys are the hints that are keys as the terminal names them.
var namedKeys = map[string]bool{"space": true, "enter": true, "esc": true, "tab": true, "ctrl+s": true, "ctrl+o": true, "backspace": true}
