package store_test

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"astute/model"
	"astute/model/modeltest"
	"astute/store"
	"astute/store/storetest"
)

var damages = flag.Int("damages", 64, "in how many places TestDamage damages a file")

// pageSize is the size of the pages that the tests damage.
const pageSize = 4096

// injuries are the ways in which a file is damaged.
var injuries = map[string]func(r *rand.Rand, b []byte) []byte{
	"truncate": func(r *rand.Rand, b []byte) []byte { return b[:r.IntN(len(b))] },
	"zero": func(r *rand.Rand, b []byte) []byte {
		at := r.IntN(len(b))
		clear(b[at:min(at+512, len(b))])
		return b
	},
	"garbage": func(r *rand.Rand, b []byte) []byte {
		at := r.IntN(len(b))
		for i := at; i < min(at+64, len(b)); i++ {
			b[i] = byte(r.Uint32())
		}
		return b
	},
	"flip": func(r *rand.Rand, b []byte) []byte {
		b[r.IntN(len(b))] ^= 1 << r.IntN(8)
		return b
	},
	// What a page says of itself and where its entries lie, which bbolt believes.
	"page head": func(r *rand.Rand, b []byte) []byte {
		b[r.IntN(len(b)/pageSize)*pageSize+r.IntN(16)] ^= 1 << r.IntN(8)
		return b
	},
	"page entries": func(r *rand.Rand, b []byte) []byte {
		b[r.IntN(len(b)/pageSize)*pageSize+16+r.IntN(64)] ^= 1 << r.IntN(8)
		return b
	},
	"meta page": func(r *rand.Rand, b []byte) []byte {
		b[r.IntN(2)*pageSize+r.IntN(80)] ^= 1 << r.IntN(8)
		return b
	},
	// A page that holds what another one held, as a disk that mixes up writes does.
	"stale page": func(r *rand.Rand, b []byte) []byte {
		from, to := r.IntN(len(b)/pageSize), r.IntN(len(b)/pageSize)
		copy(b[to*pageSize:(to+1)*pageSize], b[from*pageSize:(from+1)*pageSize])
		return b
	},
}

// patient is a file with a past, and what is true of it.
type patient struct {
	bytes     []byte
	truth     snapshot // now
	before    snapshot // one commit before: what a file cut off in a commit goes back to
	log, last int      // entries of the journal; records in the account looked at
	account   model.ID
	someone   *model.Contact
}

func newPatient(t *testing.T) *patient {
	t.Helper()
	s := newStore(t)
	apply(t, s, model.Created("import", modeltest.Generate(3, 200, today)...))
	accounts, err := s.Accounts()
	if err != nil {
		t.Fatal(err)
	}
	p := &patient{account: accounts[1].ID}
	plan, _, err := s.Plan(p.account)
	if err != nil {
		t.Fatal(err)
	}
	people := model.All[*model.Contact](plan.Book)
	for i, c := range people[:10] {
		after := model.Clone(c)
		after.JobTitle = fmt.Sprint("Head of ", i)
		apply(t, s, model.Edited("edit", c, after))
	}
	if _, err := s.Undo(3, now); err != nil {
		t.Fatal(err)
	}
	p.before = take(t, s)
	after := model.Clone(people[30])
	after.Location = "Austin"
	apply(t, s, model.Edited("edit", people[30], after))
	p.truth, p.someone = take(t, s), people[31]
	log, err := s.Log(store.LogQuery{})
	if err != nil {
		t.Fatal(err)
	}
	p.log, p.last = len(log), len(plan.Records())
	if p.bytes, err = os.ReadFile(s.Path()); err != nil {
		t.Fatal(err)
	}
	return p
}

// wrong collects answers that are neither right nor an error.
type wrong []string

func (w *wrong) add(format string, args ...any) { *w = append(*w, fmt.Sprintf(format, args...)) }

