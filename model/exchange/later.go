package exchange

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"

	"astute/model"
)

// Telling people apart goes row by row, because each row may be somebody whom one
// before it made. What a row says of a person whom it makes touches nobody else:
// it is put off until all rows of the sheet are told apart, and then done on
// several cores at once. Whoever wants to know more of such a person before has it
// done first; see [importer.now].

// fewest is for how few things it pays to have another core work on them.
const fewest = 1000

// cores says on how many cores work on n things is done.
func (im *importer) cores(n int) int {
	if im.most == 0 {
		im.most = runtime.GOMAXPROCS(0)
	}
	return min(im.most, max(1, n/fewest))
}

// putOff leaves what the row says of a new person for later. It reports false for
// what is better done at once.
func (im *importer) putOff(d *draft, s *sheet) bool {
	if s.kind != model.KindContact || s.own() || s.team {
		return false
	}
	d.later = true
	im.later = append(im.later, d)
	return true
}

// now fills a draft that was put off.
func (im *importer) now(d *draft) {
	if d.later {
		d.later = false
		im.fillRow(d, d.sheet, d.row, &d.sheet.keys[d.sheet.at(d.row)])
	}
}

// fillLater fills the drafts that were put off. Each core has an importer of its
// own; what they have to say is put together in the order of the rows.
func (im *importer) fillLater() {
	list := im.later
	im.later = nil
	links, unresolved := len(im.links), len(im.res.Unresolved)
	hands := make([]*importer, im.cores(len(list)))
	inParts(len(list), len(hands), func(part, from, to int) {
		hand := &importer{
			book: im.book, o: im.o, in: im.in, sheets: im.sheets, ix: im.ix, drafts: im.drafts, emails: im.emails,
			ranks: map[string]model.Rank{}, counts: map[*column]*counts{},
		}
		for _, d := range list[from:to] {
			hand.now(d)
		}
		hands[part] = hand
	})
	for _, hand := range hands {
		im.takeOver(hand)
	}
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

// inParts has work done on n things in so many parts at once. A panic of one goes
// on here, where somebody may wait to tidy up.
func inParts(n, parts int, work func(part, from, to int)) {
	if parts == 1 {
		work(0, 0, n)
		return
	}
	var group sync.WaitGroup
	panics := make([]string, parts)
	for part := range parts {
		group.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					panics[part] = fmt.Sprintf("%v\n\n%s", p, debug.Stack())
				}
			}()
			work(part, n*part/parts, n*(part+1)/parts)
		})
	}
	group.Wait()
	for _, p := range panics {
		if p != "" {
			panic(p)
		}
	}
}
