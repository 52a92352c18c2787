package exchange

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"astute/model"
)

// topic is what a remark about one row is about; the topics stand in the order
// in which people should read them.
type topic int

const (
	aboutTwice topic = iota
	aboutKept
	aboutDiffering
	aboutPart
	aboutLinks
	aboutParted
)

// moreOf says of each topic what is left when only the first are written out.
var moreOf = [...]string{
	aboutTwice:     "records that may be there twice",
	aboutKept:      "values that were not taken",
	aboutDiffering: "values that differ between rows about one record",
	aboutPart:      "names that were taken as longer ones",
	aboutLinks:     "links that are complete now",
	aboutParted:    "links that lead to another account",
}

// remarks are those of one file about one topic.
type remarks struct {
	sheet *sheet // nil: of no one file
	about topic
	first []string
	n     int
}

// maxRemarks is how many remarks of one topic a file gets; beyond that their
// number is enough.
const maxRemarks = 10

// remark keeps a line about one row, to be said in its place.
func (im *importer) remark(s *sheet, about topic, format string, args ...any) {
	if im.quiet {
		return
	}
	r := im.remarksOf(s, about)
	if r.n++; r.n <= maxRemarks {
		r.first = append(r.first, fmt.Sprintf(format, args...))
	}
}

// remarksOf returns those of a file about a topic.
func (im *importer) remarksOf(s *sheet, about topic) *remarks {
	at := slices.IndexFunc(im.remarks, func(r remarks) bool { return r.sheet == s && r.about == about })
	if at < 0 {
		at = len(im.remarks)
		im.remarks = append(im.remarks, remarks{sheet: s, about: about})
	}
	return &im.remarks[at]
}

// move is the people who are in one account here and in another in the file.
type move struct {
	sheet    *sheet
	from, to model.ID
	line     int // of the first
	first    string
	n        int
}

// elsewhere notes that a record belongs to another account than its row says.
// Where the two accounts may be one, that is said already.
func (im *importer) elsewhere(s *sheet, line int, d *draft, from, to model.ID) {
	if im.likes[to] == from {
		return
	}
	for i := range im.moves {
		if m := &im.moves[i]; m.sheet == s && m.from == from && m.to == to {
			m.n++
			return
		}
	}
	im.moves = append(im.moves, move{s, from, to, line, model.Title(d.rec, im.title), 1})
}

// tellMoves says who belongs elsewhere, a line for each pair of accounts.
func (im *importer) tellMoves() {
	for i, m := range im.moves {
		if i == maxRemarks {
			im.say("and people of %d more accounts belong elsewhere here", len(im.moves)-i)
			break
		}
		who, it := m.first+" belongs", "it"
		if m.n > 1 {
			who, it = fmt.Sprintf("%s and %d more belong", m.first, m.n-1), "them"
		}
		im.say("%s: %s to %s here, to %s in the file: move %s if that is so", im.at(m.sheet, m.line), who, im.name(m.from), im.name(m.to), it)
	}
}

// tell says the remarks, topic by topic and file by file.
func (im *importer) tell() {
	slices.SortStableFunc(im.remarks, func(a, b remarks) int { return int(a.about - b.about) })
	twice := false
	for _, r := range im.remarks {
		for _, line := range r.first {
			im.say("%s", line)
		}
		if more := r.n - len(r.first); more > 0 {
			im.say("and %d more %s", more, moreOf[r.about])
		}
		twice = twice || r.about == aboutTwice
	}
	if twice {
		im.say("who may be there twice is shown side by side by astute duplicates, and made one by astute merge")
	}
}

// longestSaid is how much of a value a sentence shows.
const longestSaid = 60

// brief shortens a value for a sentence.
func brief(value string) string {
	value = model.CleanLine(value)
	if utf8.RuneCountInString(value) <= longestSaid {
		return value
	}
	return strings.TrimSpace(string([]rune(value)[:longestSaid-1])) + "…"
}

// bothSaid returns what a field holds and another value of it, each short enough
// for a sentence, and so that it is seen where they differ.
func (im *importer) bothSaid(f *model.Field, value string) (stands, other string) {
	stands, other = model.CleanLine(f.Display(im.title)), model.CleanLine(model.DisplayText(*f, value, im.title))
	if stands == other { // they differ in what is not shown
		return brief(f.Text()), brief(value)
	}
	if x, y := brief(stands), brief(other); x != y {
		return x, y
	}
	a, b := []rune(stands), []rune(other)
	at := 0
	for at < len(a) && at < len(b) && a[at] == b[at] {
		at++
	}
	at = max(0, at-longestSaid/3)
	return brief("…" + string(a[at:])), brief("…" + string(b[at:]))
}
