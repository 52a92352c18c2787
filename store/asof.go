package store

import (
	"encoding/binary"
	"slices"
	"time"

	"astute/model"
)

// Position returns the place in the journal at a moment: the newest edit that is
// not later, 0 before the first. The clock may have been set back once, so what
// counts is the order of the journal and not each moment by itself: what stands
// before the newest edit that is not later belongs to the past, whatever moment
// it carries.
func (s *Store) Position(at time.Time) (uint64, error) {
	var seq uint64
	err := s.view(func(t *tx) error {
		return t.entriesBack(func(e *entry, _ [][]byte) (bool, error) {
			if e.at.After(at) {
				return true, nil
			}
			seq = e.seq
			return false, nil
		})
	})
	return seq, err
}

// PlanAt returns the plan of an account with the shared records as they stood
// after an edit of the journal: what [Store.Plan] returned at that version of the
// file. It is made by taking back what was done since, of this account alone, and
// nothing is written. An account that was not there then, or that the journal
// does not reach, fails with [ErrNotFound].
//
// What a restored backup replaced is in no journal: a position that lies between
// the backup and its restoring is the book as the backup had it.
func (s *Store) PlanAt(account model.ID, seq uint64) (*model.Plan, error) {
	var plan *model.Plan
	err := s.view(func(t *tx) error {
		if seq > t.state.seq {
			return faultf(ErrNotFound, "the journal ends at entry %d, so there is no entry %d yet: look with astute log", t.state.seq, seq)
		}
		records, err := t.recordsAt(account, seq)
		if err != nil {
			return err
		}
		var ok bool
		if plan, ok = planOf(account, records); !ok {
			return t.notThen(account)
		}
		return nil
	})
	return plan, err
}

// notThen says that an account was not in the book at that point, and since when
// it is.
func (t *tx) notThen(account model.ID) error {
	now, err := t.record(account)
	if err != nil {
		return err
	}
	if now == nil {
		return faultf(ErrNotFound, "the account %s was not in the book then: look with astute log", account)
	}
	return faultf(ErrNotFound, "%s was not in the book then: it is since %s", model.Title(now, nil), now.Base().Created.Time().Format(time.DateOnly))
}

// recordsAt returns the records of an account, and the shared ones, as they stood
// after an entry.
func (t *tx) recordsAt(account model.ID, seq uint64) ([]model.Record, error) {
	r := rewind{account: account, follow: map[model.ID]bool{}}
	if err := r.begin(t); err != nil {
		return nil, err
	}
	if err := r.walk(t, seq); err != nil {
		return nil, err
	}
	// Some records lay here then and lie elsewhere now. They are known by the
	// first pass only; whoever moves contacts from account to account pays for two.
	if len(r.follow) > 0 {
		if err := r.begin(t); err != nil {
			return nil, err
		}
		if err := r.walk(t, seq); err != nil {
			return nil, err
		}
	}
	var list []model.Record
	for _, p := range r.records {
		if !r.here(p.at) {
			continue
		}
		record, err := p.settled()
		if err != nil {
			return nil, err
		}
		list = append(list, record)
	}
	return list, nil
}

// rewind takes the records of one account back through the journal.
type rewind struct {
	account model.ID
	// records are those that lay here after the entry at hand, and those that came
	// here later from elsewhere.
	records map[model.ID]*traced
	// follow are those that lay here once and left: their past leads through
	// other accounts.
	follow map[model.ID]bool
}

// traced is a record on its way back. What its fields were is put into it at the
// end, because listing the fields is what takes time.
type traced struct {
	record model.Record
	at     place
	olds   [][]byte // of the deltas taken back, the newest first
}

// settled returns the record as it was.
func (p *traced) settled() (model.Record, error) {
	head, fields := p.record.Base(), p.record.Fields() // nobody else has it: it was read for this
	if p.record.Kind().Scope() == model.ScopeAccount {
		head.Account = p.at
	}
	for _, old := range p.olds {
		if err := putBack(head, fields, old); err != nil {
			return nil, err
		}
	}
	return p.record, nil
}

// here reports whether what lies in a place is of the plan.
func (r *rewind) here(at place) bool { return at == r.account || at == placeShared }

