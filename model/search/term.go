package search

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// maxTerms is how many terms of a query count; a pasted signature has more, and
// its first words say who is meant.
const maxTerms = 12

// term is one folded word of a query.
type term struct {
	text    []byte
	plain   string // the text
	runes   int
	mask    letterMask
	thin    thinMask
	initial thinMask   // of its first letter
	pair    thinMask   // of its first two bytes, where it must begin a word outside names; none in scripts without blanks
	later   thinMask   // of all letters but the first
	second  thinMask   // of its second letter
	tail    letterMask // of all letters but the first, as mask
	letters []thinMask // each of its letters, by the place of its first byte
	// A term of one or two plain letters fits the beginnings of words only:
	// inside words it would fit everybody.
	short bool
	// number says that it is made of digits, phone that it is looked for inside
	// phone numbers, and nowhere else.
	number, phone bool
	abroad        bool // a plus stood before it: a number with a country's code
	// settled says that another term follows, so that this one is no beginning
	// of something longer on its way.
	settled bool
}

// terms splits a query. Blanks and marks divide, except those within addresses
// and numbers.
func terms(query string) []term {
	folded := Fold(query)
	var list []term
	for i := 0; i < len(folded) && len(list) < maxTerms; {
		r, size := utf8.DecodeRuneInString(folded[i:])
		if !isTermRune(r) {
			i += size
			continue
		}
		from := i
		for i < len(folded) {
			if r, size = utf8.DecodeRuneInString(folded[i:]); !isTermRune(r) {
				break
			}
			i += size
		}
		text := bytes.Trim([]byte(folded[from:i]), ".@_&+")
		if len(text) > 0 {
			t := newTerm(text)
			t.abroad = folded[from] == '+'
			list = append(list, t)
		}
	}
	for i := range list[:max(0, len(list)-1)] {
		list[i].settled = true
	}
	return list
}

func newTerm(text []byte) term {
	mask := maskOf(text)
	_, size := utf8.DecodeRune(text)
	tail := maskOf(text[size:])
	t := term{
		text: text, plain: string(text), runes: utf8.RuneCount(text),
		mask: mask, thin: mask.thin(), initial: initialOf(text), later: tail.thin(), second: initialOf(text[size:]), tail: tail,
		short: len(text) <= 2 && text[0] < utf8.RuneSelf, number: isNumber(text),
	}
	if text[0] < utf8.RuneSelf {
		t.pair = pairOf(text)
	}
	t.letters = make([]thinMask, len(text))
	for i := range t.plain {
		t.letters[i] = initialOf(text[i:])
	}
	return t
}

func isTermRune(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return isWordByte(byte(r)) || r == '.' || r == '@' || r == '_' || r == '&' || r == '+'
	}
	return !unicode.IsPunct(r) && !unicode.IsSpace(r)
}

// isWordByte reports whether a byte of folded text belongs to a word. Every
// part of a letter beyond ASCII does.
func isWordByte(c byte) bool { return wordBytes[c] }

var wordBytes = func() (table [256]bool) {
	for c := range table {
		table[c] = 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c >= utf8.RuneSelf
	}
	return table
}()
