package model

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// dealPlan is an account whose buyer is for us in one deal and against us
// otherwise, with a bystander who has no part in it.
func dealPlan() (p *Plan, deal *Opportunity, buyer *Contact) {
	buyer = &Contact{Name: "Bea", DecisionRole: DecisionRoles(0).With(UserBuyer), Influence: Low, Support: Opponent, Political: Learning}
	deal = &Opportunity{Name: "Kiosks"}
	role := &Role{DecisionRole: DecisionRoles(0).With(EconomicBuyer), Support: Champion, Influence: High}
	records := []Record{buyer, deal, role, &Contact{Name: "Kai", Influence: High, Support: Neutral}}
	planOf(&Account{}, records...) // gives ids
	role.Opportunity, role.Contact = deal.ID, buyer.ID
	return planOf(&Account{Name: "Acme"}, records...), deal, buyer
}

func TestSeenForADeal(t *testing.T) {
	p, deal, buyer := dealPlan()
	before := fmt.Sprintf("%+v", *buyer)
	judge := func(p *Plan) string {
		s := MapStatusOf(All[*Contact](p.Book))
		var rules []string
		for _, w := range Warnings(p, Date{}) {
			rules = append(rules, w.Rule)
		}
		return fmt.Sprintf("%s %d/%d %s", s.Colour, s.Supportive, s.KeyPlayers, strings.Join(rules, " "))
	}
	for name, test := range map[string]struct {
		seen *Plan
		want string
	}{
		"the account":            {p, "red 0/1 single-threaded most-not-supportive outnumbered no-champion"},
		"the deal":               {p.SeenFor(deal.ID, false), "green 1/2 single-threaded"},
		"the deal's people only": {p.SeenFor(deal.ID, true), "green 1/1 single-threaded"},
		"no deal":                {p.SeenFor(ID{}, true), "red 0/1 single-threaded most-not-supportive outnumbered no-champion"},
		"what is no deal":        {p.SeenFor(buyer.ID, true), "red 0/1 single-threaded most-not-supportive outnumbered no-champion"},
	} {
		if got := judge(test.seen); got != test.want {
			t.Errorf("%s: %q, wanted %q", name, got, test.want)
		}
	}
	seen, _ := Lookup[*Contact](p.SeenFor(deal.ID, false).Book, buyer.ID)
	if seen == buyer || seen.Support != Champion || fmt.Sprintf("%+v", *buyer) != before {
		t.Errorf("seen as %+v, and is %+v", seen, buyer)
	}
}

// Seeing a plan for a deal changes nothing of the plan, and nobody of it but
// those who have a role there.
func TestSeeingChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawTalk(t)
		people := All[*Contact](p.Book)
		deal := &Opportunity{Head: Head{ID: ID{13: 1}}, Name: "Kiosks"}
		role := &Role{Head: Head{ID: ID{13: 2}}, Opportunity: deal.ID, Contact: rapid.SampledFrom(people).Draw(t, "who").ID,
			Support: Support(rapid.IntRange(0, 4).Draw(t, "support")), Influence: Level(rapid.IntRange(0, 3).Draw(t, "influence"))}
		p = p.With(Change{After: deal}, Change{After: role})
		was := everything(p)
		seen, only := p.SeenFor(deal.ID, false), p.SeenFor(deal.ID, true)
		if everything(p) != was {
			t.Fatal("the plan is not what it was")
		}
		for _, c := range people {
			other, _ := Lookup[*Contact](seen.Book, c.ID)
			if c.ID != role.Contact && other != c || role.Support != 0 && c.ID == role.Contact && other.Support != role.Support {
				t.Fatalf("%s is seen as %+v", c.Name, other)
			}
		}
		if got := All[*Contact](only.Book); len(got) != 1 || got[0].ID != role.Contact {
			t.Fatalf("in the deal are %v", got)
		}
	})
}

// everything writes out every record of a plan.
func everything(p *Plan) string {
	var b strings.Builder
	for _, r := range p.Records() {
		fmt.Fprintln(&b, r.Kind(), r.Base().ID)
		for _, f := range r.Fields() {
			fmt.Fprintln(&b, f.Name, f.Text())
		}
	}
	return b.String()
}
