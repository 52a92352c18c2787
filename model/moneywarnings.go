package model

import (
	"fmt"
	"slices"
)

// MoneyWarnings returns what is doubtful about the money of a plan, worst first:
// a gap that no objective closes, two owners after one thing, and more earned
// than there is to spend (rules 7 and 8).
func MoneyWarnings(p *Plan, today Date) []Warning {
	var list []Warning
	for _, rule := range moneyRules {
		for _, found := range rule.find(p, today) {
			list = append(list, rule.warning(found))
		}
	}
	return list
}

// AboutMoney reports whether the warning is one of [MoneyWarnings].
func (w Warning) AboutMoney() bool {
	return slices.ContainsFunc(moneyRules, func(rule moneyRule) bool { return rule.name == w.Rule })
}

// moneyRule is one rule of [MoneyWarnings]. It may find several things, each of
// another cell: one sentence could not say them.
type moneyRule struct {
	warningRule
	find func(*Plan, Date) []finding
}

// moneyRules are in the order of their weight: what costs money before a figure
// that is wrong.
var moneyRules = []moneyRule{
	{warningRule{RuleRevenueGap, Medium,
		"set a revenue objective for what is missing, and begin it", "Plan how to reach the revenue target of %s", ""}, findRevenueGap},
	{warningRule{RuleTwoOwners, Medium,
		"agree on one of them who speaks for us there, and give that person the deals", "Agree who speaks for us about %s", ""}, findTwoOwners},
	{warningRule{RuleMoreThanWallet, Low,
		"ask what they spend, and compare it with what was invoiced", "Find out what %s spends", ""}, findMoreThanWallet},
}

// findRevenueGap looks for a gap to the target that nobody works on (rule 7).
func findRevenueGap(p *Plan, today Date) []finding {
	g := RevenueGapOf(p, today)
	if g.Gap.IsZero() || g.Met || revenueObjective(p) {
		return nil
	}
	return []finding{{fmt.Sprintf("%s is missing to the target, and no revenue objective is in progress", g.Gap.Grouped()), []ID{p.Account.ID}}}
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
			f.ids = append(f.ids, o.ID)
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
		list = append(list, finding{"One of these cannot be: " + text, []ID{p.Account.ID}})
	}
	return list
}
