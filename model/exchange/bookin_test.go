package exchange

import (
	"bytes"
	"strings"
	"testing"

	"astute/model"
)

// Where in the journal a review was held is a place in the journal of the file that
// it was held in: in another it would have the next one open with changes that have
// nothing to do with it.
func TestAHeldReviewLeavesItsPlaceInTheJournalBehind(t *testing.T) {
	id := newIDsAfter(empty())
	account := &model.Account{Head: model.Head{ID: id(), Created: 1, Changed: 1}, Name: "Northwind"}
	review := &model.Review{Head: model.Head{ID: id(), Account: account.ID, Created: 1, Changed: 1}, Type: model.QBR, Held: today, Journal: model.NumberOf(4711)}
	southwind := &model.Account{Head: model.Head{ID: id(), Created: 1, Changed: 1}, Name: "Southwind"}
	var b bytes.Buffer
	if err := WriteBook(&b, []model.Record{account, review}); err != nil {
		t.Fatal(err)
	}
	written := b.String()
	if strings.Contains(written, "4711") {
		t.Fatalf("the file carries the place:\n%s", written)
	}
	older := strings.Replace(written[:strings.Index(written, ",\n\"sha256\"")]+"\n}\n", `"kind": "review",`, `"kind": "review", "journal": 4711,`, 1)
	for _, text := range []string{written, older} {
		for _, into := range []*model.Book{empty(), model.NewBook([]model.Record{southwind})} {
			leavesThePlace(t, into, text)
		}
	}
}

// leavesThePlace imports a book with one held review, twice.
func leavesThePlace(t *testing.T, into *model.Book, text string) {
	t.Helper()
	res, book := run(t, into, ImportOptions{}, "book.json", text)
	if res.Created != 2 {
		t.Fatalf("%+v", res)
	}
	for _, r := range model.All[*model.Review](book) {
		if r.Position() != 0 || r.Held != today {
			t.Errorf("held on %v at %d", r.Held, r.Position())
		}
	}
	if res, _ = run(t, book, ImportOptions{}, "book.json", text); len(res.Edit.Changes) != 0 {
		t.Errorf("the second time: %+v", res.Edit.Changes)
	}
}
