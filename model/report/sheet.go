package report

import (
	"strings"
)

// How high things are on a sheet of A4 with the style htmlLow, in points, and how
// many characters a line takes. They are a little on the safe side: the letters of
// the reader's system are not known.
const (
	sheetHeight = 762.0 // of 791

	titleHeight     = 20.0
	headingHeight   = 16.5
	textHeight      = 9.5 // of a line of text
	blockGap        = 1.8
	cellHeight      = 8.9 // of a line in a cell
	rowGap          = 1.7
	textCharacters  = 135
	tableCharacters = 138
	cellGap         = 3 // characters that the borders of a cell take
)

// onOneSheet reports whether the page is printed on one sheet of A4.
func (p *page) onOneSheet() bool { return p.height() <= sheetHeight }

// height is how high the page is when printed.
func (p *page) height() float64 {
	height := 0.0
	for _, b := range p.blocks {
		switch b := b.(type) {
		case heading:
			if height += headingHeight; b.level == 1 {
				height += titleHeight*float64(lines(string(b.text), textCharacters/2)) - headingHeight
			}
		case paragraph:
			for _, l := range b {
				height += textHeight * float64(lines(string(l), textCharacters))
			}
			height += blockGap
		case items:
			height += blockGap + b.height()
		case table:
			height += blockGap + b.height()
		}
	}
	return height
}

// lines is how many lines of so many characters a text takes.
func lines(text string, characters int) int {
	n := 0
	for _, l := range strings.Split(text, breakMark) {
		n += max(1, (columns(l)+characters-1)/max(1, characters))
	}
	return n
}

func (list items) height() float64 {
	height := 0.0
	for _, i := range list {
		height += textHeight*float64(lines(string(i.text), textCharacters)) + i.under.height()
	}
	return height
}

// height of a table: each column gets room by its longest line, and at least for
// its longest word.
func (t table) height() float64 {
	wide, word := make([]int, len(t.head)), make([]int, len(t.head))
	total := 0
	for i := range t.head {
		for _, cell := range t.column(i) {
			for _, l := range strings.Split(string(cell), breakMark) {
				wide[i] = max(wide[i], columns(l))
			}
			for _, w := range strings.Fields(string(cell)) {
				word[i] = max(word[i], min(columns(w), 16))
			}
		}
		total += wide[i]
	}
	room := tableCharacters - cellGap*len(t.head)
	if total > room {
		for i := range wide {
			wide[i] = max(word[i], wide[i]*room/total)
		}
	}
	height := 0.0
	for _, row := range append([][]rich{t.head}, t.rows...) {
		most := 1
		for i, cell := range row {
			most = max(most, lines(string(cell), wide[i]))
		}
		height += cellHeight*float64(most) + rowGap
	}
	return height
}

func (t table) column(i int) []rich {
	cells := []rich{t.head[i]}
	for _, row := range t.rows {
		cells = append(cells, row[i])
	}
	return cells
}
