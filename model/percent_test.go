package model_test

import (
	"math/big"
	"strconv"
	"testing"

	"astute/model"
)

// shown is a part of a whole in percent as people read it, worked out in decimals.
func shown(part, whole *big.Rat) int {
	of := new(big.Rat).Quo(part, whole)
	n, err := strconv.Atoi(new(big.Rat).Mul(of, big.NewRat(100, 1)).FloatString(0))
	switch {
	case err != nil:
		panic(err)
	case n == 100 && of.Cmp(big.NewRat(1, 1)) < 0:
		return 99
	case n == 0:
		return of.Sign()
	}
	return n
}

func shownOf(part, whole int64) int { return shown(big.NewRat(part, 1), big.NewRat(whole, 1)) }

func TestPercentagesAreRoundedHalfUpAndNeverSayAllOrNothingOfAPart(t *testing.T) {
	for _, c := range []struct {
		part, whole int64
		want        int
	}{
		{0, 7, 0}, {7, 7, 100}, {1, 8, 13}, {7, 8, 88}, {2, 7, 29}, {1199, 10000, 12}, {1, 3, 33}, {2, 3, 67}, {1, 1000, 1}, {999, 1000, 99}, {1249, 1000, 125}, {-1, 8, -13}, {-1, 1000, -1}, {5, 0, 0},
	} {
		if got := (model.Ratio{Num: c.part, Den: c.whole}).Percent(); got != c.want {
			t.Errorf("%d of %d: %d %%, want %d %%", c.part, c.whole, got, c.want)
		}
		if c.whole != 0 && shownOf(c.part, c.whole) != c.want {
			t.Errorf("the tests take %d of %d for %d %%", c.part, c.whole, shownOf(c.part, c.whole))
		}
	}
}
