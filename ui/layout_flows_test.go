package ui_test

import (
	"testing"

	"astute/ui/uitest"
)

func TestFourPanesStandBesideEachOther(t *testing.T) {
	example(t).Shows("1 Overview", "2 Political map", "3 Contacts", "4 Action plan", "FreshKart Grocers", "map AMBER", "actions late", "1 of 3", "? help")
}

func TestTheAccountEditedLastIsOpened(t *testing.T) {
	example(t).Shows("FreshKart Grocers", "Jane Smith")
}

func TestNumbersAndTabGoFromPaneToPane(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 60, 20)
	s.Keys("1").Shows("Headline").Hides("Jane Smith ")
	s.Keys("4").Shows("Due", "Title")
	s.Keys("tab").Shows("[5 Strategy]").Keys("tab").Shows("[6 Money]").Keys("tab").Shows("[7 Timeline]").Keys("tab").Shows("[8 Reviews]").Keys("tab").Shows("[9 Portfolio]").Keys("tab").Shows("Headline")
	s.Keys("shift+tab", "shift+tab", "shift+tab", "shift+tab", "shift+tab", "shift+tab").Shows("Due", "Title")
}

func TestZoomShowsOnePaneAndEscLeavesIt(t *testing.T) {
	s := example(t).Keys("3", "z").Shows("Contacts", "Technical Buyer").Hides("Due       Title")
	s.Keys("esc").Shows("Due       Title")
}

func TestResizingAPaneMovesTheBorder(t *testing.T) {
	s := example(t)
	x, _ := s.Place("2 Political map")
	s.Keys("3", "+")
	if wider, _ := s.Place("2 Political map"); wider <= x {
		t.Fatalf("the border stands at %d, it stood at %d", wider, x)
	}
	s.Keys("-", "-")
	if narrower, _ := s.Place("2 Political map"); narrower >= x {
		t.Fatalf("the border stands at %d, it stood at %d", narrower, x)
	}
}

func TestAScreenTooSmallSaysTheSizeNeeded(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 40, 12).Shows("60 x 20", "40 x 12")
	s.Resize(60, 20).Shows("Contacts", "Jane Smith")
}

func TestEveryResizeKeepsTheScreenWhole(t *testing.T) {
	s := example(t)
	for w := 1; w < 220; w += 13 {
		for h := 1; h < 70; h += 7 {
			s.Resize(w, h) // the driver checks each screen
		}
	}
}

func TestAPaneThatCannotBeResizedSaysWhichWay(t *testing.T) {
	s := example(t).Keys("3")
	for range 40 {
		s.Keys("+")
	}
	s.Shows("no more room to give")
	for range 60 {
		s.Keys("-")
	}
	s.Shows("cannot get any smaller")
}

func TestAScreenTooSmallSaysHowToLeave(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 59, 19).Shows("q quits")
	if s.Keys("q"); !s.Quit {
		t.Fatal("q does not quit")
	}
}
