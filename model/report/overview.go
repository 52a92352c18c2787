package report

import (
	"strings"

	"astute/model"
)

// factParts are fields of the account under a heading.
type factParts []struct {
	heading string
	fields  []string
}

// overviewParts are the facts of the account, in the order of the templates:
// what it is, how it decides, how we stand there and what we mean to do. What
// stands in the few facts above them is not said again.
var overviewParts = factParts{
	{"The company", []string{"industry", "hq", "geography", "employees", "annual_revenue", "revenue_growth", "profitability",
		"market_share", "share_price", "fiscal_year_end", "ownership", "funding", "business_model", "maturity",
		"offerings", "target_markets", "rivals"}},
	{"How it decides", []string{"culture", "+advice"}},
	{"Where we stand", []string{"relationship", "customer_since", "overall_health", "health_reason", "importance_to_us",
		"importance_to_customer", "tier", "revenue_target", "currency"}},
	{"The plan", []string{"plan_type", "plan_status", "plan_start", "plan_end", "owner", "+manager", "executive_sponsor",
		"rules_of_engagement"}}, // the team has a table
	{"Our approach", []string{"our_strategy", "value_proposition"}},
}

// backgroundParts are what is long and seldom changes.
var backgroundParts = factParts{
	{"Where it is going", []string{"description", "mission", "vision", "strategic_priorities", "industry_trends", "founding_story"}},
}

// derivedFacts are facts that follow from others; their names begin with a plus.
var derivedFacts = map[string]struct {
	label string
	value func(*document) rich
}{
	"+advice": {"What that asks of us", func(d *document) rich { return plain(sentence(upperFirst(model.Advice(d.plan.Account.Culture)))) }},
	"+manager": {"Owner’s manager", func(d *document) rich {
		if owner, ok := model.Lookup[*model.Teammate](d.plan.Book, d.plan.Account.Owner); ok {
			return d.name(owner.Manager)
		}
		return ""
	}},
}

// overview is what the account is, and how we stand there.
func (d *document) overview() {
	a := d.plan.Account
	d.heading(2, "Overview")
	for _, part := range overviewParts {
		d.heading(3, part.heading)
		d.facts(a, part.fields)
	}
}

// doubts is what would settle a grey map, and what is doubtful.
func (d *document) doubts() {
	if !d.plan.Account.ID.IsZero() {
		d.heading(2, "Not known yet")
		d.list(d.mapQuestions()...)
	}
	d.heading(2, "Warnings")
	d.warnings(model.AllWarnings(d.plan, d.today))
	d.silenced()
}

// warnings lists what is doubtful, each with what cures it.
func (d *document) warnings(all []model.Warning) {
	var list items
	for _, w := range all {
		list = append(list, item{text: plain(sentence(w.Text)), under: items{{text: plain(sentence("To do: " + w.Cure))}}})
	}
	d.tree(list)
}

// background is the account's long texts, where they come from, and whatever
// else is noted of it.
func (d *document) background() {
	a, sources := d.plan.Account, []rich(nil)
	d.heading(2, "Background")
	for _, part := range backgroundParts {
		d.heading(3, part.heading)
		d.facts(a, part.fields)
	}
	d.heading(3, "Sources")
	d.mark(a, "sources")
	for _, source := range a.Sources {
		sources = append(sources, plain(source))
	}
	d.list(sources...)
	d.heading(3, "Also noted")
	d.list(d.remaining(a)...)
}

// facts writes fields of one record that have not been shown yet: the short ones
// as a table, each long one under a heading of its own.
func (d *document) facts(r model.Record, names []string) {
	var rows [][]rich
	for _, name := range names {
		if derived, ok := derivedFacts[name]; ok && derived.value(d) != "" {
			rows = append(rows, []rich{plain(derived.label), derived.value(d)})
		}
		if f, ok := model.FieldNamed(d.fields(r), name); ok && !f.IsZero() && !f.IsLong && !d.hasShown(r, name) {
			rows = append(rows, []rich{plain(d.label(f)), d.value(r, name)})
		}
	}
	d.table([]string{"Fact", "Value"}, rows)
	for _, name := range names {
		if f, ok := model.FieldNamed(d.fields(r), name); ok && !f.IsZero() && f.IsLong && !d.hasShown(r, name) {
			d.heading(4, f.Label)
			d.text(f.Text())
			d.mark(r, name)
		}
	}
}

// label is what a field is called: the customer's own rivals are not theirs to
// the customer.
func (d *document) label(f model.Field) string {
	if d.customer {
		return model.Capital(strings.TrimPrefix(f.Label, "Their "))
	}
	return f.Label
}

// mapQuestions are what would settle a grey map.
func (d *document) mapQuestions() []rich {
	var list []rich
	for _, question := range model.MapStatusOf(model.All[*model.Contact](d.plan.Book)).Ask {
		list = append(list, plain(question))
	}
	return list
}
