package uitest

import (
	"math/rand/v2"
	"path/filepath"
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
	random := rand.New(rand.NewPCG(1, uint64(len(author))))
	s, err := store.Open(path, store.Options{Author: author, Entropy: func(b []byte) (int, error) {
		for i := range b {
			b[i] = byte(random.Uint32())
		}
		return len(b), nil
	}})
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

// Example writes the worked example into a new file and returns its path.
func Example(t testing.TB) string {
	t.Helper()
	path := Empty(t)
	authors := map[string]*store.Store{}
	first := Open(t, path, "")
	for _, step := range modeltest.Example(Today, first.NewID) {
		s := authors[step.By]
		if s == nil {
			s = Open(t, path, step.By)
			authors[step.By] = s
		}
		if _, err := s.Apply(step.Edit, step.At); err != nil {
			t.Fatal(err)
		}
	}
	return path
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
