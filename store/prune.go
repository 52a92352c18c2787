package store

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Which rolling backups are kept: the newest of each of the last 24 hours, of the
// last 14 days and of the last 13 weeks that have any. They are counted and not
// held against the clock, so that one which is wrong, or a year in which nobody
// wrote, costs nothing. See hot for the last hour.
var keepers = []struct {
	most int
	slot func(time.Time) string
}{
	{24, func(t time.Time) string { return t.Format("2006-01-02T15") }},
	{14, func(t time.Time) string { return t.Format("2006-01-02") }},
	{13, func(t time.Time) string {
		year, week := t.ISOWeek()
		return fmt.Sprint(year, week)
	}},
}

// mostKept is how many of the files that a restore replaced are kept, besides
// the rolling ones, and as many of those that were damaged.
const mostKept = 5

// hot is how far back every copy is kept, and mostHot how many of them: each was
// made before an import, or after a while of work, and what is regretted is what
// was done just now. The oldest of them stays too: it is how things stood before
// all of it. Together they take a quarter of the room at most, or an hour's work
// would push out what is left of the weeks before.
const (
	hot     = time.Hour
	mostHot = 12
)

// prune removes rolling backups that no keeper wants, and the oldest while all
// together are too large; and the oldest of what restores kept. What is dated
// later than now stays, and so does the newest, whatever its size, and whatever
// is spared: what was made just now, or is in use.
func (s *Store) prune(now time.Time, spared ...string) error {
	list, err := s.Backups()
	if err != nil {
		return err
	}
	var rolling, kept []BackupInfo
	for _, b := range past(list, now) {
		if b.Kept {
			kept = append(kept, b)
		} else {
			rolling = append(rolling, b)
		}
	}
	wanted := make([]bool, len(rolling))
	var fresh int64
	for i, b := range rolling {
		fresh += b.Size
		oldest := i == len(rolling)-1 || now.Sub(rolling[i+1].At) >= hot
		wanted[i] = now.Sub(b.At) < hot && (oldest || i < mostHot && fresh <= s.opt.BackupSize/4)
	}
	for _, k := range keepers {
		slots := map[string]bool{}
		for i, b := range rolling { // newest first, so the newest of a slot is met first
			if slot := k.slot(b.At); !slots[slot] && len(slots) < k.most {
				slots[slot], wanted[i] = true, true
			}
		}
	}
	unwanted := kept[min(len(kept), mostKept):]
	var total int64
	for i, b := range rolling {
		if total += b.Size; i > 0 && (!wanted[i] || total > s.opt.BackupSize) {
			total -= b.Size
			unwanted = append(unwanted, b)
		}
	}
	var gone []string
	for _, b := range unwanted {
		gone = append(gone, b.Path)
	}
	for _, path := range append(gone, s.oldDamaged()...) {
		if sameAsAny(path, spared) {
			continue
		}
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// oldDamaged returns the copies of damaged files that are too many, by when they
// were written: the newest [mostKept] stay, for whoever can still read some of
// them. There is one for each restore over a damaged file.
func (s *Store) oldDamaged() []string {
	entries, err := os.ReadDir(s.opt.BackupDir)
	if err != nil {
		return nil
	}
	written := map[string]time.Time{}
	for _, entry := range entries {
		mark, ours := strings.CutPrefix(entry.Name(), s.damagedName(""))
		if mark = strings.TrimSuffix(mark, filepath.Ext(s.file)); !ours || strings.Trim(mark, "0123456789") != "" {
			continue
		}
		if info, err := entry.Info(); err == nil && info.Mode().IsRegular() {
			written[filepath.Join(s.opt.BackupDir, entry.Name())] = info.ModTime()
		}
	}
	newest := slices.SortedFunc(maps.Keys(written), func(a, b string) int {
		return cmp.Or(written[b].Compare(written[a]), cmp.Compare(b, a))
	})
	return newest[min(len(newest), mostKept):]
}

// sameAsAny reports whether a path names the same file as one of others.
func sameAsAny(path string, others []string) bool {
	own, err := os.Stat(path)
	if err != nil {
		return false
	}
	for _, other := range others {
		if info, err := os.Stat(other); err == nil && os.SameFile(own, info) {
			return true
		}
	}
	return false
}
