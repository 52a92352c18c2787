package search

import (
	"bytes"
	"unicode/utf8"
)

// weights say what a fit is worth in one field.
type weights struct {
	whole  int // a whole word
	prefix int // the beginning of a word
	inside int // anywhere else; outside names only in scripts that have no blanks between words
	all    int // the first letters of all words: "cto"
	some   int // the first letters, or more, of some words in turn
	full   int // added when the terms leave nothing of the field over
	near   int // percent that a fit of [near.go] counts
}

// A term counts in the field where it fits best. The name comes first; a title
// in full outweighs the beginning of another's name, so that "cto" means the
// CTO; the account's name comes before an address, which mostly repeats it.
var (
	nameWeights    = weights{whole: 100, prefix: 82, inside: 48, all: 70, some: 44, full: 24, near: 100}
	detailWeights  = weights{whole: 76, prefix: 62, inside: 28, all: 74, some: 58, full: 16, near: 75}
	accountWeights = weights{whole: 72, prefix: 60, inside: 26, all: 60, some: 40, full: 10, near: 75}
	addressWeights = weights{whole: 64, prefix: 52, inside: 22}
	noteWeights    = weights{whole: 40, prefix: 30}
)

// kindScore is for a term that is the word of the record's kind.
const kindScore = 40

// Of names, two initials say more than any other two letters that begin no word
// ("js"), where three are more often a title ("cto"); and more than a beginning
// when something follows them ("js freshkart"). Beginnings made of more
// than initials say who is meant nearly as well as a whole word ("jsmith"):
// better from the first word on, and when no word is left over.
const (
	twoInitials = 78
	twoSettled  = 90
	loginScore  = 84
	// An account is called by its letters alone ("ibm"), which then say more than
	// the beginnings of somebody's names.
	accountLetters  = 104
	accountInitials = 70 // beside other terms
	loginFirst      = 4
	loginAll        = 4
	chainLongest    = 24  // letters of a term
	chainSteps      = 400 // of one walk: names made of one letter could keep it going for years
)

// fit is how well a term fits a field.
type fit struct {
	score int
	cover int // how many bytes of the field's words it accounts for
	at    int // where
	// edited says that a letter of the term is wrong.
	edited bool
	// chained says that it is made of the beginnings of words.
	chained bool
}

// span is one word of a field.
type span struct{ from, to int }

// field is one text of a row with what is worked out about it when needed.
type field struct {
	text    []byte
	words   []span
	isSplit bool
	buffer  [24]span
}

func (f *field) set(text []byte) { f.text, f.words, f.isSplit = text, nil, false }

// spans returns the words of the field; of very long texts the first ones.
func (f *field) spans() []span {
	if f.isSplit {
		return f.words
	}
	words := f.buffer[:0]
	for i := 0; i < len(f.text) && len(words) < len(f.buffer); {
		if !isWordByte(f.text[i]) {
			i++
			continue
		}
		from := i
		for i < len(f.text) && isWordByte(f.text[i]) {
			i++
		}
		words = append(words, span{from, i})
	}
	f.words, f.isSplit = words, true
	return words
}

// letters returns how many bytes of the field belong to words.
func (f *field) letters() int {
	n := 0
	for _, c := range f.text {
		if isWordByte(c) {
			n++
		}
	}
	return n
}

// fit returns how well the term fits the field as it is written; a score of 0
// means that it does not. The mask of the letters that begin the field's words
// rules out what would take longer to find out.
func (f *field) fit(t *term, w *weights, begins thinMask) fit {
	var best fit
	text := f.text
	inWords := t.text[0] < utf8.RuneSelf && (w == &detailWeights || w == &addressWeights)
	for at := 0; at+len(t.text) <= len(text); {
		i := bytes.Index(text[at:], t.text)
		if i < 0 {
			break
		}
		from := at + i
		to := from + len(t.text)
		at = from + 1
		begins := from == 0 || !isWordByte(text[from-1])
		if !begins && (t.short || inWords || w.inside <= best.score) {
			continue
		}
		score := w.inside
		if begins {
			end := to
			for end < len(text) && isWordByte(text[end]) {
				end++
			}
			switch {
			case len(t.text) == 1: // says no more of a short word than of a long one
				return fit{score: w.prefix, at: from}
			case end == to:
				score = w.whole
			default:
				score = w.prefix + 8*len(t.text)/(end-from+1)
			}
		}
		if score > best.score {
			best = fit{score: score, cover: len(t.text), at: from}
		}
		if score == w.whole {
			return best
		}
	}
	if best.score < w.prefix && w.all > 0 && t.runes > 1 && t.runes <= chainLongest && begins&t.initial != 0 && begins&t.later != 0 {
		if chain := f.chain(t, w, begins); chain.score > best.score {
			best = chain
			best.chained = true
		}
	}
	return best
}

