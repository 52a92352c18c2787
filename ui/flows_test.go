package ui_test

import (
	"strings"
	"testing"

	"astute/model"
	"astute/ui"
	"astute/ui/state"
	"astute/ui/uitest"
)

// Each test below is something a person does: keys in, screen out.

func example(t *testing.T) *uitest.Screen {
	t.Helper()
	return uitest.Workspace(t, uitest.Example(t), 120, 40)
}

func TestFourPanesStandBesideEachOther(t *testing.T) {
	example(t).Shows("1 Overview", "2 Political map", "3 Contacts", "4 Action plan", "FreshKart Grocers", "map AMBER", "actions late", "1 of 3", "? help")
}

func TestTheAccountEditedLastIsOpened(t *testing.T) {
	example(t).Shows("FreshKart Grocers", "Jane Smith")
}

func TestNumbersAndTabGoFromPaneToPane(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 60, 20)
	s.Keys("1").Shows("Headline").Hides("Jane Smith ")
	s.Keys("4").Shows("Due", "Title")
	s.Keys("tab").Shows("Headline")
	s.Keys("shift+tab").Shows("Due", "Title")
}

func TestKeysThatComeInOneReadAllCount(t *testing.T) {
	s := example(t).Keys("3").Burst("jjk")
	s.Shows("> Margaret Holloway")
}

func TestZoomShowsOnePaneAndEscLeavesIt(t *testing.T) {
	s := example(t).Keys("3", "z").Shows("Contacts", "E-mail").Hides("Due       Title")
	s.Keys("esc").Shows("Due       Title")
}

func TestResizingAPaneMovesTheBorder(t *testing.T) {
	s := example(t)
	x, _ := s.Place("2 Political map")
	s.Keys("3", "+")
	if wider, _ := s.Place("2 Political map"); wider <= x {
		t.Fatalf("the border stands at %d, it stood at %d", wider, x)
	}
	s.Keys("-", "-")
	if narrower, _ := s.Place("2 Political map"); narrower >= x {
		t.Fatalf("the border stands at %d, it stood at %d", narrower, x)
	}
}

func TestAScreenTooSmallSaysTheSizeNeeded(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 40, 12).Shows("60 x 20", "40 x 12")
	s.Resize(60, 20).Shows("Contacts", "Jane Smith")
}

func TestEveryResizeKeepsTheScreenWhole(t *testing.T) {
	s := example(t)
	for w := 1; w < 220; w += 13 {
		for h := 1; h < 70; h += 7 {
			s.Resize(w, h) // the driver checks each screen
		}
	}
}

func TestAChoiceIsEditedInPlaceByItsLetter(t *testing.T) {
	s := example(t).Keys("3", "l", "l", "l", "l", "e")
	s.Shows("Support of Jane Smith", "sells for us when we are not in the room")
	s.Keys("c").Shows("Support of Jane Smith: Champion", "u takes it back")
	s.Keys("j").Shows("Smith T*")
}

func TestAChoiceIsEditedWithArrowsToo(t *testing.T) {
	s := example(t).Keys("3", "l", "l", "l", "l", "e", "up", "enter")
	s.Shows("Support of Jane Smith: Champion")
}

func TestTextIsEditedInPlace(t *testing.T) {
	s := example(t).Keys("3", "l", "e").Shows("Title of Jane Smith")
	s.Keys("ctrl+u").Type("Chief of all jjk").Keys("enter")
	s.Shows("Title of Jane Smith: Chief of all jjk")
	s.Keys("esc").Shows("Chief of all")
}

func TestEscLeavesTheFieldAsItWasButAsksWhenSomethingWasTyped(t *testing.T) {
	s := example(t).Keys("3", "l", "e", "esc").Hides("Title of Jane Smith")
	s.Keys("e").Type(" of a lot").Keys("esc").Shows("What you typed would be lost")
	s.Keys("n").Shows("CTO of a lot")
	s.Keys("esc", "y").Hides("of a lot")
}

func TestAnErrorStandsBesideTheFieldAndKeepsWhatWasTyped(t *testing.T) {
	s := example(t).Keys("4", "e", "ctrl+u").Type("someday").Keys("enter")
	s.Shows("someday", "due must look like")
	s.Keys("ctrl+u").Type("+2w").Shows("Wednesday 1 April 2026").Keys("enter")
	s.Shows("Due of", "in 14 d")
}

