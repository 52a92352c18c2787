package modeltest

import "astute/model"

// setChains answers what the customer wants with what we have, and looks at who
// else is there.
func (f *freshkart) setChains() {
	s := f.story
	s.step(153, ana, "add success stories", func() {
		f.grocer = add(s, &model.Story{Name: "A tenth fewer incidents at a European grocer", Customer: "Nordmarkt", Product: f.retailSecure.ID, Link: "https://cybertech.example/stories/grocer",
			Problem: "Stolen cards from the payment page, every month.", Result: "A tenth fewer incidents within a quarter, at no slower checkout."})
		f.bakery = add(s, &model.Story{Name: "Kiosks that look after themselves", Customer: "桜井製パン (Sakurai Bakery)", Product: f.kioskGuard.ID,
			Problem: "Kiosks stood still for 30 hours a month.", Result: "12 hours a month in 96 shops, and nobody had to drive there."})
	})
	s.step(153, ana, "add challenges and solutions of FreshKart Grocers", func() {
		chain := func(to *model.Initiative, kind model.ChallengeType, challenge, factor, source, solution string, product *model.Product, how string, proof model.ID) {
			c := add(s, &model.Challenge{Name: challenge, Initiative: to.ID, Type: kind, SuccessFactor: factor, Source: source})
			if solution != "" {
				add(s, &model.Solution{Name: solution, Challenge: c.ID, Product: product.ID, How: how, Proof: proof})
			}
		}
		chain(f.delivery, model.MarketChallenge, "Online payments safe from end to end", "No payment is read on its way, and no checkout gets slower", "Jane Smith in our first meeting",
			"RetailSecure from basket to bank", f.retailSecure, "Encrypts each payment where it is typed, so that nothing worth stealing passes through the shop.", f.grocer.ID)
		chain(f.inventory, model.OperationalChallenge, "The stock models must not be tampered with", "A forecast that was poisoned is found before the shelves are empty", "Deepak Venkataraghavan",
			"AIShield around the models", f.aiShield, "Watches what goes into a model and what comes out, and stops what does not fit.", model.ID{})
		chain(f.green, model.StrategicChallenge, "Greener data centres, as safe as before", "The same protection with a third fewer machines", "annual report",
			"GreenGuard in the new data centres", f.greenGuard, "Does in software what took a rack of its own.", model.ID{})
		chain(f.kiosks, model.OperationalChallenge, "What customers enter must stay theirs", "Nothing typed at a kiosk leaves it in the clear", "tender papers",
			"KioskGuard beside every kiosk", f.kioskGuard, "Watches each kiosk as it is used, and raises the alarm at once.", f.bakery.ID)
		chain(f.kiosks, model.OperationalChallenge, "No kiosk may stand still", "99 % of opening hours", "Raj Mehta", "", nil, "", model.ID{})
	})
	s.step(153, ben, "add competitors of FreshKart Grocers", func() {
		f.superSecure = add(s, &model.Competitor{Name: "SuperSecure Tech", Threat: model.High, Embedded: []model.ID{f.storesEurope.ID}, Products: []string{"SecureShop"}, Sponsor: f.hakan.ID,
			ValueToday: "Watches the tills of the European stores.", Strengths: "A major European retailer has 10 % fewer incidents with them.", Weaknesses: "Nothing for sustainability.",
			Counterpoints: "Our grocer got as far, and kept its checkout fast. Lead with GreenGuard where carbon counts.", Spend: usd(380_000), ContractEnd: f.day(170)})
		f.safeNet = add(s, &model.Competitor{Name: "SafeNet Solutions", Threat: model.Low, Embedded: []model.ID{f.it.ID}, Products: []string{"AI Protection Suite"},
			Strengths: "The suite is new and cheap to try.", Weaknesses: "Not made for retail.", Counterpoints: "Ask them for one grocer who uses it.", Spend: usd(40_000), ContractEnd: f.day(95)})
		f.guardian = add(s, &model.Competitor{Name: "GuardianCyber", Threat: model.Medium, Embedded: []model.ID{f.storesEurope.ID}, Products: []string{"Complete package", "Desk"}, Sponsor: f.ha.ID,
			ValueToday: "The support desk of one country.", Strengths: "One contract for everything.", Weaknesses: "20 % dearer than we are.", Counterpoints: "Part by part, each with its number.",
			Spend: usd(150_000), ContractEnd: f.day(520)})
	})
	s.step(153, ben, "add the SWOT of FreshKart Grocers", func() {
		swot := func(q model.Quarter, of model.SwotSubject, text, evidence string) {
			add(s, &model.Swot{Quarter: q, Of: of, Text: text, Evidence: evidence})
		}
		swot(model.Strength, model.SwotRelationship, "The CTO trusts us since the first assessment", "two orders; she calls us first")
		swot(model.Strength, model.SwotRelationship, "We know the shop from inside", "findings of both assessments")
		swot(model.Weakness, model.SwotRelationship, "No friend in Finance", "nobody there has met us twice")
		swot(model.SwotChance, model.SwotAccount, "Kiosks in 200 stores within 18 months", "tender papers")
		swot(model.SwotChance, model.SwotMarket, "Attacks on retailers are up by 30 %", "industry report")
		swot(model.ThreatToUs, model.SwotAccount, "Procurement wants one vendor for everything", "Hà Nguyễn at the tender")
		swot(model.ThreatToUs, model.SwotMarket, "A cheap AI suite that buyers take for ours", "SafeNet's launch")
	})
	s.step(153, ana, "add the buying process of FreshKart Grocers", func() {
		for i, x := range []struct {
			name  string
			owner *model.Contact
			day   int
		}{
			{"Need stated", f.jane, -160}, {"Technical approval", f.oluwaseun, 16}, {"Procurement's questionnaire", f.ha, 5}, {"Business case checked", f.claire, 60},
			{"Contract read by Legal", f.hannah, 110}, {"Signature", f.alan, 150},
		} {
			step := &model.BuyingStep{Name: x.name, Order: model.NumberOf(int64(i + 1)), Owner: x.owner.ID, Expected: f.day(x.day), Status: model.StepNotStarted}
			if i == 0 {
				step.Status = model.StepComplete
			} else if i < 3 {
				step.Status = model.StepInProgress
			}
			add(s, step)
		}
	})
	f.profile()
	s.step(153, ben, "add what FreshKart Grocers has installed", func() {
		add(s, &model.Platform{Vendor: "Kassandra", Product: "TillOne", Unit: f.stores.ID, Use: "tills and kiosks of all stores", ContractEnd: f.day(400)})
		add(s, &model.Platform{Vendor: "Northcloud", Product: "ShopFloor", Unit: f.online.ID, Use: "the online shop", ContractEnd: f.day(260)})
		add(s, &model.Platform{Vendor: "SafeNet Solutions", Product: "AI Protection Suite", Unit: f.it.ID, Use: "on trial beside the stock models"})
	})
}

