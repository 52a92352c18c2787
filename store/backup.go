package store

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// BackupInfo is one of the rolling backups.
type BackupInfo struct {
	Path string
	At   time.Time // when it was made, to the second
	Seq  uint64    // the file's version then
	Size int64     // bytes
}

// How long rolling backups are kept: the newest of each hour for a day, of each
// day for two weeks, of each week for three months.
var keepers = []struct {
	span time.Duration
	slot func(time.Time) string
}{
	{24 * time.Hour, func(t time.Time) string { return t.Format("2006-01-02T15") }},
	{14 * 24 * time.Hour, func(t time.Time) string { return t.Format("2006-01-02") }},
	{13 * 7 * 24 * time.Hour, func(t time.Time) string {
		year, week := t.ISOWeek()
		return fmt.Sprint(year, week)
	}},
}

// backupTime is how a moment stands in a backup's name; it is always in UTC.
const backupTime = "20060102T150405Z"

// backupName returns what a backup is called: the file's own name, the moment
// and the version, so that a person can choose one and the newest sorts last.
func (s *Store) backupName(at time.Time, seq uint64) string {
	ext := filepath.Ext(s.file)
	base := strings.TrimSuffix(filepath.Base(s.file), ext)
	return filepath.Join(s.opt.BackupDir, fmt.Sprintf("%s-%s-v%d%s", base, at.UTC().Format(backupTime), seq, ext))
}

// readBackupName is the way back; false for files that are something else.
func (s *Store) readBackupName(name string) (at time.Time, seq uint64, ok bool) {
	ext := filepath.Ext(s.file)
	rest, isOurs := strings.CutPrefix(name, strings.TrimSuffix(filepath.Base(s.file), ext)+"-")
	rest, hasExt := strings.CutSuffix(rest, ext)
	moment, version, hasVersion := strings.Cut(rest, "-v")
	if !isOurs || !hasExt || !hasVersion {
		return at, 0, false
	}
	at, err := time.Parse(backupTime, moment)
	if err != nil {
		return at, 0, false
	}
	seq, err = strconv.ParseUint(version, 10, 64)
	return at, seq, err == nil
}

// Backups returns the rolling backups, newest first.
func (s *Store) Backups() ([]BackupInfo, error) {
	names, err := os.ReadDir(s.opt.BackupDir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var list []BackupInfo
	for _, entry := range names {
		at, seq, ok := s.readBackupName(entry.Name())
		info, err := entry.Info()
		if ok && err == nil && info.Mode().IsRegular() {
			list = append(list, BackupInfo{filepath.Join(s.opt.BackupDir, entry.Name()), at, seq, info.Size()})
		}
	}
	slices.SortFunc(list, func(a, b BackupInfo) int {
		return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.Seq, a.Seq))
	})
	return list, nil
}

// AutoBackup makes a rolling backup, unless nothing was written since the last
// one, and removes those that are no longer wanted. The copy counts only after
// every page and value of it was read back; a damaged file therefore never
// displaces a good backup.
func (s *Store) AutoBackup(at time.Time) error {
	seq, err := s.Version()
	if err != nil || seq == 0 {
		return err
	}
	list, err := s.Backups()
	if err != nil {
		return err
	}
	if len(list) > 0 && list[0].Seq == seq {
		return nil
	}
	temp, seq, err := s.copyOut(s.opt.BackupDir)
	if err != nil {
		return err
	}
	name := s.backupName(at, seq)
	if err := settle(temp, name); err != nil {
		return s.explain(name, err)
	}
	return s.prune(at)
}

// Backup writes a verified copy of the book to a file, which must not exist.
func (s *Store) Backup(to string) error {
	if _, err := os.Lstat(to); err == nil {
		return faultf(ErrExists, "%s exists already: name another file, or remove it first", to)
	}
	if _, err := os.Stat(s.file); err != nil {
		return fmt.Errorf("there is nothing to back up yet: %w", err)
	}
	temp, _, err := s.copyOut(filepath.Dir(to))
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(temp) }()
	if err := os.Link(temp, to); err != nil { // a link refuses what a rename would replace
		if errors.Is(err, fs.ErrExist) {
			return faultf(ErrExists, "%s exists already: name another file, or remove it first", to)
		}
		return s.explain(to, settle(temp, to))
	}
	return s.explain(to, syncDir(filepath.Dir(to)))
}

// settle gives a finished file its name for good.
func settle(temp, name string) error {
	if err := os.Rename(temp, name); err != nil {
		_ = os.Remove(temp)
		return err
	}
	return syncDir(filepath.Dir(name))
}