func TestUndoAndRedoSayWhatTheyDid(t *testing.T) {
	s := example(t).Keys("3", "l", "l", "l", "l", "e", "o").Shows("Smith T-")
	s.Keys("u").Shows("undone: support of Jane Smith (Opponent -> Supporter), your edit just now", "Smith T+")
	s.Keys("U").Shows("redone: support of Jane Smith (Supporter -> Opponent)", "Smith T-")
}

func TestUndoSaysWhoseItWas(t *testing.T) {
	example(t).Keys("u").Shows("Take it back?", "before you came", "ago by ").Keys("y").Shows("undone", "ago by ")
}

func TestRedoOfNothingSaysSo(t *testing.T) {
	example(t).Keys("U").Shows("nothing to redo")
}

func TestUndoingTheOnlyAccountLeavesEmptyPanes(t *testing.T) {
	s := uitest.Workspace(t, uitest.Empty(t), 80, 24).Type("Acme").Keys("enter", "u")
	s.Hides("Which customer").Shows("undone: add account Acme", "U repeats it")
	s.Keys("1", "e").Shows("A makes one").Keys("E").Shows("A makes one").Keys("D").Shows("A makes one")
	s.Keys("j").Shows("U redo").Keys("U").Shows("redone: add account Acme").Keys("j").Shows("Acme")
}

func TestAddingAContactByItsForm(t *testing.T) {
	s := example(t).Keys("3", "a").Shows("New contact", "Name *")
	s.Type("Zora Quill").Keys("tab").Type("Chief Data Officer").Keys("tab", "d", "t", "tab", "h", "tab", "s")
	s.Shows("Decision Maker, Technical Buyer", "not saved yet")
	s.Keys("ctrl+s").Shows("add contact Zora Quill: saved")
	s.Keys("enter").Shows("Zora Quill", "Chief Data Officer")
}

func TestANewRecordStandsUnderTheCursor(t *testing.T) {
	example(t).Keys("4", "a").Type("Call the bank").Keys("enter").Keys("z").Shows("> no day    Call the bank")
}

func TestAFormWithoutANeededFieldSaysSoAndStays(t *testing.T) {
	s := example(t).Keys("3", "a", "tab").Type("CFO").Keys("ctrl+s")
	s.Shows("New contact", "every contact needs name", ">!Name *", "CFO")
}

func TestAFormIsNotLeftUnasked(t *testing.T) {
	s := example(t).Keys("3", "a").Type("Zora").Keys("esc").Shows("Leave without saving?")
	s.Keys("enter").Shows("Zora", "New contact")
	s.Keys("esc", "y").Hides("New contact", "Zora")
}

func TestAFormFoldsWhatIsNotCore(t *testing.T) {
	s := example(t).Keys("3", "E").Shows("Edit contact Jane Smith", "more fields", "Support").Hides("Time zone")
	s.Keys("ctrl+o").Keys("pgdown", "pgdown", "pgdown", "pgdown").Shows("Time zone")
}

func TestALinkIsPickedByTypingPartOfAName(t *testing.T) {
	s := example(t).Keys("4", "l", "l", "e").Shows("Owner of").Type("ben").Shows("Ben Carter").Keys("enter")
	s.Shows("Owner of Invite", "Ben Carter")
}

func TestRemovingNamesWhatGoesAndDefaultsToNo(t *testing.T) {
	s := example(t).Keys("3", "D").Shows("Remove contact Jane Smith?", "go", "keep")
	s.Keys("enter").Shows("Jane Smith")
	s.Keys("D", "y").Shows("removed contact Jane Smith").Keys("j").Hides("Jane Smith     ")
	s.Keys("u").Shows("Jane Smith")
}

func TestLookUpFindsInAnyOrderAndWithATypo(t *testing.T) {
	for _, query := range []string{"smith jane", "cto freshkart", "jsmth", "jane smiht"} {
		s := example(t).Keys("f").Type(query).Shows("Jane Smith").Keys("enter")
		s.Shows("Brief", "Jane Smith", "CTO")
		s.Keys("esc").Hides("Brief")
	}
}

func TestLookUpGoesToAnotherAccount(t *testing.T) {
	example(t).Keys("ctrl+k").Type("sakurai").Keys("tab").Hides("Brief").Shows("Sakurai").Hides("FreshKart Grocers   ")
}

