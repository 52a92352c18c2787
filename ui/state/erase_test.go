package state

import (
	"os"
	"strings"
	"testing"
)

func TestEraseTakesAwayWhatSpeaksOfSomebody(t *testing.T) {
	d := Dir(t.TempDir())
	speaks := func(text string) bool { return strings.Contains(strings.ToLower(text), "jane") }
	for id, draft := range map[string]Draft{
		"01a": {Book: "book.db", ID: "01a", Title: "Ask Jane"},
		"01b": {Book: "book.db", ID: "01b", Fields: map[int]string{10: "call JANE"}},
		"01c": {Book: "book.db", ID: "01c", Base: map[int]string{10: "Jane"}},
		"01d": {Book: "book.db", ID: "01d", Fields: map[int]string{10: "call Alan"}},
		"01e": {Book: "other.db", ID: "01e", Title: "Ask Jane"},
	} {
		if err := d.Write(Session(os.Getpid()), draft); err != nil {
			t.Fatal(id, err)
		}
	}
	if err := d.Keep("book.db", Place{Account: "01x", Filters: map[string]string{"Contacts": "jane", "Action plan": "late"}}); err != nil {
		t.Fatal(err)
	}
	if n, err := d.Erase("book.db", speaks); n != 3 || err != nil {
		t.Fatalf("%d %v", n, err)
	}
	if left := d.Drafts("book.db"); len(left) != 1 || left[0].ID != "01d" {
		t.Errorf("%+v", left)
	}
	if other := d.Drafts("other.db"); len(other) != 1 {
		t.Errorf("another book lost %+v", other)
	}
	if p := d.Place("book.db"); p.Account != "01x" || len(p.Filters) != 1 || p.Filters["Action plan"] != "late" {
		t.Errorf("%+v", p)
	}
}