// chain fits a term that is made of the beginnings of words in turn: "js",
// "jsmith", "janes" for Jane Smith, "cto" for Chief Technology Officer, "vpfin".
// Small words and middle initials may be passed over. In names it may go round
// once, as logins do: "smithj".
func (f *field) chain(t *term, w *weights, begins thinMask) fit {
	words := f.spans()
	if len(words) < 2 {
		return fit{}
	}
	isName, best := w == &nameWeights, fit{}
	if t.thin&^begins == 0 && f.spelled(t) {
		best = f.letterFit(t, w)
	}
	for i, word := range words {
		if f.text[word.from] != t.text[0] || !t.goesOn(f.text[word.from:word.to], begins) {
			continue
		}
		c := chain{f: f, words: words, round: isName && t.runes > 3, steps: chainSteps}
		used, longest := c.link(i, t.text, len(words))
		if used < 2 {
			continue
		}
		score, cover := w.some, len(t.text)
		all := used == len(words)
		switch {
		case isName && longest > 1 && t.runes > 3:
			score = loginScore
			if i == 0 {
				score += loginFirst
			}
			if all {
				score += loginAll
			}
		case all && t.runes > 2:
			if score = w.all; !isName {
				cover = f.letters()
			}
		}
		if score > best.score {
			best = fit{score: score, cover: cover, at: word.from}
		}
	}
	return best
}

// goesOn reports whether some word begins with what follows in the term after a
// beginning of this one: without that the term is no chain from here on, unless
// this word is one that may be passed over.
func (t *term) goesOn(word []byte, begins thinMask) bool {
	if len(word) == 1 || isSmallWord(word) {
		return true
	}
	for i := 0; i < len(word) && i+1 < len(t.text) && word[i] == t.text[i]; i++ {
		if begins&t.letters[i+1] != 0 {
			return true
		}
	}
	return false
}

// letterFit is how well a term fits that the field's words spell.
func (f *field) letterFit(t *term, w *weights) fit {
	switch {
	case w == &accountWeights:
		return fit{score: accountInitials, cover: f.letters()}
	case t.runes > 2 && w == &nameWeights:
		return fit{score: w.all, cover: len(t.text)}
	case t.runes > 2:
		return fit{score: w.all, cover: f.letters()}
	case w != &nameWeights:
		return fit{score: w.some, cover: len(t.text)}
	case t.settled:
		return fit{score: twoSettled}
	}
	return fit{score: twoInitials}
}

// spelled reports whether the term is the letters that the field's words begin
// with; small words, middle initials and what companies write behind their names
// may be passed over.
func (f *field) spelled(t *term) bool {
	rest, used := t.text, 0
	for _, s := range f.spans() {
		if len(rest) > 1 && rest[0] == '&' { // "p&g"
			rest = rest[1:]
		}
		word := f.text[s.from:s.to]
		_, size := utf8.DecodeRune(word)
		switch {
		case bytes.HasPrefix(rest, word[:size]):
			rest = rest[size:]
			used++
		case len(word) > 1 && !isSmallWord(word) && !isForm(word):
			return false
		}
	}
	return len(rest) == 0 && used > 1
}

// chain is a walk over the words of a field.
type chain struct {
	f     *field
	words []span
	round bool // the first word may follow the last
	steps int  // that are left
}

// link spells the rest of a term with the beginnings of words from the one at
// place i on. It returns how many words it went over, 0 when it cannot, and the
// longest beginning it used. At most left words are there to use.
func (c *chain) link(i int, rest []byte, left int) (used, longest int) {
	if i == len(c.words) && c.round {
		i = 0
	}
	if c.steps--; left == 0 || i == len(c.words) || c.steps < 0 {
		return 0, 0
	}
	word := c.f.text[c.words[i].from:c.words[i].to]
	common := 0
	for common < len(word) && common < len(rest) && word[common] == rest[common] {
		common++
	}
	if common == len(rest) {
		return 1, common
	}
	for n := common; n > 0; n-- {
		if u, l := c.link(i+1, rest[n:], left-1); u > 0 {
			return u + 1, max(l, n)
		}
	}
	if len(word) == 1 || isSmallWord(word) {
		if u, l := c.link(i+1, rest, left-1); u > 0 {
			return u + 1, l
		}
	}
	return 0, 0
}

// isSmallWord reports whether people leave the word out of abbreviations.
func isSmallWord(word []byte) bool {
	switch string(word) {
	case "of", "and", "the", "for", "to", "de", "du", "la", "und", "der", "et", "y":
		return true
	}
	return false
}

// isForm reports whether the word is what companies write behind their names.
func isForm(word []byte) bool {
	switch string(word) {
	case "inc", "ltd", "plc", "llc", "co", "corp", "company", "corporation", "group", "holding", "holdings", "gmbh", "ag", "se", "sa", "ab", "oyj", "nv", "bv", "spa", "pty", "kk":
		return true
	}
	return false
}
