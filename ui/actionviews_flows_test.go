package ui_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/ui/uitest"
)

// The views of the action plan, each at every size.
func TestTheViewsOfTheActionPlan(t *testing.T) {
	path := uitest.Example(t)
	for _, size := range sizes[1:] {
		s := uitest.Workspace(t, path, size.w, size.h).Keys("4", "z")
		for _, view := range []struct{ key, name string }{{"P", "owner"}, {"T", "week"}, {"V", "board"}, {"Q", "asks"}} {
			s.Keys(view.key).Golden(fmt.Sprintf("actions-%s-%dx%d", view.name, size.w, size.h))
		}
		s.Keys("Q").Shows("by objective")
	}
}

func TestActionsBelowTheirOwnersAndInTheirWeeks(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("4", "z", "P")
	s.Shows("by owner: who has what to do", "Ana Ruiz    ", "2 open, 1 late", "Marta Kowalczyk (the customer)", "Nobody's yet")
	// A heading of an owner stands for nobody to edit or remove.
	s.Keys("g")
	for _, key := range []string{"e", "E", "D", "c", "enter"} {
		s.Keys(key).Shows("this line only heads those below: j goes to them")
	}
	s.Keys("m").Shows("2 marked").Keys("@").Type("ben").Keys("enter").Shows("Owner of 2 actions: Ben Carter").Hides("Ana Ruiz    ")
	s.Keys("u", "esc", "g", "a").Shows("New action of Ana Ruiz").Type("call fri").Keys("enter").Shows("call", "3 open, 1 late")
	s.Keys("@", "ctrl+u").Type("raj meh").Keys("enter").Shows("Raj Mehta (the customer)").Keys("u")
	s.Keys("T").Shows("! Late", "This week  16 Mar to 22 Mar", "Next week", "No day yet")
	s.Keys("g", "j", "r", "ctrl+u").Type("+1w").Keys("enter").Shows("Due of", "2026-03-25").Keys("T").Shows("1 of 3 done")
}

func TestTheBoardMovesCardsByOneKey(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 80, 24).Keys("4", "z", "V")
	s.Shows("as a board: > and < move a card", "Not Started 7 !1", "> Invite FreshKart's tech team")
	s.Keys(">").Shows("now In Progress: Invite FreshKart", "(u takes it back)", "In Progress 5 !2", "> Invite FreshKart's")
	s.Keys("shift+right").Shows("now Complete: Invite", "Complete 5", "today")
	s.Keys(">", ">").Shows("Deferred is the last column on that side").Keys("u", "u", "u").Shows("Not Started 7 !1")
	s.Keys("<").Shows("Not Started is the last column on that side")
	// Sideways it goes over to the next card, down to the next below.
	s.Keys("l").Shows("> Answer Procurement's").Keys("j").Shows("> Two days of a retail architect").Keys("l").Shows("In Pro… 4 !1")
	s.Keys("h", "h", "G").Shows("> Meet Hannah").Resize(60, 20).Shows(" above", "> Meet Hannah").Keys("g").Shows("> Invite FreshKart's", " more")
	s.Resize(80, 24)
	// What is marked moves together, by one edit.
	s.Keys("m", "m", ">").Shows("move by a column: 2 actions", "In Pro… 6").Keys("u").Shows("Not Started 7")
	s.Keys("e").Shows("Title of").Keys("esc").Keys("r").Shows("Due of").Keys("esc", "b").Shows("the board has no columns of fields")
	s.Keys("V").Shows("1 of 3 done")
}

func TestTheBoardByMouse(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("4", "z", "V")
	x, y := s.Place("Answer Procurement")
	s.Click(x, y).Shows("> Answer Procurement").Wheel(x, y, 1).Shows("> Technical approval")
}

func TestWhatIsPutOffComesBack(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("4", "z", "p").Shows("now Deferred: Invite", "> Deferred")
	s.Keys("p").Shows("now Not Started: Invite", "> ! 12 d").Keys("u", "u", "m", "m", "p").Shows("make Deferred: 2 actions").Keys("u").Shows("! 12 d")
}

func TestAsksAreGatheredWithTheirAnswers(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("4", "z", "Q")
	s.Shows("Asked of Helen Marsh", "1 of 1 answered", "Asked of Sofie Lindqvist", "0 of 1 answered", "? asked of Helen Marsh: Yes: Helen called him")
	s.Keys("t").Shows("what is over has its place in this view already")
	s.Keys("G", "a").Shows("New ask of Sofie Lindqvist").Type("a demo system fri").Keys("enter").Shows("0 of 2 answered", "? a demo system")
	s.Keys("/").Type("type:ask").Keys("enter").Shows("of 3  asks")
}

