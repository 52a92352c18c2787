package reviews

import (
	"fmt"

	"astute/model"
	"astute/ui/pane"
)

const takesBack = "  (u takes it back)"

// whyPlanned says why the next of a series need not be planned, "" when it can.
func whyPlanned(s model.ReviewSeries, today model.Date) string {
	if s.Planned == nil || s.Due.IsZero() || s.Overdue(today) {
		return ""
	}
	return fmt.Sprintf("%s is planned for %s: e on the day moves it, w by a week", s.Type, pane.Day(s.Due))
}

// planNext plans the next of a series: a new review, or another day for the one
// that was planned and not held.
func (p *Pane) planNext(s model.ReviewSeries) pane.Request {
	d := p.Data()
	next := model.ProposeReview(d.Plan, s.Type, d.Today)
	said := fmt.Sprintf("%s planned for %s, %s", s.Type, pane.Day(next.On), pane.Ahead(next.On, d.Today)) + takesBack
	if s.Planned == nil {
		return pane.Make{Records: []model.Record{next}, Label: "plan review " + s.Type.String(), Said: said}
	}
	after := model.Clone(s.Planned)
	after.On = next.On
	return pane.Apply{Edit: model.Edited("plan review "+s.Type.String(), s.Planned, after), Said: said}
}

// planUsual plans the reviews that are usual and not there.
func (p *Pane) planUsual() pane.Request {
	d := p.Data()
	types := missing(d)
	made := pane.Make{Label: "plan the usual reviews", Said: "planned: " + typeNames(types) + "  (u takes them back)"}
	for _, t := range types {
		made.Records = append(made.Records, model.ProposeReview(d.Plan, t, d.Today))
	}
	return made
}

// whyFixed says why the day of a series cannot be moved, "" when it can.
func whyFixed(s model.ReviewSeries) string {
	switch {
	case s.Due.IsZero() && s.Planned == nil:
		return s.Type.String() + " does not come round again: p plans another"
	case s.Due.IsZero():
		return s.Type.String() + " has no day yet: p gives it one"
	}
	return ""
}

// later moves the next of a series by days: the planned day, or what the one
// held last says of the next.
func (p *Pane) later(s model.ReviewSeries, days int) pane.Request {
	before := s.Newest()
	after := model.Clone(before)
	day := s.Due
	if today := p.Data().Today; day.Before(today) { // moved on, it must not be overdue still
		day = today
	}
	day = day.AddDays(days)
	if before.Held.IsZero() && !before.On.IsZero() {
		after.On = day
	} else {
		after.Next = day
	}
	return pane.Apply{
		Edit: model.Edited("move review "+s.Type.String(), before, after),
		Said: fmt.Sprintf("%s is now on %s", s.Type, pane.Day(day)) + takesBack,
	}
}
