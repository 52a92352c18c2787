package chart

import (
	"cmp"
	"slices"
	"strings"

	"astute/model"
)

// Text returns the map as H lines of text, each exactly W columns wide. Colons
// part the columns, and a bar the inner circle from the others.
func (m *Map) Text() []string {
	type piece struct {
		x, y int
		text string
	}
	var pieces []piece
	lined := make(map[Point]bool, len(m.Cells))
	for _, c := range m.Cells {
		lined[Point{c.X, c.Y}] = true
		if last := len(pieces) - 1; last >= 0 && pieces[last].y == c.Y && pieces[last].x+len([]rune(pieces[last].text)) == c.X {
			pieces[last].text += c.Glyph
		} else {
			pieces = append(pieces, piece{c.X, c.Y, c.Glyph})
		}
	}
	for _, c := range m.Columns {
		pieces = append(pieces, piece{c.At, m.Axis(), c.Label})
		guide := ":"
		if c.Value == int(model.Astute) {
			guide = "|"
		}
		for y := range m.H {
			if !lined[Point{c.Guide, y}] {
				pieces = append(pieces, piece{c.Guide, y, guide})
			}
		}
	}
	for _, r := range m.Rows {
		pieces = append(pieces, piece{0, r.LabelAt, r.Label})
	}
	for _, p := range m.People {
		pieces = append(pieces, piece{p.X, p.Y, p.Text()})
	}
	for _, o := range m.Mores {
		pieces = append(pieces, piece{o.X, o.Y, o.Text})
	}
	slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Or(a.y-b.y, a.x-b.x) })
	lines := make([]string, m.H)
	for _, p := range pieces {
		lines[p.y] = m.pad(lines[p.y], p.x) + p.text
	}
	for y := range lines {
		lines[y] = m.pad(lines[y], m.W)
	}
	return lines
}

// pad fills a line with blanks up to a column.
func (m *Map) pad(line string, w int) string {
	return line + strings.Repeat(" ", max(0, w-m.measure(line)))
}
