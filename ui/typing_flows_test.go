package ui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"astute/model"
	"astute/ui"
	"astute/ui/state"
	"astute/ui/uitest"
)

// Each test below is something a person types: keys in, screen out.

// asNobody opens the worked example for somebody who has not said who they are.
func asNobody(t *testing.T) (*uitest.Screen, string) {
	t.Helper()
	path := uitest.Example(t)
	o := uitest.Options(t, path)
	o.Me = ""
	settings := t.TempDir()
	o.Getenv = func(name string) string { return map[string]string{"XDG_CONFIG_HOME": settings}[name] }
	return uitest.Start(t, ui.New(o), 120, 40), path
}

func records[R model.Record](t *testing.T, path string) []R {
	t.Helper()
	s := uitest.Open(t, path, "reader")
	accounts, err := s.Accounts()
	if err != nil || len(accounts) == 0 {
		t.Fatalf("%d accounts, %v", len(accounts), err)
	}
	var list []R
	for _, a := range accounts {
		p, _, err := s.Plan(a.ID)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, model.All[R](p.Book)...)
	}
	return list
}

func TestACallIsLoggedWithOneKey(t *testing.T) {
	path := uitest.Example(t)
	before := len(records[*model.Interaction](t, path))
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "i")
	s.Shows("Log a call or meeting", "Jane Smith", "2026-03-18", "Call", uitest.Me)
	s.Type("Agreed on the pilot").Keys("ctrl+s").Shows("saved")
	list := records[*model.Interaction](t, path)
	if len(list) != before+1 {
		t.Fatalf("%d interactions, there were %d", len(list), before)
	}
	for _, i := range list {
		if i.Summary == "Agreed on the pilot" {
			if i.On != uitest.Today || i.Type != model.Call || len(i.Contacts) != 1 || i.Teammate.IsZero() {
				t.Fatalf("it says on %v, type %v, with %v, by %v", i.On, i.Type, i.Contacts, i.Teammate)
			}
			return
		}
	}
	t.Fatal("it is not there")
}

func TestACallIsLoggedFromTheMapTheBriefAndThePalette(t *testing.T) {
	s := example(t).Keys("2", "i").Shows("Log a call or meeting", "Raj Mehta").Keys("esc")
	s.Keys("3", "enter").Shows("Brief").Keys("i").Shows("Log a call or meeting", "Jane Smith").Keys("esc", "esc")
	for _, word := range []string{"log", "call", "note"} {
		s.Keys(":").Type(word).Shows("log a call or meeting").Keys("esc")
	}
}

func TestANoteIsOneKeyAway(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 80, 24).Keys("3", "n").Shows("Notes of Jane Smith")
	s.Keys("enter").Type("likes to be called early").Keys("ctrl+s").Shows("u takes it back")
	if notes := contact(t, path, "Jane Smith").Notes; !strings.HasSuffix(notes, "\nlikes to be called early") && notes != "likes to be called early" {
		t.Fatalf("the notes are %q", notes)
	}
}

func TestATeammateIsMadeWhereAnOwnerIsNeededAndOneUndoTakesBoth(t *testing.T) {
	path := uitest.Example(t)
	before := len(records[*model.Teammate](t, path))
	s := uitest.Workspace(t, path, 120, 40).Keys("4", "@").Type("pat doyle").Shows(`+ new teammate "pat doyle"`)
	s.Keys("ctrl+u").Type("Pat Doyle").Keys("enter").Shows("Owner of", "Pat Doyle")
	if n := len(records[*model.Teammate](t, path)); n <= before {
		t.Fatalf("%d teammates, there were %d", n, before)
	}
	s.Keys("u").Shows("undone")
	if n := len(records[*model.Teammate](t, path)); n != before {
		t.Fatalf("%d teammates after undo, there were %d", n, before)
	}
}

func TestANameThatFitsNobodyIsNotMadeByGoingOn(t *testing.T) {
	s := example(t).Keys("4", "E", "tab", "tab").Keys("ctrl+g").Shows("Keys of a form").Keys("esc")
	s.Keys("esc").Keys("4", "@").Type("Pat Doyle").Keys("ctrl+s").Shows("nobody is called Pat Doyle: enter makes a new")
}

func TestWhoOneIsIsAskedOnceWhenAnOwnerWasNamedAndNobodyTypes(t *testing.T) {
	now := uitest.Now()
	o := uitest.Options(t, uitest.Example(t))
	settings := t.TempDir()
	o.Me, o.Now = "", func() time.Time { return now }
	o.Getenv = func(name string) string { return map[string]string{"XDG_CONFIG_HOME": settings}[name] }
	s := uitest.Start(t, ui.New(o), 60, 20)
	rest := func(d time.Duration) { now = now.Add(d); s.Tick() }
	s.Keys("4", "E", "ctrl+s").Shows("nothing was changed")
	rest(time.Minute)
	s.Hides("Who are you?").Keys("E").Type(" soon").Keys("ctrl+s").Shows("saved").Hides("Who are you?")
	s.Keys("3", "j").Shows("[3 Contacts]") // what is typed on goes where it is meant
	rest(time.Second)
	s.Hides("Who are you?")
	rest(time.Second)
	s.Shows("Who are you? So that me means you")
	s.Keys("4").Shows("[4 Action plan]").Hides("Who are you?") // typed before it was seen
	s.Keys("a").Type("Ask Ben").Shows("Ask Ben")
	rest(time.Minute)
	s.Hides("Who are you?").Keys("esc").Type("y").Hides("New action")
	rest(time.Minute)
	s.Shows("Who are you?")
	now = now.Add(2 * time.Second)
	s.Type("ana r").Keys("enter").Shows("you are Ana Ruiz from now on")
	s.Keys("E").Type(" now").Keys("ctrl+s").Shows("saved")
	rest(time.Minute)
	s.Hides("Who are you?")
	s.Keys("/").Type("owner:me").Keys("enter").Shows("Ana Ruiz")
}

