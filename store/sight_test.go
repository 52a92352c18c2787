package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"astute/model"
	"astute/store"
)

// version is which version a book is at.
func version(t *testing.T, s *store.Store) uint64 {
	t.Helper()
	v, err := s.Version()
	must(t, err)
	return v
}

// seen returns how a book is seen now.
func seen(t *testing.T, s *store.Store) store.Sight {
	t.Helper()
	_, now, err := s.Look(store.Sight{})
	must(t, err)
	return now
}

// copyOf is a copy of a book as it is now.
func copyOf(t *testing.T, s *store.Store) *store.Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "copy.db")
	must(t, s.Backup(path))
	return open(t, path)
}

// turns are what can become of a book, with how it was seen before.
func turns(t *testing.T) (s *store.Store, before store.Sight, become map[store.Turn]*store.Store) {
	s = newStore(t)
	_, c, _ := jane(t, s)
	retitle(t, s, c.ID, "zero")
	_, err := s.Undo(1, now)
	must(t, err)
	older, diverged := copyOf(t, s), copyOf(t, s)
	retitle(t, s, c.ID, "here")
	before = seen(t, s)
	was := get[*model.Contact](t, diverged, c.ID)
	is := model.Clone(was)
	is.JobTitle = "there"
	_, err = diverged.Apply(model.Edited("edit", was, is), now.Add(time.Second))
	must(t, err)
	setBack := copyOf(t, s)
	_, err = setBack.Restore(older.Path())
	must(t, err)
	another := open(t, filepath.Join(t.TempDir(), "another.db"))
	for range before.Version {
		apply(t, another, model.Created("add", account(another, "Acme")))
	}
	goesOn := copyOf(t, s)
	retitle(t, goesOn, c.ID, "here, later")
	return s, before, map[store.Turn]*store.Store{
		store.GoesOn: goesOn, store.Gone: open(t, filepath.Join(t.TempDir(), "gone.db")), store.Older: older,
		store.Diverged: diverged, store.SetBack: setBack, store.Another: another,
	}
}

func TestLookTellsWhatBecameOfABook(t *testing.T) {
	_, before, become := turns(t)
	for want, s := range become {
		turn, is, err := s.Look(before)
		if turn != want || err != nil {
			t.Errorf("%s is said to be %d, not %d: %v", s.Path(), turn, want, err)
		}
		if again := seen(t, s); !again.Same(is) || is.Same(before) || is.Version != version(t, s) {
			t.Errorf("%s: seen as %v, then as %v; it was %v", s.Path(), is, again, before)
		}
		if turn, _, err := s.Look(store.Sight{}); turn != store.GoesOn || err != nil {
			t.Errorf("%s turned from nothing: %d, %v", s.Path(), turn, err)
		}
	}
	if version(t, become[store.Diverged]) != before.Version {
		t.Error("the copy that went its own way is at another version")
	}
}

// Nothing is written on top of what was not seen, whatever it is that is written:
// what is new conflicts with nothing.
func TestNothingIsWrittenOnTopOfWhatWasNotSeen(t *testing.T) {
	first, before, become := turns(t)
	for turn, s := range become {
		for how, write := range map[string]func(term store.Term) error{
			"add": func(term store.Term) error {
				_, err := s.Apply(model.Created("add", account(first, "Zebra")), now, term)
				return err
			},
			"undo": func(term store.Term) error { _, err := s.Undo(1, now, term); return err },
			"redo": func(term store.Term) error { _, err := s.Redo(1, now, term); return err },
		} {
			was := version(t, s)
			for what, term := range map[string]store.Term{"on top of": store.OnTopOf(before), "at": store.At(before)} {
				err := write(term)
				var turned *store.TurnedError
				switch {
				case turn == store.GoesOn && what == "at":
					if !errors.Is(err, store.ErrMeanwhile) || errors.As(err, &turned) {
						t.Errorf("%s %s: %v", how, what, err)
					}
				case turn != store.GoesOn && (!errors.As(err, &turned) || turned.Turn != turn || !errors.Is(err, store.ErrMeanwhile)):
					t.Errorf("%s %s what has become %d: %v", how, what, turn, err)
				case turn == store.GoesOn && err != nil && !errors.Is(err, store.ErrNothing):
					t.Errorf("%s %s: %v", how, what, err)
				}
			}
			if turn != store.GoesOn && version(t, s) != was {
				t.Errorf("%s: it was at %d and is at %d", how, was, version(t, s))
			}
		}
	}
	if _, err := os.Stat(become[store.Gone].Path()); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file was made: %v", err)
	}
}

// Of what was seen of no file yet, a new one can be made.
func TestAnEditOnTopOfNoFileMakesOne(t *testing.T) {
	s := newStore(t)
	none := seen(t, s)
	if _, err := s.Undo(1, now, store.OnTopOf(none)); !errors.Is(err, store.ErrNothing) {
		t.Error(err)
	}
	if _, err := s.Apply(model.Created("add", account(s, "Acme")), now, store.At(none)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(model.Created("add", account(s, "Acme")), now, store.At(none)); !errors.Is(err, store.ErrMeanwhile) {
		t.Errorf("written twice: %v", err)
	}
}

// Only the edit that is meant is taken back and repeated; one that was repeated is
// meant by its own number.
func TestOnlyTheEditThatIsMeantIsTakenBackAndRepeated(t *testing.T) {
	s := newStore(t)
	_, c, _ := jane(t, s)
	retitle(t, s, c.ID, "first")
	mine := version(t, s)
	step := func(what string, want error, _ []store.Entry, err error) {
		t.Helper()
		if !errors.Is(err, want) {
			t.Errorf("%s: %v", what, err)
		}
	}
	undo := func(seq uint64) ([]store.Entry, error) { return s.Undo(1, now, store.Undoes(seq)) }
	redo := func(seq uint64) ([]store.Entry, error) { return s.Redo(1, now, store.Redoes(seq)) }
	for range 2 {
		list, err := undo(mine - 1)
		step("the one below", store.ErrMeanwhile, list, err)
		list, err = undo(mine)
		step("mine", nil, list, err)
		list, err = redo(mine - 1)
		step("another", store.ErrMeanwhile, list, err)
		list, err = redo(mine)
		step("mine again", nil, list, err)
		list, err = redo(mine)
		step("nothing left", store.ErrNothing, list, err)
	}
	retitle(t, s, c.ID, "somebody else's")
	list, err := undo(mine)
	step("below somebody else's", store.ErrMeanwhile, list, err)
}

// A book that somebody was forgotten in is still the same one.
func TestASightOutlivesForgetting(t *testing.T) {
	s := newStore(t)
	a, c, _ := jane(t, s)
	alone := contact(s, "Alan Brown", a.ID)
	apply(t, s, model.Created("add", alone))
	before := seen(t, s)
	for _, id := range []model.ID{c.ID, alone.ID} {
		if _, err := s.Forget(id, now); err != nil {
			t.Fatal(err)
		}
		if turn, _, err := s.Look(before); turn != store.GoesOn || err != nil {
			t.Errorf("it has become %d, %v", turn, err)
		}
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
