package model_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"astute/model"

	"pgregory.net/rapid"
)

// This file draws random values for the properties of the other test files.

// someDay is the day that tests count from when it does not matter which.
var someDay = model.NewDate(2026, 3, 31)

// failer is what a test and a property have in common.
type failer interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

// must returns v; an error ends the test.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// newIDs returns a source of ids that gives the same ones every time.
func newIDs() func() model.ID {
	ids := model.IDs{Entropy: rand.NewChaCha8([32]byte{42}).Read}
	at := time.Date(2026, 3, 31, 9, 0, 0, 0, time.UTC)
	return func() model.ID {
		at = at.Add(time.Second)
		return ids.New(at)
	}
}

// anyDay draws a day of the four-digit calendar, month ends and leap days often.
func anyDay(t *rapid.T, label string) model.Date {
	d := model.NewDate(rapid.IntRange(2, 9990).Draw(t, label+" year"), time.Month(rapid.IntRange(1, 12).Draw(t, label+" month")), 1)
	switch rapid.IntRange(0, 3).Draw(t, label+" where") {
	case 0:
		return d.EndOfMonth()
	case 1:
		return d
	}
	return d.AddDays(rapid.IntRange(0, 27).Draw(t, label+" day"))
}

// nearDay draws a day of the years people plan in.
func nearDay(t *rapid.T, label string) model.Date {
	return model.NewDate(2020, 1, 1).AddDays(rapid.IntRange(0, 4000).Draw(t, label))
}

// anyText draws clean text of one line, or of several.
func anyText(t *rapid.T, label string, long bool) string {
	if !long {
		return model.CleanLine(rapid.StringN(0, 12, 40).Draw(t, label))
	}
	return strings.TrimSpace(model.CleanText(rapid.StringN(0, 20, 60).Draw(t, label)))
}

// pool is what links may point to, by kind.
type pool map[model.Kind][]model.ID

func (p pool) of(kinds []model.Kind) []model.ID {
	if kinds == nil {
		kinds = model.Kinds()
	}
	var ids []model.ID
	for _, k := range kinds {
		ids = append(ids, p[k]...)
	}
	return ids
}

// drawField sets a field to something it can hold; a needed one never to
// nothing.
func drawField(t *rapid.T, f model.Field, links pool) {
	canonical := canonicalFor(t, f, links)
	if f.Name == "rule" { // of a silence: only the words that there are
		canonical = rapid.SampledFrom(model.Rules()).Draw(t, "rule").Name
	}
	for f.Needed && canonical == "" {
		canonical = neededText(t, f, links)
	}
	if err := f.Parse(canonical); err != nil {
		t.Fatalf("%s does not take %q: %v", f.Name, canonical, err)
	}
}

func neededText(t *rapid.T, f model.Field, links pool) string {
	switch f.Type() {
	case model.TypeText:
		if f.IsCurrency() {
			return "CHF"
		}
		return "something"
	case model.TypeDate:
		return someDay.String()
	case model.TypeNumber:
		if f.IsYear() {
			return "2026"
		}
		return "2"
	case model.TypeMoney:
		return "12.50 USD"
	case model.TypeChoice:
		return f.Words()[0].Name
	case model.TypeLink:
		if ids := links.of(f.Kinds); len(ids) > 0 {
			return ids[0].String()
		}
	}
	t.Fatalf("nothing to put into %s", f.Name)
	return ""
}

func canonicalFor(t *rapid.T, f model.Field, links pool) string {
	if rapid.IntRange(0, 3).Draw(t, f.Name+" known") == 0 {
		return ""
	}
	switch f.Type() {
	case model.TypeNumber:
		if f.IsYear() {
			return model.Year(rapid.IntRange(2020, 2030).Draw(t, f.Name)).String()
		}
		return model.NumberOf(int64(rapid.IntRange(1, 3).Draw(t, f.Name))).String()
	case model.TypeMoney:
		return anyMoney(t, f.Name).String()
	case model.TypeDate:
		return nearDay(t, f.Name).String()
	case model.TypeInstant:
		return model.Instant(rapid.Int64Range(1, 1<<41).Draw(t, f.Name)).String()
	case model.TypeBool:
		return "yes"
	case model.TypeChoice:
		return rapid.SampledFrom(f.Words()).Draw(t, f.Name).Name
	case model.TypeChoices:
		var words []string
		for _, w := range f.Words() {
			if rapid.Bool().Draw(t, f.Name+" "+w.Name) {
				words = append(words, w.Name)
			}
		}
		return strings.Join(words, ", ")
	case model.TypeTexts:
		items := strings.Join(rapid.SliceOfN(rapid.StringN(0, 8, 20), 0, 3).Draw(t, f.Name), ";")
		return must(f.Canonical(model.Input{}, items))
	case model.TypeLink, model.TypeLinks:
		return linksFor(t, f, links)
	}
	if f.IsCurrency() {
		return rapid.SampledFrom([]string{"USD", "EUR", "JPY", "KWD"}).Draw(t, f.Name)
	}
	return anyText(t, f.Name, f.IsLong)
}

