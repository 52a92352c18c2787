package report

import (
	"fmt"
	"io"
	"slices"

	"astute/model"
)

// Options says how a plan is written.
type Options struct {
	Today model.Date // the day that late, past and ahead count from
	// Opportunity is the one as seen for which [Map] is drawn; none: as for the
	// account.
	Opportunity model.ID
}

// sections are the parts of the full plan. What whoever opens it wants to know
// first comes first: how we stand, what is doubtful, what we want to reach and
// what is done about it. Then, in the order of the templates that the planning
// language comes from, what the customer wants, who decides there, what it is
// worth and who else is after it, and how the plan is kept up. What is long and
// seldom read comes last.
var sections = []func(*document){
	(*document).overview,
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

// Full writes all that a plan holds as Markdown: every field of every record of
// the account, and of the shared records that they refer to, in the sections
// that have content. It leaves out ids and the moments of writing only, and says
// so where a newer version of the program has written what this one cannot read.
// The same plan and day give the same bytes. An error is the writer's own.
func Full(w io.Writer, p *model.Plan, o Options) error {
	d := fullDocument(p, o)
	return d.writeTo(w, d.asMarkdown())
}

// fullDocument is all that a plan holds.
func fullDocument(p *model.Plan, o Options) *document {
	d := newDocument(p, o)
	d.heading(1, titleOf(p))
	d.say(asOf("Account plan", o.Today))
	for _, section := range sections {
		section(d)
	}
	return d
}

// titleOf is the name over a plan.
func titleOf(p *model.Plan) string {
	if p.Account.Name == "" {
		return "No account"
	}
	return p.Account.Name
}

// asOf says what a document is, and of which day.
func asOf(what string, today model.Date) rich {
	if today.IsZero() {
		return rich(what + ".")
	}
	return rich(what + " as of " + today.String() + ".")
}

func (d *document) writeTo(w io.Writer, text string) error {
	if _, err := io.WriteString(w, text); err != nil {
		return fmt.Errorf("the plan of %s was not written: %w", titleOf(d.plan), err)
	}
	return nil
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
