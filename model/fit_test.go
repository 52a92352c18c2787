package model_test

import (
	"fmt"
	"testing"

	"astute/model"

	"pgregory.net/rapid"
)

func TestFitByHand(t *testing.T) {
	next := newIDs()
	account := &model.Account{Head: model.Head{ID: next()}, Name: "Acme"}
	unit := &model.Unit{Head: model.Head{ID: next(), Account: account.ID}, Name: "Stores"}
	criterion := func(name string, weight int64, knock bool) *model.Criterion {
		c := &model.Criterion{Head: model.Head{ID: next()}, Name: name, Group: model.Firmographic, KnockOut: knock}
		if weight > 0 {
			c.Weight = model.NumberOf(weight)
		}
		return c
	}
	size, sector, plain, open := criterion("Size", 3, false), criterion("Sector", 2, true), criterion("Plain", 0, false), criterion("How many sites?", 4, false)
	answer := func(c *model.Criterion, v model.AnswerValue, of model.ID) model.Record {
		return &model.ICPAnswer{Head: model.Head{ID: next(), Account: account.ID}, Criterion: c.ID, Value: v, Unit: of}
	}
	base := []model.Record{unit, size, sector, plain, open}
	fit := func(of model.ID, answers ...model.Record) model.Fit {
		return model.FitOf(model.NewPlan(account, append(base[:len(base):len(base)], answers...)), of)
	}
	// 3 x 10 + 2 x 5 + 1 x 0 of 60: 67 %; 6 of 10 of the weight.
	f := fit(model.ID{}, answer(size, model.AnswerIdeal, model.ID{}), answer(sector, model.AnswerCaution, model.ID{}), answer(plain, model.AnswerNo, model.ID{}))
	if f.Percent != 67 || f.Confidence != 60 || f.Band != model.FitCaution || len(f.Open) != 1 || f.Ask[0] != "How many sites?" {
		t.Errorf("%+v", f)
	}
	// What the unit says stands before what holds for all: 3 x 0 + 2 x 5 of 50.
	f = fit(unit.ID, answer(size, model.AnswerIdeal, model.ID{}), answer(sector, model.AnswerCaution, model.ID{}), answer(size, model.AnswerNotSeen, unit.ID))
	if f.Percent != 20 || f.Band != model.FitOffStrategy || len(f.KnockOuts) != 0 {
		t.Errorf("of the unit: %+v", f)
	}
	// A knock-out settles it, however good the rest; the later of two answers counts.
	f = fit(model.ID{}, answer(size, model.AnswerSeen, model.ID{}), answer(open, model.AnswerYes, model.ID{}), answer(sector, model.AnswerIdeal, model.ID{}), answer(sector, model.AnswerOffStrategy, model.ID{}))
	if f.Band != model.FitOffStrategy || len(f.KnockOuts) != 1 || f.Percent != 78 {
		t.Errorf("knocked out: %+v", f)
	}
	if f = fit(model.ID{}, answer(size, model.AnswerOffStrategy, model.ID{}), answer(open, model.AnswerYes, model.ID{}), answer(sector, model.AnswerYes, model.ID{})); f.Band != model.FitCaution {
		t.Errorf("only what knocks out does: %+v", f)
	}
	// One light question of many says nothing of the account yet, but for a knock-out.
	if f = fit(model.ID{}, answer(plain, model.AnswerNo, model.ID{})); f.Band != model.FitUnknown || f.Reasons[0] != "not known yet: too little is answered to judge by" || len(f.Ask) != 3 {
		t.Errorf("one answer of weight 1: %+v", f)
	}
	if f = fit(model.ID{}, answer(sector, model.AnswerOffStrategy, model.ID{})); f.Band != model.FitOffStrategy || f.Confidence != 20 {
		t.Errorf("one answer that knocks out: %+v", f)
	}
	for _, f := range []model.Fit{fit(model.ID{}), model.FitOf(model.NewPlan(account, nil), model.ID{})} {
		if f.Band != model.FitUnknown || len(f.Ask) == 0 || len(f.Reasons) == 0 {
			t.Errorf("nothing answered: %+v", f)
		}
	}
}

func TestFitIsScoreOfWhatCouldBeScored(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		next := newIDs()
		account := &model.Account{Head: model.Head{ID: next()}, Name: "Acme"}
		var records []model.Record
		var scored, possible, all int64
		knocked := false
		for i := range rapid.IntRange(1, 8).Draw(t, "criteria") {
			weight := rapid.Int64Range(0, 9).Draw(t, "weight")
			c := &model.Criterion{Head: model.Head{ID: next()}, Name: fmt.Sprint("Criterion ", i), Weight: model.NumberOf(weight), KnockOut: rapid.IntRange(0, 9).Draw(t, "knocks out") == 0}
			records = append(records, c)
			all += weight
			v := model.AnswerValue(rapid.IntRange(0, 8).Draw(t, "answer"))
			if v == 0 {
				continue
			}
			records = append(records, &model.ICPAnswer{Head: model.Head{ID: next(), Account: account.ID}, Criterion: c.ID, Value: v})
			scored += weight * map[string]int64{"Ideal": 10, "Seen": 10, "Yes": 10, "Caution": 5, "Partly": 5}[v.String()]
			possible += weight * 10
			knocked = knocked || c.KnockOut && v.String() == "Off-strategy"
		}
		f := model.FitOf(model.NewPlan(account, records), model.ID{})
		want := model.FitUnknown
		switch {
		case knocked:
			want = model.FitOffStrategy
		case possible == 0, shownOf(possible, all*10) < model.FitConfidentFrom:
		case shownOf(scored, possible) >= 80:
			want = model.FitIdeal
		case shownOf(scored, possible) >= 50:
			want = model.FitCaution
		default:
			want = model.FitOffStrategy
		}
		if f.Band != want || possible > 0 && f.Percent != shownOf(scored, possible) || all > 0 && f.Confidence != shownOf(possible, all*10) {
			t.Fatalf("%s, %d %%, confidence %d; want %s, %d of %d of %d", f.Band, f.Percent, f.Confidence, want, scored, possible, all*10)
		}
	})
}
