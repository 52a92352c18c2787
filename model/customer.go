package model

import (
	"slices"
	"strings"
)

// Shown reports whether a copy for the customer shows records of the kind: one of
// their own fields says so.
func (k Kind) Shown() bool {
	return slices.ContainsFunc(New(k, ID{}).Fields(), func(f Field) bool { return f.ForCustomer && f.Num != NumAccount })
}

// shownWhen says of which records of a kind a copy for the customer holds only
// some.
var shownWhen = map[Kind]struct {
	words string
	is    func(*Plan, Record) bool
}{
	KindContact: {"who is there: not who left, nor a seat whose holder is not known", func(_ *Plan, r Record) bool {
		c := r.(*Contact)
		return !c.Left && !c.Placeholder
	}},
	KindInitiative: {"confirmed by the customer", func(_ *Plan, r Record) bool { return r.(*Initiative).Confirmed }},
	KindChallenge: {"of a confirmed initiative", func(p *Plan, r Record) bool {
		return confirmedIn(p, r.(*Challenge))
	}},
	KindSolution: {"for a challenge that is shown", func(p *Plan, r Record) bool {
		c, ok := Lookup[*Challenge](p.Book, r.(*Solution).Challenge)
		return ok && confirmedIn(p, c)
	}},
	KindObjective: {"agreed with the customer", func(_ *Plan, r Record) bool { return r.(*Objective).Agreed }},
	KindAction: {"of an agreed objective, and no ask among ourselves", func(p *Plan, r Record) bool {
		a := r.(*Action)
		o, ok := Lookup[*Objective](p.Book, a.Objective)
		return ok && o.Agreed && a.Type != Ask
	}},
	KindReview: {"held with the customer: of type QBR or With Customer, or with one of them attending", func(p *Plan, r Record) bool {
		v := r.(*Review)
		return v.Type == QBR || v.Type == WithCustomer || slices.ContainsFunc(v.Attendees, func(id ID) bool {
			_, theirs := Lookup[*Contact](p.Book, id)
			return theirs
		})
	}},
	KindMilestone: {"no competitive loss, and none that names a competitor", func(p *Plan, r Record) bool {
		m := r.(*Milestone)
		return m.Type != CompetitiveLoss && !slices.ContainsFunc(All[*Competitor](p.Book), func(c *Competitor) bool {
			return c.Name != "" && strings.Contains(strings.ToLower(m.Name), strings.ToLower(c.Name))
		})
	}},
	KindTeammate: {"named in what is shown", nil},
	KindProduct:  {"named in what is shown", nil},
	KindStory:    {"named in what is shown", nil},
}

// confirmedIn reports whether a challenge belongs to an initiative that the
// customer has confirmed.
func confirmedIn(p *Plan, c *Challenge) bool {
	i, ok := Lookup[*Initiative](p.Book, c.Initiative)
	return ok && i.Confirmed
}

// ShownWhen says which records of a kind a copy for the customer shows, "" for all
// of a kind that is shown.
func (k Kind) ShownWhen() string { return shownWhen[k].words }

// shows reports whether a copy for the customer may hold a record; of the kinds
// that all accounts share it holds those that are named in it.
func (p *Plan) shows(r Record) bool {
	when := shownWhen[r.Kind()]
	return r.Kind().Shown() && (when.is == nil || when.is(p, r))
}

// ForCustomer returns the copy of the plan that can be put on the table in front
// of the customer: of the kinds that are shown the records that are, of each of
// them the fields that its declaration shows, and links only to what is in the
// copy. There is no judgment of ours in it, no note, no trace of where a record
// comes from, and nothing that this version of the program does not know. p is not
// changed.
func (p *Plan) ForCustomer() *Plan {
	copies := map[ID]Record{}
	var own, shared []Record
	for _, r := range p.Records() {
		if !p.shows(r) {
			continue
		}
		c := shownPart(r)
		copies[r.Base().ID] = c
		if r.Kind().Scope() == ScopeShared {
			shared = append(shared, c)
		} else {
			own = append(own, c)
		}
	}
	named := map[ID]bool{}
	var follow func(Record)
	follow = func(r Record) {
		for _, f := range r.Fields() {
			for _, id := range f.Links() {
				to := copies[id]
				if to == nil {
					ClearLink(f, id)
				} else if to.Kind().Scope() == ScopeShared && !named[id] {
					named[id] = true
					follow(to)
				}
			}
		}
	}
	for _, r := range own {
		follow(r)
	}
	list := slices.DeleteFunc(shared, func(r Record) bool { return !named[r.Base().ID] })
	account := copies[p.Account.ID].(*Account)
	for _, r := range own {
		if r != Record(account) {
			list = append(list, r)
		}
	}
	return NewPlan(account, list)
}

// shownPart is a copy of a record with those fields that a copy for the customer
// shows.
func shownPart(r Record) Record {
	c := New(r.Kind(), r.Base().ID)
	to := c.Fields()
	for i, f := range r.Fields() {
		if f.ForCustomer {
			_ = to[i].Parse(f.Text()) // a field reads its own text
		}
	}
	return c
}
