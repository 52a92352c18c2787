package model

import "fmt"

// Period is the days from Start to End, both included.
type Period struct{ Start, End Date }

// Has reports whether a day lies in the period; an unknown day does not.
func (p Period) Has(d Date) bool { return !d.IsZero() && !d.Before(p.Start) && !p.End.Before(d) }

// String returns the period as "2026-01-01 to 2026-12-31".
func (p Period) String() string { return fmt.Sprintf("%s to %s", p.Start, p.End) }

// Year returns the calendar year that the middle of the period lies in: the one
// whose revenue stands for the period, since revenue is kept by calendar year.
func (p Period) Year() Year {
	return Year(p.Start.AddDays(p.End.DaysSince(p.Start) / 2).Year())
}

// YearOf returns the calendar year that a day lies in.
func YearOf(d Date) Period {
	return Period{NewDate(d.Year(), 1, 1), NewDate(d.Year(), 12, 31)}
}

// PlanPeriod returns the plan year of an account: from the plan's start to its
// end; a year where only one of them is known; the calendar year of the day when
// neither is.
func PlanPeriod(a *Account, today Date) Period {
	switch {
	case !a.PlanStart.IsZero() && !a.PlanEnd.IsZero():
		return Period{a.PlanStart, a.PlanEnd}
	case !a.PlanStart.IsZero():
		return Period{a.PlanStart, a.PlanStart.AddMonths(12).AddDays(-1)}
	case !a.PlanEnd.IsZero():
		return Period{a.PlanEnd.AddMonths(-12).AddDays(1), a.PlanEnd}
	}
	return YearOf(today)
}
