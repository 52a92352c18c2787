package report

import (
	"cmp"
	"slices"

	"astute/model"
)

// initiatives are what the customer wants, and why now.
func (d *document) initiatives() {
	d.heading(2, "Initiatives")
	list := d.of(model.KindInitiative)
	called := byName(d.names)
	slices.SortFunc(list, func(a, b model.Record) int {
		x, y := a.(*model.Initiative), b.(*model.Initiative)
		return cmp.Or(highest(x.Priority, y.Priority), called(a, b))
	})
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
}

// goals are what people are measured by.
func (d *document) goals() {
	d.heading(2, "Goals")
	list := d.of(model.KindGoal)
	called := byName(d.names)
	slices.SortFunc(list, func(a, b model.Record) int {
		x, y := a.(*model.Goal), b.(*model.Goal)
		return cmp.Or(cmp.Compare(nameOf(d.names, x.Contact), nameOf(d.names, y.Contact)), called(a, b))
	})
	d.records(list, col("Whose", "contact"), col("Metric", "metric"), col("Measured in", "unit_of_measure"), col("Baseline", "baseline"),
		col("Current", "current"), col("Target", "target"), col("Benchmark", "benchmark"), col("By", "by"),
		col("Stated", "stated"), col("Horizon", "horizon"))
	d.rest(list)
}
