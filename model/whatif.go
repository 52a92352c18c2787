package model

import (
	"fmt"
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
	return fmt.Sprintf("%s becomes %s %s", name, article(s.Support.String()), s.Support)
}

// article returns "a" or "an", as a word of a vocabulary takes it.
func article(word string) string {
	if word != "" && strings.ContainsRune("AEIOU", rune(word[0])) {
		return "an"
	}
	return "a"
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
	Lines         []string  // the difference in words, the weightiest first, each a sentence without its stop
}

// WhatIf says what would be different on the day if all the suppositions came
// true: map, threading, warnings, the open opportunities that rest on these
// people, and the paths to power (rule 15). The plan is not changed; see
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
	d.say(then)
	return d
}

func outlook(p *Plan, today Date) Outlook {
	o := Outlook{Map: MapStatusOf(All[*Contact](p.Book)), Warnings: Warnings(p, today), Uncovered: Paths(p, today)}
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

// say puts the difference into words.
func (d *Difference) say(then *Plan) {
	add := func(format string, args ...any) { d.Lines = append(d.Lines, fmt.Sprintf(format, args...)) }
	was, is := d.Before, d.After
	why := strings.Join(is.Map.Reasons, "; ")
	switch {
	case was.Map.Colour != is.Map.Colour:
		add("The map turns from %s to %s: %s", was.Map.Colour, is.Map.Colour, why)
	case strings.Join(was.Map.Reasons, "; ") != why:
		add("The map stays %s: %s", is.Map.Colour, why)
	}
	if was.Map.KeyPlayers != is.Map.KeyPlayers {
		add("Key players: %d instead of %d", is.Map.KeyPlayers, was.Map.KeyPlayers)
	}
	if was.Map.Supportive != is.Map.Supportive {
		add("Key players who back us: %d instead of %d", is.Map.Supportive, was.Map.Supportive)
	}
	if len(d.Exposed.Deals) > 0 {
		add("%s", d.Exposed.words())
	}
	for _, w := range d.Come {
		add("New: %s", w.Text)
	}
	for _, w := range is.Warnings {
		for _, old := range was.Warnings {
			// What merely ages or lags names one person less whenever one goes.
			if old.Rule == w.Rule && old.Text != w.Text && w.Severity != Low {
				add("Now: %s", w.Text)
			}
		}
	}
	for _, w := range d.Gone {
		add("No longer: %s", w.Text)
	}
	d.sayPaths(then)
}

// Parts are the sums in words, one a currency, and how many opportunities are in
// none of them.
func (e Exposure) Parts() []string {
	parts := e.Sums.parts(Money.Grouped)
	if e.Unpriced > 0 {
		parts = append(parts, Count(e.Unpriced, "opportunity", "opportunities")+" without an amount")
	}
	return parts
}

// words say what rests on the people whom we would lose.
func (e Exposure) words() string {
	var names []string
	for _, deal := range e.Deals {
		names = append(names, deal.Name)
	}
	return "Exposed: " + AndList(e.Parts()) + " (" + AndList(firstFew(names)) + ")"
}

// sayPaths tells how the ways to key players change.
func (d *Difference) sayPaths(then *Plan) {
	before := map[ID]Path{}
	for _, path := range d.Before.Uncovered {
		before[path.Target] = path
	}
	for _, path := range d.After.Uncovered {
		old, had := before[path.Target]
		name := then.Name(path.Target)
		var line string
		switch {
		case had && old.advice() == path.advice():
			continue
		case had && old.Found() && !path.Found():
			line = fmt.Sprintf("The way to %s is lost: %s", name, path.advice())
		case had && !old.Found() && path.Found():
			line = fmt.Sprintf("A way to %s opens: %s", name, path.advice())
		case path.Found():
			line = fmt.Sprintf("Another way to %s: %s", name, path.advice())
		default:
			continue // there was none, and there is none
		}
		d.Lines = append(d.Lines, line)
	}
}

// advice is what to do, and what to mind in doing it.
func (p Path) advice() string {
	if len(p.Careful) == 0 {
		return p.Sentence
	}
	return p.Sentence + "; mind that " + AndList(p.Careful)
}

// IsEmpty reports whether nothing would be different.
func (d Difference) IsEmpty() bool { return len(d.Lines) == 0 }
