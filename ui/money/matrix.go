package money

import (
	"astute/model"
	"astute/model/chart"
	"astute/ui/pane"
)

// here is the cell that the keys act on: a white one of no place where the
// matrix has none.
func (p *Pane) here() *model.Cell {
	if !p.hasCells() {
		return &model.Cell{}
	}
	return p.cells().At(p.cells().Find(p.cell))
}

// behindCell are the records that a cell rests on.
func behindCell(c *model.Cell) []model.Record {
	var list []model.Record
	for _, o := range c.Deals {
		list = append(list, o)
	}
	for _, r := range c.Revenue {
		list = append(list, r)
	}
	if c.Said != nil {
		list = append(list, c.Said)
	}
	return list
}

// step moves the cursor in the matrix, which follows it.
func (p *Pane) step(rows, columns int) {
	m := p.cells()
	row, column := m.Find(p.cell)
	row = max(0, min(row+rows, len(m.Rows)-1))
	column = max(0, min(column+columns, len(m.Columns)-1))
	p.cell = model.Place{Unit: m.Rows[row].ID, Product: m.Columns[column].ID}
	p.Arrange()
}

// page moves the cursor by as many products as are seen.
func (p *Pane) page(by int) pane.Request {
	p.step(0, by*max(1, p.window.Columns))
	return nil
}

// cellLedger is what is behind the cell, and which keys say more of it.
func (p *Pane) cellLedger(d pane.Data) chart.Ledger {
	s := chart.Behind(d.Plan, p.here(), d.Today)
	keys := "a opportunity   r revenue   P potential   C competitor   I in-house   N not applicable"
	if p.behind {
		keys += "   esc back"
	}
	s.Notes = append(s.Notes, chart.Word{Text: keys, Tone: chart.Faint})
	return chart.Ledger{Sections: []chart.Section{s}}
}

// open shows what is behind the cell.
func (p *Pane) open() pane.Request {
	p.cell = p.here().Place
	p.behind = true
	p.Arrange()
	return nil
}

// letters shows the letters of the cells alone, or their values too.
func (p *Pane) letters() pane.Request {
	p.window.Letters = !p.window.Letters
	p.Arrange()
	if p.window.Letters {
		return pane.Note{Text: "letters alone, products by number: more of them fit"}
	}
	return pane.Note{Text: "cells with what they are worth"}
}

// Beyond says how many products lie out of sight on either side of the matrix.
func (p *Pane) Beyond(width int) string {
	if !p.showsMatrix() {
		return ""
	}
	left := p.window.Left
	return pane.OutOfSight(left, len(p.cells().Columns)-left-p.window.Columns, "product", width)
}
