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

func TestWithMarksSetNobodyElseIsRemoved(t *testing.T) {
	uitest.Workspace(t, uitest.Example(t), 80, 24).Keys("3", "m", "m", "D").Shows("2 are marked").Hides("Remove contact")
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
