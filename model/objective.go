package model

// KindObjective is what the plan is to reach, and by when.
const KindObjective Kind = 7

var objectiveSpec = Spec{
	Kind: KindObjective, Word: "objective", Plural: "objectives", Scope: ScopeAccount,
	New:    func() Record { return new(Objective) },
	Detail: func(r Record) string { return r.(*Objective).Due.String() },
	About:  "what the plan is to reach, and by when",
}

// Objective is what the plan is to reach (domain section 5). Actions serve it.
type Objective struct {
	Head
	Name       string
	Type       ObjectiveType
	Goals      []ID
	Initiative ID
	Metrics    []string
	Strategy   string
	Owner      ID // teammate
	Priority   Level
	Investment Money
	Due        Date
	Status     Progress
	Agreed     bool // with the customer
}

// Kind implements [Record].
func (*Objective) Kind() Kind { return KindObjective }

// Fields implements [Record].
func (o *Objective) Fields() []Field {
	return o.Head.with(KindObjective,
		text(10, "name", "Name", &o.Name).Need().Customer(),
		choice(11, "type", "Type", &o.Type).Front(),
		link(16, "owner", "Owner", &o.Owner, KindTeammate).Front().Customer(),
		date(19, "due", "Due", &o.Due).Front().Customer(),
		choice(20, "status", "Status", &o.Status).Front().Customer(),
		choice(17, "priority", "Priority", &o.Priority).Customer(),
		texts(14, "metrics", "Success metrics", &o.Metrics).Front().Help("metric: value wanted (value reached)"),
		text(15, "strategy", "Strategy", &o.Strategy).Front().Long(),
		links(12, "goals", "Goals served", &o.Goals, KindGoal).Customer(),
		link(13, "initiative", "Initiative served", &o.Initiative, KindInitiative).Customer(),
		money(18, "investment", "Investment", &o.Investment),
		yesNo(21, "agreed", "Agreed", &o.Agreed).Customer().Help("with the customer"),
	)
}

// Open reports whether the objective is still being worked for.
func (o *Objective) Open() bool { return open(o.Status) }

// Late reports whether the objective is open and its day has passed.
func (o *Objective) Late(today Date) bool { return o.Open() && o.Due.Before(today) }

// ObjectiveType is what an objective moves.
type ObjectiveType = Choice[objectiveTypeWords]

// The words of ObjectiveType; their meanings stand in the vocabulary below.
const (
	RelationshipObjective        ObjectiveType = 1
	RevenueObjective             ObjectiveType = 2
	BusinessDevelopmentObjective ObjectiveType = 3
	DeliveryObjective            ObjectiveType = 4
	MarketingObjective           ObjectiveType = 5
	ResearchObjective            ObjectiveType = 6
)

type objectiveTypeWords struct{}

// Words implements [Vocabulary].
func (objectiveTypeWords) Words() []Word { return objectiveTypeList }

var objectiveTypeList = []Word{
	{Name: "Relationship", Key: 'r', Meaning: "people"},
	{Name: "Revenue", Key: 'v', Meaning: "money"},
	{Name: "Business Development", Key: 'b', Meaning: "new ground", Aliases: []string{"BD"}},
	{Name: "Delivery", Key: 'd', Meaning: "what was promised"},
	{Name: "Marketing", Key: 'm', Meaning: "what they think of us"},
	{Name: "Research", Key: 's', Meaning: "what we need to know"},
}
