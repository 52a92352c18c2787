package model

import (
	"fmt"
	"math/big"
)

// Conversion is one amount in another currency, and the rate that says so.
type Conversion struct {
	From, To Money
	Rate     *Rate
}

// String says how the amount was converted: "EUR 300 is USD 324 at 1.08 of
// 2026-03-31".
func (c Conversion) String() string {
	at := c.Rate.Rate.Grouped()
	if c.Rate.From != c.From.Currency() {
		at = fmt.Sprintf("%s %s for 1 %s", c.Rate.To, at, c.Rate.From)
	}
	return fmt.Sprintf("%s is %s at %s of %s", c.From.Grouped(), c.To.Grouped(), at, c.Rate.On)
}

// Total is what sums of several currencies come to in one.
type Total struct {
	Amount  Money        // not known where a rate is missing
	Used    []Conversion // what was converted, by which rates
	Missing []Currency   // of which no rate leads to the currency of the total
	Ask     []string     // the rates to give
}

// TotalOf returns what the sums come to in one currency by the rates that the
// user gave, as they held on the day: of each pair the newest that is not later
// than the day, either way round. Amounts are converted exactly and rounded once
// for each currency, to the minor unit. Without a rate there is no total. Rates
// are not chained: 1 EUR in USD does not follow from both in GBP.
func TotalOf(s Sums, to Currency, rates []*Rate, on Date) Total {
	t := Total{}
	if s.IsZero() || to == "" {
		return t
	}
	sum := NewMoney(0, to)
	for _, m := range s.All() {
		converted, rate, ok := m.in(to, rates, on)
		if !ok {
			t.Missing = append(t.Missing, m.Currency())
			t.Ask = append(t.Ask, fmt.Sprintf("What is 1 %s in %s?", m.Currency(), to))
			continue
		}
		if rate != nil {
			t.Used = append(t.Used, Conversion{m, converted, rate})
		}
		if added, err := sum.Add(converted); err == nil {
			sum = added
		} else {
			t.Missing = append(t.Missing, to)
		}
	}
	t.Missing = append(t.Missing, s.Over()...)
	if len(t.Missing) == 0 {
		t.Amount = sum
	}
	return t
}

// in returns the amount in another currency and the rate used, nil for none
// needed.
func (m Money) in(to Currency, rates []*Rate, on Date) (Money, *Rate, bool) {
	if m.Currency() == to {
		return m, nil, true
	}
	r := rateBetween(m.Currency(), to, rates, on)
	if r == nil {
		return Money{}, nil, false
	}
	worth := new(big.Rat)
	if r.From == to {
		worth.Quo(m.rational(), r.Rate.rational())
	} else {
		worth.Mul(m.rational(), r.Rate.rational())
	}
	converted, ok := moneyOf(worth, to)
	return converted, r, ok
}

// rateBetween returns the newest rate between two currencies that is not later
// than the day, nil for none. Of two of one day that in the direction asked for
// counts, then the one noted last.
func rateBetween(from, to Currency, rates []*Rate, on Date) *Rate {
	var best *Rate
	for _, r := range rates {
		joins := r.From == from && r.To == to || r.From == to && r.To == from
		if !joins || r.Rate.Compare(NumberOf(0)) <= 0 || on.Before(r.On) {
			continue
		}
		if best == nil || best.On.Before(r.On) || best.On == r.On && (r.From == from || best.From == to) {
			best = r
		}
	}
	return best
}

// Total returns what the sums come to in the account's currency by the rates of
// the book. An account without a currency has a total only of one currency.
func (p *Plan) Total(s Sums, on Date) Total {
	to := p.Account.Currency
	if all := s.All(); to == "" && len(all) == 1 {
		to = all[0].Currency()
	}
	if to == "" && len(s.All()) > 1 {
		return Total{Ask: []string{fmt.Sprintf("In which currency is %s reckoned?", p.Account.Name)}}
	}
	return TotalOf(s, to, All[*Rate](p.Book), on)
}
