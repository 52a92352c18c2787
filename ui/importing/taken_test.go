package importing

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"astute/model"
	"astute/model/exchange"
)

// zipped is an archive of empty files.
func zipped(t *testing.T, names ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range names {
		if _, err := w.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWhatIsNotTakenInIsSaidInOneLineWithTheCure(t *testing.T) {
	dir := t.TempDir()
	for _, tt := range []struct{ name, data, says string }{
		{"notes.md", "# Call\n\nLisa, then Raj.\n", "is a text in Markdown, which is not taken in: put what it lists"},
		{"list.pdf", "%PDF-1.4\n", "is a PDF, which is not taken in: ask for the data as CSV"},
		{"plan.docx", zipped(t, "[Content_Types].xml", "word/document.xml"), "is a Word document, which"},
		{"deck.pptx", zipped(t, "[Content_Types].xml", "ppt/presentation.xml"), "is a presentation, which"},
		{"list.ods", zipped(t, "mimetype", "content.xml"), "is an OpenDocument file, which is not taken in: open it and save it as CSV or xlsx"},
		{"list.numbers", zipped(t, "Index/Document.iwa"), "is a sheet of Numbers"},
		{"all.zip", zipped(t, "a.csv", "b/c.csv"), "is a zip archive, which is not taken in: unpack it and import what is in it"},
		{"all.csv.gz", "\x1f\x8b\x08", "is an archive, which is not taken in: unpack it"},
		{"chart.png", "\x89PNG\r\n\x1a\n\x00\x00", "is a picture, which"},
		{"photo.jpg", "\xff\xd8\xff\xe0\x00", "is a picture, which"},
		{"report.xls", "\ufeff\n<!DOCTYPE html>\n<table><tr><td>Name", "is a web page, which is not taken in: open it and save it"},
		{"meetings.ics", "BEGIN:VCALENDAR\r\n", "is a calendar, which"},
		{"book.db", "\x00\x00\x00\x00\x00\x00\x00\x00\x04\x00\x00\x00\x00\x00\x00\x00\xed\xda\x0c\xed\x02\x00", "is a file of astute, which is not taken in: if it is a backup, put it in the place of your book with: astute restore FILE"},
		{"book.db.age", "age-encryption.org/v1\n-> scrypt", "is an encrypted file, which"},
		{"letter.rtf", `{\rtf1 `, "is a text with formatting"},
	} {
		path := filepath.Join(dir, tt.name)
		if err := os.WriteFile(path, []byte(tt.data), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Read([]string{path}, nil, func(string) {})
		if !errors.Is(err, ErrNotTaken) || !strings.Contains(err.Error(), path+" "+tt.says) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

func TestAFolderStandsForTheFilesInIt(t *testing.T) {
	dir := t.TempDir()
	write := func(name string) string {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("Name\nx\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	a, b := write("in/a.csv"), write("in/B.VCF")
	for _, name := range []string{"in/.hidden.csv", "in/read me.txt", "in/book.json", "in/plan.docx", "in/below/deep.csv", "bare/plan.docx"} {
		write(name)
	}
	in, bare := filepath.Join(dir, "in"), filepath.Join(dir, "bare")
	for _, tt := range []struct{ paths, want []string }{
		{[]string{in}, []string{b, a}},
		{[]string{in, "nowhere.csv", bare}, []string{b, a, "nowhere.csv"}},
		{[]string{"-"}, []string{"-"}},
	} {
		if got, err := Files(tt.paths); err != nil || !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%q: %q, %v", tt.paths, got, err)
		}
	}
	if got := LeftAlone([]string{in, "nowhere.csv", a}); got != "below"+string(filepath.Separator)+", book.json, plan.docx and read me.txt left alone: of a folder only CSV, workbooks and cards are taken in" {
		t.Errorf("%s", got)
	}
	if got := LeftAlone([]string{a, b, "-"}); got != "" {
		t.Errorf("%s", got)
	}
	if _, err := Files([]string{bare}); err == nil || !strings.Contains(err.Error(), "no file that lies in "+bare+" can be taken in as it is: name one that is CSV (csv)") {
		t.Errorf("%v", err)
	}
}

// One of several files that cannot be taken in, such as those of a folder, is named
// with the way to go on without it.
func TestOneOfSeveralThatCannotBeTakenInSaysHowToGoOnWithoutIt(t *testing.T) {
	dir := t.TempDir()
	write := func(name, data string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("a.csv", "Name,Industry\nNorthwind,Food\n")
	write("my people.csv", "Full Name,Company\nLisa Green,Northwind\n")
	good := filepath.Join(dir, "a.csv") + " " + filepath.Join(dir, `my\ people.csv`)
	for _, tt := range []struct{ name, data, says string }{
		{"chart.csv", "\x89PNG\r\n\x1a\n\x00\x00", "chart.csv is a picture, which is not taken in"},
		{"cut.xlsx", "PK\x03\x04xxxx", "cut.xlsx: the workbook cannot be read"},
		{"empty.csv", "", "empty.csv: the file is empty"},
		{"odd.csv", "Blah,Foo\n1,2\n", "odd.csv: no column holds a name"},
	} {
		write(tt.name, tt.data)
		for _, text := range []string{dir, dir + "/*"} {
			paths, err := Paths(text, "")
			if err != nil {
				t.Fatal(err)
			}
			files, err := Read(paths, nil, func(string) {})
			if err == nil {
				_, err = Try(&Book{Book: model.NewBook(nil)}, files, exchange.ImportOptions{NewID: func() model.ID { return model.ID{15: 1} }}, nil, "")
			}
			if err == nil || !strings.Contains(err.Error(), tt.says) || !strings.HasSuffix(err.Error(), "; to go on without it, name the others: "+good) {
				t.Errorf("%s: %v", tt.name, err)
			}
		}
		if err := os.Remove(filepath.Join(dir, tt.name)); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"b.csv", "c.csv", "d.csv"} {
		write(name, "Name\nNorthwind\n")
	}
	write("chart.png", "\x89PNG\r\n\x1a\n\x00\x00") // which only a glob names
	paths, err := Paths(dir+"/*", "")
	if err == nil {
		_, err = Read(paths, nil, func(string) {})
	}
	if !errors.Is(err, ErrNotTaken) || !strings.HasSuffix(err.Error(), "; to go on without it, name the other 5 files") {
		t.Errorf("%v", err)
	}
}
