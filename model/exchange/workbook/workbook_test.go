package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/model/exchange"

	"github.com/xuri/excelize/v2"
)

// made writes a workbook.
func made(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// put sets cells of a row and fails on an error.
func put(t testing.TB, f *excelize.File, sheet string, row int, cells ...any) {
	t.Helper()
	if err := f.SetSheetRow(sheet, fmt.Sprintf("A%d", row), &cells); err != nil {
		t.Fatal(err)
	}
}

// styled gives a cell a format.
func styled(t testing.TB, f *excelize.File, sheet, cell string, s *excelize.Style) {
	t.Helper()
	id, err := f.NewStyle(s)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellStyle(sheet, cell, cell, id); err != nil {
		t.Fatal(err)
	}
}

func code(s string) *excelize.Style { return &excelize.Style{CustomNumFmt: &s} }

func TestCellsAsTheyAreMeant(t *testing.T) {
	for name, c := range map[string]struct {
		value any
		style *excelize.Style
		want  string
		from  bool // 1904
	}{
		"text":                      {"Jane", nil, "Jane", false},
		"whole number":              {150000, &excelize.Style{NumFmt: 3}, "150000", false},
		"all its digits":            {1234567.891, &excelize.Style{NumFmt: 1}, "1234567.891", false},
		"large":                     {1.25e21, nil, "1250000000000000000000", false},
		"dollars":                   {1250000.5, code(`"$"#,##0`), "$1250000.5", false},
		"euros below zero":          {-12, code(`#,##0.00 [$€-407]`), "-€12", false},
		"share":                     {0.25, &excelize.Style{NumFmt: 9}, "25%", false},
		"leading zeros":             {123, code("00000"), "00123", false},
		"day":                       {45631, &excelize.Style{NumFmt: 14}, "2024-12-05", false},
		"day from 1904":             {45631 - 1462, &excelize.Style{NumFmt: 14}, "2024-12-05", true},
		"day of another language":   {45631, code(`[$-407]d. mmmm yyyy;@`), "2024-12-05", false},
		"moment":                    {45631.75, code("yyyy-mm-dd hh:mm"), "2024-12-05 18:00:00", false},
		"time":                      {0.5, &excelize.Style{NumFmt: 20}, "12:00:00", false},
		"yes":                       {true, nil, "TRUE", false},
		"a d in quotes is no day":   {7, code(`0" days"`), "7", false},
		"a colour is no day":        {7, code(`[Red]0.0`), "7", false},
		"a number with days around": {7, code(`General" d"`), "7", false},
	} {
		t.Run(name, func(t *testing.T) {
			data := made(t, func(f *excelize.File) {
				if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &c.from}); err != nil {
					t.Fatal(err)
				}
				put(t, f, "Sheet1", 1, c.value)
				if c.style != nil {
					styled(t, f, "Sheet1", "A1", c.style)
				}
			})
			sheets, err := Read("a.xlsx", data)
			if err != nil {
				t.Fatal(err)
			}
			if got := sheets[0].Rows[0][0]; got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// ids counts ids up.
func ids() func() model.ID {
	gen := model.IDs{Entropy: func(b []byte) (int, error) { return len(b), nil }}
	return func() model.ID { return gen.New(time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)) }
}

func imported(t testing.TB, book *model.Book, data []byte) (exchange.Result, *model.Book) {
	t.Helper()
	sheets, err := Read("people.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	newID := ids()
	o := exchange.ImportOptions{Today: model.NewDate(2026, 3, 31), NewID: func() model.ID {
		for {
			if id := newID(); book.Get(id) == nil {
				return id
			}
		}
	}}
	res, err := exchange.Import(book, []exchange.File{{Name: "people.xlsx", Sheets: sheets}}, o)
	if err != nil {
		t.Fatal(err)
	}
	return res, book.With(res.Edit.Changes...)
}

// A workbook as people keep it: a title above the headings, accounts merged over
// their people, a sheet that is hidden, one that is about something else, an error
// named by sheet and row, and the second time nothing new.
func TestWorkbookOfPeople(t *testing.T) {
	data := made(t, func(f *excelize.File) {
		put(t, f, "Sheet1", 1, "Key people of the region")
		put(t, f, "Sheet1", 3, "Company", "Full Name", "Title", "Email", "Last Contacted")
		put(t, f, "Sheet1", 4, "Northwind", "Jane Smith", "CTO", "jane@northwind.example", 46082)
		put(t, f, "Sheet1", 5, nil, "Raj Mehta", "COO", "not an address", 46083)
		put(t, f, "Sheet1", 7, "Contoso", "Lisa Green", "VP Sales", "lisa@contoso.example", "31/3/2026")
		for _, cell := range []string{"E4", "E5"} {
			styled(t, f, "Sheet1", cell, &excelize.Style{NumFmt: 14})
		}
		if err := f.MergeCell("Sheet1", "A4", "A5"); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"Codes", "Chart"} {
			if _, err := f.NewSheet(name); err != nil {
				t.Fatal(err)
			}
		}
		put(t, f, "Codes", 1, "Full Name", "Email")
		put(t, f, "Codes", 2, "Nobody Real", "nobody@codes.example")
		put(t, f, "Chart", 1, "Month", "Sum")
		put(t, f, "Chart", 2, "May", 12)
		if err := f.SetSheetVisible("Codes", false); err != nil {
			t.Fatal(err)
		}
	})
	res, book := imported(t, model.NewBook(nil), data)
	var got []string
	for _, c := range model.All[*model.Contact](book) {
		got = append(got, fmt.Sprintf("%s of %s, %s, %s", c.Name, book.Name(c.Account), c.Email, c.Touched))
	}
	slices.Sort(got)
	want := []string{"Jane Smith of Northwind, jane@northwind.example, 2026-03-01", "Lisa Green of Contoso, lisa@contoso.example, 2026-03-31", "Raj Mehta of Northwind, , 2026-03-02"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if len(res.Errors) != 1 || !strings.HasPrefix(res.Errors[0].Error(), `people.xlsx, sheet Sheet1 line 5, Email "not an address": `) {
		t.Errorf("%v", res.Errors)
	}
	said := strings.Join(res.Notes, "\n")
	for _, note := range []string{"because hidden: Codes", "sheet Chart: left out, because no column of it holds a name"} {
		if !strings.Contains(said, note) {
			t.Errorf("%q is not said in\n%s", note, said)
		}
	}
	if res, _ := imported(t, book, data); len(res.Edit.Changes) != 0 || res.Source != "workbook" {
		t.Errorf("a second import: %+v", res)
	}
}

func TestWorkbooksThatHarm(t *testing.T) {
	var bomb bytes.Buffer
	z := zip.NewWriter(&bomb)
	for _, name := range []string{"[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		for range 3 {
			if _, err := w.Write(bytes.Repeat([]byte(" "), 1<<20)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := read("bomb.xlsx", bomb.Bytes(), 4<<20); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a bomb: %v", err)
	}
	whole := made(t, func(f *excelize.File) { put(t, f, "Sheet1", 1, "Name") })
	for name, data := range map[string][]byte{"cut": whole[:len(whole)/2], "no workbook": bomb.Bytes()[:40], "nothing": []byte("PK\x03\x04")} {
		if _, err := Read("a.xlsx", data); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestEmptyWorkbook(t *testing.T) {
	sheets, err := Read("a.xlsx", made(t, func(*excelize.File) {}))
	if err != nil {
		t.Fatal(err)
	}
	_, err = exchange.Import(model.NewBook(nil), []exchange.File{{Name: "a.xlsx", Sheets: sheets}}, exchange.ImportOptions{NewID: ids()})
	if !errors.Is(err, exchange.ErrEmpty) {
		t.Errorf("%v", err)
	}
}

// Whatever the bytes inside, a workbook is read or refused.
func FuzzRead(f *testing.F) {
	f.Add(made(f, func(x *excelize.File) { put(f, x, "Sheet1", 1, "Name", 1.5, true) }))
	f.Fuzz(func(t *testing.T, data []byte) {
		sheets, err := read("a.xlsx", data, 1<<22)
		if err != nil && sheets != nil {
			t.Fatal("sheets and an error")
		}
	})
}

// A row of one cell in the last column there is takes a few bytes of a file and
// thousands of strings.
func TestAWideSheetIsRefusedBeforeItTakesTheMemory(t *testing.T) {
	data := made(t, func(f *excelize.File) {
		for row := range 50 {
			if err := f.SetCellValue("Sheet1", fmt.Sprintf("XFD%d", row+1), "x"); err != nil {
				t.Fatal(err)
			}
		}
	})
	if _, err := Read("wide.xlsx", data); !errors.Is(err, ErrTooLarge) || !strings.Contains(err.Error(), "wide.xlsx, sheet Sheet1") {
		t.Errorf("%v", err)
	}
}

func TestSharesKeepAllTheirDigits(t *testing.T) {
	for plain, want := range map[string]string{"0.125": "12.5", "0.3349": "33.49", "1": "100", "-0.005": "-0.5", "0": "0", "2.5": "250", "0.07": "7"} {
		if got := hundredfold(plain); got != want {
			t.Errorf("%s: %s, want %s", plain, got, want)
		}
	}
	data := made(t, func(f *excelize.File) {
		put(t, f, "Sheet1", 1, "Chance")
		put(t, f, "Sheet1", 2, 0.125)
		styled(t, f, "Sheet1", "A2", &excelize.Style{NumFmt: 9})
	})
	sheets, err := Read("shares.xlsx", data)
	if err != nil || sheets[0].Rows[1][0] != "12.5%" {
		t.Errorf("%v %v", sheets, err)
	}
}
