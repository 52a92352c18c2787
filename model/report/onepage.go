package report

import (
	"cmp"
	"slices"

	"astute/model"
)

// What fits on one page: the rest is counted, never dropped in silence.
const (
	pagePeople      = 8
	pageWarnings    = 5
	pageInitiatives = 4
	pageObjectives  = 4
	pageActions     = 5
)

// pageRooms are what a text may take of the page before it is cut, from the one
// that most plans need to the one that any plan fits with.
var pageRooms = []room{
	{cell: 60, lines: 3, text: 250},
	{cell: 44, lines: 2, text: 180},
	{cell: 30, lines: 2, text: 120},
	{cell: 20, lines: 2, text: 110},
	{cell: 20, lines: 1, text: 90},
}

// pageSections are the plan on one page, the executive summary (S2): where we
// stand, what it is worth, who decides and who backs us, what is doubtful, what
// they want and we want to reach, what is done next and when the plan is looked
// at again. It ends with what it leaves out.
var pageSections = []func(*document){
	(*document).standing,
	(*document).moneyInNumbers,
	(*document).pageWho,
	(*document).pageDoubts,
	(*document).pageWants,
	(*document).pageAims,
	(*document).pageNext,
	(*document).pageReview,
	(*document).leftOut,
}

// pageWho is the key players, and whoever else backs us or opposes us.
func (d *document) pageWho() {
	d.heading(2, "Who decides, who backs us")
	everybody := d.people
	people := slices.DeleteFunc(slices.Clone(everybody), func(c *model.Contact) bool {
		return c.Left || model.IsKeyPlayer(c) != model.Yes && c.Support != model.Champion && c.Support != model.Opponent
	})
	slices.SortStableFunc(people, func(a, b *model.Contact) int {
		return cmp.Or(first(decides(a), decides(b)), first(model.IsKeyPlayer(a) == model.Yes, model.IsKeyPlayer(b) == model.Yes))
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
}

// decides reports whether a contact holds the budget or gives the approval.
func decides(c *model.Contact) bool {
	return c.DecisionRole.Has(model.EconomicBuyer) || c.DecisionRole.Has(model.DecisionMaker)
}

// pageDoubts is what would settle a grey map, and what is doubtful.
func (d *document) pageDoubts() {
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
	d.leave(len(list)-len(shown), "warning", "warnings")
}

// pageWants is what the customer wants most, and how we help.
func (d *document) pageWants() {
	d.heading(2, d.words("What they want", "Initiatives"))
	chains := model.InsightOf(d.plan).Chains
	called := byName(d.names)
	slices.SortFunc(chains, func(a, b model.Chain) int {
		return cmp.Or(highest(a.Initiative.Priority, b.Initiative.Priority), called(a.Initiative, b.Initiative))
	})
	var rows [][]rich
	for _, chain := range chains[:min(pageInitiatives, len(chains))] {
		var help []rich
		for _, link := range chain.Links {
			for _, s := range link.Solutions {
				help = append(help, oneLine(s.Name))
			}
		}
		if len(help) == 0 {
			help = []rich{d.nothingYet()}
		}
		i := chain.Initiative
		rows = append(rows, []rich{d.value(i, "name"), d.value(i, "priority"), d.value(i, "owner"), join(help, breakMark)})
	}
	d.table([]string{"Initiative", "Priority", "Owner", "How we help"}, rows)
}

// pageAims is the foremost objectives.
func (d *document) pageAims() {
	d.heading(2, d.words("What we want to reach", "Objectives"))
	list := sortedObjectives(model.All[*model.Objective](d.plan.Book), d.names, d.today)
	open := slices.DeleteFunc(slices.Clone(list), func(o *model.Objective) bool { return !o.Open() })
	open = open[:min(pageObjectives, len(open))]
	d.aimTable(open)
}

// aimTable writes objectives, late ones marked.
func (d *document) aimTable(list []*model.Objective) {
	d.records(asRecords(list), col("Objective", "name"), col("Owner", "owner"), col("Due", "due"),
		column{head: "Standing", cell: func(r model.Record) rich { return d.lateness(r.(*model.Objective)) }}, col("Success metrics", "metrics"), col("Status", "status"))
}

// pageNext is the actions that come next, late ones first.
func (d *document) pageNext() {
	d.heading(2, "Next actions")
	all := model.All[*model.Action](d.plan.Book)
	open := slices.DeleteFunc(slices.Clone(all), func(a *model.Action) bool { return !a.Open() })
	next := sortedActions(open, d.names, d.today)
	next = next[:min(pageActions, len(next))]
	d.records(asRecords(next), col("Action", "title"), col("Owner", "owner"), col("Due", "due"), d.standingColumn())
	d.execution()
}

// pageReview is the review that comes next, overdue ones first.
func (d *document) pageReview() {
	d.heading(2, "Next review")
	if next := d.nextReviews(); len(next) > 0 {
		d.say(next[0])
	}
}
