package search

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"

	"astute/model"
)

// Shard is up to [ShardRows] rows as one block of bytes. It is read where it
// lies, mapped memory included, and never written to: Put and Clear return
// another one. What it holds decides its bytes, whatever way it came about.
//
// The block is a head of 32 bytes, then one column after the other, each
// beginning on a multiple of 8: masks of names (8 bytes a slot), of the rest (8),
// of beginnings (8), IDs (16), account numbers (4), ends of the rows' texts (4),
// kinds (1), and the folded texts. A pass reads the first two columns for most
// rows, and nothing else.
// Numbers are little-endian. An empty slot has kind 0. In a row's text, name,
// detail and address are separated by [fieldMark].
//
// A nil Shard is an empty one. Damaged bytes read as rows that are not there,
// at worst as wrong ones; Check tells.
type Shard []byte

// ShardRows is how many slots a shard has.
const ShardRows = 512

const (
	shardMagic = 0x31787361 // "asx1"
	shardHead  = 32
	slotStep   = 64 // columns grow in steps, so that a small book has a small index
	slotBytes  = 24 + 16 + 4 + 4 + 1
	fieldMark  = 0x1f
)

// ErrShard is wrapped by what Check finds.
var ErrShard = errors.New("the look-up index is damaged: astute doctor --repair builds it again")

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// slot is one row as the shard keeps it; kind 0 means that it is empty.
type slot struct {
	id      model.ID
	kind    model.Kind
	account uint32
	mask    rowMask
	text    []byte
}

// columns are the parts of a shard, sliced but not copied.
type columns struct {
	slots                      int
	names, rests, begins       []byte
	ids, accounts, ends, kinds []byte
	text                       []byte
}

// columns finds the parts; it reports false when the head does not fit the
// length, so that every slot below can be read without a check.
func (s Shard) columns() (c columns, ok bool) {
	if len(s) < shardHead || binary.LittleEndian.Uint32(s) != shardMagic {
		return c, false
	}
	n := int(binary.LittleEndian.Uint16(s[4:]))
	size := uint64(binary.LittleEndian.Uint32(s[8:]))
	if n > ShardRows || n%slotStep != 0 || uint64(len(s)) != uint64(shardHead+n*slotBytes)+size {
		return c, false
	}
	rest := []byte(s[shardHead:])
	cut := func(width int) []byte {
		part := rest[:n*width]
		rest = rest[n*width:]
		return part
	}
	c = columns{slots: n, names: cut(8), rests: cut(8), begins: cut(8), ids: cut(16), accounts: cut(4), ends: cut(4), kinds: cut(1)}
	c.text = rest
	return c, true
}

func (c *columns) name(i int) letterMask {
	return letterMask(binary.LittleEndian.Uint64(c.names[8*i:]))
}

// rest returns the letters of the title and the address, and the pairs that
// begin their words.
func (c *columns) rest(i int) (letters, pairs thinMask) {
	both := binary.LittleEndian.Uint64(c.rests[8*i:])
	return thinMask(both), thinMask(both >> 32)
}

func (c *columns) mask(i int) rowMask {
	m := rowMask{name: c.name(i)}
	m.rest, m.restPairs = c.rest(i)
	m.nameWords, m.detail = c.beginnings(i)
	return m
}

// beginnings returns the letters that begin words of the name and of the title.
func (c *columns) beginnings(i int) (name, detail thinMask) {
	both := binary.LittleEndian.Uint64(c.begins[8*i:])
	return thinMask(both), thinMask(both >> 32)
}

func (c *columns) id(i int) model.ID     { return model.ID(c.ids[16*i : 16*i+16]) }
func (c *columns) account(i int) uint32  { return binary.LittleEndian.Uint32(c.accounts[4*i:]) }
func (c *columns) kind(i int) model.Kind { return model.Kind(c.kinds[i]) }

// span returns where the text of a slot lies; false when that is outside the
// shard.
func (c *columns) span(i int) (from, to int, ok bool) {
	if i > 0 {
		from = int(binary.LittleEndian.Uint32(c.ends[4*i-4:]))
	}
	to = int(binary.LittleEndian.Uint32(c.ends[4*i:]))
	return from, to, 0 <= from && from <= to && to <= len(c.text)
}

