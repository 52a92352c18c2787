package model

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// Rolled is a plan taken into its next period, before anything is written: what
// goes with it, what stays behind, and the edit that does it.
type Rolled struct {
	From, To Period
	Moves    []RolledRecord // open objectives and actions, by their day
	Stays    []Record       // those that are over: they stay in the history as they are
	Edit     Edit
}

// RolledRecord is an open objective or action on its way into the next period.
type RolledRecord struct {
	Record Record
	Was    Date // its day, not known where it has none
	Is     Date // the same afterwards
}

// ErrNotBegun is wrapped when a plan is rolled over whose period lies ahead.
var ErrNotBegun = errors.New("has not begun, so there is nothing to roll over yet")

// Rollover takes the plan of an account into its next period: from the day after
// the old one ends, for a year or until the day given. What is open goes on.
// Where its day lies in the old period or before it, an objective comes due a
// year later, as often as that takes; an action that is late on the first working
// day of the new period, or today's where that has begun, so that nobody loses
// sight of it, and one whose day is still to come keeps it.
// What was put off goes along and keeps its day, what is complete or cancelled
// stays as it is, a plan that was closed is a draft again, and everything else of
// the account is kept.
func Rollover(p *Plan, until, today Date) (Rolled, error) {
	old := PlanPeriod(p.Account, today)
	if today.Before(old.Start) {
		return Rolled{}, fmt.Errorf("the plan of %s (%s) %w", p.Account.Name, old, ErrNotBegun)
	}
	start := old.End.AddDays(1)
	r := Rolled{From: old, To: Period{start, start.AddMonths(12).AddDays(-1)}}
	if !until.IsZero() {
		r.To.End = until
	}
	if r.To.End.Before(start) {
		return Rolled{}, fmt.Errorf("the new period begins on %s: it cannot end on %s, name a later day", start, r.To.End)
	}
	account := Clone(p.Account)
	account.PlanStart, account.PlanEnd = r.To.Start, r.To.End
	if account.PlanStatus == ClosedPlan {
		account.PlanStatus = Draft
	}
	r.Edit = Edited("roll over the plan of "+p.Account.Name, p.Account, account)
	for _, o := range All[*Objective](p.Book) {
		r.take(o, o.Status, o.Due, r.yearLater(o.Due), func(c Record, day Date) { c.(*Objective).Due = day })
	}
	for _, a := range All[*Action](p.Book) {
		r.take(a, a.Status, a.Due, r.firstDay(a.Due, today), func(c Record, day Date) { c.(*Action).Due = day })
	}
	slices.SortStableFunc(r.Moves, func(a, b RolledRecord) int {
		return cmp.Or(a.Is.Compare(b.Is), cmp.Compare(a.Record.Kind(), b.Record.Kind()))
	})
	return r, nil
}

// take sorts an objective or an action into what moves and what stays.
func (r *Rolled) take(record Record, status Progress, was, is Date, set func(Record, Date)) {
	switch status {
	case Complete, Cancelled:
		r.Stays = append(r.Stays, record)
		return
	case Deferred:
		is = was
	}
	r.Moves = append(r.Moves, RolledRecord{record, was, is})
	if was == is {
		return
	}
	after := Clone(record)
	set(after, is)
	r.Edit.Changes = append(r.Edit.Changes, Change{Before: record, After: after})
}

// yearLater is the day of an open objective in the new period: the same day a
// year later, until it lies in it, and its last day where that is later still.
func (r *Rolled) yearLater(due Date) Date {
	if due.IsZero() || !due.Before(r.To.Start) {
		return due
	}
	day := due
	for years := 1; day.Before(r.To.Start); years++ {
		day = due.AddMonths(12 * years)
	}
	if r.To.End.Before(day) {
		return r.To.End
	}
	return day
}

// firstDay is the day of an open action in the new period.
func (r *Rolled) firstDay(due, today Date) Date {
	if due.IsZero() || !due.Before(r.To.Start) || !due.Before(today) {
		return due
	}
	day := r.To.Start
	if day.Before(today) {
		day = today
	}
	return Workday(day)
}

// Redated returns how many of what moves get another day.
func (r Rolled) Redated() int { return len(r.Edit.Changes) - 1 }

// Summary says in one sentence what moves and what stays, without its stop.
func (r Rolled) Summary() string {
	moves, stays := countKinds(r.movers()), countKinds(r.Stays)
	return fmt.Sprintf("%s open and go on, %d of them on another day; %s over and stay in the history",
		moves, r.Redated(), stays)
}

func (r Rolled) movers() []Record {
	var list []Record
	for _, m := range r.Moves {
		list = append(list, m.Record)
	}
	return list
}

// countKinds says how many objectives and actions there are, with the verb.
func countKinds(list []Record) string {
	n := map[Kind]int{}
	for _, r := range list {
		n[r.Kind()]++
	}
	verb := " are"
	if len(list) == 1 {
		verb = " is"
	}
	return Count(n[KindObjective], "objective", "objectives") + " and " + Count(n[KindAction], "action", "actions") + verb
}
