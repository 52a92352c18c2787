package store

import (
	"bytes"
	"encoding/binary"
	"hash/fnv"
	"os"
	"testing"
)

// What a commit that failed left behind a file is cut off again, and never what a
// commit wrote that is in the file after all, or where that is not sure.
func TestOnlyWhatAFailedCommitLeftIsCutOff(t *testing.T) {
	for name, c := range map[string]struct {
		meta func(t *testing.T, data []byte, older meta) // what became of the two first pages
		cuts bool
	}{
		"longer, and both pages as they were": {func(*testing.T, []byte, meta) {}, true},
		"a commit is in it after all": {func(t *testing.T, data []byte, older meta) {
			page := data[newest(t, data)*int(older.pageSize):]
			other := data[(1-newest(t, data))*int(older.pageSize):]
			copy(other[pageHeader:pageHeader+metaSize], page[pageHeader:pageHeader+metaSize])
			sealMeta(other, older.txid+1)
		}, false},
		"the newer page is torn": {func(t *testing.T, data []byte, older meta) {
			data[newest(t, data)*int(older.pageSize)+pageHeader+50] ^= 0xff
		}, false},
		"the older page is torn": {func(t *testing.T, data []byte, older meta) {
			data[(1-newest(t, data))*int(older.pageSize)+pageHeader+50] ^= 0xff
		}, true},
	} {
		t.Run(name, func(t *testing.T) {
			s := filled(t, 20)
			was, err := os.ReadFile(s.file)
			if err != nil {
				t.Fatal(err)
			}
			d := door{size: int64(len(was)), h: readHeader(bytes.NewReader(was), int64(len(was)))}
			longer := append(bytes.Clone(was), make([]byte, 5<<12)...)
			c.meta(t, longer, d.h.meta)
			if err := os.WriteFile(s.file, longer, 0o600); err != nil {
				t.Fatal(err)
			}
			if d.f, err = os.OpenFile(s.file, os.O_RDWR, 0); err != nil {
				t.Fatal(err)
			}
			defer func() { _ = d.f.Close() }()
			d.cutBack()
			want := longer
			if c.cuts {
				want = longer[:len(was)]
			}
			if is, err := os.ReadFile(s.file); err != nil || !bytes.Equal(is, want) {
				t.Errorf("of %d bytes there are %d, not %d: %v", len(longer), len(is), len(want), err)
			}
		})
	}
}

// newest is which of the two first pages is of the newer commit.
func newest(t *testing.T, data []byte) int {
	t.Helper()
	first, _ := readMeta(bytes.NewReader(data), 0)
	second, _ := readMeta(bytes.NewReader(data), int64(first.pageSize))
	if !first.valid || !second.valid {
		t.Fatal("a page does not read")
	}
	if second.txid > first.txid {
		return 1
	}
	return 0
}

// sealMeta makes a first page that of a commit.
func sealMeta(page []byte, txid uint64) {
	d := page[pageHeader:]
	binary.NativeEndian.PutUint64(d[48:], txid)
	h := fnv.New64a()
	_, _ = h.Write(d[:56])
	binary.NativeEndian.PutUint64(d[56:], h.Sum64())
}
