package input

import (
	"strings"
	"unicode/utf8"

	"astute/ui/grid"

	"github.com/charmbracelet/x/ansi"
)

// A text of several lines is shown in rows: a line that is wider than the place
// it is shown in goes on in the next row, broken behind a blank where there is
// one. Rows are known by the bytes of the text where they begin, and are found
// from the line around them, so that a long text is never looked at as a whole.

// span is one row: the bytes from start to end of the text, without the line
// break. last says that the line ends with it.
type span struct {
	start, end int
	last       bool
}

// rowFrom returns the row that begins at a byte, w columns wide at most. The last
// column is left to a blank or the cursor.
func rowFrom(text string, start, w int) span {
	room, used := max(1, w-1), 0
	fits := -1 // where the row may be broken
	for at := start; ; {
		if at == len(text) || text[at] == '\n' {
			return span{start, at, true}
		}
		next, width := step(text, at)
		switch {
		case text[at] == ' ' && used+width <= max(room+1, w):
			fits = next // a blank may stand in the last column, where nobody misses it
		case used+width <= room || at == start:
			if width > 1 {
				fits = next // ideographs are words of their own
			}
		case fits > start && width < 2:
			return span{start, fits, false}
		default:
			return span{start, at, false}
		}
		used += width
		at = next
	}
}

// step returns where the character at a byte ends and how wide it is.
func step(text string, at int) (next, width int) {
	if c := text[at]; c < utf8.RuneSelf && (at+1 == len(text) || text[at+1] < utf8.RuneSelf) {
		return at + 1, 1
	}
	cluster, _ := ansi.FirstGraphemeCluster(text[at:], ansi.GraphemeWidth)
	next = at + max(1, len(cluster))
	return next, grid.Width(text[at:next])
}

// lineStart returns where the line around a byte begins.
func lineStart(text string, at int) int { return strings.LastIndexByte(text[:at], '\n') + 1 }

// rowAt returns the row in which a byte lies. A byte between two rows of a line
// lies in the lower one, or in the upper where that is said.
func rowAt(text string, at, w int, upper bool) span {
	row := rowFrom(text, lineStart(text, at), w)
	for !row.last && (row.end < at || row.end == at && !upper) {
		row = rowFrom(text, row.end, w)
	}
	return row
}

// rowBelow returns the row after one; there is none after the last line.
func rowBelow(text string, row span, w int) (span, bool) {
	switch {
	case !row.last:
		return rowFrom(text, row.end, w), true
	case row.end == len(text):
		return span{}, false
	}
	return rowFrom(text, row.end+1, w), true
}

// rowAbove returns the row before one; there is none before the first.
func rowAbove(text string, row span, w int) (span, bool) {
	if row.start == 0 {
		return span{}, false
	}
	if text[row.start-1] == '\n' {
		return rowAt(text, row.start-1, w, false), true
	}
	return rowAt(text, row.start, w, true), true
}

// place is where a text is shown: how large, and which byte begins its first row.
type place struct{ w, h, top int }

// follow returns the place scrolled as little as shows the row of the cursor, and
// so that no row stays empty while there is text above.
func (p place) follow(text string, at int, upper bool) place {
	if p.w <= 0 || p.h <= 0 {
		return p
	}
	cursor := rowAt(text, at, p.w, upper)
	top := rowAt(text, min(p.top, len(text)), p.w, false)
	if cursor.start < top.start {
		top = cursor
	}
	low := top // the row of the cursor, or the lowest that there is room for
	for seen := 1; low.start < cursor.start; seen++ {
		if seen >= p.h {
			top, _ = rowBelow(text, top, p.w)
		}
		low, _ = rowBelow(text, low, p.w)
	}
	for last, seen := top, 1; seen < p.h; seen++ {
		below, ok := rowBelow(text, last, p.w)
		if last = below; ok {
			continue
		}
		for ; seen < p.h; seen++ {
			if above, ok := rowAbove(text, top, p.w); ok {
				top = above
			}
		}
	}
	p.top = top.start
	return p
}

// rows counts the rows of a text, most at most.
func rows(text string, w, most int) int {
	n := 1
	for row, ok := rowFrom(text, 0, w), true; n < most; n++ {
		if row, ok = rowBelow(text, row, w); !ok {
			break
		}
	}
	return n
}
