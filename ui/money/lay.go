package money

import (
	"fmt"
	"strings"

	"astute/model"
	"astute/model/chart"
	"astute/ui/grid"
	"astute/ui/pane"
	"astute/ui/theme"
)

// styles are how the tones of a ledger look.
var styles = map[chart.Tone]theme.Style{
	chart.Plain: theme.Plain, chart.Faint: theme.Faint, chart.Strong: theme.Strong, chart.Heading: theme.Heading, chart.Accent: theme.Accent,
	chart.Good: theme.Good, chart.Warn: theme.Warn, chart.Bad: theme.Bad, chart.Unknown: theme.Unknown,
}

// lay sets the part that is seen into a page, and others beside it.
func (p *Pane) lay(d pane.Data, w, h int) pane.Page {
	var page pane.Page
	main := w
	if w >= wideFrom {
		main = w - sideWidth - 3
		page.Split = main + 1
	}
	tabs(&page, p.part, main)
	switch {
	case p.showsMatrix():
		p.putMatrix(&page, d, main, h)
	case p.part == chart.WhitespacePart && p.hasCells():
		put(&page, p.cellLedger(d), main)
	case !p.payback.IsZero():
		put(&page, chart.Payback(d.Plan, d.Plan.Get(p.payback).(*model.Opportunity)), main)
	default:
		if l := p.ledger(p.part); l.Empty() {
			p.about(&page, l.About, main)
		} else {
			put(&page, l, main)
		}
	}
	p.beside = p.beside[:0]
	if main < w {
		p.putBeside(&page, d, main, h)
	}
	return page
}

// tabs names the parts, the one that is seen between parentheses.
func tabs(page *pane.Page, at chart.MoneyPart, w int) {
	var names []string
	for x := range chart.NumMoneyParts {
		if x == at {
			names = append(names, "("+x.String()+")")
		} else {
			names = append(names, x.String())
		}
	}
	if grid.Width(strings.Join(names, "  ")) > w {
		names = names[at : at+1]
	}
	x := 0
	for _, name := range names {
		style := theme.Faint
		if strings.HasPrefix(name, "(") {
			style = theme.Strong
		}
		x = page.Put(0, x, style, grid.Cut(name, w-x), pane.Target{}) + 2
	}
}

// about says what an empty part is for, and which key begins it.
func (p *Pane) about(page *pane.Page, lines []string, w int) {
	y := 2
	for _, text := range append(lines[:len(lines):len(lines)], starts[p.part]) {
		for _, line := range grid.Wrap(text, w) {
			page.Put(y, 0, theme.Faint, line, pane.Target{})
			y++
		}
	}
}

// put sets a ledger into a page below its tabs.
func put(page *pane.Page, l chart.Ledger, w int) {
	words, _ := l.Lay(w, grid.Width)
	place(page, words, 1, 0, 0)
}

// place sets the words of a ledger into a page; what has a field can be stood on.
// n tells a ledger that stands beside others apart.
func place(page *pane.Page, words []chart.Set, top, left, n int) {
	for _, s := range words {
		var t pane.Target
		if s.Num != 0 {
			t = pane.Target{ID: s.ID, Num: s.Num, N: n}
		}
		text, x := s.Text, s.X
		if t != (pane.Target{}) { // the cursor stands before the word, not before its indent
			trimmed := strings.TrimLeft(text, " ")
			x, text = x+len(text)-len(trimmed), trimmed
		}
		page.Put(top+s.Line, left+x, styles[s.Tone], text, t)
	}
}

// target is a cell of the matrix as what the cursor can stand on.
func target(product model.ID, row int) pane.Target { return pane.Target{ID: product, N: row} }

// underMatrix is how many lines stand below the matrix: the cell, why it is as
// it is, and how far we have got.
const underMatrix = 4

// putMatrix sets the matrix into the page, headings and sums always in sight.
func (p *Pane) putMatrix(page *pane.Page, d pane.Data, w, h int) {
	words, window := p.cells().Picture(chart.Size{W: w, H: max(chart.Least, h-1-underMatrix), Measure: grid.Width}, p.window, p.cell)
	p.window = window
	for _, s := range words {
		var t pane.Target
		if s.N > 0 {
			t = target(s.ID, s.N)
		}
		page.Put(1+s.Line, s.X, styles[s.Tone], s.Text, t)
	}
	y := 1 + window.Lines()
	cell := p.here()
	page.Put(y, 0, theme.Strong, grid.Cut(cellSays(d, cell), w), pane.Target{})
	why, style := strings.Join(cell.Reasons, ", "), theme.Faint
	if len(cell.Doubts) > 0 {
		why, style = "! "+strings.Join(cell.Doubts, "; "), theme.Warn
	}
	page.Put(y+1, 0, style, grid.Cut(why, w), pane.Target{})
	for i, line := range grid.Wrap(chart.Penetrated(p.cells().Penetration), w) {
		if i < underMatrix-2 {
			page.Put(y+2+i, 0, theme.Plain, line, pane.Target{})
		}
	}
}

// cellSays is a cell in one line: where it is, how it stands, what it is worth.
func cellSays(d pane.Data, c *model.Cell) string {
	parts := []string{c.State.String()}
	if c.Said != nil && !c.Said.Competitor.IsZero() {
		parts[0] += " " + d.Plan.Name(c.Said.Competitor)
	}
	if !c.Won.IsZero() {
		parts = append(parts, "won "+c.Won.Short())
	}
	if !c.Potential.IsZero() {
		parts = append(parts, "to win "+c.Potential.Short())
	}
	return fmt.Sprintf("%s: %s", d.Plan.Name(c.Product)+" / "+chart.UnitName(d.Plan, c.Unit), strings.Join(parts, ", "))
}
