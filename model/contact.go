package model

import "errors"

// KindContact is a person at the customer.
const KindContact Kind = 4

var contactSpec = Spec{
	Kind: KindContact, Word: "contact", Plural: "contacts", Scope: ScopeAccount,
	New:     func() Record { return new(Contact) },
	Detail:  func(r Record) string { return r.(*Contact).JobTitle },
	Address: func(r Record) string { return r.(*Contact).Email },
	About:   "a person at the customer: who decides, who backs us, how to approach them",
}

// Contact is a person at the customer, or a seat whose holder is not known yet,
// with the classification of domain section 1.
type Contact struct {
	Head
	Name          string
	PreferredName string
	JobTitle      string
	Function      Function
	Unit          ID // unit
	ReportsTo     ID // contact
	DecisionRole  DecisionRoles
	Influence     Level
	Support       Support
	Alignment     Wellbeing
	Political     PoliticalStatus
	Rank          Rank
	Orientation   Orientation
	Adaptability  Adaptability
	Coverage      Coverage
	RiskTolerance Level
	Email         string
	Phones        []string
	Location      string
	TimeZone      string
	Profile       string
	Since         Date
	Motivations   string
	Concerns      string
	Priorities    string
	History       string
	Pitch         string
	Channel       string
	External      bool // a consultant or partner of the customer
	Placeholder   bool // a seat whose holder is not known yet
	Left          bool // gone; kept for history
	Touched       Date // last dealt with, apart from the interactions on record
	Confirmed     Date // when the classification was last confirmed
	Source        string
}

// Kind implements [Record].
func (*Contact) Kind() Kind { return KindContact }

// Fields implements [Record].
func (c *Contact) Fields() []Field {
	return c.Head.with(KindContact,
		text(10, "name", "Name", &c.Name).Need().Customer().Help(c.nameHelp()),
		text(12, "title", "Title", &c.JobTitle).Core().Customer().Help("job title, like CTO"),
		choices(16, "decision_role", "Decision role", &c.DecisionRole).Core().Help("what part in the decision; one or more"),
		choice(17, "influence", "Influence", &c.Influence).Core().Help("pull on the decision, whatever the rank"),
		choice(18, "support", "Support", &c.Support).Core().Help("how far this person backs us"),
		choice(19, "alignment", "Alignment", &c.Alignment).Core().Help("how the relationship is, all in all"),
		choice(20, "political_status", "Political status", &c.Political).Front().Help("how near to where outcomes are controlled"),
		choice(21, "rank", "Rank", &c.Rank).Customer().Help("formal level"),
		choice(24, "coverage", "Coverage", &c.Coverage).Help("how well we know this person"),
		choice(22, "decision_orientation", "Decision orientation", &c.Orientation).Help("what decisions are judged by"),
		choice(23, "adaptability", "Adaptability", &c.Adaptability).Help("attitude to change"),
		choice(25, "risk_tolerance", "Risk tolerance", &c.RiskTolerance),
		link(15, "reports_to", "Reports to", &c.ReportsTo, KindContact).Front().Customer(),
		link(14, "unit", "Unit", &c.Unit, KindUnit).Front().Customer(),
		choice(13, "function", "Function", &c.Function).Customer(),
		text(26, "email", "E-mail", &c.Email).Front(),
		texts(27, "phones", "Phones", &c.Phones).Commas().Front(),
		text(28, "location", "Location", &c.Location),
		text(29, "time_zone", "Time zone", &c.TimeZone),
		text(30, "profile", "Profile", &c.Profile).Help("link to a public profile"),
		text(11, "preferred_name", "Preferred name", &c.PreferredName).Help("what they like to be called"),
		date(31, "since", "In the role since", &c.Since),
		text(32, "motivations", "Motivations", &c.Motivations).Long(),
		text(33, "concerns", "Concerns", &c.Concerns).Long(),
		text(34, "priorities", "Priorities", &c.Priorities).Long(),
		text(35, "history", "Past projects", &c.History).Long().Help("what they have done with us and others"),
		text(36, "pitch", "Pitch", &c.Pitch).Long().Help("our message for this person"),
		text(37, "channel", "Channel", &c.Channel).Help("how they like to be reached"),
		yesNo(38, "external", "External", &c.External).Help("a consultant or partner of the customer"),
		yesNo(39, "placeholder", "Placeholder", &c.Placeholder).Help("a seat whose holder is not known yet"),
		yesNo(40, "left", "Left", &c.Left).Help("gone, kept for history"),
		date(41, "touched", "Last touched", &c.Touched).Help("last dealt with, where no interaction says so"),
		date(42, "confirmed", "Confirmed", &c.Confirmed).Help("when this classification was last checked"),
		text(43, "source", "Source", &c.Source).Help("where the classification comes from"),
	)
}

// Validate implements [Validator].
func (c *Contact) Validate() error {
	if c.ReportsTo == c.ID && !c.ID.IsZero() {
		return errors.New("reports_to cannot be the contact itself: leave it empty for the top")
	}
	return nil
}

