package model

import (
	"errors"
	"fmt"
	"math"
	"strings"
)

// Money is an exact amount in one currency, counted in the currency's minor
// unit (cents, or whole yen). The zero Money means "not known"; nothing and
// unknown are different things.
type Money struct {
	minor    int64
	currency Currency
}

// NewMoney returns an amount of minor units: NewMoney(1250, "USD") is 12.50
// dollars, NewMoney(1250, "JPY") is 1,250 yen. The currency must be known to
// [ParseCurrency].
func NewMoney(minor int64, currency Currency) Money { return Money{minor, currency} }

// IsZero reports whether the amount is not known.
func (m Money) IsZero() bool { return m.currency == "" }

// Minor returns the amount in minor units.
func (m Money) Minor() int64 { return m.minor }

// Currency returns the currency, "" when the amount is not known.
func (m Money) Currency() Currency { return m.currency }

// Amount returns the amount in plain digits with the decimals of its currency,
// like 1250000.00.
func (m Money) Amount() string {
	if m.IsZero() {
		return ""
	}
	return decimalText(m.minor, m.currency.Decimals())
}

// String returns the amount and its currency, like "1250000.00 USD"; it is what
// the file holds. "" when not known.
func (m Money) String() string {
	if m.IsZero() {
		return ""
	}
	return m.Amount() + " " + string(m.currency)
}

// Grouped returns the amount for people, like "USD 1,250,000" or "USD 12.50":
// decimals are shown only where they are not nought.
func (m Money) Grouped() string {
	if m.IsZero() {
		return ""
	}
	amount := groupThousands(m.Amount())
	if whole, fraction, _ := strings.Cut(amount, "."); strings.Trim(fraction, "0") == "" {
		amount = whole
	}
	return string(m.currency) + " " + amount
}

// Short returns the amount in three or four digits for narrow places, like
// "USD 1.25m" or "USD 20bn"; it rounds half away from nought.
func (m Money) Short() string {
	if m.IsZero() {
		return ""
	}
	// The size is unsigned, because the smallest int64 has no positive twin.
	size, sign := uint64(m.minor), ""
	if m.minor < 0 {
		size, sign = -size, "-"
	}
	if size < powerOfTen(m.currency.Decimals()+3) {
		return m.Grouped()
	}
	text := ""
	for i, suffix := range []string{"k", "m", "bn", "tn"} {
		hundredth := powerOfTen(m.currency.Decimals() + 3*i + 1)
		rounded := (size + hundredth/2) / hundredth
		text = strings.TrimRight(strings.TrimRight(decimalText(int64(rounded), 2), "0"), ".") + suffix
		if rounded < 1000*100 {
			break
		}
	}
	return string(m.currency) + " " + sign + text
}

func powerOfTen(n int) uint64 {
	p := uint64(1)
	for range n {
		p *= 10
	}
	return p
}

// ErrCurrency says that two amounts of different currencies met, or that a sum
// is beyond what the program can hold exactly.
var ErrCurrency = errors.New("amounts in different currencies, or too large, cannot be added")

// Add returns the sum of two amounts of one currency; an unknown amount adds
// nothing. It fails with [ErrCurrency] rather than mix currencies.
func (m Money) Add(n Money) (Money, error) {
	switch {
	case m.IsZero():
		return n, nil
	case n.IsZero():
		return m, nil
	case m.currency != n.currency,
		n.minor > 0 && m.minor > math.MaxInt64-n.minor,
		n.minor < 0 && m.minor < math.MinInt64-n.minor:
		return Money{}, ErrCurrency
	}
	return Money{m.minor + n.minor, m.currency}, nil
}

// MoneyHint names what ParseMoney takes.
const MoneyHint = "1250000 USD, $1.25m or EUR 400k"

// ParseMoney reads an amount whose decimals follow a point, as the program writes
// it and more: a number as [ParseNumber] takes it with a currency code or sign
// before or after. For what people type, see [ReadMoney]. Without one it is in the
// given currency; without that either it is an error, because an amount of
// unknown currency cannot be added to anything. "$" means the given currency
// where that is a dollar, else US dollars. More decimals than the currency has
// are an error, never rounded away. "" is unknown.
func ParseMoney(text string, given Currency) (Money, error) {
	return parseMoney(text, given, func(number string, _ Currency) (string, error) { return number, nil })
}

// ReadMoney reads an amount as people type it: as [ParseMoney] does, and the
// continental way too: 2.500 EUR is two and a half thousand, because no euro has
// thousandths; where the currency has them (KWD), it is two and a half. Of
// 1.200.000,50 and 12,50 the comma stands before the decimals. 1.250m is refused,
// because it could be 1250 million.
func ReadMoney(text string, given Currency) (Money, error) {
	return parseMoney(text, given, func(number string, currency Currency) (string, error) {
		s := plainMarks(number)
		_, end := digitsIn(s)
		switch {
		case !thousandths(s) || currency.Decimals() > 2 && end == len(s):
		case end < len(s):
			return "", twoWays(number, s)
		default:
			s = strings.Replace(s, ".", ",", 1)
		}
		return s, nil
	})
}

// parseMoney reads an amount whose number plain rewrites for [ParseNumber].
func parseMoney(text string, given Currency, plain func(number string, currency Currency) (string, error)) (Money, error) {
	s := strings.TrimSpace(text)
	if s == "" {
		return Money{}, nil
	}
	currency, number := splitCurrency(s, given)
	if currency == "" {
		return Money{}, fmt.Errorf("needs a currency, like %s, not %q", MoneyHint, text)
	}
	number, err := plain(number, currency)
	if err != nil {
		return Money{}, err
	}
	coef, scale, err := parseDecimal(number)
	if err != nil {
		return Money{}, fmt.Errorf("must look like %s, not %q", MoneyHint, text)
	}
	for ; scale < currency.Decimals(); scale++ {
		if coef > math.MaxInt64/10 || coef < math.MinInt64/10 {
			return Money{}, fmt.Errorf("%w: %q", errTooBig, text)
		}
		coef *= 10
	}
	for ; scale > currency.Decimals(); scale-- {
		if coef%10 != 0 {
			return Money{}, fmt.Errorf("has more decimals than %s has: %q", currency, text)
		}
		coef /= 10
	}
	return Money{coef, currency}, nil
}

// splitCurrency separates a code or sign from the number beside it.
func splitCurrency(s string, given Currency) (Currency, string) {
	minus := ""
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		minus, s = "-", strings.TrimSpace(rest)
	}
	if len(s) > 3 {
		if c, err := ParseCurrency(s[:3]); err == nil {
			return c, minus + strings.TrimSpace(s[3:])
		}
		if c, err := ParseCurrency(s[len(s)-3:]); err == nil {
			return c, minus + strings.TrimSpace(s[:len(s)-3])
		}
	}
	for _, sign := range currencySigns {
		rest, before := strings.CutPrefix(s, sign.sign)
		after := false
		if !before {
			rest, after = strings.CutSuffix(s, sign.sign)
		}
		if before || after {
			currency := sign.currency
			if strings.Contains(sign.shared, string(given)) && given != "" {
				currency = given
			}
			return currency, minus + strings.TrimSpace(rest)
		}
	}
	return given, minus + s
}
