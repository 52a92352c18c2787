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
	if _, err := Files([]string{bare}); err == nil || !strings.Contains(err.Error(), "no file that lies in "+bare+" can be taken in as it is: name one that is CSV (csv)") {
		t.Errorf("%v", err)
	}
}
