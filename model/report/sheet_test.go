package report

import (
	"strings"
	"testing"

	"astute/model"
	"astute/model/modeltest"
)

// wordy is a plan whose every text has become long.
func wordy(t reporter, p *model.Plan) *model.Plan {
	t.Helper()
	var changes []model.Change
	for _, r := range p.Records() {
		c := model.Clone(r)
		for _, f := range c.Fields() {
			text := f.Text()
			switch {
			case f.Hidden || f.Fixed || f.IsCurrency():
			case f.Type() == model.TypeText:
				text = strings.TrimSpace(text + " " + strings.Repeat("and a good many words more ", 20))
			case f.Type() == model.TypeTexts:
				text = strings.TrimSpace(strings.Repeat(strings.Repeat("one line of a list ", 12)+"\n", 9))
			}
			if err := f.Parse(text); err != nil {
				t.Fatal(err)
			}
		}
		changes = append(changes, model.Change{Before: r, After: c})
	}
	return p.With(changes...)
}

// What promises one page is one, however long the texts are and however many
// records there are; what the page of the worked example needs, it has.
func TestOnePageIsOneSheet(t *testing.T) {
	fresh := examplePlan(t, "FreshKart Grocers")
	onePage := templates[1]
	for name, p := range map[string]*model.Plan{
		"example": fresh, "wordy example": wordy(t, fresh), "every field": filled(t), "wordy fields": wordy(t, filled(t)),
		"crowd": crowd(300, func(i int) int { return (i+1)/2 - 1 }), "naughty": hostile(t, modeltest.Naughty()), "wordy crowd": wordy(t, crowd(300, func(int) int { return -1 })),
	} {
		d := onePage.document(p, Options{Today: today})
		if !d.onOneSheet() {
			t.Errorf("%s does not fit:\n%s", name, d.asMarkdown())
		}
		if cut := strings.Contains(d.asMarkdown(), "…"); name == "example" && cut {
			t.Errorf("texts of the example are cut:\n%s", d.asMarkdown())
		}
	}
	if templates[0].document(fresh, Options{Today: today}).onOneSheet() {
		t.Error("the full plan of the example is said to fit one sheet")
	}
}

// A table is as high as its highest cells, and rows of many words are higher than
// rows of few.
func TestHeightFollowsTheWords(t *testing.T) {
	few := table{head: []rich{"a", "b"}, rows: [][]rich{{"one", "two"}}}
	many := table{head: []rich{"a", "b"}, rows: [][]rich{{"one", rich(strings.Repeat("many words ", 60))}}}
	broken := table{head: []rich{"a", "b"}, rows: [][]rich{{"one", "x" + breakMark + "y" + breakMark + "z"}}}
	if few.height() >= broken.height() || broken.height() >= many.height() {
		t.Errorf("heights are %.0f, %.0f and %.0f", few.height(), broken.height(), many.height())
	}
}
