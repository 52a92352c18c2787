package model_test

import (
	"testing"

	"astute/model"

	"pgregory.net/rapid"
)

func TestReviewDueOn(t *testing.T) {
	day := func(text string) model.Date { return must(model.ParseDate(text)) }
	for name, c := range map[string]struct {
		review model.Review
		want   string
	}{
		"nothing said":                          {model.Review{Type: model.QBR}, ""},
		"planned":                               {model.Review{Type: model.QBR, On: day("2026-04-10")}, "2026-04-10"},
		"only the next is noted":                {model.Review{Type: model.QBR, Next: day("2026-04-10")}, "2026-04-10"},
		"planned, and the next noted":           {model.Review{Type: model.QBR, On: day("2026-04-10"), Next: day("2026-07-10")}, "2026-04-10"},
		"held":                                  {model.Review{Type: model.QBR, Held: day("2026-01-31")}, "2026-04-30"},
		"held, once only":                       {model.Review{Type: model.QBR, Cadence: model.Once, Held: day("2026-01-31")}, ""},
		"held, with a rhythm of its own":        {model.Review{Type: model.QBR, Cadence: model.Weekly, Held: day("2026-01-31")}, "2026-02-07"},
		"held, the next noted":                  {model.Review{Type: model.QBR, Held: day("2026-01-31"), Next: day("2026-03-01")}, "2026-03-01"},
		"held since the next was noted":         {model.Review{Type: model.QBR, Held: day("2026-03-05"), Next: day("2026-03-01")}, "2026-06-05"},
		"held as planned":                       {model.Review{Type: model.Inspection, On: day("2026-03-01"), Held: day("2026-03-01")}, "2026-03-15"},
		"held before, planned again":            {model.Review{Type: model.QBR, Held: day("2026-01-31"), On: day("2026-05-02")}, "2026-05-02"},
		"held on the leap day, yearly":          {model.Review{Type: model.AnnualWorkshop, Held: day("2024-02-29")}, "2025-02-28"},
		"held early, the next noted":            {model.Review{Type: model.QBR, On: day("2026-01-10"), Held: day("2026-01-08"), Next: day("2026-04-08")}, "2026-04-08"},
		"held, of no type and without a rhythm": {model.Review{Held: day("2026-01-31")}, ""},
	} {
		if got := c.review.DueOn().String(); got != c.want {
			t.Errorf("%s: due on %q, want %q", name, got, c.want)
		}
	}
}

func TestRhythm(t *testing.T) {
	usual := map[model.ReviewType]model.Cadence{
		model.Inspection: model.Fortnightly, model.AccountReview: model.Quarterly, model.PortfolioReview: model.Monthly, model.OpportunityReview: model.Quarterly, model.QBR: model.Quarterly,
		model.ExecutiveSponsorReview: model.HalfYearly, model.WithCustomer: model.Quarterly, model.AnnualWorkshop: model.Yearly, 0: 0,
	}
	for typ, want := range usual {
		if got := (&model.Review{Type: typ}).Rhythm(); got != want {
			t.Errorf("%q comes %q, want %q", typ, got, want)
		}
		if got := (&model.Review{Type: typ, Cadence: model.Once}).Rhythm(); got != model.Once {
			t.Errorf("%q comes %q, though it says Once", typ, got)
		}
	}
	seen := map[string]bool{}
	for typ := model.Inspection; typ <= model.AnnualWorkshop; typ++ {
		if usual[typ] == 0 {
			t.Errorf("%s has no usual cadence", typ)
		}
		focus := (&model.Review{Type: typ}).Purpose()
		if focus == "" || seen[focus] {
			t.Errorf("%s has no usual focus of its own: %q", typ, focus)
		}
		seen[focus] = true
		if got := (&model.Review{Type: typ, Focus: "Costs"}).Purpose(); got != "Costs" {
			t.Errorf("%s is to look at %q, though it says Costs", typ, got)
		}
	}
}

func TestNextAfterIsAlwaysLater(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := nearDay(t, "day")
		for cadence, days := range map[model.Cadence][2]int{
			model.Weekly: {7, 7}, model.Fortnightly: {14, 14}, model.Monthly: {28, 31}, model.Quarterly: {89, 92}, model.HalfYearly: {181, 184}, model.Yearly: {365, 366},
		} {
			if n := model.NextAfter(cadence, d).DaysSince(d); n < days[0] || n > days[1] {
				t.Fatalf("%s after %s is %d days later", cadence, d, n)
			}
			if !model.NextAfter(cadence, model.Date{}).IsZero() {
				t.Fatalf("%s after an unknown day is known", cadence)
			}
		}
		if !model.NextAfter(model.Once, d).IsZero() || !model.NextAfter(0, d).IsZero() {
			t.Fatal("what comes once comes again")
		}
	})
}

// Holding a review never leaves it due on a day that has passed already.
func TestHoldingAReviewMovesItOn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		today := nearDay(t, "today")
		r := &model.Review{Type: model.ReviewType(rapid.IntRange(1, 8).Draw(t, "type")), Cadence: model.Cadence(rapid.IntRange(0, 7).Draw(t, "cadence"))}
		if rapid.Bool().Draw(t, "planned") {
			r.On = today.AddDays(rapid.IntRange(-100, 0).Draw(t, "on"))
		}
		if rapid.Bool().Draw(t, "noted") {
			r.Next = today.AddDays(rapid.IntRange(-100, 0).Draw(t, "next"))
		}
		r.Held = today
		if due := r.DueOn(); !due.IsZero() && !today.Before(due) {
			t.Fatalf("held on %s and due on %s", today, due)
		}
	})
}

func TestLastHeld(t *testing.T) {
	day := func(text string) model.Date { return must(model.ParseDate(text)) }
	held := func(typ model.ReviewType, on string, journal int64) *model.Review {
		r := &model.Review{Type: typ, Held: day(on)}
		if journal > 0 {
			r.Journal = model.NumberOf(journal)
		}
		return r
	}
	planned := &model.Review{Type: model.QBR, On: day("2026-09-01")}
	noPlace, noPlaceThen := held(model.QBR, "2026-08-01", 0), held(model.Inspection, "2026-03-01", 0)
	first, second, third := held(model.QBR, "2026-03-01", 4), held(model.Inspection, "2026-03-01", 9), held(model.QBR, "2026-01-01", 12)
	list := []*model.Review{planned, noPlace, noPlaceThen, first, second, third}
	for of, want := range map[model.ReviewType]*model.Review{0: noPlace, model.QBR: noPlace, model.Inspection: second, model.WithCustomer: nil} {
		if got := model.LastHeld(list, of); got != want {
			t.Errorf("of %q: %+v, want %+v", of, got, want)
		}
	}
}
