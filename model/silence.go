package model

import (
	"fmt"
	"slices"
)

// KindSilence is a rule that is not to be heard for a while, and why.
const KindSilence Kind = 34

var silenceSpec = Spec{
	Kind: KindSilence, Word: "silence", Plural: "silences", Scope: ScopeAccount,
	New:    func() Record { return new(Silence) },
	Title:  func(r Record, _ Names) string { return r.(*Silence).Rule },
	Detail: func(r Record) string { return r.(*Silence).Until.String() },
	About:  "a rule that is not to be heard of an account or a record for a while, and why",
}

// Silence keeps a rule quiet of an account, or of one record, up to a day: a
// known exception, said with its reason, that nobody wants to read every week.
type Silence struct {
	Head
	Rule    string // one of [Rules]
	Subject ID     // any record; none: the account as a whole
	Reason  string
	Until   Date // the last day of it
}

// Kind implements [Record].
func (*Silence) Kind() Kind { return KindSilence }

// Fields implements [Record].
func (s *Silence) Fields() []Field {
	return s.Head.with(KindSilence,
		text(12, "reason", "Reason", &s.Reason).Need().Help("why it need not be heard"),
		date(13, "until", "Until", &s.Until).Need().Help("the last day; it is heard again the day after"),
		text(10, "rule", "Rule", &s.Rule).Need().Help("the word of a rule, like no-champion"),
		link(11, "subject", "Subject", &s.Subject).Help("empty: the account as a whole"),
	)
}

// Validate implements [Validator].
func (s *Silence) Validate() error {
	if s.Rule != "" && ruleNamed(s.Rule).name == "" {
		return fmt.Errorf("there is no rule %q: `astute silence` lists them", s.Rule)
	}
	return nil
}

// Holds reports whether the rule is to be kept quiet on the day.
func (s *Silence) Holds(today Date) bool { return !s.Until.Before(today) }

// silencing are the rules that are kept quiet, each with the records of which
// they are.
type silencing map[string][]ID

func silencingOf(p *Plan, today Date) silencing {
	quiet := silencing{}
	for _, s := range All[*Silence](p.Book) {
		if s.Holds(today) {
			quiet[s.Rule] = append(quiet[s.Rule], s.Subject)
		}
	}
	return quiet
}

// without returns what is left of a finding, and how much is not to be heard: all
// of it where the rule is silenced for the account, else those records of which
// it is; a sentence about the whole goes when all that it is about is silenced.
func (quiet silencing) without(rule string, account ID, f finding) (heard finding, dropped int) {
	of := quiet[rule]
	if len(of) == 0 || f.words() == "" {
		return f, 0
	}
	isQuiet := func(n named) bool { return slices.Contains(of, n.id) }
	switch {
	case slices.Contains(of, ID{}) || slices.Contains(of, account):
		return finding{}, max(1, len(f.about))
	case f.one != "":
		heard = f
		heard.about = slices.DeleteFunc(slices.Clone(f.about), isQuiet)
		return heard, len(f.about) - len(heard.about)
	case len(f.about) > 0 && !slices.ContainsFunc(f.about, func(n named) bool { return !isQuiet(n) }):
		return finding{}, 1
	}
	return f, 0
}
