package store

import (
	"bytes"
	"encoding/binary"
	"slices"

	"astute/model"
	"astute/model/search"
)

// The look-up reads two indexes, one of names and one of long texts. Each is a
// row of shards; a record's entry among the ids says which slot is its own. New
// rows take the next slot after the last. A removed row leaves its slot empty,
// and when more than half are, the whole index is built again.

// rowIndex is one of the two: its shards, the counters of its slots in the
// state, and where a location keeps the slot.
type rowIndex struct {
	bucket []byte
	rows   uint64 // how many slots a shard has; an edit writes the shards it changes whole
	used   func(*state) *uint64
	dead   func(*state) *uint64
	slot   func(*location) *uint32
	row    func(model.Record, []model.Field) (search.Row, bool)
}

var rowIndexes = []rowIndex{
	{
		bucket: bucketIndex,
		rows:   search.ShardRows,
		used:   func(st *state) *uint64 { return &st.rows },
		dead:   func(st *state) *uint64 { return &st.dead },
		slot:   func(l *location) *uint32 { return &l.row },
		row:    func(r model.Record, fields []model.Field) (search.Row, bool) { return search.RowFrom(r, fields, nil) },
	},
	{
		bucket: bucketNotes,
		rows:   search.ShardRows / 4, // they are long, and seldom looked at
		used:   func(st *state) *uint64 { return &st.notes },
		dead:   func(st *state) *uint64 { return &st.deadN },
		slot:   func(l *location) *uint32 { return &l.note },
		row: func(r model.Record, fields []model.Field) (search.Row, bool) {
			text := search.NoteFrom(r, fields)
			return search.Row{ID: r.Base().ID, Kind: r.Kind(), Name: text}, text != ""
		},
	},
}

// rowFor returns a record's row with the number of its account.
func (x rowIndex) rowFor(r model.Record, numbers map[place]uint32) (search.Row, bool) {
	if r == nil {
		return search.Row{}, false
	}
	row, ok := x.row(r, r.Fields())
	if !ok {
		return search.Row{}, false
	}
	row.Account = numbers[placeOf(r)]
	return row, true
}

// rowAfter is rowFor of a record that was prepared, for the index numbered n; nil
// where it has no row.
func (p *pair) rowAfter(n int, number uint32) *search.Row {
	if p.after == nil || p.made.rows[n].Kind == 0 {
		return nil
	}
	row := &p.made.rows[n]
	row.Account = number
	return row
}

// fillSlots says which rows change in which slots of both indexes, and sets the
// slots in places, which goes with pairs.
func (t *tx) fillSlots(pairs []pair, places []location) (shardChanges, error) {
	numbers, err := t.numbersFor(pairs)
	if err != nil {
		return nil, err
	}
	var all shardChanges
	for n, x := range rowIndexes {
		changes := map[uint64]*[]slotRow{} // by shard
		var list *[]slotRow                // of the shard that was last
		last := ^uint64(0)
		var at place
		var number uint32 // of the account there
		for i := range pairs {
			p := &pairs[i]
			was, had := x.rowFor(p.before, numbers)
			if p.after != nil {
				if now := placeOf(p.after); now != at {
					at, number = now, numbers[now]
				}
			}
			now := p.rowAfter(n, number)
			slot := x.slot(&places[i])
			if !had && now == nil || had && now != nil && was == *now {
				continue
			}
			switch {
			case now == nil:
				*x.dead(&t.state)++
			case !had:
				*slot = uint32(*x.used(&t.state))
				*x.used(&t.state)++
			}
			if shard := uint64(*slot) / x.rows; shard != last {
				if last, list = shard, changes[shard]; list == nil {
					list = new([]slotRow)
					changes[shard] = list
				}
			}
			*list = append(*list, slotRow{int(uint64(*slot) % x.rows), now})
			if now == nil {
				*slot = noRow
			}
		}
		for number, list := range changes {
			c := shardChange{bucket: x.bucket, key: binary.BigEndian.AppendUint64(nil, number), rows: *list}
			raw, err := t.get(x.bucket, c.key)
			if err != nil {
				return nil, err
			}
			c.was, c.fresh = raw, raw == nil
			if isLarge(len(pairs)) {
				// It leaves the mapped file here, because it is built beside, where
				// nobody would turn a fault into an error.
				c.was = slices.Clone(c.was)
			}
			all = append(all, c)
		}
	}
	return all, nil
}

// slotRow is a row on its way into a slot; nil empties it.
type slotRow struct {
	slot int
	row  *search.Row
}

