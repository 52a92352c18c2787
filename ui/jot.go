package ui

import (
	"astute/model"
	"astute/ui/form"
	"astute/ui/layout"
	"astute/ui/pane"

	tea "github.com/charmbracelet/bubbletea"
)

// What one wants to write down right after a call, with as few keys as can be.

// logCall opens the form of a new interaction: with the contact that r is, today,
// by the person at the keyboard, and ready for what was said.
func (w *Workspace) logCall(r model.Record) tea.Cmd {
	if w.account.IsZero() || w.plan == nil {
		w.say("there is no account yet: A makes one", false)
		return nil
	}
	i := &model.Interaction{On: w.today, Type: model.Call, Teammate: w.me()}
	i.ID, i.Account = w.o.Store.NewID(w.o.Now()), w.account
	if c, ok := r.(*model.Contact); ok {
		i.Contacts = []model.ID{c.ID}
	}
	ctx := w.context()
	if i.Teammate.IsZero() {
		i.Teammate = ctx.MakeMe()
	}
	f, err := form.NewRecord(i, nil, ctx)
	if err != nil {
		w.sayError(err)
		return nil
	}
	f.Title = "Log a call or meeting"
	summary, _ := model.FieldNamed(i.Fields(), "summary")
	f.Go(summary.Num)
	w.push(w.formOver(f))
	return nil
}

// notesOf returns the notes of a record.
func notesOf(r model.Record) model.Field {
	f, _ := model.FieldNamed(r.Fields(), "notes")
	return f
}

// writeNote opens the notes of a record.
func (w *Workspace) writeNote(r model.Record) tea.Cmd {
	if r == nil {
		w.say("there is no record under the cursor to make a note on", false)
		return nil
	}
	return w.serve(pane.EditField{Record: r, Num: notesOf(r).Num, At: layout.Rect{X: 3, Y: 3, W: w.screen.W - 6, H: 1}})
}

// noteOutside opens the notes of a record in the person's editor.
func (w *Workspace) noteOutside(r model.Record) tea.Cmd {
	cmd := w.writeNote(r)
	if e, ok := w.top().(*fieldEdit); ok {
		return tea.Batch(cmd, w.editOutside(e.editor, e))
	}
	return cmd
}
