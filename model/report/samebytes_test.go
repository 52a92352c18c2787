package report

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"astute/model"
	"astute/model/modeltest"
)

// The same plan makes the same bytes whenever it is written and in whatever order
// its records were read, as every document, in every format, for whoever reads it.
func TestTheSamePlanMakesTheSameBytes(t *testing.T) {
	records := modeltest.Generate(11, 60, today)
	account := model.All[*model.Account](model.NewBook(records))[0]
	records = slices.DeleteFunc(records, func(r model.Record) bool {
		return r == model.Record(account) || r.Kind().Scope() != model.ScopeShared && r.Base().Account != account.ID
	})
	write := func(render func(*bytes.Buffer, *model.Plan) error) []byte {
		var b bytes.Buffer
		shuffled := slices.Clone(records)
		rand.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if err := render(&b, model.NewPlan(account, shuffled)); err != nil && !errors.Is(err, ErrInternal) {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	for _, audience := range []Audience{Internal, Customer} {
		o := Options{Today: today, Audience: audience}
		ways := map[string]func(*bytes.Buffer, *model.Plan) error{
			"the map": func(b *bytes.Buffer, p *model.Plan) error { return Map(b, p, o) },
		}
		for _, tpl := range Templates() {
			ways[tpl.Name+" as Markdown"] = func(b *bytes.Buffer, p *model.Plan) error { return tpl.Markdown(b, p, o) }
			ways[tpl.Name+" as HTML"] = func(b *bytes.Buffer, p *model.Plan) error { return tpl.HTML(b, p, o) }
		}
		for name, render := range ways {
			first := write(render)
			for range 3 {
				if again := write(render); !bytes.Equal(first, again) {
					t.Errorf("%s for audience %d differs from itself", name, audience)
				}
			}
		}
	}
}