// profile says what an ideal customer of CyberTech looks like, and how FreshKart
// answers to it.
func (f *freshkart) profile() {
	s := f.story
	criterion := func(group model.CriterionGroup, name string, weight int64, c model.Criterion) *model.Criterion {
		c.Group, c.Name, c.Weight = group, name, model.NumberOf(weight)
		return add(s, &c)
	}
	s.step(153, ana, "add the ideal customer profile", func() {
		f.size = criterion(model.Firmographic, "Size", 3, model.Criterion{Ideal: "over 5,000 people", Caution: "500 to 5,000", OffStrategy: "fewer than 500"})
		f.sells = criterion(model.Firmographic, "Sells to consumers", 4, model.Criterion{Ideal: "online and in stores", Caution: "one of both", OffStrategy: "to businesses only", KnockOut: true})
		f.central = criterion(model.Firmographic, "Where IT decides", 1, model.Criterion{Ideal: "centrally", Caution: "with the units", OffStrategy: "each unit for itself"})
		f.attacks = criterion(model.Pressure, "Attacks on their industry grow", 2, model.Criterion{HowDoYouKnow: "An industry report of this year, or an incident of their own."})
		f.rules = criterion(model.Pressure, "A rule demands proof of security", 2, model.Criterion{HowDoYouKnow: "The rule by name, and by when."})
		f.fewer = criterion(model.ImpactPotential, "Could we lower their incidents by a tenth?", 3, model.Criterion{HowDoYouKnow: "They count incidents, and have said how many."})
		f.single = criterion(model.ImpactPotential, "Would one contract replace several?", 2, model.Criterion{HowDoYouKnow: "The list of contracts, with ends."})
		criterion(model.ImpactPotential, "Would they speak for us?", 1, model.Criterion{HowDoYouKnow: "Somebody named, who has been asked."})
	})
	s.step(153, ana, "answer the ideal customer profile for FreshKart Grocers", func() {
		f.answer(f.size, model.AnswerIdeal, nil, "150,000 people, says the annual report")
		f.answer(f.sells, model.AnswerIdeal, nil, "1,800 stores and an online shop")
		f.answer(f.central, model.AnswerCaution, nil, "Online and Stores have budgets of their own")
		f.answer(f.central, model.AnswerOffStrategy, f.storesEurope, "buys by itself, country by country")
		f.answer(f.attacks, model.AnswerSeen, nil, "up by 30 %")
		f.answer(f.rules, model.AnswerNotSeen, nil, "asked Emre; carbon yes, security no")
		f.answer(f.fewer, model.AnswerYes, nil, "40 a month, counted by Oluwaseun")
		f.answer(f.single, model.AnswerPartly, nil, "four contracts, one of them until next year")
	})
}

func (s *story) answer(to *model.Criterion, value model.AnswerValue, unit *model.Unit, evidence string) {
	a := &model.ICPAnswer{Criterion: to.ID, Value: value, Evidence: evidence}
	if unit != nil {
		a.Unit = unit.ID
	}
	add(s, a)
}
