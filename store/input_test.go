package store_test

import (
	"testing"

	"astute/model"
)

// TestCurrencyOfAccount asks for the currency of amounts without one: the
// account's own, however many others stand in it or in the book.
func TestCurrencyOfAccount(t *testing.T) {
	s := newStore(t)
	kansai, other := account(s, "Kansai Foods"), account(s, "Acme")
	kansai.Currency = "JPY"
	kansai.AnnualRevenue, _ = model.ParseMoney("5000 EUR", "")
	other.AnnualRevenue, _ = model.ParseMoney("7000 CHF", "")
	apply(t, s, model.Created("add", kansai, other))
	for _, c := range []struct {
		account model.ID
		want    model.Currency
	}{{kansai.ID, "JPY"}, {other.ID, "CHF"}} {
		if in, err := s.Input(c.account, today, ""); err != nil || in.Currency != c.want {
			t.Errorf("%s: %s, not %s (%v)", c.account, in.Currency, c.want, err)
		}
	}
}
