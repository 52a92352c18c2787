package exchange

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"astute/model"
	"astute/model/search"
)

// Duplicate is two records that may be one: to be looked at by a person, never
// merged unasked.
type Duplicate struct {
	A, B    model.Record // A is the one that knows more, or is older
	Score   int          // how likely it is, in percent
	Reasons []string     // what speaks for it, the strongest first, then what speaks against it

	first int // the score of the likeliest people in both of two accounts, who can be made one only after these
}

// unlikely is the score below which two records are not worth a look.
const unlikely = 50

// What speaks for two records being one, in percent. Of several the strongest
// counts, and each other adds a little.
const (
	bySameName      = 86
	bySameProfile   = 92
	bySameEmail     = 90
	byEmailAlone    = 55 // the names differ: somebody may have married, or share the address
	bySharedAddress = 8  // of nobody in particular
	byDomain        = 6
	byPhone         = 8
	byTitle         = 4
)

// What two different addresses or profiles take away: who has two of them may be
// two.
const (
	againstAddresses = 14
	againstNearly    = 22
)

// crowd is how many records may share an address before it says nothing about
// whose it is.
const crowd = 4

// wide is how many records with one word of their names in common are compared
// each with each; of more, each with its neighbours only.
const wide = 24

// Duplicates returns the pairs of contacts and of accounts of a book that may be
// one, the likeliest first. Left out are people who are on record as two: one
// reports to the other, a line joins them, or somebody said so ([Apart]), and
// seats whose holder is not known. kinds narrows the answer; none means both.
func Duplicates(book *model.Book, kinds ...model.Kind) []Duplicate {
	var list []Duplicate
	if len(kinds) == 0 || slices.Contains(kinds, model.KindContact) {
		list = duplicatePeople(book)
	}
	if len(kinds) == 0 || slices.Contains(kinds, model.KindAccount) {
		list = append(list, withTheirPeople(duplicateAccounts(book), list)...)
	}
	rank := func(d Duplicate) int { return max(d.Score, d.first) }
	slices.SortStableFunc(list, func(x, y Duplicate) int {
		return cmp.Or(rank(y)-rank(x), y.first-x.first, x.A.Base().ID.Compare(y.A.Base().ID), x.B.Base().ID.Compare(y.B.Base().ID))
	})
	return list
}

// withTheirPeople says of accounts that may be one how many people may be in both:
// they come before those people, who cannot be made one across accounts.
func withTheirPeople(accounts, people []Duplicate) []Duplicate {
	type pair struct{ a, b model.ID }
	pairOf := func(a, b model.ID) pair {
		if a.Compare(b) > 0 {
			a, b = b, a
		}
		return pair{a, b}
	}
	shared, best := map[pair]int{}, map[pair]int{}
	for _, d := range people {
		p := pairOf(d.A.Base().Account, d.B.Base().Account)
		shared[p]++
		best[p] = max(best[p], d.Score)
	}
	for i, d := range accounts {
		p := pairOf(d.A.Base().ID, d.B.Base().ID)
		if n := shared[p]; n > 0 {
			accounts[i].first = best[p]
			accounts[i].Reasons = append(slices.Clone(d.Reasons), model.Count(n, "person", "people")+" may be in both")
		}
	}
	return accounts
}

// couple is two records by their places, the smaller first.
type couple struct{ a, b int32 }

func coupleOf(a, b int32) couple { return couple{min(a, b), max(a, b)} }

// apart are the couples that are on record as two.
func apart(book *model.Book, place map[model.ID]int32) map[couple]bool {
	two := map[couple]bool{}
	note := func(a, b model.ID) {
		x, ok := place[a]
		if y, too := place[b]; ok && too {
			two[coupleOf(x, y)] = true
		}
	}
	for _, l := range model.All[*model.Line](book) {
		note(l.From, l.To)
	}
	for id := range place {
		r := book.Get(id)
		if c, ok := r.(*model.Contact); ok && !c.ReportsTo.IsZero() {
			note(id, c.ReportsTo)
		}
		if strings.Contains(r.Base().Origin, "@"+sourceApart) {
			for _, text := range saidApart(r) {
				if other, err := model.ParseID(text); err == nil {
					note(id, other)
				}
			}
		}
	}
	return two
}

// bucket is a place under a key of what two records may have in common.
type bucket struct {
	key   uint64
	order string // among those of one key: neighbours are alike
	at    int32
}

// candidates returns the couples that share a key which no more than most do, 0
// meaning any number. Under a key of many only neighbours are taken, so that it
// never takes quadratic time.
func candidates(list []bucket, most int) []couple {
	slices.SortFunc(list, func(x, y bucket) int {
		return cmp.Or(cmp.Compare(x.key, y.key), strings.Compare(x.order, y.order), cmp.Compare(x.at, y.at))
	})
	var found []couple
	for start := 0; start < len(list); {
		end := start
		for end < len(list) && list[end].key == list[start].key {
			end++
		}
		group := list[start:end]
		start = end
		if len(group) < 2 || most > 0 && len(group) > most {
			continue
		}
		reach := len(group)
		if reach > wide {
			reach = neighbours
		}
		for i := range group {
			for j := i + 1; j < min(len(group), i+1+reach); j++ {
				if group[i].at != group[j].at {
					found = append(found, coupleOf(group[i].at, group[j].at))
				}
			}
		}
	}
	return found
}

