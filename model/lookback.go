package model

import (
	"fmt"
	"math/big"
)

// LookBack is what the records say of the past, before and after the plan began
// (rule 16, from S3).
type LookBack struct {
	Began  Date // the plan's first day; not known: all lies in Whole
	Before Past
	After  Past
	Whole  Past
	Tenure int // days that they have been a customer, -1 when not known
	// Pipeline is the open amount of what the plan year still lacks: 3 means three
	// times; not known without a target that is not met yet.
	Pipeline Ratio
	Reasons  []string
	Ask      []string
}

// Past is what a stretch of time looks like from the records.
type Past struct {
	Period       Period
	Deals        WinLoss
	AverageOrder Sums  // of each currency the mean of the won amounts, to the minor unit
	Orders       Ratio // orders won a year: days are counted as 365 to the year
	Expansion    Ratio // of the won amounts, in minor units, those of upsell and cross-sell
	CycleDays    Ratio // mean sales cycle of what was decided, where it is on record
	Renewed      Ratio // contracts that went on, of those decided
}

// LookBackOf counts average order value, purchase frequency, tenure, expansion
// rate, win rate, sales cycle, renewal rate and pipeline coverage from the
// records (rule 16). A deal counts on the day it was decided, a renewal on its
// own; those without a day are in Whole only.
func LookBackOf(p *Plan, today Date) LookBack {
	l := LookBack{Began: p.Account.PlanStart, Tenure: -1}
	first := firstDay(p, today)
	l.Whole = p.past(Period{first, today}, today, true)
	if !l.Began.IsZero() && !today.Before(l.Began) {
		l.Before = p.past(Period{first, l.Began.AddDays(-1)}, today, false)
		l.After = p.past(Period{l.Began, today}, today, false)
	}
	if since := p.Account.CustomerSince; !since.IsZero() && !today.Before(since) {
		l.Tenure = today.DaysSince(since)
		l.Reasons = append(l.Reasons, fmt.Sprintf("a customer since %s", since))
	} else {
		l.Ask = append(l.Ask, fmt.Sprintf("Since when is %s a customer?", p.Account.Name))
	}
	l.Reasons = append(l.Reasons, l.Whole.Deals.Reasons...)
	for _, o := range All[*Opportunity](p.Book) {
		switch {
		case o.Open():
		case o.Close.IsZero():
			l.Ask = append(l.Ask, fmt.Sprintf("When was “%s” decided?", o.Name))
		case o.CycleDays.IsZero():
			l.Ask = append(l.Ask, fmt.Sprintf("How many days did “%s” take?", o.Name))
		}
	}
	l.cover(p, today)
	return l
}

// cover holds the open pipeline against what the plan year still lacks.
func (l *LookBack) cover(p *Plan, today Date) {
	g := RevenueGapOf(p, today)
	if g.Target.IsZero() {
		l.Ask = append(l.Ask, g.Ask[0])
		return
	}
	var open Sums
	for _, o := range All[*Opportunity](p.Book) {
		if o.Open() && !g.Period.End.Before(o.Close) {
			open.Add(o.Amount)
		}
	}
	rates, to := All[*Rate](p.Book), g.Target.Currency()
	won := TotalOf(g.Won, to, rates, today)
	have := TotalOf(open, to, rates, today)
	if !g.Won.IsZero() && won.Amount.IsZero() || !open.IsZero() && have.Amount.IsZero() {
		l.Ask = append(append(l.Ask, won.Ask...), have.Ask...)
		return
	}
	if lacking := g.Target.Minor() - won.Amount.Minor(); lacking > 0 {
		l.Pipeline = Ratio{have.Amount.Minor(), lacking}
		l.Reasons = append(l.Reasons, fmt.Sprintf("%s open for the %s still lacking in the plan year %s", moneyOrNone(open), NewMoney(lacking, to).Grouped(), g.Period))
		if late := amountsOf(g.Late); !late.IsZero() {
			l.Reasons = append(l.Reasons, fmt.Sprintf("%s more is open, but expected to close after it", late.Grouped()))
		}
		if g.Assumed {
			l.Reasons = append(l.Reasons, assumedYear(g.Period))
		}
	} else {
		l.Reasons = append(l.Reasons, "the target is reached without the open pipeline")
	}
}

func amountsOf(deals []*Opportunity) Sums {
	var s Sums
	for _, o := range deals {
		s.Add(o.Amount)
	}
	return s
}

// firstDay is when the past begins: when they became a customer, or the first
// day of anything decided, whichever is earlier.
func firstDay(p *Plan, today Date) Date {
	first := today
	earlier := func(d Date) {
		if d.Before(first) {
			first = d
		}
	}
	earlier(p.Account.CustomerSince)
	for _, o := range All[*Opportunity](p.Book) {
		if !o.Open() {
			earlier(o.Close)
		}
	}
	for _, r := range All[*Renewal](p.Book) {
		if !r.Open() {
			earlier(r.On)
		}
	}
	return first
}

// past counts what was decided in a period; undated says whether what has no day
// counts too.
func (p *Plan) past(in Period, today Date, undated bool) Past {
	x := Past{Period: in}
	counts := func(d Date) bool { return in.Has(d) || undated && d.IsZero() }
	var decided []*Opportunity
	for _, o := range All[*Opportunity](p.Book) {
		if !o.Open() && counts(o.Close) {
			decided = append(decided, o)
		}
	}
	x.Deals = WinLossOf(decided)
	orders := map[Currency]int64{}
	var more Sums
	cycle, cycles := new(big.Rat), int64(0)
	for _, o := range decided {
		if !o.CycleDays.IsZero() {
			cycle.Add(cycle, o.CycleDays.rational())
			cycles++
		}
		if o.Stage == StageWon && !o.Amount.IsZero() {
			orders[o.Amount.Currency()]++
			if o.Type == Upsell || o.Type == CrossSell {
				more.Add(o.Amount)
			}
		}
	}
	for _, sum := range x.Deals.WonAmount.All() {
		mean := new(big.Rat).Quo(sum.rational(), big.NewRat(orders[sum.Currency()], 1))
		if average, ok := moneyOf(mean, sum.Currency()); ok {
			x.AverageOrder.Add(average)
		}
	}
	if days := in.End.DaysSince(in.Start) + 1; days > 0 {
		x.Orders = Ratio{int64(x.Deals.Won) * 365, int64(days)}
	}
	x.Expansion = p.expansion(more, x.Deals.WonAmount, today)
	if cycles > 0 {
		x.CycleDays = Ratio{rounded(cycle).Int64(), cycles}
	}
	for _, r := range All[*Renewal](p.Book) {
		if !r.Open() && counts(r.On) {
			x.Renewed.Den++
			if r.Outcome != RenewalLost {
				x.Renewed.Num++
			}
		}
	}
	return x
}

// expansion is the part of the won amounts that more of the same and other
// products brought; not known without an amount, or without a rate.
func (p *Plan) expansion(more, won Sums, today Date) Ratio {
	whole := p.Total(won, today).Amount
	if whole.IsZero() || whole.Minor() <= 0 {
		return Ratio{}
	}
	part := TotalOf(more, whole.Currency(), All[*Rate](p.Book), today)
	return Ratio{part.Amount.Minor(), whole.Minor()}
}
