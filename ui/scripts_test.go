package ui_test

import (
	"fmt"
	"testing"

	"astute/model"
	"astute/ui/uitest"
)

// scripts writes an account whose names are in other scripts: wide ones, those
// that run from right to left, emoji of several characters, marks above letters.
func scripts(t *testing.T) string {
	t.Helper()
	path := uitest.Empty(t)
	account := &model.Account{Name: "桜井製パン株式会社", Headline: "مخبز الشمس يفتح فروعا جديدة", Currency: "JPY", Rivals: []string{"ソレイユ", "Pa\u0301nek\u030c"}}
	account.ID = model.ID{15: 1}
	n := byte(1)
	edit := model.Created("add account", account)
	put := func(r model.Record) model.ID {
		n++
		r.Base().ID = model.ID{15: n}
		if r.Kind().Scope() == model.ScopeAccount {
			r.Base().Account = account.ID
		}
		edit.Changes = append(edit.Changes, model.Change{After: r})
		return r.Base().ID
	}
	jane := put(&model.Contact{Name: "שרה כהן", Influence: model.High, DecisionRole: model.DecisionRoles(0).With(model.EconomicBuyer)})
	raj := put(&model.Contact{Name: "👩🏽\u200d🚀 Zo\u0308e\u0308 O\u0308zkan", Support: model.Champion})
	kiosk, oven := put(&model.Product{Name: "キオスク見守りサービス"}), put(&model.Product{Name: "فرن ذكي 🔥"})
	shops, head := put(&model.Unit{Name: "店舗 東京・大阪"}), put(&model.Unit{Name: "Zentrale Ko\u0308ln"})
	yen := func(n int64) model.Money { return model.NewMoney(n, "JPY") }
	rival := put(&model.Competitor{Name: "競合サービス株式会社", Threat: model.High, Strengths: "安い 👍🏿", Weaknesses: "بطيء", Embedded: []model.ID{shops}, Sponsor: jane})
	put(&model.Opportunity{Name: "キオスク二百店舗への導入 🇯🇵", Product: kiosk, Unit: shops, Stage: model.StageProposing, Amount: yen(90_000_000), Close: uitest.Today.AddDays(60), NextStep: "בדיקה טכנית", Buyer: jane})
	put(&model.Opportunity{Name: "Schu\u0308tzt die O\u0308fen", Product: oven, Unit: head, Stage: model.StageLost, Amount: model.NewMoney(5_000_00, "EUR"), Close: uitest.Today.AddDays(-60), Competitor: rival, ReasonText: "السعر"})
	put(&model.Mark{Product: oven, Unit: shops, State: model.MarkCompetitor, Competitor: rival})
	put(&model.Revenue{Product: kiosk, Unit: head, Year: 2026, Amount: yen(1_200_000)})
	put(&model.Renewal{Product: kiosk, Contract: "契約 ٤٢", Amount: yen(1_200_000), On: uitest.Today.AddDays(100), Risk: model.High})
	want := put(&model.Initiative{Name: "店舗の体験を変える ✨", Backstory: "العملاء يريدون السرعة", Priority: model.High, Owner: raj})
	way := put(&model.Challenge{Name: "נתוני הלקוחות", Initiative: want})
	put(&model.Solution{Name: "見守り 👀", Challenge: way, Product: kiosk})
	put(&model.Goal{Metric: "Ausfa\u0308lle 📉", Contact: jane, UnitOfMeasure: "件/月", Baseline: model.NumberOf(40), Current: model.NumberOf(30), Target: model.NumberOf(20), By: uitest.Today.AddDays(90)})
	put(&model.Swot{Quarter: model.Strength, Text: "信頼されている 💪🏽", Evidence: "شهادة"})
	put(&model.BuyingStep{Name: "אישור תקציב", Order: model.NumberOf(1), Owner: jane, Expected: uitest.Today.AddDays(20)})
	put(&model.Milestone{Name: "新しい店舗 🎉", Type: model.ProjectMilestone, On: uitest.Today.AddDays(30)})
	put(&model.Interaction{On: uitest.Today.AddDays(-10), Type: model.Meeting, Contacts: []model.ID{jane, raj}, Summary: "مناقشة العرض 📞", WePromised: "見積もりを送る", TheyPromised: "רשימת סניפים"})
	uitest.Write(t, path, edit)
	return path
}

func TestOtherScriptsStandInTheirColumns(t *testing.T) {
	path := scripts(t)
	for _, pane := range []struct {
		name string
		keys []string
	}{
		{"overview", []string{"1", "z"}}, {"strategy", []string{"5", "z"}}, {"matrix", []string{"6", "z"}}, {"deals", []string{"6", "z", "v"}}, {"rates", []string{"6", "z", "V"}},
		{"axis", []string{"7", "z"}}, {"log", []string{"7", "z", "v"}},
	} {
		for _, size := range sizes {
			uitest.Workspace(t, path, size.w, size.h).Keys(pane.keys...).Golden(fmt.Sprintf("scripts-%s-%dx%d", pane.name, size.w, size.h))
		}
	}
}
