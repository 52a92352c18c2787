package report

import (
	"slices"

	"astute/model"
)

// fullSections are the parts of the full plan: every field of every record of the
// account, and of the shared records that they refer to, in the sections that
// have content. It leaves out ids and the moments of writing only, and says so
// where a newer version of the program has written what this one cannot read.
//
// What whoever opens it wants to know
// first comes first: how we stand, what is doubtful, what we want to reach and
// what is done about it. Then, in the order of the templates that the planning
// language comes from, what the customer wants, who decides there, what it is
// worth and who else is after it, and how the plan is kept up. What is long and
// seldom read comes last.
var fullSections = []func(*document){
	(*document).standing,
	(*document).overview,
	(*document).health,
	(*document).completeness,
	(*document).doubts,
	(*document).objectives,
	(*document).promises,
	(*document).initiatives,
	(*document).goals,
	(*document).classification,
	(*document).politicalMap,
	(*document).orgChart,
	(*document).lines,
	(*document).ways,
	(*document).relationships,
	(*document).confirmAgain,
	(*document).opportunities,
	(*document).renewals,
	(*document).revenue,
	(*document).lookingBack,
	(*document).whitespace,
	(*document).rivalry,
	(*document).buying,
	(*document).service,
	(*document).fit,
	(*document).timeline,
	(*document).reviews,
	(*document).team,
	(*document).units,
	(*document).marketing,
	(*document).background,
	(*document).peopleDetails,
	(*document).others,
}

// others shows what no section has shown: records of kinds that have no section
// of their own, and anything that a section passed over.
func (d *document) others() {
	d.heading(2, "Our products in this plan")
	products := d.of(model.KindProduct)
	slices.SortFunc(products, byName(d.names))
	d.records(products, col("Product", "name"), col("Category", "category"), col("Description", "description"))
	d.rest(products)
	for _, kind := range model.Kinds() {
		plural := kind.Plural()
		d.heading(2, model.Capital(plural))
		d.rest(d.of(kind))
	}
	unread := 0
	for _, kind := range model.Kinds() {
		for _, r := range d.of(kind) {
			unread += len(r.Base().Unknown)
		}
	}
	if unread > 0 {
		d.heading(2, "Not shown")
		d.say(rich(model.Count(unread, "field was", "fields were") + " written by a newer version of the program, which can show them."))
	}
}

// of returns the records of a kind that belong to the plan: the account's own,
// and of shared kinds those that are referred to.
func (d *document) of(kind model.Kind) []model.Record {
	switch kind.Scope() {
	case model.ScopeRoot:
		return []model.Record{d.plan.Account}
	case model.ScopeShared:
		return slices.DeleteFunc(slices.Clone(d.plan.Of(kind)), func(r model.Record) bool { return !d.named[r.Base().ID] })
	}
	return slices.Clone(d.plan.Of(kind))
}
