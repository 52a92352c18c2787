package ui_test

import (
	"strings"
	"testing"

	"astute/model"
	"astute/ui/uitest"
)

// stand goes through the overview until the screen shows a text: what is said on
// the frame of the fact under the cursor, or the fact behind the cursor's mark.
func stand(t *testing.T, s *uitest.Screen, text string) *uitest.Screen {
	t.Helper()
	for range 250 {
		if strings.Contains(s.Text(), text) {
			return s
		}
		s.Keys("l")
	}
	t.Fatalf("the cursor does not reach %q:\n%s", text, s.Text())
	return s
}

// named is a workspace of a file with an account of which only the name is known.
func named(t *testing.T, w, h int) *uitest.Screen {
	return uitest.Workspace(t, uitest.Empty(t), w, h).Type("Acme Oil").Keys("enter", "1")
}

func TestTheOverviewIsOneLookInTwoColumnsWhereThereIsRoom(t *testing.T) {
	path := uitest.Example(t)
	uitest.Workspace(t, path, 120, 40).Keys("1", "z").Golden("overview-zoomed-120x40")
	uitest.Workspace(t, path, 200, 60).Keys("1", "z").Golden("overview-zoomed-200x60")
	uitest.Workspace(t, path, 80, 24).Keys("1", "J", "J", "J", "J").Golden("overview-health-80x24")
	named(t, 60, 20).Golden("overview-named-60x20")
	named(t, 80, 24).Golden("overview-named-80x24")
}

func TestEveryLineOfTheOverviewDoesSomething(t *testing.T) {
	for name, s := range map[string]*uitest.Screen{
		"the worked example": uitest.Workspace(t, uitest.Example(t), 80, 24).Keys("1"),
		"only a name":        named(t, 80, 24),
		"strategy and money": filled(t, 80, 24),
	} {
		seen := map[string]bool{}
		for range 200 {
			before := s.Text()
			if seen[before] {
				break
			}
			seen[before] = true
			for _, key := range []string{"e", "enter"} {
				if s.Keys(key).Text() == before {
					t.Errorf("%s: %s does nothing, and does not say why:\n%s", name, key, before)
				}
				fewer := key == "enter" && strings.Contains(s.Text(), "enter shows the first of them only")
				s.Keys("esc", "esc", "1")
				if fewer {
					s.Keys("enter") // what was unfolded is folded again
				}
			}
			s.Keys("l")
		}
		if len(seen) < 12 {
			t.Errorf("%s: the cursor came to %d places only", name, len(seen))
		}
	}
}

func TestAQuestionIsAnsweredWhereItStands(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 80, 24).Keys("1", "J", "J", "J", "j", "j")
	s.Shows(">? What part does Margaret Holloway play in the decision?", "enter answers it: Decision role")
	s.Keys("enter").Shows("Decision role of Margaret Holloway").Keys("e", "enter")
	s.Shows("Economic Buyer").Hides("What part does Margaret Holloway play").Keys("u").Shows("What part does Margaret Holloway play")
}

func TestAQuestionIsAnsweredByTheRecordThatItBecomes(t *testing.T) {
	s := named(t, 80, 24)
	stand(t, s, ">and ").Keys("enter").Shows("? When is this plan looked at next, and by whom?")
	stand(t, s, "enter answers it: a new initiative").Shows(">? What does Acme Oil want to achieve, and why now?")
	s.Keys("enter").Shows("New initiative").Type("Drill less").Keys("ctrl+s").Shows("They want >Drill less, assumed, no challenge yet")
	s.Hides("What does Acme Oil want to achieve")
	stand(t, s, ">? Who holds the budget?").Keys("e").Shows("New contact").Keys("esc")
	stand(t, s, ">fewer").Keys("enter").Hides("When is this plan looked at next")
}

func TestAGoalThatAnswersAQuestionIsThePersons(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 80, 24).Keys("1")
	stand(t, s, ">and 9 more").Keys("enter")
	stand(t, s, ">? Which matters most to Alan Brown").Shows("a new goal").Keys("enter").Shows("New goal").Keys("ctrl+o").Shows("Alan Brown")
}

