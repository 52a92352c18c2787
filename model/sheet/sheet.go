// Package sheet sets a side of a plan as text at its places: headings, records
// with what counts about each, bars and quarters. The screen shows the pieces
// with colour and a cursor, the command line as text; both show the same, because
// it is laid out here, once, and purely.
//
//	sheet.go        pieces, and parts set beside each other where there is room
//	writer.go       texts that follow each other on lines of a width
//	strategy.go     the strategy of an account: its parts, and what each is for
//	chains.go       initiatives with their challenges and our solutions
//	goals.go        goals as bars
//	competitors.go  other vendors
//	swot.go         the four quarters
//	steps.go        the buying process
//	profile.go      the ideal customer profile as a questionnaire
//	details.go      what else is on record
//	portfolio.go    all accounts: how they stand, adoption, importance, the team
//	today.go        what is due across them
package sheet

import (
	"strings"

	"astute/model"
)

// Tone is what a text means, from which whoever shows it takes its look. It is
// never the only signal: marks and words say the same.
type Tone uint8

// The tones of a text.
const (
	Plain Tone = iota
	Faint
	Strong
	Heading
	Good
	Warn
	Bad
	Unknown
	Done
)

// Target is what a text shows: a field of a record, or with no field the record
// itself. With no record it is a heading, told by N. The zero Target is text
// that only informs.
type Target struct {
	ID  model.ID
	Num int // of the field
	N   int // of the heading, or telling two places of one field apart
}

// Piece is text at its place, in columns and lines.
type Piece struct {
	X, Line int
	Text    string
	Tone    Tone
	Target  Target
}

// Sheet is text at its places.
type Sheet struct {
	Pieces  []Piece
	Lines   int
	Columns []int // where each column of parts begins
}

// Options say how a sheet is laid out.
type Options struct {
	W       int
	Measure func(string) int           // how many columns a text takes
	Wrap    func(string, int) []string // a text in lines of a width
	ASCII   bool                       // bars of plain characters
	Keys    bool                       // how something is begun is said as a key, else as a command
	Open    bool                       // questions without an answer come first
	Whole   bool                       // all that is on record, below what it belongs to
}

// Parts that stand beside each other: the least that one takes, and what parts
// them.
const (
	leastColumn = 76
	gutter      = 3
	mostColumns = 3
)

// beside sets parts into as many columns as there is room for, in reading order
// and as even as that allows.
func beside(o Options, parts []func(w *writer)) *Sheet {
	n := max(1, min(mostColumns, (o.W+gutter)/(leastColumn+gutter)))
	width := (o.W - (n-1)*gutter) / n
	blocks, heights := make([]*writer, len(parts)), make([]int, len(parts))
	for i, part := range parts {
		blocks[i] = &writer{o: o, w: width}
		part(blocks[i])
		heights[i] = blocks[i].line
	}
	s := &Sheet{}
	line, column := 0, 0
	ends := divide(heights, n)
	for i, b := range blocks {
		for column < len(ends)-1 && i >= ends[column] {
			column, line = column+1, 0
		}
		x := column * (width + gutter)
		if line > 0 {
			line++
		} else {
			s.Columns = append(s.Columns, x)
		}
		for _, p := range b.pieces {
			p.X, p.Line = p.X+x, p.Line+line
			s.Pieces = append(s.Pieces, p)
		}
		line += b.line
		s.Lines = max(s.Lines, line)
	}
	return s
}

// divide cuts a row of heights into n runs, the highest of which is as low as can
// be; it returns where each ends.
func divide(heights []int, n int) []int {
	if n <= 1 {
		return []int{len(heights)}
	}
	var best []int
	lowest, sum := -1, 0
	for i := 1; i <= len(heights); i++ {
		sum += heights[i-1] + 1
		rest := divide(heights[i:], n-1)
		high := sum
		for from, k := i, 0; k < len(rest); k++ {
			run := 0
			for ; from < i+rest[k]; from++ {
				run += heights[from] + 1
			}
			high = max(high, run)
		}
		if lowest >= 0 && high >= lowest {
			continue
		}
		lowest, best = high, []int{i}
		for _, end := range rest {
			best = append(best, i+end)
		}
	}
	if best == nil {
		return []int{0}
	}
	return best
}

// Text returns the sheet as lines, without blanks at their ends.
func (s *Sheet) Text(measure func(string) int) []string {
	lines := make([]string, s.Lines)
	for _, p := range s.Pieces {
		blanks := max(0, p.X-measure(lines[p.Line]))
		lines[p.Line] += strings.Repeat(" ", blanks) + p.Text
	}
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return lines
}
