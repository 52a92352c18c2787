// Package input is a place to type: one line or several, with a cursor that
// moves by characters as people see them. It only keeps text; what the text
// means and when it is done is for whoever shows it.
package input

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/theme"

	"github.com/charmbracelet/x/ansi"
)

// Input is text being typed.
type Input struct {
	Long   bool // of several lines
	text   string
	cursor int // byte offset, always at the start of a character
}

// New returns an input that begins with text, the cursor at its end.
func New(text string, long bool) Input {
	in := Input{Long: long}
	in.Set(text)
	return in
}

// Text returns what was typed.
func (in *Input) Text() string { return in.text }

// Set replaces the text; the cursor goes to its end.
func (in *Input) Set(text string) {
	in.text = in.clean(text)
	in.cursor = len(in.text)
}

// Insert types text at the cursor. A paste may hold anything: control
// characters are dropped, and line breaks become blanks where there is one line.
func (in *Input) Insert(text string) {
	text = in.clean(text)
	in.text = in.text[:in.cursor] + text + in.text[in.cursor:]
	in.cursor += len(text)
}

func (in *Input) clean(text string) string {
	text = model.CleanText(text)
	text = strings.ReplaceAll(text, "\t", " ")
	if !in.Long {
		text = strings.ReplaceAll(text, "\n", " ")
	}
	return text
}

// Key does what a key means while typing, and reports whether it meant
// something. Enter breaks the line only where there are several.
func (in *Input) Key(key string) bool {
	if do, ok := keys[key]; ok {
		return do(in)
	}
	if r, size := utf8.DecodeRuneInString(key); size == len(key) && r >= ' ' && r != utf8.RuneError {
		in.Insert(key)
		return true
	}
	return false
}

// keys are the usual ones of a shell's line.
var keys = map[string]func(*Input) bool{
	"left":           func(in *Input) bool { return in.to(in.before(in.cursor)) },
	"ctrl+b":         func(in *Input) bool { return in.to(in.before(in.cursor)) },
	"right":          func(in *Input) bool { return in.to(in.after(in.cursor)) },
	"ctrl+f":         func(in *Input) bool { return in.to(in.after(in.cursor)) },
	"alt+left":       func(in *Input) bool { return in.to(in.wordBefore()) },
	"ctrl+left":      func(in *Input) bool { return in.to(in.wordBefore()) },
	"alt+b":          func(in *Input) bool { return in.to(in.wordBefore()) },
	"alt+right":      func(in *Input) bool { return in.to(in.wordAfter()) },
	"ctrl+right":     func(in *Input) bool { return in.to(in.wordAfter()) },
	"alt+f":          func(in *Input) bool { return in.to(in.wordAfter()) },
	"home":           func(in *Input) bool { return in.to(in.lineStart()) },
	"ctrl+a":         func(in *Input) bool { return in.to(in.lineStart()) },
	"end":            func(in *Input) bool { return in.to(in.lineEnd()) },
	"ctrl+e":         func(in *Input) bool { return in.to(in.lineEnd()) },
	"up":             func(in *Input) bool { return in.Long && in.vertically(-1) },
	"down":           func(in *Input) bool { return in.Long && in.vertically(1) },
	"backspace":      func(in *Input) bool { return in.drop(in.before(in.cursor), in.cursor) },
	"delete":         func(in *Input) bool { return in.drop(in.cursor, in.after(in.cursor)) },
	"ctrl+d":         func(in *Input) bool { return in.drop(in.cursor, in.after(in.cursor)) },
	"ctrl+w":         func(in *Input) bool { return in.drop(in.wordBefore(), in.cursor) },
	"alt+backspace":  func(in *Input) bool { return in.drop(in.wordBefore(), in.cursor) },
	"alt+d":          func(in *Input) bool { return in.drop(in.cursor, in.wordAfter()) },
	"ctrl+u":         func(in *Input) bool { return in.drop(in.lineStart(), in.cursor) },
	"ctrl+k":         func(in *Input) bool { return in.drop(in.cursor, in.lineEnd()) },
	"enter":          (*Input).newLine,
	"alt+enter":      (*Input).newLine,
	"ctrl+backspace": func(in *Input) bool { return in.drop(in.wordBefore(), in.cursor) },
}

