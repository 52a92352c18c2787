package exchange

import (
	"fmt"
	"strings"
	"testing"

	"astute/model"
)

var fuzzSeeds = []string{
	"", "a,b\n1,2\n", "sep=;\na;b\n", "\xff\xfea\x00,\x00", "Name,Email\n\"open,x\n", "Full Name\r\rJane\r", "id,kind,name\n,contact,x\n", "id,kind\n,\n",
	"Account: Account Name,Contact: Last Name\nAcme,\n", "Company,Employees,Revenue\nAcme,1.234,\"1,2\"\n", "Name,Name\nx,y,z\n",
	"Id,Name,AccountId,ReportsToId\n003000000000001,Jane,001,003000000000001\n", "Full Name,Manager\na,a\nb,c\nc,b\n",
	"Company,Customer Since\nA,1/2/2024\nB,99/99/2024\nC,0000-00-00\nD,1/2/3/4\n", "Grand Totals\n", "Company\nCopyright salesforce.com, inc\n", ",,,\n,,\n",
}

// Whatever the bytes, a table is read or refused; it never has a row wider than
// its headings, and lines only go up.
func FuzzReadTable(f *testing.F) {
	for _, seed := range fuzzSeeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		table, err := ReadTable("f", data, "", nil)
		if err != nil {
			return
		}
		last := table.Line
		for _, row := range table.Rows {
			if len(row.Cells) > len(table.Header) || row.Line <= last {
				t.Fatalf("line %d after %d, %d cells", row.Line, last, len(row.Cells))
			}
			last = row.Line
		}
	})
}

// Whatever the bytes, an import is an edit of valid records, a second one of the
// same bytes changes nothing, or the file is refused.
func FuzzImport(f *testing.F) {
	for _, seed := range fuzzSeeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		newID := newIDs()
		res, err := Import(empty(), []File{{Name: "f", Data: data}}, ImportOptions{NewID: newID, Today: today})
		if err != nil {
			return
		}
		for _, c := range res.Edit.Changes {
			if err := model.Check(c.After); err != nil {
				t.Fatal(err)
			}
			for _, field := range c.After.Fields() {
				if field.Parse(field.Text()) != nil {
					t.Fatalf("%s does not read its own text", field.Name)
				}
			}
		}
		book := empty().With(res.Edit.Changes...)
		if res, err = Import(book, []File{{Name: "f", Data: data}}, ImportOptions{NewID: newID, Today: today}); err != nil {
			t.Fatal(err)
		}
		for _, c := range res.Edit.Changes {
			t.Fatalf("a second import changes %s\n%s", RecordJSON(c.After, nil), c.After.Base().Origin)
		}
	})
}

// exportOf writes a Salesforce export of n contacts at n/100 accounts.
func exportOf(n int) []byte {
	var b strings.Builder
	b.WriteString("Id,FirstName,LastName,Title,Email,Phone,MailingCity,MailingCountry,Account.Name,LeadSource\n")
	titles := []string{"CEO", "VP of Sales", "Engineer", "Product Manager", "Head of AI"}
	for i := range n {
		fmt.Fprintf(&b, "003%012d,First%d,Last%d,%s,first%d.last@company%d.com,+1 555 %07d,Austin,USA,Company %d,Web\n", i, i, i, titles[i%len(titles)], i, i/100, i, i/100)
	}
	return []byte(b.String())
}

// The aim is an edit of 100,000 rows in well under a second. It is missed for new
// rows on the machine it was measured on, two cores under load: 1.1 s (4.1 KB and
// 38 allocations a row), 0.8 s for rows that are there already (3.0 KB and 22).
func BenchmarkImport(b *testing.B) {
	for _, n := range []int{1000, 100000} {
		data := exportOf(n)
		b.Run(fmt.Sprintf("new/%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				res, err := Import(empty(), []File{{Name: "x.csv", Data: data}}, ImportOptions{NewID: newIDs(), Today: today})
				if err != nil || res.Created != n+(n+99)/100 {
					b.Fatalf("%v, %d", err, res.Created)
				}
			}
		})
		res, err := Import(empty(), []File{{Name: "x.csv", Data: data}}, ImportOptions{NewID: newIDs(), Today: today})
		if err != nil {
			b.Fatal(err)
		}
		book := empty().With(res.Edit.Changes...)
		b.Run(fmt.Sprintf("again/%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				res, err := Import(book, []File{{Name: "x.csv", Data: data}}, ImportOptions{NewID: newIDs(), Today: today})
				if err != nil || len(res.Edit.Changes) != 0 {
					b.Fatalf("%v, %d", err, len(res.Edit.Changes))
				}
			}
		})
	}
}

func BenchmarkReadTable(b *testing.B) {
	data := exportOf(100000)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ReadTable("x", data, "", nil); err != nil {
			b.Fatal(err)
		}
	}
}
