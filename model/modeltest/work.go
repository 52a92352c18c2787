package modeltest

import (
	"fmt"
	"strings"

	"astute/model"
)

// work makes what is done at an account: what the customer wants, what we want
// to reach, who does what by when, and what has happened so far.
func (g *generator) work(account model.ID, people []model.ID) {
	// The size of an account says how much goes on there.
	busy := 1 + len(people)/20
	var initiatives, goals, objectives []model.ID
	for range busy {
		initiatives = append(initiatives, g.put(account, g.initiative(people)))
		goals = append(goals, g.put(account, g.goal(people)))
	}
	for range busy {
		objectives = append(objectives, g.put(account, g.objective(goals, initiatives)))
	}
	g.actions(account, people, objectives, 3*busy)
	for range 4 * busy {
		g.put(account, g.interaction(people))
	}
	for range 1 + busy {
		kind := model.MilestoneType(1 + g.IntN(17))
		g.put(account, &model.Milestone{Name: kind.String() + " in " + pick(g, cities), Type: kind, On: g.day(-500, 300)})
	}
	for kind := range 1 + min(3, busy) {
		r := &model.Review{Type: model.ReviewType(1 + kind), Attendees: []model.ID{pick(g, g.teammates)}}
		if g.chance(70) {
			r.Held = g.day(-200, -1)
			r.Decisions = "Keep to the plan."
		} else {
			r.On = g.day(-20, 120)
		}
		g.put(account, r)
	}
}

var (
	verbs  = []string{"Agree", "Book", "Draft", "Finish", "Hand over", "Present", "Review", "Send", "Show", "Test"}
	things = []string{"the business case", "the contract", "the data sheet", "the offer", "the pilot", "the reference visit", "the roadmap", "the security review",
		"the workshop", "the yearly figures"}
	aims    = []string{"Cut costs", "Enter a new market", "Move to the cloud", "Open new stores", "Replace the old systems", "Win back customers"}
	metrics = []string{"Customer satisfaction", "Days to deliver", "Incidents a month", "Orders online", "Share of waste", "Staff turnover"}
)

// some returns the id of one of a list in that many of a hundred cases; none
// from an empty list.
func (g *generator) some(ids []model.ID, percent int) model.ID {
	if len(ids) == 0 || !g.chance(percent) {
		return model.ID{}
	}
	return pick(g, ids)
}

// several returns up to n different ids of a list.
func (g *generator) several(ids []model.ID, n int) []model.ID {
	var chosen []model.ID
	for _, at := range g.Perm(len(ids))[:min(n, len(ids))] {
		chosen = append(chosen, ids[at])
	}
	return chosen
}

func (g *generator) initiative(people []model.ID) *model.Initiative {
	return &model.Initiative{
		Name: pick(g, aims), Backstory: "Asked for by the board in the last budget round.", Driver: word[model.Driver](g, 5, 20), Priority: word[model.Level](g, 3, 20),
		Status: word[model.Progress](g, 5, 10), Owner: g.some(people, 60), Influencers: g.several(people, g.IntN(3)), Confirmed: g.chance(50),
		Timeframe: fmt.Sprintf("by %d", g.today.Year()+g.IntN(3)), Source: "interview",
	}
}

func (g *generator) goal(people []model.ID) *model.Goal {
	baseline := int64(10 + g.IntN(90))
	return &model.Goal{
		Metric: pick(g, metrics), Contact: g.some(people, 80), UnitOfMeasure: "%", Baseline: model.NumberOf(baseline), Current: model.NumberOf(baseline + int64(g.IntN(10))),
		Target: model.NumberOf(baseline + 10), By: g.day(0, 700), Stated: word[model.Statement](g, 2, 20), Horizon: word[model.Horizon](g, 2, 20),
	}
}

func (g *generator) objective(goals, initiatives []model.ID) *model.Objective {
	return &model.Objective{
		Name: pick(g, verbs) + " " + pick(g, things), Type: word[model.ObjectiveType](g, 6, 10), Goals: g.several(goals, g.IntN(3)), Initiative: g.some(initiatives, 60),
		Metrics: []string{pick(g, metrics) + ": " + fmt.Sprint(1+g.IntN(90)) + " %"}, Owner: g.some(g.teammates, 85), Priority: word[model.Level](g, 3, 15),
		Due: g.day(-60, 400), Status: word[model.Progress](g, 5, 10), Agreed: g.chance(30),
	}
}

// actions makes the actions of an account, some of which wait for an earlier one.
func (g *generator) actions(account model.ID, people, objectives []model.ID, n int) {
	var made []model.ID
	for range n {
		a := &model.Action{
			Name: pick(g, verbs) + " " + pick(g, things), Objective: g.some(objectives, 80), Owner: g.some(g.teammates, 80), Function: word[model.ActionFunction](g, 7, 10),
			Type: model.Task, Due: g.day(-90, 120), Status: word[model.Progress](g, 5, 5), WaitsFor: g.several(made, g.IntN(2)), Serves: g.some(people, 30),
		}
		if a.Owner.IsZero() {
			a.Owner = g.some(people, 70)
		}
		if g.chance(15) {
			a.Type, a.AskedOf = model.Ask, pick(g, g.teammates)
		}
		if g.chance(30) {
			a.Start = a.Due.AddDays(-1 - g.IntN(30))
		}
		if a.Status == model.Complete {
			a.Result, a.Done = "Done as agreed.", a.Due.AddDays(len(made)%5-3)
			if g.today.Before(a.Done) {
				a.Done = g.today
			}
		}
		made = append(made, g.put(account, a))
	}
}

func (g *generator) interaction(people []model.ID) *model.Interaction {
	i := &model.Interaction{
		On: g.day(-400, 0), Type: model.InteractionType(1 + g.IntN(4)), Contacts: g.several(people, 1+g.IntN(3)), Teammate: g.some(g.teammates, 90),
		Summary: "Talked about " + pick(g, things) + " and " + strings.ToLower(pick(g, metrics)) + ".",
	}
	if g.chance(40) {
		i.WePromised = pick(g, verbs) + " " + pick(g, things) + "."
	}
	if g.chance(40) {
		i.TheyPromised = pick(g, verbs) + " " + pick(g, things) + "."
	}
	return i
}
