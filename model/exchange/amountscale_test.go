package exchange

import (
	"strings"
	"testing"

	"astute/model"
)

// Amounts of a column in thousands or millions are taken as what they are, and that
// is said; a cell that says its own scale is as it says.
func TestAmountsInThousandsAndMillions(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Firma;Umsatz k€\nA;5000\n", "EUR 5,000,000"},
		{"Firma;Umsatz (TEUR)\nA;5.000,5\n", "EUR 5,000,500"},
		{"Firma;Umsatz in T€\nA;120\n", "EUR 120,000"},
		{"Firma;Umsatz in Mio. EUR\nA;1,5\n", "EUR 1,500,000"},
		{"Firma;Umsatz (Mio. €)\nA;1,5 Mio. €\n", "EUR 1,500,000"},
		{"Firma;Umsatz in Mio.\nA;12\n", "CHF 12,000,000"},
		{"Company;Revenue (000s)\nA;1,200\n", "CHF 1,200,000"},
		{"Company;Revenue ($000)\nA;1,200\n", "USD 1,200,000"},
		{"Company;Annual Revenue ($M)\nA;3.25\n", "USD 3,250,000"},
		{"Company;Revenue (in millions)\nA;$3.25\n", "USD 3,250,000"},
		{"Company;Revenue USD mm\nA;7\n", "USD 7,000,000"},
		{"Company;Revenue (in thousands)\nA;2.5m\n", "CHF 2,500,000"},
		{"Société;Chiffre d'affaires (en milliers)\nA;400\n", "CHF 400,000"},
	} {
		o := ImportOptions{Input: model.Input{Currency: "CHF"}}
		if strings.Contains(c.text, ",") && !strings.Contains(c.text, "1,200") {
			o.Decimal = ','
		}
		res, book := run(t, empty(), o, "a.csv", c.text)
		if got := the[*model.Account](t, book, "A").AnnualRevenue.Grouped(); got != c.want || len(res.Errors) > 0 {
			t.Errorf("%s: %s, want %s: %v\n%s", c.text, got, c.want, res.Errors, notes(res))
		}
		if !strings.Contains(notes(res), "the heading says") {
			t.Errorf("%s:\n%s", c.text, notes(res))
		}
		again(t, book, o, "a.csv", c.text)
	}
	for _, heading := range []string{"Revenue", "Umsatz EUR", "Revenue USD", "Sales m", "Revenue K", "Mio", "annual_revenue"} {
		if _, bare, ok := headingScale(heading); ok || bare != heading {
			t.Errorf("%s has a scale, and is %q without", heading, bare)
		}
	}
}