func TestWhatFollowsFromRecordsLeadsToThem(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 80, 24)
	for _, way := range []struct{ line, shows string }{
		{">AMBER", "[2 Political map]"}, {">20 %", "[2 Political map]"}, {">50 %", "[4 Action plan]"},
		{">in 27 d: Pilot begins", "Pilot begins"},
	} {
		stand(t, s.Keys("1", "g"), way.line).Keys("enter").Shows(way.shows).Keys("esc")
	}
	stand(t, s.Keys("1", "g"), ">AMBER").Keys("e").Shows("enter leads there").Keys("D").Shows("this line is no record")
	stand(t, s.Keys("g"), ">segment A").Keys("e").Shows("how much they matter to us")
	stand(t, s.Keys("g"), ">so respect the committee").Keys("e").Shows("Culture of FreshKart").Keys("esc")
}

// filled is a workspace of an account with strategy and money.
func filled(t *testing.T, w, h int) *uitest.Screen {
	t.Helper()
	usd := func(n int64) model.Money { return model.NewMoney(n*100, "USD") }
	product := model.ID{15: 2}
	records := []model.Record{
		&model.Account{Name: "Acme Oil", Currency: "USD", RevenueTarget: usd(500_000), ImportanceToUs: model.High, ImportanceToCustomer: model.Medium},
		&model.Product{Name: "Pumps"},
		&model.Revenue{Product: product, Year: 2026, Amount: usd(100_000)},
		&model.Opportunity{Name: "New pumps", Product: product, Stage: model.StageProposing, Amount: usd(200_000), Probability: model.NumberOf(50)},
		&model.Renewal{Product: product, Amount: usd(60_000), On: model.NewDate(2026, 9, 1), Risk: model.High},
		&model.Platform{Vendor: "Kassandra", Product: "TillOne", Use: "all wells", ContractEnd: model.NewDate(2027, 1, 1)},
		&model.Competitor{Name: "SuperPumps", Threat: model.High},
		&model.Issue{Name: "Seals leak", Severity: model.High, Raised: model.NewDate(2026, 3, 8)},
		&model.Issue{Name: "Paint peels", Resolved: model.NewDate(2026, 3, 8)},
		&model.Signal{Type: model.Satisfaction, Value: model.NumberOf(40), On: model.NewDate(2025, 3, 8)},
		&model.Signal{Type: model.Satisfaction, Value: model.NumberOf(66), On: model.NewDate(2026, 3, 8)},
		&model.Campaign{Name: "Dry wells", Channel: "webinar", Start: model.NewDate(2026, 3, 28)},
		&model.Initiative{Name: "Drill less", Confirmed: true},
		&model.Challenge{Name: "Old rigs", Initiative: model.ID{15: 13}},
		&model.Solution{Name: "Longer lives", Challenge: model.ID{15: 14}, Proof: model.ID{15: 16}},
		&model.Story{Name: "Half the wells", Customer: "Borealis"},
	}
	for i, r := range records {
		head := r.Base()
		head.ID = model.ID{15: byte(i + 1)}
		if i > 0 && r.Kind().Scope() == model.ScopeAccount {
			head.Account = model.ID{15: 1}
		}
	}
	path := uitest.Empty(t)
	uitest.Write(t, path, model.Created("add account Acme Oil", records...))
	return uitest.Workspace(t, path, w, h).Keys("1")
}

func TestStrategyAndMoneyAreSaidAtOneLook(t *testing.T) {
	s := filled(t, 120, 40).Keys("z").Golden("overview-filled-120x40")
	s.Shows("segment A", "Drill less, chain complete", "won USD 100k", "target USD 500k", "USD 300k missing", "pipeline USD 100k weighted",
		"1 renewal in 12 months, USD 60k", "USD 60k at risk", "Kassandra TillOne (all wells), until", "SuperPumps (threat High)",
		"Seals leak (High), raised 10 d ago", "Satisfaction 66 (10 d ago)", "Dry wells (webinar), in 10 d", "Half the wells (Borealis), proves 1")
	s.Hides("Paint peels", "Satisfaction 40")
}

func TestMoneyLeadsToItsRecords(t *testing.T) {
	s := filled(t, 80, 24)
	for _, way := range []struct{ line, shows string }{
		{">USD 60k at risk", "(renewals)"}, {">pipeline USD", "(deals)"}, {">won USD 100k", "(revenue)"}, {">1 of 1 chain complete", "[5 Strategy]"},
	} {
		stand(t, s.Keys("1", "g"), way.line).Keys("enter").Shows(way.shows).Keys("esc")
	}
	stand(t, s.Keys("1", "g"), ">target USD 500k").Keys("e").Shows("Revenue target of Acme Oil").Keys("esc")
}

