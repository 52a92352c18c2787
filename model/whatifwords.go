package model

import (
	"fmt"
	"strings"
)

// add notes an effect.
func (d *Difference) add(kind EffectKind, format string, args ...any) {
	d.Effects = append(d.Effects, Effect{kind, fmt.Sprintf(format, args...)})
}

// more is the kind of an effect on something of which more is better.
func more(was, is int) EffectKind {
	if is > was {
		return ForBetter
	}
	return ForWorse
}

// say puts the difference into words.
func (d *Difference) say(now, then *Plan, edit Edit) {
	d.sayMap()
	if len(d.Exposed.Deals) > 0 {
		d.add(AtRisk, "%s", d.Exposed.words())
	}
	d.sayHeld(now, edit)
	d.sayHealth()
	for _, w := range d.Come {
		d.add(ForWorse, "New: %s", w.Text)
	}
	for _, w := range d.After.Warnings {
		for _, old := range d.Before.Warnings {
			// What merely ages or lags names one person less whenever one goes.
			if old.Rule == w.Rule && old.Text != w.Text && w.Severity != Low {
				d.add(Otherwise, "Now: %s", w.Text)
			}
		}
	}
	for _, w := range d.Gone {
		d.add(ForBetter, "No longer: %s", w.Text)
	}
	if was, is := d.Before.Insight, d.After.Insight; strings.Join(was.Reasons, ", ") != strings.Join(is.Reasons, ", ") {
		kind := Otherwise
		if was.Good != is.Good && is.Good != NotKnown {
			kind = map[Answer]EffectKind{Yes: ForBetter, No: ForWorse}[is.Good]
		}
		d.add(kind, "What they want: %s", strings.Join(is.Reasons, ", "))
	}
	d.sayPaths(then)
}

// sayMap tells how the map and who is on it change (rules 1 to 3).
func (d *Difference) sayMap() {
	was, is := d.Before.Map, d.After.Map
	why := strings.Join(is.Reasons, "; ")
	switch {
	case was.Colour != is.Colour:
		kind := Otherwise
		if was.Colour != Grey && is.Colour != Grey {
			kind = more(int(was.Colour), int(is.Colour))
		}
		d.add(kind, "The map turns from %s to %s: %s", was.Colour, is.Colour, why)
	case strings.Join(was.Reasons, "; ") != why:
		d.add(Otherwise, "The map stays %s: %s", is.Colour, why)
	}
	if was.KeyPlayers != is.KeyPlayers {
		d.add(Otherwise, "Key players: %d instead of %d", is.KeyPlayers, was.KeyPlayers)
	}
	if was.Supportive != is.Supportive {
		d.add(more(was.Supportive, is.Supportive), "Key players who back us: %d instead of %d", is.Supportive, was.Supportive)
	}
	if was, is := len(d.Before.Uncovered), len(d.After.Uncovered); was != is {
		d.add(Otherwise, "Key players whom we do not cover: %d instead of %d", is, was)
	}
}

// sayHealth tells how the health changes, with those of its parts that do (rule
// 9).
func (d *Difference) sayHealth() {
	was, is := d.Before.Health, d.After.Health
	percent := func(known bool, n int) string {
		if !known {
			return "not known"
		}
		return fmt.Sprintf("%d %%", n)
	}
	var parts []string
	before, after := 0, 0 // of the parts known on both sides
	for i, part := range is.Parts {
		old := was.Parts[i]
		if old.Known && part.Known {
			before, after = before+old.Percent, after+part.Percent
		}
		if old.Known != part.Known || old.Percent != part.Percent {
			parts = append(parts, fmt.Sprintf("%s %s instead of %s", part.Name, percent(part.Known, part.Percent), percent(old.Known, old.Percent)))
		}
	}
	if len(parts) == 0 {
		return
	}
	kind := Otherwise
	if was.Known && is.Known && was.Percent != is.Percent {
		kind = more(was.Percent, is.Percent)
	}
	if !was.Known && !is.Known {
		if before != after {
			kind = more(before, after)
		}
		d.add(kind, "Health: too little is known for the whole; %s", strings.Join(parts, ", "))
		return
	}
	text := fmt.Sprintf("Health: %s instead of %s", percent(is.Known, is.Percent), percent(was.Known, was.Percent))
	if was.Band != is.Band && was.Known && is.Known {
		text += ", " + strings.ToLower(is.Band.String()+" instead of "+was.Band.String())
	}
	d.add(kind, "%s (%s)", text, strings.Join(parts, ", "))
}

// sayHeld tells what of the work would be nobody's when people leave, and which
// objectives of ours serve what they want.
func (d *Difference) sayHeld(p *Plan, edit Edit) {
	gone := map[ID]bool{}
	for _, change := range edit.Changes {
		if before, ok := change.Before.(*Contact); ok && !before.Left && change.After.(*Contact).Left {
			gone[before.ID] = true
		}
	}
	if len(gone) == 0 {
		return
	}
	var held, served []string
	wants := map[ID]bool{}
	hold := func(r Record, owner ID) {
		if gone[owner] {
			wants[r.Base().ID] = true
			held = append(held, r.Kind().String()+" “"+p.Name(r.Base().ID)+"”")
		}
	}
	for _, i := range All[*Initiative](p.Book) {
		if i.Open() {
			hold(i, i.Owner)
		}
	}
	for _, g := range All[*Goal](p.Book) {
		hold(g, g.Contact)
	}
	for _, s := range All[*BuyingStep](p.Book) {
		if s.Status != StepComplete {
			hold(s, s.Owner)
		}
	}
	for _, a := range All[*Action](p.Book) {
		if a.Open() {
			hold(a, a.Owner)
		}
	}
	for _, o := range All[*Objective](p.Book) {
		serves := wants[o.Initiative]
		for _, goal := range o.Goals {
			serves = serves || wants[goal]
		}
		if serves && o.Open() {
			served = append(served, "“"+o.Name+"”")
		}
	}
	if len(held) > 0 {
		d.add(AtRisk, "Nobody's any more: %s", AndList(firstFew(held)))
	}
	if len(served) > 0 {
		d.add(AtRisk, "Objectives of ours that lose whom they serve: %s", AndList(firstFew(served)))
	}
	for _, c := range All[*Competitor](p.Book) {
		if gone[c.Sponsor] {
			d.add(ForBetter, "%s loses %s, who backs them", c.Name, p.Name(c.Sponsor))
		}
	}
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

// sayPaths tells how the ways to key players change (rule 14).
func (d *Difference) sayPaths(then *Plan) {
	before := map[ID]Path{}
	for _, path := range d.Before.Uncovered {
		before[path.Target] = path
	}
	for _, path := range d.After.Uncovered {
		old, had := before[path.Target]
		name := then.Name(path.Target)
		switch {
		case had && old.advice() == path.advice():
		case had && old.Found() && !path.Found():
			d.add(ForWorse, "The way to %s is lost: %s", name, path.advice())
		case had && !old.Found() && path.Found():
			d.add(ForBetter, "A way to %s opens: %s", name, path.advice())
		case path.Found():
			d.add(Otherwise, "Another way to %s: %s", name, path.advice())
		}
	}
}

// advice is what to do, and what to mind in doing it.
func (p Path) advice() string {
	if len(p.Careful) == 0 {
		return p.Sentence
	}
	return p.Sentence + "; mind that " + AndList(p.Careful)
}
