package model

// KindChallenge is what stands between the customer and an initiative.
const KindChallenge Kind = 17

var challengeSpec = Spec{
	Kind: KindChallenge, Word: "challenge", Plural: "challenges", Scope: ScopeAccount,
	New:    func() Record { return new(Challenge) },
	Detail: func(r Record) string { return r.(*Challenge).Type.String() },
	About:  "what stands between the customer and one of their initiatives",
}

// Challenge is what stands between the customer and an initiative (domain
// section 3, from S2): the middle of a chain that ends with a [Solution].
type Challenge struct {
	Head
	Name          string
	Initiative    ID
	Type          ChallengeType
	SuccessFactor string
	Source        string
}

// Kind implements [Record].
func (*Challenge) Kind() Kind { return KindChallenge }

// Fields implements [Record].
func (c *Challenge) Fields() []Field {
	return c.Head.with(KindChallenge,
		text(10, "name", "Name", &c.Name).Need().Customer(),
		link(11, "initiative", "Initiative", &c.Initiative, KindInitiative).Need().Customer(),
		choice(12, "type", "Type", &c.Type).Customer(),
		text(13, "success_factor", "Success factor", &c.SuccessFactor).Customer().Help("what has to go right"),
		text(14, "source", "Source", &c.Source).Help("how we know"),
	)
}

// ChallengeType is where a challenge comes from (S2).
type ChallengeType = Choice[challengeTypeWords]

// The words of ChallengeType; their meanings stand in the vocabulary below.
const (
	OperationalChallenge ChallengeType = 1
	StrategicChallenge   ChallengeType = 2
	MarketChallenge      ChallengeType = 3
)

type challengeTypeWords struct{}

// Words implements [Vocabulary].
func (challengeTypeWords) Words() []Word { return challengeTypeList }

var challengeTypeList = []Word{
	{Name: "Operational", Key: 'o', Meaning: "in how they work day by day"},
	{Name: "Strategic", Key: 's', Meaning: "in what they want to be"},
	{Name: "Market", Key: 'm', Meaning: "in the world around them", Aliases: []string{"Market-driven"}},
}
