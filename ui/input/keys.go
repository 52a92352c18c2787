package input

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"astute/ui/grid"

	tea "github.com/charmbracelet/bubbletea"
)

// Key does what a key means while typing, and reports whether it meant
// something. Enter breaks the line only where there are several.
func (in *Input) Key(key string) bool {
	if do, ok := keys[key]; ok {
		in.begin()
		goal := in.goal
		in.upper = in.upper && byRows[key]
		if in.goal = 0; key == "up" || key == "down" {
			in.goal = goal
		}
		meant := do(in)
		in.follow()
		return meant
	}
	if r, size := utf8.DecodeRuneInString(key); size == len(key) && r >= ' ' && r != utf8.RuneError {
		in.Insert(key)
		return true
	}
	return false
}

// keys are the usual ones of a shell's line, each an order to the engine in the
// engine's own keys.
var keys = map[string]func(*Input) bool{
	"left":          left,
	"ctrl+b":        left,
	"right":         right,
	"ctrl+f":        right,
	"alt+left":      wordLeft,
	"ctrl+left":     wordLeft,
	"alt+b":         wordLeft,
	"alt+right":     wordRight,
	"ctrl+right":    wordRight,
	"alt+f":         wordRight,
	"home":          rowStart,
	"ctrl+a":        order(tea.KeyMsg{Type: tea.KeyHome}),
	"end":           rowEnd,
	"ctrl+e":        order(tea.KeyMsg{Type: tea.KeyEnd}),
	"ctrl+home":     func(in *Input) bool { in.engine.to(0); return true },
	"ctrl+end":      func(in *Input) bool { in.engine.to(len(in.Text())); return true },
	"up":            func(in *Input) bool { return in.Long && in.vertically(-1) },
	"down":          func(in *Input) bool { return in.Long && in.vertically(1) },
	"backspace":     backspace,
	"ctrl+h":        backspace,
	"delete":        forth(right),
	"ctrl+d":        forth(right),
	"ctrl+w":        order(tea.KeyMsg{Type: tea.KeyCtrlW}),
	"alt+backspace": order(tea.KeyMsg{Type: tea.KeyCtrlW}),
	"alt+d":         forth(wordRight),
	"alt+delete":    forth(wordRight),
	"ctrl+u":        order(tea.KeyMsg{Type: tea.KeyCtrlU}),
	"ctrl+k":        order(tea.KeyMsg{Type: tea.KeyCtrlK}),
	"enter":         breakLine,
	"alt+enter":     breakLine,
}

// byRows are the keys that go by the rows one sees.
var byRows = map[string]bool{"up": true, "down": true, "home": true, "end": true}

// order returns what gives the engine a key of its own. What it leaves of a
// character it cut through is behind the cursor.
func order(key tea.KeyMsg) func(*Input) bool {
	return func(in *Input) bool {
		in.engine.press(key)
		in.toBorder(-1)
		return true
	}
}

func left(in *Input) bool {
	in.engine.press(tea.KeyMsg{Type: tea.KeyLeft})
	in.toBorder(-1)
	return true
}

func right(in *Input) bool {
	in.engine.press(tea.KeyMsg{Type: tea.KeyRight})
	in.toBorder(1)
	return true
}

func wordLeft(in *Input) bool {
	// Where it sees no word the textarea looks for one for ever: it begins at the
	// end of one, or there is nothing to ask of it.
	end := len(strings.TrimRightFunc(in.Text()[:in.cursor()], unicode.IsSpace))
	in.engine.to(end)
	if end == 0 {
		return true
	}
	in.engine.press(tea.KeyMsg{Type: tea.KeyLeft, Alt: true})
	in.toBorder(-1)
	return true
}

func wordRight(in *Input) bool {
	in.engine.press(tea.KeyMsg{Type: tea.KeyRight, Alt: true})
	in.toBorder(1)
	return true
}

// backspace takes the whole character before the cursor.
func backspace(in *Input) bool {
	text, at := in.Text(), in.cursor()
	in.rub(text[before(text, at):at])
	return true
}

// forth returns what takes everything that a move goes over. The engines' own
// keys for it take a line break too many, or fail behind the last word.
func forth(move func(*Input) bool) func(*Input) bool {
	return func(in *Input) bool {
		from := in.cursor()
		move(in)
		in.rub(in.Text()[from:in.cursor()])
		return true
	}
}

// rub takes away what stands before the cursor.
func (in *Input) rub(text string) {
	for range utf8.RuneCountInString(text) {
		in.engine.press(tea.KeyMsg{Type: tea.KeyBackspace})
	}
	in.toBorder(-1)
}

func breakLine(in *Input) bool {
	if in.Long {
		in.Insert("\n")
	}
	return in.Long
}

// toBorder moves the cursor to where a character ends when it stands within one:
// back, or forth when by is positive.
func (in *Input) toBorder(by int) {
	text, at := in.Text(), in.engine.at()
	to := floor(text, at)
	if by > 0 {
		to = ceil(text, at)
	}
	if to != at {
		in.engine.to(to)
	}
}

// width is how wide rows are: where nobody said how large the place is, a line is
// one row.
func (in *Input) width() int {
	if in.place.w > 0 {
		return in.place.w
	}
	return math.MaxInt
}

// rowStart and rowEnd go to the ends of the row that one sees.
func rowStart(in *Input) bool {
	if !in.Long {
		return order(tea.KeyMsg{Type: tea.KeyHome})(in)
	}
	in.engine.to(rowAt(in.Text(), in.cursor(), in.width(), in.upper).start)
	in.upper = false
	return true
}

func rowEnd(in *Input) bool {
	if !in.Long {
		return order(tea.KeyMsg{Type: tea.KeyEnd})(in)
	}
	text := in.Text()
	row := rowAt(text, in.cursor(), in.width(), in.upper)
	in.toIn(text, row, row.end)
	return true
}

// toIn puts the cursor at a byte of a row. The end of a row that goes on in the
// next is before the blank that it was broken at, or else said to be this row's.
func (in *Input) toIn(text string, row span, at int) {
	if in.upper = !row.last && at == row.end; in.upper && text[at-1] == ' ' {
		in.upper = false
		at--
	}
	in.engine.to(at)
}

// vertically moves the cursor to the row above or below, as near as can be to
// its column as people see it. It reports false at the first and the last row,
// so that the key can mean something else there.
func (in *Input) vertically(by int) bool {
	text, at, w := in.Text(), in.cursor(), in.width()
	row := rowAt(text, at, w, in.upper)
	if in.goal == 0 {
		in.goal = 1 + grid.Width(text[row.start:at])
	}
	var ok bool
	if by < 0 {
		row, ok = rowAbove(text, row, w)
	} else {
		row, ok = rowBelow(text, row, w)
	}
	if !ok {
		in.goal = 0
		return false
	}
	column, to := in.goal-1, row.start
	for to < row.end {
		next, width := step(text, to)
		if column -= width; column < 0 {
			break
		}
		to = next
	}
	in.toIn(text, row, to)
	return true
}
