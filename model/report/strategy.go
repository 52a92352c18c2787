package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"astute/model"
)

// initiatives are what the customer wants, and why now.
func (d *document) initiatives() {
	d.heading(2, "Initiatives")
	list := d.of(model.KindInitiative)
	slices.SortFunc(list, d.byPriority())
	d.records(list, col("Initiative", "name"), col("Priority", "priority"), col("Status", "status"), col("Driver", "driver"),
		col("Owner", "owner"), col("Timeframe", "timeframe"),
		column{head: "Known from", cell: func(r model.Record) rich {
			confirmed := d.value(r, "confirmed")
			if confirmed == "" {
				return "assumed by us"
			}
			return "confirmed by them"
		}})
	d.rest(list)
	if in := model.InsightOf(d.plan); len(list) > 0 {
		d.heading(3, "What stands in the way, and how we help")
		d.reasons(in.Reasons)
		d.chains()
		d.asked(in.Ask)
	}
}

// byPriority orders initiatives, the foremost first.
func (d *document) byPriority() func(a, b model.Record) int {
	called := byName(d.names)
	return func(a, b model.Record) int {
		return cmp.Or(highest(a.(*model.Initiative).Priority, b.(*model.Initiative).Priority), called(a, b))
	}
}

// chains are what stands in the way of each initiative, and how we help: a row
// for each solution, and for each challenge that has none.
func (d *document) chains() {
	var rows [][]rich
	var parts []model.Record
	for _, chain := range model.Chains(d.plan) {
		wanted := d.title(chain.Initiative)
		for _, link := range chain.Links {
			c := link.Challenge
			parts = append(parts, c)
			d.mark(c, "initiative") // it stands in its rows
			row := []rich{wanted, d.value(c, "name"), d.value(c, "type"), d.value(c, "success_factor")}
			for _, s := range link.Solutions {
				parts = append(parts, s)
				d.mark(s, "challenge")
				rows = append(rows, append(row, d.value(s, "name"), d.value(s, "product"), d.value(s, "proof")))
				row = []rich{"", "", "", ""} // said once
			}
			if len(link.Solutions) == 0 {
				rows = append(rows, append(row, d.nothingYet(), "", ""))
			}
			wanted = ""
		}
	}
	d.table([]string{"Initiative", "What stands in the way", "Type", "Success factor", "How we help", "Product", "Proof"}, rows)
	d.rest(parts)
}

// nothingYet stands where a challenge has no solution: the customer is not told
// that we have none.
func (d *document) nothingYet() rich {
	if d.customer {
		return ""
	}
	return strong("nothing yet")
}

// reasons says why something stands as it does, in one sentence.
func (d *document) reasons(list []string) {
	d.say(plain(sentence(upperFirst(strings.Join(list, "; ")))))
}

// askLimit is how many questions a section ends with; more would be a wall.
const askLimit = 5

// asked lists what is not known yet of a section.
func (d *document) asked(questions []string) {
	var list items
	for _, q := range questions[:min(askLimit, len(questions))] {
		list = append(list, item{text: plain(q)})
	}
	if left := len(questions) - len(list); left > 0 {
		list = append(list, item{text: plain("and " + model.Count(left, "more question", "more questions"))})
	}
	if len(list) > 0 {
		d.tree(items{{"Not known yet:", list}})
	}
}

// goals are what people are measured by.
func (d *document) goals() {
	d.heading(2, "Goals")
	list := d.sortedGoals()
	d.records(list, slices.Concat([]column{col("Whose", "contact"), col("Metric", "metric"), col("Measured in", "unit_of_measure"), col("Baseline", "baseline"),
		col("Current", "current"), col("Target", "target"), col("Benchmark", "benchmark"), col("By", "by")}, d.wayColumns(),
		[]column{col("Stated", "stated"), col("Horizon", "horizon")})...)
	d.rest(list)
}

// wayColumns are how far a goal has come and, among ourselves, how that compares
// with the time that is over.
func (d *document) wayColumns() []column {
	way := column{head: "Way", cell: func(r model.Record) rich {
		if pace := model.PaceOf(r.(*model.Goal), d.today).Pace; d.customer && pace == model.Worse {
			return plain(pace.String()) // beside no pace 0 % would read as not begun
		}
		if percent, known := r.(*model.Goal).Progress(); known {
			return rich(fmt.Sprintf("%d %%", percent))
		}
		return "not known"
	}}
	if d.customer {
		return []column{way}
	}
	return []column{way, d.paceColumn()}
}

// paceColumn is how a goal's way compares with its time, and why.
func (d *document) paceColumn() column {
	return column{head: "Pace", cell: func(r model.Record) rich {
		pace := model.PaceOf(r.(*model.Goal), d.today)
		return join([]rich{plain(pace.Pace.String()), plain(pace.Reason)}, ": ")
	}}
}

// sortedGoals are the goals by whose they are.
func (d *document) sortedGoals() []model.Record {
	list, called := d.of(model.KindGoal), byName(d.names)
	slices.SortFunc(list, func(a, b model.Record) int {
		x, y := a.(*model.Goal), b.(*model.Goal)
		return cmp.Or(cmp.Compare(nameOf(d.names, x.Contact), nameOf(d.names, y.Contact)), called(a, b))
	})
	return list
}
