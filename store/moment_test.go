package store_test

import (
	"testing"
	"time"

	"astute/model"
	"astute/store"
)

// TestMomentsAreOfTheDaysWherePeopleLive reads a plan at the end of a day east of
// Greenwich: what was done there on the next morning, the same day in Greenwich,
// does not belong to it.
func TestMomentsAreOfTheDaysWherePeopleLive(t *testing.T) {
	s := newStore(t)
	east := time.FixedZone("east", 9*3600)
	a := account(s, "Acme")
	write := func(e model.Edit, at time.Time) {
		t.Helper()
		if _, err := s.Apply(e, at); err != nil {
			t.Fatal(err)
		}
	}
	rename := func(name string) model.Edit {
		before, err := s.Get(a.ID)
		if err != nil {
			t.Fatal(err)
		}
		after := model.Clone(before).(*model.Account)
		after.Headline = name
		return model.Edited("edit", before, after)
	}
	day := model.NewDate(2026, 3, 2)
	write(model.Created("add", a), time.Date(2026, 3, 1, 12, 0, 0, 0, east))
	write(rename("held"), time.Date(2026, 3, 2, 18, 0, 0, 0, east))
	write(rename("morning after"), time.Date(2026, 3, 3, 7, 0, 0, 0, east)) // 2 March, 22:00 in Greenwich
	for name, c := range map[string]struct {
		m    store.Moment
		want string
	}{
		"the end of the day":         {store.EndOf(day, east), "held"},
		"its beginning":              {store.BeginOf(day, east), ""},
		"a review that came in held": {store.HeldAt(&model.Review{Held: day}, east), "held"},
		"a review with its place":    {store.HeldAt(&model.Review{Held: day, Journal: model.NumberOf(1)}, east), ""},
	} {
		plan, err := c.m.Plan(s, a.ID)
		if err != nil || plan == nil || plan.Account.Headline != c.want {
			t.Errorf("%s: %v, %v, want %q", name, plan, err, c.want)
		}
	}
	if plan, err := store.BeginOf(day.AddDays(-1), east).Plan(s, a.ID); plan != nil || err != nil {
		t.Errorf("before it was there: %v, %v", plan, err)
	}
}
