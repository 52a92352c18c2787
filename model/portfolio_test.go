package model_test

import (
	"testing"

	"astute/model"
	"astute/model/modeltest"

	"pgregory.net/rapid"
)

// counted are the kinds whose records a row of the portfolio is made of.
var counted = []model.Kind{
	model.KindContact, model.KindAction, model.KindReview, model.KindGoal, model.KindSignal, model.KindIssue, model.KindRenewal,
	model.KindOpportunity, model.KindMark, model.KindInteraction, model.KindUnit, model.KindRevenue, model.KindObjective,
}

// TestRowsFollowFromSummaries edits a plan at random, keeps its summary up by the
// differences alone, and holds the row that follows from it against the rules of
// the plan, on any day.
func TestRowsFollowFromSummaries(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		newID := newIDs()
		links := pool{}
		var shared, own []model.Record
		make1 := func(k model.Kind, account model.ID) model.Record {
			r := model.New(k, newID())
			r.Base().Account = account
			if k.Scope() == model.ScopeRoot {
				account = r.Base().ID
			}
			drawFields(t, r, links)
			links[k] = append(links[k], r.Base().ID)
			return r
		}
		for _, k := range []model.Kind{model.KindTeammate, model.KindTeammate, model.KindProduct, model.KindProduct, model.KindRate, model.KindRate} {
			shared = append(shared, make1(k, model.ID{}))
		}
		account := make1(model.KindAccount, model.ID{}).(*model.Account)
		summary := model.Summarise([]model.Record{account})
		for range rapid.IntRange(0, 40).Draw(t, "steps") {
			at := -1
			if len(own) > 0 && rapid.Bool().Draw(t, "another") {
				at = rapid.IntRange(0, len(own)-1).Draw(t, "which")
				summary.Subtract(model.Facts(own[at]))
				if rapid.IntRange(0, 2).Draw(t, "remove") == 0 && own[at].Kind() != model.KindUnit {
					own = append(own[:at], own[at+1:]...)
					continue
				}
				changed := model.Clone(own[at])
				drawFields(t, changed, links)
				own[at] = changed
			} else {
				own = append(own, make1(rapid.SampledFrom(counted).Draw(t, "kind"), account.ID))
				at = len(own) - 1
			}
			summary.Add(model.Facts(own[at]))
		}
		today := nearDay(t, "today")
		row := model.RowOf(model.AccountSummary{ID: account.ID, Name: account.Name, Summary: summary}, model.NewBook(shared), today)
		plan := model.NewPlan(account, append(shared, own...))
		if err := modeltest.SameRow(row, plan, today); err != nil {
			t.Fatal(err)
		}
	})
}

// drawFields sets all fields that a person can set.
func drawFields(t *rapid.T, r model.Record, links pool) {
	for _, f := range r.Fields() {
		if f.Num == model.NumAccount || f.Num == model.NumCreated || f.Fixed || f.Hidden {
			continue
		}
		drawField(t, f, links)
	}
}
