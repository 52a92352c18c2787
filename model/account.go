package model

// KindAccount is a customer or prospect, and the plan for it.
const KindAccount Kind = 1

var accountSpec = Spec{
	Kind: KindAccount, Word: "account", Plural: "accounts", Scope: ScopeRoot,
	New:    func() Record { return new(Account) },
	Detail: func(r Record) string { return r.(*Account).Industry },
	About:  "a customer or prospect, and the plan for it",
}

// Account is a customer or prospect with everything that is said of it as a
// whole (domain section 2). Its plan is the records that belong to it.
type Account struct {
	Head
	Name                 string
	Headline             string
	PlanType             PlanType
	PlanStatus           PlanStatus
	PlanStart, PlanEnd   Date
	Owner                ID // teammate
	ExecutiveSponsor     ID // teammate
	Team                 []ID
	RulesOfEngagement    string
	Relationship         AccountRelationship
	CustomerSince        Date
	Industry             string
	HQ                   string
	Geography            string
	Employees            Number
	AnnualRevenue        Money
	RevenueGrowth        Number // percent a year
	Profitability        string
	MarketShare          Number // percent
	FiscalYearEnd        string
	SharePrice           Money
	Ownership            string
	Funding              string
	BusinessModel        string
	Maturity             Maturity
	Offerings            []string
	TargetMarkets        []string
	Rivals               []string // the customer's own, each "name: known for"
	Mission              string
	Vision               string
	IndustryTrends       string
	FoundingStory        string
	StrategicPriorities  string
	Description          string
	Culture              Culture
	ImportanceToUs       Level
	ImportanceToCustomer Level
	Tier                 Tier
	OurStrategy          string
	ValueProposition     string
	RevenueTarget        Money // of the plan year
	OverallHealth        Wellbeing
	HealthReason         string
	Currency             Currency // of amounts given without one
	Sources              []string // where each section comes from
	Archived             bool     // put away: shown only to those who ask for it
}

// Kind implements [Record].
func (*Account) Kind() Kind { return KindAccount }

