package exchange

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"
)

// ownFile reads a file of testdata.
func ownFile(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// realFile reads a public export from the folder that ASTUTE_TEST_DATA names,
// and skips the test where it names none. What these files are like is also in
// testdata, so that nothing goes untested without them.
func realFile(t testing.TB, name string) []byte {
	t.Helper()
	folder := os.Getenv("ASTUTE_TEST_DATA")
	if folder == "" {
		t.Skip("ASTUTE_TEST_DATA names no folder of real exports")
	}
	data, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// A script finds every key in every error.
func TestRowErrorJSON(t *testing.T) {
	for want, e := range map[string]RowError{
		`{"line":3,"column":"","value":"","reason":"r"}`:              {Line: 3, Reason: "r"},
		`{"file":"f","line":3,"column":"c","value":"v","reason":"r"}`: {File: "f", Line: 3, Column: "c", Value: "v", Reason: "r"},
	} {
		if got, err := json.Marshal(e); err != nil || string(got) != want {
			t.Errorf("%s, %v; want %s", got, err, want)
		}
	}
}

func TestReadTableSpectrum(t *testing.T) {
	realFile(t, "csv-spectrum/simple.csv")
	files, _ := filepath.Glob(filepath.Join(os.Getenv("ASTUTE_TEST_DATA"), "csv-spectrum", "*.csv"))
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".csv")
		t.Run(name, func(t *testing.T) {
			data, _ := os.ReadFile(file)
			table, err := ReadTable(name, data, "", nil)
			if err != nil {
				t.Fatal(err)
			}
			if name == "location_coordinates" {
				if len(table.Rows) != 1 || table.Rows[0].Cells[2] != "Modesto" {
					t.Errorf("got %v", table.Rows)
				}
				return // what is expected upstream is wrong
			}
			var want []map[string]string
			if err := json.Unmarshal(realFile(t, "csv-spectrum/expected/"+name+".json"), &want); err != nil {
				t.Fatal(err)
			}
			if len(table.Rows) != len(want) || len(table.Errors) > 0 {
				t.Fatalf("%d rows, %v; want %d", len(table.Rows), table.Errors, len(want))
			}
			for i, row := range table.Rows {
				for j, cell := range row.Cells {
					// Upstream writes CR LF where the file has LF.
					if w := want[i][table.Header[j]]; cell != w && cell != strings.ReplaceAll(w, "\r\n", "\n") {
						t.Errorf("line %d, %s: %q, want %q", row.Line, table.Header[j], cell, w)
					}
				}
			}
		})
	}
}

// show writes a table in one line for comparing.
func show(t *Table) string {
	s := strings.Join(t.Header, "|")
	for _, row := range t.Rows {
		s += fmt.Sprintf(" / %d:%s", row.Line, strings.Join(row.Cells, "|"))
		if len(row.Extra) > 0 {
			s += "+" + strings.Join(row.Extra, "|")
		}
		if row.fault != "" {
			s += " (" + row.fault + ")"
		}
	}
	for _, e := range t.Errors {
		s += " ! " + e.Error()
	}
	return s
}

// A quote that is never closed costs a look at all that follows, so a file of
// nothing else is given up after a while, and says so.
func TestManyQuotesNeverClosed(t *testing.T) {
	table, err := ReadTable("f", []byte("a,b\n"+strings.Repeat("1,\"x\n", 20000)), "", nil)
	if err != nil {
		t.Fatal(err)
	}
	last := table.Rows[len(table.Rows)-1]
	if !strings.HasSuffix(last.fault, "what follows was not read") || last.Line > mostOpens+2 {
		t.Errorf("the last row is %+v", last)
	}
}

// Short rows behind a quote that is never closed are rows all the same.
func TestShortRowsBehindAnOpenQuote(t *testing.T) {
	text := "a,b,c,d\n1,2,3,4\n5,\"6,7,8\n" + strings.Repeat("1,2,3\n", 300) + strings.Repeat("1,2,3,4\n", 300)
	table, err := ReadTable("f", []byte(text), "", nil)
	if err != nil || len(table.Rows) != 602 || table.Rows[1].fault == "" || table.Rows[2].fault != "" {
		t.Errorf("%d rows, %v", len(table.Rows), err)
	}
}

func utf16Bytes(s string, order binary.AppendByteOrder, mark bool) string {
	if mark {
		s = "\ufeff" + s
	}
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return string(b)
}

