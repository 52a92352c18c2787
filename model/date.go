package model

import (
	"cmp"
	"fmt"
	"time"
)

// Date is a day of the calendar, without a time or a zone. The zero Date means
// "not known". Dates are comparable with ==.
type Date struct {
	year  int16
	month uint8
	day   uint8
}

// NewDate returns the given day; a day beyond the month's end runs on into the
// next, as time.Date does.
func NewDate(year int, month time.Month, day int) Date {
	return DateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// DateOf returns the day that t falls on, in t's own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{int16(y), uint8(m), uint8(d)}
}

// Time returns the day's midnight in UTC.
func (d Date) Time() time.Time {
	return time.Date(int(d.year), time.Month(d.month), int(d.day), 0, 0, 0, 0, time.UTC)
}

// IsZero reports whether the day is not known.
func (d Date) IsZero() bool { return d == Date{} }

// Year returns the day's year, 0 when not known.
func (d Date) Year() int { return int(d.year) }

// Month returns the day's month, 0 when not known.
func (d Date) Month() time.Month { return time.Month(d.month) }

// Day returns the day of the month, 0 when not known.
func (d Date) Day() int { return int(d.day) }

// Compare orders days; an unknown day comes before every known one.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.year, e.year), cmp.Compare(d.month, e.month), cmp.Compare(d.day, e.day))
}

// Before reports whether d is a known day earlier than e.
func (d Date) Before(e Date) bool { return !d.IsZero() && d.Compare(e) < 0 }

// AddDays returns the day n days later (earlier when n is negative).
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return d
	}
	return DateOf(d.Time().AddDate(0, 0, n))
}

// AddMonths returns the same day n months later, or the last day of that month
// when it is shorter: a month after 31 January is 28 or 29 February, never a
// day in March.
func (d Date) AddMonths(n int) Date {
	if d.IsZero() {
		return d
	}
	first := time.Date(int(d.year), time.Month(d.month)+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return NewDate(first.Year(), first.Month(), min(int(d.day), last))
}

// EndOfMonth returns the last day of the month that d lies in.
func (d Date) EndOfMonth() Date {
	if d.IsZero() {
		return d
	}
	return NewDate(int(d.year), time.Month(d.month)+1, 0)
}

// DaysSince returns how many days lie from e to d; both must be known.
func (d Date) DaysSince(e Date) int {
	// Not by Duration, which ends after 292 years.
	return int((d.Time().Unix() - e.Time().Unix()) / (24 * 60 * 60))
}

// String returns the day as 2026-03-31, "" when not known.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// ParseDate reads an ISO day such as 2026-03-31; "" is the unknown day. It
// refuses days that do not exist. For what people type, see [ParseWhen].
func ParseDate(text string) (Date, error) {
	if text == "" {
		return Date{}, nil
	}
	if len(text) == 10 && text[4] == '-' && text[7] == '-' {
		y, ok1 := digits(text[:4])
		m, ok2 := digits(text[5:7])
		d, ok3 := digits(text[8:])
		if date := (Date{int16(y), uint8(m), uint8(d)}); ok1 && ok2 && ok3 && y > 0 && m >= 1 && d >= 1 && NewDate(y, time.Month(m), d) == date {
			return date, nil
		}
	}
	return Date{}, fmt.Errorf("must be a day like 2026-03-31, not %q", text)
}

func digits(s string) (n int, ok bool) {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, len(s) > 0
}
