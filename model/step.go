package model

// KindStep is a step of the way the customer buys.
const KindStep Kind = 30

var stepSpec = Spec{
	Kind: KindStep, Word: "step", Plural: "steps", Scope: ScopeAccount,
	New:    func() Record { return new(BuyingStep) },
	Detail: func(r Record) string { return r.(*BuyingStep).Expected.String() },
	About:  "a step of the way the customer buys, and who owns it",
}

// BuyingStep is a step of the customer's buying process (domain section 2).
type BuyingStep struct {
	Head
	Name     string
	Order    Number
	Owner    ID // contact
	Expected Date
	Status   StepStatus
}

// Kind implements [Record].
func (*BuyingStep) Kind() Kind { return KindStep }

// Fields implements [Record].
func (s *BuyingStep) Fields() []Field {
	return s.Head.with(KindStep,
		text(10, "name", "Name", &s.Name).Need(),
		number(11, "order", "Order", &s.Order).Front().Help("1 for the first; 1.5 goes between 1 and 2"),
		link(12, "owner", "Owner", &s.Owner, KindContact).Help("who of them sees to it"),
		date(13, "expected", "Expected", &s.Expected),
		choice(14, "status", "Status", &s.Status),
	)
}

// StepStatus is how far a step has come.
type StepStatus = Choice[stepStatusWords]

// The words of StepStatus; their meanings stand in the vocabulary below.
const (
	StepNotStarted StepStatus = 1
	StepInProgress StepStatus = 2
	StepComplete   StepStatus = 3
)

type stepStatusWords struct{}

// Words implements [Vocabulary].
func (stepStatusWords) Words() []Word { return stepStatusList }

var stepStatusList = []Word{
	{Name: "Not Started", Key: 'n', Mark: " ", Meaning: "still to come", Aliases: []string{"Open", "Todo", "To do", "Planned"}},
	{Name: "In Progress", Key: 'i', Mark: ">", Meaning: "they are at it", Aliases: []string{"Started", "Doing", "Active", "Ongoing"}},
	{Name: "Complete", Key: 'c', Mark: "x", Meaning: "behind us", Aliases: []string{"Completed", "Done", "Closed", "Finished"}},
}
