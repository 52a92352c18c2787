package model_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/model/modeltest"

	"pgregory.net/rapid"
)

func TestParseWhen(t *testing.T) {
	for _, c := range []struct{ today, typed, want string }{
		{"2026-03-31", "2026-12-24", "2026-12-24"},
		{"2026-03-31", "today", "2026-03-31"},
		{"2026-03-31", " Tomorrow ", "2026-04-01"},
		{"2026-03-31", "yesterday", "2026-03-30"},
		{"2026-03-31", "fri", "2026-04-03"},   // a Tuesday
		{"2026-03-31", "tue", "2026-04-07"},   // never today
		{"2026-03-31", "Tuesd", "2026-04-07"}, // any part of the name from three letters
		{"2026-03-31", "wednesday", "2026-04-01"},
		{"2026-03-31", "next week", "2026-04-06"}, // its Monday
		{"2026-04-05", "Next Week", "2026-04-06"}, // from a Sunday
		{"2026-04-06", "next week", "2026-04-13"}, // from a Monday
		{"2026-03-31", "3d", "2026-04-03"},
		{"2026-03-31", "+2w", "2026-04-14"},
		{"2026-03-31", "-3d", "2026-03-28"},
		{"2026-03-31", "1m", "2026-04-30"},
		{"2026-01-31", "1m", "2026-02-28"},
		{"2024-01-31", "1m", "2024-02-29"},
		{"2024-02-29", "1y", "2025-02-28"},
		{"2024-02-29", "4y", "2028-02-29"},
		{"2024-02-28", "1d", "2024-02-29"},
		{"2026-02-28", "1d", "2026-03-01"},
		{"2026-03-31", "eow", "2026-04-05"},
		{"2026-04-05", "eow", "2026-04-05"}, // a Sunday
		{"2026-03-31", "eom", "2026-03-31"},
		{"2024-02-01", "eom", "2024-02-29"},
		{"2026-03-31", "eoq", "2026-03-31"},
		{"2026-04-01", "EOQ", "2026-06-30"},
		{"2026-12-31", "eoq", "2026-12-31"},
		{"2026-03-31", "eoy", "2026-12-31"},
		{"2026-03-31", "q1", "2026-03-31"},
		{"2026-04-01", "q1", "2027-03-31"},
		{"2026-03-31", "Q3", "2026-09-30"},
		{"2026-03-31", "q3 2027", "2027-09-30"},
		{"2026-03-31", "q4 2025", "2025-12-31"},
		{"2026-11-17", "5 dec", "2026-12-05"},
		{"2026-11-17", "Dec 5", "2026-12-05"},
		{"2026-11-17", "5 December", "2026-12-05"},
		{"2026-11-17", "5 dec 2027", "2027-12-05"},
		{"2026-11-17", "dec 5, 2025", "2025-12-05"},
		{"2026-11-17", "17 nov", "2026-11-17"}, // today is the next one
		{"2026-11-17", "16 nov", "2027-11-16"},
		{"2026-11-17", "sept 3", "2027-09-03"},
		{"2026-11-17", "29 feb", "2028-02-29"},
		{"2026-11-17", "in 2 weeks", "2026-12-01"},
		{"2026-11-17", "2 weeks", "2026-12-01"},
		{"2026-11-17", "3 days", "2026-11-20"},
		{"2026-11-17", "1 month", "2026-12-17"},
		{"2026-11-17", "in 1 year", "2027-11-17"},
		{"2026-11-17", "in 2w", "2026-12-01"},
		{"2026-11-17", "end of week", "2026-11-22"},
		{"2026-11-17", "End of Month", "2026-11-30"},
		{"2026-11-17", "end of quarter", "2026-12-31"},
		{"2026-11-17", "end of year", "2026-12-31"},
		{"2026-11-17", "5.12.", "2026-12-05"},
		{"2026-11-17", "5.12", "2026-12-05"},
		{"2026-11-17", "05.11.", "2027-11-05"},
		{"2026-11-17", "17.11.", "2026-11-17"},
		{"2026-11-17", "29.2.", "2028-02-29"},
		{"2026-11-17", "5.12.2026", "2026-12-05"},
		{"2026-11-17", "05.12.26", "2026-12-05"},
		{"2026-11-17", "24/12", "2026-12-24"},
		{"2026-11-17", "12/24", "2026-12-24"},
		{"2026-11-17", "4/4", "2027-04-04"},
		{"2026-11-17", "24/12/2025", "2025-12-24"},
		{"2026-11-17", "12/24/2025", "2025-12-24"},
		{"2026-11-17", "31-3-2027", "2027-03-31"},
		{"2026-11-17", "2027/3/4", "2027-03-04"},
		{"2026-11-17", "tomorrow 10:00", "2026-11-18"},
		{"2026-11-17", "Fri at 9am", "2026-11-20"},
		{"2026-11-17", "5.12. 9:30 pm", "2026-12-05"},
		{"2026-11-17", "2026-12-24 10:00", "2026-12-24"},
		{"2026-03-31", "", ""},
	} {
		got, err := model.ParseWhen(c.typed, must(model.ParseDate(c.today)))
		if err != nil || got.String() != c.want {
			t.Errorf("on %s %q is %q, %v; want %q", c.today, c.typed, got, err, c.want)
		}
	}
}

