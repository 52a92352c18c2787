package exchange

import (
	"strings"
	"testing"

	"astute/model"
)

// Two who are each other's manager come in two files: the second link would make a
// circle. It is said, once, and kept in the notes.
func TestALinkLeftOpenThatWouldMakeACircleIsSaid(t *testing.T) {
	_, book := run(t, empty(), ImportOptions{}, "ann.csv", "Full Name,Manager,Company\nAnn Smith,Bob Jones,X\n")
	res, book := run(t, book, ImportOptions{}, "bob.csv", "Full Name,Manager,Company\nBob Jones,Ann Smith,X\n")
	if said := notes(res); strings.Count(said, "a circle of people who report to each other") != 1 || !strings.Contains(said, "Ann Smith") {
		t.Errorf("%s", said)
	}
	for _, c := range model.All[*model.Contact](book) {
		if c.Name == "Ann Smith" && (!c.ReportsTo.IsZero() || !strings.Contains(c.Notes, "Bob Jones")) {
			t.Errorf("%+v", c)
		}
		if c.Name == "Bob Jones" && c.ReportsTo.IsZero() {
			t.Error("Bob's own row says whom he reports to")
		}
	}
	res, _ = run(t, book, ImportOptions{}, "cat.csv", "Full Name,Company\nCat Hill,X\n")
	if said := notes(res); strings.Contains(said, "circle") {
		t.Errorf("said again: %s", said)
	}
}

// What cannot be without a record that is taken out goes with it, however long the
// chain is.
func TestAChainGoesWithWhatIsTakenOut(t *testing.T) {
	_, book := run(t, empty(), ImportOptions{As: model.KindChallenge, Map: map[string]string{"Wish": "initiative@id", "Company": "account.name", "Id": "external_id"}},
		"challenges.csv", "Id,Name,Wish,Company\nc1,Night shifts,i1,Northwind\n")
	_, book = run(t, book, ImportOptions{As: model.KindSolution, Map: map[string]string{"Answers": "challenge@id", "Company": "account.name", "Id": "external_id"}},
		"solutions.csv", "Id,Name,Answers,Company\ns1,Planner,c1,Northwind\n")
	if n := len(model.All[*model.Solution](book)); n != 1 {
		t.Fatalf("%d solutions", n)
	}
	res, err := Import(book, []File{{Name: "initiatives.csv", Data: []byte("Id,Name,Company\ni1,Quiet nights,Southwind\n")}}, ImportOptions{As: model.KindInitiative,
		Map: map[string]string{"Company": "account.name", "Id": "external_id"}, Today: today, NewID: newIDsAfter(book)})
	if err != nil {
		t.Fatal(err)
	}
	out := map[model.Kind]bool{}
	for _, c := range res.Edit.Changes {
		if c.After == nil {
			out[c.Before.Kind()] = true
		} else if err := model.Check(c.After); err != nil {
			t.Error(err)
		}
	}
	if !out[model.KindChallenge] || !out[model.KindSolution] {
		t.Errorf("taken out: %v\n%s", out, notes(res))
	}
	if said := notes(res); strings.Count(said, "Night shifts was taken out") != 1 || !strings.Contains(said, "Planner was taken out: Night shifts is,") {
		t.Errorf("%s", said)
	}
}
