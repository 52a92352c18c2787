package ui

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"astute/model"
	"astute/ui/form"
	"astute/ui/state"

	tea "github.com/charmbracelet/bubbletea"
)

// drafts are what is typed and not saved, as files beside the book: as it is
// typed, so that a terminal that dies takes nothing with it.
type drafts struct {
	written map[string]state.Draft // as they lie on disk, by the record's id
	kept    map[string]state.Draft // put aside: their forms were left
	left    []state.Draft          // of sessions that died, and not looked at yet
	ending  int                    // for how many ticks more it is looked for sessions that end
	writing bool                   // some are being written: the next wait for it
	failing bool                   // the last could not be written; it is said once
}

// drafting is an overlay into which something is typed that must not be lost.
type drafting interface {
	draft(w *Workspace) *state.Draft // nil for nothing
}

// draftOf is the draft of a record being typed; base is the record as it stood
// when the typing began, nil for a new one.
func (w *Workspace) draftOf(r model.Record, base, fields map[int]string) *state.Draft {
	if len(fields) == 0 {
		return nil
	}
	return &state.Draft{
		Book: w.o.Store.Path(), Kind: r.Kind().String(), ID: r.Base().ID.String(), Account: r.Base().Account.String(),
		New: base == nil, Title: model.Title(r, w.names), Fields: fields, Base: base,
	}
}

func (f *formOver) draft(w *Workspace) *state.Draft {
	return w.draftOf(f.form.Record(), f.form.Base(), f.form.Draft())
}

func (e *fieldEdit) draft(w *Workspace) *state.Draft {
	if !e.editor.Dirty() {
		return nil
	}
	if len(e.others) > 0 {
		// One record keeps what was typed: the marks are gone with the session.
		first := e.others[0]
		d := w.draftOf(first, form.Known(first), map[int]string{e.num: e.editor.Draft()})
		if more := len(e.others) - 1; more > 0 {
			d.Title += fmt.Sprintf(" and %d more", more)
		}
		return d
	}
	if e.fresh {
		fields := form.Known(e.before)
		fields[e.num] = e.editor.Draft()
		return w.draftOf(e.before, nil, fields)
	}
	return w.draftOf(e.before, form.Known(e.before), map[int]string{e.num: e.editor.Draft()})
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
	return w.draftOf(r, nil, fields)
}

// draftsNow are the drafts that should lie on disk: of all that is open, and of
// what was put aside.
func (w *Workspace) draftsNow() map[string]state.Draft {
	now := maps.Clone(w.memory.drafts.kept)
	if now == nil {
		now = map[string]state.Draft{}
	}
	for _, o := range w.overlays {
		if d, ok := o.(drafting); ok {
			if d := d.draft(w); d != nil {
				now[d.ID] = together(now[d.ID], *d)
			}
		}
	}
	return now
}

// together is a draft with what was put aside of the same record before: one file
// keeps both.
func together(aside, open state.Draft) state.Draft {
	if aside.Fields == nil || aside.Page != open.Page {
		return open
	}
	fields := maps.Clone(aside.Fields)
	maps.Copy(fields, open.Fields)
	open.Fields, open.Base, open.New = fields, aside.Base, aside.New
	return open
}

// keepTyped keeps what is being typed at once: the program ends, and nobody may
// wait for what was only begun. After a fault nothing here can be relied on.
func (w *Workspace) keepTyped() (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("what was typed last could not be kept: %v", fault)
		}
	}()
	for _, d := range w.draftsNow() {
		d.At = w.o.Now()
		err = errors.Join(err, w.o.State.Write(w.o.Session, d))
	}
	return err
}

// keepDrafts keeps what is being typed, or takes it away when it was saved or
// given up. One step is written at a time; what was typed meanwhile is next.
func (w *Workspace) keepDrafts() tea.Cmd {
	m := &w.memory.drafts
	if w.o.State == "" || m.writing {
		return nil
	}
	now := w.draftsNow()
	var write []state.Draft
	var forget []string
	for id, d := range now {
		if was, ok := m.written[id]; !ok || !maps.Equal(was.Fields, d.Fields) || !maps.Equal(was.Base, d.Base) {
			write = append(write, d)
		}
	}
	for id := range m.written {
		if _, ok := now[id]; !ok {
			forget = append(forget, id)
		}
	}
	if len(write)+len(forget) == 0 {
		return nil
	}
	m.writing = true
	dir, session, at := w.o.State, w.o.Session, w.o.Now()
	return func() tea.Msg {
		for _, d := range write {
			d.At = at
			if err := dir.Write(session, d); err != nil {
				return draftsKept{err: err}
			}
		}
		for _, id := range forget {
			if err := dir.Forget(session, id); err != nil {
				return draftsKept{err: err}
			}
		}
		return draftsKept{now: now}
	}
}

// draftsKept is the answer to keeping drafts: what lies on disk now.
type draftsKept struct {
	now map[string]state.Draft
	err error
}

func (m draftsKept) arrive(w *Workspace) tea.Cmd {
	d := &w.memory.drafts
	d.writing = false
	if m.err == nil {
		if d.written = m.now; d.failing {
			d.failing = false
			w.show()
		}
		return nil
	}
	if !d.failing {
		d.failing = true
		w.say(fmt.Sprintf("what you type is not kept until it is saved: %v", m.err), true)
		w.show() // the next key takes the line away; the header goes on saying it
	}
	// It is not tried again before something else is typed.
	d.written = w.draftsNow()
	return nil
}

// askLeave asks before what was typed into an overlay goes. Where it is kept on
// disk it can stay there for later.
func (w *Workspace) askLeave(o overlay) {
	w.ask("Leave without saving?", []string{"What you typed would be lost."}, "throw it away", "go on typing",
		func(w *Workspace) tea.Cmd { w.drop(o); return nil })
	d, ok := o.(drafting)
	if !ok || w.o.State == "" || w.memory.drafts.failing || d.draft(w) == nil {
		return
	}
	q := w.top().(*question)
	q.q.Keep = "keep it for later"
	q.keep = func(w *Workspace) tea.Cmd {
		w.putAside(*d.draft(w))
		w.drop(o)
		w.say("kept: E on it goes on with it, and :drafts lists what is kept", false)
		return nil
	}
}

// putAside keeps a draft whose form is left.
func (w *Workspace) putAside(d state.Draft) {
	if w.memory.drafts.kept == nil {
		w.memory.drafts.kept = map[string]state.Draft{}
	}
	d.At = w.o.Now()
	w.memory.drafts.kept[d.ID] = d
}

// unsavedDrafts reports whether something that is open is kept on disk.
func (w *Workspace) unsavedDrafts() bool { return len(w.openDrafts()) > 0 }

// keptNowhere reports whether something was put aside that is not on disk.
func (w *Workspace) keptNowhere() bool {
	return len(w.memory.drafts.kept) > 0 && (w.o.State == "" || w.memory.drafts.failing)
}

// openDrafts are the records of which something typed is open and on disk.
func (w *Workspace) openDrafts() []string {
	var ids []string
	for _, o := range w.overlays {
		if d, ok := o.(drafting); ok {
			if d := d.draft(w); d != nil && !w.memory.drafts.failing {
				ids = append(ids, d.ID)
			}
		}
	}
	slices.Sort(ids)
	return slices.DeleteFunc(ids, func(id string) bool { _, written := w.memory.drafts.written[id]; return !written })
}
