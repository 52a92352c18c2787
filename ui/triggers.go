package ui

import (
	"fmt"

	"astute/model"
	"astute/ui/pane"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// doubtsOver goes through the records that a milestone or a leaver puts in doubt,
// one at a time: still true, changed, or for another day. What was looked at is
// no doubt any more, so that the page goes on where it was left, and a step that
// is taken back comes again.
type doubtsOver struct {
	board
	of      model.ID          // the milestone or the contact
	skipped map[model.ID]bool // for another day
}

func newDoubts(w *Workspace, of model.ID) *doubtsOver {
	o := &doubtsOver{board: board{title: "In doubt"}, of: of, skipped: map[model.ID]bool{}}
	o.sheet.Lay, o.board.commands = o.lay, o.commands
	o.over(w, o)
	return o
}

// left are the doubts that are still open, those for another day apart.
func (o *doubtsOver) left() (list []model.Doubt, skipped int) {
	d := o.sheet.Data()
	if d.Plan == nil {
		return nil, 0
	}
	for _, doubt := range model.DoubtsOf(d.Plan, d.Plan.Get(o.of), d.Today) {
		if o.skipped[doubt.Record.Base().ID] {
			skipped++
			continue
		}
		list = append(list, doubt)
	}
	return list, skipped
}

func (o *doubtsOver) lay(d pane.Data, w, _ int) pane.Page {
	t := newWriter(w)
	list, skipped := o.left()
	o.note = count(len(list), "record left", "records left")
	of := d.Plan.Get(o.of)
	switch {
	case of == nil:
		t.text(0, theme.Faint, "What put these records in doubt was removed meanwhile.", pane.Target{})
	case len(list) == 0 && skipped > 0:
		t.text(0, theme.Strong, count(skipped, "record is", "records are")+" left for another day: b shows them again.", pane.Target{})
	case len(list) == 0:
		t.text(0, theme.Good, "Nothing is in doubt: all of it was looked at since.", pane.Target{})
	default:
		o.doubt(&t, d, list[0], of)
	}
	return t.page
}

// doubt writes one record that is in doubt, with the fields to look at.
func (o *doubtsOver) doubt(t *writer, d pane.Data, doubt model.Doubt, of model.Record) {
	r := doubt.Record
	t.text(0, theme.Strong, model.Capital(r.Kind().String())+": "+model.Title(r, d.Plan.Name), pane.Target{})
	t.text(0, theme.Faint, fmt.Sprintf("After %s: %s.", model.Title(of, d.Plan.Name), doubt.Why), pane.Target{})
	t.skip()
	for _, name := range doubt.Fields {
		f := model.MustField(r.Fields(), name)
		at := pane.Target{ID: r.Base().ID, Num: f.Num}
		t.page.Put(t.line, 1, theme.Faint, f.Label, pane.Target{})
		text, style := held(f, d.Plan.Name)
		t.text(22, style, text, at)
	}
}

func (o *doubtsOver) commands(*Workspace) []pane.Command {
	list, skipped := o.left()
	why, none := "", ""
	var r model.Record
	if len(list) == 0 {
		why = "nothing is left to look at"
	} else {
		r = list[0].Record
	}
	if skipped == 0 {
		none = "none was left for another day"
	}
	return []pane.Command{
		{Name: "still true", Keys: []string{"enter"}, Hint: "still true", Why: why, Help: "confirms it as of today, of anything but a contact in its notes, and goes on",
			Do: func() pane.Request {
				d := o.sheet.Data()
				return pane.Apply{Edit: model.Upheld(r, d.Plan.Get(o.of), d.Today, d.Plan.Name), Said: model.Title(r, d.Plan.Name) + ": still true" + takesBack}
			}},
		{Name: "skip", Keys: []string{"n"}, Hint: "skip", Why: why, Help: "leaves it for another day",
			Do: func() pane.Request { o.skipped[r.Base().ID] = true; o.sheet.Arrange(); return nil }},
		{Name: "change the field", Keys: []string{"e"}, Hint: "change", Why: why, Help: "the one under the cursor, in place; that settles the doubt", Do: o.sheet.Edit},
		{Name: "edit all fields", Keys: []string{"E"}, Why: why, Help: "the whole record as a form", Do: func() pane.Request { return pane.EditForm{Record: r} }},
		{Name: "skipped ones again", Keys: []string{"b"}, Why: none, Help: "those left for another day", Do: func() pane.Request { clear(o.skipped); o.sheet.Arrange(); return nil }},
	}
}

// doubts goes through what the milestone or leaver under the cursor puts in
// doubt, else what the newest does that leaves any.
func (w *Workspace) doubts() tea.Cmd {
	if w.plan == nil {
		return nil
	}
	about := w.focused().Current()
	if about == nil || !model.Triggers(about) {
		about = nil
		for _, kind := range []model.Kind{model.KindContact, model.KindMilestone} {
			for _, r := range w.plan.Of(kind) {
				if (about == nil || about.Base().Changed <= r.Base().Changed) && len(model.DoubtsOf(w.plan, r, w.today)) > 0 {
					about = r
				}
			}
		}
	}
	if about == nil {
		w.say("nothing is in doubt: a milestone such as a reorganisation, or somebody who left, puts records in doubt", false)
		return nil
	}
	w.push(newDoubts(w, about.Base().ID))
	return nil
}

// trigger is the first record of an edit that came to put others in doubt by it,
// none when there is no such.
func trigger(e model.Edit) model.ID {
	for _, c := range e.Changes {
		if c.After != nil && model.Triggers(c.After) && (c.Before == nil || !model.Triggers(c.Before)) {
			return c.After.Base().ID
		}
	}
	return model.ID{}
}

// offerDoubts asks, after a milestone was logged or somebody was said to have
// left, whether to go through what that puts in doubt. Over a page it does not
// come between: the page goes on, and the palette has it.
func (w *Workspace) offerDoubts(id model.ID) {
	now := w.plan.Get(id)
	if now == nil || len(w.overlays) > 0 {
		return
	}
	if n := len(model.DoubtsOf(w.plan, now, w.today)); n > 0 {
		lines := []string{
			fmt.Sprintf("%s puts %s in doubt.", model.Title(now, w.names), count(n, "record", "records")),
			"They can be gone through one at a time, now or later: : what is in doubt.",
		}
		w.ask("Still true?", lines, "look at them", "later", func(w *Workspace) tea.Cmd { w.push(newDoubts(w, id)); return nil })
	}
}
