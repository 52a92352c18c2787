package report

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// columns is how many columns of a terminal a text takes at most. It is never
// less than what a terminal uses, and may be more for emoji made of several
// runes, which terminals disagree about.
func columns(text string) int {
	if isLetters(text) {
		return len(text)
	}
	total, last := 0, 0
	for _, r := range text {
		last = runeColumns(r, last)
		total += last
	}
	return total
}

// runeColumns is how many columns a rune adds after one that added last.
func runeColumns(r rune, last int) int {
	switch {
	case r == '\uFE0F': // makes the rune before it an emoji, two columns wide
		return max(0, 2-last)
	case r < ' ' || r == 0x7f || unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	if r >= 0x1F000 || unicode.Is(newlyWide, r) {
		return 2
	}
	return 1
}

// newlyWide are the characters below the emoji that have become two columns wide
// since the tables of the width package were made: hexagrams, new ideographs and
// the like. Those above are all taken as wide.
var newlyWide = &unicode.RangeTable{
	R16: []unicode.Range16{{0x2630, 0x2637, 1}, {0x268a, 0x268f, 1}, {0x2ffc, 0x2fff, 1}, {0x31e4, 0x31e5, 1}, {0x31ef, 0x31ef, 1}, {0x4dc0, 0x4dff, 1}},
	R32: []unicode.Range32{{0x16ff0, 0x18dff, 1}, {0x1d300, 0x1d37f, 1}},
}

// wrap breaks text into lines of at most limit columns, the first behind lead
// and the others behind as many blanks. Words are kept whole where they fit.
func wrap(text, lead string, limit int) []string {
	indent := strings.Repeat(" ", columns(lead))
	if len(indent)*2 > limit {
		lead, indent = "", ""
	}
	var lines []string
	line, room := lead, limit-len(indent)
	flush := func() {
		if s := strings.TrimRight(line, " "); s != "" {
			lines = append(lines, s)
		}
		line, room = indent, limit-len(indent)
	}
	for _, word := range strings.Fields(text) {
		n := columns(word)
		if gap := blankBefore(line, lead, indent); gap+n <= room {
			line += strings.Repeat(" ", gap) + word
			room -= gap + n
			continue
		}
		if line != lead && line != indent {
			flush()
		}
		for _, piece := range pieces(word, limit-len(indent)) {
			if line != lead && line != indent {
				flush()
			}
			line += piece
			room -= columns(piece)
		}
	}
	flush()
	return lines
}

// blankBefore is the blank that parts a word from what stands on the line.
func blankBefore(line, lead, indent string) int {
	if line == lead || line == indent {
		return 0
	}
	return 1
}

// pieces cuts a word that is longer than a line, between characters where it
// can: not before a mark that belongs to the rune before it.
func pieces(word string, limit int) []string {
	var list []string
	piece, size, last := "", 0, 0
	joined := false
	for _, r := range word {
		last = runeColumns(r, last)
		if size+last > limit && !(joined && size == 0) && piece != "" {
			list = append(list, piece)
			piece, size = "", 0
		}
		piece += string(r)
		size += last
		joined = r == '\u200d'
	}
	if piece != "" {
		list = append(list, piece)
	}
	return list
}