// begin reads how the records stand now.
func (r *rewind) begin(t *tx) error {
	own, err := t.collectPlace(r.account)
	if err != nil {
		return err
	}
	shared, err := t.collectPlace(placeShared)
	if err != nil {
		return err
	}
	r.records = make(map[model.ID]*traced, len(own)+len(shared))
	keep := func(record model.Record) { r.records[record.Base().ID] = &traced{record: record, at: placeOf(record)} }
	for _, record := range slices.Concat(own, shared) {
		keep(record)
	}
	for id := range r.follow {
		record, err := t.record(id)
		if err != nil {
			return err
		}
		if record != nil {
			keep(record)
		}
	}
	return nil
}

// back takes one delta back.
func (r *rewind) back(d delta) error {
	now := r.records[d.id]
	switch d.verb {
	case Made:
		delete(r.records, d.id)
	case Removed:
		if !r.here(d.at) && !r.follow[d.id] {
			return nil
		}
		if now != nil {
			return corruptf("the journal and record %s disagree", d.id)
		}
		was, err := readRecord(d.at, d.kind, d.id, d.old)
		r.records[d.id] = &traced{record: was, at: d.at}
		return err
	case Changed:
		if now != nil {
			now.at, now.olds = d.at, append(now.olds, d.old)
			return nil
		}
		if r.here(d.at) {
			r.follow[d.id] = true
		}
	}
	return nil
}

// walk takes back the entries after the given one.
func (r *rewind) walk(t *tx, seq uint64) error {
	return t.entriesBack(func(e *entry, parts [][]byte) (bool, error) {
		if e.seq <= seq {
			return false, nil
		}
		return true, t.partsBack(e, parts, r.back)
	})
}

// entriesBack calls fn for each entry from the newest back, with its deltas as
// they are written, until it returns false. It goes through the journal once, so
// that a long one costs its length and no searching.
func (t *tx) entriesBack(fn func(e *entry, parts [][]byte) (bool, error)) error {
	b, err := t.bucket(bucketJournal)
	if b == nil || err != nil {
		return err
	}
	c := b.Cursor()
	next := t.state.last
	var parts [][]byte
	for key, sealed := c.Last(); key != nil && next > 0; key, sealed = c.Prev() {
		if len(key) != 12 || binary.BigEndian.Uint64(key) != next {
			return corruptf("journal entry %d is missing", next)
		}
		value, err := unseal(bucketJournal, key, sealed)
		if err != nil {
			return err
		}
		if binary.BigEndian.Uint32(key[8:]) > 0 {
			parts = append(parts, value)
			continue
		}
		e, err := readEntry(next, value)
		if err != nil {
			return err
		}
		if e.before >= next {
			return corruptf("journal entry %d leads nowhere", next)
		}
		if more, err := fn(e, parts); err != nil || !more {
			return err
		}
		next, parts = e.before, parts[:0]
	}
	if next > 0 {
		return corruptf("journal entry %d is missing", next)
	}
	return nil
}

// partsBack calls fn for the deltas of an entry, as many as it counts. No record
// has two of them, so their order does not matter.
func (t *tx) partsBack(e *entry, parts [][]byte, fn func(delta) error) error {
	count := 0
	for _, part := range parts {
		err := eachDelta(part, func(d delta) error {
			count++
			if !d.kind.Known() && t.state.schema > Schema {
				return nil
			}
			return fn(d)
		})
		if err != nil {
			return err
		}
	}
	if want := e.changed + e.made + e.gone; count != want {
		return corruptf("journal entry %d holds %d changes of %d", e.seq, count, want)
	}
	return nil
}

// planOf makes the plan of an account of its records and the shared ones; false
// when the account is not among them. The zero ID stands for the contacts without
// an account.
func planOf(account model.ID, records []model.Record) (*model.Plan, bool) {
	if account.IsZero() {
		// What stands in for an account is no record of the book.
		return &model.Plan{Account: &model.Account{Name: NoAccount}, Book: model.NewBook(records)}, true
	}
	own := slices.IndexFunc(records, func(r model.Record) bool { return r.Base().ID == account })
	if own < 0 {
		return nil, false
	}
	root, ok := records[own].(*model.Account)
	if !ok {
		return nil, false
	}
	return model.NewPlan(root, slices.Delete(records, own, own+1)), true
}
