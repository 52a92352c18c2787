package model

import (
	"fmt"
	"slices"
	"strings"
)

// planRules are about all else (rules 3, 5, 6, 9 to 13), by area.
var planRules = []rule{
	{name: "map-differs", area: AreaPeople, severity: Low, means: "political status and influence of somebody disagree", // rule 3
		cure: "ask a supporter which of the two is true", todo: "Find out how much pull %s has", find: ofPlan(findMapDiffers)},
	{name: "divided-loyalty", area: AreaPeople, severity: High, means: "somebody who backs us is the sponsor of a competitor too", // rule 4
		cure: "find out whom this person would choose, before counting on them", todo: "Find out whom %s would choose", find: ofPlan(findDividedLoyalty)},
	{name: "renewal-at-risk", area: AreaMoney, severity: High, means: "a contract of high risk comes up within a year, and has no plan", // rule 9
		cure: "write down what we do so that it goes on, and who does it", todo: "Plan how to keep %s", find: ofPlan(findRenewalAtRisk)},
	{name: "renewal-undecided", area: AreaMoney, severity: Medium, means: "a contract is past its day, and nobody says what became of it", // rule 9
		cure: "ask what became of it, and set the outcome", todo: "Find out what became of %s", find: ofPlan(findRenewalUndecided)},
	{name: "close-passed", area: AreaMoney, severity: Medium, means: "an opportunity is open, and its day is over", // rule 7
		cure: "set the day on which they really decide, or how it ended", todo: "Find out when they decide on %s", find: ofPlan(findClosePassed)},
	{name: "step-late", area: AreaMoney, severity: Medium, means: "a step of the buying process is past its day", // domain section 2
		cure: "ask who owns the step what holds it up", todo: "Find out what holds up %s", find: ofPlan(findStepLate)},
	{name: "steps-crossed", area: AreaMoney, severity: Low, means: "a step of the buying process is complete, or expected, before one that comes before it", // domain section 2
		cure: "ask how they really buy: set the status, the day or the place of one of the two", todo: "Find out in which order they buy: %s", find: ofPlan(findStepsCrossed)},
	{name: "off-strategy", area: AreaStrategy, severity: Medium, means: "the account does not fit the ideal customer profile", // rule 12
		cure: "decide whether the account is worth a plan, or which unit of it is", todo: "Decide whether %s is worth a plan", find: ofPlan(findOffStrategy)},
	{name: "few-key-owners", area: AreaStrategy, severity: Medium, means: "key players own less than a third of the initiatives", // rule 6
		cure: "find out what the key players themselves want to achieve", todo: "Ask the key players of %s what they want to achieve", find: ofPlan(findFewKeyOwners)},
	{name: "goal-behind", area: AreaStrategy, severity: Medium, means: "a goal is missed, worse than at first, or behind its time", // rule 9
		cure: "agree with whose goal it is on what moves it", todo: "Agree on what moves %s", find: ofPlan(findGoalBehind)},
	{name: "chain-incomplete", area: AreaStrategy, severity: Low, means: "an initiative has no challenge, or none that we have a solution to", // rule 6
		cure: "ask what stands in its way, and say how we help", todo: "Find out how we help with %s", find: ofPlan(findChainIncomplete)},
	{name: "assumed", area: AreaStrategy, severity: Low, means: "most initiatives are our assumption", // rule 6
		cure: "ask the customer to confirm them", todo: "Have %s confirm what they want to achieve", find: ofPlan(findAssumed)},
	{name: "objective-unready", area: AreaStrategy, severity: Low, means: "an objective lacks its owner, its day, a metric, or actions with owner and day", // rule 5
		cure: "add what is missing, or drop the objective", todo: "Make %s ready to be worked for", find: ofPlan(findObjectiveUnready)},
	{name: "late-action", area: AreaActions, severity: Medium, means: "an action is past its day", // rule 10
		cure: "do it, move it or drop it", find: ofPlan(findLateActions)},
	{name: "poor-execution", area: AreaActions, severity: Medium, means: "less than 80 % of what was due was done on time", // rule 10
		cure: "drop what nobody will do, and give the rest to somebody by a day that can be kept", todo: "Go through the actions of %s: do, move or drop", find: ofPlan(findPoorExecution)},
	{name: "review-overdue", area: AreaReviews, severity: Medium, means: "the day of a review has passed", // rule 13
		cure: "hold it, or plan the day on which it is", todo: "Hold the review that is overdue: %s", find: ofPlan(findReviewOverdue)},
	{name: "too-many-top", area: AreaOverview, severity: Medium, means: "one person owns more than three Top Accounts", // rule 13
		cure: "give one of them to somebody else, or make it a Portfolio plan", todo: "Decide who takes over one of the Top Accounts of %s", find: findTooManyTop},
	{name: "severe-issue", area: AreaOverview, severity: High, means: "a severe issue of the customer is open", // rule 9
		cure: "say who of us sees to it, and by when it is resolved", todo: "Resolve %s", find: ofPlan(findSevereIssue)},
	{name: "health-differs", area: AreaOverview, severity: Low, means: "your judgment of the health and the records disagree", // rule 9
		cure: "change what you say, or put on record what you know", todo: "Find out how %s really is", find: ofPlan(findHealthDiffers)},
	{name: "plan-over", area: AreaOverview, severity: Low, means: "the plan's period has ended, and the plan is not closed",
		cure: "close the plan, or give it its next period", todo: "Plan the next period of %s", find: ofPlan(findPlanOver)},
	{name: RuleBlank, area: AreaOverview, severity: Low, means: "core fields or records that a plan holds at least are missing", // rule 11
		todo: "Fill in what is missing in the plan of %s", find: ofPlan(findBlank)},
}

