package search

import (
	"bytes"
	"slices"
)

// Level says how a NAME was understood.
type Level uint8

// The levels, in the order in which they are tried.
const (
	_ Level = iota
	// LevelExact: the whole name, folded; else its words in another order
	// ("Smith, Jane"), or a whole e-mail address.
	LevelExact
	// LevelPrefix: every word begins a word of the name; else, one of them does
	// and the others begin words of the title, the address or the account.
	LevelPrefix
	// LevelLookUp: what [Find] puts first.
	LevelLookUp
)

// lookUpMargin is how far below the best score a looked-up hit still fits about
// equally well, so that nobody's name is guessed.
const lookUpMargin = 6

// Resolve returns the records that a NAME stands for: all hits of the first
// level that has any, of a look-up those about as good as the best; notes are
// not names, so the look-up leaves them out. No kind is preferred, and several hits mean that the name is ambiguous. A limit, where
// the query has one, cuts the list but not the level. Nothing found is level 0.
func Resolve(ix Index, q Query) (Level, []Hit) {
	m := newMatcher(ix, q)
	if m == nil {
		return 0, nil
	}
	rows := collect(ix.Shards)
	whole, words := []byte(Fold(q.Text)), sortedTerms([]byte(q.Text))
	tests := []struct {
		level Level
		same  func(name, detail, address []byte, a *met) bool
	}{
		{LevelExact, func(name, _, address []byte, _ *met) bool {
			return bytes.Equal(name, whole)
		}},
		{LevelExact, func(name, _, address []byte, _ *met) bool {
			if bytes.IndexByte(whole, '@') > 0 {
				return slices.ContainsFunc(bytes.Fields(address), func(word []byte) bool { return bytes.Equal(word, whole) })
			}
			return slices.EqualFunc(sortedTerms(name), words, sameText)
		}},
		{LevelPrefix, func(name, _, _ []byte, _ *met) bool {
			return m.begin(func(t *term, _ int) bool { return beginsWord(name, t.text) })
		}},
		{LevelPrefix, func(name, detail, address []byte, a *met) bool {
			named := false
			return m.begin(func(t *term, i int) bool {
				if beginsWord(name, t.text) {
					named = true
					return true
				}
				return beginsWord(detail, t.text) || beginsWord(address, t.text) || a.exact>>i&1 != 0 && a.fits[i].score >= accountWeights.prefix
			}) && named
		}},
	}
	for _, test := range tests {
		if hits := m.all(rows, q.Limit, test.same); len(hits) > 0 {
			return test.level, hits
		}
	}
	q.Limit = max(q.Limit, defaultLimit)
	hits := Find(withoutNotes{ix}, q)
	if len(hits) == 0 {
		return 0, nil
	}
	first := hits[0].Score
	return LevelLookUp, slices.DeleteFunc(hits, func(h Hit) bool { return h.Score < first-lookUpMargin })
}

// withoutNotes is an index of rows only: a word that somebody's notes happen to
// hold is no name of theirs, and a command must not act on it.
type withoutNotes struct{ Index }

func (withoutNotes) Notes(func(Shard) bool) {}

// sortedTerms returns the terms of a text in a fixed order.
func sortedTerms(text []byte) []term {
	list := terms(string(text))
	slices.SortFunc(list, func(a, b term) int { return bytes.Compare(a.text, b.text) })
	return list
}

func sameText(a, b term) bool { return bytes.Equal(a.text, b.text) }

// begin reports whether the test holds for every term.
func (m *matcher) begin(test func(t *term, i int) bool) bool {
	for i := range m.terms {
		if !test(&m.terms[i], i) {
			return false
		}
	}
	return true
}

// beginsWord reports whether a word of the text begins so.
func beginsWord(text, prefix []byte) bool {
	for at := 0; at < len(text); {
		i := bytes.Index(text[at:], prefix)
		if i < 0 {
			return false
		}
		if at += i; at == 0 || !isWordByte(text[at-1]) {
			return true
		}
		at++
	}
	return false
}

// all returns every row that passes the test, in the order of equal matches.
func (m *matcher) all(shards []Shard, limit int, same func(name, detail, address []byte, a *met) bool) []Hit {
	var list []candidate
	for _, s := range shards {
		c, _ := s.columns()
		for i := range c.slots {
			kind, number := c.kind(i), c.account(i)
			a := &m.accounts[0]
			if int(number) < len(m.accounts) {
				a = &m.accounts[number]
			}
			if !m.wanted[kind] || !m.inAccount(kind, number) {
				continue
			}
			mask := c.mask(i)
			if _, ok := m.places(&mask, a.exact); !ok {
				continue
			}
			name, detail, address := split(c.row(i))
			if same(name, detail, address, a) {
				list = append(list, candidate{Hit{ID: c.id(i), Kind: kind, Account: number}, len(name), m.away(number)})
			}
		}
	}
	if limit <= 0 {
		limit = len(list)
	}
	return graded(merge(limit, list), 0)
}
