package ui_test

import (
	"testing"
)

func TestActionsAreCompletedPutOffAndHandedOn(t *testing.T) {
	s := example(t).Keys("4", "w").Shows("is now due Wed 25 Mar 2026")
	s.Keys("c").Shows("complete action").Keys("tab", "shift+tab").Hides("Invite FreshKart")
	s.Keys("t").Shows("showing what is over too").Keys("G").Shows("Complete")
	s.Keys("t", "g", "@").Shows("Owner of").Type("ben").Keys("enter").Shows("Ben Carter")
}

func TestAnActionIsCapturedInOneLine(t *testing.T) {
	s := example(t).Keys("4", "a").Shows("call Raj about the pilot")
	s.Type("call Raj about pilot fri @ben").Shows("= call Raj about pilot   due Fri 20 Mar 2026   owner Ben Carter")
	s.Keys("enter").Shows("add action call Raj about pilot: saved", "in 2 d")
}

func TestACapturedActionCanBecomeAForm(t *testing.T) {
	s := example(t).Keys("4", "a").Type("call Raj about pilot fri").Keys("tab")
	s.Shows("New action", "call Raj about pilot", "2026-03-20")
	s.Keys("ctrl+s").Shows("saved")
}

func TestACaptureIsNotLeftUnasked(t *testing.T) {
	s := example(t).Keys("4", "a").Type("call").Keys("esc").Shows("Leave without saving?")
	s.Keys("n").Shows("> call").Keys("esc", "y").Hides("> call")
}
