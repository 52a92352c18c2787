package input

import (
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// A character as people see it can be several code points: a letter with its
// accents, a family of emoji, a syllable of Hangul written in parts. Borders are
// the bytes where one ends and the next begins.

// floor returns the last border of text that is not after at.
func floor(text string, at int) int {
	p := sure(text, at)
	for p < at {
		next := after(text, p)
		if next > at {
			return p
		}
		p = next
	}
	return p
}

// ceil returns the first border of text that is not before at.
func ceil(text string, at int) int {
	if p := floor(text, at); p < at {
		return after(text, p)
	}
	return at
}

// before returns the border before at, 0 at the beginning.
func before(text string, at int) int { return floor(text, max(0, at-1)) }

// after returns the border after the one at which at stands.
func after(text string, at int) int {
	if at >= len(text) {
		return len(text)
	}
	cluster, _ := ansi.FirstGraphemeCluster(text[at:], ansi.GraphemeWidth)
	return at + max(1, len(cluster))
}

// sure returns a border at or before at that needs no look at what lies before
// it: between two plain letters, or after a line break. Looking for borders from
// there keeps a key in a long text quick.
func sure(text string, at int) int {
	for p := min(at, len(text)); p > 0; p-- {
		if text[p-1] == '\n' || p < len(text) && text[p-1] < utf8.RuneSelf && text[p] < utf8.RuneSelf {
			return p
		}
	}
	return 0
}
