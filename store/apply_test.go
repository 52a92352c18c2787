package store_test

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/model/modeltest"
	"astute/store"
)

func get[R model.Record](t testing.TB, s *store.Store, id model.ID) R {
	t.Helper()
	r, err := s.Get(id)
	if err != nil {
		t.Fatal(err)
	}
	return r.(R)
}

// jane writes a small book: an account, Jane in it, and Ana of ours.
func jane(t testing.TB, s *store.Store) (*model.Account, *model.Contact, *model.Teammate) {
	t.Helper()
	a := account(s, "FreshKart Grocers")
	c := contact(s, "Jane Smith", a.ID)
	c.JobTitle = "CTO"
	ana := &model.Teammate{Name: "Ana Ruiz"}
	ana.ID = s.NewID(now)
	apply(t, s, model.Created("add", a, c, ana))
	return get[*model.Account](t, s, a.ID), get[*model.Contact](t, s, c.ID), get[*model.Teammate](t, s, ana.ID)
}

func TestFileIsPrivate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "book.db")
	s := open(t, path)
	if seq, err := s.Version(); seq != 0 || err != nil {
		t.Fatalf("version of no file: %d, %v", seq, err)
	}
	if book, err := s.Book(); err != nil || len(book.Records()) != 0 {
		t.Fatalf("book of no file: %v", err)
	}
	if _, err := s.Undo(1, now); !errors.Is(err, store.ErrNothing) {
		t.Fatalf("undo without a file: %v", err)
	}
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Fatalf("reading made the file: %v", err)
	}
	jane(t, s)
	for name, want := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, want %v (%v)", name, info.Mode(), want, err)
		}
	}
	if names, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".*")); len(names) > 0 {
		t.Errorf("left behind: %v", names)
	}
}

func TestEmptyFileBecomesABook(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := open(t, path)
	if _, err := s.Book(); err != nil {
		t.Fatal(err)
	}
	jane(t, s)
}

func TestFileBehindALink(t *testing.T) {
	dir := t.TempDir()
	link, real := filepath.Join(dir, "link.db"), filepath.Join(dir, "real.db")
	if err := os.Symlink("real.db", link); err != nil {
		t.Skip(err)
	}
	jane(t, open(t, link))
	if info, err := os.Lstat(real); err != nil || !info.Mode().IsRegular() {
		t.Fatalf("the link's target: %v", err)
	}
}

func TestApplySetsTimes(t *testing.T) {
	s := newStore(t)
	_, c, _ := jane(t, s)
	if c.Created != model.InstantOf(now) || c.Changed != c.Created {
		t.Fatalf("made at %s, changed at %s", c.Created, c.Changed)
	}
	after := model.Clone(c)
	after.JobTitle = "CEO"
	if _, err := s.Apply(model.Edited("edit", c, after), now.Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	c = get[*model.Contact](t, s, c.ID)
	if c.Created != model.InstantOf(now) || c.Changed != model.InstantOf(now.Add(time.Hour)) || c.JobTitle != "CEO" {
		t.Fatalf("%+v", c)
	}
}

func TestApplyOfNothingIsNotWritten(t *testing.T) {
	s := newStore(t)
	_, c, _ := jane(t, s)
	for _, e := range []model.Edit{{}, model.Edited("same", c, model.Clone(c))} {
		if seq, err := s.Apply(e, now); seq != 1 || err != nil {
			t.Fatalf("version %d, %v", seq, err)
		}
	}
	if log, err := s.Log(store.LogQuery{}); len(log) != 1 || err != nil {
		t.Fatalf("%v %v", log, err)
	}
}

// What is made never conflicts: of two that worked the same out from one version
// only the first may write it.
func TestAnEditOfAVersionIsWrittenAtThatVersionOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book.db")
	s, other := open(t, path), open(t, path)
	apply(t, s, model.Created("add", account(s, "Northwind")))
	at := store.At(seen(t, s))
	if _, err := s.Apply(model.Created("import", account(s, "FreshKart Grocers")), now, at); err != nil {
		t.Fatal(err)
	}
	if _, err := other.Apply(model.Created("import", account(s, "FreshKart Grocers")), now, at); !errors.Is(err, store.ErrMeanwhile) {
		t.Errorf("the second one: %v", err)
	}
	book, err := other.Book()
	if err != nil || len(book.Records()) != 2 {
		t.Errorf("%d records, %v", len(book.Records()), err)
	}
	if _, err := other.Apply(model.Created("add", account(s, "Acme")), now, store.At(seen(t, other))); err != nil {
		t.Error(err)
	}
}

