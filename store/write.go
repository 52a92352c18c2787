package store

import (
	"astute/model"
	"astute/model/search"
)

// pair is one record as it is stored and as it shall be: nil where there is none.
type pair struct {
	before, after model.Record
	stamp         stamp // of an edit; none where records are written as they were
	made          *made // what follows from after; see prepare
}

// made is what is written of a record, and what is checked before. Each list is
// made in one pass through the record's fields, which is what a large edit
// spends its time on.
type made struct {
	invalid error // what keeps the record from being saved
	links   []linkTo
	body    []byte
	rows    [2]search.Row // by index; without a kind where the record has no row
}

// linkTo is one link of a record.
type linkTo struct {
	field string
	num   int
	kinds []model.Kind // that it may lead to; nil for any
	id    model.ID
}

// isLarge says of how many records on it pays to work on two at once.
func isLarge(records int) bool { return records >= 2000 }

// beside has what is pure computed beside the writing, which is for one alone, and
// returns how to wait for it, which goes on with its panic. Of a small edit it is
// computed at once. Whoever calls it defers the wait as well: what fails meanwhile
// must not leave the records to be read by nobody knows whom.
func beside[T any](records int, compute func() T) (wait func() T) {
	if !isLarge(records) {
		value := compute()
		return func() T { return value }
	}
	var value T
	var fault any
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() { fault = recover() }()
		value = compute()
	}()
	return func() T {
		if <-done; fault != nil {
			panic(fault)
		}
		return value
	}
}

// prepare computes what follows from the records as they shall be, and by how much
// they change the summaries. It is pure, and of a large edit each half is done
// beside the other.
func prepare(pairs []pair) differences {
	work := func(part []pair) differences {
		var bench model.Bench
		sums := summing{of: differences{}}
		var all []made // many at a time
		bodies := arena{size: min(arenaSize, 256*len(part))}
		for i := range part {
			p := &part[i]
			if p.before != nil {
				sums.subtract(p.before)
			}
			if p.after != nil {
				r, fields := bench.Lay(p.after)
				if p.before == nil && p.stamp != (stamp{}) {
					p.stamp.put(nil, r)
				}
				if len(all) == 0 {
					all = make([]made, min(len(part)-i, 256))
				}
				p.made, all = &all[0], all[1:]
				p.made.fill(r, fields)
				p.made.body = bodies.keep(appendStored(bodies.scratch[:0], r, fields))
				sums.add(r, fields)
			}
		}
		return sums.of
	}
	if !isLarge(len(pairs)) {
		return work(pairs)
	}
	var halves [2]differences
	model.InParts(len(pairs), len(halves), func(half, from, to int) { halves[half] = work(pairs[from:to]) })
	return halves[0].with(halves[1])
}

// fill makes all of it but the body from a record and its fields.
func (m *made) fill(r model.Record, fields []model.Field) {
	m.invalid, m.links = sound(r, fields), linksFrom(fields)
	for i, x := range rowIndexes {
		if row, ok := x.row(r, fields); ok {
			m.rows[i] = row
		}
	}
}

func linksFrom(fields []model.Field) []linkTo {
	var list []linkTo
	for i := range fields {
		f := &fields[i]
		for _, id := range f.Links() {
			list = append(list, linkTo{f.Name, f.Num, f.Kinds, id})
		}
	}
	return list
}

// arena holds many bodies beside each other.
type arena struct {
	size    int    // how many bytes are asked for at a time
	scratch []byte // where the next is made
	left    []byte
}

// keep copies a body that was made in scratch, with room for its checksum behind
// it.
func (a *arena) keep(body []byte) []byte {
	a.scratch = body
	size := len(body) + sealLen
	if size > len(a.left) {
		a.left = make([]byte, max(size, a.size))
	}
	kept := append(a.left[:0:size], body...)
	a.left = a.left[size:]
	return kept
}

// arenaSize is the size for large edits.
const arenaSize = 64 << 10

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
// stacks are the caller's, and so is preparing the pairs.
func (t *tx) write(e *entry, pairs []pair, sums differences) error {
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
	if err := t.writeSummaries(sums); err != nil {
		return err
	}
	t.state.records += uint64(e.made) - uint64(e.gone)
	return t.putState()
}

// writeRecords writes the records, where they lie, and their rows in the index.
func (t *tx) writeRecords(pairs []pair) error {
	places := make([]location, len(pairs))
	stood := make([]location, len(pairs))
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
			places[i], stood[i] = l, l
		}
		if p.after != nil {
			places[i].at, places[i].kind = placeOf(p.after), p.after.Kind()
		}
	}
	records := beside(len(pairs), func() []keyed { return recordsOf(pairs) })
	defer records()
	shards, err := t.fillSlots(pairs, places)
	if err != nil {
		return err
	}
	ready := records()
	ids := beside(len(pairs), func() []keyed { return idsOf(pairs, places, stood) })
	defer ids()
	if err := t.putSealed(bucketRecords, ready); err != nil {
		return err
	}
	found := ids()
	built := beside(len(pairs), shards.build)
	defer built()
	if err := t.putSealed(bucketIDs, found); err != nil {
		return err
	}
	return t.putShards(built())
}

// recordsOf are the records of the pairs on their way into their bucket.
func recordsOf(pairs []pair) []keyed {
	records := make([]keyed, 0, len(pairs))
	room := make([]byte, 0, len(pairs)*recordKeyLen) // for the keys, all at once
	for i := range pairs {
		p := &pairs[i]
		if p.before != nil && (p.after == nil || placeOf(p.before) != placeOf(p.after)) {
			records = append(records, keyed{keyOf(p.before), nil})
		}
		if p.after != nil {
			at := len(room)
			room = appendRecordKey(room, placeOf(p.after), p.after.Kind(), p.after.Base().ID)
			records = append(records, keyed{room[at:len(room):len(room)], p.made.body})
		}
	}
	return sealed(records)
}

// idsOf says where the records of the pairs lie, on its way into the bucket of ids.
func idsOf(pairs []pair, places, stood []location) []keyed {
	ids := make([]keyed, 0, len(pairs))
	room := make([]byte, 0, len(pairs)*(locationLen+sealLen))
	for i := range pairs {
		p := &pairs[i]
		id := &p.record().Base().ID
		switch {
		case p.after == nil:
			ids = append(ids, keyed{id[:], nil})
		case places[i] != stood[i]:
			at := len(room)
			room = places[i].append(room)
			end := len(room) + sealLen
			ids = append(ids, keyed{id[:], room[at:len(room):end]})
			room = room[:end]
		}
	}
	return sealed(ids)
}
