package report

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"astute/model"
)

// ganttOf is the gantt chart of some actions below an objective and of one below
// none, on 18 March 2026.
func ganttOf(t *testing.T, actions ...*model.Action) string {
	t.Helper()
	o := &model.Objective{Name: "Win: 50 % more", Due: model.NewDate(2026, time.June, 1)}
	o.ID = model.ID{1}
	account := &model.Account{Name: "Acme"}
	account.ID = model.ID{9}
	records := []model.Record{o}
	for i, a := range actions {
		a.ID, a.Account = model.ID{2, byte(i >> 8), byte(i)}, account.ID
		records = append(records, a)
	}
	o.Account = account.ID
	var b strings.Builder
	if err := templates[0].Markdown(&b, model.NewPlan(account, records), Options{Today: model.NewDate(2026, time.March, 18)}); err != nil {
		t.Fatal(err)
	}
	doc := b.String()
	checkDiagrams(t, doc)
	at := strings.Index(doc, "```mermaid\ngantt\n")
	if at < 0 {
		return ""
	}
	return doc[at:]
}

func TestAGanttChartSaysHowActionsStand(t *testing.T) {
	day := func(n int) model.Date { return model.NewDate(2026, time.March, 18).AddDays(n) }
	chart := ganttOf(t,
		&model.Action{Name: "Ask: 10 %; more?", Objective: model.ID{1}, Start: day(-3), Due: day(4), Status: model.InProgress},
		&model.Action{Name: "section of the shop", Objective: model.ID{1}, Due: day(-2)},
		&model.Action{Name: "Done", Objective: model.ID{1}, Start: day(-9), Due: day(-9), Status: model.Complete},
		&model.Action{Name: "Done long ago", Objective: model.ID{1}, Due: day(-100), Status: model.Complete},
		&model.Action{Name: "Put off", Due: day(3), Status: model.Deferred},
		&model.Action{Name: "No day"},
		&model.Action{Name: "Loose", Due: day(30)},
	)
	want := "```mermaid\ngantt\n    dateFormat YYYY-MM-DD\n    todayMarker off\n" +
		"    section Win#58; 50 #37; more\n" +
		"    #115;ection of the shop :crit, milestone, t1, 2026-03-16, 0d\n" +
		"    Ask#58; 10 #37;#59; more#63; :active, t2, 2026-03-15, 8d\n" +
		"    Done :done, t3, 2026-03-09, 1d\n" +
		"    section No objective\n" +
		"    Loose :milestone, t4, 2026-04-17, 0d\n```\n"
	if !strings.HasPrefix(chart, want) {
		t.Errorf("the chart is\n%s\nwant\n%s", chart[:min(len(chart), 600)], want)
	}
	if chart := ganttOf(t, &model.Action{Name: "Only one", Due: day(1)}); chart != "" {
		t.Errorf("one action is drawn: %s", chart)
	}
}

func TestALargePlanIsDrawnInBlocksAndNotWhole(t *testing.T) {
	var list []*model.Action
	for i := range 400 {
		list = append(list, &model.Action{Name: fmt.Sprintf("%d: %s", i, strings.Repeat("漢字 %; ", i%20)), Objective: model.ID{1}, Due: model.NewDate(2026, time.March, 1).AddDays(i)})
	}
	chart := ganttOf(t, list...) // checks each block
	if n := strings.Count(chart, "milestone, t"); n != ganttLimit {
		t.Errorf("%d are drawn", n)
	}
	if !strings.Contains(chart, "370 more are in the tables only") {
		t.Error("what is left out is not said")
	}
}
