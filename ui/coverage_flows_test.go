package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"astute/model"
	"astute/ui/uitest"
)

// relationshipOf returns how one of us stands with one of them, nil for nothing.
func relationshipOf(t *testing.T, path, us, them string) *model.Relationship {
	t.Helper()
	book, err := uitest.Open(t, path, "").Book()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range model.All[*model.Relationship](book) {
		a, _ := model.Lookup[*model.Teammate](book, r.Teammate)
		b, _ := model.Lookup[*model.Contact](book, r.Contact)
		if a != nil && b != nil && a.Name == us && b.Name == them {
			return r
		}
	}
	return nil
}

func TestTheCoverageMatrixOfTheWorkedExample(t *testing.T) {
	path := uitest.Example(t)
	for _, size := range [][2]int{{60, 20}, {120, 40}} {
		s := atJane(t, path, size[0], size[1]).Keys("v").Shows("[Coverage]", ">3>4! +", "Ana Ruiz with Jane Smith: Problem Solver now", "1 step short, health Good")
		s.Golden(fmt.Sprintf("coverage-%dx%d", size[0], size[1]))
	}
}

func TestACellOfTheMatrixIsEditedInPlace(t *testing.T) {
	path := uitest.Example(t)
	s := atJane(t, path, 120, 40).Keys("v", "e").Shows("Level of Ana Ruiz with Jane Smith").Keys("t").Shows("Trusted Advisor now, Trusted Advisor wanted")
	s.Keys("a").Shows("Ana Ruiz stands where wanted with Jane Smith").Keys("u").Shows("3>4! +")
	s.Keys("w", "p").Shows("Problem Solver wanted").Keys("H", "p").Shows("health Poor")
	r := relationshipOf(t, path, "Ana Ruiz", "Jane Smith")
	if r.Wanted != model.ProblemSolver || r.Health != model.Poor || r.Level != model.ProblemSolver {
		t.Fatalf("the relationship is %+v", r)
	}
}

func TestAnEmptyCellBeginsARelationship(t *testing.T) {
	path := uitest.Example(t)
	s := atJane(t, path, 120, 40).Keys("v", "j").Shows("Helen Marsh with Jane Smith: nothing is on record")
	before := version(t, path)
	s.Keys("E").Shows("e begins it").Keys("e").Shows("Level of Helen Marsh with Jane Smith").Keys("esc").Shows("nothing is on record")
	if version(t, path) != before || relationshipOf(t, path, "Helen Marsh", "Jane Smith") != nil {
		t.Fatal("leaving wrote something")
	}
	s.Keys("e").Tick().Keys("c").Shows("Credible Source now, no level wanted", "[Coverage]", "u takes it back")
	if r := relationshipOf(t, path, "Helen Marsh", "Jane Smith"); r == nil || r.Level != model.CredibleSource {
		t.Fatalf("the relationship is %+v", r)
	}
	s.Keys("w", "p").Shows("1 step short").Keys("u", "u").Shows("nothing is on record")
	if r := relationshipOf(t, path, "Helen Marsh", "Jane Smith"); r != nil {
		t.Fatalf("after undo there is %+v", r)
	}
}

func TestWhoShouldCoverWhomBecomesAnAction(t *testing.T) {
	path := uitest.Example(t)
	s := atJane(t, path, 120, 40).Keys("v", "j", "a").Shows("Get to know Jane Smith", "[Coverage]", ">a ")
	s.Keys("a").Shows("there is an action already: Get to know Jane Smith")
	var made *model.Action
	for _, a := range actionsOf(t, path) {
		if a.Name == "Get to know Jane Smith" {
			made = a
		}
	}
	if made == nil || made.Serves != contact(t, path, "Jane Smith").ID || made.Due.IsZero() {
		t.Fatalf("the action is %+v", made)
	}
	s.Keys("u", "k", "a").Shows("action: Take a step forward with Jane Smith")
}

func TestTheMatrixProposesWhoGetsToKnowWhom(t *testing.T) {
	path := uitest.Example(t)
	before := len(actionsOf(t, path))
	s := atJane(t, path, 120, 40).Keys("v", "p").Shows("Who gets to know whom", "Margaret Holloway: Helen Marsh").Type("margaret").Keys("enter")
	s.Shows("[Coverage]", "Get to know Margaret Holloway").Hides("Who gets to know whom")
	if n := len(actionsOf(t, path)); n != before+1 {
		t.Fatalf("%d actions were made", n-before)
	}
	s.Keys("p").Type("margaret").Keys("enter").Shows("there is an action already")
}

func TestTheMatrixScrollsBothWays(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 60, 20).Keys("2", "v")
	for range 30 {
		s.Keys("l")
	}
	s.Shows("< 1", "Ana Ruiz with Zoë van der Berg").Keys("G").Shows(">.", "Grace Wanjirũ with").Keys("g").Shows("Ana Ruiz").Keys("?").Shows("edit the level").Keys("esc")
	for range 30 {
		s.Keys("h")
	}
	s.Shows("Alan", "key", " > ┘").Hides("< 1")
}

func TestAMatrixWithoutPeopleSaysHowToBegin(t *testing.T) {
	s := uitest.Workspace(t, uitest.Empty(t), 60, 20).Type("Acme").Keys("enter", "2", "v").Shows("It begins with the people").Golden("coverage-empty-60x20")
	for _, key := range []string{"e", "w", "H", "a", "p", "E", "D", "enter", "y", "j", "l", "g", "G"} {
		s.Keys(key).Shows("[Coverage]")
	}
	s.Keys("esc").Shows("[2 Political map]")
	uitest.Workspace(t, stale(t), 60, 20).Keys("2", "v").Shows("Nobody of us is on this account yet").Keys("e", "a", "p").Shows("[Coverage]")
}

func TestTheMatrixFitsEverySizeWithoutLines(t *testing.T) {
	for _, size := range sizes[1:] {
		s := plainWorkspace(t, uitest.Example(t), size.w, size.h).Keys("2", "v").Shows("[Coverage]", "covered by", "Ana Ruiz with ").Keys("j", "h")
		if strings.ContainsAny(s.Text(), "┌│└─") {
			t.Errorf("lines are drawn on an ASCII terminal:\n%s", s.Text())
		}
	}
}

func TestTheMatrixIsCopiedWhole(t *testing.T) {
	uitest.Workspace(t, uitest.Example(t), 60, 20).Keys("2", "v", "y").Shows("the matrix was sent to the clipboard")
}
