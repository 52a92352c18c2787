package exchange

import (
	"fmt"
	"strings"
)

// Table is a file of rows under headings, with where each row stood.
type Table struct {
	File      string
	Format    string // what it was before it was a table: "vCard"; "" for text in columns
	Encoding  string
	Delimiter byte
	Header    []string // as written, without blanks at the ends; a blank one is "column 4"
	Line      int      // physical line of the headings
	Rows      []Row
	Errors    []RowError // what could not be read as it stands
	Notes     []string   // what was left out or decided, for people

	key  string // what a mapping of it is remembered under, see [Key]
	sure bool   // the encoding is proven
}

// Row is one row of a table.
type Row struct {
	Line  int      // physical line it begins on, from 1
	Cells []string // never longer than the header
	Extra []string // cells beyond the last heading

	afterBlank bool   // an empty line stood before it
	fault      string // why it cannot be taken, found when it was read
}

// RowError is one thing about one row that a person should look at. Column and
// Value are "" where it is about the whole row; JSON has all keys always, but
// the file only where there are several.
type RowError struct {
	File   string `json:"file,omitempty"`
	Line   int    `json:"line"`
	Column string `json:"column"`
	Value  string `json:"value"`
	Reason string `json:"reason"`
}

func (e RowError) Error() string {
	where := fmt.Sprintf("line %d", e.Line)
	if e.File != "" {
		where = e.File + " " + where
	}
	if e.Column != "" {
		where += ", " + e.Column
	}
	if e.Value != "" {
		where += fmt.Sprintf(" %q", e.Value)
	}
	return where + ": " + e.Reason
}

// ReadTable reads CSV as programs and people really write it. encoding names
// the file's encoding, "" to find out (see formats in [Import]); known says
// which headings mean something, so that the row of headings is found below a
// preamble, nil when nobody knows.
//
// Cells may hold line breaks, doubled quotes and delimiters; CR, LF and CR LF
// end lines. Short rows are fine. What is wrong with the rest is in Errors, by
// line, or the row itself is faulty: one with a quote that is never closed, and
// the last where the file was cut off.
func ReadTable(name string, data []byte, encoding string, known func(heading string) bool) (*Table, error) {
	tables, err := readTables(name, data, encoding, known)
	if err != nil {
		return nil, err
	}
	return tables[0], nil
}

// readTables is ReadTable for files that hold several tables, one below the other,
// each with its headings: what an import of several files did not take.
func readTables(name string, data []byte, encoding string, known func(heading string) bool) ([]*Table, error) {
	text, enc, stray, err := decodeText(data, encoding)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	t := &Table{File: name, Encoding: enc, sure: stray == 0 && strings.HasPrefix(enc, "UTF-") && encoding == ""}
	if stray > 0 {
		t.Errors = append(t.Errors, RowError{Line: stray, Reason: strayReason})
	}
	first := 1
	if sep, rest, ok := sepLine(text); ok {
		t.Delimiter, text, first = sep, rest, 2
	} else {
		t.Delimiter = delimiterOf(text)
	}
	// The first rows are read twice: the second time it is known how many cells
	// to expect, and that is what tells an unclosed quote from a long cell.
	s := scanner{text: text, comma: t.Delimiter, line: first}
	var head []Row
	for len(head) < headRows && s.next() {
		head = append(head, s.row())
	}
	at := headerAt(head, known)
	if at < 0 {
		return nil, fmt.Errorf("%s: %w: there is no row in it", name, ErrEmpty)
	}
	if isRejects(head[0].Cells) {
		at = 0 // others may be further down
	}
	t.setHeader(head[:at], head[at])
	t.Rows = make([]Row, 0, strings.Count(text, "\n")+1)
	s = scanner{text: text, comma: t.Delimiter, line: first, width: len(t.Header)}
	tables, last := []*Table{t}, t
	for n := 0; s.next(); n++ {
		if n <= at {
			continue
		}
		row := s.row()
		if t.isRejects() && isRejects(row.Cells) {
			last = &Table{File: name, Encoding: t.Encoding, sure: t.sure, Delimiter: t.Delimiter}
			last.setHeader(nil, row)
			tables, s.width = append(tables, last), len(last.Header)
			continue
		}
		last.add(row)
	}
	if !strings.HasSuffix(text, "\n") && !strings.HasSuffix(text, "\r") {
		last.markCutOff()
	}
	for _, line := range s.loose {
		t.Errors = append(t.Errors, RowError{Line: line, Reason: `a quote inside a quoted cell is not doubled: write ""`})
	}
	return tables, nil
}

