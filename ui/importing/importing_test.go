package importing

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/model/exchange"
	"astute/store"
	"astute/ui/state"
)

var today = model.NewDate(2026, time.March, 18)

// options are those of an import whose ids are all different.
func options() exchange.ImportOptions {
	n := byte(0)
	return exchange.ImportOptions{Today: today, NewID: func() model.ID { n++; return model.ID{15: n} }}
}

func emptyBook() *Book { return &Book{Book: model.NewBook(nil)} }

func file(text string) []exchange.File { return []exchange.File{{Name: "x.csv", Data: []byte(text)}} }

func TestWhatIsRememberedNeverMakesAnImportFail(t *testing.T) {
	files := file("Name,Email\nJane Smith,jane@acme.example\n")
	key := exchange.Key([]string{"Name", "Email"})
	for _, m := range []exchange.Mapping{
		{Columns: map[string]exchange.ColumnMapping{"Name": {Field: "-"}}},
		{Kind: "account", Columns: map[string]exchange.ColumnMapping{"Name": {Field: "notes"}}},
	} {
		got, err := Try(emptyBook(), files, options(), map[string]state.Remembered{key: {On: "2026-01-02", Mapping: m}}, "")
		if err != nil || got.Created != 1 || !strings.HasPrefix(got.Notes[0], "what you once said of columns like these does not fit any more") {
			t.Errorf("%s: %v, %+v", m, err, got.Notes)
		}
		// Said now it is a mistake to be told.
		o := options()
		o.Mappings = map[string]exchange.Mapping{key: m}
		if _, err := Try(emptyBook(), files, o, nil, ""); !errors.Is(err, exchange.ErrNoName) {
			t.Errorf("%s: %v", m, err)
		}
	}
}

func TestWhatIsSaidNowIsRememberedInTurn(t *testing.T) {
	dir := state.Dir(t.TempDir())
	files := file("Name,Email,Job2\nJane Smith,jane@acme.example,CTO\n")
	key := exchange.Key([]string{"Name", "Email", "Job2"})
	say := func(field string) exchange.ImportOptions {
		o := options()
		o.Mappings = map[string]exchange.Mapping{key: exchange.Mapping{}.With("job2", exchange.ColumnMapping{Field: field})}
		return o
	}
	remembered := func(o exchange.ImportOptions, on model.Date) string {
		t.Helper()
		got, err := Try(emptyBook(), files, o, dir.Mappings(), "")
		if err != nil {
			t.Fatal(err)
		}
		if err := got.Remember(dir, on); err != nil {
			t.Fatal(err)
		}
		r := dir.Mappings()[key]
		return r.On + " " + r.Mapping.String()
	}
	later := model.NewDate(2026, time.April, 1)
	for _, step := range []struct {
		o    exchange.ImportOptions
		on   model.Date
		want string
	}{
		{say("title"), today, "2026-03-18 Job2 = title"},
		{options(), later, "2026-03-18 Job2 = title"}, // used, not said anew
		{say("source"), later, "2026-04-01 Job2 = source"},
		{say(""), later, " "}, // nothing any more
		{options(), later, " "},
	} {
		if got := remembered(step.o, step.on); got != step.want {
			t.Errorf("%q is remembered, not %q", got, step.want)
		}
	}
}

// writer is a store that fails, and notes what was asked of it.
type writer struct {
	asked  []string
	backup error
}

func (w *writer) AutoBackup(time.Time) error {
	w.asked = append(w.asked, "backup")
	return w.backup
}

func (w *writer) Apply(_ model.Edit, _ time.Time, terms ...store.Term) (uint64, error) {
	w.asked = append(w.asked, fmt.Sprint("apply on ", len(terms)))
	return 7, nil
}

