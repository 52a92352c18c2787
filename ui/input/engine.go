package input

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/bubbles/cursor"
	"github.com/charmbracelet/bubbles/textarea"
	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"
)

// engine edits text by keys. Its places are bytes of the whole text.
type engine interface {
	text() string
	lines() int
	at() int
	// to puts the cursor at a byte.
	to(at int)
	// press gives the engine a key of its own key map.
	press(key tea.KeyMsg)
	// insert types text at the cursor.
	insert(text string)
}

// pasted is a message that inserts text: as a paste it is never taken for the
// name of a key, even when it says "left".
func pasted(text string) tea.KeyMsg {
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true}
}

// line is the engine of one line.
type line struct{ model textinput.Model }

func newLine(text string) *line {
	m := textinput.New()
	m.Cursor.SetMode(cursor.CursorStatic) // it is drawn here, and does not blink
	m.KeyMap.Paste.Unbind()               // the terminal pastes; the clipboard is not read
	m.Focus()
	m.SetValue(text)
	m.CursorEnd()
	return &line{m}
}

func (l *line) text() string { return l.model.Value() }
func (l *line) lines() int   { return 1 }

func (l *line) at() int { return bytesOf(l.model.Value(), l.model.Position()) }

func (l *line) to(at int) { l.model.SetCursor(utf8.RuneCountInString(l.model.Value()[:at])) }

func (l *line) press(key tea.KeyMsg) { l.model, _ = l.model.Update(key) }

func (l *line) insert(text string) { l.press(pasted(text)) }

// bytesOf returns how many bytes the first runes of text take.
func bytesOf(text string, runes int) int {
	for i := range text {
		if runes == 0 {
			return i
		}
		runes--
	}
	return len(text)
}

const (
	// pageLines is how many lines around the cursor the engine of several sees.
	// It looks at each of them with every key, and drops what is beyond 10,000:
	// it must never see the whole of a text.
	pageLines = 24
	// pageKeys is how many keys an engine serves: it remembers how every line
	// looked after each of them.
	pageKeys = 256
	// wrapWidth is at which column the engine believes lines to be broken. What
	// it does with that is not shown, but short lines are quick to break.
	wrapWidth = 40
)

// lines is the engine of several lines. It sees a page of the text; what lies
// before and behind waits until the cursor comes there.
type lines struct {
	model        textarea.Model
	above, below string // the text before the page, and behind it
	linesAbove   int
	linesBelow   int
	keys         int // pressed since the page was turned
}

func newLines(text string) *lines {
	l := &lines{}
	l.turn(text, len(text))
	return l
}

// turn shows the engine the page around a byte of a text and puts the cursor
// there.
func (l *lines) turn(text string, at int) {
	start, end := at, at
	for range pageLines + 1 {
		start = strings.LastIndexByte(text[:max(0, start)], '\n')
	}
	start++
	for range pageLines + 1 {
		if next := strings.IndexByte(text[end:], '\n'); next >= 0 {
			end += next + 1
		} else {
			end = len(text) + 1
			break
		}
	}
	end--
	m := textarea.New()
	m.MaxHeight = 0 // else enter means nothing after the 99th line
	m.MaxWidth = 0
	m.ShowLineNumbers = false
	m.Prompt = ""
	m.SetWidth(wrapWidth)
	m.Cursor.SetMode(cursor.CursorStatic)
	m.KeyMap.Paste.Unbind()
	m.Focus()
	m.SetValue(text[at:end])
	m, _ = m.Update(tea.KeyMsg{Type: tea.KeyCtrlHome})
	m.InsertString(text[start:at]) // the cursor is behind it, where it belongs
	*l = lines{model: m, above: text[:start], below: text[end:]}
	l.linesAbove, l.linesBelow = strings.Count(l.above, "\n"), strings.Count(l.below, "\n")
}

func (l *lines) text() string { return l.above + l.model.Value() + l.below }

func (l *lines) lines() int { return l.linesAbove + l.model.LineCount() + l.linesBelow }

func (l *lines) at() int {
	page, at := l.model.Value(), 0
	for range l.model.Line() {
		at += strings.IndexByte(page[at:], '\n') + 1
	}
	info := l.model.LineInfo()
	return len(l.above) + at + bytesOf(page[at:], info.StartColumn+info.ColumnOffset)
}

func (l *lines) to(at int) {
	now := l.at()
	text := l.text()
	from, to := min(now, at), max(now, at)
	if strings.Contains(text[from:to], "\n") {
		l.turn(text, at)
		return
	}
	start := strings.LastIndexByte(text[:at], '\n') + 1
	l.model.SetCursor(utf8.RuneCountInString(text[start:at]))
}

func (l *lines) press(key tea.KeyMsg) {
	l.ready()
	l.model, _ = l.model.Update(key)
}

func (l *lines) insert(text string) {
	l.ready()
	if strings.Count(text, "\n") > pageLines {
		at, whole := l.at(), l.text()
		l.turn(whole[:at]+text+whole[at:], at+len(text))
		return
	}
	l.model.InsertString(text)
}

// ready turns the page when the cursor is too near to its edge to know what lies
// behind it, and when the page has become too long.
func (l *lines) ready() {
	row, n := l.model.Line(), l.model.LineCount()
	l.keys++
	if l.above != "" && row < 2 || l.below != "" && row > n-3 || n > 4*pageLines || l.keys > pageKeys {
		l.turn(l.text(), l.at())
	}
}
