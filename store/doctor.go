package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"

	"astute/model"
	"astute/model/search"
)

// Report is what [Store.Doctor] found.
type Report struct {
	Problems []string // one line each; none when the file is sound
	// Derived is how many of them concern only what can be computed from the
	// records again, which repairing does.
	Derived  int
	Repaired bool // whether that was done
	Records  int
	Entries  int // of the journal
}

// Sound reports whether there is nothing wrong with the file, or no more.
func (r Report) Sound() bool {
	return len(r.Problems) == 0 || r.Repaired && len(r.Problems) == r.Derived
}

// Doctor looks at every page and value of the file and at whether they agree:
// records, ids, links, summaries, index, journal. With repair it computes what
// is derived again. A damaged record cannot be computed: the way back is a
// backup, which the problem names.
func (s *Store) Doctor(repair bool) (Report, error) {
	e := examination{}
	err := s.view(func(t *tx) error {
		if t.b == nil {
			return nil
		}
		if err := fullCheck(t.door.mapped(), t.door.f, t.door.h); err != nil {
			return err
		}
		e.t = t
		return e.run()
	})
	switch {
	case errors.Is(err, ErrDamaged):
		e.report.Problems = append(e.report.Problems, err.Error())
		return e.report, nil
	case err != nil:
		return e.report, err
	}
	if repair && e.report.Derived > 0 && e.report.Derived == len(e.report.Problems) {
		if err := s.update(e.report.Records*recordBytes, (*tx).rebuild); err != nil {
			return e.report, err
		}
		e.report.Repaired = true
	}
	return e.report, nil
}

// maxProblems is how many problems are told; a file with more needs no longer
// list.
const maxProblems = 50

// examination is one look at everything in the file.
type examination struct {
	t         *tx
	report    Report
	records   map[model.ID]model.Record
	locations map[model.ID]location
	numbers   map[place]uint32
	order     []model.ID // of the records, so that problems come in the same order each time
}

// wrong notes a problem that only a backup mends, derived one that a repair does.
func (e *examination) wrong(format string, args ...any) {
	if len(e.report.Problems) < maxProblems {
		e.report.Problems = append(e.report.Problems, fmt.Sprintf(format, args...))
	}
}

func (e *examination) derived(format string, args ...any) {
	if len(e.report.Problems) < maxProblems {
		e.report.Problems = append(e.report.Problems, fmt.Sprintf(format, args...)+": mended by astute doctor --repair")
		e.report.Derived++
	}
}

