package workbook

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"astute/model"

	"github.com/xuri/excelize/v2"
)

// check fails on an error of the library.
func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// A workbook of Dynamics: its first three columns are hidden and marked, the first
// is the id of the row, and the third the moment of its last change.
func TestDynamicsWorkbook(t *testing.T) {
	data := made(t, func(f *excelize.File) {
		check(t, f.SetSheetName("Sheet1", "My Active Contacts"))
		put(t, f, "My Active Contacts", 1, "(Do Not Modify) Contact", "(Do Not Modify) Row Checksum", "(Do Not Modify) Modified On", "Full Name", "Email", "Company Name", "Business Phone", "Job Title")
		put(t, f, "My Active Contacts", 2, "0f8fad5b-d9cb-469f-a165-70867728950e", "abc==", 46082.375, "Jane Smith", "jane@fk.example", "FreshKart", "555 0100 100", "CTO")
		put(t, f, "My Active Contacts", 3, "0f8fad5b-d9cb-469f-a165-70867728950f", "abd==", 46083.5, "Jane Smith", "js@fk.example", "FreshKart", nil, "Buyer")
		for _, cell := range []string{"C2", "C3"} {
			styled(t, f, "My Active Contacts", cell, code("m/d/yyyy h:mm"))
		}
		check(t, f.SetColVisible("My Active Contacts", "A:C", false))
		_, err := f.NewSheet("hiddenSheet")
		check(t, err)
		put(t, f, "hiddenSheet", 1, "contact", "checksum==")
		check(t, f.SetSheetVisible("hiddenSheet", false))
	})
	res, book := imported(t, model.NewBook(nil), data)
	var got []string
	for _, c := range model.All[*model.Contact](book) {
		got = append(got, c.Name+", "+c.JobTitle+", "+book.Name(c.Account)+", "+c.ExternalID+", "+c.Notes)
	}
	slices.Sort(got)
	want := []string{"Jane Smith, Buyer, FreshKart, 0f8fad5b-d9cb-469f-a165-70867728950f, ", "Jane Smith, CTO, FreshKart, 0f8fad5b-d9cb-469f-a165-70867728950e, "}
	if !slices.Equal(got, want) || res.Source != "Dynamics 365" || len(res.Errors) > 0 {
		t.Errorf("%s: %q %v\n%s", res.Source, got, res.Errors, strings.Join(res.Notes, "\n"))
	}
	if res, _ := imported(t, book, data); len(res.Edit.Changes) != 0 {
		t.Errorf("a second import: %+v", res)
	}
	// A change there is one here: the row is known by its id, though the name is another.
	changed := made(t, func(f *excelize.File) {
		put(t, f, "Sheet1", 1, "(Do Not Modify) Contact", "(Do Not Modify) Row Checksum", "(Do Not Modify) Modified On", "Full Name", "Email", "Company Name", "Business Phone", "Job Title")
		put(t, f, "Sheet1", 2, "0f8fad5b-d9cb-469f-a165-70867728950e", "xyz==", 46090.375, "Jane Miller", "jane@fk.example", "FreshKart", "555 0100 100", "COO")
	})
	if res, book := imported(t, book, changed); res.Created != 0 || res.Updated != 1 || len(model.All[*model.Contact](book)) != 2 {
		t.Errorf("a change there: %+v", res)
	}
}

// Days are what they are meant as, whatever year a workbook counts from and
// however they are shown; formulas give what they gave last, and errors nothing.
func TestWhatCellsOfATableMean(t *testing.T) {
	for _, from := range []bool{false, true} {
		data := made(t, func(f *excelize.File) {
			check(t, f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &from}))
			day := 46387.0 // 2026-12-31
			if from {
				day -= 1462
			}
			put(t, f, "Sheet1", 1, "Deal Name", "Company", "Stage", "Amount", "Currency", "Close Date", "Probability")
			put(t, f, "Sheet1", 2, "Tills", "FreshKart", "Proposing", 90000, "EUR", day, 0.4)
			put(t, f, "Sheet1", 3, "Scales", "FreshKart", "Proposing", 100, "EUR", "31.12.2026", "#N/A")
			put(t, f, "Sheet1", 4, "Lamps", "FreshKart", "Proposing", nil, "EUR", day, nil)
			styled(t, f, "Sheet1", "F2", code("dd.mm.yy"))
			styled(t, f, "Sheet1", "F4", code(`[$-409]mmm d`))
			styled(t, f, "Sheet1", "G2", &excelize.Style{NumFmt: 9})
			// What a program writes for a formula: what it gave last stands beside it.
			check(t, f.SetCellValue("Sheet1", "D4", 250))
			check(t, f.SetCellFormula("Sheet1", "D4", "SUM(D2:D3)"))
			for cell, word := range map[string]string{"H2": "#N/A", "H3": "#REF!", "H4": "#DIV/0!"} {
				check(t, f.SetCellValue("Sheet1", cell, word))
			}
			check(t, f.SetCellValue("Sheet1", "H1", "Region"))
		})
		res, book := imported(t, model.NewBook(nil), data)
		var got []string
		for _, o := range model.All[*model.Opportunity](book) {
			var parts []string
			for _, f := range o.Fields() {
				if slices.Contains([]string{"name", "amount", "close", "probability", "notes"}, f.Name) && !f.IsZero() {
					parts = append(parts, f.Display(book.Name))
				}
			}
			got = append(got, strings.Join(parts, ", "))
		}
		slices.Sort(got)
		want := []string{"Lamps, EUR 250, 2026-12-31", "Scales, EUR 100, 2026-12-31", "Tills, EUR 90,000, 2026-12-31, 40 %"}
		if !slices.Equal(got, want) || len(res.Errors) > 0 {
			t.Errorf("from 1904 %t: %q, %v", from, got, res.Errors)
		}
		if res, _ := imported(t, book, data); len(res.Edit.Changes) != 0 {
			t.Errorf("a second import: %+v", res)
		}
	}
}

