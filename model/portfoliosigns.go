package model

import (
	"slices"
	"strings"
)

// ColdAfter is how many days after the last sign of a key player the contact has
// gone cold: as long as a classification holds.
const ColdAfter = ConfirmWithin

// lastSign is the later day of those that the contact itself names: last dealt
// with, or confirmed.
func (c *Contact) lastSign() Date {
	if c.Touched.Compare(c.Confirmed) > 0 {
		return c.Touched
	}
	return c.Confirmed
}

// Cold is a key player of whom nothing was heard for [ColdAfter] days.
type Cold struct {
	Contact *Contact
	Last    Date // the last dealing or confirmation
}

// GoneCold returns the key players who have not left and of whom the last sign,
// an interaction, a touch or a confirmation, is more than [ColdAfter] days old,
// the oldest first. Whoever was never met or confirmed has not gone cold: that is
// not known yet, or a gap in coverage (rules 1 and 4).
func GoneCold(p *Plan, today Date) []Cold {
	var list []Cold
	met := map[ID]Date{}
	for _, i := range All[*Interaction](p.Book) {
		for _, id := range i.Contacts {
			if met[id].Compare(i.On) < 0 {
				met[id] = i.On
			}
		}
	}
	for _, c := range All[*Contact](p.Book) {
		if c.Left || IsKeyPlayer(c) != Yes {
			continue
		}
		last := c.lastSign()
		if last.Compare(met[c.ID]) < 0 {
			last = met[c.ID]
		}
		if !last.IsZero() && last.AddDays(ColdAfter).Before(today) {
			list = append(list, Cold{c, last})
		}
	}
	slices.SortStableFunc(list, func(a, b Cold) int { return a.Last.Compare(b.Last) })
	return list
}

// goneCold counts as [GoneCold] does. Days are compared as they are written,
// which has the same order: a portfolio has some ten thousand of them.
func (t *taken) goneCold(today Date) int {
	met := map[string]string{}
	for _, m := range t.met {
		day, rest, _ := strings.Cut(m, "/")
		_, people, _ := strings.Cut(rest, "/")
		for people != "" {
			var id string
			id, people, _ = strings.Cut(people, "/")
			met[id] = max(met[id], day)
		}
	}
	before, cold := today.AddDays(-ColdAfter).String(), 0
	for _, s := range t.signs {
		id, day, _ := strings.Cut(s, "/")
		if last := max(day, met[id]); last != "" && last < before {
			cold++
		}
	}
	return cold
}

// lastActivity returns the newest day up to today of a dealing with the customer
// or of an action done.
func (t *taken) lastActivity(today Date) Date {
	last, now := "", today.String()
	for _, m := range t.met {
		if day, _, _ := strings.Cut(m, "/"); day <= now {
			last = max(last, day)
		}
	}
	newest, _ := ParseDate(last)
	for _, a := range t.done {
		newest = later(newest, a.Done, today)
	}
	return newest
}

// Latest returns the later of two days.
func Latest(a, b Date) Date {
	if a.Compare(b) < 0 {
		return b
	}
	return a
}

// later returns the later of two days, leaving out what lies ahead of today.
func later(a, b, today Date) Date {
	if b.Compare(a) > 0 && b.Compare(today) <= 0 {
		return b
	}
	return a
}
