package ui

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"astute/model"
	"astute/model/report"
	"astute/ui/grid"
	"astute/ui/input"
	"astute/ui/layout"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// template is a document that the plan is written as.
type template struct {
	name   string // "the full plan"
	format string // "Markdown"
	ending string // of its file
	write  func(io.Writer, *model.Plan, report.Options) error
	theirs bool // there is a copy of it for the customer
}

// String says what is written.
func (t template) String() string { return t.name + " as " + t.format }

// end is what the name of the file ends with for an audience: of a copy for the
// customer something that no account can be called.
func (t template) end(whom report.Audience) string {
	if whom == report.Customer {
		ending := filepath.Ext(t.ending)
		return strings.TrimSuffix(t.ending, ending) + ".customer" + ending
	}
	return t.ending
}

// templates are what a plan can be written as: each document of package report in
// each format, then the map.
var templates = allTemplates()

func allTemplates() []template {
	var list []template
	for _, format := range []struct {
		name, ending string
		write        func(report.Template, io.Writer, *model.Plan, report.Options) error
	}{
		{"Markdown", ".md", report.Template.Markdown},
		{"HTML", ".html", report.Template.HTML},
	} {
		for i, t := range report.Templates() {
			ending := format.ending
			if i > 0 { // so that all can lie beside each other
				ending = "-" + t.Name + ending
			}
			list = append(list, template{t.Title, format.name, ending, func(w io.Writer, p *model.Plan, o report.Options) error {
				return format.write(t, w, p, o)
			}, t.ForCustomer()})
		}
	}
	return append(list, template{"the map", "SVG", ".svg", report.Map, true})
}

// exporting asks for the file that the plan, or a brief, is written to.
type exporting struct {
	plain
	templates []template // what can be written
	template  int
	whom      report.Audience
	stem      string // of the file's name, when no other is wanted
	path      input.Input
	problem   string
	box       layout.Rect
}

func newExport(w *Workspace) *exporting {
	return newExporting(w, fileStem(w.plan.Account.Name), templates...)
}

func newExporting(w *Workspace, stem string, list ...template) *exporting {
	path := stem + list[0].ending
	if w.tour != nil {
		path = filepath.Join(filepath.Dir(w.o.Store.Path()), path) // beside the example, to go away with it
	}
	return &exporting{templates: list, stem: stem, path: input.New(path, false)}
}

// newBriefExport asks for the file that a brief is written to.
func newBriefExport(w *Workspace, b report.Brief) *exporting {
	return newExporting(w, fileStem("brief "+b.Name), template{name: "the brief", format: "Markdown", ending: ".md", write: func(out io.Writer, _ *model.Plan, _ report.Options) error {
		_, err := io.WriteString(out, b.Markdown())
		return err
	}})
}

// fileStem is a name as a file of the current folder, without its ending:
// letters and digits in lower case, everything else a hyphen.
func fileStem(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	stem := grid.Cut(strings.Join(words, "-"), 60)
	if stem == "" {
		stem = "plan"
	}
	return stem
}

// name is the file's, when no other is wanted.
func (e *exporting) name() string { return e.stem + e.chosen().end(e.whom) }

func (e *exporting) chosen() template { return e.templates[e.template] }

// choose goes on to another document, for whom the one before was. A file that was
// named as that would be is named anew, whatever folder it is in.
func (e *exporting) choose(by int) {
	e.change(func() { e.template = (e.template + by + len(e.templates)) % len(e.templates) })
}

// refused reports whether there is no copy of the document for an audience, and
// says so then.
func (e *exporting) refused(whom report.Audience) bool {
	if whom != report.Customer || e.chosen().theirs {
		return false
	}
	e.problem = e.chosen().name + " is our own judgment: no copy for the customer"
	return true
}

// turn goes on to the other audience, where there is a copy for it.
func (e *exporting) turn() {
	if e.refused(report.Customer - e.whom) {
		return
	}
	e.change(func() { e.whom = report.Customer - e.whom })
}

// change makes another choice, and lets the name follow.
func (e *exporting) change(choice func()) {
	stem, ours := strings.CutSuffix(e.path.Text(), e.chosen().end(e.whom))
	if choice(); ours {
		e.path = input.New(stem+e.chosen().end(e.whom), false)
	}
	e.problem = ""
}

// whose says for whom it is written, "" where there is no choice.
func (e *exporting) whose() string {
	switch {
	case len(e.templates) < 2:
		return ""
	case e.whom == report.Customer && e.chosen().theirs:
		return "for the customer: no judgments of ours"
	case e.whom == report.Customer:
		return "for the customer: there is no such copy"
	case e.chosen().theirs:
		return "for ourselves: all of it"
	}
	return "for ourselves only"
}

func (*exporting) typing() bool { return true }

