package modeltest

import "astute/model"

// meet notes an interaction on the day of the step being told.
func (f *freshkart) meet(kind model.InteractionType, who *model.Teammate, with []*model.Contact, summary, we, they string) *model.Interaction {
	i := &model.Interaction{On: model.DateOf(f.at), Type: kind, Teammate: who.ID, Summary: summary, WePromised: we, TheyPromised: they}
	for _, c := range with {
		i.Contacts = append(i.Contacts, c.ID)
	}
	return add(f.story, i)
}

// people is short for a list of contacts.
func people(list ...*model.Contact) []*model.Contact { return list }

// milestone notes a point on the timeline, that many days from today.
func (f *freshkart) milestone(name string, kind model.MilestoneType, day int, text string) *model.Milestone {
	return add(f.story, &model.Milestone{Name: name, Type: kind, On: f.day(day), Text: text})
}

// beginWork tells the months after the plan was made: history put on the
// timeline, first meetings, first reviews.
func (f *freshkart) beginWork() {
	s := f.story
	s.account = f.account.ID
	s.step(144, ana, "add the timeline of FreshKart Grocers", func() {
		f.milestone("Security assessment of the online shop", model.DealSigned, -770, "Our first order: USD 120,000. Patrick wanted it, Jane signed.")
		f.milestone("Assessment repeated for the European shop", model.Expansion, -420, "USD 90,000 more.")
		f.milestone("Support contract goes on", model.RenewalMilestone, -400, "")
		f.milestone("First talks with the stores", model.NewDepartment, -230, "Until then we knew only IT.")
		f.milestone("Raj Mehta becomes COO", model.LeadershipChange, -210, "Came from a logistics company; brought Håkan Sjöberg's trust with him.")
		f.milestone("Online and Stores get separate budgets", model.BudgetChange, -190, "Ngozi decides over hers up to half a million.")
		f.milestone("GuardianCyber offers a complete package", model.CompetitiveLoss, -182, "Lost the support desk to them in one country; 20 % dearer for all of it.")
		f.milestone("Trial of AI for stock in 50 stores", model.InitiativeMilestone, -179, "")
		f.milestone("Loan for the new data centres", model.FundingMilestone, -178, "Tied to the carbon goal.")
		f.milestone("A delivery start-up is bought", model.MergerAcquisition, -177, "Its app goes into the online shop.")
	})
	s.step(143, ben, "log meeting with Oluwaseun Adébáyọ̀ and Emre Şahin", func() {
		f.meet(model.Meeting, f.mei, people(f.oluwaseun, f.emre), "Went through the findings of the assessment. Seun wants the payment page first; Emre explained how changes get approved.",
			"A proof of concept for the payment page.", "Test data, and a room in the change calendar.")
	})
	s.step(137, ana, "log call with Jane Smith", func() {
		asked := f.meet(model.Call, f.ana, people(f.jane), "She asked what other retailers do about the new attacks. Liked that we count incidents, not alarms.", "A case book of two retailers.", "")
		edit(s, f.caseBook, func(a *model.Action) { a.Serves = asked.ID }) // kept when it is complete
		edit(s, f.jane, func(c *model.Contact) { c.Coverage, c.Alignment = model.MultipleContacts, model.Good })
	})
	s.step(126, ana, "edit account FreshKart Grocers: the plan is active", func() {
		edit(s, f.account, func(a *model.Account) { a.PlanStatus = model.ActivePlan })
		f.accountReview = add(s, &model.Review{Type: model.AccountReview, Cadence: model.Quarterly, Focus: "Is the plan still right?", On: f.day(-104).AddMonths(-1),
			Attendees: []model.ID{f.ana.ID, f.ben.ID, f.tomasz.ID, f.mei.ID}})
		f.inspection = add(s, &model.Review{Type: model.Inspection, Cadence: model.Fortnightly, Focus: "Actions of the last fortnight", On: f.day(-112), Attendees: []model.ID{f.ana.ID, f.liam.ID}})
		add(s, &model.Review{Type: model.AnnualWorkshop, Cadence: model.Yearly, Held: f.day(-174), Attendees: []model.ID{f.ana.ID, f.ben.ID, f.helen.ID, f.mei.ID, f.tomasz.ID},
			Vulnerabilities: "One friend at the top, none in Finance.", Recommendations: "A pilot in the stores; numbers for Alan.", Decisions: "FreshKart becomes a top account."})
		add(s, &model.Review{Type: model.WithCustomer, On: f.day(34), Focus: "What the pilot should show", Attendees: []model.ID{f.ana.ID, f.ben.ID, f.jane.ID, f.marta.ID}})
		add(s, &model.Review{Type: model.QBR, On: f.day(20), Cadence: model.Quarterly, Attendees: []model.ID{f.ana.ID, f.tomasz.ID, f.jane.ID}})
		add(s, &model.Review{Type: model.ExecutiveSponsorReview, Cadence: model.HalfYearly, On: f.day(62), Attendees: []model.ID{f.helen.ID, f.ana.ID}})
	})
}

