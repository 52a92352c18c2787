package store

import (
	"encoding/binary"
	"iter"
	"time"

	"google.golang.org/protobuf/encoding/protowire"

	"astute/model"
)

// Act says what kind of entry the journal holds.
type Act uint8

// The acts. Their numbers are written to files and never change.
const (
	Edited   Act = 1 // an edit of a person or a command
	Undone   Act = 2 // an edit was taken back
	Redone   Act = 3 // an edit that was taken back was repeated
	Restored Act = 4 // the file was replaced by a backup
	Erased   Act = 5 // a person was forgotten, who is in no entry before either
)

// String returns the act's word.
func (a Act) String() string {
	switch a {
	case Edited:
		return "edited"
	case Undone:
		return "undone"
	case Redone:
		return "redone"
	case Restored:
		return "restored"
	case Erased:
		return "forgotten"
	}
	return "unknown"
}

// entry is what the journal keeps of one edit, apart from its deltas.
//
// Undo and redo are two stacks threaded through the entries, so that either is
// one step however long the journal is. An edit and a repeated edit lie on the
// undo stack, and below names the next one down. An entry that took an edit back
// lies on the redo stack: below is the undo stack that it uncovered, and
// redoBelow the next one down the redo stack. The tops of both stand in [state].
type entry struct {
	seq                 uint64
	at                  time.Time
	by, label           string
	act                 Act
	changed, made, gone int
	below, redoBelow    uint64
	target              uint64 // the entry that was taken back or repeated, 0 for edits
	before              uint64 // the entry before this one in the journal, 0 for the first
}

func (e *entry) bytes() []byte {
	var b []byte
	b = appendField(b, 1, e.label)
	b = appendField(b, 2, e.by)
	for i, v := range []uint64{
		protowire.EncodeZigZag(e.at.UnixMilli()), uint64(e.act),
		uint64(e.changed), uint64(e.made), uint64(e.gone), e.below, e.redoBelow, e.target, e.before,
	} {
		b = protowire.AppendTag(b, protowire.Number(i+3), protowire.VarintType)
		b = protowire.AppendVarint(b, v)
	}
	return b
}

func readEntry(seq uint64, b []byte) (*entry, error) {
	e := &entry{seq: seq}
	var at, act, changed, made, gone uint64
	numbers := []*uint64{&at, &act, &changed, &made, &gone, &e.below, &e.redoBelow, &e.target, &e.before}
	for len(b) > 0 {
		num, typ, n := protowire.ConsumeTag(b)
		if n < 0 {
			return nil, corruptf("journal entry %d does not read", seq)
		}
		b = b[n:]
		switch {
		case typ == protowire.BytesType:
			text, m := protowire.ConsumeString(b)
			if m < 0 {
				return nil, corruptf("journal entry %d does not read", seq)
			}
			switch num {
			case 1:
				e.label = text
			case 2:
				e.by = text
			}
			b = b[m:]
		case typ == protowire.VarintType:
			v, m := protowire.ConsumeVarint(b)
			if m < 0 {
				return nil, corruptf("journal entry %d does not read", seq)
			}
			if i := int(num) - 3; i >= 0 && i < len(numbers) {
				*numbers[i] = v
			}
			b = b[m:]
		default:
			return nil, corruptf("journal entry %d does not read", seq)
		}
	}
	e.at = time.UnixMilli(protowire.DecodeZigZag(at)).UTC()
	e.act, e.changed, e.made, e.gone = Act(act), int(changed), int(made), int(gone)
	return e, nil
}

// A delta says how to take one change back.
type delta struct {
	verb Verb
	id   model.ID
	kind model.Kind
	// at is the place the record had before; of made records it is not kept.
	at place
	// old is, of changed records, the old texts of the changed fields, empty
	// ones included; of removed records the whole body.
	old []byte
}

// Verb says what happened to one record.
type Verb uint8

// The verbs. Their numbers are written to files and never change.
const (
	Made    Verb = 1
	Changed Verb = 2
	Removed Verb = 3
)

// String returns the verb's word.
func (v Verb) String() string {
	switch v {
	case Made:
		return "made"
	case Changed:
		return "changed"
	case Removed:
		return "removed"
	}
	return "unknown"
}

// append writes a delta: verb, kind, id, and unless the record was made its
// place and old body, whose length comes first.
func (d delta) append(b []byte) []byte {
	b = append(b, byte(d.verb), byte(d.kind))
	b = append(b, d.id[:]...)
	if d.verb == Made {
		return b
	}
	b = append(b, d.at[:]...)
	b = binary.AppendUvarint(b, uint64(len(d.old)))
	return append(b, d.old...)
}

