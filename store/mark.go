package store

import (
	"encoding/binary"
	"slices"
	"time"

	"astute/model"
)

// Mark is what one entry of the journal is known again by. The mark of the first
// entry tells one book from another, and that of the newest one whether a file
// goes on from where it was read last: another copy of the book may lie there.
type Mark struct {
	Seq uint64    // its number; 0 stands for no entry
	At  time.Time // when it was written
	ids []model.ID
}

// mostMarked is how many records of an entry are known again.
const mostMarked = 64

// Same reports whether two marks are of one entry. Whoever is forgotten is taken
// out of the entries too, so that one record in common is enough, and an entry
// that is left without any is told by its time.
func (m Mark) Same(other Mark) bool {
	if m.Seq != other.Seq || !m.At.Equal(other.At) {
		return false
	}
	return len(m.ids) == 0 || len(other.ids) == 0 ||
		slices.ContainsFunc(m.ids, func(id model.ID) bool { return slices.Contains(other.ids, id) })
}

// Marks returns the marks of the journal's first entry and of the entry with a
// number; of those that are not there they are without a number.
func (s *Store) Marks(seq uint64) (first, at Mark, err error) {
	err = s.view(func(t *tx) error {
		b, err := t.bucket(bucketJournal)
		if b == nil || err != nil {
			return err
		}
		key, _ := b.Cursor().First()
		if len(key) != len(journalKey(0, 0)) {
			return nil // nothing was written yet
		}
		if first, err = t.mark(binary.BigEndian.Uint64(key)); err == nil {
			at, err = t.mark(seq)
		}
		return err
	})
	return first, at, err
}

// mark returns the mark of an entry, none when there is no such entry.
func (t *tx) mark(seq uint64) (Mark, error) {
	raw, err := t.get(bucketJournal, journalKey(seq, 0))
	if raw == nil || err != nil {
		return Mark{}, err
	}
	e, err := readEntry(seq, raw)
	if err != nil {
		return Mark{}, err
	}
	m := Mark{Seq: seq, At: e.at}
	part, err := t.get(bucketJournal, journalKey(seq, 1)) // has more than enough of them
	if err != nil {
		return Mark{}, err
	}
	return m, eachDelta(part, func(d delta) error {
		if len(m.ids) < mostMarked {
			m.ids = append(m.ids, d.id)
		}
		return nil
	})
}
