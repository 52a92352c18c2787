package ui_test

import (
	"testing"
)

func TestPeopleAreMovedOnTheMap(t *testing.T) {
	s := example(t).Keys("2", "shift+right").Shows("Raj Mehta is now Observing")
	s.Keys("shift+down").Shows("Raj Mehta is now VP")
	s.Keys("u").Shows("undone: rank of Raj Mehta (VP -> C-Level)")
}

func TestTheMapClassifiesByLetter(t *testing.T) {
	example(t).Keys("2", "s").Shows("Support of Raj Mehta").Keys("n").Shows("Mehta U~")
}

func TestTheMapTellsAboutThePersonOfTheCursor(t *testing.T) {
	example(t).Keys("2").Shows("Raj Mehta  COO  User Buyer  Opponent", "reports to Margaret Holloway")
}
