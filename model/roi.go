package model

import (
	"fmt"
	"math/big"
)

// Return is what an opportunity brings the customer for what it costs them.
type Return struct {
	Term     Number // months that benefit and cost are counted over; not known when the deal does not say
	Benefit  Money  // over the term
	Cost     Money  // over the term
	Net      Money  // benefit less cost
	Percent  int    // net of cost: the return on investment; see Known
	Known    bool   // that Benefit, Cost, Net and Percent are
	Payback  int    // the first month at whose end the benefits have covered the costs, counted from 1; 0: see Never
	Never    bool   // not within the term, or within a hundred years where no term is known
	Assumed  []string
	Reasons  []string
	Ask      []string
	Benefits []*Benefit
}

// longestPayback ends the search for the month of payback: a hundred years.
const longestPayback = 1200

// ReturnOf works out the return on investment of an opportunity and the month in
// which it has paid back, from its benefits, costs and term: exactly, rounded
// once to the minor unit. The cost at the start is what the record says, else
// the amount; the running cost and the benefits come in evenly through the
// year, a benefit from the month it starts. All amounts must be of one currency.
func ReturnOf(p *Plan, o *Opportunity) Return {
	r := Return{Term: o.Term}
	for _, b := range All[*Benefit](p.Book) {
		if b.Opportunity != o.ID {
			continue
		}
		r.Benefits = append(r.Benefits, b)
		r.assume(p, b)
	}
	start := o.Cost
	if start.IsZero() {
		start = o.Amount
	}
	var all Sums
	for _, m := range []Money{start, o.RunningCost} {
		all.Add(m)
	}
	for _, b := range r.Benefits {
		all.Add(b.Value)
	}
	switch {
	case len(r.Benefits) == 0:
		r.Ask = append(r.Ask, fmt.Sprintf("What does “%s” bring or save them a year?", o.Name))
	case start.IsZero() && o.RunningCost.IsZero():
		r.Ask = append(r.Ask, fmt.Sprintf("What does “%s” cost them?", o.Name))
	}
	if o.Term.IsZero() {
		r.Ask = append(r.Ask, fmt.Sprintf("Over how many months is the return of “%s” counted?", o.Name))
	}
	worth := false
	for _, b := range r.Benefits {
		worth = worth || !b.Value.IsZero()
	}
	switch {
	case !worth || start.IsZero() && o.RunningCost.IsZero():
		r.Reasons = []string{"not known yet: it takes a benefit and a cost"}
		return r
	case len(all.All()) != 1:
		r.Reasons = []string{"not known: the amounts are in different currencies (" + all.Grouped() + ")"}
		r.Ask = append(r.Ask, "State benefits and costs in one currency.")
		return r
	}
	m := returns{start: start.rational(), running: o.RunningCost.rational(), benefits: r.Benefits}
	r.overTerm(m, all.All()[0].Currency())
	r.payBack(m)
	return r
}

// assume notes what a benefit rests on, and what of it is missing.
func (r *Return) assume(p *Plan, b *Benefit) {
	if b.Value.IsZero() {
		r.Ask = append(r.Ask, fmt.Sprintf("What is “%s” worth a year?", b.Name))
		return
	}
	text := fmt.Sprintf("%s: %s a year", b.Name, b.Value.Grouped())
	if !b.Starts.IsZero() {
		text += fmt.Sprintf(" from month %s on", b.Starts.Grouped())
	}
	if goal := p.Name(b.Goal); goal != "" {
		text += ", by moving " + goal
	}
	if b.Assumption == "" {
		r.Ask = append(r.Ask, fmt.Sprintf("What has to be true for “%s”?", b.Name))
	} else {
		text += ", if: " + b.Assumption
	}
	r.Assumed = append(r.Assumed, text)
}

// returns are the flows of money of one deal.
type returns struct {
	start, running *big.Rat
	benefits       []*Benefit
}

// at returns benefit and cost so far after that many months.
func (m returns) at(months *big.Rat) (benefit, cost *big.Rat) {
	year := big.NewRat(12, 1)
	cost = new(big.Rat).Quo(months, year)
	cost.Mul(cost, m.running).Add(cost, m.start)
	benefit = new(big.Rat)
	for _, b := range m.benefits {
		if b.Value.IsZero() {
			continue
		}
		active := new(big.Rat).Sub(months, b.Starts.rational())
		if active.Sign() > 0 {
			benefit.Add(benefit, active.Quo(active, year).Mul(active, b.Value.rational()))
		}
	}
	return benefit, cost
}

func (r *Return) overTerm(m returns, c Currency) {
	if r.Term.IsZero() {
		return
	}
	benefit, cost := m.at(r.Term.rational())
	net := new(big.Rat).Sub(benefit, cost)
	var ok1, ok2, ok3 bool
	r.Benefit, ok1 = moneyOf(benefit, c)
	r.Cost, ok2 = moneyOf(cost, c)
	r.Net, ok3 = moneyOf(net, c)
	r.Percent, r.Known = percentOf(net, cost)
	if r.Known = r.Known && ok1 && ok2 && ok3; r.Known {
		r.Reasons = append(r.Reasons, fmt.Sprintf("over %s months %s of benefit for %s of cost: %d %%", r.Term.Grouped(), r.Benefit.Grouped(), r.Cost.Grouped(), r.Percent))
	}
}

func (r *Return) payBack(m returns) {
	for month := 1; month <= longestPayback; month++ {
		at := big.NewRat(int64(month), 1)
		if !r.Term.IsZero() && at.Cmp(r.Term.rational()) > 0 {
			break
		}
		if benefit, cost := m.at(at); benefit.Cmp(cost) >= 0 {
			r.Payback = month
			r.Reasons = append(r.Reasons, fmt.Sprintf("paid back in month %d", month))
			return
		}
	}
	r.Never = true
	if r.Term.IsZero() {
		r.Reasons = append(r.Reasons, "it never pays back")
	} else {
		r.Reasons = append(r.Reasons, fmt.Sprintf("not paid back within %s months", r.Term.Grouped()))
	}
}