func TestEnterBeforeTheAnswerWaitsForIt(t *testing.T) {
	s := example(t).Keys("f")
	cmd := s.SendOnly(uitest.Key("o"))
	s.Keys("k", "a", "f", "o", "r", "enter").Hides("Brief")
	s.Do(cmd).Shows("Brief", "Okafor")
}

func TestAnAnswerToAnOldQueryIsDropped(t *testing.T) {
	s := example(t).Keys("f")
	slow := s.SendOnly(uitest.Key("z"))
	s.Keys("backspace").Type("okafor")
	s.Do(slow).Shows("Ngozi Okafor").Hides("Zoë van der Berg   Director of Sustainability")
}

func TestTheBriefIsOneEnterAway(t *testing.T) {
	s := example(t).Keys("3", "enter").Shows("Brief", "Jane Smith", "How to approach")
	s.Keys("q").Hides("Brief")
}

func TestTheBriefReadsAtTheSmallestSize(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 60, 20).Keys("3", "enter").Shows("Brief", "Jane Smith")
	s.Keys("G").Keys("g").Shows("Jane Smith")
}

func TestFilterNarrowsThePaneWhileOneTypes(t *testing.T) {
	s := example(t).Keys("3", "/").Type("support:champion").Shows("Emre Şahin").Hides("Alan Brown      ")
	s.Keys("enter").Shows("/support:champion")
	s.Keys("esc").Shows("Alan Brown")
}

func TestAFilterThatCannotBeUnderstoodSaysSo(t *testing.T) {
	s := example(t).Keys("3", "/").Type("nosuch:thing").Shows("nosuch")
	s.Keys("esc").Shows("Alan Brown")
}

func TestAccountsAreSwitchedByNameAndByBrackets(t *testing.T) {
	s := example(t).Keys("]").Hides("FreshKart Grocers   ").Keys("[").Shows("FreshKart Grocers   ")
	s.Keys("A").Type("saku").Keys("enter").Shows("Sakurai", "3 of 3")
}

func TestAnAccountThatIsNotThereIsMade(t *testing.T) {
	s := example(t).Keys("A").Type("Borealis Mining").Keys("enter").Shows("Make a new account?").Keys("y").Shows("made Borealis Mining", "of 4")
	s.Keys("3").Shows("a adds the first one")
}

func TestTheFirstRunAsksForOneName(t *testing.T) {
	path := uitest.Empty(t)
	s := uitest.Workspace(t, path, 80, 24).Shows("Which customer", "astute demo")
	s.Type("Acme Oil").Keys("enter").Shows("Acme Oil", "headline?")
	uitest.Workspace(t, path, 80, 24).Shows("Acme Oil")
}

func TestEveryEmptyPaneSaysHowToBegin(t *testing.T) {
	s := uitest.Workspace(t, uitest.Empty(t), 120, 40).Type("Acme Oil").Keys("enter")
	s.Shows("a adds the first person", "a adds the first one", "a adds an action", "headline?", "culture?")
}

func TestHelpListsTheKeysOfThePane(t *testing.T) {
	s := example(t).Keys("4", "?").Shows("In Action plan", "complete")
	s.Keys("G").Shows("quit")
	s.Keys("esc").Hides("In Action plan")
}

func TestThePaletteDoesByName(t *testing.T) {
	s := example(t).Keys(":").Type("list teamm").Keys("enter").Shows("Teammates", "Ana Ruiz")
	s.Keys("esc").Shows("3 Contacts")
}

func TestEveryKindHasAListAndAForm(t *testing.T) {
	s := example(t)
	for _, k := range model.Kinds() {
		if k.Scope() != model.ScopeRoot {
			s.Keys("ctrl+p").Type("list " + k.Plural()).Keys("enter").Hides("Commands").Keys("esc")
		}
		s.Keys("ctrl+p").Type("add " + k.String()).Keys("enter").Shows("New " + k.String())
		s.Keys("esc")
		if strings.Contains(s.Text(), "Leave without saving?") {
			t.Fatalf("an untouched form of a %s asks before it is left", k)
		}
	}
}

func TestADisabledCommandSaysWhy(t *testing.T) {
	s := uitest.Workspace(t, uitest.Empty(t), 80, 24).Type("Acme Oil").Keys("enter", "4", "c")
	s.Shows("there is no action here yet")
	s.Keys(":").Type("complete").Shows("there is no action here yet")
}

