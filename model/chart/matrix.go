package chart

import (
	"fmt"
	"strconv"
	"strings"

	"astute/model"
)

// Whitespace is the whitespace matrix of an account as it is shown: units down,
// products across, with sums at the sides (domain section 4, rule 8).
type Whitespace struct {
	Matrix      *model.Matrix
	Penetration model.Penetration
	Rows        []Side
	Columns     []Side
	Whole       Side           // all rows together
	Currency    model.Currency // of the amounts that are written without one
}

// Side is a row or a column of the matrix: what it is called, and its sums.
type Side struct {
	ID        model.ID // none: the account as a whole
	Name      string
	Won       model.Sums
	Potential model.Sums // what could still be won
}

// NewWhitespace returns the matrix as it stands on the day.
func NewWhitespace(p *model.Plan, today model.Date) *Whitespace {
	w := &Whitespace{Matrix: model.MatrixOf(p, today), Currency: p.Account.Currency}
	w.Penetration = w.Matrix.Penetration(p, today)
	for _, id := range w.Matrix.Units {
		w.Rows = append(w.Rows, Side{ID: id, Name: UnitName(p, id)})
	}
	for _, id := range w.Matrix.Products {
		w.Columns = append(w.Columns, Side{ID: id, Name: p.Name(id)})
	}
	for r := range w.Rows {
		for c := range w.Columns {
			cell := w.At(r, c)
			for _, side := range []*Side{&w.Rows[r], &w.Columns[c], &w.Whole} {
				side.Won.AddAll(cell.Won)
				side.Potential.AddAll(cell.Potential)
			}
		}
	}
	return w
}

// At returns the cell in a row and a column.
func (w *Whitespace) At(row, column int) *model.Cell {
	return w.Matrix.At(w.Rows[row].ID, w.Columns[column].ID)
}

// Find returns the row and the column of a cell, the first ones where it is not
// there.
func (w *Whitespace) Find(at model.Place) (row, column int) {
	for i, e := range w.Rows {
		if e.ID == at.Unit {
			row = i
		}
	}
	for i, e := range w.Columns {
		if e.ID == at.Product {
			column = i
		}
	}
	return row, column
}

// Amount writes sums for a cell: without a currency where it is the account's.
func (w *Whitespace) Amount(s model.Sums) string { return without(s, w.Currency) }

// without writes sums in a few digits, without the currency where it is that
// one.
func without(s model.Sums, c model.Currency) string {
	all := s.All()
	if len(all) == 1 && len(s.Over()) == 0 && all[0].Currency() == c {
		return all[0].Short()[len(c)+1:]
	}
	return s.Short()
}

// cell is what stands in a cell: its letter, and what it is worth. A plus says of
// one that is won that more is to be won there.
func (w *Whitespace) cell(row, column int, letters bool) string {
	c := w.At(row, column)
	text := c.State.Mark()
	switch {
	case len(c.Doubts) > 0:
		text += "!"
	case w.more(c) != "":
		text += "+"
	}
	if value := w.Amount(c.Value()); value != "" && !letters {
		text += " " + value
	}
	return text
}

// more is what is to be won in a cell in which something is won already.
func (w *Whitespace) more(c *model.Cell) string {
	if c.State != model.CellWon {
		return ""
	}
	return w.Amount(c.Potential)
}

// roomy is the text of a cell with what more is to be won there, as long as that
// fits into the width; 0 is as wide as it takes.
func (w *Whitespace) roomy(row, column int, letters bool, width int, measure Measure) string {
	text := w.cell(row, column, letters)
	if more := w.more(w.At(row, column)); more != "" && !letters {
		if long := strings.Replace(text, "+", "", 1) + " +" + more; width == 0 || measure(long) <= width {
			return long
		}
	}
	return text
}

// cellTones are the tones of the states of a cell.
var cellTones = map[model.CellState]Tone{
	model.CellWhite: Faint, model.CellWon: Good, model.CellCurrent: Accent, model.CellPotential: Plain,
	model.CellCompetitor: Bad, model.CellInHouse: Warn, model.CellNotApplicable: Faint,
}

// Window is a part of the matrix that is seen: from the row Top and the column
// Left on.
type Window struct {
	Top, Left     int
	Rows, Columns int // how many are seen in full
	Head          int // lines above the rows: the names of the columns
	// Letters shows the letters of the cells alone, and numbers above them.
	Letters bool
}

// Lines is how many lines a picture of the window takes: the names of the
// columns, the rows, and the two sums below.
func (w Window) Lines() int { return w.Head + w.Rows + sumLines }

// The widths of the matrix, in columns of text.
const (
	leastCell, mostCell = 7, 13
	mostName            = 28
	letterCell          = 2
	sumTitleWon         = "won"
	sumTitlePotential   = "to win"
)

