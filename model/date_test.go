package model_test

import (
	"testing"
	"time"

	"astute/model"

	"pgregory.net/rapid"
)

func TestDateTextRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDay(t, "day")
		back, err := model.ParseDate(d.String())
		if err != nil || back != d || len(d.String()) != 10 {
			t.Fatalf("%s reads as %s: %v", d, back, err)
		}
		if model.DateOf(d.Time()) != d {
			t.Fatalf("%s becomes %s by way of a time", d, model.DateOf(d.Time()))
		}
	})
}

func TestParseDateRefusesDaysThatAreNot(t *testing.T) {
	for _, text := range []string{
		"2026-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-01", "2026-01-00", "0000-01-01", "2026-1-01", "26-01-01", "2026/01/01", "2026-01-1x", "2026-01-01 ", " 2026-01-01",
		"+026-01-01", "2026-01-+1", "today", "2026-01-011", "٢٠٢٦-٠١-٠١",
	} {
		if d, err := model.ParseDate(text); err == nil {
			t.Errorf("%q reads as %s", text, d)
		}
	}
	for _, text := range []string{"2024-02-29", "2000-02-29", "9999-12-31", "0001-01-01"} {
		if d, err := model.ParseDate(text); err != nil || d.String() != text {
			t.Errorf("%q reads as %s, %v", text, d, err)
		}
	}
	if d, err := model.ParseDate(""); err != nil || !d.IsZero() || d.String() != "" {
		t.Error("nothing is not the unknown day")
	}
}

func TestDateArithmetic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyDay(t, "a"), anyDay(t, "b")
		n := b.DaysSince(a)
		if a.AddDays(n) != b || a.DaysSince(b) != -n {
			t.Fatalf("%s is %d days after %s, but that is %s", b, n, a, a.AddDays(n))
		}
		if a.Before(b) != (n > 0) || (a.Compare(b) == 0) != (n == 0) {
			t.Fatalf("%s before %s: %t, %d days", a, b, a.Before(b), n)
		}
		end := a.EndOfMonth()
		if end.AddDays(1).Day() != 1 || end.Month() != a.Month() || end.Year() != a.Year() || end.Before(a) {
			t.Fatalf("the month of %s ends on %s", a, end)
		}
	})
}

func TestAddMonthsStaysInTheMonth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := nearDay(t, "day")
		n := rapid.IntRange(-1200, 1200).Draw(t, "months")
		got := d.AddMonths(n)
		months := (got.Year()-d.Year())*12 + int(got.Month()) - int(d.Month())
		if months != n {
			t.Fatalf("%s and %d months is %s, %d months on", d, n, got, months)
		}
		if got.Day() != d.Day() && got != got.EndOfMonth() || got.Day() > d.Day() {
			t.Fatalf("%s and %d months is %s", d, n, got)
		}
	})
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-01-31", 1, "2026-02-28"}, {"2024-01-31", 1, "2024-02-29"}, {"2024-02-29", 12, "2025-02-28"}, {"2024-02-29", 48, "2028-02-29"}, {"2026-03-31", -1, "2026-02-28"},
		{"2026-12-31", 2, "2027-02-28"}, {"2026-05-31", 6, "2026-11-30"}, {"2026-01-15", -13, "2024-12-15"},
	} {
		if got := must(model.ParseDate(c.from)).AddMonths(c.n).String(); got != c.want {
			t.Errorf("%s and %d months is %s, want %s", c.from, c.n, got, c.want)
		}
	}
}

func TestTheUnknownDayStaysUnknown(t *testing.T) {
	var none model.Date
	if !none.AddDays(5).IsZero() || !none.AddMonths(5).IsZero() || !none.EndOfMonth().IsZero() || none.Before(someDay) || none.Year() != 0 || none.Month() != 0 || none.Day() != 0 {
		t.Error("counting from an unknown day gives a known one")
	}
	if none.Compare(someDay) >= 0 || someDay.Before(none) {
		t.Error("an unknown day does not come before a known one")
	}
}

func TestDateOfUsesTheTimesOwnZone(t *testing.T) {
	at := time.Date(2026, 3, 31, 23, 30, 0, 0, time.UTC)
	if got := model.DateOf(at.In(time.FixedZone("east", 3600))).String(); got != "2026-04-01" {
		t.Errorf("an hour to the east it is %s", got)
	}
}

func TestInstantTextRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i := model.Instant(rapid.Int64Range(-62_000_000_000_000, 250_000_000_000_000).Draw(t, "instant"))
		back, err := model.ParseInstant(i.String())
		if err != nil || back != i {
			t.Fatalf("%d is written %q and reads as %d: %v", i, i, back, err)
		}
		if want := i.Time().Format("2006-01-02T15:04:05.000Z"); i != 0 && i.String() != want {
			t.Fatalf("%d is written %q, not %q", i, i, want)
		}
		if model.InstantOf(i.Time()) != i {
			t.Fatalf("%d becomes %d by way of a time", i, model.InstantOf(i.Time()))
		}
	})
	if i, err := model.ParseInstant("2026-03-31T11:00:00+02:00"); err != nil || i.String() != "2026-03-31T09:00:00.000Z" {
		t.Errorf("an instant of another zone reads as %s, %v", i, err)
	}
	for _, text := range []string{"now", "2026-03-31", "2026-03-31 09:00"} {
		if i, err := model.ParseInstant(text); err == nil {
			t.Errorf("%q reads as %s", text, i)
		}
	}
}
