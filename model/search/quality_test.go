package search

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"astute/model"
)

// person is one contact of the big book as somebody remembers it.
type person struct {
	Row
	words    []string // of the folded name, without middle initials
	title    string   // folded
	account  string   // folded
	landmark string   // the first word of the account's name
	mail     string   // the part of the address before the @
}

// asked is a way in which people type what they remember.
type asked struct {
	name  string
	fits  func(p *person) bool // whether this person can be asked for so
	query func(p *person, r *rand.Rand) string
	// same says whether another person answers the query just as well, so that
	// finding that one first is right too.
	same func(p, q *person) bool
}

func sameName(p, q *person) bool { return slices.Equal(p.words, q.words) }
func sameSeat(p, q *person) bool { return p.Account == q.Account && p.title == q.title }

func twoWords(p *person) bool { return len(p.words) == 2 && latin(p.words[0]) && latin(p.words[1]) }
func first(p *person) string  { return p.words[0] }
func last(p *person) string   { return p.words[len(p.words)-1] }

func latin(s string) bool {
	return utf8.RuneCountInString(s) >= 4 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == ""
}

func initials(p *person) string { return first(p)[:1] + last(p)[:1] }

// vowelless leaves the vowels inside a word out, as "smth" for Smith.
func vowelless(s string) string {
	return s[:1] + strings.NewReplacer("a", "", "e", "", "i", "", "o", "", "u", "").Replace(s[1:])
}

// mistyped makes one mistake in a word, after its first letter.
func mistyped(s string, r *rand.Rand) string {
	at := 1 + r.IntN(len(s)-2)
	letter := string(rune('a' + r.IntN(26)))
	switch r.IntN(4) {
	case 0:
		return s[:at] + s[at+1:at+2] + s[at:at+1] + s[at+2:] // swapped
	case 1:
		return s[:at] + letter + s[at+1:] // wrong
	case 2:
		return s[:at] + s[at+1:] // missing
	}
	return s[:at] + letter + s[at:] // too many
}

var ways = []asked{
	{"swapped (smith jane)", twoWords,
		func(p *person, _ *rand.Rand) string { return last(p) + " " + first(p) }, sameName},
	{"with a comma (Smith, Jane)", twoWords,
		func(p *person, _ *rand.Rand) string { return last(p) + ", " + first(p) }, sameName},
	{"without accents (renee)", func(p *person) bool { return len(p.words) > 1 && Fold(p.Name) != strings.ToLower(p.Name) },
		func(p *person, _ *rand.Rand) string { return strings.Join(p.words, " ") }, sameName},
	{"as written", func(p *person) bool { return len(p.words) > 1 },
		func(p *person, _ *rand.Rand) string { return p.Name }, sameName},
	{"beginnings (jan smi)", twoWords,
		func(p *person, _ *rand.Rand) string { return first(p)[:3] + " " + last(p)[:3] },
		func(p, q *person) bool {
			return strings.HasPrefix(first(q), first(p)[:3]) && strings.HasPrefix(last(q), last(p)[:3])
		}},
	{"login (jsmith)", twoWords,
		func(p *person, _ *rand.Rand) string { return first(p)[:1] + last(p) },
		func(p, q *person) bool { return last(p) == last(q) && first(p)[:1] == first(q)[:1] }},
	{"joined (janesmith)", twoWords,
		func(p *person, _ *rand.Rand) string { return first(p) + last(p) }, sameName},
	{"initials and account (js freshkart)", func(p *person) bool { return twoWords(p) && latin(p.landmark) },
		func(p *person, _ *rand.Rand) string { return initials(p) + " " + p.landmark },
		func(p, q *person) bool { return strings.Contains(q.account, p.landmark) && initials(p) == initials(q) }},
	{"first name and account (jane freshkart)", func(p *person) bool { return twoWords(p) && latin(p.landmark) },
		func(p *person, _ *rand.Rand) string { return first(p) + " " + p.landmark },
		func(p, q *person) bool {
			return strings.Contains(q.account, p.landmark) && slices.Contains(q.words, first(p))
		}},
	{"title and account (cto freshkart)", func(p *person) bool { return p.title != "" && latin(p.landmark) },
		func(p *person, _ *rand.Rand) string { return p.title + " " + p.account }, sameSeat},
	{"name and title (smith cto)", func(p *person) bool { return twoWords(p) && p.title != "" },
		func(p *person, _ *rand.Rand) string { return last(p) + " " + p.title },
		func(p, q *person) bool { return slices.Contains(q.words, last(p)) && p.title == q.title }},
	{"beginning of a title (vp fin) and account", func(p *person) bool { return strings.HasPrefix(p.title, "vp ") && latin(p.landmark) },
		func(p *person, _ *rand.Rand) string { return "vp " + p.title[3:min(6, len(p.title))] + " " + p.account },
		func(p, q *person) bool {
			return p.Account == q.Account && strings.HasPrefix(q.title, p.title[:min(6, len(p.title))])
		}},
	{"address (jane.smith)", func(p *person) bool { return len(p.mail) > 5 },
		func(p *person, _ *rand.Rand) string { return p.mail },
		func(p, q *person) bool { return strings.HasPrefix(q.mail, p.mail) }},
	{"one mistake (jane smiht)", twoWords,
		func(p *person, r *rand.Rand) string { return first(p) + " " + mistyped(last(p), r) }, sameName},
	{"one mistake, swapped (smiht jane)", twoWords,
		func(p *person, r *rand.Rand) string { return mistyped(last(p), r) + " " + first(p) }, sameName},
	{"letters left out (jane smth)", twoWords,
		func(p *person, _ *rand.Rand) string { return first(p) + " " + vowelless(last(p)) }, sameName},
	{"letters left out, account (jsmth fresh)", func(p *person) bool { return twoWords(p) && len(vowelless(last(p))) > 2 && latin(p.landmark) },
		func(p *person, _ *rand.Rand) string {
			return first(p)[:1] + vowelless(last(p)) + " " + p.landmark
		},
		func(p, q *person) bool {
			return strings.Contains(q.account, p.landmark) && first(p)[:1] == first(q)[:1] && vowelless(last(p)) == vowelless(last(q))
		}},
	{"part of a name without blanks", func(p *person) bool { return len(p.words) == 1 && utf8.RuneCountInString(p.Name) >= 3 },
		func(p *person, _ *rand.Rand) string { _, size := utf8.DecodeRuneInString(p.Name); return p.Name[size:] },
		func(p, q *person) bool {
			_, size := utf8.DecodeRuneInString(p.Name)
			return strings.Contains(q.Name, p.Name[size:])
		}},
}

