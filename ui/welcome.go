package ui

import (
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
	return []hint{{"enter", "begin"}, {"ctrl+c", "quit"}}
}

func (f *welcome) key(w *Workspace, key string) tea.Cmd {
	switch key {
	case "enter":
		if f.name.Text() == "" {
			w.say("type the name of a customer first", false)
			return nil
		}
		return w.makeAccount(f.name.Text(), f)
	case "esc":
		if f.name.Text() == "" {
			w.say("ctrl+c quits", false)
		}
		f.name.Set("")
		return nil
	}
	f.name.Key(key)
	return nil
}

// failed leaves the name as it was typed: the status line says what is wrong.
func (*welcome) failed(*Workspace, error) tea.Cmd { return nil }

func (f *welcome) paste(_ *Workspace, text string) tea.Cmd {
	f.name.Insert(text)
	return nil
}

func (f *welcome) draw(w *Workspace, v grid.View) {
	box := layout.Rect{X: 1, W: w.screen.W - 2, H: w.screen.H}.Centre(66, 13)
	in := grid.Frame{Title: "astute", Focus: true, Glyphs: w.theme.Glyphs}.Draw(v.Sub(box))
	for i, line := range []string{
		"Account plans: who decides, who backs us, what is next.",
		"",
		"Which customer do you want to plan for?",
	} {
		in.Text(2, 1+i, theme.Plain, line)
	}
	in.Text(2, 5, theme.Focus, ">")
	field := in.Sub(layout.Rect{X: 4, Y: 5, W: in.W() - 6, H: 1})
	f.name.Draw(field, theme.Plain, true)
	for i, line := range []string{
		"astute demo          shows a worked example instead",
		"astute import FILE   takes in what your CRM exports",
	} {
		in.Text(2, 8+i, theme.Faint, line)
	}
}
