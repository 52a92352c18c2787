package exchange

import (
	"strings"
	"testing"

	"astute/model"
)

// merged merges the records called so and returns the book after it.
func merged(t *testing.T, book *model.Book, kind model.Kind, kept, dropped string) *model.Book {
	t.Helper()
	find := func(name string) model.Record {
		for _, r := range book.Of(kind) {
			if model.Title(r, nil) == name {
				return r
			}
		}
		t.Fatalf("there is no %s %s", kind, name)
		return nil
	}
	e, err := model.Merging{Kept: find(kept), Dropped: find(dropped), Remember: JoinedOrigin}.Edit(book)
	if err != nil {
		t.Fatal(err)
	}
	return book.With(e.Changes...)
}

const twoRows = "Contact ID,Account ID,Account Name,First Name,Last Name,Email,Title,Phone\n" +
	"0035g00000AAAAAAA1,0015g00000AAAAAAA1,FreshKart,Jane,Smith,jane@freshkart.example,CTO,+1 555 0100\n" +
	"0035g00000BBBBBBB1,0015g00000BBBBBBB1,FreshKart Inc.,J.,Smith,,Chief Technology Officer,+1 555 0199\n"

func TestTheNextImportFindsWhatWasMerged(t *testing.T) {
	_, book := run(t, model.NewBook(nil), ImportOptions{}, "contacts.csv", twoRows)
	if n := len(book.Of(model.KindContact)); n != 2 {
		t.Fatalf("%d contacts", n)
	}
	book = merged(t, book, model.KindAccount, "FreshKart", "FreshKart Inc.")
	book = merged(t, book, model.KindContact, "Jane Smith", "J. Smith")
	again(t, book, ImportOptions{}, "contacts.csv", twoRows)

	// What changes in the row of the one that went reaches the one that stays,
	// and what was chosen away stays away.
	moved := strings.Replace(twoRows, "+1 555 0199", "+1 555 0177", 1)
	res, after := run(t, book, ImportOptions{}, "contacts.csv", moved)
	if res.Created != 0 || len(after.Of(model.KindContact)) != 1 || len(after.Of(model.KindAccount)) != 1 {
		t.Fatalf("%d created", res.Created)
	}
	jane := model.All[*model.Contact](after)[0]
	if jane.JobTitle != "CTO" || jane.Name != "Jane Smith" {
		t.Errorf("she is %s, %s", jane.Name, jane.JobTitle)
	}
	again(t, after, ImportOptions{}, "contacts.csv", moved)

	// So does the row of the one that stays, on its own.
	promoted := strings.Replace(moved, ",CTO,", ",CIO,", 1)
	_, after = run(t, after, ImportOptions{}, "contacts.csv", promoted)
	if jane := model.All[*model.Contact](after)[0]; jane.JobTitle != "CIO" || len(after.Of(model.KindContact)) != 1 {
		t.Errorf("she is %s", jane.JobTitle)
	}
	again(t, after, ImportOptions{}, "contacts.csv", promoted)
}

func TestAnAddressThatWasChosenAwayStillFindsThePerson(t *testing.T) {
	next := newIDs()
	jane := &model.Contact{Head: model.Head{ID: next()}, Name: "Jane Smith", Email: "jane@freshkart.example"}
	other := &model.Contact{Head: model.Head{ID: next()}, Name: "Jane Smith", Email: "jsmith@freshkart.example"}
	other.ExternalID = "0035g00000BBBBBBB1"
	book := model.NewBook([]model.Record{jane, other})
	e, err := model.Merging{Kept: jane, Dropped: other, Remember: JoinedOrigin, Chosen: map[int]model.Take{4: model.TakeDropped}}.Edit(book)
	if err != nil {
		t.Fatal(err)
	}
	book = book.With(e.Changes...)
	for name, text := range map[string]string{
		"by address": "Name,Email,Job Title\nJane Smith,jsmith@freshkart.example,CTO\n",
		"by id":      "Contact ID,First Name,Last Name,Title,Account ID\n0035g00000BBBBBBB1,Jane,Smith,CTO,\n",
	} {
		res, after := run(t, book, ImportOptions{As: model.KindContact}, "list.csv", text)
		if got := model.All[*model.Contact](after); res.Created != 0 || len(got) != 1 || got[0].JobTitle != "CTO" || got[0].Email != jane.Email {
			t.Errorf("%s: %d created, %d contacts, %+v", name, res.Created, len(got), res.Notes)
		}
	}
}

func TestTheNextImportFindsATeammateWhoWasMerged(t *testing.T) {
	const deals = "Opportunity Name,Account Name,Owner\nPilot,FreshKart,Ana Ruiz\nRollout,FreshKart,A. Ruiz\n"
	_, book := run(t, model.NewBook(nil), ImportOptions{As: model.KindOpportunity}, "deals.csv", deals)
	if n := len(book.Of(model.KindTeammate)); n != 2 {
		t.Fatalf("%d teammates", n)
	}
	book = merged(t, book, model.KindTeammate, "Ana Ruiz", "A. Ruiz")
	again(t, book, ImportOptions{As: model.KindOpportunity}, "deals.csv", deals)
}

func TestApartIsKeptByAMerge(t *testing.T) {
	next := newIDs()
	a := &model.Contact{Head: model.Head{ID: next()}, Name: "Jane Smith"}
	b := &model.Contact{Head: model.Head{ID: next()}, Name: "Jane Smith"}
	c := &model.Contact{Head: model.Head{ID: next()}, Name: "Jane Smith"}
	book := model.NewBook([]model.Record{a, b, c})
	book = book.With(Apart(b, c, nil).Changes...)
	if n := len(Duplicates(book)); n != 2 {
		t.Fatalf("%d suggested, want two", n)
	}
	m := model.Merging{Kept: a, Dropped: book.Get(b.ID), Remember: JoinedOrigin}
	e, err := m.Edit(book)
	if err != nil {
		t.Fatal(err)
	}
	if list := Duplicates(book.With(e.Changes...)); len(list) != 0 {
		t.Errorf("suggested: %q", suggested(list))
	}
}
