package model

import (
	"cmp"
	"slices"
)

// ReviewSeries is all reviews of one type: they come round together, each the
// next of the one before.
type ReviewSeries struct {
	Type    ReviewType
	Cadence Cadence   // what the newest that names one says, else what is usual for the type
	Focus   string    // the same for what it looks at
	Due     Date      // of the next one, not known when nothing says or it does not come round again
	Planned *Review   // the one that is to be held next, nil when none is planned
	Held    []*Review // the newest first
}

// Overdue reports whether the day of the next one has passed (rule 13).
func (s ReviewSeries) Overdue(today Date) bool { return s.Due.Before(today) }

// Last is the review that was held last, nil when none was.
func (s ReviewSeries) Last() *Review {
	if len(s.Held) == 0 {
		return nil
	}
	return s.Held[0]
}

// Newest is the record that speaks for the series: the one planned, else the one
// held last.
func (s ReviewSeries) Newest() *Review {
	if s.Planned != nil {
		return s.Planned
	}
	return s.Last()
}

// ReviewSeriesOf returns the series that the reviews make, the soonest due
// first, those that do not come round again last. When each is due is what
// [Schedule] says (rule 13).
func ReviewSeriesOf(reviews []*Review) []ReviewSeries {
	byType := map[ReviewType][]*Review{}
	for _, r := range reviews {
		byType[r.Type] = append(byType[r.Type], r)
	}
	due := map[ReviewType]DueReview{}
	for _, d := range Schedule(reviews) {
		due[d.Review.Type] = d
	}
	var list []ReviewSeries
	for kind, records := range byType {
		list = append(list, seriesOf(kind, records, due[kind]))
	}
	slices.SortFunc(list, func(a, b ReviewSeries) int {
		if a.Due.IsZero() != b.Due.IsZero() {
			return b.Due.Compare(a.Due)
		}
		return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.Type, b.Type))
	})
	return list
}

func seriesOf(kind ReviewType, records []*Review, due DueReview) ReviewSeries {
	s := ReviewSeries{Type: kind, Due: due.On}
	for _, r := range records {
		if !r.Held.IsZero() {
			s.Held = append(s.Held, r)
		}
	}
	slices.SortFunc(s.Held, func(a, b *Review) int {
		return cmp.Or(b.Held.Compare(a.Held), b.ID.Compare(a.ID))
	})
	if due.Review != nil && due.Review.Held.IsZero() {
		s.Planned = due.Review
	}
	for _, r := range records { // one that has no day is still to be held
		if s.Planned == nil && r.Held.IsZero() && r.DueOn().IsZero() {
			s.Planned = r
		}
	}
	speaking := s.Held
	if s.Planned != nil {
		speaking = append([]*Review{s.Planned}, s.Held...)
	}
	for _, r := range speaking {
		s.Cadence, s.Focus = cmp.Or(s.Cadence, r.Cadence), cmp.Or(s.Focus, r.Focus)
	}
	s.Cadence = cmp.Or(s.Cadence, usualReviews[kind].cadence)
	s.Focus = cmp.Or(s.Focus, usualReviews[kind].focus)
	return s
}

// usualSets are the reviews that a plan of each type lives on: those that S1
// names for a strategic account, fewer for a lighter plan, and those about value
// delivered where the plan is for success. What the plan type is not known of
// gets the least. Which of them lighter plans get is ours.
var usualSets = map[PlanType][]ReviewType{
	0:               {Inspection, AccountReview},
	TopAccount:      {Inspection, OpportunityReview, ExecutiveSponsorReview, WithCustomer, AnnualWorkshop},
	Portfolio:       {PortfolioReview, OpportunityReview, WithCustomer},
	CustomerSuccess: {AccountReview, QBR, WithCustomer},
}

// MissingReviews returns the types of review that are usual for the plan's type
// and of which the plan has none yet (domain section 5, from S1).
func MissingReviews(p *Plan) []ReviewType {
	var list []ReviewType
	for _, kind := range usualSets[p.Account.PlanType] {
		if _, ok := SeriesNamed(p, kind); !ok {
			list = append(list, kind)
		}
	}
	return list
}

// SeriesNamed returns the series of a type. ok is false when the plan has no
// review of it: then it holds what is usual for the type.
func SeriesNamed(p *Plan, kind ReviewType) (series ReviewSeries, ok bool) {
	for _, s := range ReviewSeriesOf(All[*Review](p.Book)) {
		if s.Type == kind {
			return s, true
		}
	}
	return seriesOf(kind, nil, DueReview{}), false
}

// untilOnce is how many days ahead something that does not come round is
// planned.
const untilOnce = 7

// ProposeReview returns the next review of a type, filled in from its series:
// the cadence and focus, who was there last time (else the account's owner and
// who goes with the type), and a day on which people work: that on which the
// series is due, the next working day when that has passed, or one period from
// today when the series only begins. Whoever saves it gives it its ID.
func ProposeReview(p *Plan, kind ReviewType, today Date) *Review {
	s, _ := SeriesNamed(p, kind)
	r := &Review{Type: kind, Cadence: s.Cadence, Focus: s.Focus}
	r.Account = p.Account.ID
	switch on := s.Due; {
	case on.IsZero() && NextAfter(s.Cadence, today).IsZero():
		r.On = today.AddDays(untilOnce)
	case on.IsZero():
		r.On = NextAfter(s.Cadence, today)
	case on.Before(today):
		r.On = today.AddDays(1)
	default:
		r.On = on
	}
	r.On = Workday(r.On)
	if last := s.Newest(); last != nil {
		r.Attendees = slices.Clone(last.Attendees)
	} else {
		r.Attendees = usualAttendees(p, kind)
	}
	r.Attendees = slices.DeleteFunc(r.Attendees, func(id ID) bool {
		c, isContact := Lookup[*Contact](p.Book, id)
		return p.Get(id) == nil || isContact && c.Left
	})
	return r
}

// usualAttendees are the account's owner, and who looks at the plan with them.
func usualAttendees(p *Plan, kind ReviewType) []ID {
	list := []ID{p.Account.Owner}
	switch kind {
	case Inspection, PortfolioReview:
		if owner, ok := Lookup[*Teammate](p.Book, p.Account.Owner); ok {
			list = append(list, owner.Manager)
		}
	case ExecutiveSponsorReview:
		list = append(list, p.Account.ExecutiveSponsor)
	case AccountReview, AnnualWorkshop:
		list = append(list, p.Account.Team...)
	}
	var present []ID
	for _, id := range list {
		if !id.IsZero() && !slices.Contains(present, id) {
			present = append(present, id)
		}
	}
	return present
}
