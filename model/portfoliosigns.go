package model

import (
	"cmp"
	"slices"
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
	signs := map[ID]Date{}
	for _, c := range All[*Contact](p.Book) {
		if !c.Left && KeyPlayer(c).Answer == Yes {
			signs[c.ID] = c.lastSign()
		}
	}
	var list []Cold
	for id, last := range goneCold(signs, All[*Interaction](p.Book), today) {
		c, _ := Lookup[*Contact](p.Book, id)
		list = append(list, Cold{c, last})
	}
	slices.SortFunc(list, func(a, b Cold) int { return cmp.Or(a.Last.Compare(b.Last), a.Contact.ID.Compare(b.Contact.ID)) })
	return list
}

// goneCold returns those of the people whose last sign, their own or an
// interaction, is too old, with its day.
func goneCold(signs map[ID]Date, met []*Interaction, today Date) map[ID]Date {
	last := make(map[ID]Date, len(signs))
	for id, d := range signs {
		last[id] = d
	}
	for _, i := range met {
		for _, id := range i.Contacts {
			if d, ok := last[id]; ok && d.Compare(i.On) < 0 {
				last[id] = i.On
			}
		}
	}
	for id, d := range last {
		if d.IsZero() || !d.AddDays(ColdAfter).Before(today) {
			delete(last, id)
		}
	}
	return last
}

// lastActivity returns the newest day up to today of a dealing with the customer
// or of an action done.
func lastActivity(met []*Interaction, done []*Action, today Date) Date {
	var last Date
	for _, i := range met {
		last = later(last, i.On, today)
	}
	for _, a := range done {
		last = later(last, a.Done, today)
	}
	return last
}

// later returns the later of two days, leaving out what lies ahead of today.
func later(a, b, today Date) Date {
	if b.Compare(a) > 0 && b.Compare(today) <= 0 {
		return b
	}
	return a
}
