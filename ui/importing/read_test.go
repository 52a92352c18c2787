package importing

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"astute/model/exchange"
	"astute/model/exchange/workbook"

	"github.com/xuri/excelize/v2"
)

func TestWorkbooksAreReadAsSheets(t *testing.T) {
	dir := t.TempDir()
	good, cut := filepath.Join(dir, "people.xlsx"), filepath.Join(dir, "cut.xlsx")
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetRow("Sheet1", "A1", &[]string{"Full Name", "Company"}); err != nil {
		t.Fatal(err)
	}
	if err := f.SaveAs(good); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(cut, data[:len(data)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	read := func(path string) ([]exchange.File, error) { return Read([]string{path}, nil, func(string) {}) }
	files, err := read(good)
	if err != nil || len(files) != 1 || len(files[0].Sheets) != 1 || files[0].Sheets[0].Rows[0][1] != "Company" {
		t.Errorf("%+v, %v", files, err)
	}
	if _, err := read(cut); !errors.Is(err, workbook.ErrDamaged) {
		t.Errorf("half a workbook: %v", err)
	}
}

// endless is an input that never ends.
type endless struct{ read int }

func (e *endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'x'
	}
	e.read += len(b)
	return len(b), nil
}

func TestWhatIsTooLargeIsRefusedBeforeItIsRead(t *testing.T) {
	dir := t.TempDir()
	sized := func(name string, size int64) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte("Name,Title\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(path, size); err != nil {
			t.Fatal(err)
		}
		return path
	}
	huge, half, more := sized("huge.csv", 1<<30), sized("half.csv", Most/2), sized("more.csv", Most/2+1)
	book, larger := sized("book.json", Most+1), sized("larger.json", MostBook+1)
	input := &endless{}
	for _, tt := range []struct {
		paths       []string
		about, cure string
	}{
		{[]string{huge}, huge + " is", "split it"},
		{[]string{half, more}, more + " and those before it are", "one after the other"},
		{[]string{"-"}, "standard input is", "split it"},
		{[]string{larger}, larger + " is", "one by one"},
	} {
		_, err := Read(tt.paths, input, func(string) {})
		if !errors.Is(err, ErrTooLarge) || !strings.Contains(err.Error(), tt.about+" too large") || !strings.Contains(err.Error(), tt.cure) {
			t.Errorf("%q: %v", tt.paths, err)
		}
	}
	if input.read > 4*Most {
		t.Errorf("%d bytes were read of an input without an end", input.read)
	}
	for _, paths := range [][]string{{half, half}, {book}} {
		if files, err := Read(paths, nil, func(string) {}); err != nil || len(files) != len(paths) {
			t.Errorf("as much as it takes: %v", err)
		}
	}
}
