package model

import (
	"math/big"
	"slices"
	"strings"
)

// Sums are amounts added up by currency. Amounts of different currencies are
// never mixed: for one total of them see [Total]. The zero Sums is nothing at
// all, which is not known rather than nought.
type Sums struct {
	amounts []Money    // by code
	over    []Currency // whose sum is beyond what can be held exactly
}

// SumOf adds up amounts; those not known add nothing.
func SumOf(amounts ...Money) Sums {
	var s Sums
	for _, m := range amounts {
		s.Add(m)
	}
	return s
}

// Add adds an amount; one that is not known adds nothing.
func (s *Sums) Add(m Money) {
	if m.IsZero() || slices.Contains(s.over, m.Currency()) {
		return
	}
	at, there := slices.BinarySearchFunc(s.amounts, m, byCurrency)
	if !there {
		s.amounts = slices.Insert(slices.Clone(s.amounts), at, m)
		return
	}
	sum, err := s.amounts[at].Add(m)
	s.amounts = slices.Clone(s.amounts)
	if err != nil {
		s.over, s.amounts = append(slices.Clone(s.over), m.Currency()), slices.Delete(s.amounts, at, at+1)
		return
	}
	s.amounts[at] = sum
}

// AddAll adds the amounts of other sums.
func (s *Sums) AddAll(other Sums) {
	for _, m := range other.amounts {
		s.Add(m)
	}
	for _, c := range other.over {
		s.lose(c)
	}
}

// lose gives the sum of a currency up as too large.
func (s *Sums) lose(c Currency) {
	if !slices.Contains(s.over, c) {
		s.over = append(slices.Clone(s.over), c)
		s.amounts = slices.DeleteFunc(slices.Clone(s.amounts), func(m Money) bool { return m.Currency() == c })
	}
}

func byCurrency(a, b Money) int { return strings.Compare(string(a.Currency()), string(b.Currency())) }

// IsZero reports whether nothing was added.
func (s Sums) IsZero() bool { return len(s.amounts)+len(s.over) == 0 }

// All returns the sums, one of each currency, by code. It is for reading.
func (s Sums) All() []Money { return s.amounts }

// Over returns the currencies whose sum is too large to be held exactly and is
// therefore left out, none in any book of a real company.
func (s Sums) Over() []Currency { return s.over }

// Of returns the sum in one currency, not known when nothing in it was added.
func (s Sums) Of(c Currency) Money {
	for _, m := range s.amounts {
		if m.Currency() == c {
			return m
		}
	}
	return Money{}
}

// Grouped returns the sums for people: "EUR 300 + USD 1,250", "" for nothing.
func (s Sums) Grouped() string { return s.join(Money.Grouped) }

// Short returns the sums for narrow places: "EUR 300 + USD 1.25k".
func (s Sums) Short() string { return s.join(Money.Short) }

func (s Sums) join(write func(Money) string) string { return strings.Join(s.parts(write), " + ") }

// parts are the sums in words, those too large to be added last.
func (s Sums) parts(write func(Money) string) []string {
	var parts []string
	for _, m := range s.amounts {
		parts = append(parts, write(m))
	}
	for _, c := range s.over {
		parts = append(parts, string(c)+" too much to add")
	}
	return parts
}

// larger returns of each currency the larger of two sums.
func larger(a, b Sums) Sums {
	var most Sums
	for _, m := range a.amounts {
		if n := b.Of(m.Currency()); n.IsZero() || n.Minor() < m.Minor() {
			most.Add(m)
		}
	}
	for _, n := range b.amounts {
		if m := a.Of(n.Currency()); m.IsZero() || m.Minor() <= n.Minor() {
			most.Add(n)
		}
	}
	for _, c := range slices.Concat(a.over, b.over) {
		most.lose(c)
	}
	return most
}

// smaller returns of each currency that both sums have the smaller of the two;
// nothing of one in which either is nought.
func smaller(a, b Sums) Sums {
	var least Sums
	for _, m := range a.amounts {
		n := b.Of(m.Currency())
		if n.Minor() > 0 && m.Minor() > 0 {
			least.Add(NewMoney(min(m.Minor(), n.Minor()), m.Currency()))
		}
	}
	return least
}

// rational returns the number as a fraction, nought when not known.
func (n Number) rational() *big.Rat {
	return big.NewRat(n.coef, int64(powerOfTen(int(n.scale))))
}

// rational returns the amount in whole units of its currency as a fraction.
func (m Money) rational() *big.Rat {
	return big.NewRat(m.minor, int64(powerOfTen(m.currency.Decimals())))
}

// moneyOf returns a fraction of whole units as an amount, rounded half away from
// nought to the minor unit; it reports false when that is too large.
func moneyOf(r *big.Rat, c Currency) (Money, bool) {
	minor := new(big.Rat).Mul(r, new(big.Rat).SetInt(new(big.Int).SetUint64(powerOfTen(c.Decimals()))))
	n := rounded(minor)
	if !n.IsInt64() {
		return Money{}, false
	}
	return NewMoney(n.Int64(), c), true
}

// rounded returns the nearest whole number, a half away from nought.
func rounded(r *big.Rat) *big.Int {
	twice := new(big.Int).Lsh(r.Num(), 1) // (2a + sign(a)·b) / 2b, cut off towards nought
	if r.Sign() < 0 {
		twice.Sub(twice, r.Denom())
	} else {
		twice.Add(twice, r.Denom())
	}
	return twice.Quo(twice, new(big.Int).Lsh(r.Denom(), 1))
}

// percentOf returns part of whole in percent as all percentages are shown: a half
// is rounded up, but less than all is never 100, and more than nothing never 0.
// Rules judge by what is shown, so that nobody reads 80 % below a limit of 80. It
// is false when whole is nought.
func percentOf(part, whole *big.Rat) (int, bool) {
	if whole.Sign() == 0 {
		return 0, false
	}
	return percentOfOne(new(big.Rat).Quo(part, whole))
}

// percentOfOne is [percentOf] of a fraction; false when it is too large.
func percentOfOne(r *big.Rat) (int, bool) {
	n := rounded(new(big.Rat).Mul(r, big.NewRat(100, 1)))
	switch {
	case !n.IsInt64():
		return 0, false
	case n.Sign() == 0:
		return r.Sign(), true
	case n.Int64() == 100 && r.Cmp(big.NewRat(1, 1)) < 0:
		return 99, true
	}
	return int(n.Int64()), true
}

// timesPercent returns that many percent of the amount, to the minor unit; not
// known when either is not.
func (m Money) timesPercent(percent Number) Money {
	if m.IsZero() || percent.IsZero() {
		return Money{}
	}
	minor := new(big.Rat).SetInt64(m.minor)
	n := rounded(minor.Mul(minor, big.NewRat(percent.coef, 100*int64(powerOfTen(int(percent.scale))))))
	if !n.IsInt64() {
		return Money{}
	}
	return NewMoney(n.Int64(), m.currency)
}
