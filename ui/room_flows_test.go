package ui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/ui"
	"astute/ui/state"
	"astute/ui/uitest"
)

// heldToday is the review of a type that was held on the day of the tests.
func heldToday(t *testing.T, path string, kind model.ReviewType) *model.Review {
	t.Helper()
	for _, r := range reviewsOf(t, path) {
		if r.Type == kind && r.Held == uitest.Today {
			return r
		}
	}
	return nil
}

// cameOf are the actions that serve a record.
func cameOf(t *testing.T, path string, id model.ID) []*model.Action {
	t.Helper()
	book, err := uitest.Open(t, path, "").Book()
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(model.All[*model.Action](book), func(a *model.Action) bool { return a.Serves != id })
}

func TestTheReviewRoomAtEverySize(t *testing.T) {
	path := uitest.Example(t)
	for _, size := range sizes[1:] {
		name := fmt.Sprintf("-%dx%d", size.w, size.h)
		s := uitest.Workspace(t, path, size.w, size.h).Keys("8", "r").Golden("room-present" + name)
		s.Keys("tab", "tab", "v").Type("Claire is with nobody @ana fri").Golden("room-line" + name)
		s.Keys("enter", "tab").Golden("room-recommendations" + name)
		plainWorkspace(t, path, size.w, size.h).Keys("8", "r").Shows("[Account Review]", "[Present 0:00/15]")
	}
}

func TestAReviewIsHeldInOneEdit(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("8", "z", "r").Shows("Since the last one on Sat 6 Dec 2025", "Raj Mehta: turned from Neutral to Opponent", "Next: Thu 18 Jun 2026")
	s.Keys("tab").Shows("Slipped").Keys("tab").Shows("Noted last time").Keys("tab").Shows("Decided last time", "The pilot goes first").Keys("tab").Shows("this is the last part")
	before := version(t, path)
	s.Keys("d").Type("The pilot ends in May").Keys("enter", "d").Type("Send the figures to Alan @ana fri").Shows("= action of Ana Ruiz, due Fri 20 Mar 2026").Keys("enter")
	s.Keys("s").Type("Two days of Helen @helen").Shows("= ask of Helen Marsh, due Wed 25 Mar 2026").Keys("enter")
	s.Keys("r").Type("Meet Claire first").Keys("enter", "a").Shows("due Wed 25 Mar 2026, when the review is ended")
	s.Keys("n").Type("15 jun").Shows("= Mon 15 Jun 2026").Keys("enter").Shows("Next: Mon 15 Jun 2026")
	s.Keys("p").Type("helen").Keys("enter", "esc").Shows("Helen Marsh")
	if got := version(t, path); got != before {
		t.Fatalf("the file is at %d before the review is ended, was at %d", got, before)
	}
	s.Keys("ctrl+s").Shows("End the Account Review?", "2 decisions, 1 recommendation, 1 ask, of them 3 actions", "Next: Mon 15 Jun 2026").Keys("y")
	s.Shows("Account Review held: 2 decisions", "u takes it back", "in 89 d", "3 actions came of it, 0 done").Hides("[Account Review]")
	r := heldToday(t, path, model.AccountReview)
	if r == nil || r.Next.String() != "2026-06-15" || r.Decisions != "The pilot ends in May\nSend the figures to Alan (Ana Ruiz, 2026-03-20)" || len(r.Attendees) != 5 {
		t.Fatalf("%+v", r)
	}
	if !strings.HasPrefix(r.Recommendations, "Meet Claire first (") || r.Journal.String() != fmt.Sprint(before+1) || version(t, path) != before+1 {
		t.Fatalf("%+v", r)
	}
	kinds := map[model.ActionType]int{}
	for _, a := range cameOf(t, path, r.ID) {
		kinds[a.Type]++
		if a.Due.IsZero() || a.Owner.IsZero() || a.Type == model.Ask && a.AskedOf.IsZero() {
			t.Errorf("%+v", a)
		}
	}
	if kinds[model.Ask] != 1 || kinds[model.Task] != 2 {
		t.Errorf("the actions are %v", kinds)
	}
	s.Keys("u").Shows("12 d late")
	if heldToday(t, path, model.AccountReview) != nil || len(cameOf(t, path, r.ID)) != 0 {
		t.Error("undo left something of the review")
	}
}

