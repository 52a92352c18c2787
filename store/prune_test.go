package store_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"astute/store"
)

// TestWrongClock makes backups by a clock that is ten years ahead, then ten years
// behind: none of the good ones goes, and what is dated later than now is not
// called the newest.
func TestWrongClock(t *testing.T) {
	clock := now
	s, err := store.Open(filepath.Join(t.TempDir(), "book.db"), store.Options{Author: "Ana", Now: func() time.Time { return clock }})
	if err != nil {
		t.Fatal(err)
	}
	_, c, _ := jane(t, s)
	made := map[string]bool{}
	backup := func(at time.Time) string {
		t.Helper()
		retitle(t, s, c.ID, at.String())
		if err := s.AutoBackup(at); err != nil {
			t.Fatal(err)
		}
		list, err := s.Backups()
		if err != nil {
			t.Fatal(err)
		}
		fresh := ""
		for _, b := range list {
			if !made[b.Path] {
				made[b.Path], fresh = true, b.Path
			}
		}
		for path := range made {
			if _, err := os.Stat(path); err != nil {
				t.Errorf("at %v: %v", at, err)
			}
		}
		return fresh
	}
	backup(now)
	backup(now.Add(25 * time.Hour))
	backup(now.AddDate(10, 0, 0))
	backup(now.AddDate(-10, 0, 0))
	clock = now.Add(50 * time.Hour)
	newest := backup(clock)
	count := len(made)
	if err := s.AutoBackup(clock.Add(time.Minute)); err != nil {
		t.Fatal(err)
	}
	if list, err := s.Backups(); err != nil || len(list) != count {
		t.Errorf("nothing was written, and there are %d backups, not %d: %v", len(list), count, err)
	}
	if err := os.WriteFile(s.Path(), []byte(strings.Repeat("not a database\n", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err = s.Book(); err == nil || !strings.Contains(err.Error(), newest) {
		t.Errorf("%v does not name %s", err, newest)
	}
}