// widths are those of the names of the rows, of a cell and of each of the two
// sums beside the rows, nought where there is no room for these.
func (w *Whitespace) widths(size Size, letters bool) (name, cell, sum int) {
	name, cell, sum = runes(sumTitlePotential), leastCell, runes(sumTitlePotential)
	for r, side := range w.Rows {
		name = max(name, size.Measure(side.Name))
		sum = max(sum, size.Measure(w.Amount(side.Won)), size.Measure(w.Amount(side.Potential)))
		for c := range w.Columns {
			text := w.cell(r, c, letters)
			if size.W <= 0 {
				text = w.roomy(r, c, letters, 0, size.Measure)
			}
			cell = max(cell, size.Measure(text))
		}
	}
	for _, side := range append(w.Columns, w.Whole) {
		sum = max(sum, size.Measure(w.Amount(side.Won)), size.Measure(w.Amount(side.Potential)))
		if !letters {
			cell = max(cell, size.Measure(w.Amount(side.Won)), size.Measure(w.Amount(side.Potential)))
			if size.W <= 0 {
				cell = max(cell, size.Measure(side.Name))
			}
		}
	}
	if size.W <= 0 {
		return name, cell, sum
	}
	cell = min(cell, mostCell)
	if letters {
		cell = letterCell
	} else if room := (size.W - min(name, mostName)) - 2*(sum+gap); len(w.Columns) > 0 {
		// Where all columns have room, so have their names.
		cell = max(cell, min(room/len(w.Columns)-1, w.longest(size.Measure)))
	}
	name = min(name, mostName, max(10, size.W/4))
	if size.W-name-2*(sum+gap) < 3*(cell+1) {
		sum = 0
	}
	return name, cell, sum
}

// longest is the width of the longest name of a product, as far as it helps.
func (w *Whitespace) longest(measure Measure) int {
	n := 0
	for _, side := range w.Columns {
		n = max(n, min(measure(side.Name), 20))
	}
	return n
}

// sumLines are the lines below the rows, mostHead are those above at most, and
// headFrom is the height from which there is room for that many.
const (
	sumLines = 2
	mostHead = 2
	headFrom = 10
)

// Least is the lines of the lowest picture: one row under one line of names.
const Least = 1 + 1 + sumLines

// Picture lays the window out for a room, after moving it as little as shows the
// cell; a width of 0 is as wide as it takes, a height of 0 as high.
func (w *Whitespace) Picture(size Size, from Window, at model.Place) ([]Set, Window) {
	if size.Measure == nil {
		size.Measure = runes
	}
	name, cell, sum := w.widths(size, from.Letters)
	from.Rows, from.Columns = len(w.Rows), len(w.Columns)
	if size.W > 0 {
		room := size.W - name - 1
		if sum > 0 {
			room -= 2*(sum+gap) - 1
		}
		from.Columns = max(1, min(from.Columns, room/(cell+1)))
	}
	from.Head = 1
	if (size.H <= 0 || size.H >= headFrom) && !from.Letters && w.longest(size.Measure) > cell {
		from.Head = mostHead
	}
	if size.H > 0 {
		from.Rows = max(1, min(from.Rows, size.H-from.Head-sumLines))
	}
	row, column := w.Find(at)
	from.Top = into(from.Top, row, from.Rows, len(w.Rows))
	from.Left = into(from.Left, column, from.Columns, len(w.Columns))
	d := matrixDrawing{w: w, size: size, window: from, name: name, cell: cell, sum: sum}
	d.draw()
	return d.words, from
}

// into moves the begin of a window of n as little as shows one of all.
func into(begin, one, n, all int) int {
	begin = max(min(begin, one), one-n+1)
	return max(0, min(begin, all-n))
}

// matrixDrawing is a picture of the matrix being made.
type matrixDrawing struct {
	w               *Whitespace
	size            Size
	window          Window
	name, cell, sum int
	words           []Set
}

func (d *matrixDrawing) put(line, x int, text string, tone Tone) {
	if text != "" {
		d.words = append(d.words, Set{Word: Word{Text: text, Tone: tone}, Line: line, X: x})
	}
}

// x is where a column of the window begins.
func (d *matrixDrawing) x(i int) int { return d.name + 1 + i*(d.cell+1) }

