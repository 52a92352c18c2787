package model

import "errors"

// KindOpportunity is something we may sell to the customer, or have sold or lost.
const KindOpportunity Kind = 16

var opportunitySpec = Spec{
	Kind: KindOpportunity, Word: "opportunity", Plural: "opportunities", Scope: ScopeAccount,
	New:    func() Record { return new(Opportunity) },
	Detail: func(r Record) string { return r.(*Opportunity).Stage.String() },
	About:  "something we may sell to the customer, or have sold or lost",
}

// Opportunity is something we may sell to the customer (domain section 4, from
// S1 and S3). A [Renewal] is never also an opportunity. Its [Benefit] records,
// the cost and the term make the case for the customer: see [ReturnOf].
type Opportunity struct {
	Head
	Name         string
	Owner        ID // teammate
	Product      ID
	Unit         ID
	Type         OpportunityType
	Stage        Stage
	Amount       Money
	Probability  Number // percent; see [Opportunity.Chance]
	Close        Date   // expected; of one won or lost the day it was
	NextStep     string
	CycleDays    Number // from the first talk to the decision
	Buyer        ID     // contact
	Deciders     []ID
	BudgetSource string
	Proof        []ID // stories
	ROI          string
	Competitor   ID
	Reason       DealReason
	ReasonText   string
	Cost         Money  // what the customer pays at the start, where it is not the amount
	RunningCost  Money  // what the customer pays a year from then on
	Term         Number // months that the return is counted over
}

// Kind implements [Record].
func (*Opportunity) Kind() Kind { return KindOpportunity }

// Fields implements [Record].
func (o *Opportunity) Fields() []Field {
	return o.Head.with(KindOpportunity,
		text(10, "name", "Name", &o.Name).Need(),
		money(16, "amount", "Amount", &o.Amount).Core(),
		choice(15, "stage", "Stage", &o.Stage).Front().Help("how far it has come"),
		date(18, "close", "Close", &o.Close).Front().Help("when they decide; of one won or lost, when they did"),
		link(11, "owner", "Owner", &o.Owner, KindTeammate).Front(),
		link(12, "product", "Product", &o.Product, KindProduct).Front(),
		link(13, "unit", "Unit", &o.Unit, KindUnit).Front(),
		choice(14, "type", "Type", &o.Type),
		number(17, "probability", "Probability", &o.Probability).In("%").Help("empty: what is usual for the stage"),
		text(19, "next_step", "Next step", &o.NextStep).Front(),
		link(21, "buyer", "Buyer", &o.Buyer, KindContact).Help("who signs for the money"),
		links(22, "deciders", "Deciders", &o.Deciders, KindContact).Help("who else has to agree"),
		text(23, "budget_source", "Budget source", &o.BudgetSource).Help("whose money, and is it there?"),
		link(26, "competitor", "Competitor", &o.Competitor, KindCompetitor).Help("who else is after it"),
		choice(27, "reason", "Reason", &o.Reason).Help("why it was won or lost"),
		text(28, "reason_text", "Reason in words", &o.ReasonText).Long(),
		links(24, "proof", "Proof", &o.Proof, KindStory).Help("success stories that speak for it"),
		text(25, "roi", "ROI case", &o.ROI).Long().Help("why it pays for the customer"),
		money(29, "cost", "Cost to them", &o.Cost).Help("what they pay at the start; empty: the amount"),
		money(30, "running_cost", "Running cost", &o.RunningCost).Help("what they pay a year from then on"),
		number(31, "term", "Term", &o.Term).In("months").Help("how long the return is counted"),
		number(20, "cycle_days", "Sales cycle", &o.CycleDays).In("days").Help("from the first talk to the decision"),
	)
}

// Validate implements [Validator].
func (o *Opportunity) Validate() error {
	switch {
	case o.Probability.Compare(NumberOf(0)) < 0 && !o.Probability.IsZero(), NumberOf(100).Compare(o.Probability) < 0:
		return errors.New("probability must lie between 0 and 100 %")
	case o.CycleDays.Compare(NumberOf(0)) < 0 && !o.CycleDays.IsZero():
		return errors.New("cycle_days cannot be less than 0")
	case o.Term.Compare(NumberOf(0)) <= 0 && !o.Term.IsZero():
		return errors.New("term must be more than 0 months: leave it empty when it is not known")
	}
	return nil
}

// Open reports whether the customer has not decided yet.
func (o *Opportunity) Open() bool { return o.Stage != StageWon && o.Stage != StageLost }

// Chance returns how likely the opportunity is to be won, in percent: what the
// record says, else what is usual for its stage. Won is 100 and lost 0, whatever
// the record says. Not known without stage and probability.
func (o *Opportunity) Chance() Number {
	switch {
	case o.Stage == StageWon:
		return NumberOf(100)
	case o.Stage == StageLost:
		return NumberOf(0)
	case !o.Probability.IsZero() || o.Stage == 0:
		return o.Probability
	}
	return NumberOf(usualChances[o.Stage])
}

