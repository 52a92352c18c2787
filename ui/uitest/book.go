package uitest

import (
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"astute/model"
	"astute/model/modeltest"
	"astute/store"
	"astute/store/storetest"
	"astute/ui"
)

// Today is the day on which tests take place.
var Today = model.NewDate(2026, time.March, 18)

// Now is the moment at which they do.
func Now() time.Time { return time.Date(2026, time.March, 18, 9, 30, 0, 0, time.UTC) }

// Me is the teammate at the keyboard.
const Me = "Priya Nair"

// Empty returns the path of a book that is not there yet. The file is checked
// when the test is over.
func Empty(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "book.db")
	storetest.Check(t, path)
	return path
}

// Open returns a store on a file, with ids that are the same on every run.
func Open(t testing.TB, path, author string) *store.Store {
	t.Helper()
	s, err := store.Open(path, store.Options{Author: author, Entropy: entropy(author)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// worked is the worked example as a file, made once for all tests of a process.
var worked struct {
	sync.Once
	file []byte
	err  error
}

// Example writes the worked example into a new file and returns its path.
func Example(t testing.TB) string {
	t.Helper()
	worked.Do(func() { worked.file, worked.err = tell(filepath.Join(t.TempDir(), "example.db")) })
	if worked.err != nil {
		t.Fatal(worked.err)
	}
	path := Empty(t)
	if err := os.WriteFile(path, worked.file, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// tell writes the worked example to a file, each step by whoever made it.
func tell(path string) ([]byte, error) {
	authors := map[string]*store.Store{}
	author := func(name string) (*store.Store, error) {
		if s := authors[name]; s != nil {
			return s, nil
		}
		s, err := store.Open(path, store.Options{Author: name, Entropy: entropy(name)})
		authors[name] = s
		return s, err
	}
	first, err := author("")
	if err != nil {
		return nil, err
	}
	for _, step := range modeltest.Example(Today, first.NewID) {
		s, err := author(step.By)
		if err != nil {
			return nil, err
		}
		if _, err := s.Apply(step.Edit, step.At); err != nil {
			return nil, err
		}
	}
	for _, s := range authors {
		if err := s.Close(); err != nil {
			return nil, err
		}
	}
	return os.ReadFile(path)
}

// entropy is the same on every run, and another for each author.
func entropy(author string) func([]byte) (int, error) {
	random := rand.New(rand.NewPCG(1, uint64(len(author))))
	return func(b []byte) (int, error) {
		for i := range b {
			b[i] = byte(random.Uint32())
		}
		return len(b), nil
	}
}

// Write applies edits to a file, as a command would.
func Write(t testing.TB, path string, edits ...model.Edit) {
	t.Helper()
	s := Open(t, path, "somebody else")
	for _, e := range edits {
		if _, err := s.Apply(e, Now()); err != nil {
			t.Fatal(err)
		}
	}
}

// Options are those of a workspace on a file, with the clock standing still.
func Options(t testing.TB, path string) ui.Options {
	t.Helper()
	return ui.Options{
		Store: Open(t, path, Me), Now: Now, Today: func() model.Date { return Today }, Me: Me,
		Getenv: func(string) string { return "" }, Timer: func() tea.Cmd { return nil },
		Out: io.Discard, // what goes to the clipboard
	}
}

// Workspace opens a workspace on a file, on a screen of a size.
func Workspace(t testing.TB, path string, w, h int) *Screen {
	t.Helper()
	return Start(t, ui.New(Options(t, path)), w, h)
}

// Tick lets time pass until the workspace looks at the file.
func (s *Screen) Tick() *Screen {
	s.t.Helper()
	return s.Send(ui.Tick{})
}
