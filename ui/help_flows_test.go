package ui_test

import (
	"strings"
	"testing"

	"astute/model"
	"astute/ui/pane"
	"astute/ui/uitest"
)

// Whatever marks a pane shows, ? says what they mean, also on a small screen.
func TestTheHelpExplainsTheMarksOfThePane(t *testing.T) {
	for _, size := range []struct{ w, h int }{{60, 20}, {120, 40}} {
		s := uitest.Workspace(t, uitest.Example(t), size.w, size.h)
		for _, c := range []struct{ pane, find, shows string }{
			{"3", "technical buyer", "T               Technical Buyer: judges"},
			{"3", "ast", "Astute: inner circle"},
			{"3", "proposal", "a proposal: with a question"},
			{"3", "in depth", "In Depth: we know"},
			{"2", "champion", "Champion: sells for us"},
			{"2", "swayed", "swayed by: who sways"},
			{"4", "ask of", "an ask: a resource"},
			{"4", "! 3 d", "late: by so many days"},
		} {
			if c.find == "ask of" {
				c.find = "resource"
			}
			s.Keys(c.pane, "?", "/").Type(c.find).Shows("Keys /"+c.find, c.shows).Keys("esc", "esc")
		}
		if size.w == 60 {
			s.Keys("3", "?", "/").Type("marks").Keys("enter").Golden("help-marks-60x20").Keys("esc")
		}
	}
}

// Each mark of each classification that a contact has is in the legend.
func TestNoMarkIsLeftUnexplained(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 200, 60).Keys("3", "?", "/").Type("marks")
	seen := ""
	for range 20 {
		seen += s.Text()
		s.Keys("down", "down", "down", "down", "down", "down", "down", "down")
	}
	for _, f := range new(model.Contact).Fields() {
		l, ok := pane.FieldLegend(f)
		if !ok || !strings.Contains(seen, "Marks: "+f.Label) {
			continue
		}
		for _, m := range l.Marks {
			if !strings.Contains(seen, m.Word+": "+m.Meaning) {
				t.Errorf("%s of %s is not explained", m.Mark, f.Label)
			}
		}
	}
	for _, title := range []string{"Decision role", "Influence", "Support", "Political status", "Alignment", "Rank", "Coverage"} {
		if !strings.Contains(seen, "Marks: "+title) {
			t.Errorf("the marks of %s are not explained", title)
		}
	}
}

func TestTheHelpIsSearchedByTyping(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 60, 20).Keys("?").Shows("In Contacts")
	s.Keys("/").Type("redo").Shows("repeats what was taken back last").Hides("In Contacts")
	s.Keys("enter").Shows("Keys /redo").Keys("j").Shows("repeats").Keys("esc").Shows("In Contacts").Keys("esc").Hides("In Contacts")
	s.Keys("?", "/").Type("zzz").Shows("nothing of that name").Paste("y").Shows("zzzy").Keys("esc", "?").Hides("In Contacts")
	// The reason where something cannot be done is found too.
	s = uitest.Workspace(t, uitest.Empty(t), 60, 20).Keys("esc", "3", "?", "/").Type("not now").Shows("(not now: there")
}