// shardChange is what changes in one shard.
type shardChange struct {
	bucket, key []byte
	was         search.Shard
	fresh       bool // it is not there yet
	rows        []slotRow
}

type shardChanges []shardChange

// build returns the shards as they shall be, in the same order.
func (list shardChanges) build() (built []keyedIn) {
	for _, c := range list {
		built = append(built, keyedIn{c.bucket, keyed{c.key, changeShard(c.was, c.rows)}})
		if c.fresh {
			built = append(built, keyedIn{c.bucket, keyed{spacer(c.key), []byte{}}})
		}
	}
	return built
}

// keyedIn is a value on its way into one of several buckets.
type keyedIn struct {
	bucket []byte
	keyed
}

func (t *tx) putShards(list []keyedIn) error {
	for _, x := range rowIndexes {
		var writes []keyed
		for _, w := range list {
			if bytes.Equal(w.bucket, x.bucket) {
				writes = append(writes, w.keyed)
			}
		}
		if err := t.putAll(x.bucket, writes); err != nil {
			return err
		}
	}
	return nil
}

// spacer returns the key of an empty value that follows a shard. bbolt keeps two
// keys or more on a page, and writes the page anew when one of them changes; with
// every second one empty that is one shard and not two.
func spacer(key []byte) []byte { return append(key[:8:8], 0) }

func isSpacer(key []byte) bool { return len(key) == 9 }

// changeShard returns the shard with rows changed: one by one, or, when there
// are many, by taking it apart once.
func changeShard(s search.Shard, list []slotRow) search.Shard {
	if len(list) <= 4 {
		for _, c := range list {
			if c.row == nil {
				s = s.Clear(c.slot)
			} else {
				s = s.Put(c.slot, *c.row)
			}
		}
		return s
	}
	rows := make([]search.Row, search.ShardRows)
	last := 0
	if len(s) > 0 {
		for i := range rows {
			if row, ok := s.At(i); ok {
				rows[i], last = row, i
			}
		}
	}
	for _, c := range list {
		rows[c.slot] = search.Row{}
		if c.row != nil {
			rows[c.slot] = *c.row
		}
		last = max(last, c.slot)
	}
	return search.Build(rows[:last+1])[0]
}

// freshen builds what is derived again when another version computed it, or
// when too many slots of an index are empty.
func (t *tx) freshen() error {
	stale := t.state.derived != Derived
	for _, x := range rowIndexes {
		dead, used := *x.dead(&t.state), *x.used(&t.state)
		stale = stale || dead > search.ShardRows && dead > used/2
	}
	if !stale {
		return nil
	}
	return t.rebuild()
}

// rebuild computes everything that is derived from the records again.
func (t *tx) rebuild() error {
	all, err := t.collect(nil)
	if err != nil {
		return err
	}
	pairs := pairsOf(all)
	return t.rebuildOf(pairs, prepare(pairs))
}

// pairsOf are records as they come into an empty book.
func pairsOf(all []model.Record) []pair {
	pairs := make([]pair, len(all))
	for i, r := range all {
		pairs[i] = pair{after: r}
	}
	return pairs
}

// rebuildOf writes everything that is derived from the records, which are all of
// the file and were prepared.
func (t *tx) rebuildOf(pairs []pair, sums differences) error {
	for _, name := range [][]byte{bucketIDs, bucketSummaries, bucketAccounts, bucketIndex, bucketNotes} {
		if t.b.Bucket(name) != nil {
			if err := t.b.DeleteBucket(name); err != nil {
				return err
			}
		}
		if _, err := t.b.CreateBucket(name); err != nil {
			return err
		}
	}
	st := &t.state
	st.derived, st.rows, st.dead, st.notes, st.deadN, st.numbers, st.accounts = Derived, 0, 0, 0, 0, 0, 0
	st.records = uint64(len(pairs))
	places := make([]location, len(pairs))
	ids := make([]keyed, len(pairs))
	for i, p := range pairs {
		places[i] = location{at: placeOf(p.after), kind: p.after.Kind(), row: noRow, note: noRow}
	}
	if err := t.writeAccounts(pairs); err != nil {
		return err
	}
	shards, err := t.fillSlots(pairs, places)
	if err != nil {
		return err
	}
	built := beside(len(pairs), shards.build)
	defer built()
	for i, p := range pairs {
		id := p.after.Base().ID
		ids[i] = keyed{slices.Clone(id[:]), places[i].bytes()}
	}
	if err := t.putAll(bucketIDs, ids); err != nil {
		return err
	}
	if err := t.putShards(built()); err != nil {
		return err
	}
	if err := t.writeSummaries(sums); err != nil {
		return err
	}
	return t.putState()
}
