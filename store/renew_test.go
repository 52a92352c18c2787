package store

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"astute/model"
)

// stateNow is what the file says of itself.
func stateNow(t testing.TB, s *Store) (st state) {
	t.Helper()
	if err := s.session(s.file, mode{}, func(t *tx) error { st = t.state; return nil }); err != nil {
		t.Fatal(err)
	}
	return st
}

// asked is what a person asks a file that is up to date and one that is not.
func asked(t testing.TB, s *Store) string {
	t.Helper()
	accounts, err := s.Accounts()
	if err != nil {
		t.Error(err)
		return ""
	}
	p, version, err := s.Plan(accounts[0].ID)
	if err != nil {
		t.Error(err)
		return ""
	}
	c := model.All[*model.Contact](p.Book)[0]
	found, err := s.Find(FindQuery{Text: c.Name + " " + p.Account.Name, Kinds: []model.Kind{model.KindContact}})
	if err != nil || len(found) == 0 || found[0].ID != c.ID {
		t.Errorf("%s: %v %v", c.Name, found, err)
	}
	return fmt.Sprint(accounts, len(p.Records()), version, found)
}

// The first of many who read an older version's file at once brings it up to
// date, and all of them are answered.
func TestReadingBringsAnOlderFileUpToDate(t *testing.T) {
	s := filled(t, 300)
	want, was := asked(t, s), stateNow(t, s)
	derivedBy(t, s, Derived-1)
	var readers sync.WaitGroup
	for range 6 {
		readers.Go(func() {
			one, err := Open(s.Path(), Options{})
			if err != nil {
				t.Error(err)
				return
			}
			if have := asked(t, one); have != want {
				t.Errorf("have %s\nwant %s", have, want)
			}
		})
	}
	readers.Wait()
	if now := stateNow(t, s); now != was {
		t.Errorf("the file says %+v, and said %+v", now, was)
	}
	if report, err := s.Doctor(false); err != nil || !report.Sound() {
		t.Errorf("%v %v", err, report.Problems)
	}
	if _, err := s.Undo(1, testTime); err != nil {
		t.Error(err)
	}
}

// What a newer version derived is left as it is by who only reads, so that two
// versions in turn do not write the file at every look.
func TestReadingLeavesWhatANewerVersionDerived(t *testing.T) {
	s := filled(t, 100)
	want := asked(t, s)
	derivedBy(t, s, Derived+1)
	if have := asked(t, s); have != want {
		t.Errorf("have %s\nwant %s", have, want)
	}
	if now := stateNow(t, s); now.derived != Derived+1 {
		t.Errorf("it is derived by %d", now.derived)
	}
}

// An older version's file that cannot be written is read all the same: because
// somebody else reads it for long, or because it may not be.
func TestAnOlderFileThatCannotBeWrittenIsRead(t *testing.T) {
	for name, held := range map[string]func(t *testing.T, s *Store, ask func()){
		"read by another": func(t *testing.T, s *Store, ask func()) {
			if err := s.session(s.file, mode{}, func(*tx) error { ask(); return nil }); err != nil {
				t.Error(err)
			}
		},
		"read-only": func(t *testing.T, s *Store, ask func()) {
			if os.Getuid() == 0 {
				t.Skip("permissions do not hold root back")
			}
			_ = os.Chmod(s.Path(), 0o400)
			_ = os.Chmod(filepath.Dir(s.Path()), 0o500)
			t.Cleanup(func() { _ = os.Chmod(filepath.Dir(s.Path()), 0o700) })
			ask()
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := filled(t, 100)
			want := asked(t, s)
			derivedBy(t, s, Derived-1)
			held(t, s, func() {
				reader, err := Open(s.Path(), Options{Wait: 20 * time.Millisecond})
				if err != nil {
					t.Fatal(err)
				}
				for range 2 {
					if have := asked(t, reader); have != want {
						t.Errorf("have %s\nwant %s", have, want)
					}
				}
			})
			if now := stateNow(t, s); now.derived != Derived-1 {
				t.Errorf("it is derived by %d", now.derived)
			}
		})
	}
}
