package model_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"astute/model"
)

func day(t *testing.T, text string) model.Date {
	t.Helper()
	d, err := model.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTheNextOfARhythmKeepsItsDayOfTheMonth(t *testing.T) {
	for _, c := range []struct {
		repeats               model.Cadence
		from, due, done, want string
	}{
		{model.Monthly, "", "2026-01-31", "2026-01-31", "2026-02-28"},
		{model.Monthly, "2026-01-31", "2026-02-28", "2026-02-27", "2026-03-31"},
		{model.Monthly, "2026-01-28", "2026-02-28", "2026-02-28", "2026-03-28"}, // the 28th is no month end
		{model.Monthly, "2027-12-31", "2028-01-31", "2028-01-31", "2028-02-29"}, // a leap year
		{model.Monthly, "", "2026-12-31", "2026-12-30", "2027-01-31"},
		{model.Quarterly, "2025-11-30", "2026-02-28", "2026-03-01", "2026-05-30"},
		{model.Yearly, "2024-02-29", "2027-02-28", "2027-02-28", "2028-02-29"},
		{model.HalfYearly, "", "2026-08-31", "2026-08-31", "2027-02-28"},
		{model.Weekly, "", "2026-12-28", "2026-12-28", "2027-01-04"},
		{model.Fortnightly, "", "2024-02-20", "2024-02-20", "2024-03-05"},
		{model.Weekly, "", "2026-03-02", "2026-03-20", "2026-03-23"},           // what was missed does not pile up
		{model.Weekly, "2026-03-02", "2026-03-04", "2026-03-04", "2026-03-09"}, // moved by two days: the series was not
		{model.Weekly, "2026-03-30", "2026-03-04", "2026-03-04", "2026-03-09"}, // before its own beginning
		{model.Monthly, "", "", "2026-01-31", "2026-02-28"},
		{model.Once, "", "2026-01-31", "2026-01-31", ""},
		{0, "", "2026-01-31", "2026-01-31", ""},
		{model.Monthly, "", "9999-12-31", "9999-12-31", ""},
	} {
		a := &model.Action{Repeats: c.repeats, RepeatsFrom: day(t, c.from), Due: day(t, c.due)}
		if got := a.NextDue(day(t, c.done)).String(); got != c.want {
			t.Errorf("%s from %q due %q done %q: next %q, want %q", c.repeats, c.from, c.due, c.done, got, c.want)
		}
	}
}

var cadences = []model.Cadence{model.Weekly, model.Fortnightly, model.Monthly, model.Quarterly, model.HalfYearly, model.Yearly}

func drawnDay(t *rapid.T, name string) model.Date {
	return model.NewDate(1999, time.January, 1).AddDays(rapid.IntRange(0, 365*80).Draw(t, name))
}

// Whatever a series begins with, each of its days follows from the first one:
// the same weekday, or the same day of the month or the month's last where it is
// shorter; completing on time leaves out none.
func TestASeriesStaysOnItsDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := drawnDay(t, "first")
		a := &model.Action{Name: "Report", Due: first, Repeats: rapid.SampledFrom(cadences).Draw(t, "cadence")}
		a.ID = model.ID{1}
		stride := map[model.Cadence]int{model.Monthly: 1, model.Quarterly: 3, model.HalfYearly: 6, model.Yearly: 12}[a.Repeats]
		days := map[model.Cadence]int{model.Weekly: 7, model.Fortnightly: 14}[a.Repeats]
		for n := 1; n <= 30; n++ {
			next := a.Next(model.ID{byte(n + 1)}, a.Due.AddDays(-rapid.IntRange(0, 3).Draw(t, "early")))
			months := first.Year()*12 + int(first.Month()) - 1 + stride*n
			switch {
			case days > 0 && next.Due != first.AddDays(days*n):
				t.Fatalf("number %d after %s every %d days is %s", n, first, days, next.Due)
			case stride > 0 && next.Due.Year()*12+int(next.Due.Month())-1 != months:
				t.Fatalf("number %d after %s lies in the wrong month: %s", n, first, next.Due)
			case stride > 0 && next.Due.Day() != min(first.Day(), next.Due.EndOfMonth().Day()):
				t.Fatalf("number %d after %s is %s", n, first, next.Due)
			}
			a = next
		}
	})
}

// However late it is done, the next one lies after the day it was due, not
// before the day it is done, and no more than a period after both, or two where
// it was brought forward.
func TestWhatComesNextIsNeverPastAndNeverSkips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := &model.Action{Due: drawnDay(t, "due"), Repeats: rapid.SampledFrom(cadences).Draw(t, "cadence")}
		if rapid.Bool().Draw(t, "moved") {
			a.RepeatsFrom = a.Due.AddDays(rapid.IntRange(-800, 800).Draw(t, "by"))
		}
		done := a.Due.AddDays(rapid.IntRange(-40, 900).Draw(t, "done"))
		next, later := a.NextDue(done), a.Due
		if later.Before(done) {
			later = done
		}
		periods := 1
		if !a.RepeatsFrom.IsZero() {
			periods = 2
		}
		if !a.Due.Before(next) || next.Before(done) || model.Occurrence(a.Repeats, later, periods).AddDays(3).Before(next) {
			t.Fatalf("%s due %s from %s done %s: next %s", a.Repeats, a.Due, a.RepeatsFrom, done, next)
		}
	})
}

