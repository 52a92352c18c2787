package money

import (
	"astute/model"
	"astute/model/chart"
	"astute/ui/pane"
)

// whitespaceAbout says what the matrix is for, where there is none yet.
var whitespaceAbout = []string{"Unit by product: where we sell, where somebody else does, and where nobody has looked yet."}

// here is the cell that the keys act on: a white one of no place where the
// matrix has none.
func (p *Pane) here() *model.Cell {
	if !p.hasCells() {
		return &model.Cell{}
	}
	return p.matrix.At(p.matrix.Find(p.cell))
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
	row, column := p.matrix.Find(p.cell)
	row = max(0, min(row+rows, len(p.matrix.Rows)-1))
	column = max(0, min(column+columns, len(p.matrix.Columns)-1))
	p.cell = model.Place{Unit: p.matrix.Rows[row].ID, Product: p.matrix.Columns[column].ID}
	p.arrange()
}

// cellLedger is what is behind the cell, and which keys say more of it.
func (p *Pane) cellLedger(d pane.Data) chart.Ledger {
	s := chart.Behind(d.Plan, p.here(), d.Today)
	s.Notes = append(s.Notes, chart.Word{Text: "a opportunity   P potential   C competitor   I in-house   N not applicable   esc back", Tone: chart.Faint})
	return chart.Ledger{Sections: []chart.Section{s}}
}

// open shows what is behind the cell.
func (p *Pane) open() pane.Request {
	p.cell = p.here().Place
	p.behind = true
	p.arrange()
	return nil
}

// letters shows the letters of the cells alone, or their values too.
func (p *Pane) letters() pane.Request {
	p.window.Letters = !p.window.Letters
	p.arrange()
	if p.window.Letters {
		return pane.Note{Text: "letters alone, products by number: more of them fit"}
	}
	return pane.Note{Text: "cells with what they are worth"}
}

// Beyond says how many products lie out of sight on either side of the matrix.
func (p *Pane) Beyond(width int) string {
	if !p.inMatrix() {
		return ""
	}
	left := p.window.Left
	return pane.OutOfSight(left, len(p.matrix.Columns)-left-p.window.Columns, "product", width)
}
