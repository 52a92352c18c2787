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
	bare := account(s, "Bare")
	apply(t, s, model.Created("add", bare))
	for _, c := range []struct {
		account model.ID
		want    model.Currency
	}{{kansai.ID, "JPY"}, {other.ID, "CHF"}, {bare.ID, ""}} {
		if in, err := s.Input(c.account, today, ""); err != nil || in.Currency != c.want {
			t.Errorf("%s: %s, not %s (%v)", c.account, in.Currency, c.want, err)
		}
	}
}

// An account without amounts has those of the book, which is not looked through
// before an amount is read: a start does not grow with the book.
func TestCurrencyOfTheBookIsFoundWhenItIsAskedFor(t *testing.T) {
	s := newStore(t)
	bare := account(s, "Bare")
	apply(t, s, model.Created("add", bare))
	reads := func(text, want string) {
		t.Helper()
		in, err := s.Input(bare.ID, today, "")
		if err != nil || in.Currency != "" {
			t.Fatalf("%q, %v", in.Currency, err)
		}
		after := model.Clone(bare)
		f := model.MustField(after.Fields(), "annual_revenue")
		if got, err := f.Canonical(in, text); err != nil || got != want {
			t.Errorf("%s is %q, not %q (%v)", text, got, want, err)
		}
	}
	reads("5000", "5000.00 USD")
	for i, amount := range []string{"7000 CHF", "8000 CHF", "9000 EUR"} {
		other := account(s, "Acme "+string(rune('A'+i)))
		other.AnnualRevenue, _ = model.ParseMoney(amount, "")
		apply(t, s, model.Created("add", other))
	}
	reads("5000", "5000.00 CHF")
	reads("5000 GBP", "5000.00 GBP")
}
