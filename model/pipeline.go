package model

import "fmt"

// Weighted returns the amount times the chance of winning it, to the minor unit;
// not known when either is not. Of a won opportunity it is the amount, of a lost
// one nought.
func (o *Opportunity) Weighted() Money { return o.Amount.timesPercent(o.Chance()) }

// StageSum is the opportunities at one stage and what they come to.
type StageSum struct {
	Stage    Stage // zero: those of which the stage is not known
	Deals    []*Opportunity
	Amount   Sums
	Weighted Sums
}

// Pipeline is the opportunities of an account by stage, with sums.
type Pipeline struct {
	Stages   []StageSum // every stage in its order; last those without one, if any
	Open     Sums       // amounts of the open ones
	Weighted Sums       // those by their chance; a rounded row never differs from the sum
	Deals    int        // open ones
	Reasons  []string
	Ask      []string
}

// PipelineOf sums opportunities up by stage (domain section 4).
func PipelineOf(deals []*Opportunity) Pipeline {
	var p Pipeline
	var noAmount, noChance, usual int
	bySt := map[Stage]*StageSum{}
	order := []Stage{StagePotential, StageQualifying, StageProposing, StageNegotiating, StageWon, StageLost, 0}
	for _, s := range order {
		bySt[s] = &StageSum{Stage: s}
	}
	for _, o := range deals {
		s := bySt[o.Stage]
		s.Deals = append(s.Deals, o)
		s.Amount.Add(o.Amount)
		s.Weighted.Add(o.Weighted())
		if !o.Open() {
			continue
		}
		p.Deals++
		p.Open.Add(o.Amount)
		p.Weighted.Add(o.Weighted())
		switch {
		case o.Amount.IsZero():
			noAmount++
			p.Ask = append(p.Ask, fmt.Sprintf("What is “%s” worth?", o.Name))
		case o.Chance().IsZero():
			noChance++
			p.Ask = append(p.Ask, fmt.Sprintf("At what stage is “%s”?", o.Name))
		case o.Probability.IsZero():
			usual++
		}
	}
	for _, s := range order {
		if s != 0 || len(bySt[s].Deals) > 0 {
			p.Stages = append(p.Stages, *bySt[s])
		}
	}
	p.say(noAmount, noChance, usual)
	return p
}

func (p *Pipeline) say(noAmount, noChance, usual int) {
	switch {
	case p.Deals == 0:
		p.Reasons = []string{"no opportunity is open"}
		return
	case p.Open.IsZero():
		p.Reasons = []string{Count(p.Deals, "opportunity is", "opportunities are") + " open, of no known worth"}
		return
	}
	p.Reasons = []string{fmt.Sprintf("%s open, worth %s", Count(p.Deals, "opportunity", "opportunities"), p.Open.Grouped())}
	if !p.Weighted.IsZero() {
		p.Reasons = append(p.Reasons, "weighted by their chances "+p.Weighted.Grouped())
	}
	for _, part := range []struct {
		count int
		words string
	}{
		{usual, "%s weighted as is usual for the stage"},
		{noAmount, "%s left out: no amount"},
		{noChance, "%s not weighted: neither stage nor probability"},
	} {
		if part.count > 0 {
			p.Reasons = append(p.Reasons, fmt.Sprintf(part.words, Count(part.count, "is", "are")))
		}
	}
}
