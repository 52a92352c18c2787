package search

import (
	"slices"
	"strings"

	"astute/model"
)

// Index is what a look-up reads: the account names and the shards, as the file
// keeps them. Shards are read from two goroutines at once.
type Index interface {
	// Accounts gives the account names by number, folded: of a thousand names in
	// many scripts folding takes as long as half a look-up. Number 0 is "".
	Accounts() []string
	// Shards gives the shards of rows, Notes those of long texts, until yield
	// says no. A note's row has the text as its Name: see [NoteOf].
	Shards(yield func(Shard) bool)
	Notes(yield func(Shard) bool)
}

// Query is what is looked for.
type Query struct {
	Text  string
	Kinds []model.Kind // nil means all
	// Account narrows to the rows of the account with that number and to
	// shared kinds; 0 to nothing.
	Account uint32
	// OnlyAccount leaves out the shared kinds; with Account 0 it takes the rows
	// that belong to no account.
	OnlyAccount bool
	// Open is the number of the account that is looked at, 0 for none: of hits
	// that answer equally well its own come first.
	Open  uint32
	Limit int // how many hits are wanted; 0 means 20
}

// Hit is a record that was found. Score orders the hits of one query and means
// nothing else.
type Hit struct {
	ID      model.ID
	Kind    model.Kind
	Account uint32
	Score   int
}

// Near reports whether the record was found by a spelling near what was typed only.
func (h Hit) Near() bool { return h.Score < tierNote }

// Each tier's scores lie above those of the next.
const (
	tierNear = 1 << 16 * iota
	tierNote
	tierRow
)

const (
	defaultLimit = 20
	// enough hits as written spare the look for others: what somebody typed
	// right is not made better by what it resembles.
	enough = 5
)

// Find returns the records that answer the query, best first, at most as many
// as wanted; see the package comment for how. Whoever a
// name or a title stands for comes before what merely mentions them; equal
// matches come in a fixed order: those of the open account first, then people,
// then shorter names, then older records.
func Find(ix Index, q Query) []Hit {
	limit := q.Limit
	if limit <= 0 {
		limit = defaultLimit
	}
	m := newMatcher(ix, q)
	if m == nil {
		return nil
	}
	rows := collect(ix.Shards)
	list := m.scan(rows, limit)
	for _, home := range []bool{false, true} {
		phone := m.asPhone(home)
		if phone == nil {
			break // with no number as typed there is none without a country's code
		}
		phone.prepare(ix)
		list = better(limit, list, phone.scan(rows, limit))
	}
	hits := graded(list, tierRow)
	nothing := len(hits) == 0
	if nothing {
		if plain, ok := q.withoutFillers(); ok {
			return Find(ix, plain)
		}
		m.notes = true
		hits = graded(m.scan(collect(ix.Notes), limit), tierNote)
		m.notes = false
	}
	if len(hits) < min(limit, enough) && m.allowNear(nothing) {
		for _, h := range graded(m.scan(rows, limit), tierNear) {
			if len(hits) < limit && !contains(hits, h.ID) {
				hits = append(hits, h)
			}
		}
	}
	return hits
}

func contains(hits []Hit, id model.ID) bool {
	for i := range hits {
		if hits[i].ID == id {
			return true
		}
	}
	return false
}

func collect(each func(func(Shard) bool)) []Shard {
	var list []Shard
	each(func(s Shard) bool { list = append(list, s); return true })
	return list
}

func graded(list []candidate, tier int) []Hit {
	hits := make([]Hit, len(list))
	for i := range list {
		hits[i] = list[i].Hit
		hits[i].Score += tier
	}
	return hits
}

// newMatcher makes a query ready; nil when it holds no term.
func newMatcher(ix Index, q Query) *matcher {
	m := &matcher{terms: terms(q.Text), account: q.Account, only: q.OnlyAccount, open: q.Open}
	if len(m.terms) == 0 {
		return nil
	}
	for k := 1; k < len(m.wanted); k++ {
		m.wanted[k] = len(q.Kinds) == 0
	}
	for _, k := range q.Kinds {
		m.wanted[k] = true
	}
	m.prepare(ix)
	return m
}

// prepare works out what is the same for all rows.
func (m *matcher) prepare(ix Index) {
	for i := range m.terms {
		m.order = append(m.order, i)
	}
	slices.SortStableFunc(m.order, func(a, b int) int { return m.terms[b].runes - m.terms[a].runes })
	m.meetAccounts(ix.Accounts())
	m.meetKinds()
	m.demand()
}

// demand works out what a row must have at least.
func (m *matcher) demand() {
	m.demands = m.demands[:0]
	for _, i := range m.order {
		t := &m.terms[i]
		m.demands = append(m.demands, demand{t.mask, t.thin, 1 << i, m.edits && t.canEdit()})
	}
}

// meetAccounts tries the terms on each account's name, once for all its rows.
func (m *matcher) meetAccounts(names []string) {
	if len(names) == 0 {
		names = []string{""}
	}
	m.names = make([][]byte, len(names))
	m.accounts = make([]met, len(names))
	m.met = make([]uint16, len(names))
	var f field
	for number, name := range names {
		m.names[number] = []byte(name)
		f.set(m.names[number])
		a := &m.accounts[number]
		a.letters = f.letters()
		begins := initialsOf(m.names[number])
		var chained, said uint16 // terms made of the beginnings of its words; others
		for i := range m.terms {
			if m.terms[i].phone {
				continue
			}
			if fit := f.fit(&m.terms[i], &accountWeights, begins); fit.score > 0 {
				m.meets(number, i, fit)
				a.exact |= 1 << i
				a.called = len(m.terms) == 1 && fit.score == accountInitials
				if fit.chained {
					chained |= 1 << i
				} else {
					said |= 1 << i
				}
			}
		}
		if said != 0 { // who has named Castle Foods means a title by "cfo"
			a.met &^= chained
			m.met[number] &^= chained
		}
	}
}

// meets notes that a term fits an account's name. Most accounts meet none.
func (m *matcher) meets(account, term int, f fit) {
	a := &m.accounts[account]
	if a.fits == nil {
		a.fits = make([]fit, len(m.terms))
	}
	a.fits[term] = f
	a.met |= 1 << term
	m.met[account] |= 1 << term
	m.given = true
}

// kindPrefix is how much of a kind's word must be typed.
const kindPrefix = 4

func (m *matcher) meetKinds() {
	for _, k := range model.Kinds() {
		spec := k.Spec()
		for i := range m.terms {
			text := string(m.terms[i].text)
			if len(text) >= kindPrefix && strings.HasPrefix(spec.Plural, text) || text == spec.Word {
				m.kinds[k] |= 1 << i
				m.given = true
			}
		}
	}
}

// allowNear turns the matcher to the later tiers; false when no term is long
// enough for them.
func (m *matcher) allowNear(edits bool) bool {
	m.near, m.edits = true, edits
	long := false
	for i := range m.terms {
		long = long || m.terms[i].canSkip()
	}
	if !long {
		return false
	}
	m.demand()
	var f field
	for number, name := range m.names {
		a := &m.accounts[number]
		f.set(name)
		for i := range m.terms {
			if a.exact>>i&1 != 0 {
				continue
			}
			if fit := f.near(&m.terms[i], &accountWeights, edits, true); fit.score > 0 {
				m.meets(number, i, fit)
			}
		}
	}
	return true
}
