package store_test

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"astute/model"
	"astute/model/modeltest"
	"astute/store"
	"astute/store/storetest"
)

// today is the day of all tests; nothing here reads the clock.
var (
	today = model.NewDate(2026, time.March, 16)
	now   = time.Date(2026, time.March, 16, 9, 30, 0, 0, time.UTC)
)

// seeded returns a source of randomness that is the same in every run.
func seeded(seed uint64) func([]byte) (int, error) {
	r := rand.NewChaCha8([32]byte{byte(seed), byte(seed >> 8)})
	return r.Read
}

// open opens a book for a test, which checks the file when it ends.
func open(t testing.TB, path string) *store.Store {
	t.Helper()
	s, err := store.Open(path, store.Options{Author: "Ana", Entropy: seeded(uint64(len(path)))})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	storetest.Check(t, path)
	return s
}

func newStore(t testing.TB) *store.Store {
	t.Helper()
	return open(t, filepath.Join(t.TempDir(), "book.db"))
}

// apply writes an edit that must succeed.
func apply(t testing.TB, s *store.Store, e model.Edit) uint64 {
	t.Helper()
	seq, err := s.Apply(e, now)
	if err != nil {
		t.Fatalf("%s: %v", e.Label, err)
	}
	return seq
}

// account and contact make records that are not in any book yet.
func account(s *store.Store, name string) *model.Account {
	a := &model.Account{Name: name}
	a.ID = s.NewID(now)
	return a
}

func contact(s *store.Store, name string, in model.ID) *model.Contact {
	c := &model.Contact{Name: name}
	c.ID, c.Account = s.NewID(now), in
	return c
}

// snapshot is a whole book as texts: every field of every record by ID.
type snapshot map[model.ID]string

func take(t fataler, s *store.Store) snapshot {
	book, err := s.Book()
	if err != nil {
		t.Fatalf("book: %v", err)
	}
	return snapshotOf(book.Records())
}

type fataler interface{ Fatalf(string, ...any) }

func snapshotOf(records []model.Record) snapshot {
	snap := snapshot{}
	for _, r := range records {
		text := r.Kind().String()
		for _, f := range r.Fields() {
			text += fmt.Sprintf("|%d=%s", f.Num, f.Text())
		}
		snap[r.Base().ID] = text
	}
	return snap
}

// history is a random history of a book beside what it must be.
type history struct {
	t      *rapid.T
	path   string
	s      *store.Store
	at     time.Time
	ids    model.IDs
	states []snapshot // the present last, before it what undo must lead back to
	undone []snapshot // what redo must lead to, the next last
}

func (h *history) present() snapshot { return h.states[len(h.states)-1] }

func (h *history) reopen() {
	s, err := store.Open(h.path, store.Options{Author: "Ana"})
	if err != nil {
		h.t.Fatalf("open: %v", err)
	}
	h.s = s
}

func (h *history) book() *model.Book {
	book, err := h.s.Book()
	if err != nil {
		h.t.Fatalf("book: %v", err)
	}
	return book
}

// pick draws one of the records of some kinds in a place; nil when there is none.
func (h *history) pick(book *model.Book, label string, fits func(model.Record) bool) model.Record {
	var list []model.Record
	for _, r := range book.Records() {
		if fits(r) {
			list = append(list, r)
		}
	}
	if len(list) == 0 {
		return nil
	}
	return list[rapid.IntRange(0, len(list)-1).Draw(h.t, label)]
}

// texts are what fields are filled with; some hold what bytes could trip over.
var texts = []string{"Jane Smith", "Renée Müller", "小林 愛", "مريم", "a\tb", "🧑‍🚀 Okafor", "", "x"}

// fill sets one field of a record to something it can take.
func (h *history) fill(book *model.Book, r model.Record, f model.Field) {
	draw := func(n int) int { return rapid.IntRange(0, n-1).Draw(h.t, f.Name) }
	var text string
	switch f.Type() {
	case model.TypeText:
		if text = texts[draw(len(texts))]; f.IsCurrency() {
			text = []string{"USD", "EUR", ""}[draw(3)]
		}
	case model.TypeTexts:
		text = []string{"", "one", "one\ntwo"}[draw(3)]
	case model.TypeNumber:
		if text = []string{"", "1", "2", "3"}[draw(4)]; f.IsYear() {
			text = []string{"2025", "2026"}[draw(2)]
		}
	case model.TypeMoney:
		text = []string{"", "12.50 USD", "400 JPY"}[draw(3)]
	case model.TypeDate:
		if n := draw(40); n > 0 {
			text = today.AddDays(7 * (n - 20)).String()
		}
	case model.TypeBool:
		text = []string{"", "yes"}[draw(2)]
	case model.TypeChoice, model.TypeChoices:
		if n := draw(len(f.Words()) + 1); n > 0 {
			text = f.Words()[n-1].Name
		}
	case model.TypeLink, model.TypeLinks:
		to := h.pick(book, f.Name, func(to model.Record) bool {
			return (f.Kinds == nil || slices.Contains(f.Kinds, to.Kind())) && to.Base().ID != r.Base().ID &&
				(to.Kind().Scope() == model.ScopeShared || to.Kind().Scope() == model.ScopeAccount && to.Base().Account == r.Base().Account && r.Kind().Scope() == model.ScopeAccount)
		})
		if to != nil && draw(4) > 0 {
			text = to.Base().ID.String()
		}
	}
	if f.Fixed || f.Num == model.NumAccount || f.Needed && text == "" {
		return
	}
	if err := f.Parse(text); err != nil {
		h.t.Fatalf("%s: %v", f.Name, err)
	}
}

