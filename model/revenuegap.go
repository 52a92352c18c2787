package model

import (
	"fmt"
	"math/big"
	"slices"
)

// RevenueGap is what is missing to the revenue target of the plan year (rule 7).
type RevenueGap struct {
	Period   Period
	Assumed  bool // the account says neither when its plan begins nor when it ends: Period is the calendar year
	Target   Money
	Won      Sums  // the larger, by cell, of revenue and deals won
	Once     Sums  // what is there as both, and is in Won once
	Weighted Sums  // open pipeline of the period by its chances
	Gap      Money // target less both; nought or less when the target is met; not known while something is missing
	Met      bool
	Late     []*Opportunity // open, but expected after the period: not counted
	Reasons  []string
	Ask      []string
}

// RevenueGapOf returns the target of the plan year less what is won less the
// weighted open pipeline (rule 7). Won is, for each unit and product, the larger
// of the revenue of the year and the deals won in it: one comes to hold the
// other. Open deals that close after the period do not count, those without a
// day do.
func RevenueGapOf(p *Plan, today Date) RevenueGap {
	g := RevenueGap{Period: PlanPeriod(p.Account, today), Target: p.Account.RevenueTarget}
	g.Assumed = p.Account.PlanStart.IsZero() && p.Account.PlanEnd.IsZero()
	var open []*Opportunity
	revenue, deals := map[Place][]*Revenue{}, map[Place][]*Opportunity{}
	var places []Place
	for _, r := range All[*Revenue](p.Book) {
		at := Place{r.Unit, r.Product}
		places, revenue[at] = append(places, at), append(revenue[at], r)
	}
	for _, o := range All[*Opportunity](p.Book) {
		switch {
		case o.Stage == StageWon:
			at := Place{o.Unit, o.Product}
			places, deals[at] = append(places, at), append(deals[at], o)
		case !o.Open():
		case g.Period.End.Before(o.Close):
			g.Late = append(g.Late, o)
		default:
			open = append(open, o)
			if o.Close.IsZero() {
				g.Ask = append(g.Ask, fmt.Sprintf("When is “%s” decided?", o.Name))
			}
		}
	}
	seen := map[Place]bool{}
	for _, at := range places {
		if !seen[at] {
			seen[at] = true
			g.Won.AddAll(wonIn(revenue[at], deals[at], g.Period))
			g.Once.AddAll(onceIn(revenue[at], deals[at], g.Period))
		}
	}
	pipeline := PipelineOf(open)
	g.Weighted = pipeline.Weighted
	g.Ask = append(g.Ask, pipeline.Ask...)
	g.settle(p, today)
	return g
}

// CountedOnce says why Won holds less than revenue and deals won together; "" when
// it holds all.
func (g RevenueGap) CountedOnce() string { return onceOnly(g.Once, g.Period) }

// assumedYear says which year stands for that of a plan without days.
func assumedYear(in Period) string {
	return fmt.Sprintf("plan year assumed: the calendar year %s, as no plan start or end is known", in.Year())
}

// settle takes won and weighted from the target, in its currency.
func (g *RevenueGap) settle(p *Plan, today Date) {
	g.Reasons = []string{fmt.Sprintf("won in the plan year %s: %s", g.Period, moneyOrNone(g.Won)), "weighted open pipeline: " + moneyOrNone(g.Weighted)}
	if len(g.Late) > 0 {
		g.Reasons = append(g.Reasons, Count(len(g.Late), "open deal closes", "open deals close")+" after it")
	}
	if g.Assumed {
		g.Reasons = append(g.Reasons, assumedYear(g.Period))
	}
	if g.Target.IsZero() {
		g.Reasons = append([]string{"not known yet: there is no target"}, g.Reasons...)
		g.Ask = append([]string{fmt.Sprintf("What is the revenue target of %s for the plan year?", p.Account.Name)}, g.Ask...)
		return
	}
	g.Reasons = append([]string{"target " + g.Target.Grouped()}, g.Reasons...)
	rates, rest := All[*Rate](p.Book), g.Target.rational()
	for _, part := range []Sums{g.Won, g.Weighted} {
		if part.IsZero() {
			continue
		}
		t := TotalOf(part, g.Target.Currency(), rates, today)
		if t.Amount.IsZero() {
			g.Reasons = append(g.Reasons, "a rate is missing to take "+part.Grouped()+" from it")
			for _, question := range t.Ask {
				if !slices.Contains(g.Ask, question) {
					g.Ask = append(g.Ask, question)
				}
			}
			rest = nil
			continue
		}
		for _, c := range t.Used {
			g.Reasons = append(g.Reasons, c.String())
		}
		if rest != nil {
			rest = new(big.Rat).Sub(rest, t.Amount.rational())
		}
	}
	if rest == nil {
		return
	}
	gap, ok := moneyOf(rest, g.Target.Currency())
	if !ok {
		return
	}
	g.Gap, g.Met = gap, gap.Minor() <= 0
}
