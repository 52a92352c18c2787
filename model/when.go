package model

import (
	"fmt"
	"strings"
	"time"
)

// WhenHint names what ParseWhen takes; error messages and forms show it.
const WhenHint = "2026-03-31, today, fri, +3d, 2w, eom, eoq or q3"

// ParseWhen reads a day as people type it, counted from today:
//
//	2026-03-31          that day
//	today tomorrow yesterday
//	fri, friday         the next one, never today
//	3d 2w 6m 1y         that far ahead; a sign is allowed: +2w, -3d
//	eow eom eoq eoy     end of the week (Sunday), month, quarter, year
//	q3, q3 2027         last day of that quarter, the next one to end if no year is said
//
// The grammar is small and strict on purpose: whatever it does not know is an
// error, never a guess. "" is the unknown day.
func ParseWhen(text string, today Date) (Date, error) {
	s := strings.ToLower(strings.TrimSpace(text))
	if s == "" {
		return Date{}, nil
	}
	if d, err := ParseDate(s); err == nil {
		return d, nil
	}
	for _, read := range []func(string, Date) (Date, bool){namedDay, distance, quarterEnd} {
		if d, ok := read(s, today); ok && inCalendar(d) {
			return d, nil
		}
	}
	return Date{}, fmt.Errorf("must look like %s, not %q", WhenHint, text)
}

func namedDay(s string, today Date) (Date, bool) {
	switch s {
	case "today":
		return today, true
	case "tomorrow":
		return today.AddDays(1), true
	case "yesterday":
		return today.AddDays(-1), true
	case "eow":
		return today.AddDays((7 - int(today.Time().Weekday())) % 7), true
	case "eom":
		return today.EndOfMonth(), true
	case "eoq":
		return endOfQuarter(today.Year(), (int(today.Month())+2)/3), true
	case "eoy":
		return NewDate(today.Year(), time.December, 31), true
	}
	for day := time.Sunday; day <= time.Saturday; day++ {
		name := strings.ToLower(day.String())
		if len(s) >= 3 && strings.HasPrefix(name, s) {
			ahead := (int(day) - int(today.Time().Weekday()) + 7) % 7
			if ahead == 0 {
				ahead = 7
			}
			return today.AddDays(ahead), true
		}
	}
	return Date{}, false
}

func distance(s string, today Date) (Date, bool) {
	body, sign := s, 1
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		body, sign = rest, -1
	} else {
		body = strings.TrimPrefix(s, "+")
	}
	if len(body) < 2 {
		return Date{}, false
	}
	n, ok := digits(body[:len(body)-1])
	if !ok || len(body) > 5 {
		return Date{}, false
	}
	switch n *= sign; body[len(body)-1] {
	case 'd':
		return today.AddDays(n), true
	case 'w':
		return today.AddDays(7 * n), true
	case 'm':
		return today.AddMonths(n), true
	case 'y':
		return today.AddMonths(12 * n), true
	}
	return Date{}, false
}

// inCalendar refuses years that do not have four digits: they are typing
// errors, and ISO dates could not hold them.
func inCalendar(d Date) bool { return d.year >= 1 && d.year <= 9999 }

func quarterEnd(s string, today Date) (Date, bool) {
	rest, ok := strings.CutPrefix(s, "q")
	if !ok || rest == "" || rest[0] < '1' || rest[0] > '4' {
		return Date{}, false
	}
	quarter := int(rest[0] - '0')
	if rest = strings.TrimSpace(rest[1:]); rest == "" {
		end := endOfQuarter(today.Year(), quarter)
		if end.Before(today) {
			end = endOfQuarter(today.Year()+1, quarter)
		}
		return end, true
	}
	year, ok := digits(rest)
	if !ok || len(rest) != 4 {
		return Date{}, false
	}
	return endOfQuarter(year, quarter), true
}

func endOfQuarter(year, quarter int) Date {
	return NewDate(year, time.Month(quarter*3+1), 0)
}
