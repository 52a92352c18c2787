package model

// What comes round: an action that repeats makes the next one of its kind by
// being completed. Domain section 7 has no field for that; the section on upkeep
// wants the plan to be a habit, and half of what keeps an account is done again
// every week or quarter: the report, the call, the invoice talk.

// strides is how far a cadence goes at a time. [Once] goes nowhere.
var strides = map[Cadence]struct{ days, months int }{
	Weekly: {days: 7}, Fortnightly: {days: 14},
	Monthly: {months: 1}, Quarterly: {months: 3}, HalfYearly: {months: 6}, Yearly: {months: 12},
}

// Stride returns how far a cadence goes at a time, in days or in months; nought of
// both for none and for [Once].
func Stride(c Cadence) (days, months int) {
	stride := strides[c]
	return stride.days, stride.months
}

// Occurrence returns the day n periods after the first one, before it when n is
// negative. It always counts from the first, so that a month end stays one: what
// began on 31 January comes round on 28 February and on 31 March. Not known for
// no cadence, for [Once], for an unknown day and beyond the calendar.
func Occurrence(c Cadence, first Date, n int) Date {
	stride, comes := strides[c]
	if !comes || first.IsZero() {
		return Date{}
	}
	d := first.AddDays(n * stride.days).AddMonths(n * stride.months)
	if !inCalendar(d) {
		return Date{}
	}
	return d
}

// occurrenceAfter returns the first occurrence after one day that is not before
// another one.
func occurrenceAfter(c Cadence, first, after, notBefore Date) Date {
	stride, comes := strides[c]
	if !comes || first.IsZero() {
		return Date{}
	}
	from := after
	if from.Before(notBefore) {
		from = notBefore
	}
	n := 0
	if stride.days > 0 {
		n = from.DaysSince(first)/stride.days - 1
	} else {
		n = ((from.Year()-first.Year())*12+int(from.Month())-int(first.Month()))/stride.months - 1
	}
	for range 4 { // the division is out by two at most
		d := Occurrence(c, first, n)
		if d.IsZero() || after.Before(d) && !d.Before(notBefore) {
			return d
		}
		n++
	}
	return Date{}
}

// NextDue returns the day for which the next action is made when this one is
// done on a day: the first day of its rhythm after the day that it was due, and
// not before the day that it is done, so that what was missed does not pile up.
// One without a due date comes round a period after it was done. Not known for
// one that does not repeat.
//
// The rhythm counts from RepeatsFrom: to move one of a series does not move the
// series.
func (a *Action) NextDue(done Date) Date {
	switch {
	case a.Due.IsZero() && a.RepeatsFrom.IsZero():
		return Occurrence(a.Repeats, done, 1)
	case a.Due.IsZero():
		return occurrenceAfter(a.Repeats, a.RepeatsFrom, done, done)
	case a.RepeatsFrom.IsZero():
		return occurrenceAfter(a.Repeats, a.Due, a.Due, done)
	}
	return occurrenceAfter(a.Repeats, a.RepeatsFrom, a.nearestOccurrence(), done)
}

// nearestOccurrence returns the day of the rhythm that the action stands for: the
// one nearest to its due date, so that one that was brought forward is not done
// again on the day that it was meant for. Halfway between two it is the earlier.
func (a *Action) nearestOccurrence() Date {
	after := occurrenceAfter(a.Repeats, a.RepeatsFrom, a.Due.AddDays(-1), a.Due)
	if after.IsZero() || after == a.Due {
		return a.Due
	}
	stride := strides[a.Repeats]
	before := occurrenceAfter(a.Repeats, a.RepeatsFrom, after.AddDays(-stride.days).AddMonths(-stride.months).AddDays(-4), Date{})
	if after.DaysSince(a.Due) < a.Due.DaysSince(before) {
		return after
	}
	return a.Due
}

// Next returns the action that comes after one that was done on a day, nil when
// it does not repeat: the same with another day, not begun, without what came of
// the last time and without what that waited for.
func (a *Action) Next(id ID, done Date) *Action {
	due := a.NextDue(done)
	if due.IsZero() {
		return nil
	}
	next := Clone(a)
	next.Head = Head{ID: id, Account: a.Account, Tags: next.Tags, Notes: a.Notes}
	next.Status, next.Due, next.Done = NotStarted, due, Date{}
	next.Result, next.WaitsFor = "", nil
	if !a.Start.IsZero() {
		next.Start = due
		if !a.Due.IsZero() {
			next.Start = due.AddDays(-a.Due.DaysSince(a.Start))
		}
	}
	if next.RepeatsFrom.IsZero() {
		next.RepeatsFrom = a.Due
		if a.Due.IsZero() {
			next.RepeatsFrom = done
		}
	}
	return next
}

// Settled returns an edit of a person with everything that follows from it by
// itself: each record as [Settle] leaves it, and where an action that repeats is
// completed, the next one, as [Repeated] makes it.
func Settled(e Edit, today Date, newID func() ID) Edit {
	for _, c := range e.Changes {
		if c.After != nil {
			Settle(c.Before, c.After, today)
		}
	}
	e, _ = Repeated(e, today, newID)
	return e
}

// Repeated returns the edit with the next of each action in it that repeats and
// becomes complete, and lists them: one edit, so that one undo takes both back.
// The rhythm goes over to the next action: of a series one repeats, so that
// opening the old one again and completing it once more makes no second. One
// that is put off rests, and the series with it; one that is cancelled ends it.
//
// An import goes through it too: what the other program calls done comes round
// as well.
func Repeated(e Edit, today Date, newID func() ID) (Edit, []*Action) {
	var made []*Action
	for _, c := range e.Changes {
		after, ok := c.After.(*Action)
		if !ok || after == nil || after.Status != Complete || e.Whole && c.Before == nil {
			continue
		}
		if before, ok := c.Before.(*Action); ok && before != nil && before.Status == Complete {
			continue
		}
		done := after.Done
		if done.IsZero() {
			done = today
		}
		if after.NextDue(done).IsZero() {
			continue
		}
		made = append(made, after.Next(newID(), done))
		after.Repeats, after.RepeatsFrom = 0, Date{}
	}
	if len(made) == 0 {
		return e, nil
	}
	e.Changes = append([]Change(nil), e.Changes...)
	for _, next := range made {
		e.Changes = append(e.Changes, Change{After: next})
	}
	return e, made
}

// settleRhythm keeps the day from which the rhythm of an action counts: it is
// set with the rhythm, and goes with it.
func settleRhythm(was, now *Action) {
	_, comes := strides[now.Repeats]
	switch {
	case now.RepeatsFrom != was.RepeatsFrom: // the person says it
	case !comes:
		now.RepeatsFrom = Date{}
	case now.Repeats != was.Repeats:
		now.RepeatsFrom = now.Due
	case now.RepeatsFrom.IsZero() && !was.Due.IsZero():
		now.RepeatsFrom = was.Due
	case now.RepeatsFrom.IsZero():
		now.RepeatsFrom = now.Due
	}
}
