package report

import (
	"bytes"
	"fmt"
	"strings"
)

// Sizes of drawn bars, in units of the picture.
const (
	barRow    = 24  // from one bar to the next
	barHigh   = 15  // of a bar
	barLabel  = 190 // where the bars begin
	barLong   = 330 // of the longest
	barWide   = 720 // of the picture
	barLetter = 26  // letters of a label
)

// bars is a chart of amounts of one currency as lying bars, drawn in HTML; each
// says its amount, so that nothing hangs on measuring.
type bars struct {
	title string
	list  []slice
}

func barsOf(title string, list []slice) block { return bars{title, list} }

func (bars) markdown(*bytes.Buffer) {}

func (b bars) html(w *htmlPage) {
	longest := int64(1)
	for _, s := range b.list {
		longest = max(longest, s.amount.Minor())
	}
	chart := chartPage{title: b.title, wide: barWide}
	for _, s := range b.list {
		long := max(2, int(float64(s.amount.Minor())/float64(longest)*barLong))
		chart.text("", 0, barHigh-3, short(s.name, barLetter))
		chart.rect("bar", barLabel, 0, long, barHigh)
		chart.text("", barLabel+long+8, barHigh-3, s.amount.Grouped())
		chart.down(barRow)
	}
	chart.html(w)
}

// chartPage is a chart being drawn, from the top down.
type chartPage struct {
	b     strings.Builder
	title string
	wide  int
	y     int
}

// down goes on below.
func (c *chartPage) down(by int) { c.y += by }

// text letters something at a place counted from the row.
func (c *chartPage) text(class string, x, y int, words string) {
	fmt.Fprintf(&c.b, "<text%s x=\"%d\" y=\"%d\">%s</text>\n", classed(class), x, c.y+y, escaped(words))
}

func (c *chartPage) rect(class string, x, y, w, h int) {
	fmt.Fprintf(&c.b, "<rect%s x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n", classed(class), x, c.y+y, w, h)
}

// line draws a line from top to bottom.
func (c *chartPage) line(x, from, to int) {
	fmt.Fprintf(&c.b, "<path class=\"axis\" d=\"M%d %dV%d\"/>\n", x, from, to)
}

func classed(class string) string {
	if class == "" {
		return ""
	}
	return ` class="` + class + `"`
}

func (c *chartPage) html(w *htmlPage) {
	fmt.Fprintf(w, "<div class=\"wide\">\n<svg class=\"chart\" viewBox=\"0 -22 %d %d\" role=\"img\">\n<title>%s</title>\n<text class=\"name\" x=\"0\" y=\"-8\">%s</text>\n%s</svg>\n</div>\n",
		c.wide, c.y+26, escaped(c.title), escaped(c.title), c.b.String())
}

// short is a text of at most so many letters on one line.
func short(text string, letters int) string { return string(cut(oneLine(text), letters)) }
