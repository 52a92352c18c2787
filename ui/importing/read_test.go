package importing

import (
	"errors"
	"os"
	"path/filepath"
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
