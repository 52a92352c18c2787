package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/ui"
	"astute/ui/state"
	"astute/ui/uitest"
)

// otherBook is a file with another book, of one account.
func otherBook(t *testing.T) string {
	t.Helper()
	path := uitest.Empty(t)
	a := &model.Account{Name: "Acme Works"}
	a.ID = uitest.Open(t, path, "somebody else").NewID(uitest.Now())
	uitest.Write(t, path, model.Created("add account Acme Works", a))
	return path
}

func bytesOf(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// over copies a book over the file, which stays the same one for the system;
// instead puts another file there.
func over(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	// Another moment than that of the last write, whatever the system's clock says.
	if later := time.Now().Add(time.Duration(len(data)) * time.Millisecond); os.Chtimes(path, later, later) != nil {
		t.Fatal("no other time")
	}
}

func instead(t *testing.T, path string, data []byte) {
	t.Helper()
	beside := filepath.Join(t.TempDir(), "book.db")
	over(t, beside, data)
	if err := os.Rename(beside, path); err != nil {
		t.Fatal(err)
	}
}

// keeping is a workspace that keeps drafts on disk.
func keeping(t *testing.T, path string, w, h int) *uitest.Screen {
	t.Helper()
	o := uitest.Options(t, path)
	o.State, o.Session = state.Dir(t.TempDir()), 1<<30
	return uitest.Start(t, ui.New(o), w, h)
}

var puts = map[string]func(t *testing.T, path string, data []byte){"over the file": over, "instead of the file": instead}

func TestAnotherBookInThePlaceOfTheFileIsSaidAndShownAfresh(t *testing.T) {
	for name, put := range puts {
		for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}} {
			t.Run(name, func(t *testing.T) {
				path, other := uitest.Example(t), bytesOf(t, otherBook(t))
				s := keeping(t, path, size[0], size[1]).Keys("3", "l", "e", "ctrl+u").Type("Boss").Keys("enter", "/").Type("jane").Keys("enter", "h", "E")
				s.Keys("tab", "ctrl+u").Type("Chief of all")
				first := bytesOf(t, path)
				put(t, path, other)
				s.Tick().Shows("! another book lies here now", "Acme Works", ":drafts").Hides("Chief of all", "FreshKart", "Jane Smith", "removed")
				s.Keys("u").Shows("Take it back?", "before you came", "add account Acme Works").Keys("n")
				s.Keys("U").Shows("nothing to redo")
				s.Keys(":").Type("drafts").Keys("enter").Shows("Typed and never saved", "Jane Smith").Keys("enter").Shows("is no longer there")
				s.Keys("A").Type("Zebra Ltd").Keys("enter", "y").Tick().Shows("Zebra Ltd")
				put(t, path, first)
				s.Tick().Shows("! another book lies here now", "FreshKart").Hides("Zebra")
				s.Keys(":").Type("drafts").Keys("enter").Shows("Jane Smith").Keys("enter").Shows("Chief of all").Keys("ctrl+s").Shows("saved")
				if got := contact(t, path, "Jane Smith").JobTitle; got != "Chief of all" {
					t.Errorf("the title is %q", got)
				}
				s.Keys("u").Shows("undone")
			})
		}
	}
}

