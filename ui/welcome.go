package ui

import (
	"slices"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/input"
	"astute/ui/layout"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// welcome is the first screen of an empty book: one field, a name.
type welcome struct {
	plain
	name input.Input
}

func newWelcome() *welcome { return &welcome{} }

func (*welcome) typing() bool { return true }

func (f *welcome) unsaved() bool { return f.name.Text() != "" }

func (*welcome) hints() []hint {
	return []hint{{"enter", "begin"}, {"tab", "take the tour"}, {"?", "keys"}, {"ctrl+o", "import"}, {"esc", "look around"}, {"ctrl+c", "quit"}}
}

func (f *welcome) key(w *Workspace, key string) tea.Cmd {
	empty := f.name.Text() == ""
	switch {
	case key == "enter" && empty:
		w.say("type the name of a customer first", false)
	case key == "enter":
		return w.makeAccount(f.name.Text(), f)
	case key == "esc" && empty:
		w.drop(f)
		w.say("A begins with the first account, ctrl+o imports, q quits", false)
	case key == "esc":
		f.name.Set("")
	case key == "tab" && empty:
		w.startTour()
	case key == "ctrl+o":
		return w.startImport("")
	case key == "f1", key == "?" && empty:
		w.push(newHelp(w))
	case !f.name.Key(key):
		w.nothingOn(key)
	}
	return nil
}

// failed leaves the name as it was typed: the status line says what is wrong.
func (*welcome) failed(*Workspace, error) tea.Cmd { return nil }

func (f *welcome) paste(w *Workspace, text string) tea.Cmd {
	take := func(w *Workspace) { w.sayJoined(f.name.Insert(text)) }
	if f.name.Text() != "" {
		take(w)
		return nil
	}
	return w.maybeDropped(text, take)
}

// isEmpty reports whether there is no account yet, and nothing that belongs to none.
func (w *Workspace) isEmpty() bool {
	own := func(r model.Record) bool { return r.Kind().Scope() == model.ScopeAccount }
	return w.plan != nil && len(w.accounts) == 0 && w.account.IsZero() && !slices.ContainsFunc(w.plan.Records(), own)
}

// howToBegin is how an empty book begins, said in the pane that has the keys.
const howToBegin = "No account yet: A names the first, ctrl+o imports, esc leads to the first page, with the tour and the example"

// drawBegin says at the foot of a pane of an empty book how it begins.
func drawBegin(v grid.View) {
	lines := grid.Wrap(howToBegin, max(10, v.W()-2))
	for i, line := range lines {
		y := v.H() - len(lines) + i
		v.Fit(0, y, v.W(), theme.Plain, "")
		v.Text(max(1, (v.W()-grid.Width(line))/2), y, theme.Plain, line)
	}
}

// welcomeText is what stands below the field; a line that begins with a command
// is wrapped behind it.
var welcomeText = [][2]string{
	{"tab", "takes the tour: five minutes on a worked example, in which you do the things"},
	{"astute demo", "in a shell opens that example, in a file of its own"},
	{"ctrl+o", "takes in what your CRM exports, or a spreadsheet: drop the file here"},
}

func (f *welcome) draw(w *Workspace, v grid.View) {
	width := min(76, w.screen.W-2)
	intro := grid.Wrap("Account plans: who decides, who backs us, what is next. Everything stays in one file on this machine.", width-6)
	const column = 20
	var below [][2]string
	for _, line := range welcomeText {
		for i, text := range grid.Wrap(line[1], width-6-column) {
			if i > 0 {
				line[0] = ""
			}
			below = append(below, [2]string{line[0], text})
		}
	}
	box := layout.Rect{X: 1, W: w.screen.W - 2, H: w.screen.H}.Centre(width, len(intro)+len(below)+9)
	in := grid.Frame{Title: "astute", Focus: true, Glyphs: w.theme.Glyphs}.Draw(v.Sub(box))
	y := 1
	for _, line := range intro {
		in.Text(2, y, theme.Plain, line)
		y++
	}
	in.Text(2, y+1, theme.Strong, "Which customer do you want to plan for?")
	in.Text(2, y+3, theme.Focus, ">")
	f.name.Draw(in.Sub(layout.Rect{X: 4, Y: y + 3, W: in.W() - 6, H: 1}), theme.Plain, true)
	for i, line := range below {
		in.Text(2, y+5+i, theme.Key, line[0])
		in.Text(2+column, y+5+i, theme.Faint, line[1])
	}
}
