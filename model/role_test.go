package model_test

import (
	"testing"

	"astute/model"
)

func TestARoleStandsBeforeWhatHoldsForTheAccount(t *testing.T) {
	next := newIDs()
	account := &model.Account{Head: model.Head{ID: next()}, Name: "Acme"}
	head := func() model.Head { return model.Head{ID: next(), Account: account.ID} }
	jane := &model.Contact{Head: head(), Name: "Jane", Influence: model.High, Support: model.Supporter, DecisionRole: model.DecisionRoles(0).With(model.UserBuyer)}
	raj := &model.Contact{Head: head(), Name: "Raj", Support: model.Opponent}
	ann := &model.Contact{Head: head(), Name: "Ann"}
	deal := &model.Opportunity{Head: head(), Name: "Deal", Buyer: raj.ID}
	other := &model.Opportunity{Head: head(), Name: "Other", Deciders: []model.ID{ann.ID}}
	role := &model.Role{Head: head(), Opportunity: deal.ID, Contact: jane.ID, Support: model.Opponent, DecisionRole: model.DecisionRoles(0).With(model.EconomicBuyer)}
	p := model.NewPlan(account, []model.Record{jane, raj, ann, deal, other, role})

	seen := p.PeopleOf(deal.ID)
	if got := seen[0]; got.Support != model.Opponent || got.Influence != model.High || got.DecisionRole.String() != "Economic Buyer" || got.Name != "Jane" {
		t.Errorf("in the deal she is %s", texts(got))
	}
	if jane.Support != model.Supporter || p.PeopleOf(other.ID)[0] != jane || p.PeopleOf(model.ID{})[0] != jane || len(seen) != 3 {
		t.Error("what holds for the account is changed by a role in one deal")
	}
	names := func(people []*model.Contact) (list string) {
		for _, c := range people {
			list += c.Name + " "
		}
		return list
	}
	if got := names(p.DealPeople(deal)); got != "Jane Raj " {
		t.Errorf("people of the deal: %s", got)
	}
	if got := names(p.DealPeople(other)); got != "Ann " {
		t.Errorf("people of the other deal: %s", got)
	}
	if got := p.Name(role.ID); got != "Jane in Deal" {
		t.Errorf("the role is called %q", got)
	}
}
