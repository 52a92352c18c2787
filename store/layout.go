package store

import (
	"encoding/binary"
	"hash/crc32"

	"google.golang.org/protobuf/encoding/protowire"

	"astute/model"
)

// Schema is the version of the file's layout that this program writes. A file
// of a higher one can be read but not written. Since 2 what a record remembers
// of imports is packed; see pack.
const Schema = 2

// Derived is the version of what is computed from the records: summaries and
// index. A file with a lower one has them rebuilt when it is first read, one with
// another at its next edit.
const Derived = 5

// The buckets of the file.
var (
	bucketMeta      = []byte("meta")      // "state" -> state
	bucketRecords   = []byte("records")   // place16 kind1 id16 -> body
	bucketIDs       = []byte("ids")       // id16 -> place16 kind1 row4 note4
	bucketJournal   = []byte("journal")   // seq8 part4 -> entry (part 0) or deltas
	bucketSummaries = []byte("summaries") // account16 -> facts
	bucketAccounts  = []byte("accounts")  // id16 -> number4 name and what a look-up asks of it; see accountEntry
	bucketIndex     = []byte("index")     // number8 -> shard of rows
	bucketNotes     = []byte("notes")     // number8 -> shard of long texts
)

var allBuckets = [][]byte{
	bucketMeta, bucketRecords, bucketIDs, bucketJournal, bucketSummaries, bucketAccounts, bucketIndex, bucketNotes,
}

var stateKey = []byte("state")

// A place says where a record lies: the ID of its account (an account lies in
// its own place), nothing but zeros for those without one, and nothing but ones
// for shared records.
type place = model.ID

var (
	placeNone   = place{}
	placeShared = place{255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255}
)

// placeOf returns where a record lies.
func placeOf(r model.Record) place {
	switch r.Kind().Scope() {
	case model.ScopeRoot:
		return r.Base().ID
	case model.ScopeShared:
		return placeShared
	}
	return r.Base().Account
}

// recordKeyLen is the length of a record's key.
const recordKeyLen = 16 + 1 + 16

func recordKey(at place, kind model.Kind, id model.ID) []byte {
	return appendRecordKey(make([]byte, 0, recordKeyLen), at, kind, id)
}

func appendRecordKey(b []byte, at place, kind model.Kind, id model.ID) []byte {
	b = append(b, at[:]...)
	b = append(b, byte(kind))
	return append(b, id[:]...)
}

func keyOf(r model.Record) []byte { return recordKey(placeOf(r), r.Kind(), r.Base().ID) }

// splitKey takes a record's key apart.
func splitKey(key []byte) (at place, kind model.Kind, id model.ID, err error) {
	if len(key) != recordKeyLen {
		return at, 0, id, corruptf("a record's key has %d bytes", len(key))
	}
	return place(key[:16]), model.Kind(key[16]), model.ID(key[17:]), nil
}

// An entry of the bucket of ids leads from an ID to its record and to its rows
// in the index.
type location struct {
	at   place
	kind model.Kind
	row  uint32 // in the index of names; noRow when it is not looked up
	note uint32 // in the index of long texts
}

// noRow says that a record has no row.
const noRow = ^uint32(0)

func (l location) key(id model.ID) []byte { return recordKey(l.at, l.kind, id) }

// locationLen is how many bytes it has.
const locationLen = 16 + 1 + 4 + 4

func (l location) bytes() []byte { return l.append(make([]byte, 0, locationLen+sealLen)) }

func (l location) append(b []byte) []byte {
	b = append(b, l.at[:]...)
	b = append(b, byte(l.kind))
	b = binary.BigEndian.AppendUint32(b, l.row)
	return binary.BigEndian.AppendUint32(b, l.note)
}

func readLocation(b []byte) (location, error) {
	if len(b) != locationLen {
		return location{}, corruptf("an id's entry has %d bytes", len(b))
	}
	return location{
		at: place(b[:16]), kind: model.Kind(b[16]),
		row: binary.BigEndian.Uint32(b[17:]), note: binary.BigEndian.Uint32(b[21:]),
	}, nil
}

// castagnoli is the polynomial that processors compute in hardware.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// sealLen is how much longer a value is with its checksum.
const sealLen = 4

// sum covers the key too, so that a value that turned up under another key is
// found out.
func sum(key, value []byte) uint32 {
	return crc32.Update(crc32.Checksum(key, castagnoli), castagnoli, value)
}

// seal appends the checksum to a value.
func seal(key, value []byte) []byte {
	return binary.LittleEndian.AppendUint32(value, sum(key, value))
}

// unseal checks a value and takes the checksum off.
func unseal(bucket, key, sealed []byte) ([]byte, error) {
	if n := len(sealed) - sealLen; n >= 0 && sum(key, sealed[:n]) == binary.LittleEndian.Uint32(sealed[n:]) {
		return sealed[:n:n], nil
	}
	return nil, corruptf("a value of the %s has a wrong checksum", bucket)
}

// state is what the file keeps about itself, in one small value.
type state struct {
	schema  uint64 // layout version
	derived uint64 // version of what is computed from records
	seq     uint64 // of the newest journal entry; the file's version
	undoTop uint64 // the entry that undo would take back, 0 for none
	redoTop uint64 // the entry that redo would take back, 0 for none
	rows    uint64 // slots of the index that were ever used
	dead    uint64 // of them, those that hold no row any more
	notes   uint64 // the same for long texts
	deadN   uint64
	numbers uint64 // account numbers given so far
	journal uint64 // bytes in the journal
	// How many of each there are. A damaged page can lose some without a trace
	// of its own, so whoever reads all of them counts.
	records  uint64
	accounts uint64
	last     uint64 // the newest journal entry; seq, unless a backup was restored
}

// fields binds the state to its numbers in the file, which never change.
func (st *state) fields() []*uint64 {
	return []*uint64{&st.schema, &st.derived, &st.seq, &st.undoTop, &st.redoTop, &st.rows, &st.dead, &st.notes, &st.deadN, &st.numbers, &st.journal, &st.records, &st.accounts, &st.last}
}

func (st *state) bytes() []byte {
	var b []byte
	for i, p := range st.fields() {
		b = protowire.AppendTag(b, protowire.Number(i+1), protowire.VarintType)
		b = protowire.AppendVarint(b, *p)
	}
	return b
}

func readState(b []byte) (state, error) {
	var st state
	fields := st.fields()
	for len(b) > 0 {
		num, typ, n := protowire.ConsumeTag(b)
		if n < 0 || typ != protowire.VarintType {
			return st, corruptf("the state of the file does not read")
		}
		v, m := protowire.ConsumeVarint(b[n:])
		if m < 0 {
			return st, corruptf("the state of the file does not read")
		}
		if int(num) <= len(fields) {
			*fields[num-1] = v
		}
		b = b[n+m:]
	}
	return st, nil
}
