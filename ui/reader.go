package ui

import (
	"fmt"
	"strings"

	"astute/model"
	"astute/model/report"
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
}

// reader is a text over the panes: a brief, the help, the messages.
type reader struct {
	plain
	title    string
	account  model.ID // whose plan it is about, none for the one that is open
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
	hints := []hint{{"j k", "scroll"}}
	for _, c := range r.extra {
		hints = append(hints, hint{c.Keys[0], c.Hint})
	}
	return append(hints, hint{"esc", "back"})
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
	switch key {
	case "esc", "q", "enter":
		w.drop(r)
	case "j", "down":
		r.scroll(1)
	case "k", "up":
		r.scroll(-1)
	case "ctrl+d", "pgdown", " ":
		r.scroll(r.seen() / 2)
	case "ctrl+u", "pgup":
		r.scroll(-r.seen() / 2)
	case "g", "home":
		r.scroll(-len(r.lines))
	case "G", "end":
		r.scroll(len(r.lines))
	}
	return nil
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
	in := grid.Frame{Title: r.title, Focus: true, Glyphs: w.theme.Glyphs, Above: r.offset, Total: total}.Draw(v.Sub(r.box))
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
	}
}

// newBrief is the one screen before a call. The text is the same that the
// command line prints; headings are told from it by their place at the margin.
func newBrief(w *Workspace, id model.ID) *reader {
	r := &reader{title: "Brief"}
	brief := func(w *Workspace) (report.Brief, bool) {
		record := w.plan.Get(id)
		if record == nil {
			return report.Brief{}, false
		}
		return report.BriefOf(w.plan, record, w.today), true
	}
	r.make = func(w *Workspace, width int) []textLine {
		b, ok := brief(w)
		if !ok {
			return []textLine{{text: "It is not here any more: it was removed meanwhile.", style: theme.Faint}}
		}
		var lines []textLine
		for i, text := range b.Text(width) {
			style := theme.Plain
			switch {
			case i == 0:
				style = theme.Strong
			case !strings.HasPrefix(text, " "):
				style = theme.Accent
			}
			lines = append(lines, textLine{text: text, style: style})
		}
		return lines
	}
	r.extra = []pane.Command{
		{Name: "edit", Keys: []string{"E", "e"}, Hint: "edit", Do: func() pane.Request {
			record := w.plan.Get(id)
			if record == nil {
				return pane.Note{Text: "it is not here any more", Bad: true}
			}
			return pane.EditForm{Record: record}
		}},
		{Name: "copy", Keys: []string{"y"}, Hint: "copy", Do: func() pane.Request {
			b, _ := brief(w)
			return pane.Copy{Text: strings.Join(b.Text(80), "\n") + "\n", What: "brief"}
		}},
		{Name: "copy as Markdown", Keys: []string{"Y"}, Hint: "copy as Markdown", Do: func() pane.Request {
			b, _ := brief(w)
			return pane.Copy{Text: b.Markdown(), What: "brief as Markdown"}
		}},
	}
	return r
}

// newHelp lists the keys of the focused pane, then those that hold everywhere.
func newHelp(w *Workspace) *reader {
	p := w.focused()
	r := &reader{title: "Keys", keyWidth: 14}
	r.make = func(w *Workspace, width int) []textLine {
		var lines []textLine
		for i, scope := range []struct {
			name     string
			commands []pane.Command
		}{{"In " + p.Title(), w.paneCommands()}, {"Everywhere", w.commands()}} {
			if i > 0 {
				lines = append(lines, textLine{})
			}
			lines = append(lines, textLine{text: scope.name, style: theme.Heading})
			for _, c := range scope.commands {
				lines = append(lines, helpLines(c, width-r.keyWidth-2)...)
			}
		}
		return lines
	}
	return r
}

// helpLines is one command of the help: its keys, its name, what it does, and
// the reason why it cannot be done now.
func helpLines(c pane.Command, width int) []textLine {
	var keys []string
	for _, k := range c.Keys {
		keys = append(keys, keyName(k))
	}
	text := c.Name + ": " + c.Help
	if c.Why != "" {
		text += " (not now: " + c.Why + ")"
	}
	style := theme.Plain
	if c.Why != "" {
		style = theme.Faint
	}
	var lines []textLine
	for i, line := range grid.Wrap(text, width) {
		l := textLine{text: line, style: style}
		if i == 0 {
			l.key = strings.Join(keys, " ")
		}
		if i == 0 && len(keys) == 0 {
			l.key = ":"
		}
		lines = append(lines, l)
	}
	return lines
}

// newMessages lists what was said, the newest first.
func newMessages(*Workspace) *reader {
	r := &reader{title: "Messages", keyWidth: 8}
	r.make = func(w *Workspace, width int) []textLine {
		var lines []textLine
		for i := len(w.said.all) - 1; i >= 0; i-- {
			m := w.said.all[i]
			style := theme.Plain
			if m.bad {
				style = theme.Bad
			}
			for j, text := range grid.Wrap(m.text, width-r.keyWidth-2) {
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
