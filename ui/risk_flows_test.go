package ui_test

import (
	"os"
	"path/filepath"
	"testing"

	"astute/ui/uitest"
)

func TestAFolderThatIsSynchronisedIsWarnedOf(t *testing.T) {
	from := uitest.Example(t)
	path := filepath.Join(filepath.Dir(from), "Dropbox", "book.db")
	if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(from, path); err != nil {
		t.Fatal(err)
	}
	uitest.Workspace(t, path, 120, 40).Shows("a folder of Dropbox", "half written")
	uitest.Workspace(t, uitest.Example(t), 120, 40).Hides("half written")
}
