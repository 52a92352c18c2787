package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"astute/model"
	"astute/ui"
	"astute/ui/uitest"
)

// strategyBook writes an account with a strategy of which every part has
// something to say, and returns the path.
func strategyBook(t *testing.T) string {
	t.Helper()
	path := uitest.Empty(t)
	s := uitest.Open(t, path, "")
	account := &model.Account{Name: "FreshKart Grocers"}
	account.ID = s.NewID(uitest.Now())
	var edit model.Edit
	add := func(r model.Record) model.ID {
		head := r.Base()
		head.ID = s.NewID(uitest.Now())
		if r.Kind().Scope() == model.ScopeAccount {
			head.Account = account.ID
		}
		edit.Changes = append(edit.Changes, model.Change{After: r})
		return head.ID
	}
	edit.Label = "add the strategy of FreshKart Grocers"
	edit.Changes = append(edit.Changes, model.Change{After: account})
	jane := add(&model.Contact{Name: "Jane Smith", Influence: model.High})
	raj := add(&model.Contact{Name: "Raj Mehta"})
	unit := add(&model.Unit{Name: "Stores Europe"})
	story := add(&model.Story{Name: "A tenth fewer incidents", Result: "Within a quarter."})
	delivery := add(&model.Initiative{Name: "Online delivery", Backstory: "DailyMart takes their city customers.", Priority: model.High, Owner: jane, Confirmed: true})
	payments := add(&model.Challenge{Name: "Safe payments", Initiative: delivery, Type: model.MarketChallenge})
	add(&model.Solution{Name: "RetailSecure", Challenge: payments, How: "Encrypts each payment.", Proof: story})
	kiosks := add(&model.Initiative{Name: "Kiosks in the stores", Priority: model.Medium, Owner: raj})
	add(&model.Challenge{Name: "No kiosk may stand still", Initiative: kiosks})
	add(&model.Initiative{Name: "Greener stores"})
	add(&model.Goal{Metric: "Incidents", Contact: jane, UnitOfMeasure: "a month", Baseline: model.NumberOf(40), Current: model.NumberOf(30), Target: model.NumberOf(20), By: uitest.Today.AddDays(90)})
	add(&model.Goal{Metric: "Uptime", Baseline: model.NumberOf(97), Current: model.NumberOf(96), Target: model.NumberOf(99)})
	add(&model.Goal{Metric: "Trust"})
	add(&model.Competitor{Name: "SafeNet", Threat: model.Low, ContractEnd: uitest.Today.AddDays(900)})
	add(&model.Competitor{Name: "SuperSecure", Threat: model.High, Embedded: []model.ID{unit}, Sponsor: raj, ContractEnd: uitest.Today.AddDays(60),
		Strengths: "A reference.", Weaknesses: "Nothing green.", Counterpoints: "Ours is faster."})
	add(&model.Swot{Quarter: model.Strength, Text: "The CTO trusts us", Evidence: "two orders"})
	add(&model.Swot{Quarter: model.ThreatToUs, Text: "One vendor for everything"})
	for i, name := range []string{"Need stated", "Technical approval", "Signature"} {
		step := &model.BuyingStep{Name: name, Order: model.NumberOf(int64(i + 1)), Owner: jane, Expected: uitest.Today.AddDays(40*i - 60), Status: model.StepNotStarted}
		if i == 0 {
			step.Status = model.StepComplete
		}
		add(step)
	}
	size := add(&model.Criterion{Group: model.Firmographic, Name: "Size", Ideal: "over 5,000 people", KnockOut: true})
	add(&model.Criterion{Group: model.Pressure, Name: "Attacks grow", Weight: model.NumberOf(2), HowDoYouKnow: "An industry report."})
	add(&model.Criterion{Group: model.ImpactPotential, Name: "Would they speak for us?", Weight: model.NumberOf(3)})
	add(&model.ICPAnswer{Criterion: size, Value: model.AnswerIdeal, Evidence: "the annual report"})
	if _, err := s.Apply(edit, uitest.Now()); err != nil {
		t.Fatal(err)
	}
	return path
}

// strategy is that book with the keys in the pane, which has all of the screen.
func strategy(t *testing.T) *uitest.Screen {
	t.Helper()
	return uitest.Workspace(t, strategyBook(t), 120, 50).Keys("5", "z").Shows("[5 Strategy]")
}

// onto moves the cursor down until it stands on a text.
func onto(t *testing.T, s *uitest.Screen, text string) *uitest.Screen {
	t.Helper()
	s.Keys("g")
	for range 200 {
		if s.Line(">"+text) != "" {
			return s
		}
		s.Keys("l")
	}
	t.Fatalf("the cursor never stands on %q:\n%s", text, s.Text())
	return s
}

func TestChainsSayWhatIsMissing(t *testing.T) {
	s := strategy(t).Shows("1 of 3 chains complete", "1 of 3 confirmed by the customer", "1 of 1 owned by key players")
	s.Shows("+ Online delivery  complete  High  confirmed  owner Jane Smith (key player)", "-> Safe payments  Market", "-> RetailSecure", "proof: A tenth fewer incidents")
	s.Shows("! Kiosks in the stores  incomplete  Medium  assumed by us  owner Raj Mehta (key player?)", "! no solution yet: a adds one", "! Greener stores  incomplete  priority?", "! no challenge yet: a adds one")
}

