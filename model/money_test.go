package model_test

import (
	"errors"
	"math"
	"math/big"
	"strings"
	"testing"

	"astute/model"
	"astute/model/modeltest"

	"golang.org/x/text/currency"
	"pgregory.net/rapid"
)

var someCurrencies = []model.Currency{"USD", "EUR", "JPY", "KWD", "AUD", "INR", "CLP"}

func anyMoney(t *rapid.T, label string) model.Money {
	minor := rapid.OneOf(rapid.Int64(), rapid.Int64Range(-1_000_000, 1_000_000_000)).Draw(t, label+" minor")
	return model.NewMoney(minor, rapid.SampledFrom(someCurrencies).Draw(t, label+" currency"))
}

// exactly returns an amount as an exact number of its currency's unit.
func exactly(m model.Money) *big.Rat {
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(m.Currency().Decimals())), nil)
	return new(big.Rat).SetFrac(big.NewInt(m.Minor()), unit)
}

func TestMoneyTextRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyMoney(t, "amount")
		for _, text := range []string{m.String(), m.Grouped(), m.Amount() + string(m.Currency()), string(m.Currency()) + m.Amount()} {
			if back, err := model.ParseMoney(text, ""); err != nil || back != m {
				t.Fatalf("%s is written %q and reads as %s: %v", m, text, back, err)
			}
		}
		if got, ok := new(big.Rat).SetString(m.Amount()); !ok || got.Cmp(exactly(m)) != 0 {
			t.Fatalf("%d minor units of %s are written %s", m.Minor(), m.Currency(), m.Amount())
		}
	})
}

func TestParseMoneyIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		typed, exact := drawDecimal(t)
		code := rapid.SampledFrom(someCurrencies).Draw(t, "currency")
		decimals, digits := decimalsOf(exact)
		if more := code.Decimals() - decimals; more > 0 {
			decimals = code.Decimals()
			digits = new(big.Int).Mul(digits, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(more)), nil))
		}
		fits := decimals <= code.Decimals() && digits.IsInt64()
		for _, text := range []string{typed + " " + string(code), string(code) + " " + typed, typed} {
			m, err := model.ParseMoney(text, code)
			if (err == nil) != fits {
				t.Fatalf("%q: %s, %v; fits: %t", text, m, err, fits)
			}
			if err == nil && (m.Currency() != code || exactly(m).Cmp(exact) != 0) {
				t.Fatalf("%q is kept as %s", text, m)
			}
		}
	})
}

func TestParseMoney(t *testing.T) {
	for _, c := range []struct {
		typed string
		given model.Currency
		want  string
	}{
		{"1250000 USD", "", "1250000.00 USD"},
		{"$1.25m", "", "1250000.00 USD"},
		{"$1.25m", "AUD", "1250000.00 AUD"},
		{"$1.25m", "EUR", "1250000.00 USD"},
		{"EUR 400k", "USD", "400000.00 EUR"},
		{"400k eur", "", "400000.00 EUR"},
		{"-€5", "", "-5.00 EUR"},
		{"€-5", "", "-5.00 EUR"},
		{"5€", "", "5.00 EUR"},
		{"£1,234.50", "", "1234.50 GBP"},
		{"¥5000", "", "5000 JPY"},
		{"¥5000", "CNY", "5000.00 CNY"},
		{"A$12", "", "12.00 AUD"},
		{"US$12", "AUD", "12.00 USD"},
		{"12", "KWD", "12.000 KWD"},
		{"0", "USD", "0.00 USD"},
		{"12.50", "JPY", "error"},
		{"12.505 USD", "", "error"},
		{"12.500 USD", "", "12.50 USD"},
		{"12", "", "error"},
		{"USD", "", "error"},
		{"USD USD 5", "", "error"},
		{"$", "USD", "error"},
		{"--5 USD", "", "error"},
		{"5 XXX", "USD", "error"},
		{"99999999999999999 USD", "", "error"},
		{"", "USD", ""},
	} {
		got := "error"
		if m, err := model.ParseMoney(c.typed, c.given); err == nil {
			got = m.String()
		}
		if got != c.want {
			t.Errorf("%q with %q at hand is %q, want %q", c.typed, c.given, got, c.want)
		}
	}
}

