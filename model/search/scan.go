package search

import (
	"math/bits"
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
	wanted   [256]bool // kinds
	account  uint32
	only     bool
	accounts []met
	names    [][]byte    // of the accounts, folded
	kinds    [256]uint16 // terms that are the kind's word, as bits
	need     []uint64    // mask that a row must have, by the bits of the terms met already
	given    bool        // some account or kind meets some term
	notes    bool        // the rows are notes
	near     bool        // letters may be left out ...
	edits    bool        // ... and one may be wrong
}

// met is what an account's name gives of a query: bits of the terms that fit it
// as written, and the fits, near ones too in a near pass.
type met struct {
	exact, near uint16
	fits        []fit
	letters     int
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
	name, detail, address field
}

func (w *worker) scan(s Shard) {
	c, ok := s.columns()
	if !ok {
		return
	}
	m := w.m
	all := m.need[0]
	for i := range c.slots {
		mask := c.mask(i)
		if !m.given && !m.near {
			if all&^mask == 0 {
				w.row(&c, i)
			}
			continue
		}
		var a *met
		kind := c.kind(i)
		if number := c.account(i); int(number) < len(m.accounts) {
			a = &m.accounts[number]
		} else {
			a = &m.accounts[0]
		}
		if !m.near {
			if m.need[a.exact|m.kinds[kind]]&^mask == 0 {
				w.row(&c, i)
			}
			continue
		}
		if m.couldBeNear(a.exact|a.near|m.kinds[kind], mask) {
			w.row(&c, i)
		}
	}
}

// couldBeNear reports whether a row with the mask can hold the terms that are
// not met already: one letter of a term may be wrong, so one bit may be missing.
func (m *matcher) couldBeNear(already uint16, mask uint64) bool {
	if !m.edits {
		return m.need[already]&^mask == 0
	}
	for i := range m.terms {
		if already>>i&1 != 0 {
			continue
		}
		missing := m.terms[i].mask &^ mask
		if missing != 0 && (missing&(missing-1) != 0 || !m.terms[i].canEdit()) {
			return false
		}
	}
	return true
}

// row scores one row and keeps it when it matches.
func (w *worker) row(c *columns, i int) {
	m := w.m
	kind, number := c.kind(i), c.account(i)
	if !m.wanted[kind] || !m.inAccount(kind, number) {
		return
	}
	text := c.row(i)
	if text == nil {
		return
	}
	name, detail, address := split(text)
	w.name.set(name)
	w.detail.set(detail)
	w.address.set(address)
	if int(number) >= len(m.accounts) {
		number = 0
	}
	if score := w.score(kind, &m.accounts[number]); score > 0 {
		w.best.add(candidate{Hit{ID: c.id(i), Kind: kind, Account: c.account(i), Score: score}, len(name)})
	}
}

func (m *matcher) inAccount(kind model.Kind, number uint32) bool {
	if m.only {
		return number == m.account
	}
	return m.account == 0 || number == m.account || number == 0 && kind.Scope() == model.ScopeShared
}

// score returns how well the row at hand answers the query, 0 when it does not,
// or when it does in a way that an earlier pass has found.
func (w *worker) score(kind model.Kind, a *met) int {
	m := w.m
	if m.notes {
		return w.scoreNote()
	}
	total, inName, lastAt, ordered, exact := 0, 0, -1, true, true
	var cover [3]int // of name, detail, account
	for i := range m.terms {
		t := &m.terms[i]
		best, where := w.name.fit(t, &nameWeights), 0
		if best.score < detailWeights.whole {
			if f := w.detail.fit(t, &detailWeights); f.score > best.score {
				best, where = f, 1
			}
		}
		if best.score < addressWeights.whole {
			if f := w.address.fit(t, &addressWeights); f.score > best.score {
				best, where = f, 3
			}
		}
		if a.exact>>i&1 != 0 && a.fits[i].score > best.score {
			best, where = a.fits[i], 2
		}
		if m.kinds[kind]>>i&1 != 0 && kindScore > best.score {
			best, where = fit{score: kindScore}, 3
		}
		if best.score == 0 {
			exact = false
			if !m.near {
				return 0
			}
		}
		if m.near && best.score < nameWeights.inside {
			best, where = w.nearest(t, i, a, best, where)
			if best.score == 0 {
				return 0
			}
		}
		total += best.score
		if where < len(cover) {
			cover[where] += best.cover
		}
		if where == 0 {
			inName++
			ordered = ordered && best.at > lastAt
			lastAt = best.at
		}
	}
	if m.near && exact {
		return 0 // the first pass found it
	}
	if inName > 1 && ordered {
		total += 2
	}
	total += share(cover[0], &w.name, nameWeights.full) + share(cover[1], &w.detail, detailWeights.full)
	if cover[2] > 0 {
		total += accountWeights.full * min(cover[2], a.letters) / max(1, a.letters)
	}
	return total
}

// nearest betters a fit with letters left out or wrong.
func (w *worker) nearest(t *term, i int, a *met, best fit, where int) (fit, int) {
	edits := w.m.edits
	if f := w.name.near(t, &nameWeights, edits); f.score > best.score {
		best, where = f, 0
	}
	if f := w.detail.near(t, &detailWeights, edits); f.score > best.score {
		best, where = f, 1
	}
	if edits && t.canEdit() {
		if f := w.address.edited(t); f.score*addressWeights.near/100 > best.score {
			f.score = f.score * addressWeights.near / 100
			best, where = f, 3
		}
	}
	if a.near>>i&1 != 0 && a.fits[i].score > best.score {
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
func (w *worker) scoreNote() int {
	total := 0
	for i := range w.m.terms {
		f := w.name.fit(&w.m.terms[i], &noteWeights)
		if f.score == 0 {
			return 0
		}
		total += f.score
	}
	return total
}

// needs fills the table of masks that are needed beside the terms met already.
func needs(terms []term) []uint64 {
	need := make([]uint64, 1<<len(terms))
	for already := range need {
		for rest := ^uint(already) & (1<<len(terms) - 1); rest != 0; rest &= rest - 1 {
			need[already] |= terms[bits.TrailingZeros(rest)].mask
		}
	}
	return need
}