// The test set: queries of each kind over a book of many people alike, and the
// share of them that must be found.
const (
	askedEach  = 30
	firstShare = 97 // percent
	tenShare   = 99
)

// TestLookUpQuality types what people type and counts how often the person
// meant comes first, and among the first ten.
func TestLookUpQuality(t *testing.T) {
	ix, rows := bookOf(t, 5000)
	people, byID := peopleOf(ix, rows)
	names := map[model.ID]string{}
	for _, row := range rows {
		names[row.ID] = row.Kind.String() + " " + row.Name + ", " + row.Detail + ", " + ix.accounts[row.Account]
	}
	r := rand.New(rand.NewPCG(1, 2))
	type result struct {
		way        *asked
		first, ten int
		n          int
		missed     []string
	}
	var results []*result
	total, firsts, tens := 0, 0, 0
	for i := range ways {
		way := &ways[i]
		res := &result{way: way}
		results = append(results, res)
		for res.n < askedEach {
			p := people[r.IntN(len(people))]
			if !way.fits(p) {
				continue
			}
			res.n++
			query := way.query(p, r)
			place := -1
			hits := Find(ix, Query{Text: query, Limit: 10})
			for at, h := range hits {
				if q := byID[h.ID]; q != nil && (q == p || way.same(p, q)) {
					place = at
					break
				}
			}
			if place == 0 {
				res.first++
			} else {
				found := "nobody"
				if len(hits) > 0 {
					found = names[hits[0].ID]
				}
				res.missed = append(res.missed, fmt.Sprintf("%q meant %s, %s, %s: first %s (right one at %d)", query, p.Name, p.Detail, p.account, found, place+1))
			}
			if place >= 0 {
				res.ten++
			}
		}
		total, firsts, tens = total+res.n, firsts+res.first, tens+res.ten
	}
	slices.SortStableFunc(results, func(a, b *result) int { return a.first - b.first })
	for _, res := range results {
		t.Logf("%3d %% first, %3d %% in ten: %s", 100*res.first/res.n, 100*res.ten/res.n, res.way.name)
		for _, miss := range res.missed {
			t.Log("      ", miss)
		}
	}
	t.Logf("%d queries: %.1f %% first, %.1f %% in ten", total, 100*float64(firsts)/float64(total), 100*float64(tens)/float64(total))
	if 100*firsts < firstShare*total {
		t.Errorf("the right person first in %d of %d queries, want %d %%; weakest: %s", firsts, total, firstShare, results[0].way.name)
	}
	if 100*tens < tenShare*total {
		t.Errorf("the right person among ten in %d of %d queries, want %d %%", tens, total, tenShare)
	}
}

func peopleOf(ix *memory, rows []Row) ([]*person, map[model.ID]*person) {
	var people []*person
	byID := map[model.ID]*person{}
	for _, row := range rows {
		if row.Kind != model.KindContact {
			continue
		}
		p := &person{Row: row, title: Fold(row.Detail), account: Fold(ix.accounts[row.Account])}
		for _, w := range terms(row.Name) {
			if w.runes > 1 {
				p.words = append(p.words, string(w.text))
			}
		}
		p.landmark, _, _ = strings.Cut(p.account, " ")
		p.mail, _, _ = strings.Cut(Fold(row.Address), "@")
		if len(p.words) == 0 {
			continue
		}
		people = append(people, p)
		byID[row.ID] = p
	}
	return people, byID
}