// usualChances are the percentages of an open stage that stand for a probability
// which nobody gave. They are ours: no source names any.
var usualChances = map[Stage]int64{StagePotential: 10, StageQualifying: 25, StageProposing: 50, StageNegotiating: 75}

// OpportunityType is what a sale is to the customer (S1).
type OpportunityType = Choice[opportunityTypeWords]

// The words of OpportunityType; their meanings stand in the vocabulary below.
const (
	NewBusiness OpportunityType = 1
	Upsell      OpportunityType = 2
	CrossSell   OpportunityType = 3
)

type opportunityTypeWords struct{}

// Words implements [Vocabulary].
func (opportunityTypeWords) Words() []Word { return opportunityTypeList }

var opportunityTypeList = []Word{
	{Name: "New", Key: 'n', Mark: "N", Meaning: "their first order of anything", Aliases: []string{"New Business", "New Customer", "New Logo", "newbusiness"}},
	{Name: "Upsell", Key: 'u', Mark: "U", Meaning: "more of what they have", Aliases: []string{"Existing Customer - Upgrade", "Upgrade", "Expansion"}},
	{Name: "Cross-sell", Key: 'c', Mark: "C", Meaning: "something else of ours", Aliases: []string{"Add-On", "Add-On Business"}},
}

// Stage is how far an opportunity has come (S1).
type Stage = Choice[stageWords]

// The words of Stage; their meanings stand in the vocabulary below.
const (
	StagePotential   Stage = 1
	StageQualifying  Stage = 2
	StageProposing   Stage = 3
	StageNegotiating Stage = 4
	StageWon         Stage = 5
	StageLost        Stage = 6
)

type stageWords struct{}

// Words implements [Vocabulary].
func (stageWords) Words() []Word { return stageList }

// The stages of the usual systems are taken on the way in where there is no
// doubt which of ours they are.
var stageList = []Word{
	{Name: "Potential", Key: 'p', Mark: "p", Meaning: "we see it; nobody has talked of it", Aliases: []string{"Prospecting", "Lead", "Lead In", "Identified"}},
	{Name: "Qualifying", Key: 'q', Mark: "q", Meaning: "is it real, and who decides?", Aliases: []string{"Qualification", "Qualified", "Qualify", "Qualified to buy", "Needs Analysis",
		"Value Proposition", "Id. Decision Makers", "Perception Analysis", "Appointment Scheduled", "Contact Made", "Discovery"}},
	{Name: "Proposing", Key: 'o', Mark: "o", Meaning: "our offer is being made or read", Aliases: []string{"Proposal", "Proposal/Price Quote", "Proposal Made", "Propose", "Presentation Scheduled", "Quote"}},
	{Name: "Negotiating", Key: 'n', Mark: "n", Meaning: "they want it; the terms are open", Aliases: []string{"Negotiation", "Negotiation/Review", "Negotiations Started", "Contract Sent", "decisionmakerboughtin",
		"Decision Maker Bought-In"}},
	{Name: "Won", Key: 'w', Mark: "W", Meaning: "they bought from us", Aliases: []string{"Closed Won", "Closed - Won"}},
	{Name: "Lost", Key: 'l', Mark: "x", Meaning: "they bought elsewhere, or nothing", Aliases: []string{"Closed Lost", "Closed - Lost"}},
}

// DealReason is what decided an opportunity, either way.
type DealReason = Choice[dealReasonWords]

// The words of DealReason; their meanings stand in the vocabulary below.
const (
	ReasonPrice        DealReason = 1
	ReasonProduct      DealReason = 2
	ReasonRelationship DealReason = 3
	ReasonProof        DealReason = 4
	ReasonDelivery     DealReason = 5
	ReasonBudget       DealReason = 6
	ReasonTiming       DealReason = 7
	ReasonNoDecision   DealReason = 8
	ReasonOther        DealReason = 9
)

type dealReasonWords struct{}

// Words implements [Vocabulary].
func (dealReasonWords) Words() []Word { return dealReasonList }

var dealReasonList = []Word{
	{Name: "Price", Key: 'p', Meaning: "what it costs", Aliases: []string{"Lost to price", "Pricing"}},
	{Name: "Product", Key: 'd', Meaning: "what it can do", Aliases: []string{"Features", "Functionality", "Product fit"}},
	{Name: "Relationship", Key: 'r', Meaning: "who knows and trusts whom"},
	{Name: "Proof", Key: 'f', Meaning: "whether others have done it", Aliases: []string{"References"}},
	{Name: "Delivery", Key: 'v', Meaning: "service, support, how it is put in", Aliases: []string{"Service", "Support", "Implementation"}},
	{Name: "Budget", Key: 'b', Meaning: "whether there was money for it", Aliases: []string{"No budget", "Lost funding"}},
	{Name: "Timing", Key: 't', Meaning: "when it came"},
	{Name: "No Decision", Key: 'n', Meaning: "they left it as it was", Aliases: []string{"Lost to no decision", "No decision / non-responsive", "Status quo"}},
	{Name: "Other", Key: 'x', Meaning: "anything else"},
}
