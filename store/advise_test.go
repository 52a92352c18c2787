package store

import (
	"testing"

	"astute/model"
	"astute/model/search"
)

// elsewhere is memory of the program's own, as bbolt copies a bucket to that it
// keeps inside the page of another one.
var elsewhere = make([]byte, 2*search.ShardRows)

// TestAdviceOnTheMappingOnly gives advice on what lies in the mapped file and on
// what does not; under the race detector the arithmetic on pointers is checked.
func TestAdviceOnTheMappingOnly(t *testing.T) {
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
			mapped := x.door.mapped()
			ahead := advice{mapped: mapped}
			for _, part := range [][]byte{elsewhere, elsewhere[search.ShardRows:], mapped, mapped[len(mapped)-1:], nil} {
				ahead.willNeed(part)
			}
			ahead.give()
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}
