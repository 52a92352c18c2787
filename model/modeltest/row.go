package modeltest

import (
	"fmt"
	"slices"

	"astute/model"
)

// SameRow reports what a row of the portfolio, worked out from the summary of an
// account, says otherwise than the rules do of the account's plan; nil when they
// agree.
func SameRow(r *model.Row, p *model.Plan, today model.Date) error {
	status := model.MapStatusOf(model.All[*model.Contact](p.Book))
	status.Reasons, status.Ask = nil, nil
	actions := model.All[*model.Action](p.Book)
	execution := model.ExecutionOf(actions, today)
	health, renewals := model.HealthOf(p, today), model.RenewalsOf(p, today)
	pipeline := model.PipelineOf(model.All[*model.Opportunity](p.Book))
	complete := model.CompletenessOf(p)
	complete.Next = model.Question{}
	var next, held, activity model.Date
	if list := model.Schedule(model.All[*model.Review](p.Book)); len(list) > 0 {
		next = list[0].On
	}
	newest := func(to *model.Date, d model.Date) {
		if to.Compare(d) < 0 && d.Compare(today) <= 0 {
			*to = d
		}
	}
	for _, x := range model.All[*model.Review](p.Book) {
		newest(&held, x.Held)
	}
	for _, x := range model.All[*model.Interaction](p.Book) {
		newest(&activity, x.On)
	}
	open := 0
	for _, x := range actions {
		if x.Open() {
			open++
		}
		if x.Status == model.Complete {
			newest(&activity, x.Done)
		}
	}
	for _, c := range []struct {
		what       string
		have, want any
	}{
		{"name", r.Name, p.Account.Name},
		{"plan type, status and period", []any{r.Account.PlanType, r.Account.PlanStatus, r.Account.PlanStart, r.Account.PlanEnd}, []any{p.Account.PlanType, p.Account.PlanStatus, p.Account.PlanStart, p.Account.PlanEnd}},
		{"owner", r.Account.Owner, p.Account.Owner},
		{"segment", r.Segment(), p.Account.Segment()},
		{"currency", r.Account.Currency, p.Account.Currency},
		{"map", r.Map, status},
		{"health", healthIn(r.Health), healthIn(health)},
		{"execution", []int{r.Execution.Due, r.Execution.OnTime, r.Execution.DoneLate, r.Execution.Open, r.Execution.Percent, int(r.Execution.Answer)},
			[]int{execution.Due, execution.OnTime, execution.DoneLate, execution.Open, execution.Percent, int(execution.Answer)}},
		{"open actions", []int{r.Actions, r.Late}, []int{open, execution.Open}},
		{"deals", r.Deals, pipeline.Deals},
		{"pipeline", sums(r.Open), sums(pipeline.Open)},
		{"weighted pipeline", sums(r.Weighted), sums(pipeline.Weighted)},
		{"whitespace", sums(r.Whitespace), sums(model.PenetrationOf(p, today).Whitespace)},
		{"renewals", renewalsIn(r.Renewals), renewalsIn(renewals)},
		{"next review", r.Review, next},
		{"last review", r.LastReview, held},
		{"completeness", r.Complete, complete},
		{"contacts gone cold", r.Cold, len(model.GoneCold(p, today))},
		{"last activity", r.Activity, activity},
	} {
		if have, want := fmt.Sprint(c.have), fmt.Sprint(c.want); have != want {
			return fmt.Errorf("%s of %s on %s: %s from the summary, %s from the plan", c.what, p.Account.Name, today, have, want)
		}
	}
	return nil
}

// sums writes sums out to the minor unit.
func sums(s model.Sums) string { return fmt.Sprint(s.All(), s.Over()) }

// healthIn is what a row has of an account's health: no questions, and no reasons
// that name records.
func healthIn(h model.Health) string {
	text := fmt.Sprint(h.Known, h.Percent, h.Band, h.Own, h.Disagree, h.Reasons)
	for _, part := range h.Parts {
		text += fmt.Sprint("; ", part.Name, part.Known, part.Percent)
	}
	return text
}

func renewalsIn(n model.Renewals) string {
	days := func(list []*model.Renewal) []model.Date {
		var days []model.Date
		for _, r := range list {
			days = append(days, r.On)
		}
		slices.SortFunc(days, model.Date.Compare)
		return days
	}
	return fmt.Sprint(days(n.Due), days(n.Overdue), days(n.AtRisk), sums(n.Amount), sums(n.Risk), sums(n.Judged), n.Safe, n.Known, n.Reasons)
}
