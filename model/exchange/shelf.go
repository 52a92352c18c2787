package exchange

import "astute/model"

// What a record remembers is worked on as a [memory], of which a large import
// would need as many as it has rows. Mostly nobody asks again what a row left
// there: then it is written into the record at once, and the next row gets the
// same memory to work on.

// recollection is the memory of a record that one row of one source brings, with
// room for most of what it has to hold.
type recollection struct {
	entry  entry
	list   [1]*entry
	hash   [1]uint64
	values [12]pair
}

// shelf makes the memories of new records. The zero value is ready.
type shelf struct {
	free []*recollection
	made slab[recollection]
	last *recollection // what was taken last
	text []byte
}

// take returns an empty memory of a source.
func (s *shelf) take(source string) memory {
	var r *recollection
	if n := len(s.free); n > 0 {
		r, s.free = s.free[n-1], s.free[:n-1]
	} else {
		r = s.made.take()
	}
	r.entry = entry{source: source, hashes: r.hash[:0], values: r.values[:0]}
	r.list[0] = &r.entry
	s.last = r
	return r.list[:]
}

// pack writes what a new draft remembers into its record, and has the memory back
// when it is the one that was taken last. Others than plain values stay at hand.
func (s *shelf) pack(d *draft) {
	if d.before != nil || len(d.mem) != 1 || !d.mem[0].isPlain() {
		return
	}
	s.text = d.mem.appendText(s.text[:0])
	d.rec.Base().Origin = string(s.text)
	if r := s.last; r != nil && d.mem[0] == &r.entry {
		s.free = append(s.free, r)
		s.last = nil
	}
	d.mem, d.at, d.packed = nil, nil, true
}

// isPlain reports whether an entry holds fields and notes only, and no links that
// wait for anything.
func (e *entry) isPlain() bool {
	for i := range e.values {
		if key := e.values[i].key; key == "" || key[0] != '+' && (key[0] < '0' || key[0] > '9') {
			return false
		}
	}
	return e.base == nil
}

// memory returns what the draft remembers, to look at and to change.
func (d *draft) memory() memory {
	if d.packed {
		d.mem, d.packed = readMemory(d.rec.Base().Origin), false
	}
	return d.mem
}

// memoryOf is [draft.memoryOf], which gives a new record its first memory from the
// shelf.
func (im *importer) memoryOf(d *draft, source string) *entry {
	if len(d.memory()) > 0 {
		return d.memoryOf(source)
	}
	d.mem = im.memories.take(source)
	return d.mem[0]
}

// memoryFor returns what a record of the book or the files remembers.
func (im *importer) memoryFor(id model.ID) memory {
	if d := im.drafts[id]; d != nil {
		return d.memory()
	}
	return readMemory(im.book.Get(id).Base().Origin)
}
