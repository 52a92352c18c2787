package model_test

import (
	"testing"

	"astute/model"
)

// The reason of an amber map tells a decider who is not with us from one who is
// not known.
func TestAnAmberMapSaysHowTheDeciderStands(t *testing.T) {
	key := func(name string, s model.Support, r ...model.DecisionRole) *model.Contact {
		c := &model.Contact{Name: name, Support: s, Influence: model.High, DecisionRole: roles(r...)}
		return c
	}
	friend := key("Ada", model.Champion)
	for want, c := range map[string]*model.Contact{
		"1 of 2 key players supports us, the Economic Buyer Hans Köhler is not with us yet":            key("Hans Köhler", model.Neutral, model.EconomicBuyer),
		"1 of 2 key players supports us, the Decision Maker Hans Köhler is not with us yet":            key("Hans Köhler", model.Opponent, model.DecisionMaker),
		"1 of 2 key players supports us, whether the Economic Buyer Hans Köhler does is not known yet": key("Hans Köhler", 0, model.EconomicBuyer),
		"1 of 2 key players supports us, no Economic Buyer or Decision Maker is known":                 key("Hans Köhler", model.Neutral),
	} {
		if got := model.MapStatusOf([]*model.Contact{friend, c}).Reasons[0]; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
