package theme

import "strings"

// look is the SGR parameters of each style: attributes, then colour, parted by
// a bar so that the second can be had without the first; behind a second bar
// what stands in place of the colour then.
type look map[Style]string

// base is what all looks share; each lists what it has otherwise.
var base = look{
	Faint: "2|", Strong: "1|", Heading: "2|", Frame: "2|", Focus: "1|36", Selected: "|30;46|7", Row: "|97;44|4", Done: "2;9|",
	Good: "|32", Warn: "|33", Bad: "1|31", Unknown: "2|", Key: "1|", Accent: "|36",
	Typed: "4|", Cursor: "7|", Marked: "1|35",
}

// looks are the themes in the terminal's own sixteen colours: all there is on
// some terminals, and for the default theme what is wanted on all of them,
// because people chose those colours to be read on the ground they chose.
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
	"colour-blind": {Selected: "|30;43|7", Good: "|36", Warn: "|33", Bad: "1;4|33", Accent: "|36", Focus: "1|36", Marked: "1|36"},
}

// params returns the SGR parameters of a style, "" for none.
func (l look) params(s Style, d Depth) string {
	params, ok := l[s]
	if !ok {
		params = base[s]
	}
	attributes, colour, _ := strings.Cut(params, "|")
	colour, instead, _ := strings.Cut(colour, "|")
	if d == None {
		colour = instead
	}
	return joined(attributes, colour)
}
