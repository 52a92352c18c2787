package model_test

import (
	"strings"
	"testing"

	"astute/model"
)

func TestHealthByHand(t *testing.T) {
	next := newIDs()
	account := &model.Account{Head: model.Head{ID: next()}, Name: "Acme", Currency: "USD", OverallHealth: model.Good}
	head := func() model.Head { return model.Head{ID: next(), Account: account.ID} }
	product := &model.Product{Head: model.Head{ID: next()}, Name: "Beacon"}
	goal := func(from, now, to int64) *model.Goal {
		return &model.Goal{Head: head(), Metric: "Metric", Baseline: model.NumberOf(from), Current: model.NumberOf(now), Target: model.NumberOf(to)}
	}
	signal := func(kind model.SignalType, value int64, ago int) *model.Signal {
		return &model.Signal{Head: head(), Type: kind, Value: model.NumberOf(value), On: someDay.AddDays(-ago)}
	}
	renewal := func(amount int64, risk model.Level, in int, outcome model.Outcome) *model.Renewal {
		return &model.Renewal{Head: head(), Product: product.ID, Amount: dollars(amount), Risk: risk, On: someDay.AddDays(in), Outcome: outcome}
	}
	p := model.NewPlan(account, []model.Record{
		product,
		// Relationship: one of three whose support is known supports us; of the fourth it is not.
		&model.Contact{Head: head(), Name: "A", Influence: model.High, Support: model.Champion},
		&model.Contact{Head: head(), Name: "B", Influence: model.High, Support: model.Neutral},
		&model.Contact{Head: head(), Name: "C", Political: model.Agile, Support: model.Opponent},
		&model.Contact{Head: head(), Name: "D", Political: model.Agile},
		&model.Contact{Head: head(), Name: "E", Influence: model.High, Support: model.Champion, Left: true},
		// Value: goals at 50 %, 100 % (beyond) and 0 % (backwards), satisfaction 80 and a promoter score of 40, which is 70 of 100.
		goal(40, 30, 20), goal(0, 12, 10), goal(5, 4, 10), &model.Goal{Head: head(), Metric: "Unmeasured"},
		signal(model.Satisfaction, 20, 100), signal(model.Satisfaction, 80, 10), signal(model.PromoterScore, 40, 20), signal(model.Satisfaction, 1, 400), signal(model.Usage, 1, 1), signal(model.Satisfaction, 2, -5),
		&model.Issue{Head: head(), Name: "Down", Severity: model.High, Raised: someDay.AddDays(-5)},
		&model.Issue{Head: head(), Name: "Was down", Severity: model.High, Raised: someDay.AddDays(-50), Resolved: someDay.AddDays(-40)},
		&model.Issue{Head: head(), Name: "Slow", Severity: model.Low},
		// Revenue: 30 of 120 at risk; the rest is decided, too far off, or not judged.
		renewal(90, model.Low, 30, 0), renewal(30, model.High, 200, 0), renewal(500, model.High, 30, model.Renewed), renewal(500, model.High, 400, 0), renewal(77, 0, 60, 0), renewal(9, model.High, -3, 0),
	})
	h := model.HealthOf(p, someDay)
	want := []struct {
		name    string
		known   bool
		percent int
	}{
		{"relationship", true, 33}, // 1 of 3
		{"execution", false, 0},
		{"value", true, 53},   // (50 + 75) / 2 is 62.5, so 63, less 10
		{"revenue", true, 75}, // 1 - 30/120
	}
	for i, w := range want {
		if got := h.Parts[i]; got.Name != w.name || got.Known != w.known || got.Percent != w.percent || len(got.Reasons) == 0 {
			t.Errorf("%s: %t %d %q, want %t %d", got.Name, got.Known, got.Percent, got.Reasons, w.known, w.percent)
		}
	}
	if h.Percent != 54 || h.Band != model.Middling || h.Disagree != "You say Good, the records say Neutral" { // (33 + 53 + 75) / 3
		t.Errorf("%d %% %s: %q", h.Percent, h.Band, h.Disagree)
	}
	asked := strings.Join(h.Ask, "\n")
	for _, what := range []string{"Where does “Unmeasured” stand", "risk that “Beacon renewal”", "What became of “Beacon renewal”", "next, by whom"} {
		if !strings.Contains(asked, what) {
			t.Errorf("does not ask %q, only %q", what, h.Ask)
		}
	}
	empty := model.HealthOf(model.NewPlan(&model.Account{Head: model.Head{ID: next()}, Name: "New"}, nil), someDay)
	if empty.Known || empty.Band != 0 || len(empty.Ask) == 0 || len(empty.Reasons) != 4 {
		t.Errorf("an empty plan: %+v", empty)
	}
}

func TestHealthBands(t *testing.T) {
	for percent, want := range map[int]model.Wellbeing{0: model.Poor, 33: model.Poor, 34: model.Middling, 66: model.Middling, 67: model.Good, 100: model.Good} {
		if got := model.BandOf(percent); got != want {
			t.Errorf("%d %% is %s, want %s", percent, got, want)
		}
	}
}

// TestOnePartIsNoHealth: what one fact says is shown, and is no health of the
// account; nor does it count in the mean of a portfolio.
func TestOnePartIsNoHealth(t *testing.T) {
	next := newIDs()
	for name, fact := range map[string]model.Record{
		"one supporter":   &model.Contact{Name: "A", Influence: model.High, Support: model.Champion},
		"one late action": &model.Action{Name: "Call", Due: someDay.AddDays(-9)},
	} {
		account := &model.Account{Head: model.Head{ID: next()}, Name: "Acme", OverallHealth: model.Middling}
		*fact.Base() = model.Head{ID: next(), Account: account.ID}
		h := model.HealthOf(model.NewPlan(account, []model.Record{fact}), someDay)
		if h.Known || h.Percent != 0 || h.Band != 0 || h.Disagree != "" || len(h.Ask) == 0 {
			t.Errorf("%s: %+v", name, h)
		}
		if last := h.Reasons[len(h.Reasons)-1]; !strings.Contains(last, "from 2 known parts") {
			t.Errorf("%s: does not say what is missing: %q", name, h.Reasons)
		}
		summary := model.AccountSummary{ID: account.ID, Name: "Acme", Summary: model.Summarise([]model.Record{account, fact})}
		if sum := model.SumOfRows([]*model.Row{model.RowOf(summary, model.NewBook(nil), someDay)}, someDay); sum.HealthOf != 0 {
			t.Errorf("%s: counts in the mean", name)
		}
	}
}
