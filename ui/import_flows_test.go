package ui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"astute/model"
	"astute/ui"
	"astute/ui/state"
	"astute/ui/uitest"
)

// people is a file that says some things in a way of its own, and has a row that
// cannot be taken.
const people = "testdata/import/people.csv"

// importing opens the import of files by the palette.
func importing(t *testing.T, path, files string, w, h int) *uitest.Screen {
	t.Helper()
	return uitest.Workspace(t, path, w, h).Keys(":").Type("import " + files).Keys("enter")
}

// rememberingIn is a workspace that keeps what it remembers in a folder.
func rememberingIn(t *testing.T, path string, dir state.Dir) *uitest.Screen {
	t.Helper()
	o := uitest.Options(t, path)
	o.State = dir
	return uitest.Start(t, ui.New(o), 120, 40)
}

func TestAnImportIsLookedAtAtEverySize(t *testing.T) {
	path := uitest.Example(t)
	for _, size := range sizes[1:] {
		s := uitest.Workspace(t, path, size.w, size.h).Keys(":").Type("import").Keys("enter").Shows("Import which file?")
		s.Type("testdata/im").Keys("tab").Shows("testdata/import/").Golden(fmt.Sprintf("import-ask-%dx%d", size.w, size.h))
		s.Keys("tab", "enter").Shows("Would take in: 2 new accounts, 3 new contacts.", "1 row is not taken", "nothing is written yet")
		s.Golden(fmt.Sprintf("import-%dx%d", size.w, size.h))
		s.Keys("G").Shows("Notes").Keys("esc").Shows("nothing was imported: the book is as it was").Hides("Would take in")
	}
}

func TestColumnsAreReadAsAPersonSays(t *testing.T) {
	path, dir := uitest.Example(t), state.Dir(t.TempDir())
	s := rememberingIn(t, path, dir).Keys(":").Type("import " + people).Keys("enter")
	s.Shows("What", "Kept in the notes", "Since when", "Head of IT | Buyer")
	s.Keys("j", "j", "j", "enter").Shows("What goes to").Type("job").Keys("enter").Shows("* Title")
	s.Keys("j", "enter").Type("in the role").Keys("enter").Shows("? In the role since", "day or month first? d", "d on its column says which")
	s.Keys("d").Shows("03/04/2026 is 3 April").Keys("d").Shows("day first (you say so)").Hides("d on its column says which")
	s.Keys("j", "enter").Type("account annual").Keys("enter").Shows("? Account: Annual", "thousands or decimals? , or .").Keys(",").Shows("decimals after , (you say so)")
	s.Keys("j", "-").Shows("x", "Left out").Keys("n").Shows("Kept in the notes").Keys("-").Golden("import-said-120x40")
	s.Keys("ctrl+s").Shows("imported people.csv: 5 created, 0 updated, 1 row not taken", "Took in: 2 new accounts, 3 new contacts.", "imported")
	s.Keys("ctrl+s").Shows("it is imported: u takes it back").Keys("enter").Shows("it is imported").Keys("esc").Hides("Took in")
	jane := contact(t, path, "Jane Doe")
	if jane.JobTitle != "Head of IT" || jane.Since != model.NewDate(2025, 4, 3) || strings.Contains(jane.Notes, "555") {
		t.Errorf("she is %+v", jane)
	}

	// The next one of the same headings is read so, and says it.
	rememberingIn(t, path, dir).Keys(":").Type("import "+people).Keys("enter").Shows("columns are read as you chose on 2026-03-18", "* Title", "nothing new").
		Keys("j", "r").Shows("as you chose", "* Title"). // nothing was said of that column
		Keys("j", "j", "r").Shows("~ Kept in the notes", "as you chose", "* In the role").Keys("k", "k", "k", "r").Hides("as you chose", "* In the role")

	s.Keys("u").Shows("undone: import people.csv")
	if contactsCalled(t, path, "Jane Doe") != 0 {
		t.Error("one undo did not take all of it back")
	}
}

// contactsCalled counts the contacts of a name.
func contactsCalled(t *testing.T, path, name string) (n int) {
	t.Helper()
	book, err := uitest.Open(t, path, "").Book()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range model.All[*model.Contact](book) {
		if c.Name == name {
			n++
		}
	}
	return n
}

