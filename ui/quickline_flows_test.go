package ui_test

import (
	"testing"

	"astute/model"
	"astute/ui/uitest"
)

// logged is the newest interaction of the file with a summary.
func logged(t *testing.T, path, summary string) *model.Interaction {
	t.Helper()
	book, err := uitest.Open(t, path, "").Book()
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range model.All[*model.Interaction](book) {
		if i.Summary == summary {
			return i
		}
	}
	t.Fatalf("nothing was logged as %q", summary)
	return nil
}

func TestADeadlineInALoggedLineStaysInIt(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("7", "a").Type("@jane: wants a price by friday; we: price list by fri; they: nda")
	s.Shows("= Call Wed 18 Mar 2026", "wants a price by friday").Keys("enter").Shows("saved").Hides("saved, on")
	if i := logged(t, path, "wants a price by friday"); i.On != uitest.Today || i.WePromised != "price list by fri" || i.TheyPromised != "nda" || len(i.Contacts) != 1 {
		t.Errorf("%+v", i)
	}
	s.Keys("a").Type("jane: she is away tomorrow").Shows("with Jane Smith").Keys("enter").Shows("saved")
	s.Keys("a").Type("@jane 16.3.: budget decision on monday").Keys("enter").Shows("saved, on Mon 16 Mar 2026")
	if i := logged(t, path, "budget decision on monday"); i.On != model.NewDate(2026, 3, 16) {
		t.Errorf("%+v", i)
	}
}

func TestDaysInNumbersInAnActionAndAField(t *testing.T) {
	s := example(t).Keys("4", ";").Type("send the offer 5.12.").Shows("due Sat 5 Dec 2026").Keys("enter").Shows("saved")
	s.Keys(";").Type("send the offer tomorrow 10:00").Shows("= send the offer 10:00", "due Thu 19 Mar 2026").Keys("esc", "y")
	s.Keys(";").Type("send the offer 5/12").Shows(`"5/12" was not read as a day`).Keys("esc", "y")
	s.Keys("8", "r", "n").Type("15.12.2026").Shows("= Tue 15 Dec 2026")
}

// A whole name comes before all that only begin so, however it is written.
func TestAWholeNameIsNamedThoughOthersBeginSo(t *testing.T) {
	path := uitest.Example(t)
	var edits []model.Edit
	for n, name := range []string{"Nina Roth", "nina"} {
		mate := &model.Teammate{Name: name}
		mate.ID = model.ID{0: 9, 15: byte(n + 1)}
		edits = append(edits, model.Created("add "+name, mate))
	}
	uitest.Write(t, path, edits...)
	s := uitest.Workspace(t, path, 120, 40)
	for typed, owner := range map[string]string{
		"@nina": "nina", "@Nina,": "nina", "@nina.roth": "Nina Roth", "@nina_roth": "Nina Roth", "@ninaroth": "Nina Roth",
		`@"Nina Roth"`: "Nina Roth", `@“nina”`: "nina", "@nina roth": "Nina Roth", "@roth": "Nina Roth",
	} {
		s.Keys(";").Type("call "+typed+" fri").Shows("= call   due Fri 20 Mar 2026   owner "+owner).Keys("esc", "y")
	}
	s.Keys(";").Type("call @nin").Shows("@nin could be").Keys("esc", "y")
	s.Keys("8", "r", "d").Type("Send it @nina").Shows("= action of nina,").Keys("enter").Shows("Send it", "x action of nina")
}

// A line that the review room refuses takes no more letters: they may be the key
// and the words of the next.
func TestARefusedLineOfAReviewTakesNoFurtherLetters(t *testing.T) {
	for _, size := range sizes[1:] {
		s := uitest.Workspace(t, uitest.Example(t), size.w, size.h).Keys("8", "r", "d").Type("Stop @nobodyatall").Keys("enter")
		s.Shows("not written down: decision > Stop", "at @nobodyatall: nobody is called nobodyatall").Type("dMeet Claire").Keys("enter")
		s.Shows("not written down: decision > Stop", "mends it").Hides("Meet Claire").Paste("Meet Claire").Hides("Meet Claire")
		for range len("@nobodyatall") {
			s.Keys("backspace")
		}
		s.Hides("not written down").Type("@ana").Keys("enter").Shows(">Stop").Hides("> Stop")
		s.Keys("d").Type("Meet Claire").Keys("enter").Shows("Meet Claire")
	}
}

func TestPromisesTypedIntoTheFormOfACallAreReadAsInOneLine(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("3", "i").Type("Talked prices; we: send the references by tue; they: audit date").Keys("ctrl+s").Shows("Talked prices: saved, what was promised apart")
	s.Hides("we: send the references by tue; they")
	if i := logged(t, path, "Talked prices"); i.WePromised != "send the references by tue" || i.TheyPromised != "audit date" {
		t.Errorf("%+v", i)
	}
}
