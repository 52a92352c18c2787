package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"astute/model"
)

// theShown is, by hand and apart from the declarations, what the customer may see:
// whatever else is declared for them, by mistake or not, is found by it.
var theShown = map[model.Kind]string{
	model.KindAccount:     "name industry employees annual_revenue owner plan_status plan_start plan_end executive_sponsor team relationship customer_since hq geography revenue_growth profitability market_share fiscal_year_end share_price ownership funding business_model maturity offerings target_markets rivals mission vision industry_trends founding_story strategic_priorities description value_proposition currency",
	model.KindUnit:        "name parent head",
	model.KindTeammate:    "name email role company products",
	model.KindContact:     "name title rank reports_to unit function",
	model.KindInitiative:  "name backstory driver priority status owner confirmed timeframe",
	model.KindChallenge:   "name initiative type success_factor",
	model.KindSolution:    "name challenge product how proof",
	model.KindGoal:        "metric contact unit_of_measure baseline current target benchmark by impact horizon",
	model.KindMilestone:   "name type on",
	model.KindInteraction: "on type",
	model.KindObjective:   "name owner due status priority goals initiative agreed",
	model.KindAction:      "title owner due status objective function start done repeats",
	model.KindReview:      "type cadence on held next attendees decisions",
	model.KindProduct:     "name category description",
	model.KindStory:       "name product problem result link",
}

// Whoever declares a field or a kind for the customer has to say so here too.
func TestWhatTheCustomerSees(t *testing.T) {
	for _, kind := range model.Kinds() {
		if kind.Shown() != (theShown[kind] != "") {
			t.Errorf("%s: shown is %v", kind, kind.Shown())
		}
		want := strings.Fields(theShown[kind])
		if kind.Scope() == model.ScopeAccount {
			want = append(want, "account")
		}
		for _, f := range model.New(kind, model.ID{}).Fields() {
			if f.ForCustomer != slices.Contains(want, f.Name) {
				t.Errorf("%s.%s is shown to the customer: %v", kind, f.Name, f.ForCustomer)
			}
		}
		for _, name := range want {
			model.MustField(model.New(kind, model.ID{}).Fields(), name) // so that the list stays true
		}
	}
}

// customerDay is the day on which the copy is made.
var customerDay = model.NewDate(2026, 3, 4)

func internal(tags ...string) model.Head { return model.Head{Tags: tags} }