func TestOneSaysWhoOneIsByThePalette(t *testing.T) {
	s, path := asNobody(t)
	s.Keys(":").Type("who i am").Keys("enter").Shows("Who are you?").Type("Pat Doyle").Keys("enter").Shows("you are Pat Doyle")
	for _, m := range records[*model.Teammate](t, path) {
		if m.Name == "Pat Doyle" {
			return
		}
	}
	t.Fatal("there is no teammate Pat Doyle")
}

func TestTheShortFormOfAContactHasHowToReachThem(t *testing.T) {
	s := example(t).Keys("3", "E").Shows("E-mail", "Phones", "Reports to", "Unit", "Notes").Hides("Adaptability")
	s.Keys("shift+tab").Shows("> Notes")
}

func TestTheWholeFormUsesItsHeight(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 36).Keys("3", "E", "ctrl+o")
	n := 0
	for _, line := range s.Lines() {
		for _, f := range new(model.Contact).Fields() {
			if strings.Contains(line, "│   "+f.Label+" ") || strings.Contains(line, "│ > "+f.Label+" ") {
				n++
				break
			}
		}
	}
	if n < 26 {
		t.Fatalf("%d fields are shown:\n%s", n, s.Text())
	}
}

func TestNothingIsSaidOfAFieldBeforeItIsSaved(t *testing.T) {
	s := example(t).Keys(":").Type("add interaction").Keys("enter").Shows("New interaction")
	s.Keys("tab", "tab", "tab", "shift+tab", "shift+tab", "shift+tab", "shift+tab").Hides("needed", "needs", " !Type")
	s.Keys("ctrl+s").Shows(">!Type *", "interaction needs type")
	s.Keys("c").Hides("interaction needs type")
	s.Keys("ctrl+s").Shows(">!Summary *")
}

func TestTabGoesRound(t *testing.T) {
	s := example(t).Keys("3", "a").Shows("> Name *").Keys("shift+tab").Shows("> Notes").Keys("tab").Shows("> Name *")
	s.Keys("up").Shows("> Name *")
}

func TestTheFirstScreenKeepsWhatItPromises(t *testing.T) {
	s := uitest.Workspace(t, uitest.Empty(t), 60, 20)
	s.Shows("Which customer", "who decides, who backs us, what", "astute demo", "ctrl+o import", "what your CRM exports")
	s.Keys("?").Shows("Keys").Keys("esc").Shows("Which customer")
	s.Type("what?").Shows("what?").Keys("esc").Hides("what?")
	s.Keys("esc").Hides("Which customer").Shows("A begins")
	s.Keys("ctrl+c")
	if !s.Quit {
		t.Fatal("ctrl+c does not leave")
	}
}

func TestASecondCtrlCLeavesAndKeepsWhatWasTyped(t *testing.T) {
	path, dir := uitest.Example(t), state.Dir(t.TempDir())
	o := uitest.Options(t, path)
	o.State, o.Session = dir, 101
	s := uitest.Start(t, ui.New(o), 80, 24).Keys("3", "a").Type("Zora Quill").Keys("ctrl+c").Shows("Quit?", "ctrl+c once more")
	if s.Keys("ctrl+c"); !s.Quit {
		t.Fatal("the second ctrl+c does not leave")
	}
	left := dir.LeftBehind(path, func(state.Session) bool { return false })
	if len(left) != 1 {
		t.Fatalf("%d drafts are kept", len(left))
	}
	o = uitest.Options(t, path)
	o.State, o.Session = dir, 102
	again := uitest.Start(t, ui.New(o), 80, 24)
	// Whether the session of before still runs is asked of the system: 101 may be
	// anybody's number.
	if !state.Alive(101) {
		again.Shows("Typed and never saved", "Zora Quill").Keys("enter").Shows("New contact", "Zora Quill")
	}
}

func TestQuittingCanKeepWhatWasTypedInTheReviewRoom(t *testing.T) {
	path, dir := uitest.Example(t), state.Dir(t.TempDir())
	o := uitest.Options(t, path)
	o.State, o.Session = dir, 101
	s := uitest.Start(t, ui.New(o), 80, 24).Keys("8", "r", "d").Type("Ben asks for the names").Keys("enter").Tick()
	s.Keys("ctrl+c").Shows("k quit and keep it for the next start", "y quit and lose it").Keys("k")
	if !s.Quit {
		t.Fatal("k does not leave")
	}
	o.Session = 102
	uitest.Start(t, ui.New(o), 80, 24).Shows("Typed and never saved", "Ben asks for the names")
}

