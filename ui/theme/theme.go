// Package theme says how meanings look: which of the terminal's attributes and
// sixteen colours stand for "selected", "late" or "not known yet", and which
// glyphs frame a pane.
//
// Code elsewhere names a meaning, a [Style], never a colour. Colour is never
// the only signal: marks, letters and the ">" before the selected row say the
// same, so that a theme without any colour loses nothing.
package theme

import (
	"fmt"
	"strings"
)

// Style is a meaning that text on the screen can have.
type Style uint8

// The styles. Plain is the terminal's own text.
const (
	Plain    Style = iota
	Faint          // of little weight: labels, frames, what is done
	Strong         // of weight: names, key players
	Heading        // the name of a column or a section
	Frame          // the border of a pane
	Focus          // the border and title of the pane that has the keys
	Selected       // the cell or line that the next key acts on
	Row            // the row of which the selected cell is a part
	Done           // over: complete, cancelled, put off
	Good           // going well, supportive
	Warn           // wants a look
	Bad            // late, against us, wrong
	Unknown        // not known yet: never red, never nought
	Key            // a key to press
	Accent         // something to tell from its surroundings: a type, a link
	Typed          // text being typed
	Cursor         // the place where typing goes on
	Marked         // chosen together with others
	numStyles
)

// Names lists the themes, the default first.
func Names() []string { return []string{"terminal", "dark", "light", "high-contrast", "colour-blind"} }

// Options choose a theme.
type Options struct {
	Name     string // one of Names, "" for the default
	NoColour bool   // attributes such as bold stay, colours go
	Borders  string // "line", "rounded" or "ascii", "" for the first
}

// Theme is a look: escape sequences by style, and glyphs.
type Theme struct {
	Name   string
	Glyphs Glyphs
	sgr    [numStyles]string
}

// Glyphs are the characters that frames are drawn with; each is one column.
type Glyphs struct {
	TopLeft, TopRight, BottomLeft, BottomRight string
	Across, Down                               string
	Ellipsis                                   string
	Thumb                                      string // where a scrolled list stands
	Fold, Unfold                               string
	Sways, SwayedBy                            string // who influences whom, on the map
	Guide                                      string // a faint line between columns
}

var (
	lined   = Glyphs{"┌", "┐", "└", "┘", "─", "│", "…", "┃", "▸", "▾", "»", "«", "┊"}
	rounded = Glyphs{"╭", "╮", "╰", "╯", "─", "│", "…", "┃", "▸", "▾", "»", "«", "┊"}
	ascii   = Glyphs{"+", "+", "+", "+", "-", "|", "~", "#", "+", "-", "}", "{", ":"}
)

var borders = map[string]Glyphs{"": lined, "line": lined, "rounded": rounded, "ascii": ascii}

// look is the SGR parameters of each style: attributes, then colour, parted by
// a bar so that NO_COLOR can take the second without the first; behind a second
// bar what stands in place of the colour then.
type look map[Style]string

// base is what all themes share; a theme lists what it has otherwise.
var base = look{
	Faint: "2|", Strong: "1|", Heading: "2|", Frame: "2|", Focus: "1|36", Selected: "|30;46|7", Row: "|97;44|4", Done: "2;9|",
	Good: "|32", Warn: "|33", Bad: "1|31", Unknown: "2|", Key: "1|", Accent: "|36",
	Typed: "4|", Cursor: "7|", Marked: "1|35",
}

var looks = map[string]look{
	"terminal": {},
	"dark": {
		Row: "|97;100|4", Selected: "|30;106|7", Frame: "|90", Heading: "|90", Good: "|92", Warn: "|93", Bad: "1|91", Accent: "|96", Focus: "1|96",
	},
	"light": {Row: "|30;47|4", Selected: "|97;44|7", Good: "|32", Warn: "|35", Bad: "1|31", Accent: "|34", Focus: "1|34", Marked: "1|34"},
	"high-contrast": {
		Faint: "|", Heading: "1;4|", Frame: "|", Unknown: "3|", Focus: "1|93", Good: "1|92", Warn: "1|93", Bad: "1;4|91",
		Accent: "1|96", Key: "1;4|", Row: "7|", Selected: "1|30;103|7;4", Done: "9|",
	},
	// Blue and orange are told apart by every common colour vision; terminals
	// draw yellow close enough to orange.
	"colour-blind": {Selected: "|30;43|7", Good: "|34", Warn: "|33", Bad: "1;4|33", Accent: "|36", Focus: "1|34", Marked: "1|36"},
}

// New returns the theme that the options name. An unknown name is an error that
// lists the known ones; the theme returned beside it is the default.
func New(o Options) (Theme, error) {
	name := strings.ToLower(strings.TrimSpace(o.Name))
	if name == "" {
		name = Names()[0]
	}
	var err error
	if _, ok := looks[name]; !ok {
		err = fmt.Errorf("there is no theme %q: use one of %s", o.Name, strings.Join(Names(), ", "))
		name = Names()[0]
	}
	glyphs, ok := borders[o.Borders]
	if !ok {
		err = fmt.Errorf("there are no borders %q: use line, rounded or ascii", o.Borders)
		glyphs = lined
	}
	t := Theme{Name: name, Glyphs: glyphs}
	for s := range numStyles {
		params, ok := looks[name][s]
		if !ok {
			params = base[s]
		}
		attributes, colour, _ := strings.Cut(params, "|")
		colour, instead, _ := strings.Cut(colour, "|")
		if o.NoColour {
			colour = instead
		}
		if joined := strings.Trim(attributes+";"+colour, ";"); joined != "" {
			t.sgr[s] = "\x1b[" + joined + "m"
		}
	}
	return t, err
}

// SGR returns the escape sequence that turns the style on after a reset, ""
// for text that looks as the terminal's own.
func (t Theme) SGR(s Style) string {
	if s < numStyles {
		return t.sgr[s]
	}
	return ""
}
