package ui

import (
	"bytes"
	"io"
	"strings"

	"astute/model"
	"astute/model/exchange"
	"astute/model/report"
	"astute/ui/grid"
	"astute/ui/importing"
	"astute/ui/input"
	"astute/ui/layout"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// importAsk asks for the files to import: typed, pasted or dropped onto the
// terminal.
type importAsk struct {
	plain
	path    input.Input
	names   []string // that what was typed can go on with
	problem string
	reading bool
	box     layout.Rect
}

func newImportAsk(text string) *importAsk { return &importAsk{path: input.New(text, false)} }

func (*importAsk) typing() bool { return true }

func (*importAsk) hints() []hint {
	return []hint{{"enter", "look at it"}, {"tab", "complete"}, {"esc", "back"}}
}

func (a *importAsk) resize(w *Workspace) { a.box = overBox(w, 84, 7+len(a.names)) }

func (a *importAsk) key(w *Workspace, key string) tea.Cmd {
	switch key {
	case "esc":
		w.drop(a)
		if a.reading {
			w.say("nothing was imported: the book is as it was", false)
		}
		return nil
	case "enter":
		return a.read(w)
	case "tab":
		return a.complete(w)
	}
	if a.path.Key(key) {
		a.forget(w)
	}
	return nil
}

// forget takes back what was said about what stood there before.
func (a *importAsk) forget(w *Workspace) {
	a.names, a.problem, a.reading = nil, "", false
	a.resize(w)
}

func (a *importAsk) paste(w *Workspace, text string) tea.Cmd {
	text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }), " ")
	a.path.Insert(text)
	a.forget(w)
	return nil
}

// completed is the answer to completing a name.
type completed struct {
	from       *importAsk
	text, more string
	names      []string
}

func (a *importAsk) complete(w *Workspace) tea.Cmd {
	text, home := a.path.Text(), w.o.Getenv("HOME")
	return func() tea.Msg {
		more, names := importing.Complete(text, home)
		return completed{a, text, more, names}
	}
}

func (m completed) arrive(w *Workspace) tea.Cmd {
	a := m.from
	if !w.isOpen(a) || a.path.Text() != m.text {
		return nil // something else was typed meanwhile
	}
	a.forget(w)
	if len(m.names) == 0 {
		a.problem = "no file that could be taken in begins so: " + importing.Sorts()
	} else if a.path.Set(m.more); len(m.names) > 1 {
		a.names = m.names
	}
	a.resize(w)
	return nil
}

// filesRead is the answer to reading files.
type filesRead struct {
	from  *importAsk
	text  string
	left  string // what was left alone beside the files
	files []exchange.File
	err   error
}

// read reads the files that were named.
func (a *importAsk) read(w *Workspace) tea.Cmd {
	if a.reading {
		return nil
	}
	a.forget(w)
	a.reading = true
	text, home := a.path.Text(), w.o.Getenv("HOME")
	return func() tea.Msg {
		m := filesRead{from: a, text: text}
		var paths []string
		if paths, m.err = importing.Paths(text, home); m.err == nil {
			m.left = importing.Left(text, home)
			m.files, m.err = importing.Read(paths, nil, func(string) {})
		}
		return m
	}
}

func (m filesRead) arrive(w *Workspace) tea.Cmd {
	a := m.from
	if !w.isOpen(a) || !a.reading || a.path.Text() != m.text {
		return nil
	}
	a.reading = false
	if m.err != nil {
		a.problem = oneLine(m.err.Error())
		return nil
	}
	w.drop(a)
	o := newImport(w, m.files)
	w.push(o)
	if m.left != "" {
		w.say(m.left, false)
	}
	return o.try(w)
}

func (a *importAsk) draw(w *Workspace, v grid.View) {
	in := grid.Frame{Title: "Import which file?", Foot: "several beside each other, or *.csv", Focus: true, Glyphs: w.theme.Glyphs}.Draw(v.Sub(a.box))
	in.Text(0, 0, theme.Focus, ">")
	a.path.Draw(in.Sub(layout.Rect{X: 2, W: in.W() - 3, H: 1}), theme.Plain, true)
	text, style := importing.Sorts()+". Type its path, paste it, or drop the file here. Nothing is written yet.", theme.Faint
	switch {
	case a.problem != "":
		text, style = "! "+a.problem, theme.Bad
	case a.reading:
		text = "reading it: esc gives up"
	}
	y := 2
	for _, line := range grid.Wrap(text, in.W()-3) {
		in.Text(2, y, style, line)
		y++
	}
	for i, name := range a.names {
		if more := len(a.names) - i; y == in.H()-1 && more > 1 {
			in.Text(2, y, theme.Faint, count(more, "more", "more"))
			break
		}
		in.Text(2, y, theme.Plain, grid.Cut(model.CleanLine(name), in.W()-3))
		y++
	}
}

// droppedOr is the answer to whether a paste was files that were dropped.
type droppedOr struct {
	text      string
	is        bool
	otherwise func(w *Workspace)
}

// maybeDropped imports the files that a paste names; where it names none, it is
// what else it was for. Whether the files are there is asked outside of Update, as
// a disk far away may not answer; keys wait for it.
func (w *Workspace) maybeDropped(text string, otherwise func(w *Workspace)) tea.Cmd {
	home := w.o.Getenv("HOME")
	if !importing.LooksDropped(text, home) {
		otherwise(w)
		return nil
	}
	return w.await(func() tea.Msg { return droppedOr{text, importing.Dropped(text, home), otherwise} })
}

func (m droppedOr) arrive(w *Workspace) tea.Cmd {
	w.waiting = false
	if m.is {
		return w.startImport(m.text)
	}
	m.otherwise(w)
	return nil
}

// rejectsTemplate is the file of the rows that were not taken.
func rejectsTemplate(rows []byte) template {
	return template{name: "the rows that were not taken", format: "CSV", ending: "-rejected.csv",
		write: func(out io.Writer, _ *model.Plan, _ report.Options) error {
			_, err := io.Copy(out, bytes.NewReader(rows))
			return err
		}}
}
