package model

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// isMark reports whether a rune parts the numbers of a day.
func isMark(r rune) bool { return r == '.' || r == '/' || r == '-' }

// dayInNumbers reads a day that is written in numbers: behind dots the day comes
// first, as nobody writes it otherwise; between other marks where only one order
// makes a day (24/12, 12/24/2027), or the year comes first. Imports read single
// days by the same rule. Without a year it is the next such day.
func dayInNumbers(s string, today Date) (Date, bool) {
	n, ok := numbersOf(s)
	if !ok {
		return Date{}, false
	}
	if len(n) == 2 {
		if might := daysAndMonths(s, n); len(might) == 1 {
			return nextOne(might[0].in, might[0].day, today)
		}
		return Date{}, false
	}
	if might := wholeDays(s, n); len(might) == 1 {
		return might[0], true
	}
	return Date{}, false
}

// numbersOf parts a day in numbers: two or three of them, with one mark between
// them and, where that is a dot, perhaps one behind them.
func numbersOf(s string) (n []string, ok bool) {
	if strings.Count(s, ".") > 0 {
		s = strings.TrimSuffix(s, ".")
	}
	at := strings.IndexFunc(s, isMark)
	if at < 0 {
		return nil, false
	}
	n = strings.Split(s, s[at:at+1])
	if len(n) != 2 && len(n) != 3 || len(n) == 2 && s[at] == '-' {
		return nil, false
	}
	for i, part := range n {
		if n[i] = strings.TrimSpace(part); len(n[i]) > 4 {
			return nil, false
		}
		if _, isNumber := digits(n[i]); !isNumber {
			return nil, false
		}
	}
	return n, true
}

// dayAndMonth is a day of any year.
type dayAndMonth struct {
	day int
	in  time.Month
}

func (d dayAndMonth) String() string {
	return fmt.Sprintf("%d %s", d.day, strings.ToLower(d.in.String()[:3]))
}

// daysAndMonths are the days that two numbers may mean: 5/12 is in December or
// in May, 5.12. in December.
func daysAndMonths(s string, n []string) (might []dayAndMonth) {
	for _, at := range orders(s) {
		day, _ := digits(n[at[0]])
		in, _ := digits(n[at[1]])
		d := dayAndMonth{day, time.Month(in)}
		if len(n[0]) > 2 || len(n[1]) > 2 || in < 1 || in > 12 || day < 1 || NewDate(2000, d.in, day).Day() != day || slices.Contains(might, d) {
			continue
		}
		might = append(might, d)
	}
	return might
}

// orders are the places of the day and of the month among numbers without their
// year.
func orders(s string) [][2]int {
	if strings.Contains(s, ".") {
		return [][2]int{{0, 1}}
	}
	return [][2]int{{0, 1}, {1, 0}}
}

// wholeDays are the days that three numbers may mean.
func wholeDays(s string, n []string) (might []Date) {
	try := func(year, month, day string) {
		y, _ := digits(year)
		m, _ := digits(month)
		d, _ := digits(day)
		if day, err := ParseDate(fmt.Sprintf("%04d-%02d-%02d", y, m, d)); err == nil && !slices.Contains(might, day) {
			might = append(might, day)
		}
	}
	year := fullYear(s, n[2])
	switch {
	case len(n[0]) == 4 && len(n[1]) <= 2 && len(n[2]) <= 2:
		try(n[0], n[1], n[2])
	case len(n[0]) <= 2 && len(n[1]) <= 2 && len(year) == 4:
		for _, at := range orders(s) {
			try(year, n[at[1]], n[at[0]])
		}
	}
	return might
}

// fullYear is a year in four digits. Behind dots two are enough as far as imports
// take them for one of this century.
func fullYear(s, year string) string {
	if len(year) == 2 && year < "30" && strings.Contains(s, ".") {
		return "20" + year
	}
	return year
}

// refuseWhen says why a text is no day. One that is meant as a day of the
// calendar hears how that is written, or that there is none.
func refuseWhen(s, text string) error {
	if rest, ok := strings.CutPrefix(s, "next "); ok {
		cure := "1m or eom"
		if _, ok := weekday(rest); ok {
			cure = rest
		}
		if cure == rest || rest == "month" {
			return fmt.Errorf("cannot be %q, which has two meanings: write %s; it takes %s", text, cure, WhenHint)
		}
	}
	n, ok := numbersOf(WithoutTime(s))
	if !ok {
		return fmt.Errorf("must look like %s, not %q", WhenHint, text)
	}
	var might []string // the days that it may be, each as it is to be written
	if len(n) == 2 {
		for _, d := range daysAndMonths(s, n) {
			might = append(might, d.String())
		}
	} else {
		for _, d := range wholeDays(s, n) {
			might = append(might, d.String())
		}
	}
	switch {
	case len(might) > 0:
		return fmt.Errorf("must be written as %s, not %q; it takes %s", strings.Join(might, " or "), text, WhenHint)
	case len(n) == 3 && len(n[0]) != 4 && len(fullYear(s, n[2])) != 4:
		return fmt.Errorf("must have its year in full and in front, like %s, not %q", WhenHint, text)
	}
	return fmt.Errorf("cannot be %s, which is not a day of the calendar: write one like %s", strings.TrimSpace(text), WhenHint)
}

// WithoutTime is a text without the time of day that it ends with (tomorrow
// 10:00, fri at 9am); all of it where there is none, or nothing before it.
func WithoutTime(text string) string {
	words := strings.Fields(text)
	if n := TimeAtEnd(words); n > 0 && n < len(words) {
		return strings.Join(words[:len(words)-n], " ")
	}
	return strings.TrimSpace(text)
}

// TimeAtEnd is how many of the last words say a time of day: 10:00, 9am, 9 am,
// each with "at" before it or not; 0 for none.
func TimeAtEnd(words []string) int {
	if len(words) == 0 {
		return 0
	}
	last, n := strings.ToLower(words[len(words)-1]), 1
	if (last == "am" || last == "pm") && len(words) > 1 {
		last, n = words[len(words)-2]+last, 2
	}
	if !isTime(last) {
		return 0
	}
	if before := len(words) - n - 1; before >= 0 && strings.EqualFold(words[before], "at") {
		n++
	}
	return n
}

// isTime reports whether a word is a time of day: 10:00, 9am, 9:30pm.
func isTime(word string) bool {
	clock, half := strings.CutSuffix(word, "am")
	if !half {
		clock, half = strings.CutSuffix(word, "pm")
	}
	hours, minutes, exact := strings.Cut(clock, ":")
	h, ok := digits(hours)
	if !ok || len(hours) > 2 || h > 23 || half && (h < 1 || h > 12) {
		return false
	}
	m, ok := digits(minutes)
	return exact && ok && len(minutes) == 2 && m < 60 || !exact && half
}
