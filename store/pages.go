package store

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"sync"
)

// The pages of a bbolt file form trees. bbolt follows whatever a page says: a
// page that leads back to itself makes it run until the process dies, which
// nothing can catch. So before a file is used the shape of its trees is looked
// at here, branch pages only, which are few; doctor looks at all of them.

// The flags of a page, and of an entry that is a bucket.
const (
	pageBranch   = 0x01
	pageLeaf     = 0x02
	pageFreelist = 0x10
	entryBucket  = 0x01
)

// page is one page with those it runs on into.
type page struct {
	id    uint64
	flags uint16
	count int
	more  uint64 // how many pages it runs on into
	data  []byte
}

// pages are the pages of a mapped file, with a mark on those that were met.
type pages struct {
	data []byte
	size uint64
	max  uint64
	seen []uint64 // a bit for each page
	full bool     // also claim what pages run on into
	file *os.File // to read ahead from
}

func newPages(data []byte, file *os.File, h header) *pages {
	return &pages{data: data, file: file, size: uint64(h.pageSize), max: h.limit, seen: make([]uint64, h.limit/64+1)}
}

// claim marks a page as belonging to one place; a second one is damage.
func (p *pages) claim(id uint64) error {
	if id < 2 || id >= p.max {
		return corruptf("page %d does not exist", id)
	}
	if p.seen[id/64]&(1<<(id%64)) != 0 {
		return corruptf("page %d is used twice", id)
	}
	p.seen[id/64] |= 1 << (id % 64)
	return nil
}

// page returns a page that was claimed.
func (p *pages) page(id uint64) (page, error) {
	d, order := p.data[id*p.size:], binary.NativeEndian
	pg := page{id: order.Uint64(d), flags: order.Uint16(d[8:]), count: int(order.Uint16(d[10:])), more: uint64(order.Uint32(d[12:]))}
	if pg.id != id {
		return page{}, corruptf("page %d holds something else", id)
	}
	if id+pg.more >= p.max {
		return page{}, corruptf("page %d runs on beyond the end", id)
	}
	pg.data = d[:(pg.more+1)*p.size]
	return pg, nil
}

// item is one entry of a branch or leaf page.
type item struct {
	key   []byte
	value []byte // of a leaf
	child uint64 // of a branch
	flags uint32 // of a leaf
}

func (pg page) item(i int) (item, error) {
	at, order := pageHeader+16*i, binary.NativeEndian
	if at+16 > len(pg.data) {
		return item{}, corruptf("page %d holds more than fits", pg.id)
	}
	d := pg.data[at:]
	if pg.flags == pageBranch {
		pos, keys := uint64(order.Uint32(d)), uint64(order.Uint32(d[4:]))
		if pos+keys > uint64(len(d)) {
			return item{}, corruptf("page %d holds more than fits", pg.id)
		}
		return item{key: d[pos : pos+keys], child: order.Uint64(d[8:])}, nil
	}
	pos, keys, values := uint64(order.Uint32(d[4:])), uint64(order.Uint32(d[8:])), uint64(order.Uint32(d[12:]))
	if pos+keys+values > uint64(len(d)) {
		return item{}, corruptf("page %d holds more than fits", pg.id)
	}
	return item{key: d[pos : pos+keys], value: d[pos+keys : pos+keys+values], flags: order.Uint32(d)}, nil
}

// children claims the pages that a branch page leads to and, where somebody will
// go on from them, adds them to a list. Of the leaves there are tens of thousands
// in a large book, and a list of them is most of what opening it would cost.
func (p *pages) children(list []uint64, id uint64, listed bool) ([]uint64, error) {
	pg, err := p.page(id)
	if err != nil {
		return nil, err
	}
	if pg.flags != pageBranch || pg.count == 0 || pageHeader+16*pg.count > len(pg.data) {
		return nil, corruptf("page %d is not what its tree says", id)
	}
	if err := p.claimMore(pg); err != nil {
		return nil, err
	}
	for at := pageHeader + 8; at < pageHeader+16*pg.count; at += 16 {
		child := binary.NativeEndian.Uint64(pg.data[at:])
		if err := p.claim(child); err != nil {
			return nil, err
		}
		if listed {
			list = append(list, child)
		}
	}
	return list, nil
}