// DecisionRole is a part that a person plays in the decision (S1, S3).
type DecisionRole = Choice[decisionRoleWords]

// The words of DecisionRole; their meanings stand in the vocabulary below.
const (
	EconomicBuyer  DecisionRole = 1
	DecisionMaker  DecisionRole = 2
	TechnicalBuyer DecisionRole = 3
	UserBuyer      DecisionRole = 4
	Influencer     DecisionRole = 5
	Gatekeeper     DecisionRole = 6
)

type decisionRoleWords struct{}

// Words implements [Vocabulary].
func (decisionRoleWords) Words() []Word { return decisionRoleList }

var decisionRoleList = []Word{
	{Name: "Economic Buyer", Key: 'e', Mark: "E", Meaning: "holds the budget; a yes is a yes", Aliases: []string{"Economic", "Economic Decision Maker", "Econ"}},
	{Name: "Decision Maker", Key: 'd', Mark: "D", Meaning: "gives the final approval", Aliases: []string{"Decider", "Approver"}},
	{Name: "Technical Buyer", Key: 't', Mark: "T", Meaning: "judges whether it fits; can say no", Aliases: []string{"Technical", "Tech", "Evaluator"}},
	{Name: "User Buyer", Key: 'u', Mark: "U", Meaning: "lives with the result", Aliases: []string{"User", "Business User"}},
	{Name: "Influencer", Key: 'i', Mark: "I", Meaning: "shapes the opinion of others", Aliases: []string{"Influence"}},
	{Name: "Gatekeeper", Key: 'g', Mark: "G", Meaning: "controls access to others", Aliases: []string{"Procurement"}},
}

// DecisionRoles are the parts one person plays: a finance chief can hold the
// budget and give the final approval.
type DecisionRoles = Choices[decisionRoleWords]

// Support is how far a person backs us (S1).
type Support = Choice[supportWords]

// The words of Support; their meanings stand in the vocabulary below.
const (
	Champion  Support = 1
	Supporter Support = 2
	Neutral   Support = 3
	Opponent  Support = 4
)

type supportWords struct{}

// Words implements [Vocabulary].
func (supportWords) Words() []Word { return supportList }

var supportList = []Word{
	{Name: "Champion", Key: 'c', Mark: "*", Meaning: "sells for us when we are not in the room", Aliases: []string{"Mentor"}},
	{Name: "Supporter", Key: 's', Mark: "+", Meaning: "is for us, and says so when asked", Aliases: []string{"Positive"}},
	{Name: "Neutral", Key: 'n', Mark: "~", Meaning: "leans neither way", Aliases: []string{"Undecided"}},
	{Name: "Opponent", Key: 'o', Mark: "-", Meaning: "is against us, or for somebody else", Aliases: []string{"Non-Supporter", "Enemy", "Blocker", "Sceptic", "Skeptic", "Detractor"}},
}

// PoliticalStatus is where a person stands in the politics of the organisation (S0).
type PoliticalStatus = Choice[politicalStatusWords]

// The words of PoliticalStatus; their meanings stand in the vocabulary below.
const (
	Learning  PoliticalStatus = 1
	Observing PoliticalStatus = 2
	Agile     PoliticalStatus = 3
	Astute    PoliticalStatus = 4
)

type politicalStatusWords struct{}

// Words implements [Vocabulary].
func (politicalStatusWords) Words() []Word { return politicalStatusList }

var politicalStatusList = []Word{
	{Name: "Learning", Key: 'l', Mark: "L", Meaning: "new; is finding out how things are done"},
	{Name: "Observing", Key: 'o', Mark: "O", Meaning: "watches, hardly plays a part", Aliases: []string{"Outside the Political Structure", "Outside"}},
	{Name: "Agile", Key: 'g', Mark: "G", Meaning: "sees what is coming and acts on it", Aliases: []string{"Political Structure"}},
	{Name: "Astute", Key: 'a', Mark: "A", Meaning: "inner circle: controls outcomes", Aliases: []string{"Inner Circle"}},
}

// Rank is the formal level of a person (S0), highest first.
type Rank = Choice[rankWords]

// The words of Rank; their meanings stand in the vocabulary below.
const (
	CLevel      Rank = 1
	VP          Rank = 2
	Director    Rank = 3
	ManagerRank Rank = 4
	Individual  Rank = 5
)

type rankWords struct{}

// Words implements [Vocabulary].
func (rankWords) Words() []Word { return rankList }

var rankList = []Word{
	{Name: "C-Level", Key: 'c', Mark: "C", Meaning: "chief officers, board, owners", Aliases: []string{"Chief", "CXO", "Executive", "Board", "C"}},
	{Name: "VP", Key: 'v', Mark: "V", Meaning: "vice presidents, heads of a division", Aliases: []string{"Vice President", "SVP", "EVP", "AVP"}},
	{Name: "Director", Key: 'd', Mark: "D", Meaning: "directors, heads of a department", Aliases: []string{"Head"}},
	{Name: "Manager", Key: 'm', Mark: "M", Meaning: "leads a team", Aliases: []string{"Lead", "Team Lead"}},
	{Name: "Individual", Key: 'i', Mark: "I", Meaning: "leads nobody", Aliases: []string{"Individual Contributor", "IC", "Staff", "Specialist"}},
}

