package model

import (
	"slices"
	"strings"
)

// Supposition is one thing that might happen to a contact: leaving, or coming to
// stand differently towards us. The zero Support says nothing of the latter.
type Supposition struct {
	Contact ID
	Leaves  bool
	Support Support
}

// Words says a supposition as a sentence without its stop.
func (s Supposition) Words(names Names) string {
	name := nameOr(names, s.Contact)
	switch {
	case s.Leaves:
		return name + " leaves"
	case s.Support == Neutral:
		return name + " becomes Neutral"
	}
	return name + " becomes " + WithArticle(s.Support.String())
}

// SuppositionEdit returns the edit that would make the suppositions true: the
// contacts as they would be, and what their roles in deals say of their support.
// Of two suppositions about one contact both count, the later first; those about
// nobody of the plan say nothing. It is for whoever asks to save them.
func SuppositionEdit(p *Plan, list []Supposition) Edit {
	var e Edit
	var said []string
	after := map[ID]Record{}
	edit := func(r Record) Record {
		if after[r.Base().ID] == nil {
			after[r.Base().ID] = Clone(r)
			e.Changes = append(e.Changes, Change{Before: r, After: after[r.Base().ID]})
		}
		return after[r.Base().ID]
	}
	for _, s := range list {
		c, ok := Lookup[*Contact](p.Book, s.Contact)
		if !ok || !s.Leaves && s.Support == 0 {
			continue
		}
		would := edit(c).(*Contact)
		would.Left = would.Left || s.Leaves
		said = append(said, s.Words(p.Name))
		if s.Support == 0 {
			continue
		}
		would.Support = s.Support
		for _, r := range All[*Role](p.Book) {
			if r.Contact == s.Contact && r.Support != 0 {
				edit(r).(*Role).Support = s.Support
			}
		}
	}
	e.Label = strings.Join(said, ", ")
	return e
}

// Outlook is how an account stands at one moment.
type Outlook struct {
	Map            MapStatus
	SingleThreaded bool // an opportunity is open, and at most one key player backs us
	Warnings       []Warning
	Uncovered      []Path // to key players whom we do not cover: see [Paths]
	Insight        Insight
	Health         Health
}

// Exposure is what rests on people whom we would lose.
type Exposure struct {
	Deals    []*Opportunity // open ones that name one of them
	Sums     Sums           // their amounts
	Unpriced int            // how many of them have no amount
}

// Difference is what suppositions would change (rule 15).
type Difference struct {
	Before, After Outlook
	Exposed       Exposure
	Come, Gone    []Warning // warnings of rules that fire only after, and only before
	Effects       []Effect  // the difference in words, the weightiest first
}

// Effect is one thing that would be different, as a sentence without its stop.
type Effect struct {
	Kind EffectKind
	Text string
}

// EffectKind says what an effect is to us.
type EffectKind uint8

// The kinds of effect.
const (
	Otherwise EffectKind = iota // neither for the better nor for the worse by itself
	ForWorse
	ForBetter
	AtRisk // revenue, or work, that would rest on nobody
)

// String is the kind in one word, as scripts read it.
func (k EffectKind) String() string { return [...]string{"otherwise", "worse", "better", "at risk"}[k] }

// WhatIf says what would be different on the day if all the suppositions came
// true: map, threading, warnings, the open opportunities that rest on these
// people and what else would be nobody's, what we know of the initiatives, the
// parts of health, and the paths to power (rules 1 to 9, 14 and 15). Rules 7 and 8
// look at amounts, which no supposition changes. The plan is not changed; see
// [SuppositionEdit] for what would be saved. Renewals name nobody of theirs, so
// none of them is counted as resting on somebody.
func WhatIf(p *Plan, list []Supposition, today Date) Difference {
	edit := SuppositionEdit(p, list)
	then := p.With(edit.Changes...)
	d := Difference{Before: outlook(p, today), After: outlook(then, today)}
	d.Exposed = exposureOf(p, edit)
	fires := func(list []Warning) func(Warning) bool {
		return func(w Warning) bool {
			return slices.ContainsFunc(list, func(other Warning) bool { return other.Rule == w.Rule })
		}
	}
	d.Come = slices.DeleteFunc(slices.Clone(d.After.Warnings), fires(d.Before.Warnings))
	d.Gone = slices.DeleteFunc(slices.Clone(d.Before.Warnings), fires(d.After.Warnings))
	d.say(p, then, edit)
	return d
}

func outlook(p *Plan, today Date) Outlook {
	o := Outlook{Map: MapStatusOf(All[*Contact](p.Book)), Uncovered: Paths(p, today), Insight: InsightOf(p), Health: HealthOf(p, today)}
	o.Warnings, _ = newChecking(p, today).run(warningRules, false) // silence changes nothing of what would be
	o.SingleThreaded = slices.ContainsFunc(o.Warnings, func(w Warning) bool { return w.Rule == RuleSingleThreaded })
	return o
}

// exposureOf adds up the open opportunities that name somebody who would leave
// or turn away from us.
func exposureOf(p *Plan, edit Edit) Exposure {
	var e Exposure
	deals := dealsByPerson(p)
	for _, change := range edit.Changes {
		before, isContact := change.Before.(*Contact)
		if !isContact || !worse(before, change.After.(*Contact)) {
			continue
		}
		for _, deal := range deals[before.ID] {
			if slices.Contains(e.Deals, deal) {
				continue
			}
			e.Deals = append(e.Deals, deal)
			if e.Sums.Add(deal.Amount); deal.Amount.IsZero() {
				e.Unpriced++
			}
		}
	}
	return e
}

// worse reports whether a contact is lost to us: gone, turned against us, or for
// us no longer.
func worse(before, after *Contact) bool {
	return after.Left && !before.Left || after.Support == Opponent && before.Support != Opponent || backs(before) && after.Support == Neutral
}

// IsEmpty reports whether nothing would be different.
func (d Difference) IsEmpty() bool { return len(d.Effects) == 0 }
