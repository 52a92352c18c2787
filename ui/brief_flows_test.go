package ui_test

import (
	"testing"

	"astute/model"
	"astute/ui/uitest"
)

func TestTheBriefIsOneEnterAway(t *testing.T) {
	s := example(t).Keys("3", "enter").Shows("Brief", "Jane Smith", "How to approach")
	s.Keys("q").Hides("Brief")
}

func TestTheBriefReadsAtTheSmallestSize(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 60, 20).Keys("3", "enter").Shows("Brief", "Jane Smith")
	s.Keys("G").Keys("g").Shows("Jane Smith")
}

func TestTheBriefFromTheLookUpLeavesEverythingWhereItWas(t *testing.T) {
	for _, query := range []string{"holloway", "sakurai", "pilot stores"} {
		s := example(t).Keys("3", "/").Type("support:").Keys("enter", "j", "j", "l")
		was := s.Text()
		s.Keys("f").Type(query).Keys("enter").Shows("Brief").Keys("esc")
		if now := s.Text(); now != was {
			t.Errorf("after the brief on %s it is\n%s\nand was\n%s", query, now, was)
		}
	}
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("f").Type("sakurai").Keys("enter").Shows("Brief", "Sakurai")
	s.Keys("tab").Hides("Brief").Shows("Sakurai", "3 of 3")
}

func TestTheBriefOfAnotherAccountFollowsTheFileAndIsEditedThere(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40)
	var other *model.Contact
	for _, c := range contacts(t, path) {
		if c.Account != contact(t, path, "Jane Smith").Account {
			other = c
		}
	}
	s.Keys("f").Type(other.Name).Keys("enter").Shows("Brief", other.Name)
	retitle(t, path, other.Name, "Chief of Elsewhere")
	s.Tick().Shows("Chief of Elsewhere", "FreshKart")
	s.Keys("e").Shows("Edit contact " + other.Name).Keys("esc").Hides("FreshKart Grocers   ")
}

func TestTheBriefTellsItsKeys(t *testing.T) {
	s := example(t).Keys("3", "enter", "?").Shows("In Brief", "copy as Markdown", "go there")
	s.Keys("?").Hides("In Brief").Shows("Brief", "How to approach")
	s.Keys("Z").Shows("nothing is on Z here")
}

func TestTheBriefOfSomebodyWithoutAnAccount(t *testing.T) {
	path := uitest.Example(t)
	c := &model.Contact{Name: "Zora Quill", JobTitle: "Of no house"}
	c.ID = model.ID{15: 7}
	s := uitest.Workspace(t, path, 120, 40)
	uitest.Write(t, path, model.Created("add contact Zora Quill", c))
	s.Tick().Keys("f").Type("zora").Keys("enter").Shows("Brief", "Of no house", "FreshKart").Keys("esc").Shows("FreshKart", "Jane Smith")
}
