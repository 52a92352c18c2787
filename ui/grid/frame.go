package grid

import (
	"strings"

	"astute/ui/layout"
	"astute/ui/theme"
)

// Frame is the border around a pane or an overlay.
type Frame struct {
	Title  string // at the top left
	Note   string // at the top right: how many, which filter
	Foot   string // at the bottom left
	More   string // at the bottom right: what lies outside
	Focus  bool   // has the keys: the title stands in brackets, so that it shows without colour
	Inlaid bool   // one of those that divide the screen; others keep a blank column beside them
	Glyphs theme.Glyphs
	// Above and Total say where a scrolled list stands: how many of its rows
	// lie above the first one seen. Total nought draws no mark.
	Above, Total int
}

// Draw blanks the view, draws the border around it and returns what is inside.
func (f Frame) Draw(v View) View {
	w, h := v.W(), v.H()
	if w < 2 || h < 2 {
		return v
	}
	v.Fill(theme.Plain)
	if !f.Inlaid {
		v.beside()
	}
	style := theme.Frame
	if f.Focus {
		style = theme.Focus
	}
	g := f.Glyphs
	across := strings.Repeat(g.Across, w-2)
	v.Text(0, 0, style, g.TopLeft+across+g.TopRight)
	v.Text(0, h-1, style, g.BottomLeft+across+g.BottomRight)
	for y := 1; y < h-1; y++ {
		v.Text(0, y, style, g.Down)
		v.Text(w-1, y, style, g.Down)
	}
	note := Cut(f.Note, max((w-4)/2, w-9-Width(f.Title)))
	room := w - 4
	if note != "" {
		room -= Width(note) + 3
		v.Text(w-Width(note)-3, 0, theme.Faint, " "+note+" ")
	}
	if title := Cut(f.Title, room-2); title != "" {
		if f.Focus {
			v.Text(1, 0, theme.Focus, "["+title+"]")
		} else {
			v.Text(1, 0, theme.Plain, " "+title+" ")
		}
	}
	room = w - 6
	if more := Cut(f.More, w/2-2); more != "" {
		room -= Width(more) + 3
		v.Text(w-Width(more)-3, h-1, theme.Plain, " "+more+" ")
	}
	if foot := Cut(f.Foot, room); foot != "" {
		v.Text(1, h-1, theme.Faint, " "+foot+" ")
	}
	inner := v.Sub(layout.Rect{X: 1, Y: 1, W: w - 2, H: h - 2})
	f.thumb(v, h-2, style)
	return inner
}

// thumb marks on the right border which part of a longer list is seen.
func (f Frame) thumb(v View, seen int, style theme.Style) {
	if f.Total <= seen || seen < 1 {
		return
	}
	size := max(1, seen*seen/f.Total)
	at := 0
	if rest := f.Total - seen; rest > 0 {
		at = min(f.Above, rest) * (seen - size) / rest
	}
	for y := at; y < at+size; y++ {
		v.Text(v.W()-1, 1+y, style, f.Glyphs.Thumb)
	}
}

// beside blanks the column on either side of the view, so that its frame does
// not touch those that it lies over.
func (v View) beside() {
	for _, x := range []int{v.r.X - 1, v.r.X + v.r.W} {
		if x < 0 || x >= v.c.w {
			continue
		}
		for y := v.r.Y; y < v.r.Y+v.r.H; y++ {
			v.c.set(x, y, "", 1, theme.Plain, false)
		}
	}
}
