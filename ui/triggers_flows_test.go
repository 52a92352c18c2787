package ui_test

import (
	"fmt"
	"testing"

	"astute/model"
	"astute/ui/uitest"
)

// reorganised is the worked example after somebody logged a reorganisation.
func reorganised(t *testing.T) string {
	t.Helper()
	path := uitest.Example(t)
	m := &model.Milestone{Name: "One IT for all regions", Type: model.Reorganisation, On: uitest.Today}
	m.ID, m.Account = model.ID{15: 9}, contact(t, path, "Raj Mehta").Account
	uitest.Write(t, path, model.Created("add milestone "+m.Name, m))
	return path
}

func TestDoubtsAreGoneThroughOneAtATime(t *testing.T) {
	path := reorganised(t)
	for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}} {
		uitest.Workspace(t, path, size[0], size[1]).Keys(":").Type("in doubt").Keys("enter").Shows("In doubt", "After One IT for all regions").Golden(fmt.Sprintf("doubts-%dx%d", size[0], size[1]))
	}
}

func TestADoubtIsUpheldChangedOrLeft(t *testing.T) {
	path := reorganised(t)
	s := uitest.Workspace(t, path, 120, 40).Keys(":").Type("in doubt").Keys("enter").Shows("Contact: Jane Smith")
	s.Keys("enter").Shows("Jane Smith: still true", "u takes it back").Hides("Contact: Jane Smith")
	if got := contact(t, path, "Jane Smith").Confirmed; got != uitest.Today {
		t.Fatalf("confirmed %v", got)
	}
	s.Keys("u").Shows("undone", "Contact: Jane Smith")
	s.Keys("n").Hides("Contact: Jane Smith").Keys("b").Shows("Contact: Jane Smith")
	retitle(t, path, "Jane Smith", "CIO")
	s.Tick().Hides("Contact: Jane Smith")
	s.Keys("esc").Keys(":").Type("in doubt").Keys("enter").Hides("Contact: Jane Smith")
}

func TestALeaverOffersWhatNamesHim(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40)
	before := contact(t, path, "Jane Smith")
	after := model.Clone(before)
	after.Left = true
	uitest.Write(t, path, model.Edited("edit contact Jane Smith: left", before, after))
	s.Tick().Keys(":").Type("in doubt").Keys("enter").Shows("Jane Smith has left, and is named in")
}

func TestLoggingAMilestoneOffersWhatItPutsInDoubt(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys(":").Type("add milestone").Keys("enter").Shows("Name")
	s.Type("One IT for all regions").Keys("tab").Shows("Reorganisation").Type("o").Keys("ctrl+s").Shows("Still true?", "One IT for all regions puts ", "records in doubt")
	s.Keys("n").Hides("Still true?").Keys(":").Type("in doubt").Keys("enter").Shows("After One IT for all regions")
}

func TestNothingInDoubtSaysSo(t *testing.T) {
	uitest.Workspace(t, uitest.Empty(t), 60, 20).Type("Acme").Keys("enter", ":").Type("in doubt").Keys("enter").Shows("nothing is in doubt")
}
