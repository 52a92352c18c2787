package model

import (
	"cmp"
	"slices"
)

// DueReview is the next review of one type and the day it is due.
type DueReview struct {
	Review *Review
	On     Date
}

// Overdue reports whether the review's day has passed (rule 13).
func (d DueReview) Overdue(today Date) bool { return d.On.Before(today) }

// Schedule returns the reviews to come, at most one of each type, the soonest
// first. Reviews of one type are one series: a planned one is due on its day
// unless a later one was held since, and when none is planned the newest held
// one says when the next is due (rule 13). Types of which nothing says when they
// come round are left out.
func Schedule(reviews []*Review) []DueReview {
	newest := map[ReviewType]*Review{}
	for _, r := range reviews {
		if n := newest[r.Type]; !r.Held.IsZero() && (n == nil || n.Held.Before(r.Held)) {
			newest[r.Type] = r
		}
	}
	next := map[ReviewType]DueReview{}
	offer := func(r *Review) {
		on := r.DueOn()
		if have, ok := next[r.Type]; !on.IsZero() && (!ok || on.Before(have.On)) {
			next[r.Type] = DueReview{r, on}
		}
	}
	for _, r := range reviews {
		if n := newest[r.Type]; r.Held.IsZero() && (n == nil || n.Held.Before(r.DueOn())) {
			offer(r)
		}
	}
	for kind, r := range newest {
		if _, planned := next[kind]; !planned {
			offer(r)
		}
	}
	var list []DueReview
	for _, d := range next {
		list = append(list, d)
	}
	slices.SortFunc(list, func(a, b DueReview) int {
		return cmp.Or(a.On.Compare(b.On), cmp.Compare(a.Review.Type, b.Review.Type), a.Review.ID.Compare(b.Review.ID))
	})
	return list
}
