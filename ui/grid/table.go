package grid

import (
	"slices"

	"astute/ui/theme"
)

// Cell is the text of one place in a table.
type Cell struct {
	Text  string
	Style theme.Style
}

// Column is one column of a table.
type Column struct {
	Title    string
	Short    string // instead of Title where that does not fit; "" for none
	Min, Max int    // columns it takes at least and at most; Max nought: no limit
	Want     int    // columns from which it reads well; nought is Min
	Keep     int    // the higher, the later it is left out when the width is short
	Right    bool   // set flush right: numbers
	Stays    bool   // stands first while the others are moved sideways: names
	Whole    bool   // room beyond Want is of use only when Max is reached
}

// Table is rows and columns with a cursor. It knows places, not contents: the
// pane that draws it says what stands in each cell.
//
// Its methods never do more than move the cursor, so that a table stays where
// it was when its contents change under it.
type Table struct {
	Columns []Column
	Rows    int
	Row     int // the row of the cursor
	Column  int // the column of the cursor, an index into Columns
	Offset  int // rows above the first one seen

	w, h   int
	places []span // of the columns that fit, in their order
	aside  bool   // moved sideways: those around the cursor are seen, not those to keep
}

// span says where a column stands: which one, from where on, how wide.
type span struct{ column, x, w int }

// gutter is the columns before the first cell: the mark of the cursor's row.
const gutter = 2

// Resize fits the table to a size, its heading included.
func (t *Table) Resize(w, h int) {
	t.w, t.h = w, h
	t.fit()
	t.clamp()
}

// SetColumns changes the columns; the cursor stays on the column of its title.
func (t *Table) SetColumns(columns []Column) {
	title := ""
	if t.Column < len(t.Columns) {
		title = t.Columns[t.Column].Title
	}
	t.Columns, t.Column = columns, 0
	for i, c := range columns {
		if c.Title == title {
			t.Column = i
		}
	}
	t.fit()
}

// SetRows says how many rows there are now; the cursor stays within them.
func (t *Table) SetRows(n int) {
	t.Rows = n
	t.clamp()
}

// Seen returns how many rows are seen at once.
func (t *Table) Seen() int { return max(1, t.h-1) }

// Move moves the cursor down (up when negative) by rows.
func (t *Table) Move(rows int) {
	t.Row += rows
	t.clamp()
}

// Sideways moves the cursor right (left when negative) by columns. One that is
// not seen comes into sight: the others move aside, those that stay stay.
func (t *Table) Sideways(columns int) {
	if t.w == 0 || len(t.places) == 0 {
		return
	}
	to := max(0, min(t.Column+columns, len(t.Columns)-1))
	by := 1
	if to < t.Column {
		by = -1
	}
	t.Column = to
	if t.isSeen(to) && !t.Columns[to].Stays {
		return
	}
	first := t.toKeep()
	if i := slices.Index(first, false); !t.aside && first[to] || by < 0 && (i < 0 || i > to) || t.Columns[to].Stays {
		t.places, t.aside = t.spans(first), false
	}
	if !t.isSeen(to) {
		t.places, t.aside = t.spans(t.around(to, by)), true
	}
}

func (t *Table) isSeen(column int) bool {
	return slices.ContainsFunc(t.places, func(p span) bool { return p.column == column })
}

// Hidden says how many columns are not seen: moved out at the left, and all
// others.
func (t *Table) Hidden() (left, right int) {
	first := len(t.Columns)
	for _, p := range t.places {
		if !t.Columns[p.column].Stays {
			first = min(first, p.column)
		}
	}
	for i := range t.Columns {
		switch {
		case t.isSeen(i):
		case t.aside && i < first:
			left++
		default:
			right++
		}
	}
	return left, right
}

// Scroll moves what is seen by rows, the cursor only as far as it must.
func (t *Table) Scroll(rows int) {
	t.Offset = max(0, min(t.Offset+rows, t.Rows-t.Seen()))
	t.Row = max(t.Offset, min(t.Row, t.Offset+t.Seen()-1))
	t.clamp()
}

// Heading puts the cursor into the column whose heading stands at a place of the
// table's view. It reports false where there is none.
func (t *Table) Heading(x, y int) bool {
	for _, p := range t.places {
		if y == 0 && x >= p.x && x < p.x+p.w {
			t.Column = p.column
			return true
		}
	}
	return false
}

// Click puts the cursor on the cell at a place of the table's view. It reports
// false where there is none.
func (t *Table) Click(x, y int) bool {
	row := t.Offset + y - 1
	if y < 1 || row >= t.Rows {
		return false
	}
	t.Row = row
	for _, p := range t.places {
		if x >= p.x && x < p.x+p.w {
			t.Column = p.column
		}
	}
	t.clamp()
	return true
}

// Place returns where the cursor's cell stands in the table's view.
func (t *Table) Place() (x, y, w int) {
	y = t.Row - t.Offset + 1
	for _, p := range t.places {
		if p.column == t.Column {
			return p.x, y, p.w
		}
	}
	return gutter, y, max(0, t.w-gutter)
}

func (t *Table) clamp() {
	t.Row = max(0, min(t.Row, t.Rows-1))
	seen := t.Seen()
	if t.Row < t.Offset {
		t.Offset = t.Row
	}
	if t.Row >= t.Offset+seen {
		t.Offset = t.Row - seen + 1
	}
	t.Offset = max(0, min(t.Offset, t.Rows-seen))
}

// Essential is the Keep from which a column is shown even where others then get
// less room than they want.
const Essential = 85

