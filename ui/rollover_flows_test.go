package ui_test

import (
	"testing"

	"astute/model"
	"astute/ui/uitest"
)

func TestAPlanIsRolledOverAfterShowingWhatMoves(t *testing.T) {
	path := uitest.Empty(t)
	a := &model.Account{Name: "Acme", PlanStart: model.NewDate(2025, 4, 1), PlanEnd: model.NewDate(2026, 3, 31)}
	a.ID = model.ID{15: 1}
	call := &model.Action{Name: "Call Raj", Due: uitest.Today.AddDays(-3)}
	call.ID, call.Account = model.ID{15: 2}, a.ID
	uitest.Write(t, path, model.Created("add account Acme", a, call))
	for _, size := range sizes[1:] {
		s := uitest.Workspace(t, path, size.w, size.h).Keys(":").Type("roll the plan").Keys("enter")
		s.Shows("Roll the plan over?", "2026-04-01 to 2027-03-31", "Call Raj: 2026-04-01, was 2026-03-15").Keys("n").Hides("Roll the plan over?")
	}
	s := uitest.Workspace(t, path, 80, 24).Keys(":").Type("roll the plan").Keys("enter", "y").Shows("the plan runs until Wed 31 Mar 2027", "u takes it back")
	s.Keys(":").Type("roll the plan").Keys("enter").Shows("has not begun").Keys("u").Shows("undone")
	if now := accountNow(t, path); now.PlanEnd != a.PlanEnd {
		t.Errorf("the plan ends on %s after undo", now.PlanEnd)
	}
}

// accountNow is the only account of a book.
func accountNow(t *testing.T, path string) *model.Account {
	t.Helper()
	r, err := uitest.Open(t, path, "").Get(soleAccount(t, path))
	if err != nil {
		t.Fatal(err)
	}
	return r.(*model.Account)
}
