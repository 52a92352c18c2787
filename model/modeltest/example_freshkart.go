package modeltest

import "astute/model"

// freshkart is the account that the example is about. The facts and figures of
// the company, its four chiefs, its initiatives, its rivals and ours come from
// a published, fictional example of an account plan; the rest is made up.
type freshkart struct {
	*story
	*team
	account *model.Account

	online, stores, storesEurope, it, security, finance, procurement, marketing *model.Unit

	// The people, by level. See importPeople.
	jane, alan, lisa, raj, margaret                            *model.Contact
	ngozi, hakan, claire                                       *model.Contact
	ha, oluwaseun, miguel, yuki, zoe, jorge                    *model.Contact
	marta, deepak, hannah, emre, amelie, samuel, seat, patrick *model.Contact

	delivery, inventory, green, kiosks                                          *model.Initiative
	incidents, spend, trust, uptime, shoppers, carbon                           *model.Goal
	backing, revenue, pilot, campaign, centres, decide, asia                    *model.Objective
	invite, webinar, pickStores, nameStores, startPilot, result, call, caseBook *model.Action
	standstill                                                                  *model.Interaction
	withAlan                                                                    *model.Relationship
	accountReview, inspection                                                   *model.Review

	grocer, bakery                                      *model.Story
	superSecure, safeNet, guardian                      *model.Competitor
	size, sells, central, attacks, rules, fewer, single *model.Criterion
	retailDeal, kioskDeal, proofDeal, appReview         *model.Opportunity
	support                                             *model.Renewal
	secureRetail                                        *model.Campaign
	invoices                                            *model.Issue
}

// usd returns whole US dollars.
func usd(dollars int64) model.Money { return model.NewMoney(dollars*100, "USD") }

// decimal returns the number that a text of this package says.
func decimal(text string) model.Number {
	n, err := model.ParseNumber(text)
	if err != nil {
		panic(err)
	}
	return n
}

// start opens the account with what is public about it.
func (f *freshkart) start() {
	s := f.story
	s.step(174, ana, "add account FreshKart Grocers", func() {
		f.account = add(s, &model.Account{
			Name: "FreshKart Grocers", PlanType: model.TopAccount, PlanStatus: model.Draft, Owner: f.ana.ID, Industry: "Retail", HQ: "Texas, USA", Currency: "USD",
			Relationship: model.Customer, CustomerSince: f.day(-770),
		})
		s.account = f.account.ID
	})
	s.step(174, ana, "edit account FreshKart Grocers: business overview", func() {
		edit(s, f.account, func(a *model.Account) {
			a.Geography = "31 countries: 1,200 stores in North America, 500 in Europe, 300 in Asia"
			a.Employees, a.AnnualRevenue, a.RevenueGrowth = model.NumberOf(150_000), usd(20_000_000_000), model.NumberOf(5)
			a.SharePrice = usd(150)
			a.Profitability = "Operating margin about 3 %; the share price rises a steady 3 % a quarter"
			a.FiscalYearEnd = "January"
			a.Ownership, a.Funding = "Listed; the founding family holds about a tenth", "Own cash flow; no debt due this year"
			a.BusinessModel, a.Maturity = "Stores and an online shop with delivery from the nearest store", model.Mature
			a.Offerings = []string{"Fresh produce", "Organic products", "Household items", "Online delivery, growing fast"}
			a.TargetMarkets = []string{"Families in suburbs", "City households that order online"}
			a.Rivals = []string{"SuperGrocers: a vast organic range", "DailyMart: quick deliveries", "QuickShop Stores: many stores everywhere"}
			a.Mission = "Good food for every household, every day."
			a.Vision = "The grocer that knows what you need before you come in."
			a.IndustryTrends = "Attacks on retailers are up by 30 %. Orders move online, checkouts become kiosks, and investors ask about carbon."
			a.FoundingStory = "Founded in Texas in 1990 with one market hall; abroad since its tenth year."
			a.StrategicPriorities = "1. Twice the online customers\n2. AI for stock in every store\n3. A fifth less carbon\n4. Kiosks in the flagship stores"
			a.Description = "A grocery retailer with 150,000 employees, 10,000 of them in corporate roles, " +
				"and an online shop for fresh produce and other fast-moving goods."
			a.Sources = []string{"Business overview: investor relations page, market research, industry news", "Initiatives: press releases, industry events, people at FreshKart",
				"People: public profiles, corporate communications, earlier meetings", "Competitors: their websites, industry forums, FreshKart's procurement"}
			a.MarketShare = decimal("4.5")
			a.ExternalID, a.Tags = "0015g00000FKART1AAA", []string{"retail", "lighthouse"}
		})
	})
	s.step(173, ana, "add units of FreshKart Grocers", func() {
		f.online = add(s, &model.Unit{Name: "Online"})
		f.stores = add(s, &model.Unit{Name: "Stores"})
		f.storesEurope = add(s, &model.Unit{Name: "Stores Europe", Parent: f.stores.ID})
		f.it = add(s, &model.Unit{Name: "IT"})
		f.security = add(s, &model.Unit{Name: "IT Security", Parent: f.it.ID})
		f.finance = add(s, &model.Unit{Name: "Finance"})
		f.procurement = add(s, &model.Unit{Name: "Procurement", Parent: f.finance.ID})
		f.marketing = add(s, &model.Unit{Name: "Marketing"})
	})
}