// Fields implements [Record].
func (a *Account) Fields() []Field {
	return a.Head.with(KindAccount,
		text(10, "name", "Name", &a.Name).Need().Customer(),
		text(11, "headline", "Headline", &a.Headline).Front().Help("one line: where we stand"),
		choice(12, "plan_type", "Plan type", &a.PlanType).Core(),
		text(22, "industry", "Industry", &a.Industry).Core().Customer(),
		number(25, "employees", "Employees", &a.Employees).Core().Customer(),
		money(26, "annual_revenue", "Annual revenue", &a.AnnualRevenue).Core().Customer(),
		choice(51, "overall_health", "Overall health", &a.OverallHealth).Core().Help("your own judgment"),
		link(16, "owner", "Owner", &a.Owner, KindTeammate).Core().Customer(),
		text(52, "health_reason", "Health reason", &a.HealthReason).Help("why it is so"),
		choice(13, "plan_status", "Plan status", &a.PlanStatus).Customer(),
		date(14, "plan_start", "Plan start", &a.PlanStart).Customer(),
		date(15, "plan_end", "Plan end", &a.PlanEnd).Customer(),
		link(17, "executive_sponsor", "Executive sponsor", &a.ExecutiveSponsor, KindTeammate).Customer(),
		links(18, "team", "Team", &a.Team, KindTeammate).Customer(),
		text(19, "rules_of_engagement", "Rules of engagement", &a.RulesOfEngagement).Long().Help("who may talk to whom, and when"),
		choice(20, "relationship", "Relationship", &a.Relationship).Customer(),
		date(21, "customer_since", "Customer since", &a.CustomerSince).Customer(),
		text(23, "hq", "Headquarters", &a.HQ).Customer(),
		text(24, "geography", "Geography", &a.Geography).Customer().Help("where they are present"),
		number(27, "revenue_growth", "Revenue growth", &a.RevenueGrowth).In("%").Customer(),
		text(28, "profitability", "Profitability", &a.Profitability).Customer(),
		number(29, "market_share", "Market share", &a.MarketShare).In("%").Customer(),
		text(30, "fiscal_year_end", "Fiscal year end", &a.FiscalYearEnd).Customer().Help("the month, like January"),
		money(31, "share_price", "Share price", &a.SharePrice).Customer(),
		text(32, "ownership", "Ownership", &a.Ownership).Customer(),
		text(33, "funding", "Funding", &a.Funding).Customer(),
		text(34, "business_model", "Business model", &a.BusinessModel).Customer(),
		choice(35, "maturity", "Business maturity", &a.Maturity).Customer(),
		texts(36, "offerings", "Primary offerings", &a.Offerings).Customer(),
		texts(37, "target_markets", "Target markets", &a.TargetMarkets).Customer(),
		texts(38, "rivals", "Their rivals", &a.Rivals).Customer().Help("name: known for"),
		text(39, "mission", "Mission", &a.Mission).Long().Customer(),
		text(40, "vision", "Vision", &a.Vision).Long().Customer(),
		text(41, "industry_trends", "Industry trends", &a.IndustryTrends).Long().Customer(),
		text(42, "founding_story", "Founding story", &a.FoundingStory).Long().Customer(),
		text(43, "strategic_priorities", "Strategic priorities", &a.StrategicPriorities).Long().Customer(),
		text(44, "description", "Description", &a.Description).Long().Customer(),
		choice(45, "culture", "Culture", &a.Culture).Help("how decisions are made there"),
		choice(46, "importance_to_us", "Importance to us", &a.ImportanceToUs),
		choice(47, "importance_to_customer", "Importance to them", &a.ImportanceToCustomer).Help("how much we matter to them"),
		choice(48, "tier", "Tier", &a.Tier).Help("how much attention each account gets"),
		text(49, "our_strategy", "Our strategy", &a.OurStrategy).Long(),
		text(50, "value_proposition", "Value proposition", &a.ValueProposition).Long().Customer(),
		money(53, "revenue_target", "Revenue target", &a.RevenueTarget).Help("for this plan year"),
		currency(54, "currency", "Currency", &a.Currency).Front().Customer().Help("of amounts given without one, like EUR"),
		texts(55, "sources", "Sources", &a.Sources).Help("section: where it comes from"),
		yesNo(56, "archived", "Archived", &a.Archived).Help("put away: shown only to those who ask for it"),
	)
}

// Validate implements [Validator].
func (a *Account) Validate() error {
	return inOrder("plan_start", a.PlanStart, "plan_end", a.PlanEnd)
}

// Segment is how much an account matters on both sides, A to D, "" when either
// importance is not known. High counts 3, Medium 2, Low 1: five or six together
// make A, four B, three C, two D (domain section 2).
func (a *Account) Segment() string {
	if a.ImportanceToUs == 0 || a.ImportanceToCustomer == 0 {
		return ""
	}
	points := 8 - int(a.ImportanceToUs) - int(a.ImportanceToCustomer)
	return map[int]string{6: "A", 5: "A", 4: "B", 3: "C", 2: "D"}[points]
}

// PlanType is how much of a plan an account gets (S0).
type PlanType = Choice[planTypeWords]

// The words of PlanType; their meanings stand in the vocabulary below.
const (
	TopAccount      PlanType = 1
	Portfolio       PlanType = 2
	CustomerSuccess PlanType = 3
)

type planTypeWords struct{}

// Words implements [Vocabulary].
func (planTypeWords) Words() []Word { return planTypeList }

var planTypeList = []Word{
	{Name: "Top Account", Key: 't', Meaning: "the whole plan"},
	{Name: "Portfolio", Key: 'p', Meaning: "a lighter plan, without initiatives"},
	{Name: "Customer Success", Key: 'c', Meaning: "goals and renewals instead of opportunities"},
}

// PlanStatus is where a plan is in its life.
type PlanStatus = Choice[planStatusWords]

