package model

import (
	"fmt"
	"math/big"
)

// Health is how an account is doing, by what is on record (rule 9).
type Health struct {
	Parts     []HealthPart // relationship, execution, value, revenue
	Known     bool         // false while fewer than [HealthLeast] parts are
	Percent   int          // mean of the known parts
	Band      Wellbeing    // of Percent; zero when not known
	Own       Wellbeing    // what the user says
	OwnReason string
	Disagree  string // one sentence where the two differ, "" where they do not
	Reasons   []string
	Ask       []string
}

// HealthPart is one part of an account's health.
type HealthPart struct {
	Name    string // "relationship"
	Known   bool
	Percent int // 0 to 100
	Reasons []string
	Ask     []string
}

// The percentages from which health is good, and from which it is neither good
// nor poor (rule 9).
const (
	HealthGoodFrom    = 67
	HealthNeutralFrom = 34
)

// HealthLeast is how many parts must be known for their mean to be said: one
// supporter alone is no good account, and one late action no poor one. The rule
// gives no figure; two is the least of which there is a mean.
const HealthLeast = 2

// severeIssue is how many points an open issue of high severity takes off the
// value part. The rule only says that it does; ten lets a few of them weigh as
// much as a missed goal.
const severeIssue = 10

// signalsHold is how many days a satisfaction signal speaks for the present.
const signalsHold = 365

// BandOf returns the band of a percentage of health (rule 9).
func BandOf(percent int) Wellbeing {
	switch {
	case percent >= HealthGoodFrom:
		return Good
	case percent >= HealthNeutralFrom:
		return Middling
	}
	return Poor
}

// HealthOf returns the mean of those parts that are known, each with its
// reasons, and holds it against what the user says (rule 9). With fewer than
// [HealthLeast] of them health is not known yet, and what is missing is asked.
func HealthOf(p *Plan, today Date) Health {
	return healthOf(p.Account, relationshipHealth(p), executionHealth(ExecutionOf(All[*Action](p.Book), today)),
		valueHealth(p.Account.Name, All[*Goal](p.Book), All[*Signal](p.Book), All[*Issue](p.Book), today), revenueHealth(RenewalsOf(p, today)))
}

// healthOf is [HealthOf] from its parts.
func healthOf(a *Account, parts ...HealthPart) Health {
	h := Health{Own: a.OverallHealth, OwnReason: a.HealthReason, Parts: parts}
	sum, known := 0, 0
	for _, part := range h.Parts {
		h.Ask = append(h.Ask, part.Ask...)
		if part.Known {
			sum, known = sum+part.Percent, known+1
			h.Reasons = append(h.Reasons, fmt.Sprintf("%s %d %%", part.Name, part.Percent))
		} else {
			h.Reasons = append(h.Reasons, part.Name+" not known yet")
		}
	}
	if known < HealthLeast {
		if known > 0 {
			h.Reasons = append(h.Reasons, fmt.Sprintf("health is said from %d known parts on", HealthLeast))
		}
		return h
	}
	h.Known, h.Percent = true, Ratio{int64(sum), int64(100 * known)}.Percent()
	h.Band = BandOf(h.Percent)
	if h.Own != 0 && h.Own != h.Band {
		h.Disagree = fmt.Sprintf("You say %s, the records say %s", h.Own, h.Band)
	}
	return h
}

// relationshipHealth is the share of key players whose support is known that
// support us.
func relationshipHealth(p *Plan) HealthPart {
	s := MapStatusOf(All[*Contact](p.Book))
	classified := 0
	for _, c := range All[*Contact](p.Book) {
		if !c.Left && IsKeyPlayer(c) == Yes && c.Support != 0 {
			classified++
		}
	}
	return backing(s, classified)
}

// backing is [relationshipHealth] of a map with so many key players whose support
// is known.
func backing(s MapStatus, classified int) HealthPart {
	part := HealthPart{Name: "relationship"}
	if classified == 0 {
		part.Reasons, part.Ask = []string{"no key player is classified"}, s.Ask
		return part
	}
	part.Known, part.Percent = true, Ratio{int64(s.Supportive), int64(classified)}.Percent()
	part.Reasons = []string{ofWhom(s.Supportive, classified, "key player", "key players", "supports us", "support us", "does not support us")}
	if open := s.KeyPlayers - classified; open > 0 {
		part.Reasons = append(part.Reasons, fmt.Sprintf("the support of %s is not known yet", Count(open, "more", "more")))
	}
	return part
}