func TestWhatElseIsOnRecordStandsBelow(t *testing.T) {
	s := onto(t, strategy(t), "+ Online delivery").Shows("Backstory: DailyMart takes their city customers.")
	onto(t, s, "-> RetailSecure").Shows("How: Encrypts each payment.", "Proof: Within a quarter.").Hides("Backstory")
}

func TestAChainGrowsByOneKey(t *testing.T) {
	s := onto(t, strategy(t), "! Greener stores").Keys("a").Shows("New challenge", "Greener stores").Type("Greener data centres").Keys("ctrl+s")
	s.Shows("-> Greener data centres")
	onto(t, s, "-> Greener data centres").Keys("a").Shows("New solution").Type("GreenGuard").Keys("ctrl+s")
	s.Shows("+ Greener stores  complete", "2 of 3 chains complete")
	onto(t, s, "-> Greener data centres").Keys("b").Shows("New challenge", "Greener stores")
}

func TestAnInitiativeIsConfirmedByOneKey(t *testing.T) {
	s := onto(t, strategy(t), "! Kiosks").Keys("c").Shows("Medium  confirmed", "2 of 3 confirmed", "u takes it back").Keys("u").Shows("1 of 3 confirmed")
	onto(t, s, "-> No kiosk").Keys("c").Shows("2 of 3 confirmed").Keys("c").Shows("1 of 3 confirmed")
	onto(t, s, "Incidents").Keys("c").Shows("only an initiative is confirmed")
}

func TestGoalsAreBarsAndEditedInPlace(t *testing.T) {
	s := strategy(t).Shows("from 40", "[│███████████░░░░░░░░░░░░]", "to 20 a month", "now 30", "50 %", "ahead", "by 2026-06-16, in 90 d", "worse than it was: it began at 97", "baseline?")
	onto(t, s, "now 30").Keys("e", "ctrl+u").Type("20").Keys("enter").Shows("now 20", "100 %", "reached")
}

func TestCompetitorsAreLoudWhenTheirContractEnds(t *testing.T) {
	s := strategy(t)
	s.Shows("SuperSecure  threat High  in Stores Europe  ! contract ends in 60 d, 2026-05-17  backed by Raj Mehta", "strong  A reference.", "weak    Nothing green.", "we say  Ours is faster.", "contract to 2028-09-03")
	_, high := s.Place("SuperSecure")
	if _, low := s.Place("SafeNet"); low < high {
		t.Errorf("the lesser threat stands first:\n%s", s.Text())
	}
}

func TestTheSwotIsFourQuarters(t *testing.T) {
	s := strategy(t).Keys("J", "J", "J").Shows("two orders", "evidence?", "Weaknesses", "none yet: a adds one")
	_, strengths := s.Place("Strengths")
	if _, weaknesses := s.Place("Weaknesses"); strengths != weaknesses {
		t.Errorf("two quarters do not stand beside each other:\n%s", s.Text())
	}
	onto(t, s, "Opportunities").Keys("a").Shows("New SWOT entry", "Opportunity").Keys("tab").Type("Kiosks come").Keys("ctrl+s").Shows("- Kiosks come")
	onto(t, s, "- One vendor").Keys("a").Shows("New SWOT entry", "Threat")
	narrow := uitest.Workspace(t, strategyBook(t), 60, 24).Keys("5", "J", "J", "J")
	_, strengths = narrow.Place("Strengths")
	if _, weaknesses := narrow.Place("Weaknesses"); strengths == weaknesses {
		t.Errorf("the quarters are not below each other:\n%s", narrow.Text())
	}
}

func TestTheBuyingProcessIsMovedAndCompleted(t *testing.T) {
	path := strategyBook(t)
	s := uitest.Workspace(t, path, 120, 50).Keys("5", "z", "K", "K").Shows("1 [x] Need stated", "2 [!] Technical approval", "20 d late", "! 1 late", "3 [ ] Signature")
	before := version(t, path)
	onto(t, s, "3 [ ] Signature").Keys("shift+up").Shows(">2 [ ] Signature", "3 [!] Technical approval", "u takes it back")
	if now := version(t, path); now != before+1 {
		t.Errorf("moving a step made %d edits", now-before)
	}
	s.Keys("shift+up").Shows("1 [ ] Signature").Keys("shift+up").Shows("Signature is the first step already")
	s.Keys("u", "u").Shows("3 [ ] Signature")
	onto(t, s, "2 [!] Technical").Keys("c").Shows("2 [x] Technical approval", "2 complete").Hides("late, ").Keys("c").Shows("2 [!] Technical approval")
	onto(t, s, "1 [x]").Keys("a").Shows("New step").Type("Delivery").Keys("ctrl+s").Shows("4 [?] Delivery")
}

