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
	name  string
	write func(io.Writer, *model.Plan, report.Options) error
}

var templates = []template{{"the full plan", report.Full}, {"one page", report.OnePage}}

// exporting asks for the file that the plan, or a brief, is written to.
type exporting struct {
	plain
	templates []template // what can be written
	template  int
	name      string // the file's, when no other is wanted
	path      input.Input
	problem   string
	box       layout.Rect
}

func newExport(w *Workspace) *exporting {
	return newExporting(w, fileName(w.plan.Account.Name), templates...)
}

func newExporting(w *Workspace, name string, list ...template) *exporting {
	path := name
	if w.tour != nil {
		path = filepath.Join(filepath.Dir(w.o.Store.Path()), name) // beside the example, to go away with it
	}
	return &exporting{templates: list, name: name, path: input.New(path, false)}
}

// newBriefExport asks for the file that a brief is written to.
func newBriefExport(w *Workspace, b report.Brief) *exporting {
	return newExporting(w, fileName("brief "+b.Name), template{"the brief", func(out io.Writer, _ *model.Plan, _ report.Options) error {
		_, err := io.WriteString(out, b.Markdown())
		return err
	}})
}

// fileName is a name as a file of the current folder: letters and digits in
// lower case, everything else a hyphen.
func fileName(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	stem := grid.Cut(strings.Join(words, "-"), 60)
	if stem == "" {
		stem = "plan"
	}
	return stem + ".md"
}

func (*exporting) typing() bool { return true }

func (e *exporting) hints() []hint {
	hints := []hint{{"enter", "write it"}, {"esc", "back"}}
	if len(e.templates) > 1 {
		hints = slices.Insert(hints, 1, hint{"tab", "full or one page"})
	}
	return hints
}

func (e *exporting) resize(w *Workspace) { e.box = overBox(w, 84, 6) }

func (e *exporting) key(w *Workspace, key string) tea.Cmd {
	switch key {
	case "esc":
		w.drop(e)
		return nil
	case "tab":
		e.template = (e.template + 1) % len(e.templates)
		return nil
	case "enter":
		return e.write(w, false)
	}
	e.path.Key(key)
	e.problem = ""
	return nil
}

func (e *exporting) paste(_ *Workspace, text string) tea.Cmd {
	e.path.Insert(text)
	return nil
}

// exported is the answer to writing a plan.
type exported struct {
	from  *exporting
	path  string
	lines int
	err   error
}

// write writes the plan that is shown, in a command of its own.
func (e *exporting) write(w *Workspace, over bool) tea.Cmd {
	path := strings.TrimSpace(e.path.Text())
	if path == "" {
		e.problem = "a name is needed, like " + e.name
		return nil
	}
	plan, today, t := w.plan, w.today, e.templates[e.template]
	home := w.o.Getenv("HOME")
	return w.await(func() tea.Msg {
		m := exported{from: e, path: path}
		if rest, ok := strings.CutPrefix(path, "~/"); ok && home != "" {
			m.path = filepath.Join(home, rest)
		}
		if info, err := os.Stat(m.path); err == nil && info.IsDir() {
			m.path = filepath.Join(m.path, e.name)
		}
		var text bytes.Buffer
		if m.err = t.write(&text, plan, report.Options{Today: today}); m.err == nil {
			m.lines = bytes.Count(text.Bytes(), []byte("\n"))
			m.err = keepFile(m.path, text.Bytes(), over)
		}
		if whole, err := filepath.Abs(m.path); err == nil {
			m.path = whole
		}
		return m
	})
}

// keepFile writes a file whole: beside its place first. One that is there is
// replaced only when that is wanted, else the error is [fs.ErrExist].
func keepFile(path string, data []byte, over bool) error {
	if !over {
		if _, err := os.Lstat(path); err == nil {
			return fs.ErrExist
		}
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".writing-*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Chmod(0o644), f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		err = errors.Join(err, os.Remove(f.Name()))
	}
	return err
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
		w.say(fmt.Sprintf("wrote %s to %s (%s)", e.templates[e.template].name, m.path, count(m.lines, "line", "lines")), false)
	}
	return nil
}

func (e *exporting) draw(w *Workspace, v grid.View) {
	in := grid.Frame{Title: "Export " + e.templates[e.template].name + " as Markdown to", Focus: true, Glyphs: w.theme.Glyphs}.Draw(v.Sub(e.box))
	in.Text(0, 0, theme.Focus, ">")
	e.path.Draw(in.Sub(layout.Rect{X: 2, W: in.W() - 3, H: 1}), theme.Plain, true)
	text, style := "a file of the folder that astute was started in, or a whole path", theme.Faint
	if n := len(e.templates); n > 1 {
		text += "; tab: " + e.templates[(e.template+1)%n].name + " instead"
	}
	if e.problem != "" {
		text, style = "! "+e.problem, theme.Bad
	}
	for i, line := range grid.Wrap(text, in.W()-3) {
		in.Text(2, 2+i, style, line)
	}
}