func TestNothingIsWrittenWithoutABackup(t *testing.T) {
	full := errors.New("the disk is full")
	w := &writer{backup: full}
	if _, err := (Trial{}).Write(w, time.Time{}, time.Time{}); !errors.Is(err, full) || strings.Join(w.asked, " ") != "backup" {
		t.Errorf("%v after %v", err, w.asked)
	}
	w = &writer{}
	trial, err := Try(emptyBook(), file("Name\nJane Smith\n"), options(), nil, "")
	if err != nil {
		t.Fatal(err)
	}
	if seq, err := trial.Write(w, time.Time{}, time.Time{}); seq != 7 || err != nil || strings.Join(w.asked, " ") != "backup apply on 1" {
		t.Errorf("%d, %v after %v", seq, err, w.asked)
	}
}

// What was tried against one copy of the book is not written into another one that
// came to the same version elsewhere.
func TestAnImportIsWrittenIntoTheBookItWasTriedAgainst(t *testing.T) {
	book := func(names ...string) *store.Store {
		s, err := store.Open(filepath.Join(t.TempDir(), "book.db"), store.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			a := &model.Account{Name: name}
			a.ID = s.NewID(time.Time{})
			if _, err := s.Apply(model.Created("add", a), time.Time{}); err != nil {
				t.Fatal(err)
			}
		}
		return s
	}
	seen, others := book("Acme"), book("Northwind")
	read, err := ReadBook(seen)
	if err != nil {
		t.Fatal(err)
	}
	trial, err := Try(read, file("Name,Email\nJane Smith,jane@acme.example\n"), options(), nil, "")
	if err != nil {
		t.Fatal(err)
	}
	for s, want := range map[*store.Store]error{others: store.ErrMeanwhile, book(): store.ErrMeanwhile, seen: nil} {
		if _, err := trial.Write(s, time.Time{}, time.Time{}); !errors.Is(err, want) {
			t.Errorf("%s: %v", s.Path(), err)
		}
	}
}

// What fails for another reason fails at once: the whole of a large import is not
// made twice.
func TestOnlyWhatIsRememberedOfTheseFilesIsDoneWithout(t *testing.T) {
	tables := []exchange.Reading{{Key: "a"}, {Key: "b"}}
	known := map[string]state.Remembered{"b": {}}
	for _, tt := range []struct {
		err        error
		remembered map[string]state.Remembered
		want       bool
	}{
		{fmt.Errorf("x.csv: %w", exchange.ErrNoName), known, true},
		{fmt.Errorf("x.csv: %w", exchange.ErrMapping), known, true},
		{fmt.Errorf("x.csv: %w", exchange.ErrMapping), map[string]state.Remembered{"c": {}}, false},
		{exchange.ErrEmpty, known, false},
		{exchange.ErrNotText, known, false},
		{nil, known, false},
	} {
		if got := doesNotFit(tt.err, tables, tt.remembered); got != tt.want {
			t.Errorf("%v with %v: %v", tt.err, tt.remembered, got)
		}
	}
}

// What is said now of one column leaves in force, and said, what is remembered of
// the others.
func TestTheNoteStaysWhileAnythingRememberedIsInForce(t *testing.T) {
	files := file("Name,Job2,Place\nJane Smith,CTO,Bonn\n")
	key := exchange.Key([]string{"Name", "Job2", "Place"})
	title, city := exchange.ColumnMapping{Field: "title"}, exchange.ColumnMapping{Field: "notes"}
	both := exchange.Mapping{}.With("Job2", title).With("Place", city)
	known := map[string]state.Remembered{key: {On: "2026-01-02", Mapping: both}}
	for _, tt := range []struct {
		now        exchange.Mapping
		says, mute string
	}{
		{both, "as you chose on 2026-01-02: Job2 = title", "\x00"},
		{both.With("Job2", exchange.ColumnMapping{}), "as you chose on 2026-01-02: Place = notes", "Job2 = title"},
		{exchange.Mapping{}, "", "as you chose"},
	} {
		o := options()
		o.Mappings = map[string]exchange.Mapping{key: tt.now}
		got, err := Try(emptyBook(), files, o, known, "")
		if notes := strings.Join(got.Notes, "\n"); err != nil || !strings.Contains(notes, tt.says) || strings.Contains(notes, tt.mute) {
			t.Errorf("with %s: %v, %q", tt.now, err, notes)
		}
	}
}
