package store

import (
	"errors"
	"os"
	"testing"
	"unsafe"
)

// A book of so many shards that their checksums are added up on two goroutines
// says of each of them that it is damaged, before it says that nobody is found.
func TestNobodyIsSaidToBeMissingFromADamagedShard(t *testing.T) {
	s := filled(t, 3000)
	var places []int64
	err := s.view(func(x *tx) error {
		shards, err := x.shards(rowIndexes[0])
		begin := uintptr(unsafe.Pointer(unsafe.SliceData(x.door.mapped())))
		for _, shard := range shards {
			places = append(places, int64(uintptr(unsafe.Pointer(unsafe.SliceData(shard)))-begin)+int64(len(shard)/2))
		}
		return err
	})
	if err != nil || 2*len(places) < sumsBeside {
		t.Fatalf("%d shards, %v", len(places), err)
	}
	if found, err := s.Find(FindQuery{Text: "qqzzxx"}); err != nil || len(found) > 0 {
		t.Fatalf("before: %v, %v", found, err)
	}
	f, err := os.OpenFile(s.file, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for i, at := range places {
		var b [1]byte
		if _, err := f.ReadAt(b[:], at); err != nil {
			t.Fatal(err)
		}
		for _, flip := range []byte{1, 0} { // damaged, and as it was
			if _, err := f.WriteAt([]byte{b[0] ^ flip}, at); err != nil {
				t.Fatal(err)
			}
			if _, err := s.Find(FindQuery{Text: "qqzzxx"}); errors.Is(err, ErrDamaged) != (flip == 1) {
				t.Errorf("shard %d of %d, flipped by %d: %v", i, len(places), flip, err)
			}
		}
	}
}
