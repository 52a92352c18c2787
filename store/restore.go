package store

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Restore puts the book of a backup in the place of the present one. The backup
// is copied first and the copy read from end to end, and the present file is
// kept among the backups, damaged or not. Programs that wait for the file
// meanwhile go on with the restored one. The restoring stands in the journal and
// raises the version. A backup without a book in it fails with [ErrNotFound].
//
// Where the file is now that was there says what is returned.
func (s *Store) Restore(from string) (PutAside, error) {
	kept, err := s.restore(from)
	return PutAside{kept, strings.HasPrefix(filepath.Base(kept), s.damagedName(""))}, err
}

// PutAside is the file that a restore replaced.
type PutAside struct {
	Path    string // where it is kept; "" where there was none, or no book in it
	Damaged bool   // it cannot be restored
}

// String says how it comes back.
func (p PutAside) String() string {
	switch {
	case p.Path == "":
		return "no book was there before"
	case p.Damaged:
		return "what was there before was damaged and is kept as " + p.Path
	}
	return "what was there before comes back with: astute restore " + shellWord(p.Path)
}

// restore is [Store.Restore]; kept is where the present file is kept, "" where
// there was none.
func (s *Store) restore(from string) (kept string, err error) {
	if info, err := os.Stat(from); err != nil {
		return "", s.explain(from, explainMissing(from, err))
	} else if info.Size() == 0 {
		return "", explainMissing(from, errEmpty)
	}
	if err := os.MkdirAll(filepath.Dir(s.file), 0o700); err != nil {
		return "", s.explain(s.file, err)
	}
	temp, err := s.tempBeside(s.file)
	if err != nil {
		return "", s.explain(s.file, err)
	}
	defer func() { _ = os.Remove(temp) }()
	if err := s.copyFile(temp, from); err != nil {
		return "", s.explain(s.file, err)
	}
	if verify(temp) != nil {
		return "", s.unfit(from)
	}
	at := s.opt.Now()
	if kept, err = s.swap(temp, filepath.Base(from), at); err != nil {
		return "", s.explain(s.file, err)
	}
	return kept, s.prune(at, kept, from)
}

// unfit says what is wrong with a backup of which the copy did not read, and
// which one does.
func (s *Store) unfit(from string) error {
	err := verify(from)
	if err == nil {
		return faultf(ErrBusy, "%s was changed while it was being copied: try again", from)
	}
	newest, ok := s.newestSound()
	if errors.Is(err, ErrNotDatabase) {
		cure := "if it is a list, take it in with: astute import " + shellWord(from)
		if ok {
			cure = "the newest good backup is " + shellWord(newest) + "; " + cure
		}
		return faultf(ErrNotDatabase, "%s is no book of astute and no backup of one, so nothing was restored: %s", from, cure)
	}
	if ok && !errors.Is(err, ErrNotFound) {
		return faultf(ErrDamaged, "%v: the newest good backup is %s", err, shellWord(newest))
	}
	return err
}

// copyFile copies a file while nobody writes it.
func (s *Store) copyFile(to, from string) error {
	f, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	if err := lock(f, false, s.opt.Wait); errors.Is(err, ErrBusy) {
		return s.busy(from)
	}
	return writeFile(to, func(w io.Writer) error {
		_, err := io.Copy(w, f)
		return err
	})
}

// swap replaces the file by the finished one, under the present file's lock, and
// returns where the present one is kept. Where there is none an empty one is made
// to hold the lock of: it counts as not there, and whoever makes one meanwhile
// makes it of that or is waited for.
func (s *Store) swap(temp, label string, at time.Time) (kept string, err error) {
	for range mostTurns {
		present, err := s.lockPresent()
		if errors.Is(err, fs.ErrNotExist) {
			if err := s.holdPlace(); err != nil {
				return "", err
			}
			continue
		}
		if err != nil {
			return "", err
		}
		kept, err = s.swapHeld(present, temp, label, at)
		_ = present.Close()
		if !errors.Is(err, errTaken) {
			return kept, err
		}
	}
	return "", s.busy(s.path)
}

// swapHeld is swap of a present file that is held.
func (s *Store) swapHeld(present *os.File, temp, label string, at time.Time) (kept string, err error) {
	seen, err := stateOf(present)
	if err != nil {
		return "", err
	}
	var seq uint64
	if seen.size > 0 {
		if kept, seq, err = s.keepPresent(present, at); err != nil {
			return "", err
		}
	}
	if err := note(temp, s.opt.Author, label, seq, at); err != nil {
		s.letGo(present)
		return "", err
	}
	if err := s.replaceHeld(temp, present, seen, !locksItself); err != nil {
		return "", err
	}
	return kept, syncDir(filepath.Dir(s.file))
}

// holdPlace makes an empty file where there is none. Somebody else may be
// quicker, which is as good.
func (s *Store) holdPlace() error {
	f, err := os.OpenFile(s.file, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return f.Close()
}

// letGo takes the file that holdPlace made away again. While it is held and empty
// nobody has written it.
func (s *Store) letGo(held *os.File) {
	if info, err := held.Stat(); err == nil && info.Size() == 0 {
		_ = os.Remove(s.file)
	}
}

// lockPresent opens the present file, sound or not, with nobody else inside.
func (s *Store) lockPresent() (*os.File, error) {
	for deadline := time.Now().Add(s.opt.Wait); ; {
		f, err := os.OpenFile(s.file, os.O_RDWR, 0)
		if err != nil {
			return nil, err
		}
		if err := lock(f, true, time.Until(deadline)); err != nil {
			_ = f.Close()
			if errors.Is(err, ErrBusy) {
				err = s.busy(s.path)
			}
			return nil, err
		}
		opened, err1 := f.Stat()
		named, err2 := os.Stat(s.file)
		if err1 == nil && err2 == nil && os.SameFile(opened, named) {
			return f, nil
		}
		_ = f.Close()
		if err := errors.Join(err1, err2); err != nil {
			return nil, err
		}
	}
}

// keepPresent keeps the present file among the backups and returns where and its
// version, 0 when it does not read.
func (s *Store) keepPresent(f *os.File, at time.Time) (kept string, seq uint64, err error) {
	kept, err = s.keepCopy(f, uint64(at.UnixMilli()))
	if err != nil {
		return "", 0, err
	}
	if verify(kept) != nil {
		return kept, 0, nil // what is left of it stays under the name of a damaged one
	}
	copied, err := Open(kept, Options{})
	if err != nil {
		return "", 0, err
	}
	seq, err = copied.Version()
	if closeErr := copied.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return "", 0, err
	}
	if seq == 0 {
		return "", 0, os.Remove(kept)
	}
	name := s.backupName(keptMark, at, seq)
	return name, seq, settle(kept, name)
}

// note writes into a file that is about to be restored that it was, with a
// version above the one it replaces.
func note(path, by, label string, above uint64, at time.Time) error {
	s, err := Open(path, Options{Author: by})
	if err != nil {
		return err
	}
	s.bare = true
	return s.update(0, func(t *tx) error {
		t.state.seq = max(t.state.seq, above)
		return t.write(&entry{at: at, by: by, label: "restore " + label, act: Restored}, nil, nil)
	})
}
