package modeltest

import "astute/model"

// lumiere is a prospect of whom little is known: what an account looks like on
// its first days.
type lumiere struct {
	*story
	*team
	account        *model.Account
	gaelle, benoit *model.Contact
	profile        []*model.Criterion // size, whom they sell to, how many contracts
}

func (l *lumiere) begin() {
	s := l.story
	s.step(152, ana, "add account Lumière Logistique", func() {
		l.account = add(s, &model.Account{Name: "Lumière Logistique", PlanType: model.Portfolio, PlanStatus: model.Draft, Relationship: model.Prospect, Owner: l.odile.ID,
			HQ: "Lyon, France", Currency: "EUR", Tier: model.OneToMany,
			ImportanceToUs: model.Low, ImportanceToCustomer: model.Low})
		s.account = l.account.ID
		l.gaelle = add(s, &model.Contact{Name: "Gaëlle Thévenet", JobTitle: "Directrice des achats", Email: "gaelle.thevenet@lumiere.example", Function: model.FunctionProcurement})
	})
}

func (l *lumiere) carryOn() {
	s := l.story
	s.account = l.account.ID
	s.step(43, ana, "edit account Lumière Logistique", func() {
		edit(s, l.account, func(a *model.Account) {
			a.Industry, a.AnnualRevenue, a.Maturity = "Transport", model.NewMoney(410_000_000_00, "EUR"), model.Growth
			a.Headline = "Asked for a price after a talk in Lyon; nobody knows yet who decides"
		})
		l.benoit = add(s, &model.Contact{Name: "Benoît Lacassagne", JobTitle: "DSI", Email: "benoit.lacassagne@lumiere.example", Function: model.FunctionIT, Rank: model.CLevel})
		edit(s, l.gaelle, func(c *model.Contact) { c.ReportsTo = l.benoit.ID })
	})
	s.step(42, ben, "add action Find out who decides", func() {
		add(s, &model.Action{Name: "Find out who decides", Owner: l.odile.ID, Function: model.ActionSales, Type: model.Task, Due: l.day(12), Status: model.NotStarted})
		add(s, &model.Interaction{On: l.day(-43), Type: model.Call, Contacts: []model.ID{l.gaelle.ID}, Teammate: l.odile.ID, Summary: "Short. Wants a price for 30 depots, will not say for whom.",
			WePromised: "A price range."})
		add(s, &model.Opportunity{Name: "KioskGuard for 30 depots", Owner: l.odile.ID, Product: l.kioskGuard.ID, Type: model.NewBusiness, Stage: model.StageQualifying,
			Amount: model.NewMoney(90_000_00, "EUR"), Close: l.day(120)})
		l.answer(l.profile[0], model.AnswerCaution, nil, "about 2,000 people")
		l.answer(l.profile[1], model.AnswerOffStrategy, nil, "their customers are shops, not people")
		l.answer(l.profile[2], model.AnswerNo, nil, "they have no contract of the sort")
	})
}

// sakurai is a customer in Japan who is looked after rather than sold to.
type sakurai struct {
	*story
	*team
	account                         *model.Account
	factory                         *model.Unit
	misaki, daisuke, hina, ren      *model.Contact
	downtime, training              *model.Goal
	rollout, adoption               *model.Objective
	trainers, renewalTalk, baseline *model.Action
	customerReview                  *model.Review
}