func TestMoneyAdd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyMoney(t, "a"), anyMoney(t, "b")
		sum, err := a.Add(b)
		exact := new(big.Int).Add(big.NewInt(a.Minor()), big.NewInt(b.Minor()))
		if fits := a.Currency() == b.Currency() && exact.IsInt64(); (err == nil) != fits {
			t.Fatalf("%s + %s = %s, %v", a, b, sum, err)
		}
		if err != nil {
			if !errors.Is(err, model.ErrCurrency) {
				t.Fatalf("%v is no ErrCurrency", err)
			}
			return
		}
		if sum.Minor() != exact.Int64() || sum.Currency() != a.Currency() {
			t.Fatalf("%s + %s = %s", a, b, sum)
		}
	})
	for _, c := range []struct {
		a, b int64
		fits bool
	}{{math.MaxInt64 - 1, 1, true}, {math.MaxInt64, 1, false}, {math.MinInt64 + 1, -1, true}, {math.MinInt64, -1, false}, {math.MaxInt64, math.MinInt64, true}} {
		if _, err := model.NewMoney(c.a, "USD").Add(model.NewMoney(c.b, "USD")); (err == nil) != c.fits {
			t.Errorf("%d + %d: %v", c.a, c.b, err)
		}
	}
	some := model.NewMoney(5, "USD")
	for _, pair := range [][2]model.Money{{some, {}}, {{}, some}} {
		if sum, err := pair[0].Add(pair[1]); err != nil || sum != some {
			t.Errorf("an unknown amount adds %v, %v", sum, err)
		}
	}
}

func TestMoneyShown(t *testing.T) {
	for _, c := range []struct {
		money          model.Money
		grouped, short string
	}{
		{model.Money{}, "", ""},
		{model.NewMoney(0, "USD"), "USD 0", "USD 0"},
		{model.NewMoney(1250, "USD"), "USD 12.50", "USD 12.50"},
		{model.NewMoney(125_000_000, "USD"), "USD 1,250,000", "USD 1.25m"},
		{model.NewMoney(-125_000_000, "USD"), "USD -1,250,000", "USD -1.25m"},
		{model.NewMoney(1250, "JPY"), "JPY 1,250", "JPY 1.25k"},
		{model.NewMoney(2_000_000_000_000, "USD"), "USD 20,000,000,000", "USD 20bn"},
		{model.NewMoney(112_500_000, "USD"), "USD 1,125,000", "USD 1.13m"}, // half away from nought
		{model.NewMoney(-112_500_000, "USD"), "USD -1,125,000", "USD -1.13m"},
		{model.NewMoney(99_999_999_999, "USD"), "USD 999,999,999.99", "USD 1bn"},
		{model.NewMoney(99_999, "USD"), "USD 999.99", "USD 999.99"},
		{model.NewMoney(99_500_000, "USD"), "USD 995,000", "USD 995k"},
		{model.NewMoney(99_999_999, "USD"), "USD 999,999.99", "USD 1m"},
		{model.NewMoney(1_005, "KWD"), "KWD 1.005", "KWD 1.005"},
		{model.NewMoney(1_234_567, "KWD"), "KWD 1,234.567", "KWD 1.23k"},
		{model.NewMoney(math.MinInt64, "JPY"), "JPY -9,223,372,036,854,775,808", "JPY -9223372.04tn"},
		{model.NewMoney(math.MaxInt64, "KWD"), "KWD 9,223,372,036,854,775.807", "KWD 9223.37tn"},
	} {
		if got := c.money.Grouped(); got != c.grouped {
			t.Errorf("%s is shown as %q, want %q", c.money, got, c.grouped)
		}
		if got := c.money.Short(); got != c.short {
			t.Errorf("%s is shortened to %q, want %q", c.money, got, c.short)
		}
	}
}