// carryOn tells what went well, and what did not.
func (f *freshkart) carryOn() {
	s := f.story
	s.account = f.account.ID
	s.step(101, ana, "hold the account review of FreshKart Grocers", func() {
		edit(s, f.accountReview, func(r *model.Review) {
			// Due again twelve days ago, or a day before where months end early.
			r.Held = f.day(-12).AddMonths(-3)
			r.Vulnerabilities = "Nobody of ours has met Claire, who prepares every number that Alan sees."
			r.Recommendations = "Helen to open the door to Finance."
			r.Decisions = "The pilot goes first; GreenGuard waits."
		})
	})
	s.step(98, ben, "complete action Write the case book of two retailers like them", func() {
		edit(s, f.caseBook, func(a *model.Action) {
			a.Status, a.Result = model.Complete, "24 pages; Jane has forwarded it to Ngozi."
		})
		f.meet(model.Mail, f.priya, people(f.jane, f.ngozi), "Sent the case book.", "", "Ngozi will name somebody for the payment page.")
	})
	s.step(90, ana, "contact Pádraig Devlin has left", func() {
		edit(s, f.patrick, func(c *model.Contact) {
			c.Left, c.Notes = true, "Went to a bank in Dublin. Still answers a message; he knows how Alan was won last time."
		})
		f.milestone("Infrastructure and Security are put together", model.Reorganisation, -91, "Pádraig Devlin leaves; a CISO is to be found.")
		f.seat = f.person("CISO (not appointed yet)", "Chief Information Security Officer", f.security, f.jane, model.VP, model.FunctionIT)
		edit(s, f.seat, func(c *model.Contact) { c.Placeholder = true })
	})
	s.step(83, ben, "log meeting with Marta Kowalczyk", func() {
		f.meet(model.Meeting, f.ben, people(f.marta, f.hakan), "Walked through two stores. Marta showed the kiosks; Håkan spoke of the standstill in spring and of SuperSecure Tech.",
			"A plan that installs at night only.", "Marta will propose ten stores.")
		f.nameStores = add(s, &model.Action{Name: "Propose ten stores with a contact person each", Objective: f.pilot.ID, Owner: f.marta.ID, Function: model.ActionCustomer, Type: model.Task,
			Due: f.day(5), Status: model.InProgress, Serves: f.pilot.ID})
		edit(s, f.pickStores, func(a *model.Action) { a.WaitsFor = []model.ID{f.nameStores.ID} })
	})
	s.step(70, ana, "ask Helen Marsh to call Alan Brown", func() {
		f.call = add(s, &model.Action{Name: "Call Alan Brown as one chief calls another", Objective: f.backing.ID, Owner: f.ana.ID, Function: model.ActionSales, Type: model.Ask, AskedOf: f.helen.ID,
			Due: f.day(-50), Status: model.NotStarted, Serves: f.alan.ID})
		add(s, &model.Action{Name: "Two days of a retail architect for the calculation", Objective: f.backing.ID, Owner: f.tomasz.ID, Function: model.ActionProduct, Type: model.Ask,
			AskedOf: f.sofie.ID, Due: f.day(0), Status: model.InProgress, Serves: f.spend.ID})
	})
	f.decideDeals()
	s.step(52, ana, "log call with Alan Brown", func() {
		f.meet(model.Call, f.helen, people(f.alan), "Twenty minutes. He would pay for a result, not for a promise; asked who else in retail has paid back within a year.",
			"The calculation, with Claire Dubois-Lefèvre checking it.", "Half an hour once he has read it.")
		edit(s, f.call, func(a *model.Action) {
			a.Status, a.Result = model.Complete, "Yes: Helen called him; he wants the calculation before he meets us."
		})
		edit(s, f.backing, func(o *model.Objective) { o.Metrics[0] = "Meetings with Alan Brown: 3 (2)" })
	})
	s.step(45, ben, "log kiosk standstill", func() {
		f.standstill = f.meet(model.OtherInteraction, f.grace, people(f.raj, f.marta), "Kiosks in six stores stood still for an hour after an update of the supplier. Not ours, but Raj does not care whose.",
			"A report on what happened, though it was not us.", "")
		edit(s, f.raj, func(c *model.Contact) {
			c.Support, c.Alignment = model.Opponent, model.Poor
			c.Confirmed, c.Source = f.day(-45), "Grace after the standstill"
		})
		edit(s, f.uptime, func(g *model.Goal) { g.Current = decimal("95.5") })
		edit(s, f.account, func(a *model.Account) {
			a.OverallHealth, a.HealthReason = model.Middling, "strong in IT, opposed in Operations since the standstill, no friend in Finance"
		})
	})
}

