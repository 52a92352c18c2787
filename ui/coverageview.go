package ui

import (
	"fmt"
	"strings"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/pane"
	"astute/ui/theme"
)

// The measures of the matrix.
const (
	cellWidth = 10
	headLines = 4 // the name in three lines, and whether it is a key player
	sumLines  = 4 // a line, and the three sums of each column
	figure    = 5 // columns of a sum of a row
)

// matrixSize is how much of the matrix is seen.
type matrixSize struct {
	rows, columns int
	name          int // columns of the names of ours
	first         int // where the cells begin
	tell          int // lines that tell about the cell of the cursor
}

func (o *coverageOver) measure() matrixSize {
	in := o.box.Inset(1)
	s := matrixSize{tell: 2}
	for _, row := range o.m.Rows {
		s.name = max(s.name, grid.Width(row.Teammate.Name))
	}
	s.name = min(s.name, max(14, in.W/5))
	s.first = 1 + s.name + 2*figure + 2
	s.columns = max(1, (in.W-s.first)/cellWidth)
	s.rows = max(1, min(len(o.m.Rows), in.H-headLines-sumLines-s.tell))
	return s
}

// mark is a cell in a few characters: the level now, the level wanted, a "!" for
// each step between, the health, and whether somebody is on it.
func (o *coverageOver) mark(row, col int) string {
	cell := o.m.Rows[row].Cells[col]
	text := ""
	if cell.Relationship != nil {
		if text = cell.Level.Mark(); cell.Level == 0 {
			text = "?"
		}
		if cell.Wanted != 0 {
			text += ">" + cell.Wanted.Mark()
		}
		text += strings.Repeat("!", cell.Gap())
		if cell.Health != 0 {
			text += " " + cell.Health.Mark()
		}
	}
	if o.assigned(row, col) != nil {
		text = strings.TrimSpace(text + " a")
	}
	if text == "" {
		return "."
	}
	return text
}

// coverageLegend explains the marks of the cells.
func coverageLegend() []helpPart {
	r := new(model.Relationship)
	var parts []helpPart
	for _, name := range []string{"level", "health"} {
		f, _ := model.FieldNamed(r.Fields(), name)
		part := helpPart{name: "Marks: " + f.Label}
		for _, word := range f.Words() {
			part.entries = append(part.entries, helpEntry{key: word.Mark, text: meant(f, word.Name)})
		}
		parts = append(parts, part)
	}
	return append(parts, helpPart{name: "Marks: In every cell", entries: []helpEntry{
		{key: "1>3", text: "the level now and the level wanted"}, {key: "?>2", text: "one is wanted, and nobody has said how it is now"},
		{key: "!", text: "a step below the level wanted"}, {key: "a", text: "that one of us has an open action for that person"},
		{key: ".", text: "nothing is on record"},
	}})
}

// cellStyle is how a cell looks.
func cellStyle(c model.CoverageCell) theme.Style {
	switch {
	case c.Relationship == nil:
		return theme.Faint
	case c.Gap() > 1:
		return theme.Bad
	case c.Gap() == 1:
		return theme.Warn
	case c.Level == 0:
		return theme.Unknown
	}
	return theme.Good
}

func (o *coverageOver) draw(w *Workspace, v grid.View) {
	f := o.frame(w)
	f.Note = fmt.Sprintf("%d of us, %s", len(o.m.Rows), count(len(o.m.Columns), "contact", "contacts"))
	if o.size.rows < len(o.m.Rows) {
		f.Above, f.Total = o.top, len(o.m.Rows)+headLines+sumLines+o.size.tell
	}
	if len(o.m.Columns) > 0 {
		f.Foot = "now>wanted  1 vendor  2 credible source  3 problem solver  4 trusted advisor  ! a step short"
	}
	f.More = beyond(o.left, len(o.m.Columns)-o.left-o.size.columns)
	in := f.Draw(v.Sub(o.box))
	if len(o.m.Columns) == 0 || len(o.m.Rows) == 0 {
		o.drawNothing(in)
		return
	}
	o.drawHead(in)
	for i := range min(o.size.rows, len(o.m.Rows)-o.top) {
		o.drawRow(in, o.top+i, headLines+i)
	}
	o.drawSums(in, headLines+o.size.rows, w.theme.Glyphs)
	for i, line := range grid.Wrap(o.tell(), in.W()-2) {
		in.Text(1, headLines+o.size.rows+sumLines+i, theme.Plain, line)
	}
}

// beyond says how many columns lie out of sight on either side.
func beyond(left, right int) string {
	var parts []string
	if left > 0 {
		parts = append(parts, fmt.Sprintf("< %d", left))
	}
	if right > 0 {
		parts = append(parts, fmt.Sprintf("%d >", right))
	}
	return strings.Join(parts, "  ")
}

