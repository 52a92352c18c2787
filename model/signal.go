package model

import "fmt"

// KindSignal is a measured sign of how the account is doing with us.
const KindSignal Kind = 25

var signalSpec = Spec{
	Kind: KindSignal, Word: "signal", Plural: "signals", Scope: ScopeAccount,
	New:    func() Record { return new(Signal) },
	Title:  signalTitle,
	Detail: func(r Record) string { return r.(*Signal).On.String() },
	About:  "a measured sign of how it goes: satisfaction, usage, engagement",
}

// Signal is a measured sign of how the customer fares with us (domain section 2).
type Signal struct {
	Head
	Type   SignalType
	Value  Number // on the scale of the type
	On     Date
	Source string
}

// Kind implements [Record].
func (*Signal) Kind() Kind { return KindSignal }

// Fields implements [Record].
func (s *Signal) Fields() []Field {
	return s.Head.with(KindSignal,
		choice(10, "type", "Type", &s.Type).Need(),
		number(11, "value", "Value", &s.Value).Need().Help("0 to 100; a promoter score from -100"),
		date(12, "on", "On", &s.On).Need(),
		text(13, "source", "Source", &s.Source).Help("who or what measured it"),
	)
}

// Validate implements [Validator].
func (s *Signal) Validate() error {
	least := int64(0)
	if s.Type == PromoterScore {
		least = -100
	}
	if s.Value.Compare(NumberOf(least)) < 0 || NumberOf(100).Compare(s.Value) < 0 {
		return fmt.Errorf("value of %s must lie between %d and 100", s.Type, least)
	}
	return nil
}

func signalTitle(r Record, _ Names) string {
	s := r.(*Signal)
	return s.Type.String() + " " + s.Value.Grouped()
}

// SignalType is what a signal measures.
type SignalType = Choice[signalTypeWords]

// The words of SignalType; their meanings stand in the vocabulary below.
const (
	Satisfaction  SignalType = 1
	Usage         SignalType = 2
	Engagement    SignalType = 3
	PromoterScore SignalType = 4
)

type signalTypeWords struct{}

// Words implements [Vocabulary].
func (signalTypeWords) Words() []Word { return signalTypeList }

var signalTypeList = []Word{
	{Name: "Satisfaction", Key: 's', Meaning: "how content they say they are, 0 to 100", Aliases: []string{"Satisfaction score", "CSAT"}},
	{Name: "Usage", Key: 'u', Meaning: "how much of what they bought they use, 0 to 100", Aliases: []string{"Product usage", "Adoption"}},
	{Name: "Engagement", Key: 'e', Meaning: "how much they answer, come and ask, 0 to 100"},
	{Name: "Promoter Score", Key: 'p', Meaning: "would they recommend us, -100 to 100", Aliases: []string{"NPS", "Net Promoter Score"}},
}