func TestParseWhenRefusesNonsense(t *testing.T) {
	list := []string{
		"soon", "next", "next fri", "next month", "next year", "nextweek", "fr", "m", "d", "3", "+", "-", "+-3d", "--3d", "3 d", "3h", "10000d", "q", "q0", "q5", "q3 27", "q3 20277", "q3-2027", "q3 0000", "2026-02-30", "31.3..2026", "3.31.2026", "5/12/2026", "5-12", "3.4.32", "1.2.3.4", "1/2.2026", "25:00", "10:00", "soon 10:00",
		"fridays", "1d2w", "١d", "eo", "eod", "today!", "5 de", "dec", "5 dec 26", "0 dec", "31 nov", "30 feb 2028", "5. dec", "005 dec", "in -2w", "in 2", "in fri", "2 fortnights", "-2 weeks", "10000 days", "end of", "end of time", "5/12", "5/12 10:00", "13.13.", "31.2.", "-9999y",
	}
	for _, text := range append(list, modeltest.Naughty()...) {
		if strings.TrimSpace(text) == "" {
			continue
		}
		if d, err := model.ParseWhen(text, someDay); err == nil {
			t.Errorf("%q reads as %s", text, d)
		} else if !strings.Contains(err.Error(), model.WhenHint) {
			t.Errorf("%q: the error does not say what to write: %v", text, err)
		}
	}
}

// A day that is written in another way, or does not exist, is not only refused.
func TestParseWhenSaysWhatIsWrong(t *testing.T) {
	for text, want := range map[string]string{
		"2025-02-30": "cannot be 2025-02-30, which is not a day of the calendar: write one like ",
		"2026-13-01": "cannot be 2026-13-01, which is not a day of the calendar: write one like ",
		"31.02.2027": "cannot be 31.02.2027, which is not a day of the calendar: write one like ",
		"3/4/2027":   `must be written as 2027-04-03 or 2027-03-04, not "3/4/2027"; it takes `,
		"5/12":       `must be written as 5 dec or 12 may, not "5/12"; it takes `,
		"3.31.2027":  "cannot be 3.31.2027, which is not a day of the calendar: write one like ",
		"13.13.":     "cannot be 13.13., which is not a day of the calendar: write one like ",
		"3.4.37":     `must have its year in full and in front, like `,
		"next Fri":   `cannot be "next Fri", which has two meanings: write fri; it takes `,
		"next month": `cannot be "next month", which has two meanings: write 1m or eom; it takes `,
		"12345.1.2":  "must look like ",
	} {
		if _, err := model.ParseWhen(text, someDay); err == nil || !strings.HasPrefix(err.Error(), want) || !strings.Contains(err.Error(), model.WhenHint) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

// Each word against a second way of finding the day: walking there.
func TestParseWhenOnAnyDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		today := nearDay(t, "today")
		read := func(text string) model.Date {
			d, err := model.ParseWhen(text, today)
			if err != nil {
				t.Fatalf("on %s %q: %v", today, text, err)
			}
			return d
		}
		walk := func(from int, arrived func(model.Date) bool) model.Date {
			d := today.AddDays(from)
			for !arrived(d) {
				d = d.AddDays(1)
			}
			return d
		}
		lastOf := func(d model.Date) bool { return d.AddDays(1).Day() == 1 }
		quarter := func(d model.Date) bool { return lastOf(d) && int(d.Month())%3 == 0 }
		weekday := time.Weekday(rapid.IntRange(0, 6).Draw(t, "weekday"))
		nth := rapid.IntRange(1, 4).Draw(t, "quarter")
		for text, want := range map[string]model.Date{
			strings.ToLower(weekday.String())[:3]: walk(1, func(d model.Date) bool { return d.Time().Weekday() == weekday }),
			"next week":                           walk(1, func(d model.Date) bool { return d.Time().Weekday() == time.Monday }),
			"eow":                                 walk(0, func(d model.Date) bool { return d.Time().Weekday() == time.Sunday }),
			"eom":                                 walk(0, lastOf),
			"eoq":                                 walk(0, quarter),
			"eoy":                                 walk(0, func(d model.Date) bool { return quarter(d) && d.Month() == time.December }),
			fmt.Sprint("q", nth):                  walk(0, func(d model.Date) bool { return quarter(d) && int(d.Month()) == nth*3 }),
		} {
			if got := read(text); got != want {
				t.Fatalf("on %s %q is %s, want %s", today, text, got, want)
			}
		}
		n := rapid.IntRange(0, 9999).Draw(t, "n")
		if got := read(fmt.Sprint(n%1000, "d")); got.DaysSince(today) != n%1000 {
			t.Fatalf("%d days after %s is %s", n%1000, today, got)
		}
		if got := read(fmt.Sprint("-", n%1000, "w")); today.DaysSince(got) != 7*(n%1000) {
			t.Fatalf("%d weeks before %s is %s", n%1000, today, got)
		}
		if got := read(fmt.Sprint("+", n%1000, "m")); got != today.AddMonths(n%1000) {
			t.Fatalf("%d months after %s is %s", n%1000, today, got)
		}
	})
}

