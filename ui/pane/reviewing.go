package pane

import "astute/model"

// AddReview asks which type of review to add, and for the form of it with what
// is usual for the type filled in.
type AddReview struct{}

// HoldReview asks for the review room: the next review of a type is held there.
// No type asks which.
type HoldReview struct{ Type model.ReviewType }

func (AddReview) request()  {}
func (HoldReview) request() {}
