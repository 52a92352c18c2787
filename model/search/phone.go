package search

import "slices"

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
// not at all. It returns nil when no run is long enough.
func (m *matcher) asPhone() *matcher {
	var list []term
	long := false
	for i := 0; i < len(m.terms); {
		if !m.terms[i].number {
			list = append(list, m.terms[i])
			i++
			continue
		}
		var digits []byte
		for ; i < len(m.terms) && m.terms[i].number; i++ {
			digits = append(digits, digitsOf(m.terms[i].plain)...)
		}
		for len(digits) > phoneDigits && digits[0] == '0' {
			digits = digits[1:]
		}
		t := newTerm(digits)
		if len(digits) >= phoneDigits {
			t.phone, t.pair, long = true, 0, true
		}
		list = append(list, t)
	}
	if !long {
		return nil
	}
	return &matcher{terms: list, wanted: m.wanted, account: m.account, only: m.only, open: m.open}
}
