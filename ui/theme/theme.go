// Package theme says how meanings look: which of the terminal's attributes and
// colours stand for "selected", "late" or "not known yet", and which glyphs
// frame a pane.
//
// Code elsewhere names a meaning, a [Style], never a colour. Colour is never
// the only signal: marks, letters and the ">" before the selected row say the
// same, so that a theme without any colour loses nothing.
//
//	theme.go     styles, and how a theme is chosen
//	looks.go     the themes in the terminal's own sixteen colours
//	palettes.go  the themes in colours that are the same in every terminal
//	glyphs.go    what frames are drawn with
//	terminal.go  what the terminal can show
package theme

import (
	"fmt"
	"strconv"
	"strings"
)

// Style is a meaning that text on the screen can have.
type Style uint8

// The styles. Plain is text of no meaning of its own.
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

// Depth is how many colours there are to draw with.
type Depth uint8

// The depths.
const (
	Many    Depth = iota // at least 256
	Sixteen              // the terminal's own
	None                 // attributes such as bold stay
)

// Options choose a theme.
type Options struct {
	Name    string // one of Names, "" for the default
	Depth   Depth
	Borders string // "line", "rounded", "ascii" or "console", "" for the first
	// Bytes says that the terminal may take a character for the several bytes
	// that it is written in: nothing that is not ASCII can be trusted to be as
	// wide as it is.
	Bytes bool
}

// Theme is a look: escape sequences by style, and glyphs.
type Theme struct {
	Name   string
	Glyphs Glyphs
	Bytes  bool // as in [Options]
	sgr    [numStyles]string
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
	t := Theme{Name: name, Glyphs: glyphs, Bytes: o.Bytes}
	palette, fixed := palettes[name]
	for s := range numStyles {
		params := ""
		if fixed && o.Depth == Many {
			params = palette.params(s)
		} else {
			params = looks[name].params(s, o.Depth)
		}
		if params != "" {
			t.sgr[s] = "\x1b[" + params + "m"
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

// Sign returns a character as the theme's glyphs write it.
func (t Theme) Sign(text string) string {
	if sign, ok := t.Glyphs.signs[text]; ok {
		return sign
	}
	return text
}

// joined puts SGR parameters together, those that are none left out.
func joined(params ...string) string {
	var list []string
	for _, p := range params {
		if p != "" {
			list = append(list, p)
		}
	}
	return strings.Join(list, ";")
}

// of256 returns the parameters of a colour among the 256: 38 for what is
// written, 48 for what it is written on.
func of256(ground int, colour uint8) string {
	return strconv.Itoa(ground) + ";5;" + strconv.Itoa(int(colour))
}
