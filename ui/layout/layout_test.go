package layout_test

import (
	"testing"

	"astute/ui/layout"

	"pgregory.net/rapid"
)

func TestHowManyPanesAreSeen(t *testing.T) {
	for _, c := range []struct {
		w, h, panes, focus int
		zoom               bool
		want               int
	}{
		{60, 20, 4, 2, false, 1}, {84, 40, 4, 2, false, 1}, {85, 20, 4, 2, false, 2}, {109, 50, 4, 2, false, 2}, {110, 24, 4, 2, false, 4},
		{110, 23, 4, 2, false, 2}, {200, 60, 4, 2, false, 4}, {200, 60, 4, 2, true, 1}, {59, 20, 4, 2, false, 0}, {60, 19, 4, 2, false, 0},
		// Pages: of seven panes the second page has three, of five one.
		{120, 40, 7, 1, false, 4}, {120, 40, 7, 5, false, 3}, {90, 40, 7, 4, false, 2}, {90, 40, 7, 6, false, 1}, {120, 40, 5, 4, false, 1},
		{120, 40, 6, 5, false, 2}, {120, 40, 9, 8, false, 1}, {60, 20, 9, 7, false, 1},
	} {
		sc := layout.Divide(c.w, c.h, c.panes, c.focus, c.zoom, layout.Split{})
		seen := 0
		for _, p := range sc.Panes {
			if !p.Empty() {
				seen++
			}
		}
		if seen != c.want || sc.TooLow != (c.want == 0) {
			t.Errorf("%d x %d, zoom %v: %d panes, too low %v; should be %d panes", c.w, c.h, c.zoom, seen, sc.TooLow, c.want)
		}
	}
}

// Every cell of a screen belongs to exactly one part, whatever the size.
func TestThePartsCoverTheScreenWithoutOverlap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(layout.MinWidth, 260).Draw(t, "w"), rapid.IntRange(layout.MinHeight, 90).Draw(t, "h")
		panes := rapid.IntRange(1, 9).Draw(t, "panes")
		focus := rapid.IntRange(0, panes-1).Draw(t, "focus")
		split := layout.Split{Columns: rapid.IntRange(-200, 200).Draw(t, "columns"), Rows: rapid.IntRange(-90, 90).Draw(t, "rows"), Foot: rapid.IntRange(0, 5).Draw(t, "foot")}
		sc := layout.Divide(w, h, panes, focus, rapid.Bool().Draw(t, "zoom"), split)
		if sc.Panes[focus].Empty() {
			t.Fatal("the focused pane is not seen")
		}
		owners := make([]int, w*h)
		for _, r := range append([]layout.Rect{sc.Header, sc.Tabs, sc.Hints, sc.Foot}, sc.Panes...) {
			if !r.Empty() && (r.X < 0 || r.Y < 0 || r.X+r.W > w || r.Y+r.H > h) {
				t.Fatalf("%v leaves the screen of %d x %d", r, w, h)
			}
			for y := r.Y; y < r.Y+r.H; y++ {
				for x := r.X; x < r.X+r.W; x++ {
					owners[y*w+x]++
				}
			}
		}
		for i, n := range owners {
			if n != 1 {
				t.Fatalf("%d parts have the cell %d, %d of %d x %d", n, i%w, i/w, w, h)
			}
		}
	})
}
