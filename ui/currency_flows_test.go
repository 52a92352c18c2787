package ui_test

import (
	"testing"

	"astute/model"
	"astute/ui"
	"astute/ui/config"
	"astute/ui/uitest"
)

// An amount typed without a currency, in an account that has no amounts, is in what
// the other accounts' are in; where no account has any, in that of the settings.
func TestAnAmountWithoutACurrencyIsInThatOfTheBook(t *testing.T) {
	path := uitest.Empty(t)
	bare, rich := &model.Account{Name: "Acme Oil"}, &model.Account{Name: "Borealis", AnnualRevenue: model.NewMoney(5_000_00, "CHF")}
	bare.ID, rich.ID = model.ID{15: 1}, model.ID{15: 2}
	uitest.Write(t, path, model.Created("add account Acme Oil", bare))
	o := uitest.Options(t, path)
	o.Config = config.Config{Currency: "EUR"}
	typed := func(amount, shows string) {
		t.Helper()
		s := uitest.Start(t, ui.New(o), 120, 40)
		s.Keys("A").Type("acme").Keys("enter", "1", "E", "tab", "tab", "tab", "tab", "tab", "ctrl+u").Type(amount).Keys("ctrl+s").Shows("revenue " + shows)
		s.Keys("u").Shows("annual revenue?")
	}
	typed("5m", "EUR 5m")
	uitest.Write(t, path, model.Created("add account Borealis", rich))
	typed("5m", "CHF 5m")
	typed("5m GBP", "GBP 5m")
}
