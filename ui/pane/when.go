package pane

import (
	"fmt"

	"astute/model"
)

// Ago says how long a day lies back, in the unit that people would use.
func Ago(day, today model.Date) string {
	switch n := today.DaysSince(day); {
	case n < 0:
		return Ahead(day, today)
	case n == 0:
		return "today"
	case n < 100:
		return fmt.Sprintf("%d d ago", n)
	case n < 730:
		return fmt.Sprintf("%d mon ago", n/30)
	default:
		return fmt.Sprintf("%d y ago", n/365)
	}
}

// Ahead says how far off a day is: "in 9 d", "today", "12 d late".
func Ahead(day, today model.Date) string {
	switch n := day.DaysSince(today); {
	case n < -730:
		return fmt.Sprintf("%d y late", -n/365)
	case n < 0:
		return fmt.Sprintf("%d d late", -n)
	case n == 0:
		return "today"
	case n == 1:
		return "tomorrow"
	case n < 1000:
		return fmt.Sprintf("in %d d", n)
	default:
		return fmt.Sprintf("in %d y", n/365)
	}
}

// Day writes a day out with its weekday, so that a wrong one is noticed: "Fri 27
// Nov 2026".
func Day(day model.Date) string {
	if day.IsZero() {
		return "no day"
	}
	return day.Time().Format("Mon 2 Jan 2006")
}
