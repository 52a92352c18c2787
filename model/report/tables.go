package report

import (
	"cmp"
	"fmt"
	"slices"

	"astute/model"
)

// simple is a part of a section: all records of a kind as a table.
type simple struct {
	heading string
	kind    model.Kind
	order   func(a, b model.Record) int // before the name; nil for by name alone
	columns []column
}

// section writes such parts under a heading.
func (d *document) section(heading string, parts ...simple) {
	d.heading(2, heading)
	d.parts(parts...)
}

// parts writes such parts, each under a heading of its own where it has one.
func (d *document) parts(parts ...simple) {
	for _, part := range parts {
		if part.heading != "" {
			d.heading(3, part.heading)
		}
		list, called := d.of(part.kind), byName(d.names)
		slices.SortFunc(list, func(a, b model.Record) int {
			if part.order != nil {
				return cmp.Or(part.order(a, b), called(a, b))
			}
			return called(a, b)
		})
		d.records(list, part.columns...)
		d.rest(list)
	}
}

// by orders records of one kind.
func by[R model.Record](order func(a, b R) int) func(a, b model.Record) int {
	return func(a, b model.Record) int { return order(a.(R), b.(R)) }
}

// rivalry is who else is there, and what speaks for us and against us.
func (d *document) rivalry() {
	d.section("Competitors", simple{
		kind:  model.KindCompetitor,
		order: by(func(a, b *model.Competitor) int { return highest(a.Threat, b.Threat) }),
		columns: []column{col("Competitor", "name"), col("Threat", "threat"), col("Embedded in", "embedded"), col("Their products", "products"),
			col("Sponsor", "sponsor"), col("Spend with them", "spend"), col("Contract end", "contract_end")},
	})
	d.section("Strengths, weaknesses, opportunities, threats", simple{
		kind:    model.KindSwot,
		order:   by(func(a, b *model.Swot) int { return cmp.Or(highest(a.Quarter, b.Quarter), highest(a.Of, b.Of)) }),
		columns: []column{col("Quadrant", "quarter"), col("What", "text"), col("Of", "of"), col("How we know", "evidence")},
	})
}

// buying is how they decide on an order, step by step.
func (d *document) buying() {
	d.section("How they buy", simple{
		kind: model.KindStep,
		order: by(func(a, b *model.BuyingStep) int {
			return cmp.Or(a.Order.Compare(b.Order), model.Soonest(a.Expected, b.Expected))
		}),
		columns: []column{col("Step", "order"), col("What", "name"), col("Owner", "owner"), col("Expected", "expected"), col("Status", "status")},
	})
}

// service is what they have, what goes wrong with it, and how content they are.
func (d *document) service() {
	d.section("What they have, and how it goes", simple{
		heading: "Issues", kind: model.KindIssue,
		order: by(func(a, b *model.Issue) int {
			return cmp.Or(first(a.Resolved.IsZero(), b.Resolved.IsZero()), highest(a.Severity, b.Severity), model.Soonest(a.Raised, b.Raised))
		}),
		columns: []column{col("Issue", "name"), col("Severity", "severity"), col("Who has it", "contact"), col("Owner", "owner"), col("Raised", "raised"), col("Resolved", "resolved")},
	}, simple{
		heading: "Signals", kind: model.KindSignal,
		order:   by(func(a, b *model.Signal) int { return -a.On.Compare(b.On) }),
		columns: []column{col("Day", "on"), col("What", "type"), col("Value", "value"), col("Source", "source")},
	}, simple{
		heading: "Platforms", kind: model.KindPlatform,
		columns: []column{col("Vendor", "vendor"), col("Product", "product"), col("Unit", "unit"), col("Use", "use"), col("Contract end", "contract_end")},
	})
}

// fit is how near they are to the customer we look for (rule 12): the verdict, what
// it rests on, and all that we look for, answered or not.
func (d *document) fit() {
	d.heading(2, "Fit with our ideal customer")
	if len(d.of(model.KindAnswer)) == 0 {
		return
	}
	fit := model.FitOf(d.plan, model.ID{})
	if word := fit.Band.String(); word != "" {
		so := ""
		if len(fit.Open) > 0 && len(fit.KnockOuts) == 0 {
			so = " so far"
		}
		d.say(strong(plain(word)) + rich(fmt.Sprintf("%s: fit %d %%, confidence %d %%.", so, fit.Percent, fit.Confidence)))
	}
	d.reasons(fit.Reasons)
	d.asked(fit.Ask)
	for _, c := range fit.Open {
		d.named[c.ID] = true // what is asked belongs to the plan as much as what is answered
	}
	d.parts(simple{
		kind:    model.KindAnswer,
		columns: []column{col("Criterion", "criterion"), col("Unit", "unit"), col("Answer", "value"), col("How we know", "evidence")},
	}, simple{
		heading: "What we look for", kind: model.KindCriterion,
		order: by(func(a, b *model.Criterion) int { return cmp.Or(highest(a.Group, b.Group), -a.Pull().Compare(b.Pull())) }),
		columns: []column{col("Criterion", "name"), col("Group", "group"), col("Weight", "weight"), col("Ideal", "ideal"), col("Caution", "caution"),
			col("Off-strategy", "off_strategy"), col("Knock-out", "knock_out"), col("How do you know?", "how_do_you_know")},
	})
}

// marketing is what speaks for us, and how it is told there.
func (d *document) marketing() {
	d.section("Campaigns", simple{
		kind:  model.KindCampaign,
		order: by(func(a, b *model.Campaign) int { return model.Soonest(a.Start, b.Start) }),
		columns: []column{col("Campaign", "name"), col("Objective", "objective"), col("Audience", "audience"), col("Channel", "channel"), col("Start", "start"),
			col("End", "end"), col("Metric", "metric"), col("Result", "result"), col("Uses", "milestone")},
	})
	d.section("Success stories", simple{
		kind:    model.KindStory,
		columns: []column{col("Story", "name"), col("Customer", "customer"), col("Product", "product"), col("Problem", "problem"), col("Result", "result"), col("Link", "link")},
	})
}
