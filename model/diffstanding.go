package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// DiffFigure is one figure of how the account stands, before and after.
type DiffFigure struct {
	Name    string
	Was, Is string    // for people; "not known" where it is not
	Tone    Wellbeing // Good or Poor when it moved for us or against us, zero for neither
}

// diffStanding is one figure as one plan has it.
type diffStanding struct {
	name  string
	text  string
	order int  // higher is better, or worse; see falling
	known bool // whether order may be compared
	bad   bool // higher is worse
}

// figures returns the figures of both plans that differ.
func (c comparison) figures() []DiffFigure {
	was, is := standingsOf(c.before, c.then), standingsOf(c.after, c.today)
	var list []DiffFigure
	for i := range is {
		if was[i].text == is[i].text {
			continue
		}
		f := DiffFigure{Name: is[i].name, Was: cmp.Or(was[i].text, "not known"), Is: cmp.Or(is[i].text, "not known")}
		if was[i].known && is[i].known && was[i].order != is[i].order {
			f.Tone = Poor
			if (is[i].order > was[i].order) != is[i].bad {
				f.Tone = Good
			}
		}
		list = append(list, f)
	}
	return list
}

// standingsOf returns the figures of a plan, always the same ones.
func standingsOf(p *Plan, today Date) []diffStanding {
	m := MapStatusOf(All[*Contact](p.Book))
	h := HealthOf(p, today)
	list := []diffStanding{
		{"Map", fmt.Sprintf("%s, level %d", m.Colour, m.Level), int(m.Colour), m.Colour != Grey, false},
		percentStanding("Health", h.Known, h.Percent),
	}
	for _, part := range h.Parts {
		list = append(list, percentStanding(Capital(part.Name), part.Known, part.Percent))
	}
	pipe := PipelineOf(All[*Opportunity](p.Book))
	late := 0
	for _, a := range All[*Action](p.Book) {
		if a.Late(today) {
			late++
		}
	}
	number := func(name string, n int, bad bool) diffStanding {
		return diffStanding{name, fmt.Sprint(n), n, true, bad}
	}
	return append(list,
		number("Key players", m.KeyPlayers, false),
		number("Key players who back us", m.Supportive, false),
		diffStanding{name: "Open pipeline", text: pipe.Open.Grouped()},
		diffStanding{name: "Weighted pipeline", text: pipe.Weighted.Grouped()},
		number("Late actions", late, true),
		number("Warnings", len(Doubts(p, today)), true),
	)
}

func percentStanding(name string, known bool, percent int) diffStanding {
	if !known {
		return diffStanding{name: name}
	}
	return diffStanding{name, fmt.Sprintf("%d %%, %s", percent, strings.ToLower(BandOf(percent).String())), percent, true, false}
}

// warnings returns which warnings are new, which say something else now, and
// which are settled.
func (c comparison) warnings() []DiffLine {
	was, is := Doubts(c.before, c.then), Doubts(c.after, c.today)
	same := func(list []Warning) func(Warning) bool {
		return func(w Warning) bool {
			return slices.ContainsFunc(list, func(o Warning) bool { return o.Rule == w.Rule && o.Text == w.Text })
		}
	}
	come, gone := slices.DeleteFunc(slices.Clone(is), same(was)), slices.DeleteFunc(slices.Clone(was), same(is))
	var lines []DiffLine
	say := func(w Warning, begin string, verb DiffVerb, tone Wellbeing, weight int) {
		l := DiffLine{Text: begin + w.Text, Verb: verb, Tone: tone, weight: weight - int(w.Severity)}
		if len(w.IDs) > 0 {
			l.ID = w.IDs[0]
			if r := cmp.Or(c.after.Get(l.ID), c.before.Get(l.ID)); r != nil {
				l.Kind = r.Kind()
			}
		}
		lines = append(lines, l)
	}
	for _, w := range come {
		old := slices.IndexFunc(gone, func(o Warning) bool { return o.Rule == w.Rule })
		if old < 0 {
			say(w, "New: ", DiffAdded, Poor, 3*weighDecisive)
			continue
		}
		gone = slices.Delete(gone, old, old+1)
		say(w, "Now: ", DiffChanged, 0, 2*weighDecisive)
	}
	for _, w := range gone {
		say(w, "Settled: ", DiffRemoved, Good, weighDecisive)
	}
	return lines
}

// newlyLate reports whether an action is late and was not before.
func (c comparison) newlyLate(a *Action) bool {
	was, there := Lookup[*Action](c.before.Book, a.ID)
	return a.Late(c.today) && (!there || !was.Late(c.then))
}

func lateSince(a *Action, today Date) phrase {
	return phrase{"late by " + Count(today.DaysSince(a.Due), "day", "days"), weighTurn, Poor}
}

// cameLate names the actions that nobody touched and whose day went by.
func (c comparison) cameLate(said map[ID]bool) []DiffLine {
	var lines []DiffLine
	for _, a := range All[*Action](c.after.Book) {
		if said[a.ID] || !c.newlyLate(a) {
			continue
		}
		p := lateSince(a, c.today)
		lines = append(lines, DiffLine{ID: a.ID, Kind: KindAction, Tone: p.tone, Text: a.Name + ": " + p.text, weight: p.weight})
	}
	return lines
}