// made returns a new record that may be saved, nil when the book has not got
// what it needs.
func (h *history) made(book *model.Book) model.Record {
	kinds := model.Kinds()
	kind := kinds[rapid.IntRange(0, len(kinds)-1).Draw(h.t, "kind")]
	r := model.New(kind, h.ids.New(h.at))
	if kind.Scope() == model.ScopeAccount {
		a := h.pick(book, "account", func(r model.Record) bool { return r.Kind() == model.KindAccount })
		if a != nil {
			r.Base().Account = a.Base().ID
		}
		if a == nil && kind != model.KindContact {
			return nil
		}
	}
	for _, f := range r.Fields() {
		if f.Needed || rapid.IntRange(0, 3).Draw(h.t, "fill") == 0 {
			h.fill(book, r, f)
		}
	}
	if model.Check(r) != nil {
		return nil
	}
	return r
}

func (h *history) apply(e model.Edit) {
	h.at = h.at.Add(time.Minute)
	before, err := h.s.Version()
	if err != nil {
		h.t.Fatalf("version: %v", err)
	}
	after, err := h.s.Apply(e, h.at)
	if err != nil {
		h.t.Fatalf("%s: %v", e.Label, err)
	}
	snap := take(h.t, h.s)
	if wrote := after != before; wrote == maps.Equal(snap, h.present()) {
		h.t.Fatalf("%s: version %d after %d, and the book changed: %v", e.Label, after, before, !maps.Equal(snap, h.present()))
	} else if wrote {
		h.states, h.undone = append(h.states, snap), nil
	}
}

func (h *history) create() {
	var records []model.Record
	book := h.book()
	for range rapid.IntRange(1, 3).Draw(h.t, "count") {
		if r := h.made(book); r != nil {
			records = append(records, r)
			book = book.With(model.Change{After: r})
		}
	}
	h.apply(model.Created("add", records...))
}

func (h *history) change() {
	book := h.book()
	r := h.pick(book, "record", func(model.Record) bool { return true })
	if r == nil {
		return
	}
	after := model.Clone(r)
	fields := after.Fields()
	for range rapid.IntRange(1, 4).Draw(h.t, "fields") {
		h.fill(book, after, fields[rapid.IntRange(0, len(fields)-1).Draw(h.t, "field")])
	}
	if model.Check(after) == nil {
		h.apply(model.Edited("edit", r, after))
	}
}

func (h *history) remove() {
	r := h.pick(h.book(), "record", func(model.Record) bool { return true })
	if r == nil {
		return
	}
	changes, err := h.s.Removal(r.Base().ID)
	if err != nil {
		h.t.Fatalf("removal: %v", err)
	}
	h.apply(model.Edit{Label: "remove", Changes: changes})
}

func (h *history) move() {
	book := h.book()
	r := h.pick(book, "contact", func(r model.Record) bool { return r.Kind() == model.KindContact })
	a := h.pick(book, "account", func(r model.Record) bool { return r.Kind() == model.KindAccount })
	if r == nil || a == nil || r.Base().Account == a.Base().ID {
		return
	}
	h.apply(model.Edit{Label: "move", Changes: model.Move(r, a.Base().ID, book)})
}

func (h *history) undo() {
	n := rapid.IntRange(1, 3).Draw(h.t, "steps")
	done, err := h.s.Undo(n, h.at)
	if want := min(n, len(h.states)-1); len(done) != want || (want == 0) != errors.Is(err, store.ErrNothing) {
		h.t.Fatalf("undo %d of %d: %d done, %v", n, len(h.states)-1, len(done), err)
	}
	for range done {
		h.undone = append(h.undone, h.present())
		h.states = h.states[:len(h.states)-1]
	}
}