// each lists the records of a type that something is wrong with; said is what
// stands for one alone, "" where nothing is wrong with it.
func each[R Record](p *Plan, said func(R) string) []named {
	var found []named
	for _, r := range All[R](p.Book) {
		if text := said(r); text != "" {
			found = append(found, named{id: r.Base().ID, name: quoted(Title(r, p.Name)), said: text})
		}
	}
	return found
}

// eachIs is [each] where the name says it all.
func eachIs[R Record](p *Plan, wrong func(R) bool) []named {
	return each(p, func(r R) string {
		if !wrong(r) {
			return ""
		}
		return quoted(Title(r, p.Name))
	})
}

func quoted(name string) string { return "“" + name + "”" }

func one(f finding) []finding { return []finding{f} }

func findMapDiffers(p *Plan, _ Date) []finding {
	var found []named
	for _, c := range All[*Contact](p.Book) {
		if _, note := MapColumn(c); note != "" && !c.Left {
			found = append(found, named{id: c.ID, name: c.Name, said: c.Name + " has " + note})
		}
	}
	return one(findEach("%s", "Political status and influence of %d people disagree: %s", found))
}

func findRenewalAtRisk(p *Plan, today Date) []finding {
	due := Period{today, today.AddMonths(12)}
	return one(findEach("%s comes up within a year at high risk, and has no plan", "%d contracts come up within a year at high risk, and have no plan: %s",
		eachIs(p, func(r *Renewal) bool { return r.Open() && r.Risk == High && r.Plan == "" && due.Has(r.On) })))
}

func findRenewalUndecided(p *Plan, today Date) []finding {
	return one(findEach("%s is past its day, and nobody says what became of it", "%d contracts are past their day, and nobody says what became of them: %s",
		eachIs(p, func(r *Renewal) bool { return r.Open() && r.On.Before(today) })))
}

func findClosePassed(p *Plan, today Date) []finding {
	return one(findEach("%s", "%d opportunities are open, and their day is over: %s", each(p, func(o *Opportunity) string {
		if !o.Open() || !o.Close.Before(today) {
			return ""
		}
		return fmt.Sprintf("%s is open, but was expected to close on %s", quoted(o.Name), o.Close)
	})))
}

func findStepLate(p *Plan, today Date) []finding {
	return one(findEach("%s", "%d steps of the buying process are past their day: %s", each(p, func(s *BuyingStep) string {
		if !s.Late(today) {
			return ""
		}
		return fmt.Sprintf("The step %s of the buying process was expected on %s", quoted(s.Name), s.Expected)
	})))
}

