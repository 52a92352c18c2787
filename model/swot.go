package model

// KindSwot is one entry of a SWOT analysis.
const KindSwot Kind = 20

var swotSpec = Spec{
	Kind: KindSwot, Word: "swot", Plural: "swots", Noun: "SWOT entry", Scope: ScopeAccount,
	New:    func() Record { return new(Swot) },
	Detail: func(r Record) string { return r.(*Swot).Quarter.String() },
	About:  "a strength, weakness, opportunity or threat",
}

// Swot is a strength, weakness, opportunity or threat of ours in the account
// (domain section 3, from S2).
type Swot struct {
	Head
	Quarter  Quarter
	Text     string
	Evidence string
	Of       SwotSubject
}

// Kind implements [Record].
func (*Swot) Kind() Kind { return KindSwot }

// Fields implements [Record].
func (s *Swot) Fields() []Field {
	return s.Head.with(KindSwot,
		choice(10, "quarter", "Quadrant", &s.Quarter).Need(),
		text(11, "text", "Text", &s.Text).Need(),
		choice(13, "of", "Of", &s.Of),
		text(12, "evidence", "Evidence", &s.Evidence).Help("how we know"),
	)
}

// Quarter is a quadrant of a SWOT analysis.
type Quarter = Choice[quarterWords]

// The words of Quarter; their meanings stand in the vocabulary below.
const (
	Strength   Quarter = 1
	Weakness   Quarter = 2
	SwotChance Quarter = 3 // the word is Opportunity
	ThreatToUs Quarter = 4 // the word is Threat
)

type quarterWords struct{}

// Words implements [Vocabulary].
func (quarterWords) Words() []Word { return quarterList }

var quarterList = []Word{
	{Name: "Strength", Key: 's', Mark: "S", Meaning: "what we are good at there", Aliases: []string{"Strengths"}},
	{Name: "Weakness", Key: 'w', Mark: "W", Meaning: "what we are bad at there", Aliases: []string{"Weaknesses"}},
	{Name: "Opportunity", Key: 'o', Mark: "O", Meaning: "what may help us", Aliases: []string{"Opportunities"}},
	{Name: "Threat", Key: 't', Mark: "T", Meaning: "what may harm us", Aliases: []string{"Threats"}},
}

// SwotSubject is what a SWOT entry speaks of (S2).
type SwotSubject = Choice[swotSubjectWords]

// The words of SwotSubject; their meanings stand in the vocabulary below.
const (
	SwotRelationship SwotSubject = 1
	SwotAccount      SwotSubject = 2
	SwotMarket       SwotSubject = 3
)

type swotSubjectWords struct{}

// Words implements [Vocabulary].
func (swotSubjectWords) Words() []Word { return swotSubjectList }

var swotSubjectList = []Word{
	{Name: "Relationship", Key: 'r', Meaning: "between them and us"},
	{Name: "Account", Key: 'a', Meaning: "the customer itself"},
	{Name: "Market", Key: 'm', Meaning: "the world around both"},
}
