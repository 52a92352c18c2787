package model

import (
	"slices"
	"strings"
	"time"
)

// WhenHint names what ParseWhen takes; error messages and forms show it.
const WhenHint = "2026-03-31, 5 dec, 5.12., today, tomorrow, fri, 3d, 2 weeks, next week, eom, eoq or q3"

// ParseWhen reads a day as people type it, counted from today:
//
//	2026-03-31          that day
//	5 dec, dec 5        the next one, which may be today; 5 dec 2027 that day
//	5.12. 5.12.2027     the same in numbers: behind dots the month comes second
//	24/12 24/12/2027    with other marks where only one order makes a day
//	today tomorrow yesterday
//	fri, friday         the next one, never today
//	next week           its Monday
//	3d 2w 6m 1y         that far ahead; a sign is allowed: +2w, -3d
//	2 weeks, in 2 weeks the same in words: days, weeks, months, years
//	eow eom eoq eoy     end of the week (Sunday), month, quarter, year
//	end of month        the same in words
//	q3, q3 2027         last day of that quarter, the next one to end if no year is said
//
// A time behind it (tomorrow 10:00, fri at 9am) says nothing of the day. The
// grammar is small and strict on purpose: whatever it does not know is an error,
// never a guess. So it takes neither "next fri", which may be the coming one or
// that after it, nor "next month", which may be its first day or today's date in
// it, nor "5/12", which is in May or in December. "" is the unknown day.
func ParseWhen(text string, today Date) (Date, error) {
	s := strings.ToLower(strings.TrimSpace(text))
	if s == "" {
		return Date{}, nil
	}
	if d, ok := readWhen(WithoutTime(s), today); ok {
		return d, nil
	}
	return Date{}, refuseWhen(s, text)
}

// readWhen reads a day in small letters, without the time of day.
func readWhen(s string, today Date) (Date, bool) {
	if d, err := ParseDate(s); err == nil {
		return d, !d.IsZero()
	}
	for _, read := range []func(string, Date) (Date, bool){namedDay, dayOfMonth, distance, distanceInWords, quarterEnd, dayInNumbers} {
		if d, ok := read(s, today); ok && inCalendar(d) {
			return d, true
		}
	}
	return Date{}, false
}

func namedDay(s string, today Date) (Date, bool) {
	switch s {
	case "today":
		return today, true
	case "tomorrow":
		return today.AddDays(1), true
	case "yesterday":
		return today.AddDays(-1), true
	case "next week":
		return today.AddDays(7 - (int(today.Time().Weekday())+6)%7), true
	case "eow", "end of week":
		return today.AddDays((7 - int(today.Time().Weekday())) % 7), true
	case "eom", "end of month":
		return today.EndOfMonth(), true
	case "eoq", "end of quarter":
		return endOfQuarter(today.Year(), (int(today.Month())+2)/3), true
	case "eoy", "end of year":
		return NewDate(today.Year(), time.December, 31), true
	}
	day, ok := weekday(s)
	if !ok {
		return Date{}, false
	}
	ahead := (int(day) - int(today.Time().Weekday()) + 7) % 7
	if ahead == 0 {
		ahead = 7
	}
	return today.AddDays(ahead), true
}

// weekday reads the name of a day of the week, or its first three letters or
// more.
func weekday(s string) (day time.Weekday, ok bool) {
	for day := time.Sunday; day <= time.Saturday; day++ {
		if len(s) >= 3 && strings.HasPrefix(strings.ToLower(day.String()), s) {
			return day, true
		}
	}
	return 0, false
}

// month reads the name of a month, or its first three letters or more.
func month(s string) (month time.Month, ok bool) {
	for month := time.January; month <= time.December; month++ {
		if len(s) >= 3 && strings.HasPrefix(strings.ToLower(month.String()), s) {
			return month, true
		}
	}
	return 0, false
}

// dayOfMonth reads a day and the name of its month in either order, and the year
// behind them; without one it is the next such day, today included.
func dayOfMonth(s string, today Date) (Date, bool) {
	words := strings.Fields(s)
	if len(words) != 2 && len(words) != 3 {
		return Date{}, false
	}
	named, numbered := words[1], words[0]
	in, ok := month(named)
	if !ok {
		named, numbered = words[0], strings.TrimSuffix(words[1], ",") // dec 5, 2027
		in, ok = month(named)
	}
	n, isNumber := digits(numbered)
	if !ok || !isNumber || len(numbered) > 2 || n < 1 {
		return Date{}, false
	}
	exists := func(year int) (Date, bool) {
		d := NewDate(year, in, n)
		return d, d.Day() == n
	}
	if len(words) == 3 {
		year, ok := digits(words[2])
		if !ok || len(words[2]) != 4 {
			return Date{}, false
		}
		return exists(year)
	}
	return nextOne(in, n, today)
}

// nextOne is the next such day of the year, today included.
func nextOne(in time.Month, day int, today Date) (Date, bool) {
	for year := today.Year(); year <= today.Year()+8; year++ { // as long as there may be no 29 February
		if d := NewDate(year, in, day); d.Day() == day && !d.Before(today) {
			return d, true
		}
	}
	return Date{}, false
}

// distanceInWords reads how far ahead a day is: 2 weeks, in 2 weeks, in 2w.
func distanceInWords(s string, today Date) (Date, bool) {
	body, in := strings.CutPrefix(s, "in ")
	words := strings.Fields(body)
	switch {
	case len(words) == 1 && in && words[0][0] >= '0' && words[0][0] <= '9':
		return distance(words[0], today)
	case len(words) == 2:
		unit := strings.TrimSuffix(words[1], "s")
		if _, ok := digits(words[0]); ok && slices.Contains([]string{"day", "week", "month", "year"}, unit) {
			return distance(words[0]+unit[:1], today)
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
