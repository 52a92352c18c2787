package exchange

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"sync/atomic"

	"astute/model"
)

// Telling people apart goes row by row, because each row may be somebody whom one
// before it made. What a row says of a person whom it makes touches nobody else:
// it is put off, and done in batches on other cores while the rows after it are
// told apart. Whoever wants to know more of such a person before has it done
// first; see [importer.now].

// fewest is for how few things it pays to have another core work on them.
const fewest = 1000

// cores says on how many cores work on n things is done.
func (im *importer) cores(n int) int {
	if im.most == 0 {
		im.most = runtime.GOMAXPROCS(0)
	}
	return min(im.most, max(1, n/fewest))
}

// batch is some drafts that were put off. Whoever comes first fills all of them
// with an importer of their own, while telling people apart goes on.
type batch struct {
	drafts []*draft
	hand   *importer
	taken  atomic.Bool
	done   chan struct{}
	fault  string // a panic; it goes on where the batch is waited for
}

// putOff leaves what the row says of a new person for later. It reports false for
// what is better done at once.
func (im *importer) putOff(d *draft, s *sheet) bool {
	if s.kind != model.KindContact || s.own() || s.team || s.main.hasMoney() {
		return false // an amount may be in the currency of the account, which others may be at
	}
	d.later = true
	if im.later = append(im.later, d); len(im.later) == fewest {
		im.handOver()
	}
	return true
}

// handOver makes a batch of what was put off, and where another core has nothing
// to do it begins. A hand knows nothing of who is told apart: that changes
// meanwhile.
func (im *importer) handOver() {
	b := &batch{done: make(chan struct{})}
	for _, d := range im.later {
		if d.later {
			d.batch = b
			b.drafts = append(b.drafts, d)
		}
	}
	im.later = im.later[:0]
	b.hand = &importer{
		book: im.book, o: im.o, in: im.in, sheets: im.sheets, ix: new(index),
		ranks: map[string]model.Rank{}, counts: map[*column]*counts{},
	}
	im.batches = append(im.batches, b)
	select {
	case im.waiting <- b:
	default: // it is done with the last
	}
	if int(im.helpers.Load()) < im.cores(len(im.order))-1 {
		im.helpers.Add(1)
		go im.help()
	}
}

// help fills batches until none waits.
func (im *importer) help() {
	defer im.helpers.Add(-1)
	for {
		select {
		case b := <-im.waiting:
			b.fill()
		default:
			return
		}
	}
}

// fill fills the drafts unless somebody else does.
func (b *batch) fill() {
	if !b.taken.CompareAndSwap(false, true) {
		return
	}
	defer close(b.done)
	defer func() {
		if p := recover(); p != nil {
			b.fault = fmt.Sprintf("%v\n\n%s", p, debug.Stack())
		}
	}()
	for _, d := range b.drafts {
		b.hand.fillPutOff(d)
	}
}

// finish makes sure that the drafts are filled.
func (b *batch) finish() {
	b.fill()
	<-b.done
	if b.fault != "" {
		panic(b.fault)
	}
}

// now fills a draft that was put off. Before it nobody may look at the record,
// because another core may work on it.
func (im *importer) now(d *draft) {
	if !d.later {
		return
	}
	d.later = false
	if d.batch != nil {
		d.batch.finish()
		return
	}
	im.fillPutOff(d)
}

// fillPutOff fills a draft that was put off, and where nobody is likely to ask
// what it remembers packs that.
func (im *importer) fillPutOff(d *draft) {
	k := &d.sheet.keys[d.sheet.at(d.row)]
	if d.mem == nil {
		im.recall(d, d.sheet, d.row, k)
	}
	links := len(im.links)
	im.fillRow(d, d.sheet, d.row, k)
	if len(im.links) == links { // a link goes on in the memory
		im.memories.pack(d)
	}
}

// fillLater fills the drafts that were put off. What the hands have to say is put
// together in the order of the rows.
func (im *importer) fillLater() {
	links, unresolved := len(im.links), len(im.res.Unresolved)
	im.handOver()
	for _, b := range im.batches {
		b.finish()
	}
	for _, b := range im.batches {
		im.takeOver(b.hand)
		for _, d := range b.drafts {
			d.later, d.batch = false, nil
		}
	}
	im.batches = nil
	slices.SortStableFunc(im.links[links:], func(a, b link) int { return a.line - b.line })
	slices.SortStableFunc(im.res.Unresolved[unresolved:], func(a, b Unresolved) int { return a.Line - b.Line })
}

// takeOver adds what another importer noted beside its drafts.
func (im *importer) takeOver(hand *importer) {
	im.links = append(im.links, hand.links...)
	im.res.Errors = append(im.res.Errors, hand.res.Errors...)
	im.res.Unresolved = append(im.res.Unresolved, hand.res.Unresolved...)
	im.proposed += hand.proposed
	for _, r := range hand.remarks {
		mine := im.remarksOf(r.sheet, r.about)
		mine.first = append(mine.first, r.first[:min(len(r.first), maxRemarks-len(mine.first))]...)
		mine.n += r.n
	}
	for c, theirs := range hand.counts {
		mine := im.count(c)
		mine.bare += theirs.bare
		add(mine.strange, theirs.strange)
		add(mine.taken, theirs.taken)
	}
}

// counts are what was met in the cells of one column.
type counts struct {
	strange map[string]int // values of a soft column that have no equal here
	taken   map[string]int // words that were taken for others: "Verbal as Negotiating"
	bare    int            // amounts that came without a currency
}

// count returns what is counted of a column.
func (im *importer) count(c *column) *counts {
	n := im.counts[c]
	if n == nil {
		n = &counts{strange: map[string]int{}, taken: map[string]int{}}
		im.counts[c] = n
	}
	return n
}

func add(to, from map[string]int) {
	for word, n := range from {
		to[word] += n
	}
}
