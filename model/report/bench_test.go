package report

import (
	"io"
	"slices"
	"testing"

	"astute/model"
	"astute/model/modeltest"
)

// One plan of about a hundred people. The project wants a thousand plans within
// two seconds on several cores.
func BenchmarkFull(b *testing.B) {
	records := modeltest.Generate(7, 100, today)
	account := model.All[*model.Account](model.NewBook(records))[0]
	p := model.NewPlan(account, slices.DeleteFunc(records, func(r model.Record) bool {
		return r.Kind().Scope() != model.ScopeShared && r.Base().Account != account.ID
	}))
	b.ReportMetric(float64(len(model.All[*model.Contact](p.Book))), "contacts")
	b.ReportAllocs()
	for b.Loop() {
		if err := templates[0].Markdown(io.Discard, p, Options{Today: today}); err != nil {
			b.Fatal(err)
		}
	}
}
