// Package input is a place to type: one line or several, with a cursor that
// stays on characters as people see them. It only keeps text; what the text
// means and when it is done is for whoever shows it.
//
// The editing itself is done by bubbles: textinput for one line, textarea for
// several. Around them this package keeps whole characters whole, lets an engine
// of many lines see a page of a long text only, and draws with exact widths.
//
//	input.go    Input: what was typed, and drawing it
//	keys.go     what keys mean, as orders to an engine
//	wrap.go     the rows of several lines, and scrolling through them
//	engine.go   the engines, and the page of a long text that one of them sees
//	cluster.go  where characters begin and end
package input

import (
	"strings"
	"unicode/utf8"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/theme"

	"github.com/charmbracelet/x/ansi"
)

// Input is text being typed. The zero value is an empty line.
type Input struct {
	Long   bool   // of several lines
	text   string // while there is no engine: most fields of a form are never typed into
	engine engine // nil until the first key

	place place // where the rows of several lines are shown
	upper bool  // the cursor stands at the end of a row, not at the beginning of the next
	goal  int   // the column that up and down keep to, plus one; 0 for where the cursor is
}

// New returns an input that begins with text, the cursor at its end.
func New(text string, long bool) Input {
	in := Input{Long: long}
	in.Set(text)
	return in
}

// Text returns what was typed.
func (in *Input) Text() string {
	if in.engine == nil {
		return in.text
	}
	return in.engine.text()
}

// Set replaces the text; the cursor goes to its end.
func (in *Input) Set(text string) {
	in.text, _ = in.clean(text)
	in.engine = nil
	in.place.top, in.upper, in.goal = 0, false, 0
	in.follow()
}

// Resize says how large the place is where several lines are shown. Lines that
// are wider are broken into rows, and up and down go by them.
func (in *Input) Resize(w, h int) {
	in.place.w, in.place.h = w, h
	in.follow()
}

// follow scrolls to the cursor.
func (in *Input) follow() {
	if in.Long {
		in.place = in.place.follow(in.Text(), in.cursor(), in.upper)
	}
}

// Rows returns how many rows the text takes in a place of that width, most at
// most.
func (in *Input) Rows(w, most int) int {
	if !in.Long {
		return 1
	}
	return rows(in.Text(), w, most)
}

// Hidden reports whether there is text above the rows that are shown, and below.
func (in *Input) Hidden() (above, below bool) {
	p := in.place
	if !in.Long || p.w <= 0 || p.h <= 0 {
		return false, false
	}
	text := in.Text()
	row, ok := rowAt(text, min(p.top, len(text)), p.w, false), true
	above = row.start > 0
	for n := 1; n < p.h && ok; n++ {
		row, ok = rowBelow(text, row, p.w)
	}
	if ok {
		_, below = rowBelow(text, row, p.w)
	}
	return above, below
}

// Insert types text at the cursor. A paste may hold anything: control
// characters are dropped, and line breaks become blanks where there is one line.
// It returns how many lines were joined into one, 1 when none were.
func (in *Input) Insert(text string) (joined int) {
	text, joined = in.clean(text)
	in.begin()
	in.engine.insert(text)
	in.toBorder(1)
	in.upper, in.goal = false, 0
	in.follow()
	return joined
}

// clean returns text as the input takes it, and how many lines it had where
// there can be one only. What the engines would drop is dropped here, so that a
// text is the same before and after it was typed into.
func (in *Input) clean(text string) (clean string, joined int) {
	text = model.CleanText(text)
	text = strings.ReplaceAll(text, "\t", " ")
	if strings.ContainsRune(text, utf8.RuneError) {
		text = strings.ReplaceAll(text, string(utf8.RuneError), "")
	}
	if in.Long {
		return text, 1
	}
	if !strings.Contains(text, "\n") {
		return text, 1
	}
	text = strings.TrimSuffix(text, "\n") // what was copied as a whole line
	return strings.ReplaceAll(text, "\n", " "), 1 + strings.Count(text, "\n")
}

// begin makes the engine when the first key comes.
func (in *Input) begin() {
	switch {
	case in.engine != nil:
	case in.Long:
		in.engine = newLines(in.text)
	default:
		in.engine = newLine(in.text)
	}
}

// cursor is the byte at which the cursor stands.
func (in *Input) cursor() int {
	if in.engine == nil {
		return len(in.text)
	}
	return in.engine.at()
}

// Lines returns how many lines the text has.
func (in *Input) Lines() int {
	if in.engine == nil {
		return 1 + strings.Count(in.text, "\n")
	}
	return in.engine.lines()
}

// Draw draws the text with its cursor into the view: the part around the cursor
// where it does not fit.
func (in *Input) Draw(v grid.View, style theme.Style, focus bool) {
	v.Fill(style)
	text, cursor := in.Text(), in.cursor()
	if !in.Long {
		at := -1
		if focus {
			at = cursor
		}
		drawLine(v, 0, text, at, style)
		return
	}
	p := in.place
	if p.w != v.W() || p.h != v.H() {
		p = place{v.W(), v.H(), p.top}.follow(text, cursor, in.upper) // nobody said how large it is
	}
	here := rowAt(text, cursor, p.w, in.upper)
	row := rowAt(text, min(p.top, len(text)), p.w, false)
	for y := range v.H() {
		at := -1
		if focus && row.start == here.start {
			at = cursor - row.start
		}
		drawLine(v, y, text[row.start:row.end], at, style)
		var ok bool
		if row, ok = rowBelow(text, row, p.w); !ok {
			return
		}
	}
}

// mostDrawn is how many bytes before the cursor are looked at for drawing: more
// than any screen is wide, far less than what a paste can bring.
const mostDrawn = 1 << 12

// drawLine draws one line; at is the byte of the cursor, negative for none.
func drawLine(v grid.View, y int, line string, at int, style theme.Style) {
	if at < 0 {
		v.Fit(0, y, v.W(), style, line[:floor(line, min(len(line), mostDrawn))])
		return
	}
	head, rest := line[:at], line[at:]
	head = head[floor(head, max(0, at-mostDrawn)):]
	rest = rest[:floor(rest, min(len(rest), mostDrawn))]
	under, _ := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
	rest = rest[len(under):]
	if grid.Width(under) == 0 {
		under = " "
	}
	x := v.Text(0, y, style, grid.Tail(head, v.W()-grid.Width(under)))
	x = v.Text(x, y, theme.Cursor, under)
	v.Text(x, y, style, rest)
}
