package ui

import (
	"fmt"

	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/pane"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// textLine is one line of a text to read.
type textLine struct {
	text  string
	style theme.Style
	key   string // set before the text in a column of its own, "" for none
	label int    // columns at the beginning of the text that say what it is about
}

// reader is a text over the panes: a brief, the help, the messages.
type reader struct {
	plain
	title    string
	brief    *briefed // of a brief: what it is about
	make     func(w *Workspace, width int) []textLine
	lines    []textLine
	offset   int
	box      layout.Rect
	keyWidth int
	extra    []pane.Command // what else can be done with it
}

// readerWidth is how wide a text is at most: longer lines are hard to read.
const readerWidth = 92

func (r *reader) hints() []hint {
	hints := []hint{{"j k", "scroll"}, {"esc", "back"}}
	for _, c := range r.extra {
		hints = append(hints, hint{c.Keys[0], c.Hint})
	}
	return hints
}

func (r *reader) resize(w *Workspace) {
	width := min(readerWidth, w.screen.W-2)
	r.lines = r.make(w, width-4)
	height := min(len(r.lines)+2, w.screen.H-2)
	r.box = layout.Rect{Y: 1, W: w.screen.W, H: w.screen.H - 2}.Centre(width, height)
	r.scroll(0)
}

// meanwhile makes the text anew after somebody else wrote.
func (r *reader) meanwhile(w *Workspace) { r.resize(w) }

func (r *reader) seen() int { return max(1, r.box.H-2) }

func (r *reader) scroll(by int) { r.offset = max(0, min(r.offset+by, len(r.lines)-r.seen())) }

func (r *reader) key(w *Workspace, key string) tea.Cmd {
	if c, ok := pane.Find(r.extra, key); ok {
		return w.serve(c.Do())
	}
	if c, ok := pane.Find(r.commands(w), key); ok {
		return w.serve(c.Do())
	}
	w.nothingOn(key)
	return nil
}

// commands are what every text to read can do.
func (r *reader) commands(w *Workspace) []pane.Command {
	scroll := func(name, help string, by func() int, keys ...string) pane.Command {
		return pane.Command{Name: name, Help: help, Keys: keys, Do: func() pane.Request { r.scroll(by()); return nil }}
	}
	own := func(f func()) func() pane.Request { return func() pane.Request { return pane.Own{Do: f} } }
	return []pane.Command{
		scroll("down", "one line", func() int { return 1 }, "j", "down"),
		scroll("up", "one line", func() int { return -1 }, "k", "up"),
		scroll("half a page down", "", func() int { return r.seen() / 2 }, "ctrl+d", "pgdown", " "),
		scroll("half a page up", "", func() int { return -r.seen() / 2 }, "ctrl+u", "pgup"),
		scroll("to the beginning", "", func() int { return -len(r.lines) }, "g", "home"),
		scroll("to the end", "", func() int { return len(r.lines) }, "G", "end"),
		{Name: "back", Help: "closes it; what lay below is as it was", Keys: []string{"esc", "q", "enter"}, Do: own(func() { w.drop(r) })},
		{Name: "keys", Help: "these keys", Keys: []string{"?"}, Do: own(func() { w.push(newReaderHelp(w, r)) })},
	}
}

func (r *reader) click(w *Workspace, x, y int) tea.Cmd {
	if !r.box.Has(x, y) {
		w.drop(r)
	}
	return nil
}

func (r *reader) wheel(_ *Workspace, rows int) { r.scroll(rows) }

func (r *reader) draw(w *Workspace, v grid.View) {
	total := 0
	if len(r.lines) > r.seen() {
		total = len(r.lines)
	}
	frame := grid.Frame{Title: r.title, Focus: true, Glyphs: w.theme.Glyphs, Above: r.offset, Total: total}
	if below := len(r.lines) - r.offset - r.seen(); below > 0 {
		frame.Foot = count(below, "more line below", "more lines below")
	} else if r.brief != nil && r.brief.rest > 0 {
		frame.Foot = "m: " + count(r.brief.rest, "more thing is known", "more things are known")
	}
	in := frame.Draw(v.Sub(r.box))
	for i := range min(r.seen(), len(r.lines)-r.offset) {
		line := r.lines[r.offset+i]
		x := 1
		if r.keyWidth > 0 && line.key != "" {
			in.Text(x, i, theme.Key, grid.Cut(line.key, r.keyWidth))
		}
		if r.keyWidth > 0 && line.style != theme.Heading {
			x += r.keyWidth + 2
		}
		in.Text(x, i, line.style, grid.Cut(line.text, in.W()-x-1))
		if line.label > 0 {
			in.Restyle(x, i, min(line.label, in.W()-x-1), theme.Accent)
		}
	}
}

// newMessages lists what was said, the newest first.
func newMessages(*Workspace) *reader {
	r := &reader{title: "Messages", keyWidth: 8}
	r.make = func(w *Workspace, width int) []textLine {
		var lines []textLine
		for i := len(w.said.all) - 1; i >= 0; i-- {
			m := w.said.all[i]
			style, said := theme.Plain, m.text
			if m.bad {
				style, said = theme.Bad, "! "+said
			}
			for j, text := range grid.Wrap(said, width-r.keyWidth-2) {
				l := textLine{text: text, style: style}
				if j == 0 {
					l.key = m.at.Format("15:04:05")
				}
				lines = append(lines, l)
			}
		}
		if len(lines) == 0 {
			lines = []textLine{{text: "Nothing was said so far.", style: theme.Faint}}
		}
		return lines
	}
	return r
}

// count says how many of something there are.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