// isRejects reports whether cells are the headings of rows that were not taken;
// spreadsheets fill them up to the widest row.
func isRejects(cells []string) bool {
	for len(cells) > 0 && strings.TrimSpace(cells[len(cells)-1]) == "" {
		cells = cells[:len(cells)-1]
	}
	return len(cells) > 1 && isRejectHeading(cells[len(cells)-1])
}

func (t *Table) isRejects() bool { return isRejects(t.Header) }

// strayReason is said of the first line that two programs wrote in two ways.
const strayReason = "holds bytes that are not UTF-8; they were read as Windows-1252: look at the accents"

// headRows is how many rows are looked through for the headings.
const headRows = 30

// add takes a row in, cut to the header's width.
func (t *Table) add(row Row) {
	if n := len(t.Header); len(row.Cells) > n {
		extra := row.Cells[n:]
		row.Cells = row.Cells[:n:n]
		for len(extra) > 0 && strings.TrimSpace(extra[len(extra)-1]) == "" {
			extra = extra[:len(extra)-1]
		}
		if row.Extra = extra; len(extra) > 0 {
			t.Errors = append(t.Errors, RowError{Line: row.Line, Value: strings.Join(extra, string(t.Delimiter)),
				Reason: fmt.Sprintf("has %d cells under %d headings: the rest was kept as notes", n+len(extra), n)})
		}
	}
	t.Rows = append(t.Rows, row)
}

// fullRows is how many rows with all their cells show that a program wrote them,
// which cuts none of them short.
const fullRows = 3

// markCutOff finds the last row faulty, which no line break ends, where it lacks
// cells and no row before it does: the file was cut off there.
func (t *Table) markCutOff() {
	n := len(t.Rows) - 1
	if n < fullRows || t.Rows[n].fault != "" || len(t.Rows[n].Cells) >= len(t.Header) {
		return
	}
	for _, row := range t.Rows[:n] {
		if len(row.Cells) < len(t.Header) {
			return
		}
	}
	t.Rows[n].fault = fmt.Sprintf("the file ends in the middle of this row, after %d of %d cells: export it again", len(t.Rows[n].Cells), len(t.Header))
}

// setHeader takes the row of headings; what stands above it is a preamble.
func (t *Table) setHeader(preamble []Row, row Row) {
	t.Line = row.Line
	if len(preamble) > 0 {
		t.Notes = append(t.Notes, fmt.Sprintf("%d lines above the headings on line %d were not read", len(preamble), row.Line))
	}
	cells := row.Cells
	for len(cells) > 1 && strings.TrimSpace(cells[len(cells)-1]) == "" {
		cells = cells[:len(cells)-1]
	}
	seen := map[string]bool{}
	for i, cell := range cells {
		name := strings.Join(strings.Fields(cell), " ")
		if name == "" {
			name = fmt.Sprintf("column %d", i+1)
		}
		if key := squash(name); seen[key] {
			for n := 2; ; n++ {
				numbered := fmt.Sprintf("%s (%d)", name, n)
				if !seen[squash(numbered)] {
					t.Errors = append(t.Errors, RowError{Line: row.Line, Column: name,
						Reason: fmt.Sprintf("this heading is there twice: the first counts, the other was taken as %q", numbered)})
					name = numbered
					break
				}
			}
		}
		seen[squash(name)] = true
		t.Header = append(t.Header, name)
	}
}

