package ui_test

import (
	"strings"
	"testing"

	"astute/ui"
	"astute/ui/uitest"
)

func TestFilterNarrowsThePaneWhileOneTypes(t *testing.T) {
	s := example(t).Keys("3", "/").Type("support:champion").Shows("Emre Şahin").Hides("Alan Brown      ")
	s.Keys("enter").Shows("/support:champion")
	s.Keys("esc").Shows("Alan Brown")
}

func TestAFilterThatCannotBeUnderstoodSaysSo(t *testing.T) {
	s := example(t).Keys("3", "/").Type("nosuch:thing").Shows("nosuch")
	s.Keys("esc").Shows("Alan Brown")
}

func TestAFilterThatDoesNotParseIsNotTaken(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 80, 24).Keys("3", "/").Type("nosuch:thing").Keys("enter")
	s.Shows("/nosuch:thing", "there is no field", "or quote the text to look for it").Keys("esc").Hides("/nosuch")
	s.Keys("/").Type("support:champion").Keys("enter", "/").Type(" nosuch:x").Keys("enter", "esc").Shows("/support:champion")
}

func TestAFilterTakesTheWordsOfTheScreen(t *testing.T) {
	for typed, want := range map[string]string{
		"role:economic": "decision_role:economic", "inf:high": "influence:high", "sup:champion": "support:champion",
		"sta:astute": "political_status:astute", "status:astute": "political_status:astute", "aln:good": "alignment:good",
		"rnk:vp": "rank:vp", "cov:*": "coverage:*", "-last:*": "-touched:*", "Decision_role:user": "decision_role:user",
	} {
		rows := func(text string) string {
			s := example(t).Keys("3", "z", "/").Type(text).Keys("enter", "j")
			return strings.Join(s.Lines()[2:], "\n")
		}
		if a, b := rows(typed), rows(want); a != b {
			t.Errorf("%s shows\n%s\nand %s\n%s", typed, a, want, b)
		}
	}
}

func TestAFilterForAnotherPaneSaysWhichPane(t *testing.T) {
	example(t).Keys("3", "/").Type("owner:me").Keys("enter").Shows("contacts have no owner; Action plan (4) does")
	o := uitest.Options(t, uitest.Example(t))
	o.Me = ""
	s := uitest.Start(t, ui.New(o), 120, 40).Keys("4", "/").Type("owner:me").Keys("enter").Shows(`nobody has said who "me" is`)
	s.Keys("esc", "/").Type("owner:ben").Keys("enter").Hides("nobody has said")
}

func TestAnEmptyResultNamesTheFilterAndTheWayOut(t *testing.T) {
	example(t).Keys("3", "/").Type("zzzz").Keys("enter").Shows("nothing matches /zzzz: esc shows all again").Keys("esc").Shows("Jane Smith")
}
