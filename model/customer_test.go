package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"astute/model"
)

// theWithheld is, by hand and apart from the declarations, what must never be
// shown: a field that is declared for the customer by mistake is found by it.
var theWithheld = map[model.Kind]string{
	model.KindAccount:     "headline plan_type overall_health health_reason rules_of_engagement culture importance_to_us importance_to_customer tier our_strategy revenue_target sources",
	model.KindContact:     "decision_role influence support alignment political_status coverage decision_orientation adaptability risk_tolerance motivations concerns priorities history pitch channel placeholder left touched confirmed source email phones location profile time_zone since preferred_name",
	model.KindInitiative:  "influencers source",
	model.KindChallenge:   "source",
	model.KindGoal:        "stated",
	model.KindTeammate:    "manager",
	model.KindStory:       "customer",
	model.KindMilestone:   "text",
	model.KindInteraction: "summary we_promised they_promised",
	model.KindObjective:   "type strategy investment",
	model.KindAction:      "type asked_of waits_for serves result",
	model.KindReview:      "focus vulnerabilities recommendations",
}

// theShown are the kinds of which the customer may see something.
var theShown = []model.Kind{model.KindAccount, model.KindUnit, model.KindTeammate, model.KindContact, model.KindInitiative, model.KindChallenge, model.KindSolution, model.KindGoal,
	model.KindMilestone, model.KindInteraction, model.KindObjective, model.KindAction, model.KindReview, model.KindProduct, model.KindStory}

// Whoever declares a field or a kind for the customer has to say so here too.
func TestWhatTheCustomerSees(t *testing.T) {
	for _, kind := range model.Kinds() {
		if kind.Shown() != slices.Contains(theShown, kind) {
			t.Errorf("%s: shown is %v", kind, kind.Shown())
		}
		for _, f := range model.New(kind, model.ID{}).Fields() {
			if f.ForCustomer && slices.Contains(strings.Fields(theWithheld[kind]+" tags notes external_id created changed origin"), f.Name) {
				t.Errorf("%s.%s is shown to the customer", kind, f.Name)
			}
		}
	}
	for kind, names := range theWithheld {
		for _, name := range strings.Fields(names) {
			model.MustField(model.New(kind, model.ID{}).Fields(), name) // so that the list stays true
		}
	}
}

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
	sure := add(&model.Initiative{Name: "Sure", Confirmed: true, Owner: claire}, true)
	guess := add(&model.Initiative{Name: "Guess", Owner: claire}, false)
	way := add(&model.Challenge{Name: "Way", Initiative: sure}, true)
	dark := add(&model.Challenge{Name: "Dark", Initiative: guess}, false)
	add(&model.Solution{Name: "Help", Challenge: way, Proof: story, Product: soup}, true)
	add(&model.Solution{Name: "No help", Challenge: dark}, false)
	ours := add(&model.Objective{Name: "Ours alone", Owner: ana}, false)
	both := add(&model.Objective{Name: "Agreed", Agreed: true, Initiative: guess, Owner: ana}, true)
	add(&model.Action{Name: "Do it", Objective: both, Owner: claire}, true)
	add(&model.Action{Name: "Ask Kim", Objective: both, Type: model.Ask}, false)
	add(&model.Action{Name: "Whisper", Objective: ours}, false)
	add(&model.Action{Name: "Loose"}, false)
	add(&model.Review{Type: model.WithCustomer}, true)
	add(&model.Review{Type: model.QBR, Attendees: []model.ID{ana}}, true)
	add(&model.Review{Type: model.AccountReview, Attendees: []model.ID{ana, claire}}, true)
	add(&model.Review{Type: model.OpportunityReview, Attendees: []model.ID{ana}}, false)
	add(&model.Milestone{Name: "Fair", Type: model.IndustryEvent}, true)
	add(&model.Milestone{Name: "Lost the shop", Type: model.CompetitiveLoss}, false)
	add(&model.Milestone{Name: "An offer of OVENEYE", Type: model.ProjectMilestone}, false)
	add(&model.Competitor{Name: "OvenEye"}, false)
	add(&model.Interaction{On: model.NewDate(2026, 1, 2), Type: model.Call, Contacts: []model.ID{seat, claire}, Summary: "said"}, true)
	for _, kind := range model.Kinds() {
		if !slices.Contains(theShown, kind) && kind != model.KindCompetitor {
			add(model.New(kind, model.ID{}), false)
		}
	}
	return model.NewPlan(account, list), shown, hidden
}

// What is shown and what is not, kind by kind; links lead to what is shown only.
func TestForCustomerHoldsWhatIsShown(t *testing.T) {
	p, shown, hidden := customerPlan()
	before := fmt.Sprintf("%v", everyText(p))
	c := p.ForCustomer()
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
	if again := everyText(c.ForCustomer()); fmt.Sprint(again) != fmt.Sprint(everyText(c)) {
		t.Error("a copy of the copy is another")
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
