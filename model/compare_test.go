package model_test

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"astute/model"
)

// TestNumbersCompareExactly holds the order of numbers to that of fractions.
func TestNumbersCompareExactly(t *testing.T) {
	texts := []string{"9007199254740993", "9007199254740992", "9223372036854775807", "9223372036854775806", "-9223372036854775807", "0", "-1", "0.000000001", "0.1", "-0.1"}
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) (model.Number, *big.Rat) {
			text := rapid.OneOf(rapid.SampledFrom(texts), rapid.StringMatching(`-?[0-9]{1,8}(\.[0-9]{1,9})?`)).Draw(t, name)
			n, err := model.ParseNumber(text)
			if err != nil {
				t.Fatal(err)
			}
			exact, _ := new(big.Rat).SetString(n.String())
			return n, exact
		}
		a, exactA := draw("a")
		b, exactB := draw("b")
		if got, want := a.Compare(b), exactA.Cmp(exactB); got != want {
			t.Fatalf("%s and %s: %d, not %d", a, b, got, want)
		}
	})
	if one := model.NumberOf(-1); one.Compare(model.Number{}) <= 0 || (model.Number{}).Compare(one) >= 0 || (model.Number{}).Compare(model.Number{}) != 0 {
		t.Error("what is not known does not come first")
	}
}
