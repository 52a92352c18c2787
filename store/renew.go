package store

import (
	"errors"
	"sync/atomic"
)

// A file that an older version of the program wrote has what is derived from its
// records as that one computed it. Reading it means to compute everything again,
// each time anew, so the first program that reads such a file and may write it
// brings it up to date.

// errStale ends a reading transaction that met such a file.
var errStale = errors.New("derived by an older version")

// renewal is whether a store has tried to bring its file up to date. Once is
// enough: a file that cannot be written now is read as it is, and the next edit
// brings it up to date in any case.
type renewal struct{ tried atomic.Bool }

// stale reports whether the file is to be brought up to date before it is read.
// What a newer version derived stays as it is until an edit: two versions that
// read one file in turn would write it anew each time. So does a file that was
// cut off, which is nothing that somebody who only reads should go over.
func (t *tx) stale() bool {
	return t.state.derived < Derived && t.state.schema <= Schema && t.door.h.both
}

// renew brings the file up to date. The records are read, and everything is
// computed, while others read too; the file is kept from them only while the
// result is written, in one transaction, so that whatever cuts it off leaves the
// file as it was. Where somebody wrote meanwhile, or the file cannot be written,
// nothing happens.
func (s *Store) renew() error {
	var was state
	var pairs []pair
	err := s.session(s.file, mode{}, func(t *tx) error {
		was = t.state
		if !t.stale() {
			return nil
		}
		all, err := t.collectAll()
		pairs = pairsOf(all)
		return err
	})
	if err != nil || pairs == nil {
		return err
	}
	sums := prepare(pairs)
	return s.session(s.file, mode{write: true, grow: len(pairs) * recordBytes}, func(t *tx) error {
		if t.state != was {
			return errUnchanged
		}
		return t.rebuildOf(pairs, sums)
	})
}
