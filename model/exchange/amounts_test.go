package exchange

import (
	"strings"
	"testing"

	"astute/model"
)

// Amounts as people and spreadsheets write them, one column each: what a column
// proves counts for all its cells.
func TestAmountsOfColumns(t *testing.T) {
	for cells, want := range map[string]string{
		"1.234,56 €|2.000,00 €":       "EUR 1,234.56|EUR 2,000",
		"$1,234.56|$99":               "USD 1,234.56|USD 99",
		"(1,234)|500":                 "USD -1,234|USD 500",
		"($1,234.50)|$500":            "USD -1,234.50|USD 500",
		"1.2M|500k":                   "USD 1,200,000|USD 500,000",
		"1\u00a0234,56|2\u202f000,10": "USD 1,234.56|USD 2,000.10",
		"1 234,56 €|10 €":             "EUR 1,234.56|EUR 10",
		"1.234|1.234,50":              "USD 1,234|USD 1,234.50",
		"1,234|1,234.50":              "USD 1,234|USD 1,234.50",
		"1'234.50|CHF 2'000.00":       "USD 1,234.50|CHF 2,000",
		"1’234.50|2’000":              "USD 1,234.50|USD 2,000",
		"-1.234,56|+10,5":             "USD -1,234.56|USD 10.50",
		"1,234.56-|10":                "USD -1,234.56|USD 10",
		"€1.234,56|€ 10,00":           "EUR 1,234.56|EUR 10",
		"EUR 1.234,56|USD 10,00":      "EUR 1,234.56|USD 10",
		"90000.0|100.50":              "USD 90,000|USD 100.50",
		"1,2 Mio. €|500,5 Tsd. €":     "EUR 1,200,000|EUR 500,500",
		"£1.5m|£20":                   "GBP 1,500,000|GBP 20",
		"1.5 million|2 billion":       "USD 1,500,000|USD 2,000,000,000",
		"12,34,567.00|1,00,000.00":    "USD 1,234,567|USD 100,000",
	} {
		cells = strings.ReplaceAll(cells, `"`, "")
		var rows strings.Builder
		rows.WriteString("Account Name\tAnnual Revenue\n")
		for i, cell := range strings.Split(cells, "|") {
			rows.WriteString(string(rune('A'+i)) + " Ltd\t" + cell + "\n")
		}
		res, book := run(t, empty(), ImportOptions{Input: model.Input{Currency: "USD"}}, "a.tsv", rows.String())
		var got []string
		for i := range strings.Split(cells, "|") {
			got = append(got, the[*model.Account](t, book, string(rune('A'+i))+" Ltd").AnnualRevenue.Grouped())
		}
		if strings.Join(got, "|") != want || len(res.Errors) > 0 {
			t.Errorf("%s: %s, want %s: %v", cells, strings.Join(got, "|"), want, res.Errors)
		}
	}
}

// Days as columns prove them.
func TestDaysOfColumns(t *testing.T) {
	for cells, want := range map[string]string{
		"03/04/2026|31/12/2026":                    "2026-04-03|2026-12-31",
		"03/04/2026|12/31/2026":                    "2026-03-04|2026-12-31",
		"3/4/26|12/31/26":                          "2026-03-04|2026-12-31",
		"3.4.26|31.12.26":                          "2026-04-03|2026-12-31",
		"46173|46173.0":                            "2026-05-31|2026-05-31",
		"46173.4166667|2026-05-31":                 "2026-05-31|2026-05-31",
		"5/31/2026 8:00 AM|12/1/2026 12:30 PM":     "2026-05-31|2026-12-01",
		"2026/05/31|2026-5-1":                      "2026-05-31|2026-05-01",
		"31-May-2026|1-Jun-26":                     "2026-05-31|2026-06-01",
		"May 31, 2026|31 May 2026":                 "2026-05-31|2026-05-31",
		"2026-05-31T22:00:00.000+0000|20260531":    "2026-05-31|2026-05-31",
		"Sunday, May 31, 2026|Sun, 31 May 2026":    "2026-05-31|2026-05-31",
		"31. Mai 2026|1. Dezember 2026":            "2026-05-31|2026-12-01",
		"31 mai 2026|1er décembre 2026":            "2026-05-31|2026-12-01",
		"mar. 12 mai 2026|mar 3 mars 2026":         "2026-05-12|2026-03-03",
		"5 March April 2026|2026-05-31":            "|2026-05-31",
		"2026年5月31日|2026年12月1日":                    "2026-05-31|2026-12-01",
		"2026-05-31 00:00:00 UTC|2026-05-31 10:00": "2026-05-31|2026-05-31",
		"31.05.2026 10:00|01.06.2026 11:00:00":     "2026-05-31|2026-06-01",
		"1748649600|2026-05-31":                    "|2026-05-31",
	} {
		var rows strings.Builder
		rows.WriteString("Task\tDue\n")
		for i, cell := range strings.Split(cells, "|") {
			rows.WriteString(string(rune('A'+i)) + "\t" + cell + "\n")
		}
		res, book := run(t, empty(), ImportOptions{}, "a.tsv", rows.String())
		var got []string
		for i := range strings.Split(cells, "|") {
			got = append(got, the[*model.Action](t, book, string(rune('A'+i))).Due.String())
		}
		if strings.Join(got, "|") != want || len(res.Errors) != strings.Count("|"+want+"|", "||") {
			t.Errorf("%s: %s, want %s: %v", cells, strings.Join(got, "|"), want, res.Errors)
		}
	}
}