func linksFor(t *rapid.T, f model.Field, links pool) string {
	ids := links.of(f.Kinds)
	if len(ids) == 0 {
		return ""
	}
	n := 1
	if f.Type() == model.TypeLinks {
		n = rapid.IntRange(0, 3).Draw(t, f.Name+" links")
	}
	var chosen []string
	for range n {
		id := rapid.SampledFrom(ids).Draw(t, f.Name).String()
		if !strings.Contains(strings.Join(chosen, "\n"), id) {
			chosen = append(chosen, id)
		}
	}
	return strings.Join(chosen, "\n")
}

// drawRecord returns a record of the kind with random fields; the rules between
// fields may be broken, see drawBook for sound ones.
func drawRecord(t *rapid.T, kind model.Kind, id model.ID, links pool) model.Record {
	r := model.New(kind, id)
	for _, f := range r.Fields() {
		drawField(t, f, links)
	}
	return r
}

// anyKind draws one of the kinds.
func anyKind(t *rapid.T) model.Kind { return rapid.SampledFrom(model.Kinds()).Draw(t, "kind") }

// somewhere returns links to records that stand nowhere, of every kind.
func somewhere() pool {
	next, p := newIDs(), pool{}
	for _, k := range model.Kinds() {
		p[k] = []model.ID{next(), next(), next()}
	}
	return p
}

// drawBook draws a sound book of one to three accounts: every record valid,
// every link within its account or to a shared record.
func drawBook(t *rapid.T) *model.Book {
	next := newIDs()
	type place struct {
		kind    model.Kind
		id, acc model.ID
	}
	var places []place
	shared := pool{}
	for _, k := range model.Kinds() {
		if k.Scope() == model.ScopeShared {
			for range rapid.IntRange(1, 2).Draw(t, k.Plural()) {
				id := next()
				shared[k], places = append(shared[k], id), append(places, place{kind: k, id: id})
			}
		}
	}
	pools := map[model.ID]pool{{}: shared}
	for range rapid.IntRange(1, 3).Draw(t, "accounts") {
		account := next()
		mine := pool{model.KindAccount: {account}}
		for k, ids := range shared {
			mine[k] = ids
		}
		pools[account], places = mine, append(places, place{kind: model.KindAccount, id: account, acc: account})
		for _, k := range model.Kinds() {
			if k.Scope() != model.ScopeAccount {
				continue
			}
			// A line needs two people; some kinds cannot be without one of another.
			least := map[model.Kind]int{model.KindContact: 2, model.KindOpportunity: 1, model.KindInitiative: 1, model.KindChallenge: 1}[k]
			for range rapid.IntRange(least, 3).Draw(t, k.Plural()) {
				id := next()
				mine[k], places = append(mine[k], id), append(places, place{kind: k, id: id, acc: account})
			}
		}
	}
	var records []model.Record
	for _, p := range places {
		records = append(records, soundRecord(t, p.kind, p.id, p.acc, pools[p.acc]))
	}
	return model.NewBook(records)
}

// soundRecord draws links and what is needed; what else a record says does not
// matter to a book, and would take long to draw.
func soundRecord(t *rapid.T, kind model.Kind, id, account model.ID, links pool) model.Record {
	r := model.New(kind, id)
	for _, f := range r.Fields() {
		if link := f.Type() == model.TypeLink || f.Type() == model.TypeLinks; link || f.Needed {
			drawField(t, f, links)
		}
	}
	if kind.Scope() == model.ScopeAccount {
		r.Base().Account = account
	}
	if x, ok := r.(*model.Rate); ok && x.From == x.To {
		x.To = "GBP"
	}
	if l, ok := r.(*model.Line); ok && l.From == l.To {
		for _, other := range links[model.KindContact] {
			if other != l.From {
				l.To = other
			}
		}
	}
	if model.Check(r) != nil { // days the wrong way round, or a link to itself
		for _, f := range r.Fields() {
			if !f.Needed && f.Num >= 10 && (f.Type() == model.TypeDate || f.Type() == model.TypeLink || f.Type() == model.TypeLinks) {
				_ = f.Parse("")
			}
		}
	}
	if err := model.Check(r); err != nil {
		t.Fatalf("a %s was drawn that is not sound: %v", kind, err)
	}
	return r
}

// dangling fails unless every link of the book leads to a record of it, of a
// kind that the field takes.
func dangling(t failer, book *model.Book) {
	t.Helper()
	for _, r := range book.Records() {
		for _, f := range r.Fields() {
			for _, id := range f.Links() {
				target := book.Get(id)
				if target == nil {
					t.Fatalf("%s %s: %s points nowhere", r.Kind(), r.Base().ID, f.Name)
				}
				if target.Kind().Scope() == model.ScopeAccount && target.Base().Account != r.Base().Account {
					t.Fatalf("%s %s: %s points into another account", r.Kind(), r.Base().ID, f.Name)
				}
			}
		}
	}
}

// texts writes out every field of a record.
func texts(r model.Record) string {
	var b strings.Builder
	b.WriteString(r.Kind().String() + " " + r.Base().ID.String() + "\n")
	for _, f := range r.Fields() {
		b.WriteString(f.Name + "=" + f.Text() + "\x00")
	}
	return b.String()
}

func TestDrawnBooksAreSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { dangling(t, drawBook(t)) })
}
