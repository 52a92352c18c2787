package model

import (
	"fmt"
	"math"
	"slices"
)

// BuyingProcess returns the steps of the way the customer buys, first things
// first: by their order, those without one last, each in the order of their
// making (domain section 2).
func BuyingProcess(p *Plan) []*BuyingStep {
	steps := All[*BuyingStep](p.Book)
	slices.SortStableFunc(steps, func(a, b *BuyingStep) int {
		switch {
		case a.Order.IsZero() && b.Order.IsZero():
			return 0
		case a.Order.IsZero():
			return 1
		case b.Order.IsZero():
			return -1
		}
		return a.Order.Compare(b.Order)
	})
	return steps
}

// Late reports whether the step was expected before today and is not behind us.
func (s *BuyingStep) Late(today Date) bool {
	return s.Status != StepComplete && s.Expected.Before(today)
}

// NextOrder returns the order of a step that comes after all others.
func NextOrder(p *Plan) Number {
	last := NumberOf(0)
	for _, s := range All[*BuyingStep](p.Book) {
		if !s.Order.IsZero() && s.Order.Compare(last) > 0 {
			last = s.Order
		}
	}
	whole := last.coef / int64(powerOfTen(int(last.scale)))
	return NumberOf(min(whole, math.MaxInt64-1) + 1)
}

// MoveStep returns the edit that exchanges a step with the next one, or with the
// one before when by is negative; false at the end of the process. Where all
// orders differ, only the two change; else the whole process is numbered anew.
func MoveStep(p *Plan, id ID, by int) (Edit, bool) {
	steps := BuyingProcess(p)
	from := slices.IndexFunc(steps, func(s *BuyingStep) bool { return s.ID == id })
	to := from + by
	if from < 0 || to < 0 || to >= len(steps) {
		return Edit{}, false
	}
	orders, distinct := make([]Number, len(steps)), true
	for i, s := range steps {
		orders[i] = s.Order
		distinct = distinct && !s.Order.IsZero() && (i == 0 || orders[i-1] != s.Order)
	}
	if !distinct {
		for i := range orders {
			orders[i] = NumberOf(int64(i + 1))
		}
	}
	edit := Edit{Label: fmt.Sprintf("move step %s", steps[from].Name)}
	steps[from], steps[to] = steps[to], steps[from]
	for i, s := range steps {
		if s.Order == orders[i] {
			continue
		}
		after := Clone(s)
		after.Order = orders[i]
		edit.Changes = append(edit.Changes, Change{Before: s, After: after})
	}
	return edit, true
}
