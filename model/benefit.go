package model

import "errors"

// KindBenefit is what one opportunity is worth to the customer, and why.
const KindBenefit Kind = 35

var benefitSpec = Spec{
	Kind: KindBenefit, Word: "benefit", Plural: "benefits", Scope: ScopeAccount,
	New:    func() Record { return new(Benefit) },
	Detail: func(r Record) string { return r.(*Benefit).Value.Grouped() },
	About:  "what an opportunity is worth to the customer a year, and the assumption behind it",
}

// Benefit is one reason why an opportunity pays for the customer: what it brings
// or saves a year, on which assumption, and the goal it moves. With the costs and
// the term of the opportunity it makes the return: see [ReturnOf].
type Benefit struct {
	Head
	Opportunity ID
	Name        string
	Value       Money // a year
	Goal        ID
	Assumption  string
	Starts      Number // months from the start until it takes effect; not known: at once
}

// Kind implements [Record].
func (*Benefit) Kind() Kind { return KindBenefit }

// Fields implements [Record].
func (b *Benefit) Fields() []Field {
	return b.Head.with(KindBenefit,
		text(11, "name", "Name", &b.Name).Need(),
		link(10, "opportunity", "Opportunity", &b.Opportunity, KindOpportunity).Need(),
		money(12, "value", "Value", &b.Value).Front().Help("to the customer, a year"),
		text(14, "assumption", "Assumption", &b.Assumption).Long().Front().Help("what has to be true for that"),
		link(13, "goal", "Goal", &b.Goal, KindGoal).Help("the number of theirs that it moves"),
		number(15, "starts", "Starts after", &b.Starts).In("months").Help("empty: at once"),
	)
}

// Validate implements [Validator].
func (b *Benefit) Validate() error {
	if b.Starts.Compare(NumberOf(0)) < 0 && !b.Starts.IsZero() {
		return errors.New("starts cannot be less than 0 months: leave it empty for at once")
	}
	return nil
}
