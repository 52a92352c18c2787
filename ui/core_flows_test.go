package ui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/store"
	"astute/ui"
	"astute/ui/uitest"

	tea "github.com/charmbracelet/bubbletea"
)

// retitle gives a person another title in the file, as a command would.
func retitle(t *testing.T, path, name, title string) {
	t.Helper()
	before := contact(t, path, name)
	after := model.Clone(before)
	after.JobTitle = title
	uitest.Write(t, path, model.Edited("edit contact "+name, before, after))
}

// version is the file's version.
func version(t *testing.T, path string) uint64 {
	t.Helper()
	v, err := uitest.Open(t, path, "").Version()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestHeldUndoStopsAtTheBorderOfTheSession(t *testing.T) {
	path := uitest.Example(t)
	before := version(t, path)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "l", "e", "ctrl+u").Type("Boss").Keys("enter")
	s.Burst(strings.Repeat("u", 40)).Shows("Take it back?", "before you came", "ago by")
	s.Burst(strings.Repeat("u", 40)).Shows("Take it back?")
	if got := version(t, path); got != before+2 {
		t.Fatalf("%d edits were written, the title and its undo are two", got-before)
	}
	s.Keys("n").Hides("Take it back?")
	if got := contact(t, path, "Jane Smith").JobTitle; got != "CTO" {
		t.Fatalf("the title is %q", got)
	}
	s.Keys("U").Shows("redone: title of Jane Smith (CTO -> Boss)")
}

func TestALargeEditIsNotTakenBackUnasked(t *testing.T) {
	path := uitest.Empty(t)
	s := uitest.Workspace(t, path, 120, 40).Type("Acme").Keys("enter", "3")
	account := soleAccount(t, path)
	var people []model.Record
	st := uitest.Open(t, path, "somebody else")
	for i := range 101 {
		c := &model.Contact{Name: fmt.Sprint("Person ", i)}
		c.ID, c.Account = st.NewID(uitest.Now()), account
		people = append(people, c)
	}
	if _, err := st.Apply(model.Created("import contacts.csv", people...), uitest.Now()); err != nil {
		t.Fatal(err)
	}
	s.Tick().Shows("Person 100")
	s.Keys("u").Shows("Take it back?", "made elsewhere meanwhile", "import contacts.csv (101 created), just now by somebody else")
	s.Keys("y").Shows("undone: import contacts.csv").Keys("u").Shows("undone: add account Acme")
}

func TestUndoAsksWhenTheOfferedEditIsNotTheNewestAnyMore(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "l", "e", "ctrl+u").Type("Boss").Keys("enter")
	s.Shows("(u takes it back)")
	retitle(t, path, "Alan Brown", "Chief of money")
	s.Tick().Hides("(u takes it back)").Shows("changed elsewhere: title of Alan Brown (CFO -> Chief of money)")
	s.Keys("u").Shows("Take it back?", "edit contact Alan Brown", "by somebody else").Keys("n")
	if got := contact(t, path, "Alan Brown").JobTitle; got != "Chief of money" {
		t.Fatalf("the title is %q", got)
	}
}

func TestUndoBeforeTheNewsArrivedAsks(t *testing.T) {
	path := uitest.Example(t)
	a, b := uitest.Workspace(t, path, 120, 40), uitest.Workspace(t, path, 120, 40)
	a.Keys("3", "l", "e", "ctrl+u").Type("Boss").Keys("enter")
	a.Keys("e", "ctrl+u").Type("Bigger").Keys("enter")
	b.Tick().Keys("u", "y").Shows("undone: title of Jane Smith (Bigger -> Boss)")
	a.Keys("u").Shows("Take it back?", "elsewhere").Keys("esc")
	if got := contact(t, path, "Jane Smith").JobTitle; got != "Boss" {
		t.Fatalf("the title is %q", got)
	}
	a.Tick().Shows("taken back elsewhere: title of Jane Smith (Bigger -> Boss)")
}

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

// readOnly is a file that cannot be written, whoever runs the tests.
type readOnly struct{ ui.Store }