func (e *exporting) hints() []hint {
	hints := []hint{{"enter", "write it"}, {"esc", "back"}}
	if len(e.templates) > 1 {
		hints = slices.Insert(hints, 1, hint{"tab", "what to write"}, hint{"ctrl+t", "for whom"})
	}
	return hints
}

func (e *exporting) resize(w *Workspace) { e.box = overBox(w, 84, 6+e.choices()) }

// choices is how many lines the documents to choose from take.
func (e *exporting) choices() int {
	if len(e.templates) < 2 {
		return 0
	}
	return len(e.templates)
}

func (e *exporting) key(w *Workspace, key string) tea.Cmd {
	switch key {
	case "esc":
		w.drop(e)
		return nil
	case "tab", "down":
		e.choose(1)
		return nil
	case "shift+tab", "up":
		e.choose(-1)
		return nil
	case "ctrl+t":
		if len(e.templates) > 1 {
			e.turn()
		}
		return nil
	case "enter":
		return e.write(w, false)
	}
	e.path.Key(key)
	e.problem = ""
	return nil
}

// click takes the document of the line that was clicked.
func (e *exporting) click(_ *Workspace, x, y int) tea.Cmd {
	row := y - e.box.Y - 2 // below the border and the path
	if x > e.box.X && x < e.box.X+e.box.W-1 && row >= 0 && row < e.choices() {
		e.choose(row - e.template)
	}
	return nil
}

func (e *exporting) paste(_ *Workspace, text string) tea.Cmd {
	e.path.Insert(text)
	return nil
}

// exported is the answer to writing a plan.
type exported struct {
	from  *exporting
	what  template
	path  string
	lines int
	err   error
}

// write writes the plan that is shown, in a command of its own.
func (e *exporting) write(w *Workspace, over bool) tea.Cmd {
	if e.refused(e.whom) {
		return nil
	}
	path := strings.TrimSpace(e.path.Text())
	if path == "" {
		e.problem = "a name is needed, like " + e.name()
		return nil
	}
	plan, t, name := w.plan, e.chosen(), e.name()
	options := report.Options{Today: w.today, Audience: e.whom}
	home := w.o.Getenv("HOME")
	return w.alone("writing "+t.name, w.await(func() tea.Msg {
		m := exported{from: e, what: t, path: path}
		if rest, ok := strings.CutPrefix(path, "~/"); ok && home != "" {
			m.path = filepath.Join(home, rest)
		}
		if info, err := os.Stat(m.path); err == nil && info.IsDir() {
			m.path = filepath.Join(m.path, name)
		}
		var text bytes.Buffer
		if m.err = t.write(&text, plan, options); m.err == nil {
			m.lines = bytes.Count(text.Bytes(), []byte("\n"))
			m.err = keepFile(m.path, text.Bytes(), over)
		}
		if whole, err := filepath.Abs(m.path); err == nil {
			m.path = whole
		}
		return m
	}))
}

// whom says for whom it was written, where that is not ourselves.
func (m exported) whom() string {
	if m.from.whom == report.Customer {
		return " for the customer"
	}
	return ""
}

func (m exported) arrive(w *Workspace) tea.Cmd {
	w.waiting = false
	e := m.from
	switch {
	case errors.Is(m.err, fs.ErrExist):
		w.ask("Replace it?", []string{m.path + " is there already."}, "replace it", "choose another name",
			func(w *Workspace) tea.Cmd { return e.write(w, true) })
	case m.err != nil:
		var at *fs.PathError
		if errors.As(m.err, &at) {
			m.err = at.Err
		}
		w.say(fmt.Sprintf("%s cannot be written: %v: name another place", m.path, m.err), true)
		w.said.seen() // it stands in the box, beside the name
		e.problem = fmt.Sprintf("it cannot be written there: %v: name another place", m.err)
	default:
		w.drop(e)
		w.exports++
		w.say(fmt.Sprintf("wrote %s%s to %s (%s)", m.what.name, m.whom(), m.path, count(m.lines, "line", "lines")), false)
	}
	return nil
}

func (e *exporting) draw(w *Workspace, v grid.View) {
	in := grid.Frame{Title: "Export " + e.chosen().String() + " to", Foot: e.whose(), Focus: true, Glyphs: w.theme.Glyphs}.Draw(v.Sub(e.box))
	in.Text(0, 0, theme.Focus, ">")
	e.path.Draw(in.Sub(layout.Rect{X: 2, W: in.W() - 3, H: 1}), theme.Plain, true)
	for i := range e.choices() {
		mark, style := "( ) ", theme.Faint
		if i == e.template {
			mark, style = "(x) ", theme.Plain
		}
		in.Text(2, 1+i, style, mark+e.templates[i].String())
	}
	text, style := "a file of the folder that astute was started in, or a whole path", theme.Faint
	if e.problem != "" {
		text, style = "! "+e.problem, theme.Bad
	}
	for i, line := range grid.Wrap(text, in.W()-3) {
		in.Text(2, max(2, e.choices()+1)+i, style, line)
	}
}