func TestAnEditByACommandAppears(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "j", "j")
	before := contact(t, path, "Jane Smith")
	after := model.Clone(before)
	after.Support = model.Opponent
	uitest.Write(t, path, model.Edited("edit contact Jane Smith", before, after))
	s.Hides("Smith T-").Tick().Shows("Smith T-")
	s.Shows("> Alan Brown")
}

func TestTwoWorkspacesSeeEachOther(t *testing.T) {
	path := uitest.Example(t)
	a, b := uitest.Workspace(t, path, 120, 40), uitest.Workspace(t, path, 80, 24)
	a.Keys("4", "c").Shows("complete action")
	b.Keys("4").Shows("! 12 d    Invite FreshKart").Tick().Shows("Complete  Invite FreshKart")
}

func TestAConflictIsShownAndNothingTypedIsLost(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "l", "e", "ctrl+u").Type("Chief Everything")
	before := contact(t, path, "Jane Smith")
	after := model.Clone(before)
	after.JobTitle = "Chief Nothing"
	uitest.Write(t, path, model.Edited("edit contact Jane Smith", before, after))
	s.Keys("enter").Shows("Chief Everything", "Chief Nothing", "meanwhile")
	s.Keys("enter").Shows("Title of Jane Smith: Chief Everything")
	if got := contact(t, path, "Jane Smith").JobTitle; got != "Chief Everything" {
		t.Fatalf("the title is %q", got)
	}
}

func TestAFormShowsBothValuesOfAConflict(t *testing.T) {
	path := uitest.Example(t)
	edit := func(title string) {
		before := contact(t, path, "Jane Smith")
		after := model.Clone(before)
		after.JobTitle = title
		uitest.Write(t, path, model.Edited("edit contact Jane Smith", before, after))
	}
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "E", "tab", "ctrl+u").Type("Chief Everything")
	edit("Chief Nothing")
	s.Keys("ctrl+s").Shows("Chief Everything", "theirs: Chief Nothing", "ctrl+t takes theirs")
	s.Keys("ctrl+t", "ctrl+s").Hides("Edit contact")
	if got := contact(t, path, "Jane Smith").JobTitle; got != "Chief Nothing" {
		t.Fatalf("the title is %q", got)
	}
}

func TestAFormTakesOverWhatOthersChangedElsewhere(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "E", "tab", "ctrl+u").Type("Chief Everything")
	before := contact(t, path, "Jane Smith")
	after := model.Clone(before)
	after.Alignment = model.Poor
	uitest.Write(t, path, model.Edited("edit contact Jane Smith", before, after))
	s.Tick().Shows("changed meanwhile", "Chief Everything").Keys("ctrl+s")
	got := contact(t, path, "Jane Smith")
	if got.JobTitle != "Chief Everything" || got.Alignment != model.Poor {
		t.Fatalf("title %q, alignment %v", got.JobTitle, got.Alignment)
	}
}

func TestKeysTypedWhileTheFileIsWrittenWait(t *testing.T) {
	s := example(t).Keys("3", "l", "e", "ctrl+u").Type("Boss")
	slow := s.SendOnly(uitest.Key("enter"))
	s.Keys("j", "j").Shows("Boss")
	s.Do(slow)
	s.Shows("> Alan Brown")
}

func TestAPasteIsSafeInAnyField(t *testing.T) {
	s := example(t).Keys("3", "l", "e", "ctrl+u").Paste("Chief\nof\x1b[2J everything\a").Keys("enter")
	s.Shows("Title of Jane Smith: Chief of", "everything")
	s.Paste("DDDyyy").Shows("a paste goes into a field", "Jane Smith")
}

func TestALongPasteIntoALongField(t *testing.T) {
	s := example(t).Keys("3", "E", "ctrl+o")
	s.Keys("tab", "tab", "tab", "tab", "tab", "tab")
	for !strings.Contains(s.Text(), "> Motivations") {
		s.Keys("tab")
	}
	s.Paste(strings.Repeat("a line of notes\n", 10_000)).Keys("enter").Type("the end").Shows("the end")
	s.Keys("ctrl+s").Shows("saved")
}

