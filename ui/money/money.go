// Package money is the pane of what the account is worth: the whitespace matrix,
// opportunities by stage, revenue against the target and the wallet, renewals,
// and what the past says. It shows one part at a time, and where there is room
// others beside it.
//
//	money.go     the pane, its parts, and where the cursor is
//	lay.go       a part set into a page, with others beside it
//	matrix.go    moving in the matrix, and what is behind a cell
//	change.go    marks, stages and what else one key changes
//	commands.go  the keys
//	legend.go    what the marks mean
package money

import (
	"strings"

	"astute/model"
	"astute/model/chart"
	"astute/ui/grid"
	"astute/ui/pane"
)

// part is a part of the pane.
type part uint8

const (
	whitespace part = iota
	deals
	income
	contracts
	past
	numParts
)

// parts are what a part is called, and how it is filled when it is empty.
var parts = [numParts]struct {
	name, start string
	lay         func(*model.Plan, model.Date) chart.Ledger
}{
	{"whitespace", "a adds the first product that we sell; units are added with :", nil},
	{"deals", "a adds an opportunity", chart.Deals},
	{"revenue", "a adds what was earned, w what they spend; the target is a field of the account", chart.Income},
	{"renewals", "a adds a contract that comes up for renewal", chart.Contracts},
	{"looking back", "It fills by itself from opportunities won and lost and contracts renewed: a adds an opportunity", chart.LookingBack},
}

// Pane is the money of one account.
type Pane struct {
	pane.Sheet
	part    part
	cell    model.Place  // of the matrix, that the keys act on
	window  chart.Window // of the matrix, that is seen
	behind  bool         // what is behind the cell is shown in place of the matrix
	payback model.ID     // of the opportunity whose return is shown in place of the deals, none for none
	matrix  *chart.Whitespace
	w       int // columns of the page
}

// New returns the pane.
func New() *Pane {
	p := &Pane{}
	p.Sheet = pane.Sheet{Lay: p.lay}
	return p
}

// Title implements [pane.Pane].
func (*Pane) Title() string { return "Money" }

// Note implements [pane.Pane]: which part is seen.
func (p *Pane) Note() string { return parts[p.part].name }

// Show implements [pane.Pane].
func (p *Pane) Show(d pane.Data) {
	if old := p.Data().Plan; old != nil && d.Plan != nil && old.Account.ID != d.Plan.Account.ID {
		p.cell, p.window.Top, p.window.Left, p.behind, p.payback = model.Place{}, 0, 0, false, model.ID{}
	}
	p.matrix = nil
	if d.Plan != nil {
		p.matrix = chart.NewWhitespace(d.Plan, d.Today)
		if d.Plan.Get(p.payback) == nil {
			p.payback = model.ID{}
		}
	}
	p.Sheet.Show(d)
	p.stand()
}

// inMatrix reports whether the cursor stands in the matrix.
func (p *Pane) inMatrix() bool { return p.part == whitespace && !p.behind && p.hasCells() }

func (p *Pane) hasCells() bool {
	return p.matrix != nil && len(p.matrix.Rows) > 0 && len(p.matrix.Columns) > 0
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
	p.arrange()
	if !deal.IsZero() {
		p.Sheet.Seek(deal)
	}
	return true
}

// arrange lays the page out anew and puts the cursor where it belongs.
func (p *Pane) arrange() {
	p.Arrange()
	p.stand()
}

// stand puts the cursor of the page on the cell that is meant.
func (p *Pane) stand() {
	if p.inMatrix() {
		row, _ := p.matrix.Find(p.cell)
		p.Go(target(p.here().Product, row+1))
	}
}

// turn shows another part.
func (p *Pane) turn(by int) pane.Request {
	p.show(part((int(p.part) + by + int(numParts)) % int(numParts)))
	return nil
}

func (p *Pane) show(to part) {
	p.part, p.behind, p.payback = to, false, model.ID{}
	p.arrange()
	p.beside()
}

// ShowKind turns to the part that shows records of a kind.
func (p *Pane) ShowKind(k model.Kind) {
	switch k {
	case model.KindOpportunity:
		p.show(deals)
	case model.KindRevenue, model.KindWallet, model.KindAccount:
		p.show(income)
	case model.KindRenewal:
		p.show(contracts)
	case model.KindMark, model.KindProduct, model.KindUnit:
		p.show(whitespace)
	}
}

// Seek implements [pane.Pane]: in whatever part the record is.
func (p *Pane) Seek(id model.ID) bool {
	d := p.Data()
	if d.Plan == nil {
		return false
	}
	was := *p
	switch r := d.Plan.Get(id).(type) {
	case *model.Opportunity:
		p.show(deals)
	case *model.Revenue, *model.Wallet:
		p.show(income)
	case *model.Renewal:
		p.show(contracts)
	case *model.Benefit:
		p.show(deals)
		p.payback = r.Opportunity
		p.arrange()
	case *model.Mark:
		p.show(whitespace)
		p.cell = model.Place{Unit: r.Unit, Product: r.Product}
		p.arrange()
		return true
	default:
		return false
	}
	if p.Sheet.Seek(id) {
		p.beside()
		return true
	}
	p.part, p.behind, p.payback = was.part, was.behind, was.payback
	p.arrange()
	return false
}

// beside lays the page out anew where what stands beside depends on the cursor.
func (p *Pane) beside() {
	if p.wide() && p.part == deals {
		p.Arrange()
	}
}

// Move implements [pane.Movable].
func (p *Pane) Move(rows int) {
	if p.inMatrix() {
		p.step(rows, 0)
		return
	}
	p.Sheet.Move(rows)
	p.beside()
}

// Sideways implements [pane.Movable].
func (p *Pane) Sideways(by int) {
	if p.inMatrix() {
		p.step(0, by)
		return
	}
	p.Sheet.Sideways(by)
	p.beside()
}

// Click implements [pane.Pane].
func (p *Pane) Click(x, y int) {
	p.Sheet.Click(x, y)
	if t := p.Cursor(); p.inMatrix() && t.N > 0 {
		p.cell = model.Place{Unit: p.matrix.Rows[t.N-1].ID, Product: t.ID}
		p.arrange()
		return
	}
	p.beside()
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
