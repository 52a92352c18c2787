package model_test

import (
	"testing"

	"astute/model"
)

func TestPaceByHand(t *testing.T) {
	today := model.NewDate(2026, 3, 18)
	begun := model.InstantOf(today.AddDays(-40).Time())
	n := model.NumberOf
	for _, c := range []struct {
		name                      string
		baseline, current, target model.Number
		by                        model.Date
		want                      model.Pace
		elapsed                   int
	}{
		{"half the way in 40 of 100 days", n(40), n(30), n(20), today.AddDays(60), model.Ahead, 40},
		{"as far as the time", n(0), n(4), n(10), today.AddDays(60), model.Ahead, 40},
		{"a third of the way", n(0), n(3), n(10), today.AddDays(60), model.Behind, 40},
		{"further away", n(97), n(96), n(99), today.AddDays(60), model.Worse, 40},
		{"further away without a day", n(97), n(96), n(99), model.Date{}, model.Worse, 0},
		{"further than wanted", n(0), n(12), n(10), today.AddDays(60), model.Reached, 40},
		{"reached late", n(0), n(10), n(10), today.AddDays(-5), model.Reached, 100},
		{"not reached", n(0), n(9), n(10), today.AddDays(-5), model.Missed, 100},
		{"the last day", n(0), n(9), n(10), today, model.Behind, 100},
		{"no day", n(0), n(9), n(10), model.Date{}, model.PaceUnknown, 0},
		{"no number", n(0), model.Number{}, n(10), today.AddDays(60), model.PaceUnknown, 40},
		{"no way to go", n(10), n(10), n(10), today.AddDays(60), model.PaceUnknown, 40},
	} {
		g := &model.Goal{Head: model.Head{Created: begun}, Baseline: c.baseline, Current: c.current, Target: c.target, By: c.by}
		p := model.PaceOf(g, today)
		if p.Pace != c.want || p.Elapsed != c.elapsed || (p.Pace == model.PaceUnknown) != (p.Reason == "") {
			t.Errorf("%s: %+v, want %v at %d %%", c.name, p, c.want, c.elapsed)
		}
	}
}

func TestAContractEndsSoonWithinHalfAYear(t *testing.T) {
	today := model.NewDate(2026, 3, 18)
	for days, want := range map[int]bool{-1: false, 0: true, model.ContractSoon: true, model.ContractSoon + 1: false} {
		if got := (&model.Competitor{ContractEnd: today.AddDays(days)}).EndsSoon(today); got != want {
			t.Errorf("in %d days: %v", days, got)
		}
	}
	if (&model.Competitor{}).EndsSoon(today) {
		t.Error("a contract of no end ends soon")
	}
}