func (e *examination) run() error {
	e.records, e.locations, e.numbers = map[model.ID]model.Record{}, map[model.ID]location{}, map[place]uint32{}
	for _, step := range []func() error{e.readRecords, e.readIDs, e.checkLinks, e.checkAccounts, e.checkSummaries, e.checkIndexes, e.checkJournal} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// inOrder returns the IDs of a map, oldest first.
func inOrder[V any](m map[model.ID]V) []model.ID {
	return slices.SortedFunc(maps.Keys(m), model.ID.Compare)
}

// values calls fn for each value of a bucket; a wrong checksum is handed to bad
// and does not end the look.
func (e *examination) values(bucket []byte, bad func(string, ...any), fn func(key, value []byte) error) error {
	b, err := e.t.bucket(bucket)
	if err != nil {
		return err
	}
	c := b.Cursor()
	for key, sealed := c.First(); key != nil; key, sealed = c.Next() {
		value, err := unseal(bucket, key, sealed)
		if err == nil {
			err = fn(key, value)
		}
		var damage *corrupt
		if errors.As(err, &damage) {
			bad("%s (key %x)", damage.what, key)
		} else if err != nil {
			return err
		}
	}
	return nil
}

func (e *examination) readRecords() error {
	count := uint64(0)
	err := e.values(bucketRecords, e.lost, func(key, body []byte) error {
		count++
		at, kind, id, err := splitKey(key)
		if err != nil || !kind.Known() && e.t.state.schema > Schema {
			return err
		}
		r, err := readRecord(at, kind, id, body)
		if err != nil {
			return err
		}
		if e.records[id] != nil {
			e.wrong("two records have the id %s", id)
		}
		if placeOf(r) != at {
			e.wrong("the %s %s lies in the wrong place", kind, id)
		}
		e.records[id] = r
		e.report.Records++
		return nil
	})
	e.order = inOrder(e.records)
	if err == nil && count != e.t.state.records {
		e.lost("%d records of %d are left", count, e.t.state.records)
	}
	return err
}

// lost is a damaged record or entry, with the way back.
func (e *examination) lost(format string, args ...any) {
	e.wrong("%s", e.t.store.damaged(e.t.store.path, fmt.Sprintf(format, args...)))
}

func (e *examination) readIDs() error {
	err := e.values(bucketIDs, e.derived, func(key, value []byte) error {
		l, err := readLocation(value)
		if err != nil || len(key) != 16 {
			return errors.Join(err, corruptf("an id's entry"))
		}
		e.locations[model.ID(key)] = l
		return nil
	})
	if err != nil {
		return err
	}
	for _, id := range inOrder(e.locations) {
		l := e.locations[id]
		if r := e.records[id]; r == nil && l.kind.Known() {
			e.derived("id %s leads to a record that does not exist", id)
		} else if r != nil && (placeOf(r) != l.at || r.Kind() != l.kind) {
			e.derived("id %s leads to the wrong place", id)
		}
	}
	for _, id := range e.order {
		r := e.records[id]
		if _, ok := e.locations[id]; !ok {
			e.derived("the %s %s has no entry among the ids", r.Kind(), id)
		}
	}
	return nil
}

func (e *examination) checkLinks() error {
	c := linkCheck{t: e.t, edit: func(id model.ID) (model.Record, bool) { r, ok := e.records[id]; return r, ok }}
	for _, id := range e.order {
		r := e.records[id]
		if err := model.Check(r); err != nil {
			e.wrong("%s %s: %v", r.Kind(), r.Base().ID, err)
		}
		for _, l := range linksFrom(r.Fields()) {
			if e.records[l.id] == nil {
				e.wrong("%s %s: %s leads to a record that does not exist: astute edit %s %s=", r.Kind(), r.Base().ID, l.field, r.Base().ID, l.field)
			} else if what, err := c.wrong(r, l); err != nil {
				return err
			} else if what != "" {
				e.wrong("%s %s: %s %s", r.Kind(), r.Base().ID, l.field, what)
			}
		}
	}
	return nil
}

func (e *examination) checkAccounts() error {
	used := map[uint32]bool{}
	err := e.values(bucketAccounts, e.derived, func(key, value []byte) error {
		have, err := readAccount(value)
		if err != nil {
			return err
		}
		number := have.number
		a, ok := e.records[model.ID(key)].(*model.Account)
		right := ok && have.name == a.Name && (e.t.state.derived != Derived || have == entryOf(number, a))
		if !right || used[number] || number == 0 || uint64(number) > e.t.state.numbers {
			e.derived("the account table is wrong about %s", model.ID(key))
		}
		used[number] = true
		e.numbers[model.ID(key)] = number
		return nil
	})
	if n := uint64(len(e.numbers)); n != e.t.state.accounts {
		e.derived("the account table holds %d accounts of %d", n, e.t.state.accounts)
	}
	for _, id := range e.order {
		r := e.records[id]
		if _, listed := e.numbers[id]; r.Kind() == model.KindAccount && !listed {
			e.derived("account %s is not in the account table", id)
		}
	}
	return err
}

func (e *examination) checkSummaries() error {
	if e.t.state.derived != Derived {
		return nil // another version's; rebuilt at the next edit
	}
	want := map[place]model.Summary{}
	for _, r := range e.records {
		at := placeOf(r)
		if want[at] == nil {
			want[at] = model.Summary{}
		}
		want[at].Add(model.Facts(r))
	}
	err := e.values(bucketSummaries, e.derived, func(key, value []byte) error {
		if len(key) != 16 {
			return corruptf("a summary's key has %d bytes", len(key))
		}
		have, err := readSummary(value)
		if err != nil {
			return err
		}
		if !maps.Equal(have, want[place(key)]) {
			e.derived("the summary of account %s is wrong", place(key))
		}
		delete(want, place(key))
		return nil
	})
	for _, at := range inOrder(want) {
		e.derived("the summary of account %s is missing", at)
	}
	return err
}

func (e *examination) checkIndexes() error {
	if e.t.state.derived != Derived {
		return nil
	}
	for _, x := range rowIndexes {
		shards, err := e.shards(x)
		if err != nil {
			return err
		}
		rows, held := 0, 0
		for _, s := range shards {
			held += s.Len()
		}
		for _, id := range e.order {
			r := e.records[id]
			row, ok := x.rowFor(r, e.numbers)
			l := e.locations[id]
			slot := *x.slot(&l)
			if ok != (slot != noRow) {
				e.derived("the %s is wrong about %s", x.bucket, id)
				continue
			}
			if !ok {
				continue
			}
			rows++
			want, _ := search.Build([]search.Row{row})[0].At(0)
			have, _ := shards[uint64(slot)/x.rows].At(int(uint64(slot) % x.rows))
			if have != want || uint64(slot) >= *x.used(&e.t.state) {
				e.derived("the %s is wrong about %s", x.bucket, id)
			}
		}
		if dead := *x.used(&e.t.state) - *x.dead(&e.t.state); rows != held || dead != uint64(rows) {
			e.derived("the %s holds %d rows of %d (%d by its count)", x.bucket, held, rows, dead)
		}
	}
	return nil
}

func (e *examination) shards(x rowIndex) (map[uint64]search.Shard, error) {
	shards := map[uint64]search.Shard{}
	err := e.values(x.bucket, e.derived, func(key, value []byte) error {
		if isSpacer(key) {
			return nil
		}
		if len(key) != 8 {
			return corruptf("a shard's key has %d bytes", len(key))
		}
		s := search.Shard(value)
		if err := s.Check(); err != nil {
			e.derived("%v", err)
		}
		shards[binary.BigEndian.Uint64(key)] = s
		return nil
	})
	return shards, err
}

// checkJournal reads every entry, and walks both stacks down to their ends.
func (e *examination) checkJournal() error {
	heads := map[uint64]*entry{}
	size := uint64(0)
	err := e.values(bucketJournal, e.lost, func(key, value []byte) error {
		if len(key) != 12 {
			return corruptf("a key of the journal has %d bytes", len(key))
		}
		seq := binary.BigEndian.Uint64(key)
		size += uint64(len(value))
		if !bytes.HasSuffix(key, []byte{0, 0, 0, 0}) {
			return eachDelta(value, func(delta) error { return nil })
		}
		head, err := readEntry(seq, value)
		heads[seq] = head
		e.report.Entries++
		return err
	})
	st := e.t.state
	for _, seq := range slices.Sorted(maps.Keys(heads)) {
		head := heads[seq]
		if head == nil || head.before != 0 && heads[head.before] == nil {
			e.wrong("journal entry %d or the one before it is missing", seq)
			return err
		}
	}
	if st.last != 0 && heads[st.last] == nil || size != st.journal {
		e.wrong("the journal and its count disagree (%d bytes of %d)", size, st.journal)
	}
	e.checkStack("undo", st.undoTop, heads, func(h *entry) uint64 { return h.below }, Edited, Redone)
	e.checkStack("redo", st.redoTop, heads, func(h *entry) uint64 { return h.redoBelow }, Undone)
	return err
}

func (e *examination) checkStack(name string, top uint64, heads map[uint64]*entry, below func(*entry) uint64, acts ...Act) {
	for seq := top; seq != 0; {
		head := heads[seq]
		fits := false
		for _, act := range acts {
			fits = fits || head != nil && head.act == act
		}
		if !fits || below(head) >= seq {
			e.wrong("the %s stack is broken at entry %d", name, seq)
			return
		}
		seq = below(head)
	}
}
