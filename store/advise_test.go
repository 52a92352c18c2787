package store

import (
	"testing"

	"astute/model"
)

// TestReadingAhead has pages at both ends of a file and all over it read ahead,
// singly and with what they run on into, which may be more than there is. Nobody
// is kept from being found by it.
func TestReadingAhead(t *testing.T) {
	for _, contacts := range []int{1, 600} {
		s := filled(t, contacts)
		book, err := s.Book()
		if err != nil {
			t.Fatal(err)
		}
		name := model.All[*model.Contact](book)[0].Name
		if found, err := s.Find(FindQuery{Text: name}); err != nil || len(found) == 0 {
			t.Errorf("%d contacts: %v, %v", contacts, found, err)
		}
		err = s.view(func(x *tx) error {
			p := newPages(x.door.mapped(), x.door.f, x.door.h)
			for _, ids := range [][]uint64{nil, {2}, {p.max - 1}, {p.max - 1, 3, 2, p.max / 2}} {
				for _, each := range []uint64{1, shardPages, p.max} {
					p.ahead(ids, each)
				}
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}
