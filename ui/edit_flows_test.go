package ui_test

import (
	"strings"
	"testing"

	"astute/ui/uitest"
)

func TestAChoiceIsEditedInPlaceByItsLetter(t *testing.T) {
	s := example(t).Keys("3", "l", "l", "l", "l", "e")
	s.Shows("Support of Jane Smith", "sells for us when we are not in the room")
	s.Keys("c").Shows("Support of Jane Smith: Champion", "u takes it back")
	s.Keys("j").Shows("Smith T*")
}

func TestAChoiceIsEditedWithArrowsToo(t *testing.T) {
	s := example(t).Keys("3", "l", "l", "l", "l", "e", "up", "enter")
	s.Shows("Support of Jane Smith: Champion")
}

func TestTextIsEditedInPlace(t *testing.T) {
	s := example(t).Keys("3", "l", "e").Shows("Title of Jane Smith")
	s.Keys("ctrl+u").Type("Chief of all jjk").Keys("enter")
	s.Shows("Title of Jane Smith: Chief of all jjk")
	s.Keys("esc").Shows("Chief of all")
}

func TestEscLeavesTheFieldAsItWasButAsksWhenSomethingWasTyped(t *testing.T) {
	s := example(t).Keys("3", "l", "e", "esc").Hides("Title of Jane Smith")
	s.Keys("e").Type(" of a lot").Keys("esc").Shows("What you typed would be lost")
	s.Keys("n").Shows("CTO of a lot")
	s.Keys("esc", "y").Hides("of a lot")
}

func TestAnErrorStandsBesideTheFieldAndKeepsWhatWasTyped(t *testing.T) {
	s := example(t).Keys("4", "e", "ctrl+u").Type("someday").Keys("enter")
	s.Shows("someday", "due must look like")
	s.Keys("ctrl+u").Type("+2w").Shows("Wednesday 1 April 2026").Keys("enter")
	s.Shows("Due of", "in 14 d")
}

func TestALinkIsPickedByTypingPartOfAName(t *testing.T) {
	s := example(t).Keys("4", "l", "l", "e").Shows("Owner of").Type("ben").Shows("Ben Carter").Keys("enter")
	s.Shows("Owner of Invite", "Ben Carter")
}

func TestRemovingNamesWhatGoesAndDefaultsToNo(t *testing.T) {
	s := example(t).Keys("3", "D").Shows("Remove contact Jane Smith?", "go", "keep")
	s.Keys("enter").Shows("Jane Smith")
	s.Keys("D", "y").Shows("removed contact Jane Smith").Keys("j").Hides("Jane Smith     ")
	s.Keys("u").Shows("Jane Smith")
}

func TestTheOverviewIsEditedWhereOneStands(t *testing.T) {
	s := example(t).Keys("1", "e").Shows("Headline of FreshKart").Keys("ctrl+u").Type("We are in").Keys("enter")
	s.Shows("We are in")
}

func TestARenameInPlaceSaysItOnce(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 80, 24).Keys("3", "e", "ctrl+u").Type("Aaron Smith").Keys("enter")
	s.Shows("Jane Smith is now Aaron Smith  (u takes it back)")
	s.Keys("e", "ctrl+u").Type(strings.Repeat("Aaron von und zu ", 12)).Keys("enter").Shows("(u takes it back)")
}
