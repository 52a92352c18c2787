package modeltest_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"astute/model"
	"astute/model/modeltest"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

var day = model.NewDate(2026, 3, 31)

func TestGenerateMakesSoundBooks(t *testing.T) {
	for _, n := range []int{0, 1, 2, 7, 99, 100, 300, 5000} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			book := checkSound(t, modeltest.Generate(1, n, day))
			if got := len(book.Of(model.KindContact)); got != n {
				t.Errorf("%d contacts were made, want %d", got, n)
			}
			if got, want := len(book.Of(model.KindAccount)), max(1, n/100); got != want {
				t.Errorf("%d accounts were made, want %d", got, want)
			}
		})
	}
}

// checkSound fails the test unless every record is valid, every ID is used
// once, and every link points to a record of the right kind in the same account
// or a shared one.
func checkSound(t testing.TB, records []model.Record) *model.Book {
	t.Helper()
	book := model.NewBook(records)
	if len(book.Records()) != len(records) {
		t.Fatalf("%d records share an id with another", len(records)-len(book.Records()))
	}
	for _, r := range records {
		if err := model.Check(r); err != nil {
			t.Fatalf("%s %q: %v", r.Kind(), model.Title(r, book.Name), err)
		}
		for _, f := range r.Fields() {
			for _, id := range f.Links() {
				checkLink(t, book, r, f, id)
			}
		}
	}
	return book
}

func checkLink(t testing.TB, book *model.Book, r model.Record, f model.Field, id model.ID) {
	t.Helper()
	target := book.Get(id)
	switch {
	case target == nil:
		t.Fatalf("%s %q: %s points to %s, which is nowhere", r.Kind(), model.Title(r, book.Name), f.Name, id)
	case !takes(f, target.Kind()):
		t.Fatalf("%s %q: %s points to a %s", r.Kind(), model.Title(r, book.Name), f.Name, target.Kind())
	case target.Kind().Scope() == model.ScopeAccount && target.Base().Account != r.Base().Account && r.Kind() != model.KindAccount:
		t.Fatalf("%s %q: %s points into another account", r.Kind(), model.Title(r, book.Name), f.Name)
	}
}

func takes(f model.Field, kind model.Kind) bool {
	for _, k := range f.Kinds {
		if k == kind {
			return true
		}
	}
	return f.Kinds == nil
}

func TestGenerateIsDeterministic(t *testing.T) {
	one, two, other := texts(modeltest.Generate(7, 400, day)), texts(modeltest.Generate(7, 400, day)), texts(modeltest.Generate(8, 400, day))
	if one != two {
		t.Error("the same seed gave two different books")
	}
	if one == other {
		t.Error("different seeds gave the same book")
	}
}

// texts writes out every field of every record.
func texts(records []model.Record) string {
	var b strings.Builder
	for _, r := range records {
		fmt.Fprintln(&b, r.Kind(), r.Base().ID)
		for _, f := range r.Fields() {
			fmt.Fprintln(&b, f.Num, f.Text())
		}
	}
	return b.String()
}

func TestGenerateIsSoundForAnySeedAndDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		n := rapid.IntRange(0, 250).Draw(t, "contacts")
		today := model.NewDate(2000, 1, 1).AddDays(rapid.IntRange(0, 40_000).Draw(t, "day"))
		records := modeltest.Generate(seed, n, today)
		if got := len(model.NewBook(records).Of(model.KindContact)); got != n {
			t.Fatalf("%d contacts were made, want %d", got, n)
		}
		soundIn(t, records)
	})
}

// soundIn is checkSound for a rapid test, which is no testing.TB.
func soundIn(t *rapid.T, records []model.Record) {
	book := model.NewBook(records)
	for _, r := range records {
		if err := model.Check(r); err != nil {
			t.Fatalf("%s: %v", r.Kind(), err)
		}
		for _, f := range r.Fields() {
			for _, id := range f.Links() {
				if target := book.Get(id); target == nil || !takes(f, target.Kind()) {
					t.Fatalf("%s.%s points to %v", r.Kind(), f.Name, target)
				}
			}
		}
	}
}

