package input

import (
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
		return do(in)
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
	"home":          order(tea.KeyMsg{Type: tea.KeyHome}),
	"ctrl+a":        order(tea.KeyMsg{Type: tea.KeyHome}),
	"end":           order(tea.KeyMsg{Type: tea.KeyEnd}),
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

// vertically moves the cursor to the line above or below, as near as can be to
// its column as people see it. It reports false at the first and the last line,
// so that the key can mean something else there.
func (in *Input) vertically(by int) bool {
	text, at := in.Text(), in.cursor()
	start := strings.LastIndexByte(text[:at], '\n') + 1
	column := grid.Width(text[start:at])
	if by < 0 {
		if start == 0 {
			return false
		}
		start = strings.LastIndexByte(text[:start-1], '\n') + 1
	} else {
		next := strings.IndexByte(text[at:], '\n')
		if next < 0 {
			return false
		}
		start = at + next + 1
	}
	line, _, _ := strings.Cut(text[start:], "\n")
	to := 0
	for to < len(line) {
		next := after(line, to)
		if column -= grid.Width(line[to:next]); column < 0 {
			break
		}
		to = next
	}
	in.engine.to(start + to)
	return true
}
