// Package actions is the pane of the action plan: what is to be done, by whom,
// by when, what is late first.
package actions

import (
	"cmp"
	"fmt"
	"strings"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/pane"
	"astute/ui/theme"
)

// Pane is the table of actions.
type Pane struct {
	pane.Records
	done bool // what is over is shown too
}

// New returns the pane.
func New() *Pane {
	p := &Pane{}
	p.Records = pane.Records{
		Kind:    model.KindAction,
		Columns: columns(),
		Orders: []pane.Order{
			{Name: "late first", Less: byDue},
			{Name: byObjectiveName, Less: byObjective},
			{Name: "by owner", Less: byOwner},
		},
		Keep:  func(r model.Record, _ pane.Data) bool { return p.done || r.(*model.Action).Open() },
		Empty: []string{"What is to be done, by whom, by when.", "a adds an action, t shows those that are over"},
	}
	return p
}

// byObjectiveName is the order in which a new action serves the objective of the
// one under the cursor.
const byObjectiveName = "by objective"

// Title implements [pane.Pane].
func (*Pane) Title() string { return "Action plan" }

// Commands implements [pane.Pane].
func (p *Pane) Commands() []pane.Command {
	why := ""
	if p.Current() == nil {
		why = "there is no action here yet: a adds one"
	}
	commands := p.RecordCommands()
	for i := range commands {
		if commands[i].Name == "add an action" {
			commands[i].Help = "what, by when and by whom in one line; tab makes a form of it"
			commands[i].Do = p.capture
		}
	}
	return append(commands,
		pane.Command{Name: "complete", Keys: []string{"c"}, Hint: "complete", Weight: 90, Why: why, Do: p.complete,
			Help: "the action is done; once more and it is open again: it stays in its place until the pane is left"},
		pane.Command{Name: "a week later", Keys: []string{"w"}, Hint: "a week on", Weight: 80, Why: why, Do: func() pane.Request { return p.later(7) },
			Help: "moves the due date by a week"},
		pane.Command{Name: "a day later", Keys: []string{"W"}, Why: why, Do: func() pane.Request { return p.later(1) },
			Help: "moves the due date by a day"},
		pane.Command{Name: "hand to somebody", Keys: []string{"@"}, Why: why, Do: p.hand,
			Help: "another owner"},
		pane.Command{Name: "show what is over", Keys: []string{"t"}, Do: p.showDone,
			Help: "shows or hides actions that are complete, put off or cancelled"},
	)
}

func (p *Pane) showDone() pane.Request {
	p.done = !p.done
	p.Settle()
	if p.done {
		return pane.Note{Text: "showing what is over too"}
	}
	return pane.Note{Text: "showing what is open"}
}

// complete completes what is meant; where all of it is complete already, it is
// open again.
func (p *Pane) complete() pane.Request {
	verb, status := "reopen", model.InProgress
	for _, r := range p.Targets() {
		if r.(*model.Action).Status != model.Complete {
			verb, status = "complete", model.Complete
		}
	}
	return p.change(verb, func(a *model.Action) { a.Status = status },
		func(a *model.Action) string { return verb + " action " + a.Name + "  (u takes it back)" })
}

func (p *Pane) later(days int) pane.Request {
	return p.change("reschedule", func(a *model.Action) {
		if a.Due.IsZero() {
			a.Due = p.Data().Today
		}
		a.Due = a.Due.AddDays(days)
	}, func(a *model.Action) string { return a.Name + " is now due " + pane.Day(a.Due) })
}

// change does one thing to all that is meant, in one edit, and tells of it.
func (p *Pane) change(verb string, do func(*model.Action), tell func(*model.Action) string) pane.Request {
	var edit model.Edit
	said := ""
	for _, r := range p.Targets() {
		after := model.Clone(r.(*model.Action))
		do(after)
		edit.Changes = append(edit.Changes, model.Change{Before: r, After: after})
		edit.Label, said = verb+" action "+after.Name, tell(after)
	}
	if n := len(edit.Changes); n > 1 {
		edit.Label = fmt.Sprintf("%s %d actions", verb, n)
		said = edit.Label + "  (u takes it back)"
	}
	return pane.Apply{Edit: edit, Said: said}
}

