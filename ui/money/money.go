// Package money is the pane of what the account is worth: the whitespace matrix,
// opportunities by stage, revenue against the target and the wallet, renewals,
// what the past says, and the rates between currencies. It shows one part at a
// time, and where there is room others beside it; the cursor goes to those too.
//
//	money.go     the pane, its parts, and where the cursor is
//	lay.go       a part set into a page
//	beside.go    what stands beside it
//	matrix.go    moving in the matrix, and what is behind a cell
//	change.go    marks, stages and what else one key changes
//	commands.go  the keys
//	legend.go    what the marks mean
package money

import (
	"slices"
	"strings"

	"astute/model"
	"astute/model/chart"
	"astute/ui/grid"
	"astute/ui/pane"
)

// starts say how a part is filled when it is empty.
var starts = [chart.NumMoneyParts]string{
	chart.WhitespacePart: "a adds the first product that we sell, J a unit of theirs",
	chart.DealsPart:      "a adds an opportunity",
	chart.IncomePart:     "a adds what was earned, w what they spend, T sets the target of the year",
	chart.ContractsPart:  "a adds a contract that comes up for renewal",
	chart.PastPart:       "It fills by itself from opportunities won and lost and contracts renewed: a adds an opportunity",
	chart.RatesPart:      "a adds a rate with its day",
}

// Pane is the money of one account.
type Pane struct {
	pane.Sheet
	part    chart.MoneyPart
	cell    model.Place  // of the matrix, that the keys act on
	window  chart.Window // of the matrix, that is seen
	behind  bool         // what is behind the cell is shown in place of the matrix
	payback model.ID     // of the opportunity whose return is shown in place of the deals, none for none
	chosen  model.ID     // the opportunity among the deals that the cursor was on last: its return stands beside
	beside  []side       // what stands beside the part
	// What was worked out of the data, as far as somebody looked.
	matrix  *chart.Whitespace
	ledgers map[chart.MoneyPart]chart.Ledger
}

// New returns the pane.
func New() *Pane {
	p := &Pane{}
	p.Sheet = pane.Sheet{Lay: p.lay, Laid: p.laid}
	return p
}

// Title implements [pane.Pane].
func (*Pane) Title() string { return "Money" }

// Note implements [pane.Pane]: which part is seen.
func (p *Pane) Note() string { return p.part.String() }

// Show implements [pane.Pane].
func (p *Pane) Show(d pane.Data) {
	if old := p.Data().Plan; old != nil && d.Plan != nil && old.Account.ID != d.Plan.Account.ID {
		p.cell, p.window.Top, p.window.Left, p.behind, p.payback = model.Place{}, 0, 0, false, model.ID{}
	}
	p.matrix, p.ledgers = nil, nil
	if d.Plan != nil && d.Plan.Get(p.payback) == nil {
		p.payback = model.ID{}
	}
	p.Sheet.Show(d)
}

// cells is the whitespace matrix, nil while there is no plan.
func (p *Pane) cells() *chart.Whitespace {
	if d := p.Data(); p.matrix == nil && d.Plan != nil {
		p.matrix = chart.NewWhitespace(d.Plan, d.Today)
	}
	return p.matrix
}

// ledger is a part as it stands, laid out once for the data.
func (p *Pane) ledger(of chart.MoneyPart) chart.Ledger {
	l, done := p.ledgers[of]
	if !done {
		if p.ledgers == nil {
			p.ledgers = map[chart.MoneyPart]chart.Ledger{}
		}
		l = of.Ledger(p.Data().Plan, p.Data().Today)
		p.ledgers[of] = l
	}
	return l
}

// showsMatrix reports whether the matrix is seen, inMatrix whether the cursor
// stands in it, not beside.
func (p *Pane) showsMatrix() bool { return p.part == chart.WhitespacePart && !p.behind && p.hasCells() }
func (p *Pane) inMatrix() bool    { return p.showsMatrix() && p.Sheet.Cursor().Num == 0 }

func (p *Pane) hasCells() bool {
	m := p.cells()
	return m != nil && len(m.Rows) > 0 && len(m.Columns) > 0
}

// Current implements [pane.Pane]: of a cell the one record that is behind it.
func (p *Pane) Current() model.Record {
	if !p.inMatrix() {
		return p.Sheet.Current()
	}
	if list := behindCell(p.here()); len(list) == 1 {
		return list[0]
	}
	return nil
}

// Reset implements [pane.Pane]: back to the part from what was opened in it.
func (p *Pane) Reset() bool {
	if !p.behind && p.payback.IsZero() {
		return false
	}
	deal := p.payback
	p.behind, p.payback = false, model.ID{}
	p.Arrange()
	if !deal.IsZero() {
		p.Sheet.Seek(deal)
	}
	return true
}

