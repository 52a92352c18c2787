package ui_test

import (
	"strings"
	"testing"

	"astute/model"
)

func TestAddingAContactByItsForm(t *testing.T) {
	s := example(t).Keys("3", "a").Shows("New contact", "Name *")
	s.Type("Zora Quill").Keys("tab").Type("Chief Data Officer").Keys("tab", "d", "t", "tab", "h", "tab", "s")
	s.Shows("Decision Maker, Technical Buyer", "not saved yet")
	s.Keys("ctrl+s").Shows("add contact Zora Quill: saved")
	s.Keys("enter").Shows("Zora Quill", "Chief Data Officer")
}

func TestANewRecordStandsUnderTheCursor(t *testing.T) {
	example(t).Keys("4", "a").Type("Call the bank").Keys("enter").Keys("z").Shows("> no day      Call the bank")
}

func TestAFormWithoutANeededFieldSaysSoAndStays(t *testing.T) {
	s := example(t).Keys("3", "a", "tab").Type("CFO").Keys("ctrl+s")
	s.Shows("New contact", "every contact needs name", ">!Name *", "CFO")
}

func TestAFormIsNotLeftUnasked(t *testing.T) {
	s := example(t).Keys("3", "a").Type("Zora").Keys("esc").Shows("Leave without saving?")
	s.Keys("enter").Shows("Zora", "New contact")
	s.Keys("esc", "y").Hides("New contact", "Zora")
}

func TestAFormFoldsWhatIsNotCore(t *testing.T) {
	s := example(t).Keys("3", "E").Shows("Edit contact Jane Smith", "more fields", "Support").Hides("Time zone")
	s.Keys("ctrl+o").Keys("pgdown", "pgdown", "pgdown", "pgdown").Shows("Time zone")
}

func TestEveryKindHasAListAndAForm(t *testing.T) {
	s := example(t)
	for _, k := range model.Kinds() {
		if k.Scope() != model.ScopeRoot {
			s.Keys("ctrl+p").Type("list " + k.Plural()).Keys("enter").Hides("Commands").Keys("esc")
		}
		s.Keys("ctrl+p").Type("add " + k.String()).Keys("enter").Shows("New " + k.String())
		s.Keys("esc")
		if strings.Contains(s.Text(), "Leave without saving?") {
			t.Fatalf("an untouched form of a %s asks before it is left", k)
		}
	}
}
