package report

import (
	"slices"

	"astute/model"
)

// rapidSections are what an account looks like in five minutes, for whoever
// looks after many of them: how it stands and why, who decides and whom we do
// not reach, the open money, what may go wrong with its cure, what is done next,
// what is wanted of somebody, and what to ask (S2).
var rapidSections = []func(*document){
	(*document).standing,
	(*document).keyPlayers,
	(*document).moneyInNumbers,
	(*document).risks,
	(*document).nextActions,
	(*document).asks,
	(*document).nextQuestion,
	(*document).pageReview,
	(*document).leftOut,
}

// What a rapid review takes before the rest is only counted.
const (
	rapidPeople  = 10
	rapidRisks   = 6
	rapidActions = 6
	rapidAsks    = 5
)

// keyPlayers is who has the most pull, whether they back us, and what is missing
// with each (rules 1 and 2).
func (d *document) keyPlayers() {
	d.heading(2, "Key players, and where we do not reach")
	everybody := slices.DeleteFunc(slices.Clone(d.people), func(c *model.Contact) bool { return c.Left })
	people := slices.DeleteFunc(slices.Clone(everybody), func(c *model.Contact) bool { return !keyPlayer(c) })
	if len(people) == 0 && len(everybody) > 0 {
		d.say("No key player is known yet.")
	}
	slices.SortStableFunc(people, func(a, b *model.Contact) int {
		gap := func(c *model.Contact) bool { return model.CoverageGap(c).Answer == model.Yes }
		if by := first(decides(a), decides(b)); by != 0 {
			return by
		}
		return first(gap(a), gap(b))
	})
	d.leave(len(people)-rapidPeople, "key player", "key players")
	people = people[:min(rapidPeople, len(people))]
	d.records(asRecords(people), col("Name", "name"), col("Title", "title"), col("Decision role", "decision_role"), col("Support", "support"),
		col("Coverage", "coverage"), column{head: "Missing", cell: d.missing})
	d.list(d.mapQuestions()...)
}

// missing is what stands between us and the support of a key player.
func (d *document) missing(r model.Record) rich {
	c := r.(*model.Contact)
	var parts []rich
	if c.Support == 0 {
		parts = append(parts, "support not known yet")
	}
	switch model.CoverageGap(c).Answer {
	case model.Yes:
		parts = append(parts, strong("never met"))
	case model.NotKnown:
		if c.Coverage == 0 {
			parts = append(parts, "not known how well we know them")
		}
	}
	if c.Stale(d.today) {
		parts = append(parts, "not confirmed for long")
	}
	return join(parts, breakMark)
}

// moneyRoom is what a text of the money in numbers may take of one page: its words
// are the program's own, and worth nothing when they are cut.
var moneyRoom = room{cell: 200, lines: 2, text: 600}

// moneyInNumbers is the open money in three numbers: what there is to win, to
// keep and, beyond that, to open up; and what is missing to the target (rules 7
// and 8). None of it is counted twice.
func (d *document) moneyInNumbers() {
	d.heading(2, "Money")
	var rows [][]rich
	var used rates
	add := func(what string, sum model.Sums, why ...string) {
		amount := join([]rich{plain(sum.Grouped()), plain(d.inAll(sum, &used))}, breakMark)
		if amount == "" {
			amount = "not known yet"
		}
		rows = append(rows, []rich{rich(what), amount, plain(sentence(joined("; ", why...)))})
	}
	pipeline := model.PipelineOf(d.plan.OpenDeals())
	if pipeline.Deals > 0 {
		add("To win: the open pipeline", pipeline.Open, counted(pipeline.Deals, "opportunity", "opportunities", "open"),
			joined(", ", moneyOf("by their chances", pipeline.Weighted), d.inAll(pipeline.Weighted, &used)))
	}
	if due := model.RenewalsOf(d.plan, d.today); len(due.Due)+len(due.Overdue) > 0 {
		add("To keep: renewals of 12 months", due.Amount, joined(", ", counted(len(due.Due), "contract", "contracts", "due"), counted(len(due.Overdue), "more is", "more are", "past its day")),
			joined(", ", moneyOf("at risk", due.Risk), d.inAll(due.Risk, &used), atRisk(due)))
	}
	m := model.MatrixOf(d.plan, d.today)
	if reach := m.Penetration(d.plan, d.today); reach.Cells > 0 {
		more := d.beyond(m)
		add("To open up: beyond the open deals", more.more, model.Count(reach.WonCells, "cell", "cells")+" of "+model.NumberOf(int64(reach.Cells)).Grouped()+" won",
			joined("; ", counted(more.white, "cell", "cells", "at which nobody has looked"), counted(more.unclear, "is", "are", "not counted for want of a rate")))
	}
	usual := d.room
	if usual.cell > 0 {
		d.room = moneyRoom
	}
	d.table([]string{"What", "How much", "From"}, rows)
	d.say(plain(sentence(used.words())))
	if gap := model.RevenueGapOf(d.plan, d.today); !gap.Target.IsZero() && (len(rows) > 0 || !gap.Won.IsZero()) {
		d.reasons(gap.Reasons)
	}
	d.room = usual
}

// moneyOf is a sum with its words, nothing for none.
func moneyOf(words string, s model.Sums) string {
	if s.IsZero() {
		return ""
	}
	return s.Grouped() + " " + words
}

// risks are the gravest warnings with what cures them.
func (d *document) risks() {
	d.heading(2, "What may go wrong")
	list := model.AllWarnings(d.plan, d.today)
	d.warnings(list[:min(rapidRisks, len(list))])
	d.leave(len(list)-rapidRisks, "warning", "warnings")
}

// nextActions are what is done next, late ones first; what is asked of somebody
// stands by itself.
func (d *document) nextActions() {
	d.heading(2, "Next actions")
	list := d.openActions(func(a *model.Action) bool { return a.Type != model.Ask })
	list = list[:min(rapidActions, len(list))]
	d.records(asRecords(list), col("Action", "title"), col("Owner", "owner"), col("Due", "due"), d.standingColumn())
	d.execution()
}

// asks are the resources and the support that are wanted of somebody.
func (d *document) asks() {
	d.heading(2, "Asks")
	list := d.openActions(func(a *model.Action) bool { return a.Type == model.Ask })
	d.askTable(list[:min(rapidAsks, len(list))])
}

func (d *document) askTable(list []*model.Action) {
	d.records(asRecords(list), col("What is wanted", "title"), col("Of whom", "asked_of"), col("By whom", "owner"), col("Due", "due"), d.standingColumn())
}

// openActions are those of some sort that still want doing, late ones first.
func (d *document) openActions(is func(*model.Action) bool) []*model.Action {
	list := slices.DeleteFunc(slices.Clone(model.All[*model.Action](d.plan.Book)), func(a *model.Action) bool { return !a.Open() || !is(a) })
	return sortedActions(list, d.names, d.today)
}

// nextQuestion is what is worth finding out before anything else (rule 11).
func (d *document) nextQuestion() {
	d.heading(2, "Next best question")
	if list := model.AllQuestions(d.plan); len(list) > 0 {
		d.say(plain(list[0].Text))
	}
}
