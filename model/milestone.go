package model

// KindMilestone is a point on the timeline, past or ahead.
const KindMilestone Kind = 10

var milestoneSpec = Spec{
	Kind: KindMilestone, Word: "milestone", Plural: "milestones", Scope: ScopeAccount,
	New:    func() Record { return new(Milestone) },
	Detail: func(r Record) string { return r.(*Milestone).On.String() },
	About:  "a point on the timeline, past or ahead",
}

// Milestone is a point on the account's timeline, past or ahead (domain
// section 2). Some kinds are triggers: logging one puts other records in doubt.
type Milestone struct {
	Head
	Name string
	Type MilestoneType
	On   Date
	Text string
}

// Kind implements [Record].
func (*Milestone) Kind() Kind { return KindMilestone }

// Fields implements [Record].
func (m *Milestone) Fields() []Field {
	return m.Head.with(KindMilestone,
		text(10, "name", "Name", &m.Name).Need().Customer(),
		choice(11, "type", "Type", &m.Type).Need().Customer(),
		date(12, "on", "On", &m.On).Need().Customer(),
		text(13, "text", "Text", &m.Text).Long(),
	)
}

// MilestoneType is what happened, or will.
type MilestoneType = Choice[milestoneTypeWords]

// The words of MilestoneType; their meanings stand in the vocabulary below.
const (
	DealSigned          MilestoneType = 1
	RenewalMilestone    MilestoneType = 2
	Expansion           MilestoneType = 3
	NewDepartment       MilestoneType = 4
	ProjectMilestone    MilestoneType = 5
	LeadershipChange    MilestoneType = 6
	Reorganisation      MilestoneType = 7
	MergerAcquisition   MilestoneType = 8
	CompetitiveLoss     MilestoneType = 9
	BudgetChange        MilestoneType = 10
	GrowthChange        MilestoneType = 11
	InitiativeMilestone MilestoneType = 12
	FundingMilestone    MilestoneType = 13
	IndustryEvent       MilestoneType = 14
	ProductLaunch       MilestoneType = 15
	StrategicMeeting    MilestoneType = 16
	OtherMilestone      MilestoneType = 17
)

type milestoneTypeWords struct{}

// Words implements [Vocabulary].
func (milestoneTypeWords) Words() []Word { return milestoneTypeList }

var milestoneTypeList = []Word{
	{Name: "Deal Signed", Key: 'd', Meaning: "they bought"},
	{Name: "Renewal", Key: 'r', Meaning: "a contract went on"},
	{Name: "Expansion", Key: 'e', Meaning: "they bought more"},
	{Name: "New Department or Region", Key: 'n', Meaning: "we got to a new part of them", Aliases: []string{"New Department", "New Region"}},
	{Name: "Project", Key: 'p', Meaning: "work done together"},
	{Name: "Leadership Change", Key: 'l', Meaning: "somebody at the top came or went"},
	{Name: "Reorganisation", Key: 'o', Meaning: "they changed their structure", Aliases: []string{"Reorganization", "Reorg"}},
	{Name: "M&A", Key: 'm', Meaning: "a merger or acquisition", Aliases: []string{"Merger", "Acquisition", "Merger and acquisition"}},
	{Name: "Competitive Loss", Key: 'c', Meaning: "somebody else won"},
	{Name: "Budget Change", Key: 'b', Meaning: "more money or less"},
	{Name: "Growth Change", Key: 'g', Meaning: "growing faster or slower"},
	{Name: "Initiative", Key: 'i', Meaning: "a step of something they want"},
	{Name: "Funding", Key: 'f', Meaning: "they raised money"},
	{Name: "Industry Event", Key: 'v', Meaning: "where their industry meets"},
	{Name: "Product Launch", Key: 'a', Meaning: "something new of theirs"},
	{Name: "Strategic Meeting", Key: 's', Meaning: "where direction was set"},
	{Name: "Other", Key: 'x', Meaning: "anything else"},
}
