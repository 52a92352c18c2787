package ui_test

import (
	"fmt"
	"testing"

	"astute/model"
	"astute/ui/uitest"
)

// sold writes a book in which there is something to say of money, and opens it.
func sold(t *testing.T, w, h int) *uitest.Screen {
	t.Helper()
	path := uitest.Empty(t)
	account := &model.Account{Name: "Acme Oil", Currency: "USD", RevenueTarget: model.NewMoney(1_000_000_00, "USD")}
	account.ID = model.ID{15: 1}
	next := byte(1)
	edit := model.Created("add account Acme Oil", account)
	put := func(r model.Record) model.ID {
		next++
		r.Base().ID = model.ID{15: next}
		if r.Kind().Scope() == model.ScopeAccount {
			r.Base().Account = account.ID
		}
		edit.Changes = append(edit.Changes, model.Change{After: r})
		return r.Base().ID
	}
	pumps, seals := put(&model.Product{Name: "Pumps"}), put(&model.Product{Name: "Seals"})
	wells, office := put(&model.Unit{Name: "Wells"}), put(&model.Unit{Name: "Office"})
	usd := func(n int64) model.Money { return model.NewMoney(n*100, "USD") }
	deal := put(&model.Opportunity{Name: "Pumps for all wells", Product: pumps, Unit: wells, Stage: model.StageProposing, Amount: usd(400_000), Close: model.NewDate(2026, 3, 1), Term: model.NumberOf(24)})
	put(&model.Opportunity{Name: "Seals in euros", Product: seals, Unit: wells, Stage: model.StageNegotiating, Amount: model.NewMoney(100_000_00, "EUR"), Close: model.NewDate(2026, 6, 1)})
	put(&model.Opportunity{Name: "First seals", Product: seals, Unit: office, Stage: model.StageLost, Amount: usd(20_000), Close: model.NewDate(2025, 6, 1), Reason: model.ReasonPrice})
	put(&model.Benefit{Opportunity: deal, Name: "Less oil is lost", Value: usd(300_000), Assumption: "every tenth pump leaks"})
	put(&model.Revenue{Product: pumps, Unit: wells, Year: 2026, Amount: usd(50_000)})
	put(&model.Wallet{Product: pumps, Year: 2026, Amount: usd(40_000)})
	put(&model.Renewal{Product: seals, Contract: "Seals 7", Amount: usd(60_000), On: model.NewDate(2026, 3, 10), Risk: model.High})
	put(&model.Renewal{Product: pumps, Contract: "Pumps 9", Amount: usd(30_000), On: model.NewDate(2026, 9, 10), Risk: model.High})
	uitest.Write(t, path, edit)
	return uitest.Workspace(t, path, w, h).Keys("6", "z")
}

func TestThePartsOfMoneyAtEverySize(t *testing.T) {
	for _, size := range sizes[1:] {
		s := sold(t, size.w, size.h)
		for _, part := range []string{"whitespace", "deals", "revenue", "renewals", "past"} {
			s.Golden(fmt.Sprintf("money-%s-%dx%d", part, size.w, size.h)).Keys("v")
		}
		s.Golden(fmt.Sprintf("money-rates-%dx%d", size.w, size.h)).Keys("v").Shows("(whitespace)").Keys("V").Shows("(rates)")
	}
}

func TestACellIsMarkedByOneKey(t *testing.T) {
	s := sold(t, 120, 40).Shows("Pumps / Wells: Won, won USD 50k, to win USD 400k")
	s.Keys("j").Shows("Pumps / Office: White", "nobody has looked").Keys("C").Shows("Pumps for Office is Competitor").Keys("I").Shows("is In-house")
	s.Keys("P", "ctrl+u").Type("250k").Keys("enter").Shows("P 250k", "Pumps / Office: Potential, to win USD 250k")
	s.Keys("N").Shows("its potential of USD 250k is gone", "Pumps / Office: Not Applicable").Keys("N").Shows("Pumps / Office: White")
	s.Keys("u").Shows("Pumps / Office: Not Applicable")
}

func TestACellThatIsWonShowsWhatIsToWinThere(t *testing.T) {
	sold(t, 120, 40).Shows("W 50k +400k")
	sold(t, 60, 20).Keys("t").Shows(">W+").Hides("+400k")
}