func TestQuitAsksOnlyWhenSomethingTypedIsNotSaved(t *testing.T) {
	s := example(t).Keys("3", "a").Type("Zora").Keys("ctrl+c").Shows("not saved yet", "Quit?")
	if s.Quit {
		t.Fatal("it was left without an answer")
	}
	if s.Keys("n").Shows("Zora"); s.Quit {
		t.Fatal("it was left after a no")
	}
	if s.Keys("ctrl+c", "y"); !s.Quit {
		t.Fatal("it was not left")
	}
	if s := example(t).Keys("q"); !s.Quit {
		t.Fatal("q does not quit")
	}
}

func TestEscNeverQuits(t *testing.T) {
	if s := example(t).Keys("esc", "esc", "esc"); s.Quit {
		t.Fatal("esc quit")
	}
}

func TestEscAndALetterTooFastAreBoth(t *testing.T) {
	s := example(t).Keys("3", "?", "alt+j").Hides("Everywhere")
	s.Shows("> Margaret Holloway")
}

func TestActionsAreCompletedPutOffAndHandedOn(t *testing.T) {
	s := example(t).Keys("4", "w").Shows("is now due Fri 13 Mar 2026")
	s.Keys("c").Shows("complete action").Keys("tab", "shift+tab").Hides("Invite FreshKart")
	s.Keys("t").Shows("showing what is over too").Keys("G").Shows("Complete")
	s.Keys("t", "g", "@").Shows("Owner of").Type("ben").Keys("enter").Shows("Ben Carter")
}

func TestPeopleAreMovedOnTheMap(t *testing.T) {
	s := example(t).Keys("2", "shift+right").Shows("Raj Mehta is now Observing")
	s.Keys("shift+down").Shows("Raj Mehta is now VP")
	s.Keys("u").Shows("undone: rank of Raj Mehta (VP -> C-Level)")
}

func TestTheMapClassifiesByLetter(t *testing.T) {
	example(t).Keys("2", "s").Shows("Support of Raj Mehta").Keys("n").Shows("Mehta U~")
}

func TestTheMapTellsAboutThePersonOfTheCursor(t *testing.T) {
	example(t).Keys("2").Shows("Raj Mehta  COO  User Buyer  Opponent", "reports to Margaret Holloway")
}

func TestMessagesAreKept(t *testing.T) {
	s := example(t).Keys("4", "c", ":").Type("messages").Keys("enter")
	s.Shows("Messages", "complete action Invite")
}

func TestTheOverviewIsEditedWhereOneStands(t *testing.T) {
	s := example(t).Keys("1", "e").Shows("Headline of FreshKart").Keys("ctrl+u").Type("We are in").Keys("enter")
	s.Shows("We are in")
}

func TestMouse(t *testing.T) {
	s := example(t)
	x, y := s.Place("Alan Brown       ")
	s.Click(x, y)
	s.Shows("> Alan Brown")
	s.Wheel(x, y, 1).Hides("Jane Smith           ")
	x, y = s.Place("find")
	s.Click(x, y).Shows("Find", "a typo is fine")
}

func contact(t *testing.T, path, name string) *model.Contact {
	t.Helper()
	var found *model.Contact
	for _, c := range contacts(t, path) {
		if c.Name == name {
			found = c
		}
	}
	if found == nil {
		t.Fatalf("there is no %s", name)
	}
	return found
}

func contacts(t *testing.T, path string) []*model.Contact {
	t.Helper()
	book, err := uitest.Open(t, path, "").Book()
	if err != nil {
		t.Fatal(err)
	}
	return model.All[*model.Contact](book)
}

func TestTheSettingsGiveCommandsOtherKeys(t *testing.T) {
	o := uitest.Options(t, uitest.Example(t))
	o.Config.Keys = map[string]string{"complete": "X x", "zoom": "c", "fly": "F"}
	s := uitest.Start(t, ui.New(o), 120, 40)
	s.Shows(`"fly", which is no command`)
	s.Keys("4", "c").Hides("Jane Smith").Keys("c").Shows("Jane Smith")
	s.Keys("x").Shows("complete action")
}

func TestAnActionIsCapturedInOneLine(t *testing.T) {
	s := example(t).Keys("4", "a").Shows("call Raj about the pilot")
	s.Type("call Raj about pilot fri @ben").Shows("= call Raj about pilot   due Fri 20 Mar 2026   owner Ben Carter")
	s.Keys("enter").Shows("add action call Raj about pilot: saved", "in 2 d")
}

func TestACapturedActionCanBecomeAForm(t *testing.T) {
	s := example(t).Keys("4", "a").Type("call Raj about pilot fri").Keys("tab")
	s.Shows("New action", "call Raj about pilot", "2026-03-20")
	s.Keys("ctrl+s").Shows("saved")
}

