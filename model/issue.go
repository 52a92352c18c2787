package model

// KindIssue is a friction or pain of the customer with us.
const KindIssue Kind = 24

var issueSpec = Spec{
	Kind: KindIssue, Word: "issue", Plural: "issues", Scope: ScopeAccount,
	New:    func() Record { return new(Issue) },
	Detail: func(r Record) string { return r.(*Issue).Severity.String() },
	About:  "a friction or pain of the customer, open or resolved",
}

// Issue is a friction or pain of the customer (domain section 2).
type Issue struct {
	Head
	Name     string
	Contact  ID // who has it
	Severity Level
	Owner    ID // teammate
	Raised   Date
	Resolved Date
}

// Kind implements [Record].
func (*Issue) Kind() Kind { return KindIssue }

// Fields implements [Record].
func (i *Issue) Fields() []Field {
	return i.Head.with(KindIssue,
		text(10, "name", "Name", &i.Name).Need(),
		choice(12, "severity", "Severity", &i.Severity).Front(),
		link(11, "contact", "Contact", &i.Contact, KindContact).Help("who has it"),
		link(13, "owner", "Owner", &i.Owner, KindTeammate).Help("who of us sees to it"),
		date(14, "raised", "Raised", &i.Raised),
		date(15, "resolved", "Resolved", &i.Resolved).Help("empty: still open"),
	)
}

// Validate implements [Validator].
func (i *Issue) Validate() error { return inOrder("raised", i.Raised, "resolved", i.Resolved) }

// Open reports whether the issue was not resolved up to the day.
func (i *Issue) Open(today Date) bool { return i.Resolved.IsZero() || today.Before(i.Resolved) }