func (p *Pane) hand() pane.Request {
	f, _ := model.FieldNamed(p.Current().Fields(), "owner")
	return p.EditField(f.Num)
}

// columns lists the columns: when and what always, then who.
func columns() []pane.Column {
	named := func(name string) model.Field {
		f, ok := model.FieldNamed(new(model.Action).Fields(), name)
		if !ok {
			panic("actions: no field " + name)
		}
		return f
	}
	when := pane.Column{Num: named("due").Num, Cell: whenCell}
	when.Title, when.Min, when.Max, when.Keep = "Due", 9, 9, 100
	title := pane.FieldColumn(named("title"), "", 99)
	title.Min, title.Want, title.Max, title.Cell, title.Stays = 18, 38, 0, titleCell, true
	owner := pane.FieldColumn(named("owner"), "", 90)
	owner.Min, owner.Want, owner.Max = 7, 13, 16
	status := pane.FieldColumn(named("status"), "", 60)
	status.Min, status.Cell = 11, statusCell
	function := pane.FieldColumn(named("function"), "", 70)
	function.Min = 9
	objective := pane.FieldColumn(named("objective"), "", 50)
	objective.Min, objective.Max = 14, 30
	day := pane.FieldColumn(named("due"), "", 10)
	day.Title = "Day"
	return []pane.Column{when, title, owner, function, status, objective, day}
}

func whenCell(r model.Record, d pane.Data, _ int) grid.Cell {
	a := r.(*model.Action)
	switch {
	case !a.Open():
		return grid.Cell{Text: a.Status.String(), Style: theme.Faint}
	case a.Due.IsZero():
		return grid.Cell{Text: "no day", Style: theme.Unknown}
	case a.Late(d.Today):
		return grid.Cell{Text: "! " + strings.TrimSuffix(pane.Ahead(a.Due, d.Today), " late"), Style: theme.Bad}
	case a.Due.DaysSince(d.Today) <= 7:
		return grid.Cell{Text: pane.Ahead(a.Due, d.Today), Style: theme.Warn}
	}
	return grid.Cell{Text: pane.Ahead(a.Due, d.Today)}
}

func titleCell(r model.Record, _ pane.Data, _ int) grid.Cell {
	a := r.(*model.Action)
	text := a.Name
	if a.Type == model.Ask {
		text = "? " + text
	}
	if !a.Open() {
		return grid.Cell{Text: text, Style: theme.Done}
	}
	return grid.Cell{Text: text}
}

func statusCell(r model.Record, _ pane.Data, _ int) grid.Cell {
	a := r.(*model.Action)
	style := theme.Plain
	if !a.Open() || a.Status == model.NotStarted {
		style = theme.Faint
	}
	return grid.Cell{Text: a.Status.String(), Style: style}
}

// byDue puts what is open and due soonest first, then what has no day, then
// what is over, the newest first.
func byDue(a, b model.Record, d pane.Data) int {
	x, y := a.(*model.Action), b.(*model.Action)
	return cmp.Or(
		cmp.Compare(tier(x), tier(y)),
		x.Due.Compare(y.Due)*direction(x),
		cmp.Compare(x.Name, y.Name),
	)
}

func tier(a *model.Action) int {
	switch {
	case !a.Open():
		return 2
	case a.Due.IsZero():
		return 1
	}
	return 0
}

func direction(a *model.Action) int {
	if a.Open() {
		return 1
	}
	return -1
}

func byObjective(a, b model.Record, d pane.Data) int {
	x, y := a.(*model.Action), b.(*model.Action)
	return cmp.Or(
		lastWhenEmpty(d.Plan.Name(x.Objective), d.Plan.Name(y.Objective)),
		byDue(a, b, d),
	)
}

func byOwner(a, b model.Record, d pane.Data) int {
	x, y := a.(*model.Action), b.(*model.Action)
	return cmp.Or(
		lastWhenEmpty(d.Plan.Name(x.Owner), d.Plan.Name(y.Owner)),
		byDue(a, b, d),
	)
}

// lastWhenEmpty orders names, those not known last.
func lastWhenEmpty(a, b string) int {
	if (a == "") != (b == "") {
		if a == "" {
			return 1
		}
		return -1
	}
	return cmp.Compare(strings.ToLower(a), strings.ToLower(b))
}
