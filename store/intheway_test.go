package store_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"astute/model"
	"astute/store"
)

// Where a file lies in which a folder is needed, or a name is longer than a disk
// takes, the error names what is in the way and what helps.
func TestWhatLiesInTheWayIsNamedWithTheCure(t *testing.T) {
	s := newStore(t)
	jane(t, s)
	dir := t.TempDir()
	in := filepath.Join(dir, "backups")
	write(t, in, []byte("a note"))
	beside := open(t, filepath.Join(dir, "book.db"))
	apply(t, beside, model.Created("add", account(beside, "Acme")))
	nowhere := func(path string) *store.Store {
		s, err := store.Open(path, store.Options{})
		must(t, err)
		return s
	}
	below := nowhere(filepath.Join(in, "deeper", "book.db"))
	long := nowhere(filepath.Join(dir, strings.Repeat("x", 300)))
	_, infoErr := beside.Info()
	_, listErr := beside.Backups()
	_, accountsErr := below.Accounts()
	_, applyErr := below.Apply(model.Created("add", account(below, "Acme")), now)
	_, longErr := long.Apply(model.Created("add", account(long, "Acme")), now)
	_, restoreErr := s.Restore(filepath.Join(in, "old.db"))
	inWay := " is a file, and a folder is needed there: rename it"
	for what, tt := range map[string]struct {
		err  error
		says []string
	}{
		"a backup by itself": {beside.AutoBackup(now), []string{in + inWay, "then try again"}},
		"info":               {infoErr, []string{in + inWay}},
		"the backups":        {listErr, []string{in + inWay}},
		"a backup":           {s.Backup(filepath.Join(in, "x.db")), []string{in + inWay, "name another place"}},
		"reading":            {accountsErr, []string{in + inWay, "or name a file elsewhere with --file"}},
		"writing":            {applyErr, []string{in + inWay, "or name a file elsewhere with --file"}},
		"restoring":          {restoreErr, []string{in + inWay}},
		"a long name":        {longErr, []string{"is longer than this disk takes: name a shorter one with --file"}},
	} {
		if !errors.Is(tt.err, store.ErrNoPlace) || strings.Contains(tt.err.Error(), "\n") {
			t.Errorf("%s: %v", what, tt.err)
			continue
		}
		for _, says := range tt.says {
			if !strings.Contains(tt.err.Error(), says) {
				t.Errorf("%s says %q, not %q", what, tt.err, says)
			}
		}
	}
}
