package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"astute/model"
	"astute/ui/uitest"
)

func TestWhatChangedSinceTheLastReview(t *testing.T) {
	path := uitest.Example(t)
	for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}} {
		uitest.Workspace(t, path, size[0], size[1]).Keys("H").Shows("What changed", "Since the last review").Golden(fmt.Sprintf("difference-%dx%d", size[0], size[1]))
	}
}

func TestWhatChangedFollowsEditsAndUndo(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("H", "s").Shows("What changed since?", "a month ago").Type("today").Keys("enter").Shows("Nothing changed: s looks further back")
	retitle(t, path, "Raj Mehta", "Chief of everything")
	s.Tick().Shows("Raj Mehta: title Chief of everything, was COO").Keys("g", "enter").Shows("[Brief]").Keys("esc").Shows("[What changed]")
	s.Keys("tab").Hides("[What changed]")
	s.Keys("H", "s").Type("today").Keys("enter").Shows("Raj Mehta: title")
	remove(t, path, "Raj Mehta")
	s.Tick().Shows("Removed contact: Raj Mehta").Keys("g", "enter").Shows("there is no record to go to here")
}

func TestTheDayIsAskedWhereNoReviewWasHeld(t *testing.T) {
	path := uitest.Empty(t)
	s := uitest.Workspace(t, path, 60, 20).Keys("esc").Keys("H").Shows("there is no account yet")
	a := &model.Account{Name: "Acme"}
	a.ID = model.ID{15: 1}
	uitest.Write(t, path, model.Created("add account Acme", a))
	s = uitest.Workspace(t, path, 60, 20).Keys("H").Shows("What changed since?").Golden("difference-since-60x20")
	s.Type("someday").Shows("a day of the past").Keys("esc", "H").Type("tomorrow").Shows("a day of the past").Keys("esc", "H").Type("-2y").Keys("enter")
	s.Shows("The account came into the book", "New account: Acme").Keys("p").Shows("was not in the book on")
}

func TestThePlanAsOfADay(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 80, 24).Keys(":").Type("as of a day").Keys("enter").Shows("The plan as of").Type("-60d").Keys("enter")
	s.Shows("As of ", "FreshKart Grocers").Golden("asof-80x24").Keys("esc").Hides("As of ")
	s.Keys("H", "p").Shows("As of ")
}

func TestWhatChangedFitsEverySizeWithoutLines(t *testing.T) {
	for _, size := range sizes[1:] {
		s := plainWorkspace(t, uitest.Example(t), size.w, size.h).Keys("H").Shows("[What changed]").Keys("G", "?", "G").Shows("good for us")
		if strings.ContainsAny(s.Text(), "┌│└─") {
			t.Errorf("lines are drawn on an ASCII terminal:\n%s", s.Text())
		}
	}
}