// once returns each couple once.
func once(list []couple) []couple {
	slices.SortFunc(list, func(x, y couple) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return slices.Compact(list)
}

// neighbours is how many of the next under a key of many are compared.
const neighbours = 5

// keyOf returns the number of a key made of parts.
func keyOf(parts ...string) uint64 {
	sum := uint64(14695981039346656037)
	for _, part := range parts {
		for i := 0; i < len(part); i++ {
			sum = (sum ^ uint64(part[i])) * 1099511628211
		}
		sum = (sum ^ 0xff) * 1099511628211
	}
	return sum
}

// evidence is what speaks for and against two records being one.
type evidence struct {
	score         int
	more          int
	reasons, buts []string
}

// by adds a reason worth so much on its own.
func (e *evidence) by(score int, format string, args ...any) {
	e.more += min(e.score, score) / 20
	e.score = max(e.score, score)
	e.reasons = append(e.reasons, fmt.Sprintf(format, args...))
}

// and adds what makes a reason stronger.
func (e *evidence) and(points int, format string, args ...any) {
	e.more += points
	e.reasons = append(e.reasons, fmt.Sprintf(format, args...))
}

func (e *evidence) but(points int, format string, args ...any) {
	e.more -= points
	e.buts = append(e.buts, "but "+fmt.Sprintf(format, args...))
}

// duplicate returns the pair, with the one first that is better kept.
func (e *evidence) duplicate(a, b model.Record) Duplicate {
	if x, y := known(a), known(b); y > x || y == x && b.Base().ID.Compare(a.Base().ID) < 0 {
		a, b = b, a
	}
	return Duplicate{A: a, B: b, Score: max(0, min(99, e.score+e.more)), Reasons: append(e.reasons, e.buts...)}
}

// known is how many fields of a record are.
func known(r model.Record) (n int) {
	for _, f := range r.Fields() {
		if !f.Hidden && !f.IsZero() {
			n++
		}
	}
	return n
}

// company is an account as it is compared.
type company struct {
	account      *model.Account
	name         string // folded
	key, loose   string
	headquarters string
}

// duplicateAccounts compares the accounts that are called alike: but for case and
// punctuation, but for legal forms, or but for one letter.
func duplicateAccounts(book *model.Book) []Duplicate {
	accounts := model.All[*model.Account](book)
	list := make([]company, len(accounts))
	place := make(map[model.ID]int32, len(accounts))
	var buckets []bucket
	for i, a := range accounts {
		c := company{account: a, name: search.Fold(a.Name), key: companyKey(a.Name), loose: looseName(search.Fold(a.Name)), headquarters: search.Fold(a.HQ)}
		list[i], place[a.ID] = c, int32(i)
		add := func(parts ...string) {
			buckets = append(buckets, bucket{keyOf(parts...), c.name, int32(i)})
		}
		add("key", c.key)
		if c.loose != "" {
			add("loose", c.loose)
			letters := []rune(strings.ReplaceAll(c.loose, " ", ""))
			if n := len(letters); n >= longEnough {
				// One slip leaves the first or the last part of a name as it was.
				add("begins", string(letters[:n/2]))
				add("ends", string(letters[n-n/2:]))
				if n%2 == 1 {
					add("ends", string(letters[n-n/2-1:]))
				}
			}
		}
	}
	two := apart(book, place)
	var found []Duplicate
	for _, pair := range once(candidates(buckets, 0)) {
		if two[pair] {
			continue
		}
		x, y := list[pair.a], list[pair.b]
		var e evidence
		switch {
		case x.key == y.key:
			e.by(92, "called the same, but for capitals and punctuation")
		case x.loose != "" && x.loose == y.loose:
			e.by(78, "called the same, but for %s", butFor(x.name, y.name))
		case slip(strings.ReplaceAll(x.loose, " ", ""), strings.ReplaceAll(y.loose, " ", "")):
			e.by(60, "called the same, but for a letter")
		default:
			continue
		}
		switch {
		case x.headquarters == "" || y.headquarters == "":
		case x.headquarters == y.headquarters:
			e.and(byTitle, "both in %s", model.CleanLine(x.account.HQ))
		default:
			e.but(againstAddresses, "they have different headquarters")
		}
		if d := e.duplicate(x.account, y.account); d.Score >= unlikely {
			found = append(found, d)
		}
	}
	return found
}

// butFor says by what two names of one loose name differ.
func butFor(a, b string) string {
	plain := func(name string) []string { return strings.Fields(foldName(strings.ReplaceAll(name, ".", ""))) }
	x, y := plain(a), plain(b)
	for _, words := range [][2][]string{{x, y}, {y, x}} {
		for _, word := range words[0] {
			word = strings.Trim(word, ",;()")
			if longWords[word] && !slices.Contains(words[1], word) {
				return fmt.Sprintf("the word %q", word)
			}
		}
	}
	return "the legal form"
}
