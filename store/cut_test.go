package store_test

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"astute/model"
	"astute/model/modeltest"
	"astute/store"
	"astute/store/storetest"
)

var cuts = flag.Int("cuts", 120, "how many power cuts TestPowerCut plays")

// sector is what a disk writes whole or not at all.
const sector = 512

// metaBytes are the two first pages of a file. bbolt writes and syncs the pages
// of a commit first, and then one of these two, and syncs that.
const metaBytes = 2 * pageSize

// commit is a file before and after one transaction, and the book in both.
type commit struct {
	before, after []byte
	was, is       snapshot
}

// commits plays a working day on a small book, with everything that commits:
// edits, removals, undo and redo, an import, a person forgotten, a restore.
func commits(t *testing.T) []commit {
	t.Helper()
	s := newStore(t)
	a, c, _ := jane(t, s)
	var list []commit
	last, was := []byte(nil), snapshot(nil)
	look := func() {
		t.Helper()
		now, err := os.ReadFile(s.Path())
		if err != nil {
			t.Fatal(err)
		}
		is := take(t, s)
		if last != nil {
			list = append(list, commit{last, now, was, is})
		}
		last, was = now, is
	}
	look()
	for i := range 6 {
		retitle(t, s, c.ID, fmt.Sprint("title ", i))
		look()
	}
	apply(t, s, model.Created("import", modeltest.Generate(3, 40, today)...))
	look()
	for range 4 {
		if _, err := s.Undo(1, now); err != nil {
			t.Fatal(err)
		}
		look()
	}
	if _, err := s.Redo(1, now); err != nil {
		t.Fatal(err)
	}
	look()
	changes, err := s.Removal(a.ID)
	if err != nil {
		t.Fatal(err)
	}
	apply(t, s, model.Edit{Label: "remove", Changes: changes})
	look()
	if _, err := s.Doctor(true); err != nil {
		t.Fatal(err)
	}
	return list
}

// cutOff returns what a disk may hold after the power went during a commit: any
// subset of the sectors that were on their way. Before the pages are synced none
// of the first two can have changed; afterwards all others have.
func (c commit) cutOff(r *rand.Rand, synced, ordered bool) []byte {
	size := len(c.before)
	if synced || r.IntN(2) == 0 {
		size = max(size, len(c.after))
	}
	b := make([]byte, size)
	copy(b, c.before)
	for at := 0; at < size; at += sector {
		end := min(at+sector, size)
		if at >= len(c.after) || bytes.Equal(b[at:end], c.after[at:min(end, len(c.after))]) {
			continue
		}
		meta := at < metaBytes
		arrived := r.IntN(2) == 0
		switch {
		case !ordered:
		case meta:
			arrived = arrived && synced
		default:
			arrived = arrived || synced
		}
		if arrived {
			copy(b[at:end], c.after[at:])
		}
	}
	return b
}

// opens writes what is left of a file to a place of its own and returns the book
// in it, and whether it is one at all.
func opens(t *testing.T, path string, left []byte) (book snapshot, sound bool) {
	t.Helper()
	if err := os.WriteFile(path, left, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(path, store.Options{Warn: func(string) {}})
	if err != nil {
		return nil, false
	}
	report, err := s.Doctor(false)
	if err != nil || !report.Sound() {
		return nil, false
	}
	all, err := s.Book()
	if err != nil {
		return nil, false
	}
	return snapshotOf(all.Records()), true
}

// TestPowerCut cuts the power in the middle of commits. The book is then as it
// was before, or as it is after, and nothing else; and it can be written on.
func TestPowerCut(t *testing.T) {
	list := commits(t)
	path := filepath.Join(t.TempDir(), "book.db")
	r := rand.New(rand.NewPCG(7, 8))
	for i := range *cuts {
		c := list[i%len(list)]
		synced := i/len(list)%2 == 1
		book, sound := opens(t, path, c.cutOff(r, synced, true))
		if !sound {
			t.Fatalf("cut %d: the file does not read", i)
		}
		if !maps.Equal(book, c.was) && !(synced && maps.Equal(book, c.is)) {
			t.Fatalf("cut %d: the book is neither as before nor as after", i)
		}
		s, err := store.Open(path, store.Options{Warn: func(string) {}})
		if err != nil {
			t.Fatal(err)
		}
		more := account(s, "Written after the cut")
		apply(t, s, model.Created("add", more))
		storetest.Sound(t, path)
	}
}

// TestPowerCutControl is what a file would suffer that is written without an
// order: the harness must be able to see it.
func TestPowerCutControl(t *testing.T) {
	list := commits(t)
	path := filepath.Join(t.TempDir(), "book.db")
	r := rand.New(rand.NewPCG(9, 10))
	for i := range 20 * len(list) {
		c := list[i%len(list)]
		book, sound := opens(t, path, c.cutOff(r, false, false))
		if !sound || !maps.Equal(book, c.was) && !maps.Equal(book, c.is) {
			return
		}
	}
	t.Error("no cut did any harm though nothing was written in order")
}
