package ui_test

import (
	"testing"

	"astute/model"
	"astute/ui"
	"astute/ui/state"
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

func TestTheDraftOfACapturedLineKeepsWhatItMeant(t *testing.T) {
	path, dir := uitest.Example(t), state.Dir(t.TempDir())
	o := uitest.Options(t, path)
	o.State, o.Session = dir, 1<<30 // of nobody who lives
	uitest.Start(t, ui.New(o), 120, 40).Keys("4", "a").Type("ring Raj tomorrow")
	next := uitest.Options(t, path)
	next.State = dir
	s := uitest.Start(t, ui.New(next), 120, 40).Shows("never saved").Keys("enter")
	s.Shows("ring Raj", "2026-03-19").Hides("ring Raj tomorrow")
}

func TestTheWordThatLeadsToADayIsNoPartOfTheTitle(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("4", "a").Type("mail the offer by friday")
	s.Shows("= mail the offer   due").Keys("enter").Shows("mail the offer: saved").Hides("offer by")
}