// copyOut writes a verified copy of the book into a folder, under a name of its
// own, and returns that and the version copied.
func (s *Store) copyOut(dir string) (temp string, seq uint64, err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", 0, s.explain(dir, err)
	}
	temp, err = tempBeside(filepath.Join(dir, filepath.Base(s.file)))
	if err != nil {
		return "", 0, s.explain(dir, err)
	}
	var writing error // apart from what is wrong with the book itself
	err = s.view(func(t *tx) error {
		seq = t.state.seq
		if t.b == nil {
			return fs.ErrNotExist
		}
		writing = writeFile(temp, func(w io.Writer) error {
			kept := &keepError{Writer: w}
			_, err := t.b.WriteTo(kept)
			return cmp.Or(kept.err, err) // bbolt tells of an error only its words
		})
		return nil
	})
	if err == nil {
		err = writing
	}
	if err == nil {
		err = verify(temp)
	}
	if err != nil {
		_ = os.Remove(temp)
		return "", 0, s.explain(dir, err)
	}
	return temp, seq, nil
}

// keepError keeps the error that writing met.
type keepError struct {
	io.Writer
	err error
}

func (k *keepError) Write(b []byte) (int, error) {
	n, err := k.Writer.Write(b)
	k.err = cmp.Or(k.err, err)
	return n, err
}

// writeFile fills a file that exists and makes it durable.
func writeFile(path string, fill func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_TRUNC, 0)
	if err != nil {
		return err
	}
	err = fill(f)
	if err == nil {
		err = f.Sync()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}

// verify reads every page and value of a file that nobody else uses.
func verify(path string) error {
	s, err := Open(path, Options{})
	if err != nil {
		return err
	}
	s.bare = true
	report, err := s.Doctor(false)
	if err == nil && len(report.Problems) > 0 {
		err = faultf(ErrDamaged, "%s is damaged (%s)", path, report.Problems[0])
	}
	return err
}

// prune removes rolling backups that no keeper wants, and the oldest while all
// together are too large. The newest stays whatever its size.
func (s *Store) prune(now time.Time) error {
	list, err := s.Backups()
	if err != nil {
		return err
	}
	wanted := make([]bool, len(list))
	for _, k := range keepers {
		slots := map[string]bool{}
		for i, b := range list { // newest first, so the newest of a slot is met first
			if slot := k.slot(b.At); now.Sub(b.At) < k.span && !slots[slot] {
				slots[slot], wanted[i] = true, true
			}
		}
	}
	var total int64
	for i, b := range list {
		if total += b.Size; i > 0 && (!wanted[i] || total > s.opt.BackupSize) {
			total -= b.Size
			if err := os.Remove(b.Path); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
	}
	return nil
}

// keepCopy keeps a file as it is, for whoever wants to look at it later; the
// same state of a file is kept once.
func (s *Store) keepCopy(f *os.File, mark uint64) (string, error) {
	ext := filepath.Ext(s.file)
	base := strings.TrimSuffix(filepath.Base(s.file), ext)
	name := filepath.Join(s.opt.BackupDir, fmt.Sprintf("%s-damaged-%d%s", base, mark, ext))
	if _, err := os.Stat(name); err == nil {
		return name, nil
	}
	if err := os.MkdirAll(s.opt.BackupDir, 0o700); err != nil {
		return "", err
	}
	temp, err := tempBeside(name)
	if err != nil {
		return "", err
	}
	err = writeFile(temp, func(w io.Writer) error {
		_, err := io.Copy(w, io.NewSectionReader(f, 0, 1<<62))
		return err
	})
	if err != nil {
		_ = os.Remove(temp)
		return "", err
	}
	return name, settle(temp, name)
}

// soundCache remembers which backups were verified already, by name, size and
// time of change.
type soundCache struct {
	mu    sync.Mutex
	known map[string]bool
}

// newestSound returns the newest backup that reads from end to end.
func (s *Store) newestSound() (path string, ok bool) {
	if s.bare {
		return "", false
	}
	list, err := s.Backups()
	if err != nil {
		return "", false
	}
	s.sound.mu.Lock()
	defer s.sound.mu.Unlock()
	if s.sound.known == nil {
		s.sound.known = map[string]bool{}
	}
	for _, b := range list {
		info, err := os.Stat(b.Path)
		if err != nil {
			continue
		}
		mark := fmt.Sprint(b.Path, info.Size(), info.ModTime().UnixNano())
		sound, known := s.sound.known[mark]
		if !known {
			sound = verify(b.Path) == nil
			s.sound.known[mark] = sound
		}
		if sound {
			return b.Path, true
		}
	}
	return "", false
}
