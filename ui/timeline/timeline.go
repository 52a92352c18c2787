// Package timeline is the pane of what happened and what is ahead: milestones
// above an axis of time, calls, meetings and mails below it; or all of it as a
// list, with what was promised.
//
//	timeline.go  the pane and its commands
//	axis.go      events on a drawn axis
//	log.go       the same as a list, with the promises
//	promise.go   from what was promised to actions
//	capture.go   a call in one line; head.go reads what it begins with, named.go the people in it
//	legend.go    what the marks mean
package timeline

import (
	"cmp"
	"slices"
	"strings"

	"astute/model"
	"astute/model/chart"
	"astute/ui/pane"
)

// Pane is the timeline of one account.
type Pane struct {
	pane.Sheet
	list   bool // as a list, not on the axis
	scale  chart.Scale
	centre model.Date // the day that the axis is laid around
}

// New returns the pane.
func New() *Pane {
	p := &Pane{scale: chart.Quarters}
	p.Sheet = pane.Sheet{
		Begin: nearest,
		Empty: []string{"What happened, what was said and promised, and what is ahead.", "a logs a call in one line, M adds a milestone"},
		Lay: func(d pane.Data, w, h int) pane.Page {
			if p.list {
				return log(d, w)
			}
			if p.centre.IsZero() {
				p.centre = d.Today
			}
			return axis(d, p.centre, p.scale, chart.Size{W: w, H: h})
		},
	}
	return p
}

// Title implements [pane.Pane].
func (*Pane) Title() string { return "Timeline" }

// Note implements [pane.Pane].
func (p *Pane) Note() string {
	if p.list || p.Data().Plan == nil || len(p.Page().Stops) == 0 {
		return ""
	}
	return p.scale.String()
}

// Show implements [pane.Pane]: another account begins with today.
func (p *Pane) Show(d pane.Data) {
	if old := p.Data().Plan; old == nil || d.Plan == nil || old.Account.ID != d.Plan.Account.ID {
		p.centre = d.Today
	}
	p.Sheet.Show(d)
}

// nearest is where the cursor begins: what happened last.
func nearest(d pane.Data, page *pane.Page) pane.Target {
	var best pane.Target
	var day model.Date
	for _, stop := range page.Stops {
		if on := model.EventDay(d.Plan.Get(stop.Target.ID)); !d.Today.Before(on) && cmp.Or(on.Compare(day), 1) > 0 && stop.Target.Num == 0 {
			best, day = stop.Target, on
		}
	}
	return best
}

// happenings are the milestones, interactions and reviews of a plan by their
// day, those of one day in the order of their making.
func happenings(plan *model.Plan) []model.Record {
	list := slices.Concat(plan.Of(model.KindMilestone), plan.Of(model.KindInteraction), plan.Of(model.KindReview))
	list = slices.DeleteFunc(list, func(r model.Record) bool { return model.EventDay(r).IsZero() })
	slices.SortStableFunc(list, func(a, b model.Record) int { return model.EventDay(a).Compare(model.EventDay(b)) })
	return list
}

// Sideways implements [pane.Movable]: on the axis to the event before or after,
// also where that is out of sight.
func (p *Pane) Sideways(by int) {
	if p.list {
		p.Sheet.Sideways(by)
		return
	}
	list := happenings(p.Data().Plan)
	at := slices.IndexFunc(list, func(r model.Record) bool { return r.Base().ID == p.Cursor().ID })
	if at >= 0 {
		p.Seek(list[max(0, min(at+by, len(list)-1))].Base().ID)
	}
}

// Seek implements [pane.Pane]; the axis follows.
func (p *Pane) Seek(id model.ID) bool {
	if p.Sheet.Seek(id) {
		return true
	}
	if p.Data().Plan == nil || p.list {
		return false
	}
	day := model.EventDay(p.Data().Plan.Get(id))
	if day.IsZero() {
		return false
	}
	p.centre = day
	p.Arrange()
	return p.Sheet.Seek(id)
}

// Foot says below the axis what is under the cursor, of which there the label is
// cut or left out.
func (p *Pane) Foot(_ int, keys bool) string {
	r := p.Current()
	if r == nil || !keys {
		return ""
	}
	return model.EventDay(r).String() + "  " + strings.Join(strings.Fields(model.Title(r, p.Data().Plan.Name)), " ")
}

// Commands implements [pane.Pane].
func (p *Pane) Commands() []pane.Command {
	why, fixed := "", ""
	if len(p.Page().Stops) == 0 {
		why = "nothing has happened here yet: a logs a call, M adds a milestone"
	}
	if p.list {
		fixed = "a list has no axis: v shows it"
	}
	_, unpromised := p.promisedActions()
	commands := append(p.SheetCommands("what is", "a logs a call, M adds a milestone"),
		pane.Command{Name: "log a call in one line", Keys: []string{"a"}, Hint: "log", Weight: 90, Do: p.capture,
			Help: "who, what about, and after we: and they: what each promised; tab makes a form of it"},
		pane.Command{Name: "add a milestone", Keys: []string{"M"}, Hint: "milestone", Help: "what happened to them or will: a reorganisation, a renewal, a new CEO",
			Do: func() pane.Request { return pane.Add{Kind: model.KindMilestone} }},
		pane.Command{Name: "make the promise an action", Keys: []string{"p"}, Hint: "to action", Weight: 80, Why: unpromised,
			Help: "an action for each thing promised by us and by them, of whoever promised it, once; due when it says, else in a week",
			Do:   p.toActions},
		pane.Command{Name: "axis or list", Keys: []string{"v"}, Hint: "list", Help: "the same on a drawn axis or as a list", Do: p.turn},
		pane.Command{Name: "scale", Keys: []string{"s"}, Hint: "scale", Why: fixed, Help: "the axis by month, by quarter, by year", Do: p.rescale},
		pane.Command{Name: "today", Keys: []string{"t"}, Why: why, Help: "back to what happened last", Do: p.today},
	)
	for i := range commands {
		if commands[i].Name == "left" || commands[i].Name == "right" {
			by := map[string]int{"left": -1, "right": 1}[commands[i].Name]
			commands[i].Do = func() pane.Request { p.Sideways(by); return nil }
		}
	}
	return commands
}

// turn shows the axis as a list, or the list on the axis.
func (p *Pane) turn() pane.Request {
	current := p.Cursor().ID
	p.list = !p.list
	p.Arrange()
	p.Seek(current)
	return nil
}

// rescale takes the next scale, around what is under the cursor.
func (p *Pane) rescale() pane.Request {
	if r := p.Current(); r != nil {
		p.centre = model.EventDay(r)
	}
	p.scale = p.scale.Next()
	p.Arrange()
	return pane.Note{Text: "the axis is divided " + p.scale.String()}
}

// today goes back to what happened last.
func (p *Pane) today() pane.Request {
	p.centre = p.Data().Today
	p.Arrange()
	if t := nearest(p.Data(), p.Page()); t != (pane.Target{}) {
		p.Seek(t.ID)
	}
	return nil
}