func (h *history) redo() {
	n := rapid.IntRange(1, 3).Draw(h.t, "steps")
	done, err := h.s.Redo(n, h.at)
	if want := min(n, len(h.undone)); len(done) != want || (want == 0) != errors.Is(err, store.ErrNothing) {
		h.t.Fatalf("redo %d of %d: %d done, %v", n, len(h.undone), len(done), err)
	}
	for range done {
		h.states = append(h.states, h.undone[len(h.undone)-1])
		h.undone = h.undone[:len(h.undone)-1]
	}
}

// check compares the file with what it must be, and what is derived in it with
// what follows from the records.
func (h *history) check() {
	if got := take(h.t, h.s); !maps.Equal(got, h.present()) {
		h.t.Fatalf("the book is not what it must be:\n%v\n%v", got, h.present())
	}
	report, err := h.s.Doctor(false)
	if err != nil || !report.Sound() {
		h.t.Fatalf("doctor: %v %q", err, report.Problems)
	}
	accounts, err := h.s.Accounts()
	if err != nil {
		h.t.Fatalf("accounts: %v", err)
	}
	for _, a := range accounts {
		plan, _, err := h.s.Plan(a.ID)
		if err != nil {
			h.t.Fatalf("plan: %v", err)
		}
		sameVerdicts(h.t, a, plan)
	}
}

// sameVerdicts fails when a row of the portfolio says anything else than the plan.
func sameVerdicts(t fataler, a store.AccountSummary, p *model.Plan) {
	for _, days := range []int{-400, 0, 30, 400} {
		day := today.AddDays(days)
		if err := modeltest.SameRow(model.RowOf(a, p.Book, day), p, day); err != nil {
			t.Fatalf("%v", err)
		}
	}
}

// TestHistory makes random histories, with the file closed and opened between
// steps, and compares the file after each with a book in memory: records, undo
// and redo to the last byte, and everything that is derived.
func TestHistory(t *testing.T) {
	root := t.TempDir()
	files := 0
	rapid.Check(t, func(t *rapid.T) {
		files++
		h := &history{t: t, path: filepath.Join(root, fmt.Sprint(files), "book.db"), at: now, states: []snapshot{{}}}
		h.ids.Entropy = seeded(uint64(files))
		h.reopen()
		defer func() { _ = os.RemoveAll(filepath.Dir(h.path)) }()
		h.create()
		t.Repeat(map[string]func(*rapid.T){
			"create": func(*rapid.T) { h.create() },
			"change": func(*rapid.T) { h.change() },
			"remove": func(*rapid.T) { h.remove() },
			"move":   func(*rapid.T) { h.move() },
			"undo":   func(*rapid.T) { h.undo() },
			"redo":   func(*rapid.T) { h.redo() },
			"reopen": func(*rapid.T) { h.reopen() },
			"":       func(*rapid.T) { h.check() },
		})
	})
}

// TestStanding holds what would be taken back to what is, through undo and redo,
// and what a list of changes tells of each entry to the log in full.
func TestStanding(t *testing.T) {
	s := newStore(t)
	_, c, _ := jane(t, s)
	for i := range 6 {
		was := model.Clone(c)
		c.JobTitle = fmt.Sprint("step ", i)
		if _, err := s.Apply(model.Edit{Label: c.JobTitle, Changes: []model.Change{{Before: was, After: model.Clone(c)}}}, now); err != nil {
			t.Fatal(err)
		}
	}
	for _, step := range []func(int, time.Time, ...store.Term) ([]store.Entry, error){s.Undo, s.Redo, s.Undo} {
		if _, err := step(2, now); err != nil {
			t.Fatal(err)
		}
		standing, err := s.Standing(3)
		if err != nil || len(standing) != 3 {
			t.Fatal(standing, err)
		}
		undone, err := s.Undo(3, now)
		if err != nil {
			t.Fatal(err)
		}
		for i := range undone {
			if undone[i].Seq != standing[i].Seq || undone[i].Label != standing[i].Label {
				t.Errorf("%d: %q would be taken back, and %q was", i, standing[i].Label, undone[i].Label)
			}
		}
		if _, err := s.Redo(3, now); err != nil {
			t.Fatal(err)
		}
	}
	full, err := s.Log(store.LogQuery{Fields: true})
	if err != nil {
		t.Fatal(err)
	}
	brief, err := s.Log(store.LogQuery{Changes: true})
	if err != nil || len(brief) != len(full) {
		t.Fatal(len(brief), len(full), err)
	}
	for i := range full {
		full[i].Deltas = slices.DeleteFunc(full[i].Deltas, func(d store.Delta) bool { return d.Verb != store.Changed })
		if fmt.Sprint(full[i]) != fmt.Sprint(brief[i]) {
			t.Errorf("%v, not %v", brief[i], full[i])
		}
	}
}
