package ui

import (
	"astute/model"
	"astute/model/search"
	"astute/ui/grid"
	"astute/ui/input"
	"astute/ui/layout"
	"astute/ui/pane"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// filterLine is the line at the bottom in which a filter is typed; the pane
// follows while one types.
type filterLine struct {
	plain
	pane    pane.Pane
	before  string // the filter when the line was opened
	text    input.Input
	problem string
}

func newFilterLine(w *Workspace) *filterLine {
	p := w.focused()
	return &filterLine{pane: p, before: p.Filtered(), text: input.New(p.Filtered(), false)}
}

func (*filterLine) typing() bool { return true }

func (f *filterLine) hints() []hint { return nil }

func (f *filterLine) key(w *Workspace, key string) tea.Cmd {
	switch key {
	case "esc":
		w.drop(f)
		f.apply(w, f.before)
		return nil
	case "enter":
		if f.problem != "" {
			return nil // it says what is wrong, and stays until that is mended
		}
		w.drop(f)
		if f.text.Text() != "" && isEmpty(f.pane) {
			w.say("nothing matches /"+f.text.Text()+": esc shows all again", false)
		}
		return nil
	}
	if f.text.Key(key) {
		f.apply(w, f.text.Text())
	}
	return nil
}

func (f *filterLine) paste(w *Workspace, text string) tea.Cmd {
	f.text.Insert(text)
	f.apply(w, f.text.Text())
	return nil
}

// isEmpty reports whether a pane shows no record.
func isEmpty(p pane.Pane) bool {
	rows, ok := p.(interface{ Rows() []model.Record })
	return ok && len(rows.Rows()) == 0
}

// apply narrows the pane. While what is typed cannot be understood, the pane
// stays as it was.
func (f *filterLine) apply(w *Workspace, text string) {
	match, err := w.filter(text, f.pane.Kinds())
	if f.problem = ""; err != nil {
		f.problem = err.Error()
		return
	}
	f.pane.Filter(text, match)
}

// filter returns what a typed filter matches, nil for everything.
func (w *Workspace) filter(text string, kinds []model.Kind) (func(model.Record) bool, error) {
	text = named(text, kinds)
	if err := w.whoKnows(text, kinds); err != nil {
		return nil, err
	}
	parsed, err := search.ParseFilter(text, kinds...)
	if err != nil || parsed.IsEmpty() {
		return nil, err
	}
	return func(r model.Record) bool {
		return parsed.Match(r, search.FilterEnv{Names: w.names, Today: w.today, Me: w.o.Me})
	}, nil
}

func (f *filterLine) draw(w *Workspace, v grid.View) {
	line := v.Sub(w.screen.Hints)
	line.Fill(theme.Plain)
	x := line.Text(1, 0, theme.Focus, "/")
	line = line.Sub(layout.Rect{X: x, W: line.W() - x, H: 1})
	f.text.Draw(line.Sub(layout.Rect{W: max(line.W()/2, min(line.W()-1, grid.Width(f.text.Text())+1)), H: 1}), theme.Plain, true)
	if f.problem != "" {
		f.drawProblem(w, v)
		return
	}
	help := "enter keeps it   esc leaves it   like support:champion owner:me late -word"
	from := max(line.W()/2, grid.Width(f.text.Text())+2)
	line.Text(from, 0, theme.Faint, grid.Cut(help, line.W()-from-1))
}

// drawProblem says above the line what is wrong with it, in full.
func (f *filterLine) drawProblem(w *Workspace, v grid.View) {
	lines := grid.Wrap("! "+f.problem, w.screen.W-2)
	h := min(len(lines), w.screen.Hints.Y-1)
	box := v.Sub(layout.Rect{Y: w.screen.Hints.Y - h, W: w.screen.W, H: h})
	box.Fill(theme.Plain)
	for i, text := range lines[:h] {
		box.Text(1, i, theme.Bad, text)
	}
}
