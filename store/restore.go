package store

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Restore puts the book of a backup in the place of the present one. The backup
// is read from end to end first, and the present file is kept among the backups,
// damaged or not. Programs that wait for the file meanwhile go on with the
// restored one. The restoring stands in the journal and raises the version.
func (s *Store) Restore(from string) error {
	if err := verify(from); err != nil {
		if newest, ok := s.newestSound(); ok && !errors.Is(err, fs.ErrNotExist) {
			return faultf(ErrDamaged, "%v: the newest good backup is %s", err, shellWord(newest))
		}
		return err
	}
	if err := os.MkdirAll(filepath.Dir(s.file), 0o700); err != nil {
		return s.explain(s.file, err)
	}
	temp, err := tempBeside(s.file)
	if err != nil {
		return s.explain(s.file, err)
	}
	defer func() { _ = os.Remove(temp) }()
	if err := copyFile(temp, from); err != nil {
		return s.explain(s.file, err)
	}
	return s.explain(s.file, s.swap(temp, filepath.Base(from), s.opt.Now()))
}

func copyFile(to, from string) error {
	f, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	return writeFile(to, func(w io.Writer) error {
		_, err := io.Copy(w, f)
		return err
	})
}

// swap replaces the file by the finished one, under the present file's lock.
func (s *Store) swap(temp, label string, at time.Time) error {
	present, err := s.lockPresent()
	if errors.Is(err, fs.ErrNotExist) {
		if err := note(temp, s.opt.Author, label, 0, at); err != nil {
			return err
		}
		if err := s.give(temp); err != nil {
			return err
		}
		return syncDir(filepath.Dir(s.file))
	}
	if err != nil {
		return err
	}
	defer func() { _ = present.Close() }()
	seq, err := s.keepPresent(present, at)
	if err != nil {
		return err
	}
	if err := note(temp, s.opt.Author, label, seq, at); err != nil {
		return err
	}
	if !locksItself {
		_ = present.Close() // an open file cannot be replaced there
	}
	if err := os.Rename(temp, s.file); err != nil {
		return err
	}
	return syncDir(filepath.Dir(s.file))
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
				err = faultf(ErrBusy, "%s is in use by another program and did not come free in %s: try again", s.path, s.opt.Wait)
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

// keepPresent keeps the present file among the backups and returns its version,
// 0 when it does not read.
func (s *Store) keepPresent(f *os.File, at time.Time) (uint64, error) {
	kept, err := s.keepCopy(f, uint64(at.UnixMilli()))
	if err != nil {
		return 0, err
	}
	if verify(kept) != nil {
		return 0, nil // what is left of it stays under the name of a damaged one
	}
	copied, err := Open(kept, Options{})
	if err != nil {
		return 0, err
	}
	seq, err := copied.Version()
	if closeErr := copied.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return 0, err
	}
	if seq == 0 {
		return 0, os.Remove(kept)
	}
	return seq, settle(kept, s.backupName(at, seq))
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
		return t.write(&entry{at: at, by: by, label: "restore " + label, act: Restored}, nil)
	})
}