// The words of PlanStatus; their meanings stand in the vocabulary below.
const (
	Draft      PlanStatus = 1
	Submitted  PlanStatus = 2
	Approved   PlanStatus = 3
	ActivePlan PlanStatus = 4
	ClosedPlan PlanStatus = 5
)

type planStatusWords struct{}

// Words implements [Vocabulary].
func (planStatusWords) Words() []Word { return planStatusList }

var planStatusList = []Word{
	{Name: "Draft", Key: 'd', Meaning: "being written"},
	{Name: "Submitted", Key: 's', Meaning: "waits for approval"},
	{Name: "Approved", Key: 'p', Meaning: "agreed, not begun"},
	{Name: "Active", Key: 'a', Meaning: "being carried out"},
	{Name: "Closed", Key: 'c', Meaning: "over"},
}

// AccountRelationship is whether an account buys from us already.
type AccountRelationship = Choice[accountRelationshipWords]

// The words of AccountRelationship; their meanings stand in the vocabulary below.
const (
	Customer AccountRelationship = 1
	Prospect AccountRelationship = 2
)

type accountRelationshipWords struct{}

// Words implements [Vocabulary].
func (accountRelationshipWords) Words() []Word { return accountRelationshipList }

var accountRelationshipList = []Word{
	{Name: "Customer", Key: 'c', Meaning: "buys from us", Aliases: []string{"Customer - Direct", "Customer - Channel", "Client", "Active"}},
	{Name: "Prospect", Key: 'p', Meaning: "does not buy from us yet", Aliases: []string{"Lead", "Opportunity"}},
}

// Maturity is where a company is in its life (S0).
type Maturity = Choice[maturityWords]

// The words of Maturity; their meanings stand in the vocabulary below.
const (
	StartUp Maturity = 1
	Growth  Maturity = 2
	Mature  Maturity = 3
	Decline Maturity = 4
)

type maturityWords struct{}

// Words implements [Vocabulary].
func (maturityWords) Words() []Word { return maturityList }

var maturityList = []Word{
	{Name: "Start-up", Key: 's', Meaning: "finding its business"},
	{Name: "Growth", Key: 'g', Meaning: "growing fast"},
	{Name: "Maturity", Key: 'm', Meaning: "established", Aliases: []string{"Mature"}},
	{Name: "Decline", Key: 'd', Meaning: "shrinking"},
}

// Culture is how an organisation comes to decisions (S0).
type Culture = Choice[cultureWords]

// The words of Culture; their meanings stand in the vocabulary below.
const (
	Bureaucratic    Culture = 1
	Entrepreneurial Culture = 2
	Collaborative   Culture = 3
	Individualistic Culture = 4
)

type cultureWords struct{}

// Words implements [Vocabulary].
func (cultureWords) Words() []Word { return cultureList }

var cultureList = []Word{
	{Name: "Bureaucratic", Key: 'b', Meaning: "power is central, procedure rules"},
	{Name: "Entrepreneurial", Key: 'e', Meaning: "one visionary decides, fast"},
	{Name: "Collaborative", Key: 'c', Meaning: "a committee decides"},
	{Name: "Individualistic", Key: 'i', Meaning: "each part decides for itself", Aliases: []string{"Individualist"}},
}

// Tier is how many accounts share one programme (S2).
type Tier = Choice[tierWords]

// The words of Tier; their meanings stand in the vocabulary below.
const (
	OneToOne  Tier = 1
	OneToFew  Tier = 2
	OneToMany Tier = 3
)

type tierWords struct{}

// Words implements [Vocabulary].
func (tierWords) Words() []Word { return tierList }

var tierList = []Word{
	{Name: "1:1", Key: '1', Meaning: "a programme of its own", Aliases: []string{"1to1"}},
	{Name: "1:few", Key: 'f', Meaning: "shares a programme with a few", Aliases: []string{"1tofew"}},
	{Name: "1:many", Key: 'm', Meaning: "shares a programme with many", Aliases: []string{"1tomany"}},
}
