package overview

import (
	"strings"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/theme"
)

// target is what the cursor can stand on: a field of a record, or with no field
// the record itself.
type target struct {
	id  model.ID
	num int
	n   int // tells questions about one field from the field itself
}

// item is one thing said, on a line with others.
type item struct {
	text   string
	style  theme.Style
	target target // zero: it only informs
}

// fact is a label and what is said beside it, and whether a blank line parts it
// from what is above.
type fact struct {
	label string
	items []item
	lines bool // each item on a line of its own
	apart bool
}

// piece is text at its place.
type piece struct {
	line, x, w int
	text       string
	style      theme.Style
	target     target
	first      bool // of what the target is shown as
}

// page is everything at its place. stops are the first pieces of what the
// cursor can stand on, in reading order.
type page struct {
	pieces []piece
	stops  []piece
	lines  int
}

// labelWidth is the columns that labels take, with the blank after them.
const labelWidth = 11

// flow sets facts into lines of a width.
func flow(list []fact, width int) page {
	var p page
	line := 0
	room := max(8, width-labelWidth)
	for i, f := range list {
		if f.apart && i > 0 {
			line++
		}
		p.pieces = append(p.pieces, piece{line: line, text: grid.Cut(f.label, labelWidth-1), style: theme.Faint})
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
			for k, text := range rows {
				if k > 0 {
					line, x = line+1, 0
				}
				at := piece{line: line, x: labelWidth + x, w: grid.Width(text), text: text, style: it.style, target: it.target, first: k == 0}
				p.pieces = append(p.pieces, at)
				if k == 0 && it.target != (target{}) && p.find(it.target) < 0 {
					p.stops = append(p.stops, at)
				}
				x += at.w
			}
			x += 2
		}
		line++
	}
	p.lines = line
	return p
}

// leastStart is how much room on a line is worth beginning a longer text in.
const leastStart = 24

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

// find returns the stop of a target, -1 when it is not on the page.
func (p *page) find(t target) int {
	for i, stop := range p.stops {
		if stop.target == t {
			return i
		}
	}
	return -1
}

// vertically returns the stop by lines further down, or up when negative: the
// one nearest to the column among those on the line that is reached.
func (p *page) vertically(from, by int) int {
	here, best := p.stops[from], from
	for i, stop := range p.stops {
		if by > 0 && stop.line <= here.line || by < 0 && stop.line >= here.line {
			continue
		}
		if best == from || better(stop, p.stops[best], here, by) {
			best = i
		}
	}
	return best
}

// better reports whether a stop is nearer to the wanted line, and on the same
// line nearer to the column.
func better(a, b, here piece, by int) bool {
	wanted := here.line + by
	if x, y := abs(a.line-wanted), abs(b.line-wanted); x != y {
		return x < y
	}
	return abs(a.x-here.x) < abs(b.x-here.x)
}

func abs(n int) int { return max(n, -n) }

// text is the page as text.
func (p *page) text() string {
	lines := make([]string, p.lines)
	for _, piece := range p.pieces {
		blanks := max(0, piece.x-grid.Width(lines[piece.line]))
		lines[piece.line] += strings.Repeat(" ", blanks) + piece.text
	}
	return strings.Join(lines, "\n") + "\n"
}
