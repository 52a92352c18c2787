package model

import (
	"slices"
	"sync"
	"sync/atomic"
)

// declared is a field as a kind declares it, before [Head.with] binds it: all that
// there is to say of it stands in it, so that it can be built word by word.
type declared struct {
	num   int
	name  string
	about Declaration // without Kinds
	kinds linked
	value value
}

// linked are the kinds that a link may lead to, 0 for no further one: an array,
// because a slice would have to outlive the call.
type linked [2]Kind

// anywhere is of fields that are no links, and of those that lead to any kind.
var anywhere linked

func leadsTo(kinds []Kind) (to linked) {
	for i, k := range kinds {
		to[i] = k
	}
	return to
}

// Need marks a field that the record cannot be without.
func (d declared) Need() declared { d.about.Needed = true; return d }

// Core marks a field of the minimum path: it counts for completeness and forms
// show it first.
func (d declared) Core() declared { d.about.InCore = true; return d }

// Front marks a field that forms show with the core though it does not count for
// completeness.
func (d declared) Front() declared { d.about.UpFront = true; return d }

// Customer marks a field that a copy for the customer may show. Without it a
// field is internal.
func (d declared) Customer() declared { d.about.ForCustomer = true; return d }

// Long marks a text of several lines.
func (d declared) Long() declared { d.about.IsLong = true; return d }

// Commas lets a comma separate the items of a list.
func (d declared) Commas() declared { d.about.ByComma = true; return d }

// Help sets the hint.
func (d declared) Help(hint string) declared { d.about.Hint = hint; return d }

// In sets what a number counts.
func (d declared) In(unit string) declared { d.about.Unit = unit; return d }

// memory marks a field that is the program's own: nobody types or sees it.
func (d declared) memory() declared { d.about.Fixed, d.about.Hidden = true, true; return d }

// declarations are what is said of the fields of each kind, in their order, once one
// of its records has listed them.
var declarations [256]atomic.Pointer[[]Declaration]

// bound binds the declarations of a kind to the variables of one record. What is
// said of a field is the same for all records of the kind but for its hint, so
// that it is kept once: reading a large book lists the fields of every record, and
// filling a new list with all that was most of the work.
func bound(kind Kind, own, heads []declared) []Field {
	about := declarations[kind].Load()
	if about == nil {
		about = said(own, heads)
		declarations[kind].Store(about)
	}
	fields := make([]Field, 0, len(own)+len(heads))
	for _, part := range [...][]declared{own, heads} {
		for i := range part {
			d, same := &part[i], &(*about)[len(fields)]
			if d.about.Hint != same.Hint {
				changed := *same
				changed.Hint = d.about.Hint
				same = &changed
			}
			fields = append(fields, Field{d.num, d.name, same, d.value})
		}
	}
	return fields
}

// said is what is said of fields, for keeping.
func said(own, heads []declared) *[]Declaration {
	list := make([]Declaration, 0, len(own)+len(heads))
	for _, part := range [...][]declared{own, heads} {
		for _, d := range part {
			for _, k := range d.kinds {
				if k != 0 {
					d.about.Kinds = append(d.about.Kinds, k)
				}
			}
			list = append(list, d.about)
		}
	}
	return &list
}

// LinksToShared reports whether records of the kind can link to records that
// belong to no account: teammates, products.
func (k Kind) LinksToShared() bool { return traits()[k].toShared }

// HasMoney reports whether records of the kind can hold an amount, or the currency
// of one.
func (k Kind) HasMoney() bool { return traits()[k].money }

// trait is what the fields of a kind allow its records to hold. Asked of every
// record of a plan, it costs less than to list the fields of those that cannot.
type trait struct{ toShared, money bool }

var traits = sync.OnceValue(func() *[256]trait {
	var table [256]trait
	for _, k := range Kinds() {
		for _, f := range k.Spec().New().Fields() {
			t := f.Type()
			table[k].money = table[k].money || t == TypeMoney || f.IsCurrency()
			if t == TypeLink || t == TypeLinks {
				table[k].toShared = table[k].toShared || f.Kinds == nil ||
					slices.ContainsFunc(f.Kinds, func(to Kind) bool { return to.Scope() == ScopeShared })
			}
		}
	}
	return &table
})
