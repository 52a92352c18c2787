package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"astute/model"
)

// opportunities are the open ones, each with whoever has a part in it and what it
// brings the customer; then those that are decided.
func (d *document) opportunities() {
	d.heading(2, "Opportunities")
	list := d.of(model.KindOpportunity)
	called := byName(d.names)
	slices.SortFunc(list, func(a, b model.Record) int {
		x, y := a.(*model.Opportunity), b.(*model.Opportunity)
		return cmp.Or(model.Soonest(x.Close, y.Close), called(a, b))
	})
	open, decided := parted(list, func(r model.Record) bool { return r.(*model.Opportunity).Open() })
	if len(open) > 0 {
		pipeline := model.PipelineOf(d.plan.OpenDeals())
		d.reasons(pipeline.Reasons)
		d.inOne(amounts{what: "open", of: pipeline.Open}, amounts{what: "by their chances", of: pipeline.Weighted})
	}
	d.records(open, col("Opportunity", "name"), col("Type", "type"), col("Stage", "stage"), col("Amount", "amount"), column{head: "Chance", cell: d.chance},
		col("Close", "close"), col("Owner", "owner"), col("Product", "product"), col("Unit", "unit"), col("Next step", "next_step"), col("Competitor", "competitor"))
	d.pipelinePie()
	for _, r := range open {
		d.heading(3, string(d.title(r)))
		d.opportunity(r.(*model.Opportunity))
	}
	d.heading(3, "Won and lost")
	slices.Reverse(decided)
	if len(decided) > 0 {
		d.reasons(model.WinLossOf(model.All[*model.Opportunity](d.plan.Book)).Reasons)
	}
	d.records(decided, col("Opportunity", "name"), col("Type", "type"), col("Stage", "stage"), col("Amount", "amount"), col("Close", "close"), col("Owner", "owner"),
		col("Product", "product"), col("Unit", "unit"), col("Competitor", "competitor"), col("Reason", "reason"), col("In words", "reason_text"))
	d.rest(decided)
	var roles, benefits []model.Record
	for _, r := range decided {
		roles = append(roles, d.within(model.KindRole, "opportunity", r.Base().ID)...)
		benefits = append(benefits, d.within(model.KindBenefit, "opportunity", r.Base().ID)...)
	}
	d.parties(roles, col("Opportunity", "opportunity"))
	d.benefits(benefits, col("Opportunity", "opportunity"))
}

// parted splits a list in two.
func parted(list []model.Record, is func(model.Record) bool) (yes, no []model.Record) {
	for _, r := range list {
		if is(r) {
			yes = append(yes, r)
		} else {
			no = append(no, r)
		}
	}
	return yes, no
}

// chance is how likely an opportunity is to be won; one that only follows from
// the stage is said to.
func (d *document) chance(r model.Record) rich {
	o := r.(*model.Opportunity)
	if said := d.value(r, "probability"); said != "" || o.Chance().IsZero() {
		return said
	}
	return plain(o.Chance().String() + " %, usual for the stage")
}

// opportunity is what else is known of an open one.
func (d *document) opportunity(o *model.Opportunity) {
	d.list(d.remaining(o)...)
	d.parties(d.within(model.KindRole, "opportunity", o.ID))
	benefits := d.within(model.KindBenefit, "opportunity", o.ID)
	d.benefits(benefits)
	if len(benefits) > 0 {
		back := model.ReturnOf(d.plan, o)
		d.reasons(back.Reasons)
		d.asked(back.Ask)
	}
}

// parties are who has a part in opportunities, and which (S1).
func (d *document) parties(roles []model.Record, before ...column) {
	title := func(r model.Record) rich {
		if c, ok := model.Lookup[*model.Contact](d.plan.Book, r.(*model.Role).Contact); ok {
			return oneLine(c.JobTitle)
		}
		return ""
	}
	d.records(roles, append(before, col("Who", "contact"), column{head: "Title", cell: title},
		col("Decision role here", "decision_role"), col("Influence here", "influence"), col("Support here", "support"))...)
	d.rest(roles)
}

// benefits are what opportunities bring the customer.
func (d *document) benefits(list []model.Record, before ...column) {
	d.records(list, append(before, col("What it brings them", "name"), col("A year", "value"), col("Starts after", "starts"), col("Goal", "goal"),
		col("Assumption", "assumption"))...)
	d.rest(list)
}

// within are the records of a kind that belong to one other by a link, which
// their place on the page says.
func (d *document) within(kind model.Kind, link string, id model.ID) []model.Record {
	var list []model.Record
	for _, r := range d.of(kind) {
		if f, ok := model.FieldNamed(d.fields(r), link); ok && slices.Contains(f.Links(), id) {
			d.mark(r, link)
			list = append(list, r)
		}
	}
	return list
}