// eachDelta calls fn for each delta of one part of an entry. What it passes is
// good until the transaction ends.
func eachDelta(b []byte, fn func(delta) error) error {
	for len(b) > 0 {
		if len(b) < 18 {
			return corruptf("a journal entry ends early")
		}
		d := delta{verb: Verb(b[0]), kind: model.Kind(b[1]), id: model.ID(b[2:18])}
		b = b[18:]
		if d.verb != Made {
			if len(b) < 16 {
				return corruptf("a journal entry ends early")
			}
			d.at = place(b[:16])
			size, n := binary.Uvarint(b[16:])
			if n <= 0 || size > uint64(len(b)-16-n) {
				return corruptf("a journal entry ends early")
			}
			b = b[16+n:]
			d.old, b = b[:size:size], b[size:]
		}
		if err := fn(d); err != nil {
			return err
		}
	}
	return nil
}

// deltaOf returns how to take a change back.
func deltaOf(before, after model.Record) delta {
	switch {
	case before == nil:
		return delta{verb: Made, id: after.Base().ID, kind: after.Kind()}
	case after == nil:
		return delta{verb: Removed, id: before.Base().ID, kind: before.Kind(), at: placeOf(before), old: appendBody(nil, before)}
	}
	d := delta{verb: Changed, id: before.Base().ID, kind: before.Kind(), at: placeOf(before)}
	was := before.Fields()
	for i, f := range after.Fields() {
		text := was[i].Text()
		if f.Num == model.NumAccount || f.Text() == text {
			continue
		}
		// What could not be read was kept, and a new value takes its place.
		for _, u := range before.Base().Unknown {
			if u.Num == f.Num {
				text = u.Text
			}
		}
		d.old = appendField(d.old, f.Num, text)
	}
	return d
}

// partSize is about how many bytes of deltas one value of the journal holds.
const partSize = 64 << 10

func journalKey(seq uint64, part uint32) []byte {
	return binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint64(nil, seq), part)
}

// writeEntry appends an entry with its deltas to the journal and makes it the
// newest. Its counts are filled in here.
func (t *tx) writeEntry(e *entry, pairs []pair) error {
	e.before = t.state.last
	t.state.seq++
	e.seq, t.state.last = t.state.seq, t.state.seq
	return t.putEntry(e, func(yield func(delta) bool) {
		for _, p := range pairs {
			d := deltaOf(p.before, p.after)
			switch d.verb {
			case Made:
				e.made++
			case Changed:
				e.changed++
			case Removed:
				e.gone++
			}
			if !yield(d) {
				return
			}
		}
	})
}

// putEntry writes the deltas of an entry, and then its head.
func (t *tx) putEntry(e *entry, deltas iter.Seq[delta]) error {
	var part []byte
	parts := uint32(0)
	flush := func() error {
		parts++
		t.state.journal += uint64(len(part))
		err := t.put(bucketJournal, journalKey(e.seq, parts), part)
		part = make([]byte, 0, partSize+1<<10)
		return err
	}
	for d := range deltas {
		if part = d.append(part); len(part) >= partSize {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	if len(part) > 0 {
		if err := flush(); err != nil {
			return err
		}
	}
	header := e.bytes()
	t.state.journal += uint64(len(header))
	return t.put(bucketJournal, journalKey(e.seq, 0), header)
}

// entry reads the head of a journal entry.
func (t *tx) entry(seq uint64) (*entry, error) {
	raw, err := t.get(bucketJournal, journalKey(seq, 0))
	if err != nil {
		return nil, err
	}
	if raw == nil {
		return nil, corruptf("journal entry %d is missing", seq)
	}
	return readEntry(seq, raw)
}

// deltas calls fn for each delta of an entry, in the order of writing.
func (t *tx) deltas(e *entry, fn func(delta) error) error {
	count := 0
	err := t.scan(bucketJournal, journalKey(e.seq, 0)[:8], func(key, value []byte) error {
		if binary.BigEndian.Uint32(key[8:]) == 0 {
			return nil
		}
		return eachDelta(value, func(d delta) error {
			count++
			return fn(d)
		})
	})
	if want := e.changed + e.made + e.gone; err == nil && count != want {
		err = corruptf("journal entry %d holds %d changes of %d", e.seq, count, want)
	}
	return err
}

// entriesDown calls fn for each entry from the newest to the oldest, until it
// returns false.
func (t *tx) entriesDown(fn func(*entry) (bool, error)) error {
	for seq := t.state.last; seq != 0; {
		e, err := t.entry(seq)
		if err != nil {
			return err
		}
		if e.before >= seq {
			return corruptf("journal entry %d leads nowhere", seq)
		}
		if more, err := fn(e); err != nil || !more {
			return err
		}
		seq = e.before
	}
	return nil
}
