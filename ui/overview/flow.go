package overview

import (
	"strings"

	"astute/ui/grid"
	"astute/ui/pane"
	"astute/ui/theme"
)

// item is one thing said, on a line with others.
type item struct {
	text   string
	style  theme.Style
	target pane.Target // zero: it only informs
	door   door
}

// fact is a label and what is said beside it, and whether a blank line parts it
// from what is above.
type fact struct {
	label  string
	items  []item
	lines  bool // each item on a line of its own
	apart  bool
	second bool // in the second column, where there are two
}

const (
	labelWidth = 11  // of the labels, with the blank after them
	twoFrom    = 112 // columns from which facts stand in two
	gap        = 3   // between these
	mostRows   = 4   // that one item takes; e shows all of a long text
	leastStart = 24  // how much room on a line is worth beginning a longer text in
)

// flow sets facts into lines of a width, in two columns where that is wide.
func flow(list []fact, width int) pane.Page {
	var p pane.Page
	if width < twoFrom {
		column(&p, list, 0, width)
		return p
	}
	var sides [2][]fact
	for _, f := range list {
		side := 0
		if f.second {
			side = 1
		}
		sides[side] = append(sides[side], f)
	}
	left := (width - gap) / 2
	column(&p, sides[0], 0, left)
	p.Split = left + gap
	column(&p, sides[1], p.Split, width-p.Split)
	return p
}

// column sets facts into lines below each other, from a column of the page on.
func column(p *pane.Page, list []fact, from, width int) {
	line := 0
	room := max(8, width-labelWidth)
	for i, f := range list {
		if f.apart && i > 0 {
			line++
		}
		p.Put(line, from, theme.Faint, grid.Cut(f.label, labelWidth-1), pane.Target{})
		x := 0
		for _, it := range f.items {
			if x > 0 && f.lines {
				line, x = line+1, 0
			}
			rows := wrapFrom(it.text, x, room)
			if rows[0] == "" && x > 0 {
				line, x = line+1, 0
				rows = rows[1:]
			}
			for k, text := range shortened(rows, room) {
				if k > 0 {
					line, x = line+1, 0
				}
				x = p.Put(line, from+labelWidth+x, it.style, text, it.target) - from - labelWidth
			}
			x += 2
		}
		line++
	}
}

// shortened leaves out what is beyond the most rows, and marks that.
func shortened(rows []string, room int) []string {
	if len(rows) <= mostRows {
		return rows
	}
	rows = rows[:mostRows:mostRows]
	rows[mostRows-1] = grid.Cut(rows[mostRows-1], room-2) + " " + grid.Ellipsis
	return rows
}

// wrapFrom wraps text of which the first line begins at a column; that line is
// empty where the text had better begin on the next.
func wrapFrom(text string, x, room int) []string {
	if x == 0 {
		return grid.Wrap(text, room)
	}
	left := room - x
	if grid.Width(text) <= left {
		return []string{text}
	}
	if left < leastStart || grid.Width(text) <= room && left < room/2 {
		return append([]string{""}, grid.Wrap(text, room)...)
	}
	text = strings.Join(strings.Fields(text), " ")
	first := grid.Wrap(text, left)[0]
	return append([]string{first}, grid.Wrap(strings.TrimPrefix(text, first), room)...)
}
