package exchange

import "strings"

// scanner cuts text into rows of cells. Cells are parts of the text itself
// unless a doubled quote forces a copy, so that a large file costs one list of
// cells a row and nothing a cell.
type scanner struct {
	text  string
	comma byte
	width int // how many cells to expect, 0 when not known yet
	line  int // physical line that text begins on

	cells  []string // of the row just read
	start  int      // physical line it begins on
	blank  bool     // an empty line stood before it
	fault  string   // why it cannot be taken
	open   int      // line of a quote that is never closed
	opens  int      // how many quotes were looked for the end of in vain
	loose  []int    // lines with a quote that should have been doubled
	arena  []string // room for the cells of many rows
	blanks bool
}

// next reads the next row that is not an empty line. It reports false at the
// end, and where a quote is not closed before it is known how wide rows are.
func (s *scanner) next() bool {
	s.fault = ""
	for s.text != "" {
		text := s.text
		s.start = s.line
		s.cells = s.arena[len(s.arena):]
		if !s.scanRow() {
			if s.width == 0 {
				s.text = ""
				return false
			}
			s.unclosed(text)
			return true
		}
		if len(s.cells) == 1 && s.cells[0] == "" {
			s.blanks = true
			continue
		}
		s.blank, s.blanks = s.blanks, false
		return true
	}
	return false
}

// row returns the row just read; it is the caller's to keep.
func (s *scanner) row() Row {
	return Row{Line: s.start, Cells: s.cells, afterBlank: s.blank, fault: s.fault}
}

// mostOpens is how many quotes that are never closed are looked for the end of:
// each costs a look at all that follows it.
const mostOpens = 100

// unclosed makes a faulty row of the one that begins text, which holds a quote
// that is never closed, and of what follows up to a line that has most of the
// cells of a row by itself: there the reading goes on, so that one quote does not
// cost the rest of the file.
func (s *scanner) unclosed(text string) {
	s.fault = "a quote is opened here and never closed: close it and import again"
	s.opens++
	rest, line := text, s.start
	for rest != "" {
		rest = afterLine(rest)
		if line++; line <= s.open || rest == "" {
			continue
		}
		if s.opens > mostOpens {
			s.fault += "; what follows was not read"
			text, rest = text[:len(text)-len(afterLine(text))], ""
			break
		}
		try := scanner{text: rest, comma: s.comma, width: s.width, line: line}
		if !try.scanRow() {
			s.opens++
		} else if len(try.cells)*2 > s.width && s.width > 1 {
			break
		}
	}
	raw := strings.TrimRight(text[:len(text)-len(rest)], "\r\n")
	s.cells = strings.SplitN(raw, string(rune(s.comma)), max(s.width, 1))
	s.blank, s.blanks = s.blanks, false
	s.text, s.line, s.open = rest, line, 0
}

// afterLine returns what follows the first line break, "" without one.
func afterLine(text string) string {
	end := strings.IndexAny(text, "\r\n")
	switch {
	case end < 0:
		return ""
	case strings.HasPrefix(text[end:], "\r\n"):
		end++
	}
	return text[end+1:]
}

// scanRow reads one row, its line break included.
func (s *scanner) scanRow() bool {
	if cap(s.arena)-len(s.arena) < max(s.width, 16) {
		s.arena = make([]string, 0, 4096)
	}
	begin := len(s.arena)
	for {
		cell, ok := s.scanCell()
		if !ok {
			s.arena = s.arena[:begin]
			return false
		}
		s.arena = append(s.arena, cell)
		if s.text == "" || s.endLine() {
			s.cells = s.arena[begin:len(s.arena):len(s.arena)]
			return true
		}
		s.text = s.text[1:] // the delimiter
		if s.text == "" {
			s.arena = append(s.arena, "")
			s.cells = s.arena[begin:len(s.arena):len(s.arena)]
			return true
		}
	}
}

// endLine takes a line break off the text, if it begins with one.
func (s *scanner) endLine() bool {
	switch {
	case strings.HasPrefix(s.text, "\r\n"):
		s.text = s.text[2:]
	case s.text[0] == '\n' || s.text[0] == '\r':
		s.text = s.text[1:]
	default:
		return false
	}
	s.line++
	return true
}

// scanCell reads one cell, up to the delimiter or line break after it. It
// reports false when a quote is not closed.
func (s *scanner) scanCell() (string, bool) {
	lead := len(s.text) - len(strings.TrimLeft(s.text, " "))
	if lead < len(s.text) && s.text[lead] == '"' {
		return s.scanQuoted(s.text[lead+1:])
	}
	for i := 0; i < len(s.text); i++ {
		if c := s.text[i]; c == s.comma || c == '\n' || c == '\r' {
			cell := s.text[:i]
			s.text = s.text[i:]
			return cell, true
		}
	}
	cell := s.text
	s.text = ""
	return cell, true
}

// scanQuoted reads a cell whose opening quote stood before body.
func (s *scanner) scanQuoted(body string) (string, bool) {
	opened, loose := s.line, 0
	var copied strings.Builder
	from, lines := 0, 0
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case c == '\n', c == '\r' && (i+1 == len(body) || body[i+1] != '\n'):
			lines++
		case c != '"':
		case i+1 < len(body) && body[i+1] == '"':
			copied.WriteString(body[from : i+1])
			i++
			from = i + 1
		case s.closes(body[i+1:]):
			copied.WriteString(body[from:i])
			cell := body[:i]
			if copied.Len() > 0 {
				cell = copied.String()
			}
			if loose > 0 && s.swallowed(body[:i], lines) {
				s.open = opened
				return "", false
			}
			if loose > 0 {
				s.loose = append(s.loose, loose)
			}
			s.line += lines
			s.text = strings.TrimLeft(body[i+1:], " ")
			return cell, true
		case loose == 0:
			loose = s.line + lines
		}
	}
	s.open = opened
	return "", false
}

// closes reports whether a quote closes its cell, by what follows it: nothing
// but blanks before the delimiter, the line's or the text's end.
func (s *scanner) closes(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	return rest == "" || rest[0] == s.comma || rest[0] == '\n' || rest[0] == '\r'
}

// swallowed reports whether a quoted cell of several lines looks like rows: its
// quote was then never closed, and a later cell's opening quote ended it.
func (s *scanner) swallowed(cell string, lines int) bool {
	if lines == 0 || s.width < 2 {
		return false
	}
	comma := string(rune(s.comma))
	parts := strings.FieldsFunc(cell, func(r rune) bool { return r == '\n' || r == '\r' })
	for i, part := range parts[min(1, len(parts)):] {
		// The last line lacks the cells outside the quotes.
		if strings.Count(part, comma) >= s.width-1 || i == len(parts)-2 && (part[0] == '"' || strings.Contains(part, comma+`"`)) {
			return true
		}
	}
	return false
}
