package cli

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"astute/model"
)

var (
	bossID = model.ID{1}
	unitID = model.ID{2}
)

func textNames(id model.ID) string {
	return map[model.ID]string{bossID: "Raj Mehta", unitID: "Retail"}[id]
}

func TestTextThatNobodyChangedChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := &model.Contact{Name: "Jane", ReportsTo: bossID, Unit: unitID}
		fields := c.Fields()
		for _, f := range fields {
			if f.Fixed || f.Hidden || len(f.Links()) > 0 || f.Type() == model.TypeLink {
				continue
			}
			typed := rapid.StringN(0, 20, 60).Draw(t, f.Name)
			switch {
			case len(f.Words()) > 0:
				typed = f.Words()[rapid.IntRange(0, len(f.Words())-1).Draw(t, f.Name)].Name
			case f.Type() == model.TypeDate:
				typed = "2026-03-31"
			case f.IsLong && rapid.Bool().Draw(t, "lines"):
				typed += "\n\n  # not a comment: " + typed
			}
			_ = f.Set(model.Input{}, typed) // what it does not take it does not hold
		}
		list, err := textChanges(c, textNames, recordAsText(c, textNames))
		if err != nil || len(list) > 0 {
			t.Fatalf("got %v, %v from\n%s", list, err, recordAsText(c, textNames))
		}
	})
}

func TestChangesAreReadFromText(t *testing.T) {
	c := &model.Contact{Name: "Jane", JobTitle: "CTO", ReportsTo: bossID}
	text := recordAsText(c, textNames)
	for was, is := range map[string]string{
		"title: CTO":  "title: CIO",
		"concerns:":   "concerns:\n  cost\n\n  and time",
		"phones:":     "phones: 1, 2",
		"support:":    "support: champion   ",
		"notes:":      "notes: a: b # c",
		"influence:":  "",
		"\n":          "\r\n",
		"reports_to:": "reports_to:",
	} {
		text = strings.Replace(text, "\n"+was, "\n"+is, 1)
	}
	list, err := textChanges(c, textNames, text)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, a := range list {
		got[a.field] = a.value
	}
	want := map[string]string{"title": "CIO", "concerns": "cost\n\nand time", "phones": "1, 2", "support": "champion", "notes": "a: b # c"}
	for field, value := range want {
		if got[field] != value {
			t.Errorf("%s: got %q, want %q", field, got[field], value)
		}
	}
	if len(got) != len(want) {
		t.Errorf("got %v", got)
	}
}

func TestAListOfLinksKeepsWhatItMeant(t *testing.T) {
	o := &model.Account{Name: "FreshKart", Team: []model.ID{bossID, unitID}}
	text := strings.Replace(recordAsText(o, textNames), "  Raj Mehta\n", "  Raj Mehta\n  Ana Ruiz\n", 1)
	list, err := textChanges(o, textNames, text)
	want := []assignment{{"team", '=', bossID.String() + "\nAna Ruiz\n" + unitID.String()}}
	if err != nil || !slices.Equal(list, want) {
		t.Errorf("got %q, %v, want %q", list, err, want)
	}
}

func TestTextThatCannotBeReadIsNamedByLine(t *testing.T) {
	for text, want := range map[string]string{
		"  stray\n":                "line 1:",
		"name: Jane\nwhat is this": "line 2:",
		"\nnmae: Jane":             `line 2: contact has no field "nmae": did you mean name?`,
		"name: a\nname: b":         "line 2: name stands here for the second time",
	} {
		if _, err := textChanges(&model.Contact{}, textNames, text); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", text, err, want)
		}
	}
}
