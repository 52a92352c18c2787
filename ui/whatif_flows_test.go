package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"astute/model"
	"astute/ui/uitest"
)

// atJane is the worked example with the cursor of the map on Jane Smith.
func atJane(t *testing.T, path string, w, h int) *uitest.Screen {
	t.Helper()
	return uitest.Workspace(t, path, w, h).Keys("2", "f").Type("jane").Keys("tab")
}

func TestWhatIfBeginsWithThePersonOfTheCursor(t *testing.T) {
	path := uitest.Example(t)
	before := version(t, path)
	for _, size := range [][2]int{{60, 20}, {120, 40}} {
		s := atJane(t, path, size[0], size[1]).Keys("w").Shows("[What if]", "nothing is saved", "Jane Smith leaves")
		s.Golden(fmt.Sprintf("whatif-%dx%d", size[0], size[1]))
	}
	if version(t, path) != before {
		t.Error("looking wrote something")
	}
}

func TestWhatIfShowsBeforeAndAfterOfSeveralPeople(t *testing.T) {
	path := uitest.Example(t)
	for i, money := range []string{"1250000 USD", "80000 EUR"} {
		amount, err := model.ParseMoney(money, "")
		if err != nil {
			t.Fatal(err)
		}
		deal := &model.Opportunity{Name: fmt.Sprint("Deal ", i+1), Stage: model.StageQualifying, Amount: amount, Buyer: contact(t, path, "Jane Smith").ID}
		deal.ID, deal.Account = model.ID{15: byte(i + 1)}, contact(t, path, "Jane Smith").Account
		uitest.Write(t, path, model.Created("add opportunity", deal))
	}
	s := atJane(t, path, 120, 40).Keys("w").Shows("AMBER, level 3  RED, level 2", "Exposed revenue                     EUR 80,000", "USD 2,650,000", "What would be different", "Map then:")
	s.Keys("/").Type("alan").Keys("enter").Shows("> ").Keys("s").Shows("Alan Brown becomes a Supporter", "GREEN, level 3")
	s.Keys("s").Hides("becomes a Supporter").Keys("s", "esc").Shows("Margaret Holloway")
	s.Keys("r").Hides("becomes a Supporter", "RED").Shows("Nobody is supposed to leave or to turn")
	s.Keys("ctrl+s").Shows("nothing is supposed of anybody yet").Keys("esc").Hides("[What if]")
}

func TestWhatIfIsSavedOnlyAfterAsking(t *testing.T) {
	path := uitest.Example(t)
	before := version(t, path)
	s := atJane(t, path, 120, 40).Keys("w", "o").Shows("Jane Smith becomes an Opponent")
	s.Keys("ctrl+s").Shows("Did it come true?").Keys("n").Shows("[What if]", "becomes an Opponent")
	if version(t, path) != before {
		t.Fatal("it was written unasked")
	}
	s.Keys("ctrl+s", "y").Hides("[What if]").Shows("Jane Smith becomes an Opponent", "u takes it back")
	if c := contact(t, path, "Jane Smith"); c.Support != model.Opponent || c.Left {
		t.Fatalf("support %v, left %v", c.Support, c.Left)
	}
	s.Keys("u").Shows("undone")
	if c := contact(t, path, "Jane Smith"); c.Support != model.Supporter {
		t.Fatalf("support %v after undo", c.Support)
	}
}

func TestWhatIfOfAnEmptyAccountSaysHowToBegin(t *testing.T) {
	s := uitest.Workspace(t, uitest.Empty(t), 60, 20).Type("Acme").Keys("enter", "2", "w").Shows("It begins with the people").Golden("whatif-empty-60x20")
	for _, key := range []string{" ", "o", "/", "enter", "ctrl+s", "backspace", "r"} {
		s.Keys(key).Shows("[What if]")
	}
	s.Keys("?").Shows("becomes Champion").Keys("esc", "esc").Shows("[2 Political map]")
}

func TestWhatIfFitsEverySizeWithoutLines(t *testing.T) {
	for _, size := range sizes[1:] {
		s := plainWorkspace(t, uitest.Example(t), size.w, size.h).Keys("2", "w", "j", " ").Shows("[What if]", " leaves, ", "then").Keys("J", "K")
		if strings.ContainsAny(s.Text(), "┌│└─") {
			t.Errorf("lines are drawn on an ASCII terminal:\n%s", s.Text())
		}
	}
}

func TestAHintOfSpaceIsPressedByAClick(t *testing.T) {
	path := uitest.Example(t)
	s := atJane(t, path, 120, 40).Keys("w").Shows("Jane Smith leaves")
	x, y := s.Place("space leaves")
	s.Click(x, y).Hides("Jane Smith leaves").Click(x, y).Shows("Jane Smith leaves")
}

func TestWhatIfFollowsWhatOthersWrite(t *testing.T) {
	path := uitest.Example(t)
	s := atJane(t, path, 120, 40).Keys("w").Shows("Jane Smith leaves")
	remove(t, path, "Jane Smith")
	s.Tick().Hides("Jane Smith leaves").Shows("Nobody is supposed to leave")
}
