package model

// KindGoal is what a stakeholder is measured by, and where it should go.
const KindGoal Kind = 14

var goalSpec = Spec{
	Kind: KindGoal, Word: "goal", Plural: "goals", Scope: ScopeAccount,
	New:    func() Record { return new(Goal) },
	Detail: func(r Record) string { return r.(*Goal).By.String() },
	About:  "what a stakeholder is measured by, and where it should go",
}

// Goal is a number by which a stakeholder is measured (domain section 3, from S3).
type Goal struct {
	Head
	Metric        string
	Contact       ID
	UnitOfMeasure string
	Baseline      Number
	Current       Number
	Target        Number
	Benchmark     Number
	By            Date
	Impact        string
	Stated        Statement
	Horizon       Horizon
}

// Kind implements [Record].
func (*Goal) Kind() Kind { return KindGoal }

// Fields implements [Record].
func (g *Goal) Fields() []Field {
	return g.Head.with(KindGoal,
		text(10, "metric", "Metric", &g.Metric).Need().Customer(),
		link(11, "contact", "Whose", &g.Contact, KindContact).Front().Customer(),
		text(12, "unit_of_measure", "Measured in", &g.UnitOfMeasure).Front().Customer().Help("like % or days"),
		number(13, "baseline", "Baseline", &g.Baseline).Front().Customer(),
		number(14, "current", "Current", &g.Current).Front().Customer(),
		number(15, "target", "Target", &g.Target).Front().Customer(),
		number(16, "benchmark", "Benchmark", &g.Benchmark).Customer(),
		date(17, "by", "By", &g.By).Front().Customer(),
		text(18, "impact", "Our impact", &g.Impact).Front().Long().Customer().Help("what we can do for it"),
		choice(19, "stated", "Stated", &g.Stated),
		choice(20, "horizon", "Horizon", &g.Horizon).Customer(),
	)
}

// Statement is whether a goal was said or is inferred.
type Statement = Choice[statementWords]

// The words of Statement; their meanings stand in the vocabulary below.
const (
	Stated  Statement = 1
	Implied Statement = 2
)

type statementWords struct{}

// Words implements [Vocabulary].
func (statementWords) Words() []Word { return statementList }

var statementList = []Word{
	{Name: "Stated", Key: 's', Meaning: "they said so"},
	{Name: "Implied", Key: 'i', Meaning: "we conclude it"},
}

// Horizon is how far off a goal lies.
type Horizon = Choice[horizonWords]

// The words of Horizon; their meanings stand in the vocabulary below.
const (
	ShortRange Horizon = 1
	LongRange  Horizon = 2
)

type horizonWords struct{}

// Words implements [Vocabulary].
func (horizonWords) Words() []Word { return horizonList }

var horizonList = []Word{
	{Name: "Short", Key: 's', Meaning: "within a year", Aliases: []string{"Short-range", "Short-term"}},
	{Name: "Long", Key: 'l', Meaning: "beyond a year", Aliases: []string{"Long-range", "Long-term"}},
}
