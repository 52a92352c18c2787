package ui

import (
	"strconv"
	"strings"

	"astute/model"
	"astute/ui/form"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/picker"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// formOver is the form of a whole record.
type formOver struct {
	plain
	form *form.Form
	box  layout.Rect
	with string // what a removal of the record would take with it
}

// formOver is the form, folded as forms of its kind were left.
func (w *Workspace) formOver(f *form.Form) *formOver {
	f.Open(f.Opened() || w.memory.folds[f.Record().Kind()])
	return &formOver{form: f, with: w.hanging(f.Before())}
}

// hanging says how much would go with a record, or let go of it: "2 lines, 1 role".
func (w *Workspace) hanging(r model.Record) string {
	if r == nil || w.plan == nil || w.plan.Get(r.Base().ID) == nil || r.Kind() == model.KindAccount {
		return ""
	}
	gone, kept := map[model.Kind]int{}, 0
	for _, c := range model.Removal(w.plan.Referrers, r) {
		switch {
		case c.After != nil:
			kept++
		case c.Before.Base().ID != r.Base().ID:
			gone[c.Before.Kind()]++
		}
	}
	var parts []string
	for _, k := range model.Kinds() {
		if n := gone[k]; n > 0 {
			parts = append(parts, count(n, k.String(), k.Plural()))
		}
	}
	if kept > 0 {
		parts = append(parts, count(kept, "link to it", "links to it"))
	}
	return strings.Join(parts, ", ")
}

func (*formOver) typing() bool    { return true }
func (f *formOver) unsaved() bool { return f.form.Dirty() }

func (f *formOver) hints() []hint {
	hints := []hint{{"ctrl+s", "save"}, {"tab", "next field"}, {"esc", "leave"}}
	if f.form.Clashes() {
		hints = []hint{{"ctrl+y", "keep yours"}, {"ctrl+t", "take theirs"}, {"ctrl+s", "save"}, {"esc", "leave"}}
	}
	if f.form.Current().Several() {
		hints = append(hints, hint{"left right space", "pick"})
	}
	if f.form.Current().Text() {
		hints = append(hints, hint{editorKey, "$EDITOR"})
	}
	if does := f.form.Unfolds(); does != "" {
		hints = append(hints, hint{"ctrl+o", does})
	}
	return append(hints, hint{"F1", "keys"}, hint{"ctrl+f", "find a field"})
}

// formWidth is how wide a form is at most.
const formWidth = 100

func (f *formOver) resize(w *Workspace) {
	f.box = layout.Rect{Y: 1, W: w.screen.W, H: w.screen.H - 2}.Centre(formWidth, f.form.Height())
	f.form.Resize(f.box.W, f.box.H)
}

func (f *formOver) key(w *Workspace, key string) tea.Cmd {
	defer f.resize(w)
	if key == "ctrl+o" {
		defer f.rememberFold(w)
	}
	switch {
	case key == "f1" || key == "ctrl+g":
		w.push(newFormKeys())
		return nil
	case key == "ctrl+f":
		w.push(newFields(f))
		return nil
	case key == editorKey && f.form.Current().Text():
		return w.editOutside(f.form.Current(), f)
	}
	verdict := f.form.Key(key)
	if f.form.AsksWho() {
		w.askMe(key)
		return nil
	}
	switch verdict {
	case form.Save:
		return f.save(w)
	case form.Unknown:
		w.say("nothing is on "+keyName(key)+" here: F1 shows the keys", false)
	case form.Leave:
		if !f.form.Dirty() {
			w.drop(f)
			return nil
		}
		w.askLeave(f)
	}
	return nil
}

// editForm opens the form of a record, with what was typed into it and put aside.
func (w *Workspace) editForm(r model.Record) tea.Cmd {
	if d, ok := w.memory.drafts.kept[r.Base().ID.String()]; ok {
		w.say("this is what you typed before: esc leaves it", false)
		return w.takeUp(d)
	}
	w.push(w.formOver(form.New(r, w.context())))
	return nil
}

// rememberFold has the next form of the kind show as many fields.
func (f *formOver) rememberFold(w *Workspace) {
	if w.memory.folds == nil {
		w.memory.folds = map[model.Kind]bool{}
	}
	w.memory.folds[f.form.Record().Kind()] = f.form.Opened()
}

// newFields lists the fields of a form, to go to one by typing part of its label.
func newFields(f *formOver) *chooser {
	var items []picker.Item
	for _, field := range f.form.Fields() {
		items = append(items, picker.Item{Value: strconv.Itoa(field.Num), Text: field.Label, Detail: field.Hint})
	}
	return &chooser{
		title: "Which field?", list: picker.Typed(items, fold), empty: "no field is called that",
		choose: func(w *Workspace, it picker.Item) tea.Cmd {
			if num, err := strconv.Atoi(it.Value); err == nil {
				f.form.Visit(num)
				f.resize(w)
			}
			return nil
		},
	}
}

// newFormKeys lists the keys of a form.
func newFormKeys() *reader {
	r := &reader{title: "Keys of a form", keyWidth: 14}
	r.make = func(_ *Workspace, width int) []textLine {
		var lines []textLine
		for _, k := range append(form.Keys, form.KeyHelp{Keys: editorKey, Does: "opens a long text in $VISUAL or $EDITOR"},
			form.KeyHelp{Keys: "ctrl+f", Does: "goes to a field by part of its name"},
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
	apart := promisesApart(&edit, w.names)
	return w.write(edit, edit.Label+": saved"+apart+takesBack, f)
}

// promisesApart puts what each side promised into the fields for it where it was
// typed behind what a new interaction was about, as it is in one line; and says so.
func promisesApart(edit *model.Edit, names model.Names) string {
	for _, c := range edit.Changes {
		i, ok := c.After.(*model.Interaction)
		if !ok || c.Before != nil || i.WePromised+i.TheyPromised != "" {
			continue
		}
		if about, ours, theirs := model.Promises(i.Summary); about != "" && ours+theirs != "" {
			i.Summary, i.WePromised, i.TheyPromised = about, ours, theirs
			edit.Label = "add " + i.Kind().Noun() + " " + model.Title(i, names)
			return ", what was promised apart"
		}
	}
	return ""
}

func (f *formOver) failed(_ *Workspace, err error) tea.Cmd {
	f.form.Lost = f.with
	f.form.Failed(err)
	return nil
}

// meanwhile tells the form how its record stands after somebody else wrote.
func (f *formOver) meanwhile(w *Workspace) {
	id := f.form.Record().Base()
	now := w.plan.Get(id.ID)
	if now == nil && !id.Account.IsZero() && id.Account != w.account {
		return // of an account that is not open: what is saved is compared in any case
	}
	if now != nil {
		f.with = w.hanging(now)
	}
	f.form.Lost = f.with
	if taken := f.form.Meanwhile(now); len(taken) > 0 {
		w.say("changed elsewhere meanwhile, and taken over: "+strings.Join(taken, ", "), false)
	}
	f.resize(w)
}

func (f *formOver) draw(w *Workspace, v grid.View) {
	f.form.Draw(v.Sub(f.box), w.theme.Glyphs)
	w.drawSealed(v.Sub(f.box))
}
