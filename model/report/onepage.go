package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"astute/model"
)

// What fits on one page: the rest is counted, never dropped in silence.
const (
	pagePeople     = 8
	pageWarnings   = 5
	pageObjectives = 4
	pageActions    = 5
)

// OnePage writes the plan on one page as Markdown: where we stand, who decides
// and who backs us, what is doubtful, what we want to reach, what is done next
// and when the plan is looked at again. It ends with what it leaves out. The
// same plan and day give the same bytes. An error is the writer's own.
func OnePage(w io.Writer, p *model.Plan, o Options) error {
	d := onePageDocument(p, o)
	return d.writeTo(w, d.asMarkdown())
}

// onePageDocument is what matters most of a plan.
func onePageDocument(p *model.Plan, o Options) *document {
	d := newDocument(p, o)
	d.heading(1, titleOf(p))
	d.say(asOf("Plan on one page", o.Today))
	d.say(strong(oneLine(p.Account.Headline)))
	d.statusLine()
	left := []string{
		d.pageWho(),
		d.pageDoubts(),
		d.pageAims(),
		d.pageNext(),
	}
	d.pageReview()
	left = append(left, d.pageOthers())
	left = slices.DeleteFunc(left, func(s string) bool { return s == "" })
	if len(left) > 0 {
		d.heading(2, "In the full plan")
		d.say(plain("Left out here: " + strings.Join(left, ", ") + "."))
	}
	return d
}

// statusLine is how the account stands, in a few short facts.
func (d *document) statusLine() {
	a := d.plan.Account
	if a.ID.IsZero() {
		return // the people without an account
	}
	status := model.MapStatusOf(model.All[*model.Contact](d.plan.Book))
	plan := []rich{plain(a.PlanType.String()), plain(a.PlanStatus.String())}
	if !a.PlanEnd.IsZero() {
		plan = append(plan, rich("to "+a.PlanEnd.String()))
	}
	facts := []struct {
		label string
		value rich
	}{
		{"Health", join([]rich{plain(a.OverallHealth.String()), oneLine(a.HealthReason)}, ", ")},
		{"Map", rich(status.Colour.String()) + ", " + plain(strings.Join(status.Reasons, "; "))},
		{"Plan", join(plan, ", ")},
		{"Segment", rich(a.Segment())},
		{"Owner", d.name(a.Owner)},
		{"Revenue target", rich(a.RevenueTarget.Grouped())},
	}
	var items []rich
	for _, f := range facts {
		if f.value != "" {
			items = append(items, rich(f.label)+": "+f.value)
		}
	}
	d.list(items...)
}

// pageWho is the key players, and whoever else backs us or opposes us.
func (d *document) pageWho() (left string) {
	d.heading(2, "Who decides, who backs us")
	everybody := d.people
	people := slices.DeleteFunc(slices.Clone(everybody), func(c *model.Contact) bool {
		return c.Left || model.KeyPlayer(c).Answer != model.Yes && c.Support != model.Champion && c.Support != model.Opponent
	})
	slices.SortStableFunc(people, func(a, b *model.Contact) int {
		return cmp.Or(first(decides(a), decides(b)), first(model.KeyPlayer(a).Answer == model.Yes, model.KeyPlayer(b).Answer == model.Yes))
	})
	if len(people) == 0 && len(everybody) > 0 {
		d.say("No key player is known yet.")
	}
	people = people[:min(pagePeople, len(people))]
	d.records(asRecords(people), column{head: "Name", cell: d.person}, col("Title", "title"), col("Decision role", "decision_role"),
		col("Influence", "influence"), col("Support", "support"), col("Coverage", "coverage"))
	if len(everybody) > 0 {
		d.add(picture{plan: d.plan, today: d.today, screenOnly: true})
	}
	return more(len(everybody)-len(people), "person", "people")
}

// decides reports whether a contact holds the budget or gives the approval.
func decides(c *model.Contact) bool {
	return c.DecisionRole.Has(model.EconomicBuyer) || c.DecisionRole.Has(model.DecisionMaker)
}

// pageDoubts is what would settle a grey map, and what is doubtful.
func (d *document) pageDoubts() (left string) {
	if !d.plan.Account.ID.IsZero() {
		d.heading(2, "Not known yet")
		d.list(d.mapQuestions()...)
	}
	d.heading(2, "Warnings")
	list, lines := model.AllWarnings(d.plan, d.today), []rich(nil)
	shown := list[:min(pageWarnings, len(list))]
	for i := range shown {
		lines = append(lines, plain(sentence(shown[i].Text)))
	}
	d.list(lines...)
	return more(len(list)-len(shown), "warning", "warnings")
}

// pageAims is the foremost objectives.
func (d *document) pageAims() (left string) {
	d.heading(2, "What we want to reach")
	list := sortedObjectives(model.All[*model.Objective](d.plan.Book), d.names, d.today)
	open := slices.DeleteFunc(slices.Clone(list), func(o *model.Objective) bool { return !o.Open() })
	open = open[:min(pageObjectives, len(open))]
	d.records(asRecords(open), col("Objective", "name"), col("Owner", "owner"), col("Due", "due"),
		column{head: "Standing", cell: func(r model.Record) rich { return d.lateness(r.(*model.Objective)) }}, col("Success metrics", "metrics"), col("Status", "status"))
	return more(len(list)-len(open), "objective", "objectives")
}

// pageNext is the actions that come next, late ones first.
func (d *document) pageNext() (left string) {
	d.heading(2, "Next actions")
	all := model.All[*model.Action](d.plan.Book)
	open := slices.DeleteFunc(slices.Clone(all), func(a *model.Action) bool { return !a.Open() })
	next := sortedActions(open, d.names, d.today)
	next = next[:min(pageActions, len(next))]
	d.records(asRecords(next), col("Action", "title"), col("Owner", "owner"), col("Due", "due"), d.standingColumn())
	if e := executionOf(d.plan, d.today); e != "" {
		d.say(rich("Execution: " + e + "."))
	}
	return more(len(all)-len(next), "action", "actions")
}

// pageReview is the review that comes next, overdue ones first.
func (d *document) pageReview() {
	d.heading(2, "Next review")
	if next := d.nextReviews(); len(next) > 0 {
		d.say(next[0])
	}
}

// pageOthers counts the records of the kinds that the page does not show.
func (d *document) pageOthers() string {
	var parts []string
	for _, kind := range model.Kinds() {
		switch kind {
		case model.KindAccount, model.KindContact, model.KindObjective, model.KindAction:
			continue
		}
		if part := model.Count(len(d.of(kind)), kind.String(), kind.Plural()); len(d.of(kind)) > 0 {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}

// more counts what did not fit, "" when everything did.
func more(n int, one, many string) string {
	if n <= 0 {
		return ""
	}
	return fmt.Sprintf("%d more %s", n, map[bool]string{true: one, false: many}[n == 1])
}
