package state_test

import (
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"testing"
	"time"

	"astute/ui/state"
)

func TestAPlaceIsKeptForEachBook(t *testing.T) {
	d := state.Dir(filepath.Join(t.TempDir(), "deep", "astute"))
	one := state.Place{Account: "a", Pane: 3, Zoom: true, Filters: map[string]string{"Contacts": "late"}}
	for book, p := range map[string]state.Place{"one.db": one, "two.db": {Account: "b"}} {
		if err := d.Keep(book, p); err != nil {
			t.Fatal(err)
		}
	}
	if got := d.Place("one.db"); !reflect.DeepEqual(got, one) {
		t.Errorf("%+v", got)
	}
	if got := d.Place("three.db"); !reflect.DeepEqual(got, state.Place{}) {
		t.Errorf("a book that was never open stood at %+v", got)
	}
	info, err := os.Stat(string(d))
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

func TestAnUnreadableFileCountsAsNone(t *testing.T) {
	d := state.Dir(t.TempDir())
	if err := d.Keep("book.db", state.Place{Account: "a"}); err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(string(d), "*.json"))
	for _, f := range files {
		if err := os.WriteFile(f, []byte("{half"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got := d.Place("book.db"); got.Account != "" {
		t.Errorf("%+v", got)
	}
	if len(files) != 1 {
		t.Errorf("%d files", len(files))
	}
}

func TestOnlyDraftsOfDeadSessionsAreLeftBehind(t *testing.T) {
	d := state.Dir(t.TempDir())
	draft := func(id, book string) state.Draft {
		return state.Draft{Book: book, Kind: "contact", ID: id, Fields: map[int]string{10: "Zora"}, At: time.Unix(int64(len(id)), 0).UTC()}
	}
	for _, w := range []struct {
		session state.Session
		draft   state.Draft
	}{{1, draft("a", "book.db")}, {1, draft("bb", "book.db")}, {2, draft("c", "book.db")}, {3, draft("d", "other.db")}} {
		if err := d.Write(w.session, w.draft); err != nil {
			t.Fatal(err)
		}
	}
	left := func() (ids []string) {
		for _, l := range d.LeftBehind("book.db", func(s state.Session) bool { return s == 2 }) {
			ids = append(ids, l.ID)
		}
		return ids
	}
	if got := left(); !reflect.DeepEqual(got, []string{"bb", "a"}) {
		t.Fatalf("%v", got)
	}
	if err := d.Discard(d.LeftBehind("book.db", func(s state.Session) bool { return s == 2 })[0]); err != nil {
		t.Fatal(err)
	}
	if err := d.Forget(1, "a"); err != nil {
		t.Fatal(err)
	}
	if got := left(); got != nil {
		t.Errorf("%v", got)
	}
	if err := d.Forget(1, "a"); err != nil {
		t.Errorf("forgetting what is not there: %v", err)
	}
}

func TestWithoutAFolderNothingIsKept(t *testing.T) {
	var d state.Dir
	if err := d.Keep("book.db", state.Place{Account: "a"}); err != nil {
		t.Error(err)
	}
	if err := d.Write(1, state.Draft{ID: "a"}); err != nil {
		t.Error(err)
	}
	if d.Place("book.db").Account != "" || d.LeftBehind("book.db", state.Alive) != nil {
		t.Error("something was kept")
	}
}

func TestThisProcessIsAlive(t *testing.T) {
	if !state.Alive(state.Session(os.Getpid())) {
		t.Error("it is not")
	}
}

func TestLooksOfTablesAreKeptByKind(t *testing.T) {
	d := state.Dir(filepath.Join(t.TempDir(), "deep", "astute"))
	contacts, goals := state.Table{Columns: []string{"name", "support"}, Sort: "support", Down: true}, state.Table{Card: "hidden"}
	for kind, table := range map[string]state.Table{"contact": contacts, "goal": goals} {
		if err := d.KeepTables(map[string]state.Table{kind: table}); err != nil {
			t.Fatal(err)
		}
	}
	if got := d.Tables(); !reflect.DeepEqual(got, map[string]state.Table{"contact": contacts, "goal": goals}) {
		t.Errorf("%+v", got)
	}
	if err := d.KeepTables(nil); err != nil {
		t.Error(err)
	}
	if got := state.Dir("").Tables(); len(got) != 0 {
		t.Errorf("nowhere there is %+v", got)
	}
}
