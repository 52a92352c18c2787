package model

import "slices"

// Shown reports whether a copy for the customer shows records of the kind: one of
// their own fields says so.
func (k Kind) Shown() bool {
	return slices.ContainsFunc(New(k, ID{}).Fields(), func(f Field) bool { return f.ForCustomer && f.Num != NumAccount })
}

// ForCustomer returns the copy of the plan that can be put on the table in front
// of the customer on a day: of the kinds that are shown the records that are, of
// each of them the fields that its declaration shows, and links only to what is in
// the copy. There is no judgment of ours in it, no note, no trace of where a record
// comes from, and nothing that this version of the program does not know. p is not
// changed.
func (p *Plan) ForCustomer(today Date) *Plan {
	copies := map[ID]Record{}
	var own []Record
	for _, r := range p.Records() {
		if p.shows(r, today) {
			c := p.shownPart(r)
			copies[r.Base().ID] = c
			if c.Kind().Scope() != ScopeShared && c.Kind() != KindContact {
				own = append(own, c)
			}
		}
	}
	named := map[ID]bool{}
	var follow func(Record)
	follow = func(r Record) {
		for _, f := range r.Fields() {
			for _, id := range f.Links() {
				if to := copies[id]; to == nil {
					ClearLink(f, id)
				} else if !named[id] {
					named[id] = true
					follow(to)
				}
			}
		}
	}
	for _, r := range own {
		named[r.Base().ID] = true
		follow(r)
	}
	for _, r := range copies { // of people also those of whom only their place is known
		if c, ok := r.(*Contact); ok && copies[c.ReportsTo] != nil {
			named[c.ID] = true
			follow(c)
		}
	}
	account := copies[p.Account.ID].(*Account)
	var list []Record
	for _, r := range p.Records() {
		if c := copies[r.Base().ID]; c != nil && c != Record(account) && named[c.Base().ID] {
			list = append(list, c)
		}
	}
	return NewPlan(account, list)
}

// shownPart is a copy of a record with those fields that a copy for the customer
// shows, but for texts that tell of whom it is silent.
func (p *Plan) shownPart(r Record) Record {
	c := New(r.Kind(), r.Base().ID)
	to := c.Fields()
	for i, f := range r.Fields() {
		if f.ForCustomer && !p.tells(r, f) {
			_ = to[i].Parse(f.Text()) // a field reads its own text
		}
	}
	return c
}
