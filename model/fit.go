package model

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// FitBand is what the fit with the ideal customer profile comes to.
type FitBand uint8

// The bands of fit (rule 12).
const (
	FitUnknown FitBand = iota
	FitIdeal
	FitCaution
	FitOffStrategy
)

// String returns the band's word, "" when not known.
func (b FitBand) String() string { return [...]string{"", "Ideal", "Caution", "Off-strategy"}[b] }

// The fit, in percent, from which an account is ideal, and from which it is to be
// taken with care (rule 12).
const (
	FitIdealFrom   = 80
	FitCautionFrom = 50
)

// FitConfidentFrom is the share of the weight, in percent, that must be answered
// before the answers say anything of the account: one of many questions does not.
const FitConfidentFrom = 50

// Fit is how near an account, or a unit, is to the ideal customer profile.
type Fit struct {
	Band       FitBand
	Percent    int          // of what the answered criteria could score; 0 when not known
	Confidence int          // percent of the weight that is answered
	KnockOuts  []*Criterion // answered Off-strategy, and each enough by itself
	Answered   []FitAnswer  // by criterion, in the order of their making
	Open       []*Criterion // not answered yet
	Reasons    []string
	Ask        []string // the open questions, those of most weight first
}

// FitAnswer is the answer that counts for one criterion.
type FitAnswer struct {
	Criterion *Criterion
	Answer    *ICPAnswer
	Score     int // 10, 5 or 0
}

// Score returns what an answer counts: 10 for Ideal, Seen and Yes, 5 for Caution
// and Partly, else 0 (rule 12).
func Score(v AnswerValue) int {
	switch v {
	case AnswerIdeal, AnswerSeen, AnswerYes:
		return 10
	case AnswerCaution, AnswerPartly:
		return 5
	}
	return 0
}

// FitOf returns the fit with the ideal customer profile (rule 12): the weighted
// score of the answered criteria, as a share of what they could score. A
// criterion that knocks out and is answered Off-strategy settles it; while less
// than [FitConfidentFrom] of the weight is answered, nothing else does. No unit: the
// answers of the account as a whole; for a unit those of the unit, else of the
// account. Of two answers to one criterion the later counts.
func FitOf(p *Plan, unit ID) Fit {
	var f Fit
	own, whole := map[ID]*ICPAnswer{}, map[ID]*ICPAnswer{}
	for _, a := range All[*ICPAnswer](p.Book) {
		switch a.Unit {
		case ID{}:
			whole[a.Criterion] = a
		case unit:
			own[a.Criterion] = a
		}
	}
	scored, possible, weight := new(big.Rat), new(big.Rat), new(big.Rat)
	criteria := All[*Criterion](p.Book)
	for _, c := range criteria {
		pull := c.Pull().rational()
		weight.Add(weight, pull)
		a := own[c.ID]
		if a == nil {
			a = whole[c.ID]
		}
		if a == nil {
			f.Open = append(f.Open, c)
			continue
		}
		score := Score(a.Value)
		f.Answered = append(f.Answered, FitAnswer{c, a, score})
		possible.Add(possible, pull)
		scored.Add(scored, new(big.Rat).Mul(pull, big.NewRat(int64(score), 10)))
		if c.KnockOut && a.Value == AnswerOffStrategy {
			f.KnockOuts = append(f.KnockOuts, c)
		}
	}
	percent, known := percentOf(scored, possible)
	f.Percent = percent
	f.Confidence, _ = percentOf(possible, weight)
	f.Ask = openCriteria(f.Open)
	f.judge(known, len(criteria))
	return f
}

func (f *Fit) judge(known bool, criteria int) {
	switch {
	case criteria == 0:
		f.Reasons = []string{"not known yet: there is no ideal customer profile"}
		f.Ask = []string{"What does our ideal customer look like?"}
		return
	case len(f.Answered) > 0:
		f.Reasons = []string{fmt.Sprintf("%d of %s answered, %d %% of the weight", len(f.Answered), Count(criteria, "criterion", "criteria"), f.Confidence)}
	default:
		f.Reasons = []string{"not known yet: no criterion is answered"}
	}
	switch {
	case len(f.KnockOuts) > 0:
		f.Band = FitOffStrategy
		var names []string
		for _, c := range f.KnockOuts {
			names = append(names, c.Name)
		}
		f.Reasons = append([]string{"off-strategy, because of " + AndList(names)}, f.Reasons...)
	case !known: // nothing answered, or only criteria of no weight
	case f.Confidence < FitConfidentFrom:
		f.Reasons = append([]string{"not known yet: too little is answered to judge by"}, f.Reasons...)
		return
	case f.Percent >= FitIdealFrom:
		f.Band = FitIdeal
	case f.Percent >= FitCautionFrom:
		f.Band = FitCaution
	default:
		f.Band = FitOffStrategy
	}
	if known {
		f.Reasons = append([]string{fmt.Sprintf("%d %% of what the answers could score", f.Percent)}, f.Reasons...)
	}
}

// openCriteria words the criteria that nobody answered as questions, the
// heaviest first.
func openCriteria(open []*Criterion) []string {
	sorted := slices.Clone(open)
	slices.SortStableFunc(sorted, func(a, b *Criterion) int { return b.Pull().Compare(a.Pull()) })
	var ask []string
	for _, c := range sorted {
		ask = append(ask, strings.TrimRight(c.Name, "?")+"?")
	}
	return ask
}
