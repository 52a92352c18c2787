package model_test

import (
	"testing"
	"time"

	"astute/model"

	"pgregory.net/rapid"
)

// planOf is the plan of an account with the records.
func planOf(account model.Account, records ...model.Record) *model.Plan {
	account.ID = model.ID{15: 250}
	for i, r := range records {
		if r.Base().ID.IsZero() {
			r.Base().ID = model.ID{15: byte(i + 1)}
		}
		if r.Kind().Scope() == model.ScopeAccount {
			r.Base().Account = account.ID
		}
	}
	return model.NewPlan(&account, records)
}

func TestAMonthsEndStaysInItsMonth(t *testing.T) {
	for _, c := range []struct {
		from    string
		cadence model.Cadence
		want    string
	}{
		{"2026-11-30", model.Quarterly, "2027-02-28"},
		{"2027-11-30", model.Quarterly, "2028-02-29"},
		{"2026-12-31", model.Quarterly, "2027-03-31"},
		{"2026-08-31", model.HalfYearly, "2027-02-28"},
		{"2026-01-31", model.Monthly, "2026-02-28"},
		{"2028-01-30", model.Monthly, "2028-02-29"},
		{"2026-12-31", model.Monthly, "2027-01-31"},
		{"2028-02-29", model.Yearly, "2029-02-28"},
		{"2026-12-25", model.Fortnightly, "2027-01-08"},
		{"2028-02-27", model.Weekly, "2028-03-05"},
	} {
		if got := model.NextAfter(c.cadence, must(model.ParseDate(c.from))).String(); got != c.want {
			t.Errorf("%s after %s is %s, want %s", c.cadence, c.from, got, c.want)
		}
	}
}

// However often it comes round, a review never skips a month nor comes twice in
// one, over leap days and the ends of months and years.
func TestReviewsByTheMonthComeInTheirMonth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := nearDay(t, "day")
		for cadence, months := range map[model.Cadence]int{model.Monthly: 1, model.Quarterly: 3, model.HalfYearly: 6, model.Yearly: 12} {
			next := model.NextAfter(cadence, from)
			if got := (next.Year()-from.Year())*12 + int(next.Month()) - int(from.Month()); got != months {
				t.Fatalf("%s after %s is %s, %d months on", cadence, from, next, got)
			}
			if next.Day() > from.Day() || next.Day() < from.Day() && next != next.EndOfMonth() {
				t.Fatalf("%s after %s is %s", cadence, from, next)
			}
		}
	})
}

func TestSeriesGatherTheReviewsOfAType(t *testing.T) {
	day := func(text string) model.Date { return must(model.ParseDate(text)) }
	first := &model.Review{Type: model.Inspection, Cadence: model.Monthly, Focus: "Late actions", Held: day("2026-01-10")}
	second := &model.Review{Type: model.Inspection, Held: day("2026-02-10")}
	planned := &model.Review{Type: model.Inspection, On: day("2026-03-02")}
	once := &model.Review{Type: model.AnnualWorkshop, Cadence: model.Once, Held: day("2026-01-05")}
	undated := &model.Review{Type: model.QBR}
	p := planOf(model.Account{}, first, second, planned, once, undated)
	list := model.ReviewSeriesOf(model.All[*model.Review](p.Book))
	if len(list) != 3 || list[0].Type != model.Inspection {
		t.Fatalf("%+v", list)
	}
	s := list[0]
	if s.Due != planned.On || s.Planned != planned || s.Last() != second || s.Newest() != planned || len(s.Held) != 2 {
		t.Errorf("%+v", s)
	}
	if s.Cadence != model.Monthly || s.Focus != "Late actions" {
		t.Errorf("the series comes %s and looks at %q", s.Cadence, s.Focus)
	}
	if s.Overdue(planned.On) || !s.Overdue(planned.On.AddDays(1)) {
		t.Error("it is overdue from the day after")
	}
	for _, s := range list[1:] {
		if !s.Due.IsZero() || s.Overdue(day("2030-01-01")) {
			t.Errorf("%s is due on %s", s.Type, s.Due)
		}
	}
	if qbr, ok := model.SeriesNamed(p, model.QBR); !ok || qbr.Planned != undated || qbr.Cadence != model.Quarterly {
		t.Errorf("%+v", qbr)
	}
	if none, ok := model.SeriesNamed(p, model.WithCustomer); ok || none.Cadence != model.Quarterly || none.Focus == "" || none.Newest() != nil {
		t.Errorf("%+v", none)
	}
}

