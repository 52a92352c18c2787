package model

import (
	"cmp"
	"fmt"
	"slices"
)

// Renewals is what of an account's contracts comes up within a year.
type Renewals struct {
	Due     []*Renewal // of the next 12 months, not decided, by day
	Overdue []*Renewal // their day has passed, and nobody says what became of them
	AtRisk  []*Renewal // of Due, those of high risk
	Amount  Sums       // of Due
	Risk    Sums       // of AtRisk
	Judged  Sums       // of Due, where the risk is known
	Safe    int        // percent of Judged that is not at risk; see Known
	Known   bool
	Reasons []string
	Ask     []string
}

// RenewalsOf returns the contracts of the next 12 months, and how much of them
// is at risk: those whose risk is High (rule 9). One whose risk is not known is
// left out of the share, not counted as safe.
func RenewalsOf(p *Plan, today Date) Renewals { return p.renewals(All[*Renewal](p.Book), today) }

func (p *Plan) renewals(all []*Renewal, today Date) Renewals {
	var n Renewals
	ahead := Period{today, today.AddMonths(12)}
	for _, r := range all {
		switch {
		case !r.Open():
		case r.On.IsZero():
			n.Ask = append(n.Ask, fmt.Sprintf("When does “%s” renew?", Title(r, p.Name)))
		case r.On.Before(today):
			n.Overdue = append(n.Overdue, r)
			n.Ask = append(n.Ask, fmt.Sprintf("What became of “%s”?", Title(r, p.Name)))
		case ahead.Has(r.On):
			n.Due = append(n.Due, r)
			n.Amount.Add(r.Amount)
			n.weigh(p, r)
		}
	}
	for _, list := range [][]*Renewal{n.Due, n.Overdue, n.AtRisk} {
		slices.SortStableFunc(list, func(a, b *Renewal) int { return cmp.Or(a.On.Compare(b.On), a.ID.Compare(b.ID)) })
	}
	switch {
	case len(n.Due) == 0:
		n.Reasons = []string{"not known: no contract comes up within 12 months"}
	case n.Judged.IsZero():
		n.Reasons = []string{"not known yet: the risk of " + Count(len(n.Due), "contract", "contracts") + " is open"}
	default:
		atRisk, known, ask := p.shareOf(n.Risk, n.Judged, today)
		n.Safe, n.Known = 100-atRisk, known
		n.Ask = append(n.Ask, ask...)
		n.Reasons = []string{fmt.Sprintf("%s of %s that comes up within 12 months is at risk", moneyOrNone(n.Risk), n.Judged.Grouped())}
		if !known {
			n.Reasons = append(n.Reasons, "a rate is missing to say which share that is")
		}
	}
	if len(n.Overdue) > 0 {
		n.Reasons = append(n.Reasons, Count(len(n.Overdue), "contract is", "contracts are")+" past the day without an outcome")
	}
	return n
}

// weigh sorts a contract that comes up by its risk.
func (n *Renewals) weigh(p *Plan, r *Renewal) {
	if r.Risk == High {
		n.AtRisk = append(n.AtRisk, r)
	}
	switch {
	case r.Amount.IsZero():
		n.Ask = append(n.Ask, fmt.Sprintf("What is “%s” worth a year?", Title(r, p.Name)))
	case r.Risk == 0:
		n.Ask = append(n.Ask, fmt.Sprintf("How great is the risk that “%s” does not go on?", Title(r, p.Name)))
	default:
		n.Judged.Add(r.Amount)
		if r.Risk == High {
			n.Risk.Add(r.Amount)
		}
	}
}
