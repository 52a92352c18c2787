package ui

import (
	"slices"

	"astute/ui/grid"

	tea "github.com/charmbracelet/bubbletea"
)

// overlay is what lies over the panes and has the keys: a form, a list to choose
// from, a question, a text to read.
type overlay interface {
	// key gives it a key, paste pasted text.
	key(w *Workspace, key string) tea.Cmd
	paste(w *Workspace, text string) tea.Cmd
	// click gives it a click at a place of the screen, wheel rows to scroll.
	click(w *Workspace, x, y int) tea.Cmd
	wheel(w *Workspace, rows int)
	// typing reports whether letters are text for it.
	typing() bool
	// unsaved reports whether something was typed that closing it would lose.
	unsaved() bool
	// hints are the keys to show at the bottom.
	hints() []hint
	resize(w *Workspace)
	draw(w *Workspace, v grid.View)
}

// plain is what an overlay does that takes neither text nor clicks; overlays
// embed it and say what they do otherwise.
type plain struct{}

func (plain) paste(*Workspace, string) tea.Cmd   { return nil }
func (plain) click(*Workspace, int, int) tea.Cmd { return nil }
func (plain) wheel(*Workspace, int)              {}
func (plain) typing() bool                       { return false }
func (plain) unsaved() bool                      { return false }
func (plain) resize(*Workspace)                  {}

// top is the overlay that has the keys, nil for none.
func (w *Workspace) top() overlay {
	if len(w.overlays) == 0 {
		return nil
	}
	return w.overlays[len(w.overlays)-1]
}

// push lays an overlay over the others.
func (w *Workspace) push(o overlay) {
	w.overlays = append(w.overlays, o)
	if _, asks := o.(*question); asks {
		// Nothing of what was typed by now can be meant for it.
		for _, typed := range [][]stroke{w.held, w.burst.strokes} {
			for i := range typed {
				typed[i].rash = true
			}
		}
	}
	o.resize(w)
	switch o.(type) {
	case *formOver, *fieldEdit, *capture:
		w.sayReadOnly()
	}
}

// pop takes the overlay on top away.
func (w *Workspace) pop() {
	if n := len(w.overlays); n > 0 {
		w.overlays = w.overlays[:n-1]
	}
}

// drop takes one overlay away wherever it lies.
func (w *Workspace) drop(o overlay) {
	for i, other := range w.overlays {
		if other == o {
			w.overlays = append(w.overlays[:i:i], w.overlays[i+1:]...)
			return
		}
	}
}

// open reports whether an overlay is still there.
func (w *Workspace) isOpen(o overlay) bool {
	for _, other := range w.overlays {
		if other == o {
			return true
		}
	}
	return false
}

// leave quits; it asks first when something typed would be lost. Who presses
// ctrl+c at that question too leaves at once and finds what was typed again.
func (w *Workspace) leave() tea.Cmd {
	if q, ok := w.top().(*question); ok && q.quits {
		w.quitting = true
		return nil
	}
	lost := ""
	if w.keptNowhere() {
		lost = "What you typed and put aside could not be kept on disk: :drafts lists it."
	}
	if slices.ContainsFunc(w.overlays, overlay.unsaved) {
		lost = "What you typed is not saved yet."
	}
	if lost != "" {
		q := &question{q: newQuestion("Quit?", []string{lost}, "quit and lose it", "stay"), yes: (*Workspace).giveUp, quits: true}
		if w.unsavedDrafts() {
			q.q.Keep, q.keep = "quit and keep it for the next start", (*Workspace).quit
			q.q.Lines = append(q.q.Lines, "ctrl+c once more keeps it, too.")
		}
		w.push(q)
		return nil
	}
	w.quitting = true
	return nil
}

// quit leaves the drafts where they are: they are offered at the next start.
func (w *Workspace) quit() tea.Cmd {
	w.quitting = true
	return nil
}

// giveUp quits and throws away what was typed.
func (w *Workspace) giveUp() tea.Cmd {
	dir, session, ids := w.o.State, w.o.Session, w.openDrafts()
	if len(ids) == 0 {
		w.quitting = true
		return nil
	}
	w.overlays = nil
	w.memory.drafts.writing = true // nothing is kept any more
	return func() tea.Msg {
		for _, id := range ids {
			// That it cannot be taken away is no reason to stay: it is offered again.
			_ = dir.Forget(session, id)
		}
		return tea.Quit()
	}
}
