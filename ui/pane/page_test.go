package pane

import (
	"testing"

	"astute/model"
)

// twoColumns is a page with stops on lines 0, 1 and 3 of the first column, two on
// line 1, and on lines 0 and 2 of the second.
func twoColumns() *Page {
	p := &Page{Split: 20}
	for i, at := range []struct{ line, x int }{{0, 0}, {1, 0}, {1, 8}, {3, 0}, {0, 20}, {2, 20}} {
		p.Put(at.line, at.x, 0, "word", Target{ID: model.ID{15: 1}, N: i + 1})
	}
	return p
}

func TestACursorStaysInItsColumn(t *testing.T) {
	p := twoColumns()
	for _, move := range []struct{ from, by, want int }{{0, 1, 1}, {2, 1, 3}, {3, 1, 3}, {3, -1, 1}, {4, 1, 5}, {5, 1, 5}, {5, -1, 4}, {0, 99, 3}, {5, -99, 4}} {
		if got := p.vertically(move.from, move.by); got != move.want {
			t.Errorf("%d lines from stop %d: came to %d, wanted %d", move.by, move.from, got, move.want)
		}
	}
}

func TestACursorGoesOverAtTheEndOfALine(t *testing.T) {
	p := twoColumns()
	for _, move := range []struct{ from, by, want int }{{0, 1, 4}, {1, 1, 2}, {2, 1, 4}, {3, 1, 5}, {4, -1, 0}, {5, -1, 2}, {0, -1, 0}, {1, -1, 0}, {4, 1, 5}, {5, 1, 5}} {
		if got := p.sideways(move.from, move.by); got != move.want {
			t.Errorf("%d from stop %d: came to %d, wanted %d", move.by, move.from, got, move.want)
		}
	}
	p.Split = 0
	for i := range p.Stops {
		if got := p.sideways(i, 1); got != min(i+1, len(p.Stops)-1) {
			t.Errorf("in one column stop %d is followed by %d", i, got)
		}
	}
}
