package model

// KindReview is a regular look at the plan, planned or held.
const KindReview Kind = 11

var reviewSpec = Spec{
	Kind: KindReview, Word: "review", Plural: "reviews", Scope: ScopeAccount,
	New:    func() Record { return new(Review) },
	Title:  reviewTitle,
	Detail: func(r Record) string { return r.(*Review).DueOn().String() },
	About:  "a regular look at the plan, planned or held",
}

// Review is a look at the plan with somebody, planned or held (domain section
// 5, from S1).
type Review struct {
	Head
	Type            ReviewType
	Cadence         Cadence
	Focus           string
	On              Date
	Next            Date
	Held            Date
	Attendees       []ID // teammates and contacts
	Vulnerabilities string
	Recommendations string
	Decisions       string
	Journal         Number // how many edits the book had seen when the review was held; not known before
}

// Kind implements [Record].
func (*Review) Kind() Kind { return KindReview }

// Fields implements [Record].
func (r *Review) Fields() []Field {
	return r.Head.with(KindReview,
		choice(10, "type", "Type", &r.Type).Need().Customer(),
		choice(11, "cadence", "Cadence", &r.Cadence).Front().Customer().Help("how often; each type has a usual one"),
		text(12, "focus", "Focus", &r.Focus).Front(),
		date(13, "on", "Planned for", &r.On).Front().Customer(),
		date(15, "held", "Held on", &r.Held).Front().Customer(),
		date(14, "next", "Next", &r.Next).Customer().Help("empty: follows from the cadence"),
		links(16, "attendees", "Attendees", &r.Attendees, KindTeammate, KindContact).Front().Customer(),
		text(17, "vulnerabilities", "Vulnerabilities", &r.Vulnerabilities).Long(),
		text(18, "recommendations", "Recommendations", &r.Recommendations).Long(),
		text(19, "decisions", "Decisions", &r.Decisions).Front().Long().Customer(),
		number(20, "journal", "Journal", &r.Journal).memory(),
	)
}

func reviewTitle(rec Record, _ Names) string { return rec.(*Review).Type.String() }

// Rhythm returns how often the review is due: what the record says, else what
// is usual for its type (domain section 5, from S1).
func (r *Review) Rhythm() Cadence {
	if r.Cadence != 0 {
		return r.Cadence
	}
	return usualReviews[r.Type].cadence
}

// Purpose returns what the review is to look at: the focus that the record
// names, else what is usual for its type (domain section 5, from S1).
func (r *Review) Purpose() string {
	if r.Focus != "" {
		return r.Focus
	}
	return usualReviews[r.Type].focus
}

// usualReviews says how often each type of review comes round and what it looks
// at. S1 names an inspection each week or fortnight, regional leaders each
// quarter, senior leaders twice a year, a workshop a year and the customer each
// quarter; the account and portfolio reviews are ours.
var usualReviews = map[ReviewType]struct {
	cadence Cadence
	focus   string
}{
	Inspection:             {Fortnightly, "Is the plan being carried out?"},
	AccountReview:          {Quarterly, "Is the plan still right?"},
	PortfolioReview:        {Monthly, "How do all accounts stand?"},
	OpportunityReview:      {Quarterly, "Which opportunities move, and what holds up the others?"},
	QBR:                    {Quarterly, "What came of the last quarter, and what is next?"},
	ExecutiveSponsorReview: {HalfYearly, "Which resources does the plan need?"},
	WithCustomer:           {Quarterly, "Is this what the customer wants, and what comes next together?"},
	AnnualWorkshop:         {Yearly, "Look at all of the plan afresh: what has changed?"},
}

// DueOn returns the day the review is next due, not known when nothing says:
// while it was never held the planned day, or the next date noted when none is
// planned; afterwards the next date noted, else a day planned since, else the
// day it was held plus the cadence.
func (r *Review) DueOn() Date {
	switch {
	case r.Held.IsZero() && r.On.IsZero(), r.Held.Before(r.Next):
		return r.Next
	case r.Held.IsZero(), r.Held.Before(r.On):
		return r.On
	}
	return NextAfter(r.Rhythm(), r.Held)
}

