package model

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// rulesOf are the rules of findings.
func rulesOf(list []Warning) []string {
	var names []string
	for _, w := range list {
		names = append(names, w.Rule)
	}
	return names
}

// Every rule that is about the plan finds what it is for, and stays silent where
// that is in order, or not known.
func TestEveryRuleOfThePlanFindsItsOwn(t *testing.T) {
	today := NewDate(2026, time.March, 31)
	day := func(n int) Date { return today.AddDays(n) }
	owner := ID{15: 99}
	first, second := ID{14: 1}, ID{14: 1, 15: 1}
	key := func() *Contact { return &Contact{Name: "Kai", Political: Agile} }
	user := func() *Contact {
		return &Contact{Name: "Uli", Political: Learning, Influence: Low, DecisionRole: DecisionRoles(0).With(UserBuyer)}
	}
	initiative := func() *Initiative { return &Initiative{Name: "Grow", Owner: first, Confirmed: true} }
	goal := func(now int64, by Date) *Goal {
		return &Goal{Metric: "Cost", Baseline: NumberOf(10), Target: NumberOf(20), Current: NumberOf(now), By: by}
	}
	answer := func(v AnswerValue) *ICPAnswer { return &ICPAnswer{Criterion: first, Value: v} }
	criterion := func() *Criterion { return &Criterion{Name: "Size"} }
	ready := func() *Objective {
		return &Objective{Name: "Win", Owner: owner, Due: today, Metrics: []string{"3"}}
	}
	done := func() *Action {
		return &Action{Name: "Call", Owner: owner, Due: day(-5), Done: day(-5), Status: Complete, Objective: first}
	}
	plain := func() *Account { return &Account{Name: "Acme"} }
	cases := map[string]struct {
		account *Account
		bad     []Record // with which the rule finds something
		well    []Record // with which it does not
		wellOf  *Account // the account where it does not, nil for the same
		says    string   // a part of what it says
	}{
		"map-differs":       {plain(), []Record{&Contact{Name: "Ann", Political: Astute, Influence: Low}}, []Record{&Contact{Name: "Ann", Political: Astute, Influence: Low, Left: true}}, nil, "Ann has political status Astute, but influence Low"},
		"renewal-at-risk":   {plain(), []Record{&Renewal{Contract: "C1", Risk: High, On: day(30)}}, []Record{&Renewal{Contract: "C1", Risk: High, On: day(30), Plan: "Talk"}, &Renewal{Risk: Medium, On: day(30)}, &Renewal{Risk: High, On: day(500)}, &Renewal{Risk: High}}, nil, "“C1” comes up"},
		"renewal-undecided": {plain(), []Record{&Renewal{Contract: "C1", On: day(-1)}}, []Record{&Renewal{On: today}, &Renewal{On: day(-9), Outcome: Renewed}, &Renewal{}}, nil, "“C1” is past its day"},
		"close-passed":      {plain(), []Record{&Opportunity{Name: "Kiosks", Close: day(-1)}}, []Record{&Opportunity{Name: "Kiosks", Close: today}, &Opportunity{Close: day(-1), Stage: StageWon}, &Opportunity{}}, nil, "“Kiosks” is open, but was expected to close on 2026-03-30"},
		"step-late":         {plain(), []Record{&BuyingStep{Name: "Sign", Expected: day(-1)}}, []Record{&BuyingStep{Name: "Sign", Expected: day(-1), Status: StepComplete}, &BuyingStep{Expected: today}}, nil, "“Sign” of the buying process was expected"},
		"divided-loyalty": {plain(), []Record{&Contact{Name: "Ann", Support: Champion}, &Competitor{Name: "Rival", Sponsor: first}, &Competitor{Name: "Other", Sponsor: first}},
			[]Record{&Contact{Name: "Ann", Support: Neutral}, &Competitor{Name: "Rival", Sponsor: first}, &Contact{Name: "Bea", Support: Champion}, &Competitor{Name: "Nobody's"}}, nil, "Ann is a champion of ours, and the sponsor of Rival and Other too"},
		"steps-crossed": {plain(), []Record{&BuyingStep{Name: "Test", Order: NumberOf(1)}, &BuyingStep{Name: "Sign", Order: NumberOf(2), Status: StepComplete}},
			[]Record{&BuyingStep{Name: "Test", Order: NumberOf(1), Status: StepComplete, Expected: day(9)}, &BuyingStep{Name: "Sign", Order: NumberOf(2), Status: StepComplete, Expected: day(2)}, &BuyingStep{Name: "Pay", Order: NumberOf(3), Expected: day(3)}, &BuyingStep{Name: "Thank", Status: StepComplete}}, nil,
			"“Sign” is complete, and “Test” before it is not"},
		"off-strategy":      {plain(), []Record{criterion(), answer(AnswerNo)}, []Record{criterion(), answer(AnswerYes)}, nil, "off-strategy"},
		"few-key-owners":    {plain(), []Record{user(), initiative()}, []Record{key(), initiative()}, nil, "own 0 of 1 initiative"},
		"goal-behind":       {plain(), []Record{goal(12, day(-1))}, []Record{goal(20, day(-1)), goal(12, Date{}), &Goal{Metric: "?"}}, nil, "The goal “Cost” is missed"},
		"chain-incomplete":  {plain(), []Record{&Initiative{Name: "Grow"}}, []Record{&Initiative{Name: "Grow"}, &Challenge{Name: "Cost", Initiative: first}, &Solution{Name: "Ours", Challenge: second}}, nil, "“Grow” has no challenge yet"},
		"assumed":           {plain(), []Record{&Initiative{Name: "Grow"}}, []Record{initiative(), &Initiative{Name: "Save"}}, nil, "1 of 1 initiative is not confirmed"},
		"objective-unready": {plain(), []Record{&Objective{Name: "Win", Owner: owner, Due: today}}, []Record{ready(), done()}, nil, "lacks a metric and an action with owner and day"},
		"late-action":       {plain(), []Record{&Action{Name: "Call", Due: day(-1)}}, []Record{&Action{Name: "Call", Due: today}, &Action{Due: day(-1), Status: Deferred}, &Action{}}, nil, "“Call” is 1 day late"},
		"poor-execution":    {plain(), []Record{&Action{Name: "Call", Due: day(-1)}}, []Record{done()}, nil, "0 of 1 action"},
		"review-overdue":    {plain(), []Record{&Review{Type: QBR, On: day(-1)}}, []Record{&Review{Type: QBR, On: today}, &Review{Type: Inspection}}, nil, "QBR was due 1 day ago"},
		"too-many-top":      {&Account{Name: "Acme", PlanType: TopAccount, Owner: owner}, nil, nil, &Account{Name: "Acme", PlanType: Portfolio, Owner: owner}, "owns 4 Top Accounts"},
		"severe-issue":      {plain(), []Record{&Issue{Name: "Down", Severity: High}}, []Record{&Issue{Severity: High, Resolved: today}, &Issue{Severity: Medium}, &Issue{}}, nil, "“Down” is open, and none of us sees to it"},
		"health-differs":    {&Account{Name: "Acme", OverallHealth: Poor}, []Record{goal(20, today), &Contact{Name: "Ann", Influence: High, Support: Champion}}, []Record{goal(20, today), &Contact{Name: "Ann", Influence: High, Support: Champion}}, &Account{Name: "Acme", OverallHealth: Good}, "You say Poor"},
		"plan-over":         {&Account{Name: "Acme", PlanEnd: day(-1)}, nil, nil, &Account{Name: "Acme", PlanEnd: day(-1), PlanStatus: ClosedPlan}, "ended on 2026-03-30"},
		"blank":             {plain(), nil, wholePath(today), &Account{Name: "Acme", PlanType: Portfolio, Industry: "Food", Employees: NumberOf(3), OverallHealth: Good, Owner: owner}, "The plan is 3 % filled in"},
	}
	crossed := planOf(plain(), &BuyingStep{Name: "Test", Order: NumberOf(1), Expected: day(9)}, &BuyingStep{Name: "Sign", Order: NumberOf(2), Expected: day(2)})
	if f := findStepsCrossed(crossed, today); len(f) != 1 || f[0].words() != "The step “Sign” is expected on 2026-04-02, before “Test”, which comes first, on 2026-04-09" {
		t.Errorf("days that cross: %+v", f)
	}
	around := Around{TopAccounts: map[ID]int{owner: 4}}
	for _, rule := range planRules {
		c, ok := cases[rule.name]
		if !ok {
			t.Errorf("no case for %s", rule.name)
			continue
		}
		p := planOf(c.account, c.bad...)
		list, _ := Findings(p, today, around)
		at := slices.IndexFunc(list, func(w Warning) bool { return w.Rule == rule.name })
		if at < 0 {
			t.Errorf("%s does not find its own, only %q", rule.name, rulesOf(list))
			continue
		}
		w := list[at]
		if !strings.Contains(w.Text, c.says) || strings.HasSuffix(w.Text, ".") || w.Cure == "" || w.Area != rule.area || w.Subject(p) == nil {
			t.Errorf("%s: %+v", rule.name, w)
		}
		if a := ActionFor(p, w, owner, today); (a == nil) != (rule.todo == "") || a != nil && (Check(a) != nil || strings.Contains(a.Name, "%!")) {
			t.Errorf("%s: the action against it is %+v", rule.name, a)
		}
		account := c.wellOf
		if account == nil {
			account = plain()
		}
		list, _ = Findings(planOf(account, c.well...), today, around)
		if slices.Contains(rulesOf(list), rule.name) {
			t.Errorf("%s finds something where all is well: %+v", rule.name, list)
		}
	}
}