func (o *coverageOver) drawNothing(v grid.View) {
	lines := []string{"Here stands who of us stands how with whom of them, now and as wanted."}
	if len(o.m.Columns) == 0 {
		lines = append(lines, "It begins with the people: esc, then a on the map or among the contacts.")
	} else {
		lines = append(lines, "Nobody of us is on this account yet: esc, then its owner or its team on the overview.")
	}
	pane.DrawEmpty(v, lines)
}

// column is where a column of the matrix stands, from the first one seen.
func (o *coverageOver) column(i int) layout.Rect {
	return layout.Rect{X: o.size.first + i*cellWidth, W: cellWidth, H: 1}
}

// eachColumn calls f for the columns that are seen, with where they stand.
func (o *coverageOver) eachColumn(f func(x int, c model.CoverageColumn)) {
	for i := range min(o.size.columns, len(o.m.Columns)-o.left) {
		f(o.column(i).X, o.m.Columns[o.left+i])
	}
}

func (o *coverageOver) drawHead(v grid.View) {
	v.Text(1+o.size.name+1, headLines-1, theme.Heading, "gaps")
	v.Text(1+o.size.name+1+figure, headLines-1, theme.Heading, "open")
	o.eachColumn(func(x int, c model.CoverageColumn) {
		style := theme.Plain
		if c.Key {
			style = theme.Strong
			v.Text(x, headLines-1, theme.Faint, "key")
		}
		lines := grid.Wrap(c.Contact.Name, cellWidth-1)
		lines = lines[:min(len(lines), headLines-1)]
		for i, line := range lines {
			v.Text(x, headLines-1-len(lines)+i, style, grid.Cut(line, cellWidth-1))
		}
	})
}

func (o *coverageOver) drawRow(v grid.View, row, y int) {
	r := o.m.Rows[row]
	style := theme.Plain
	if row == o.row {
		style = theme.Row
	}
	v.Fit(1, y, o.size.name, style, r.Teammate.Name)
	v.Text(1+o.size.name+1, y, sumStyle(r.Gaps), grid.PadLeft(sum(r.Gaps), figure-1))
	v.Text(1+o.size.name+1+figure, y, theme.Unknown, grid.PadLeft(sum(r.Open), figure-1))
	for i := range min(o.size.columns, len(r.Cells)-o.left) {
		x, col := o.column(i).X, o.left+i
		text, style := o.mark(row, col), cellStyle(r.Cells[col])
		if row == o.row && col == o.col {
			v.Text(x-1, y, theme.Focus, ">")
			v.Fit(x, y, cellWidth-1, theme.Selected, text)
			continue
		}
		v.Text(x, y, style, grid.Cut(text, cellWidth-1))
	}
}

// drawSums adds the columns up below a line.
func (o *coverageOver) drawSums(v grid.View, y int, g theme.Glyphs) {
	v.Text(0, y, theme.Frame, strings.Repeat(g.Across, v.W()))
	gaps, open := 0, 0
	for _, row := range o.m.Rows {
		gaps, open = gaps+row.Gaps, open+row.Open
	}
	for i, label := range []string{"covered by", "gaps", "open"} {
		v.Text(1, y+1+i, theme.Faint, label)
	}
	v.Text(1+o.size.name+1, y+2, sumStyle(gaps), grid.PadLeft(sum(gaps), figure-1))
	v.Text(1+o.size.name+1+figure, y+3, theme.Unknown, grid.PadLeft(sum(open), figure-1))
	o.eachColumn(func(x int, c model.CoverageColumn) {
		covered, style := sum(c.CoveredBy), theme.Plain
		if c.Uncovered() {
			covered, style = "nobody", theme.Bad
		}
		v.Text(x, y+1, style, covered)
		v.Text(x, y+2, sumStyle(c.Gaps), sum(c.Gaps))
		v.Text(x, y+3, theme.Unknown, sum(c.Open))
	})
}

// sum is a figure; of nought there is nothing to see.
func sum(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

func sumStyle(n int) theme.Style {
	if n > 0 {
		return theme.Warn
	}
	return theme.Plain
}

// tell says in words what stands under the cursor.
func (o *coverageOver) tell() string {
	us, them := o.people()
	cell := o.cell()
	text := us.Name + " with " + them.Name + ": "
	if cell.Relationship == nil {
		text += "nothing is on record"
	} else {
		now, wanted := "not known", "no level"
		if cell.Level != 0 {
			now = cell.Level.String()
		}
		if cell.Wanted != 0 {
			wanted = cell.Wanted.String()
		}
		text += now + " now, " + wanted + " wanted"
		if gap := cell.Gap(); gap > 0 {
			text += ", " + count(gap, "step", "steps") + " short"
		}
		if cell.Health != 0 {
			text += ", health " + cell.Health.String()
		}
	}
	if a := o.assigned(o.row, o.col); a != nil {
		text += "; " + told(a, func(model.ID) string { return "" })
	}
	return text
}