// LastHeld returns the review that was held last, of one type or, with the zero
// type, of any; nil when there is none. What changed since is what a next one
// opens with; one that came in held, from an import, has no place in the journal,
// and its day says where it stands.
func LastHeld(reviews []*Review, of ReviewType) *Review {
	var last *Review
	for _, r := range reviews {
		if r.Held.IsZero() || of != 0 && r.Type != of {
			continue
		}
		if last == nil || last.Held.Before(r.Held) || last.Held == r.Held && last.Journal.Compare(r.Journal) < 0 {
			last = r
		}
	}
	return last
}

// Position returns the place in the journal at which the review was held, 0 when
// it was not or nothing says.
func (r *Review) Position() uint64 {
	if r.Journal.IsZero() || r.Journal.coef < 0 || r.Journal.scale > 0 {
		return 0
	}
	return uint64(r.Journal.coef)
}

// NextAfter returns the day one period after d; month ends stay in their month.
// Not known for no cadence, for [Once] and for an unknown day.
func NextAfter(c Cadence, d Date) Date { return Occurrence(c, d, 1) }

// ReviewType is who looks at the plan, and why (S1).
type ReviewType = Choice[reviewTypeWords]

// The words of ReviewType; their meanings stand in the vocabulary below.
const (
	Inspection             ReviewType = 1
	AccountReview          ReviewType = 2
	PortfolioReview        ReviewType = 3
	OpportunityReview      ReviewType = 4
	QBR                    ReviewType = 5
	ExecutiveSponsorReview ReviewType = 6
	WithCustomer           ReviewType = 7
	AnnualWorkshop         ReviewType = 8
)

type reviewTypeWords struct{}

// Words implements [Vocabulary].
func (reviewTypeWords) Words() []Word { return reviewTypeList }

var reviewTypeList = []Word{
	{Name: "1:1 Inspection", Key: 'i', Meaning: "owner and manager: is it being carried out?", Aliases: []string{"1:1", "Inspection", "One on one"}},
	{Name: "Account Review", Key: 'a', Meaning: "the team: is the plan still right?"},
	{Name: "Portfolio Review", Key: 'p', Meaning: "the manager: how do all accounts stand?"},
	{Name: "Opportunity Review", Key: 'o', Meaning: "regional leaders: moving opportunities", Aliases: []string{"Regional VP"}},
	{Name: "QBR", Key: 'q', Meaning: "the quarter behind and the quarter ahead", Aliases: []string{"Quarterly Business Review", "Quarterly"}},
	{Name: "Executive Sponsor", Key: 'e', Meaning: "senior leaders: what resources are needed", Aliases: []string{"Senior Leadership"}},
	{Name: "With Customer", Key: 'c', Meaning: "the customer: is this what you want?", Aliases: []string{"Customer Review"}},
	{Name: "Annual Workshop", Key: 'w', Meaning: "everybody: a fresh look at all of it", Aliases: []string{"Workshop"}},
}

// Cadence is how often something comes round.
type Cadence = Choice[cadenceWords]

// The words of Cadence; their meanings stand in the vocabulary below.
const (
	Weekly      Cadence = 1
	Fortnightly Cadence = 2
	Monthly     Cadence = 3
	Quarterly   Cadence = 4
	HalfYearly  Cadence = 5
	Yearly      Cadence = 6
	Once        Cadence = 7
)

type cadenceWords struct{}

// Words implements [Vocabulary].
func (cadenceWords) Words() []Word { return cadenceList }

var cadenceList = []Word{
	{Name: "Weekly", Key: 'w', Meaning: "every seven days"},
	{Name: "Fortnightly", Key: 'f', Meaning: "every fourteen days", Aliases: []string{"Biweekly", "Every two weeks"}},
	{Name: "Monthly", Key: 'm', Meaning: "every month"},
	{Name: "Quarterly", Key: 'q', Meaning: "every three months"},
	{Name: "Half-yearly", Key: 'h', Meaning: "every six months", Aliases: []string{"Twice a year", "Semi-annual", "Biannual"}},
	{Name: "Yearly", Key: 'y', Meaning: "every year", Aliases: []string{"Annual", "Annually"}},
	{Name: "Once", Key: 'o', Meaning: "not again", Aliases: []string{"None", "Never"}},
}
