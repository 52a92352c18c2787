package model_test

import (
	"testing"

	"astute/model"

	"pgregory.net/rapid"
)

// TestNothingDueIsPassedOver: whatever the list of the day finds in a plan, its
// summary says that the plan is to be read.
func TestNothingDueIsPassedOver(t *testing.T) {
	found := 0
	rapid.Check(t, func(t *rapid.T) {
		newID := newIDs()
		links := pool{}
		draw := func(k model.Kind, account model.ID) model.Record {
			r := model.New(k, newID())
			r.Base().Account = account
			drawFields(t, r, links)
			links[k] = append(links[k], r.Base().ID)
			return r
		}
		mate := draw(model.KindTeammate, model.ID{})
		shared := []model.Record{mate, draw(model.KindTeammate, model.ID{}), draw(model.KindProduct, model.ID{})}
		account := draw(model.KindAccount, model.ID{}).(*model.Account)
		account.Archived = false
		kinds := []model.Kind{model.KindContact, model.KindInteraction, model.KindInteraction, model.KindAction, model.KindReview, model.KindRenewal}
		own := []model.Record{account}
		for range rapid.IntRange(0, 8).Draw(t, "records") {
			own = append(own, draw(rapid.SampledFrom(kinds).Draw(t, "kind"), account.ID))
		}
		today := nearDay(t, "today")
		me := rapid.SampledFrom([]model.ID{{}, mate.Base().ID}).Draw(t, "me")
		due := model.DueOf(model.NewPlan(account, append(shared, own[1:]...)), today, me)
		found += len(due)
		a := model.AccountSummary{ID: account.ID, Name: account.Name, Summary: model.Summarise(own)}
		if n := model.Pressing(a, model.NewBook(shared), today, me); n == 0 && len(due) > 0 {
			t.Fatalf("%d are due, and the summary says none: %+v", len(due), due[0])
		}
	})
	if found == 0 {
		t.Error("nothing was ever due")
	}
}
