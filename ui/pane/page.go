package pane

import (
	"strings"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/theme"
)

// Target is what the cursor of a [Page] can stand on: a field of a record, or
// with no field the record itself. The zero Target is text that only informs.
type Target struct {
	ID  model.ID
	Num int // of the field, nought for the record itself
	N   int // tells several places for one field or record apart
}

// Piece is text at its place on a page.
type Piece struct {
	Line, X, W int
	Text       string
	Style      theme.Style
	Target     Target
	First      bool // of what the target is shown as
}

// Page is text at its places: lines of any length, of which the pane shows as
// many as it has room for. Stops are the first pieces of what the cursor can
// stand on, in the order in which it goes through them sideways.
type Page struct {
	Pieces, Stops []Piece
	Lines         int
	Split         int            // where the second of two columns begins, nought for one
	at            map[Target]int // the stops' places in Stops
}

// Put writes text at a place and returns the column after it. The first piece of
// a target becomes a stop of the cursor.
func (p *Page) Put(line, x int, style theme.Style, text string, t Target) int {
	piece := Piece{Line: line, X: x, W: grid.Width(text), Text: text, Style: style, Target: t}
	if _, known := p.at[t]; !known && t != (Target{}) {
		if p.at == nil {
			p.at = map[Target]int{}
		}
		p.at[t] = len(p.Stops)
		piece.First = true
		p.Stops = append(p.Stops, piece)
	}
	p.Pieces = append(p.Pieces, piece)
	p.Lines = max(p.Lines, line+1)
	return x + piece.W
}

// Find returns the place of a target in Stops, -1 when it is not on the page.
func (p *Page) Find(t Target) int {
	if i, ok := p.at[t]; ok {
		return i
	}
	return -1
}

// vertically returns the stop by lines further down, or up when negative: the
// one nearest to the column among those on the line that is reached.
func (p *Page) vertically(from, by int) int {
	here, best := p.Stops[from], from
	for i, stop := range p.Stops {
		if p.beside(stop) != p.beside(here) || by > 0 && stop.Line <= here.Line || by < 0 && stop.Line >= here.Line {
			continue
		}
		if best == from || nearer(stop, p.Stops[best], here, by) {
			best = i
		}
	}
	return best
}

// sideways returns the stop by places further on, or back when negative. At the
// end of a line of two columns it goes over to the other, as near as may be.
func (p *Page) sideways(from, by int) int {
	here, next := p.Stops[from], max(0, min(from+by, len(p.Stops)-1))
	along := next != from && p.Stops[next].Line == here.Line && p.beside(p.Stops[next]) == p.beside(here)
	if p.Split == 0 || along || p.beside(here) == (by > 0) {
		return next
	}
	best := from
	for i, stop := range p.Stops {
		if p.beside(stop) != p.beside(here) && (best == from || nearer(stop, p.Stops[best], here, 0)) {
			best = i
		}
	}
	return best
}

// beside reports whether a piece stands in the second column.
func (p *Page) beside(piece Piece) bool { return p.Split > 0 && piece.X >= p.Split }

// nearer reports whether a stop is nearer to the wanted line, and on the same
// line nearer to the column.
func nearer(a, b, here Piece, by int) bool {
	wanted := here.Line + by
	if x, y := distance(a.Line, wanted), distance(b.Line, wanted); x != y {
		return x < y
	}
	return distance(a.X, here.X) < distance(b.X, here.X)
}

func distance(a, b int) int { return max(a-b, b-a) }

// Text is the page as text.
func (p *Page) Text() string {
	lines := make([]string, p.Lines)
	for _, piece := range p.Pieces {
		blanks := max(0, piece.X-grid.Width(lines[piece.Line]))
		lines[piece.Line] += strings.Repeat(" ", blanks) + piece.Text
	}
	return strings.Join(lines, "\n") + "\n"
}
