package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"astute/model"
	"astute/ui"
	"astute/ui/uitest"
)

func TestTheWarningsOfTheWorkedExample(t *testing.T) {
	path := uitest.Example(t)
	for _, size := range [][2]int{{60, 20}, {120, 40}} {
		s := uitest.Workspace(t, path, size[0], size[1]).Keys("2", "W")
		s.Golden(fmt.Sprintf("warnings-%dx%d", size[0], size[1]))
	}
}

func TestAWarningBecomesAnActionOnceAndSaysSo(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("2", "W").Shows("Filled in 95 %", "Map AMBER", "High", "Cure:", "(single-threaded)", "1 silenced").Hides("x action:")
	s.Keys("j", "j", "j", "a").Shows("x action: Find out who took over from Pádraig Devlin", "u takes it back")
	var made *model.Action
	for _, a := range actionsOf(t, path) {
		if strings.HasPrefix(a.Name, "Find out who took over") {
			made = a
		}
	}
	if made == nil || made.Owner.IsZero() || made.Due.IsZero() || made.Serves != contact(t, path, "Pádraig Devlin").ID {
		t.Fatalf("the action is %+v", made)
	}
	before := version(t, path)
	s.Keys("a").Shows("there is one already")
	if version(t, path) != before {
		t.Error("a second action was written")
	}
	s.Keys("u").Shows("undone: ").Hides("x action:")
}

func TestAWarningLeadsToItsPerson(t *testing.T) {
	s := example(t).Keys("2", "W", "j", "j", "j", "j", "j", "enter").Hides("[Check]").Shows("Claire Dubois-Lefèvre  ")
	s.Keys("W", "G", "k", "k", "k", "enter").Shows("To which?", "Ngozi Okafor").Type("ngozi").Keys("enter").Hides("To which?", "[Check]").Shows("[2 Political map]", "Ngozi Okafor  ")
	s.Keys("W", "j", "j", "j", "j").Shows("severe issue").Keys("enter").Shows("Kiosks stood still").Keys("esc").Shows("[Check]")
}

func TestAGreyMapAsksWhatWouldSettleIt(t *testing.T) {
	s := uitest.Workspace(t, uitest.Empty(t), 60, 20).Type("Acme").Keys("enter", "2", "W")
	s.Shows("Map GREY  level 0 of 3", "1. Who holds the budget?", "3. Who backs us there?", "people   .......... ", "as a Top Account plan").Golden("warnings-empty-60x20")
	s.Keys("a").Shows("enter answers it").Keys("s").Shows("enter answers it").Keys("enter").Shows("New contact").Keys("esc")
	s.Keys("?").Shows("make it an action", "go to the record").Keys("esc", "esc").Hides("[Check]").Shows("[2 Political map]")
}

func TestTheNextQuestionIsAnsweredOnTheCheckPage(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 80, 24).Keys("1", "W").Shows(">? What is “GreenGuard as design partner” worth?", "people   ########..  83 %")
	s.Keys("enter").Shows("Amount of GreenGuard").Type("60k").Keys("enter").Hides("What is “GreenGuard").Shows("[Check]", "money    ##########")
	s.Keys("u").Shows("What is “GreenGuard as design partner” worth?")
}

func TestAFindingIsSilencedWithItsReasonAndLastDay(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("1", "W").Shows("(coach)", "1 silenced")
	s.Keys("j", "j", "j", "j", "j", "j").Shows("coach, who cannot").Keys("s").Shows("New silence", "Emre Şahin", "coach", "Reason", "Until")
	s.Type("He knows everybody").Keys("tab").Type("+2w").Keys("ctrl+s").Shows("[Check]", "2 silenced").Hides("(coach)")
	s.Keys("u").Shows("(coach)", "1 silenced")
}

func TestPagesAboutPeopleAreReachedByNameFromAnywhere(t *testing.T) {
	example(t).Keys("4", ":").Type("warnings").Keys("enter").Shows("[Check]", "Map AMBER").Keys("q").Shows("[4 Action plan]")
	uitest.Workspace(t, uitest.Empty(t), 80, 24).Keys("esc", ":").Type("warnings").Keys("enter").Shows("there is no account yet")
}

func TestWarningsAreWholeAtEverySizeAndInASCII(t *testing.T) {
	for _, size := range sizes[1:] {
		s := plainWorkspace(t, uitest.Example(t), size.w, size.h).Keys("2", "W").Shows("[Check]", "Map AMBER").Keys("G").Shows("Cure:")
		if strings.ContainsAny(s.Text(), "┌│└") {
			t.Errorf("lines are drawn on an ASCII terminal:\n%s", s.Text())
		}
	}
}

func actionsOf(t *testing.T, path string) []*model.Action {
	t.Helper()
	book, err := uitest.Open(t, path, "").Book()
	if err != nil {
		t.Fatal(err)
	}
	return model.All[*model.Action](book)
}

// plainWorkspace is one on a terminal without colours and without lines.
func plainWorkspace(t *testing.T, path string, w, h int) *uitest.Screen {
	t.Helper()
	o := uitest.Options(t, path)
	o.Getenv = func(name string) string {
		return map[string]string{"NO_COLOR": "1", "TERM": "dumb", "LC_ALL": "C"}[name]
	}
	return uitest.Start(t, ui.New(o), w, h)
}
