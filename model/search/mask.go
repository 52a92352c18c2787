package search

import "unicode/utf8"

// A mask is the letters of a folded text in one word: 26 bits for letters that
// occur, 26 for those that occur twice, and 12 that digits and all other
// letters share by hash. A text can hold a term only if its mask holds the
// term's, which passes over most rows without reading them.
//
// Masks are kept in the index: change this and the index must be built again.
func maskOf(text []byte) uint64 {
	var mask uint64
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case 'a' <= c && c <= 'z':
			bit := uint64(1) << (c - 'a')
			mask |= bit | (mask&bit)<<26
			i++
		case '0' <= c && c <= '9':
			mask |= 1 << (52 + uint(c-'0'))
			i++
		case c < utf8.RuneSelf:
			i++ // marks are in nearly every address: they would tell nothing
		default:
			r, size := utf8.DecodeRune(text[i:])
			mask |= 1 << (52 + uint32(r)*0x9e3779b1>>16%12)
			i += size
		}
	}
	return mask
}
