package model_test

import (
	"fmt"
	"math"
	"math/big"
	"strings"
	"testing"

	"astute/model"
	"astute/model/modeltest"

	"pgregory.net/rapid"
)

// drawDecimal draws a number as people type it, and what it is exactly.
func drawDecimal(t *rapid.T) (typed string, exact *big.Rat) {
	whole := rapid.StringMatching(`[1-9][0-9]{0,11}|0`).Draw(t, "whole")
	fraction := rapid.StringMatching(`([0-9]{1,11})?`).Draw(t, "fraction")
	sign := rapid.SampledFrom([]string{"", "-", "+"}).Draw(t, "sign")
	suffix := rapid.SampledFrom([]string{"", "", "k", "m", "M", "bn", "tn", " million", "b", "T"}).Draw(t, "suffix")
	power := map[string]int64{"": 0, "k": 3, "m": 6, "M": 6, "bn": 9, "tn": 12, " million": 6, "b": 9, "T": 12}[suffix]

	exact, ok := new(big.Rat).SetString(sign + whole + "." + fraction + "0")
	if !ok {
		t.Fatalf("the test cannot read %s.%s", whole, fraction)
	}
	exact.Mul(exact, new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(power), nil)))
	shown := whole
	if mark := rapid.SampledFrom([]string{"", ",", " ", "'", "_", "\u00a0", "\u202f"}).Draw(t, "mark"); mark != "" {
		shown = group(whole, mark)
	}
	if fraction != "" {
		shown += "." + fraction
	}
	return sign + shown + suffix, exact
}

// group puts a mark between the thousands, from the right.
func group(digits, mark string) string {
	var parts []string
	for len(digits) > 3 {
		parts = append([]string{digits[len(digits)-3:]}, parts...)
		digits = digits[:len(digits)-3]
	}
	return strings.Join(append([]string{digits}, parts...), mark)
}

// decimalsOf returns how many decimals an exact number needs, and its digits.
func decimalsOf(r *big.Rat) (int, *big.Int) {
	for n := range 40 {
		scaled := new(big.Rat).Mul(r, new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)))
		if scaled.IsInt() {
			return n, scaled.Num()
		}
	}
	return 40, nil
}

func TestParseNumberIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		typed, exact := drawDecimal(t)
		decimals, digits := decimalsOf(exact)
		fits := decimals <= 9 && digits.IsInt64()
		n, err := model.ParseNumber(typed)
		if (err == nil) != fits {
			t.Fatalf("%q: %s, %v; fits: %t", typed, n, err, fits)
		}
		if err != nil {
			return
		}
		if got, ok := new(big.Rat).SetString(n.String()); !ok || got.Cmp(exact) != 0 {
			t.Fatalf("%q is kept as %s", typed, n)
		}
		if f, _ := exact.Float64(); math.Abs(n.Float()-f) > math.Abs(f)*1e-12 {
			t.Fatalf("%s as a float is %g, want %g", n, n.Float(), f)
		}
	})
}

func TestNumberTextRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		typed, _ := drawDecimal(t)
		n, err := model.ParseNumber(typed)
		if err != nil {
			return
		}
		for _, text := range []string{n.String(), n.Grouped()} {
			if back, err := model.ParseNumber(text); err != nil || back != n {
				t.Fatalf("%s is written %q and reads as %s: %v", typed, text, back, err)
			}
		}
	})
}

func TestParseNumber(t *testing.T) {
	for typed, want := range map[string]string{
		"150000": "150000", "150,000": "150000", "150 000": "150000", "1.5m": "1500000", "-3.25": "-3.25", "20k": "20000", "5 %": "5", "5%": "5", ".5": "0.5", "-.5": "-0.5", "0": "0", "-0": "0",
		"1.500": "1.5", "1.10": "1.1", "+7": "7", "20bn": "20000000000", "2 thousand": "2000", "9223372036854775807": "9223372036854775807", "-9223372036854775808": "-9223372036854775808",
		"007": "7", "1,234,567.25": "1234567.25", "12.3456789": "12.3456789", "- 5": "-5", "": "",
	} {
		n, err := model.ParseNumber(typed)
		if err != nil || n.String() != want {
			t.Errorf("%q is %q, %v; want %q", typed, n, err, want)
		}
	}
}

func TestParseNumberRefuses(t *testing.T) {
	for _, typed := range append([]string{
		"1,5", "1.5.2", "1e3", "0x10", "abc", "k", "-", "+", ".", "%", "5kk", "--5", "1,23,456", "12,3456", "1,2345", "1,,000", "1,000,", ",000", ",1,000", "1, 000", "1  000", "1,000 000",
		"5.", "1.000.000", "9223372036854775808", "-9223372036854775809", "0.1234567891", "٣", "１２", "½", "∞", "NaN", "1 2", "5 USD", "1,000.5,000",
	}, modeltest.Naughty()...) {
		if strings.TrimSpace(typed) == "" {
			continue
		}
		if n, err := model.ParseNumber(typed); err == nil {
			t.Errorf("%q reads as %s", typed, n)
		}
	}
}

func TestUnknownAndNought(t *testing.T) {
	var unknown model.Number
	if !unknown.IsZero() || unknown.String() != "" || unknown.Grouped() != "" {
		t.Error("the zero Number is not unknown")
	}
	if nought := model.NumberOf(0); nought.IsZero() || nought.String() != "0" || nought == unknown {
		t.Error("nought is not known")
	}
	if must(model.ParseNumber("1.50")) != must(model.ParseNumber("1.5")) || must(model.ParseNumber("1k")) != model.NumberOf(1000) {
		t.Error("equal numbers typed in two ways are not ==")
	}
}

func TestNumberGrouped(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 12: "12", 123: "123", 1234: "1,234", -123: "-123", -1234: "-1,234", 123456: "123,456", 1234567: "1,234,567"} {
		if got := model.NumberOf(n).Grouped(); got != want {
			t.Errorf("%d is shown as %s, want %s", n, got, want)
		}
	}
}

// Whatever is typed, what is understood can be written down and read again.
func FuzzParseNumber(f *testing.F) {
	for _, text := range append(modeltest.Naughty(), "1,234.50", "1.5m", "-9223372036854775808", "20bn", "5 %", ",", "1,,000", fmt.Sprint(math.MaxInt64)) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n, err := model.ParseNumber(text)
		if err != nil {
			return
		}
		for _, written := range []string{n.String(), n.Grouped()} {
			if back, err := model.ParseNumber(written); err != nil || back != n {
				t.Errorf("%q is written %q, which reads as %s: %v", text, written, back, err)
			}
		}
	})
}