func TestAPlannedReviewIsTheOneThatIsHeld(t *testing.T) {
	path := uitest.Example(t)
	n := len(reviewsOf(t, path))
	s := uitest.Workspace(t, path, 80, 24).Keys("8", "j", "j", "j", "r").Shows("[QBR]", "No QBR was held yet")
	s.Keys("d").Type("Go on").Keys("enter", "ctrl+s", "y").Shows("QBR held")
	r := heldToday(t, path, model.QBR)
	if r == nil || r.Decisions != "Go on" || r.On.IsZero() || len(reviewsOf(t, path)) != n {
		t.Fatalf("%+v", r)
	}
}

// clocked is a workspace whose time goes by when it is told to.
func clocked(t *testing.T, path string) (s *uitest.Screen, pass func(time.Duration)) {
	t.Helper()
	now := uitest.Now()
	o := uitest.Options(t, path)
	o.Now = func() time.Time { return now }
	s = uitest.Start(t, ui.New(o), 120, 40)
	return s, func(d time.Duration) { now = now.Add(d); s.Tick() }
}

func TestEachPartHasItsTime(t *testing.T) {
	s, pass := clocked(t, uitest.Example(t))
	s.Keys("8", "r").Shows("[Present 0:00/15]")
	pass(61 * time.Second)
	s.Shows("[Present 1:01/15]").Keys(" ").Shows("paused")
	pass(time.Hour)
	s.Shows("[Present 1:01/15] paused").Keys(" ").Hides("paused").Keys("+").Shows("1:01/20").Keys("-", "-", "-", "-", "-").Shows("1:01/1]")
	pass(time.Second)
	s.Keys("tab").Shows("Present 1:02/1", "[Clarify 0:00/10]")
	pass(10 * time.Second)
	s.Shows("[Clarify 0:10/10]", "Present 1:02/1").Keys("shift+tab").Shows("[Present 1:02/1]", "Clarify 0:10/10")
	pass(time.Second)
	s.Shows("[Present 1:03/1]", "Clarify 0:10/10").Keys("shift+tab").Shows("this is the first part")
}

func TestAReviewThatIsLeftGoesOnWhereItWas(t *testing.T) {
	path := uitest.Example(t)
	o := uitest.Options(t, path)
	o.State, o.Session = state.Dir(t.TempDir()), 1<<30
	s := uitest.Start(t, ui.New(o), 80, 24).Keys("8", "r", "tab", "d").Type("Nothing before May @ana").Keys("enter", "esc").Shows("what was written down is kept").Hides("[Account Review]")
	s.Keys("r").Shows("[Account Review]", "Nothing before May", "action of Ana Ruiz", "[Clarify", "paused")
	s.Keys("q", ":").Type("drafts").Keys("enter").Shows("review Account Review").Keys("enter").Shows("Nothing before May")
	s.Keys("X", "y").Hides("[Account Review]").Keys("r").Hides("Nothing before May").Keys("esc", ":").Type("drafts").Keys("enter").Shows("nothing typed is left unsaved")
	if heldToday(t, path, model.AccountReview) != nil {
		t.Error("a review that was left is held")
	}
}

func TestATerminalThatDiesInTheRoomTakesNothingWithIt(t *testing.T) {
	path := uitest.Example(t)
	o := dies(t, uitest.Options(t, path), 80, 24, func(s *uitest.Screen) {
		s.Keys("8", "r", "tab", "v").Type("Nobody knows Claire").Keys("enter", "v").Type("Raj is against us @ben next")
	})
	s := uitest.Start(t, ui.New(o), 80, 24).Shows("review Account Review", "Nobody knows Claire").Keys("enter")
	s.Shows("[Clarify", "vulnerability > Raj is against us @ben next").Keys("enter").Shows("Nobody knows Claire", "Raj is against us")
	s.Keys("ctrl+s").Shows("2 vulnerabilities, of them 1 action").Keys("y").Shows("Account Review held")
	r := heldToday(t, path, model.AccountReview)
	if r == nil || !strings.HasPrefix(r.Vulnerabilities, "Nobody knows Claire\nRaj is against us next (Ben Carter") {
		t.Fatalf("%+v", r)
	}
	o.Session++
	uitest.Start(t, ui.New(o), 80, 24).Hides("never saved")
}

func TestALineThatIsLeftIsAskedFor(t *testing.T) {
	s := example(t).Keys("8", "r", "d").Type("May").Keys("esc").Shows("Leave the line?").Keys("n").Type(" be").Shows("decision > May be").Keys("esc", "y").Hides("May be")
	s.Keys("d", "enter").Hides("decision >").Keys("d").Type("Stop @nobodyatall").Keys("enter").Shows("nobody is called nobodyatall").Keys("esc", "y")
	s.Keys("n").Type("yesterday").Keys("enter").Shows("is not ahead").Keys("esc", "y", "a").Shows("the cursor stands on nothing that was written down")
}

