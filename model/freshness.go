package model

import (
	"cmp"
	"fmt"
	"slices"
)

// Doubtful is somebody whose classification should be looked at again, and why.
type Doubtful struct {
	Contact *Contact
	Key     bool   // a key player
	Deal    bool   // named in an open opportunity
	Days    int    // since it was confirmed, 0 when it never was
	Why     string // without its stop: "never confirmed", "confirmed 120 days ago"
}

// Sweep returns who has not been confirmed for [ConfirmWithin] days, in the order
// in which to go through them: key players first, then the people of open deals,
// among them those never confirmed, then the oldest. Whoever left and whoever was never classified is
// left out: there is nothing to confirm of them (rule 4).
func Sweep(p *Plan, today Date) []Doubtful {
	var list []Doubtful
	deals := dealsByPerson(p)
	for _, c := range All[*Contact](p.Book) {
		if c.Left || !c.Confirmed.IsZero() && !c.Stale(today) || !classified(c) {
			continue
		}
		d := Doubtful{Contact: c, Key: IsKeyPlayer(c) == Yes, Deal: len(deals[c.ID]) > 0, Why: "never confirmed"}
		if !c.Confirmed.IsZero() {
			d.Days = today.DaysSince(c.Confirmed)
			d.Why = fmt.Sprintf("confirmed %d days ago", d.Days)
		}
		list = append(list, d)
	}
	slices.SortStableFunc(list, func(a, b Doubtful) int {
		return cmp.Or(FalseFirst(!a.Key, !b.Key), FalseFirst(!a.Deal, !b.Deal), a.Contact.Confirmed.Compare(b.Contact.Confirmed), cmp.Compare(a.Contact.Name, b.Contact.Name))
	})
	return list
}

// classified reports whether anything is noted of where a contact stands.
func classified(c *Contact) bool {
	return c.DecisionRole != 0 || c.Influence != 0 || c.Support != 0 || c.Alignment != 0 || c.Political != 0 || c.Coverage != 0
}

// StillTrue returns the edit that confirms the classification of a contact on
// the day; where it came from stays as it was (rule 4).
func StillTrue(c *Contact, today Date) Edit {
	after := Clone(c)
	after.Confirmed = today
	return Edited("confirm contact "+c.Name, c, after)
}
