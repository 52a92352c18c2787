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

// BackupInfo is one of the backups that the program makes by itself.
type BackupInfo struct {
	Path string
	At   time.Time // when it was made, to the second
	Seq  uint64    // the file's version then
	Size int64     // bytes
	// Kept says that it is what a restore replaced. Such files are no part of
	// the rolling ones, and only others like them make room for themselves.
	Kept bool
}

// backupTime is how a moment stands in a backup's name; it is always in UTC.
const backupTime = "20060102T150405Z"

// keptMark stands in the name of a backup that a restore kept.
const keptMark = "kept-"

// backupName returns what a backup is called: the file's own name, the moment
// and the version, so that a person can choose one and the newest sorts last.
func (s *Store) backupName(mark string, at time.Time, seq uint64) string {
	ext := filepath.Ext(s.file)
	base := strings.TrimSuffix(filepath.Base(s.file), ext)
	return filepath.Join(s.opt.BackupDir, fmt.Sprintf("%s-%s%s-v%d%s", base, mark, at.UTC().Format(backupTime), seq, ext))
}

// readBackupName is the way back; false for files that are something else.
func (s *Store) readBackupName(name string) (b BackupInfo, ok bool) {
	ext := filepath.Ext(s.file)
	rest, isOurs := strings.CutPrefix(name, strings.TrimSuffix(filepath.Base(s.file), ext)+"-")
	rest, hasExt := strings.CutSuffix(rest, ext)
	moment, version, hasVersion := strings.Cut(rest, "-v")
	if !isOurs || !hasExt || !hasVersion {
		return b, false
	}
	moment, b.Kept = strings.CutPrefix(moment, keptMark)
	var err1, err2 error
	b.At, err1 = time.Parse(backupTime, moment)
	b.Seq, err2 = strconv.ParseUint(version, 10, 64)
	return b, err1 == nil && err2 == nil
}

// Backups returns the backups that the program made by itself, newest first as
// their names tell it.
func (s *Store) Backups() ([]BackupInfo, error) {
	names, err := os.ReadDir(s.opt.BackupDir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, s.explain(s.opt.BackupDir, err)
	}
	var list []BackupInfo
	for _, entry := range names {
		b, ok := s.readBackupName(entry.Name())
		if !ok {
			continue
		}
		if info, err := entry.Info(); err == nil && info.Mode().IsRegular() {
			b.Path, b.Size = filepath.Join(s.opt.BackupDir, entry.Name()), info.Size()
			list = append(list, b)
		}
	}
	slices.SortFunc(list, func(a, b BackupInfo) int {
		return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.Seq, a.Seq))
	})
	return list, nil
}

// past leaves out the backups that a clock which was wrong dated later than now:
// which of them is the newest nobody can tell.
func past(list []BackupInfo, now time.Time) []BackupInfo {
	first := slices.IndexFunc(list, func(b BackupInfo) bool { return !b.At.After(now) })
	if first < 0 {
		return nil
	}
	return list[first:]
}

// AutoBackup makes a rolling backup, unless nothing was written since the newest
// one, and removes those that are no longer wanted. The copy counts only after
// every page and value of it was read back; a damaged file therefore never
// displaces a good backup. at is the time by the real clock.
//
// Where nothing was written it costs a [Store.Version] and the listing of the
// folder, so that it may be called whenever nobody is at work.
func (s *Store) AutoBackup(at time.Time) error {
	seq, err := s.Version()
	if err != nil || seq == 0 {
		return err
	}
	list, err := s.Backups()
	if err != nil {
		return err
	}
	if list = past(list, at); len(list) > 0 && list[0].Seq == seq {
		return nil
	}
	temp, seq, err := s.copyOut(s.opt.BackupDir)
	if err != nil {
		return err
	}
	name := s.backupName("", at, seq)
	if err := settle(temp, name); err != nil {
		return s.explain(name, err)
	}
	return s.prune(at, name)
}

// Backup writes a verified copy of the book to a file, which must not exist.
func (s *Store) Backup(to string) error {
	if _, err := os.Lstat(to); err == nil {
		return faultf(ErrExists, "%s exists already: name another file, or remove it first", to)
	}
	if _, err := os.Stat(s.file); err != nil {
		return explainMissing(s.path, err)
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
	temp, err = s.tempBeside(filepath.Join(dir, filepath.Base(s.file)))
	if err != nil {
		return "", 0, s.explain(dir, err)
	}
	var writing error // apart from what is wrong with the book itself
	err = s.view(func(t *tx) error {
		seq = t.state.seq
		if t.b == nil {
			return explainMissing(s.path, errEmpty)
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

// verify reads every page and value of a file that nobody else uses. A file
// without a database in it, which is an empty book where one is worked on, is no
// copy of anything.
func verify(path string) error {
	s, err := Open(path, Options{})
	if err != nil {
		return err
	}
	s.bare = true
	if err := s.session(s.file, mode{}, func(*tx) error { return nil }); err != nil {
		return explainMissing(path, err)
	}
	report, err := s.Doctor(false)
	if err == nil && len(report.Problems) > 0 {
		err = faultf(ErrDamaged, "%s is damaged (%s)", path, report.Problems[0])
	}
	return err
}

// explainMissing says that there is no file, or nothing in it, where one was
// named; other errors it returns as they are.
func explainMissing(path string, err error) error {
	switch {
	case errors.Is(err, errEmpty):
		return &fault{ErrNotFound, fmt.Sprintf("%s is empty, there is no book in it: astute info lists the backups", path), err}
	case errors.Is(err, fs.ErrNotExist):
		return &fault{ErrNotFound, fmt.Sprintf("there is no file %s: astute info lists the backups", path), err}
	}
	return err
}

// damagedName is what the copy of a damaged file is called, without its end.
func (s *Store) damagedName(mark string) string {
	return strings.TrimSuffix(filepath.Base(s.file), filepath.Ext(s.file)) + "-damaged-" + mark
}

// keepCopy keeps a file as it is, for whoever wants to look at it later; the
// same state of a file is kept once.
func (s *Store) keepCopy(f *os.File, mark uint64) (string, error) {
	name := filepath.Join(s.opt.BackupDir, s.damagedName(fmt.Sprint(mark))+filepath.Ext(s.file))
	if _, err := os.Stat(name); err == nil {
		return name, nil
	}
	if err := os.MkdirAll(s.opt.BackupDir, 0o700); err != nil {
		return "", err
	}
	temp, err := s.tempBeside(name)
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

// WayBack returns the command that goes back to the newest backup which reads from
// end to end, "" where there is none.
func (s *Store) WayBack() string {
	newest, ok := s.newestSound()
	if !ok {
		return ""
	}
	return "astute restore " + shellWord(newest)
}

// newestSound returns the newest backup that reads from end to end. Those that
// are dated later than now come last: which of them is the newest nobody can
// tell, but they are better than none where the clock was set back behind all
// that there are.
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
	sure := past(list, s.opt.Now())
	for _, b := range append(slices.Clone(sure), list[:len(list)-len(sure)]...) {
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
