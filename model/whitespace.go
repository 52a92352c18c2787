package model

import (
	"fmt"
	"slices"
)

// CellState is how a cell of the whitespace matrix stands.
type CellState uint8

// The states of a cell, in the order in which they are tried; the first that
// holds counts (domain section 4).
const (
	CellWhite      CellState = iota // nobody has looked
	CellWon                         // revenue this year, or a won opportunity
	CellCurrent                     // an open opportunity beyond the stage Potential
	CellPotential                   // an opportunity at that stage, or a potential value said
	CellCompetitor                  // said by the user, as the two below
	CellInHouse
	CellNotApplicable
)

// cellMarked is the state of a cell about which nothing else is known than what
// the user marked there.
var cellMarked = map[MarkState]CellState{MarkCompetitor: CellCompetitor, MarkInHouse: CellInHouse, MarkNotApplicable: CellNotApplicable}

// String returns the state's word.
func (s CellState) String() string {
	return [...]string{"White", "Won", "Current", "Potential", "Competitor", "In-house", "Not Applicable"}[s]
}

// Mark returns a letter that tells the state from the others, "." for white.
func (s CellState) Mark() string { return [...]string{".", "W", "O", "P", "C", "I", "-"}[s] }

// Place is a cell of the matrix: a unit, none for the account as a whole, and a
// product.
type Place struct{ Unit, Product ID }

// Cell is what is known of one unit and one product.
type Cell struct {
	Place
	State     CellState
	Won       Sums // the larger of this year's revenue and the deals won this year, since one holds the other
	Potential Sums // what could still be won: said on the cell, else its open opportunities
	Revenue   []*Revenue
	Deals     []*Opportunity // all, whatever their stage
	Said      *Mark          // what the user says of the cell, nil for nothing
	Reasons   []string       // why the state is what it is
	Doubts    []string       // where what is said contradicts the records
}

// Value returns what the cell is worth by its state: what is won where it is
// won, else its potential.
func (c *Cell) Value() Sums {
	if c.State == CellWon {
		return c.Won
	}
	return c.Potential
}

// empty reports whether no record speaks of the cell.
func (c *Cell) empty() bool { return len(c.Revenue) == 0 && len(c.Deals) == 0 && c.Said == nil }

// Matrix is the whitespace matrix of an account: units down, products across.
type Matrix struct {
	Units    []ID // rows; the zero ID, for the account as a whole, comes first where it is needed
	Products []ID // columns: the whole catalogue
	Unplaced []*Opportunity
	cells    map[Place]*Cell
	hasUnits bool
}

// At returns a cell; one of which nothing is known is white. It is never nil.
func (m *Matrix) At(unit, product ID) *Cell {
	if c := m.cells[Place{unit, product}]; c != nil {
		return c
	}
	return &Cell{Place: Place{unit, product}, Reasons: []string{"nobody has looked"}}
}

// Cells returns all cells row by row.
func (m *Matrix) Cells() []*Cell {
	list := make([]*Cell, 0, len(m.Units)*len(m.Products))
	for _, u := range m.Units {
		for _, p := range m.Products {
			list = append(list, m.At(u, p))
		}
	}
	return list
}

// applicable reports whether a cell counts: not what is Not Applicable, and of
// the row for the account as a whole only what is filled in, where there are
// units to sell to.
func (m *Matrix) applicable(c *Cell) bool {
	return c.State != CellNotApplicable && (!c.Unit.IsZero() || !m.hasUnits || !c.empty())
}

// MatrixOf returns the whitespace matrix as it stands on the day (domain section
// 4). Opportunities without a product have no cell: see Unplaced.
func MatrixOf(p *Plan, today Date) *Matrix {
	m := &Matrix{hasUnits: len(p.Of(KindUnit)) > 0}
	m.cells, m.Unplaced = cellsOf(All[*Revenue](p.Book), All[*Opportunity](p.Book), All[*Mark](p.Book))
	whole := !m.hasUnits
	for _, c := range m.cells {
		c.settle(YearOf(today))
		whole = whole || c.Unit.IsZero()
	}
	if whole {
		m.Units = append(m.Units, ID{})
	}
	for _, u := range p.Of(KindUnit) {
		m.Units = append(m.Units, u.Base().ID)
	}
	for _, x := range p.Of(KindProduct) {
		m.Products = append(m.Products, x.Base().ID)
	}
	return m
}