// row returns the text of a slot, nil when its place lies outside the shard.
func (c *columns) row(i int) []byte {
	from, to, ok := c.span(i)
	if !ok {
		return nil
	}
	return c.text[from:to:to]
}

// Len returns how many rows the shard holds.
func (s Shard) Len() int {
	c, ok := s.columns()
	if !ok {
		return 0
	}
	return c.slots - bytes.Count(c.kinds, []byte{0})
}

// At returns the row in a slot, its texts folded; false when there is none.
func (s Shard) At(at int) (Row, bool) {
	c, ok := s.columns()
	if !ok || at < 0 || at >= c.slots || c.kind(at) == 0 {
		return Row{}, false
	}
	name, detail, address := split(c.row(at))
	return Row{
		ID: c.id(at), Kind: c.kind(at), Account: c.account(at),
		Name: string(name), Detail: string(detail), Address: string(address),
	}, true
}

// Put returns the shard with the row in the slot, 0 to ShardRows-1, in place of
// what was there.
func (s Shard) Put(at int, r Row) Shard { return s.with(at, encodeRow(nil, &r)) }

// Clear returns the shard with the slot empty.
func (s Shard) Clear(at int) Shard { return s.with(at, slot{}) }

// with returns the shard with a slot as it shall be. Mostly all others stay where
// they are, and one copy of the bytes is changed; putting them together anew, as
// when the number of slots changes, takes ten times as long.
func (s Shard) with(at int, to slot) Shard {
	c, ok := s.columns()
	if ok && at < c.slots && (to.kind != 0 || at < c.slots-slotStep) {
		if from, end, ok := c.span(at); ok {
			return s.replace(&c, at, from, end, to)
		}
	}
	slots := s.decode()
	slots[at] = to
	return assemble(slots[:])
}

// replace is with for a slot that the shard has room for, whose text lies at from
// to end.
func (s Shard) replace(c *columns, at, from, end int, to slot) Shard {
	n, texts := c.slots, shardHead+c.slots*slotBytes
	changed := make(Shard, 0, len(s)-(end-from)+len(to.text)+shardSpare)
	changed = append(changed, s[:texts+from]...)
	changed = append(changed, to.text...)
	changed = append(changed, s[texts+end:]...)
	changed.set(n, at, &to)
	ends := changed[changed.ends(n):]
	for i := at; i < n; i++ {
		place := ends[4*i : 4*i+4]
		binary.LittleEndian.PutUint32(place, binary.LittleEndian.Uint32(place)+uint32(len(to.text)-(end-from)))
	}
	changed.finish(n)
	return changed
}

// Build returns shards of the rows in their order, each full but the last.
func Build(rows []Row) []Shard {
	var shards []Shard
	var slots [ShardRows]slot
	for len(rows) > 0 {
		n, size := min(len(rows), ShardRows), 0
		for i := range rows[:n] {
			r := &rows[i]
			size += len(r.Name) + len(r.Detail) + len(r.Address) + 2
		}
		texts := make([]byte, 0, size) // of all rows, one behind the other
		for i := range rows[:n] {
			slots[i] = encodeRow(texts, &rows[i])
			if text := slots[i].text; len(text) <= cap(texts) {
				texts = texts[len(text):len(text)]
			}
		}
		shards = append(shards, assemble(slots[:n]))
		rows = rows[n:]
	}
	return shards
}

// encodeRow makes a slot of a row, with its text in room where that is enough.
func encodeRow(room []byte, r *Row) slot {
	text := appendFold(room[:0], r.Name)
	name := len(text)
	text = appendFold(append(text, fieldMark), r.Detail)
	detail := len(text)
	text = appendFold(append(text, fieldMark), r.Address)
	if len(text) == detail+1 { // no address
		text = text[:detail]
		if detail == name+1 {
			text = text[:name]
		}
	}
	return slot{id: r.ID, kind: r.Kind, account: r.Account, mask: rowMaskOf(text), text: text}
}