// setStrategy says how we mean to win there, and why now.
func (f *freshkart) setStrategy() {
	s := f.story
	s.step(156, ana, "edit account FreshKart Grocers: our strategy", func() {
		edit(s, f.account, func(a *model.Account) {
			a.PlanStatus, a.PlanStart, a.PlanEnd = model.Approved, f.day(-150), f.day(214)
			a.ExecutiveSponsor = f.helen.ID
			a.Team = []model.ID{f.ana.ID, f.tomasz.ID, f.mei.ID, f.ben.ID, f.priya.ID, f.farid.ID, f.sofie.ID, f.grace.ID}
			a.RulesOfEngagement = "Ana speaks for us; nobody calls a chief without her knowing.\nTomasz alone quotes prices. Farid works in the stores, with Ben."
			a.Culture, a.Tier = model.Collaborative, model.OneToOne
			a.ImportanceToUs, a.ImportanceToCustomer = model.High, model.Medium
			a.OurStrategy = "Prove it in the stores, then grow from there: a pilot that Jane can show to Alan in numbers.\n" +
				"SuperSecure Tech shows 10 % fewer incidents at a European retailer, but has nothing for sustainability: lead with GreenGuard there.\n" +
				"SafeNet Solutions has a new AI suite that is not made for retail: bring retail references for AIShield.\n" +
				"GuardianCyber has offered a complete package, 20 % above our price: stay beside it, part by part."
			a.ValueProposition = "One partner for the shop, the stores, the models and the data centres; protection that can be counted in incidents that did not happen."
			a.RevenueTarget = usd(2_400_000)
			a.OverallHealth, a.HealthReason = model.Good, "welcome in IT, a first order delivered well"
			a.Headline = "A small order done well; the chiefs are curious, Finance is not"
		})
	})
	s.step(155, ana, "add initiatives of FreshKart Grocers", func() {
		f.delivery = add(s, &model.Initiative{Name: "Expansion of Online Delivery", Driver: model.MarketDriver, Priority: model.High, Status: model.InProgress, Confirmed: true,
			Backstory: "DailyMart takes their city customers with quick delivery. The aim is twice the online customer base within a year, " +
				"and every new basket is a payment that can be attacked while attacks on retail grow by 30 %.",
			Owner: f.ngozi.ID, Influencers: []model.ID{f.jane.ID, f.lisa.ID}, Timeframe: "next 12 months", Source: "press release; Jane Smith in our first meeting"})
		f.inventory = add(s, &model.Initiative{Name: "AI-Driven Inventory Management", Driver: model.TechnologyDriver, Priority: model.Medium, Status: model.InProgress, Confirmed: true,
			Backstory: "Too much fresh produce is thrown away. An AI system that foresees what each store needs is on trial in 50 stores; whoever poisons its data empties the shelves.",
			Owner:     f.jane.ID, Influencers: []model.ID{f.deepak.ID, f.raj.ID}, Timeframe: "trial until year's end", Source: "talk of Deepak Venkataraghavan at a retail fair"})
		f.green = add(s, &model.Initiative{Name: "Sustainability", Driver: model.RegulationDriver, Priority: model.Medium, Status: model.NotStarted,
			Backstory: "New reporting rules and two large investors ask for it: 20 % less carbon within three years. The data centres move first, without getting less secure.",
			Owner:     f.zoe.ID, Influencers: []model.ID{f.alan.ID}, Timeframe: "three years", Source: "annual report"})
		f.kiosks = add(s, &model.Initiative{Name: "Enhancing In-Store Experience", Driver: model.CompetitionDriver, Priority: model.High, Status: model.InProgress,
			Backstory: "QuickShop Stores wins on presence, so the stores must be worth the trip: interactive kiosks go into 200 flagship stores. Customers type personal data into them.",
			Owner:     f.raj.ID, Influencers: []model.ID{f.marta.ID, f.lisa.ID, f.hakan.ID}, Timeframe: "200 stores within 18 months", Source: "our assumption from the tender papers"})
	})
	s.step(154, ben, "add goals of FreshKart Grocers", func() {
		f.incidents = add(s, &model.Goal{Metric: "Security incidents in the online shop", Contact: f.jane.ID, UnitOfMeasure: "a month", Baseline: model.NumberOf(40),
			Current: model.NumberOf(36), Target: model.NumberOf(20), Benchmark: model.NumberOf(25), By: f.day(190), Stated: model.Stated, Horizon: model.ShortRange,
			Impact: "RetailSecure stops the kind that makes up two thirds of them."})
		f.spend = add(s, &model.Goal{Metric: "Spend on security per 1,000 orders", Contact: f.alan.ID, UnitOfMeasure: "USD", Baseline: model.NumberOf(31), Current: model.NumberOf(31),
			Target: model.NumberOf(26), By: f.day(300), Stated: model.Stated, Horizon: model.ShortRange, Impact: "One contract in place of four."})
		f.trust = add(s, &model.Goal{Metric: "Customers who trust FreshKart with their data", Contact: f.lisa.ID, UnitOfMeasure: "%", Baseline: model.NumberOf(61),
			Current: model.NumberOf(63), Target: model.NumberOf(75), Benchmark: model.NumberOf(70), By: f.day(400), Stated: model.Implied, Horizon: model.LongRange,
			Impact: "A promise about data protection that Marketing can print."})
		f.uptime = add(s, &model.Goal{Metric: "Kiosks in service", Contact: f.raj.ID, UnitOfMeasure: "% of opening hours", Baseline: model.NumberOf(97), Current: model.NumberOf(96),
			Target: model.NumberOf(99), By: f.day(120), Stated: model.Stated, Horizon: model.ShortRange, Impact: "KioskGuard runs beside the kiosk, not in its way."})
		f.shoppers = add(s, &model.Goal{Metric: "Online customers", Contact: f.ngozi.ID, UnitOfMeasure: "million", Baseline: model.NumberOf(4), Current: decimal("4.7"), Target: model.NumberOf(8),
			By: f.day(210), Stated: model.Stated, Horizon: model.ShortRange, Impact: "Fewer baskets given up at the payment page."})
		f.carbon = add(s, &model.Goal{Metric: "Carbon footprint against the base year", Contact: f.zoe.ID, UnitOfMeasure: "%", Baseline: model.NumberOf(100),
			Current: model.NumberOf(98), Target: model.NumberOf(80), By: f.day(1000), Stated: model.Stated, Horizon: model.LongRange,
			Impact: "GreenGuard needs a third of the machines."})

	})
}
