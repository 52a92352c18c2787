package ui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/model/modeltest"
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

func (newer) Info() (store.Info, error) { return store.Info{Schema: store.Schema + 1}, nil }

func TestAFileOfANewerProgramIsReadOnly(t *testing.T) {
	o := uitest.Options(t, uitest.Example(t))
	o.Store = newer{o.Store}
	uitest.Start(t, ui.New(o), 120, 40).Shows("read only")
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

func TestTheBriefFromTheLookUpLeavesEverythingWhereItWas(t *testing.T) {
	for _, query := range []string{"holloway", "sakurai", "pilot stores"} {
		s := example(t).Keys("3", "/").Type("support:").Keys("enter", "j", "j", "l")
		was := s.Text()
		s.Keys("f").Type(query).Keys("enter").Shows("Brief").Keys("esc")
		if now := s.Text(); now != was {
			t.Errorf("after the brief on %s it is\n%s\nand was\n%s", query, now, was)
		}
	}
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("f").Type("sakurai").Keys("enter").Shows("Brief", "Sakurai")
	s.Keys("tab").Hides("Brief").Shows("Sakurai", "3 of 3")
}

func TestTheBriefOfAnotherAccountFollowsTheFileAndIsEditedThere(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40)
	var other *model.Contact
	for _, c := range contacts(t, path) {
		if c.Account != contact(t, path, "Jane Smith").Account {
			other = c
		}
	}
	s.Keys("f").Type(other.Name).Keys("enter").Shows("Brief", other.Name)
	retitle(t, path, other.Name, "Chief of Elsewhere")
	s.Tick().Shows("Chief of Elsewhere", "FreshKart")
	s.Keys("e").Shows("Edit contact " + other.Name).Keys("esc").Hides("FreshKart Grocers   ")
}

func TestListsOverThePanesKeepTheirHeightAndCount(t *testing.T) {
	s := example(t).Keys(":")
	bottom := func() int { _, y := s.Place("esc back"); return y }
	s.Shows("more below", "/")
	box := func() string {
		for i := len(s.Lines()) - 2; i > 0; i-- {
			if line := s.Lines()[i]; strings.Contains(line, "└") {
				return fmt.Sprint(i, strings.Index(line, "└"))
			}
		}
		return ""
	}
	was, end := box(), bottom()
	s.Type("undo")
	if now := box(); now != was || bottom() != end {
		t.Errorf("the list stood at %s and stands at %s", was, now)
	}
	s.Hides("more below")
}

func TestTheBriefTellsItsKeys(t *testing.T) {
	s := example(t).Keys("3", "enter", "?").Shows("In Brief", "copy as Markdown", "go there")
	s.Keys("?").Hides("In Brief").Shows("Brief", "How to approach")
	s.Keys("Z").Shows("nothing is on Z here")
}

func TestHelpNamesTheColonOnce(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 120).Keys("?")
	n := 0
	for _, line := range s.Lines() {
		if strings.Contains(line, "│ : ") {
			n++
		}
	}
	if n != 1 {
		t.Errorf("the colon is listed %d times:\n%s", n, s.Text())
	}
	s.Shows("By name, with :", "ctrl+c").Hides("the first row", "the next row")
}

func TestAFilterThatDoesNotParseIsNotTaken(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 80, 24).Keys("3", "/").Type("nosuch:thing").Keys("enter")
	s.Shows("/nosuch:thing", "there is no field", "or quote the text to look for it").Keys("esc").Hides("/nosuch")
	s.Keys("/").Type("support:champion").Keys("enter", "/").Type(" nosuch:x").Keys("enter", "esc").Shows("/support:champion")
}

func TestAFilterTakesTheWordsOfTheScreen(t *testing.T) {
	for typed, want := range map[string]string{
		"role:economic": "decision_role:economic", "inf:high": "influence:high", "sup:champion": "support:champion",
		"sta:astute": "political_status:astute", "status:astute": "political_status:astute", "aln:good": "alignment:good",
		"rnk:vp": "rank:vp", "cov:*": "coverage:*", "-last:*": "-touched:*", "Decision_role:user": "decision_role:user",
	} {
		rows := func(text string) string {
			s := example(t).Keys("3", "z", "/").Type(text).Keys("enter", "j")
			return strings.Join(s.Lines()[2:], "\n")
		}
		if a, b := rows(typed), rows(want); a != b {
			t.Errorf("%s shows\n%s\nand %s\n%s", typed, a, want, b)
		}
	}
}

func TestAFilterForAnotherPaneSaysWhichPane(t *testing.T) {
	example(t).Keys("3", "/").Type("owner:me").Keys("enter").Shows("contacts have no owner; Action plan (4) does")
	o := uitest.Options(t, uitest.Example(t))
	o.Me = ""
	s := uitest.Start(t, ui.New(o), 120, 40).Keys("4", "/").Type("owner:me").Keys("enter").Shows(`nobody has said who "me" is`)
	s.Keys("esc", "/").Type("owner:ben").Keys("enter").Hides("nobody has said")
}

