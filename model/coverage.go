package model

import "slices"

// How many dealings on record propose which coverage. The steps are ours:
// domain section 1 only says that the interactions propose it.
const (
	multipleFrom = 3
	inDepthFrom  = 6 // within a year
)

// CoverageOf says how well we know a contact on the day: what the contact says,
// else what the interactions up to then propose (domain section 1). The second
// result is how many interactions the proposal rests on, 0 where it is none:
// up to two are a Brief Contact, six within the last year In Depth, anything
// between Multiple Contacts. Nothing on record proposes nothing: we may have
// met before there was a record.
func (p *Plan) CoverageOf(c *Contact, today Date) (coverage Coverage, dealings int) {
	if c.Coverage != 0 {
		return c.Coverage, 0
	}
	lately, yearAgo := 0, today.AddMonths(-12)
	for _, i := range All[*Interaction](p.Book) {
		if !today.Before(i.On) && slices.Contains(i.Contacts, c.ID) {
			dealings++
			if !i.On.Before(yearAgo) {
				lately++
			}
		}
	}
	switch {
	case dealings == 0:
		return 0, 0
	case lately >= inDepthFrom:
		return InDepth, dealings
	case dealings >= multipleFrom:
		return MultipleContacts, dealings
	}
	return BriefContact, dealings
}

// metOnRecord reports whether an interaction with the contact is on record,
// whenever it was.
func (p *Plan) metOnRecord(c *Contact) bool {
	return slices.ContainsFunc(All[*Interaction](p.Book), func(i *Interaction) bool { return slices.Contains(i.Contacts, c.ID) })
}
