// Package confirm is a question that is answered with yes or no; no is what any
// other key means.
package confirm

import (
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/theme"
)

// Question is what is asked before something that takes effect.
type Question struct {
	Title string
	Lines []string // what will happen, in words
	Yes   string   // what y does: "remove"
	No    string   // what anything else does: "keep"
}

// Yes reports whether a key agrees.
func Yes(key string) bool { return key == "y" || key == "Y" }

// Rect returns where the question stands on a screen.
func (q Question) Rect(screen layout.Rect) layout.Rect {
	w := 50
	for _, line := range q.Lines {
		w = max(w, grid.Width(line)+4)
	}
	w = min(w, screen.W-4)
	return screen.Centre(w, len(q.wrapped(w-4))+5)
}

func (q Question) wrapped(w int) []string {
	var lines []string
	for _, line := range q.Lines {
		lines = append(lines, grid.Wrap(line, w)...)
	}
	return lines
}

// Draw draws the question into its rectangle.
func (q Question) Draw(v grid.View, g theme.Glyphs) {
	in := grid.Frame{Title: q.Title, Focus: true, Glyphs: g}.Draw(v)
	lines := q.wrapped(in.W() - 2)
	room := in.H() - 2
	for i, line := range lines {
		if i == room-1 && len(lines) > room {
			line = "..."
		}
		if i < room {
			in.Text(1, i, theme.Plain, line)
		}
	}
	x := in.Text(1, in.H()-1, theme.Key, "y")
	x = in.Text(x+1, in.H()-1, theme.Faint, q.Yes)
	x = in.Text(x+3, in.H()-1, theme.Key, "n")
	in.Text(x+1, in.H()-1, theme.Faint, q.No+" (any other key)")
}