// TestConflictIsPerField has two people start from one record.
func TestConflictIsPerField(t *testing.T) {
	s := newStore(t)
	_, c, _ := jane(t, s)
	mine, theirs := model.Clone(c), model.Clone(c)
	mine.JobTitle, theirs.Email = "CEO", "jane@freshkart.example"
	apply(t, s, model.Edited("theirs", c, theirs))
	apply(t, s, model.Edited("mine", c, mine))
	both := get[*model.Contact](t, s, c.ID)
	if both.JobTitle != "CEO" || both.Email != "jane@freshkart.example" {
		t.Fatalf("lost an edit: %+v", both)
	}
	late := model.Clone(c)
	late.JobTitle, late.Location = "CIO", "Austin"
	_, err := s.Apply(model.Edited("late", c, late), now)
	var conflict *model.ConflictError
	if !errors.As(err, &conflict) || len(conflict.Conflicts) != 1 {
		t.Fatalf("no conflict: %v", err)
	}
	if got := conflict.Conflicts[0]; got.Field != "title" || got.Base != "CTO" || got.Mine != "CIO" || got.Theirs != "CEO" {
		t.Fatalf("%+v", got)
	}
	if get[*model.Contact](t, s, c.ID).Location != "" {
		t.Fatal("half of an edit was written")
	}
}

func TestLinksMustHold(t *testing.T) {
	s := newStore(t)
	a, c, ana := jane(t, s)
	other := account(s, "Other Co")
	stranger := contact(s, "Sam Poe", other.ID)
	apply(t, s, model.Created("add", other, stranger))
	seq, _ := s.Version()
	reportsTo := func(to model.ID) model.Edit {
		after := model.Clone(c)
		after.ReportsTo = to
		return model.Edited("edit", c, after)
	}
	homeless := contact(s, "Nobody", s.NewID(now))
	for name, test := range map[string]struct {
		edit model.Edit
		want error
		text string
	}{
		"nowhere":       {reportsTo(s.NewID(now)), model.ErrInvalid, "does not exist"},
		"wrong kind":    {reportsTo(ana.ID), model.ErrInvalid, "kind teammate"},
		"other account": {reportsTo(stranger.ID), model.ErrInvalid, "another account"},
		"no account":    {model.Created("add", homeless), model.ErrInvalid, "account"},
		"still in use":  {model.Edit{Changes: []model.Change{{Before: a}}}, model.ErrConflict, "still leads to"},
		"needs a name":  {model.Created("add", contact(s, "", a.ID)), model.ErrInvalid, "needs name"},
	} {
		_, err := s.Apply(test.edit, now)
		if !errors.Is(err, test.want) || !strings.Contains(err.Error(), test.text) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if now, _ := s.Version(); now != seq {
		t.Errorf("something was written")
	}
	free := contact(s, "Free Agent", model.ID{})
	apply(t, s, model.Created("add", free))
	plan, _, err := s.Plan(model.ID{})
	if err != nil || plan.Account.Name != store.NoAccount || plan.Get(free.ID) == nil {
		t.Fatalf("no account: %v", err)
	}
}

// TestRemovalTakesAllBack removes an account with everything and undoes it.
func TestRemovalTakesAllBack(t *testing.T) {
	s := newStore(t)
	apply(t, s, model.Created("import", modeltest.Generate(7, 300, today)...))
	before := take(t, s)
	accounts, err := s.Accounts()
	if err != nil || len(accounts) != 3 {
		t.Fatalf("%d accounts, %v", len(accounts), err)
	}
	teammate := model.ID{}
	_ = s.Each(store.Scan{Kind: model.KindTeammate}, func(r model.Record) error { teammate = r.Base().ID; return nil })
	for _, id := range []model.ID{accounts[1].ID, teammate} {
		changes, err := s.Removal(id)
		if err != nil || len(changes) < 2 {
			t.Fatalf("%d changes, %v", len(changes), err)
		}
		apply(t, s, model.Edit{Label: "remove", Changes: changes})
		if _, err := s.Get(id); !errors.Is(err, store.ErrNotFound) {
			t.Fatalf("still there: %v", err)
		}
	}
	if _, _, err := s.Plan(accounts[1].ID); !errors.Is(err, store.ErrNotFound) {
		t.Fatalf("still a plan: %v", err)
	}
	if done, err := s.Undo(2, now); len(done) != 2 || err != nil {
		t.Fatalf("%v %v", done, err)
	}
	if !maps.Equal(before, take(t, s)) {
		t.Fatal("undo did not bring everything back")
	}
}

// TestUndoSaysWhose takes back somebody else's edit, in another process's life.
func TestUndoSaysWhose(t *testing.T) {
	s := newStore(t)
	_, c, _ := jane(t, s)
	ben, err := store.Open(s.Path(), store.Options{Author: "Ben"})
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		done, err := ben.Undo(1, now)
		if err != nil || len(done) != 1 || done[0].By != "Ana" || done[0].Label != "add" || done[0].Act != store.Edited || done[0].Made != 3 {
			t.Fatalf("%+v %v", done, err)
		}
		if done, err = ben.Redo(1, now); err != nil || done[0].By != "Ana" || done[0].Act != store.Edited {
			t.Fatalf("%+v %v", done, err)
		}
	}
	apply(t, s, model.Edit{Label: "gone", Changes: []model.Change{{Before: c}}})
	if _, err := s.Redo(1, now); !errors.Is(err, store.ErrNothing) {
		t.Fatalf("redo after a new edit: %v", err)
	}
	log, err := s.Log(store.LogQuery{Limit: 2})
	if err != nil || len(log) != 2 || log[0].Label != "gone" || log[1].Act != store.Redone || log[1].By != "Ben" {
		t.Fatalf("%+v %v", log, err)
	}
}

