package ui_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"astute/model"
	"astute/store"
	"astute/ui"
	"astute/ui/uitest"
)

func TestAFileThatIsGoneKeepsTheLastScreenAndWritesNothing(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "l", "e", "ctrl+u").Type("Boss")
	away := filepath.Join(t.TempDir(), "away.db")
	if err := os.Rename(path, away); err != nil {
		t.Fatal(err)
	}
	s.Keys("enter").Shows("Title of Jane Smith", "Boss", "the file is gone", "put it back, or q", "THE FILE IS GONE")
	s.Keys("esc", "y", "j").Tick().Tick().Shows("THE FILE IS GONE", "Jane Smith", "FreshKart")
	s.Keys("u").Shows("the file is gone").Keys("4", "c").Shows("the file is gone").Keys("U").Shows("the file is gone")
	s.Keys("]").Shows("the file is gone", "FreshKart")
	if _, err := os.Stat(path); err == nil {
		t.Fatal("it made a new file")
	}
	if err := os.Rename(away, path); err != nil {
		t.Fatal(err)
	}
	s.Tick().Shows("the file can be read again").Hides("THE FILE IS GONE")
	s.Keys("3", "e", "ctrl+u").Type("Boss").Keys("enter").Shows("Title of Margaret Holloway: Boss")
}

func TestAnotherFileInTheSamePlaceIsShown(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40)
	other := uitest.Empty(t)
	uitest.Workspace(t, other, 120, 40).Type("Acme").Keys("enter")
	if err := os.Rename(other, path); err != nil {
		t.Fatal(err)
	}
	s.Tick().Shows("Acme")
}

func TestAnotherFileOfTheSameVersionIsShown(t *testing.T) {
	path, other := uitest.Example(t), uitest.Example(t)
	retitle(t, path, "Jane Smith", "Chief of one")
	retitle(t, other, "Jane Smith", "Chief of two")
	s := uitest.Workspace(t, path, 120, 40).Shows("Chief of one")
	if err := os.Rename(other, path); err != nil {
		t.Fatal(err)
	}
	s.Tick().Shows("Chief of two").Keys("u").Shows("Take it back?")
}

// newer is a file that a newer program laid out.
type newer struct{ ui.Store }

func (newer) Newer() (bool, error) { return true, nil }

func TestAFileOfANewerProgramIsReadOnly(t *testing.T) {
	o := uitest.Options(t, uitest.Example(t))
	o.Store = newer{o.Store}
	uitest.Start(t, ui.New(o), 120, 40).Shows("read only")
}

// readOnly is a file that cannot be written, whoever runs the tests.
type readOnly struct{ ui.Store }

func (readOnly) Apply(model.Edit, time.Time, ...store.Term) (uint64, error) {
	return 0, store.ErrReadOnly
}

func TestAReadOnlyFileSaysSoInTheHeader(t *testing.T) {
	o := uitest.Options(t, uitest.Example(t))
	o.Store = readOnly{o.Store}
	s := uitest.Start(t, ui.New(o), 120, 40).Keys("3", "l", "e", "ctrl+u").Type("Boss").Keys("enter")
	s.Shows("Boss", "cannot be written", "read only")
	if os.Getuid() == 0 {
		return // nothing is read only for the superuser
	}
	path := uitest.Example(t)
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	uitest.Workspace(t, path, 120, 40).Shows("read only")
}

func TestAnEmptyFileSaysThatItIsEmpty(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	uitest.Workspace(t, path, 120, 40).Shows("Which customer", "empty (0 bytes)")
}
