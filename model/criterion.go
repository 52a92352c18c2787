package model

import "errors"

// KindCriterion is one question of our ideal customer profile.
const KindCriterion Kind = 21

var criterionSpec = Spec{
	Kind: KindCriterion, Word: "criterion", Plural: "criteria", Scope: ScopeShared,
	New:    func() Record { return new(Criterion) },
	Detail: func(r Record) string { return r.(*Criterion).Group.String() },
	About:  "one question of our ideal customer profile, shared by all accounts",
}

// Criterion is one question of the ideal customer profile, which all accounts
// share (domain section 3, from S0). Accounts answer it with an [Answer].
type Criterion struct {
	Head
	Name         string
	Group        CriterionGroup
	Ideal        string
	Caution      string
	OffStrategy  string
	KnockOut     bool   // an answer of Off-strategy makes the whole account off-strategy
	Weight       Number // against the others; see [Criterion.Pull]
	HowDoYouKnow string
}

// Kind implements [Record].
func (*Criterion) Kind() Kind { return KindCriterion }

// Fields implements [Record].
func (c *Criterion) Fields() []Field {
	return c.Head.with(KindCriterion,
		text(10, "name", "Name", &c.Name).Need(),
		choice(11, "group", "Group", &c.Group).Need(),
		number(16, "weight", "Weight", &c.Weight).Front().Help("against the others; empty: 1"),
		text(12, "ideal", "Ideal", &c.Ideal).Help("what an ideal customer looks like here"),
		text(13, "caution", "Caution", &c.Caution).Help("what makes us careful"),
		text(14, "off_strategy", "Off-strategy", &c.OffStrategy).Help("what is not for us"),
		yesNo(15, "knock_out", "Knock-out", &c.KnockOut).Help("off-strategy here is off-strategy in all"),
		text(17, "how_do_you_know", "How do you know?", &c.HowDoYouKnow).Long().Help("what counts as evidence"),
	)
}

// Validate implements [Validator].
func (c *Criterion) Validate() error {
	if c.Weight.Compare(NumberOf(0)) < 0 && !c.Weight.IsZero() {
		return errors.New("weight cannot be less than 0: 0 leaves the criterion out")
	}
	return nil
}

// Pull returns how much the criterion weighs: what the record says, else 1.
func (c *Criterion) Pull() Number {
	if c.Weight.IsZero() {
		return NumberOf(1)
	}
	return c.Weight
}

// CriterionGroup is what kind of question a criterion is; it says which answers
// it takes (S0).
type CriterionGroup = Choice[criterionGroupWords]

// The words of CriterionGroup; their meanings stand in the vocabulary below.
const (
	Firmographic    CriterionGroup = 1
	Pressure        CriterionGroup = 2
	ImpactPotential CriterionGroup = 3
)

type criterionGroupWords struct{}

// Words implements [Vocabulary].
func (criterionGroupWords) Words() []Word { return criterionGroupList }

var criterionGroupList = []Word{
	{Name: "Firmographic", Key: 'f', Meaning: "what they are: Ideal, Caution or Off-strategy"},
	{Name: "Pressure", Key: 'p', Meaning: "a sign of a problem we solve: Seen or Not Seen", Aliases: []string{"Pressures"}},
	{Name: "Impact", Key: 'i', Meaning: "what we could do for them: Yes, Partly or No", Aliases: []string{"Impact potential"}},
}

// Answers returns the values that an answer to a criterion of the group can
// have, best first; all of them when the group is not known.
func Answers(g CriterionGroup) []AnswerValue {
	switch g {
	case Firmographic:
		return []AnswerValue{AnswerIdeal, AnswerCaution, AnswerOffStrategy}
	case Pressure:
		return []AnswerValue{AnswerSeen, AnswerNotSeen}
	case ImpactPotential:
		return []AnswerValue{AnswerYes, AnswerPartly, AnswerNo}
	}
	return []AnswerValue{AnswerIdeal, AnswerCaution, AnswerOffStrategy, AnswerSeen, AnswerNotSeen, AnswerYes, AnswerPartly, AnswerNo}
}
