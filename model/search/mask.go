package search

import "unicode/utf8"

// letterMask is the letters of a folded text in one word: 26 bits for letters
// that occur, 26 for those that occur twice, and 12 that digits and all other
// letters share by hash. A text can hold a term only if its mask holds the
// term's, which passes over most rows without reading them.
//
// Masks are kept in the index: who changes this file must raise [shardMagic].
type letterMask uint64

func maskOf(text []byte) letterMask {
	var mask letterMask
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case 'a' <= c && c <= 'z':
			bit := letterMask(1) << (c - 'a')
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

// thinMask is a letterMask in half the space: without the letters that occur
// twice, and with two of the shared bits in one.
type thinMask uint32

func (m letterMask) thin() thinMask {
	shared := m >> 52
	return thinMask(m&(1<<26-1)) | thinMask((shared|shared>>6)&(1<<6-1))<<26
}

// initialsOf is the thin mask of the letters that begin words.
func initialsOf(text []byte) thinMask {
	var mask thinMask
	begins := true
	for i, c := range text {
		if begins && isWordByte(c) {
			mask |= initialOf(text[i:])
		}
		begins = !isWordByte(c)
	}
	return mask
}

// initialOf is the bit of the letter that a text begins with.
func initialOf(text []byte) thinMask {
	_, size := utf8.DecodeRune(text)
	return maskOf(text[:size]).thin()
}

// pairOf is a bit for the two bytes that a word or a term begins with; none
// where there are not two.
func pairOf(text []byte) thinMask {
	if len(text) < 2 {
		return 0
	}
	return 1 << ((uint32(text[0])<<8 | uint32(text[1])) * 0x9e3779b1 >> 27)
}

// pairsOf is the pairs of all words of a text.
func pairsOf(text []byte) thinMask {
	var mask thinMask
	begins := true
	for i, c := range text {
		if begins && isWordByte(c) {
			mask |= pairOf(text[i:])
		}
		begins = !isWordByte(c)
	}
	return mask
}

// rowMask is what a row's texts could hold: the letters of the name, those of
// the title and the address, and what words begin with.
type rowMask struct {
	name      letterMask
	rest      thinMask
	restPairs thinMask // beginnings in the title and the address, two letters each
	nameWords thinMask // beginnings in the name
	detail    thinMask // beginnings in the title
}

func rowMaskOf(text []byte) rowMask {
	name, detail, address := split(text)
	return rowMask{
		name:      maskOf(name),
		rest:      maskOf(detail).thin() | maskOf(address).thin(),
		restPairs: pairsOf(detail) | pairsOf(address),
		nameWords: initialsOf(name),
		detail:    initialsOf(detail),
	}
}
