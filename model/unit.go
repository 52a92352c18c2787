package model

import "errors"

// KindUnit is a business unit of the customer.
const KindUnit Kind = 2

var unitSpec = Spec{
	Kind: KindUnit, Word: "unit", Plural: "units", Scope: ScopeAccount,
	New:   func() Record { return new(Unit) },
	About: "a business unit of the customer",
}

// Unit is a part of the customer that segments people, money and white space
// where the user sets it (domain section 2).
type Unit struct {
	Head
	Name   string
	Parent ID // unit
	Lead   ID // contact
}

// Kind implements [Record].
func (*Unit) Kind() Kind { return KindUnit }

// Fields implements [Record].
func (u *Unit) Fields() []Field {
	return u.Head.with(KindUnit,
		text(10, "name", "Name", &u.Name).Need().Customer(),
		link(11, "parent", "Part of", &u.Parent, KindUnit).Customer(),
		link(12, "head", "Head", &u.Lead, KindContact).Customer(),
	)
}

// Validate implements [Validator].
func (u *Unit) Validate() error {
	if u.Parent == u.ID && !u.ID.IsZero() {
		return errors.New("parent cannot be the unit itself: leave it empty for the top")
	}
	return nil
}
