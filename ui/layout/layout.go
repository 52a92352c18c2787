// Package layout divides the screen. Everything here is a value computed once
// for a size: where each pane stands, which of them are seen, what remains for
// the header, the tab bar and the hints.
package layout

// The smallest screen that can be worked on, in columns and rows.
const (
	MinWidth  = 60
	MinHeight = 20
)

// The sizes from which several panes are seen at once.
const (
	fourWidth  = 110
	fourHeight = 24
	twoWidth   = 85
)

// The least that resizing leaves of a pane, frame included.
const (
	leastWidth  = 30
	leastHeight = 7
)

// Rect is a part of the screen in columns and rows, counted from the top left.
type Rect struct{ X, Y, W, H int }

// Empty reports whether nothing can be drawn in the rectangle.
func (r Rect) Empty() bool { return r.W <= 0 || r.H <= 0 }

// Has reports whether the point lies in the rectangle.
func (r Rect) Has(x, y int) bool { return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H }

// Inset returns the rectangle without a frame of n cells on all sides.
func (r Rect) Inset(n int) Rect {
	return Rect{r.X + n, r.Y + n, max(0, r.W-2*n), max(0, r.H-2*n)}
}

// Centre returns a rectangle of at most that size in the middle of r.
func (r Rect) Centre(w, h int) Rect {
	w, h = min(w, r.W), min(h, r.H)
	return Rect{r.X + (r.W-w)/2, r.Y + (r.H-h)/2, w, h}
}

// Split says how far a person moved the borders between the panes from where
// they stand by themselves, in columns and rows, and how many rows at the bottom
// are kept for something else.
type Split struct{ Columns, Rows, Foot int }

// Screen is the screen divided.
type Screen struct {
	W, H   int  // without the foot
	TooLow bool // nothing fits: only say which size is needed
	Header Rect
	Body   Rect
	Tabs   Rect   // names of the panes; empty where all of them are seen
	Hints  Rect   // keys, or what was last said
	Panes  []Rect // one for each pane; empty for those not seen
	Foot   Rect   // the rows below all that, empty for none
}

// PageSize is how many panes are seen at once at most. More of them are pages:
// the first four, the next four; the page with the focused pane is seen.
const PageSize = 4

// Divide lays out n panes on a screen of that size. The focused pane is always
// seen; zoomed, it is the only one.
func Divide(w, h, n, focus int, zoom bool, s Split) Screen {
	sc := Screen{W: w, H: h, Panes: make([]Rect, n)}
	if w < MinWidth || h < MinHeight {
		sc.TooLow = true
		return sc
	}
	h -= s.Foot
	sc.H, sc.Foot = h, Rect{0, h, w, s.Foot}
	sc.Header = Rect{0, 0, w, 1}
	sc.Hints = Rect{0, h - 1, w, 1}
	sc.Body = Rect{0, 1, w, h - 2}
	first := focus / PageSize * PageSize
	page := sc.Panes[first:min(n, first+PageSize)]
	whole := !zoom && w >= fourWidth && h >= fourHeight
	if !whole || len(page) < n {
		sc.Tabs = Rect{0, h - 2, w, 1}
		sc.Body.H--
	}
	switch pair := page[(focus-first)/2*2:]; {
	case whole && len(page) > 2:
		sc.four(page, s)
	case zoom || w < twoWidth || len(pair) < 2:
		sc.Panes[focus] = sc.Body
	default:
		sc.two(pair, sc.Body, s)
	}
	return sc
}

// four lays out a page in two rows; where it has three panes, the last one has
// the lower row to itself.
func (sc *Screen) four(page []Rect, s Split) {
	upper, lower := sc.Body, sc.Body
	upper.H = between(sc.Body.H/2+s.Rows, leastHeight, sc.Body.H-leastHeight)
	lower.Y, lower.H = upper.Y+upper.H, sc.Body.H-upper.H
	sc.two(page, upper, s)
	if len(page) == 3 {
		page[2] = lower
		return
	}
	sc.two(page[2:], lower, s)
}

// two lays out the first two panes beside each other.
func (sc *Screen) two(panes []Rect, r Rect, s Split) {
	left := columns(r, s)
	panes[0] = Rect{r.X, r.Y, left, r.H}
	panes[1] = Rect{r.X + left, r.Y, r.W - left, r.H}
}

// columns returns how wide the left panes are: a little less than half, since
// the map and the action plan stand at the right and want the room.
func columns(b Rect, s Split) int {
	return between(b.W*47/100+s.Columns, leastWidth, b.W-leastWidth)
}

func between(v, low, high int) int { return max(low, min(v, high)) }
