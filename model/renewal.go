package model

// KindRenewal is a contract that comes up for renewal.
const KindRenewal Kind = 28

var renewalSpec = Spec{
	Kind: KindRenewal, Word: "renewal", Plural: "renewals", Scope: ScopeAccount,
	New:    func() Record { return new(Renewal) },
	Title:  renewalTitle,
	Detail: func(r Record) string { return r.(*Renewal).On.String() },
	About:  "a contract that comes up for renewal, and what becomes of it",
}

// Renewal is a contract that comes up for renewal; it is never also an
// [Opportunity] (domain section 4).
type Renewal struct {
	Head
	Product  ID
	Amount   Money // a year
	On       Date
	Risk     Level
	Plan     string
	Outcome  Outcome
	Contract string
}

// Kind implements [Record].
func (*Renewal) Kind() Kind { return KindRenewal }

// Fields implements [Record].
func (r *Renewal) Fields() []Field {
	return r.Head.with(KindRenewal,
		link(10, "product", "Product", &r.Product, KindProduct).Need(),
		money(11, "amount", "Amount", &r.Amount).Core().Help("a year"),
		date(12, "on", "Renews on", &r.On).Core(),
		choice(13, "risk", "Risk", &r.Risk).Front().Help("that it does not go on"),
		text(16, "contract", "Contract", &r.Contract).Help("its name or number"),
		text(14, "plan", "Plan", &r.Plan).Long().Help("what we do so that it goes on"),
		choice(15, "outcome", "Outcome", &r.Outcome).Help("empty: not decided yet"),
	)
}

func renewalTitle(rec Record, names Names) string {
	r := rec.(*Renewal)
	if r.Contract != "" {
		return r.Contract
	}
	return nameOr(names, r.Product) + " renewal"
}

// Open reports whether it is not decided yet what becomes of the contract.
func (r *Renewal) Open() bool { return r.Outcome == 0 }

// Outcome is what became of a renewal.
type Outcome = Choice[outcomeWords]

// The words of Outcome; their meanings stand in the vocabulary below.
const (
	Renewed     Outcome = 1
	RenewedMore Outcome = 2
	RenewedLess Outcome = 3
	RenewalLost Outcome = 4
)

type outcomeWords struct{}

// Words implements [Vocabulary].
func (outcomeWords) Words() []Word { return outcomeList }

var outcomeList = []Word{
	{Name: "Renewed", Key: 'r', Mark: "=", Meaning: "goes on as it was"},
	{Name: "Expanded", Key: 'e', Mark: "+", Meaning: "goes on, for more", Aliases: []string{"Upgraded"}},
	{Name: "Reduced", Key: 'd', Mark: "-", Meaning: "goes on, for less", Aliases: []string{"Downgraded"}},
	{Name: "Lost", Key: 'l', Mark: "x", Meaning: "does not go on", Aliases: []string{"Churned", "Cancelled"}},
}
