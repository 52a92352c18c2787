package ui_test

import (
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/ui"
	"astute/ui/state"
	"astute/ui/uitest"
)

// rowsOf are the lines of the only pane on the screen, without its frame.
func rowsOf(s *uitest.Screen) []string {
	var rows []string
	for _, line := range s.Lines() {
		if text, ok := strings.CutPrefix(line, "│"); ok {
			rows = append(rows, strings.TrimRight(strings.TrimRight(text, "│┃ "), " "))
		}
	}
	return rows
}

func TestActionsStandBelowTheirObjectivesWhatIsLateFirst(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("4", "z")
	rows := strings.Join(rowsOf(s), "\n")
	last := 0
	for _, want := range []string{
		"in 48 d   Campaign \"SecureRetail with CyberTech\"", "! 12 d      Invite FreshKart's tech team", "in 160 d  RetailSecure for the online shop", "! 3 d       Answer Procurement",
		"in 75 d   Win the Economic Buyer", "in 118 d  Pilot of three months", "A plan for the stores in Asia", "For no objective", "Meet Hannah Weiß",
	} {
		at := strings.Index(rows, want)
		if at <= last {
			t.Errorf("%q does not come next in\n%s", want, rows)
		}
		last = at
	}
	s.Shows("1 of 3 done", "1/5 =", "a adds one", "6 over: t", "> ! 12 d")
	s.Resize(200, 60).Shows("1 of 5 done, agreed", "no actions yet: a adds one", "= agreed with them")
}

func TestOneKeyShowsActionsWithoutTheirObjectives(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("4", "z", "s").Shows("sorted: late first")
	s.Hides("1 of 3 done", "For no objective").Shows("> ! 12 d    Invite FreshKart")
	for _, view := range []string{"by owner", "by due week", "as a board", "asks", "by objective"} {
		s.Keys("s").Shows("sorted: " + view)
	}
	s.Shows("1 of 3 done")
}

func TestTheOrderOfActionsIsRemembered(t *testing.T) {
	path, dir := uitest.Example(t), state.Dir(t.TempDir())
	start := func() (*uitest.Screen, *ui.Workspace) {
		o := uitest.Options(t, path)
		o.State = dir
		w := ui.New(o)
		return uitest.Start(t, w, 120, 40), w
	}
	s, w := start()
	s.Keys("4", "s").Shows("sorted: late first")
	if err := w.Leave(); err != nil {
		t.Fatal(err)
	}
	s, _ = start()
	s.Shows("11  late first", "! 12 d    Invite FreshKart")
}

func TestAnObjectiveIsEditedOnItsRow(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("4", "z", "g").Shows("1 of 3 done, 1 late: Campaign")
	s.Keys("l", "e").Shows("Name of Campaign").Keys("esc")
	s.Keys("w").Shows("Campaign \"SecureRetail with CyberTech\" is now due", "u takes it back")
	s.Keys("r", "ctrl+u").Type("eoq").Keys("enter").Shows("Due of Campaign", "2026-03-31")
	s.Keys("c").Shows("Success metrics of Campaign").Keys("ctrl+s").Shows("complete objective Campaign", "> Complete").Keys("c").Shows("reopen objective Campaign")
	s.Keys("v").Shows("an objective belongs to no other")
	s.Keys("D").Shows("Remove", "Campaign").Keys("esc")
	s.Keys("E").Shows("Edit objective Campaign").Keys("esc").Keys("y").Shows("objective")
}

