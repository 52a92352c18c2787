package store_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"astute/store"
)

// withBackup is a book with a backup of its first state and, since then, another
// title.
func withBackup(t *testing.T) (s *store.Store, backup string) {
	t.Helper()
	s = newStore(t)
	_, c, _ := jane(t, s)
	if err := s.AutoBackup(now); err != nil {
		t.Fatal(err)
	}
	list, err := s.Backups()
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	retitle(t, s, c.ID, "later")
	return s, list[0].Path
}

// A restore says what became of the file that was there: one that reads comes
// back by the command that is shown, a damaged one is kept as it is, and of none
// nothing is said to be kept.
func TestRestoreSaysWhatItPutsAside(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(t *testing.T, path string)
		says  string
		back  bool
	}{
		"sound":   {func(*testing.T, string) {}, "comes back with: astute restore ", true},
		"damaged": {func(t *testing.T, path string) { write(t, path, bytes.Repeat([]byte("x"), 9000)) }, "was damaged and is kept as ", false},
		"cut":     {func(t *testing.T, path string) { must(t, os.Truncate(path, 20000)) }, "was damaged and is kept as ", false},
		"empty":   {func(t *testing.T, path string) { write(t, path, nil) }, "no book was there", false},
		"missing": {func(t *testing.T, path string) { must(t, os.Remove(path)) }, "no book was there", false},
	} {
		t.Run(name, func(t *testing.T) {
			s, backup := withBackup(t)
			later := take(t, s)
			c.spoil(t, s.Path())
			spoilt, _ := os.ReadFile(s.Path())
			aside, err := s.Restore(backup)
			if err != nil || !strings.Contains(aside.String(), c.says) {
				t.Fatalf("%v, %v", aside, err)
			}
			if maps.Equal(take(t, s), later) {
				t.Error("it is not as in the backup")
			}
			if kept, err := os.ReadFile(aside.Path); c.says != "no book was there" && (err != nil || !bytes.Equal(kept, spoilt)) {
				t.Errorf("what was there is not kept: %v", err)
			}
			if c.back {
				if again, err := s.Restore(aside.Path); err != nil || again.Path == "" || !maps.Equal(take(t, s), later) {
					t.Errorf("the restore was not taken back: %v, %v", again, err)
				}
			}
		})
	}
}

// Copies of damaged files make room for newer ones, and no other file does.
func TestCopiesOfDamagedFilesAreBounded(t *testing.T) {
	s, backup := withBackup(t)
	others := filepath.Join(filepath.Dir(backup), "book-damaged-notes.db")
	write(t, others, []byte("mine"))
	last := ""
	for i := range 9 {
		write(t, s.Path(), bytes.Repeat([]byte{byte('a' + i)}, 9000))
		aside, err := s.Restore(backup)
		if err != nil || !aside.Damaged {
			t.Fatal(aside, err)
		}
		last = aside.Path
		must(t, os.Chtimes(last, now, now.Add(time.Duration(i)*time.Hour)))
		must(t, os.Rename(last, strings.Replace(last, "damaged-", fmt.Sprint("damaged-", i), 1))) // all in one millisecond
	}
	kept, _ := filepath.Glob(filepath.Join(filepath.Dir(backup), "*-damaged-*.db"))
	if len(kept) < 5 || len(kept) > 7 {
		t.Errorf("%d are kept: %q", len(kept), kept)
	}
	if _, err := os.Stat(others); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(backup); err != nil {
		t.Error(err)
	}
}

// A clock set back behind every backup makes all of them later than now. They are
// better than none, and those that are not damaged are named first.
func TestBackupsOfAClockThatRanAheadAreBetterThanNone(t *testing.T) {
	clock := now
	s, err := store.Open(filepath.Join(t.TempDir(), "book.db"), store.Options{Author: "Ana", Now: func() time.Time { return clock }})
	if err != nil {
		t.Fatal(err)
	}
	_, c, _ := jane(t, s)
	for i := range 3 {
		retitle(t, s, c.ID, fmt.Sprint("title ", i))
		must(t, s.AutoBackup(now.Add(time.Duration(i)*time.Hour)))
	}
	list, err := s.Backups()
	if err != nil || len(list) != 3 {
		t.Fatal(list, err)
	}
	must(t, os.Truncate(list[0].Path, list[0].Size/2))
	clock = time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)
	write(t, s.Path(), bytes.Repeat([]byte("x"), 9000))
	if _, err := s.Book(); err == nil || !strings.Contains(err.Error(), "astute restore "+list[1].Path) {
		t.Errorf("%v does not name %s", err, list[1].Path)
	}
	if _, err := s.Restore(list[1].Path); err != nil {
		t.Fatal(err)
	}
	retitle(t, s, c.ID, "after")
	must(t, s.AutoBackup(clock))
	if after, err := s.Backups(); err != nil || len(after) != 4 {
		t.Errorf("%d backups, %v", len(after), err)
	}
}

// A book that is begun where one was before says how that one comes back.
func TestABookBegunWhereOneWasSaysSo(t *testing.T) {
	said := ""
	s, err := store.Open(filepath.Join(t.TempDir(), "book.db"), store.Options{Warn: func(text string) { said += text }})
	if err != nil {
		t.Fatal(err)
	}
	jane(t, s)
	if must(t, s.AutoBackup(now)); said != "" {
		t.Errorf("a first book: %s", said)
	}
	must(t, os.Remove(s.Path()))
	jane(t, s)
	if back := s.WayBack(); back == "" || !strings.Contains(said, "was gone") || !strings.HasSuffix(said, back) {
		t.Errorf("it says %q", said)
	}
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	must(t, os.WriteFile(path, data, 0o600))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