// Whatever is typed, the answer is a day that can be written down, or an error.
func FuzzParseWhen(f *testing.F) {
	for _, text := range append(modeltest.Naughty(), "today", "fri", "+3d", "-9999w", "9999d", "eoq", "q3 2027", "2026-02-29", "1y") {
		f.Add(text, 0)
		f.Add(text, 2_921_900) // the end of 9999
		f.Add(text, -730_100)  // the year 1
	}
	f.Fuzz(func(t *testing.T, text string, days int) {
		today := model.NewDate(2000, 1, 1).AddDays(days % 3_000_000)
		if today.Year() < 1 || today.Year() > 9999 {
			return
		}
		d, err := model.ParseWhen(text, today)
		if err != nil || d.IsZero() {
			return
		}
		if back, err := model.ParseDate(d.String()); err != nil || back != d {
			t.Errorf("on %s %q is %s, which reads as %s: %v", today, text, d, back, err)
		}
	})
}

// What was done lies behind us, whatever day is typed without its year.
func TestParseDone(t *testing.T) {
	for _, c := range []struct{ today, typed, want string }{
		{"2026-03-18", "fri", "2026-03-13"}, // a Wednesday
		{"2026-03-18", "wed", "2026-03-18"},
		{"2026-03-18", "last wed", "2026-03-11"},
		{"2026-03-18", "last friday", "2026-03-13"},
		{"2026-03-18", "Yesterday", "2026-03-17"},
		{"2026-03-18", "today", "2026-03-18"},
		{"2026-03-18", "5 dec", "2025-12-05"},
		{"2026-03-18", "mar 2", "2026-03-02"},
		{"2026-03-18", "18 mar", "2026-03-18"},
		{"2026-03-18", "29 feb", "2024-02-29"},
		{"2028-02-29", "28 feb", "2028-02-28"},
		{"2028-02-29", "29.2.", "2028-02-29"},
		{"2026-03-18", "5.12.", "2025-12-05"},
		{"2026-03-18", "24/12", "2025-12-24"},
		{"2026-03-18", "5.12.2024", "2024-12-05"},
		{"2026-03-18", "2026-03-02", "2026-03-02"},
		{"2026-03-18", "3d ago", "2026-03-15"},
		{"2026-03-18", "2 weeks ago", "2026-03-04"},
		{"2026-03-18", "1 month ago", "2026-02-18"},
		{"2026-03-18", "-3d", "2026-03-15"},
	} {
		if got, ok := model.ParseDone(c.typed, must(model.ParseDate(c.today))); !ok || got.String() != c.want {
			t.Errorf("on %s %q is %q, %t; want %q", c.today, c.typed, got, ok, c.want)
		}
	}
	for _, text := range []string{"", "tomorrow", "5 dec 2026", "2026-03-19", "+3d", "3d", "q1", "eom", "5/12", "next week", "last", "last week", "last 5 dec", "ago", "weeks ago", "3 moons ago", "1 ago", " ago", "a year ago"} {
		if d, ok := model.ParseDone(text, model.NewDate(2026, time.March, 18)); ok {
			t.Errorf("%q is done on %s", text, d)
		}
	}
}

func FuzzParseDone(f *testing.F) {
	for _, text := range append(modeltest.Naughty(), "fri", "last fri", "3d ago", "5.12.", "9999 weeks ago") {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if d, ok := model.ParseDone(text, someDay); ok && (d.IsZero() || someDay.Before(d)) {
			t.Errorf("%q is done on %s", text, d)
		}
	})
}