func executionHealth(e Execution) HealthPart {
	part := HealthPart{Name: "execution", Known: e.Answer != NotKnown, Percent: e.Percent, Reasons: e.Reasons}
	if !part.Known && e.Ahead == 0 { // else it is known: what is planned has only not come due
		part.Ask = []string{"What is to be done next, by whom and by when?"}
	}
	return part
}

// valueHealth is the mean of how far the goals have got and how content the
// customer is, less what open severe issues take off.
func valueHealth(account string, all []*Goal, signals []*Signal, issues []*Issue, today Date) HealthPart {
	part := HealthPart{Name: "value"}
	sum, parts := new(big.Rat), int64(0)
	goals := 0
	progress := new(big.Rat)
	for _, g := range all {
		if far, ok := g.progress(); ok {
			progress.Add(progress, far)
			goals++
		} else {
			part.Ask = append(part.Ask, fmt.Sprintf("Where does “%s” stand, from where and to where?", g.Metric))
		}
	}
	if goals > 0 {
		progress.Quo(progress, big.NewRat(int64(goals), 1))
		sum, parts = sum.Add(sum, progress), parts+1
		far, _ := percentOfOne(progress)
		part.Reasons = append(part.Reasons, fmt.Sprintf("goals %d %% of the way on average", far))
	}
	if content, from, ok := satisfaction(signals, today); ok {
		sum, parts = sum.Add(sum, content), parts+1
		percent, _ := percentOfOne(content)
		part.Reasons = append(part.Reasons, fmt.Sprintf("satisfaction %d %% (%s)", percent, from))
	}
	severe := 0
	for _, i := range issues {
		if i.Severity == High && i.Open(today) {
			severe++
		}
	}
	if severe > 0 {
		part.Reasons = append(part.Reasons, fmt.Sprintf("%s open: %d points off", Count(severe, "severe issue is", "severe issues are"), severe*severeIssue))
	}
	if parts == 0 {
		part.Reasons = append([]string{"neither goals nor satisfaction are measured"}, part.Reasons...)
		part.Ask = append(part.Ask, fmt.Sprintf("What does %s measure its success by, and how content are they?", account))
		return part
	}
	part.Known = true
	percent, _ := percentOfOne(sum.Quo(sum, big.NewRat(parts, 1)))
	part.Percent = max(0, percent-severe*severeIssue)
	return part
}

// progress returns how far a goal has come from its baseline to its target, 0 to
// 1; false while one of the three is not known, or there is no way to go.
func (g *Goal) progress() (*big.Rat, bool) {
	if g.Baseline.IsZero() || g.Current.IsZero() || g.Target.IsZero() || g.Baseline == g.Target {
		return nil, false
	}
	from := g.Baseline.rational()
	far := new(big.Rat).Sub(g.Current.rational(), from)
	far.Quo(far, new(big.Rat).Sub(g.Target.rational(), from))
	switch one := big.NewRat(1, 1); {
	case far.Sign() < 0:
		return new(big.Rat), true
	case far.Cmp(one) > 0:
		return one, true
	}
	return far, true
}

// Progress returns how far the goal has come from its baseline to its target in
// percent, 0 to 100; false while one of the three is not known.
func (g *Goal) Progress() (percent int, known bool) {
	far, ok := g.progress()
	if !ok {
		return 0, false
	}
	return percentOfOne(far)
}

// satisfaction returns how content the customer is, 0 to 1: the mean of the
// newest signal of each type that says so, from the last year.
func satisfaction(signals []*Signal, today Date) (mean *big.Rat, from string, ok bool) {
	newest := map[SignalType]*Signal{}
	for _, s := range signals {
		current := !today.Before(s.On) && !s.On.AddDays(signalsHold).Before(today)
		if n := newest[s.Type]; current && (n == nil || !s.On.Before(n.On)) {
			newest[s.Type] = s
		}
	}
	mean = new(big.Rat)
	n := int64(0)
	var names []string
	for _, kind := range []SignalType{Satisfaction, PromoterScore} {
		s := newest[kind]
		if s == nil {
			continue
		}
		value := new(big.Rat).Quo(s.Value.rational(), big.NewRat(100, 1))
		if kind == PromoterScore { // -100 to 100
			value.Add(value, big.NewRat(1, 1)).Quo(value, big.NewRat(2, 1))
		}
		mean.Add(mean, value)
		n++
		names = append(names, fmt.Sprintf("%s of %s", Title(s, nil), s.On))
	}
	if n == 0 {
		return nil, "", false
	}
	return mean.Quo(mean, big.NewRat(n, 1)), AndList(names), true
}

func revenueHealth(n Renewals) HealthPart {
	return HealthPart{Name: "revenue", Known: n.Known, Percent: n.Safe, Reasons: n.Reasons, Ask: n.Ask}
}
