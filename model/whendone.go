package model

import "strings"

// ParseDone reads the day on which something was done, counted back from today:
// a day of the week is the last one, a day without its year the last such day.
//
//	2026-03-02, 2 mar 2026  that day
//	2 mar, 2.3., 24/12      the last one, which may be today
//	today yesterday
//	fri                     the last one, which may be today; last fri is before it
//	3d ago, 2 weeks ago     that far back, also -3d
//
// It reports false for any other text, and for a day ahead: what was done lies
// behind us.
func ParseDone(text string, today Date) (Date, bool) {
	s := strings.ToLower(strings.TrimSpace(text))
	name, last := strings.CutPrefix(s, "last ")
	if _, ok := weekday(name); ok {
		d, _ := namedDay(name, today)
		if d = d.AddDays(-7); last && d == today {
			d = d.AddDays(-7)
		}
		return d, true
	}
	if rest, ok := strings.CutSuffix(s, " ago"); ok {
		return agoIn(rest, today)
	}
	if d, err := ParseDate(s); err == nil && !d.IsZero() {
		return d, !today.Before(d)
	}
	if s == "today" || s == "yesterday" {
		return namedDay(s, today)
	}
	if strings.HasPrefix(s, "-") {
		d, ok := distance(s, today)
		return d, ok && inCalendar(d)
	}
	for _, read := range []func(string, Date) (Date, bool){dayOfMonth, dayInNumbers} {
		// The next one as from a day some years ago, as long as there may be no 29
		// February. One with its year is the same day each time.
		for back := 0; back <= 9; back++ {
			if d, ok := read(s, today.AddMonths(-12*back).AddDays(min(back, 1))); ok && inCalendar(d) && !today.Before(d) {
				return d, true
			}
		}
	}
	return Date{}, false
}

// agoIn reads how far back a day is: 3d, 2 weeks.
func agoIn(s string, today Date) (Date, bool) {
	if s == "" || s[0] < '0' || s[0] > '9' {
		return Date{}, false
	}
	d, ok := distance("-"+s, today)
	if !ok {
		number, unit, _ := strings.Cut(s, " ")
		if unit = strings.TrimSuffix(strings.TrimSpace(unit), "s"); unit != "day" && unit != "week" && unit != "month" && unit != "year" {
			return Date{}, false
		}
		d, ok = distance("-"+number+unit[:1], today)
	}
	return d, ok && inCalendar(d)
}