func TestAListThatIsCutLeadsToAllOfIt(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 80, 24).Keys("1")
	stand(t, s, "enter: the action plan").Shows(">and ").Keys("enter").Shows("[4 Action plan]")
	stand(t, s.Keys("1"), "enter: the timeline").Shows(">and ").Keys("enter").Shows("[7 Timeline]")
	stand(t, s.Keys("1", "g"), "enter lists them all").Shows(">and 6 more").Keys("enter").Shows("eviews")
}

func TestTheNextReviewHasALineOfItsOwn(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 80, 24).Keys("1")
	stand(t, s, ">12 d late: Account Review, Fri 6 Mar 2026").Shows("quarterly", "e changes the day")
	s.Keys("enter").Shows("Account Review").Keys("esc")
	s.Keys("e", "ctrl+u").Type("2026-03-23").Keys("enter").Shows("Next of Account Review: 2026-03-23")

	s = named(t, 80, 34).Shows("none planned yet: r plans one").Keys("r").Shows("Which review?").Type("qbr").Keys("enter").Shows("New review", "Type").Keys("esc", "y")
	stand(t, s, ">none planned yet").Keys("enter").Shows("Which review?")
}

func TestAReviewThatWasHeldIsMovedByItsNextDay(t *testing.T) {
	path := uitest.Empty(t)
	a, r := &model.Account{Name: "Acme Oil"}, &model.Review{Type: model.QBR, Held: model.NewDate(2026, 1, 10)}
	a.ID, r.ID, r.Account = model.ID{15: 8}, model.ID{15: 9}, model.ID{15: 8}
	uitest.Write(t, path, model.Created("add account Acme Oil", a, r))
	s := uitest.Workspace(t, path, 80, 34).Keys("1").Shows("QBR, Fri 10 Apr 2026", "usually quarterly")
	stand(t, s, ">in 23 d: QBR").Keys("e").Type("2026-03-20").Keys("enter").Shows(">in 2 d: QBR, Fri 20 Mar 2026")
}

func TestTheOverviewIsWalkedByPartsAndColumns(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("1", "z", "l").Shows(">95 %", "people 83 %")
	s.Keys("h").Shows("Headline  >The pilot").Keys("l", "j").Shows(">? What is “GreenGuard").Keys("j", "j", "j", "j").Shows("Health    >Neutral")
	s.Keys("h").Shows(">tier 1:1").Keys("J").Shows("They want >Expansion").Keys("K", "K").Shows("Headline  >The pilot")
	for range 40 {
		s.Keys("J")
	}
	s.Shows(">SecureRetail with CyberTech").Keys("g", "h").Shows(">The pilot")
}

func TestWhatIsNotOnRecordYetIsBegunFromTheOverview(t *testing.T) {
	for _, test := range []struct{ at, form string }{
		{">nothing yet: enter adds what they want", "New initiative"}, {">nothing yet: enter adds what we may sell", "New opportunity"},
		{">goal?", "New goal"}, {">competitor?", "New competitor"}, {">platform?", "New platform"}, {">issue?", "New issue"}, {">signal?", "New signal"},
		{">milestone?", "New milestone"}, {">campaign?", "New campaign"}, {">story?", "New story"},
	} {
		for _, key := range []string{"enter", "e"} {
			stand(t, named(t, 80, 24), test.at).Keys(key).Shows(test.form)
		}
	}
	s := stand(t, named(t, 120, 40), ">their rivals?").Keys("e").Shows("rivals").Keys("esc")
	s = stand(t, s.Keys("1", "g"), ">platform?").Keys("enter").Shows("New platform").Type("Oldsoft").Keys("ctrl+s").Shows("Installed", "Oldsoft")
	stand(t, s.Keys("1", "g"), "their rivals?").Hides("platform?")
}

func TestADisagreementAboutTheHealthIsShown(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("1", "z").Hides("the records say")
	stand(t, s, ">Neutral  strong in IT").Keys("e").Shows("Overall health").Keys("g").Shows("You say Good, the records say")
}