// One workbook holds a whole list of customers: companies, their people and what
// is sold to them, each on a sheet of its own with a title above the headings.
func TestAWorkbookOfSeveralKinds(t *testing.T) {
	data := made(t, func(f *excelize.File) {
		check(t, f.SetSheetName("Sheet1", "Deals"))
		put(t, f, "Deals", 1, "Pipeline of the region")
		check(t, f.MergeCell("Deals", "A1", "E1"))
		put(t, f, "Deals", 2, "as of March")
		put(t, f, "Deals", 4, "Deal Name", "Company", "Stage", "Amount", "Currency", "Owner")
		put(t, f, "Deals", 5, "Tills", "FreshKart", "Proposing", 90000, "EUR", "Ana Ruiz")
		for _, name := range []string{"People", "Companies"} {
			_, err := f.NewSheet(name)
			check(t, err)
		}
		put(t, f, "People", 4, "Full Name", "Company", "Job Title", "Email", "Reports To")
		put(t, f, "People", 5, "Jane Smith", "FreshKart", "CTO", "jane@fk.example", "Grace Hall")
		put(t, f, "People", 6, "Grace Hall", "FreshKart", "CEO", "grace@fk.example")
		put(t, f, "Companies", 4, "Company", "Industry", "Employees", "Country")
		put(t, f, "Companies", 5, "FreshKart", "Retail", 1200, "Norway")
		put(t, f, "Companies", 6, "Beta Foods", "Food", 80, "Norway")
	})
	res, book := imported(t, model.NewBook(nil), data)
	if len(book.Of(model.KindAccount)) != 2 || len(book.Of(model.KindContact)) != 2 || len(book.Of(model.KindOpportunity)) != 1 || len(res.Errors) > 0 || len(res.Unresolved) > 0 {
		t.Fatalf("%+v", res)
	}
	for _, a := range model.All[*model.Account](book) {
		if a.Name == "FreshKart" && (a.Industry != "Retail" || a.HQ != "Norway") {
			t.Errorf("%+v", a)
		}
	}
	for _, c := range model.All[*model.Contact](book) {
		if book.Name(c.Account) != "FreshKart" || c.Name == "Jane Smith" && book.Name(c.ReportsTo) != "Grace Hall" {
			t.Errorf("%s of %s", c.Name, book.Name(c.Account))
		}
	}
	if o := model.All[*model.Opportunity](book)[0]; book.Name(o.Account) != "FreshKart" || book.Name(o.Owner) != "Ana Ruiz" {
		t.Errorf("%+v", o)
	}
	if res, _ := imported(t, book, data); len(res.Edit.Changes) != 0 {
		t.Errorf("a second import: %+v", res)
	}
}

// No note of an import is said twice, and none says of one thing that it is
// another which looks the same.
func TestNotesOfAWorkbookAreSaidOnce(t *testing.T) {
	data := made(t, func(f *excelize.File) {
		put(t, f, "Sheet1", 1, "Name", "Company", "Employees", "Title", "Email", "Joined")
		put(t, f, "Sheet1", 2, "Jane Smith", "FreshKart", 1234.5, "CTO", "jane@fk.example", 46082)
		put(t, f, "Sheet1", 3, "Raj Mehta", "FreshKart", 2000, "COO", "raj@fk.example", 46082)
		styled(t, f, "Sheet1", "C2", &excelize.Style{NumFmt: 1})
		for _, cell := range []string{"F2", "F3"} {
			styled(t, f, "Sheet1", cell, &excelize.Style{NumFmt: 14})
		}
		_, err := f.NewSheet("Again")
		check(t, err)
		put(t, f, "Again", 1, "Name", "Company", "Employees", "Title", "Email", "Joined")
		put(t, f, "Again", 2, "Jane Smith", "FreshKart", 1234.5, "CTO", "jane@fk.example", 46082)
	})
	res, _ := imported(t, model.NewBook(nil), data)
	seen := map[string]bool{}
	for _, note := range res.Notes {
		if seen[note] {
			t.Errorf("said twice: %s", note)
		}
		seen[note] = true
	}
	t.Log(strings.Join(res.Notes, "\n"), res.Errors)
}

// What is locked with a password says so, and not that it is damaged or old.
func TestALockedWorkbook(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	put(t, f, "Sheet1", 1, "Name", "Email")
	var b bytes.Buffer
	check(t, f.Write(&b, excelize.Options{Password: "secret"}))
	if _, err := Read("people.xlsx", b.Bytes()); !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), "people.xlsx") {
		t.Errorf("%v", err)
	}
	if !Is(b.Bytes()) {
		t.Error("it is taken for no workbook")
	}
}
