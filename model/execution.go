package model

import "fmt"

// EffectiveAt is the execution rate, in percent, from which a plan counts as
// effectively executed (rule 10, from S4).
const EffectiveAt = 80

// Execution is how much of what was due so far has been done on time (rule 10).
type Execution struct {
	Answer   Answer // NotKnown until an action has come due; Yes from [EffectiveAt] percent
	Percent  int    // done on time of those due; 0 when not known
	Due      int    // actions whose day has come, other than those put off or dropped
	OnTime   int    // of those, done by their day
	DoneLate int    // done after their day
	Open     int    // not done, and their day has passed
	Ahead    int    // open ones whose day is still to come, and that somebody owns
	Undated  int    // among OnTime: done, but nothing says when
	Reasons  []string
}

// ExecutionOf says how an account's actions were carried out up to the day
// (rule 10). An action counts from the day after it was due, or as soon as it is
// complete; one that was deferred or cancelled does not count.
//
// Where an action does not say on which day it was done, the day its record was
// last written stands for it, with a day's grace, because the moment of writing
// is kept in UTC and a due day is local. One that was never written again after
// it was made came in complete, from an import, say: nothing tells when it was
// done, and it counts as on time.
func ExecutionOf(actions []*Action, today Date) Execution {
	var e Execution
	for _, a := range actions {
		switch {
		case a.Due.IsZero() || a.Status == Cancelled || a.Status == Deferred:
		case a.Late(today):
			e.Due++
			e.Open++
		case a.Status != Complete:
			if !a.Owner.IsZero() {
				e.Ahead++
			}
		case a.Done.IsZero() && (a.Changed == 0 || a.Changed == a.Created):
			e.Due++
			e.OnTime++
			e.Undated++
		case a.doneLate():
			e.Due++
			e.DoneLate++
		default:
			e.Due++
			e.OnTime++
		}
	}
	e.judge()
	return e
}

// judge says what the counts mean.
func (e *Execution) judge() {
	if e.Due == 0 {
		e.Reasons = []string{"no action has come due yet"}
		if e.Ahead > 0 {
			e.Reasons[0] += fmt.Sprintf(", %s ahead with owner and day", Count(e.Ahead, "is", "are"))
		}
		return
	}
	e.Answer, e.Percent = No, Ratio{int64(e.OnTime), int64(e.Due)}.Percent()
	if e.Percent >= EffectiveAt {
		e.Answer = Yes
	}
	e.Reasons = []string{fmt.Sprintf("%d of %s due so far done on time", e.OnTime, Count(e.Due, "action", "actions"))}
	for _, part := range []struct {
		count int
		words string
	}{
		{e.DoneLate, "%d done late"},
		{e.Open, "%d late and still open"},
		{e.Undated, "%d done on a day not known, taken as on time"},
	} {
		if part.count > 0 {
			e.Reasons = append(e.Reasons, fmt.Sprintf(part.words, part.count))
		}
	}
}

// doneLate reports whether a complete action was done after its day.
func (a *Action) doneLate() bool {
	if a.Done.IsZero() {
		return a.Due.AddDays(1).Before(DateOf(a.Changed.Time()))
	}
	return a.Due.Before(a.Done)
}

// Settle writes into after what follows from a person's edit of a record by
// itself: an action that becomes complete, or is made complete, is done on the
// day unless the person says another; one that becomes open again is done on no
// day. The day that a rhythm counts from is set with the rhythm. It is called
// once for each record that a person edits, before the edit is applied; before
// is nil for a new one. An import says itself when things were done, and is not
// settled. [Settled] does it for a whole edit.
func Settle(before, after Record, today Date) {
	now, ok := after.(*Action)
	if !ok {
		return
	}
	was := new(Action)
	if b, ok := before.(*Action); ok && b != nil {
		was = b
	}
	switch {
	case now.Done != was.Done: // the person says it
	case now.Status == Complete && was.Status != Complete && now.Done.IsZero():
		now.Done = today
	case now.Status != Complete && was.Status == Complete:
		now.Done = Date{}
	}
	settleRhythm(was, now)
}

// Kept says which of the promises of an interaction have been kept.
type Kept struct{ Ours, Theirs bool }

// KeptPromises says of each interaction which promises have been kept. Promises
// have no state of their own: an action that serves the interaction stands for
// them, and when it is complete, and no other of that side is open, they are
// kept. Which side an action stands for says [StandsForTheirs] (domain section 2).
func KeptPromises(p *Plan) map[ID]Kept {
	type work struct{ done, open bool }
	sides := map[ID]*[2]work{} // ours, theirs
	for _, a := range All[*Action](p.Book) {
		i, ok := Lookup[*Interaction](p.Book, a.Serves)
		if !ok {
			continue
		}
		side := 0
		if StandsForTheirs(i, Theirs(p, a)) {
			side = 1
		}
		if sides[i.ID] == nil {
			sides[i.ID] = new([2]work)
		}
		w := &sides[i.ID][side]
		w.done, w.open = w.done || a.Status == Complete, w.open || a.Open()
	}
	kept := make(map[ID]Kept, len(sides))
	for id, s := range sides {
		kept[id] = Kept{Ours: s[0].done && !s[0].open, Theirs: s[1].done && !s[1].open}
	}
	return kept
}
