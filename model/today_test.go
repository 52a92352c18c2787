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
		if n := model.Pressing(a, model.NewBook(shared), today, me); n < len(due) {
			t.Fatalf("%d are due, and the summary says %d: %+v", len(due), n, due)
		}
	})
	if found == 0 {
		t.Error("nothing was ever due")
	}
}

// TestEverybodyPartsActionsBetweenTheSidesAlike: an action that the customer is
// to do stands for what they promised, whoever sees to it, wherever it is asked.
func TestEverybodyPartsActionsBetweenTheSidesAlike(t *testing.T) {
	newID := newIDs()
	today := model.NewDate(2026, 3, 18)
	account := &model.Account{Head: model.Head{ID: newID()}, Name: "Acme"}
	ours := &model.Teammate{Head: model.Head{ID: newID()}, Name: "Ana"}
	raj := &model.Contact{Head: model.Head{ID: newID(), Account: account.ID}, Name: "Raj"}
	met := &model.Interaction{Head: model.Head{ID: newID(), Account: account.ID}, On: today.AddDays(-1), Summary: "Met", WePromised: "Slides", TheyPromised: "A date"}
	for name, test := range map[string]struct {
		owner    model.ID
		function model.ActionFunction
		theirs   bool
	}{
		"of a teammate":                       {ours.ID, 0, false},
		"of nobody":                           {model.ID{}, 0, false},
		"of a contact":                        {raj.ID, 0, true},
		"of nobody, for the customer":         {model.ID{}, model.ActionCustomer, true},
		"the customer's that one of us tends": {ours.ID, model.ActionCustomer, true},
	} {
		a := &model.Action{Head: model.Head{ID: newID(), Account: account.ID}, Name: "It", Owner: test.owner, Function: test.function, Status: model.Complete, Serves: met.ID}
		own := []model.Record{account, raj, met, a}
		p := model.NewPlan(account, append([]model.Record{ours}, own[1:]...))
		if got := model.KeptPromises(p)[met.ID]; got != (model.Kept{Ours: !test.theirs, Theirs: test.theirs}) {
			t.Errorf("%s: kept %+v", name, got)
		}
		due := model.DueOf(p, today, model.ID{})
		if want := map[bool]string{true: "we promised: Slides", false: "they promised: A date"}[test.theirs]; len(due) != 1 || due[0].Text != want {
			t.Errorf("%s: due %+v, want only %q", name, due, want)
		}
		s := model.AccountSummary{ID: account.ID, Name: account.Name, Summary: model.Summarise(own)}
		if n := model.Pressing(s, model.NewBook([]model.Record{ours}), today, model.ID{}); n != 1 {
			t.Errorf("%s: the summary says %d, want 1", name, n)
		}
	}
}
