package cli

import (
	"path/filepath"
	"testing"
	"time"

	"astute/model"
	"astute/model/modeltest"
	"astute/store"
	"astute/store/storetest"
)

// TestListsNameWhatTheBookNames reads each kind as list does, of one account and
// of all, and holds what its links are called to what the whole book says.
func TestListsNameWhatTheBookNames(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book.db")
	s, err := store.Open(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	storetest.Check(t, path)
	generated := modeltest.Generate(7, 900, model.NewDate(2026, time.March, 16))
	if _, err := s.Apply(model.Created("import", generated...), time.Date(2026, 3, 16, 9, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	book, err := s.Book()
	if err != nil {
		t.Fatal(err)
	}
	one := book.Of(model.KindAccount)[0].Base().ID
	links := 0
	for _, kind := range model.Kinds() {
		for _, in := range []scope{{}, {account: one, byAccount: true}} {
			if in.byAccount && kind.Scope() != model.ScopeAccount {
				continue
			}
			list, names, err := records(s, kind, in)
			if err != nil {
				t.Fatal(err)
			}
			want := 0
			for _, r := range book.Of(kind) {
				if !in.byAccount || r.Base().Account == one {
					want++
				}
			}
			if len(list) != want {
				t.Errorf("%d %s of %d", len(list), kind.Plural(), want)
			}
			for _, r := range list {
				if got, want := model.Title(r, names), model.Title(r, book.Name); got != want {
					t.Fatalf("%s %s is called %q, not %q", kind, r.Base().ID, got, want)
				}
				for _, f := range r.Fields() {
					for _, id := range f.Links() {
						links++
						if got, want := names(id), book.Name(id); got != want {
							t.Fatalf("%s of %s %s is called %q, not %q", f.Name, kind, r.Base().ID, got, want)
						}
					}
				}
			}
		}
	}
	if links < 2*mostSingle {
		t.Errorf("only %d links: not both ways were taken", links)
	}
}
