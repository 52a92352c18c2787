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
	refused bool      // enter was pressed on the problem
	follow  following // what can be typed next
	taken   int       // how many times tab was pressed: which of them stands there now
	typed   string    // what stood there before tab
}

func newFilterLine(w *Workspace) *filterLine {
	p := w.focused()
	f := &filterLine{pane: p, before: p.Filtered(), text: input.New(p.Filtered(), false)}
	f.look(w)
	return f
}

// look finds what can be typed next.
func (f *filterLine) look(w *Workspace) {
	f.typed, f.taken = f.text.Text(), 0
	f.follow = w.follows(f.typed, f.pane.Kinds())
}

// complete takes the next of what can be typed into the line; after the last
// comes what was typed.
func (f *filterLine) complete(w *Workspace) {
	if len(f.follow.list) == 0 {
		w.say("nothing is known that begins so: type on", false)
		return
	}
	f.taken = (f.taken + 1) % (len(f.follow.list) + 1)
	text := f.typed
	if f.taken > 0 {
		text = f.typed[:f.follow.from] + f.follow.list[f.taken-1]
	}
	f.text.Set(text)
	f.apply(w, text)
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
			f.refuse(w)
			return nil
		}
		w.drop(f)
		if f.text.Text() != "" && isEmpty(f.pane) {
			w.say("nothing matches /"+f.text.Text()+": esc shows all again", false)
		}
		return nil
	}
	if key == "tab" {
		if f.taken > 0 && len(f.follow.list) == 1 {
			f.look(w) // there was no other: go on from there
		}
		f.complete(w)
		return nil
	}
	if f.text.Key(key) {
		f.apply(w, f.text.Text())
		f.look(w)
	}
	return nil
}

// refuse says again what is wrong: the text stays until that is mended.
func (f *filterLine) refuse(w *Workspace) {
	w.say("the filter is not kept: "+f.problem, true)
	w.said.seen() // it stands above the line, which must be seen to be mended
	f.refused = true
}

func (f *filterLine) paste(w *Workspace, text string) tea.Cmd {
	f.text.Insert(text)
	f.apply(w, f.text.Text())
	f.look(w)
	return nil
}

// isEmpty reports whether a pane shows no record.
func isEmpty(p pane.Pane) bool {
	rows, ok := p.(interface{ Rows() []model.Record })
	return ok && len(rows.Rows()) == 0
}

// apply narrows the pane. While what is typed cannot be understood, the pane
// shows what it did before the line was opened: rows for the half of a word would
// pass for those of the whole.
func (f *filterLine) apply(w *Workspace, text string) {
	match, err := w.filter(text, f.pane.Kinds())
	if f.problem, f.refused = "", false; err != nil {
		f.problem = err.Error()
		if text = f.before; f.pane.Filtered() == text {
			return
		}
		// It was taken once; should it not be any more, all is shown.
		if match, err = w.filter(text, f.pane.Kinds()); err != nil {
			text, match = "", nil
		}
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
	// Most records link to the same few: what these are called is asked once.
	known, of := map[model.ID]string{}, w.plan
	names := func(id model.ID) string {
		if of != w.plan {
			of = w.plan
			clear(known)
		}
		name, ok := known[id]
		if !ok {
			name = w.names(id)
			known[id] = name
		}
		return name
	}
	return func(r model.Record) bool {
		return parsed.Match(r, search.FilterEnv{Names: names, Today: w.today, Me: w.o.Me})
	}, nil
}

func (f *filterLine) draw(w *Workspace, v grid.View) {
	line := v.Sub(w.screen.Hints)
	line.Fill(theme.Plain)
	x := line.Text(1, 0, theme.Focus, "/")
	line = line.Sub(layout.Rect{X: x, W: line.W() - x, H: 1})
	room := min(line.W()-1, max(line.W()/3, grid.Width(f.text.Text())+1))
	f.text.Draw(line.Sub(layout.Rect{W: room, H: 1}), theme.Plain, true)
	if f.problem != "" {
		f.drawProblem(w, v)
	}
	if f.problem != "" && len(f.follow.list) == 0 {
		style, cure := theme.Faint, "mend it, or esc leaves it"
		if f.refused {
			style, cure = theme.Bad, "not kept: "+cure
		}
		line.Text(room+1, 0, style, grid.Cut(cure, line.W()-room-2))
		return
	}
	f.drawNext(line.Sub(layout.Rect{X: room + 1, W: line.W() - room - 2, H: 1}))
}

// drawNext says behind what was typed what can follow; the one that tab has taken
// stands out.
func (f *filterLine) drawNext(v grid.View) {
	if len(f.follow.list) == 0 {
		help := "blank: and   comma: or   enter keeps it   esc leaves it"
		if f.follow.note != "" {
			help = f.follow.note + "   enter keeps it"
		}
		v.Text(0, 0, theme.Faint, grid.Cut(help, v.W()))
		return
	}
	x := v.Text(0, 0, theme.Key, grid.Cut("tab", v.W())) + 1
	for i := max(0, f.taken-1); i < len(f.follow.list) && x < v.W(); i++ {
		style := theme.Faint
		if i == f.taken-1 {
			style = theme.Strong
		}
		x = v.Text(x, 0, style, grid.Cut(f.follow.list[i], v.W()-x)) + 2
	}
	if f.follow.note != "" && x < v.W() {
		v.Text(x, 0, theme.Faint, grid.Cut(f.follow.note, v.W()-x))
	}
}

// drawProblem says above the line what is wrong with it, in full.
func (f *filterLine) drawProblem(w *Workspace, v grid.View) {
	lines := grid.Wrap(badMark+f.problem, w.screen.W-2)
	h := min(len(lines), w.screen.Hints.Y-1)
	box := v.Sub(layout.Rect{Y: w.screen.Hints.Y - h, W: w.screen.W, H: h})
	box.Fill(theme.Plain)
	for i, text := range lines[:h] {
		box.Text(1, i, theme.Bad, text)
	}
}
