package report

import (
	"fmt"
	"slices"
	"strings"

	"astute/model"
)

// How many of each a brief on an account names; the rest is counted.
const (
	briefPeople       = 8
	briefWarnings     = 5
	briefActions      = 6
	briefInteractions = 3
	briefReviews      = 3
)

// account is the brief on a whole account.
func (v view) account(a *model.Account) []part {
	contacts := model.All[*model.Contact](v.plan.Book)
	return []part{
		{"standing", "Where we stand", v.standing(a)},
		{"map", "The political map", mapLines(contacts)},
		{"warnings", "Warnings", v.warnings()},
		{"key_players", "Key players", v.keyPlayers()},
		{"actions", "Next actions", v.nextActions()},
		{"review", "Next review", v.nextReview()},
		{"last_contact", "Last contact", v.lastContacts()},
		{"background", "Also good to know", accountBackground(a)},
		{"ask", "Not known yet", questions(v.plan, a)},
	}
}

func (v view) standing(a *model.Account) []string {
	lines := []string{sentence(a.Headline)}
	say := func(words string, value string) {
		if value != "" {
			lines = append(lines, sentence(fmt.Sprintf(words, value)))
		}
	}
	say("%s", joined(" in ", joined(", ", a.Relationship.String(), a.Industry), a.HQ))
	say("%s people", a.Employees.Grouped())
	say("Annual revenue %s", a.AnnualRevenue.Grouped())
	say("Revenue grows by %s", percent(a.RevenueGrowth))
	say("Health is %s", joined(": ", a.OverallHealth.String(), a.HealthReason))
	plan := joined(", ", a.PlanType.String(), strings.ToLower(a.PlanStatus.String()))
	if !a.PlanEnd.IsZero() {
		plan = joined(", ", plan, "until "+spoken(a.PlanEnd))
	}
	say("The plan: %s", plan)
	say("%s owns it", nameOf(v.names, a.Owner))
	say("Our executive sponsor is %s", nameOf(v.names, a.ExecutiveSponsor))
	say("We want to earn %s this plan year", a.RevenueTarget.Grouped())
	if advice := model.Advice(a.Culture); advice != "" {
		say("%s", fmt.Sprintf("The culture is %s: %s", a.Culture, advice))
	}
	say("Our strategy: %s", a.OurStrategy)
	return lines
}

func percent(n model.Number) string {
	if n.IsZero() {
		return ""
	}
	return n.Grouped() + " % a year"
}

func mapLines(contacts []*model.Contact) []string {
	s := model.MapStatusOf(contacts)
	lines := []string{sentence("The map is " + s.Colour.String() + ": " + strings.Join(s.Reasons, "; "))}
	if s.KeyPlayers > 0 {
		verb := "support"
		if s.Supportive == 1 {
			verb = "supports"
		}
		lines = append(lines, fmt.Sprintf("%s, %d of them %s us.", counted(s.KeyPlayers, "key player", "key players"), s.Supportive, verb))
	}
	return lines
}

func (v view) warnings() []string {
	var lines []string
	for _, w := range model.Warnings(v.plan, v.today) {
		lines = append(lines, sentence(w.Text))
	}
	return cut(lines, briefWarnings, "warning", "warnings")
}

func (v view) keyPlayers() []string {
	var lines []string
	list := slices.DeleteFunc(inOrder(model.All[*model.Contact](v.plan.Book), v.names), func(c *model.Contact) bool {
		return c.Left || model.KeyPlayer(c).Answer != model.Yes
	})
	slices.SortStableFunc(list, func(a, b *model.Contact) int { return first(decides(a), decides(b)) })
	for _, c := range list {
		text := joined(", ", c.Name, c.JobTitle, c.DecisionRole.String())
		if c.Support == 0 {
			text += ". Support is not known yet"
		} else {
			text += ". " + c.Support.String() + ": " + c.Support.Meaning()
		}
		lines = append(lines, sentence(text))
	}
	return cut(lines, briefPeople, "key player", "key players")
}

func (v view) nextActions() []string {
	all := model.All[*model.Action](v.plan.Book)
	open := slices.DeleteFunc(slices.Clone(all), func(a *model.Action) bool { return !a.Open() })
	lines := cut(v.actionLines(open), briefActions, "open action", "open actions")
	if e := model.ExecutionOf(all, v.today); e.Answer != model.NotKnown {
		lines = append(lines, sentence(fmt.Sprintf("Execution %d %%: %s", e.Percent, strings.Join(e.Reasons, ", "))))
	}
	return lines
}

func (v view) nextReview() []string {
	var lines []string
	for _, due := range model.Schedule(model.All[*model.Review](v.plan.Book)) {
		text := due.Review.Type.String() + " " + when(due.On, v.today)
		if due.Overdue(v.today) {
			text = due.Review.Type.String() + " was due " + when(due.On, v.today)
		}
		lines = append(lines, sentence(text))
	}
	return cut(lines, briefReviews, "review", "reviews")
}

func (v view) lastContacts() []string {
	var lines []string
	for _, i := range v.interactions(model.ID{}) {
		if i.On.Compare(v.today) > 0 || len(lines) == briefInteractions {
			continue
		}
		text := v.interaction(i)
		var names []string
		for _, id := range i.Contacts {
			names = append(names, nameOf(v.names, id))
		}
		if len(names) > 0 {
			text = "With " + andList(names, 4) + ". " + text
		}
		lines = append(lines, text)
	}
	if len(lines) == 0 {
		return []string{"No contact is on record."}
	}
	return lines
}

func accountBackground(a *model.Account) []string {
	lines := []string{sentence(a.Notes)}
	if a.RulesOfEngagement != "" {
		lines = append(lines, sentence("Rules of engagement: "+a.RulesOfEngagement))
	}
	if len(a.Tags) > 0 {
		lines = append(lines, sentence("Tags: "+strings.Join(a.Tags, ", ")))
	}
	return lines
}
