package exchange

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"astute/model"
)

// What the notes say of links are names, of the book's records and of those that
// the import makes, never ids.
func TestImportNotesNameLinks(t *testing.T) {
	text := "Full Name,Company,Email,Reports To\nOld Boss,Acme,old@acme.com,\nJane Smith,Acme,jane@acme.com,Old Boss\n"
	_, book := run(t, empty(), ImportOptions{}, "a.csv", text)
	jane := the[*model.Contact](t, book, "Jane Smith")
	boss := the[*model.Contact](t, book, "Old Boss")
	third := set(t, model.New(model.KindContact, model.ID{9}), "name", "Third Boss").(*model.Contact)
	third.Account = boss.Account
	changed := model.Clone(jane)
	changed.ReportsTo = third.ID
	forgot := model.Clone(jane)
	forgot.Origin = ""

	salesforce := "Id,FirstName,LastName,Email,Account Name,ReportsToId\n003000000000001AAA,New,Boss,new@acme.com,Acme,\n003000000000002AAA,Jane,Smith,jane@acme.com,Acme,003000000000001AAA\n"
	added := "Full Name,Company,Email,Reports To\nNew Boss,Acme,new@acme.com,\nJane Smith,Acme,jane@acme.com,New Boss\n"
	twice := "Full Name,Company,Email,Reports To\nNew Boss,Acme,new@acme.com,\nJim,Acme,jim@acme.com,Old Boss\nJim,Acme,jim@acme.com,New Boss\n"
	for what, c := range map[string]struct {
		book       *model.Book
		text, want string
	}{
		"already":      {book.With(model.Change{Before: jane, After: forgot}), added, `line 3: Reports to of Jane Smith is "Old Boss" here already; "New Boss" was not taken`},
		"another file": {book, salesforce, `line 3: Reports to of Jane Smith is "Old Boss" here already (from a.csv); "New Boss" was not taken`},
		"since":        {book.With(model.Change{After: third}, model.Change{Before: jane, After: changed}), added, `line 3: Reports to of Jane Smith was changed here since: "Third Boss" stays; "New Boss" was not taken`},
		"two rows":     {book, twice, `line 4: Reports To is "New Boss" for the same contact; "Old Boss" stands, the other is in its notes`},
	} {
		res, after := run(t, c.book, ImportOptions{}, "b.csv", c.text)
		if !strings.Contains(notes(res), c.want) {
			t.Errorf("%s: no %s in\n%s", what, c.want, notes(res))
		}
		out, err := json.Marshal(res)
		if id := regexp.MustCompile(`\b[0-9a-z]{26}\b`).Find(out); id != nil || err != nil {
			t.Errorf("%s: %s %v in %s", what, id, err, out)
		}
		for _, r := range model.All[*model.Contact](after) {
			if r.Name == "Jim" && r.Notes != "Reports To: New Boss" {
				t.Errorf("notes of Jim: %q", r.Notes)
			}
		}
		again(t, after, ImportOptions{}, "b.csv", c.text)
	}
}
