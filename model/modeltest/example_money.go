package modeltest

import "astute/model"

// thisYear is the calendar year of the step being told.
func (s *story) thisYear() model.Year { return model.Year(model.DateOf(s.at).Year()) }

// whole returns a whole number: percent, days, months.
func whole(n int64) model.Number { return model.NumberOf(n) }

// planMoney puts down what FreshKart bought, what it may buy and what it spends.
func (f *freshkart) planMoney() {
	s := f.story
	s.account = f.account.ID
	s.step(149, ana, "add exchange rates", func() {
		add(s, &model.Rate{From: "EUR", To: "USD", Rate: decimal("1.08"), On: f.day(-150)})
		add(s, &model.Rate{From: "JPY", To: "USD", Rate: decimal("0.0067"), On: f.day(-150)})
	})
	s.step(149, ana, "add what FreshKart Grocers has bought, or not", func() {
		add(s, &model.Opportunity{Name: "Security assessment of the online shop", Owner: f.tomasz.ID, Product: f.assessment.ID, Unit: f.online.ID, Type: model.NewBusiness, Stage: model.StageWon,
			Amount: usd(120_000), Close: f.day(-770), CycleDays: whole(95), Buyer: f.jane.ID, Reason: model.ReasonRelationship, ReasonText: "Pádraig Devlin wanted it; Jane Smith knew Mei-Ling from a fair."})
		add(s, &model.Opportunity{Name: "Assessment of the European shop", Owner: f.tomasz.ID, Product: f.assessment.ID, Unit: f.online.ID, Type: model.Upsell, Stage: model.StageWon, Amount: usd(90_000),
			Close: f.day(-420), CycleDays: whole(40), Buyer: f.jane.ID, Reason: model.ReasonDelivery, ReasonText: "The first one was on time."})
		add(s, &model.Opportunity{Name: "Support desk for one country", Owner: f.tomasz.ID, Product: f.supportDesk.ID, Unit: f.storesEurope.ID, Type: model.Upsell, Stage: model.StageLost,
			Amount: usd(150_000), Close: f.day(-182), CycleDays: whole(120), Competitor: f.guardian.ID, Reason: model.ReasonOther, ReasonText: "Went with the complete package, though it is 20 % dearer."})
		f.proofDeal = add(s, &model.Opportunity{Name: "Proof of concept for the payment page", Owner: f.tomasz.ID, Product: f.retailSecure.ID, Unit: f.online.ID, Type: model.CrossSell,
			Stage: model.StageProposing, Amount: usd(60_000), Probability: whole(60), Close: f.day(-70), NextStep: "Test data from Oluwaseun"})
		f.appReview = add(s, &model.Opportunity{Name: "Review of the loyalty app", Owner: f.mei.ID, Product: f.assessment.ID, Unit: f.marketing.ID, Type: model.Upsell, Stage: model.StageQualifying,
			Amount: usd(80_000), Close: f.day(-60)})
	})
	s.step(148, ana, "add opportunities of FreshKart Grocers", func() {
		f.retailDeal = add(s, &model.Opportunity{Name: "RetailSecure for the online shop", Owner: f.tomasz.ID, Product: f.retailSecure.ID, Unit: f.online.ID, Type: model.CrossSell,
			Stage: model.StagePotential, Amount: usd(1_400_000), Close: f.day(150), Buyer: f.alan.ID, Deciders: []model.ID{f.jane.ID, f.ngozi.ID}, Competitor: f.superSecure.ID,
			BudgetSource: "Ngozi decides up to half a million; the rest is Alan's and not in this year's plan", Proof: []model.ID{f.grocer.ID},
			ROI:  "Fewer incidents alone pay for it; the baskets that are not given up come on top.",
			Cost: usd(500_000), RunningCost: usd(300_000), Term: whole(36)})
		f.benefit(f.retailDeal, "Half the incidents", usd(420_000), f.incidents, "an incident costs 1,750 in work and refunds, as in the first assessment", 0)
		f.benefit(f.retailDeal, "Baskets not given up", usd(360_000), f.shoppers, "one in a thousand baskets is given up at the payment page for lack of trust", 6)
		f.benefit(f.retailDeal, "One contract in place of four", usd(90_000), f.spend, "the other three are not renewed", 12)
		f.kioskDeal = add(s, &model.Opportunity{Name: "KioskGuard in 200 flagship stores", Owner: f.ben.ID, Product: f.kioskGuard.ID, Unit: f.stores.ID, Type: model.CrossSell, Stage: model.StagePotential,
			Amount: usd(900_000), Close: f.day(205), Deciders: []model.ID{f.raj.ID, f.marta.ID}, Buyer: f.alan.ID, Competitor: f.guardian.ID, Proof: []model.ID{f.bakery.ID}, Term: whole(24),
			BudgetSource: "the budget of Stores"})
		add(s, &model.Opportunity{Name: "AIShield for the stock models", Owner: f.ravi.ID, Product: f.aiShield.ID, Unit: f.it.ID, Type: model.CrossSell, Stage: model.StagePotential, Amount: usd(350_000),
			Close: f.day(300), Competitor: f.safeNet.ID})
		add(s, &model.Opportunity{Name: "GreenGuard as design partner", Owner: f.sofie.ID, Product: f.greenGuard.ID, Unit: f.it.ID, Type: model.CrossSell, Stage: model.StagePotential})
		role := func(deal *model.Opportunity, who *model.Contact, part model.DecisionRoles, pull model.Level, backs model.Support) {
			add(s, &model.Role{Opportunity: deal.ID, Contact: who.ID, DecisionRole: part, Influence: pull, Support: backs})
		}
		parts := model.DecisionRoles(0).With
		role(f.retailDeal, f.alan, parts(model.EconomicBuyer), model.High, model.Neutral)
		role(f.retailDeal, f.jane, parts(model.DecisionMaker), model.High, model.Champion)
		role(f.retailDeal, f.oluwaseun, parts(model.TechnicalBuyer), model.Medium, model.Supporter)
		role(f.retailDeal, f.ha, parts(model.Gatekeeper), model.Low, 0)
		role(f.kioskDeal, f.raj, parts(model.DecisionMaker), model.High, model.Opponent)
		role(f.kioskDeal, f.marta, parts(model.UserBuyer), 0, model.Supporter)
		role(f.kioskDeal, f.hakan, parts(model.Influencer), 0, 0)
	})
	f.planCells()
}