// What a series says about its day is what the schedule says, whatever there is.
func TestSeriesAndScheduleAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var reviews []*model.Review
		for i := range rapid.IntRange(0, 8).Draw(t, "reviews") {
			r := &model.Review{Type: model.ReviewType(rapid.IntRange(1, 3).Draw(t, "type")), Cadence: model.Cadence(rapid.IntRange(0, 7).Draw(t, "cadence"))}
			r.ID = model.ID{15: byte(i + 1)}
			for _, d := range []*model.Date{&r.On, &r.Held, &r.Next} {
				if rapid.Bool().Draw(t, "known") {
					*d = nearDay(t, "day")
				}
			}
			reviews = append(reviews, r)
		}
		due := map[model.ReviewType]model.Date{}
		for _, d := range model.Schedule(reviews) {
			due[d.Review.Type] = d.On
		}
		for _, s := range model.ReviewSeriesOf(reviews) {
			if s.Due != due[s.Type] {
				t.Fatalf("%s is due on %q, the schedule says %q", s.Type, s.Due, due[s.Type])
			}
			if s.Planned != nil && !s.Planned.Held.IsZero() {
				t.Fatalf("%s: what was held is planned", s.Type)
			}
			delete(due, s.Type)
		}
		if len(due) > 0 {
			t.Fatalf("no series for %v", due)
		}
	})
}

func TestAProposedReviewIsOnAWorkingDayAhead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		today, kind := nearDay(t, "today"), model.ReviewType(rapid.IntRange(1, 8).Draw(t, "type"))
		var reviews []model.Record
		if rapid.Bool().Draw(t, "held") {
			reviews = append(reviews, &model.Review{Type: kind, Cadence: model.Cadence(rapid.IntRange(0, 7).Draw(t, "cadence")), Held: today.AddDays(-rapid.IntRange(0, 500).Draw(t, "ago"))})
		}
		p := planOf(model.Account{}, reviews...)
		r := model.ProposeReview(p, kind, today)
		if r.Cadence == 0 || r.Focus == "" || r.On.Before(today) {
			t.Fatalf("proposed %s on %s: %+v", kind, today, r)
		}
		if day := r.On.Time().Weekday(); day == time.Saturday || day == time.Sunday {
			t.Fatalf("proposed for a %s", day)
		}
	})
}

func TestUsualReviewsArePlannedOnce(t *testing.T) {
	today := must(model.ParseDate("2026-11-30"))
	for typ := range model.PlanType(4) {
		p := planOf(model.Account{PlanType: typ})
		missing := model.MissingReviews(p)
		if len(missing) == 0 {
			t.Fatalf("no reviews are usual for the plan type %q", typ)
		}
		var made []model.Record
		for _, kind := range missing {
			made = append(made, model.ProposeReview(p, kind, today))
		}
		if left := model.MissingReviews(planOf(model.Account{PlanType: typ}, made...)); len(left) > 0 {
			t.Errorf("%q: %v are still missing", typ, left)
		}
	}
}

func TestWhoGoesWithAReview(t *testing.T) {
	boss := &model.Teammate{Name: "Bo"}
	owner := &model.Teammate{Name: "Ana"}
	gone := &model.Contact{Name: "Cy", Left: true}
	boss.ID, owner.ID, gone.ID = model.ID{15: 10}, model.ID{15: 11}, model.ID{15: 12}
	owner.Manager = boss.ID
	account := model.Account{Owner: owner.ID, ExecutiveSponsor: boss.ID, Team: []model.ID{owner.ID, boss.ID}}
	last := &model.Review{Type: model.QBR, Held: must(model.ParseDate("2026-03-01")), Attendees: []model.ID{gone.ID, boss.ID}}
	p := planOf(account, boss, owner, gone, last)
	for kind, want := range map[model.ReviewType]int{model.Inspection: 2, model.ExecutiveSponsorReview: 2, model.AccountReview: 2, model.WithCustomer: 1, model.QBR: 1} {
		if got := model.ProposeReview(p, kind, must(model.ParseDate("2026-03-18"))).Attendees; len(got) != want {
			t.Errorf("%s is held with %d, want %d", kind, len(got), want)
		}
	}
}
