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

// A cell that says its scale with its currency is taken as it says, in whatever
// column; what is no amount is refused as it stands there.
func TestCellsThatSayScaleAndCurrencyTogether(t *testing.T) {
	const asItStands = ""
	for _, c := range []struct{ heading, cell, want string }{
		{"Amount k€", "1.2M€", "EUR 1,200,000"},
		{"Amount k€", "5k€", "EUR 5,000"},
		{"Amount k€", "5 k€", "EUR 5,000"},
		{"Amount k€", "5m€", "EUR 5,000,000"},
		{"Amount k€", "5 M EUR", "EUR 5,000,000"},
		{"Amount k€", "5 MEUR", "EUR 5,000,000"},
		{"Amount k€", "$5k", "USD 5,000"},
		{"Amount k€", "$5", "USD 5,000"},
		{"Amount k€", "-5 €", "EUR -5,000"},
		{"Amount k€", "(5)", "EUR -5,000"},
		{"Amount k€", "1.2 bn €", "EUR 1,200,000,000"},
		{"Amount k€", "1.2b", "EUR 1,200,000,000"},
		{"Amount k€", "EUR 120 (est. 2024)", asItStands},
		{"Amount k€", "120 or so", asItStands},
		{"Amount k€", "about 120", asItStands},
		{"Amount k€", "5 k m€", asItStands},
		{"Amount k€", "9000000000000000", asItStands},
		{"Amount T€", "5 T€", "EUR 5,000"},
		{"Amount T€", "5 T", "EUR 5,000"},
		{"Amount T€", "TEUR 120", "EUR 120,000"},
		{"Amount ($M)", "1.2", "USD 1,200,000"},
		{"Amount ($M)", "$1.2M", "USD 1,200,000"},
		{"Amount ($M)", "US$1.2k", "USD 1,200"},
		{"Amount (US$k)", "1.2", "USD 1,200"},
		{"Amount ($B)", "1.2", "USD 1,200,000,000"},
		{"Amount", "1.2 mln EUR", "EUR 1,200,000"},
		{"Amount", "€m 1.2", "EUR 1,200,000"},
		{"Amount", "1,5 Mio. €", "EUR 1,500,000"},
		{"Amount", "1,5 Millionen EUR", "EUR 1,500,000"},
		{"Amount", "12,34,567 k INR", "INR 1,234,567,000"},
		{"Amount", "120 Tsd. €", "EUR 120,000"},
		{"Amount", "TCHF 1'200", "CHF 1,200,000"},
		{"Amount", "5 Mio. and more", asItStands},
	} {
		text := "Deal\tAccount\tStage\t" + c.heading + "\nRollout\tA\tProposing\t" + c.cell + "\n"
		o := ImportOptions{Input: model.Input{Currency: "CHF"}}
		res, book := run(t, empty(), o, "a.tsv", text)
		deal := the[*model.Opportunity](t, book, "Rollout")
		if c.want != asItStands {
			if got := deal.Amount.Grouped(); got != c.want || len(res.Errors) > 0 {
				t.Errorf("%s, %s: %s, want %s: %v", c.heading, c.cell, got, c.want, res.Errors)
			}
		} else if len(res.Errors) != 1 || res.Errors[0].Value != c.cell || !strings.Contains(res.Errors[0].Reason, `"`+c.cell+`"`) || !strings.Contains(deal.Notes, c.cell) {
			t.Errorf("%s, %s: %s, %v, %q", c.heading, c.cell, deal.Amount.Grouped(), res.Errors, deal.Notes)
		}
		again(t, book, o, "a.tsv", text)
	}
}

// The point of "Mio." proves nothing of the numbers in its column.
func TestAWordForAScaleProvesNoDecimals(t *testing.T) {
	_, book := run(t, empty(), ImportOptions{}, "a.tsv", "Account\tAnnual Revenue\nA\t1,5 Mio. €\nB\t1.234 €\n")
	if got := the[*model.Account](t, book, "B").AnnualRevenue.Grouped(); got != "EUR 1,234" {
		t.Errorf("1.234 € beside 1,5 Mio. € is %s", got)
	}
}