// renewals are the contracts, those that come up first.
func (d *document) renewals() {
	d.heading(2, "Renewals")
	list := d.of(model.KindRenewal)
	called := byName(d.names)
	slices.SortFunc(list, func(a, b model.Record) int {
		x, y := a.(*model.Renewal), b.(*model.Renewal)
		return cmp.Or(first(x.Open(), y.Open()), model.Soonest(x.On, y.On), called(a, b))
	})
	if len(list) > 0 {
		due := model.RenewalsOf(d.plan, d.today)
		d.reasons(due.Reasons)
		d.inOne(amounts{what: "coming up", of: due.Amount}, amounts{"at risk", due.Risk, atRisk(due)})
		d.asked(due.Ask)
	}
	d.records(list, d.contractColumn(), col("Product", "product"), col("Amount a year", "amount"), col("Renews on", "on"), col("Risk", "risk"),
		col("Outcome", "outcome"), col("What we do", "plan"))
	d.rest(list)
}

// contractColumn is what a renewal is called: its contract, else its product.
func (d *document) contractColumn() column {
	return column{head: "Contract", cell: func(r model.Record) rich {
		d.mark(r, "contract")
		return d.title(r)
	}}
}

// revenue is what we earn there, and what there is to earn.
func (d *document) revenue() {
	d.heading(2, "Revenue")
	list, spent := d.of(model.KindRevenue), d.of(model.KindWallet)
	if len(list)+len(d.of(model.KindOpportunity)) > 0 && !d.plan.Account.RevenueTarget.IsZero() {
		d.reasons(model.RevenueGapOf(d.plan, d.today).Reasons)
	}
	d.revenueTable(list)
	d.heading(3, "What they spend")
	if len(spent) > 0 {
		share := model.WalletShareOf(d.plan, d.today)
		if share.Known {
			share.Reasons = append([]string{fmt.Sprintf("%d %% of it comes to us", share.Percent)}, share.Reasons...)
		}
		d.reasons(append(share.Reasons, share.Contradictions...))
		d.inOne(amounts{what: "ours", of: share.Ours}, amounts{what: "what they spend", of: share.Wallet})
		d.asked(share.Ask)
	}
	d.sums(spent, col("Year", "year"), col("Product", "product"), col("Amount", "amount"))
}

// revenueTable is what we earn there by year, as a table and the newest year as
// a chart.
func (d *document) revenueTable(list []model.Record) {
	d.sums(list, col("Year", "year"), col("Product", "product"), col("Unit", "unit"), col("Amount", "amount"))
	year, newest := d.newestRevenue()
	var sum model.Sums
	for _, r := range newest {
		sum.Add(r.Amount)
	}
	d.inOne(amounts{what: fmt.Sprintf("revenue %d", year), of: sum})
	d.revenuePie()
}

// sums writes amounts by year, the newest first.
func (d *document) sums(list []model.Record, columns ...column) {
	called := byName(d.names)
	year := func(r model.Record) string {
		f, _ := model.FieldNamed(d.fields(r), "year")
		return f.Text()
	}
	slices.SortFunc(list, func(a, b model.Record) int { return cmp.Or(strings.Compare(year(b), year(a)), called(a, b)) })
	d.records(list, columns...)
	d.rest(list)
}

// whitespace is what is sold where, and where nobody has looked (domain section
// 4). Products of which nothing is on record here have no column.
func (d *document) whitespace() {
	d.heading(2, "Whitespace")
	m := model.MatrixOf(d.plan, d.today)
	var products []model.ID
	head := []string{"Unit"}
	for _, p := range m.Products {
		if slices.ContainsFunc(m.Units, func(u model.ID) bool { return m.At(u, p).State != model.CellWhite }) {
			products, head = append(products, p), append(head, nameOf(d.names, p))
		}
	}
	marks := d.of(model.KindMark)
	var rows [][]rich
	for _, u := range m.Units {
		row := []rich{cmp.Or(d.name(u), "the account as a whole")}
		for _, p := range products {
			row = append(row, cellOf(m.At(u, p)))
		}
		rows = append(rows, row)
	}
	if len(products) > 0 {
		d.reasons(m.Penetration(d.plan, d.today).Reasons)
		d.table(head, rows)
		legend := string(nobody) + ": nobody has looked."
		if left := len(m.Products) - len(products); left > 0 {
			legend += " Of " + model.Count(left, "more product", "more products") + " nothing is on record here."
		}
		d.say(plain(legend))
		d.list(d.cellDoubts(m)...)
	}
	d.heading(3, "What we say of cells")
	d.records(marks, col("Product", "product"), col("Unit", "unit"), col("State", "state"), col("Potential", "potential"), col("Held by", "competitor"))
	d.rest(marks)
}

// cellDoubts is what the records say of a cell against each other.
func (d *document) cellDoubts(m *model.Matrix) []rich {
	var doubts []rich
	for _, u := range m.Units {
		for _, p := range m.Products {
			for _, doubt := range m.At(u, p).Doubts {
				doubts = append(doubts, d.name(p)+": "+plain(sentence(doubt)))
			}
		}
	}
	return doubts
}
