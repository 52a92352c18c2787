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

// rowMask is what a row's texts could hold: the letters of the name, those of
// the title and the address, and the letters that begin words of each.
type rowMask struct {
	name      letterMask
	rest      thinMask
	restWords thinMask // beginnings in the title and the address
	nameWords thinMask // beginnings in the name
	detail    thinMask // beginnings in the title alone
}

func rowMaskOf(text []byte) rowMask {
	name, detail, address := split(text)
	begins := initialsOf(detail)
	return rowMask{
		name:      maskOf(name),
		rest:      maskOf(detail).thin() | maskOf(address).thin(),
		restWords: begins | initialsOf(address),
		nameWords: initialsOf(name),
		detail:    begins,
	}
}