// Between the moment when another book is put there and the next look at the file
// nothing gets into it, and nothing of it is taken back.
func TestNothingIsWrittenIntoABookThatWasNotSeen(t *testing.T) {
	for name, keys := range map[string][]string{
		"edit in place":  {"e", "=Boss", "enter"},
		"add":            {"3", "a", "=Zora Quill", "ctrl+s"},
		"shared":         {":", "=add product", "enter", "=Zora Quill", "ctrl+s"},
		"new account":    {"A", "=Zora Quill", "enter", "y"},
		"remove":         {"3", "D", "y"},
		"undo":           {"u"},
		"redo":           {"U"},
		"remove account": {"1", "D", "y"},
	} {
		for how, put := range puts {
			t.Run(name+", "+how, func(t *testing.T) {
				path, other := uitest.Example(t), bytesOf(t, otherBook(t))
				s := keeping(t, path, 120, 40).Keys("3", "l", "e").Type("!").Keys("enter")
				if name == "redo" {
					s.Keys("u")
				}
				do(s, keys[:len(keys)-1])
				put(t, path, other)
				s.Keys(keys[len(keys)-1]).Shows("another book lies here now")
				if got := version(t, path); got != 1 {
					t.Errorf("the other book is at version %d:\n%s", got, s.Text())
				}
				s.Tick().Tick().Shows("Acme Works").Hides("FreshKart", "Zora Quill")
				if got := version(t, path); got != 1 {
					t.Errorf("the other book is at version %d", got)
				}
			})
		}
	}
}

func TestAnOlderCopyOfTheBookIsTheSameBook(t *testing.T) {
	for name, put := range puts {
		for _, size := range [][2]int{{60, 20}, {120, 40}} {
			t.Run(name, func(t *testing.T) {
				path := uitest.Example(t)
				s := keeping(t, path, size[0], size[1])
				older := bytesOf(t, path)
				s.Keys("3", "l", "e", "ctrl+u").Type("Boss").Keys("enter", "h", "n").Type("Met her in May")
				put(t, path, older)
				s.Tick().Shows("! an older copy", "info", "Met her in May").Hides("Boss", "another book")
				s.Keys("ctrl+s").Shows("Jane Smith").Hides("ctrl+s save")
				if c := contact(t, path, "Jane Smith"); c.JobTitle != "CTO" || c.Notes == "" {
					t.Errorf("%+v", c)
				}
				s.Keys("u").Shows("undone").Keys("u").Shows("Take it back?", "before you came")
			})
		}
	}
}

