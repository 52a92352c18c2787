package model

import "cmp"

// Soonest orders days, those not known last.
func Soonest(a, b Date) int {
	return cmp.Or(FalseFirst(a.IsZero(), b.IsZero()), a.Compare(b))
}

// FalseFirst orders what is not so before what is.
func FalseFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
