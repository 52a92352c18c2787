package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"
)

// create makes the file. It is written beside its place and synced before it
// gets its name, so that no cut leaves half of one; and the name is given by a
// link, which fails where a second program was quicker, because a rename would
// replace what that one has written meanwhile.
func (s *Store) create() error {
	dir := filepath.Dir(s.file)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return s.explain(s.file, err)
	}
	temp, err := s.tempBeside(s.file)
	if err != nil {
		return s.explain(s.file, err)
	}
	defer func() { _ = os.Remove(temp) }()
	if err := writeEmpty(temp); err != nil {
		return s.explain(s.file, err)
	}
	if err := s.give(temp); errors.Is(err, errTaken) {
		return nil // somebody else made it: go on with that one
	} else if err != nil {
		return s.explain(s.file, err)
	}
	if back := s.WayBack(); back != "" {
		s.opt.Warn(fmt.Sprintf("%s was gone, so a new book was begun there; go back to the newest good backup of the one before with: %s", s.path, back))
	}
	return s.explain(s.file, syncDir(dir))
}

// errTaken says that somebody else made or replaced the file first, so that
// nothing was done.
var errTaken = errors.New("another program was quicker")

// give gives a new file its name; where somebody else did meanwhile the error is
// [errTaken].
func (s *Store) give(temp string) error {
	err := os.Link(temp, s.file)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrExist):
		return s.replaceEmpty(temp)
	}
	// A file system without links: the name is taken by a file made for it,
	// which then counts as an empty one.
	f, err := os.OpenFile(s.file, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	if f != nil {
		_ = f.Close()
	}
	return s.replaceEmpty(temp)
}

// replaceEmpty puts the new file in the place of an empty one, under that one's
// lock; where the file is no longer empty, or gone, the error is [errTaken].
func (s *Store) replaceEmpty(temp string) error {
	f, err := os.OpenFile(s.file, os.O_RDWR, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return errTaken // gone again: the caller looks once more
	}
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	if err := lock(f, true, s.opt.Wait); err != nil {
		if errors.Is(err, ErrBusy) {
			err = s.busy(s.path)
		}
		return err
	}
	opened, err := f.Stat()
	if err != nil {
		return err
	}
	named, err := os.Stat(s.file)
	if err != nil || !os.SameFile(opened, named) || opened.Size() > 0 {
		return errTaken
	}
	if err := f.Chmod(0o600); err != nil {
		return err
	}
	return s.replaceHeld(temp, f, fileState{}, !locksItself)
}

// fileState tells whether somebody wrote a file: its length and the number of
// its newest commit.
type fileState struct {
	size int64
	txid uint64
}

func stateOf(f *os.File) (fileState, error) {
	info, err := f.Stat()
	if err != nil || info.Size() == 0 {
		return fileState{}, err
	}
	return fileState{info.Size(), readHeader(f, info.Size()).txid}, nil
}

// replaceHeld renames a finished file onto the one that is held and was seen in a
// state. Where an open file cannot be replaced it must be closed first, and with
// it goes what keeps others out; so the state is compared once more, as late as
// can be, and where it is another the error is [errTaken].
func (s *Store) replaceHeld(temp string, held *os.File, seen fileState, closeFirst bool) error {
	if closeFirst {
		_ = held.Close()
		f, err := os.Open(s.file)
		if errors.Is(err, fs.ErrNotExist) {
			return errTaken
		}
		if err != nil {
			return err
		}
		now, err := stateOf(f)
		if closeErr := f.Close(); err == nil {
			err = closeErr
		}
		if err != nil {
			return err
		}
		if now != seen {
			return errTaken
		}
	}
	return os.Rename(temp, s.file)
}

// tempBeside makes an empty file with a name of its own in the folder of path,
// readable by its owner alone.
func tempBeside(path string) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.tmp")
	if err != nil {
		return "", err
	}
	return f.Name(), f.Close()
}

// tempBeside is [tempBeside] for a file that [Store.Abandon] takes away.
func (s *Store) tempBeside(path string) (string, error) {
	s.tempMu.Lock()
	defer s.tempMu.Unlock()
	if s.abandoned {
		return "", errAbandoned
	}
	temp, err := tempBeside(path)
	if err == nil {
		s.temps = append(s.temps, temp)
	}
	return temp, err
}

// errAbandoned says that the program is about to end.
var errAbandoned = errors.New("the program ends: start it again")

// Abandon takes away the files that calls under way have only begun to write, and
// lets none begin another. It is for a program that is about to end in the middle
// of one, as somebody who interrupts it wants; what those calls return then means
// nothing.
func (s *Store) Abandon() {
	s.tempMu.Lock()
	defer s.tempMu.Unlock()
	for _, temp := range s.temps {
		_ = os.Remove(temp) // mostly it has long got its name, or is gone
	}
	s.temps, s.abandoned = nil, true
}

// writeEmpty makes a book without records of an empty file.
func writeEmpty(path string) error {
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{FreelistType: bbolt.FreelistArrayType})
	if err != nil {
		return err
	}
	err = db.Update(func(b *bbolt.Tx) error {
		for _, name := range allBuckets {
			if _, err := b.CreateBucket(name); err != nil {
				return err
			}
		}
		t := &tx{b: b, state: state{schema: Schema, derived: Derived}}
		return t.putState()
	})
	if closeErr := db.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return err
	}
	return syncFile(path)
}

// syncFile makes a written file durable.
func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	err = f.Sync()
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}
