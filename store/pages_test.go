package store

import (
	"encoding/binary"
	"errors"
	"os"
	"testing"
)

// TestSmallBucketThatLeadsToItself spoils the buckets that lie inside the page of
// another one: as a branch page, where bbolt would go round until the memory is
// gone, and as a leaf of more than there is room for.
func TestSmallBucketThatLeadsToItself(t *testing.T) {
	s := filled(t, 1)
	var places []int64 // of the pages that the buckets keep inside
	err := s.view(func(x *tx) error {
		p := newPages(x.door.mapped(), x.door.f, x.door.h)
		top, err := p.leaves(x.door.h.root, true)
		for _, id := range top {
			pg, _ := p.leaf(id)
			for i := range pg.count {
				if e, err := pg.item(i); err == nil && binary.NativeEndian.Uint64(e.value) == 0 {
					at := binary.NativeEndian.Uint32(pg.data[pageHeader+16*i+4:]) + uint32(len(e.key))
					places = append(places, int64(id*p.size)+int64(pageHeader+16*i)+int64(at)+16)
				}
			}
		}
		return err
	})
	if err != nil || len(places) == 0 {
		t.Fatalf("%d small buckets, %v", len(places), err)
	}
	f, err := os.OpenFile(s.file, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	for _, at := range places {
		var was [2 * pageHeader]byte
		if _, err := f.ReadAt(was[:], at); err != nil {
			t.Fatal(err)
		}
		loop, full := was, was
		binary.NativeEndian.PutUint16(loop[8:], pageBranch)
		binary.NativeEndian.PutUint16(loop[10:], 1)
		clear(loop[pageHeader:])
		binary.NativeEndian.PutUint16(full[10:], 1<<15)
		for _, bad := range [][2 * pageHeader]byte{loop, full} {
			if _, err := f.WriteAt(bad[:], at); err != nil {
				t.Fatal(err)
			}
			cold, _ := Open(s.file, Options{})
			if _, err := cold.Book(); !errors.Is(err, ErrDamaged) {
				t.Errorf("the bucket at %d: %v", at, err)
			}
		}
		if _, err := f.WriteAt(was[:], at); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Book(); err != nil {
		t.Error(err)
	}
}
