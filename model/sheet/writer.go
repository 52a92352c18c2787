package sheet

import (
	"strings"

	"astute/model"
)

// run is one thing said, on a line with others.
type run struct {
	text   string
	tone   Tone
	target Target
}

// writer sets texts into lines of a width.
type writer struct {
	o      Options
	w      int
	line   int // the next one
	pieces []Piece
}

// The columns between two things on one line, and those by which a line that
// goes on is set in.
const (
	gap  = 2
	hang = 2
)

// say writes things that follow each other from a column on, in as many lines as
// they take. What says nothing is left out.
func (w *writer) say(indent int, runs ...run) {
	x, begun := indent, false
	for _, r := range runs {
		r.text = strings.Join(strings.Fields(model.CleanText(r.text)), " ")
		if r.text == "" {
			continue
		}
		if begun {
			x += gap
		}
		for i, text := range w.fit(r.text, x, indent, begun) {
			if i > 0 || begun && x+w.o.Measure(text) > w.w {
				w.line++
				x = indent + hang
			}
			w.pieces = append(w.pieces, Piece{X: x, Line: w.line, Text: text, Tone: r.tone, Target: r.target})
			x += w.o.Measure(text)
		}
		begun = true
	}
	if begun {
		w.line++
	}
}

// fit breaks a text that would begin at a column into lines. One that is not the
// first of its line and has no room on it goes to the next one whole.
func (w *writer) fit(text string, x, indent int, begun bool) []string {
	room := max(8, w.w-indent-hang)
	switch {
	case x+w.o.Measure(text) <= w.w:
		return []string{text}
	case begun:
		return w.o.Wrap(text, room)
	}
	first := w.o.Wrap(text, max(8, w.w-x))[0]
	rest := strings.TrimSpace(strings.TrimPrefix(text, first))
	if rest == "" {
		return []string{first}
	}
	return append([]string{first}, w.o.Wrap(rest, room)...)
}

// heading writes the heading of a part, with what it comes to beside it.
func (w *writer) heading(at Target, title string, rest ...run) {
	w.say(0, append([]run{{title, Heading, at}}, rest...)...)
}

// label writes a text behind a word that says what it is, both in columns.
func (w *writer) label(indent, width int, label string, r run) {
	if model.CleanLine(r.text) == "" {
		return
	}
	w.pieces = append(w.pieces, Piece{X: indent, Line: w.line, Text: label, Tone: Faint, Target: r.target})
	for _, text := range w.o.Wrap(strings.Join(strings.Fields(model.CleanText(r.text)), " "), max(8, w.w-indent-width)) {
		w.pieces = append(w.pieces, Piece{X: indent + width, Line: w.line, Text: text, Tone: r.tone, Target: r.target})
		w.line++
	}
}

// faint is text of little weight that only informs.
func faint(text string) run { return run{text: text, tone: Faint} }
