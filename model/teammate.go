package model

import "errors"

// KindTeammate is one of us, or of a partner, who works on accounts.
const KindTeammate Kind = 3

var teammateSpec = Spec{
	Kind: KindTeammate, Word: "teammate", Plural: "teammates", Scope: ScopeShared,
	New:     func() Record { return new(Teammate) },
	Detail:  func(r Record) string { return r.(*Teammate).Role.String() },
	Address: func(r Record) string { return r.(*Teammate).Email },
	About:   "one of us, or of a partner, who works on accounts",
}

// Teammate is one of ours, or a partner's, who works on accounts. Teammates are
// shared by all accounts (domain section 2).
type Teammate struct {
	Head
	Name     string
	Email    string
	Role     TeamRole
	Company  string
	Manager  ID // teammate
	Products []ID
}

// Kind implements [Record].
func (*Teammate) Kind() Kind { return KindTeammate }

// Fields implements [Record].
func (t *Teammate) Fields() []Field {
	return t.Head.with(KindTeammate,
		text(10, "name", "Name", &t.Name).Need().Customer(),
		text(11, "email", "E-mail", &t.Email).Customer(),
		choice(12, "role", "Role", &t.Role).Customer(),
		text(13, "company", "Company", &t.Company).Customer().Help("where not ours: the partner"),
		link(14, "manager", "Manager", &t.Manager, KindTeammate),
		links(15, "products", "Products", &t.Products, KindProduct).Customer().Help("which of our products they cover"),
	)
}

// Validate implements [Validator].
func (t *Teammate) Validate() error {
	if t.Manager == t.ID && !t.ID.IsZero() {
		return errors.New("manager cannot be the teammate itself: leave it empty")
	}
	return nil
}

// TeamRole is what a teammate does for an account.
type TeamRole = Choice[teamRoleWords]

// The words of TeamRole; their meanings stand in the vocabulary below.
const (
	AccountExecutive        TeamRole = 1
	StrategicAccountManager TeamRole = 2
	AccountManager          TeamRole = 3
	PortfolioSales          TeamRole = 4
	CustomerSuccessRole     TeamRole = 5
	SalesEngineer           TeamRole = 6
	BusinessDevelopment     TeamRole = 7
	MarketingRole           TeamRole = 8
	SupportRole             TeamRole = 9
	ProductRole             TeamRole = 10
	ProgrammeManager        TeamRole = 11
	ExecutiveSponsorRole    TeamRole = 12
	PartnerRole             TeamRole = 13
)

type teamRoleWords struct{}

// Words implements [Vocabulary].
func (teamRoleWords) Words() []Word { return teamRoleList }

var teamRoleList = []Word{
	{Name: "Account Executive", Key: 'e', Meaning: "sells", Aliases: []string{"AE"}},
	{Name: "Strategic Account Manager", Key: 's', Meaning: "leads the plan of a large account", Aliases: []string{"SAM"}},
	{Name: "Account Manager", Key: 'a', Meaning: "looks after the account", Aliases: []string{"AM"}},
	{Name: "Portfolio Sales", Key: 'p', Meaning: "sells one line of products across accounts", Aliases: []string{"Specialist", "Overlay"}},
	{Name: "Customer Success", Key: 'c', Meaning: "sees that the customer gets what was promised", Aliases: []string{"CSM", "Customer Success Manager"}},
	{Name: "Sales Engineer", Key: 'n', Meaning: "shows that it works", Aliases: []string{"SE", "Solution Engineer", "Presales"}},
	{Name: "Business Development", Key: 'b', Meaning: "opens doors", Aliases: []string{"BDR", "SDR"}},
	{Name: "Marketing", Key: 'm', Meaning: "campaigns and content"},
	{Name: "Support", Key: 'u', Meaning: "mends what breaks"},
	{Name: "Product", Key: 'd', Meaning: "builds what we sell"},
	{Name: "Programme Manager", Key: 'g', Meaning: "keeps the team to the plan", Aliases: []string{"Program Manager"}},
	{Name: "Executive Sponsor", Key: 'x', Meaning: "our senior voice at the customer", Aliases: []string{"Sponsor"}},
	{Name: "Partner", Key: 'r', Meaning: "works for a partner of ours"},
}
