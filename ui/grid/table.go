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

// Sideways moves the cursor right (left when negative) by columns that are seen.
func (t *Table) Sideways(columns int) {
	at := 0
	for i, p := range t.places {
		if p.column == t.Column {
			at = i
		}
	}
	if len(t.places) > 0 {
		t.Column = t.places[max(0, min(at+columns, len(t.places)-1))].column
	}
}

// Scroll moves what is seen by rows, the cursor only as far as it must.
func (t *Table) Scroll(rows int) {
	t.Offset = max(0, min(t.Offset+rows, t.Rows-t.Seen()))
	t.Row = max(t.Offset, min(t.Row, t.Offset+t.Seen()-1))
	t.clamp()
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

// fit decides which columns are seen and how wide each is: those to keep most
// first, as long as all of them read well; then what room remains brings them
// to the width they want, and at last to the most they can use.
func (t *Table) fit() {
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
	t.places = t.places[:0]
	for i, c := range t.Columns {
		if seen[i] {
			t.places = append(t.places, span{i, 0, c.Min})
			room -= c.Min + 1
		}
	}
	t.grow(t.widen(room, Column.want))
	x := gutter
	for i := range t.places {
		t.places[i].x = x
		x += t.places[i].w + 1
	}
	if len(t.places) > 0 && (t.Column >= len(seen) || !seen[t.Column]) {
		t.Column = t.places[0].column
	}
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

// Draw draws the heading and the rows that are seen. The row of the cursor has
// a ">" before it, and its cell is the one that stands out while the table has
// the keys.
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
		here := row == t.Row
		if here {
			style := theme.Faint
			if focus {
				style = theme.Focus
			}
			v.Text(0, y, style, ">")
		}
		if marked != nil && marked(row) {
			v.Text(1, y, theme.Marked, "*")
		}
		for _, p := range t.places {
			c := at(row, p.column, p.w)
			switch {
			case here && focus && p.column == t.Column:
				c.Style = theme.Selected
			case here && focus && c.Style == theme.Plain:
				c.Style = theme.Strong
			}
			t.draw(v, p, y, c)
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
