package store_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"astute/store"
)

// TestTheLastHourKeepsItsCopies makes copies in quick succession, as imports do:
// each is how things stood before one of them, so none displaces another; of many
// the newest and the very first stay.
func TestTheLastHourKeepsItsCopies(t *testing.T) {
	s := newStore(t)
	_, c, _ := jane(t, s)
	made := func(i int, at time.Time) []store.BackupInfo {
		t.Helper()
		retitle(t, s, c.ID, at.Add(time.Duration(i)).String())
		if err := s.AutoBackup(at); err != nil {
			t.Fatal(err)
		}
		list, err := s.Backups()
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	at := now.Truncate(time.Hour).Add(time.Minute)
	for i := range 4 {
		if list := made(i, at.Add(time.Duration(i)*time.Second)); len(list) != i+1 {
			t.Fatalf("%d imports within seconds left %d copies", i+1, len(list))
		}
	}
	var list []store.BackupInfo
	for i := range 40 {
		list = made(i, at.Add(time.Duration(i+1)*time.Minute))
	}
	if len(list) < 10 || len(list) > 20 || !list[len(list)-1].At.Equal(at) {
		t.Errorf("after forty minutes there are %d, the oldest of %v", len(list), list[len(list)-1].At)
	}
	if list = made(0, at.Add(5*time.Hour)); len(list) > 3 {
		t.Errorf("hours later there are still %d of that hour", len(list))
	}
}

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
