package model_test

import (
	"strings"
	"testing"

	"astute/model"
)

func TestInsight(t *testing.T) {
	next := newIDs()
	account := &model.Account{Head: model.Head{ID: next()}, Name: "Acme"}
	head := func() model.Head { return model.Head{ID: next(), Account: account.ID} }
	key := &model.Contact{Head: head(), Name: "Key", Influence: model.High}
	small := &model.Contact{Head: head(), Name: "Small", Influence: model.Low, Political: model.Learning, DecisionRole: model.DecisionRoles(0).With(model.UserBuyer)}
	unclear := &model.Contact{Head: head(), Name: "Unclear"}
	initiative := func(name string, owner *model.Contact, confirmed bool) *model.Initiative {
		i := &model.Initiative{Head: head(), Name: name, Confirmed: confirmed}
		if owner != nil {
			i.Owner = owner.ID
		}
		return i
	}
	whole, half, bare, alone := initiative("Whole", key, true), initiative("Half", small, false), initiative("Bare", small, false), initiative("Alone", unclear, true)
	past := initiative("Past", key, true)
	past.Status = model.Complete
	c1 := &model.Challenge{Head: head(), Name: "First", Initiative: whole.ID}
	c2 := &model.Challenge{Head: head(), Name: "Second", Initiative: half.ID}
	s := &model.Solution{Head: head(), Name: "Ours", Challenge: c1.ID}
	p := model.NewPlan(account, []model.Record{key, small, unclear, whole, half, bare, alone, past, c1, c2, s})

	chains := model.Chains(p)
	if len(chains) != 5 || !chains[0].Complete || chains[0].Links[0].Solutions[0] != s || chains[1].Complete || chains[1].Missing != "How do we help with “Second”?" ||
		chains[2].Missing != "What stands in the way of “Bare”?" {
		t.Errorf("chains: %+v", chains)
	}
	in := model.InsightOf(p)
	if in.Complete != (model.Ratio{Num: 1, Den: 4}) || in.Confirmed != (model.Ratio{Num: 2, Den: 4}) || in.Owned != (model.Ratio{Num: 1, Den: 3}) || in.Good != model.Yes {
		t.Errorf("complete %v, confirmed %v, owned %v: %v", in.Complete, in.Confirmed, in.Owned, in.Good)
	}
	if asked := strings.Join(in.Ask, "\n"); !strings.Contains(asked, "of Unclear?") || !strings.Contains(asked, "Second") || len(in.Reasons) != 4 {
		t.Errorf("asks %q, reasons %q", in.Ask, in.Reasons)
	}
	more := initiative("More", small, false)
	if in := model.InsightOf(p.With(model.Change{After: more})); in.Good != model.No {
		t.Errorf("one of four is less than a third: %v", in.Owned)
	}
	for _, p := range []*model.Plan{model.NewPlan(account, nil), model.NewPlan(account, []model.Record{past})} {
		if in := model.InsightOf(p); in.Good != model.NotKnown || len(in.Ask) == 0 || in.Complete.Known() {
			t.Errorf("nothing on record: %+v", in)
		}
	}
	if in := model.InsightOf(model.NewPlan(account, []model.Record{initiative("Nobody's", nil, true)})); in.Good != model.NotKnown || in.Ask[len(in.Ask)-1] != "Who owns “Nobody's”?" {
		t.Errorf("without an owner: %v %q", in.Good, in.Ask)
	}
}
