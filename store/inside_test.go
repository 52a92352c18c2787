package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"astute/model"
	"astute/model/modeltest"
)

var (
	testDay  = model.NewDate(2026, time.March, 16)
	testTime = time.Date(2026, time.March, 16, 9, 30, 0, 0, time.UTC)
)

// filled returns a book with some accounts.
func filled(t *testing.T, contacts int) *Store {
	t.Helper()
	s, err := Open(filepath.Join(t.TempDir(), "book.db"), Options{Author: "Ana"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(model.Created("import", modeltest.Generate(2, contacts, testDay)...), testTime); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestBboltAgrees holds the look at all pages to bbolt's own check on a file
// with a past, which must find it sound too.
func TestBboltAgrees(t *testing.T) {
	s := filled(t, 300)
	if _, err := s.Undo(1, testTime); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Redo(1, testTime); err != nil {
		t.Fatal(err)
	}
	db, err := bbolt.Open(s.file, 0o600, &bbolt.Options{ReadOnly: true, PreLoadFreelist: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	_ = db.View(func(tx *bbolt.Tx) error {
		for err := range tx.Check() {
			t.Error(err)
		}
		return nil
	})
	if report, err := s.Doctor(false); err != nil || !report.Sound() {
		t.Errorf("%v %v", err, report.Problems)
	}
}

// TestDoctorRebuilds spoils everything that is derived, by itself, and has it
// repaired.
func TestDoctorRebuilds(t *testing.T) {
	spoil := map[string]func(*tx) error{
		"a summary": func(t *tx) error {
			return t.scan(bucketSummaries, nil, func(key, _ []byte) error { return t.put(bucketSummaries, key, nil) })
		},
		"an index row": func(t *tx) error {
			return t.put(bucketIndex, make([]byte, 8), changeShard(nil, []slotRow{{}}))
		},
		"ids": func(t *tx) error {
			b, _ := t.bucket(bucketIDs)
			key, _ := b.Cursor().First()
			return b.Delete(key)
		},
		"an account's name": func(t *tx) error {
			b, _ := t.bucket(bucketAccounts)
			key, _ := b.Cursor().First()
			return t.put(bucketAccounts, append([]byte(nil), key...), accountEntry{number: 1, name: "Somebody Else"}.bytes())
		},
		"a checksum": func(t *tx) error {
			b, _ := t.bucket(bucketNotes)
			key, value := b.Cursor().First()
			value = append([]byte(nil), value...)
			value[40] ^= 1
			return b.Put(append([]byte(nil), key...), value)
		},
	}
	for name, fn := range spoil {
		s := filled(t, 100)
		if err := s.update(0, fn); err != nil {
			t.Fatal(err)
		}
		report, err := s.Doctor(true)
		if err != nil || len(report.Problems) == 0 || !report.Repaired {
			t.Errorf("%s: %+v %v", name, report, err)
		}
		if report, err = s.Doctor(false); err != nil || len(report.Problems) > 0 {
			t.Errorf("%s: still %+v %v", name, report, err)
		}
	}
}

// TestAnotherVersionsSummaries reads, and then writes, a file whose derived parts
// another version computed.
func TestAnotherVersionsSummaries(t *testing.T) {
	s := filled(t, 200)
	want, err := s.Accounts()
	if err != nil {
		t.Fatal(err)
	}
	derivedBy(t, s, Derived+1)
	check := func(when string) {
		have, err := s.Accounts()
		if err != nil || fmt.Sprint(have) != fmt.Sprint(want) {
			t.Errorf("%s: %v %v", when, have, err)
		}
		p, _, err := s.Plan(want[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		c := model.All[*model.Contact](p.Book)[0]
		found, err := s.Find(FindQuery{Text: c.Name + " " + p.Account.Name, Kinds: []model.Kind{model.KindContact}})
		if err != nil || len(found) == 0 || found[0].ID != c.ID {
			t.Errorf("%s: %v %v", when, found, err)
		}
	}
	check("before an edit")
	extra := &model.Teammate{Name: "Extra"}
	extra.ID = s.NewID(testTime)
	if _, err := s.Apply(model.Created("add", extra), testTime); err != nil {
		t.Fatal(err)
	}
	check("after an edit")
	if report, err := s.Doctor(false); err != nil || !report.Sound() {
		t.Errorf("%v %v", err, report.Problems)
	}
}

// TestNewerFile opens a file of a later version: it can be read, with its new
// kinds passed over and its new words kept, and not written.
func TestNewerFile(t *testing.T) {
	s := filled(t, 100)
	err := s.update(0, func(t *tx) error {
		t.state.schema = Schema + 1
		id := model.ID{1, 2, 3}
		body := appendField(nil, 10, "from the future")
		if err := t.put(bucketRecords, recordKey(placeShared, 250, id), body); err != nil {
			return err
		}
		return t.putState()
	})
	if err != nil {
		t.Fatal(err)
	}
	book, err := s.Book()
	if err != nil || len(book.Records()) == 0 {
		t.Fatal(err)
	}
	_, err = s.Apply(model.Edit{Changes: []model.Change{{Before: book.Of(model.KindMilestone)[0]}}}, testTime)
	if !errors.Is(err, ErrNewer) || !strings.Contains(err.Error(), "update astute") {
		t.Errorf("%v", err)
	}
	if _, err := s.Undo(1, testTime); !errors.Is(err, ErrNewer) {
		t.Errorf("%v", err)
	}
}

// TestUnknownFieldsSurvive edits a record that holds fields and words of another
// version, and takes the edit back.
func TestUnknownFieldsSurvive(t *testing.T) {
	s := filled(t, 100)
	book, err := s.Book()
	if err != nil {
		t.Fatal(err)
	}
	c := book.Of(model.KindContact)[5].(*model.Contact)
	err = s.update(0, func(t *tx) error {
		body := appendField(appendBody(nil, c), 999, "new field\nof two lines")
		c.Support = 0
		body = appendField(appendField(appendBody(nil, c), 999, "new field\nof two lines"), 18, "Evangelist")
		return t.put(bucketRecords, keyOf(c), body)
	})
	if err != nil {
		t.Fatal(err)
	}
	read := func() *model.Contact {
		r, err := s.Get(c.ID)
		if err != nil {
			t.Fatal(err)
		}
		return r.(*model.Contact)
	}
	was := read()
	if len(was.Unknown) != 2 {
		t.Fatalf("%+v", was.Unknown)
	}
	after := model.Clone(was)
	after.Support, after.JobTitle = model.Champion, "Chief of Everything"
	if _, err := s.Apply(model.Edited("edit", was, after), testTime); err != nil {
		t.Fatal(err)
	}
	if now := read(); now.Support != model.Champion || fmt.Sprint(now.Unknown) != "[{999 new field\nof two lines}]" {
		t.Errorf("%v %+v", now.Support, now.Unknown)
	}
	if _, err := s.Undo(1, testTime); err != nil {
		t.Fatal(err)
	}
	if now := read(); now.Support != 0 || len(now.Unknown) != 2 {
		t.Errorf("%v %+v", now.Support, now.Unknown)
	}
}

// TestOneMetaPage cuts the file off in a commit: it opens one edit before, says
// so, and a copy is kept before it is written.
func TestOneMetaPage(t *testing.T) {
	s := filled(t, 100)
	extra := &model.Teammate{Name: "Extra"}
	extra.ID = s.NewID(testTime)
	if _, err := s.Apply(model.Created("add", extra), testTime); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(s.file, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	info, _ := f.Stat()
	h := readHeader(f, info.Size())
	at := int64(h.txid%2) * int64(h.pageSize)
	if _, err := f.WriteAt(make([]byte, 40), at+pageHeader); err != nil {
		t.Fatal(err)
	}
	var said []string
	s.opt.Warn = func(text string) { said = append(said, text) }
	if seq, err := s.Version(); seq != 1 || err != nil {
		t.Errorf("version %d, %v", seq, err)
	}
	if len(said) != 1 || !strings.Contains(said[0], "cut off") {
		t.Errorf("%q", said)
	}
	if _, err := s.Apply(model.Created("add", extra), testTime); err != nil {
		t.Fatal(err)
	}
	kept, _ := filepath.Glob(filepath.Join(s.opt.BackupDir, "*damaged*"))
	if len(kept) != 1 || len(said) != 2 || !strings.Contains(said[1], kept[0]) {
		t.Errorf("%v %q", kept, said)
	}
	said = nil
	if report, err := s.Doctor(false); err != nil || !report.Sound() || len(said) > 0 {
		t.Errorf("%v %v %q", err, report.Problems, said)
	}
}

// TestLoopIsDamage leads a branch page back to itself, which bbolt would follow
// until the process dies.
func TestLoopIsDamage(t *testing.T) {
	s := filled(t, 300)
	f, err := os.OpenFile(s.file, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	info, _ := f.Stat()
	h := readHeader(f, info.Size())
	page := make([]byte, h.pageSize)
	loops := 0
	for id := uint64(2); id < h.limit; id++ {
		at := int64(id) * int64(h.pageSize)
		if _, err := f.ReadAt(page, at); err != nil {
			t.Fatal(err)
		}
		if binary.NativeEndian.Uint64(page) != id || binary.NativeEndian.Uint16(page[8:]) != pageBranch {
			continue
		}
		loops++
		own := binary.NativeEndian.AppendUint64(nil, id)
		if _, err := f.WriteAt(own, at+pageHeader+8); err != nil {
			t.Fatal(err)
		}
		cold, _ := Open(s.file, Options{})
		if _, err := cold.Book(); !errors.Is(err, ErrDamaged) {
			t.Errorf("page %d: %v", id, err)
		}
		if _, err := f.WriteAt(page[pageHeader+8:pageHeader+16], at+pageHeader+8); err != nil {
			t.Fatal(err)
		}
	}
	if loops == 0 {
		t.Error("the file has no branch page to try")
	}
}

// TestTombstones removes most rows: the index is built again, smaller.
func TestTombstones(t *testing.T) {
	s := filled(t, 1500)
	accounts, err := s.Accounts()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range accounts[:12] {
		changes, err := s.Removal(a.ID)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Apply(model.Edit{Label: "remove", Changes: changes}, testTime); err != nil {
			t.Fatal(err)
		}
	}
	_ = s.view(func(tx *tx) error {
		if tx.state.dead > tx.state.rows/2+600 {
			t.Errorf("%d of %d rows are empty", tx.state.dead, tx.state.rows)
		}
		return nil
	})
	if report, err := s.Doctor(false); err != nil || !report.Sound() {
		t.Errorf("%v %v", err, report.Problems)
	}
}

// FuzzRecord reads any bytes as a record: no crash, and what reads is written
// and read again the same.
func FuzzRecord(f *testing.F) {
	for _, r := range modeltest.Generate(4, 20, testDay) {
		f.Add(uint8(r.Kind()), appendBody(nil, r))
	}
	f.Add(uint8(4), []byte{0x52, 0xff, 0xff, 0xff, 0xff, 0x0f})
	f.Fuzz(func(t *testing.T, kind uint8, body []byte) {
		r, err := readRecord(place{1}, model.Kind(kind), model.ID{2}, body)
		if err != nil {
			return
		}
		again, err := readRecord(place{1}, model.Kind(kind), model.ID{2}, appendBody(nil, r))
		if err != nil || !model.Equal(r, again) {
			t.Errorf("%v: %+v %+v", err, r, again)
		}
	})
}

// FuzzDeltas reads any bytes as the deltas of a journal entry.
func FuzzDeltas(f *testing.F) {
	f.Add(delta{verb: Changed, kind: 4, id: model.ID{1}, old: []byte("abc")}.append(nil))
	f.Add([]byte{2, 4})
	f.Fuzz(func(t *testing.T, b []byte) {
		var again []byte
		if eachDelta(b, func(d delta) error { again = d.append(again); return nil }) == nil && len(again) > len(b) {
			t.Errorf("%x became %x", b, again)
		}
	})
}

// FuzzFile opens any bytes as a file: an error, never a crash.
func FuzzFile(f *testing.F) {
	f.Add([]byte("not a database"))
	page := make([]byte, 4*4096)
	binary.NativeEndian.PutUint32(page[16:], metaMagic)
	f.Add(page)
	f.Fuzz(func(t *testing.T, b []byte) {
		path := filepath.Join(t.TempDir(), "book.db")
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if book, err := s.Book(); err == nil && len(book.Records()) > 0 {
			t.Error("records out of nowhere")
		}
	})
}

func TestAbandonTakesAwayWhatIsHalfWritten(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(filepath.Join(dir, "book.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	contact := &model.Contact{Name: "Jane Smith"}
	contact.ID = s.NewID(time.Now())
	if _, err := s.Apply(model.Created("add contact", contact), time.Now()); err != nil {
		t.Fatal(err)
	}
	half, err := s.tempBeside(s.file)
	if err != nil {
		t.Fatal(err)
	}
	s.Abandon()
	if _, err := os.Stat(half); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("what was half written: %v", err)
	}
	if _, err := s.Get(contact.ID); err != nil {
		t.Errorf("what was written whole: %v", err)
	}
}

func TestWhatIsComputedBesideFailsWhereItIsWaitedFor(t *testing.T) {
	for _, records := range []int{1, 1 << 20} {
		func() {
			defer func() {
				if p := recover(); p != "out of cheese" {
					t.Errorf("of %d records: recovered %v", records, p)
				}
			}()
			wait := beside(records, func() int { panic("out of cheese") })
			wait()
		}()
		wait := beside(records, func() int { return 7 })
		if first, again := wait(), wait(); first != 7 || again != 7 {
			t.Errorf("of %d records: %d, and waited for again %d", records, first, again)
		}
	}
}
