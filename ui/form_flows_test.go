package ui_test

import (
	"strings"
	"testing"

	"astute/model"
	"astute/ui/uitest"
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
		s.Keys("ctrl+p").Type("add " + k.String()).Keys("enter").Shows("New " + k.Noun())
		s.Keys("esc")
		if strings.Contains(s.Text(), "Leave without saving?") {
			t.Fatalf("an untouched form of a %s asks before it is left", k)
		}
	}
}

// Whoever makes a record meets what people know of it first: no form opens with
// little more than a name.
func TestFormsOpenWithWhatPeopleNeed(t *testing.T) {
	for kind, labels := range map[string][]string{
		"initiative": {"Backstory", "Priority", "Status", "Owner", "Confirmed", "Timeframe"},
		"goal":       {"Whose", "Measured in", "Baseline", "Current", "Target", "By"},
		"competitor": {"Threat", "Embedded in", "Their products", "Sponsor", "Strengths", "Weaknesses", "Counterpoints"},
		"objective":  {"Type", "Owner", "Due", "Status", "Success metrics", "Strategy"},
		"campaign":   {"Objective", "Audience", "Channel", "Start", "Metric"},
		"action":     {"Owner", "Due", "Status", "Objective"},
		"contact":    {"Title", "Decision role", "Support", "Political status", "E-mail", "Reports to"},
		"account":    {"Headline", "Industry", "Currency", "Owner"},
		"renewal":    {"Amount", "Renews on", "Risk", "Contract", "Plan"},
	} {
		s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys(":").Type("add " + kind).Keys("enter")
		if kind == "account" {
			s.Keys("esc", "1", "E")
		}
		s.Shows(labels...)
	}
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("8", "a")
	s.Type("with").Keys("enter").Shows("Cadence", "Focus", "Planned for", "Attendees", "Decisions")
}

func TestTheArrowsLeaveALookUpThatHasOneAnswer(t *testing.T) {
	s := example(t).Keys(":").Type("add goal").Keys("enter").Type("Margin").Keys("down").Shows("> Whose")
	s.Type("jane smith").Keys("down").Shows("> Measured in", "Jane Smith").Type("pts").Keys("up")
	s.Shows("> Whose").Type("ma").Keys("down").Shows("> Whose") // several: the arrows pick
	s.Keys("ctrl+u").Type("qqq").Keys("tab").Shows("whose: nobody is called qqq")
	s = example(t).Keys(":").Type("add unit").Keys("enter").Type("Own brands").Keys("down").Type("qqq").Keys("ctrl+s")
	s.Shows("part of: no unit is called qqq: enter makes a new unit")
}