func TestAnEmptyResultNamesTheFilterAndTheWayOut(t *testing.T) {
	example(t).Keys("3", "/").Type("zzzz").Keys("enter").Shows("nothing matches /zzzz: esc shows all again").Keys("esc").Shows("Jane Smith")
}

func TestThePaletteIsFoundByOtherWordsAndLeavesMovingOut(t *testing.T) {
	s := example(t).Keys("3", ":").Shows("> add a contact").Hides("half a page", "move a line down")
	for typed, want := range map[string]string{
		"note": "add interaction", "call": "add interaction", "export": "export the plan", "import": "import", "backup": "backup", "todo": "add action",
	} {
		s.Keys("ctrl+u").Type(typed).Shows(want)
	}
	s.Keys("ctrl+u").Type("import").Keys("enter").Shows("astute import FILE.csv")
	s.Keys(":").Type("backup").Keys("enter").Shows("astute backup FILE")
}

func TestThePlanIsExportedToAFile(t *testing.T) {
	t.Chdir(t.TempDir())
	s := example(t).Keys("x").Shows("Export the full plan as Markdown", "freshkart-grocers.md")
	s.Keys("enter").Shows("wrote the full plan to", "lines)")
	full, err := os.ReadFile("freshkart-grocers.md")
	if err != nil || !strings.Contains(string(full), "Jane Smith") {
		t.Fatal(err)
	}
	s.Keys("x", "tab").Shows("Export one page").Keys("enter").Shows("Replace it?", "is there already").Keys("n").Shows("Export one page")
	if now, _ := os.ReadFile("freshkart-grocers.md"); string(now) != string(full) {
		t.Fatal("it was written over without an answer")
	}
	s.Keys("enter", "y").Shows("wrote one page to")
	if now, _ := os.ReadFile("freshkart-grocers.md"); len(now) == 0 || len(now) >= len(full) {
		t.Fatalf("one page has %d bytes, the plan %d", len(now), len(full))
	}
	s.Keys("x", "ctrl+u").Type("no/such/folder/plan.md").Keys("enter").Shows("it cannot be written there", "no/such/folder/plan.md")
	s.Keys("esc").Hides("cannot be written")
	if left, _ := os.ReadDir("."); len(left) != 1 {
		t.Fatalf("left behind: %v", left)
	}
}

func TestARenameInPlaceSaysItOnce(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 80, 24).Keys("3", "e", "ctrl+u").Type("Aaron Smith").Keys("enter")
	s.Shows("Jane Smith is now Aaron Smith  (u takes it back)")
	s.Keys("e", "ctrl+u").Type(strings.Repeat("Aaron von und zu ", 12)).Keys("enter").Shows("(u takes it back)")
}

func TestCtrlCInAPaneQuitsLikeQ(t *testing.T) {
	if s := example(t).Keys("3", "ctrl+c"); !s.Quit {
		t.Fatal("it was not left")
	}
}

func TestAPaneThatCannotBeResizedSaysWhichWay(t *testing.T) {
	s := example(t).Keys("3")
	for range 40 {
		s.Keys("+")
	}
	s.Shows("no more room to give")
	for range 60 {
		s.Keys("-")
	}
	s.Shows("cannot get any smaller")
}

func TestAnEmptyFileSaysThatItIsEmpty(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	uitest.Workspace(t, path, 120, 40).Shows("Which customer", "empty (0 bytes)")
}

func TestTheBriefOfSomebodyWithoutAnAccount(t *testing.T) {
	path := uitest.Example(t)
	c := &model.Contact{Name: "Zora Quill", JobTitle: "Of no house"}
	c.ID = model.ID{15: 7}
	s := uitest.Workspace(t, path, 120, 40)
	uitest.Write(t, path, model.Created("add contact Zora Quill", c))
	s.Tick().Keys("f").Type("zora").Keys("enter").Shows("Brief", "Of no house", "FreshKart").Keys("esc").Shows("FreshKart", "Jane Smith")
}

func TestAScreenTooSmallSaysHowToLeave(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 59, 19).Shows("q quits")
	if s.Keys("q"); !s.Quit {
		t.Fatal("q does not quit")
	}
}

func TestALargeImportOpensAnAccountAndThenKnowsAll(t *testing.T) {
	path := uitest.Empty(t)
	uitest.Write(t, path, model.Created("import book.csv", modeltest.Generate(1, 1000, uitest.Today)...))
	w := ui.New(uitest.Options(t, path))
	w.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	if first := uitest.Plain(w.View()); strings.Contains(first, "no account") || strings.Contains(first, "1 of 1 ") {
		t.Errorf("the first frame is\n%s", first)
	}
	uitest.Start(t, w, 120, 40).Shows(" of 1")
}
