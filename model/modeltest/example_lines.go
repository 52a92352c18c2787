package modeltest

import "astute/model"

// drawLines notes who sways whom, and how ours stand with theirs.
func (f *freshkart) drawLines() {
	s := f.story
	line := func(from *model.Contact, kind model.LineType, to *model.Contact, strength int64) {
		l := &model.Line{From: from.ID, To: to.ID, Type: kind}
		if strength > 0 {
			l.Strength = model.NumberOf(strength)
		}
		add(s, l)
	}
	s.step(161, ana, "draw who influences whom at FreshKart Grocers", func() {
		line(f.alan, model.Influences, f.jane, 2)
		line(f.ngozi, model.Influences, f.jane, 2)
		line(f.claire, model.Influences, f.alan, 3)
		line(f.samuel, model.Influences, f.alan, 2)
		line(f.lisa, model.Influences, f.raj, 1)
		line(f.oluwaseun, model.Influences, f.jane, 3)
		line(f.emre, model.Influences, f.oluwaseun, 1)
		line(f.jorge, model.Influences, f.lisa, 2)
		line(f.ha, model.Influences, f.claire, 1)
		line(f.ha, model.Conflicts, f.oluwaseun, 0)
		line(f.zoe, model.Informal, f.lisa, 0)
		line(f.amelie, model.Informal, f.claire, 0)
	})
	s.step(160, ben, "add relationships with FreshKart Grocers", func() {
		with := func(who *model.Teammate, c *model.Contact, level, wanted model.Standing, health model.Wellbeing) *model.Relationship {
			return add(s, &model.Relationship{Teammate: who.ID, Contact: c.ID, Level: level, Wanted: wanted, Health: health})
		}
		with(f.ana, f.jane, model.ProblemSolver, model.TrustedAdvisor, model.Good)
		f.withAlan = with(f.ana, f.alan, model.Vendor, model.CredibleSource, model.Middling)
		with(f.helen, f.margaret, 0, model.CredibleSource, 0)
		with(f.mei, f.oluwaseun, model.TrustedAdvisor, model.TrustedAdvisor, model.Good)
		with(f.tomasz, f.ha, model.Vendor, model.CredibleSource, model.Poor)
		with(f.ben, f.marta, model.ProblemSolver, model.ProblemSolver, model.Good)
		with(f.farid, f.hakan, model.CredibleSource, model.ProblemSolver, model.Middling)
		with(f.priya, f.lisa, model.Vendor, model.ProblemSolver, model.Middling)
	})
}

