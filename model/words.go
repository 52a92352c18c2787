package model

// The vocabularies that more than one kind uses.

// Level is a plain degree: how much pull, weight, priority or risk.
type Level = Choice[levelWords]

// The words of Level; their meanings stand in the vocabulary below.
const (
	High   Level = 1
	Medium Level = 2
	Low    Level = 3
)

type levelWords struct{}

// Words implements [Vocabulary].
func (levelWords) Words() []Word { return levelList }

var levelList = []Word{
	{Name: "High", Key: 'h', Mark: "H", Meaning: "much"},
	{Name: "Medium", Key: 'm', Mark: "M", Meaning: "some", Aliases: []string{"Med", "Moderate", "Normal"}},
	{Name: "Low", Key: 'l', Mark: "L", Meaning: "little"},
}

// Wellbeing is how something is going, in three words.
type Wellbeing = Choice[wellbeingWords]

// The words of Wellbeing; their meanings stand in the vocabulary below.
const (
	Good     Wellbeing = 1
	Middling Wellbeing = 2
	Poor     Wellbeing = 3
)

type wellbeingWords struct{}

// Words implements [Vocabulary].
func (wellbeingWords) Words() []Word { return wellbeingList }

var wellbeingList = []Word{
	{Name: "Good", Key: 'g', Mark: "+", Meaning: "going well", Aliases: []string{"Green", "Healthy"}},
	{Name: "Neutral", Key: 'n', Mark: "~", Meaning: "neither well nor badly", Aliases: []string{"Amber", "Yellow", "Average", "Fair"}},
	{Name: "Poor", Key: 'p', Mark: "-", Meaning: "going badly", Aliases: []string{"Red", "Bad", "At risk"}},
}

// Progress is how far a piece of work has come.
type Progress = Choice[progressWords]

// The words of Progress; their meanings stand in the vocabulary below.
const (
	NotStarted Progress = 1
	InProgress Progress = 2
	Complete   Progress = 3
	Deferred   Progress = 4
	Cancelled  Progress = 5
)

// open reports whether work that has come so far still wants doing.
func open(p Progress) bool { return p != Complete && p != Cancelled && p != Deferred }

type progressWords struct{}

// Words implements [Vocabulary].
func (progressWords) Words() []Word { return progressList }

var progressList = []Word{
	{Name: "Not Started", Key: 'n', Mark: " ", Meaning: "nobody has begun", Aliases: []string{"Open", "Todo", "To do", "New", "Planned"}},
	{Name: "In Progress", Key: 'i', Mark: ">", Meaning: "somebody is at it", Aliases: []string{"Started", "Doing", "Active", "Ongoing"}},
	{Name: "Complete", Key: 'c', Mark: "x", Meaning: "done", Aliases: []string{"Completed", "Done", "Closed", "Finished"}},
	{Name: "Deferred", Key: 'd', Mark: "=", Meaning: "put off on purpose", Aliases: []string{"Waiting on someone else", "Postponed", "On hold"}},
	{Name: "Cancelled", Key: 'x', Mark: "/", Meaning: "will not be done", Aliases: []string{"Canceled", "Dropped"}},
}