func TestTheRowsThatAreNotTakenAreWrittenToAFile(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "my people.csv")
	text, err := os.ReadFile(people)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 200, 60).Keys(":").Type("import").Keys("enter").Paste("'" + file + "'").Keys("enter")
	s.Shows("1 row is not taken").Keys("w").Shows("my people-rejected.csv").Keys("enter").Shows("wrote the rows that were not taken to", "2 lines")
	rejected, err := os.ReadFile(filepath.Join(dir, "my people-rejected.csv"))
	if err != nil || !strings.Contains(string(rejected), "has no name") || strings.Count(string(rejected), "\n") != 2 {
		t.Errorf("%q, %v", rejected, err)
	}
	s.Keys("ctrl+s").Shows("1 row not taken").Keys("w", "enter").Shows("Replace it?").Keys("y").Shows("wrote the rows that were not taken to")
	s.Keys("esc").Hides("Took in")
}

func TestAFileThatIsDroppedIsLookedAt(t *testing.T) {
	file, err := filepath.Abs(people)
	if err != nil {
		t.Fatal(err)
	}
	path := uitest.Example(t)
	for _, dropped := range []string{file, "'" + file + "'", "file://" + file, file + " ", `"` + file + `"`} {
		uitest.Workspace(t, path, 80, 24).Paste(dropped).Shows("Import people.csv", "Would take in").Keys("esc").Shows("nothing was imported")
	}
	uitest.Workspace(t, path, 80, 24).Paste("/no/such/file.csv").Shows("a paste goes into a field")

	// An empty book begins with it.
	empty := uitest.Empty(t)
	s := uitest.Workspace(t, empty, 80, 24).Shows("ctrl+o").Paste(file).Shows("Would take in: 2 new accounts").Keys("esc").Shows("Which customer")
	s.Keys("ctrl+o").Type(people).Keys("enter", "a").Shows("there is no account yet").Keys("ctrl+s").Shows("imported people.csv", "Took in").Keys("esc").Hides("Which customer").Shows("Northwind")
	s.Keys("u").Shows("undone")
}

func TestWhatIsGivenUpIsNotShown(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 80, 24).Keys(":").Type("import").Keys("enter").Type(people)
	reading := s.SendOnly(uitest.Key("enter"))
	s.Shows("reading it: esc gives up").Keys("esc").Shows("nothing was imported").Do(reading).Hides("Import people.csv")

	s = uitest.Workspace(t, path, 80, 24).Keys(":").Type("import").Keys("enter").Type(people)
	cmd := s.SendOnly(uitest.Key("enter"))
	trial := answer(t, s, cmd)
	s.Shows("Finding out what the import would do").Keys("ctrl+s").Shows("it is being tried").Keys("enter").Shows("it is being tried").Keys("esc").Do(trial).Hides("Would take in")

	// What is said while a trial is under way is tried after it.
	s = importing(t, path, people, 80, 24).Keys("j", "j", "j")
	first := s.SendOnly(uitest.Key("-"))
	s.Keys("j", "-").Keys("ctrl+s").Shows("it is being tried").Do(first).Hides("trying it")
	if n := strings.Count(s.Text(), "Left out"); n != 2 {
		t.Errorf("%d columns are left out", n)
	}
	s.Keys("ctrl+c").Shows("What you typed is not saved yet").Keys("n")
}

// answer runs a command until its first message that is more than a batch, gives
// it to the model and returns what that asks for.
func answer(t *testing.T, s *uitest.Screen, cmd tea.Cmd) tea.Cmd {
	t.Helper()
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			if c != nil {
				return answer(t, s, c)
			}
		}
	default:
		return s.SendOnly(msg)
	}
	t.Fatal("nothing was asked for")
	return nil
}

