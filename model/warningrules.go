package model

import (
	"cmp"
	"slices"
)

// The names of the rules that are asked for one by one; all others are only in
// their tables.
const (
	RuleSingleThreaded = "single-threaded"
	RuleCoverageGap    = "coverage-gap"
	RuleBelowWanted    = "below-wanted"
	RuleRevenueGap     = "revenue-gap"
	RuleTwoOwners      = "two-owners"
	RuleMoreThanWallet = "more-than-wallet"
	RuleBlank          = "blank"
)

// rule is one way of looking at a plan, with what is said and done about what it
// finds.
type rule struct {
	name     string
	area     Area
	severity Level
	means    string // when it finds something, in a few words
	cure     string // "" where what is found says its own
	// todo is the title of an action against it; %s is who it is about, or the
	// account where it is about nobody. "" where what is found are actions.
	todo string
	// todoAlone is the title where it is about nobody, "" for the same.
	todoAlone string
	find      func(*checking) []finding
}

func (r rule) warning(f finding) Warning {
	return Warning{r.name, r.area, r.severity, f.words(), f.ids(), cmp.Or(f.cure, r.cure)}
}

// ofPeople is a rule that looks at the people and finds one thing.
func ofPeople(find func(people, Date) finding) func(*checking) []finding {
	return func(c *checking) []finding { return []finding{find(c.who(), c.today)} }
}

// ofPlan is a rule that looks at the plan and may find several things, each of
// another place: one sentence could not say them.
func ofPlan(find func(*Plan, Date) []finding) func(*checking) []finding {
	return func(c *checking) []finding { return find(c.plan, c.today) }
}

// RuleInfo says what a rule is called and when it finds something.
type RuleInfo struct {
	Name     string // the word that silences it
	Area     Area
	Severity Level
	Means    string
}

// Rules returns all rules of [Findings]: the people, the money, then the rest,
// those of each in the order of their weight.
func Rules() []RuleInfo {
	var list []RuleInfo
	for _, r := range slices.Concat(warningRules, moneyRules, planRules) {
		list = append(list, RuleInfo{r.name, r.area, r.severity, r.means})
	}
	return list
}

// RuleArea is the area of the plan that the rule of that name is about; zero where
// there is none.
func RuleArea(name string) Area { return ruleNamed(name).area }

// ruleNamed is the rule of that name; without one when there is none.
func ruleNamed(name string) rule {
	for _, r := range slices.Concat(warningRules, moneyRules, planRules) {
		if r.name == name {
			return r
		}
	}
	return rule{}
}

// warningRules are about the people (rules 1 to 4), in the order of their weight:
// whoever decides before whoever backs us, and both before what is merely old.
var warningRules = []rule{
	{name: "no-economic-buyer", area: AreaPeople, severity: High, means: "roles are known, and nobody holds the budget",
		cure: "ask who signs for the money; until that is known, a placeholder keeps the seat",
		todo: "Find out who holds the budget at %s", find: ofPeople(findNoBuyer)},
	{name: RuleSingleThreaded, area: AreaPeople, severity: High, means: "a deal is open, and at most one key player backs us",
		cure: "win one more key player before the one who backs us goes or turns",
		todo: "Win one more key player beside %s", todoAlone: "Win a key player at %s", find: ofPeople(findSingleThreaded)},
	{name: "most-not-supportive", area: AreaPeople, severity: High, means: "most key players whose support is known do not back us",
		cure: "begin with the neutral one who matters most: find out what that person needs",
		todo: "Plan how to win %s", find: ofPeople(findMostNotSupportive)},
	{name: "outnumbered", area: AreaPeople, severity: High, means: "those for us are no more than those against us",
		cure: "win a neutral one before arguing with an opponent",
		todo: "Find out what turns %s against us", find: ofPeople(findOutnumbered)},
	{name: "no-champion", area: AreaPeople, severity: High, means: "nobody sells for us inside",
		cure: "ask the supporter with the most pull to carry our case inside",
		todo: "Find somebody who sells for us inside %s", find: ofPeople(findNoChampion)},
	{name: "left-on-decision", area: AreaPeople, severity: High, means: "somebody who left is still named in a decision",
		cure: "name who took over, and take the one who left out of the decision",
		todo: "Find out who took over from %s", find: ofPeople(findLeft)},
	{name: "reports-in-circle", area: AreaPeople, severity: Medium, means: "reporting lines lead back to where they began",
		cure: "correct whom one person of each circle reports to",
		todo: "Correct whom %s reports to", find: ofPeople(findCircles)},
	{name: RuleCoverageGap, area: AreaPeople, severity: Medium, means: "a key player who does not back us never met us",
		cure: "ask somebody who supports us for an introduction",
		todo: "Get an introduction to %s", find: ofPeople(findCoverageGaps)},
	{name: "coach", area: AreaPeople, severity: Medium, means: "a champion of low influence cannot carry a decision",
		cure: "keep the coach's advice, and ask who could carry the decision",
		todo: "Ask %s who could carry the decision", find: ofPeople(findCoaches)},
	{name: RuleBelowWanted, area: AreaPeople, severity: Low, means: "a relationship is below the level that we want",
		cure: "agree on one step that this person would notice",
		todo: "Take a step forward with %s", find: ofPeople(findBelowWanted)},
	{name: "no-opponent", area: AreaPeople, severity: Low, means: "nobody is marked as opponent, though three key players are judged",
		cure: "ask a supporter who gains if we lose",
		todo: "Find out who backs the competitor at %s", find: ofPeople(findNoOpponent)},
	{name: "not-confirmed", area: AreaPeople, severity: Low, means: "a classification was confirmed more than 90 days ago",
		cure: "look through what was noted: still true, or changed?",
		todo: "Confirm what we noted of %s", find: ofPeople(findNotConfirmed)},
}

// moneyRules are about the money (rules 7 and 8), in the order of their weight:
// what costs money before a figure that is wrong.
var moneyRules = []rule{
	{name: RuleRevenueGap, area: AreaMoney, severity: Medium, means: "the target is not reached, and no revenue objective is in progress",
		cure: "set a revenue objective for what is missing, and begin it",
		todo: "Plan how to reach the revenue target of %s", find: ofPlan(findRevenueGap)},
	{name: RuleTwoOwners, area: AreaMoney, severity: Medium, means: "two of us have an open deal for one unit and product",
		cure: "agree on one of them who speaks for us there, and give that person the deals",
		todo: "Agree who speaks for us about %s", find: ofPlan(findTwoOwners)},
	{name: RuleMoreThanWallet, area: AreaMoney, severity: Low, means: "more was earned than they are said to spend",
		cure: "ask what they spend, and compare it with what was invoiced",
		todo: "Find out what %s spends", find: ofPlan(findMoreThanWallet)},
}
