package report

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// usualSize is what a plan of a hundred people about takes as Markdown.
const usualSize = 96 << 10

// asMarkdown writes the page as GitHub reads it.
func (p *page) asMarkdown() string {
	var b bytes.Buffer
	b.Grow(usualSize)
	for _, block := range p.blocks {
		before := b.Len()
		if before > 0 {
			b.WriteByte('\n')
		}
		start := b.Len()
		if block.markdown(&b); b.Len() == start {
			b.Truncate(before) // it is in other documents only
		}
	}
	return b.String()
}

// markdown returns a rich line as Markdown that shows exactly that text, whatever
// characters it holds.
func (s rich) markdown() string { return s.written(escape, "**", "**", "<br>") }

// escape returns words of one line as Markdown: & < > as entities, and : @ / as
// well, because they make links and mentions; other punctuation behind a
// backslash. A mark that cannot mean anything where it stands (a comma, the
// hyphen in "e-commerce") stays as it is, so that the file reads well without
// being rendered and its differences in git can be read.
func escape(words string) string {
	if !hasMark(words) {
		return words
	}
	b := make([]byte, 0, len(words)+len(words)/4+8)
	kept := 0 // how much of words is in b
	replace := func(at int, by string) {
		b = append(append(b, words[kept:at]...), by...)
		kept = at + 1
	}
	digits := true // nothing but digits on the line so far
	before, r := ' ', ' '
	for at, next := range words {
		last := r
		if r = next; at > 0 {
			before = last
		}
		digit := '0' <= r && r <= '9' || r == ' '
		if !isMark(r) {
			digits = digits && digit
			continue
		}
		after := ' ' // isMark is of one byte
		if rest := words[at+1:]; rest != "" {
			after, _ = utf8.DecodeRuneInString(rest)
		}
		numbering := digits && (r == '.' || r == ')') && after == ' '
		digits = digits && digit
		switch {
		case r == '&':
			replace(at, "&amp;")
		case r == '<':
			replace(at, "&lt;")
		case r == '>':
			replace(at, "&gt;")
		case !numbering && harmless(before, r, after):
		case r == ':' || r == '@' || r == '/':
			replace(at, "&#"+strconv.Itoa(int(r))+";")
		default:
			b = append(append(b, words[kept:at]...), '\\')
			kept = at
		}
	}
	return string(append(b, words[kept:]...))
}

// hasMark reports whether there is a mark in words.
func hasMark(words string) bool {
	for i := range len(words) {
		if isMark(rune(words[i])) {
			return true
		}
	}
	return false
}

// isMark reports whether a rune is one of the ASCII punctuation characters that
// Markdown may give a meaning.
func isMark(r rune) bool {
	return r > ' ' && r < 0x7f && !('0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z')
}

// harmless reports whether a mark has no meaning in any Markdown between the
// two runes beside it. Brackets of a link and of an image are square first, and
// those are always escaped; a hyphen or plus begins a list only before a blank;
// a point between letters could make a web address; a colon ends the name of an
// emoji only where another began it, and that one is escaped.
func harmless(before, mark, after rune) bool {
	switch mark {
	case ',', ';', '?', '!', '%', '\'', '"', '(', ')':
		return true
	case '-', '+':
		return isWord(after) && (before == ' ' || isWord(before))
	case '.':
		return !unicode.IsLetter(after) && after != '.' && before != '.'
	case ':':
		return before != ' ' && before != ':' && after == ' ' || unicode.IsDigit(before) && unicode.IsDigit(after)
	}
	return false
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func (h heading) markdown(w *bytes.Buffer) {
	w.WriteString(strings.Repeat("#", h.level) + " " + h.text.markdown() + "\n")
}

func (p paragraph) markdown(w *bytes.Buffer) {
	for i, l := range p {
		s := l.markdown()
		if rest, ok := strings.CutSuffix(s, `\\`); ok {
			s = rest + "&#92;" // three backslashes before a line's end are not read alike everywhere
		}
		w.WriteString(s)
		if i < len(p)-1 {
			w.WriteByte('\\')
		}
		w.WriteByte('\n')
	}
}

func (list items) markdown(w *bytes.Buffer) { list.below(w, "") }

func (list items) below(w *bytes.Buffer, indent string) {
	for _, i := range list {
		w.WriteString(indent)
		w.WriteString("- ")
		w.WriteString(i.text.markdown())
		w.WriteByte('\n')
		i.under.below(w, indent+"  ")
	}
}

func (t table) markdown(w *bytes.Buffer) {
	row := func(cells []rich) {
		for _, c := range cells {
			w.WriteString("| ")
			w.WriteString(c.markdown())
			w.WriteByte(' ')
		}
		w.WriteString("|\n")
	}
	row(t.head)
	w.WriteString(strings.Repeat("| --- ", len(t.head)) + "|\n")
	for _, cells := range t.rows {
		row(cells)
	}
}

func (d diagram) markdown(w *bytes.Buffer) {
	w.WriteString("```mermaid\n" + strings.Join(d.mermaid, "\n") + "\n```\n")
	if d.legend != "" {
		w.WriteString("\n" + d.legend.markdown() + "\n")
	}
}
