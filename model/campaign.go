package model

// KindCampaign is marketing made for the account.
const KindCampaign Kind = 32

var campaignSpec = Spec{
	Kind: KindCampaign, Word: "campaign", Plural: "campaigns", Scope: ScopeAccount,
	New:    func() Record { return new(Campaign) },
	Detail: func(r Record) string { return r.(*Campaign).Start.String() },
	About:  "marketing made for the account: for whom, where, with what result",
}

// Campaign is marketing made for the account (domain section 2, from S2). It can
// use a point of the customer's calendar.
type Campaign struct {
	Head
	Name       string
	Objective  string
	Audience   string
	Channel    string
	Start, End Date
	Metric     string
	Result     string
	Milestone  ID
}

// Kind implements [Record].
func (*Campaign) Kind() Kind { return KindCampaign }

// Fields implements [Record].
func (c *Campaign) Fields() []Field {
	return c.Head.with(KindCampaign,
		text(10, "name", "Name", &c.Name).Need(),
		text(11, "objective", "Objective", &c.Objective).Front().Help("what it is to reach"),
		text(12, "audience", "Audience", &c.Audience).Front().Help("whom it speaks to"),
		text(13, "channel", "Channel", &c.Channel).Front().Help("like webinar, mail or event"),
		date(14, "start", "Start", &c.Start).Front(),
		date(15, "end", "End", &c.End),
		text(16, "metric", "Metric", &c.Metric).Front().Help("what success is counted by"),
		text(17, "result", "Result", &c.Result).Long(),
		link(18, "milestone", "Milestone", &c.Milestone, KindMilestone).Help("the day of theirs that it uses"),
	)
}

// Validate implements [Validator].
func (c *Campaign) Validate() error { return inOrder("start", c.Start, "end", c.End) }
