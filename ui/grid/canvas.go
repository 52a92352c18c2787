// Package grid draws text in cells. A [Canvas] is a screen of cells, each one
// character as people see it with its width and its style; whatever is written
// to it is cleaned, measured and clipped, so that a line can never come out
// wider or narrower than the screen, whatever stood in the data.
//
//	canvas.go  the screen and a part of it, a View
//	text.go    cutting, wrapping and measuring text
//	frame.go   borders with titles and a scroll mark
//	table.go   rows and columns with a cursor
package grid

import (
	"iter"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"astute/model"
	"astute/ui/layout"
	"astute/ui/theme"

	"github.com/charmbracelet/x/ansi"
)

// cell is one place on the screen. A wide character fills its own cell and
// leaves the next ones with a width of nought.
type cell struct {
	text  string // "" is a blank
	width int8   // 0 for what a wide character covers
	style theme.Style
	loose bool // terminals disagree about its width
}

// Canvas is a screen of cells.
type Canvas struct {
	w, h  int
	cells []cell
}

// NewCanvas returns a blank screen.
func NewCanvas(w, h int) *Canvas {
	c := &Canvas{w: max(0, w), h: max(0, h)}
	c.cells = make([]cell, c.w*c.h)
	for i := range c.cells {
		c.cells[i].width = 1
	}
	return c
}

// All returns the view of the whole screen.
func (c *Canvas) All() View { return View{c, layout.Rect{W: c.w, H: c.h}} }

// set puts one character at a place, and blanks what is left of the wide ones
// that it cuts.
func (c *Canvas) set(x, y int, text string, width int, style theme.Style, loose bool) {
	row := c.cells[y*c.w : (y+1)*c.w]
	for i := x; i < x+width; i++ {
		c.unjoin(row, i)
	}
	row[x] = cell{text, int8(width), style, loose}
	for i := x + 1; i < x+width; i++ {
		row[i] = cell{style: style}
	}
}

// unjoin blanks the wide character that covers a place.
func (c *Canvas) unjoin(row []cell, x int) {
	start := x
	for start > 0 && row[start].width == 0 {
		start--
	}
	if row[start].width <= 1 {
		return
	}
	style := row[start].style
	for i, end := start, start+int(row[start].width); i < end; i++ {
		row[i] = cell{width: 1, style: style}
	}
}

func (c cell) glyph() string {
	if c.text == "" && c.width > 0 {
		return " "
	}
	return c.text
}

// reset turns every style off.
const reset = "\x1b[m"

// Render returns the screen as the terminal takes it. After a character about
// whose width terminals disagree, the cursor is sent to the column where the
// next one belongs, so that nothing shifts.
func (c *Canvas) Render(t theme.Theme) string {
	var b strings.Builder
	b.Grow(c.w * c.h * 3 / 2)
	for y := range c.h {
		if y > 0 {
			b.WriteByte('\n')
		}
		open := ""
		for x, cell := range c.cells[y*c.w : (y+1)*c.w] {
			if cell.width == 0 {
				continue
			}
			if want := t.SGR(cell.style); want != open {
				if open != "" {
					b.WriteString(reset)
				}
				b.WriteString(want)
				open = want
			}
			text := t.Sign(cell.glyph())
			if cell.loose || t.Bytes && text[0] >= utf8.RuneSelf {
				place(&b, x, int(cell.width), text)
			} else {
				b.WriteString(text)
			}
		}
		if open != "" {
			b.WriteString(reset)
		}
	}
	return b.String()
}

// place writes a character of uncertain width: its cells erased without moving
// the cursor, the character, then the cursor to where the next one belongs.
func place(b *strings.Builder, x, width int, text string) {
	b.WriteString("\x1b[" + strconv.Itoa(width) + "X")
	b.WriteString(text)
	b.WriteString("\x1b[" + strconv.Itoa(x+width+1) + "G")
}

// View is a part of a canvas. Places in it are counted from its own top left,
// and nothing drawn in it leaves it.
type View struct {
	c *Canvas
	r layout.Rect
}

// W returns the view's columns.
func (v View) W() int { return v.r.W }

// H returns the view's rows.
func (v View) H() int { return v.r.H }

// Rect returns where on the screen the view stands.
func (v View) Rect() layout.Rect { return v.r }

// Sub returns the view of a part, given in places of v.
func (v View) Sub(r layout.Rect) View {
	x0, y0 := max(0, r.X), max(0, r.Y)
	x1, y1 := min(v.r.W, r.X+r.W), min(v.r.H, r.Y+r.H)
	return View{v.c, layout.Rect{X: v.r.X + x0, Y: v.r.Y + y0, W: max(0, x1-x0), H: max(0, y1-y0)}}
}

