package model

// KindInitiative is something the customer wants, and why now.
const KindInitiative Kind = 13

var initiativeSpec = Spec{
	Kind: KindInitiative, Word: "initiative", Plural: "initiatives", Scope: ScopeAccount,
	New:    func() Record { return new(Initiative) },
	Detail: func(r Record) string { return r.(*Initiative).Timeframe },
	About:  "something the customer wants, and why now",
}

// Initiative is something the customer wants (domain section 3, from S2).
type Initiative struct {
	Head
	Name        string
	Backstory   string
	Driver      Driver
	Priority    Level
	Status      Progress
	Owner       ID // contact
	Influencers []ID
	Confirmed   bool // by the customer; else assumed by us
	Timeframe   string
	Source      string
}

// Kind implements [Record].
func (*Initiative) Kind() Kind { return KindInitiative }

// Fields implements [Record].
func (i *Initiative) Fields() []Field {
	return i.Head.with(KindInitiative,
		text(10, "name", "Name", &i.Name).Need().Core().Customer(),
		text(11, "backstory", "Backstory", &i.Backstory).Front().Long().Customer().Help("why now"),
		choice(12, "driver", "Driver", &i.Driver).Front().Customer(),
		choice(13, "priority", "Priority", &i.Priority).Front().Customer(),
		choice(14, "status", "Status", &i.Status).Front().Customer(),
		link(15, "owner", "Owner", &i.Owner, KindContact).Front().Customer(),
		links(16, "influencers", "Influencers", &i.Influencers, KindContact),
		yesNo(17, "confirmed", "Confirmed", &i.Confirmed).Front().Customer().Help("by the customer; else it is our assumption"),
		text(18, "timeframe", "Timeframe", &i.Timeframe).Front().Customer(),
		text(19, "source", "Source", &i.Source),
	)
}

// Open reports whether the customer still works for the initiative.
func (i *Initiative) Open() bool { return open(i.Status) }

// Driver is what makes an initiative necessary (S2).
type Driver = Choice[driverWords]

// The words of Driver; their meanings stand in the vocabulary below.
const (
	MarketDriver         Driver = 1
	TechnologyDriver     Driver = 2
	CompetitionDriver    Driver = 3
	RegulationDriver     Driver = 4
	TransformationDriver Driver = 5
)

type driverWords struct{}

// Words implements [Vocabulary].
func (driverWords) Words() []Word { return driverList }

var driverList = []Word{
	{Name: "Market", Key: 'm', Meaning: "their market moves"},
	{Name: "Technology", Key: 't', Meaning: "something new is possible"},
	{Name: "Competition", Key: 'c', Meaning: "their rivals move"},
	{Name: "Regulation", Key: 'r', Meaning: "a rule demands it"},
	{Name: "Transformation", Key: 'f', Meaning: "they are changing what they are"},
}
