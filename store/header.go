package store

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"io"
)

// What bbolt writes at the beginning of a file: two pages, each with the root
// of one of the last two commits. bbolt itself opens a file when either reads,
// never asks whether the rest is there, and so goes back a commit in silence.
const (
	pageHeader  = 16         // bytes before what a page holds
	metaSize    = 64         // bytes of a meta page that count
	metaMagic   = 0xED0CDAED // marks a bbolt file
	metaVersion = 2          // of bbolt's own layout
	noFreelist  = ^uint64(0) // written by bbolt when the list is not kept
)

// meta is what one meta page says.
type meta struct {
	valid    bool
	version  uint32
	pageSize uint32
	root     uint64 // page of the bucket of buckets
	freelist uint64
	limit    uint64 // pages in use lie below
	txid     uint64
}

// readMeta reads the meta page at an offset. A page that does not read is not
// valid, and magic says whether it was ever one.
func readMeta(f io.ReaderAt, offset int64) (m meta, magic bool) {
	var b [pageHeader + metaSize]byte
	if n, _ := f.ReadAt(b[:], offset); n < len(b) {
		return m, false
	}
	d, order := b[pageHeader:], binary.NativeEndian
	m = meta{
		version: order.Uint32(d[4:]), pageSize: order.Uint32(d[8:]),
		root: order.Uint64(d[16:]), freelist: order.Uint64(d[32:]), limit: order.Uint64(d[40:]), txid: order.Uint64(d[48:]),
	}
	h := fnv.New64a()
	_, _ = h.Write(d[:56])
	magic = order.Uint32(d) == metaMagic
	m.valid = magic && h.Sum64() == order.Uint64(d[56:]) &&
		m.pageSize >= 512 && m.pageSize&(m.pageSize-1) == 0 && m.limit >= 4 && m.limit < 1<<40
	return m, magic
}

// header is what both meta pages say.
type header struct {
	meta        // the newer valid one
	both   bool // whether the other is valid too
	magic  bool // whether either was ever a meta page
	spoilt string
}

// readHeader reads the beginning of a file. spoilt says what keeps it from
// being used, "" when nothing does.
func readHeader(f io.ReaderAt, size int64) header {
	first, magic0 := readMeta(f, 0)
	var second meta
	var magic1 bool
	if first.valid {
		second, magic1 = readMeta(f, int64(first.pageSize))
	}
	// Without the first page the size of a page is not known.
	for pageSize := int64(512); !first.valid && !second.valid && pageSize <= 1<<16; pageSize *= 2 {
		m, magic := readMeta(f, pageSize)
		magic1 = magic1 || magic
		if m.valid && int64(m.pageSize) == pageSize {
			second = m
		}
	}
	h := header{meta: first, both: first.valid && second.valid, magic: magic0 || magic1}
	if !first.valid || second.valid && second.txid > first.txid {
		h.meta = second
	}
	switch need := h.limit * uint64(h.pageSize); {
	case !h.valid:
		h.spoilt = "neither of its two first pages reads"
	case h.both && first.pageSize != second.pageSize:
		h.spoilt = "its two first pages contradict each other"
	case uint64(size) < need:
		h.spoilt = fmt.Sprintf("it was cut off: %d bytes of at least %d are left", size, need)
	case h.root < 2 || h.root >= h.limit:
		h.spoilt = "its first page leads outside the file"
	}
	return h
}
