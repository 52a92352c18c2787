package model

import "math/bits"

// Compare orders numbers by their value, exactly: as floats the largest that
// differ by one would be alike. It is negative when n is less than other,
// positive when greater; what is not known comes before all that is.
func (n Number) Compare(other Number) int {
	switch {
	case n.known != other.known:
		if other.known {
			return -1
		}
		return 1
	case n.coef < 0 && other.coef >= 0:
		return -1
	case n.coef >= 0 && other.coef < 0:
		return 1
	}
	d := compareMagnitudes(n, other)
	if n.coef < 0 {
		return -d
	}
	return d
}

// compareMagnitudes compares without the signs, each in billionths: the most
// decimals that a number has.
func compareMagnitudes(a, b Number) int {
	hiA, loA := a.billionths()
	hiB, loB := b.billionths()
	switch {
	case hiA < hiB || hiA == hiB && loA < loB:
		return -1
	case hiA != hiB || loA != loB:
		return 1
	}
	return 0
}

// billionths returns the number without its sign in units of the smallest step.
func (n Number) billionths() (hi, lo uint64) {
	size := uint64(n.coef)
	if n.coef < 0 {
		size = -size
	}
	step := uint64(1)
	for range maxScale - n.scale {
		step *= 10
	}
	return bits.Mul64(size, step)
}
