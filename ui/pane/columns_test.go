package pane

import (
	"testing"

	"astute/model"
	"astute/ui/grid"
)

// In a column too narrow for words no two words of a choice look alike, and none
// is wider than the column.
func TestShortFormsTellWordsApart(t *testing.T) {
	for _, kind := range model.Kinds() {
		for _, f := range kind.Spec().New().Fields() {
			if f.Type() != model.TypeChoice || f.Words()[0].Mark == "" {
				continue
			}
			seen := map[string]string{}
			for _, w := range f.Words() {
				if err := f.Parse(w.Name); err != nil {
					t.Fatal(err)
				}
				text := FieldCell(f, Data{Plan: &model.Plan{Book: model.NewBook(nil)}}, 3).Text
				if other := seen[text]; other != "" {
					t.Errorf("%s: %s and %s are both %q", f.Label, other, w.Name, text)
				}
				if grid.Width(text) > 3 {
					t.Errorf("%s: %s is %q, wider than its column", f.Label, w.Name, text)
				}
				seen[text] = w.Name
			}
		}
	}
}
