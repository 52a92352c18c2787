package model_test

import (
	"slices"
	"testing"

	"astute/model"

	"pgregory.net/rapid"
)

// process is a plan with steps of these orders; 0 is none.
func process(orders ...int64) (*model.Plan, []*model.BuyingStep) {
	next := newIDs()
	account := &model.Account{Head: model.Head{ID: next()}, Name: "Acme"}
	var records []model.Record
	var steps []*model.BuyingStep
	for _, o := range orders {
		s := &model.BuyingStep{Head: model.Head{ID: next(), Account: account.ID}, Name: "Step"}
		if o != 0 {
			s.Order = model.NumberOf(o)
		}
		steps, records = append(steps, s), append(records, s)
	}
	return model.NewPlan(account, records), steps
}

func TestTheBuyingProcessComesInOrder(t *testing.T) {
	p, s := process(3, 0, 1, 0, 2)
	if got, want := model.BuyingProcess(p), []*model.BuyingStep{s[2], s[4], s[0], s[1], s[3]}; !slices.Equal(got, want) {
		t.Errorf("the steps come as %v", got)
	}
	if got := model.NextOrder(p); got != model.NumberOf(4) {
		t.Errorf("the next order is %v, want 4", got)
	}
	empty, _ := process()
	if got := model.NextOrder(empty); got != model.NumberOf(1) {
		t.Errorf("the first order is %v, want 1", got)
	}
	half, steps := process(2)
	steps[0].Order, _ = model.ParseNumber("2.5")
	if got := model.NextOrder(half); got != model.NumberOf(3) {
		t.Errorf("after 2.5 comes %v, want 3", got)
	}
}

func TestMovingAStepChangesOnlyTheTwoWhereOrdersDiffer(t *testing.T) {
	p, s := process(10, 20, 30)
	e, ok := model.MoveStep(p, s[2].ID, -1)
	if !ok || len(e.Changes) != 2 {
		t.Fatalf("%v %+v", ok, e)
	}
	for _, end := range []struct{ at, by int }{{0, -1}, {2, 1}} {
		if _, ok := model.MoveStep(p, s[end.at].ID, end.by); ok {
			t.Errorf("step %d moved by %d beyond the end", end.at, end.by)
		}
	}
	if _, ok := model.MoveStep(p, p.Account.ID, 1); ok {
		t.Error("what is no step was moved")
	}
}

// Whatever the orders are, a moved step changes places with its neighbour, and
// nothing else does.
func TestAMovedStepChangesPlacesWithItsNeighbour(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, _ := process(rapid.SliceOfN(rapid.Int64Range(0, 4), 2, 8).Draw(t, "orders")...)
		want := model.BuyingProcess(p)
		from, by := rapid.IntRange(0, len(want)-1).Draw(t, "from"), rapid.SampledFrom([]int{-1, 1}).Draw(t, "by")
		e, ok := model.MoveStep(p, want[from].ID, by)
		if inside := from+by >= 0 && from+by < len(want); ok != inside {
			t.Fatalf("moved %v, is inside %v", ok, inside)
		}
		if !ok {
			return
		}
		want[from], want[from+by] = want[from+by], want[from]
		for i, s := range model.BuyingProcess(p.With(e.Changes...)) {
			if s.ID != want[i].ID {
				t.Fatalf("place %d holds %v, want %v", i, s.ID, want[i].ID)
			}
		}
	})
}

func TestAStepIsLateUntilItIsComplete(t *testing.T) {
	today := model.NewDate(2026, 3, 18)
	s := &model.BuyingStep{Expected: today.AddDays(-1)}
	if !s.Late(today) {
		t.Error("a step expected yesterday is not late")
	}
	if s.Status = model.StepComplete; s.Late(today) {
		t.Error("a complete step is late")
	}
	if s = (&model.BuyingStep{Expected: today}); s.Late(today) || (&model.BuyingStep{}).Late(today) {
		t.Error("a step expected today, or on no day, is late")
	}
}
