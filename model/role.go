package model

// KindRole is what part a person plays in one opportunity.
const KindRole Kind = 15

var roleSpec = Spec{
	Kind: KindRole, Word: "role", Plural: "roles", Scope: ScopeAccount,
	New:   func() Record { return new(Role) },
	Title: roleTitle,
	About: "what part a person plays in one opportunity, where it differs from the account",
}

// Role is a contact in one opportunity: decision role, influence and support
// there, where they differ from what holds for the account (domain section 1,
// from S1).
type Role struct {
	Head
	Opportunity  ID
	Contact      ID
	DecisionRole DecisionRoles
	Influence    Level
	Support      Support
}

// Kind implements [Record].
func (*Role) Kind() Kind { return KindRole }

// Fields implements [Record].
func (r *Role) Fields() []Field {
	return r.Head.with(KindRole,
		link(10, "opportunity", "Opportunity", &r.Opportunity, KindOpportunity).Need(),
		link(11, "contact", "Contact", &r.Contact, KindContact).Need(),
		choices(12, "decision_role", "Decision role", &r.DecisionRole).Help("in this deal; empty: as for the account"),
		choice(13, "influence", "Influence", &r.Influence).Help("in this deal; empty: as for the account"),
		choice(14, "support", "Support", &r.Support).Help("in this deal; empty: as for the account"),
	)
}

func roleTitle(rec Record, names Names) string {
	r := rec.(*Role)
	return nameOr(names, r.Contact) + " in " + nameOr(names, r.Opportunity)
}

// In returns the contact as seen for the opportunity of a role: what the role
// says stands before what holds for the account, and what it leaves open stays.
// The contact itself is not changed (domain section 1).
func (c *Contact) In(r *Role) *Contact {
	seen := Copy(c)
	if r.DecisionRole != 0 {
		seen.DecisionRole = r.DecisionRole
	}
	if r.Influence != 0 {
		seen.Influence = r.Influence
	}
	if r.Support != 0 {
		seen.Support = r.Support
	}
	return seen
}

// PeopleOf returns the contacts of the plan as seen for one opportunity: all of
// them, in the order of their making, those with a role in it as [Contact.In]
// has them. No opportunity: as they are for the account. Of two roles of one
// person in one deal the later counts.
func (p *Plan) PeopleOf(opportunity ID) []*Contact {
	roles := map[ID]*Role{}
	for _, r := range All[*Role](p.Book) {
		if r.Opportunity == opportunity {
			roles[r.Contact] = r
		}
	}
	people := All[*Contact](p.Book)
	for i, c := range people {
		if r := roles[c.ID]; r != nil {
			people[i] = c.In(r)
		}
	}
	return people
}

// DealPeople returns the contacts who have a part in an opportunity: its buyer,
// its deciders and whoever has a role in it, in the order of their making and as
// seen for it.
func (p *Plan) DealPeople(o *Opportunity) []*Contact {
	in := map[ID]bool{o.Buyer: true}
	for _, id := range o.Deciders {
		in[id] = true
	}
	for _, r := range All[*Role](p.Book) {
		in[r.Contact] = in[r.Contact] || r.Opportunity == o.ID
	}
	var people []*Contact
	for _, c := range p.PeopleOf(o.ID) {
		if in[c.ID] {
			people = append(people, c)
		}
	}
	return people
}
