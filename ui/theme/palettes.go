package theme

// ink is how a style looks in fixed colours: numbers of the 256 from 16 on,
// which are the same in every terminal. Nought is the palette's own.
type ink struct {
	attributes      string
	colour, printed uint8 // what is written, and what it is written on
}

// palette is a theme that brings its own ground, so that what it promises about
// contrast holds whatever the terminal's colours are. A style that is not listed
// looks like Plain.
type palette map[Style]ink

// palettes are the themes in fixed colours. The contrasts are held by a test.
var palettes = map[string]palette{
	"dark": {
		Plain: {"", 252, 234}, Strong: {"1", 255, 0}, Faint: {"", 246, 0}, Heading: {"", 246, 0}, Frame: {"", 243, 0},
		Focus: {"1", 81, 0}, Selected: {"", 16, 81}, Row: {"", 255, 238}, Done: {"9", 246, 0},
		Good: {"", 114, 0}, Warn: {"", 221, 0}, Bad: {"1", 210, 0}, Unknown: {"", 246, 0},
		Key: {"1", 255, 0}, Accent: {"", 116, 0}, Typed: {"4", 255, 0}, Cursor: {"", 16, 255}, Marked: {"1", 176, 0},
	},
	"light": {
		Plain: {"", 234, 231}, Strong: {"1", 16, 0}, Faint: {"", 240, 0}, Heading: {"", 240, 0}, Frame: {"", 245, 0},
		Focus: {"1", 25, 0}, Selected: {"", 231, 25}, Row: {"", 16, 153}, Done: {"9", 240, 0},
		Good: {"", 28, 0}, Warn: {"", 94, 0}, Bad: {"1", 124, 0}, Unknown: {"", 240, 0},
		Key: {"1", 16, 0}, Accent: {"", 25, 0}, Typed: {"4", 16, 0}, Cursor: {"", 231, 16}, Marked: {"1", 90, 0},
	},
	"high-contrast": {
		Plain: {"", 231, 16}, Strong: {"1", 0, 0}, Heading: {"1;4", 0, 0},
		Focus: {"1", 226, 0}, Selected: {"1", 16, 226}, Row: {"", 16, 250}, Done: {"9", 0, 0},
		Good: {"1", 120, 0}, Warn: {"1", 228, 0}, Bad: {"1;4", 217, 0}, Unknown: {"3", 0, 0},
		Key: {"1;4", 0, 0}, Accent: {"1", 123, 0}, Typed: {"4", 0, 0}, Cursor: {"", 16, 231}, Marked: {"1", 219, 0},
	},
	// Blue against orange: told apart by every common colour vision.
	"colour-blind": {
		Plain: {"", 252, 234}, Strong: {"1", 255, 0}, Faint: {"", 246, 0}, Heading: {"", 246, 0}, Frame: {"", 243, 0},
		Focus: {"1", 75, 0}, Selected: {"", 16, 231}, Row: {"", 255, 24}, Done: {"9", 246, 0},
		Good: {"", 75, 0}, Warn: {"", 229, 0}, Bad: {"1;4", 208, 0}, Unknown: {"", 246, 0},
		Key: {"1", 255, 0}, Accent: {"", 152, 0}, Typed: {"4", 255, 0}, Cursor: {"", 16, 255}, Marked: {"1", 183, 0},
	},
}

// of returns the ink of a style with nothing left to the palette.
func (p palette) of(s Style) ink {
	in, plain := p[s], p[Plain]
	if in.colour == 0 {
		in.colour = plain.colour
	}
	if in.printed == 0 {
		in.printed = plain.printed
	}
	return in
}

// params returns the SGR parameters of a style.
func (p palette) params(s Style) string {
	in := p.of(s)
	return joined(in.attributes, of256(38, in.colour), of256(48, in.printed))
}