// leaves looks at the branch pages of one tree and, when they are to be listed,
// returns its leaf pages. All leaves of a tree lie equally deep, so only the first
// of each level is asked what it is.
func (p *pages) leaves(root uint64, listed bool) ([]uint64, error) {
	if err := p.claim(root); err != nil {
		return nil, err
	}
	level := []uint64{root}
	for first := root; ; {
		pg, err := p.page(first)
		if err != nil {
			return nil, err
		}
		if pg.flags == pageLeaf {
			return level, nil
		}
		var below []uint64
		if below, err = p.children(nil, first, true); err != nil {
			return nil, err
		}
		next, err := p.page(below[0])
		if err != nil {
			return nil, err
		}
		going := listed || next.flags != pageLeaf
		for _, id := range level[1:] {
			if below, err = p.children(below, id, going); err != nil {
				return nil, err
			}
		}
		if level, first = below, below[0]; next.flags == pageBranch {
			p.ahead(level, 1)
		}
	}
}

// buckets returns the root pages of the buckets that have pages of their own.
func (p *pages) buckets(root uint64) ([]uint64, error) {
	top, err := p.leaves(root, true)
	if err != nil {
		return nil, err
	}
	var roots []uint64
	for _, id := range top {
		pg, err := p.leaf(id)
		if err != nil {
			return nil, err
		}
		for i := range pg.count {
			e, err := pg.item(i)
			if err != nil {
				return nil, err
			}
			if e.flags&entryBucket == 0 {
				continue
			}
			if len(e.value) < 16 {
				return nil, corruptf("a bucket's entry has %d bytes", len(e.value))
			}
			if root := binary.NativeEndian.Uint64(e.value); root != 0 {
				roots = append(roots, root)
			} else if err := inside(e.value[16:]); err != nil {
				return nil, err
			}
		}
	}
	return roots, nil
}

// inside looks at a small bucket's only page, which lies in the page of another
// one. A branch there would lead bbolt back to it, again and again.
func inside(d []byte) error {
	if len(d) < pageHeader {
		return corruptf("a small bucket has %d bytes", len(d))
	}
	pg := page{flags: binary.NativeEndian.Uint16(d[8:]), count: int(binary.NativeEndian.Uint16(d[10:])), data: d}
	if pg.flags != pageLeaf {
		return corruptf("a small bucket is not what its tree says")
	}
	for i := range pg.count {
		if _, err := pg.item(i); err != nil {
			return err
		}
	}
	return nil
}

// free reads the list of free pages and claims each, so that none is in use.
func (p *pages) free(at uint64) error {
	if at == noFreelist {
		return nil
	}
	if err := p.claim(at); err != nil {
		return err
	}
	pg, err := p.page(at)
	if err != nil {
		return err
	}
	if err := p.claimMore(pg); err != nil {
		return err
	}
	ids, count, err := pg.free()
	if err != nil {
		return err
	}
	for i := range count {
		if err := p.claim(binary.NativeEndian.Uint64(ids[8*i:])); err != nil {
			return err
		}
	}
	return nil
}

// free returns the list that a page holds and how long it is.
func (pg page) free() (ids []byte, count uint64, err error) {
	if pg.flags != pageFreelist {
		return nil, 0, corruptf("page %d is not the list of free pages", pg.id)
	}
	ids, count = pg.data[pageHeader:], uint64(pg.count)
	if count == 0xFFFF {
		count, ids = binary.NativeEndian.Uint64(ids), ids[8:]
	}
	if count > uint64(len(ids)/8) {
		return nil, 0, corruptf("the list of free pages is longer than its page")
	}
	return ids, count, nil
}