// At returns the view of a part, given in places of the screen.
func (v View) At(r layout.Rect) View {
	r.X -= v.r.X
	r.Y -= v.r.Y
	return v.Sub(r)
}

// Fill blanks the view in a style.
func (v View) Fill(style theme.Style) {
	for y := range v.r.H {
		for x := range v.r.W {
			v.c.set(v.r.X+x, v.r.Y+y, "", 1, style, false)
		}
	}
}

// Text writes one line from a place on and returns the column after it. Control
// characters are dropped, line breaks and tabs become blanks; what does not fit
// is left out without a mark: see [View.Fit].
func (v View) Text(x, y int, style theme.Style, text string) int {
	if y < 0 || y >= v.r.H {
		return x
	}
	for g := range graphemes(text) {
		if x+g.width > v.r.W {
			break
		}
		if x >= 0 {
			v.c.set(v.r.X+x, v.r.Y+y, g.text, g.width, style, g.loose)
		}
		x += g.width
	}
	return x
}

// Fit writes text into exactly w columns: cut with an ellipsis where it is
// longer, followed by blanks of the same style where it is shorter. It returns
// the column after it.
func (v View) Fit(x, y, w int, style theme.Style, text string) int {
	end := x + w
	if x = v.Text(x, y, style, Cut(text, w)); x < end {
		v.Text(x, y, style, strings.Repeat(" ", end-x))
	}
	return end
}

// Restyle changes the style of what stands in a part of a line.
func (v View) Restyle(x, y, w int, style theme.Style) {
	if y < 0 || y >= v.r.H {
		return
	}
	for i := max(0, x); i < min(x+w, v.r.W); i++ {
		v.c.cells[(v.r.Y+y)*v.c.w+v.r.X+i].style = style
	}
}

// grapheme is one character as people see it.
type grapheme struct {
	text  string
	width int
	loose bool
}

// graphemes goes through the characters of text that are fit for cells: cleaned
// of all that a terminal would obey. What has no width of its own and nothing to
// stand on is left out; line breaks and tabs are blanks.
func graphemes(text string) iter.Seq[grapheme] {
	return func(yield func(grapheme) bool) {
		text := model.CleanText(text)
		for len(text) > 0 {
			g := grapheme{text: text[:1], width: 1}
			if c := text[0]; isLine(text) && (len(text) == lineBytes || text[lineBytes] < 0x80 || isLine(text[lineBytes:])) {
				g.text = text[:lineBytes]
			} else if c < ' ' || c >= 0x7f || len(text) > 1 && text[1] >= 0x80 {
				g.text, g.width = ansi.FirstGraphemeCluster(text, ansi.GraphemeWidth)
				g.loose = isLoose(g.text)
			}
			text = text[max(1, len(g.text)):]
			if g.text == "\n" || g.text == "\t" {
				g = grapheme{text: " ", width: 1}
			}
			if g.width > 0 && !yield(g) {
				return
			}
		}
	}
}

// lineBytes is how many bytes one of the signs takes that frames are drawn with.
const lineBytes = 3

// isLine reports whether text begins with one of these, U+2500 to U+257F: they are
// one column wide, and a quarter of the screen.
func isLine(text string) bool {
	return len(text) >= lineBytes && text[0] == 0xe2 && (text[1] == 0x94 || text[1] == 0x95)
}

// isLoose reports whether a character must be kept apart from its neighbours:
// terminals disagree about its width (emoji, flags, letters written as several),
// or it would join what stands beside it (a mark without a letter, a joiner at
// the end). A letter or sign with marks above or below it is safe.
func isLoose(cluster string) bool {
	first, size := utf8.DecodeRuneInString(cluster)
	switch {
	case first > 0xffff, !unicode.IsGraphic(first) || unicode.IsMark(first):
		return true
	case first >= 0x1100 && first <= 0x11ff, first >= 0xa960 && first <= 0xa97f, first >= 0xd7b0 && first <= 0xd7ff:
		return true // parts of Korean syllables
	case first == 0xff9e || first == 0xff9f:
		return true // voicing marks of narrow Japanese letters
	case unicode.Is(unicode.So, first) && (first < 0x2500 || first > 0x25ff):
		return true // pictures in some terminals
	}
	for _, r := range cluster[size:] {
		if !unicode.Is(unicode.Mn, r) || r == 0xfe0e || r == 0xfe0f {
			return true
		}
	}
	return false
}
