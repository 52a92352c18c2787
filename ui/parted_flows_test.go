package ui_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"astute/model"
	"astute/store"
	"astute/ui"
	"astute/ui/uitest"
)

// parted is a copy of the book at a path that goes its own way, to as many versions
// as there are edits: at a number a book was at here it can be another one.
func parted(t *testing.T, path string, edits ...func(s *store.Store) model.Edit) []byte {
	t.Helper()
	copied := filepath.Join(t.TempDir(), "parted.db")
	over(t, copied, bytesOf(t, path))
	s := uitest.Open(t, copied, "somebody else")
	for _, edit := range edits {
		if _, err := s.Apply(edit(s), uitest.Now().Add(time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	return bytesOf(t, copied)
}

// renamed renames the account of a name.
func renamed(t *testing.T, from, to string) func(s *store.Store) model.Edit {
	return func(s *store.Store) model.Edit {
		book, err := s.Book()
		must(t, err)
		for _, r := range book.Records() {
			if a, is := r.(*model.Account); is && a.Name == from {
				after := model.Clone(a)
				after.Name = to
				return model.Edited("rename "+from, a, after)
			}
		}
		t.Fatalf("there is no account %s", from)
		return model.Edit{}
	}
}

// The same file was taken in on another machine, whose copy of the book lies here
// now at the version that this one was at: taken in again, nobody is there twice.
func TestAnImportIntoACopyThatWentItsOwnWayMakesNoDuplicates(t *testing.T) {
	for _, seen := range []bool{false, true} {
		for how, put := range puts {
			path := uitest.Example(t)
			elsewhere := filepath.Join(t.TempDir(), "elsewhere.db")
			over(t, elsewhere, bytesOf(t, path))
			o := uitest.Options(t, elsewhere)
			o.Store = uitest.Open(t, elsewhere, "somebody else")
			uitest.Start(t, ui.New(o), 120, 40).Keys(":").Type("import "+people).Keys("enter", "ctrl+s").Shows("Took in")
			s := uitest.Workspace(t, path, 120, 40).Keys("3", "l", "e", "ctrl+u").Type("Boss").Keys("enter", ":").Type("import " + people).Keys("enter").Shows("Would take in: 2 new accounts, 3 new contacts.")
			if here, there := version(t, path), version(t, elsewhere); here != there {
				t.Fatalf("they are at %d and %d", here, there)
			}
			put(t, path, bytesOf(t, elsewhere))
			if seen {
				s.Tick().Shows("another copy of the book lies here now")
			}
			s.Keys("ctrl+s")
			if n := contactsCalled(t, path, "Jane Doe"); n != 1 || version(t, path) != version(t, elsewhere) {
				t.Errorf("%s: %d people of one name, at version %d:\n%s", how, n, version(t, path), s.Text())
			}
			s.Tick().Shows("nothing new").Keys("ctrl+s").Shows("nothing was new")
			if n := contactsCalled(t, path, "Jane Doe"); n != 1 {
				t.Errorf("%s: %d people of one name", how, n)
			}
		}
	}
}

// What is worked out from all accounts is that of the copy which lies there now.
func TestThePortfolioIsThatOfTheCopyThatLiesThere(t *testing.T) {
	path := uitest.Example(t)
	other := parted(t, path, renamed(t, "Lumière Logistique", "Quill and Sons"))
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "l", "e", "ctrl+u").Type("Boss").Keys("enter", "9").Shows("Lumière Logistique")
	over(t, path, other)
	s.Tick().Shows("another copy of the book lies here now", "Quill and Sons").Hides("Lumière")
}

// swapping is a file in whose place another is put at the last moment before
// something is written: all looks at it are over then.
type swapping struct {
	ui.Store
	swap func()
}

func (s swapping) Apply(e model.Edit, at time.Time, terms ...store.Term) (uint64, error) {
	s.swap()
	return s.Store.Apply(e, at, terms...)
}

func (s swapping) Undo(n int, at time.Time, terms ...store.Term) ([]store.Entry, error) {
	s.swap()
	return s.Store.Undo(n, at, terms...)
}

func (s swapping) Redo(n int, at time.Time, terms ...store.Term) ([]store.Entry, error) {
	s.swap()
	return s.Store.Redo(n, at, terms...)
}

// Whatever is put in the place of the file between the last look and the writing:
// nothing gets into it, and nothing of it is taken back.
func TestNothingIsWrittenIntoWhatIsPutThereAtTheLastMoment(t *testing.T) {
	for name, keys := range map[string][]string{
		"edit in place":  {"e", "=Boss", "enter"},
		"form":           {"E", "tab", "=Boss", "ctrl+s"},
		"add":            {"a", "=Zora Quill", "ctrl+s"},
		"shared":         {":", "=add product", "enter", "=Zora Quill", "ctrl+s"},
		"new account":    {"A", "=Zora Quill", "enter", "y"},
		"remove":         {"D", "y"},
		"remove account": {"1", "D", "y"},
		"undo":           {"u"},
		"redo":           {"U"},
		"import":         {":", "=import " + people, "enter", "ctrl+s"},
	} {
		for what, other := range map[string]func(path string) []byte{
			"another book": func(string) []byte { return bytesOf(t, otherBook(t)) },
			"another copy": func(path string) []byte {
				return parted(t, path, renamed(t, "Lumière Logistique", "One"), renamed(t, "One", "Two"), renamed(t, "Two", "Three"))
			},
		} {
			t.Run(name+", "+what, func(t *testing.T) {
				path, swap := uitest.Example(t), func() {}
				o := uitest.Options(t, path)
				o.Store = swapping{o.Store, func() { swap() }}
				data := other(path)
				s := uitest.Start(t, ui.New(o), 120, 40).Keys("3", "l", "e").Type("!").Keys("enter")
				if name == "redo" {
					s.Keys("u")
				}
				do(s, keys[:len(keys)-1])
				swap = func() { swap = func() {}; over(t, path, data) }
				s.Keys(keys[len(keys)-1]).Shows(what)
				if !bytes.Equal(bytesOf(t, path), data) {
					t.Errorf("something was written:\n%s", s.Text())
				}
				if s.Tick().Tick(); what == "another book" {
					s.Hides("Zora Quill", "Boss")
				} else if name == "add" {
					s.Shows("Zora Quill").Keys("ctrl+s").Shows("saved") // on top of what is seen now
				}
			})
		}
	}
}

// A file that is taken away at the last moment is not made anew.
func TestAFileTakenAwayAtTheLastMomentIsNotMadeAnew(t *testing.T) {
	for name, keys := range map[string][]string{"add": {"a", "=Zora Quill", "ctrl+s"}, "undo": {"u"}, "import": {":", "=import " + people, "enter", "ctrl+s"}} {
		path, swap := uitest.Example(t), func() {}
		o := uitest.Options(t, path)
		o.Store = swapping{o.Store, func() { swap() }}
		s := uitest.Start(t, ui.New(o), 120, 40).Keys("3", "l", "e").Type("!").Keys("enter")
		do(s, keys[:len(keys)-1])
		swap = func() { must(t, os.Remove(path)) }
		s.Keys(keys[len(keys)-1]).Shows("the file is gone", "put it back")
		if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s: there is a file: %v", name, err)
		}
	}
}
