package model

import (
	"cmp"
	"slices"
)

// Warning is something about the people or the money of a plan that wants doing,
// in words.
type Warning struct {
	Rule     string // a short name that never changes: "no-champion"
	Severity Level
	Text     string // who or what it is about and why, in one sentence without its stop
	IDs      []ID   // the records it is about, none when it is about the account
	Cure     string // what to do about it, as a request without its stop
}

// The names of the rules that are asked for one by one; all others are only in
// their tables.
const (
	RuleSingleThreaded = "single-threaded"
	RuleCoverageGap    = "coverage-gap"
	RuleBelowWanted    = "below-wanted"
	RuleRevenueGap     = "revenue-gap"
	RuleTwoOwners      = "two-owners"
	RuleMoreThanWallet = "more-than-wallet"
)

// ConfirmWithin is how many days the classification of a key player holds
// before it should be confirmed again (rule 4).
const ConfirmWithin = 90

// Stale reports whether the classification of a contact who is still there was
// confirmed longer ago than it holds (rule 4). One that nobody ever confirmed is
// not stale but not known: [Questions] asks for it.
func (c *Contact) Stale(today Date) bool {
	return !c.Left && c.Confirmed.AddDays(ConfirmWithin).Before(today)
}

// Warnings returns what is doubtful about the people of a plan, worst first and
// at most one for each rule, so that a list of them is never a wall (rule 4). A
// rule whose values are not known stays silent: what is missing is for
// [Questions].
func Warnings(p *Plan, today Date) []Warning {
	people := peopleOf(p)
	var list []Warning
	for _, rule := range warningRules {
		if found := rule.find(people, today); found.text != "" {
			list = append(list, rule.warning(found))
		}
	}
	return list
}

// AllWarnings returns what is doubtful about the people and the money of a plan,
// worst first, and of what is equally grave the people before the money (rules 4,
// 7 and 8).
func AllWarnings(p *Plan, today Date) []Warning {
	list := append(Warnings(p, today), MoneyWarnings(p, today)...)
	slices.SortStableFunc(list, func(a, b Warning) int { return cmp.Compare(a.Severity, b.Severity) }) // High is the first level
	return list
}

// warningRule is what is said and done about what one rule found.
type warningRule struct {
	name     string
	severity Level
	cure     string
	// todo is the title of an action against it; %s is who it is about, or the
	// account where it is about nobody.
	todo string
	// todoAlone is the title where it is about nobody, "" for the same.
	todoAlone string
}

func (r warningRule) warning(f finding) Warning {
	return Warning{r.name, r.severity, f.text, f.ids, r.cure}
}

// ruleOf is the rule that a warning comes from.
func ruleOf(w Warning) warningRule {
	for _, rule := range warningRules {
		if rule.name == w.Rule {
			return rule.warningRule
		}
	}
	for _, rule := range moneyRules {
		if rule.name == w.Rule {
			return rule.warningRule
		}
	}
	return warningRule{}
}

// peopleRule is one rule of [Warnings].
type peopleRule struct {
	warningRule
	find func(people, Date) finding
}

// warningRules are in the order of their weight: whoever decides before whoever
// backs us, and both before what is merely old.
var warningRules = []peopleRule{
	{warningRule{"no-economic-buyer", High,
		"ask who signs for the money; until that is known, a placeholder keeps the seat", "Find out who holds the budget at %s", ""}, findNoBuyer},
	{warningRule{RuleSingleThreaded, High,
		"win one more key player before the one who backs us goes or turns", "Win one more key player beside %s", "Win a key player at %s"}, findSingleThreaded},
	{warningRule{"most-not-supportive", High,
		"begin with the neutral one who matters most: find out what that person needs", "Plan how to win %s", ""}, findMostNotSupportive},
	{warningRule{"outnumbered", High,
		"win a neutral one before arguing with an opponent", "Find out what turns %s against us", ""}, findOutnumbered},
	{warningRule{"no-champion", High,
		"ask the supporter with the most pull to carry our case inside", "Find somebody who sells for us inside %s", ""}, findNoChampion},
	{warningRule{"left-on-decision", High,
		"name who took over, and take the one who left out of the decision", "Find out who took over from %s", ""}, findLeft},
	{warningRule{"reports-in-circle", Medium,
		"correct whom one person of each circle reports to", "Correct whom %s reports to", ""}, findCircles},
	{warningRule{RuleCoverageGap, Medium,
		"ask somebody who supports us for an introduction", "Get an introduction to %s", ""}, findCoverageGaps},
	{warningRule{"coach", Medium,
		"keep the coach's advice, and ask who could carry the decision", "Ask %s who could carry the decision", ""}, findCoaches},
	{warningRule{RuleBelowWanted, Low,
		"agree on one step that this person would notice", "Take a step forward with %s", ""}, findBelowWanted},
	{warningRule{"no-opponent", Low,
		"ask a supporter who gains if we lose", "Find out who backs the competitor at %s", ""}, findNoOpponent},
	{warningRule{"not-confirmed", Low,
		"look through what was noted: still true, or changed?", "Confirm what we noted of %s", ""}, findNotConfirmed},
}

// people is the contacts of a plan sorted out once for all warnings.
type people struct {
	plan                            *Plan
	all, here, gone                 []*Contact // everybody, still with the customer, and left
	key, supportive, judged         []*Contact // key players, those who support us, those whose support is known
	supporters, opponents, champion []*Contact
	deals                           []*Opportunity        // open ones
	dealsOf                         map[ID][]*Opportunity // that name somebody
	roleKnown                       int
	buyer                           bool // somebody holds the budget
}

func peopleOf(p *Plan) people {
	s := people{plan: p, all: All[*Contact](p.Book), deals: p.OpenDeals(), dealsOf: dealsByPerson(p)}
	budget := map[ID]bool{} // whoever signs for the money of an open deal
	for _, o := range s.deals {
		budget[o.Buyer] = true
	}
	for _, r := range All[*Role](p.Book) {
		if o, ok := Lookup[*Opportunity](p.Book, r.Opportunity); ok && o.Open() && r.DecisionRole.Has(EconomicBuyer) {
			budget[r.Contact] = true
		}
	}
	for _, c := range s.all {
		if c.Left {
			s.gone = append(s.gone, c)
			continue
		}
		s.here = append(s.here, c)
		if c.DecisionRole != 0 {
			s.roleKnown++
		}
		s.buyer = s.buyer || c.DecisionRole.Has(EconomicBuyer) || budget[c.ID]
		switch c.Support {
		case Champion:
			s.champion = append(s.champion, c)
			s.supporters = append(s.supporters, c)
		case Supporter:
			s.supporters = append(s.supporters, c)
		case Opponent:
			s.opponents = append(s.opponents, c)
		}
		if KeyPlayer(c).Answer != Yes {
			continue
		}
		s.key = append(s.key, c)
		if c.Support != 0 {
			s.judged = append(s.judged, c)
		}
		if Supportive(c).Answer == Yes {
			s.supportive = append(s.supportive, c)
		}
	}
	return s
}