// findDividedLoyalty looks for those who back us and a competitor: the map counts
// them for us.
func findDividedLoyalty(p *Plan, _ Date) []finding {
	rivals := map[ID][]string{}
	for _, c := range All[*Competitor](p.Book) {
		rivals[c.Sponsor] = append(rivals[c.Sponsor], c.Name)
	}
	var found []named
	for _, c := range All[*Contact](p.Book) {
		if names := rivals[c.ID]; len(names) > 0 && !c.Left && backs(c) {
			found = append(found, named{id: c.ID, name: c.Name, said: fmt.Sprintf("%s is %s of ours, and the sponsor of %s too", c.Name, WithArticle(strings.ToLower(c.Support.String())), AndList(names))})
		}
	}
	return one(findEach("%s", "%d people back us and are sponsors of a competitor too: %s", found))
}

// findStepsCrossed holds the steps of the buying process against those before
// them; of two, the later one in the process is named.
func findStepsCrossed(p *Plan, _ Date) []finding {
	var found []named
	steps := BuyingProcess(p)
	for i, s := range steps {
		for _, before := range steps[:i] {
			said := ""
			switch {
			case s.Order.IsZero() || s.Order == before.Order: // nobody says which comes first
			case s.Status == StepComplete && before.Status != StepComplete:
				said = fmt.Sprintf("The step %s is complete, and %s before it is not", quoted(s.Name), quoted(before.Name))
			case before.Status != StepComplete && s.Expected.Before(before.Expected):
				said = fmt.Sprintf("The step %s is expected on %s, before %s, which comes first, on %s", quoted(s.Name), s.Expected, quoted(before.Name), before.Expected)
			}
			if said != "" {
				found = append(found, named{id: s.ID, name: quoted(s.Name), said: said})
				break
			}
		}
	}
	return one(findEach("%s", "%d steps of the buying process come before their turn: %s", found))
}

func findOffStrategy(p *Plan, _ Date) []finding {
	f := FitOf(p, ID{})
	if f.Band != FitOffStrategy {
		return nil
	}
	return one(findIf(true, "The account is off-strategy: "+strings.TrimPrefix(f.Reasons[0], "off-strategy, "), nil))
}

func findFewKeyOwners(p *Plan, _ Date) []finding {
	in := InsightOf(p)
	if in.Good != No {
		return nil
	}
	text := fmt.Sprintf("Key players own %d of %s", in.Owned.Num, Count(int(in.Owned.Den), "initiative whose owner is known", "initiatives whose owners are known"))
	return one(findIf(true, text, nil))
}

func findGoalBehind(p *Plan, today Date) []finding {
	return one(findEach("The goal %s", "%d goals are missed, worse than at first or behind their time: %s", each(p, func(g *Goal) string {
		switch pace := PaceOf(g, today); pace.Pace {
		case Missed, Worse, Behind:
			return fmt.Sprintf("%s is %s: %s", quoted(g.Metric), pace.Pace, pace.Reason)
		}
		return ""
	})))
}

func findChainIncomplete(p *Plan, _ Date) []finding {
	var found []named
	for _, c := range InsightOf(p).Chains {
		said := quoted(c.Initiative.Name) + " has no challenge yet that it has to overcome"
		if len(c.Links) > 0 {
			said = quoted(c.Initiative.Name) + " has a challenge, but no solution of ours"
		}
		if !c.Complete {
			found = append(found, named{id: c.Initiative.ID, name: quoted(c.Initiative.Name), said: said})
		}
	}
	return one(findEach("%s", "Of %d initiatives we do not say how we help: %s", found))
}

func findAssumed(p *Plan, _ Date) []finding {
	in := InsightOf(p)
	assumed := in.Confirmed.Den - in.Confirmed.Num
	text := fmt.Sprintf("%d of %s not confirmed by anybody at the customer", assumed, Count(int(in.Confirmed.Den), "initiative is", "initiatives are"))
	return one(findIf(assumed*2 > in.Confirmed.Den, text, nil))
}

