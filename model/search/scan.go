package search

import (
	"bytes"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"

	"astute/model"
)

// matcher is a query made ready: its terms, and what account names and kinds
// already give of them, so that a row costs a few loads. It is only read while
// rows are scanned.
type matcher struct {
	terms    []term
	order    []int     // of the terms: those that most rows lack first
	demands  []demand  // of the terms, in that order
	wanted   [256]bool // kinds
	account  uint32
	only     bool
	open     uint32 // the account whose rows come first of equal ones
	accounts []met
	met      []uint16    // of each account
	names    [][]byte    // of the accounts, folded
	kinds    [256]uint16 // terms that are the kind's word, as bits
	given    bool        // some account or kind meets some term
	notes    bool        // the rows are notes
	near     bool        // letters may be left out ...
	edits    bool        // ... and one may be wrong in the whole query
}

// met is what an account's name gives of a query: bits of the terms that fit it,
// as written and in a near pass otherwise, and the fits.
type met struct {
	exact, met uint16
	fits       []fit // nil when none fits
	letters    int
	called     bool // the query is the letters that the name's words begin with
}

// scanShards is how many shards make a second goroutine worth its start.
const scanShards = 8

// scan passes over all rows and returns the best that match, in order.
func (m *matcher) scan(shards []Shard, limit int) []candidate {
	if limit <= 0 {
		return nil
	}
	if len(shards) < scanShards || runtime.GOMAXPROCS(0) < 2 {
		w := worker{m: m, best: best{limit: limit}}
		for _, s := range shards {
			w.scan(s)
		}
		return merge(limit, w.best.list)
	}
	var workers [2]worker
	var next atomic.Int64
	work := func(w *worker) {
		*w = worker{m: m, best: best{limit: limit}}
		for i := next.Add(1) - 1; i < int64(len(shards)); i = next.Add(1) - 1 {
			w.scan(shards[i])
		}
	}
	// A page of the mapped file that cannot be read must stay the caller's
	// panic: it knows what to do with it, and nobody else could catch it.
	var fault any
	var done sync.WaitGroup
	done.Add(1)
	go func() {
		defer done.Done()
		defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
		defer func() { fault = recover() }()
		work(&workers[1])
	}()
	func() {
		defer done.Wait() // also when this half panics: the other one reads the same pages
		work(&workers[0])
	}()
	if fault != nil {
		panic(fault)
	}
	return merge(limit, workers[0].best.list, workers[1].best.list)
}

// worker scans shards for one goroutine.
type worker struct {
	m                     *matcher
	best                  best
	worst                 candidate // of the best, see there
	name, detail, address field
	places                places
	mask                  rowMask
}

func (w *worker) scan(s Shard) {
	c, ok := s.columns()
	if !ok {
		return
	}
	m := w.m
	first := m.demands[0]
	sure := !m.given && !first.wrong // a row that lacks the first term is out
	for i := range c.slots {
		letters := c.name(i)
		rest, pairs := c.rest(i)
		if sure && first.name&^letters != 0 && first.rest&^rest != 0 {
			continue
		}
		missing, wrong := m.lacks(letters, rest)
		if missing != 0 && !m.given {
			continue
		}
		kind, number := c.kind(i), c.account(i)
		if int(number) >= len(m.met) {
			number = 0
		}
		already := m.kinds[kind] | m.met[number]
		wrong &^= already
		if missing&^already != 0 || wrong&(wrong-1) != 0 || !m.wanted[kind] {
			continue
		}
		w.mask.name, w.mask.rest, w.mask.restPairs = letters, rest, pairs
		w.mask.nameWords, w.mask.detail = c.beginnings(i)
		if w.places, ok = m.places(&w.mask, already); !ok || !m.inAccount(kind, c.account(i)) {
			continue
		}
		a := &m.accounts[number]
		if !m.near && w.worst.Score > 0 {
			if most := m.most(&w.places, &w.mask, kind, a); most < w.worst.Score || most == w.worst.Score && w.behind(kind, m.away(number)) {
				continue
			}
		}
		w.read(&c, i, kind, a)
	}
}

// behind reports whether a row comes after the worst of the best with the same
// score, whatever it is called.
func (w *worker) behind(kind model.Kind, away int) bool {
	if away != w.worst.away {
		return away > w.worst.away
	}
	return tieRank(kind) > tieRank(w.worst.Kind)
}

// away returns how far a row of an account is from the one that is open.
func (m *matcher) away(account uint32) int {
	if m.open != 0 && account != m.open {
		return 1
	}
	return 0
}

// read looks at the texts of a row that could be a hit.
func (w *worker) read(c *columns, i int, kind model.Kind, a *met) {
	text := c.row(i)
	if text == nil {
		return
	}
	name, detail, address := text, []byte(nil), []byte(nil)
	if w.places.rest|w.places.nearRest != 0 || w.m.notes {
		name, detail, address = split(text)
	} else if end := bytes.IndexByte(text, fieldMark); end >= 0 {
		name = text[:end]
	}
	if w.m.near && !w.m.notes && tieRank(kind) == 2 && (isSentence(kind) || len(name) > longName) {
		w.places.nearName = 0
	}
	w.name.set(name)
	w.detail.set(detail)
	w.address.set(address)
	if score := w.score(kind, a); score > 0 && score >= w.worst.Score {
		w.best.add(candidate{Hit{ID: c.id(i), Kind: kind, Account: c.account(i), Score: score}, len(name), w.m.away(c.account(i))})
		w.worst = w.best.worst()
	}
}

