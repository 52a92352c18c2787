package report

import (
	"fmt"
	"slices"
	"strings"

	"astute/model"
)

// account is the brief on a whole account, the most important first: where we
// stand, who decides and who is for and against us, what is late and what we
// owe, what comes next and what to ask.
func (v view) account(a *model.Account) []Section {
	late, ahead := v.openActions()
	return []Section{
		{Key: "standing", Heading: "Where we stand", Lines: v.standing(a), Plain: true, some: all},
		{Key: "people", Heading: "Who decides", Lines: v.people(), Plain: true, some: all},
		{Key: "late", Heading: "Late", Lines: v.actionLines(late), few: 1, some: 3},
		{Key: "promises", Heading: "We promised", Lines: v.owed(), few: 1, some: 3},
		{Key: "actions", Heading: "Next", Lines: v.actionLines(ahead), few: 1, some: 3},
		{Key: "ask", Heading: "Ask", Lines: texts(model.AllQuestions(v.plan), false), few: 1, some: 3},
		{Key: "review", Heading: "Review", Lines: v.nextReview(), some: 1},
		{Key: "last_contact", Heading: "Last contact", Lines: v.lastContacts(), some: 1},
		{Key: "expected", Heading: "They promised", Lines: v.expected(), some: 2},
		{Key: "warnings", Heading: "Doubtful", Lines: v.warnings(), some: 3},
		{Key: "wants", Heading: "They want", Lines: v.initiatives(), some: 2},
		{Key: "find_out", Heading: "Find out", Lines: texts(model.AllQuestions(v.plan), true), few: 1, some: 2},
		{Key: "reasons", Heading: "Why it stands so", Lines: v.reasons(a), some: 3},
		{Key: "background", Heading: "Also good to know", Lines: v.accountBackground(a), some: 3},
		{Key: "key_players", Heading: "Key players", Lines: v.keyPlayers()},
	}
}

// standing is the headline, and how it goes in one sentence.
func (v view) standing(a *model.Account) []string {
	status := model.MapStatusOf(model.All[*model.Contact](v.plan.Book))
	reason, _, _ := strings.Cut(status.Reasons[0], ", ") // in full among the reasons
	text := "The map is " + status.Colour.String() + ": " + reason
	if health := a.OverallHealth.String(); health != "" {
		text = "Health is " + strings.ToLower(health) + ", the map " + status.Colour.String() + ": " + reason
	}
	complete := model.CompletenessOf(v.plan)
	return []string{sentence(a.Headline), sentence(text + fmt.Sprintf("; the plan is %d %% filled in", complete.Percent))}
}

// reasons say why the health, the map and the execution are what they are.
func (v view) reasons(a *model.Account) []string {
	var lines []string
	lines = append(lines, labelled("Health", a.HealthReason)...)
	status := model.MapStatusOf(model.All[*model.Contact](v.plan.Book))
	if _, more, _ := strings.Cut(status.Reasons[0], ", "); more != "" || len(status.Reasons) > 1 {
		lines = append(lines, labelled("Map", strings.Join(status.Reasons, "; "))...)
	}
	return append(lines, v.execution()...)
}

// people are who decides, who is for us and who is against us; whoever counts
// most is named first.
func (v view) people() []string {
	var deciders, friends, foes []*model.Contact
	for _, c := range inOrder(model.All[*model.Contact](v.plan.Book), v.names) {
		switch {
		case c.Left:
		case decides(c):
			deciders = append(deciders, c)
		case c.Support == model.Champion || c.Support == model.Supporter:
			friends = append(friends, c)
		case c.Support == model.Opponent:
			foes = append(foes, c)
		}
	}
	var lines []string
	for _, group := range []struct {
		words string
		list  []*model.Contact
		stand bool // says how they stand towards us
		none  string
	}{
		{"Decides", deciders, true, "Who decides is not known yet."},
		{"For us", friends, false, "Nobody is known to be for us."},
		{"Against us", foes, false, ""},
	} {
		slices.SortStableFunc(group.list, func(a, b *model.Contact) int { return first(keyPlayer(a), keyPlayer(b)) })
		var said []string
		for _, c := range group.list {
			if group.stand {
				said = append(said, c.Name+inBrackets(joined(", ", c.JobTitle, stand(c))))
			} else {
				said = append(said, c.Name)
			}
		}
		switch {
		case len(said) > 0:
			lines = append(lines, group.words+": "+firstOf(said, 3)+".")
		case group.none != "":
			lines = append(lines, group.none)
		}
	}
	return lines
}

func keyPlayer(c *model.Contact) bool { return model.IsKeyPlayer(c) == model.Yes }

// stand is how somebody stands towards us, in lower case as part of a sentence.
func stand(c *model.Contact) string {
	if c.Support == 0 {
		return "support not known yet"
	}
	return strings.ToLower(c.Support.String())
}

// openActions are those that are late, and those that lie ahead.
func (v view) openActions() (late, ahead []*model.Action) {
	for _, a := range model.All[*model.Action](v.plan.Book) {
		switch {
		case a.Late(v.today):
			late = append(late, a)
		case a.Open():
			ahead = append(ahead, a)
		}
	}
	return late, ahead
}

// owed are our promises, expected theirs, newest first, one line for each
// occasion.
func (v view) owed() []string {
	return v.promised(func(open openPromise) string { return open.ours })
}

func (v view) expected() []string {
	return v.promised(func(open openPromise) string { return open.theirs })
}

func (v view) promised(of func(openPromise) string) []string {
	var lines []string
	for _, open := range v.openPromises(model.ID{}) {
		if of(open) == "" {
			continue
		}
		when := joined(", ", v.everybody(open.to), away(open.on, v.today))
		lines = append(lines, sentence(strings.TrimSuffix(of(open), ".")+inBrackets(when)))
	}
	return lines
}

// initiatives are what the customer wants and has not given up or finished.
func (v view) initiatives() []string {
	var lines []string
	for _, i := range model.All[*model.Initiative](v.plan.Book) {
		if i.Status == model.Complete || i.Status == model.Cancelled {
			continue
		}
		text := i.Name + inBrackets(nameOf(v.names, i.Owner))
		if !i.Confirmed {
			text += ", which is assumed"
		}
		lines = append(lines, sentence(text))
	}
	return lines
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
	return append(lines, strings.Join(sentences(a.Notes), " "))
}

func percent(n model.Number) string {
	if n.IsZero() {
		return ""
	}
	return n.Grouped() + " % a year"
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
	return lines
}

func (v view) keyPlayers() []string {
	var lines []string
	list := slices.DeleteFunc(inOrder(model.All[*model.Contact](v.plan.Book), v.names), func(c *model.Contact) bool {
		return c.Left || model.IsKeyPlayer(c) != model.Yes
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
	return lines
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
	return lines
}

func (v view) lastContacts() []string {
	var lines []string
	for _, i := range v.interactions(model.ID{}) {
		if i.On.Compare(v.today) > 0 {
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
