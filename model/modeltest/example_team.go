package modeltest

import "astute/model"

// team is CyberTech: who works on accounts, and what they sell.
type team struct {
	ana, ben, tomasz, mei, priya, helen, liam, farid, sofie, kenji, odile, grace, ravi *model.Teammate
	retailSecure, aiShield, greenGuard, kioskGuard, assessment, supportDesk            *model.Product
}

// tellTeam makes the catalogue and the team of CyberTech Inc., Sydney.
func tellTeam(s *story) *team {
	t := &team{}
	s.step(176, ana, "add products of CyberTech", func() {
		t.retailSecure = add(s, &model.Product{Name: "RetailSecure", Category: "Application security",
			Description: "Encrypts online transactions from end to end, from basket to bank."})
		t.aiShield = add(s, &model.Product{Name: "AIShield", Category: "AI security",
			Description: "Keeps the models and data of AI systems from being tampered with."})
		t.greenGuard = add(s, &model.Product{Name: "GreenGuard", Category: "Infrastructure security",
			Description: "Security for data centres that have to save energy: less hardware, the same protection."})
		t.kioskGuard = add(s, &model.Product{Name: "KioskGuard", Category: "In-store security",
			Description: "Watches kiosks and other touchpoints in the store as they are used, and raises the alarm at once."})
		t.assessment = add(s, &model.Product{Name: "Security Assessment", Category: "Consulting", Description: "Finds what is open, and says what to close first."})
		t.supportDesk = add(s, &model.Product{Name: "Support Desk", Category: "Services", Description: "People who answer, day and night."})
	})
	s.step(176, ana, "add the team", func() {
		t.helen = add(s, &model.Teammate{Name: "Helen Marsh", Email: "helen.marsh@cybertech.example", Role: model.ExecutiveSponsorRole})
		t.liam = add(s, &model.Teammate{Name: "Liam Tierney", Email: "liam.tierney@cybertech.example", Role: model.ProgrammeManager, Manager: t.helen.ID})
		t.ana = add(s, &model.Teammate{Name: "Ana Ruiz", Email: "ana.ruiz@cybertech.example", Role: model.StrategicAccountManager, Manager: t.liam.ID})
		t.ben = add(s, &model.Teammate{Name: "Ben Carter", Email: "ben.carter@cybertech.example", Role: model.CustomerSuccessRole, Manager: t.liam.ID})
		t.tomasz = add(s, &model.Teammate{Name: "Tomasz Wójcik", Email: "tomasz.wojcik@cybertech.example", Role: model.AccountExecutive, Manager: t.liam.ID,
			Products: []model.ID{t.retailSecure.ID, t.kioskGuard.ID}})
		t.mei = add(s, &model.Teammate{Name: "Mei-Ling Zhao", Email: "meiling.zhao@cybertech.example", Role: model.SalesEngineer, Manager: t.liam.ID,
			Products: []model.ID{t.retailSecure.ID, t.aiShield.ID, t.kioskGuard.ID}})
		t.priya = add(s, &model.Teammate{Name: "Priya Raghunathan", Email: "priya.raghunathan@cybertech.example", Role: model.MarketingRole, Manager: t.helen.ID})
		t.farid = add(s, &model.Teammate{Name: "Farid Nassar", Email: "farid.nassar@lonestar.example", Role: model.PartnerRole, Company: "Lone Star Integration",
			Products: []model.ID{t.kioskGuard.ID}})
		t.sofie = add(s, &model.Teammate{Name: "Sofie Lindqvist", Email: "sofie.lindqvist@cybertech.example", Role: model.ProductRole, Products: []model.ID{t.greenGuard.ID}})
		t.kenji = add(s, &model.Teammate{Name: "森 健司 (Kenji Mori)", Email: "kenji.mori@cybertech.example", Role: model.AccountManager, Manager: t.liam.ID})
		t.odile = add(s, &model.Teammate{Name: "Odile Mercœur", Email: "odile.mercoeur@cybertech.example", Role: model.BusinessDevelopment, Manager: t.liam.ID})
		t.grace = add(s, &model.Teammate{Name: "Grace Wanjirũ", Email: "grace.wanjiru@cybertech.example", Role: model.SupportRole, Manager: t.helen.ID})
		t.ravi = add(s, &model.Teammate{Name: "Ravi Chandran", Email: "ravi.chandran@cybertech.example", Role: model.PortfolioSales, Manager: t.liam.ID,
			Products: []model.ID{t.aiShield.ID}})
	})
	s.step(175, ana, "note about teammate Ravi Chandran", func() {
		edit(s, t.ravi, func(r *model.Teammate) { r.Notes = "Sells AIShield across all accounts; in Sydney on Mondays only." })
		edit(s, t.kioskGuard, func(p *model.Product) { p.Tags, p.ExternalID = []string{"pilot", "retail"}, "CT-KG-01" })
	})
	return t
}