func (in *Input) newLine() bool {
	if in.Long {
		in.Insert("\n")
	}
	return in.Long
}

// to moves the cursor. Moving to where it is still counts as understood.
func (in *Input) to(at int) bool { in.cursor = at; return true }

func (in *Input) drop(from, to int) bool {
	in.text = in.text[:from] + in.text[to:]
	in.cursor = from
	return true
}

func (in *Input) before(at int) int {
	p := strings.LastIndexByte(in.text[:at], '\n') + 1
	if p == at {
		return max(0, at-1)
	}
	last := p
	for p < at {
		last = p
		p = in.after(p)
	}
	return last
}

func (in *Input) after(at int) int {
	if at >= len(in.text) {
		return len(in.text)
	}
	cluster, _ := ansi.FirstGraphemeCluster(in.text[at:], ansi.GraphemeWidth)
	return at + max(1, len(cluster))
}

func (in *Input) wordBefore() int {
	text := strings.TrimRightFunc(in.text[:in.cursor], notWord)
	return len(strings.TrimRightFunc(text, isWord))
}

func (in *Input) wordAfter() int {
	rest := strings.TrimLeftFunc(in.text[in.cursor:], notWord)
	return len(in.text) - len(strings.TrimLeftFunc(rest, isWord))
}

func isWord(r rune) bool  { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }
func notWord(r rune) bool { return !isWord(r) }

func (in *Input) lineStart() int { return strings.LastIndexByte(in.text[:in.cursor], '\n') + 1 }

func (in *Input) lineEnd() int {
	if i := strings.IndexByte(in.text[in.cursor:], '\n'); i >= 0 {
		return in.cursor + i
	}
	return len(in.text)
}

// vertically moves the cursor to the line above or below, as near as can be to
// its column. It reports false at the first and the last line, so that the key
// can mean something else there.
func (in *Input) vertically(by int) bool {
	column := grid.Width(in.text[in.lineStart():in.cursor])
	if by < 0 {
		start := in.lineStart()
		if start == 0 {
			return false
		}
		in.cursor = start - 1
	} else {
		end := in.lineEnd()
		if end == len(in.text) {
			return false
		}
		in.cursor = end + 1
	}
	at, end := in.lineStart(), 0
	in.cursor = at
	end = in.lineEnd()
	for at < end && grid.Width(in.text[in.lineStart():in.after(at)]) <= column {
		at = in.after(at)
	}
	in.cursor = at
	return true
}

// Lines returns how many lines the text has.
func (in *Input) Lines() int { return 1 + strings.Count(in.text, "\n") }

// Draw draws the text with its cursor into the view: the part around the cursor
// where it does not fit.
func (in *Input) Draw(v grid.View, style theme.Style, focus bool) {
	v.Fill(style)
	row := strings.Count(in.text[:in.cursor], "\n")
	top := max(0, row-v.H()+1)
	for i, line := range strings.Split(in.text, "\n") {
		if i < top || i-top >= v.H() {
			continue
		}
		at := -1
		if i == row && focus {
			at = in.cursor - in.lineStart()
		}
		drawLine(v, i-top, line, at, style)
	}
}

// drawLine draws one line; at is the byte of the cursor, negative for none.
func drawLine(v grid.View, y int, line string, at int, style theme.Style) {
	if at < 0 {
		v.Fit(0, y, v.W(), style, line)
		return
	}
	head, rest := line[:at], line[at:]
	under, _ := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
	rest = rest[len(under):]
	if grid.Width(under) == 0 {
		under = " "
	}
	x := v.Text(0, y, style, grid.Tail(head, v.W()-grid.Width(under)))
	x = v.Text(x, y, theme.Cursor, under)
	v.Text(x, y, style, rest)
}