func TestCompletingMakesTheNextInTheSameEdit(t *testing.T) {
	today := day(t, "2026-02-27")
	made := byte(9)
	newID := func() model.ID { made++; return model.ID{made} }
	before := &model.Action{
		Name: "Usage report", Owner: model.ID{2}, Objective: model.ID{3}, Status: model.InProgress, Repeats: model.Monthly,
		Start: day(t, "2026-02-21"), Due: day(t, "2026-02-28"), RepeatsFrom: day(t, "2026-01-31"), WaitsFor: []model.ID{{4}}, Result: "half",
	}
	before.ID, before.Account, before.ExternalID, before.Tags, before.Origin = model.ID{1}, model.ID{5}, "T-1", []string{"habit"}, "row"
	after := model.Clone(before)
	after.Status = model.Complete
	edit := model.Settled(model.Edited("complete", before, after), today, newID)
	if len(edit.Changes) != 2 || edit.Changes[1].Before != nil {
		t.Fatalf("the edit has %d changes", len(edit.Changes))
	}
	if after.Done != today || after.Repeats != 0 || !after.RepeatsFrom.IsZero() {
		t.Errorf("what is done is %+v", after)
	}
	want := &model.Action{
		Name: "Usage report", Owner: model.ID{2}, Objective: model.ID{3}, Status: model.NotStarted, Repeats: model.Monthly,
		Start: day(t, "2026-03-24"), Due: day(t, "2026-03-31"), RepeatsFrom: day(t, "2026-01-31"),
	}
	want.ID, want.Account, want.Tags = model.ID{10}, model.ID{5}, []string{"habit"}
	if next := edit.Changes[1].After; !model.Equal(next, want) {
		for _, f := range model.Changed(want, next) {
			t.Errorf("the next one's %s is %q", f.Name, f.Text())
		}
	}
	// Opened again and completed once more it makes no second.
	again := model.Clone(after)
	again.Status = model.InProgress
	edit = model.Settled(model.Edited("reopen", after, again), today, newID)
	twice := model.Clone(again)
	twice.Status = model.Complete
	edit2 := model.Settled(model.Edited("complete", again, twice), today, newID)
	if len(edit.Changes) != 1 || len(edit2.Changes) != 1 {
		t.Errorf("opened again: %d changes, completed once more: %d", len(edit.Changes), len(edit2.Changes))
	}
}

func TestWhatIsPutOffRestsAndWhatIsCancelledEnds(t *testing.T) {
	for _, status := range []model.Progress{model.NotStarted, model.InProgress, model.Deferred, model.Cancelled} {
		before := &model.Action{Name: "Call", Repeats: model.Weekly, Due: day(t, "2026-03-02")}
		after := model.Clone(before)
		after.Status = status
		edit := model.Settled(model.Edited("edit", before, after), day(t, "2026-03-02"), func() model.ID { t.Fatal("a next one was made"); return model.ID{} })
		if len(edit.Changes) != 1 || after.Repeats != model.Weekly {
			t.Errorf("%s: %d changes, repeats %s", status, len(edit.Changes), after.Repeats)
		}
	}
}

func TestTheRhythmCountsFromTheDayItWasSetWith(t *testing.T) {
	today := day(t, "2026-03-02")
	settle := func(before *model.Action, change func(*model.Action)) *model.Action {
		var was model.Record
		after := &model.Action{Name: "Call"}
		if before != nil {
			was, after = before, model.Clone(before)
		}
		change(after)
		model.Settle(was, after, today)
		return after
	}
	from := func(a *model.Action, want string) *model.Action {
		t.Helper()
		if got := a.RepeatsFrom.String(); got != want {
			t.Errorf("it counts from %q, want %q", got, want)
		}
		return a
	}
	a := from(settle(nil, func(a *model.Action) { a.Repeats, a.Due = model.Weekly, day(t, "2026-03-09") }), "2026-03-09")
	a = from(settle(a, func(a *model.Action) { a.Due = day(t, "2026-03-11") }), "2026-03-09")
	a = from(settle(a, func(a *model.Action) { a.Repeats = model.Monthly }), "2026-03-11")
	a = from(settle(a, func(a *model.Action) { a.RepeatsFrom = day(t, "2026-03-01") }), "2026-03-01")
	from(settle(a, func(a *model.Action) { a.Repeats = 0 }), "")
	imported := &model.Action{Name: "Call", Repeats: model.Weekly, Due: day(t, "2026-03-09")}
	from(settle(imported, func(a *model.Action) { a.Due = day(t, "2026-03-11") }), "2026-03-09")
}
