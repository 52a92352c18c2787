package pane

// AddReview asks which type of review to add, and for the form of it with what
// is usual for the type filled in.
type AddReview struct{}

func (AddReview) request() {}
