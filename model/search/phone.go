package search

import (
	"bytes"
	"slices"
	"strings"
)

// phoneDigits is how many digits, typed one after the other, may be part of a
// phone number; fewer would be part of too many.
const phoneDigits = 4

// phoneWeights are those of digits in a phone number: any part of it will do,
// since everybody leaves out another part of the prefix.
var phoneWeights = weights{whole: 64, prefix: 60, inside: 56}

// digitsOf returns the digits of a phone number, whatever stands between them.
func digitsOf(phone string) string {
	var digits []byte
	for _, c := range []byte(Fold(phone)) {
		if isDigit(c) {
			digits = append(digits, c)
		}
	}
	return string(digits)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isNumber reports whether a term is made of digits, and of dots between them.
func isNumber(text []byte) bool {
	return !slices.ContainsFunc(text, func(c byte) bool { return !isDigit(c) && c != '.' })
}

// asPhone returns the query with each run of numbers as one term that is looked
// for inside phone numbers: "555 0100", "555-0100" and "5550100" are the same.
// Zeros in front are left out: they stand for a prefix that is written as +1 or
// not at all. With home the code of the country is left out as well, and the zero
// that some write behind it: a phone shows +49 711 555 01, where the book has
// 0711 555 01 or +49 (0)711 555 01. It returns nil when no run is long enough, and
// with home when none begins with such a code.
func (m *matcher) asPhone(home bool) *matcher {
	var list []term
	found := false
	for i := 0; i < len(m.terms); {
		if !m.terms[i].number {
			list = append(list, m.terms[i])
			i++
			continue
		}
		abroad := m.terms[i].abroad
		var digits []byte
		for ; i < len(m.terms) && m.terms[i].number; i++ {
			digits = append(digits, digitsOf(m.terms[i].plain)...)
		}
		abroad = abroad || bytes.HasPrefix(digits, []byte("00"))
		digits = withoutZeros(digits)
		cut := home && abroad && len(digits) >= abroadDigits
		if cut {
			digits = withoutZeros(digits[countryCode(digits):])
		}
		t := newTerm(digits)
		if len(digits) >= phoneDigits {
			t.phone, t.pair = true, 0
			found = found || cut || !home
		}
		list = append(list, t)
	}
	if !found {
		return nil
	}
	return &matcher{terms: list, wanted: m.wanted, account: m.account, only: m.only, open: m.open}
}

// withoutZeros leaves out zeros in front, as long as enough is left.
func withoutZeros(digits []byte) []byte {
	for len(digits) > phoneDigits && digits[0] == '0' {
		digits = digits[1:]
	}
	return digits
}

// abroadDigits is how long a number with a country's code is at least: of fewer
// digits too little would be left to tell people apart by.
const abroadDigits = 9

// twoDigitCodes are the codes of countries that have two digits (ITU-T E.164);
// 1 and 7 have one, all others three.
const twoDigitCodes = " 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98 "

// countryCode returns how many digits the code of the country has that a number
// begins with, which is at least three digits long.
func countryCode(digits []byte) int {
	switch {
	case digits[0] == '1', digits[0] == '7':
		return 1
	case strings.Contains(twoDigitCodes, " "+string(digits[:2])+" "):
		return 2
	}
	return 3
}
