package store

import (
	"encoding/binary"
	"slices"
	"time"

	"astute/model"
)

// entryMark is what one entry of the journal is known again by. The mark of the first
// entry tells one book from another, and that of the newest one whether a file
// goes on from where it was read last: another copy of the book may lie there.
type entryMark struct {
	seq uint64    // its number; 0 stands for no entry
	at  time.Time // when it was written
	ids []model.ID
}

// mostMarked is how many records of an entry are known again.
const mostMarked = 64

// same reports whether two marks are of one entry. Whoever is forgotten is taken
// out of the entries too, so that one record in common is enough, and an entry
// that is left without any is told by its time.
func (m entryMark) same(other entryMark) bool {
	if m.seq != other.seq || !m.at.Equal(other.at) {
		return false
	}
	return len(m.ids) == 0 || len(other.ids) == 0 ||
		slices.ContainsFunc(m.ids, func(id model.ID) bool { return slices.Contains(other.ids, id) })
}

// marks returns the marks of the journal's first entry and of the entry with a
// number; of those that are not there they are without a number.
func (t *tx) marks(seq uint64) (first, at entryMark, err error) {
	b, err := t.bucket(bucketJournal)
	if b == nil || err != nil {
		return first, at, err
	}
	key, _ := b.Cursor().First()
	if len(key) != len(journalKey(0, 0)) {
		return first, at, nil // nothing was written yet
	}
	if first, err = t.mark(binary.BigEndian.Uint64(key)); err == nil {
		at, err = t.mark(seq)
	}
	return first, at, err
}

// mark returns the mark of an entry, none when there is no such entry.
func (t *tx) mark(seq uint64) (entryMark, error) {
	raw, err := t.get(bucketJournal, journalKey(seq, 0))
	if raw == nil || err != nil {
		return entryMark{}, err
	}
	e, err := readEntry(seq, raw)
	if err != nil {
		return entryMark{}, err
	}
	m := entryMark{seq: seq, at: e.at}
	part, err := t.get(bucketJournal, journalKey(seq, 1)) // has more than enough of them
	if err != nil {
		return entryMark{}, err
	}
	return m, eachDelta(part, func(d delta) error {
		if len(m.ids) < mostMarked {
			m.ids = append(m.ids, d.id)
		}
		return nil
	})
}
