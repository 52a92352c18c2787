package ui_test

import (
	"testing"

	"astute/model"
	"astute/ui/uitest"
)

func TestEnterOnMarkedPeopleWritesNothingOfTheRowUnderTheCursor(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "l", "l", "l", "l", "m", "m")
	s.Keys("j", "j", "e").Shows("Support of 2 marked").Keys("enter").Shows("nothing was chosen")
	if got := contact(t, path, "Jane Smith").Support; got != model.Supporter {
		t.Fatalf("Jane's support is %v", got)
	}
	s.Keys("e", "c").Shows("Support of 2 contacts: Champion")
}

func TestMarkedPeopleAreRemovedInOneEditThatOneUndoTakesBack(t *testing.T) {
	path := uitest.Example(t)
	before := version(t, path)
	s := uitest.Workspace(t, path, 80, 24).Keys("3", "m", "m", "D")
	s.Shows("Remove 2 contacts?", "Jane Smith", "Margaret Holloway", "3 lines go too", "2 relationships go too", "other records let go of them", "keep (any other key)")
	s.Keys("enter").Shows("2 marked").Hides("Remove 2 contacts?")
	if got := version(t, path); got != before {
		t.Fatalf("enter wrote %d edits", got-before)
	}
	s.Keys("D", "y").Shows("removed 2 contacts").Hides("Jane Smith ", "Margaret Holloway ", "marked")
	if got := version(t, path); got != before+1 {
		t.Fatalf("%d edits were written", got-before)
	}
	s.Keys("u").Shows("undone: remove 2 contacts", "Jane Smith ", "Margaret Holloway ")
	if got := contact(t, path, "Jane Smith").ReportsTo; got != contact(t, path, "Margaret Holloway").ID {
		t.Errorf("Jane reports to %v", got)
	}
}

func TestAMarkedPersonAndTheOneSheReportsToGoTogether(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "/").Type("unit:it").Keys("enter", "m", "m", "m", "m", "m", "m")
	s.Keys("D", "y").Shows("removed").Keys("esc", "u").Shows("undone: remove").Keys("g").Shows("Jane Smith ")
}

func TestMarksGatherPeopleOverSeveralFilters(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "z", "m", "/").Type("opponent").Keys("enter", "m")
	s.Shows("2 marked, 1 out of sight", "/opponent")
	s.Keys("l", "l", "e").Shows("Decision role of 2 marked").Keys("backspace", "g", "enter")
	for _, name := range []string{"Jane Smith", "Håkan Sjöberg"} {
		if got := contact(t, path, name).DecisionRole.String(); got != "Gatekeeper" {
			t.Errorf("the role of %s is %q", name, got)
		}
	}
	s.Keys("esc").Shows("/opponent").Hides("marked  ", "out of sight")
	s.Keys("esc").Hides("/opponent").Keys("D").Shows("Remove contact Raj")
}

func TestMarksStayBehindWithTheirAccount(t *testing.T) {
	uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("3", "m", "m").Shows("2 marked").Keys("]").Hides("marked").Keys("[").Hides("marked")
}

func TestMarkedActionsAreCompletedTogether(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("4", "m", "m", "c").Shows("complete 2 actions")
	s.Keys("c").Shows("reopen 2 actions").Keys("w").Shows("reschedule 2 actions").Keys("u").Shows("undone")
}

func TestTheWordThatLeadsToADayIsNoPartOfTheTitle(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("4", "a").Type("mail the offer by friday")
	s.Shows("= mail the offer   due").Keys("enter").Shows("mail the offer: saved").Hides("offer by")
}

func TestSeveralAreMarkedAndChangedTogether(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "m", "m", "l", "l", "l", "l", "e")
	s.Shows("2 marked", "Support of 2 marked").Keys("n").Shows("Support of 2 contacts: Neutral")
	for _, name := range []string{"Jane Smith", "Margaret Holloway"} {
		if got := contact(t, path, name).Support; got != model.Neutral {
			t.Errorf("the support of %s is %v", name, got)
		}
	}
	s.Keys("esc").Hides("2 marked").Keys("u").Shows("undone: edit support of 2 contacts")
	if got := contact(t, path, "Jane Smith").Support; got != model.Supporter {
		t.Errorf("the support of Jane Smith is %v after undo", got)
	}
}
