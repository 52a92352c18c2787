package ui_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"astute/model"
	"astute/ui/uitest"
)

// Where the person at the keyboard stands, and what the panes say about it,
// without any colour: every screen here is plain text.

// cursorMark is the mark of a cursor: behind a blank, a border or a line of the
// map, never behind a word.
var cursorMark = regexp.MustCompile(`[^\pL\pN]>`)

func TestAPlainScreenTellsWhichPaneHasTheKeys(t *testing.T) {
	path := uitest.Example(t)
	for _, size := range sizes[1:] {
		s := uitest.Workspace(t, path, size.w, size.h)
		for i, title := range []string{"Overview", "Political map", "Contacts", "Action plan", "Strategy", "Money", "Timeline", "Reviews"} {
			s.Keys(fmt.Sprint(i + 1)).Shows(fmt.Sprintf("[%d %s]", i+1, title))
			text := s.Text()
			if n := strings.Count(text, "["); n != 1 {
				t.Errorf("%d x %d: %d titles stand in brackets:\n%s", size.w, size.h, n, text)
			}
			if i >= 4 {
				continue // arrows of chains and axes look like cursors there
			}
			cursors := len(cursorMark.FindAllString(text, -1)) - strings.Count(text, "column >") - strings.Count(text, "columns >")
			if cursors != 1 {
				t.Errorf("%d x %d: %d cursors are seen with the keys in %s:\n%s", size.w, size.h, cursors, title, text)
			}
		}
	}
}

func TestTheWeightyAreOnTheMapInEverySize(t *testing.T) {
	path := uitest.Example(t)
	for w := 110; w <= 120; w += 2 {
		for h := 24; h <= 34; h += 2 {
			uitest.Workspace(t, path, w, h).Keys("2").Shows("Smith T+", "Brown ED~", "Mehta U-", "Green U~", "* champion")
		}
	}
}

func TestTheMapNamesItsColumnsAboveThePeople(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 140, 40).Keys("2", "z")
	_, titles := s.Place("Learning")
	_, people := s.Place("Mehta")
	if titles >= people {
		t.Errorf("the columns are named on line %d, the first person stands on %d", titles, people)
	}
	s.Shows("Astute: inner circle", "Zoë van der Berg", "* champion", "E economic")
}

func TestTheOrderIsSeen(t *testing.T) {
	s := example(t).Keys("3").Shows("key players first ┐").Keys("s").Shows("by name ┐")
	s.Keys("s").Shows("longest not spoken to first ┐")
	uitest.Workspace(t, uitest.Empty(t), 80, 24).Type("Acme").Keys("enter", "3", "s").Shows("nothing to sort").Hides("sorted")
}

func TestColumnsOutOfSightAreReachedAndAnnounced(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 80, 24).Keys("4").Shows("more columns >").Hides("Status")
	s.Keys("l", "l", "l", "l").Shows("Title", "Status", "Not Started", "Invite FreshKart")
	s.Keys("l").Shows("Title", "Objective", "< 1").Keys("g", "j", "h", "h", "h", "h", "h").Shows("Due       Title", "more columns >").Hides("< 1")
	c := example(t).Keys("3").Hides("Aln")
	c.Keys("l", "l", "l", "l", "l", "l").Shows("Jane Smith", "Alignment: Good", "7 more columns >")
}

func TestCompleteTwiceChangesOneActionOnly(t *testing.T) {
	path := uitest.Example(t)
	before := statuses(t, path)
	s := uitest.Workspace(t, path, 120, 40).Keys("4", "c").Shows("> Complete", "complete action Invite").Keys("c")
	s.Shows("reopen action Invite").Keys("c").Shows("> Complete    Invite")
	changed := 0
	for id, status := range statuses(t, path) {
		if status != before[id] {
			changed++
		}
	}
	if changed != 1 {
		t.Errorf("%d actions were changed", changed)
	}
	s.Keys("3").Hides("Invite FreshKart")
	s.Keys("u", "4").Shows("> ! 12 d      Invite FreshKart")
}

func statuses(t *testing.T, path string) map[model.ID]model.Progress {
	t.Helper()
	book, err := uitest.Open(t, path, "").Book()
	if err != nil {
		t.Fatal(err)
	}
	list := map[model.ID]model.Progress{}
	for _, a := range model.All[*model.Action](book) {
		list[a.ID] = a.Status
	}
	return list
}

func TestAnEditThatTakesARowOutOfTheFilterLeavesItInItsPlace(t *testing.T) {
	s := example(t).Keys("3", "/").Type("support:opponent").Keys("enter", "l", "l", "l", "l")
	s.Shows("> Håkan Sjöberg").Keys("e", "n").Shows("Support of Håkan Sjöberg: Neutral")
	s.Keys("j", "k").Shows("> Håkan Sjöberg").Keys("2", "3").Hides("Håkan Sjöberg  ")
	s.Keys("u", "k", "j").Shows("Håkan Sjöberg  ")
}

func TestUndoPutsTheCursorOnTheRecordThatCameBack(t *testing.T) {
	example(t).Keys("3", "j", "j", "D", "y").Hides("> Alan Brown").Keys("j", "u").Shows("> Alan Brown")
}

func TestAStatusIsNoSupport(t *testing.T) {
	s := example(t).Keys("3").Shows("Ast", "Agi", "Obs", "Lrn")
	s.Keys("l", "l", "l", "l", "l", "j", "j").Shows("└ Agile: sees what is coming and acts on it")
	s.Resize(80, 24).Shows("Political status: Agile: sees what is coming and acts on it").Keys("h").Shows("Support: Neutral: leans neither way")
}

func TestTheOverviewOffersNoFilter(t *testing.T) {
	example(t).Keys("1", "/").Shows("nothing is on /").Keys("?").Hides("list only what matches")
}

func TestAdviceDoesNotLookLikeACursor(t *testing.T) {
	example(t).Shows("so respect the committee").Hides("> respect")
}

func TestNothingIsAskedOfTheAccountThatIsNone(t *testing.T) {
	path := uitest.Empty(t)
	s := uitest.Workspace(t, path, 80, 24).Type("Acme").Keys("enter")
	c := &model.Contact{Name: "Zora Quill"}
	c.ID = model.ID{15: 7}
	uitest.Write(t, path, model.Created("add contact Zora Quill", c))
	s.Keys("f").Type("zora").Keys("tab").Shows("No account").Keys("1").Shows("belong to no account yet").Hides("industry", "Which industry", "headline?")
}

func TestOverlaysDoNotTouchTheFramesBelow(t *testing.T) {
	path := uitest.Example(t)
	for _, size := range sizes[1:] {
		for _, key := range []string{"?", ":", "f", "A"} {
			uitest.Workspace(t, path, size.w, size.h).Keys("3", key).Hides("┌┌", "┐┐", "└└", "┘┘")
		}
	}
}

func TestTheKeysUsedMostAreHintedFirst(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 60, 20).Keys("4")
	if last := s.Lines()[19]; !strings.HasPrefix(last, " c complete   w a week on   e edit") {
		t.Errorf("the hints are %q", last)
	}
}