// customerPlan is a plan of records that are shown, each with one beside it that
// is not.
func customerPlan() (p *model.Plan, shown, hidden []model.Record) {
	n := byte(0)
	account := &model.Account{Name: "Acme", Headline: "secret"}
	id := func() (id model.ID) { n++; id[0], id[15] = 1, n; return id }
	account.ID = id()
	var list []model.Record
	add := func(r model.Record, is bool) model.ID {
		r.Base().ID = id()
		if r.Kind().Scope() == model.ScopeAccount {
			r.Base().Account = account.ID
		}
		list = append(list, r)
		if is {
			shown = append(shown, r)
		} else {
			hidden = append(hidden, r)
		}
		return r.Base().ID
	}
	ana := add(&model.Teammate{Name: "Ana"}, true)
	add(&model.Teammate{Name: "Nobody"}, false)
	soup := add(&model.Product{Name: "Soup"}, true)
	add(&model.Product{Name: "Bread"}, false)
	story := add(&model.Story{Name: "Told", Product: soup}, true)
	add(&model.Story{Name: "Untold"}, false)
	boss := add(&model.Contact{Name: "Left", Left: true}, false)
	seat := add(&model.Contact{Name: "Seat", Placeholder: true}, false)
	claire := add(&model.Contact{Name: "Claire", ReportsTo: boss, Support: model.Opponent}, true)
	chief := add(&model.Contact{Name: "Chief"}, true)
	add(&model.Contact{Name: "Below her", ReportsTo: chief}, true)
	add(&model.Contact{Name: "Without a place"}, false)
	add(&model.Contact{Name: "Adviser", External: true, ReportsTo: chief}, false)
	adviser := add(&model.Contact{Name: "Other adviser", External: true}, false)
	add(&model.Contact{Name: "Kept back", ReportsTo: chief, Head: internal("Internal")}, false)
	sure := add(&model.Initiative{Name: "Sure", Confirmed: true, Owner: claire}, true)
	kept := add(&model.Initiative{Name: "Kept back", Confirmed: true, Head: internal("later", "internal")}, false)
	add(&model.Challenge{Name: "Of what is kept back", Initiative: kept}, false)
	add(&model.Goal{Metric: "Said", Stated: model.Stated, Contact: adviser}, true)
	add(&model.Goal{Metric: "Concluded", Stated: model.Implied}, false)
	add(&model.Goal{Metric: "Nobody knows"}, false)
	guess := add(&model.Initiative{Name: "Guess", Owner: claire}, false)
	way := add(&model.Challenge{Name: "Way", Initiative: sure}, true)
	dark := add(&model.Challenge{Name: "Dark", Initiative: guess}, false)
	add(&model.Solution{Name: "Help", Challenge: way, Proof: story, Product: soup}, true)
	add(&model.Solution{Name: "No help", Challenge: dark}, false)
	ours := add(&model.Objective{Name: "Ours alone", Owner: ana}, false)
	both := add(&model.Objective{Name: "Agreed", Agreed: true, Initiative: guess, Owner: ana}, true)
	add(&model.Action{Name: "Do it", Objective: both, Owner: claire}, true)
	add(&model.Action{Name: "Move before oven-eye's offer", Objective: both}, false)
	add(&model.Action{Name: "Kept back", Objective: both, Head: internal("INTERNAL")}, false)
	add(&model.Action{Name: "Ask Kim", Objective: both, Type: model.Ask}, false)
	add(&model.Action{Name: "Whisper", Objective: ours}, false)
	add(&model.Action{Name: "Loose"}, false)
	add(&model.Review{Type: model.WithCustomer}, true)
	add(&model.Review{Type: model.QBR, Attendees: []model.ID{ana}}, true)
	add(&model.Review{Type: model.AccountReview, Attendees: []model.ID{ana, claire}}, true)
	add(&model.Review{Type: model.OpportunityReview, Attendees: []model.ID{ana, adviser}}, false)
	past, ahead := customerDay.AddDays(-1), customerDay.AddDays(1)
	for _, m := range []struct {
		name         string
		is           model.MilestoneType
		before, then bool
	}{
		{"Fair", model.IndustryEvent, true, true},
		{"Space for ovens", model.ProjectMilestone, true, true},
		{"Lost the shop", model.CompetitiveLoss, false, false},
		{"An offer of OVENEYE", model.ProjectMilestone, false, false},
		{"The visit of Oven Eye", model.StrategicMeeting, false, false},
		{"Before Ace comes", model.StrategicMeeting, false, false},
		{"Two shops more", model.Expansion, true, false},
		{"The second contract", model.DealSigned, true, false},
		{"Another three years", model.RenewalMilestone, true, false},
		{"The head of finance goes", model.LeadershipChange, true, false},
		{"A foot in the door", model.NewDepartment, false, false},
		{"A tenth less", model.BudgetChange, false, false},
		{"Whatever it is", model.OtherMilestone, false, false},
	} {
		add(&model.Milestone{Name: m.name, Type: m.is, On: past}, m.before)
		add(&model.Milestone{Name: m.name, Type: m.is, On: ahead}, m.then)
	}
	add(&model.Milestone{Name: "Kept back", Type: model.ProjectMilestone, On: past, Head: internal("internal")}, false)
	add(&model.Competitor{Name: "OvenEye Ltd."}, false)
	add(&model.Competitor{Name: "Ace"}, false)
	add(&model.Interaction{On: past, Type: model.Meeting, Contacts: []model.ID{seat, claire}, Teammate: ana, Summary: "said"}, true)
	add(&model.Interaction{On: past, Type: model.Call, Contacts: []model.ID{claire}}, false)
	add(&model.Interaction{On: past, Type: model.Meeting, Contacts: []model.ID{adviser}}, false)
	add(&model.Interaction{On: past, Type: model.Meeting}, false)
	for _, kind := range model.Kinds() {
		if theShown[kind] == "" && kind != model.KindCompetitor {
			add(model.New(kind, model.ID{}), false)
		}
	}
	return model.NewPlan(account, list), shown, hidden
}

// What is shown and what is not, kind by kind; links lead to what is shown only.
func TestForCustomerHoldsWhatIsShown(t *testing.T) {
	p, shown, hidden := customerPlan()
	before := fmt.Sprintf("%v", everyText(p))
	c := p.ForCustomer(customerDay)
	for _, r := range shown {
		if c.Get(r.Base().ID) == nil {
			t.Errorf("%s %s is withheld", r.Kind(), model.Title(r, nil))
		}
	}
	for _, r := range hidden {
		if c.Get(r.Base().ID) != nil {
			t.Errorf("%s %s is shown", r.Kind(), model.Title(r, nil))
		}
	}
	if got := fmt.Sprintf("%v", everyText(p)); got != before {
		t.Error("the plan itself has changed")
	}
	for _, r := range c.Records() {
		for _, f := range r.Fields() {
			if !f.ForCustomer && !f.IsZero() {
				t.Errorf("%s.%s holds %q", r.Kind(), f.Name, f.Text())
			}
			for _, id := range f.Links() {
				if c.Get(id) == nil {
					t.Errorf("%s.%s leads to what is withheld", r.Kind(), f.Name)
				}
			}
		}
		if h := r.Base(); h.Origin != "" || len(h.Unknown) > 0 || h.Created != 0 || h.Changed != 0 {
			t.Errorf("%s tells where it comes from: %+v", r.Kind(), h)
		}
	}
	if again := everyText(p.ForCustomer(customerDay)); fmt.Sprint(again) != fmt.Sprint(everyText(c)) {
		t.Error("the next copy is another")
	}
}

func everyText(p *model.Plan) []string {
	var list []string
	for _, r := range p.Records() {
		for _, f := range r.Fields() {
			list = append(list, r.Kind().String()+"."+f.Name+"="+f.Text())
		}
	}
	return list
}