// fine reports whether a call answered; an error that says damage is as it
// should be, another one is not.
func (w *wrong) fine(what string, err error) bool {
	if err != nil && !errors.Is(err, store.ErrDamaged) && !errors.Is(err, store.ErrNotDatabase) && !errors.Is(err, store.ErrNewer) {
		w.add("%s: %v", what, err)
	}
	return err == nil
}

// examine asks a damaged file everything and returns the answers that are wrong.
func (p *patient) examine(path string) wrong {
	var w wrong
	warned := false
	s, err := store.Open(path, store.Options{Author: "Ana", Warn: func(string) { warned = true }})
	if err != nil {
		return wrong{err.Error()}
	}
	defer func() { _ = s.Close() }()
	_, err = s.Version()
	w.fine("version", err)
	if book, err := s.Book(); w.fine("book", err) {
		got := snapshotOf(book.Records())
		if !maps.Equal(got, p.truth) && !(warned && maps.Equal(got, p.before)) {
			w.add("book: %d records, %d expected", len(got), len(p.truth))
		}
	}
	same := func(what string, r model.Record) {
		text := snapshotOf([]model.Record{r})[r.Base().ID]
		if text != p.truth[r.Base().ID] && !(warned && text == p.before[r.Base().ID]) {
			w.add("%s: record %s is wrong: %s", what, r.Base().ID, text)
		}
	}
	if plan, _, err := s.Plan(p.account); w.fine("plan", err) {
		if len(plan.Records()) != p.last {
			w.add("plan: %d records of %d", len(plan.Records()), p.last)
		}
		for _, r := range plan.Records() {
			same("plan", r)
		}
	}
	if r, err := s.Get(p.someone.ID); w.fine("get", err) {
		same("get", r)
	}
	for _, name := range []string{p.someone.ID.String(), p.someone.Name} {
		r, err := s.Resolve(name, store.ResolveQuery{})
		if several := (*store.AmbiguousError)(nil); errors.As(err, &several) {
			continue // there are namesakes
		}
		if w.fine("resolve", err) && r == nil {
			w.add("resolve: %s is nothing", name)
		}
	}
	err = s.Each(store.Scan{Kind: model.KindContact}, func(r model.Record) error { same("each", r); return nil })
	w.fine("each", err)
	if list, err := s.Accounts(); w.fine("accounts", err) {
		for _, a := range list {
			if !strings.Contains(p.truth[a.ID], "|10="+a.Name+"|") {
				w.add("accounts: %s is not called %q", a.ID, a.Name)
			}
		}
	}
	if found, err := s.Find(store.FindQuery{Text: p.someone.Name}); w.fine("find", err) {
		for _, f := range found {
			if !strings.Contains(p.truth[f.ID], f.Name) && !strings.HasPrefix(p.truth[f.ID], f.Kind.String()) {
				w.add("find: %s is not called %q", f.ID, f.Name)
			}
		}
	}
	if log, err := s.Log(store.LogQuery{Fields: true}); w.fine("log", err) && len(log) != p.log && !(warned && len(log) == p.log-1) {
		w.add("log: %d entries of %d", len(log), p.log)
	}
	p.operate(s, &w, warned)
	return w
}

// operate writes to a damaged file: whatever was said to be written must be
// there, and nothing else may have changed.
func (p *patient) operate(s *store.Store, w *wrong, warned bool) {
	after := model.Clone(p.someone)
	after.Location = "Dallas"
	_, err := s.Apply(model.Edited("edit", p.someone, after), now)
	if errors.Is(err, model.ErrConflict) {
		err = nil // the record could not be found, which costs nothing but the edit
	}
	wrote := w.fine("apply", err) && err == nil
	if r, err := s.Get(p.someone.ID); wrote && w.fine("get after apply", err) && r.(*model.Contact).Location != "Dallas" {
		w.add("apply was lost")
	}
	_, err = s.Undo(1, now)
	if !errors.Is(err, store.ErrNothing) && w.fine("undo", err) && wrote {
		if book, err := s.Book(); w.fine("book after undo", err) {
			got := snapshotOf(book.Records())
			if !maps.Equal(got, p.truth) && !(warned && maps.Equal(got, p.before)) {
				w.add("undo did not lead back")
			}
		}
	}
	if _, err := s.Doctor(true); err != nil {
		w.fine("doctor", err)
	}
}