// headerAt finds the row of headings among the first rows: the one with most
// known headings, when at least two are; else the first that is as wide as most
// rows are and not mostly blank. -1 when there is no row.
func headerAt(rows []Row, known func(string) bool) int {
	best, most := -1, 1
	widths := map[int]int{}
	for i, row := range rows {
		widths[len(row.Cells)]++
		if known == nil {
			continue
		}
		n := 0
		for _, cell := range row.Cells {
			if cell != "" && known(cell) {
				n++
			}
		}
		if n > most {
			best, most = i, n
		}
	}
	if best >= 0 || len(rows) == 0 {
		return best
	}
	usual := 0
	for width, n := range widths {
		if n > widths[usual] || n == widths[usual] && width < usual {
			usual = width
		}
	}
	for i, row := range rows {
		filled := 0
		for _, cell := range row.Cells {
			if strings.TrimSpace(cell) != "" {
				filled++
			}
		}
		if len(row.Cells) >= usual && filled*2 >= len(row.Cells) && filled >= min(2, usual) {
			return i
		}
	}
	return 0
}

// sepLine reads the line by which Excel says what the delimiter is.
func sepLine(text string) (sep byte, rest string, ok bool) {
	end := strings.IndexAny(text, "\r\n")
	if end < 0 || end > 10 {
		return 0, "", false
	}
	line := strings.Trim(text[:end], `"`)
	if len(line) != 5 || !strings.EqualFold(line[:4], "sep=") {
		return 0, "", false
	}
	rest = text[end+1:]
	if text[end] == '\r' {
		rest = strings.TrimPrefix(rest, "\n")
	}
	return line[4], rest, true
}

// delimiterOf returns the delimiter under which most of the first rows have the
// same number of cells, more than one; a comma when none has.
func delimiterOf(text string) byte {
	best, bestShare, bestWidth := byte(','), 0.0, 1
	for _, comma := range []byte{',', ';', '\t', '|'} {
		s := scanner{text: text[:min(len(text), 1<<16)], comma: comma, line: 1}
		widths, rows := map[int]int{}, 0
		for rows < 200 && s.next() {
			widths[len(s.cells)]++
			rows++
		}
		for width, n := range widths {
			share := float64(n) / float64(rows)
			if width > 1 && (share > bestShare || share == bestShare && width > bestWidth) {
				best, bestShare, bestWidth = comma, share, width
			}
		}
	}
	return best
}

// footerMarks are the sentences that reports end in.
var footerMarks = []string{"grand total", "confidential information", "salesforce.com, inc"}

// dropFooter takes the lines off the end of a report that are not rows: totals,
// who made it, whose it is, with the report's name above them.
func (t *Table) dropFooter() {
	start := len(t.Rows)
	for i := len(t.Rows) - 1; i >= 0 && i > len(t.Rows)-20; i-- {
		if cell, lone := loneCell(t.Rows[i]); !lone {
			break
		} else if hasAny(strings.ToLower(cell), footerMarks) {
			start = i
		}
	}
	if start == len(t.Rows) {
		return
	}
	// Names and dates of the report stand between the marks and the empty line
	// that ends the rows.
	for i := start; i >= 0; i-- {
		if _, lone := loneCell(t.Rows[i]); !lone {
			break
		}
		if t.Rows[i].afterBlank {
			start = i
			break
		}
	}
	t.Notes = append(t.Notes, fmt.Sprintf("the report's footer from line %d on was not read", t.Rows[start].Line))
	t.Rows = t.Rows[:start]
}

// loneCell returns the only filled cell of a row; totals may have a count
// beside them.
func loneCell(row Row) (cell string, lone bool) {
	filled := 0
	for _, c := range row.Cells {
		if c = strings.TrimSpace(c); c != "" {
			if filled++; filled == 1 {
				cell = c
			}
		}
	}
	return cell, filled == 1 || filled > 1 && strings.HasPrefix(strings.ToLower(cell), "grand total")
}

func hasAny(s string, parts []string) bool {
	for _, part := range parts {
		if strings.Contains(s, part) {
			return true
		}
	}
	return false
}

// squash folds what does not matter between ways of writing one heading: case,
// and everything but letters, digits and what tells headings apart.
func squash(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '-', '_', '.', '(', ')', '/', '\'', '\u2019', '*', '\u00a0', '\t':
			return -1
		}
		return r
	}, strings.ToLower(s))
}
