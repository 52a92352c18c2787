package ui_test

import (
	"os"
	"path/filepath"
	"testing"

	"astute/ui/uitest"
)

// A folder stands for the lists in it; what else lies there is named, so that nobody
// takes it for imported.
func TestAFolderSaysWhatItLeavesAlone(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"people.csv": "Name,Company\nJane Doe,Northwind\n", "minutes.docx": "x", "chart.png": "x"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	importing(t, uitest.Example(t), dir, 120, 40).Shows("Would take in: 1 new account, 1 new contact.", "chart.png and minutes.docx left alone")
}
