package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"astute/model"
	"astute/ui/uitest"
)

// accountsBook writes a book of so many accounts of one owner and returns its path.
func accountsBook(t *testing.T, n int) string {
	t.Helper()
	path := uitest.Empty(t)
	s := uitest.Open(t, path, "")
	at := uitest.Now()
	owner := &model.Teammate{Name: "Ana Ruiz"}
	owner.ID = s.NewID(at)
	records := []model.Record{owner}
	for i := range n {
		a := &model.Account{Name: fmt.Sprintf("Account %04d", i), Owner: owner.ID, PlanType: model.TopAccount, PlanStatus: model.ActivePlan}
		a.ID = s.NewID(at)
		late := &model.Action{Name: fmt.Sprintf("Call about %04d", i), Owner: owner.ID, Due: uitest.Today.AddDays(-i % 3)}
		late.ID, late.Account = s.NewID(at), a.ID
		records = append(records, a, late)
	}
	uitest.Write(t, path, model.Created("make accounts", records...))
	return path
}

func TestThePortfolioOpensAnAccountAndFollowsEdits(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 160, 40)
	s.Keys("9").Shows("3 accounts", "FreshKart Grocers", "widest gap first", "Adoption", "Importance", "Team")
	for _, order := range []string{"poorest health", "largest pipeline", "most whitespace", "most late", "review due", "least known", "quiet", "by name", "widest gap"} {
		s.Keys("s").Shows(order)
	}
	s.Keys("b").Shows("by owner", "Ana Ruiz: 1 account").Keys("b").Shows("by manager").Keys("b").Shows("Segment A: 2 accounts").Keys("b").Hides("Segment A")
	s.Keys("/").Type("lum").Keys("enter").Shows("1 account of 3").Hides(">FreshKart")
	s.Keys("enter").Shows("[1 Overview]", "Lumière Logistique").Keys("9").Shows("/lum").Keys("esc").Shows("3 accounts")
	// What is done in a plan shows at once.
	if before := s.Line("Draft"); !strings.Contains(before, "0/1") {
		t.Errorf("before: %q", before)
	}
	s.Keys("4", "a").Type("Ring them back fri").Keys("enter", "9")
	if after := s.Line("Draft"); !strings.Contains(after, "0/2") {
		t.Errorf("after: %q", after)
	}
	s.Keys("u")
	if again := s.Line("Draft"); !strings.Contains(again, "0/1") {
		t.Errorf("taken back: %q", again)
	}
	s.Keys("J").Keys("J").Keys("K", "y").Shows("clipboard")
}

func TestThePortfolioOfManyAccounts(t *testing.T) {
	s := uitest.Workspace(t, accountsBook(t, 200), 120, 40)
	s.Keys("9").Shows("200 accounts", "Account 0002").Keys("b").Shows("! Ana Ruiz owns 200 Top Accounts: more than 3 cannot be planned at scale")
	s.Keys("G", "g", "ctrl+d", "ctrl+d").Resize(60, 20).Shows("9 Portfolio").Keys("b", "b", "b", "s", "s", "s", "s", "g", "j", "enter").Shows("Account 0")
}

func TestThePortfolioOfNothing(t *testing.T) {
	s := uitest.Workspace(t, uitest.Empty(t), 80, 24)
	s.Keys("esc", "9").Shows("A makes the first account").Keys("s", "b", "enter", "J", "0").Shows("no account yet")
}

func TestTodayIsReadAcrossAccountsAndDone(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40)
	s.Keys("0").Shows("[Today]", "Reviews", "Actions", "Promises open", "d late", "FreshKart Grocers", "Gone cold")
	s.Golden("today-120x40").Resize(60, 20).Golden("today-60x20").Resize(80, 24).Golden("today-80x24").Resize(200, 60).Golden("today-200x60")
	s.Resize(120, 40)
	for range 20 {
		if line := s.Line(">"); strings.Contains(line, "Invite FreshKart") {
			break
		}
		s.Keys("j")
	}
	s.Keys("w").Shows("postponed").Hides("! 12 d late    Invite")
	s.Keys("u").Shows("12 d late    Invite")
	s.Keys("c").Shows("completed", "[Today]").Hides("late    Invite")
	s.Keys("g", "enter").Hides("[Today]").Shows("Account Review")
}

func TestTodayOfNothing(t *testing.T) {
	s := uitest.Workspace(t, accountsBook(t, 1), 80, 24)
	s.Keys("0").Shows("Call about 0000").Keys("c").Shows("Nothing is due").Keys("c", "enter").Shows("nothing is due here").Keys("esc").Hides("[Today]")
}
