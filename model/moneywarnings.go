package model

import (
	"fmt"
	"slices"
)

// findRevenueGap looks for a gap to the target that nobody works on (rule 7).
func findRevenueGap(p *Plan, today Date) []finding {
	g := RevenueGapOf(p, today)
	if g.Gap.IsZero() || g.Met || revenueObjective(p) {
		return nil
	}
	return []finding{findIf(true, g.Gap.Grouped()+" is missing to the target, and no revenue objective is in progress", []named{{id: p.Account.ID}})}
}

func revenueObjective(p *Plan) bool {
	return slices.ContainsFunc(All[*Objective](p.Book), func(o *Objective) bool { return o.Type == RevenueObjective && o.Status == InProgress })
}

// findTwoOwners finds units and products for which open deals have different owners
// (rule 7, from S4). Deals without an owner or a product are nobody's clash; those
// without a unit are for the account as a whole.
func findTwoOwners(p *Plan, _ Date) []finding {
	type clash struct {
		deals  []*Opportunity
		owners []ID
	}
	by := map[Place]*clash{}
	var order []Place
	for _, o := range All[*Opportunity](p.Book) {
		if !o.Open() || o.Owner.IsZero() || o.Product.IsZero() {
			continue
		}
		at := Place{o.Unit, o.Product}
		if by[at] == nil {
			by[at] = &clash{}
			order = append(order, at)
		}
		c := by[at]
		c.deals = append(c.deals, o)
		if !slices.Contains(c.owners, o.Owner) {
			c.owners = append(c.owners, o.Owner)
		}
	}
	var list []finding
	for _, at := range order {
		c := by[at]
		if len(c.owners) < 2 {
			continue
		}
		var f finding
		var owners []string
		for _, id := range c.owners {
			owners = append(owners, p.Name(id))
		}
		for _, o := range c.deals {
			f.about = append(f.about, named{id: o.ID, name: o.Name})
		}
		f.text = fmt.Sprintf("%s each have an open deal on %s: who speaks for us?", AndList(firstFew(owners)), p.placeName(at))
		list = append(list, f)
	}
	return list
}

// findMoreThanWallet finds where we earned more than they are said to spend (rule 8).
func findMoreThanWallet(p *Plan, today Date) []finding {
	var list []finding
	for _, text := range WalletShareOf(p, today).Contradictions {
		list = append(list, findIf(true, "One of these cannot be: "+text, []named{{id: p.Account.ID}}))
	}
	return list
}