func (m *matcher) inAccount(kind model.Kind, number uint32) bool {
	if m.only {
		return number == m.account
	}
	return m.account == 0 || number == m.account || number == 0 && kind.Scope() == model.ScopeShared
}

// inOrder is added for a term that follows the one before it in the same field:
// Thomas James before James Thomas for "thomas james".
const inOrder = 3

// score returns how well the row at hand answers the query, 0 when it does not,
// or when it does in a way that an earlier pass has found.
func (w *worker) score(kind model.Kind, a *met) int {
	m := w.m
	if m.notes {
		return w.scoreNote(kind, a)
	}
	total, exact := base(kind), true
	var cover [3]int // of name, detail, account
	extra := bonus(kind)
	last, lastAt := -1, 0 // field and place of the term before
	wrong := false        // a term with an edit: one is the most
	if first := m.order[0]; first != 0 && !m.near {
		if f, _ := w.asWritten(first, kind, a); f.score == 0 { // the one that most rows lack
			return 0
		}
	}
	for i := range m.terms {
		best, where := w.asWritten(i, kind, a)
		if best.score == 0 {
			exact = false
			if !m.near {
				return 0
			}
		}
		if m.near && best.score < nameWeights.inside {
			best, where = w.nearest(i, a, best, where, m.edits && !wrong)
			if best.score == 0 {
				return 0
			}
			wrong = wrong || best.edited
		}
		total += best.score
		if where < 2 && best.score > 0 {
			total += extra
		}
		if where < len(cover) {
			cover[where] += best.cover
		}
		if where == last && best.at > lastAt {
			total += inOrder
		}
		last, lastAt = where, best.at
	}
	if m.near && exact {
		return 0 // the first pass found it
	}
	if total+nameWeights.full+detailWeights.full+accountWeights.full < w.worst.Score {
		return 0
	}
	total += share(cover[0], &w.name, nameWeights.full) + share(cover[1], &w.detail, detailWeights.full)
	if cover[2] > 0 {
		total += accountWeights.full * min(cover[2], a.letters) / max(1, a.letters)
	}
	return total
}

// asWritten returns how well a term fits the row as it is written, and in which
// field: 0 the name, 1 the title, 2 the account, 3 elsewhere.
func (w *worker) asWritten(i int, kind model.Kind, a *met) (best fit, where int) {
	t, bit := &w.m.terms[i], uint16(1)<<i
	if w.places.name&bit != 0 && !t.phone {
		best = w.name.fit(t, &nameWeights, w.mask.nameWords)
	}
	if w.places.rest&bit != 0 && best.score < detailWeights.whole {
		if (t.pair == 0 || w.mask.detail&t.initial != 0) && !t.phone {
			if f := w.detail.fit(t, &detailWeights, w.mask.detail); f.score > best.score {
				best, where = f, 1
			}
		}
		if best.score < addressWeights.whole && w.mask.restPairs&t.pair == t.pair {
			in := &addressWeights
			if t.phone {
				in = &phoneWeights
			}
			if f := w.address.fit(t, in, 0); f.score > best.score {
				best, where = f, 3
			}
		}
	}
	if a.exact&bit != 0 && a.fits[i].score > best.score {
		best, where = a.fits[i], 2
	}
	if a.called && kind == model.KindAccount {
		best, where = fit{score: accountLetters, at: best.at}, 0
	}
	if w.m.kinds[kind]&bit != 0 && kindScore > best.score {
		best, where = fit{score: kindScore}, 3
	}
	return best, where
}

// nearest betters a fit with letters left out or wrong.
func (w *worker) nearest(i int, a *met, best fit, where int, edits bool) (fit, int) {
	t, bit := &w.m.terms[i], uint16(1)<<i
	if w.places.nearName&bit != 0 {
		if f := w.name.near(t, &nameWeights, edits, t.mask&^w.mask.name == 0); f.score > best.score {
			best, where = f, 0
		}
	}
	if w.places.nearRest&bit != 0 {
		if f := w.detail.near(t, &detailWeights, edits, t.thin&^w.mask.rest == 0); f.score > best.score {
			best, where = f, 1
		}
	}
	if a.met&bit != 0 && a.fits[i].score > best.score && (edits || !a.fits[i].edited) {
		best, where = a.fits[i], 2
	}
	return best, where
}

// share is the part of a bonus that the covered part of a field earns.
func share(cover int, f *field, full int) int {
	if cover == 0 {
		return 0
	}
	letters := f.letters()
	return full * min(cover, letters) / max(1, letters)
}

// scoreNote scores a long text, where only words and their beginnings count.
// The account and the kind may meet terms, but not all of them.
func (w *worker) scoreNote(kind model.Kind, a *met) int {
	total, inText := 0, false
	for i := range w.m.terms {
		f := w.name.fit(&w.m.terms[i], &noteWeights, 0)
		switch {
		case f.score > 0:
			inText = true
			total += f.score
		case (a.exact|w.m.kinds[kind])>>i&1 != 0:
			total += noteWeights.prefix
		default:
			return 0
		}
	}
	if !inText {
		return 0
	}
	return total
}