// fit decides which columns are seen and how wide each is. After moving sideways
// the cursor's stays in sight.
func (t *Table) fit() {
	t.places = t.spans(t.toKeep())
	if len(t.places) == 0 {
		t.aside = false
		return
	}
	if t.Column >= len(t.Columns) {
		t.Column = t.places[0].column
	}
	if t.aside = !t.isSeen(t.Column); t.aside {
		t.places = t.spans(t.around(t.Column, 1))
	}
}

// toKeep says which columns are seen at first: those to keep most, as long as
// all of them read well.
func (t *Table) toKeep() []bool {
	room := t.w - gutter + 1 // no blank after the last
	seen := make([]bool, len(t.Columns))
	least, wanted := 0, 0
	for range t.Columns {
		best := -1
		for i, c := range t.Columns {
			if !seen[i] && (best < 0 || c.Keep > t.Columns[best].Keep) {
				best = i
			}
		}
		c := t.Columns[best]
		least, wanted = least+c.Min+1, wanted+c.want()+1
		if least > room || wanted > room && c.Keep < Essential {
			break
		}
		seen[best] = true
	}
	return seen
}

// around says which columns are seen when one that was not has come into sight:
// those that stay, that one, as many as fit before it in the direction it came
// from, and others where there is room left.
func (t *Table) around(column, by int) []bool {
	room := t.w - gutter + 1
	seen := make([]bool, len(t.Columns))
	take := func(i int) bool {
		if i < 0 || i >= len(seen) || !seen[i] && room < t.Columns[i].want()+1 {
			return false
		}
		if !seen[i] {
			seen[i], room = true, room-t.Columns[i].want()-1
		}
		return true
	}
	seen[column] = true
	room -= t.Columns[column].want() + 1
	for i, c := range t.Columns {
		if c.Stays && !seen[i] && room > c.Min {
			seen[i], room = true, room-c.Min-1
		}
	}
	for i := column - by; take(i); i -= by {
	}
	for i := column + by; take(i); i += by {
	}
	return seen
}

// spans gives the columns their places: the least they take, then what room
// remains brings them to the width they want, and at last to the most they can
// use. Columns for which there is not even that are left out from the right.
func (t *Table) spans(seen []bool) []span {
	room := t.w - gutter + 1
	var places []span
	for _, stays := range []bool{true, false} {
		for i, c := range t.Columns {
			if seen[i] && c.Stays == stays && room >= c.Min+1 {
				places = append(places, span{i, 0, c.Min})
				room -= c.Min + 1
			}
		}
	}
	slices.SortFunc(places, func(a, b span) int { return a.column - b.column })
	t.places = places
	t.grow(t.widen(room, Column.want))
	x := gutter
	for i := range places {
		places[i].x = x
		x += places[i].w + 1
	}
	return places
}

func (c Column) want() int { return max(c.Min, c.Want) }

// grow gives out room beyond what columns want: to the most that each can use,
// those to keep first, and what is left to those without a limit.
func (t *Table) grow(room int) {
	order := slices.Clone(t.places)
	slices.SortStableFunc(order, func(a, b span) int { return t.Columns[b.column].Keep - t.Columns[a.column].Keep })
	for _, o := range order {
		i := slices.IndexFunc(t.places, func(p span) bool { return p.column == o.column })
		c := t.Columns[o.column]
		more := min(room, c.Max-t.places[i].w)
		if more > 0 && (!c.Whole || t.places[i].w+more == c.Max) {
			t.places[i].w += more
			room -= more
		}
	}
	t.widen(room, func(c Column) int {
		if c.Max == 0 {
			return 1 << 20
		}
		return 0
	})
}

// widen shares room out, a column of the screen at a time, and returns what is
// left.
func (t *Table) widen(room int, limit func(Column) int) int {
	for grew := true; grew && room > 0; {
		grew = false
		for i := range t.places {
			if room > 0 && t.places[i].w < limit(t.Columns[t.places[i].column]) {
				t.places[i].w++
				room--
				grew = true
			}
		}
	}
	return room
}

// Draw draws the heading and the rows that are seen. While the table has the
// keys, the row of the cursor has a ">" before it and reads as one, and its cell
// stands out.
func (t *Table) Draw(v View, focus bool, at func(row, column, width int) Cell, marked func(row int) bool) {
	for _, p := range t.places {
		title := t.Columns[p.column].Title
		if short := t.Columns[p.column].Short; short != "" && Width(title) > p.w {
			title = short
		}
		t.draw(v, p, 0, Cell{title, theme.Heading})
	}
	for row := t.Offset; row < min(t.Rows, t.Offset+t.Seen()); row++ {
		y := row - t.Offset + 1
		here := row == t.Row && focus
		for _, p := range t.places {
			t.draw(v, p, y, at(row, p.column, p.w))
		}
		if marked != nil && marked(row) {
			v.Text(1, y, theme.Marked, "*")
		}
		if !here {
			continue
		}
		v.Text(0, y, theme.Focus, ">")
		v.Restyle(0, y, v.W(), theme.Row)
		if x, _, w := t.Place(); t.isSeen(t.Column) {
			v.Restyle(x, y, w, theme.Selected)
		}
	}
}

func (t *Table) draw(v View, p span, y int, c Cell) {
	if t.Columns[p.column].Right {
		v.Text(p.x, y, c.Style, PadLeft(c.Text, p.w))
		return
	}
	v.Fit(p.x, y, p.w, c.Style, c.Text)
}
