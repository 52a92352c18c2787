package cli

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"astute/model"
)

// table is rows of text under headings, each column as wide as its widest cell
// on a terminal, which is not the same as its number of letters.
type table struct {
	head  []string
	rows  [][]string
	right []bool // columns of numbers
	most  []int  // how wide the first columns become at most
}

// gap stands between two columns.
const gap = "  "

// narrowest is what a column is never cut below.
const narrowest = 8

// add appends a row; line breaks and unsafe characters in cells are dropped.
func (t *table) add(cells ...string) {
	row := make([]string, len(cells))
	for i, cell := range cells {
		row[i] = model.CleanLine(cell)
	}
	t.rows = append(t.rows, row)
}

// text draws the table no wider than that many columns where it can be helped;
// 0 sets no limit.
func (t *table) text(width int) string {
	if len(t.rows) == 0 {
		return ""
	}
	widths := t.widths(width)
	var b strings.Builder
	if t.head != nil {
		t.line(&b, t.head, widths)
	}
	for _, row := range t.rows {
		t.line(&b, row, widths)
	}
	return b.String()
}

func (t *table) line(b *strings.Builder, cells []string, widths []int) {
	var line strings.Builder
	for i, cell := range cells {
		cell = fit(cell, widths[i])
		blanks := strings.Repeat(" ", widths[i]-ansi.StringWidth(cell))
		if i > 0 {
			line.WriteString(gap)
		}
		if i < len(t.right) && t.right[i] {
			line.WriteString(blanks + cell)
		} else {
			line.WriteString(cell + blanks)
		}
	}
	b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
}

// fit cuts a cell to so many columns. What was cut is measured again: a mark that
// widens the letter before it is counted otherwise once the two stand at the end.
func fit(cell string, columns int) string {
	for most := columns; most > 0; most-- {
		if cut := ansi.Truncate(cell, most, "…"); ansi.StringWidth(cut) <= columns {
			return cut
		}
	}
	return ""
}

// widths returns how wide each column is drawn: as wide as it needs, or, where
// all together need too much, the widest ones cut down evenly.
func (t *table) widths(limit int) []int {
	var widths []int
	for _, row := range append([][]string{t.head}, t.rows...) {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], ansi.StringWidth(cell))
		}
	}
	for i, most := range t.most {
		widths[i] = min(widths[i], most)
	}
	total := len(gap) * (len(widths) - 1)
	for _, w := range widths {
		total += w
	}
	for limit > 0 && total > limit {
		widest := 0
		for i, w := range widths {
			if w > widths[widest] {
				widest = i
			}
		}
		if widths[widest] <= narrowest {
			break
		}
		widths[widest]--
		total--
	}
	return widths
}
