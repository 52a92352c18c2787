package ui_test

import (
	"strings"
	"testing"

	"astute/model"
	"astute/model/modeltest"
	"astute/ui"
	"astute/ui/uitest"

	tea "github.com/charmbracelet/bubbletea"
)

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

func TestALargeImportOpensAnAccountAndThenKnowsAll(t *testing.T) {
	path := uitest.Empty(t)
	uitest.Write(t, path, model.Created("import book.csv", modeltest.Generate(1, 1000, uitest.Today)...))
	w := ui.New(uitest.Options(t, path))
	w.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	if header, _, _ := strings.Cut(uitest.Plain(w.View()), "\n"); strings.Contains(header, "no account") || strings.Contains(header, "1 of 1 ") {
		t.Errorf("the first header is\n%s", header)
	}
	uitest.Start(t, w, 120, 40).Shows(" of 1")
}

func TestATypoInTheNameOfAnAccountIsForgivenAndMakesNoOther(t *testing.T) {
	example(t).Keys("A").Type("sakuria").Shows("Sakurai", "make sakuria").Keys("enter").Shows("Sakurai", "3 of 3")
	example(t).Keys("A").Type("freshkrat").Keys("down", "enter").Shows("Make a new account?", "No account is called freshkrat.")
}
