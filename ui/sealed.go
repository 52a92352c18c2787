package ui

import (
	"astute/ui/grid"
	"astute/ui/theme"
)

// A book that can only be read now may be one that can be written in a minute: so
// everything can be typed, and is told beforehand that it cannot be saved yet.

// writing are the hints of what needs a book that can be written: they are faint
// while it cannot be.
var writing = []string{"edit", "add", "change", "complete", "undo", "redo", "save", "log", "log a call", "note", "line", "milestone", "still true", "to action", "confirm", "hold", "make an action", "merge"}

// sayReadOnly says, as something is opened to be typed into, that it cannot be
// saved yet and what helps.
func (w *Workspace) sayReadOnly() {
	if w.readOnly != nil {
		w.say("what you type here cannot be saved yet: "+w.readOnly.Error(), true)
	}
}

// drawSealed says the same on the lower border of what is typed into.
func (w *Workspace) drawSealed(v grid.View) {
	if w.readOnly != nil && v.H() > 0 {
		v.Text(2, v.H()-1, theme.Bad, grid.Cut(" read only: nothing can be saved yet ", v.W()-4))
	}
}