// checkFreelist looks at the list of free pages before bbolt reads it, which it
// does while opening a file for writing: it would make room for as many as the
// page says, and a wrong number could ask for more memory than there is.
func checkFreelist(f io.ReaderAt, h header) error {
	if h.freelist == noFreelist {
		return nil
	}
	var head [pageHeader]byte
	at := int64(h.freelist) * int64(h.pageSize)
	if _, err := f.ReadAt(head[:], at); err != nil || h.freelist >= h.limit {
		return corruptf("the list of free pages does not read: %v", err)
	}
	more := uint64(binary.NativeEndian.Uint32(head[12:]))
	if h.freelist+more >= h.limit {
		return corruptf("page %d runs on beyond the end", h.freelist)
	}
	data := make([]byte, (more+1)*uint64(h.pageSize))
	if _, err := f.ReadAt(data, at); err != nil {
		return corruptf("the list of free pages does not read: %v", err)
	}
	order := binary.NativeEndian
	_, _, err := page{id: h.freelist, flags: order.Uint16(data[8:]), count: int(order.Uint16(data[10:])), data: data}.free()
	return err
}

// quickCheck looks at the shape of all trees without touching their leaves, and
// that no page of them is on the list of free ones.
func quickCheck(data []byte, file *os.File, h header) error {
	p := newPages(data, file, h)
	roots, err := p.buckets(h.root)
	if err != nil {
		return err
	}
	for _, root := range roots {
		if _, err := p.leaves(root, false); err != nil {
			return err
		}
	}
	return p.free(h.freelist)
}

// fullCheck looks at every page: that each is used once or free, that entries
// fit and that keys ascend through each tree.
func fullCheck(data []byte, file *os.File, h header) error {
	p := newPages(data, file, h)
	p.full = true
	roots, err := p.buckets(h.root)
	if err != nil {
		return err
	}
	for _, root := range roots {
		leaves, err := p.leaves(root, true)
		if err != nil {
			return err
		}
		var last []byte
		for _, id := range leaves {
			if last, err = p.ascending(id, last); err != nil {
				return err
			}
		}
	}
	if err := p.free(h.freelist); err != nil {
		return err
	}
	for id := uint64(2); id < p.max; id++ {
		if p.seen[id/64]&(1<<(id%64)) == 0 {
			return corruptf("page %d is neither used nor free", id)
		}
	}
	return nil
}

// claimMore claims what a page runs on into, when every page is looked at.
func (p *pages) claimMore(pg page) error {
	if !p.full {
		return nil
	}
	for i := uint64(1); i <= pg.more; i++ {
		if err := p.claim(pg.id + i); err != nil {
			return err
		}
	}
	return nil
}

// leaf returns a page that must be a leaf, and claims the pages it runs on into.
func (p *pages) leaf(id uint64) (page, error) {
	pg, err := p.page(id)
	if err != nil {
		return page{}, err
	}
	if pg.flags != pageLeaf {
		return page{}, corruptf("page %d is not what its tree says", id)
	}
	return pg, p.claimMore(pg)
}

// ascending checks that a leaf's keys go on from last, and returns its own last.
func (p *pages) ascending(id uint64, last []byte) ([]byte, error) {
	pg, err := p.leaf(id)
	if err != nil {
		return nil, err
	}
	for i := range pg.count {
		e, err := pg.item(i)
		if err != nil {
			return nil, err
		}
		if last != nil && bytes.Compare(e.key, last) <= 0 {
			return nil, corruptf("page %d is out of order", id)
		}
		last = append(last[:0:0], e.key...)
	}
	return last, nil
}

// treeCache remembers the commit whose trees were looked at last, because a
// commit of ours leaves a sound file sound.
type treeCache struct {
	mu   sync.Mutex
	file fileID
	txid uint64
}

// ensure looks at the trees of a file unless it did for the same commit.
func (c *treeCache) ensure(data []byte, f *os.File, file fileID, h header) error {
	c.mu.Lock()
	known := c.file == file && c.txid == h.txid && file != fileID{}
	c.mu.Unlock()
	if known {
		return nil
	}
	if err := quickCheck(data, f, h); err != nil {
		return err
	}
	c.remember(file, h.txid)
	return nil
}

func (c *treeCache) remember(file fileID, txid uint64) {
	c.mu.Lock()
	c.file, c.txid = file, txid
	c.mu.Unlock()
}
