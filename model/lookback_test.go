package model_test

import (
	"strings"
	"testing"

	"astute/model"

	"pgregory.net/rapid"
)

func TestLookingBackByHand(t *testing.T) {
	next := newIDs()
	account := &model.Account{Head: model.Head{ID: next()}, Name: "Acme", Currency: "USD", CustomerSince: someDay.AddDays(-730), PlanStart: someDay.AddDays(-99), PlanEnd: someDay.AddDays(265),
		RevenueTarget: dollars(1_000)}
	head := func() model.Head { return model.Head{ID: next(), Account: account.ID} }
	product := &model.Product{Head: model.Head{ID: next()}, Name: "Beacon"}
	deal := func(stage model.Stage, kind model.OpportunityType, amount int64, ago int, cycle int64) *model.Opportunity {
		o := &model.Opportunity{Head: head(), Name: "Deal", Stage: stage, Type: kind, Amount: dollars(amount), Close: someDay.AddDays(-ago), Reason: model.ReasonPrice}
		if cycle > 0 {
			o.CycleDays = model.NumberOf(cycle)
		}
		return o
	}
	p := model.NewPlan(account, []model.Record{
		product,
		deal(model.StageWon, model.NewBusiness, 300, 700, 100), deal(model.StageLost, model.Upsell, 50, 500, 0), deal(model.StageWon, model.Upsell, 101, 300, 51),
		deal(model.StageWon, model.CrossSell, 400, 50, 30), deal(model.StageLost, model.NewBusiness, 900, 20, 60),
		deal(model.StageProposing, model.NewBusiness, 1_500, -30, 0),
		&model.Renewal{Head: head(), Product: product.ID, Amount: dollars(10), On: someDay.AddDays(-200), Outcome: model.RenewedLess},
		&model.Renewal{Head: head(), Product: product.ID, Amount: dollars(10), On: someDay.AddDays(-10), Outcome: model.RenewalLost},
		&model.Renewal{Head: head(), Product: product.ID, Amount: dollars(10), On: someDay.AddDays(10)},
	})
	l := model.LookBackOf(p, someDay)
	check := func(what string, past model.Past, average model.Money, orders string, win, expansion, renewed int, cycle string) {
		t.Helper()
		if past.AverageOrder.Of("USD") != average || past.Orders.Tenths() != orders || past.Deals.WinRate.Percent() != win || past.Expansion.Percent() != expansion ||
			past.Renewed.Percent() != renewed || past.CycleDays.Tenths() != cycle {
			t.Errorf("%s: average %s, %s a year, %d %% won, %d %% expansion, %d %% renewed, %s days", what, past.AverageOrder.Grouped(), past.Orders.Tenths(), past.Deals.WinRate.Percent(),
				past.Expansion.Percent(), past.Renewed.Percent(), past.CycleDays.Tenths())
		}
	}
	// All: 801 / 3 = 267; 3 in 731 days is 1.5 a year; 3 of 5; 501 of 801; 241 / 4 days.
	check("whole", l.Whole, dollars(267), "1.5", 60, 63, 50, "60.3")
	// Before: 401 / 2 = 200.50; 2 in 631 days; 2 of 3; 101 of 401; 151 / 2.
	check("before", l.Before, model.NewMoney(200_50, "USD"), "1.2", 67, 25, 100, "75.5")
	// After, 100 days: 400; 1 x 365 / 100; 1 of 2; 400 of 400; 90 / 2.
	check("after", l.After, dollars(400), "3.7", 50, 100, 0, "45.0")
	// The target of 1,000 less 400 won lacks 600; 1,500 are open.
	if l.Tenure != 730 || l.Pipeline.Tenths() != "2.5" {
		t.Errorf("tenure %d, pipeline %s", l.Tenure, l.Pipeline.Tenths())
	}
	if asked := strings.Join(l.Ask, "\n"); !strings.Contains(asked, "How many days did “Deal” take?") {
		t.Errorf("asks %q", l.Ask)
	}
	empty := model.LookBackOf(model.NewPlan(&model.Account{Head: model.Head{ID: next()}, Name: "New"}, nil), someDay)
	if empty.Tenure != -1 || empty.Whole.Deals.WinRate.Known() || empty.Pipeline.Known() || len(empty.Ask) < 2 || empty.Whole.CycleDays.Tenths() != "" {
		t.Errorf("an empty plan: %+v", empty)
	}
}

func TestWinsAndLossesAreCountedOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := moneyPlan(t)
		deals := model.All[*model.Opportunity](p.Book)
		w := model.WinLossOf(deals)
		won, lost, wonSum, lostSum := 0, 0, units{}, units{}
		for _, o := range deals {
			switch o.Stage.String() {
			case "Won":
				won++
				wonSum.add(o.Amount)
			case "Lost":
				lost++
				lostSum.add(o.Amount)
			}
		}
		if w.Won != won || w.Lost != lost || w.WinRate != (model.Ratio{Num: int64(won), Den: int64(won + lost)}) {
			t.Fatalf("%d won, %d lost; want %d, %d", w.Won, w.Lost, won, lost)
		}
		wonSum.same(t, "won", w.WonAmount)
		lostSum.same(t, "lost", w.LostAmount)
		a, b, rows := 0, 0, model.Sums{}
		for i, r := range w.ByReason {
			if a, b = a+r.Won, b+r.Lost; r.Won+r.Lost == 0 {
				t.Fatalf("reason %s decided nothing", r.Reason)
			}
			if i > 0 && w.ByReason[i-1].Reason == 0 {
				t.Fatal("those without a reason do not come last")
			}
			rows.AddAll(r.WonAmount)
		}
		wonSum.same(t, "won by reason", rows)
		if a != won || b != lost || (won+lost > 0) != (len(w.Reasons) > 0 && !strings.HasPrefix(w.Reasons[0], "not known")) {
			t.Fatalf("by reason %d won and %d lost, want %d and %d; %q", a, b, won, lost, w.Reasons)
		}
	})
}

func TestRenewalsAtRisk(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := moneyPlan(t)
		n := model.RenewalsOf(p, someDay)
		due, risk, judged, overdue := units{}, units{}, units{}, 0
		for _, r := range model.All[*model.Renewal](p.Book) {
			if r.Outcome != 0 || r.On.IsZero() {
				continue
			}
			if r.On.Compare(someDay) < 0 {
				overdue++
				continue
			}
			if r.On.Compare(model.NewDate(2027, 3, 31)) > 0 {
				continue
			}
			due.add(r.Amount)
			if r.Risk != 0 {
				judged.add(r.Amount)
			}
			if r.Risk.String() == "High" {
				risk.add(r.Amount)
			}
		}
		due.same(t, "due", n.Amount)
		risk.same(t, "at risk", n.Risk)
		judged.same(t, "judged", n.Judged)
		if len(n.Overdue) != overdue || len(n.Reasons) == 0 {
			t.Fatalf("%d overdue, want %d", len(n.Overdue), overdue)
		}
		for i := 1; i < len(n.Due); i++ {
			if n.Due[i].On.Before(n.Due[i-1].On) {
				t.Fatal("not by day")
			}
		}
	})
}
