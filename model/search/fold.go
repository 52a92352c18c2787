package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns text as it is compared: lower case, without accents and without
// apostrophes, compatibility letters taken apart, blanks single and none at the
// ends. Fold(Fold(s)) is Fold(s).
//
// Vowel signs and other marks that are letters to their readers (Hindi, Thai,
// kana) stay; Hebrew and Arabic points, which are mostly left out in writing,
// go.
func Fold(s string) string {
	if i := plainUpTo(s); i < len(s) {
		return foldSlowly(s)
	}
	return s
}

// plainUpTo returns how far s is folded already: lower-case ASCII with single
// blanks. It is the common case, in the index as in queries.
func plainUpTo(s string) int {
	blank := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf || c < ' ' || c == 0x7f || 'A' <= c && c <= 'Z' || c == '\'' || c == '`' || c == ' ' && blank {
			return i
		}
		blank = c == ' '
	}
	if blank && s != "" {
		return len(s) - 1
	}
	return len(s)
}

// foldASCII is [foldSlowly] for a text without a letter beyond ASCII, of which
// an index of a hundred thousand names is mostly made. It reports false for others.
func foldASCII(s string) (folded string, ok bool) {
	var room [128]byte
	out, ok := appendASCII(room[:0], s)
	return string(out), ok
}

// appendFold appends Fold(s).
func appendFold(b []byte, s string) []byte {
	if plainUpTo(s) == len(s) {
		return append(b, s...)
	}
	if longer, ok := appendASCII(b, s); ok {
		return longer
	}
	return append(b, foldSlowly(s)...)
}

// appendASCII appends what foldASCII returns.
func appendASCII(out []byte, s string) ([]byte, bool) {
	blank, begin := false, len(out)
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf:
			return out[:begin], false
		case c == '\'' || c == '`':
			continue
		case c <= ' ' || c == 0x7f:
			blank = len(out) > begin
			continue
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		}
		if blank {
			out, blank = append(out, ' '), false
		}
		out = append(out, c)
	}
	return out, true
}

func foldSlowly(s string) string {
	if folded, ok := foldASCII(s); ok {
		return folded
	}
	var room [128]byte // names and titles come apart without a place of their own
	apart := norm.NFKD.AppendString(room[:0], strings.ToValidUTF8(s, "\ufffd"))
	out := make([]byte, 0, len(apart)+8)
	blank := false // a blank is owed before the next letter
	for i, size := 0, 0; i < len(apart); i += size {
		var r rune
		r, size = utf8.DecodeRune(apart[i:])
		switch {
		case r == '\'' || r == '`' || r == 0x2018 || r == 0x2019 || r == 0x2bb || r == 0x2bc || isDropped(r):
			continue
		case r == ' ' || r < ' ' || r == 0x7f || r > 0x7f && (unicode.IsSpace(r) || unicode.IsControl(r)):
			blank = len(out) > 0
			continue
		}
		if blank {
			out, blank = append(out, ' '), false
		}
		switch {
		case 'A' <= r && r <= 'Z':
			out = append(out, byte(r)+'a'-'A')
		case r < utf8.RuneSelf:
			out = append(out, byte(r))
		default:
			r = unicode.ToLower(r)
			if plain, ok := letters[r]; ok {
				out = append(out, plain...)
			} else {
				out = utf8.AppendRune(out, r)
			}
		}
	}
	return string(out)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// letters are those that Unicode does not take apart, though people leave out
// the stroke or write two letters; and the marks that are written in several
// ways.
var letters = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th",
	'ħ': "h", 'ı': "i", 'ŋ': "n", 'ŧ': "t", 'ĸ': "k", 'ƒ': "f", 'ə': "e", 'ς': "σ",
	'\u2010': "-", '\u2011': "-", '\u2012': "-", '\u2013': "-", '\u2014': "-", '\u2212': "-",
}

// isDropped reports whether a rune of decomposed text makes no difference
// between two names: accents, points, joiners and other invisible ones.
func isDropped(r rune) bool {
	switch {
	case r < 0xad:
		return false
	case r >= 0x300 && r <= 0x36f, r >= 0x1ab0 && r <= 0x1aff, r >= 0x1dc0 && r <= 0x1dff, r >= 0x20d0 && r <= 0x20ff, r >= 0xfe00 && r <= 0xfe2f:
		return true
	case r >= 0x591 && r <= 0x5c7, r >= 0x610 && r <= 0x61a, r >= 0x64b && r <= 0x65f, r == 0x670:
		return unicode.Is(unicode.Mn, r)
	}
	return unicode.Is(unicode.Cf, r)
}

// Forms returns the ways in which a text with marks on its letters may be written
// other than as it is: each mark with its letter, or after it.
func Forms(text string) []string {
	var list []string
	for _, form := range []norm.Form{norm.NFC, norm.NFD} {
		if other := form.String(text); other != text {
			list = append(list, other)
		}
	}
	return list
}