func TestGenerateSpeaksManyScripts(t *testing.T) {
	scripts := map[string]*unicode.RangeTable{
		"Latin": unicode.Latin, "Han": unicode.Han, "Hiragana": unicode.Hiragana, "Hangul": unicode.Hangul, "Arabic": unicode.Arabic, "Hebrew": unicode.Hebrew,
		"Cyrillic": unicode.Cyrillic, "Greek": unicode.Greek, "Devanagari": unicode.Devanagari, "Thai": unicode.Thai,
	}
	seen := map[string]int{}
	for _, c := range model.All[*model.Contact](model.NewBook(modeltest.Generate(3, 2000, day))) {
		for script, table := range scripts {
			if strings.ContainsFunc(c.Name, func(r rune) bool { return unicode.Is(table, r) }) {
				seen[script]++
			}
		}
		if strings.ContainsFunc(c.Name, func(r rune) bool { return unicode.Is(unicode.Mn, r) }) {
			seen["combining marks"]++
		}
		if !norm.NFC.IsNormalString(c.Name) {
			seen["not composed"]++
		}
		if name, rest, _ := strings.Cut(c.Email, "@"); c.Email != "" {
			if strings.Trim(name, "abcdefghijklmnopqrstuvwxyz.0123456789") != "" || !strings.HasSuffix(rest, ".example") {
				t.Errorf("%s has the address %q", c.Name, c.Email)
			}
		}
		if c.Name != model.CleanLine(c.Name) || !utf8.ValidString(c.Name) {
			t.Errorf("%q is not a clean name", c.Name)
		}
	}
	for script := range scripts {
		if seen[script] < 5 {
			t.Errorf("only %d of 2000 names are written in %s", seen[script], script)
		}
	}
	for _, what := range []string{"combining marks", "not composed"} {
		if seen[what] < 5 {
			t.Errorf("only %d of 2000 names have %s", seen[what], what)
		}
	}
}

func TestGeneratePutsNobodyBelowThemselves(t *testing.T) {
	book := model.NewBook(modeltest.Generate(5, 700, day))
	for _, c := range model.All[*model.Contact](book) {
		if boss, ok := model.Lookup[*model.Contact](book, c.ReportsTo); ok && boss.Rank >= c.Rank {
			t.Errorf("%s (%s) reports to %s (%s)", c.Name, c.Rank, boss.Name, boss.Rank)
		}
	}
}

func TestNaughty(t *testing.T) {
	list := modeltest.Naughty()
	if len(list) < 60 {
		t.Errorf("only %d naughty strings", len(list))
	}
	seen := map[string]bool{}
	var invalid, unsafe, formulas, long int
	for _, s := range list {
		if seen[s] {
			t.Errorf("%q stands there twice", s)
		}
		seen[s] = true
		if !utf8.ValidString(s) {
			invalid++
		}
		if strings.ContainsFunc(s, model.IsUnsafe) {
			unsafe++
		}
		if strings.IndexAny(s, "=+-@") == 0 {
			formulas++
		}
		if len(s) > 1000 {
			long++
		}
	}
	if invalid < 3 || unsafe < 10 || formulas < 4 || long < 3 {
		t.Errorf("invalid %d, unsafe %d, formulas %d, long %d: the list has lost its bite", invalid, unsafe, formulas, long)
	}
	list[3] = "changed"
	if modeltest.Naughty()[3] == "changed" {
		t.Error("Naughty gives out its own slice")
	}
}

func BenchmarkGenerate(b *testing.B) {
	for _, n := range []int{100, 5_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if records := modeltest.Generate(1, n, day); len(records) < n {
					b.Fatalf("%d records", len(records))
				}
			}
		})
	}
}
