package ui_test

import (
	"testing"

	"astute/ui/uitest"
)

func TestAnArchivedAccountIsPutAwayAndBroughtBack(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Shows("FreshKart", "1 of 3")
	s.Keys(":").Type("archive").Keys("enter").Shows("FreshKart Grocers is archived", "u takes it back", "archived")
	s.Keys("]").Hides("FreshKart", "archived").Shows("1 of 2")
	s.Keys("]").Hides("FreshKart").Keys("]").Hides("FreshKart").Shows("1 of 2")
	s.Keys("f").Type("jane smith").Hides("CTO").Keys("esc", "esc")
	s.Keys("A").Hides("FreshKart").Shows("archived accounts", "1 put away").Type("archived").Keys("enter").Shows("Archived accounts", "FreshKart").Keys("enter")
	s.Shows("FreshKart Grocers", "archived").Keys(":").Type("bring").Keys("enter").Shows("FreshKart Grocers is back")
	s.Keys("f").Type("jane smith").Shows("CTO")
}

func TestTheNameOfAnArchivedAccountIsNotTakenForANewOne(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 80, 24).Keys(":").Type("archive").Keys("enter", "]")
	s.Keys("A").Type("freshkart grocers").Shows("a new account").Keys("enter").Shows("FreshKart Grocers is archived: choose archived accounts").Hides("Make a new account?")
}

func TestTheWorkspaceDoesNotBeginWithAnArchivedAccount(t *testing.T) {
	path := uitest.Example(t)
	uitest.Workspace(t, path, 80, 24).Keys(":").Type("archive").Keys("enter").Shows("archived")
	uitest.Workspace(t, path, 80, 24).Hides("FreshKart", "archived")
}