func TestAViewOfNothingSaysWhatItIsFor(t *testing.T) {
	s := uitest.Workspace(t, withActions(t), 80, 24).Keys("4", "Q").Shows("a writes the first ask down")
	s.Keys("V").Shows("a adds an action").Keys("X").Shows("no action waits for another yet").Keys(">").Shows("there is no action here yet")
	s.Keys("Q", "a").Shows("New ask").Type("an architect").Keys("enter").Shows("? an architect", "Asked of nobody yet")
}

func TestWhatHoldsUpMostIsFoundAndExplained(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("4", "z", "X")
	s.Shows("Propose ten stores with a contact person each is critical: 3 actions wait for it", "> in 5 d      # Propose")
	s.Keys("j").Shows("< waits for Propose ten stores with a contact person each (in 5 d)")
	s.Keys("esc", "V", "X").Shows("> Propose ten stores", "# critical: 3 actions wait for it")
}

func TestActionsThatWouldWaitForEachOtherAreRefused(t *testing.T) {
	path := withActions(t, &model.Action{Name: "First step"}, &model.Action{Name: "Second step", WaitsFor: []model.ID{{2}}})
	s := uitest.Workspace(t, path, 120, 40).Keys("4", "z").Shows("# First step", "< Second step")
	s.Keys("N").Shows("Waits for of First step").Type("second").Keys("enter", "ctrl+s").Shows("actions would wait for each other")
	s.Keys("esc", "y").Shows("# First step")
	// One that came in is said, and nothing hangs.
	path = withActions(t, &model.Action{Name: "First step", WaitsFor: []model.ID{{2, 0, 1}}}, &model.Action{Name: "Second step", WaitsFor: []model.ID{{2}}})
	uitest.Workspace(t, path, 120, 40).Keys("4", "z").Shows(`never begins: "First step" waits for "Second step", which waits for "First step"`)
}

func TestCompletingAnObjectiveAsksWhatWasReached(t *testing.T) {
	path := withActions(t)
	o := &model.Objective{Name: "Win them", Metrics: []string{"meetings: 3"}, Due: model.NewDate(2028, time.March, 1)}
	o.ID, o.Account = model.ID{3}, model.ID{9}
	uitest.Write(t, path, model.Created("objective", o))
	s := uitest.Workspace(t, path, 120, 40).Keys("4", "z").Shows("no actions yet: a adds one >>", "long-term: Win them   lacks an owner and actions")
	s.Keys("c").Shows("Success metrics of Win them").Keys("backspace").Type("3 (4)").Keys("ctrl+s").Shows("complete objective Win them", "Complete")
	// One that says what was reached is complete at once.
	s.Keys("c").Shows("reopen").Keys("c").Shows("complete objective Win them").Hides("Success metrics of")
	s.Keys("u", "u", "u").Shows("in 714 d")
}

func TestAnActionIsWrittenDownFromAnyPane(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40)
	for _, pane := range []string{"1", "2", "3", "4", "5", "6", "7", "8"} {
		s.Keys(pane, ";").Shows("New action").Type("call fri @ben !pilot").Shows("= call   due Fri 20 Mar 2026", "owner Ben Carter", "objective Pilot of three")
		s.Keys("esc", "y").Hides("= call")
	}
	s.Keys("3", "g", ";").Shows("New action for ").Type("send the slides +1w !pilot").Keys("enter").Shows("add action send the slides: saved")
	s.Keys("4", ";").Type("x !zzz").Shows("no objective is called zzz").Keys("esc", "y", "esc")
}

// Every key of the pane in every view, on books of every size: none breaks, and
// the screen stays whole.
func TestEveryKeyInEveryView(t *testing.T) {
	many := make([]*model.Action, 2000)
	for i := range many {
		many[i] = &model.Action{
			Name: strings.Repeat("do it ", i%9) + fmt.Sprint(i), Due: model.NewDate(2026, time.January, 1).AddDays(i % 500), Status: model.Progress(i % 6),
			Type: model.ActionType(i % 3), Repeats: model.Cadence(i % 5),
		}
		if i%7 == 0 && i > 0 {
			many[i].WaitsFor = []model.ID{{2, byte((i - 1) >> 8), byte(i - 1)}}
		}
	}
	for name, path := range map[string]string{"no actions": withActions(t), "the worked example": uitest.Example(t), "two thousand": withActions(t, many...)} {
		s := uitest.Workspace(t, path, 80, 24).Keys("4")
		for _, view := range []string{"", "P", "T", "V", "Q"} {
			if view != "" {
				s.Keys(view)
			}
			for _, key := range []string{"j", "l", "h", "k", "G", "g", "ctrl+d", "ctrl+u", "m", "m", "c", "u", "p", "u", ">", "u", "<", "u", "w", "u", "X", "t", "t", "b", "d", "J", "K"} {
				s.Keys(key)
			}
			for _, key := range []string{"e", "E", "r", "@", "S", "N", "R", "v", "O", "a", "D", "C", "/", "enter", ";"} {
				s.Keys(key, "esc", "esc")
			}
			if t.Failed() {
				t.Fatalf("%s, view %q", name, view)
			}
		}
	}
}
