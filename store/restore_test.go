package store_test

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"astute/model"
	"astute/store"
	"astute/store/storetest"
)

// backedUp returns a backup of the book.
func backedUp(t *testing.T, s *store.Store) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "copy.db")
	if err := s.Backup(to); err != nil {
		t.Fatal(err)
	}
	return to
}

// nothingLeft fails where a file that is only half done was left in a folder.
func nothingLeft(t *testing.T, dir string) {
	t.Helper()
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestRestoreOfNothing names files without a book in them: the book stays, and
// the error says where the backups are.
func TestRestoreOfNothing(t *testing.T) {
	s := newStore(t)
	jane(t, s)
	before := take(t, s)
	empty := filepath.Join(t.TempDir(), "empty.db")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, from := range []string{empty, filepath.Join(t.TempDir(), "none.db")} {
		_, err := s.Restore(from)
		if !errors.Is(err, store.ErrNotFound) || !strings.Contains(err.Error(), from) || !strings.Contains(err.Error(), "astute info lists the backups") {
			t.Errorf("%s: %v", from, err)
		}
		if !maps.Equal(take(t, s), before) {
			t.Fatalf("%s: the book is another", from)
		}
	}
	other, err := store.Open(empty, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []*store.Store{other, newStore(t)} {
		if err := s.Backup(filepath.Join(t.TempDir(), "copy.db")); !errors.Is(err, store.ErrNotFound) || !strings.Contains(err.Error(), "astute info lists the backups") {
			t.Errorf("backup of nothing: %v", err)
		}
	}
	nothingLeft(t, filepath.Dir(s.Path()))
}

// TestPruningSparesWhatRestoresKeep makes rolling backups right after a restore,
// in the same hour: what the restore replaced is still there, and there are never
// more than five of that kind.
func TestPruningSparesWhatRestoresKeep(t *testing.T) {
	clock := now
	s, err := store.Open(filepath.Join(t.TempDir(), "book.db"), store.Options{Author: "Ana", Now: func() time.Time { return clock }})
	if err != nil {
		t.Fatal(err)
	}
	storetest.Check(t, s.Path())
	_, c, _ := jane(t, s)
	from := backedUp(t, s)
	retitle(t, s, c.ID, "CEO")
	lost := take(t, s)
	if _, err := s.Restore(from); err != nil {
		t.Fatal(err)
	}
	kept, err := s.Backups()
	if err != nil || len(kept) != 1 || !kept[0].Kept {
		t.Fatalf("%+v %v", kept, err)
	}
	for i := range 3 {
		clock = clock.Add(time.Minute)
		retitle(t, s, c.ID, fmt.Sprint("title ", i))
		if err := s.AutoBackup(clock); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Restore(kept[0].Path); err != nil || !maps.Equal(take(t, s), lost) {
		t.Errorf("what the restore replaced is gone: %v", err)
	}
	for range 8 {
		clock = clock.Add(time.Minute)
		if _, err := s.Restore(from); err != nil {
			t.Fatal(err)
		}
	}
	list, err := s.Backups()
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for _, b := range list {
		if b.Kept {
			count++
		}
	}
	if count != 5 || !list[0].Kept || !list[0].At.Equal(clock) {
		t.Errorf("%d kept, the newest %+v", count, list[0])
	}
	nothingLeft(t, filepath.Dir(s.Path()))
	nothingLeft(t, filepath.Dir(list[0].Path))
}

// TestRestoreWhileSomebodyMakesTheFile restores where there is no file while
// another program makes one: a restore that reports success was one.
func TestRestoreWhileSomebodyMakesTheFile(t *testing.T) {
	whole := newStore(t)
	_, c, _ := jane(t, whole)
	from := backedUp(t, whole)
	for range 12 {
		s := newStore(t)
		other, err := store.Open(s.Path(), store.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var wait sync.WaitGroup
		wait.Go(func() {
			if _, err := other.Apply(model.Created("add", account(other, "Quick")), now); err != nil {
				t.Error(err)
			}
		})
		_, err = s.Restore(from)
		wait.Wait()
		if err != nil {
			t.Fatal(err)
		}
		get[*model.Contact](t, s, c.ID)
	}
}

// TestChainOfLinks names the file by a link to a link to a file that is not made
// yet, and by links that lead nowhere: there is an end to it, and nothing is left
// behind.
func TestChainOfLinks(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := os.Mkdir(at("far"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, link := range [][2]string{{"b", "a"}, {"a", "p"}, {"far", "near"}, {"../c", "far/d"}, {"near/d", "q"}, {"y", "x"}, {"x", "y"}} {
		if err := os.Symlink(link[0], at(link[1])); err != nil {
			t.Skip("no links here:", err)
		}
	}
	for name, file := range map[string]string{"p": "b", "q": "c"} {
		s, err := store.Open(at(name), store.Options{Wait: 100 * time.Millisecond})
		if err != nil {
			t.Fatal(err)
		}
		apply(t, s, model.Created("add", account(s, "Acme")))
		storetest.Sound(t, at(file))
	}
	if _, err := store.Open(at("x"), store.Options{}); !errors.Is(err, store.ErrNotDatabase) || !strings.Contains(err.Error(), "circle") {
		t.Errorf("a circle: %v", err)
	}
	// A link put there after the file was opened leads nowhere for good.
	s, err := store.Open(at("late"), store.Options{Wait: 100 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("nowhere", at("late")); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(model.Created("add", account(s, "Acme")), now); !errors.Is(err, store.ErrBusy) || !strings.Contains(err.Error(), "--file") {
		t.Errorf("a link that leads nowhere: %v", err)
	}
	nothingLeft(t, dir)
}