func TestACellShowsWhatIsBehindIt(t *testing.T) {
	s := sold(t, 80, 24).Keys("enter").Shows("Pumps / Wells: Won", ">Pumps for all wells", "USD 400k", "revenue", "Revenue in 2026", "P potential")
	s.Keys("esc").Shows("(whitespace)", ">W 50k").Keys("j", "P").Shows("What Pumps for Office could be worth a year").Type("30k").Keys("enter").Shows("saved", "P 30k")
	s.Keys("a").Shows("New opportunity", "Pumps", "Office").Keys("esc")
}

func TestADealGoesThroughItsStages(t *testing.T) {
	s := sold(t, 120, 40).Keys("v", "e").Shows("Pumps for all wells").Keys("esc")
	s.Shows("Proposing (1)", "! 17 d late", "EUR 100k + USD 400k", "No one total of open", "What is 1 EUR in USD?")
	s.Keys("shift+right").Shows("Negotiating (2)").Keys("shift+left").Shows("Proposing (1)")
	s.Keys("W").Shows("Won today; R says why", "Why we win and lose: 1 of 2 won (50 %)").Keys("R").Shows("Reason").Keys("esc")
	s.Keys("u").Shows("Proposing (1)").Keys("L").Shows("Lost today", "0 of 2 won")
}

func TestADealSaysWhetherItPaysForThem(t *testing.T) {
	s := sold(t, 120, 40).Keys("v").Shows("p: over 24 months USD 600,000 of benefit for USD 400,000 of cost: 50 %; paid back in month 16")
	s.Keys("p").Shows("Less oil is lost", "every tenth pump leaks", "Paid back in month 16").Keys("a").Shows("New benefit").Keys("esc", "esc").Shows("(deals)")
}

func TestRevenueRenewalsAndContradictionsAreLoud(t *testing.T) {
	s := sold(t, 120, 40).Keys("v", "v").Shows("our USD 50,000 from Pumps in 2026 is more than the USD 40,000", "A rate is missing")
	s.Keys("v").Shows("! Overdue", "! 8 d late", "100 % at risk").Keys("v").Shows("Not known yet: Since when is Acme Oil a customer?")
}

func TestMoneyOfAnEmptyAccountSaysHowToBegin(t *testing.T) {
	for _, size := range sizes[1:] {
		s := uitest.Workspace(t, uitest.Empty(t), size.w, size.h).Type("Acme").Keys("enter", "6", "z").Shows("a adds the first product")
		s.Keys("e", "D", "t", "C", "P", "p", "W", "shift+right", "enter", "h", "j", "k", "l", "g", "G").Shows("a adds the first product")
		s.Keys("v").Shows("a adds an opportunity").Keys("v").Shows("w what they spend").Keys("v").Shows("a adds a contract").Keys("v").Shows("fills by itself")
		s.Keys("v").Shows("a adds a rate").Keys("a").Shows("New rate").Keys("esc")
		s.Keys("v", "a").Shows("New product").Type("Pumps").Keys("ctrl+s").Shows("Pumps / whole account: White")
	}
}

// matrixBook writes an account of 40 units to which 50 products can be sold.
func matrixBook(t *testing.T) string {
	t.Helper()
	path := uitest.Empty(t)
	account := &model.Account{Name: "Acme Oil", Currency: "USD"}
	account.ID = model.ID{14: 9, 15: 1}
	edit := model.Created("add account Acme Oil", account)
	for i := range 50 {
		x := &model.Product{Name: fmt.Sprintf("Product %02d", i+1)}
		x.ID = model.ID{14: 1, 15: byte(i)}
		edit.Changes = append(edit.Changes, model.Change{After: x})
	}
	for i := range 40 {
		u := &model.Unit{Name: fmt.Sprintf("Unit %02d", i+1)}
		u.ID, u.Account = model.ID{14: 2, 15: byte(i)}, account.ID
		edit.Changes = append(edit.Changes, model.Change{After: u})
	}
	uitest.Write(t, path, edit)
	return path
}

func TestAMatrixOfManyIsWalkedUnderItsHeadings(t *testing.T) {
	path := matrixBook(t)
	for _, size := range []struct{ w, h int }{{80, 24}, {200, 60}} {
		s := uitest.Workspace(t, path, size.w, size.h).Keys("6", "z").Shows("Unit 01", "more products >", "Product 01 / Unit 01")
		s.Keys("G").Shows("Unit 40", "Product 01 / Unit 40", "to win").Keys("g").Shows("Unit 01")
		for range 60 {
			s.Keys("l")
		}
		s.Shows("Product 50 / Unit 01", "< ").Hides("more products >")
		s.Golden(fmt.Sprintf("money-matrix-50x40-%dx%d", size.w, size.h)).Keys("t").Shows("50").Keys("N").Shows("Product 50 for Unit 01 is Not Applicable").Keys("u")
	}
}

