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
	var t tally
	yearAgo := today.AddMonths(-12)
	for _, i := range All[*Interaction](p.Book) {
		if slices.Contains(i.Contacts, c.ID) {
			t.count(i, today, yearAgo)
		}
	}
	return t.coverage(), t.dealings
}

// Coverages is [Plan.CoverageOf] of everybody in one pass over the interactions;
// those of whom nothing is known are left out.
func (p *Plan) Coverages(today Date) map[ID]Coverage {
	tallies, yearAgo := map[ID]*tally{}, today.AddMonths(-12)
	for _, i := range All[*Interaction](p.Book) {
		for n, id := range i.Contacts {
			if slices.Contains(i.Contacts[:n], id) {
				continue // named twice, met once
			}
			if tallies[id] == nil {
				tallies[id] = new(tally)
			}
			tallies[id].count(i, today, yearAgo)
		}
	}
	list := map[ID]Coverage{}
	for _, c := range All[*Contact](p.Book) {
		switch t := tallies[c.ID]; {
		case c.Coverage != 0:
			list[c.ID] = c.Coverage
		case t != nil:
			list[c.ID] = t.coverage()
		}
	}
	return list
}

// tally counts the dealings with one contact, all and those within a year.
type tally struct{ dealings, lately int }

func (t *tally) count(i *Interaction, today, yearAgo Date) {
	if today.Before(i.On) {
		return
	}
	t.dealings++
	if !i.On.Before(yearAgo) {
		t.lately++
	}
}

func (t *tally) coverage() Coverage {
	switch {
	case t.dealings == 0:
		return 0
	case t.lately >= inDepthFrom:
		return InDepth
	case t.dealings >= multipleFrom:
		return MultipleContacts
	}
	return BriefContact
}

// covers reports whether a coverage says that we know a person. Not known is
// neither that nor [NoContact].
func covers(c Coverage) bool { return c != 0 && c != NoContact }

// metOnRecord reports whether an interaction with the contact is on record,
// whenever it was.
func (p *Plan) metOnRecord(c *Contact) bool {
	return slices.ContainsFunc(All[*Interaction](p.Book), func(i *Interaction) bool { return slices.Contains(i.Contacts, c.ID) })
}
