package report

import (
	"strconv"
	"strings"
	"unicode"

	"astute/model"
)

// md is Markdown ready to be written into a line or a cell. Text becomes md by
// escape and its neighbours only, so that nothing is escaped twice or never.
type md string

// breakMark is a line break inside a cell or a list item.
const breakMark = "<br>"

// escape returns text as Markdown that shows exactly that text, whatever
// characters it holds: & < > as entities, and : @ / as well, because they make
// links and mentions; other punctuation behind a backslash; control characters
// as blanks; a line break as <br>. A mark that cannot mean anything where it
// stands (a comma, the hyphen in "e-commerce") stays as it is, so that the file
// reads well without being rendered and its differences in git can be read.
func escape(text string) md {
	runes := []rune(breakMarks.Replace(text))
	for i, r := range runes {
		if r == '\t' || r != '\n' && model.IsUnsafe(r) {
			runes[i] = ' '
		}
	}
	var b strings.Builder
	b.Grow(len(text) + len(text)/8)
	digits := true // nothing but digits on the line so far
	for i, r := range runes {
		before, after := ' ', ' '
		if i > 0 {
			before = runes[i-1]
		}
		if i+1 < len(runes) {
			after = runes[i+1]
		}
		numbering := digits && (r == '.' || r == ')')
		digits = r == '\n' || digits && ('0' <= r && r <= '9' || r == ' ')
		switch {
		case r == '\n':
			b.WriteString(breakMark)
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case !isMark(r) || !numbering && harmless(before, r, after):
			b.WriteRune(r)
		case r == ':' || r == '@' || r == '/':
			b.WriteString("&#" + strconv.Itoa(int(r)) + ";")
		default:
			b.WriteByte('\\')
			b.WriteRune(r)
		}
	}
	return md(strings.Trim(b.String(), " "))
}

// breakMarks turns every way of breaking a line into \n.
var breakMarks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// isMark reports whether a rune is one of the ASCII punctuation characters that
// Markdown may give a meaning.
func isMark(r rune) bool {
	return r > ' ' && r < 0x7f && !('0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z')
}

// harmless reports whether a mark has no meaning in any Markdown between the
// two runes beside it. Brackets of a link and of an image are square first, and
// those are always escaped; a hyphen or plus begins a list only before a blank;
// a point between letters could make a web address.
func harmless(before, mark, after rune) bool {
	switch mark {
	case ',', ';', '?', '!', '%', '\'', '"', '(', ')':
		return true
	case '-', '+':
		return isWord(after) && (before == ' ' || isWord(before))
	case '.':
		return !unicode.IsLetter(after) && after != '.' && before != '.'
	case ':':
		return unicode.IsLetter(before) && after == ' ' || unicode.IsDigit(before) && unicode.IsDigit(after)
	}
	return false
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// oneLine is escape of a text that may not break the line: a heading.
func oneLine(text string) md {
	return escape(strings.Join(strings.Fields(breakMarks.Replace(text)), " "))
}

// strong sets Markdown apart. It must stand between blanks or at a line's end.
func strong(s md) md {
	if s == "" {
		return ""
	}
	return "**" + s + "**"
}

// join is strings.Join for Markdown; empty pieces are dropped.
func join(pieces []md, separator string) md {
	var kept []string
	for _, p := range pieces {
		if p != "" {
			kept = append(kept, string(p))
		}
	}
	return md(strings.Join(kept, separator))
}

// page is a Markdown document being written, one block after the other.
type page struct {
	b       strings.Builder
	pending []heading // headings that no content has followed yet
}

type heading struct {
	level int
	text  md
}

// heading begins a part of the page. It is written only when content follows
// before the next heading of its level or above.
func (p *page) heading(level int, text string) {
	for n := len(p.pending); n > 0 && p.pending[n-1].level >= level; n-- {
		p.pending = p.pending[:n-1]
	}
	p.pending = append(p.pending, heading{level, oneLine(text)})
}

// block writes lines that belong together, with a blank line before them.
func (p *page) block(lines ...string) {
	for _, h := range p.pending {
		p.line("")
		p.line(strings.Repeat("#", h.level) + " " + string(h.text))
	}
	p.pending = nil
	p.line("")
	for _, l := range lines {
		p.line(l)
	}
}

func (p *page) line(text string) {
	if text == "" && p.b.Len() == 0 {
		return // no blank line at the top
	}
	p.b.WriteString(text)
	p.b.WriteByte('\n')
}

// say writes one paragraph of ready Markdown, nothing when there is none.
func (p *page) say(text md) {
	if text != "" {
		p.block(string(text))
	}
}

// text writes a long text: blank lines part paragraphs, other line breaks are
// kept.
func (p *page) text(text string) {
	var paragraph []string
	flush := func() {
		if len(paragraph) > 0 {
			p.block(strings.Join(paragraph, "\\\n"))
		}
		paragraph = nil
	}
	for _, l := range strings.Split(breakMarks.Replace(text), "\n") {
		if s := string(escape(l)); s != "" {
			if rest, ok := strings.CutSuffix(s, `\\`); ok {
				s = rest + "&#92;" // three backslashes before a line's end are not read alike everywhere
			}
			paragraph = append(paragraph, s)
		} else {
			flush()
		}
	}
	flush()
}

// list writes a list of items, nothing when there are none.
func (p *page) list(items ...md) {
	var lines []string
	for _, item := range items {
		if item != "" {
			lines = append(lines, "- "+string(item))
		}
	}
	if len(lines) > 0 {
		p.block(lines...)
	}
}

// table writes a table without the columns that are empty all the way down, and
// nothing when there are no rows. Each row has as many cells as the head.
func (p *page) table(head []string, rows [][]md) {
	if len(rows) == 0 {
		return
	}
	filled := make([]bool, len(head))
	for _, row := range rows {
		for i, cell := range row {
			filled[i] = filled[i] || cell != ""
		}
	}
	lines := make([]string, len(rows)+2)
	for i := range head {
		if !filled[i] {
			continue
		}
		lines[0] += "| " + string(oneLine(head[i])) + " "
		lines[1] += "| --- "
		for n, row := range rows {
			lines[n+2] += "| " + string(row[i]) + " "
		}
	}
	for i := range lines {
		lines[i] += "|"
	}
	p.block(lines...)
}
