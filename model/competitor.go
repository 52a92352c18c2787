package model

// KindCompetitor is another vendor in the account.
const KindCompetitor Kind = 19

var competitorSpec = Spec{
	Kind: KindCompetitor, Word: "competitor", Plural: "competitors", Scope: ScopeAccount,
	New:   func() Record { return new(Competitor) },
	About: "another vendor in the account: where they sit, and what we say to it",
}

// Competitor is another vendor in this account (domain section 3, from S1, S2
// and S3). The customer's own rivals are a field of the account.
type Competitor struct {
	Head
	Name          string
	Embedded      []ID // units
	Products      []string
	ValueToday    string
	Strengths     string
	Weaknesses    string
	Counterpoints string
	Spend         Money // what the customer spends with them a year
	ContractEnd   Date
	Threat        Level
	Sponsor       ID // contact
}

// Kind implements [Record].
func (*Competitor) Kind() Kind { return KindCompetitor }

// Fields implements [Record].
func (c *Competitor) Fields() []Field {
	return c.Head.with(KindCompetitor,
		text(10, "name", "Name", &c.Name).Need(),
		choice(19, "threat", "Threat", &c.Threat).Front(),
		links(11, "embedded", "Embedded in", &c.Embedded, KindUnit).Front().Help("the units where they are"),
		texts(12, "products", "Their products", &c.Products).Front().Commas().Help("what of theirs is in use or on offer"),
		link(20, "sponsor", "Sponsor", &c.Sponsor, KindContact).Front().Help("who backs them"),
		text(13, "value_today", "Value today", &c.ValueToday).Long().Help("what the customer gets from them"),
		text(14, "strengths", "Strengths", &c.Strengths).Front().Long(),
		text(15, "weaknesses", "Weaknesses", &c.Weaknesses).Front().Long(),
		text(16, "counterpoints", "Counterpoints", &c.Counterpoints).Front().Long().Help("what we say to it"),
		money(17, "spend", "Spend with them", &c.Spend).Help("a year"),
		date(18, "contract_end", "Contract end", &c.ContractEnd),
	)
}
