package exchange

import (
	"strings"
	"testing"

	"astute/model"
)

// The currency of amounts: in the cell before in the heading, there before in a
// column of its own, and only then what the book goes by.
func TestCurrencyOfColumns(t *testing.T) {
	for _, c := range []struct{ as, text, want string }{
		{"account", "Firma;Umsatz EUR\nA;5000\n", "EUR 5,000"},
		{"account", "Firma;Umsatz in €\nA;5 000 $\n", "USD 5,000"},
		{"account", "Firma;Umsatz USD\nA;5 000 €\n", "EUR 5,000"},
		{"account", "Company;Revenue (GBP)\nA;5000\n", "GBP 5,000"},
		{"account", "Company;Revenue £\nA;5000\n", "GBP 5,000"},
		{"account", "Company;annual_revenue_eur\nA;5000\n", "EUR 5,000"},
		{"account", "Company;Annual Revenue;CurrencyIsoCode\nA;5000;EUR\n", "EUR 5,000"},
		{"account", "Company;Annual Revenue Currency;Annual Revenue\nA;EUR;5000\n", "EUR 5,000"},
		{"account", "Firma;Umsatz;Währung\nA;5000;EUR\n", "EUR 5,000"},
		{"account", "Company;Revenue\nA;5000\n", "CHF 5,000"},
		{"account", "Company;Revenue CHF;Currency\nA;5000;EUR\n", "CHF 5,000"},
		{"opportunity", "Deal Name;Deal value in EUR;Company\nD;5000;A\n", "EUR 5,000"},
		{"opportunity", "Deal Name;Amount Currency;Amount;Close Date;Stage\nD;EUR;5000;2026-05-31;Prospecting\n", "EUR 5,000"},
		{"opportunity", "Opportunity ID;Opportunity Name;Amount (converted) Currency;Amount (converted);StageName;CloseDate\n0065g00000XyzAbAAJ;D;EUR;5000;Prospecting;2026-05-31\n", "EUR 5,000"},
		{"opportunity", "Deal - ID;Deal - Title;Deal - Value;Deal - Currency of value\n1;D;5000;EUR\n", "EUR 5,000"},
		{"opportunity", "Deal Name;Amount;Deal Stage;Currency\nD;5000;Appointment scheduled;EUR\n", "EUR 5,000"},
		{"contact", "Full Name;Company;Company Revenue EUR\nJane;A;5000\n", "EUR 5,000"},
		{"contact", "Full Name;Company;Annual Revenue;Annual Revenue Currency\nJane;A;5000;EUR\n", "EUR 5,000"},
	} {
		res, book := run(t, empty(), ImportOptions{Input: model.Input{Currency: "CHF"}}, "a.csv", c.text)
		got := ""
		if c.as == "opportunity" {
			for _, deal := range model.All[*model.Opportunity](book) {
				got = deal.Amount.Grouped()
			}
		} else {
			got = the[*model.Account](t, book, "A").AnnualRevenue.Grouped()
		}
		if got != c.want || len(res.Errors) > 0 {
			t.Errorf("%s: %s, want %s: %v\n%s", c.text, got, c.want, res.Errors, notes(res))
		}
		if assumed := strings.Contains(notes(res), "names no currency: CHF was taken; if that is wrong, write it into the heading (Revenue EUR)"); assumed != (c.text == "Company;Revenue\nA;5000\n") {
			t.Errorf("%s:\n%s", c.text, notes(res))
		}
		again(t, book, ImportOptions{Input: model.Input{Currency: "CHF"}}, "a.csv", c.text)
	}
}

// Codes that are words too are none in a heading's own words.
func TestHeadingCurrency(t *testing.T) {
	for heading, want := range map[string]string{
		"All revenue": "|All revenue", "ALL REVENUE": "|ALL REVENUE", "Revenue (ALL)": "ALL|Revenue", "Top deals": "|Top deals", "eur amount": "|eur amount",
		"Amount eur": "EUR|Amount", "Umsatz (in €)": "EUR|Umsatz", "Umsatz k€": "|Umsatz k€", "Revenue US$": "USD|Revenue", "Amount $": "CAD|Amount", "EUR": "EUR|",
	} {
		currency, bare := headingCurrency(heading, "CAD")
		if got := string(currency) + "|" + bare; got != want {
			t.Errorf("%s: %s, want %s", heading, got, want)
		}
	}
}
