package exchange

import (
	"strings"
	"testing"

	"astute/model"
)

// Whatever a heading is recognised as has a name for people.
func TestEveryTargetOfAHeadingHasALabel(t *testing.T) {
	for _, d := range dialects {
		for kind, lines := range d.headings {
			kinds := []model.Kind{kind}
			if kind == 0 {
				kinds = []model.Kind{model.KindObjective} // of kinds without lines, one that has what these name
			}
			for heading, target := range headingTable(lines) {
				for _, of := range kinds {
					label := TargetLabel(of, target)
					if label == "" || strings.ContainsAny(label, "_@?|") || label == strings.TrimRight(target, "?|") && target != "on" {
						t.Errorf("%s, %s: %s goes to %q, which is called %q", d.source, of, heading, target, label)
					}
				}
			}
		}
	}
	for target, want := range map[string]string{roleDeleted: "Deleted there", "note": "Kept in the notes", "-": "Left out", "account.note": "Account: Kept in the notes", "due?|": "Due"} {
		if got := TargetLabel(model.KindAction, target); got != want {
			t.Errorf("%s is called %q, not %q", target, got, want)
		}
	}
	if got := TargetLabel(model.KindInteraction, "contacts@id"); got != "With, by id" {
		t.Errorf("contacts@id is called %q", got)
	}
}

// What a program writes of all its records is kept in the notes where the kind has
// no field for it.
func TestWhatAKindHasNoFieldForIsKept(t *testing.T) {
	res, book := run(t, empty(), ImportOptions{As: model.KindProduct}, "Product2.csv", "Id,Name,Owner.Name\n01t5g00000AbCdEAAV,Loader,Ana Ruiz\n")
	if res.Created != 1 {
		t.Fatalf("%+v", res)
	}
	for _, r := range book.Records() {
		if r.Kind() == model.KindProduct && r.Base().Notes != "Owner.Name: Ana Ruiz" {
			t.Errorf("%q", r.Base().Notes)
		}
	}
}
