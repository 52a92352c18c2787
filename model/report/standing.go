package report

import (
	"fmt"
	"slices"
	"strings"

	"astute/model"
)

// standing is how the account stands: the headline and a few short facts.
func (d *document) standing() {
	a := d.plan.Account
	d.mark(a, "name")
	d.say(strong(d.value(a, "headline")))
	if a.ID.IsZero() {
		return // the people without an account
	}
	d.mark(a, "overall_health", "health_reason", "plan_type", "plan_status", "plan_end", "owner", "revenue_target")
	status := model.MapStatusOf(model.All[*model.Contact](d.plan.Book))
	plan := []rich{plain(a.PlanType.String()), plain(a.PlanStatus.String())}
	if !a.PlanEnd.IsZero() {
		plan = append(plan, rich("to "+a.PlanEnd.String()))
	}
	plan = append(plan, rich(withWord("segment", a.Segment())))
	facts := []struct {
		label string
		value rich
	}{
		{"Health", join([]rich{plain(a.OverallHealth.String()), oneLine(a.HealthReason)}, ", ")},
		{"By record", d.healthByRecord()},
		{"Map", rich(status.Colour.String()) + ", " + plain(strings.Join(status.Reasons, "; "))},
		{"Plan", join(plan, ", ")},
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

// healthByRecord is the health that the records speak of, with its parts, ""
// while none is known (rule 9).
func (d *document) healthByRecord() rich {
	h := model.HealthOf(d.plan, d.today)
	if !h.Known {
		return ""
	}
	return plain(fmt.Sprintf("%d %%, %s: %s", h.Percent, strings.ToLower(h.Band.String()), strings.Join(h.Reasons, ", ")))
}

// health is how the account is doing by what is on record, part by part, and
// what would tell more (rule 9).
func (d *document) health() {
	h := model.HealthOf(d.plan, d.today)
	if d.plan.Account.ID.IsZero() || !h.Known {
		return
	}
	d.heading(2, "Health by what is on record")
	d.say(plain(sentence(joined(". ", fmt.Sprintf("%d %%, %s: the mean of the parts that are known", h.Percent, strings.ToLower(h.Band.String())), h.Disagree))))
	rows := make([][]rich, len(h.Parts))
	for i, part := range h.Parts {
		percent := rich("not known")
		if part.Known {
			percent = rich(fmt.Sprintf("%d %%", part.Percent))
		}
		rows[i] = []rich{plain(upperFirst(part.Name)), percent, plain(strings.Join(part.Reasons, "; "))}
	}
	d.table([]string{"Part", "Health", "Why"}, rows)
	d.asked(h.Ask)
}

// leave notes that records or rules of a sort are not all in this document.
func (d *document) leave(n int, one, many string) {
	if n > 0 {
		d.left = append(d.left, fmt.Sprintf("%d more %s", n, map[bool]string{true: one, false: many}[n == 1]))
	}
}

// leftOut counts what this document does not show, by kind, so that nobody takes
// it for all there is.
func (d *document) leftOut() {

	for _, kind := range model.Kinds() {
		of := d.of(kind)
		hidden := slices.DeleteFunc(slices.Clone(of), func(r model.Record) bool { return slices.Contains(d.partsOf(r).shown, true) })
		one, many := kind.String(), kind.Plural()
		if kind == model.KindContact {
			one, many = "person", "people"
		}
		if len(hidden) < len(of) {
			d.leave(len(hidden), one, many)
		} else if len(hidden) > 0 {
			d.left = append(d.left, model.Count(len(hidden), one, many))
		}
	}
	if len(d.left) > 0 {
		d.heading(2, "In the full plan")
		d.add(paragraph{plain("Left out here: " + strings.Join(d.left, ", ") + ".")})
	}
}