func TestTheProfileIsAnsweredByLetters(t *testing.T) {
	s := strategy(t).Keys("K").Shows("shared by all accounts", "too little answered to tell the fit", "17 % of the weight", "[I]  Size (knock-out)  Ideal: over 5,000 people  the annual report", "[?]  Attacks grow  S Seen, T Not Seen")
	s.Keys("s").Shows("2 questions are not answered yet", ">[?]  Would they speak for us?", "Weight: 3")
	s.Keys("I").Shows("this question takes Y Yes, P Partly or N No").Keys("P").Shows("Would they speak for us: Partly", "[P]  Would they speak for us?")
	onto(t, s, "[I]").Keys("O").Shows("off-strategy, because of Size", "knocked out").Keys("O").Shows("answered so already").Keys("u").Shows("[I]  Size")
	onto(t, s, "[?]").Keys("e").Shows("New answer", "Attacks grow")
	onto(t, strategy(t), "the annual report").Keys("e").Type(" of 2025").Keys("ctrl+s").Shows("the annual report of 2025")
	head := strategy(t).Keys("K").Shows("all accounts share the profile").Keys("a").Shows("New criterion")
	head.Type("Decides centrally").Keys("tab", "f", "ctrl+s").Shows("[?]  Decides centrally  I Ideal, C Caution, O Off-strategy")
	onto(t, strategy(t), "+ Online").Keys("I").Shows("the cursor stands on no question")
}

func TestAHeadingIsNoRecord(t *testing.T) {
	s := strategy(t).Keys("g")
	for _, key := range []string{"e", "E", "D", "enter"} {
		s.Keys(key).Shows("the cursor stands on a heading")
	}
	s.Keys("b").Shows("a adds one here").Keys("shift+up").Shows("only a step").Keys("a").Shows("New initiative")
}

func TestPartsStandBesideEachOtherWhereThereIsRoom(t *testing.T) {
	s := uitest.Workspace(t, strategyBook(t), 200, 60).Keys("5", "z")
	_, first := s.Place("Initiatives  3")
	beside := ""
	for _, part := range []string{"Competitors  2", "SWOT  2", "Buying process  3"} {
		if _, y := s.Place(part); y == first {
			beside = part
		}
	}
	if beside == "" {
		t.Fatalf("no part stands beside another:\n%s", s.Text())
	}
	s.Shows("Ideal customer profile  3") // all of it is on one screen
	s.Keys("g", "l").Shows(">" + strings.Fields(beside)[0]).Keys("h").Shows(">Initiatives")
}

func TestAnEmptyStrategySaysHowToBeginEachPart(t *testing.T) {
	for _, size := range sizes[1:] {
		s := uitest.Workspace(t, uitest.Empty(t), size.w, size.h).Type("Acme").Keys("enter", "5").Shows("a adds the first")
		for _, kind := range []string{"initiative", "goal", "competitor", "SWOT entry", "step", "criterion"} {
			s.Keys("a").Shows("New "+kind).Keys("esc", "c", "s", "b", "e", "D", "I", "shift+down", "J")
		}
		s.Shows(">Initiatives").Keys("l", "h", "h", "a").Type("Grow").Keys("ctrl+s").Shows("! Grow  incomplete", "0 of 1 chain complete")
	}
	uitest.Workspace(t, uitest.Empty(t), 80, 24).Keys("esc", "5", "j", "J", "e", "c", "I", "a", "esc", "y", "?", "esc")
}

func TestFortyInitiativesAreWalkedThrough(t *testing.T) {
	path := strategyBook(t)
	s := uitest.Open(t, path, "somebody else")
	book, err := s.Book()
	if err != nil {
		t.Fatal(err)
	}
	var records []model.Record
	for i := range 40 {
		r := &model.Initiative{Name: fmt.Sprintf("Initiative %02d", i)}
		r.ID, r.Account = s.NewID(uitest.Now()), model.All[*model.Account](book)[0].ID
		records = append(records, r)
	}
	uitest.Write(t, path, model.Created("add forty", records...))
	for _, size := range sizes[1:] {
		s := uitest.Workspace(t, path, size.w, size.h).Keys("5").Shows("Initiatives  43", "1 of 43")
		for range 39 {
			s.Keys("j")
		}
		s.Shows("Initiative ").Keys("J").Shows(">Goals").Keys("K").Shows(">Initiatives  43").Keys("G", "g", "ctrl+d", "ctrl+u")
	}
}

func TestTheMarksOfTheStrategyAreExplained(t *testing.T) {
	uitest.Workspace(t, strategyBook(t), 120, 40).Keys("5", "?", "/").Type("marks:").Shows("incomplete", "lacks a challenge or a solution", "how much of it is over", "[!]", "Off-strategy")
}

func TestBarsAreDrawnWithoutUnicodeToo(t *testing.T) {
	o := uitest.Options(t, strategyBook(t))
	o.Config.Borders = "ascii"
	uitest.Start(t, ui.New(o), 120, 50).Keys("5", "z").Shows("[|###########............]").Hides("█")
}
