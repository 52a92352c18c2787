package store

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"go.etcd.io/bbolt"

	"astute/model"
)

// forgetBook writes the book anew without the person, under the lock of the
// present file, so that nobody's edit is lost.
func (s *Store) forgetBook(f *forgetting) error {
	present, err := s.lockPresent()
	if err != nil {
		return s.explain(s.file, err)
	}
	defer func() { _ = present.Close() }()
	seen, err := stateOf(present)
	if err != nil {
		return s.explain(s.file, err)
	}
	clean, found, err := f.copyWithout(present, s.file)
	if err != nil {
		return s.explain(s.file, err)
	}
	if !found { // the journal was forgotten by a call before, and nothing is left
		return os.Remove(clean)
	}
	if err := s.replaceHeld(clean, present, seen, !locksItself); err != nil {
		_ = os.Remove(clean)
		if errors.Is(err, errTaken) {
			err = s.busy(s.path)
		}
		return s.explain(s.file, err)
	}
	return s.explain(s.file, syncDir(filepath.Dir(s.file)))
}

// forgetBackups does the same to our own backups. One that does not read stays
// as it is and is named.
func (s *Store) forgetBackups(f *forgetting) error {
	list, err := s.Backups()
	if err != nil {
		return err
	}
	for _, b := range list {
		found, err := f.inBackup(b.Path)
		if err != nil {
			f.done.Unreached = append(f.done.Unreached, Unreached{b.Path, err.Error()})
		}
		if found {
			f.done.Backups++
		}
	}
	f.done.Unreached = append(f.done.Unreached, s.dropLeftovers(f.at)...)
	ext := filepath.Ext(s.file)
	damaged, err := filepath.Glob(filepath.Join(s.opt.BackupDir, strings.TrimSuffix(filepath.Base(s.file), ext)+"-damaged-*"+ext))
	for _, path := range damaged {
		f.done.Unreached = append(f.done.Unreached, Unreached{path, "it is a copy of a damaged file: remove it when it is no longer wanted"})
	}
	return err
}

// OwnFolder is how the folders begin that whoever encrypts a backup makes beside
// the book for what is not encrypted yet. One that is left over is removed when
// somebody is forgotten.
const OwnFolder = ".backup-"

// leftover is how old a file on its way into its place is when whoever wrote it
// must have been killed.
const leftover = time.Hour

// dropLeftovers removes copies that a killed program left half made. One that
// may still be written is named.
func (s *Store) dropLeftovers(now time.Time) (unreached []Unreached) {
	for _, dir := range []string{filepath.Dir(s.file), s.opt.BackupDir} {
		names, err := os.ReadDir(dir)
		if errors.Is(err, os.ErrNotExist) {
			continue // there are no backups yet
		}
		if err != nil {
			unreached = append(unreached, Unreached{dir, err.Error()})
			continue
		}
		for _, name := range names {
			half := strings.HasPrefix(name.Name(), "."+filepath.Base(s.file)+".") && strings.HasSuffix(name.Name(), ".tmp")
			if !half && !strings.HasPrefix(name.Name(), OwnFolder) {
				continue
			}
			path := filepath.Join(dir, name.Name())
			info, err := name.Info()
			if err == nil && now.Sub(info.ModTime()) > leftover {
				err = os.RemoveAll(path)
			} else if err == nil {
				err = errors.New("another program writes it just now: try again when it is done")
			}
			if err != nil && !errors.Is(err, os.ErrNotExist) {
				unreached = append(unreached, Unreached{path, err.Error()})
			}
		}
	}
	return unreached
}

// Holding returns the backups of ours that hold a record of that ID, and those of
// which nobody can say, because they do not read.
func (s *Store) Holding(id model.ID) (holding []BackupInfo, unread []Unreached, err error) {
	list, err := s.Backups()
	for _, b := range list {
		copied, err := Open(b.Path, Options{})
		if err == nil {
			copied.bare = true
			_, err = copied.Get(id)
			err = errors.Join(err, copied.Close())
		}
		switch {
		case err == nil:
			holding = append(holding, b)
		case !errors.Is(err, ErrNotFound):
			unread = append(unread, Unreached{b.Path, err.Error()})
		}
	}
	return holding, unread, err
}

func (f *forgetting) inBackup(path string) (found bool, err error) {
	present, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer func() { _ = present.Close() }()
	if err := verify(path); err != nil {
		return false, err
	}
	clean, found, err := f.copyWithout(present, path)
	if err != nil {
		return false, err
	}
	if !found {
		return false, os.Remove(clean)
	}
	_ = present.Close() // where an open file cannot be replaced
	return true, settle(clean, path)
}

// copyWithout writes a copy of a file beside a path from which the person is
// gone, with no page that holds what was. The copy is read from end to end.
func (f *forgetting) copyWithout(of *os.File, beside string) (clean string, found bool, err error) {
	working, err := tempBeside(beside)
	if err != nil {
		return "", false, err
	}
	defer func() { _ = os.Remove(working) }()
	err = writeFile(working, func(w io.Writer) error {
		_, err := io.Copy(w, io.NewSectionReader(of, 0, 1<<62))
		return err
	})
	if err != nil {
		return "", false, err
	}
	s, err := Open(working, Options{Author: f.by})
	if err != nil {
		return "", false, err
	}
	s.bare = true
	err = s.update(0, func(t *tx) error {
		found, err = f.in(t)
		return err
	})
	if err != nil {
		return "", false, err
	}
	if clean, err = tempBeside(beside); err != nil {
		return "", false, err
	}
	if err = compact(clean, working); err == nil {
		err = verify(clean)
	}
	if err != nil {
		_ = os.Remove(clean)
	}
	return clean, found, err
}

// compactBytes is how much one transaction of a compaction writes.
const compactBytes = 16 << 20

// compact writes what is in use of a file into an empty one.
func compact(to, from string) (err error) {
	options := bbolt.Options{FreelistType: bbolt.FreelistArrayType}
	dst, err := bbolt.Open(to, 0o600, &options)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, dst.Close(), syncFile(to)) }()
	options.ReadOnly = true
	src, err := bbolt.Open(from, 0o600, &options)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, src.Close()) }()
	return bbolt.Compact(dst, src, compactBytes)
}
