package model_test

import (
	"testing"

	"astute/model"
)

// cellCase is one combination of what can be on record of a cell.
type cellCase struct {
	revenue, oldRevenue, won, open, staged, potential, lost, worth bool
	said                                                           model.MarkState
}

// cellCases are all of them.
func cellCases() []cellCase {
	var list []cellCase
	for n := range 1 << 8 {
		bit := func(i int) bool { return n>>i&1 == 1 }
		for said := range model.MarkState(4) {
			list = append(list, cellCase{bit(0), bit(1), bit(2), bit(3), bit(4), bit(5), bit(6), bit(7), said})
		}
	}
	return list
}

// want is the state by the words of domain section 4, first to last.
func (c cellCase) want() model.CellState {
	switch {
	case c.revenue || c.won:
		return model.CellWon
	case c.open || c.staged:
		return model.CellCurrent
	case c.potential || c.worth && c.said != model.MarkNotApplicable:
		return model.CellPotential
	}
	return map[model.MarkState]model.CellState{0: model.CellWhite, model.MarkCompetitor: model.CellCompetitor, model.MarkInHouse: model.CellInHouse,
		model.MarkNotApplicable: model.CellNotApplicable}[c.said]
}

// book makes the records of the case for one cell, every amount a power of two
// of dollars, so that a sum says what is in it.
func (c cellCase) book() (*model.Plan, model.ID, model.ID) {
	next := newIDs()
	account := &model.Account{Head: model.Head{ID: next()}, Name: "Acme", Currency: "USD"}
	product := &model.Product{Head: model.Head{ID: next()}, Name: "Beacon"}
	other := &model.Product{Head: model.Head{ID: next()}, Name: "Relay"}
	head := func() model.Head { return model.Head{ID: next(), Account: account.ID} }
	unit := &model.Unit{Head: head(), Name: "Stores"}
	records := []model.Record{product, other, unit}
	deal := func(on bool, stage model.Stage, dollars int64, close model.Date) {
		if on {
			records = append(records, &model.Opportunity{Head: head(), Name: "Deal", Unit: unit.ID, Product: product.ID, Stage: stage, Amount: model.NewMoney(dollars*100, "USD"), Close: close})
		}
	}
	earned := func(on bool, year, dollars int) {
		if on {
			records = append(records, &model.Revenue{Head: head(), Unit: unit.ID, Product: product.ID, Year: model.Year(year), Amount: model.NewMoney(int64(dollars)*100, "USD")})
		}
	}
	earned(c.revenue, someDay.Year(), 1)
	earned(c.oldRevenue, someDay.Year()-1, 2)
	deal(c.won, model.StageWon, 4, someDay)
	deal(c.open, model.StageProposing, 8, someDay.AddDays(30))
	deal(c.staged, 0, 16, model.Date{})
	deal(c.potential, model.StagePotential, 32, model.Date{})
	deal(c.lost, model.StageLost, 64, someDay)
	if c.worth || c.said != 0 {
		m := &model.Mark{Head: head(), Unit: unit.ID, Product: product.ID, State: c.said}
		if c.worth {
			m.Potential = model.NewMoney(128*100, "USD")
		}
		records = append(records, m)
	}
	return model.NewPlan(account, records), unit.ID, product.ID
}

func TestACellIsInTheFirstStateThatHolds(t *testing.T) {
	seen := map[model.CellState]int{}
	for _, c := range cellCases() {
		p, unit, product := c.book()
		m := model.MatrixOf(p, someDay)
		cell := m.At(unit, product)
		if cell.State != c.want() || len(cell.Reasons) == 0 {
			t.Fatalf("%+v: %s %q, want %s", c, cell.State, cell.Reasons, c.want())
		}
		seen[cell.State]++
		var won, potential int64
		switch { // the larger: revenue holds the deal, or will
		case c.won:
			won = 4
		case c.revenue:
			won = 1
		}
		if c.open {
			potential += 8
		}
		if c.staged {
			potential += 16
		}
		if c.potential {
			potential += 32
		}
		switch {
		case c.worth && c.said == model.MarkNotApplicable && potential == 0:
		case c.worth:
			potential = 128
		}
		if got := cell.Won.Of("USD").Minor(); got != won*100 {
			t.Fatalf("%+v: won %d, want %d", c, got, won*100)
		}
		if got := cell.Potential.Of("USD").Minor(); got != potential*100 {
			t.Fatalf("%+v: potential %d, want %d", c, got, potential*100)
		}
		doubtful := c.said == model.MarkNotApplicable && cell.State != model.CellNotApplicable || c.said == model.MarkInHouse && cell.State == model.CellWon
		if (len(cell.Doubts) > 0) != doubtful {
			t.Fatalf("%+v: doubts %q", c, cell.Doubts)
		}
	}
	if len(seen) != 7 {
		t.Errorf("states met: %v", seen)
	}
}

func TestTheMatrixHasARowForTheAccountOnlyWhereItIsNeeded(t *testing.T) {
	p, unit, product := cellCase{won: true}.book()
	m := model.MatrixOf(p, someDay)
	if len(m.Units) != 1 || m.Units[0] != unit || len(m.Products) != 2 || len(m.Cells()) != 2 {
		t.Errorf("rows %v, columns %v", m.Units, m.Products)
	}
	next := newIDs()
	for range 100 {
		next()
	}
	whole := &model.Opportunity{Head: model.Head{ID: next(), Account: p.Account.ID}, Name: "All of it", Product: product, Stage: model.StageWon, Close: someDay}
	loose := &model.Opportunity{Head: model.Head{ID: next(), Account: p.Account.ID}, Name: "Something"}
	m = model.MatrixOf(p.With(model.Change{After: whole}, model.Change{After: loose}), someDay)
	if len(m.Units) != 2 || !m.Units[0].IsZero() || m.At(model.ID{}, product).State != model.CellWon || len(m.Unplaced) != 1 || m.Unplaced[0] != loose {
		t.Errorf("rows %v, unplaced %v", m.Units, m.Unplaced)
	}
	// Of the row for the whole account only what is filled in is a cell to win.
	if n := model.PenetrationOf(p.With(model.Change{After: whole}), someDay); n.Cells != 3 || n.WonCells != 2 || n.ByCells != 67 {
		t.Errorf("%d of %d cells, %d %%", n.WonCells, n.Cells, n.ByCells)
	}
	empty := model.NewPlan(p.Account, nil)
	if m := model.MatrixOf(empty, someDay); len(m.Cells()) != 0 || len(m.Units) != 1 {
		t.Errorf("an empty plan has %d cells", len(m.Cells()))
	}
	if n := model.PenetrationOf(empty, someDay); n.Cells != 0 || len(n.Ask) == 0 {
		t.Errorf("an empty plan: %+v", n)
	}
}
