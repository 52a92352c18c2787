package model

import "slices"

// SeenFor returns the plan as seen for one opportunity: the people who have a
// role in it with the decision role, influence and support that they have there,
// so that every rule asked of that plan answers for the opportunity: key players,
// map status, warnings, paths and the chart alike (rules 1 to 4). Its contacts
// are copies; p is not changed. With only, the people who have no part in the
// opportunity are left out with their relationships, and links to them lead nowhere. No opportunity, or
// one that the plan does not hold: the plan itself.
func (p *Plan) SeenFor(opportunity ID, only bool) *Plan {
	o, ok := Lookup[*Opportunity](p.Book, opportunity)
	if !ok {
		return p
	}
	var part []ID
	for _, c := range p.DealPeople(o) {
		part = append(part, c.ID)
	}
	var changes []Change
	for _, c := range p.PeopleOf(o.ID) {
		before := p.Get(c.ID)
		switch {
		case only && !slices.Contains(part, c.ID):
			changes = append(changes, Change{Before: before})
		case Record(c) != before:
			changes = append(changes, Change{Before: before, After: c})
		}
	}
	for _, r := range All[*Relationship](p.Book) {
		if only && !r.Contact.IsZero() && !slices.Contains(part, r.Contact) {
			changes = append(changes, Change{Before: r})
		}
	}
	return p.With(changes...)
}

// ViewOf returns the plan that everybody who looks at an opportunity sees: the
// people who have a part in it, as [Plan.SeenFor] has them; everybody, where
// nobody has a part yet.
func (p *Plan) ViewOf(o *Opportunity) *Plan {
	return p.SeenFor(o.ID, len(p.DealPeople(o)) > 0)
}

// OpenDeals returns the opportunities that the customer has not decided yet.
func (p *Plan) OpenDeals() []*Opportunity {
	return slices.DeleteFunc(All[*Opportunity](p.Book), func(o *Opportunity) bool { return !o.Open() })
}

// dealsByPerson returns the open opportunities that name each contact: as buyer,
// as decider or by a role.
func dealsByPerson(p *Plan) map[ID][]*Opportunity {
	deals := map[ID][]*Opportunity{}
	name := func(id ID, o *Opportunity) {
		if !id.IsZero() && !slices.Contains(deals[id], o) {
			deals[id] = append(deals[id], o)
		}
	}
	for _, o := range p.OpenDeals() {
		name(o.Buyer, o)
		for _, id := range o.Deciders {
			name(id, o)
		}
	}
	for _, r := range All[*Role](p.Book) {
		if o, ok := Lookup[*Opportunity](p.Book, r.Opportunity); ok && o.Open() {
			name(r.Contact, o)
		}
	}
	return deals
}
