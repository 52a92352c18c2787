package model

import (
	"strings"
	"unicode/utf8"
)

// CleanLine returns text fit for a field of one line: what [CleanText] drops is
// dropped, tabs and line breaks become single spaces, and blanks at either end
// go.
func CleanLine(text string) string {
	text = CleanText(text)
	if strings.ContainsAny(text, "\n\t") {
		text = strings.NewReplacer("\n", " ", "\t", " ").Replace(text)
	}
	return strings.TrimSpace(text)
}

// CleanText returns text without what could harm a terminal or a document:
// the sequences that colour or move on a terminal, other control characters
// (BEL, NUL, C1 and the like) and the bidirectional overrides that make a line read other than it is written. Line breaks of any
// kind become \n; bytes that are not UTF-8 become the replacement character.
// Everything a person could have meant to write stays: accents, emoji with
// their joiners, right-to-left letters.
func CleanText(text string) string {
	if isPlain(text) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '\r':
			if i+1 >= len(text) || text[i+1] != '\n' {
				b.WriteByte('\n')
			}
		case r == '\x1b' || r == '\u009b':
			size += sequenceLength(text[i+size:], r)
		case r == '\u0085' || r == '\u2028' || r == '\u2029' || r == '\v' || r == '\f':
			b.WriteByte('\n')
		case IsUnsafe(r):
		default:
			b.WriteRune(r)
		}
		i += size
	}
	return b.String()
}

// sequenceLength returns how many bytes after an escape character belong to it:
// the rest of a colour or cursor sequence ("[31m"), or of a command to the
// terminal that ends as it should ("]0;title BEL"). Of anything else only the
// escape character itself goes, so that no words go with it.
func sequenceLength(rest string, escape rune) int {
	start := 0
	if escape == '\x1b' {
		if rest == "" || rest[0] != '[' && rest[0] != ']' {
			return 0
		}
		start = 1
	}
	if start == 1 && rest[0] == ']' {
		end := strings.IndexAny(rest, "\a\x1b\n")
		switch {
		case end < 0 || rest[end] == '\n':
			return 0
		case rest[end] == '\a':
			return end + 1
		}
		return end
	}
	for i := start; i < len(rest); i++ {
		switch c := rest[i]; {
		case c >= '0' && c <= '?':
		case c >= '@' && c <= '~':
			return i + 1
		default:
			return 0
		}
	}
	return 0
}

// IsUnsafe reports whether a rune must not reach a terminal from data: C0 and
// C1 controls other than line break and tab, DEL, bidirectional embeddings,
// overrides and isolates, the byte order mark, and interlinear marks.
func IsUnsafe(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r < ' ', r >= 0x7f && r <= 0x9f:
		return true
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return true
	case r == 0xfeff, r >= 0xfff9 && r <= 0xfffb:
		return true
	}
	return false
}

// isPlain reports whether text is printable ASCII or line breaks, the common
// case that needs no copy.
func isPlain(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c < ' ' && c != '\n' || c >= 0x7f {
			return false
		}
	}
	return true
}