func (readOnly) Apply(model.Edit, time.Time) (uint64, error) { return 0, store.ErrReadOnly }

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

func TestARecordRemovedUnderItsEditor(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "l", "e", "ctrl+u").Type("Chief Everything")
	remove(t, path, "Jane Smith")
	s.Tick().Shows("Chief Everything", "removed elsewhere", "y copies")
	s.Keys("enter").Shows("Chief Everything", "removed elsewhere")
	s.Keys("y").Shows("sent to the clipboard").Keys("esc").Hides("Title of Jane Smith", "would be lost")
}

func TestARecordRemovedJustBeforeItIsSaved(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "l", "e", "ctrl+u").Type("Chief Everything")
	remove(t, path, "Jane Smith")
	s.Keys("enter").Shows("Chief Everything", "removed elsewhere", "y copies").Hides("repeat the change")
}

func remove(t *testing.T, path, name string) {
	t.Helper()
	s := uitest.Open(t, path, "somebody else")
	changes, err := s.Removal(contact(t, path, name).ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(model.Edit{Label: "remove contact " + name, Changes: changes}, uitest.Now()); err != nil {
		t.Fatal(err)
	}
}

func TestAConflictSaysOneThingAndEscKeepsTheirsUnasked(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "l", "e", "ctrl+u").Type("Chief Everything")
	retitle(t, path, "Jane Smith", "Chief Nothing")
	s.Keys("enter").Shows("Chief Everything", "somebody else wrote Chief Nothing")
	if n := strings.Count(s.Text(), "Chief Nothing"); n != 1 {
		t.Errorf("the other value is said %d times:\n%s", n, s.Text())
	}
	s.Keys("esc").Hides("would be lost", "Title of Jane Smith")
	if got := contact(t, path, "Jane Smith").JobTitle; got != "Chief Nothing" {
		t.Fatalf("the title is %q", got)
	}
}

func soleAccount(t *testing.T, path string) model.ID {
	t.Helper()
	list, err := uitest.Open(t, path, "").Accounts()
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	return list[0].ID
}

// raw pastes text as a terminal does that does not mark pastes: as keys, words
// and blanks and line ends each as a message of their own, in no time.
func raw(s *uitest.Screen, text string) {
	var later []tea.Cmd
	send := func(msg tea.Msg) { later = append(later, s.SendOnly(msg)) }
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			send(uitest.Key("enter"))
		}
		for j, word := range strings.Split(line, " ") {
			if j > 0 {
				send(uitest.Key(" "))
			}
			if word != "" {
				send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(word)})
			}
		}
	}
	for _, cmd := range later {
		s.Do(cmd)
	}
}

func TestARawPasteIsNotTakenForCommands(t *testing.T) {
	for _, text := range []string{"hello world, this is a note\nand a second line", "DeleteEverythingHere", "hello\n", "cccccDy yes y\n"} {
		path := uitest.Example(t)
		before := version(t, path)
		for _, pane := range []string{"1", "2", "3", "4"} {
			s := uitest.Workspace(t, path, 120, 40).Keys(pane)
			was := strings.Split(s.Text(), "\n")
			raw(s, text)
			s.Shows("that looks like a paste: nothing was done")
			if now := strings.Split(s.Text(), "\n"); strings.Join(now[:39], "\n") != strings.Join(was[:39], "\n") {
				t.Errorf("%q in pane %s changed the screen to\n%s", text, pane, s.Text())
			}
		}
		if got := version(t, path); got != before {
			t.Errorf("%q wrote %d edits", text, got-before)
		}
	}
}

func TestKeysTypedAheadStillCount(t *testing.T) {
	s := example(t)
	raw(s, "fmargaret holloway\n")
	s.Shows("Brief", "Margaret Holloway").Keys("esc")
	raw(s, "3lle")
	s.Shows("ole of Jane Smith")
	s.Keys("esc", "3", "g").Burst(strings.Repeat("j", 30)).Burst("kkkkkjjjjjhhhhlllljjjkkk").Hides("looks like a paste")
}
