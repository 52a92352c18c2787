package model

// KindSolution is how we help with a challenge.
const KindSolution Kind = 18

var solutionSpec = Spec{
	Kind: KindSolution, Word: "solution", Plural: "solutions", Scope: ScopeAccount,
	New:   func() Record { return new(Solution) },
	About: "how we help with a challenge of the customer",
}

// Solution is how we help with a [Challenge], and why they should believe it
// (domain section 3, from S2).
type Solution struct {
	Head
	Name      string
	Challenge ID
	Product   ID
	How       string
	Proof     ID // story
}

// Kind implements [Record].
func (*Solution) Kind() Kind { return KindSolution }

// Fields implements [Record].
func (s *Solution) Fields() []Field {
	return s.Head.with(KindSolution,
		text(10, "name", "Name", &s.Name).Need().Customer(),
		link(11, "challenge", "Challenge", &s.Challenge, KindChallenge).Need().Customer(),
		link(12, "product", "Product", &s.Product, KindProduct).Customer(),
		text(13, "how", "How", &s.How).Long().Customer().Help("how it meets the challenge"),
		link(14, "proof", "Proof", &s.Proof, KindStory).Customer().Help("a success story"),
	)
}
