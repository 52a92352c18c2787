package exchange

import "astute/model"

// slab makes values many at a time: asking memory for each is a good part of what
// a large import spends its time on. The zero value is ready.
type slab[T any] struct{ left []T }

// slabSize is how many values are made at a time.
const slabSize = 64

// take returns a new value.
func (s *slab[T]) take() *T {
	if len(s.left) == 0 {
		s.left = make([]T, slabSize)
	}
	v := &s.left[0]
	s.left = s.left[1:]
	return v
}

// recollection is the memory of a record that one row of one source brings, with
// room for most of what it has to hold.
type recollection struct {
	entry  entry
	list   [1]*entry
	hash   [1]uint64
	values [12]pair
}

// fresh returns an empty record.
func (im *importer) fresh(kind model.Kind, id model.ID) model.Record {
	if kind != model.KindContact {
		return model.New(kind, id)
	}
	c := im.contacts.take()
	c.ID = id
	return c
}

// memoryOf is [draft.memoryOf], which makes a new record's first memory with many
// others.
func (im *importer) memoryOf(d *draft, source string) *entry {
	if len(d.mem) > 0 {
		return d.memoryOf(source)
	}
	r := im.memories.take()
	r.entry = entry{source: source, hashes: r.hash[:0], values: r.values[:0]}
	r.list[0] = &r.entry
	d.mem = r.list[:]
	return &r.entry
}