// setObjectives writes down what the plan is to reach, and the first actions
// towards it.
func (f *freshkart) setObjectives() {
	s := f.story
	s.account = f.account.ID
	s.step(147, ana, "add objectives of FreshKart Grocers", func() {
		f.pilot = add(s, &model.Objective{Name: "Pilot of three months in 10 flagship stores", Type: model.DeliveryObjective, Goals: []model.ID{f.uptime.ID, f.incidents.ID},
			Initiative: f.kiosks.ID, Owner: f.ben.ID, Priority: model.High, Investment: usd(85_000), Due: f.day(118), Status: model.NotStarted,
			Metrics:  []string{"Potential security threats: 15 % fewer", "Feedback from the pilot stores: 8 of 10", "Conversion after the pilot: contract for 200 stores"},
			Strategy: "KioskGuard in ten stores that differ in size, with the numbers of the quarter before beside it.\nFarid installs at night; Raj hears of it when it works."})
		f.campaign = add(s, &model.Objective{Name: "Campaign \"SecureRetail with CyberTech\"", Type: model.MarketingObjective, Goals: []model.ID{f.trust.ID}, Initiative: f.delivery.ID,
			Owner: f.priya.ID, Priority: model.Medium, Investment: usd(18_000), Due: f.day(48), Status: model.InProgress,
			Metrics:  []string{"Webinar attendance: 40", "Engagement rate of the campaign: 12 %"},
			Strategy: "Case books of retailers like them, first to those who will be asked; then the webinar."})
		f.backing = add(s, &model.Objective{Name: "Win the Economic Buyer", Type: model.RelationshipObjective, Goals: []model.ID{f.spend.ID}, Owner: f.ana.ID, Priority: model.High,
			Due: f.day(75), Status: model.InProgress, Metrics: []string{"Meetings with Alan Brown: 3 (1)", "Support of Alan Brown: Supporter"},
			Strategy: "Helen calls him as an equal. Before that, Claire has seen the calculation."})
		f.revenue = add(s, &model.Objective{Name: "RetailSecure for the online shop", Type: model.RevenueObjective, Goals: []model.ID{f.incidents.ID, f.shoppers.ID},
			Initiative: f.delivery.ID, Owner: f.tomasz.ID, Priority: model.High, Due: f.day(160), Status: model.InProgress,
			Metrics: []string{"Contract: USD 1,400,000"}, Strategy: "Technical approval from Oluwaseun first, then the price."})
		f.centres = add(s, &model.Objective{Name: "GreenGuard in the first green data centre", Type: model.BusinessDevelopmentObjective, Goals: []model.ID{f.carbon.ID},
			Initiative: f.green.ID, Owner: f.sofie.ID, Priority: model.Low, Due: f.day(420), Status: model.Deferred, Metrics: []string{"Design partner agreement: 1"}})
		f.decide = add(s, &model.Objective{Name: "Know who decides in Procurement and Legal", Type: model.ResearchObjective, Owner: f.ana.ID, Priority: model.Medium,
			Due: f.day(-60), Status: model.InProgress, Metrics: []string{"Names on the map: 3 (2)"}})
	})
	s.step(146, ben, "add objective A plan for the stores in Asia", func() {
		f.asia = add(s, &model.Objective{Name: "A plan for the stores in Asia", Status: model.NotStarted})
	})
	s.step(145, ana, "add the first actions", func() {
		f.caseBook = add(s, &model.Action{Name: "Write the case book of two retailers like them", Objective: f.campaign.ID, Owner: f.priya.ID, Function: model.ActionMarketing,
			Type: model.Task, Start: f.day(-145), Due: f.day(-100), Status: model.InProgress, Serves: f.delivery.ID})
		f.invite = add(s, &model.Action{Name: "Invite FreshKart's tech team to the webinar", Objective: f.campaign.ID, Owner: f.ana.ID, Function: model.ActionMarketing,
			Type: model.Task, Due: f.day(-12), Status: model.NotStarted, Serves: f.campaign.ID})
		f.webinar = add(s, &model.Action{Name: "Webinar with FreshKart's tech team", Objective: f.campaign.ID, Owner: f.mei.ID, Function: model.ActionMarketing, Type: model.Task,
			Due: f.today.AddMonths(1), Status: model.NotStarted, WaitsFor: []model.ID{f.invite.ID}, Serves: f.oluwaseun.ID})
		f.pickStores = add(s, &model.Action{Name: "Agree on the 10 flagship stores of the pilot", Objective: f.pilot.ID, Owner: f.ben.ID, Function: model.ActionService,
			Type: model.Task, Start: f.day(-20), Due: f.day(9), Status: model.NotStarted, Serves: f.kiosks.ID})
		f.startPilot = add(s, &model.Action{Name: "Start the pilot in 10 flagship stores", Objective: f.pilot.ID, Owner: f.farid.ID, Function: model.ActionPartner, Type: model.Task,
			Start: f.day(24), Due: f.day(27), Status: model.NotStarted, WaitsFor: []model.ID{f.pickStores.ID}, Serves: f.kiosks.ID})
		f.result = add(s, &model.Action{Name: "Show 15 % fewer potential threats", Objective: f.pilot.ID, Owner: f.ana.ID, Function: model.ActionSales, Type: model.Task,
			Due: f.day(118), Status: model.NotStarted, WaitsFor: []model.ID{f.startPilot.ID}, Serves: f.uptime.ID})
	})
}
