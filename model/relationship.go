package model

// KindRelationship is how one of us stands with a contact, now and as wanted.
const KindRelationship Kind = 6

var relationshipSpec = Spec{
	Kind: KindRelationship, Word: "relationship", Plural: "relationships", Scope: ScopeAccount,
	New:   func() Record { return new(Relationship) },
	Title: relationshipTitle,
	About: "how one of us stands with a contact, now and as wanted",
}

// Relationship is how a teammate stands with a contact, and where it should go
// (domain section 1).
type Relationship struct {
	Head
	Teammate ID
	Contact  ID
	Level    Standing
	Wanted   Standing
	Health   Wellbeing
}

// Kind implements [Record].
func (*Relationship) Kind() Kind { return KindRelationship }

// Fields implements [Record].
func (r *Relationship) Fields() []Field {
	return r.Head.with(KindRelationship,
		link(10, "teammate", "Teammate", &r.Teammate, KindTeammate).Need(),
		link(11, "contact", "Contact", &r.Contact, KindContact).Need(),
		choice(12, "level", "Level", &r.Level).Help("how they see us now"),
		choice(13, "wanted", "Wanted", &r.Wanted).Help("where it should be"),
		choice(14, "health", "Health", &r.Health),
	)
}

func relationshipTitle(rec Record, names Names) string {
	r := rec.(*Relationship)
	return nameOr(names, r.Teammate) + " with " + nameOr(names, r.Contact)
}

// Standing is how a customer sees the person across the table (S0), lowest first.
type Standing = Choice[standingWords]

// The words of Standing; their meanings stand in the vocabulary below.
const (
	Vendor         Standing = 1
	CredibleSource Standing = 2
	ProblemSolver  Standing = 3
	TrustedAdvisor Standing = 4
)

type standingWords struct{}

// Words implements [Vocabulary].
func (standingWords) Words() []Word { return standingList }

var standingList = []Word{
	{Name: "Vendor", Key: 'v', Mark: "1", Meaning: "somebody who sells"},
	{Name: "Credible Source", Key: 'c', Mark: "2", Meaning: "somebody who knows the subject"},
	{Name: "Problem Solver", Key: 'p', Mark: "3", Meaning: "somebody who helps"},
	{Name: "Trusted Advisor", Key: 't', Mark: "4", Meaning: "somebody whose advice is sought first", Aliases: []string{"Trusted Adviser"}},
}
