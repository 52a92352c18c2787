package money

import (
	"iter"

	"astute/model"
	"astute/model/chart"
	"astute/ui/grid"
	"astute/ui/pane"
	"astute/ui/theme"
)

// The columns from which on other parts stand beside the one that is chosen, how
// many they take, and the lines that are worth beginning another one in.
const (
	wideFrom   = 150
	sideWidth  = 62
	leastLines = 6
)

// side is what stands beside the part: another part, what is behind the cell of
// the matrix, or the return of an opportunity.
type side struct {
	part   chart.MoneyPart
	deal   model.ID // whose return it is, none where it is none
	ledger chart.Ledger
}

// stands is what stands beside and has the cursor, nil while the part itself has
// it.
func (p *Pane) stands() *side {
	if t := p.Sheet.Cursor(); t.Num != 0 && t.N > 0 && t.N <= len(p.beside) {
		return &p.beside[t.N-1]
	}
	return nil
}

// at is the part in which the cursor stands, and the opportunity whose return it
// stands in, none for none.
func (p *Pane) at() (chart.MoneyPart, model.ID) {
	if s := p.stands(); s != nil {
		return s.part, s.deal
	}
	return p.part, p.payback
}

// others are what may stand beside the part: what belongs to the cursor first,
// then the parts that come after it. Each is laid out when it is asked for.
func (p *Pane) others(d pane.Data) iter.Seq[side] {
	return func(yield func(side) bool) {
		switch {
		case p.showsMatrix():
			if !yield(side{part: chart.WhitespacePart, ledger: p.cellLedger(d)}) {
				return
			}
		case p.part == chart.DealsPart && p.payback.IsZero():
			if o, ok := model.Lookup[*model.Opportunity](d.Plan.Book, p.chosen); ok && !yield(side{part: chart.DealsPart, deal: o.ID, ledger: chart.Payback(d.Plan, o)}) {
				return
			}
		}
		for i := range chart.NumMoneyParts - 1 {
			next := (p.part + 1 + i) % chart.NumMoneyParts
			if l := p.ledger(next); !l.Empty() && !yield(side{part: next, ledger: l}) {
				return
			}
		}
	}
}

// putBeside sets into the page what there is room for beside the part. The cursor
// goes there as it goes anywhere.
func (p *Pane) putBeside(page *pane.Page, d pane.Data, main, h int) {
	y := 0
	for s := range p.others(d) {
		if y > 0 && h-y < leastLines {
			break
		}
		words, lines := s.ledger.Lay(sideWidth, grid.Width)
		if y > 0 && y+lines > h {
			continue
		}
		p.beside = append(p.beside, s)
		place(page, words, y, main+3, len(p.beside))
		y += lines + 1
	}
	for y := range max(h, page.Lines) {
		page.Put(y, main+1, theme.Frame, d.Glyphs.Down, pane.Target{})
	}
}