func (k *sakurai) begin() {
	s := k.story
	s.step(151, ben, "add account 桜井製パン (Sakurai Bakery)", func() {
		k.account = add(s, &model.Account{
			Name: "桜井製パン (Sakurai Bakery)", PlanType: model.CustomerSuccess, PlanStatus: model.ActivePlan, PlanStart: k.day(-150), PlanEnd: k.day(215), Owner: k.kenji.ID,
			Team: []model.ID{k.kenji.ID, k.ben.ID, k.grace.ID}, Relationship: model.Customer, CustomerSince: k.day(-1500), Industry: "Food", HQ: "神戸市, Japan",
			Employees: model.NumberOf(2_300), AnnualRevenue: model.NewMoney(48_000_000_000, "JPY"), RevenueTarget: model.NewMoney(36_000_000, "JPY"), Currency: "JPY",
			Culture: model.Bureaucratic, Tier: model.OneToFew, Maturity: model.Mature, ImportanceToUs: model.Medium, ImportanceToCustomer: model.High,
			OverallHealth: model.Good, HealthReason: "uses what it has bought, and says so", Headline: "KioskGuard in all 140 shops; renewal in ten weeks",
		})
		s.account = k.account.ID
		k.factory = add(s, &model.Unit{Name: "工場 (Factories)"})
		k.misaki = add(s, &model.Contact{Name: "佐藤 美咲", PreferredName: "Misaki Satō", JobTitle: "取締役 情報システム部長 (CIO)", Email: "misaki.sato@sakurai.example", Rank: model.CLevel,
			Function: model.FunctionIT, DecisionRole: model.DecisionRoles(0).With(model.DecisionMaker, model.EconomicBuyer), Influence: model.High, Support: model.Champion,
			Alignment: model.Good, Political: model.Astute, Coverage: model.InDepth, Orientation: model.Relational, Adaptability: model.Pragmatist, RiskTolerance: model.Low,
			TimeZone: "Asia/Tokyo", Confirmed: k.day(-151), Source: "Kenji"})
		k.daisuke = add(s, &model.Contact{Name: "小野寺 大輔", PreferredName: "Daisuke Onodera", JobTitle: "店舗運営課長", Rank: model.ManagerRank, Function: model.FunctionOperations,
			ReportsTo: k.misaki.ID, Influence: model.Medium, Support: model.Supporter, Political: model.Observing, Coverage: model.MultipleContacts,
			DecisionRole: model.DecisionRoles(0).With(model.UserBuyer), Confirmed: k.day(-151)})
		k.hina = add(s, &model.Contact{Name: "長谷川 陽菜", PreferredName: "Hina Hasegawa", JobTitle: "人事部 研修担当", Rank: model.Individual, Function: model.FunctionHR, ReportsTo: k.misaki.ID,
			Unit: k.factory.ID, Influence: model.Low, Support: model.Neutral, Political: model.Learning, Coverage: model.BriefContact,
			DecisionRole: model.DecisionRoles(0).With(model.Influencer)})
		k.ren = add(s, &model.Contact{Name: "Ren Fujimoto", JobTitle: "工場長", Rank: model.Director, Function: model.FunctionOperations, Unit: k.factory.ID, ReportsTo: k.misaki.ID})
	})
	s.step(150, ben, "add goals and objectives of 桜井製パン", func() {
		k.downtime = add(s, &model.Goal{Metric: "Kiosk standstill", Contact: k.daisuke.ID, UnitOfMeasure: "hours a month", Baseline: model.NumberOf(30), Current: model.NumberOf(12),
			Target: model.NumberOf(10), By: k.day(60), Stated: model.Stated, Horizon: model.ShortRange, Impact: "KioskGuard restarts a kiosk by itself."})
		k.training = add(s, &model.Goal{Metric: "Shop staff trained", Contact: k.hina.ID, UnitOfMeasure: "%", Baseline: model.NumberOf(0), Current: model.NumberOf(55), Target: model.NumberOf(90),
			By: k.day(120), Stated: model.Stated, Horizon: model.ShortRange})
		safe := add(s, &model.Initiative{Name: "Shops without a till", Driver: model.TransformationDriver, Priority: model.High, Status: model.Complete, Owner: k.misaki.ID, Confirmed: true,
			Timeframe: "done", Backstory: "Staff is hard to find; customers pay at the kiosk.", Source: "annual report"})
		k.rollout = add(s, &model.Objective{Name: "KioskGuard in all 140 shops", Type: model.DeliveryObjective, Goals: []model.ID{k.downtime.ID}, Initiative: safe.ID, Owner: k.ben.ID,
			Priority: model.High, Due: k.day(-40), Status: model.InProgress, Agreed: true, Metrics: []string{"Shops: 140 (96)"}, Investment: model.NewMoney(1_500_000, "JPY")})
		k.adoption = add(s, &model.Objective{Name: "Nine of ten use it", Type: model.DeliveryObjective, Goals: []model.ID{k.training.ID}, Owner: k.kenji.ID, Priority: model.Medium, Due: k.day(110),
			Status: model.InProgress, Agreed: true, Metrics: []string{"Staff trained: 90 % (55 %)"}})
		k.baseline = add(s, &model.Action{Name: "Measure the standstill of a month", Objective: k.rollout.ID, Owner: k.daisuke.ID, Function: model.ActionCustomer, Type: model.Task, Due: k.day(-120),
			Status: model.Complete, Result: "30 hours"})
		k.trainers = add(s, &model.Action{Name: "Train the trainers", Objective: k.adoption.ID, Owner: k.ben.ID, Function: model.ActionService, Type: model.Task, Due: k.day(21), Status: model.InProgress,
			Repeats: model.Monthly, Serves: k.training.ID})
		k.renewalTalk = add(s, &model.Action{Name: "Talk with Misaki Satō about the renewal", Owner: k.kenji.ID, Function: model.ActionSales, Type: model.Task, Due: k.day(30), Status: model.NotStarted,
			Serves: k.misaki.ID})
		add(s, &model.Milestone{Name: "契約更新 (renewal)", Type: model.RenewalMilestone, On: k.day(70), Text: "KioskGuard, 36 million yen a year."})
		k.customerReview = add(s, &model.Review{Type: model.WithCustomer, Held: k.day(-155), Attendees: []model.ID{k.kenji.ID, k.misaki.ID}, Decisions: "All shops by spring."})
		add(s, &model.Renewal{Product: k.kioskGuard.ID, Amount: model.NewMoney(36_000_000, "JPY"), On: k.day(-295), Risk: model.Medium, Outcome: model.RenewedLess,
			Plan: "44 old kiosks go, the rest stay."})
		add(s, &model.Renewal{Product: k.kioskGuard.ID, Amount: model.NewMoney(36_000_000, "JPY"), On: k.day(70), Risk: model.Low, Plan: "Kenji talks with her before the summer."})
		add(s, &model.Revenue{Product: k.kioskGuard.ID, Year: s.thisYear(), Amount: model.NewMoney(36_000_000, "JPY")})
		add(s, &model.Relationship{Teammate: k.kenji.ID, Contact: k.misaki.ID, Level: model.TrustedAdvisor, Wanted: model.TrustedAdvisor, Health: model.Good})
	})
}

func (k *sakurai) carryOn() {
	s := k.story
	s.account = k.account.ID
	s.step(122, ben, "complete action Measure the standstill of a month", func() {
		edit(s, k.baseline, func(a *model.Action) { a.Result = "30 hours, most of it on Mondays" })
		add(s, &model.Interaction{On: k.day(-122), Type: model.Meeting, Contacts: []model.ID{k.misaki.ID, k.daisuke.ID}, Teammate: k.kenji.ID,
			Summary: "Visit in 神戸. The kiosks stand still on Mondays, after the weekend's updates.", WePromised: "Updates on Wednesdays.", TheyPromised: "A list of the shops with old kiosks."})
	})
	s.step(110, ben, "hold the review with 桜井製パン", func() {
		edit(s, k.customerReview, func(r *model.Review) {
			r.Held, r.Next, r.Decisions = k.day(-110), k.day(14), "Updates on Wednesdays; the factories come next year."
		})
		edit(s, k.rollout, func(o *model.Objective) { o.Status, o.Metrics = model.Complete, []string{"Shops: 140 (140)"} })
	})
}
