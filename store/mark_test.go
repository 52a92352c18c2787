package store_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"astute/model"
	"astute/store"
)

// marks returns the mark of the first entry of a book and of another.
func marks(t *testing.T, s *store.Store, seq uint64) (first, at store.Mark) {
	t.Helper()
	first, at, err := s.Marks(seq)
	if err != nil {
		t.Fatal(err)
	}
	return first, at
}

func TestMarksTellOneBookFromAnother(t *testing.T) {
	s, other := newStore(t), open(t, filepath.Join(t.TempDir(), "other.db"))
	if first, at := marks(t, s, 1); first.Seq != 0 || at.Seq != 0 {
		t.Errorf("of no file: %v, %v", first, at)
	}
	_, c, _ := jane(t, s)
	apply(t, other, model.Created("add", account(other, "Acme"), contact(other, "Alan Brown", model.ID{})))
	first, _ := marks(t, s, 1)
	if others, _ := marks(t, other, 1); first.Seq != 1 || others.Seq != 1 || first.Same(others) {
		t.Errorf("%v and %v are one", first, others)
	}
	copied := filepath.Join(t.TempDir(), "copy.db")
	must(t, s.Backup(copied))
	parted := open(t, copied)
	retitle(t, s, c.ID, "here")
	after := get[*model.Contact](t, parted, c.ID)
	was := model.Clone(after)
	after.JobTitle = "there"
	if _, err := parted.Apply(model.Edited("edit", was, after), now.Add(time.Second)); err != nil {
		t.Fatal(err)
	}
	one, here := marks(t, s, 2)
	two, there := marks(t, parted, 2)
	if !one.Same(two) || here.Seq != 2 || here.Same(there) {
		t.Errorf("%v and %v, then %v and %v", one, two, here, there)
	}
	if _, none := marks(t, parted, 3); none.Seq != 0 {
		t.Errorf("there is no such entry: %v", none)
	}
}

// A book that somebody was forgotten in is still the same one.
func TestMarksOutliveForgetting(t *testing.T) {
	s := newStore(t)
	a, c, _ := jane(t, s)
	alone := contact(s, "Alan Brown", a.ID)
	apply(t, s, model.Created("add", alone))
	first, second := marks(t, s, 2)
	for _, id := range []model.ID{c.ID, alone.ID} {
		if _, err := s.Forget(id, now); err != nil {
			t.Fatal(err)
		}
	}
	one, two := marks(t, s, 2)
	if !one.Same(first) || !two.Same(second) {
		t.Errorf("%v was %v, %v was %v", one, first, two, second)
	}
}

// What is copied over the file can have the number of the commit that was there.
func TestVersionNoticesACopyWithTheSameCommit(t *testing.T) {
	s := newStore(t)
	_, c, _ := jane(t, s)
	backup := filepath.Join(t.TempDir(), "backup.db")
	must(t, s.Backup(backup))
	retitle(t, s, c.ID, "later")
	second, err := os.ReadFile(s.Path())
	must(t, err)
	retitle(t, s, c.ID, "later still")
	if _, err := s.Restore(backup); err != nil { // one commit after the first, as the second edit was
		t.Fatal(err)
	}
	if v, err := s.Version(); v != 4 || err != nil {
		t.Fatal(v, err)
	}
	must(t, os.WriteFile(s.Path(), second, 0o600))
	later := time.Now().Add(time.Minute)
	must(t, os.Chtimes(s.Path(), later, later))
	if v, err := s.Version(); v != 2 || err != nil {
		t.Errorf("it is at version %d, %v", v, err)
	}
}
