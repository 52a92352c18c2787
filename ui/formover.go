package ui

import (
	"astute/ui/form"
	"astute/ui/grid"
	"astute/ui/layout"

	tea "github.com/charmbracelet/bubbletea"
)

// formOver is the form of a whole record.
type formOver struct {
	plain
	form *form.Form
	box  layout.Rect
}

func (*formOver) typing() bool    { return true }
func (f *formOver) unsaved() bool { return f.form.Dirty() }

func (f *formOver) hints() []hint {
	return []hint{{"ctrl+s", "save"}, {"tab", "next field"}, {"ctrl+o", "more fields"}, {"esc", "leave"}}
}

// formWidth is how wide a form is at most.
const formWidth = 100

func (f *formOver) resize(w *Workspace) {
	f.box = layout.Rect{Y: 1, W: w.screen.W, H: w.screen.H - 2}.Centre(formWidth, f.form.Height())
	f.form.Resize(f.box.W, f.box.H)
}

func (f *formOver) key(w *Workspace, key string) tea.Cmd {
	defer f.resize(w)
	switch f.form.Key(key) {
	case form.Save:
		return f.save(w)
	case form.Leave:
		if !f.form.Dirty() {
			w.pop()
			return nil
		}
		w.ask("Leave without saving?", []string{"What you typed would be lost."}, "leave", "go on typing",
			func(w *Workspace) tea.Cmd { w.drop(f); return nil })
	}
	return nil
}

func (f *formOver) paste(w *Workspace, text string) tea.Cmd {
	f.form.Paste(text)
	f.resize(w)
	return nil
}

// save writes what was typed; what cannot be taken is shown where it stands.
func (f *formOver) save(w *Workspace) tea.Cmd {
	edit, err := f.form.Edit()
	if err != nil {
		w.say(err.Error(), true)
		return nil
	}
	if edit.IsEmpty() {
		w.drop(f)
		w.say("nothing was changed", false)
		return nil
	}
	return w.write(edit, edit.Label+": saved  (u takes it back)", f)
}

func (f *formOver) failed(_ *Workspace, err error) tea.Cmd {
	f.form.Failed(err)
	return nil
}

// meanwhile tells the form how its record stands after somebody else wrote.
func (f *formOver) meanwhile(w *Workspace) {
	f.form.Meanwhile(w.plan.Get(f.form.Record().Base().ID))
}

func (f *formOver) draw(w *Workspace, v grid.View) { f.form.Draw(v.Sub(f.box), w.theme.Glyphs) }
