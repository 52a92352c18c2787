package report

import (
	"strings"

	"astute/model"
)

// overviewParts are the facts of the account, in the order of the templates:
// what it is, what it wants to be, how it decides, and how we stand there.
var overviewParts = []struct {
	heading string
	fields  []string
}{
	{"The company", []string{"industry", "hq", "geography", "employees", "annual_revenue", "revenue_growth", "profitability",
		"market_share", "share_price", "fiscal_year_end", "ownership", "funding", "business_model", "maturity",
		"offerings", "target_markets", "rivals"}},
	{"Where it is going", []string{"description", "mission", "vision", "strategic_priorities", "industry_trends", "founding_story"}},
	{"How it decides", []string{"culture", "+advice"}},
	{"Where we stand", []string{"relationship", "customer_since", "overall_health", "health_reason", "importance_to_us",
		"importance_to_customer", "+segment", "tier", "revenue_target", "currency"}},
	{"The plan", []string{"plan_type", "plan_status", "plan_start", "plan_end", "owner", "+manager", "executive_sponsor", "team",
		"rules_of_engagement"}},
	{"Our approach", []string{"our_strategy", "value_proposition"}},
}

// derivedFacts are facts that follow from others; their names begin with a plus.
var derivedFacts = map[string]struct {
	label string
	value func(*document) md
}{
	"+advice":  {"What that asks of us", func(d *document) md { return escape(sentence(upperFirst(model.Advice(d.plan.Account.Culture)))) }},
	"+segment": {"Segment", func(d *document) md { return md(d.plan.Account.Segment()) }},
	"+manager": {"Owner’s manager", func(d *document) md {
		if owner, ok := model.Lookup[*model.Teammate](d.plan.Book, d.plan.Account.Owner); ok {
			return d.name(owner.Manager)
		}
		return ""
	}},
}

// overview is what the account is, and how we stand there.
func (d *document) overview() {
	a, sources := d.plan.Account, []md(nil)
	d.mark(a, "name")
	d.say(strong(d.value(a, "headline")))
	d.statusLine()
	d.heading(2, "Overview")
	for _, part := range overviewParts {
		d.heading(3, part.heading)
		d.facts(a, part.fields)
	}
	if !a.ID.IsZero() {
		d.mapStatus()
	}
	d.heading(3, "Sources")
	d.mark(a, "sources")
	for _, source := range a.Sources {
		sources = append(sources, escape(source))
	}
	d.list(sources...)
	d.heading(3, "Also noted")
	d.list(d.remaining(a)...)
}

// facts writes fields of one record: the short ones as a table, each long one
// under a heading of its own.
func (d *document) facts(r model.Record, names []string) {
	var rows [][]md
	for _, name := range names {
		if derived, ok := derivedFacts[name]; ok && derived.value(d) != "" {
			rows = append(rows, []md{escape(derived.label), derived.value(d)})
		}
		if f, ok := model.FieldNamed(d.fields(r), name); ok && !f.IsZero() && !f.IsLong {
			rows = append(rows, []md{escape(f.Label), d.value(r, name)})
		}
	}
	d.table([]string{"Fact", "Value"}, rows)
	for _, name := range names {
		if f, ok := model.FieldNamed(d.fields(r), name); ok && !f.IsZero() && f.IsLong {
			d.heading(4, f.Label)
			d.text(f.Text())
			d.mark(r, name)
		}
	}
}

// mapStatus says how the account stands politically, and why.
func (d *document) mapStatus() {
	s := model.MapStatusOf(model.All[*model.Contact](d.plan.Book))
	d.heading(3, "Political map status")
	d.say(strong(md(strings.ToUpper(s.Colour.String()[:1])+s.Colour.String()[1:])) + ": " + escape(strings.Join(s.Reasons, "; ")+"."))
	d.list(d.mapQuestions()...)
	d.heading(3, "Warnings")
	d.list(d.warnings()...)
}

// mapQuestions are what would settle a grey map.
func (d *document) mapQuestions() []md {
	var list []md
	for _, question := range model.MapStatusOf(model.All[*model.Contact](d.plan.Book)).Ask {
		list = append(list, escape(question))
	}
	return list
}

// warnings are the doubts about the people of the plan, as sentences.
func (d *document) warnings() []md {
	var list []md
	for _, w := range model.Warnings(d.plan, d.today) {
		list = append(list, escape(sentence(w.Text)))
	}
	return list
}