func TestWhatCannotBeReadIsSaidAndCanBeMended(t *testing.T) {
	path, dir := uitest.Example(t), t.TempDir()
	write := func(name, text string) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	s := uitest.Workspace(t, path, 120, 40).Keys(":").Type("import").Keys("enter")
	for text, said := range map[string]string{"": "name a file", "nowhere.csv": "there is no file nowhere.csv", t.TempDir(): "no file that lies in", "*.pdf": "no file fits", write("half.xlsx", "PK\x03\x04half"): "cannot be read"} {
		s.Keys("ctrl+u").Type(text).Keys("enter").Shows(said)
	}
	s.Keys("ctrl+u").Type("testdata/scr").Keys("tab").Type("zzz").Keys("tab").Shows("no file that could be taken in")
	s.Keys("ctrl+u").Type(write("empty.csv", "")).Keys("enter").Shows("the file is empty").Keys("ctrl+s").Shows("the file is empty").Keys("esc")

	s = importing(t, path, write("odd.csv", "Wer,Was\nJane Doe,CTO\n"), 120, 40).Shows("row of what?", "enter says what the rows are").Golden("import-unknown-120x40")
	s.Keys("ctrl+s").Shows("no column holds a name").Keys("t").Type("contacts").Keys("enter").Shows("say with enter which column is the name")
	s.Keys("j", "enter").Type("name").Keys("enter").Shows("Would take in: 1 new contact.", "* Name").Keys("a").Shows("rows that name no company belong to FreshKart Grocers")
	s.Keys("ctrl+s").Shows("imported odd.csv: 1 created")
	if jane := contact(t, path, "Jane Doe"); jane.Account.IsZero() {
		t.Error("she belongs to no account")
	}

	s = importing(t, path, write("polish.csv", "Name,Company,City\nZbigniew Wa\xb3\xeasa,Gda\xf1sk SA,Krak\xf3w\n"), 120, 40).Shows("Windows-1252 (assumed: c)", "Wa³êsa")
	s.Keys("c").Type("central").Keys("enter").Shows("Wałęsa", "Gdańsk SA").Hides("assumed")
	s.Keys("w").Shows("all rows are taken").Keys("d").Shows("that is for a column").Keys("j", "d").Shows("no field of that kind").Keys("G", "enter").Shows("only to be read").Keys("y", "?").Shows("order of its dates").Keys("esc", "esc")
}

func TestWhatOthersWroteMeanwhileIsLookedAtFirst(t *testing.T) {
	path := uitest.Example(t)
	s := importing(t, path, people, 120, 40).Shows("2 new accounts")
	northwind := &model.Account{Head: model.Head{ID: uitest.Open(t, path, "x").NewID(uitest.Now())}, Name: "Northwind"}
	uitest.Write(t, path, model.Created("add Northwind", northwind))
	s.Keys("ctrl+s").Shows("something was written meanwhile", "1 new account,", "nothing is written yet")
	s.Keys("ctrl+s").Shows("imported people.csv: 4 created").Keys("esc")

	s = importing(t, path, people, 120, 40).Shows("nothing new")
	uitest.Write(t, path, model.Created("add Eastwind", &model.Account{Head: model.Head{ID: uitest.Open(t, path, "yy").NewID(uitest.Now())}, Name: "Eastwind"}))
	s.Tick().Keys("ctrl+s").Shows("this is what it would do now").Keys("ctrl+s").Shows("nothing was new in people.csv")
}

func TestAnImportInPlainCharacters(t *testing.T) {
	o := uitest.Options(t, uitest.Example(t))
	o.Config.Borders = "ascii"
	o.Getenv = func(name string) string { return map[string]string{"NO_COLOR": "1"}[name] }
	uitest.Start(t, ui.New(o), 60, 20).Keys(":").Type("import " + people).Keys("enter").Shows("Would take in").Golden("import-ascii-60x20")
}

func TestWhatWasSaidOfColumnsOutlivesAFileThatFails(t *testing.T) {
	path := uitest.Example(t)
	o, busy := uitest.Options(t, path), false
	o.Store = ailing{o.Store, func(string) error {
		if busy {
			return ills["busy"]
		}
		return nil
	}}
	s := uitest.Start(t, ui.New(o), 120, 40).Keys(":").Type("import "+people).Keys("enter", "j", "j", "j", "-").Shows("x", "Left out")
	busy = true
	s.Keys("j", "-").Shows("could not be found out: the file is busy", "ctrl+s tries again", "What stands below is of before")
	s.Keys("ctrl+s").Shows("the file is busy")
	busy = false
	s.Keys("ctrl+s").Hides("could not be found out").Shows("ctrl+s import")
	if n := strings.Count(s.Text(), "Left out"); n != 2 {
		t.Errorf("%d columns are left out", n)
	}
	s.Keys("ctrl+s").Shows("imported people.csv")
}

func TestWhatWasSaidOfColumnsIsThereAgainInTheSession(t *testing.T) {
	s := importing(t, uitest.Example(t), people, 120, 40).Keys("j", "j", "j", "-").Shows("x", "Left out").Keys("esc").Shows("what you said of the columns is kept until you quit")
	s.Keys(":").Type("import "+people).Keys("enter").Shows("Would take in", "Left out")
	s.Keys("r").Hides("Left out").Keys("esc")
	s.Keys(":").Type("import " + people).Keys("enter").Shows("Would take in").Hides("Left out")
}

