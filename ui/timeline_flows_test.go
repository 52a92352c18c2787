package ui_test

import (
	"strings"
	"testing"

	"astute/model"
	"astute/ui/uitest"
)

func TestTheTimelineShowsWhatWasAndWhatIsAhead(t *testing.T) {
	s := example(t).Keys("7", "z").Shows("[7 Timeline]", "by quarter", "earlier", "Raj Mehta becomes COO", "Call Marta Kowalczyk", "Q1 2026", "Q2")
	s.Keys("s").Shows("divided by year", "2024", "2026").Keys("s").Shows("divided by month", "Apr", "later >")
	s.Keys("v").Shows("Ahead", "What was", "we: The night plan for Houston.", "(kept)")
	s.Keys("v").Shows("later >")
}

func TestTheTimelineIsWalkedDayByDay(t *testing.T) {
	s := example(t).Keys("7", "z").Shows(">Call Marta Kowalczyk", "└ 2026-03-13")
	s.Keys("h").Shows("└ 2026-03-09  1:1 Inspection").Keys("l", "l").Hides("└ 2026-03-09", "└ 2026-03-13").Shows("└ 2026-")
	for range 40 {
		s.Keys("h") // beyond what is seen the axis follows
	}
	s.Hides("earlier").Shows("later >").Keys("t").Shows("└ 2026-03-13")
}

func TestACallIsLoggedInOneLine(t *testing.T) {
	s := example(t).Keys("7", "z", "a").Type("met @jane @marta yesterday on the pilot we: send the offer by fri they: list of stores")
	s.Shows("= Meeting", "with Jane Smith and Marta Kowalczyk", "we: send the offer by fri", "they: list of stores")
	s.Keys("enter").Shows("saved").Keys("v").Shows("1 d ago", "Meeting Jane Smith and Marta Kowalczyk: on the pilot", "we: send the offer by fri", "they: list of stores")
	s.Keys("u").Hides("list of stores")
}

func TestACallOnAWeekdayWasTheLastOne(t *testing.T) {
	s := example(t).Keys("7", "z", "a").Type("mon: @jane on prices")
	s.Shows("= Call Mon 16 Mar 2026", "with Jane Smith", "on prices")
}

func TestANameThatCouldBeSeveralIsSaidAndKept(t *testing.T) {
	example(t).Keys("7", "z", "a").Type("call @ma about it").Shows("! @ma could be Ma", "type more of the name").Keys("enter").Shows("call @ma about it")
}

func TestAPromiseBecomesAnActionByOneKey(t *testing.T) {
	s := example(t).Keys("7", "v").Shows(">Call Marta Kowalczyk").Keys("j", "p")
	s.Shows("an action due", "The night plan for Houston.").Keys("4", "z").Shows("The night plan for Houston.").Keys("z")
	s.Keys("7", "j", "p").Shows("an action due", "The last three names this week.").Keys("u", "4").Hides("The last three names")
	path := uitest.Example(t)
	uitest.Workspace(t, path, 120, 40).Keys("7", "v", "j", "j", "p")
	a := newestAction(t, path)
	if got := a.Owner; got.IsZero() || a.Serves.IsZero() || a.Function != model.ActionCustomer {
		t.Errorf("the action of their promise is %+v: it should be theirs and serve the call", a)
	}
}

func newestAction(t *testing.T, path string) *model.Action {
	t.Helper()
	var newest *model.Action
	book, err := uitest.Open(t, path, "a reader").Book()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range model.All[*model.Action](book) {
		if newest == nil || newest.ID.Compare(a.ID) < 0 {
			newest = a
		}
	}
	if newest == nil {
		t.Fatal("there is no action")
	}
	return newest
}

func TestAnEmptyTimelineSaysHowToBegin(t *testing.T) {
	for _, size := range sizes[1:] {
		s := uitest.Workspace(t, uitest.Empty(t), size.w, size.h).Type("Acme").Keys("enter", "7").Shows("a logs a call")
		s.Keys("p").Shows("stands on no promise").Keys("s", "v", "v", "t", "h", "l", "j", "k")
		s.Keys("a").Type("called about us").Keys("enter").Shows("saved", "Call: about us")
	}
}

func TestPagesOfPanesAreReachedByNumberAndTab(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 60, 20).Keys("4").Shows("4 Action plan", "7")
	s.Keys("tab").Shows("[5 Strategy]").Keys("tab").Shows("[6 Money]").Keys("tab").Shows("[7 Timeline]").Keys("tab", "tab", "tab").Shows("[1 Overview]").Keys("shift+tab", "shift+tab", "shift+tab").Shows("[7 Timeline]")
	s.Resize(120, 40).Shows("[7 Timeline]", "1 Overview").Keys("1").Shows("[1 Overview]", "┌ 2 Political map", "7 Timeline")
	x, y := s.Place("7 Timeline")
	s.Click(x, y).Shows("[7 Timeline]")
	if strings.Count(s.Text(), "┌[") != 1 {
		t.Errorf("one pane has the keys:\n%s", s.Text())
	}
}

