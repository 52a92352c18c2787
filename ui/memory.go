package ui

import (
	"errors"
	"fmt"
	"maps"
	"reflect"

	"astute/model"
	"astute/ui/form"
	"astute/ui/picker"
	"astute/ui/state"

	tea "github.com/charmbracelet/bubbletea"
)

// memory is what is kept between sessions: where the workspace stands, and what
// is being typed.
type memory struct {
	place   state.Place  // as kept last
	looks   looks        // of the tables
	waited  int          // ticks since the place changed
	draft   *state.Draft // as kept last, nil for none
	writing bool         // a draft is being written: the next waits for it
}

// placeAfter is how many ticks a place must wait before it is kept, so that
// moving about does not write with every key.
const placeAfter = 8

// placeNow is where the workspace stands.
func (w *Workspace) placeNow() state.Place {
	p := state.Place{
		Account: w.account.String(), Pane: w.focus, Zoom: w.zoom, Columns: w.split.Columns, Rows: w.split.Rows,
		Filters: map[string]string{}, Cursors: map[string]string{},
	}
	for _, pn := range w.panes {
		if text := pn.Filtered(); text != "" {
			p.Filters[pn.Title()] = text
		}
		if r := pn.Current(); r != nil {
			p.Cursors[pn.Title()] = r.Base().ID.String()
		}
	}
	return p
}

// stand puts everything where it stood, as far as that is still there.
func (w *Workspace) stand(p state.Place) {
	if p.Account != w.account.String() {
		return
	}
	w.zoom = p.Zoom
	w.split.Columns, w.split.Rows = p.Columns, p.Rows
	if p.Pane >= 0 && p.Pane < len(w.panes) {
		w.focus = p.Pane
	}
	for _, pn := range w.panes {
		if text := p.Filters[pn.Title()]; text != "" {
			if match, err := w.filter(text, pn.Kinds()); err == nil {
				pn.Filter(text, match)
			}
		}
		if id, err := model.ParseID(p.Cursors[pn.Title()]); err == nil {
			pn.Seek(id)
		}
	}
}

// Leave keeps where the workspace stands and how its tables look. It is called
// when it was left.
func (w *Workspace) Leave() error {
	err := w.o.State.KeepTables(w.newLooks())
	if w.account.IsZero() || w.broken != nil {
		return err
	}
	return errors.Join(err, w.o.State.Keep(w.o.Store.Path(), w.placeNow()))
}

// keepPlace keeps where the workspace stands, some time after it changed.
func (w *Workspace) keepPlace() tea.Cmd {
	if w.o.State == "" || w.account.IsZero() || w.broken != nil {
		return nil
	}
	now := w.placeNow()
	if reflect.DeepEqual(now, w.memory.place) {
		w.memory.waited = 0
		return nil
	}
	if w.memory.waited++; w.memory.waited < placeAfter {
		return nil
	}
	w.memory.place, w.memory.waited = now, 0
	dir, book := w.o.State, w.o.Store.Path()
	return func() tea.Msg { return placeKept{dir.Keep(book, now)} }
}

// placeKept is the answer to keeping a place; a failure loses comfort only.
type placeKept struct{ err error }

func (placeKept) arrive(*Workspace) tea.Cmd { return nil }

// drafting is an overlay into which something is typed that must not be lost.
type drafting interface {
	draft(w *Workspace) *state.Draft // nil for nothing
}

// draftOf is the draft of a record being typed.
func (w *Workspace) draftOf(r model.Record, isNew bool, fields map[int]string) *state.Draft {
	if len(fields) == 0 {
		return nil
	}
	return &state.Draft{
		Book: w.o.Store.Path(), Kind: r.Kind().String(), ID: r.Base().ID.String(), Account: r.Base().Account.String(),
		New: isNew, Title: model.Title(r, w.names), Fields: fields,
	}
}

// keepDraft keeps what is being typed, or takes it away when it was saved or
// given up. One is written at a time; what was typed meanwhile is next.
func (w *Workspace) keepDraft() tea.Cmd {
	if w.o.State == "" || w.memory.writing {
		return nil
	}
	now := w.typedNow()
	before := w.memory.draft
	if sameDraft(before, now) {
		return nil
	}
	w.memory.draft, w.memory.writing = now, true
	dir, session, at := w.o.State, w.o.Session, w.o.Now()
	return func() tea.Msg {
		var err error
		if before != nil && (now == nil || now.ID != before.ID) {
			err = dir.Forget(session, before.ID)
		}
		if now != nil {
			kept := *now
			kept.At = at
			err = dir.Write(session, kept)
		}
		return draftKept{err}
	}
}

// typedNow is what is being typed, nil for nothing.
func (w *Workspace) typedNow() *state.Draft {
	for _, o := range w.overlays {
		if d, ok := o.(drafting); ok {
			if draft := d.draft(w); draft != nil {
				return draft
			}
		}
	}
	return nil
}