func TestAnyOfManyCellsIsFilledWhereItStands(t *testing.T) {
	path := matrixBook(t)
	for _, size := range []struct{ w, h int }{{80, 24}, {200, 60}} {
		s := uitest.Workspace(t, path, size.w, size.h).Keys("6", "z", "}", "}", "G")
		head := s.Line("Unit 40")
		s.Keys("enter").Shows("Unit 40: White", "Nobody has looked", "a opportunity", "r revenue")
		s.Keys("a").Shows("New opportunity", "Unit 40").Type("Far away").Keys("ctrl+s").Shows(">Far away", "Current")
		s.Keys("esc").Shows("Unit 40: ")
		if now := s.Line("Unit 40"); now == head {
			t.Errorf("the cell did not change: %s", now)
		}
		s.Keys("k", "r").Shows("New revenue", "Unit 39").Keys("esc").Keys("{", "{").Shows("Product 01 / Unit 39").Keys("}").Hides("Product 01 / ")
		s.Keys("u")
	}
}

func TestWhatStandsBesideIsEditedInPlaceToo(t *testing.T) {
	s := sold(t, 200, 60).Keys("l", "l").Shows(">Seals in euros").Keys("k", "h", "h", "l", "l", "l")
	s.Keys("e").Shows("Amount").Keys("ctrl+u").Type("500k").Keys("enter").Shows("EUR 500k", "to win EUR 500k")
	s.Keys("h", "h").Shows(">O EUR 500k").Keys("j").Shows("Seals / Office: White")
	// The return of the opportunity stands while the cursor is in it.
	s.Keys("v", "j").Shows("What “Seals in euros” brings them").Keys("k").Shows("Less oil is lost")
	s.Keys("l", "l", "l", "l", "l").Shows(">USD 400,000").Keys("k", "h", "h").Shows(">Less oil is lost", "Pumps for all wells” brings them").Keys("a").Shows("New benefit", "Pumps for all wells").Keys("esc")
	s.Keys("l", "e").Shows("Value").Keys("ctrl+u").Type("90k").Keys("enter").Shows("USD 90k")
	for range 30 {
		s.Keys("j")
	}
	s.Shows(">USD 30k").Keys("a").Shows("New renewal", "Pumps").Keys("esc", "h", "e").Shows("On").Keys("esc", "enter").Shows("Pumps 9")
}

func TestAnAmountTypedOverAnotherKeepsItsCurrency(t *testing.T) {
	s := sold(t, 120, 40).Keys("v", "j", "l", "e").Shows("Amount of Seals in euros").Keys("ctrl+u").Type("300k").Shows("= EUR 300,000").Keys("enter").Shows("Seals in euros: EUR 300,000")
	s.Keys("e", "ctrl+u").Type("300k usd").Keys("enter").Shows("Seals in euros: USD 300,000").Keys("e", "ctrl+u").Type("20k").Keys("enter").Shows("USD 20,000")
	s.Keys("u", "u", "E").Shows("Seals in euros").Keys("esc")
}

func TestARateIsGivenWhereATotalWaitsForIt(t *testing.T) {
	s := sold(t, 120, 40).Keys("v").Shows("No one total of open", "X rate").Keys("X").Shows("New rate", "EUR", "USD", "2026-03-18")
	s.Keys("tab", "tab").Type("1.1").Keys("ctrl+s").Shows("(rates)", "USD 510k", "counts here", "1 of", "EUR").Hides("What is 1 EUR in USD?", "X rate")
	s.Keys("V", "V", "V", "V").Shows("Open in one currency: USD 510,000", "EUR 100,000 is USD 110,000 at 1.1 of 2026-03-18")
	onto(t, s, "EUR 100,000 is").Keys("e").Shows("Rate").Keys("ctrl+u").Type("1.2").Keys("enter").Shows("Open in one currency: USD 520,000", "at 1.2 of 2026-03-18")
	s.Keys("X").Shows("(rates)", ">1.2").Keys("l", "l", "e").Shows("On").Keys("ctrl+u").Type("2026-04-01").Keys("enter").Shows("not yet", "What is 1 EUR in USD?")
	// Nothing that was said before the rate holds is a total.
	s.Keys("V", "V", "V", "V").Shows("No one total of open").Hides("in one currency: USD")
}
