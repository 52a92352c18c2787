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

// fresh returns an empty record.
func (im *importer) fresh(kind model.Kind, id model.ID) model.Record {
	if kind != model.KindContact {
		return model.New(kind, id)
	}
	c := im.contacts.take()
	c.ID = id
	return c
}