func TestPutBackIsWhenAnUndoWasLast(t *testing.T) {
	s := newStore(t)
	_, c, _ := jane(t, s)
	if when, err := s.PutBack(); err != nil || len(when) != 0 {
		t.Fatalf("nothing was taken back: %v %v", when, err)
	}
	after := model.Clone(c)
	after.Name = "Jane Brown"
	apply(t, s, model.Edit{Label: "edit", Changes: []model.Change{{Before: c, After: after}}})
	later := now.Add(time.Hour)
	for range 2 {
		later = later.Add(time.Minute)
		if _, err := s.Undo(1, later); err != nil {
			t.Fatal(err)
		}
		if when, err := s.PutBack(); err != nil || len(when) != 1 || when[c.Base().ID] != model.InstantOf(later) {
			t.Fatalf("%v %v, undone at %v", when, err, later)
		}
		later = later.Add(time.Minute)
		if _, err := s.Redo(1, later); err != nil {
			t.Fatal(err)
		}
		if when, err := s.PutBack(); err != nil || when[c.Base().ID] != model.InstantOf(later) {
			t.Fatalf("%v %v, done again at %v", when, err, later)
		}
	}
}

// TestLogTellsEachEditOfAField edits one field again and again: each entry must
// tell its own old and new value, not today's.
func TestLogTellsEachEditOfAField(t *testing.T) {
	s := newStore(t)
	_, c, _ := jane(t, s)
	titles := []string{"CTO", "CIO", "CEO", "CTO", ""}
	for i, title := range titles[1:] {
		after := model.Clone(c)
		after.JobTitle = title
		if _, err := s.Apply(model.Edited("edit", c, after), now.Add(time.Duration(i)*time.Hour)); err != nil {
			t.Fatal(err)
		}
		c = after
	}
	apply(t, s, model.Edit{Label: "remove", Changes: []model.Change{{Before: c}}})
	log, err := s.Log(store.LogQuery{Record: c.ID, Fields: true})
	if err != nil || len(log) != len(titles)+1 {
		t.Fatalf("%d entries, %v", len(log), err)
	}
	if d := log[0].Deltas[0]; d.Verb != store.Removed || d.Name != "Jane Smith" {
		t.Errorf("%+v", d)
	}
	for i := range len(titles) - 1 {
		d := log[len(titles)-1-i].Deltas
		if len(d) != 1 || len(d[0].Fields) != 1 || d[0].Fields[0] != (store.FieldDelta{Name: "title", Label: "Title", Before: titles[i], After: titles[i+1]}) {
			t.Errorf("edit %d: %+v", i, d)
		}
	}
	since, err := s.Log(store.LogQuery{Record: c.ID, Since: now.Add(2 * time.Hour), Limit: 1})
	if err != nil || len(since) != 1 || since[0].At != now.Add(3*time.Hour) {
		t.Errorf("%+v %v", since, err)
	}
}