func (f *freshkart) benefit(of *model.Opportunity, name string, value model.Money, goal *model.Goal, assumption string, starts int64) {
	b := &model.Benefit{Opportunity: of.ID, Name: name, Value: value, Goal: goal.ID, Assumption: assumption}
	if starts > 0 {
		b.Starts = model.NumberOf(starts)
	}
	add(f.story, b)
}

// planCells says what was earned, what the customer spends, what comes up for
// renewal, and what of the white space is somebody else's.
func (f *freshkart) planCells() {
	s := f.story
	s.step(148, ben, "add revenue, wallet and renewals of FreshKart Grocers", func() {
		earned := func(product *model.Product, unit *model.Unit, year model.Year, dollars int64) {
			add(s, &model.Revenue{Product: product.ID, Unit: unit.ID, Year: year, Amount: usd(dollars)})
		}
		earned(f.assessment, f.online, model.Year(f.day(-770).Year()), 120_000)
		earned(f.assessment, f.online, model.Year(f.day(-420).Year()), 90_000)
		earned(f.supportDesk, f.it, s.thisYear()-1, 44_000)
		add(s, &model.Wallet{Product: f.retailSecure.ID, Year: s.thisYear(), Amount: usd(1_900_000)})
		add(s, &model.Wallet{Product: f.kioskGuard.ID, Year: s.thisYear(), Amount: usd(700_000)})
		add(s, &model.Wallet{Product: f.supportDesk.ID, Year: s.thisYear(), Amount: usd(400_000)})
		add(s, &model.Renewal{Product: f.supportDesk.ID, Contract: "Support contract FK-S-1", Amount: usd(44_000), On: f.day(-400), Risk: model.Low, Outcome: model.Renewed})
		f.support = add(s, &model.Renewal{Product: f.supportDesk.ID, Contract: "Support contract FK-S-2", Amount: usd(44_000), On: f.day(-35), Risk: model.Medium,
			Plan: "Show the hours that the desk has saved; ask for the European nights as well."})
	})
	s.step(148, ben, "mark the white space of FreshKart Grocers", func() {
		mark := func(unit *model.Unit, product *model.Product, state model.MarkState, potential model.Money, holder model.ID) {
			add(s, &model.Mark{Unit: unit.ID, Product: product.ID, State: state, Potential: potential, Competitor: holder})
		}
		mark(f.storesEurope, f.supportDesk, model.MarkCompetitor, model.Money{}, f.guardian.ID)
		mark(f.storesEurope, f.kioskGuard, 0, usd(400_000), model.ID{})
		mark(f.security, f.assessment, model.MarkInHouse, model.Money{}, model.ID{})
		for _, unit := range []*model.Unit{f.finance, f.procurement, f.marketing} {
			mark(unit, f.kioskGuard, model.MarkNotApplicable, model.Money{}, model.ID{})
		}
	})
	s.step(148, ana, "add campaign SecureRetail with CyberTech", func() {
		f.secureRetail = add(s, &model.Campaign{Name: "SecureRetail with CyberTech", Objective: "Those who will be asked have read how others did it", Audience: "IT and Marketing of FreshKart",
			Channel: "case books by mail, then a webinar", Start: f.day(-120), End: f.day(60), Metric: "webinar attendance: 40"})
	})
	s.step(148, ben, "add issues and signals of FreshKart Grocers", func() {
		f.invoices = add(s, &model.Issue{Name: "Invoices without an order number", Contact: f.ha.ID, Severity: model.Low, Owner: f.tomasz.ID, Raised: f.day(-165)})
		add(s, &model.Issue{Name: "Findings of the assessment still open", Contact: f.oluwaseun.ID, Severity: model.Medium, Owner: f.mei.ID, Raised: f.day(-158)})
		f.signal(model.Satisfaction, 74, -152, "survey after the second assessment")
	})
}

