package ui_test

import (
	"strings"
	"testing"

	"astute/ui/uitest"
)

// fieldOfNew opens the form of a new contact with the cursor on a field.
func fieldOfNew(t *testing.T, label string) *uitest.Screen {
	t.Helper()
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("3", "a").Type("Zora")
	for range 20 {
		if strings.Contains(s.Text(), "> "+label+" ") {
			return s
		}
		s.Keys("tab")
	}
	t.Fatalf("there is no field %s:\n%s", label, s.Text())
	return nil
}

// A paste into a choice is one text: a word of it, or none, and then it stands
// there whole and is refused.
func TestAPasteIntoAChoiceIsOneText(t *testing.T) {
	for _, c := range []struct{ label, pasted, line, says string }{
		{"Influence", "bogus", "bogus", `"bogus" was pasted and is no word of this choice`},
		{"Support", "zebra", "zebra", `"zebra" was pasted`},
		{"Influence", "low priority", "low priority", `"low priority" was pasted`},
		{"Influence", "zz", "zz", `"zz" was pasted`},
		{"Influence", " LOW\n", "Low", ""},
		{"Influence", "h", "High", ""},
		{"Decision role", "Technical buyer, Decision Maker", "Decision Maker, Technical Buyer", ""},
		{"Decision role", "Technical Buyer\nDecision Maker\n", "Decision Maker, Technical Buyer", ""},
		{"Decision role", "Technical Buyer, Chef", "Technical Buyer, Chef", `"Technical Buyer, Chef" was pasted`},
	} {
		s := fieldOfNew(t, c.label).Paste(c.pasted)
		if line := s.Line(" "+c.label+" ") + s.Line("!"+c.label+" "); !strings.Contains(line, c.line+" ") {
			t.Errorf("%q in %s gives the line %q", c.pasted, c.label, line)
		}
		if s.Shows(c.says); c.says == "" {
			continue
		}
		s.Keys("ctrl+s").Shows("one field cannot be taken yet", "New contact").Keys("backspace").Hides(c.pasted)
		s.Keys("ctrl+s").Shows("add contact Zora: saved")
	}
}

func TestAPasteAddsToWhatIsChosenAndTypingGoesOn(t *testing.T) {
	s := fieldOfNew(t, "Decision role").Keys("e").Paste("economic buyer, decision maker").Shows("Economic Buyer, Decision Maker")
	s.Paste("nobody").Keys("t").Hides("nobody").Shows("Economic Buyer, Decision Maker, Technical Buyer")
	path := uitest.Example(t)
	s = uitest.Workspace(t, path, 120, 40).Keys("3", "l", "l", "l", "e").Shows("Influence of Jane Smith").Paste("bogus").Keys("enter").Shows(`"bogus" was pasted`, "Influence of Jane Smith")
	if got := contact(t, path, "Jane Smith").Influence.String(); got != "High" {
		t.Errorf("the influence is %s", got)
	}
	s.Paste("low").Keys("enter").Shows("Influence of Jane Smith: Low")
}

// Space picks what is plainly highlighted, and nothing where nothing is.
func TestSpaceInAChoiceOfSeveral(t *testing.T) {
	s := fieldOfNew(t, "Decision role").Keys("e", "d", "tab", "shift+tab").Shows("Economic Buyer, Decision Maker", "left right space pick")
	s.Keys(" ").Shows("nothing is highlighted", "Economic Buyer, Decision Maker").Keys("d").Shows("Economic Buyer").Hides("Economic Buyer, Decision Maker")
	s.Keys(" ", " ", " ").Shows("Economic Buyer").Hides(", Decision Maker")
	s.Keys("right").Shows(">d  Decision Maker").Keys(" ").Shows("Economic Buyer, Decision Maker").Keys(" ").Hides("Economic Buyer, Decision Maker")
}