// split returns the fields of a row's text.
func split(text []byte) (name, detail, address []byte) {
	i := bytes.IndexByte(text, fieldMark)
	if i < 0 {
		return text, nil, nil
	}
	name, detail = text[:i], text[i+1:]
	if i = bytes.IndexByte(detail, fieldMark); i >= 0 {
		detail, address = detail[:i], detail[i+1:]
	}
	return name, detail, address
}

// decode takes the shard apart; the texts stay where they are.
func (s Shard) decode() *[ShardRows]slot {
	var slots [ShardRows]slot
	c, _ := s.columns()
	for i := range c.slots {
		if c.kind(i) != 0 {
			slots[i] = slot{c.id(i), c.kind(i), c.account(i), c.mask(i), c.row(i)}
		}
	}
	return &slots
}

// shardSpare is how much room a shard has behind it, so that whoever keeps it
// with a checksum needs no copy.
const shardSpare = 8

// assemble makes a shard of the slots; those after the last row are left off.
func assemble(slots []slot) Shard {
	used, size := 0, 0
	for i := range slots {
		if slots[i].kind != 0 {
			used, size = i+1, size+len(slots[i].text)
		}
	}
	n := (used + slotStep - 1) / slotStep * slotStep
	s := make(Shard, shardHead+n*slotBytes, shardHead+n*slotBytes+size+shardSpare)
	ends, end := s.ends(n), 0
	for i := range n {
		if i < used && slots[i].kind != 0 {
			s.set(n, i, &slots[i])
			s = append(s, slots[i].text...)
			end += len(slots[i].text)
		}
		binary.LittleEndian.PutUint32(s[ends+4*i:], uint32(end))
	}
	s.finish(n)
	return s
}

// ends returns where the column of ends begins in a shard of n slots.
func (s Shard) ends(n int) int { return shardHead + n*(8+8+8+16+4) }

// set writes what the columns of a shard of n slots hold of one, but its end.
func (s Shard) set(n, i int, r *slot) {
	masks, ids := shardHead+8*i, shardHead+24*n
	binary.LittleEndian.PutUint64(s[masks:], uint64(r.mask.name))
	binary.LittleEndian.PutUint64(s[masks+8*n:], uint64(r.mask.rest)|uint64(r.mask.restPairs)<<32)
	binary.LittleEndian.PutUint64(s[masks+16*n:], uint64(r.mask.nameWords)|uint64(r.mask.detail)<<32)
	copy(s[ids+16*i:], r.id[:])
	binary.LittleEndian.PutUint32(s[ids+16*n+4*i:], r.account)
	s[s.ends(n)+4*n+i] = byte(r.kind)
}

// finish writes the head of a shard of n slots.
func (s Shard) finish(n int) {
	binary.LittleEndian.PutUint32(s, shardMagic)
	binary.LittleEndian.PutUint16(s[4:], uint16(n))
	binary.LittleEndian.PutUint32(s[8:], uint32(len(s)-shardHead-n*slotBytes))
	binary.LittleEndian.PutUint32(s[12:], checksum(s))
}

// checksum covers everything but itself.
func checksum(s Shard) uint32 {
	return crc32.Update(crc32.Checksum(s[:12], castagnoli), castagnoli, s[16:])
}

// Check reports whether the bytes are those that were written; the error wraps
// [ErrShard]. A look-up does not need it: it reads every whole record that it
// shows from elsewhere.
func (s Shard) Check() error {
	if len(s) == 0 {
		return nil
	}
	c, ok := s.columns()
	if !ok {
		return fmt.Errorf("%w (its head and length disagree)", ErrShard)
	}
	if binary.LittleEndian.Uint32(s[12:]) != checksum(s) {
		return fmt.Errorf("%w (checksum)", ErrShard)
	}
	for i := range c.slots {
		if text := c.row(i); c.kind(i) != 0 && (text == nil || rowMaskOf(text) != c.mask(i)) {
			return fmt.Errorf("%w (slot %d)", ErrShard, i)
		}
	}
	return nil
}