// wholePath is what a Portfolio plan holds at least.
func wholePath(today Date) []Record {
	owner := ID{15: 99}
	act := func() *Action { return &Action{Name: "Call", Owner: owner, Due: today} }
	return []Record{&Opportunity{Name: "Kiosks", Amount: NewMoney(1, "EUR")}, act(), act(), act(), &Review{Type: QBR, On: today},
		&Contact{Name: "Ann", JobTitle: "CFO", DecisionRole: DecisionRoles(0).With(EconomicBuyer), Influence: High, Support: Champion, Alignment: Good}}
}

// Of several things that one rule finds there is one sentence, worst first.
func TestFindingsAreNeverAWall(t *testing.T) {
	today := NewDate(2026, time.March, 31)
	var records []Record
	for range 300 {
		records = append(records, &Action{Name: "Call", Due: today.AddDays(-1)}, &Contact{Name: "Ann", Political: Astute, Influence: Low})
	}
	p := planOf(&Account{Name: "Acme"})
	for i, r := range records {
		r.Base().ID = ID{12: 1, 14: byte(i >> 8), 15: byte(i)}
	}
	p = NewPlan(p.Account, records)
	list, _ := Findings(p, today, Around{})
	seen := map[string]bool{}
	for i, w := range list {
		if seen[w.Rule] || len(w.Text) > 200 || i > 0 && w.Severity < list[i-1].Severity {
			t.Errorf("%+v", w)
		}
		seen[w.Rule] = true
	}
	if !seen["late-action"] || !seen["map-differs"] {
		t.Errorf("found only %q", rulesOf(list))
	}
}

func TestRulesAreNamedOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		if seen[r.Name] || r.Means == "" || r.Area == 0 || r.Severity == 0 || strings.ToLower(r.Name) != r.Name || strings.ContainsAny(r.Name, " _") {
			t.Errorf("%+v", r)
		}
		seen[r.Name] = true
	}
}

func TestAroundCountsTheTopAccountsOfEachOwner(t *testing.T) {
	owner, other := ID{15: 99}, ID{15: 98}
	var list []Summary
	for _, a := range []*Account{{PlanType: TopAccount, Owner: owner}, {PlanType: TopAccount, Owner: owner}, {PlanType: Portfolio, Owner: owner}, {PlanType: TopAccount}, {PlanType: TopAccount, Owner: other}, {PlanType: TopAccount, Owner: other, Archived: true}} {
		list = append(list, Summarise([]Record{a}))
	}
	if got := AroundOf(list).TopAccounts; len(got) != 2 || got[owner] != 2 || got[other] != 1 {
		t.Errorf("%v", got)
	}
}

// A cure speaks of nobody who is not there: without a supporter nobody is to be
// asked, without a neutral one nobody is to be won first.
func TestACureSpeaksOfNobodyWhoIsNotThere(t *testing.T) {
	today := NewDate(2026, time.March, 31)
	against := func(name string) *Contact {
		return &Contact{Name: name, Political: Astute, Support: Opponent, Coverage: NoContact, DecisionRole: DecisionRoles(0).With(DecisionMaker)}
	}
	list, _ := Findings(planOf(&Account{Name: "Acme"}, against("Ann"), against("Bea"), against("Cem"), &Opportunity{Name: "Kiosks", Stage: StageProposing}), today, Around{})
	met := 0
	for _, w := range list {
		if w.Area != AreaPeople {
			continue
		}
		met++
		for _, nobody := range []string{"supporter with", "the one who backs us", "the neutral one", "a neutral one", "somebody who supports us", "ask a supporter"} {
			if strings.Contains(w.Cure, nobody) {
				t.Errorf("%s: %q speaks of somebody who is not there", w.Rule, w.Cure)
			}
		}
	}
	if met < 5 {
		t.Errorf("only %d warnings about people: %q", met, rulesOf(list))
	}
}

func TestWhatIsPlannedAndNotDueIsNotAskedFor(t *testing.T) {
	today := NewDate(2026, time.March, 31)
	ask := func(r ...Record) string {
		return strings.Join(HealthOf(planOf(&Account{Name: "Acme"}, r...), today).Ask, " ")
	}
	const question = "What is to be done next"
	ahead := &Action{Name: "Call", Owner: ID{15: 99}, Due: today.AddDays(9)}
	if got := ask(ahead); strings.Contains(got, question) {
		t.Errorf("with an action ahead it asks %q", got)
	}
	for _, r := range [][]Record{nil, {&Action{Name: "Call", Due: today.AddDays(9)}}, {&Action{Name: "Call", Owner: ID{15: 99}}}} {
		if got := ask(r...); !strings.Contains(got, question) {
			t.Errorf("with %v it asks %q", r, got)
		}
	}
	if e := ExecutionOf([]*Action{ahead}, today); e.Reasons[0] != "no action has come due yet, 1 is ahead with owner and day" {
		t.Errorf("%q", e.Reasons)
	}
}
