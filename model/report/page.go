package report

import (
	"bytes"
	"strings"

	"astute/model"
)

// rich is a line of words, parts of which can be set apart and which can be
// broken, in no language of documents yet: whoever writes the document escapes
// it, so that nothing is escaped twice or never. Text that came from the plan
// becomes rich by [plain] and its neighbours only.
type rich string

// What a rich line holds besides words. None of it can come out of the plan: [plain]
// makes blanks of all control characters.
const (
	breakMark = "\n" // a break of the line
	strongOn  = '\x01'
	strongOff = '\x02'
	richMarks = "\n\x01\x02" // all of them
)

// plain returns text as it is, with control characters as blanks and without the
// blanks at its ends.
func plain(text string) rich {
	if isLetters(text) {
		return rich(strings.Trim(text, " "))
	}
	return rich(strings.Trim(strings.Map(func(r rune) rune {
		if r == '\t' || r != '\n' && model.IsUnsafe(r) {
			return ' '
		}
		return r
	}, breakMarks.Replace(text)), " "))
}

// isLetters reports whether a text is printable ASCII on one line, as most are.
func isLetters(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c >= 0x7f {
			return false
		}
	}
	return true
}

// breakMarks turns every way of breaking a line into \n.
var breakMarks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// oneLine is plain of a text that may not break the line: a heading.
func oneLine(text string) rich {
	if isLetters(text) && !strings.Contains(text, "  ") {
		return rich(strings.Trim(text, " "))
	}
	return plain(strings.Join(strings.Fields(breakMarks.Replace(text)), " "))
}

// strong sets words apart, without blanks of any kind at their ends: Markdown
// takes what follows its marks for words. They must stand between blanks or at a
// line's end.
func strong(s rich) rich {
	if s = rich(strings.TrimSpace(string(s))); s == "" {
		return ""
	}
	return rich(strongOn) + s + rich(strongOff)
}

// join is strings.Join for rich lines; empty pieces are dropped.
func join(pieces []rich, separator rich) rich {
	var kept []string
	for _, p := range pieces {
		if p != "" {
			kept = append(kept, string(p))
		}
	}
	return rich(strings.Join(kept, string(separator)))
}

// written returns a rich line in the language of a document: words goes through
// escape, the rest becomes what stands for it.
func (s rich) written(escape func(words string) string, on, off, broken string) string {
	if !strings.ContainsAny(string(s), richMarks) {
		return escape(string(s))
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	for rest := string(s); rest != ""; {
		at := strings.IndexAny(rest, richMarks)
		if at < 0 {
			b.WriteString(escape(rest))
			break
		}
		b.WriteString(escape(rest[:at]))
		switch rest[at] {
		case '\n':
			b.WriteString(broken)
		case strongOn:
			b.WriteString(on)
		case strongOff:
			b.WriteString(off)
		}
		rest = rest[at+1:]
	}
	return b.String()
}

// page is a document being made, one block after the other. What it is written
// as is decided at the end: see markdown.go and html.go.
type page struct {
	blocks  []block
	pending []heading // headings that no content has followed yet
	room    room
}

// room is how much a page has for each text; the zero room is without end.
type room struct {
	cell  int // characters of a line in a cell
	lines int // of a cell
	text  int // characters of a paragraph, or of an item of a list
}

// cut is a rich line of at most so many characters. What is set apart in it is
// not set apart any more once it is cut.
func cut(text rich, limit int) rich {
	if limit == 0 || len(text) <= limit {
		return text
	}
	runes := []rune(text)
	if len(runes) <= limit {
		return text
	}
	words := strings.Map(func(r rune) rune {
		if r == strongOn || r == strongOff {
			return -1
		}
		return r
	}, string(runes[:limit-1]))
	return rich(strings.TrimSpace(words) + "…")
}

// inCell is what of a text a cell has room for.
func (r room) inCell(text rich) rich {
	if r == (room{}) {
		return text
	}
	lines := strings.Split(string(text), breakMark)
	if r.lines > 0 && len(lines) > r.lines {
		lines = append(lines[:r.lines-1], model.Count(len(lines)-r.lines+1, "more line", "more lines"))
	}
	for i, l := range lines {
		lines[i] = string(cut(rich(l), r.cell))
	}
	return rich(strings.Join(lines, breakMark))
}

// block is a part of a page that can be written as either kind of document.
type block interface {
	markdown(w *bytes.Buffer)
	html(w *htmlPage)
}

type (
	// heading begins a part of the page.
	heading struct {
		level int
		text  rich
	}
	// paragraph is lines that stay apart.
	paragraph []rich
	// items are a list; each can have a list below it.
	items []item
	item  struct {
		text  rich
		under items
	}
	// table has as many cells in each row as in the head.
	table struct {
		head []rich
		rows [][]rich
	}
	// diagram is drawn by Mermaid in Markdown, with what its marks mean; what
	// stands in its place in HTML is nothing, or a block that draws it better.
	diagram struct {
		mermaid []string
		legend  rich
		instead block
	}
)

// heading begins a part of the page. It is written only when content follows
// before the next heading of its level or above.
func (p *page) heading(level int, text string) {
	for n := len(p.pending); n > 0 && p.pending[n-1].level >= level; n-- {
		p.pending = p.pending[:n-1]
	}
	p.pending = append(p.pending, heading{level, oneLine(text)})
}

// add puts a block on the page, below the headings that waited for it.
func (p *page) add(b block) {
	p.flush()
	p.blocks = append(p.blocks, b)
}

// flush writes headings that have no content yet.
func (p *page) flush() {
	for _, h := range p.pending {
		p.blocks = append(p.blocks, h)
	}
	p.pending = nil
}

// say writes one paragraph, nothing when there is none.
func (p *page) say(text rich) {
	if text != "" {
		p.add(paragraph{cut(text, p.room.text)})
	}
}

// text writes a long text: blank lines part paragraphs, other line breaks are
// kept.
func (p *page) text(text string) {
	var lines paragraph
	flush := func() {
		if len(lines) > 0 {
			p.add(lines)
		}
		lines = nil
	}
	for _, l := range strings.Split(breakMarks.Replace(text), "\n") {
		if s := plain(l); s != "" {
			lines = append(lines, s)
		} else {
			flush()
		}
	}
	flush()
}

// list writes a list of lines, nothing when there are none.
func (p *page) list(lines ...rich) {
	var list items
	for _, l := range lines {
		if l != "" {
			list = append(list, item{text: cut(l, p.room.text)})
		}
	}
	p.tree(list)
}

// tree writes a list with lists below it, nothing when it is empty.
func (p *page) tree(list items) {
	if len(list) > 0 {
		p.add(list)
	}
}

// table writes a table without the columns that are empty all the way down, and
// nothing when there are no rows. Each row has as many cells as the head.
func (p *page) table(head []string, rows [][]rich) {
	if len(rows) == 0 {
		return
	}
	t := table{rows: make([][]rich, len(rows))}
	for n := range rows {
		t.rows[n] = make([]rich, 0, len(head))
	}
	for i := range head {
		filled := false
		for _, row := range rows {
			filled = filled || row[i] != ""
		}
		if !filled {
			continue
		}
		t.head = append(t.head, oneLine(head[i]))
		for n, row := range rows {
			t.rows[n] = append(t.rows[n], p.room.inCell(row[i]))
		}
	}
	p.add(t)
}
