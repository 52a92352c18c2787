package actions

import (
	"fmt"
	"strings"
	"sync"

	"astute/model"
	"astute/ui/pane"
)

// complete completes what is meant; where all of it is complete already, it is
// open again. An objective asks what its metrics reached.
func (p *Pane) complete() pane.Request {
	verb, status := "reopen", model.InProgress
	for _, r := range p.Targets() {
		if field(r, "status").Text() != model.Complete.String() {
			verb, status = "complete", model.Complete
		}
	}
	tell := func(r model.Record) string {
		said := verb + " " + p.called(r)
		if verb == "complete" {
			said += p.openBelow(r) + p.comesRound(r)
		} else {
			said += p.cameRound(r)
		}
		return said + "  (u takes it back)"
	}
	if o, ok := p.Targets()[0].(*model.Objective); ok && verb == "complete" && o.Unmeasured() > 0 {
		ask, ok := p.EditField(number("title")).(pane.EditField)
		if ok {
			ask.Num, ask.With, ask.Said = field(o, "metrics").Num, map[int]string{field(o, "status").Num: status.String()}, tell(o)
			return ask
		}
	}
	return p.change(verb, func(r model.Record) error { return field(r, "status").Parse(status.String()) }, tell)
}

// putOff defers what is meant; where all of it is deferred already, it is to be
// done again.
func (p *Pane) putOff() pane.Request {
	for _, r := range p.Targets() {
		if field(r, "status").Text() != model.Deferred.String() {
			return p.setStatus(model.Deferred)
		}
	}
	return p.setStatus(model.NotStarted)
}

// cameRound says that the next of an action that is opened again is there
// already: only undo takes both back.
func (p *Pane) cameRound(r model.Record) string {
	a, ok := r.(*model.Action)
	if !ok {
		return ""
	}
	for _, next := range model.All[*model.Action](p.Data().Plan.Book) {
		if next.ID != a.ID && next.Name == a.Name && next.Objective == a.Objective && next.Repeats != 0 && next.Open() && a.Due.Before(next.Due) {
			return ", the next one stays, due " + pane.Day(next.Due)
		}
	}
	return ""
}

// comesRound says when an action that is complete now comes round, "" where it
// does not.
func (p *Pane) comesRound(r model.Record) string {
	a, ok := r.(*model.Action)
	if !ok || a.Status != model.Complete {
		return ""
	}
	if next := a.NextDue(p.Data().Today); !next.IsZero() {
		return ", the next one is due " + pane.Day(next)
	}
	return ""
}

// later moves what is meant by days; what has no day yet, or is late, counts from
// today: moved on, it must not be late still.
func (p *Pane) later(days int) pane.Request {
	due := func(r model.Record) model.Date {
		day, err := model.ParseDate(field(r, "due").Text())
		if today := p.Data().Today; err != nil || day.IsZero() || day.Before(today) && days > 0 {
			return today
		}
		return day
	}
	for _, r := range p.Targets() {
		if overAlready(r) {
			return pane.Note{Text: model.Title(r, p.Data().Plan.Name) + " is " + strings.ToLower(field(r, "status").Text()) + ", so its day stays: " + reopening(r)}
		}
	}
	return p.change("reschedule", func(r model.Record) error { return field(r, "due").Parse(due(r).AddDays(days).String()) },
		func(r model.Record) string {
			return model.Title(r, p.Data().Plan.Name) + " is now due " + pane.Day(due(r)) + "  (u takes it back)"
		})
}

// overAlready reports whether an action or objective is complete or cancelled: when it
// is due means nothing any more.
func overAlready(r model.Record) bool {
	status := field(r, "status").Text()
	return status == model.Complete.String() || status == model.Cancelled.String()
}

// reopening is what to do about a day that stays.
func reopening(r model.Record) string {
	if field(r, "status").Text() == model.Complete.String() {
		return "c opens it again"
	}
	return "S gives it another status"
}

// reschedule asks for another day of what is still to be done.
func (p *Pane) reschedule() pane.Request {
	for _, r := range p.Targets() {
		if r != nil && overAlready(r) {
			return p.later(0)
		}
	}
	return p.EditField(number("due"))
}

// openBelow says how many actions of an objective stay open when it is complete,
// "" for none.
func (p *Pane) openBelow(r model.Record) string {
	n := 0
	for _, a := range model.All[*model.Action](p.Data().Plan.Book) {
		if a.Objective == r.Base().ID && a.Open() {
			n++
		}
	}
	switch n {
	case 0:
		return ""
	case 1:
		return ", 1 action of it stays open"
	}
	return fmt.Sprintf(", %d actions of it stay open", n)
}

// change does one thing to all that is meant, in one edit, and tells of it.
func (p *Pane) change(verb string, do func(model.Record) error, tell func(model.Record) string) pane.Request {
	var edit model.Edit
	said := ""
	for _, r := range p.Targets() {
		after := model.Clone(r)
		if err := do(after); err != nil {
			return pane.Note{Text: err.Error(), Bad: true}
		}
		edit.Changes = append(edit.Changes, model.Change{Before: r, After: after})
		edit.Label, said = verb+" "+p.called(after), tell(after)
	}
	if n := len(edit.Changes); n > 1 {
		edit.Label = fmt.Sprintf("%s %d actions", verb, n)
		said = edit.Label + "  (u takes it back)"
	}
	return pane.Apply{Edit: edit, Said: said}
}

// called is what a record is and what it is called: "action Call Raj".
func (p *Pane) called(r model.Record) string {
	return r.Kind().String() + " " + model.Title(r, p.Data().Plan.Name)
}

// field is a field that actions and objectives have alike: status, due, owner.
func field(r model.Record, name string) model.Field {
	return model.MustField(r.Fields(), name)
}

// number is the number of an action's field; there must be one.
func number(name string) int {
	num, there := numbers()[name]
	if !there {
		panic("an action has no field " + name)
	}
	return num
}

// numbers are those of all its fields: drawing asks for them in every cell.
var numbers = sync.OnceValue(func() map[string]int {
	nums := map[string]int{}
	for _, f := range new(model.Action).Fields() {
		nums[f.Name] = f.Num
	}
	return nums
})