// cellsOf gathers the records of each cell that any of them speaks of, and the
// opportunities without a product, which have no cell.
func cellsOf(revenue []*Revenue, deals []*Opportunity, marks []*Mark) (cells map[Place]*Cell, unplaced []*Opportunity) {
	cells = map[Place]*Cell{}
	at := func(unit, product ID) *Cell {
		c := cells[Place{unit, product}]
		if c == nil {
			c = &Cell{Place: Place{unit, product}}
			cells[c.Place] = c
		}
		return c
	}
	for _, r := range revenue {
		c := at(r.Unit, r.Product)
		c.Revenue = append(c.Revenue, r)
	}
	for _, o := range deals {
		if o.Product.IsZero() {
			unplaced = append(unplaced, o)
			continue
		}
		c := at(o.Unit, o.Product)
		c.Deals = append(c.Deals, o)
	}
	for _, x := range marks {
		at(x.Unit, x.Product).Said = x // the last one said counts
	}
	return cells, unplaced
}

// settle works out the state and the values of a cell from its records.
func (c *Cell) settle(year Period) {
	c.Won = wonIn(c.Revenue, c.Deals, year)
	var open Sums
	won, current, potential := 0, 0, 0
	for _, o := range c.Deals {
		switch {
		case o.Stage == StageWon:
			won++
		case o.Stage == StageLost:
		case o.Stage == StagePotential:
			potential++
			open.Add(o.Amount)
		default:
			current++
			open.Add(o.Amount)
		}
	}
	revenue := slices.ContainsFunc(c.Revenue, func(r *Revenue) bool { return r.Year == year.Year() })
	c.Potential = open
	var said MarkState
	var worth Money
	if c.Said != nil {
		if said, worth = c.Said.State, c.Said.Potential; !worth.IsZero() {
			c.Potential = SumOf(worth)
		}
	}
	if said == MarkNotApplicable && current+potential == 0 {
		c.Potential = Sums{}
	}
	count := func(n int, words string) []string {
		if n == 0 {
			return nil
		}
		return []string{Count(n, "opportunity ", "opportunities ") + words}
	}
	switch {
	case revenue:
		c.State, c.Reasons = CellWon, append([]string{"revenue in " + year.Year().String()}, count(won, "won")...)
	case won > 0:
		c.State, c.Reasons = CellWon, count(won, "won")
	case current > 0:
		c.State, c.Reasons = CellCurrent, count(current, "open")
	case potential > 0:
		c.State, c.Reasons = CellPotential, count(potential, "at the stage Potential")
	case !worth.IsZero() && said != MarkNotApplicable:
		c.State, c.Reasons = CellPotential, []string{"a potential of " + worth.Grouped() + " is noted"}
	case said != 0:
		c.State, c.Reasons = cellMarked[said], []string{"marked " + said.String()}
	default:
		c.Reasons = []string{"nobody has looked"}
	}
	if said == MarkNotApplicable && c.State != CellNotApplicable || said == MarkInHouse && c.State == CellWon {
		c.Doubts = append(c.Doubts, fmt.Sprintf("marked %s, but %s", said, AndList(c.Reasons)))
	}
	if text := onceOnly(onceIn(c.Revenue, c.Deals, year), year); text != "" {
		c.Reasons = append(c.Reasons, text)
	}
}

// wonIn is what was won in a period: of each currency the larger of the revenue
// of its year and the deals won in it, because revenue comes to hold the deals
// and nothing may be counted twice.
func wonIn(revenue []*Revenue, deals []*Opportunity, in Period) Sums {
	return larger(earnedAndWon(revenue, deals, in))
}

// onceIn is what [wonIn] counts once though it is there twice: of each currency
// the smaller of revenue and deals won.
func onceIn(revenue []*Revenue, deals []*Opportunity, in Period) Sums {
	earned, won := earnedAndWon(revenue, deals, in)
	return smaller(earned, won)
}

// onceOnly says why that much was not added; "" for nothing.
func onceOnly(twice Sums, in Period) string {
	if twice.IsZero() {
		return ""
	}
	return fmt.Sprintf("%s counts once, because revenue comes to hold what was won (where it does not yet, add the deals to the revenue of %s)", twice.Grouped(), in.Year())
}

func earnedAndWon(revenue []*Revenue, deals []*Opportunity, in Period) (earned, won Sums) {
	for _, r := range revenue {
		if r.Year == in.Year() {
			earned.Add(r.Amount)
		}
	}
	for _, o := range deals {
		if o.Stage == StageWon && in.Has(o.Close) {
			won.Add(o.Amount)
		}
	}
	return earned, won
}