func TestTheRecordsOfTheAgendaAreOpenedAndTakenDown(t *testing.T) {
	s := example(t).Keys("8", "r")
	for !strings.Contains(s.Line(">P"), "Devlin") && !strings.Contains(s.Line(">R"), "Raj Mehta") {
		before := s.Text()
		if s.Keys("j"); s.Text() == before {
			t.Fatalf("nobody stands on the agenda:\n%s", before)
		}
	}
	s.Keys("t").Shows("written down as a vulnerability").Keys("enter").Shows("[Brief]").Keys("esc").Hides("[Brief]").Shows("[Account Review]")
	s.Keys("l").Keys("e").Shows("vulnerability >").Keys("esc", "D").Shows("struck:")
}

func TestTheRoomOfAnEmptyAccountSaysHowThingsStand(t *testing.T) {
	path := uitest.Empty(t)
	s := uitest.Workspace(t, path, 60, 20).Type("Acme").Keys("enter", "8", "r").Shows("Hold which review?").Type("qbr").Keys("enter").Shows("No QBR was held yet").Golden("room-empty-60x20")
	for _, key := range []string{"tab", "enter", "esc", "t", "a", "e", "D", "X", " ", "p", "esc", "?", "esc"} {
		s.Keys(key)
	}
	s.Keys("ctrl+s").Shows("1 vulnerability").Keys("y").Shows("QBR held")
	if r := heldToday(t, path, model.QBR); r == nil || r.Next.String() != "2026-06-18" {
		t.Fatalf("%+v", r)
	}
}

func TestWhatCannotBeWrittenLeavesTheRoomOpen(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 80, 24).Keys("8", "j", "j", "j", "r", "d").Type("Go on").Keys("enter")
	var qbr *model.Review
	for _, r := range reviewsOf(t, path) {
		if r.Type == model.QBR {
			qbr = r
		}
	}
	after := model.Clone(qbr)
	after.Decisions = "Wait"
	uitest.Write(t, path, model.Edited("edit review QBR", qbr, after))
	s.Keys("ctrl+s", "y").Shows("changed by somebody else meanwhile", "[QBR]", "Go on")
	s.Tick().Keys("ctrl+s", "y").Shows("QBR held")
	if r := heldToday(t, path, model.QBR); r == nil || r.Decisions != "Wait\nGo on" {
		t.Fatalf("%+v", r)
	}
}

func TestALineThatIsWrittenDownSwallowsNoCommand(t *testing.T) {
	s := example(t).Keys("8", "r", "d").Type("Go on").Keys("enter").Hides("decision >")
	s.Keys("v").Shows("vulnerability >").Type("Nobody knows Claire").Keys("enter")
	s.Keys("s").Shows("ask >").Hides("vNobody").Keys("esc", "tab").Shows("[Clarify")
	s.Keys("ctrl+s").Shows("1 decision, 1 vulnerability")
}

func TestTheNewestOfTwoDraftsOfAReviewIsGoneOnWith(t *testing.T) {
	path := uitest.Example(t)
	o := uitest.Options(t, path)
	now := uitest.Now()
	o.State, o.Session, o.Now = state.Dir(t.TempDir()), 1<<30, func() time.Time { return now }
	open := func() *uitest.Screen {
		o.Session++
		return uitest.Start(t, ui.New(o), 80, 24).Keys("8", "r")
	}
	first, second := open(), open()
	first.Keys("d").Type("The old words").Keys("enter", "esc")
	now = now.Add(time.Hour)
	second.Keys("d").Type("The new words").Keys("enter")
	first.Keys("r").Shows("The new words").Hides("The old words")
}

func TestWhatIsTypedIntoANoteThatIsChangedIsKept(t *testing.T) {
	path := uitest.Example(t)
	o := dies(t, uitest.Options(t, path), 80, 24, func(s *uitest.Screen) {
		s.Keys("8", "r", "d").Type("Go on").Keys("enter", "e").Type(" in May")
	})
	uitest.Start(t, ui.New(o), 80, 24).Keys("enter").Shows("decision > Go on in May").Keys("enter", "ctrl+s").Shows("1 decision.")
}