// catchUp tells the last weeks, up to two days ago.
func (f *freshkart) catchUp() {
	s := f.story
	s.account = f.account.ID
	s.step(38, ben, "add actions after the standstill", func() {
		add(s, &model.Action{Name: "Report on the standstill for Raj Mehta", Objective: f.pilot.ID, Owner: f.grace.ID, Function: model.ActionSupport, Type: model.Task, Due: f.day(-25),
			Status: model.Complete, Serves: f.standstill.ID, Result: "Sent; he read it and asked one question."})
		add(s, &model.Action{Name: "Answer Procurement's questionnaire", Objective: f.revenue.ID, Owner: f.tomasz.ID, Function: model.ActionSales, Type: model.Task, Start: f.day(-38), Due: f.day(-3),
			Status: model.InProgress, Serves: f.ha.ID})
		add(s, &model.Action{Name: "Technical approval for RetailSecure", Objective: f.revenue.ID, Owner: f.mei.ID, Function: model.ActionSales, Type: model.Task, Due: f.day(16),
			Status: model.InProgress, Serves: f.oluwaseun.ID})
		add(s, &model.Action{Name: "Offer for RetailSecure", Objective: f.revenue.ID, Owner: f.tomasz.ID, Function: model.ActionSales, Type: model.Task, Due: f.day(44), Status: model.NotStarted})
		add(s, &model.Action{Name: "Stand at the retail fair", Objective: f.campaign.ID, Owner: f.priya.ID, Function: model.ActionMarketing, Type: model.Task, Due: f.day(-30), Status: model.Cancelled,
			Result: "Too dear this year; Priya speaks on a panel in its place."})
		add(s, &model.Action{Name: "Workshop on green data centres", Objective: f.centres.ID, Owner: f.sofie.ID, Function: model.ActionProduct, Type: model.Task, Due: f.day(200), Status: model.Deferred})
		add(s, &model.Action{Name: "Find out who in Legal has a say", Objective: f.decide.ID, Owner: f.ben.ID, Function: model.ActionService, Type: model.Task, Due: f.day(-62), Status: model.Complete,
			Done: f.day(-64), Result: "Hannah Weiß, for anything that touches customer data. Not met yet."})
		add(s, &model.Action{Name: "Meet Hannah Weiß"})
	})
	s.step(33, ana, "complete objective Know who decides in Procurement and Legal", func() {
		edit(s, f.decide, func(o *model.Objective) { o.Status, o.Metrics = model.Complete, []string{"Names on the map: 3 (3)"} })
	})
	s.step(31, ana, "move Jane Smith to the inner circle", func() {
		edit(s, f.jane, func(c *model.Contact) {
			c.Political, c.Support, c.Coverage, c.Confirmed, c.Source = model.Astute, model.Supporter, model.InDepth, f.day(-31), "the board follows her on the shop"
		})
		f.meet(model.Meeting, f.ana, people(f.jane, f.oluwaseun), "Lunch. The board has asked her, not Raj, to present the kiosks. She will back the pilot if Stores names the places.",
			"Slides on the pilot for the board.", "She will speak with Raj.")
	})
	s.step(29, ana, "log the portfolio review", func() {
		add(s, &model.Review{Type: model.PortfolioReview, Cadence: model.Once, Held: f.day(-30), Focus: "All accounts of the region", Attendees: []model.ID{f.liam.ID, f.helen.ID}})
	})
	f.keepUpMoney()
	s.step(26, ben, "agree objective Pilot of three months in 10 flagship stores with the customer", func() {
		edit(s, f.pilot, func(o *model.Objective) { o.Agreed, o.Status = true, model.InProgress })
		f.meet(model.Meeting, f.ben, people(f.jane, f.marta), "Agreed: ten stores, three months, 15 % fewer potential threats. Jane wants a number each week.", "A weekly number.", "A sponsor in the stores.")
	})
	s.step(24, ben, "confirm Margaret Holloway, Marta Kowalczyk, Emre Şahin and Oluwaseun Adébáyọ̀", func() {
		for _, c := range people(f.margaret, f.marta, f.emre, f.oluwaseun) {
			edit(s, c, func(c *model.Contact) { c.Confirmed = f.day(-24) })
		}
	})
	s.step(21, ana, "add what lies ahead", func() {
		fair := f.milestone("Retail technology fair", model.IndustryEvent, 41, "Lisa Green speaks; Priya is on a panel.")
		edit(s, f.secureRetail, func(c *model.Campaign) {
			c.Milestone, c.Result = fair.ID, "7 % of those written to have answered so far"
		})
		f.milestone("New shopping app", model.ProductLaunch, 68, "Payments move into the app.")
		f.milestone("Board looks at next year's budget", model.StrategicMeeting, 83, "Jane presents the kiosks.")
		f.milestone("Pilot begins in 10 flagship stores", model.ProjectMilestone, 27, "Three months.")
		f.milestone("Half-year figures", model.OtherMilestone, 55, "")
		f.milestone("Online orders grow faster than planned", model.GrowthChange, -22, "A fifth more than a year ago.")
	})
	s.step(19, ana, "edit relationship with Alan Brown", func() {
		edit(s, f.withAlan, func(r *model.Relationship) { r.Wanted, r.Health = model.ProblemSolver, model.Middling })
		edit(s, f.incidents, func(g *model.Goal) { g.Current = model.NumberOf(33) })
	})
	s.step(16, ana, "log the opportunity review", func() {
		add(s, &model.Review{Type: model.OpportunityReview, Cadence: model.Monthly, Held: f.day(-16), Focus: "RetailSecure: what keeps it from closing",
			Attendees: []model.ID{f.tomasz.ID, f.liam.ID}, Decisions: "No discount before the technical approval."})
	})
	s.step(15, ana, "edit objective Campaign \"SecureRetail with CyberTech\"", func() {
		edit(s, f.campaign, func(o *model.Objective) {
			o.Metrics = []string{"Webinar attendance: 40", "Engagement rate of the campaign: 12 % (7 %)"}
		})
		f.meet(model.Mail, f.priya, people(f.lisa, f.jorge), "Wrote about a promise on data protection for the new app. Lisa answered the same day.", "A draft she can show.", "A date with Jorge Castellanos.")
	})
	s.step(9, ana, "hold the 1:1 inspection", func() {
		edit(s, f.inspection, func(r *model.Review) {
			r.Held, r.Next, r.Decisions = f.day(-9), f.day(5), "The invitation goes out this week; Procurement's questionnaire before anything else."
		})
	})
	s.step(8, ana, "silence map-differs of Lisa Green", func() {
		add(s, &model.Silence{Rule: "map-differs", Subject: f.lisa.ID, Reason: "Both are true: she keeps out of the politics, and everybody asks her.", Until: f.day(80)})
	})
	s.step(5, ben, "log call with Marta Kowalczyk", func() {
		f.meet(model.Call, f.ben, people(f.marta), "Seven of ten stores are named; three in Houston wait for Raj.", "The night plan for Houston.", "The last three names this week.")
	})
	s.step(3, ana, "edit account FreshKart Grocers: headline", func() {
		edit(s, f.account, func(a *model.Account) {
			a.Headline = "The pilot is agreed with the CTO; Finance and Operations still have to be won"
			a.Notes = "Shown to Jane on paper: only what is marked for the customer."
		})
	})
}