func TestALineTypedBelowAnObjectiveServesItAndThePersonItNames(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("4", "z", "g", "a").Shows("New action for Campaign")
	s.Type("call Raj about pilot fri @ben").Shows("= call Raj about pilot", "due Fri 20 Mar 2026", "owner Ben Carter", "for Raj Mehta")
	s.Keys("enter").Shows("saved", "> in 2 d      call Raj about pilot", "1 of 4 done")
	store := uitest.Open(t, path, "")
	accounts, err := store.Accounts()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range accounts {
		plan, _, err := store.Plan(a.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, action := range model.All[*model.Action](plan.Book) {
			if action.Name != "call Raj about pilot" {
				continue
			}
			if got := plan.Name(action.Serves); got != "Raj Mehta" {
				t.Errorf("it serves %q", got)
			}
			if got := plan.Name(action.Objective); !strings.HasPrefix(got, "Campaign") {
				t.Errorf("its objective is %q", got)
			}
			return
		}
	}
	t.Error("it was not written")
}

func TestAnObjectiveWithoutActionsGetsItsFirstOne(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("4", "z")
	for range 30 {
		if strings.Contains(s.Line("> "), "A plan for the stores in Asia") {
			break
		}
		s.Keys("j")
	}
	s.Shows("no actions yet, a adds one: A plan for the stores").Keys("a").Shows("New action for A plan for the stores")
	s.Type("ask Ana").Keys("enter").Shows("0 of 1 done", "> no day      ask Ana")
}

func TestMarkedActionsAreMovedHandedOverAndPutOffTogether(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("4", "z", "g")
	s.Keys("m").Shows("2 marked")
	s.Keys("w").Shows("reschedule 2 actions", "in 7 d").Keys("u").Shows("! 12 d")
	s.Keys("@").Shows("Owner of 2 marked").Type("ben").Keys("enter").Shows("Owner of 2 actions: Ben Carter").Keys("u")
	s.Keys("r").Shows("Due of 2 marked").Type("+1w").Keys("enter").Shows("Due of 2 actions").Keys("u")
	s.Keys("S").Shows("Status of 2 marked").Keys("d").Shows("Status of 2 actions: Deferred").Keys("u").Shows("! 12 d")
	s.Keys("v").Shows("Objective of 2 marked").Type("win the eco").Keys("enter").Shows("Objective of 2 actions: Win the Economic Buyer")
	s.Keys("u", "c").Shows("complete 2 actions").Keys("u").Shows("! 12 d")
	s.Keys("esc").Hides("marked")
}

func TestWhatIsOverIsCountedAndShownByAKey(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("4", "z").Shows("6 over: t").Hides("Complete  ")
	s.Keys("t").Shows("showing what is over too", "Complete  ").Hides("over: t")
	s.Keys("t").Shows("showing what is open", "6 over: t")
}

func TestTheLineOverActionsWithoutObjectiveSaysWhatItIs(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("4", "z", "G", "k")
	if line := s.Line("> "); !strings.Contains(line, "For no objective") {
		t.Fatalf("the cursor stands on %q", line)
	}
	for _, key := range []string{"e", "E", "c", "p", "w", "r", "@", "S", ">", "N", "R", "v", "D", "enter", "y"} {
		s.Keys(key).Shows("this line only heads those below")
	}
	s.Keys("m").Shows("1 marked").Keys("c").Shows("complete action Meet Hannah")
	s.Keys("u", "esc", "k", "k", "k").Keys("a").Shows("New action").Keys("esc")
}

func TestAFilterLeavesOnlyObjectivesOfWhatMatches(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("4", "z", "/").Type("late").Keys("enter")
	s.Shows("Invite FreshKart", "Campaign", "RetailSecure for the online shop", "of 11").Hides("A plan for the stores", "For no objective")
}

func TestActionsInABookWithoutAnyAndInALargeOne(t *testing.T) {
	s := uitest.Workspace(t, uitest.Empty(t), 80, 24).Type("Acme").Keys("enter", "4")
	s.Shows("a adds an action, O an objective")
	for _, key := range []string{"e", "c", "p", "w", "r", "@", "S", ">", "<", "N", "R", "v", "m", "D", "y"} {
		s.Keys(key).Shows("there is no action here yet: a adds one")
	}
	s.Keys("O").Shows("New objective").Type("Win them").Keys("ctrl+s").Shows("no actions yet: a adds one")
	s.Keys("a").Type("call somebody fri").Keys("enter").Shows("0 of 1 done", "call somebody")

	path := uitest.Empty(t)
	var list []model.Record
	for i := range 40 {
		o := &model.Objective{Name: "Reach " + strings.Repeat("漢", i)}
		o.ID, o.Account = model.ID{1, byte(i)}, model.ID{9}
		list = append(list, o)
		for k := range 25 {
			a := &model.Action{Name: "Do it", Objective: o.ID, Due: model.NewDate(2026, time.March, 1+k)}
			a.ID, a.Account = model.ID{2, byte(i), byte(k)}, model.ID{9}
			list = append(list, a)
		}
	}
	account := &model.Account{Name: "Large"}
	account.ID = model.ID{9}
	uitest.Write(t, path, model.Created("book", append(list, account)...))
	s = uitest.Workspace(t, path, 60, 20).Keys("4").Shows("1000  by objective").Keys("G", "g", "ctrl+d", "ctrl+u", "c", "u")
	s.Shows("1000  by objective")
}

func TestTheDayOfWhatIsOverStays(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("4", "j", "c").Shows("complete action")
	before := version(t, path)
	for _, key := range []string{"w", "r"} {
		s.Keys(key).Shows("is complete, so its day stays: c opens it again")
	}
	if got := version(t, path); got != before {
		t.Fatalf("%d edits were written", got-before)
	}
	s.Keys("c", "w").Shows("is now due")
}

func TestCompletingAnObjectiveSaysWhatStaysOpen(t *testing.T) {
	example(t).Keys("4", "g", "c", "ctrl+s").Shows("complete objective", "2 actions of it stay open")
}

// withActions is a book with one account and what the lines add to it: fields of
// an action each.
func withActions(t *testing.T, actions ...*model.Action) string {
	t.Helper()
	path := uitest.Empty(t)
	account := &model.Account{Name: "Acme"}
	account.ID = model.ID{9}
	records := []model.Record{account}
	for i, a := range actions {
		a.ID, a.Account = model.ID{2, byte(i >> 8), byte(i)}, account.ID
		records = append(records, a)
	}
	uitest.Write(t, path, model.Created("book", records...))
	return path
}

func TestCompletingWhatRepeatsMakesTheNext(t *testing.T) {
	path := withActions(t, &model.Action{Name: "Usage report", Due: model.NewDate(2026, time.March, 31), Repeats: model.Monthly})
	s := uitest.Workspace(t, path, 120, 40).Keys("4", "z").Shows("& Usage report", "& every month, then due Thu 30 Apr 2026")
	s.Keys("c").Shows("complete action Usage report, the next one is due Thu 30 Apr 2026", "> Complete", "in 43 d")
	s.Keys("c").Shows("reopen action Usage report, the next one stays, due Thu 30 Apr 2026").Keys("c").Hides("in 73 d")
	s.Keys("u", "u", "u").Shows("in 13 d").Hides("in 43 d")
	s.Keys("R").Shows("Repeats of Usage report").Keys("w").Shows("& every seven days, then due Tue 7 Apr 2026")
	// By its letter, the rest of the word typed on: still one next one.
	s.Keys("S").Type("complete").Keys("enter", "tab", "shift+tab").Shows("in 20 d", "1  1 over: t")
}
