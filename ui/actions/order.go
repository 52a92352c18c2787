package actions

import (
	"cmp"
	"strings"

	"astute/model"
	"astute/ui/pane"
)

// objectives heads actions with what they serve, those first of which something
// is late or due soonest. An objective that is still open is shown without
// actions too: what is missing is the first step.
func (p *Pane) objectives() *pane.Sections {
	return &pane.Sections{
		Kind: model.KindObjective,
		Of:   func(r model.Record) model.ID { return r.(*model.Action).Objective },
		Nums: headNums(),
		Cell: headCell,
		Less: byUrgency,
		Keep: func(s pane.Section, _ pane.Data) bool { return p.done || s.Head.(*model.Objective).Open() },
	}
}

// byUrgency puts the objective first whose next action is due soonest; a late
// objective counts with its own day. Those without any day come after those, and
// what is reached last.
func byUrgency(a, b pane.Section, d pane.Data) int {
	x, y := a.Head.(*model.Objective), b.Head.(*model.Objective)
	return cmp.Or(
		model.FalseFirst(!x.Open() && len(a.Rows) == 0, !y.Open() && len(b.Rows) == 0),
		model.Soonest(urgentOn(a, d.Today), urgentOn(b, d.Today)),
		model.Soonest(x.Due, y.Due),
		cmp.Compare(strings.ToLower(x.Name), strings.ToLower(y.Name)),
	)
}

// urgentOn is the day on which something of an objective wants doing next.
func urgentOn(s pane.Section, today model.Date) model.Date {
	var day model.Date
	if o := s.Head.(*model.Objective); o.Late(today) {
		day = o.Due
	}
	for _, r := range s.All {
		if a := r.(*model.Action); a.Open() && model.Soonest(a.Due, day) < 0 {
			day = a.Due
		}
	}
	return day
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
