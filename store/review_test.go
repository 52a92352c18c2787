package store_test

import (
	"path/filepath"
	"testing"

	"astute/model"
)

// A held review knows where the journal stood, so that the next one can open
// with what changed since; later edits of it do not move the place.
func TestHeldReviewKeepsThePlaceInTheJournal(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "book.db"))
	a, _, _ := jane(t, s)
	planned := &model.Review{Type: model.QBR}
	planned.ID, planned.Account = s.NewID(now), a.ID
	apply(t, s, model.Created("plan", planned))
	before := get[*model.Review](t, s, planned.ID)
	if !before.Journal.IsZero() {
		t.Fatalf("a planned review stands at %s", before.Journal)
	}
	held := model.Clone(before)
	held.Held = model.NewDate(2026, 3, 31)
	seq := apply(t, s, model.Edited("hold", before, held))
	want := model.NumberOf(int64(seq))
	if got := get[*model.Review](t, s, planned.ID); got.Journal != want {
		t.Fatalf("the held review stands at %q, the journal at %q", got.Journal, want)
	}
	before = get[*model.Review](t, s, planned.ID)
	noted := model.Clone(before)
	noted.Decisions = "Go on"
	apply(t, s, model.Edited("note", before, noted))
	if got := get[*model.Review](t, s, planned.ID); got.Journal != want {
		t.Fatalf("a note moved the place to %q", got.Journal)
	}
}
