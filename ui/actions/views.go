package actions

import (
	"fmt"
	"strings"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/pane"
	"astute/ui/theme"
)

// The names of the views; the title of the pane says which one it is.
const (
	byObjective = "by objective"
	lateFirst   = "late first"
	byOwner     = "by owner"
	byWeek      = "by due week"
	asBoard     = "as a board"
	onlyAsks    = "asks"
)

// views are the ways to look at the plan: an order of the table each, and the
// board, which stands in place of the table.
func (p *Pane) views() []pane.Order {
	grouped := func(group func(a *model.Action, d pane.Data) pane.Group, count func(s pane.Section, today model.Date) string) *pane.Sections {
		return &pane.Sections{
			Cell: func(s pane.Section, c pane.Column, d pane.Data, width int) grid.Cell {
				if c.Num != number("title") {
					return grid.Cell{}
				}
				style := theme.Strong
				if s.Group.Rank == rankLate {
					style = theme.Bad
				}
				return grid.Cell{Text: flushRight(s.Group.Text, count(s, d.Today), width), Style: style}
			},
			Group: func(r model.Record, d pane.Data) pane.Group { return group(r.(*model.Action), d) },
		}
	}
	return []pane.Order{
		{Name: byObjective, Less: byDue, Sections: p.objectives()},
		{Name: lateFirst, Less: byDue},
		{Name: byOwner, Less: byDue, Sections: grouped(ownerGroup, openOf)},
		{Name: byWeek, Less: byDue, Sections: grouped(weekGroup, openOf)},
		{Name: asBoard, Less: byDue},
		{Name: onlyAsks, Less: byDue, Sections: grouped(askGroup, answeredOf)},
	}
}

// keep reports whether an action is shown at all in the view.
func (p *Pane) keep(r model.Record, _ pane.Data) bool {
	a := r.(*model.Action)
	switch p.Order() {
	case asBoard:
		return a.Status != model.Cancelled
	case onlyAsks:
		return a.Type == model.Ask
	}
	return p.done || a.Open()
}

// board reports whether the board stands in place of the table.
func (p *Pane) board() bool { return p.Order() == asBoard }

// view shows the plan in a view; the key of the view that is shown already goes
// back to the objectives.
func (p *Pane) view(name string) func() pane.Request {
	return func() pane.Request {
		to := name
		if p.Order() == name {
			to = byObjective
		}
		p.SortTo(to)
		return pane.Note{Text: viewed[to]}
	}
}

// viewed says what a view shows and what to do in it.
var viewed = map[string]string{
	byObjective: "by objective: what each still needs",
	byOwner:     "by owner: who has what to do; @ hands it to somebody else",
	byWeek:      "by due week: what is late, then week by week; r reschedules",
	asBoard:     "as a board: > and < move a card to the next column; V goes back",
	onlyAsks:    "asks: what is wanted of whom, open and answered, for the sponsor's review",
}

// ownerGroup is under whose name an action stands, those of nobody last.
func ownerGroup(a *model.Action, d pane.Data) pane.Group {
	owner := d.Plan.Get(a.Owner)
	if owner == nil {
		return pane.Group{Rank: 2, Text: "Nobody's yet: @ hands them to somebody"}
	}
	g := pane.Group{Text: model.Title(owner, d.Plan.Name), Of: a.Owner}
	if owner.Kind() == model.KindContact {
		g.Rank, g.Text = 1, g.Text+" (the customer)"
	}
	return g
}

// askGroup is of whom something is wanted.
func askGroup(a *model.Action, d pane.Data) pane.Group {
	if of := d.Plan.Name(a.AskedOf); of != "" {
		return pane.Group{Text: "Asked of " + of, Of: a.AskedOf}
	}
	return pane.Group{Rank: 1, Text: "Asked of nobody yet"}
}

// Ranks of weeks that are none.
const (
	rankLate = -1
	rankLong = 1 << 20 // beyond a year
	rankNone = 1 << 21 // no day
	rankOver = 1 << 22
)

// weekGroup is in which week an action is due; what is late, what has no day,
// and what lies beyond a year stand together.
func weekGroup(a *model.Action, d pane.Data) pane.Group {
	switch {
	case !a.Open():
		return pane.Group{Rank: rankOver, Text: "Over"}
	case a.Due.IsZero():
		return pane.Group{Rank: rankNone, Text: "No day yet"}
	case a.Late(d.Today):
		return pane.Group{Rank: rankLate, Text: "! Late"}
	case model.HorizonOf(a.Due, d.Today) == model.LongRange:
		return pane.Group{Rank: rankLong, Text: "Long-term: beyond a year"}
	}
	monday := mondayOf(a.Due)
	week := monday.DaysSince(mondayOf(d.Today)) / 7
	text := map[int]string{0: "This week", 1: "Next week"}[week]
	if text == "" {
		text = fmt.Sprintf("In %d weeks", week)
	}
	return pane.Group{Rank: week, Text: fmt.Sprintf("%s  %s to %s", text, shortDay(monday), shortDay(monday.AddDays(6)))}
}

// mondayOf is the first day of a day's week.
func mondayOf(d model.Date) model.Date { return d.AddDays(-(int(d.Time().Weekday()) + 6) % 7) }

func shortDay(d model.Date) string { return d.Time().Format("2 Jan") }

// openOf counts what is open below a heading, and what of it is late.
func openOf(s pane.Section, today model.Date) string {
	open, late := 0, 0
	for _, r := range s.All {
		a := r.(*model.Action)
		if a.Open() {
			open++
		}
		if a.Late(today) {
			late++
		}
	}
	switch {
	case open == 0:
		return fmt.Sprint(len(s.Rows))
	case late > 0 && late < open:
		return fmt.Sprintf("%d open, %d late", open, late)
	}
	return fmt.Sprintf("%d open", open)
}

// answeredOf counts the asks below a heading that have an answer.
func answeredOf(s pane.Section, _ model.Date) string {
	answered := 0
	for _, r := range s.Rows {
		if r.(*model.Action).Result != "" {
			answered++
		}
	}
	return fmt.Sprintf("%d of %d answered", answered, len(s.Rows))
}

// flushRight is a text with another at the right end of a width; a row that is
// copied has no width.
func flushRight(text, tail string, width int) string {
	if width > 1<<10 {
		return text + "  " + tail
	}
	text = grid.Cut(text, max(0, width-grid.Width(tail)-2))
	return text + strings.Repeat(" ", max(2, width-grid.Width(text)-grid.Width(tail))) + tail
}
