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
	briefWarnings     = 4
	briefActions      = 5
	briefInteractions = 3
	briefContacts     = 1
	briefReviews      = 2
)

// account is the brief on a whole account: where we stand and what is late
// first, what hardly changes last.
func (v view) account(a *model.Account) []part {
	return []part{
		{"standing", "Where we stand", v.standing(a), true},
		{"map", "The political map", v.mapLine(), true},
		{"execution", "Execution", v.execution(), true},
		{"actions", "Next actions", v.nextActions(), false},
		{"review", "Next review", v.nextReview(), false},
		{"promises", "Promises", v.toKeep(), false},
		{"warnings", "Warnings", v.warnings(), false},
		{"last_contact", "Last contact", v.lastContacts(), false},
		{"key_players", "Key players", v.keyPlayers(), false},
		{"ask", "Not known yet", questions(v.plan, a), false},
		{"background", "Also good to know", v.accountBackground(a), false},
	}
}

func (v view) standing(a *model.Account) []string {
	lines := []string{sentence(a.Headline)}
	if health := a.OverallHealth.String(); health != "" {
		lines = append(lines, sentence(joined(": ", "Health is "+health, a.HealthReason)))
	}
	return lines
}

// toKeep are the promises of either side, one line for each occasion.
func (v view) toKeep() []string {
	var lines []string
	for _, open := range v.openPromises(model.ID{}) {
		text := sentence(upperFirst(joined(", ", away(open.on, v.today), joined(" ", "with", v.everybody(open.to)))))
		if len(open.to) == 0 {
			text = sentence(upperFirst(away(open.on, v.today)))
		}
		said := append(labelled("We promised", open.ours), labelled("They promised", open.theirs)...)
		lines = append(lines, joined(" ", append([]string{text}, said...)...))
	}
	return cut(lines, briefInteractions, "meeting or call with promises", "meetings and calls with promises")
}

// accountBackground is what the account is, and how we mean to win there.
func (v view) accountBackground(a *model.Account) []string {
	people, growth := "", ""
	if !a.Employees.IsZero() {
		people = a.Employees.Grouped() + " people"
		if a.Employees == model.NumberOf(1) {
			people = "1 person"
		}
	}
	if !a.RevenueGrowth.IsZero() {
		growth = "growth " + percent(a.RevenueGrowth)
	}
	revenue := joined(" ", "revenue", a.AnnualRevenue.Grouped())
	if a.AnnualRevenue.IsZero() {
		revenue = ""
	}
	what := joined(", ", a.Relationship.String(), joined(" in ", a.Industry, a.HQ), people, revenue, growth)
	plan := joined(", ", a.PlanType.String(), strings.ToLower(a.PlanStatus.String()))
	if !a.PlanEnd.IsZero() {
		plan = joined(", ", plan, "until "+spoken(a.PlanEnd))
	}
	if target := a.RevenueTarget.Grouped(); target != "" {
		plan = joined(", ", plan, "revenue wanted "+target)
	}
	owner, sponsor := nameOf(v.names, a.Owner), nameOf(v.names, a.ExecutiveSponsor)
	lines := []string{sentence(what)}
	lines = append(lines, labelled("The plan", plan)...)
	lines = append(lines, labelled("Owner", owner)...)
	if sponsor != "" {
		last := len(lines) - 1
		if owner == "" {
			lines, last = append(lines, ""), len(lines)
		}
		lines[last] = joined(" ", lines[last], "Executive sponsor: "+sponsor+".")
	}
	if advice := model.Advice(a.Culture); advice != "" {
		lines = append(lines, sentence(fmt.Sprintf("The culture is %s: %s", a.Culture, advice)))
	}
	lines = append(lines, labelled("Rules of engagement", a.RulesOfEngagement)...)
	lines = append(lines, labelled("Our strategy", a.OurStrategy)...)
	return append(lines, sentence(a.Notes))
}

func percent(n model.Number) string {
	if n.IsZero() {
		return ""
	}
	return n.Grouped() + " % a year"
}

func (v view) mapLine() []string {
	s := model.MapStatusOf(model.All[*model.Contact](v.plan.Book))
	return []string{sentence("The map is " + s.Colour.String() + ": " + strings.Join(s.Reasons, "; "))}
}

// execution is how well what was due has been done, nothing before any was.
func (v view) execution() []string {
	if e := executionOf(v.plan, v.today); e != "" {
		return []string{sentence("Execution: " + e)}
	}
	return nil
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
		support := c.Support.String()
		if support == "" {
			support = "support not known yet"
		}
		gap := ""
		if model.CoverageGap(c).Answer == model.Yes {
			gap = "never met"
		}
		lines = append(lines, sentence(joined(": ", joined(", ", c.Name, c.JobTitle), joined(", ", c.DecisionRole.String(), support, gap))))
	}
	return cut(lines, briefPeople, "key player", "key players")
}

func (v view) nextActions() []string {
	all := model.All[*model.Action](v.plan.Book)
	open := slices.DeleteFunc(slices.Clone(all), func(a *model.Action) bool { return !a.Open() })
	return cut(v.actionLines(open), briefActions, "open action", "open actions")
}

func (v view) nextReview() []string {
	var lines []string
	for _, due := range model.Schedule(model.All[*model.Review](v.plan.Book)) {
		is := " is due "
		if due.Overdue(v.today) {
			is = " was due "
		}
		lines = append(lines, sentence(due.Review.Type.String()+is+when(due.On, v.today)))
	}
	return cut(lines, briefReviews, "review", "reviews")
}

func (v view) lastContacts() []string {
	var lines []string
	for _, i := range v.interactions(model.ID{}) {
		if i.On.Compare(v.today) > 0 || len(lines) == briefContacts {
			continue
		}
		text := upperFirst(v.interaction(i))
		if len(i.Contacts) > 0 {
			text = "With " + v.everybody(i.Contacts) + ". " + text
		}
		lines = append(lines, text)
	}
	if len(lines) == 0 {
		return []string{"No contact is on record."}
	}
	return lines
}