// keepTyped keeps what is being typed at once: the program ends, and nobody may
// wait for what was only begun. After a fault nothing here can be relied on.
func (w *Workspace) keepTyped() (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("what was typed last could not be kept: %v", fault)
		}
	}()
	now := w.typedNow()
	if now == nil {
		return nil
	}
	kept := *now
	kept.At = w.o.Now()
	return w.o.State.Write(w.o.Session, kept)
}

func sameDraft(a, b *state.Draft) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.ID == b.ID && maps.Equal(a.Fields, b.Fields)
}

// draftKept is the answer to keeping a draft.
type draftKept struct{ err error }

func (m draftKept) arrive(w *Workspace) tea.Cmd {
	w.memory.writing = false
	if m.err != nil {
		w.say(fmt.Sprintf("what you type cannot be kept until it is saved: %v", m.err), true)
		w.o.State = "" // it would be said with every key
	}
	return nil
}

// offerDrafts offers what was typed in sessions that ended without saving it.
func (w *Workspace) offerDrafts() {
	left := w.o.State.LeftBehind(w.o.Store.Path(), func(s state.Session) bool { return s == w.o.Session || state.Alive(s) })
	if len(left) == 0 {
		return
	}
	var items []picker.Item
	byValue := map[string]state.Draft{}
	for _, d := range left {
		byValue[d.ID] = d
		text := d.Kind + " " + d.Title
		items = append(items, picker.Item{Value: d.ID, Text: text, Detail: firstTyped(d), Note: d.At.Local().Format("2 Jan 15:04")})
	}
	items = append(items, picker.Item{Value: "", Text: "throw all of it away"})
	w.push(&chooser{
		title: "Typed and never saved: open it again? (esc: later)", list: picker.Typed(items, fold), empty: "nothing like that was typed",
		choose: func(w *Workspace, it picker.Item) tea.Cmd {
			if it.Value == "" {
				w.ask("Throw it away?", []string{"What was typed and never saved would be lost."}, "throw away", "keep for later",
					func(w *Workspace) tea.Cmd { return w.discard(left) })
				return nil
			}
			return w.takeUp(byValue[it.Value])
		},
	})
}

// firstTyped is a little of what a draft holds, to know it again.
func firstTyped(d state.Draft) string {
	kind, err := model.ParseKind(d.Kind)
	if err != nil {
		return ""
	}
	for _, f := range kind.Spec().New().Fields() {
		if text := d.Fields[f.Num]; text != "" && f.Type() == model.TypeText {
			return f.Label + ": " + text
		}
	}
	return ""
}

// discard throws drafts away.
func (w *Workspace) discard(list []state.Draft) tea.Cmd {
	dir := w.o.State
	return func() tea.Msg {
		for _, d := range list {
			if err := dir.Discard(d); err != nil {
				return draftKept{err}
			}
		}
		return draftKept{}
	}
}

// takeUp opens the form of a draft with everything typed again, in its account.
// The file of the dead session goes; the form keeps a draft of its own.
func (w *Workspace) takeUp(d state.Draft) tea.Cmd {
	kind, errKind := model.ParseKind(d.Kind)
	id, errID := model.ParseID(d.ID)
	if errKind != nil || errID != nil {
		w.say("that draft cannot be read any more", true)
		return nil
	}
	account, _ := model.ParseID(d.Account) // none for shared kinds
	open := func(w *Workspace) tea.Cmd {
		var f *form.Form
		if r := w.plan.Get(id); r != nil {
			f = form.New(r, w.context())
		} else {
			r := model.New(kind, id)
			r.Base().Account = account
			f, _ = form.NewRecord(r, nil, w.context()) // nothing given: nothing to refuse
		}
		f.Restore(d.Fields)
		w.push(&formOver{form: f})
		return w.discard([]state.Draft{d})
	}
	if !account.IsZero() && account != w.account {
		return w.open(account, open)
	}
	return open(w)
}

func (f *formOver) draft(w *Workspace) *state.Draft {
	return w.draftOf(f.form.Record(), f.form.New(), f.form.Draft())
}

func (e *fieldEdit) draft(w *Workspace) *state.Draft {
	if !e.editor.Dirty() || len(e.others) > 0 {
		return nil
	}
	return w.draftOf(e.before, false, map[int]string{e.num: e.editor.Draft()})
}

func (c *capture) draft(w *Workspace) *state.Draft {
	if c.text.Text() == "" {
		return nil
	}
	r := model.New(c.ask.Kind, c.id)
	r.Base().Account = w.account
	fields, _, err := c.ask.Read(c.text.Text())
	if err != nil {
		fields = map[int]string{c.ask.Text: c.text.Text()} // not understood yet: as it was typed
	}
	return w.draftOf(r, true, fields)
}