func TestACaptureIsNotLeftUnasked(t *testing.T) {
	s := example(t).Keys("4", "a").Type("call").Keys("esc").Shows("Leave without saving?")
	s.Keys("n").Shows("> call").Keys("esc", "y").Hides("> call")
}

func TestSeveralAreMarkedAndChangedTogether(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "m", "m", "l", "l", "l", "l", "e")
	s.Shows("2 marked", "Support of 2 marked").Keys("n").Shows("Support of 2 contacts: Neutral")
	for _, name := range []string{"Jane Smith", "Margaret Holloway"} {
		if got := contact(t, path, name).Support; got != model.Neutral {
			t.Errorf("the support of %s is %v", name, got)
		}
	}
	s.Keys("esc").Hides("2 marked").Keys("u").Shows("undone: edit support of 2 contacts")
	if got := contact(t, path, "Jane Smith").Support; got != model.Supporter {
		t.Errorf("the support of Jane Smith is %v after undo", got)
	}
}

func TestTheWorkspaceIsAsItWasAtTheNextStart(t *testing.T) {
	o := uitest.Options(t, uitest.Example(t))
	o.State = state.Dir(t.TempDir())
	s := uitest.Start(t, ui.New(o), 120, 40).Keys("]", "[", "3", "/").Type("support:opponent").Keys("enter", "j", "z")
	if err := s.Model().(*ui.Workspace).Leave(); err != nil {
		t.Fatal(err)
	}
	again := uitest.Start(t, ui.New(o), 120, 40)
	if a, b := s.Text(), again.Text(); a != b {
		t.Errorf("it was\n%s\nand is\n%s", a, b)
	}
	again.Shows("/support:opponent", "> Raj Mehta")
}

func TestWhereOneStandsIsKeptWhileOneWorks(t *testing.T) {
	o := uitest.Options(t, uitest.Example(t))
	o.State = state.Dir(t.TempDir())
	s := uitest.Start(t, ui.New(o), 120, 40).Keys("4")
	for range 10 {
		s.Tick()
	}
	uitest.Start(t, ui.New(o), 60, 20).Shows("[4 Action plan]")
}

func TestWhatWasTypedWhenTheTerminalDiedIsOffered(t *testing.T) {
	for _, c := range []struct {
		name string
		keys func(s *uitest.Screen)
		want []string
	}{
		{"a new contact", func(s *uitest.Screen) { s.Keys("3", "a").Type("Zora Quill").Keys("tab").Type("CDO").Keys("tab", "t") },
			[]string{"New contact", "Zora Quill", "CDO", "Technical Buyer"}},
		{"a form", func(s *uitest.Screen) { s.Keys("3", "E", "tab", "ctrl+u").Type("Chief of all") },
			[]string{"Edit contact Jane Smith", "Chief of all"}},
		{"a field", func(s *uitest.Screen) { s.Keys("3", "l", "e", "ctrl+u").Type("Chief of all") },
			[]string{"Edit contact Jane Smith", "Chief of all"}},
		{"a line", func(s *uitest.Screen) { s.Keys("4", "a").Type("call Raj fri") },
			[]string{"New action", "call Raj", "2026-03-20"}},
	} {
		o := uitest.Options(t, uitest.Example(t))
		o.State, o.Session = state.Dir(t.TempDir()), 1<<30 // no process has that number
		c.keys(uitest.Start(t, ui.New(o), 120, 40))
		o.Session++
		s := uitest.Start(t, ui.New(o), 120, 40).Shows("Typed and never saved")
		s.Keys("enter").Shows(c.want...).Keys("ctrl+s").Shows("saved")
		uitest.Start(t, ui.New(o), 120, 40).Hides("Typed and never saved")
	}
}

func TestASavedOrDiscardedFormLeavesNoDraft(t *testing.T) {
	o := uitest.Options(t, uitest.Example(t))
	o.State, o.Session = state.Dir(t.TempDir()), 1<<30
	s := uitest.Start(t, ui.New(o), 120, 40)
	s.Keys("3", "a").Type("Zora Quill").Keys("ctrl+s")
	s.Keys("a").Type("Somebody").Keys("esc", "y")
	o.Session++
	uitest.Start(t, ui.New(o), 120, 40).Hides("Typed and never saved")
}
