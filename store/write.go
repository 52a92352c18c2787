package store

import (
	"slices"

	"astute/model"
)

// pair is one record as it is stored and as it shall be: nil where there is none.
type pair struct {
	before, after model.Record
	body          []byte // of after, when it was made already
}

// record returns the one that is there.
func (p pair) record() model.Record {
	if p.after != nil {
		return p.after
	}
	return p.before
}

// write does what every change of the book needs: the records, their ids, the
// index, the summaries, the account table, the journal. It is the only way in
// which a record gets into the file or out of it. The tops of the undo and redo
// stacks are the caller's.
func (t *tx) write(e *entry, pairs []pair) error {
	if err := t.freshen(); err != nil {
		return err
	}
	if err := t.writeEntry(e, pairs); err != nil {
		return err
	}
	if err := t.writeAccounts(pairs); err != nil {
		return err
	}
	if err := t.writeRecords(pairs); err != nil {
		return err
	}
	if err := t.writeSummaries(pairs); err != nil {
		return err
	}
	t.state.records += uint64(e.made) - uint64(e.gone)
	return t.putState()
}

// writeRecords writes the records, where they lie, and their rows in the index.
func (t *tx) writeRecords(pairs []pair) error {
	places := make([]location, len(pairs))
	for i, p := range pairs {
		places[i] = location{row: noRow, note: noRow}
		if p.before != nil {
			l, ok, err := t.locate(p.before.Base().ID)
			if err != nil {
				return err
			}
			if !ok {
				return corruptf("id %s is missing", p.before.Base().ID)
			}
			places[i] = l
		}
		if p.after != nil {
			places[i].at, places[i].kind = placeOf(p.after), p.after.Kind()
		}
	}
	if err := t.writeRows(pairs, places); err != nil {
		return err
	}
	records, ids := make([]keyed, 0, len(pairs)), make([]keyed, 0, len(pairs))
	for i, p := range pairs {
		r := p.record()
		id := r.Base().ID
		if p.before != nil && (p.after == nil || placeOf(p.before) != placeOf(p.after)) {
			records = append(records, keyed{keyOf(p.before), nil})
		}
		if p.after == nil {
			ids = append(ids, keyed{slices.Clone(id[:]), nil})
			continue
		}
		if p.body == nil {
			p.body = appendBody(nil, p.after)
		}
		records = append(records, keyed{keyOf(p.after), p.body})
		ids = append(ids, keyed{slices.Clone(id[:]), places[i].bytes()})
	}
	if err := t.putAll(bucketRecords, records); err != nil {
		return err
	}
	return t.putAll(bucketIDs, ids)
}