func TestEachThingPromisedBecomesAnActionOnItsDay(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("7", "a").Type("call @jane today we: send the offer by fri; book the visit they: nothing").Keys("enter").Shows("saved")
	s.Keys("v").Shows("we: send the offer by fri;", "book the visit")
	_, y := s.Place("we: send the offer")
	s.Click(40, y).Keys("p").Shows("added 2 actions (u takes them back)", "[7 Timeline]").Keys("4", "z").Shows("send the offer", "book the visit", "in 2 d")
	s.Keys("u").Hides("book the visit")
}

func TestEachPromiseOfBothSidesBecomesOneActionOnce(t *testing.T) {
	for name, way := range map[string][]string{"axis": {"p"}, "list": {"v", "p"}, "each side of the list": {"v", "j", "p", "j", "p"}} {
		path := uitest.Example(t)
		s := uitest.Workspace(t, path, 120, 40).Keys("7", "a").
			Type("call @jane today we: quote by 3 apr; reference visit they: names of the council by fri; org chart;").Keys("enter").Shows("saved")
		s.Keys(way...)
		made := servingNewest(t, path)
		if len(made) != 4 {
			t.Fatalf("%s: %d actions of 4 promises: %v", name, len(made), made)
		}
		for title, a := range made {
			jane := title == "names of the council" || title == "org chart"
			if got := ownerOf(t, path, a); jane != (got == "Jane Smith") {
				t.Errorf("%s: %q is owned by %q", name, title, got)
			}
		}
		s.Keys("p").Shows("already").Keys("v", "p").Shows("already")
		if n := len(servingNewest(t, path)); n != 4 {
			t.Errorf("%s: %d actions after it was asked again", name, n)
		}
	}
	s := example(t).Keys("7", "a").Type("call @jane today we: quote they: org chart").Keys("enter")
	s.Keys("p").Shows("added 2 actions, 1 of them theirs").Keys("p").Shows("already actions: quote and org chart")
}

func TestAnActionOfAPromiseStandsForItUnderAnotherTitleToo(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("7", "a").
		Type("call @jane today we: quote by 3 apr; visit by 3 apr").Keys("enter").Keys("p").Shows("added 2 actions")
	a := servingNewest(t, path)["quote"]
	renamed := model.Clone(a)
	renamed.Name = "Quote for the second hall"
	uitest.Write(t, path, model.Edited("edit", a, renamed))
	s.Tick().Keys("p").Shows("already actions: Quote for the second hall and visit")
	gone := model.Clone(renamed)
	gone.Status = model.Cancelled
	uitest.Write(t, path, model.Edited("edit", renamed, gone))
	s.Tick().Keys("p").Shows("an action due", ": quote")
}

// servingNewest are the actions that serve the interaction logged last, by title.
func servingNewest(t *testing.T, path string) map[string]*model.Action {
	t.Helper()
	book, err := uitest.Open(t, path, "a reader").Book()
	if err != nil {
		t.Fatal(err)
	}
	var newest model.ID
	for _, i := range model.All[*model.Interaction](book) {
		if newest.Compare(i.ID) < 0 {
			newest = i.ID
		}
	}
	made := map[string]*model.Action{}
	for _, a := range model.All[*model.Action](book) {
		if a.Serves == newest {
			if made[a.Name] != nil {
				t.Errorf("there are two actions %q", a.Name)
			}
			made[a.Name] = a
		}
	}
	return made
}

// ownerOf is who owns an action.
func ownerOf(t *testing.T, path string, a *model.Action) string {
	t.Helper()
	book, err := uitest.Open(t, path, "a reader").Book()
	if err != nil {
		t.Fatal(err)
	}
	return model.Title(book.Get(a.Owner), nil)
}

func TestTheOneLineLogShowsPeopleAndPromisesOnASmallScreen(t *testing.T) {
	for _, size := range sizes[1:] {
		s := uitest.Workspace(t, uitest.Example(t), size.w, size.h).Keys("7", "a").
			Shows("they:", "Jane Smith: ...").
			Type("Jane Smith, Marta Kowalczyk: the pilot and what comes after it; we: send the offer by fri; they: list of stores;")
		s.Shows("Jane Smith and Marta", "we: send the offer by fri", "list of stores")
		s.Keys("enter").Shows("saved")
	}
}