// laid puts the cursor of the page on the cell that is meant, and remembers the
// opportunity whose return stands beside.
func (p *Pane) laid() {
	switch {
	case p.inMatrix():
		row, _ := p.cells().Find(p.cell)
		p.Go(target(p.here().Product, row+1))
	case p.part == chart.DealsPart && p.payback.IsZero() && p.stands() == nil:
		if o, ok := p.Sheet.Current().(*model.Opportunity); ok && o.ID != p.chosen {
			p.chosen = o.ID
			p.Arrange()
		}
	}
}

// turn shows another part.
func (p *Pane) turn(by int) pane.Request {
	const n = int(chart.NumMoneyParts)
	p.show(chart.MoneyPart((int(p.part) + by + n) % n))
	return nil
}

// show shows a part from its beginning, or where the cursor stood if that is seen
// there too.
func (p *Pane) show(to chart.MoneyPart) {
	p.part, p.behind, p.payback = to, false, model.ID{}
	stood := p.Cursor()
	p.Arrange()
	if stops := p.Page().Stops; p.Sheet.Cursor() != stood && len(stops) > 0 {
		p.Go(stops[0].Target)
		p.laid()
	}
}

// ShowKind turns to the part that shows records of a kind.
func (p *Pane) ShowKind(k model.Kind) {
	switch k {
	case model.KindOpportunity:
		p.show(chart.DealsPart)
	case model.KindRevenue, model.KindWallet, model.KindAccount:
		p.show(chart.IncomePart)
	case model.KindRenewal:
		p.show(chart.ContractsPart)
	case model.KindMark, model.KindProduct, model.KindUnit:
		p.show(chart.WhitespacePart)
	case model.KindRate:
		p.show(chart.RatesPart)
	}
}

// Seek implements [pane.Pane]: in whatever part the record is.
func (p *Pane) Seek(id model.ID) bool {
	d := p.Data()
	if d.Plan == nil {
		return false
	}
	r := d.Plan.Get(id)
	if p.part == chart.WhitespacePart && p.hasCells() && slices.Contains(behindCell(p.here()), r) {
		return !p.behind || p.Sheet.Seek(id) // it is behind the cell that is looked at
	}
	was := *p
	switch r := r.(type) {
	case *model.Opportunity:
		p.show(chart.DealsPart)
	case *model.Revenue, *model.Wallet:
		p.show(chart.IncomePart)
	case *model.Renewal:
		p.show(chart.ContractsPart)
	case *model.Benefit:
		p.show(chart.DealsPart)
		p.payback = r.Opportunity
		p.Arrange()
	case *model.Mark:
		p.show(chart.WhitespacePart)
		p.cell = model.Place{Unit: r.Unit, Product: r.Product}
		p.Arrange()
		return true
	case *model.Rate:
		p.show(chart.RatesPart)
	default:
		return false
	}
	if p.Sheet.Seek(id) {
		p.laid()
		return true
	}
	p.part, p.behind, p.payback = was.part, was.behind, was.payback
	p.Arrange()
	return false
}

// Move implements [pane.Movable].
func (p *Pane) Move(rows int) {
	if p.inMatrix() {
		p.step(rows, 0)
		return
	}
	p.Sheet.Move(rows)
	p.laid()
}

// Sideways implements [pane.Movable]: from the last column of the matrix over to
// what stands beside it, and back.
func (p *Pane) Sideways(by int) {
	if p.inMatrix() {
		if _, column := p.cells().Find(p.cell); by < 0 || column < len(p.cells().Columns)-1 || len(p.beside) == 0 {
			p.step(0, by)
			return
		}
	}
	p.Sheet.Sideways(by)
	p.laid()
}

// Click implements [pane.Pane].
func (p *Pane) Click(x, y int) {
	p.Sheet.Click(x, y)
	if t := p.Cursor(); p.inMatrix() && t.N > 0 {
		p.cell = model.Place{Unit: p.cells().Rows[t.N-1].ID, Product: t.ID}
		p.Arrange()
		return
	}
	p.laid()
}

// Wheel implements [pane.Pane].
func (p *Pane) Wheel(rows int) {
	if p.inMatrix() {
		p.step(rows, 0)
		return
	}
	p.Sheet.Wheel(rows)
}

// Foot says what the value under the cursor is, in full; of an opportunity also
// whether it pays for the customer.
func (p *Pane) Foot(width int, keys bool) string {
	r := p.Current()
	if r == nil || !keys || p.inMatrix() {
		return ""
	}
	d, num := p.Data(), p.Cursor().Num
	text := ""
	if o, ok := r.(*model.Opportunity); ok && p.payback.IsZero() {
		if back := model.ReturnOf(d.Plan, o); len(back.Benefits) > 0 {
			text = "p: " + strings.Join(back.Reasons, "; ")
		}
	}
	if f := pane.Field(r, num); text == "" && num != 0 && !f.IsZero() {
		text = f.Label + ": " + pane.FieldCell(f, d, width).Text
	}
	return grid.Cut(text, width)
}