func (s *story) signal(kind model.SignalType, value int64, day int, source string) {
	add(s, &model.Signal{Type: kind, Value: model.NumberOf(value), On: s.day(day), Source: source})
}

// decideDeals tells how the first deals of the year ended.
func (f *freshkart) decideDeals() {
	s := f.story
	s.step(66, ana, "win and lose the small ones", func() {
		edit(s, f.proofDeal, func(o *model.Opportunity) {
			o.Stage, o.Close, o.CycleDays, o.NextStep = model.StageWon, f.day(-68), whole(81), ""
			o.Reason, o.ReasonText, o.Proof = model.ReasonProof, "The grocer's numbers convinced Oluwaseun.", []model.ID{f.grocer.ID}
		})
		edit(s, f.appReview, func(o *model.Opportunity) {
			o.Stage, o.Close, o.CycleDays = model.StageLost, f.day(-67), whole(60)
			o.Reason, o.ReasonText = model.ReasonBudget, "Marketing's money went into the app itself."
		})
		edit(s, f.retailDeal, func(o *model.Opportunity) {
			o.Stage, o.Probability, o.NextStep = model.StageQualifying, whole(40), "Technical approval from Oluwaseun"
		})
		add(s, &model.Renewal{Product: f.retailSecure.ID, Contract: "Payment page, first year", Amount: usd(60_000), On: f.day(297), Risk: model.High,
			Plan: "Goes into the large contract, or ends with it."})
		add(s, &model.Revenue{Product: f.retailSecure.ID, Unit: f.online.ID, Year: s.thisYear(), Amount: usd(60_000)})
		edit(s, f.invoices, func(i *model.Issue) { i.Resolved = f.day(-100) })
	})
}

// keepUpMoney tells the last weeks of the money.
func (f *freshkart) keepUpMoney() {
	s := f.story
	s.step(28, ben, "add signals and the standstill of FreshKart Grocers", func() {
		add(s, &model.Issue{Name: "Kiosks stood still after an update", Contact: f.raj.ID, Severity: model.High, Owner: f.grace.ID, Raised: f.day(-45)})
		f.signal(model.Satisfaction, 66, -32, "half-yearly survey, 14 answers")
		f.signal(model.PromoterScore, 20, -32, "half-yearly survey, 14 answers")
		f.signal(model.Usage, 58, -30, "pages protected of those paid for")
		f.signal(model.Engagement, 41, -30, "mails of the campaign opened")
	})
	s.step(28, ana, "edit opportunities of FreshKart Grocers", func() {
		edit(s, f.support, func(r *model.Renewal) { r.Outcome, r.Amount = model.RenewedMore, usd(48_000) })
		add(s, &model.Renewal{Product: f.supportDesk.ID, Contract: "Support contract FK-S-3", Amount: usd(48_000), On: f.day(330), Risk: model.Medium})
		add(s, &model.Revenue{Product: f.supportDesk.ID, Unit: f.it.ID, Year: s.thisYear(), Amount: usd(48_000)})
		edit(s, f.kioskDeal, func(o *model.Opportunity) {
			o.Stage, o.Probability, o.NextStep = model.StageProposing, whole(30), "The ten stores of the pilot"
		})
		add(s, &model.Opportunity{Name: "RetailSecure for the delivery app", Owner: f.farid.ID, Product: f.retailSecure.ID, Unit: f.online.ID, Type: model.Upsell, Stage: model.StageNegotiating,
			Amount: usd(110_000), Close: f.day(58), NextStep: "Farid has offered it by himself: speak with Tomasz"})
		add(s, &model.Rate{From: "EUR", To: "USD", Rate: decimal("1.1"), On: f.day(-28)})
	})
}