// newCodes are codes that the table of x/text is too old to know, and oldCodes
// those it still lists though nobody pays with them any more.
var (
	newCodes = map[model.Currency]int{"MRU": 2, "SLE": 2, "VES": 2, "ZWG": 2, "XCG": 2}
	oldCodes = map[string]bool{"CUC": true, "BYR": true, "HRK": true, "LTL": true, "LVL": true, "MRO": true, "STD": true, "VEF": true, "SLL": true, "ZWL": true, "EEK": true, "SKK": true, "ZMK": true}
)

func TestCurrenciesAgreeWithXText(t *testing.T) {
	known := 0
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			for c := 'A'; c <= 'Z'; c++ {
				code := string([]rune{a, b, c})
				ours, err := model.ParseCurrency(code)
				if err != nil {
					continue
				}
				known++
				unit, err := currency.ParseISO(code)
				if err != nil {
					if decimals, ok := newCodes[ours]; !ok || decimals != ours.Decimals() {
						t.Errorf("%s is a currency here only", code)
					}
					continue
				}
				if decimals, _ := currency.Standard.Rounding(unit); decimals != ours.Decimals() && !isoDiffers[code] {
					t.Errorf("%s has %d decimals here, %d there", code, ours.Decimals(), decimals)
				}
			}
		}
	}
	if known < 150 {
		t.Errorf("only %d currencies are known", known)
	}
	for it := currency.Query(); it.Next(); {
		code := it.Unit().String()
		if _, err := model.ParseCurrency(code); err != nil && !oldCodes[code] {
			t.Errorf("%s is in use in %s, and not known here", code, it.Region())
		}
	}
}

// isoDiffers are currencies whose minor unit is a hundredth or a thousandth by
// ISO 4217, though prices no longer show it, which is what x/text goes by.
var isoDiffers = map[string]bool{
	"AFN": true, "ALL": true, "AMD": true, "COP": true, "GYD": true, "IDR": true, "IQD": true, "IRR": true, "KPW": true, "LAK": true, "LBP": true, "MGA": true, "MMK": true, "MNT": true,
	"MUR": true, "PKR": true, "RSD": true, "SOS": true, "SYP": true, "TZS": true, "UZS": true, "YER": true,
}

func TestParseCurrency(t *testing.T) {
	for text, want := range map[string]model.Currency{"usd": "USD", " EUR ": "EUR", "": "", "Jpy": "JPY"} {
		if got, err := model.ParseCurrency(text); err != nil || got != want {
			t.Errorf("%q is %q, %v", text, got, err)
		}
	}
	for _, text := range append([]string{"US", "USDX", "XXX", "AE", "D A", "$", "ED ", "uśd"}, modeltest.Naughty()...) {
		if strings.TrimSpace(text) == "" {
			continue
		}
		if got, err := model.ParseCurrency(text); err == nil {
			t.Errorf("%q reads as %s", text, got)
		}
	}
}

// Whatever is typed, what is understood can be written down and read again.
func FuzzParseMoney(f *testing.F) {
	for _, text := range append(modeltest.Naughty(), "$1.25m", "EUR 400k", "-€5", "5.00 KWD", "¥5000", "A$12", "92233720368547758.07 USD", "12.500 USD") {
		f.Add(text, "USD")
		f.Add(text, "")
	}
	f.Fuzz(func(t *testing.T, text, given string) {
		code, err := model.ParseCurrency(given)
		if err != nil {
			return
		}
		m, err := model.ParseMoney(text, code)
		if err != nil {
			return
		}
		for _, written := range []string{m.String(), m.Grouped()} {
			if back, err := model.ParseMoney(written, ""); err != nil || back != m {
				t.Errorf("%q is written %q, which reads as %s: %v", text, written, back, err)
			}
		}
	})
}
