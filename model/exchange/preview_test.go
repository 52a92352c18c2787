package exchange

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What an import shows is what it does: said back to it, column by column, as it
// told it, it does just the same; and it tells the same again.
func TestSayingWhatIsRecognisedChangesNothing(t *testing.T) {
	headings := []string{"Name", "Full Name", "First Name", "Last Name", "Email", "Company", "Title", "Job Title", "Phone", "Mobile", "City", "Country",
		"Customer Since", "Employees", "Annual Revenue", "Last Contacted", "Manager", "Owner", "Website", "Fax", "Record ID", "Import error"}
	cells := []string{"", "Jane Smith", "Raj", "jane@x.example", "Acme", "CTO", "+1 555", "03/04/2025", "31/12/2025", "12/31/2025", "2025-01-02", "1.234", "1,5", "1.234,50", "x;y", "Raj Mehta"}
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfNDistinct(rapid.SampledFrom(headings), 2, 8, rapid.ID).Draw(t, "headings")
		lines := []string{strings.Join(names, "\t")}
		for range rapid.IntRange(1, 6).Draw(t, "rows") {
			lines = append(lines, strings.Join(rapid.SliceOfN(rapid.SampledFrom(cells), len(names), len(names)).Draw(t, "cells"), "\t"))
		}
		files := []File{{Name: "x.csv", Data: []byte(strings.Join(lines, "\n"))}}
		o := func(m map[string]Mapping) ImportOptions {
			return ImportOptions{NewID: newIDs(), Today: today, Mappings: m}
		}
		seen, err := Import(empty(), files, o(nil))
		if err != nil {
			if len(seen.Tables) != 1 || seen.Tables[0].Err == nil {
				t.Fatalf("%v, and it shows %+v", err, seen.Tables)
			}
			return
		}
		table := seen.Tables[0]
		if table.Rows < seen.Skipped || len(table.Columns) != len(names) {
			t.Fatalf("%+v", table)
		}
		m := Mapping{Kind: table.Kind.String()}
		for _, c := range table.Columns {
			said := ColumnMapping{Field: c.Recognised, Dates: c.Days}
			if c.Decimal != 0 {
				said.Decimal = string(c.Decimal)
			}
			m = m.With(c.Heading, said)
		}
		done, err := Import(empty(), files, o(map[string]Mapping{table.Key: m}))
		if err != nil || !reflect.DeepEqual(done.Edit, seen.Edit) || !slices.Equal(withoutAlarm(done.Errors), withoutAlarm(seen.Errors)) || !reflect.DeepEqual(done.Rejects, seen.Rejects) {
			t.Fatalf("%v: said as %s it does\n%+v\nnot\n%+v", err, m, done, seen)
		}
		for i, c := range done.Tables[0].Columns {
			was := table.Columns[i]
			if c.Target != was.Target || c.Days != was.Days || c.Decimal != was.Decimal || c.Proven != was.Proven || c.Instead != was.Instead || !reflect.DeepEqual(c.Samples, was.Samples) {
				t.Fatalf("it shows\n%+v\nnot\n%+v", c, was)
			}
		}
		if again, err := Import(empty(), files, o(map[string]Mapping{table.Key: done.Tables[0].Said})); err != nil || !reflect.DeepEqual(again.Edit, seen.Edit) {
			t.Fatalf("what it says was said, %s, does\n%+v (%v)", done.Tables[0].Said, again, err)
		}
	})
}

// withoutAlarm leaves out what is said of lists that hardly are one of accounts: it
// is said no more once somebody has said that they are.
func withoutAlarm(list []RowError) []RowError {
	return slices.DeleteFunc(slices.Clone(list), func(e RowError) bool { return strings.Contains(e.Reason, "rows were taken for") })
}
