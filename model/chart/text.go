package chart

import (
	"cmp"
	"slices"
	"strings"

	"astute/model"
)

// Text returns the map as lines of text. Colons part the columns, and a bar the
// inner circle from the others.
func (m *Map) Text() []string {
	type piece struct {
		x, y int
		text string
	}
	var pieces []piece
	for _, c := range m.Columns {
		pieces = append(pieces, piece{c.At, m.Axis(), c.Label})
		guide := ":"
		if c.Value == int(model.Astute) {
			guide = "|"
		}
		for y := range m.H {
			pieces = append(pieces, piece{c.Guide, y, guide})
		}
	}
	for _, r := range m.Rows {
		pieces = append(pieces, piece{0, r.At, r.Label})
	}
	for _, p := range m.People {
		pieces = append(pieces, piece{p.X, p.Y, p.Text()})
	}
	for _, o := range m.Mores {
		pieces = append(pieces, piece{o.X, o.Y, o.Text})
	}
	slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Or(a.y-b.y, a.x-b.x) })
	lines := make([]string, max(0, m.H))
	for _, p := range pieces {
		blanks := max(0, p.x-m.measure(lines[p.y]))
		lines[p.y] += strings.Repeat(" ", blanks) + p.text
	}
	return lines
}
