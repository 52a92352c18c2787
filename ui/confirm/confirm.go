// Package confirm is a question that is answered with yes or no, or with a third
// way where there is one; no is what any other key means.
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
	Keep  string   // what k does: "keep it for later"; "" where there is no third way
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
	return screen.Centre(w, len(q.wrapped(w-4))+3+len(q.answers()))
}

func (q Question) wrapped(w int) []string {
	var lines []string
	for _, line := range q.Lines {
		lines = append(lines, grid.Wrap(line, w)...)
	}
	return lines
}

// answers are the lines that say which key does what.
func (q Question) answers() [][]string {
	if q.Keep == "" {
		return [][]string{nil, {"y", q.Yes, "n", q.No + " (any other key)"}}
	}
	return [][]string{nil, {"k", q.Keep}, {"y", q.Yes}, {"n", q.No + " (any other key)"}}
}

// Draw draws the question into its rectangle.
func (q Question) Draw(v grid.View, g theme.Glyphs) {
	in := grid.Frame{Title: q.Title, Focus: true, Glyphs: g}.Draw(v)
	lines, answers := q.wrapped(in.W()-2), q.answers()
	room := in.H() - len(answers)
	for i, line := range lines {
		if i == room-1 && len(lines) > room {
			line = "..."
		}
		if i < room {
			in.Text(1, i, theme.Plain, line)
		}
	}
	for i, answer := range answers {
		x := 1
		for j := 0; j < len(answer); j += 2 {
			x = in.Text(x, room+i, theme.Key, answer[j])
			x = in.Text(x+1, room+i, theme.Faint, answer[j+1]) + 3
		}
	}
}