// A list that is open belongs to the column for which it was opened, whatever a
// trial that arrives meanwhile does to the page.
func TestAChoiceBelongsToItsColumn(t *testing.T) {
	s := importing(t, uitest.Example(t), people, 120, 40).Keys("j", "j", "j")
	trial := s.SendOnly(uitest.Key("-"))
	s.Keys("enter").Shows("What goes to").Do(trial)
	s.Type("job").Keys("enter").Shows("What                   * Title")
}

// Whether what was pasted is a file is asked outside of Update.
func TestAPasteIsNotLookedForInUpdate(t *testing.T) {
	file, err := filepath.Abs(people)
	if err != nil {
		t.Fatal(err)
	}
	s := uitest.Workspace(t, uitest.Example(t), 120, 40)
	asks := s.SendOnly(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(file), Paste: true})
	s.Hides("Import people.csv").Do(asks).Shows("Import people.csv").Keys("esc")
	s.Paste("/*/*/*/*").Shows("a paste goes into a field")

	empty := uitest.Workspace(t, uitest.Empty(t), 80, 24)
	empty.Paste("/no/such/file").Shows("> /no/such/file")
}

func TestAnEmptyBookImportsWhenItsFirstScreenWasLeft(t *testing.T) {
	s := uitest.Workspace(t, uitest.Empty(t), 80, 24).Keys("esc").Shows("ctrl+o imports")
	s.Keys("ctrl+o").Type(people).Keys("enter").Shows("Would take in: 2 new accounts")
}

// TestKeysTypedWhileAnImportIsWrittenReachNothingBehindIt holds that they are
// passed over with a word, until what came of it can be seen.
func TestKeysTypedWhileAnImportIsWrittenReachNothingBehindIt(t *testing.T) {
	for _, file := range []string{"Name,Company\nJane Doe,Northwind\n", "Name,Company\nJane Doe,Northwind\n,Nobody\n"} {
		path := uitest.Example(t)
		name := filepath.Join(t.TempDir(), "some.csv")
		if err := os.WriteFile(name, []byte(file), 0o600); err != nil {
			t.Fatal(err)
		}
		s := importing(t, path, name, 120, 40).Shows("nothing is written yet")
		slow := s.SendOnly(uitest.Key("ctrl+s"))
		for _, key := range []string{"esc", "q", "x", "enter"} {
			s.SendOnly(uitest.Key(key))
			s.Shows("records, all or nothing: no key counts before it is done, but ctrl+c")
		}
		read := answer(t, s, slow) // it is written, and the plan is being read anew
		s.SendOnly(uitest.Key("q"))
		s.Do(read).Shows("imported some.csv:", " created")
		if s.Quit {
			t.Fatal("a key typed while it was written quit the workspace")
		}
		s.Keys("?").Shows("Keys").Keys("esc") // keys count again
	}
}

func TestKeysTypedWhileTwoAreMergedReachNothingBehindThem(t *testing.T) {
	path := uitest.Example(t)
	id := uitest.Open(t, path, "x").NewID(uitest.Now())
	uitest.Write(t, path, model.Created("add contact", &model.Contact{Head: model.Head{ID: id, Account: contact(t, path, "Jane Smith").Account}, Name: "Smith, Jane"}))
	s := duplicatesIn(t, path, 120, 40).Keys("enter").Shows("Merge two into one")
	slow := s.SendOnly(uitest.Key("ctrl+s"))
	s.SendOnly(uitest.Key("esc"))
	s.Shows("merging the two: no key counts")
	s.SendOnly(uitest.Key("q"))
	s.Do(slow).Shows("merged Smith, Jane into Jane Smith")
	if s.Quit {
		t.Fatal("a key typed while it was written quit the workspace")
	}
}

// TestAChoiceForAColumnLeavesTheRowsWhatTheyAre chooses for a column a field that
// only the kind shown has, where the headings left would speak of another kind.
func TestAChoiceForAColumnLeavesTheRowsWhatTheyAre(t *testing.T) {
	name := filepath.Join(t.TempDir(), "some.csv")
	if err := os.WriteFile(name, []byte("name,role,when,amount,account\nJane Doe,Buyer,2026-03-04,5,Northwind\nJohn Roe,User,2026-03-05,6,Northwind\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"enter", "n", "-"} {
		s := importing(t, uitest.Example(t), name, 120, 40).Shows("2 rows of contacts").Keys("j", key)
		if key == "enter" {
			s.Shows("name goes to").Type("decision role").Keys("enter").Shows("* Decision role")
		}
		s.Shows("2 rows of contacts").Hides("rows of accounts").Keys("ctrl+s").Shows("no column holds a name")
	}
}