// TestRenameIsCheapAndFound renames an account: its contacts are found by the
// new name, and only the account's own row changed.
func TestRenameIsFound(t *testing.T) {
	s := newStore(t)
	a, c, _ := jane(t, s)
	after := model.Clone(a)
	after.Name = "Zenith Foods"
	apply(t, s, model.Edited("rename", a, after))
	for text, want := range map[string]bool{"jane zenith": true, "jane freshkart": false, "cto zenith": true} {
		found, err := s.Find(store.FindQuery{Text: text, Kinds: []model.Kind{model.KindContact}})
		if err != nil || (len(found) == 1 && found[0].ID == c.ID && found[0].AccountName == "Zenith Foods") != want {
			t.Errorf("%s: %+v %v", text, found, err)
		}
	}
}

func TestResolve(t *testing.T) {
	s := newStore(t)
	a, c, ana := jane(t, s)
	twin := contact(s, "Jane Smith", a.ID)
	alone := contact(s, "Raj Mehta", a.ID)
	apply(t, s, model.Created("add", twin, alone))
	id := alone.ID.String()
	for name, want := range map[string]model.ID{
		id: alone.ID, strings.ToUpper(id): alone.ID, id[26-8:]: alone.ID, "raj mehta": alone.ID, "contact: Mehta": alone.ID,
		"freshkart": a.ID, "teammate:ana": ana.ID, "mehta raj": alone.ID, "rja mehta": alone.ID,
	} {
		if r, err := s.Resolve(name, store.ResolveQuery{}); err != nil || r.Base().ID != want {
			t.Errorf("%s: %v", name, err)
		}
	}
	var ambiguous *store.AmbiguousError
	if _, err := s.Resolve("jane smith", store.ResolveQuery{}); !errors.As(err, &ambiguous) || len(ambiguous.Candidates) != 2 {
		t.Errorf("two of one name: %v", err)
	}
	var missing *store.NotFoundError
	_, err := s.Resolve("rja mehta", store.ResolveQuery{Writing: true})
	if !errors.As(err, &missing) || len(missing.Suggestions) == 0 || missing.Suggestions[0].ID != alone.ID || !errors.Is(err, store.ErrNotFound) {
		t.Errorf("a typo while writing: %v", err)
	}
	if _, err := s.Resolve("raj", store.ResolveQuery{Kinds: []model.Kind{model.KindTeammate}}); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("of another kind: %v", err)
	}
	in, err := s.Input(a.ID, today, "Ana Ruiz")
	if err != nil {
		t.Fatal(err)
	}
	if settled, err := in.Settled(); err != nil || settled.Currency != "USD" {
		t.Errorf("amounts without a currency are in %q, %v", settled.Currency, err)
	}
	for text, want := range map[string]model.ID{"@me": ana.ID, "me": ana.ID, "raj": alone.ID} {
		if got, err := in.Find(text, []model.Kind{model.KindTeammate, model.KindContact}); got != want || err != nil {
			t.Errorf("%s: %v %v", text, got, err)
		}
	}
	after := model.Clone(c)
	if err := after.Fields()[11].Set(in, "raj mehta"); after.Fields()[11].Name == "reports_to" && (err != nil || after.ReportsTo != alone.ID) {
		t.Errorf("%v %v", err, after.ReportsTo)
	}
}

// TestExampleIsFound holds the look-up to the worked example, also while another
// program has the file open.
func TestExampleIsFound(t *testing.T) {
	s := newStore(t)
	for _, step := range modeltest.Example(today, s.NewID) {
		if _, err := s.Apply(step.Edit, step.At); err != nil {
			t.Fatalf("%s: %v", step.Edit.Label, err)
		}
	}
	for _, text := range []string{"smith jane", "cto freshkart", "jsmth", "jane smiht", "jane smith"} {
		found, err := s.Find(store.FindQuery{Text: text})
		if err != nil || len(found) == 0 || found[0].Name != "Jane Smith" {
			t.Errorf("%s: %+v %v", text, found, err)
		}
	}
	all, err := s.Log(store.LogQuery{Fields: true})
	if err != nil || len(all) < 2 {
		t.Errorf("%d entries, %v", len(all), err)
	}
}
