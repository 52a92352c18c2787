package ui

import (
	"astute/ui/form"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/theme"

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
	hints := []hint{{"ctrl+s", "save"}, {"tab", "next field"}, {"F1", "keys"}, {"esc", "leave"}}
	if f.form.Current().Text() {
		hints = append(hints, hint{editorKey, "$EDITOR"})
	}
	if does := f.form.Unfolds(); does != "" {
		hints = append(hints, hint{"ctrl+o", does})
	}
	return hints
}

// formWidth is how wide a form is at most.
const formWidth = 100

func (f *formOver) resize(w *Workspace) {
	f.box = layout.Rect{Y: 1, W: w.screen.W, H: w.screen.H - 2}.Centre(formWidth, f.form.Height())
	f.form.Resize(f.box.W, f.box.H)
}

func (f *formOver) key(w *Workspace, key string) tea.Cmd {
	defer f.resize(w)
	switch {
	case key == "f1" || key == "ctrl+g":
		w.push(newFormKeys())
		return nil
	case key == editorKey && f.form.Current().Text():
		return w.editOutside(f.form.Current(), f)
	}
	switch f.form.Key(key) {
	case form.Save:
		return f.save(w)
	case form.Unknown:
		w.say("nothing is on "+keyName(key)+" here: F1 shows the keys", false)
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

// newFormKeys lists the keys of a form.
func newFormKeys() *reader {
	r := &reader{title: "Keys of a form", keyWidth: 14}
	r.make = func(_ *Workspace, width int) []textLine {
		var lines []textLine
		for _, k := range append(form.Keys, form.KeyHelp{Keys: editorKey, Does: "opens a long text in $VISUAL or $EDITOR"},
			form.KeyHelp{Keys: "ctrl+c", Does: "quits; asks first, and once more keeps what you typed for the next start"},
			form.KeyHelp{Keys: "ctrl+z", Does: "back to the shell; fg returns"}) {
			for i, text := range grid.Wrap(k.Does, width-r.keyWidth-2) {
				l := textLine{text: text, style: theme.Plain}
				if i == 0 {
					l.key = k.Keys
				}
				lines = append(lines, l)
			}
		}
		return lines
	}
	return r
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
	w.askWho(f.form.Record())
	return w.write(edit, edit.Label+": saved"+takesBack, f)
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