// Orientation is what a person judges decisions by (S0).
type Orientation = Choice[orientationWords]

// The words of Orientation; their meanings stand in the vocabulary below.
const (
	Financial  Orientation = 1
	Technical  Orientation = 2
	Relational Orientation = 3
	Business   Orientation = 4
)

type orientationWords struct{}

// Words implements [Vocabulary].
func (orientationWords) Words() []Word { return orientationList }

var orientationList = []Word{
	{Name: "Financial", Key: 'f', Mark: "F", Meaning: "price, cost, return"},
	{Name: "Technical", Key: 't', Mark: "T", Meaning: "features and what it can do"},
	{Name: "Relationship", Key: 'r', Mark: "R", Meaning: "long-standing trust"},
	{Name: "Business", Key: 'b', Mark: "B", Meaning: "the broad view of the business"},
}

// Adaptability is a person's attitude to change (S0), most open first.
type Adaptability = Choice[adaptabilityWords]

// The words of Adaptability; their meanings stand in the vocabulary below.
const (
	Innovator    Adaptability = 1
	Visionary    Adaptability = 2
	Pragmatist   Adaptability = 3
	Conservative Adaptability = 4
	Laggard      Adaptability = 5
)

type adaptabilityWords struct{}

// Words implements [Vocabulary].
func (adaptabilityWords) Words() []Word { return adaptabilityList }

var adaptabilityList = []Word{
	{Name: "Innovator", Key: 'i', Mark: "I", Meaning: "wants to be first"},
	{Name: "Visionary", Key: 'v', Mark: "V", Meaning: "sees the leap and takes risks for it", Aliases: []string{"Early Adopter"}},
	{Name: "Pragmatist", Key: 'p', Mark: "P", Meaning: "wants proof from others like them", Aliases: []string{"Early Majority"}},
	{Name: "Conservative", Key: 'c', Mark: "C", Meaning: "changes when it is safe and usual", Aliases: []string{"Late Majority"}},
	{Name: "Laggard", Key: 'l', Mark: "L", Meaning: "changes when there is no other way"},
}

// Coverage is how well we know a person (S0).
type Coverage = Choice[coverageWords]

// The words of Coverage; their meanings stand in the vocabulary below.
const (
	NoContact        Coverage = 1
	BriefContact     Coverage = 2
	MultipleContacts Coverage = 3
	InDepth          Coverage = 4
)

type coverageWords struct{}

// Words implements [Vocabulary].
func (coverageWords) Words() []Word { return coverageList }

var coverageList = []Word{
	{Name: "No Contact", Key: 'n', Mark: "0", Meaning: "we have never spoken", Aliases: []string{"None"}},
	{Name: "Brief Contact", Key: 'b', Mark: "1", Meaning: "we have met once or twice", Aliases: []string{"Brief"}},
	{Name: "Multiple Contacts", Key: 'm', Mark: "2", Meaning: "we speak now and then", Aliases: []string{"Multiple"}},
	{Name: "In Depth", Key: 'd', Mark: "3", Meaning: "we know each other well", Aliases: []string{"Deep"}},
}

// Function is the part of the company that a person works in.
type Function = Choice[functionWords]

// The words of Function; their meanings stand in the vocabulary below.
const (
	FunctionIT          Function = 1
	FunctionFinance     Function = 2
	FunctionMarketing   Function = 3
	FunctionSales       Function = 4
	FunctionOperations  Function = 5
	FunctionProcurement Function = 6
	FunctionLegal       Function = 7
	FunctionHR          Function = 8
	FunctionOther       Function = 9
)

type functionWords struct{}

// Words implements [Vocabulary].
func (functionWords) Words() []Word { return functionList }

var functionList = []Word{
	{Name: "IT", Key: 'i', Meaning: "technology and security", Aliases: []string{"Information Technology", "Technology", "Engineering", "Security"}},
	{Name: "Finance", Key: 'f', Meaning: "money", Aliases: []string{"Accounting", "Treasury"}},
	{Name: "Marketing", Key: 'm', Meaning: "brand and demand"},
	{Name: "Sales", Key: 's', Meaning: "selling"},
	{Name: "Operations", Key: 'o', Meaning: "running the business", Aliases: []string{"Supply Chain", "Logistics"}},
	{Name: "Procurement", Key: 'p', Meaning: "buying", Aliases: []string{"Purchasing", "Sourcing"}},
	{Name: "Legal", Key: 'l', Meaning: "law and compliance", Aliases: []string{"Compliance"}},
	{Name: "HR", Key: 'h', Meaning: "people", Aliases: []string{"Human Resources", "People"}},
	{Name: "Other", Key: 'x', Meaning: "anything else"},
}

// nameHelp says what belongs into the name of a seat; that of a person needs no
// words.
func (c *Contact) nameHelp() string {
	if c.Placeholder {
		return "what the seat is called, like CISO or Head of Stores"
	}
	return ""
}
