package search

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"astute/model"
	"astute/model/modeltest"
)

// The test set: queries of each kind over two books, and the share of them that
// must be found. A kind for which a book has nobody is not asked there.
const (
	askedEach  = 30
	firstShare = 97 // percent of all queries
	tenShare   = 99
	firstLeast = 80 // percent of each kind
	tenLeast   = 90
)

var qualityBook = flag.Int("book", 5_000, "over how many contacts TestLookUpQuality asks; the whole is 100000")

// TestLookUpQuality types what people type and counts how often the record meant
// comes first, and among the first ten: over a big book of made-up names, and
// over names and companies that there are.
func TestLookUpQuality(t *testing.T) {
	for _, book := range []struct {
		name    string
		records []model.Record
		ways    []asked
	}{
		{fmt.Sprintf("%d made-up people", *qualityBook), modeltest.Generate(1, *qualityBook, today), ways},
		{"real names", realBook(), slices.Concat(ways, realWays)},
	} {
		t.Run(book.name, func(t *testing.T) { askAll(t, book.records, book.ways) })
	}
}

// answers is what came of the queries of one kind.
type answers struct {
	way           *asked
	n, first, ten int
	missed        []string
}

func (a *answers) percent(of int) int { return 100 * of / max(1, a.n) }

func askAll(t *testing.T, records []model.Record, ways []asked) {
	ix, rows := indexOf(t, records)
	all, byID := allMeant(ix, rows, records)
	var results []*answers
	total := answers{}
	for i := range ways {
		a := ask(ix, all, byID, &ways[i])
		if a.n == 0 {
			continue
		}
		results = append(results, a)
		total.n, total.first, total.ten = total.n+a.n, total.first+a.first, total.ten+a.ten
		if a.percent(a.first) < firstLeast || a.percent(a.ten) < tenLeast {
			t.Errorf("%s: %d %% first, %d %% in ten; want %d and %d", a.way.name, a.percent(a.first), a.percent(a.ten), firstLeast, tenLeast)
		}
	}
	slices.SortStableFunc(results, func(a, b *answers) int { return a.percent(a.first) - b.percent(b.first) })
	for _, a := range results {
		t.Logf("%3d %% first, %3d %% in ten of %d: %s", a.percent(a.first), a.percent(a.ten), a.n, a.way.name)
		for _, miss := range a.missed {
			t.Log("      ", miss)
		}
	}
	t.Logf("%d queries: %.1f %% first, %.1f %% in ten", total.n, 100*float64(total.first)/float64(total.n), 100*float64(total.ten)/float64(total.n))
	weakest := results[0].way.name + "; " + results[1].way.name + "; " + results[2].way.name
	t.Logf("weakest: %s", weakest)
	if 100*total.first < firstShare*total.n {
		t.Errorf("the right one first in %d of %d queries, want %d %%; weakest: %s", total.first, total.n, firstShare, weakest)
	}
	if 100*total.ten < tenShare*total.n {
		t.Errorf("the right one among ten in %d of %d queries, want %d %%", total.ten, total.n, tenShare)
	}
}

// ask asks for records drawn by lot in one way.
func ask(ix *memory, all map[model.Kind][]*meant, byID map[model.ID]*meant, way *asked) *answers {
	a := &answers{way: way}
	kind := way.of()
	r := rand.New(rand.NewPCG(1, 2))
	order := r.Perm(len(all[kind]))
	for _, i := range order {
		p := all[kind][i]
		if a.n == askedEach {
			break
		}
		if !way.fits(p) {
			continue
		}
		a.n++
		query := way.query(p, r)
		hits := Find(ix, Query{Text: query, Limit: 10})
		place := slices.IndexFunc(hits, func(h Hit) bool {
			q := byID[h.ID]
			return q != nil && (q == p || (way.kind != 0 || q.Kind == kind || q.Kind == way.or) && way.same(p, q))
		})
		switch {
		case place == 0:
			a.first++
		default:
			found := "nothing"
			if len(hits) > 0 {
				found = byID[hits[0].ID].String()
			}
			a.missed = append(a.missed, fmt.Sprintf("%q meant %s: first %s (right one at %d)", query, p, found, place+1))
		}
		if place >= 0 {
			a.ten++
		}
	}
	return a
}

// String is for what was missed.
func (p *meant) String() string {
	return p.Row.Kind.String() + " " + p.Name + ", " + p.Detail + ", " + p.account
}

// allMeant is every record as somebody remembers it.
func allMeant(ix *memory, rows []Row, records []model.Record) (all map[model.Kind][]*meant, byID map[model.ID]*meant) {
	contacts := map[model.ID]*model.Contact{}
	for _, r := range records {
		if c, ok := r.(*model.Contact); ok {
			contacts[c.ID] = c
		}
	}
	all, byID = map[model.Kind][]*meant{}, map[model.ID]*meant{}
	for _, row := range rows {
		p := &meant{Row: row, contact: contacts[row.ID], title: Fold(row.Detail), account: Fold(ix.accounts[row.Account])}
		for _, w := range terms(row.Name) {
			if w.runes > 1 {
				p.words = append(p.words, w.plain)
			}
		}
		p.landmark, _, _ = strings.Cut(p.account, " ")
		if p.contact != nil {
			p.mail, p.host, _ = strings.Cut(Fold(p.contact.Email), "@")
			if len(p.contact.Phones) > 0 {
				p.digits = digitsOf(p.contact.Phones[0])
			}
			p.latin = inLatin(p)
		}
		byID[row.ID] = p
		if len(p.words) > 0 {
			all[row.Kind] = append(all[row.Kind], p)
		}
	}
	return all, byID
}

// inLatin is how a name in other letters is typed in Latin ones, where somebody
// could know: from its parts in the list of real names, or its e-mail address.
func inLatin(p *meant) string {
	if isLatin(p.Name) {
		return ""
	}
	var typed []string
	for _, word := range strings.Fields(p.Name) {
		if typed = append(typed, typedNames[word]); typedNames[word] == "" {
			return strings.TrimRight(strings.ReplaceAll(p.mail, ".", " "), "0123456789")
		}
	}
	return strings.Join(typed, " ")
}

var typedNames = func() map[string]string {
	typed := map[string]string{}
	for _, names := range realNames {
		for _, entry := range strings.Fields(names.given + " " + names.family) {
			if text, latin, ok := strings.Cut(entry, "="); ok && !names.familyFirst {
				typed[text] = latin
			}
		}
	}
	return typed
}()
