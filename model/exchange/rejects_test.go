package exchange

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"astute/model"
)

// rejected writes the rows that an import did not take as a file.
func rejected(t *testing.T, res Result) string {
	t.Helper()
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(res.Rejects); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Whatever a row was not taken for, the file of such rows, mended, brings what was
// missing, and doubles nothing.
func TestMendedRejectsAreTaken(t *testing.T) {
	contacts := "Record,Full Name,Email,Company,Joined\n"
	for name, c := range map[string]struct {
		files []string // name and text in turn
		mend  []string // in the rejects: what, and by what
		takes int      // rows not taken at first
		right []string // files that would have been right at once; the same with mend when nil
	}{
		"no name":                 {files: []string{"x.csv", contacts + "1,Jane Smith,jane@fk.example,FreshKart,a\n2,,raj@fk.example,FreshKart,b\n"}, mend: []string{"2,,raj", "2,Raj Mehta,raj"}, takes: 1},
		"accounts without a name": {files: []string{"x.csv", "Company,Industry,Employees\nFreshKart,Retail,5\n,Food,6\n"}, mend: []string{",Food", "Beta,Food"}, takes: 1},
		"an unclosed quote": {files: []string{"x.csv", contacts + "1,Jane Smith,jane@fk.example,FreshKart,a\n2,\"Raj Mehta,raj@fk.example,FreshKart,b\n3,Lisa Green,lisa@fk.example,FreshKart,c\n"},
			right: []string{"x.csv", contacts + "1,Jane Smith,jane@fk.example,FreshKart,a\n2,Raj Mehta,raj@fk.example,FreshKart,b\n3,Lisa Green,lisa@fk.example,FreshKart,c\n"},
			mend:  []string{"*", "2,Raj Mehta,raj@fk.example,FreshKart,b"}, takes: 1},
		"cut off": {files: []string{"x.csv", contacts + "1,Jane Smith,jane@fk.example,FreshKart,a\n2,Raj Mehta,raj@fk.example,FreshKart,b\n3,Lisa Green,lisa@fk.example,FreshKart,c\n4,Grace Hall,grace"},
			right: []string{"x.csv", contacts + "1,Jane Smith,jane@fk.example,FreshKart,a\n2,Raj Mehta,raj@fk.example,FreshKart,b\n3,Lisa Green,lisa@fk.example,FreshKart,c\n4,Grace Hall,grace@fk.example,FreshKart,d\n"},
			mend:  []string{"4,Grace Hall,grace,,", "4,Grace Hall,grace@fk.example,FreshKart,d"}, takes: 1},
		"a milestone without a day": {files: []string{"x.csv", "name,type,on,account\nGo live,Project,2026-05-01,FreshKart\nKick-off,Project,,FreshKart\n"}, mend: []string{"Kick-off,Project,,", "Kick-off,Project,2026-04-01,"}, takes: 1},
		"a line from somebody to themselves": {files: []string{"people.csv", contacts + "1,Jane Smith,jane@fk.example,FreshKart,a\n2,Raj Mehta,raj@fk.example,FreshKart,b\n", "lines.csv", "from,to,type,account\nJane Smith,Jane Smith,Influences,FreshKart\n"},
			mend: []string{"Jane Smith,Jane Smith,", "Jane Smith,Raj Mehta,"}, takes: 1},
		"of two files": {files: []string{"companies.csv", "Company,Industry,Employees\nFreshKart,Retail,5\n,Food,6\n", "people.csv", contacts + "1,Jane Smith,jane@fk.example,FreshKart,a\n2,,raj@beta.example,Beta,b\n"},
			mend: []string{",Food", "Beta,Food", "2,,raj", "2,Raj Mehta,raj"}, takes: 2},
	} {
		t.Run(name, func(t *testing.T) {
			o := ImportOptions{Input: model.Input{Currency: "USD"}}
			if strings.HasPrefix(name, "a milestone") {
				o.As = model.KindMilestone
			}
			right := c.right
			mend := strings.NewReplacer(c.mend...)
			if right == nil {
				for i, text := range c.files {
					if i%2 == 1 {
						text = mend.Replace(text)
					}
					right = append(right, text)
				}
			}
			as := func(files []string) (Result, *model.Book) {
				if strings.HasPrefix(name, "a line") {
					_, book := run(t, empty(), o, files[:2]...)
					o := o
					o.As = model.KindLine
					return run(t, book, o, files[2:]...)
				}
				return run(t, empty(), o, files...)
			}
			_, want := as(right)
			res, book := as(c.files)
			if res.Skipped != c.takes {
				t.Fatalf("%d not taken: %+v", res.Skipped, res.Errors)
			}
			text := rejected(t, res)
			if c.mend[0] == "*" {
				head, _, _ := strings.Cut(text, "\n")
				text = head + "\n" + c.mend[1] + ",was cut\n"
			} else if fixed := mend.Replace(text); fixed == text {
				t.Fatalf("nothing to mend in\n%s", text)
			} else {
				text = fixed
			}
			if strings.HasPrefix(name, "a line") {
				o.As = model.KindLine
			}
			res, book = run(t, book, o, "rejects.csv", text)
			if got, want := facts(book), facts(want); got != want || res.Skipped > 0 || len(res.Errors) > 0 {
				t.Errorf("mended\n%s\ngot\n%s\nwant\n%s\n%+v", text, got, want, res.Errors)
			}
			again(t, book, o, "rejects.csv", text)
			if !strings.HasPrefix(name, "a line") {
				again(t, book, o, right...)
			}
		})
	}
}

// A spreadsheet that the rejects were mended in makes all rows equally long.
func TestRejectsFromASpreadsheet(t *testing.T) {
	_, book := run(t, empty(), ImportOptions{}, "rejects.csv", "Company,Industry,Import error,,\r\nBeta,Food,has no name,,\r\nFull Name,Email,Company,Joined,Import error\r\nRaj Mehta,raj@beta.example,Beta,b,has no name\r\n")
	if got := everything(book, model.KindContact, "name", "account", "notes") + " " + everything(book, model.KindAccount, "name", "industry", "notes"); got != "name=Raj Mehta | account=Beta | notes=Joined: b name=Beta | industry=Food | notes=" {
		t.Error(got)
	}
}

// What was said of a file's columns counts for the rows of it that were not taken.
func TestRejectsAreReadAsTheirFile(t *testing.T) {
	if a, b := Key([]string{"Wer", "Job"}), Key([]string{"Wer", "Job", RejectHeading}); a != b {
		t.Errorf("%s and %s", a, b)
	}
}
