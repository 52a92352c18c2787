package exchange

import (
	"bytes"
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
	var b bytes.Buffer
	if err := WriteBook(&b, []model.Record{account, review}); err != nil {
		t.Fatal(err)
	}
	other := model.NewBook([]model.Record{&model.Account{Head: model.Head{ID: id(), Created: 1, Changed: 1}, Name: "Southwind"}})
	res, book := run(t, other, ImportOptions{}, "book.json", b.String())
	if res.Created != 2 {
		t.Fatalf("%+v", res)
	}
	for _, r := range model.All[*model.Review](book) {
		if r.Position() != 0 || r.Held != today {
			t.Errorf("held on %v at %d", r.Held, r.Position())
		}
	}
	res, _ = run(t, book, ImportOptions{}, "book.json", b.String())
	if len(res.Edit.Changes) != 0 {
		t.Errorf("the second time: %+v", res.Edit.Changes)
	}
}
