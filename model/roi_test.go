package model_test

import (
	"fmt"
	"testing"

	"astute/model"

	"pgregory.net/rapid"
)

// dealOf makes a plan of one deal and its benefits.
func dealOf(o *model.Opportunity, benefits ...*model.Benefit) *model.Plan {
	next := newIDs()
	account := &model.Account{Head: model.Head{ID: next()}, Name: "Acme", Currency: "USD"}
	o.ID, o.Account, o.Name = next(), account.ID, "Deal"
	records := []model.Record{o}
	for i, b := range benefits {
		b.ID, b.Account, b.Opportunity, b.Name = next(), account.ID, o.ID, fmt.Sprint("Benefit ", i+1)
		records = append(records, b)
	}
	return model.NewPlan(account, records)
}

func dollars(n int64) model.Money { return model.NewMoney(n*100, "USD") }

func TestReturnByHand(t *testing.T) {
	for _, c := range []struct {
		name     string
		deal     model.Opportunity
		benefits []*model.Benefit
		percent  int
		net      model.Money
		payback  int
		known    bool
		never    bool
	}{
		{ // 24 months: 2 x 60,000 for 100,000; after 20 months 100,000 are in.
			"one cost, one benefit", model.Opportunity{Amount: dollars(100_000), Term: model.NumberOf(24)},
			[]*model.Benefit{{Value: dollars(60_000)}}, 20, dollars(20_000), 20, true, false},
		{ // 36 months: 3 x 48,000 + 2 x 24,000 = 192,000; costs 60,000 + 3 x 12,000 = 96,000. After month n the first brings
			// 4,000 n, the second 2,000 (n-12), against 60,000 + 1,000 n: at 17, 68,000 + 10,000 = 78,000 against 77,000; at 16, 72,000 against 76,000.
			"running cost, and a benefit that starts later", model.Opportunity{Amount: dollars(1), Cost: dollars(60_000), RunningCost: dollars(12_000), Term: model.NumberOf(36)},
			[]*model.Benefit{{Value: dollars(48_000)}, {Value: dollars(24_000), Starts: model.NumberOf(12)}}, 100, dollars(96_000), 17, true, false},
		{ // 12 months: 9,000 for 10,000.
			"not within the term", model.Opportunity{Amount: dollars(10_000), Term: model.NumberOf(12)},
			[]*model.Benefit{{Value: dollars(9_000)}}, -10, dollars(-1_000), 0, true, true},
		{ // A third of a cent is not lost on the way: 100.00 a year for one month is 8.33, against 1.00.
			"cents", model.Opportunity{Amount: dollars(1), Term: model.NumberOf(1)},
			[]*model.Benefit{{Value: dollars(100)}}, 733, model.NewMoney(733, "USD"), 1, true, false},
		{"no term: paid back all the same", model.Opportunity{Amount: dollars(1_000)}, []*model.Benefit{{Value: dollars(1_200)}}, 0, model.Money{}, 10, false, false},
		{"never", model.Opportunity{Amount: dollars(1_000), RunningCost: dollars(500)}, []*model.Benefit{{Value: dollars(500)}}, 0, model.Money{}, 0, false, true},
		{"no benefit", model.Opportunity{Amount: dollars(1_000), Term: model.NumberOf(12)}, nil, 0, model.Money{}, 0, false, false},
		{"no cost", model.Opportunity{Term: model.NumberOf(12)}, []*model.Benefit{{Value: dollars(500)}}, 0, model.Money{}, 0, false, false},
		{"a benefit of no known value", model.Opportunity{Amount: dollars(1_000), Term: model.NumberOf(12)}, []*model.Benefit{{}}, 0, model.Money{}, 0, false, false},
		{"two currencies", model.Opportunity{Amount: dollars(1_000), Term: model.NumberOf(12)}, []*model.Benefit{{Value: model.NewMoney(500_00, "EUR")}}, 0, model.Money{}, 0, false, false},
	} {
		p := dealOf(&c.deal, c.benefits...)
		r := model.ReturnOf(p, &c.deal)
		if r.Known != c.known || r.Percent != c.percent || r.Net != c.net || r.Payback != c.payback || r.Never != c.never {
			t.Errorf("%s: known %t %d %% net %s payback %d never %t", c.name, r.Known, r.Percent, r.Net, r.Payback, r.Never)
		}
		if len(r.Reasons) == 0 || !r.Known && len(r.Ask) == 0 {
			t.Errorf("%s: reasons %q, asks %q", c.name, r.Reasons, r.Ask)
		}
	}
}

// Month by month in whole cents: every amount is a multiple of twelve, so that a
// month's part is whole.
func TestReturnMonthByMonth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		term := rapid.IntRange(1, 60).Draw(t, "term")
		twelfth := func(label string, least int64) int64 { return rapid.Int64Range(least, 5_000).Draw(t, label) }
		start, running := twelfth("start", 1), twelfth("running", 0)
		o := &model.Opportunity{Amount: model.NewMoney(start*12, "USD"), Term: model.NumberOf(int64(term))}
		if running > 0 {
			o.RunningCost = model.NewMoney(running*12, "USD")
		}
		type part struct {
			monthly int64
			starts  int
		}
		var parts []part
		var benefits []*model.Benefit
		for range rapid.IntRange(1, 3).Draw(t, "benefits") {
			x := part{twelfth("value", 1), rapid.IntRange(0, 14).Draw(t, "starts")}
			parts = append(parts, x)
			b := &model.Benefit{Value: model.NewMoney(x.monthly*12, "USD"), Assumption: "so it is"}
			if x.starts > 0 {
				b.Starts = model.NumberOf(int64(x.starts))
			}
			benefits = append(benefits, b)
		}
		benefit, cost, payback := int64(0), start*12, 0
		for month := 1; month <= term; month++ {
			cost += running
			for _, x := range parts {
				if month > x.starts {
					benefit += x.monthly
				}
			}
			if payback == 0 && benefit >= cost {
				payback = month
			}
		}
		r := model.ReturnOf(dealOf(o, benefits...), o)
		if !r.Known || r.Benefit.Minor() != benefit || r.Cost.Minor() != cost || r.Net.Minor() != benefit-cost || r.Percent != shownOf(benefit-cost, cost) {
			t.Fatalf("%s for %s: %d %%, want %d for %d", r.Benefit, r.Cost, r.Percent, benefit, cost)
		}
		if r.Payback != payback || r.Never != (payback == 0) || len(r.Assumed) != len(parts) {
			t.Fatalf("paid back in month %d (never %t), want %d", r.Payback, r.Never, payback)
		}
	})
}