func TestReadTable(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"plain", "a,b\n1,2\n3,4", "a|b / 2:1|2 / 3:3|4"},
		{"comma in quotes", "a,b\n1,\"Wexley, NY\"\n", "a|b / 2:1|Wexley, NY"},
		{"empty quotes", "a,b,c\n1,\"\",\"\"\n2,3,4\n", "a|b|c / 2:1|| / 3:2|3|4"},
		{"empty quotes, CR LF", "a,b,c\r\n1,\"\",\"\"\r\n2,3,4\r\n", "a|b|c / 2:1|| / 3:2|3|4"},
		{"JSON in a cell", "a,b\n1,\"{\"\"x\"\": [1.0, 0.5]}\"\n", `a|b / 2:1|{"x": [1.0, 0.5]}`},
		{"quotes and lines in a cell", "a,b\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n", "a|b / 2:1|ha \n\"ha\" \nha / 5:3|4"},
		{"beyond ASCII", "a,b\n4,ʤ\n", "a|b / 2:4|ʤ"},
		{"byte order mark", "\ufeffa,b\r\n1,2\r\n", "a|b / 2:1|2"},
		{"semicolons with decimal commas", "a;b\n1,5;x\n2,5;y\n", "a|b / 2:1,5|x / 3:2,5|y"},
		{"tabs", "a\tb\n1\t2, 3\n", "a|b / 2:1|2, 3"},
		{"bars", "a|b\n1|2\n", "a|b / 2:1|2"},
		{"sep line", "sep=;\r\na;b\r\n1,2;3\r\n", "a|b / 3:1,2|3"},
		{"CR only", "a,b\r1,2\r3,4\r", "a|b / 2:1|2 / 3:3|4"},
		{"lines in cells", "a,b\n\"1\r\nx\ry\nz\",2\n3,4\n", "a|b / 2:1\r\nx\ry\nz|2 / 6:3|4"},
		{"doubled quotes", "a,b\n\"say \"\"hi\"\"\",2\n", `a|b / 2:say "hi"|2`},
		{"blank before a quote", "a,b\n1, \"x, y\"\n", "a|b / 2:1|x, y"},
		{"quote inside a bare cell", "a,b\n5\" pipe,2\n", `a|b / 2:5" pipe|2`},
		{"short row", "a,b,c\n1\n1,2,3\n", "a|b|c / 2:1 / 3:1|2|3"},
		{"empty lines", "a,b\n\n1,2\n\n\n", "a|b / 3:1|2"},
		{"long row", "a,b\n1,2,x,,y,\n", `a|b / 2:1|2+x||y ! line 2 "x,,y": has 5 cells under 2 headings: the rest was kept as notes`},
		{"too many delimiters", "a,b\n1,2,,,\n", "a|b / 2:1|2"},
		{"heading twice", "a,b,A\n1,2,3\n", `a|b|A (2) / 2:1|2|3 ! line 1, A: this heading is there twice: the first counts, the other was taken as "A (2)"`},
		{"no heading", "a,,c\n1,2,3\n", "a|column 2|c / 2:1|2|3"},
		{"unclosed at the end", "a,b\n1,2\n3,\"4\n5,6\n", `a|b / 2:1|2 / 3:3|"4 (a quote is opened here and never closed: close it and import again) / 4:5|6`},
		{"unclosed, ended by another", "a,b\n1,2\n3,\"4\n5,6\n7,\"8\"\n9,10\n", `a|b / 2:1|2 / 3:3|"4 (a quote is opened here and never closed: close it and import again) / 4:5|6 / 5:7|8 / 6:9|10`},
		{"unclosed, over lines of its own", "a,b\n3,\"4\nmore\nand more\n5,6\n", "a|b / 2:3|\"4\nmore\nand more (a quote is opened here and never closed: close it and import again) / 5:5|6"},
		{"unclosed in the last line", "a,b\n1,2\n3,\"4", `a|b / 2:1|2 / 3:3|"4 (a quote is opened here and never closed: close it and import again)`},
		{"unclosed in one column", "a\n1\n\"2\n3\n", "a / 2:1 / 3:\"2\n3 (a quote is opened here and never closed: close it and import again)"},
		{"cut off", "a,b\n1,2\n3,4\n5,6\n7", "a|b / 2:1|2 / 3:3|4 / 4:5|6 / 5:7 (the file ends in the middle of this row, after 1 of 2 cells: export it again)"},
		{"short rows, and no line break at the end", "a,b\n1\n3,4\n5,6\n7", "a|b / 2:1 / 3:3|4 / 4:5|6 / 5:7"},
		{"UTF-8 in Windows-1252", "a,b\nJos\xe9,Zo\xeb\nZoë,2\n", "a|b / 2:José|Zoë / 3:Zoë|2 ! line 2: holds bytes that are not UTF-8; they were read as Windows-1252: look at the accents"},
		{"quote not doubled", "a,b\n\"the \"big\" one\",2\n3,4\n", `a|b / 2:the "big" one|2 / 3:3|4 ! line 2: a quote inside a quoted cell is not doubled: write ""`},
		{"preamble", "My report,,\nof today\n\na,b,c\n1,2,3\n4,5,6\n", "a|b|c / 5:1|2|3 / 6:4|5|6"},
		{"Windows-1252", "a,b\nZo\xeb \x96 \x80,2\n", "a|b / 2:Zoë – €|2"},
		{"UTF-8 with a stray byte", "a,b\nZoë Müller,2\nJos\xe9,ä\n", "a|b / 2:Zoë Müller|2 / 3:José|ä ! line 3: holds bytes that are not UTF-8; they were read as Windows-1252: look at the accents"},
		{"UTF-16LE with a mark", utf16Bytes("a,b\nZoë,2\n", binary.LittleEndian, true), "a|b / 2:Zoë|2"},
		{"UTF-16BE with a mark", utf16Bytes("a,b\nZoë,2\n", binary.BigEndian, true), "a|b / 2:Zoë|2"},
		{"UTF-16LE without", utf16Bytes("a,b\nZoë,2\n", binary.LittleEndian, false), "a|b / 2:Zoë|2"},
		{"UTF-16BE without", utf16Bytes("a,b\nZoë,2\n", binary.BigEndian, false), "a|b / 2:Zoë|2"},
		{"one column", "a\n1\n2\n", "a / 2:1 / 3:2"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			table, err := ReadTable("f", []byte(tt.text), "", nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := show(table); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestReadTableNamedEncoding(t *testing.T) {
	for encoding, text := range map[string]string{"windows-1250": "a,b\n\x8e\xf2,2\n", "macintosh": "a,b\n\x8e,2\n", "shift_jis": "a,b\n\x8e\xd0\x92\xb7,2\n"} {
		want := map[string]string{"windows-1250": "Žň", "macintosh": "é", "shift_jis": "社長"}[encoding]
		table, err := ReadTable("f", []byte(text), encoding, nil)
		if err != nil || table.Rows[0].Cells[0] != want {
			t.Errorf("%s: %v, %v, want %s", encoding, table, err, want)
		}
	}
}

func TestReadTableRefuses(t *testing.T) {
	for _, tt := range []struct {
		name, text, encoding string
		want                 error
	}{
		{"nothing", "", "", ErrEmpty},
		{"blanks", " \r\n\n", "", ErrEmpty},
		{"only a mark", "\ufeff", "", ErrEmpty},
		{"binary", "a,b\n1,\x00\x01\x02\n", "", ErrNotText},
		{"workbook", "PK\x03\x04rest", "", ErrNotText},
		{"unknown encoding", "a,b\n", "klingon", ErrEncoding},
		{"only delimiters", ",,,\n", "", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := ReadTable("f.csv", []byte(tt.text), tt.encoding, nil)
			if !errors.Is(err, tt.want) || tt.want != nil && !strings.HasPrefix(err.Error(), "f.csv: ") {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestDropFooter(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"classic", "a,b\n1,2\nx\n\n\nMy Report\n\"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.\"\nConfidential Information - Do Not Distribute\nGenerated By:  Ana\n",
			"a|b / 2:1|2 / 3:x"},
		{"totals", "a,b\n1,2\nGrand Totals,12\n", "a|b / 2:1|2"},
		{"none", "a,b\n1,2\nCopyright Agency\n", "a|b / 2:1|2 / 3:Copyright Agency"},
		{"in the middle", "a,b\nGrand Total Foods\n1,2\n", "a|b / 2:Grand Total Foods / 3:1|2"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			table, err := ReadTable("f", []byte(tt.text), "", nil)
			if err != nil {
				t.Fatal(err)
			}
			if table.dropFooter(); show(table) != tt.want {
				t.Errorf("got  %s\nwant %s", show(table), tt.want)
			}
		})
	}
}

// Whatever cells a table has, writing and reading gives the same ones.
func TestTableRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(2, 5).Draw(t, "width")
		rows := [][]string{strings.Split("id,kind,c,d,e", ",")[:width]}
		for range rapid.IntRange(0, 8).Draw(t, "rows") {
			row := []string{"x"}
			for len(row) < width {
				cell := strings.ReplaceAll(anyText(t, "cell"), "\x00", "")
				row = append(row, cell)
			}
			rows = append(rows, row)
		}
		b := []byte("\ufeff")
		for _, row := range rows {
			b = append(b, row[0]...)
			for _, cell := range row[1:] {
				b = appendCell(b, cell, false)
			}
			b = append(b, "\r\n"...)
		}
		table, err := ReadTable("f", b, "", func(h string) bool { return h == "id" || h == "kind" })
		if err != nil {
			t.Fatal(err)
		}
		if len(table.Rows) != len(rows)-1 || len(table.Errors) > 0 {
			t.Fatalf("%s from %q", show(table), b)
		}
		for i, row := range table.Rows {
			for j, cell := range row.Cells {
				if got := unguard(cell); got != rows[i+1][j] {
					t.Fatalf("%q came back as %q", rows[i+1][j], got)
				}
			}
		}
	})
}

func TestItemsRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := rapid.SliceOfN(rapid.StringMatching(`[a-z;\\,]{1,6}`), 1, 4).Draw(t, "items")
		if got := splitItems(joinItems(items)); strings.Join(got, "\n") != strings.Join(items, "\n") {
			t.Fatalf("%q came back as %q by way of %q", items, got, joinItems(items))
		}
	})
}

func TestFormulaGuard(t *testing.T) {
	for text, guarded := range map[string]bool{"=1": true, "+49 30": true, "+4930": true, "-5": false, "-5.25": false, "-": true, "-5.": true, "@me": true,
		"-2+3": true, "\tx": true, "'=1": true, "'x": false, "5": false, "": false, "-1.2.3": true, "''": false, "'-5": false} {
		if got := isFormula(text); got != guarded {
			t.Errorf("%q: %v", text, got)
		}
	}
}