func TestQuittingAndLosingItLosesTheDraftToo(t *testing.T) {
	path, dir := uitest.Example(t), state.Dir(t.TempDir())
	o := uitest.Options(t, path)
	o.State, o.Session = dir, 101
	s := uitest.Start(t, ui.New(o), 80, 24).Keys("3", "a").Type("Zora Quill").Keys("ctrl+c", "y")
	if !s.Quit {
		t.Fatal("y does not leave")
	}
	if left := dir.LeftBehind(path, func(state.Session) bool { return false }); len(left) != 0 {
		t.Fatalf("%d drafts are kept", len(left))
	}
}

func TestAKeyThatMeansNothingInAFormSaysSo(t *testing.T) {
	s := example(t).Keys("3", "a", "f5").Shows("nothing is on F5 here: F1 shows the keys")
	s.Keys("f1").Shows("Keys of a form", "ctrl+s", "saves").Keys("esc").Shows("New contact")
	s.Keys("esc", "f7").Shows("nothing is on F7 here")
}

func TestCtrlZSuspendsWhileOneTypes(t *testing.T) {
	s := example(t).Keys("3", "a").Type("Zora")
	if asked := asks(s.SendOnly(uitest.Key("ctrl+z"))); !slices.Contains(asked, "tea.execMsg") {
		t.Fatalf("it asks for %v", asked)
	}
	s.Shows("Zora")
}

// asks runs what was asked for and names the messages that come of it.
func asks(cmd tea.Cmd) []string {
	if cmd == nil {
		return nil
	}
	msg := cmd()
	names := []string{fmt.Sprintf("%T", msg)}
	if batch, ok := msg.(tea.BatchMsg); ok {
		for _, c := range batch {
			names = append(names, asks(c)...)
		}
	}
	return names
}

func TestAPasteOfSeveralLinesSaysThatTheyWereJoined(t *testing.T) {
	s := example(t).Keys("3", "a").Paste("Zora\nQuill\nof\nthe\nSea\n").Shows("Zora Quill of the Sea", "5 lines were joined into one")
	s.Type("!").Hides("were joined")
	s.Keys("esc", "y", "4", "a").Paste("call\nRaj").Shows("call Raj", "2 lines were joined into one")
}

func TestALineTakesFiveHundredCharactersAndKeepsTheRest(t *testing.T) {
	s := example(t).Keys("3", "a").Paste(strings.Repeat("é", 503)).Keys("ctrl+s")
	s.Shows("name takes 500 characters: take 3 out", "New contact")
	s.Keys("backspace", "backspace", "backspace", "ctrl+s").Hides("New contact")
}

func TestTenThousandLinesArePastedAndKept(t *testing.T) {
	path := uitest.Example(t)
	var text strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&text, "line %d\n", i)
	}
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "j", "n").Paste(text.String())
	for range 50 {
		s.Keys("up")
	}
	s.Shows("line 9950").Type("here ").Shows("here line 9950").Keys("ctrl+s").Shows("u takes it back")
	notes := contact(t, path, "Margaret Holloway").Notes
	if !strings.Contains(notes, "line 0\n") || !strings.Contains(notes, "\nhere line 9950\n") || !strings.HasSuffix(notes, "line 9999") {
		t.Fatalf("%d bytes of notes", len(notes))
	}
}

func TestADraftOfANewRecordHoldsWhatWasFilledInToo(t *testing.T) {
	path, dir := uitest.Example(t), state.Dir(t.TempDir())
	o := uitest.Options(t, path)
	o.State, o.Session = dir, 101
	uitest.Start(t, ui.New(o), 80, 24).Keys("3", "i").Type("Half a sum")
	left := dir.LeftBehind(path, func(state.Session) bool { return false })
	if len(left) != 1 {
		t.Fatalf("%d drafts are kept", len(left))
	}
	for _, f := range new(model.Interaction).Fields() {
		want := map[string]string{"on": "2026-03-18", "type": "Call", "summary": "Half a sum"}[f.Name]
		if want != "" && left[0].Fields[f.Num] != want || f.Name == "contacts" && left[0].Fields[f.Num] == "" {
			t.Errorf("%s is %q", f.Name, left[0].Fields[f.Num])
		}
	}
}

// Letters that were pressed as the window shrank arrive when it is too small to
// show them, and are in the field when it is large again. What would save, leave
// or choose is not done unseen.
func TestLettersTypedWhileTheWindowShrinksAreKept(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("3", "a").Type("Zora")
	s.Resize(20, 5).Type(" Quillx").Keys("backspace", "ctrl+s", "enter", "esc", "tab").Resize(1, 1).Type("er")
	s.Resize(120, 40).Shows("New contact", "Zora Quiller").Keys("ctrl+s").Shows("add contact Zora Quiller: saved")
	s.Resize(20, 5).Keys("D", "c", "a").Type("x").Resize(120, 40).Shows("Zora Quiller").Hides("New contact")
}