// findObjectiveUnready looks for what an objective lacks to be worked for
// (rule 5). One that is done or dropped lacks nothing.
func findObjectiveUnready(p *Plan, _ Date) []finding {
	ready := map[ID]bool{} // has an action with owner and day
	for _, a := range All[*Action](p.Book) {
		if !a.Owner.IsZero() && !a.Due.IsZero() && a.Status != Cancelled {
			ready[a.Objective] = true
		}
	}
	return one(findEach("%s", "%d objectives lack an owner, a day, a metric or actions with both: %s", each(p, func(o *Objective) string {
		var lacks []string
		for _, part := range []struct {
			known bool
			words string
		}{{!o.Owner.IsZero(), "an owner"}, {!o.Due.IsZero(), "a day"}, {len(o.Metrics) > 0, "a metric"}, {ready[o.ID], "an action with owner and day"}} {
			if !part.known {
				lacks = append(lacks, part.words)
			}
		}
		if !o.Open() || len(lacks) == 0 {
			return ""
		}
		return fmt.Sprintf("The objective %s lacks %s", quoted(o.Name), AndList(lacks))
	})))
}

func findLateActions(p *Plan, today Date) []finding {
	var late []*Action
	for _, a := range All[*Action](p.Book) {
		if a.Late(today) {
			late = append(late, a)
		}
	}
	slices.SortStableFunc(late, func(a, b *Action) int { return a.Due.Compare(b.Due) }) // the latest first
	var found []named
	for _, a := range late {
		said := fmt.Sprintf("%s is %s late", quoted(a.Name), Count(today.DaysSince(a.Due), "day", "days"))
		if owner := p.Name(a.Owner); owner != "" {
			said += ", by " + owner
		}
		found = append(found, named{id: a.ID, name: quoted(a.Name), said: said})
	}
	return one(findEach("%s", "%d actions are late: %s", found))
}

func findPoorExecution(p *Plan, today Date) []finding {
	e := ExecutionOf(All[*Action](p.Book), today)
	return one(findIf(e.Answer == No, Capital(e.Reasons[0]), nil))
}

func findReviewOverdue(p *Plan, today Date) []finding {
	var found []named
	for _, due := range Schedule(All[*Review](p.Book)) {
		if due.Overdue(today) {
			name := due.Review.Type.String()
			found = append(found, named{id: due.Review.ID, name: name, said: fmt.Sprintf("%s was due %s ago", name, Count(today.DaysSince(due.On), "day", "days"))})
		}
	}
	return one(findEach("%s", "%d reviews are overdue: %s", found))
}

func findTooManyTop(c *checking) []finding {
	a := c.plan.Account
	n := c.around.TopAccounts[a.Owner]
	if a.PlanType != TopAccount || n <= TopPerOwner {
		return nil
	}
	return one(findIf(true, tooManyTop(nameOr(c.plan.Name, a.Owner), n), []named{{id: a.Owner}}))
}

func findSevereIssue(p *Plan, today Date) []finding {
	return one(findEach("%s", "%d severe issues are open: %s", each(p, func(i *Issue) string {
		switch {
		case i.Severity != High || !i.Open(today):
			return ""
		case i.Owner.IsZero():
			return fmt.Sprintf("The severe issue %s is open, and none of us sees to it", quoted(i.Name))
		}
		return fmt.Sprintf("The severe issue %s is open", quoted(i.Name))
	})))
}

func findHealthDiffers(p *Plan, today Date) []finding {
	h := HealthOf(p, today)
	return one(findIf(h.Disagree != "", h.Disagree, nil))
}

func findPlanOver(p *Plan, today Date) []finding {
	a := p.Account
	return one(findIf(a.PlanEnd.Before(today) && a.PlanStatus != ClosedPlan, fmt.Sprintf("The plan ended on %s, and is not closed", a.PlanEnd), nil))
}

// findBlank says in one sentence what of the minimum path is missing, so that no
// blank nags by itself (rule 11).
func findBlank(p *Plan, _ Date) []finding {
	c := CompletenessOf(p)
	if p.Account.ID.IsZero() || c.Next == (Question{}) {
		return nil
	}
	var parts []string
	for _, a := range c.Areas {
		if a.Known < a.Wanted {
			parts = append(parts, fmt.Sprintf("%s %d %%", a.Area, a.Percent()))
		}
	}
	f := findIf(true, fmt.Sprintf("The plan is %d %% filled in: %s", c.Percent, strings.Join(parts, ", ")), nil)
	f.cure = "find out first: " + c.Next.Text
	return one(f)
}