// TestDamage damages a file in many ways and places. Nothing may crash, hang or
// answer wrongly: the answer is right, or it is ErrDamaged.
func TestDamage(t *testing.T) {
	p := newPatient(t)
	path := filepath.Join(t.TempDir(), "book.db")
	r := rand.New(rand.NewPCG(1, 2))
	kinds := slices.Sorted(maps.Keys(injuries))
	for i := range *damages {
		kind := kinds[i%len(kinds)]
		if err := os.WriteFile(path, injuries[kind](r, slices.Clone(p.bytes)), 0o600); err != nil {
			t.Fatal(err)
		}
		if w := p.examine(path); len(w) > 0 {
			t.Errorf("damage %d (%s):\n%s", i, kind, strings.Join(w, "\n"))
		}
		_ = os.RemoveAll(filepath.Join(filepath.Dir(path), "backups"))
	}
}

// TestDamageControl shows that the harness sees wrong records: read by bbolt
// alone, without what this package checks, the same damage gives some.
func TestDamageControl(t *testing.T) {
	p := newPatient(t)
	read := func(path string) (values map[string]string) {
		values = map[string]string{}
		defer func() { _ = recover() }()
		db, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true})
		if err != nil {
			return values
		}
		defer func() { _ = db.Close() }()
		_ = db.View(func(tx *bbolt.Tx) error {
			return tx.Bucket([]byte("records")).ForEach(func(k, v []byte) error {
				values[string(k)] = string(v)
				return nil
			})
		})
		return values
	}
	path := filepath.Join(t.TempDir(), "book.db")
	if err := os.WriteFile(path, p.bytes, 0o600); err != nil {
		t.Fatal(err)
	}
	truth, silent := read(path), 0
	for at := range 200 {
		damaged := slices.Clone(p.bytes)
		damaged[len(damaged)*at/200+1000] ^= 4
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		for key, value := range read(path) {
			if truth[key] != value {
				silent++
				break
			}
		}
	}
	if silent == 0 {
		t.Error("no damage was silent: the harness could not tell")
	}
}

// TestDamageNamesTheWayBack damages a file that has backups.
func TestDamageNamesTheWayBack(t *testing.T) {
	s := newStore(t)
	_, c, _ := jane(t, s)
	if err := s.AutoBackup(now); err != nil {
		t.Fatal(err)
	}
	good, err := s.Backups()
	if err != nil || len(good) != 1 {
		t.Fatalf("%v %v", good, err)
	}
	after := model.Clone(c)
	after.JobTitle = "CEO"
	apply(t, s, model.Edited("edit", c, after))
	b, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	for name, damaged := range map[string][]byte{
		"cut off":        b[:len(b)/3],
		"no beginning":   append(make([]byte, 2*pageSize), b[2*pageSize:]...),
		"record":         []byte(strings.ReplaceAll(string(b), "Jane Smith", "Jone Smith")),
		"something else": []byte(strings.Repeat("not a database\n", 1000)),
	} {
		if err := os.WriteFile(s.Path(), damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		cold, err := store.Open(s.Path(), store.Options{})
		if err != nil {
			t.Fatal(err)
		}
		_, err = cold.Book()
		if !errors.Is(err, store.ErrDamaged) || !strings.Contains(err.Error(), "astute restore "+good[0].Path) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := cold.Restore(good[0].Path); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		storetest.Sound(t, s.Path())
		if c := get[*model.Contact](t, cold, c.ID); c.JobTitle != "CTO" {
			t.Errorf("%s: restored %q", name, c.JobTitle)
		}
	}
	if kept, _ := filepath.Glob(filepath.Join(filepath.Dir(s.Path()), "backups", "*damaged*")); len(kept) == 0 {
		t.Error("the damaged file was not kept")
	}
}
