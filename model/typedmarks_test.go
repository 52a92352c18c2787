package model_test

import (
	"testing"

	"astute/model"
)

// What people type with the marks of their country is never read a thousand
// times too small.
func TestFieldsReadTheMarksOfEitherSideOfTheSea(t *testing.T) {
	for _, c := range []struct{ field, typed, want string }{
		{"annual_revenue", "2.500 EUR", "2500.00 EUR"},
		{"annual_revenue", "€2,500", "2500.00 EUR"},
		{"annual_revenue", "1.200.000,00 €", "1200000.00 EUR"},
		{"annual_revenue", "1.200.000,50", "1200000.50 USD"},
		{"annual_revenue", "1.200.000", "1200000.00 USD"},
		{"annual_revenue", "1 200 000,50 EUR", "1200000.50 EUR"},
		{"annual_revenue", "1'200.50 CHF", "1200.50 CHF"},
		{"annual_revenue", "-12,50 €", "-12.50 EUR"},
		{"annual_revenue", "1,5m €", "1500000.00 EUR"},
		{"annual_revenue", "45,5k", "45500.00 USD"},
		{"annual_revenue", "0,500 EUR", "0.50 EUR"},
		{"annual_revenue", "12,5 JPY", `annual_revenue has more decimals than JPY has: "12,5 JPY"`},
		{"annual_revenue", "0.500 EUR", "0.50 EUR"},
		{"annual_revenue", "1200.500 EUR", "1200.50 EUR"},
		{"annual_revenue", "5.000 JPY", "5000 JPY"},
		{"annual_revenue", "2.500 KWD", "2.500 KWD"},
		{"annual_revenue", "2,500 KWD", "2500.000 KWD"},
		{"annual_revenue", "1.250m EUR", `annual_revenue cannot be "1.250m", which could be 1250m or 1.25m: write 1250m or 1.25m`},
		{"employees", "1,200", "1200"},
		{"employees", "1.200.000", "1200000"},
		{"employees", "1.200,5", "1200.5"},
		{"employees", "6,5", "6.5"},
		{"employees", "-6,25 %", "-6.25"},
		{"employees", "45,5k", "45500"},
		{"employees", "1,0834", "1.0834"},
		{"employees", "0,125", "0.125"},
		{"employees", "6,", `employees must be a number like 6.5, 150000, 150,000 or 1.5m, not "6,"`},
		{"employees", "1.20", "1.2"},
		{"employees", "0.125", "0.125"},
		{"employees", ".125", "0.125"},
		{"employees", "1234.125", "1234.125"},
		{"employees", "1.200", `employees cannot be "1.200", which could be 1200 or 1.2: write 1200 or 1.20`},
		{"employees", "-1.234", `employees cannot be "-1.234", which could be 1234 or 1.234: write 1234 or 1.2340`},
		{"employees", "1.200k", `employees cannot be "1.200k", which could be 1200k or 1.2k: write 1200k or 1.20k`},
		{"employees", "12.500 %", `employees cannot be "12.500 %", which could be 12500% or 12.5%: write 12500% or 12.50%`},
		{"employees", "1,000.5,000", `employees must be a number like 6.5, 150000, 150,000 or 1.5m, not "1,000.5,000"`},
	} {
		f := must(fieldOf(new(model.Account), c.field))
		got, err := f.Canonical(model.Input{Currency: "USD"}, c.typed)
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s %q is\n%s, want\n%s", c.field, c.typed, got, c.want)
		}
	}
}

// A file's own number is not typed: its point is before decimals, and a value
// that is left as it is shown stays.
func TestThousandthsOfAFileAndOfAValueThatStandsAreKept(t *testing.T) {
	f := must(fieldOf(new(model.Account), "employees"))
	if got, err := f.Canonical(model.Input{Points: true}, "1.125"); err != nil || got != "1.125" {
		t.Errorf("%q, %v", got, err)
	}
	if err := f.Parse("1.125"); err != nil {
		t.Fatal(err)
	}
	if got, err := f.Canonical(model.Input{}, f.Text()); err != nil || got != "1.125" {
		t.Errorf("%q, %v", got, err)
	}
	if m, err := model.ParseMoney("2.500 EUR", ""); err != nil || m != model.NewMoney(250, "EUR") {
		t.Errorf("the canonical text is read as %s, %v", m, err)
	}
}

func fieldOf(r model.Record, name string) (model.Field, error) {
	f, ok := model.FieldNamed(r.Fields(), name)
	if !ok {
		return f, model.ErrValue
	}
	return f, nil
}
