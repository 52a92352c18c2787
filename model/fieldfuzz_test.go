package model_test

import (
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/model/modeltest"
)

// Whatever is typed into any field of any kind, it is refused with a reason and
// the field stays as it was, or it is taken: then the field's own text is taken
// again and means the same.
func FuzzFieldParse(f *testing.F) {
	for i, text := range append(modeltest.Naughty(), "", "12", "1.5e9", "-0", "2026-03-31", "eoq", "EUR 12k", "a@b.c", "x; y, z", "yes", "champion", "99999999999999999999", "50%") {
		f.Add(uint8(i), uint8(i/3), text)
	}
	f.Fuzz(func(t *testing.T, kind, field uint8, text string) {
		kinds := model.Kinds()
		r := kinds[int(kind)%len(kinds)].Spec().New()
		fields := r.Fields()
		one := fields[int(field)%len(fields)]
		in := model.Input{Today: model.NewDate(2026, time.March, 31), Currency: "EUR"}
		for way, set := range map[string]func(string) error{
			"typed": func(text string) error { return one.Set(in, text) }, "read": one.Parse,
		} {
			was := one.Text()
			if err := set(text); err != nil {
				if err.Error() == "" || one.Text() != was {
					t.Errorf("%s %s, %s: %q is refused with %q and leaves %q of %q", r.Kind(), one.Name, way, text, err, one.Text(), was)
				}
				continue
			}
			kept := one.Text()
			if way == "typed" && strings.ContainsFunc(kept, model.IsUnsafe) {
				t.Errorf("%s %s: %q came in as %q", r.Kind(), one.Name, text, kept)
			}
			if err := one.Parse(kept); err != nil || one.Text() != kept {
				t.Errorf("%s %s, %s: %q became %q and then %q, %v", r.Kind(), one.Name, way, text, kept, one.Text(), err)
			}
			if err := one.Parse(""); err != nil || !one.IsZero() {
				t.Errorf("%s %s cannot be emptied: %q, %v", r.Kind(), one.Name, one.Text(), err)
			}
		}
	})
}