func TestACopyThatWentItsOwnWayIsSaid(t *testing.T) {
	path := uitest.Example(t)
	older := bytesOf(t, path)
	s := keeping(t, path, 120, 40).Keys("3", "l", "e", "ctrl+u").Type("Boss").Keys("enter")
	parted := filepath.Join(t.TempDir(), "parted.db")
	over(t, parted, older)
	other := uitest.Open(t, parted, "somebody else")
	was := contact(t, parted, "Jane Smith")
	is := model.Clone(was)
	is.JobTitle = "Chief Nothing"
	if _, err := other.Apply(model.Edited("title of Jane Smith: Boss", was, is), uitest.Now().Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	instead(t, path, bytesOf(t, parted))
	s.Tick().Shows("! another copy of the book lies here now", "Chief Nothing", "astute info").Keys("u").Shows("Take it back?")
}

func TestARestoreByAnotherProgramIsSaid(t *testing.T) {
	path := uitest.Example(t)
	backup := filepath.Join(t.TempDir(), "copy.db")
	over(t, backup, bytesOf(t, path))
	s := keeping(t, path, 80, 24).Keys("3", "l", "e", "ctrl+u").Type("Boss").Keys("enter")
	if _, err := uitest.Open(t, path, "somebody else").Restore(backup); err != nil {
		t.Fatal(err)
	}
	s.Tick().Shows("restored elsewhere", "CTO").Hides("Boss")
	s = keeping(t, path, 80, 24)
	if _, err := uitest.Open(t, path, "somebody else").Restore(otherBook(t)); err != nil {
		t.Fatal(err)
	}
	s.Tick().Shows("another book lies here now", "Acme Works")
}

func TestABookMadeWhereTheFileWasRemovedIsAnother(t *testing.T) {
	path, other := uitest.Example(t), bytesOf(t, otherBook(t))
	s := keeping(t, path, 120, 40).Keys("3", "E", "tab", "ctrl+u").Type("Chief of all")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	s.Tick().Shows("THE FILE IS GONE", "Chief of all").Keys("ctrl+s").Shows("the file is gone", "Chief of all")
	over(t, path, other)
	s.Tick().Shows("another book lies here now", "Acme Works").Hides("THE FILE IS GONE", "Chief of all")
	s.Keys(":").Type("drafts").Keys("enter").Shows("Jane Smith")
}

// The same book in another file, as a program writes it that keeps folders in
// step, is no news: what was made here is still taken back unasked.
func TestTheSameBookInAnotherFileIsNoNews(t *testing.T) {
	path := uitest.Example(t)
	s := keeping(t, path, 120, 40).Keys("3", "l", "e", "ctrl+u").Type("Boss").Keys("enter", "h")
	instead(t, path, bytesOf(t, path))
	s.Tick().Hides("lies here now").Keys("u").Shows("undone: title of Jane Smith (Boss -> CTO)")
	s.Keys("U").Shows("redone")
	retitle(t, path, "Jane Smith", "Chief Nothing")
	instead(t, path, bytesOf(t, path))
	s.Tick().Shows("Chief Nothing").Hides("lies here now").Keys("u").Shows("made elsewhere meanwhile")
}

// Whatever lies in the place of the file for a while: one line says so, the screen
// and what is typed live, nothing is written there, and when the file is back all
// goes on.
func TestWhateverLiesInThePlaceOfTheFile(t *testing.T) {
	for name, c := range map[string]struct {
		put  func(t *testing.T, path string)
		says string // also where the file's name is long
	}{
		"nothing":    {func(t *testing.T, path string) {}, "the file is gone"},
		"a folder":   {func(t *testing.T, path string) { must(t, os.Mkdir(path, 0o700)) }, "folder"},
		"garbage":    {func(t *testing.T, path string) { over(t, path, make([]byte, 50000)) }, "not an astute file"},
		"few bytes":  {func(t *testing.T, path string) { over(t, path, []byte("x")) }, "not an astute file"},
		"no bytes":   {func(t *testing.T, path string) { over(t, path, nil) }, "empty"},
		"half of it": {func(t *testing.T, path string) { over(t, path, bytesOf(t, uitest.Example(t))[:30000]) }, "damaged"},
	} {
		for _, size := range [][2]int{{60, 20}, {80, 24}} {
			t.Run(name, func(t *testing.T) {
				path := uitest.Example(t)
				s := keeping(t, path, size[0], size[1]).Keys("3", "E", "tab", "ctrl+u").Type("Chief of all")
				away := filepath.Join(t.TempDir(), "away.db")
				must(t, os.Rename(path, away))
				c.put(t, path)
				s.Tick().Shows("Chief of all", c.says).Keys("ctrl+s").Shows("Chief of all", c.says)
				s.Tick().Tick().Shows("Chief of all")
				must(t, os.RemoveAll(path))
				must(t, os.Rename(away, path))
				s.Tick().Shows("the file can be read again", "Chief of all").Keys("ctrl+s").Shows("saved")
				if got := contact(t, path, "Jane Smith").JobTitle; got != "Chief of all" {
					t.Errorf("the title is %q", got)
				}
			})
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Who looks at a book whose file is gone is told which backup brings it back.
func TestAFileThatIsGoneNamesTheBackupThatBringsItBack(t *testing.T) {
	path := uitest.Example(t)
	book := uitest.Open(t, path, "somebody else")
	must(t, book.AutoBackup(uitest.Now()))
	s := keeping(t, path, 80, 24)
	must(t, os.Remove(path))
	s.Tick().Shows("the file is gone", "astute restore ")
	back := strings.TrimPrefix(book.WayBack(), "astute restore ")
	if _, err := book.Restore(back); err != nil {
		t.Fatal(err)
	}
	s.Tick().Shows("the file can be read again", "Jane Smith").Hides("THE FILE IS GONE")
}

// When a file can be written again the header stops saying that it cannot.
func TestAFileThatCanBeWrittenAgainIsNotSaidToBeReadOnly(t *testing.T) {
	s, _, write := onFailing(t, 80, 24)
	*write = faults["read only"]
	s.Keys("3", "l", "e", "ctrl+u").Type("Boss").Keys("enter").Shows("read only", "Boss")
	*write = nil
	s.Tick().Hides("read only").Keys("enter").Shows("Title of Jane Smith: Boss")
}

// What was put aside and is on no disk is not lost without a question.
func TestWhatIsPutAsideAndOnNoDiskIsAskedFor(t *testing.T) {
	path, other := uitest.Example(t), bytesOf(t, otherBook(t))
	blocked := filepath.Join(t.TempDir(), "file")
	must(t, os.WriteFile(blocked, nil, 0o600))
	o := uitest.Options(t, path)
	o.State, o.Session = state.Dir(filepath.Join(blocked, "state")), 1<<30
	s := uitest.Start(t, ui.New(o), 80, 24).Keys("3", "E", "tab", "ctrl+u").Type("Chief of all").Shows("no drafts kept")
	instead(t, path, other)
	s.Tick().Shows("another book lies here now; what you typed is on no disk", ":drafts lists it", "until you quit", "Acme Works").Keys("q").Shows("Quit?", "could not be kept").Keys("n")
	s.Keys(":").Type("drafts").Keys("enter").Shows("Jane Smith", "Chief of all").Keys("esc")
	must(t, os.Remove(blocked))
	s.Keys("3", "a").Type("Zora").Hides("no drafts kept").Keys("esc", "k")
	if s.Keys("q"); !s.Quit {
		t.Fatalf("it asks though all is kept:\n%s", s.Text())
	}
}

// What was typed in the book that comes back is named when it does, until it was
// looked at.
func TestTheRightBookBackNamesTheDraftsThatAreKept(t *testing.T) {
	path, other := uitest.Example(t), bytesOf(t, otherBook(t))
	s := keeping(t, path, 120, 40).Keys("3", "E", "tab", "ctrl+u").Type("Chief of all")
	first := bytesOf(t, path)
	over(t, path, other)
	s.Tick().Shows("what you typed is kept, and :drafts lists it")
	over(t, path, first)
	s.Tick().Shows("FreshKart", "! another book lies here now; what you typed before is still kept: :drafts lists it")
	s.Keys(":").Type("drafts").Keys("enter", "enter").Shows("Chief of all").Keys("ctrl+s").Shows("saved")
	first = bytesOf(t, path)
	over(t, path, other)
	s.Tick().Shows("you see what is in it").Hides(":drafts")
	over(t, path, first)
	s.Tick().Shows("you see what is in it").Hides(":drafts")
}

// sometimesNewer is a file in whose place one can be put that a newer program laid
// out.
type sometimesNewer struct {
	ui.Store
	now *bool
}

func (s sometimesNewer) Newer() (bool, error) { return *s.now, nil }

func TestABookOfANewerProgramInThePlaceOfTheFileIsSaidAtOnce(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		path, other := uitest.Example(t), bytesOf(t, otherBook(t))
		o, isNewer := uitest.Options(t, path), false
		o.Store = sometimesNewer{o.Store, &isNewer}
		s := uitest.Start(t, ui.New(o), size[0], size[1]).Hides("read only")
		first := bytesOf(t, path)
		// Another book of a newer program.
		isNewer = true
		over(t, path, other)
		s.Tick().Shows("read only", "Acme Works", "the file is of a newer", "update astute")
		s.Keys("j").Tick().Shows("read only").Hides("update astute")
		// The right one is back, and can be written.
		isNewer = false
		over(t, path, first)
		s.Tick().Shows("FreshKart").Hides("read only")
		// The same one, brought up to a newer layout elsewhere.
		s.Keys("j")
		isNewer = true
		retitle(t, path, "Jane Smith", "Chief of one")
		s.Tick().Shows("Chief of one", "read only", "the file is of a newer version, which can be read but not changed: update")
	}
}
