package ui

import (
	"fmt"

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
	label int    // columns at the beginning of the text that say what it is about
}

// reader is a text over the panes: a brief, the help, the messages.
type reader struct {
	plain
	title    string
	account  model.ID // whose plan a brief is about
	isBrief  bool
	make     func(w *Workspace, width int) []textLine
	lines    []textLine
	offset   int
	box      layout.Rect
	keyWidth int
	whole    bool           // of a brief: all of it, not only what fits one screen
	rest     int            // what of a brief is not shown
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
	} else if r.rest > 0 {
		frame.Foot = "m: " + count(r.rest, "more thing is known", "more things are known")
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

// newBrief is the one screen before a call, on a record of the account: the one
// that is open or the one beside it: the same that the command line
// prints.
func newBrief(w *Workspace, account, id model.ID) *reader {
	r := &reader{title: "Brief", account: account, isBrief: true}
	plan := func(w *Workspace) *model.Plan {
		if account == w.account {
			return w.plan
		}
		return w.beside
	}
	get := func(w *Workspace) model.Record {
		if p := plan(w); p != nil {
			return p.Get(id)
		}
		return nil
	}
	brief := func(w *Workspace) (report.Brief, bool) {
		record := get(w)
		if record == nil {
			return report.Brief{}, false
		}
		return report.BriefOf(plan(w), record, w.today), true
	}
	// there closes the brief and does something where the record is.
	there := func(do func(w *Workspace, record model.Record) tea.Cmd) func() pane.Request {
		return func() pane.Request {
			return pane.Own{Do: func() {
				record := get(w)
				if record == nil {
					w.say("it is not here any more", true)
					return
				}
				if plan(w) == w.plan {
					w.outside = do(w, record)
					return
				}
				w.drop(r)
				w.outside = w.open(account, func(w *Workspace) tea.Cmd {
					w.seek(id)
					return do(w, record)
				})
			}}
		}
	}
	r.make = func(w *Workspace, width int) []textLine {
		b, ok := brief(w)
		if !ok {
			return []textLine{{text: "It is not here any more: it was removed meanwhile.", style: theme.Faint}}
		}
		lines := make([]textLine, 0, 40)
		said := b.Text(width)
		if r.rest = b.More(); r.whole {
			said, r.rest = b.Whole(width), 0
		}
		for i, l := range said {
			lines = append(lines, textLine{text: l.Text, label: l.Label})
			if i == 0 {
				lines[0].style = theme.Strong
			}
		}
		return lines
	}
	r.extra = []pane.Command{
		{Name: "edit", Keys: []string{"e", "E"}, Hint: "edit", Help: "all of it as a form; of another account, there",
			Do: there(func(w *Workspace, record model.Record) tea.Cmd { return w.serve(pane.EditForm{Record: record}) })},
		{Name: "log a call or meeting", Keys: []string{"i"}, Hint: "log a call", Help: "what was said and promised, with the person of the brief",
			Do: there((*Workspace).logCall)},
		{Name: "note", Keys: []string{"n"}, Hint: "note", Help: "the notes of the record", Do: there((*Workspace).writeNote)},
		{Name: "go there", Keys: []string{"tab"}, Hint: "go there", Help: "closes the brief and puts the cursor where it stands",
			Do: there(func(w *Workspace, _ model.Record) tea.Cmd { w.drop(r); w.seek(id); return nil })},
		{Name: "more", Keys: []string{"m"}, Hint: "more", Help: "all that is known, or only what fits one screen", Do: func() pane.Request {
			r.whole = !r.whole
			r.offset = 0
			return pane.Own{Do: func() { r.resize(w) }}
		}},
		{Name: "copy", Keys: []string{"y"}, Hint: "copy", Help: "the brief as text, to the clipboard", Do: func() pane.Request {
			b, ok := brief(w)
			if !ok {
				return pane.Note{Text: "it is not here any more", Bad: true}
			}
			text := b.Text(80)
			if r.whole {
				text = b.Whole(80)
			}
			return pane.Copy{Text: report.PlainText(text), What: "brief"}
		}},
		{Name: "copy as Markdown", Keys: []string{"Y"}, Hint: "copy as Markdown", Help: "all of the brief, with headings, to the clipboard", Do: func() pane.Request {
			b, _ := brief(w)
			return pane.Copy{Text: b.Markdown(), What: "brief as Markdown"}
		}},
		{Name: "export", Keys: []string{"x"}, Hint: "export", Help: "all of the brief to a Markdown file; asks which", Do: func() pane.Request {
			return pane.Own{Do: func() {
				b, ok := brief(w)
				if !ok {
					w.say("it is not here any more", true)
					return
				}
				w.push(newBriefExport(w, b))
			}}
		}},
	}
	return r
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