func (d *matrixDrawing) draw() {
	d.heading()
	for i := range d.window.Rows {
		r, line := d.window.Top+i, d.window.Head+i
		side := d.w.Rows[r]
		d.put(line, 0, fit(side.Name, d.name, d.size.Measure), Plain)
		for k := range d.window.Columns {
			c := d.window.Left + k
			state := d.w.At(r, c)
			tone := cellTones[state.State]
			if len(state.Doubts) > 0 {
				tone = Warn
			}
			d.words = append(d.words, Set{Word: Word{Text: fit(d.w.roomy(r, c, d.window.Letters, d.cell, d.size.Measure), d.cell, d.size.Measure), Tone: tone, ID: d.w.Columns[c].ID},
				Line: line, X: d.x(k), N: r + 1})
		}
		d.sums(line, side)
	}
	d.totals(d.window.Head + d.window.Rows)
}

// heading names the columns: with numbers where only letters are shown, in two
// lines where one is too short for a name.
func (d *matrixDrawing) heading() {
	last := d.window.Head - 1
	if above := d.window.Top; d.window.Rows < len(d.w.Rows) {
		d.put(last, 0, fit(fmt.Sprintf("%d-%d/%d", above+1, above+d.window.Rows, len(d.w.Rows)), d.name, d.size.Measure), Faint)
	}
	for k := range d.window.Columns {
		name := d.w.Columns[d.window.Left+k].Name
		if d.window.Letters {
			name = strconv.Itoa(d.window.Left + k + 1)
		}
		lines := []string{fit(name, d.cell, d.size.Measure)}
		if d.window.Head > 1 {
			lines = broken(name, d.cell, d.size.Measure)
		}
		for i, text := range lines {
			d.put(last-len(lines)+1+i, d.x(k), text, Heading)
		}
	}
	if d.sum > 0 {
		x := d.x(d.window.Columns) + 1
		d.put(last, x+d.sum-runes(sumTitleWon), sumTitleWon, Faint)
		d.put(last, x+d.sum+gap+d.sum-runes(sumTitlePotential), sumTitlePotential, Faint)
	}
}

// broken is a name in at most two lines of a width, broken between words where
// that fits, so that names that begin alike are told apart by how they end.
func broken(name string, width int, measure Measure) []string {
	if measure(name) <= width {
		return []string{name}
	}
	first, rest := "", ""
	for i, word := range strings.Fields(name) {
		switch {
		case rest != "":
			rest += " " + word
		case i == 0:
			first = word
		case measure(first)+1+measure(word) <= width:
			first += " " + word
		default:
			rest = word
		}
	}
	if measure(first) > width { // a word that is longer than the line goes on in the next
		whole := []rune(first)
		n := len(whole)
		for n > 1 && (measure(string(whole[:n]))+1 > width || n < len(whole) && measure(string(whole[n])) == 0) {
			n-- // nor is a mark parted from its letter
		}
		first, rest = string(whole[:n])+"-", strings.TrimSpace(string(whole[n:])+" "+rest)
	}
	return []string{first, fit(rest, width, measure)}
}

// sums writes what is won and to win beside a row.
func (d *matrixDrawing) sums(line int, side Side) {
	if d.sum == 0 {
		return
	}
	x := d.x(d.window.Columns) + 1
	for _, s := range []model.Sums{side.Won, side.Potential} {
		text := fit(d.w.Amount(s), d.sum, d.size.Measure)
		d.put(line, x+d.sum-d.size.Measure(text), text, Strong)
		x += d.sum + gap
	}
}

// totals writes what is won and to win below the columns.
func (d *matrixDrawing) totals(line int) {
	for i, t := range []struct {
		name string
		of   func(Side) model.Sums
	}{
		{sumTitleWon, func(e Side) model.Sums { return e.Won }},
		{sumTitlePotential, func(e Side) model.Sums { return e.Potential }},
	} {
		d.put(line+i, 0, t.name, Faint)
		for k := range d.window.Columns {
			if !d.window.Letters {
				d.put(line+i, d.x(k), fit(d.w.Amount(t.of(d.w.Columns[d.window.Left+k])), d.cell, d.size.Measure), Strong)
			}
		}
		if d.sum > 0 {
			text := fit(d.w.Amount(t.of(d.w.Whole)), d.sum, d.size.Measure)
			d.put(line+i, d.x(d.window.Columns)+1+i*(d.sum+gap)+d.sum-d.size.Measure(text), text, Strong)
		}
	}
}

// Penetrated says in a sentence how far we have got, and what is still to be won
// (rule 8).
func Penetrated(n model.Penetration) string {
	text := "Whitespace " + n.Whitespace.Short()
	if n.Whitespace.IsZero() {
		text = "Whitespace: no value known yet"
	}
	text += fmt.Sprintf("; penetration %d %% of %s", n.ByCells, model.Count(n.Cells, "cell", "cells"))
	if n.ValueKnown {
		text += fmt.Sprintf(", %d %% by value", n.ByValue)
	}
	if n.Open > 0 {
		text += fmt.Sprintf("; %s without a value", model.Count(n.Open, "cell", "cells"))
	}
	return text
}
