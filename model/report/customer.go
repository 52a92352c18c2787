package report

import (
	"slices"

	"astute/model"
)

// customerSections are the plan as it is put on the table in front of the
// customer (S1): who they are, what they have confirmed that they want and how we
// help, their goals, what was agreed, who reports to whom, what happened and what
// was decided. The plan holds nothing else then; see [model.Plan.ForCustomer].
var customerSections = []func(*document){
	(*document).customerOverview,
	(*document).customerInitiatives,
	(*document).goals,
	(*document).objectives,
	(*document).customerPeople,
	(*document).orgChart,
	(*document).timeline,
	(*document).customerReviews,
	(*document).team,
	(*document).units,
	(*document).marketing,
	(*document).background,
	(*document).peopleDetails,
	(*document).others,
}

// customerPageSections are that on one page.
var customerPageSections = []func(*document){
	(*document).customerStanding,
	(*document).pageWants,
	(*document).customerGoals,
	(*document).pageAims,
	(*document).pageNext,
	(*document).pageReview,
}

// customerQuarterSections are what the customer wants, and the quarter behind and
// the quarter ahead of what was agreed.
var customerQuarterSections = []func(*document){
	(*document).customerStanding,
	(*document).pageWants,
	(*document).quarterGoals,
	(*document).quarterDone,
	(*document).quarterAims,
	(*document).quarterAhead,
	(*document).quarterDecisions,
}

// customerParts are the facts of the account that are the customer's own, and of
// the plan that is made with them.
var customerParts = factParts{
	{"The company", overviewParts[0].fields},
	{"Working together", []string{"relationship", "customer_since", "currency", "plan_status", "plan_start", "plan_end", "owner", "executive_sponsor", "value_proposition"}},
}

// customerOverview is what the account is, and who of us works for it.
func (d *document) customerOverview() {
	a := d.plan.Account
	d.mark(a, "name")
	d.heading(2, "Overview")
	for _, part := range customerParts {
		d.heading(3, part.heading)
		d.facts(a, part.fields)
	}
}

// customerStanding is for when the plan is and who of us answers for it.
func (d *document) customerStanding() {
	a := d.plan.Account
	d.mark(a, "name")
	var items []rich
	for _, name := range []string{"plan_status", "plan_start", "plan_end", "owner", "executive_sponsor"} {
		if f, ok := model.FieldNamed(d.fields(a), name); ok && !f.IsZero() {
			items = append(items, plain(f.Label)+": "+d.value(a, name))
		}
	}
	d.list(items...)
}

// customerInitiatives are what the customer wants, and how we help.
func (d *document) customerInitiatives() {
	d.heading(2, "Initiatives")
	list := d.of(model.KindInitiative)
	slices.SortFunc(list, d.byPriority())
	for _, r := range list {
		d.mark(r, "confirmed") // or it would not be here
	}
	d.records(list, col("Initiative", "name"), col("Priority", "priority"), col("Status", "status"), col("Driver", "driver"), col("Owner", "owner"), col("Timeframe", "timeframe"))
	d.rest(list)
	d.heading(3, "What stands in the way, and how we help")
	d.chains()
}

// customerGoals are the customer's own numbers.
func (d *document) customerGoals() {
	d.heading(2, "Goals")
	d.records(d.sortedGoals(), col("Goal", "metric"), col("Whose", "contact"), col("Measured in", "unit_of_measure"), col("From", "baseline"), col("Now", "current"), col("To", "target"), col("By", "by"))
}

// customerPeople is who is who, as anybody there could say.
func (d *document) customerPeople() {
	d.heading(2, "People")
	d.records(asRecords(d.people), col("Name", "name"), col("Title", "title"), col("Function", "function"), col("Unit", "unit"), col("Reports to", "reports_to"),
		col("Rank", "rank"), column{head: "Remark", cell: d.remark})
}

// customerReviews is when we met over the plan, and what was decided.
func (d *document) customerReviews() {
	d.heading(2, "Reviews and decisions")
	list := d.sortedReviews()
	d.records(list, col("Review", "type"), col("Planned for", "on"), col("Held on", "held"), col("Next", "next"), col("Cadence", "cadence"), col("Attendees", "attendees"), col("Decisions", "decisions"))
	d.rest(list)
}
