package modeltest

import "astute/model"

// importPeople brings in the people as a CRM knows them: names, titles, how to
// reach them. What they stand for is found out later.
func (f *freshkart) importPeople() {
	s := f.story
	var double *model.Contact
	s.step(171, ben, "import freshkart-contacts.csv", func() {
		f.margaret = f.person("Margaret Holloway", "CEO", nil, nil, model.CLevel, model.FunctionOther)
		f.jane = f.person("Jane Smith", "CTO", f.it, f.margaret, model.CLevel, model.FunctionIT)
		f.alan = f.person("Alan Brown", "CFO", f.finance, f.margaret, model.CLevel, model.FunctionFinance)
		f.lisa = f.person("Lisa Green", "CMO", f.marketing, f.margaret, model.CLevel, model.FunctionMarketing)
		f.raj = f.person("Raj Mehta", "COO", f.stores, f.margaret, model.CLevel, model.FunctionOperations)
		f.ngozi = f.person("Ngozi Okafor", "VP Digital Commerce", f.online, f.margaret, model.VP, model.FunctionSales)
		f.hakan = f.person("Håkan Sjöberg", "VP Store Operations, Europe", f.storesEurope, f.raj, model.VP, model.FunctionOperations)
		f.claire = f.person("Claire Dubois-Lefèvre", "VP Finance and Controlling", f.finance, f.alan, model.VP, model.FunctionFinance)
		f.ha = f.person("Trần Thị Thu Hà", "Director of Procurement", f.procurement, f.claire, model.Director, model.FunctionProcurement)
		f.oluwaseun = f.person("Oluwaseun Adébáyọ̀", "Director of Information Security", f.security, f.jane, model.Director, model.FunctionIT)
		f.miguel = f.person("Miguel Ángel Peña", "Director of E-commerce Platform", f.online, f.ngozi, model.Director, model.FunctionIT)
		f.yuki = f.person("Yūki Takahashi", "Director of Stores, Asia", f.stores, f.raj, model.Director, model.FunctionOperations)
		f.zoe = f.person("Zoë van der Berg", "Director of Sustainability", f.stores, f.raj, model.Director, model.FunctionOperations)
		f.jorge = f.person("Jorge Castellanos", "Director of Loyalty and Customer Data", f.marketing, f.lisa, model.Director, model.FunctionMarketing)
		f.marta = f.person("Marta Kowalczyk", "Manager, Store Systems", f.stores, f.hakan, model.ManagerRank, model.FunctionIT)
		f.deepak = f.person("Deepak Venkataraghavan", "Lead Data Scientist", f.it, f.jane, model.ManagerRank, model.FunctionIT)
		f.hannah = f.person("Hannah Weiß", "Senior Counsel, Privacy", nil, nil, 0, model.FunctionLegal)
		f.emre = f.person("Emre Şahin", "Security Architect", f.security, f.oluwaseun, model.Individual, model.FunctionIT)
		f.amelie = f.person("Amélie Fontaine", "Executive Assistant to the CFO", f.finance, f.alan, model.Individual, model.FunctionOther)
		f.patrick = f.person("Pádraig Devlin", "VP Infrastructure", f.it, f.jane, model.VP, model.FunctionIT)
		double = f.person("J. Smith", "Chief Technology Officer", f.it, nil, model.CLevel, model.FunctionIT)
	})
	s.step(170, ben, "remove contact J. Smith: the same person as Jane Smith", func() { s.remove(double) })
	s.step(169, ana, "add contact Samuel Ortega", func() {
		f.samuel = f.person("Samuel Ortega", "Partner, Whitfield Advisory", f.finance, nil, model.Director, model.FunctionOther)
		edit(s, f.samuel, func(c *model.Contact) {
			c.External, c.Email = true, "samuel.ortega@whitfield.example"
			c.Notes = "Advises Alan Brown on what IT should cost."
		})
	})
	s.step(169, ana, "name the heads of the units", func() {
		for _, u := range []struct {
			unit *model.Unit
			head *model.Contact
		}{{f.online, f.ngozi}, {f.stores, f.raj}, {f.storesEurope, f.hakan}, {f.it, f.jane}, {f.security, f.oluwaseun}, {f.finance, f.alan}, {f.procurement, f.ha}, {f.marketing, f.lisa}} {
			edit(s, u.unit, func(unit *model.Unit) { unit.Lead = u.head.ID })
		}
	})
}

// mails are the addresses that do not follow from the name.
var mails = map[string]string{
	"Håkan Sjöberg": "hakan.sjoberg", "Claire Dubois-Lefèvre": "claire.dubois-lefevre", "Trần Thị Thu Hà": "ha.tran", "Oluwaseun Adébáyọ̀": "oluwaseun.adebayo",
	"Miguel Ángel Peña": "miguel.pena", "Yūki Takahashi": "yuki.takahashi", "Zoë van der Berg": "zoe.vanderberg", "Hannah Weiß": "hannah.weiss", "Emre Şahin": "emre.sahin",
	"Amélie Fontaine": "amelie.fontaine", "Pádraig Devlin": "padraig.devlin", "J. Smith": "jsmith", "Jane Smith": "jane.smith", "Alan Brown": "alan.brown",
	"Lisa Green": "lisa.green", "Raj Mehta": "raj.mehta", "Margaret Holloway": "margaret.holloway", "Ngozi Okafor": "ngozi.okafor", "Jorge Castellanos": "jorge.castellanos",
	"Marta Kowalczyk": "marta.kowalczyk", "Deepak Venkataraghavan": "deepak.venkataraghavan",
}

func (f *freshkart) person(name, title string, unit *model.Unit, boss *model.Contact, rank model.Rank, function model.Function) *model.Contact {
	c := &model.Contact{Name: name, JobTitle: title, Rank: rank, Function: function}
	if unit != nil {
		c.Unit = unit.ID
	}
	if boss != nil {
		c.ReportsTo = boss.ID
	}
	if mail := mails[name]; mail != "" {
		c.Email = mail + "@freshkart.example"
	}
	return add(f.story, c)
}

// classifyChiefs notes what the first meetings taught about the top level.
func (f *freshkart) classifyChiefs() {
	s := f.story
	s.step(168, ana, "edit contact Jane Smith", func() {
		edit(s, f.jane, func(c *model.Contact) {
			c.DecisionRole = c.DecisionRole.With(model.TechnicalBuyer)
			c.Influence, c.Support, c.Alignment, c.Political, c.Coverage = model.High, model.Neutral, model.Middling, model.Agile, model.BriefContact
			c.Orientation, c.Adaptability, c.RiskTolerance = model.Technical, model.Visionary, model.Medium
			c.Phones, c.Location, c.TimeZone = []string{"+1 555 0100", "+1 555 0101 (mobile)"}, "Dallas, Texas", "America/Chicago"
			c.Profile, c.Since, c.Channel = "https://profiles.example/jane-smith-cto", f.day(-1100), "a short mail in the morning; never on Mondays"
			c.Concerns = "Attacks on retailers are growing, and the online shop is the open flank."
			c.Motivations = "Wants IT to be seen as what makes growth possible, not as a cost."
			c.Priorities = "A safe online shop first; then the AI trial; then kiosks."
			c.History = "Led the move of the shop to the cloud three years ago, on time. Chose our assessment over SafeNet's."
			c.Pitch = "Fewer incidents you have to explain to the board: counted, each month."
			c.Confirmed, c.Source = f.day(-168), "first meeting"
		})
	})
	s.step(167, ana, "classify Alan Brown, Lisa Green and Raj Mehta", func() {
		edit(s, f.alan, func(c *model.Contact) {
			c.DecisionRole = c.DecisionRole.With(model.EconomicBuyer, model.DecisionMaker)
			c.Influence, c.Support, c.Alignment, c.Political, c.Coverage = model.Medium, model.Neutral, model.Middling, model.Agile, model.BriefContact
			c.Orientation, c.Adaptability, c.RiskTolerance = model.Financial, model.Conservative, model.Low
			c.Phones, c.Location, c.TimeZone = []string{"+1 555 0110"}, "Dallas, Texas", "America/Chicago"
			c.Profile, c.Since, c.Channel = "https://profiles.example/alan-brown-cfo", f.day(-2300), "through Amélie Fontaine"
			c.Concerns = "What it costs, and whether the return can be shown."
			c.Motivations = "Promised investors a better margin by the end of the year."
			c.Priorities = "One supplier less for each one more."
			c.History = "Stopped a security project two years ago when its return could not be shown."
			c.Pitch = "Pay for itself within a year, or go back: here is the calculation."
			c.Confirmed, c.Source = f.day(-167), "introduced by Jane Smith"
		})
		edit(s, f.lisa, func(c *model.Contact) {
			c.DecisionRole = c.DecisionRole.With(model.UserBuyer)
			c.Influence, c.Support, c.Alignment, c.Political, c.Coverage = model.High, model.Neutral, model.Middling, model.Observing, model.BriefContact
			c.Orientation, c.Adaptability, c.RiskTolerance = model.Relational, model.Pragmatist, model.Medium
			c.Location, c.TimeZone, c.Since = "Austin, Texas", "America/Chicago", f.day(-400)
			c.Concerns = "One leak would cost the trust and loyalty that customers have."
			c.Priorities = "Satisfied, loyal customers who know that their data is safe."
			c.Pitch = "A promise about data that you can print on every receipt."
			c.Confirmed, c.Source = f.day(-167), "retail fair"
		})
		edit(s, f.raj, func(c *model.Contact) {
			c.DecisionRole = c.DecisionRole.With(model.UserBuyer)
			c.Influence, c.Support, c.Alignment, c.Political, c.Coverage = model.Medium, model.Neutral, model.Middling, model.Learning, model.BriefContact
			c.Orientation, c.Adaptability, c.RiskTolerance = model.Business, model.Laggard, model.Low
			c.Location, c.TimeZone, c.Since = "Houston, Texas", "America/Chicago", f.day(-210)
			c.Concerns = "Nothing new may disturb the stores: technology has to go in smoothly, or not at all."
			c.Priorities = "Kiosks that simply run."
			c.Pitch = "Ten stores, three months, no minute of standstill."
			c.Confirmed, c.Source = f.day(-167), "Håkan Sjöberg"
		})
	})
}

// classifyOthers notes what is known of the people below.
func (f *freshkart) classifyOthers() {
	s := f.story
	set := func(c *model.Contact, influence model.Level, support model.Support, political model.PoliticalStatus, coverage model.Coverage, roles ...model.DecisionRole) {
		edit(s, c, func(c *model.Contact) {
			c.Influence, c.Support, c.Political, c.Coverage = influence, support, political, coverage
			c.DecisionRole, c.Confirmed, c.Source = c.DecisionRole.With(roles...), model.DateOf(s.at), "account team"
		})
	}
	s.step(165, ana, "classify the vice presidents", func() {
		edit(s, f.margaret, func(c *model.Contact) { c.Political, c.Coverage = model.Astute, model.NoContact })
		set(f.ngozi, model.Medium, model.Neutral, model.Agile, model.MultipleContacts, model.Influencer, model.UserBuyer)
		set(f.hakan, model.Medium, model.Opponent, model.Observing, model.BriefContact, model.UserBuyer)
		set(f.claire, model.Medium, model.Neutral, model.Agile, model.NoContact, model.Influencer)
		set(f.patrick, model.High, model.Champion, model.Agile, model.InDepth, model.DecisionMaker)
		edit(s, f.ngozi, func(c *model.Contact) {
			c.Orientation, c.Adaptability, c.Alignment = model.Business, model.Innovator, model.Good
			c.Concerns = "Anything that slows the payment page down."
		})
		edit(s, f.hakan, func(c *model.Contact) {
			c.Orientation, c.Adaptability, c.RiskTolerance, c.Alignment = model.Relational, model.Conservative, model.Low, model.Poor
			c.Location, c.TimeZone = "Göteborg", "Europe/Stockholm"
			c.History = "Saw SuperSecure Tech's results at a European retailer and would rather have them."
		})
	})
	s.step(163, ben, "classify directors and managers", func() {
		set(f.ha, model.Medium, model.Opponent, model.Learning, model.MultipleContacts, model.Gatekeeper)
		set(f.oluwaseun, model.Medium, model.Supporter, model.Observing, model.InDepth, model.TechnicalBuyer, model.Influencer)
		set(f.miguel, model.Medium, model.Supporter, model.Observing, model.MultipleContacts, model.UserBuyer)
		set(f.yuki, model.Low, model.Neutral, model.Learning, model.BriefContact, model.UserBuyer)
		set(f.zoe, model.Low, model.Supporter, model.Observing, model.BriefContact, model.Influencer)
		set(f.jorge, model.Medium, model.Neutral, model.Observing, model.NoContact, model.Influencer)
		set(f.marta, model.Low, model.Supporter, model.Observing, model.InDepth, model.UserBuyer)
		set(f.deepak, model.Low, model.Supporter, model.Learning, model.MultipleContacts, model.TechnicalBuyer)
		set(f.emre, model.Low, model.Champion, model.Observing, model.InDepth, model.Influencer)
		set(f.amelie, model.Low, model.Neutral, model.Observing, model.BriefContact, model.Gatekeeper)
		set(f.samuel, model.Medium, model.Neutral, model.Observing, model.BriefContact, model.Influencer)
		edit(s, f.ha, func(c *model.Contact) {
			c.PreferredName, c.Orientation, c.RiskTolerance, c.Alignment = "Hà", model.Financial, model.High, model.Poor
			c.Concerns = "Too many suppliers. Holds GuardianCyber's offer against ours, though it is 20 % dearer."
		})
		edit(s, f.yuki, func(c *model.Contact) {
			c.PreferredName, c.Location, c.TimeZone, c.Touched = "高橋 優希", "東京", "Asia/Tokyo", f.day(-380)
		})
		edit(s, f.emre, func(c *model.Contact) {
			c.Orientation, c.Adaptability, c.Alignment = model.Technical, model.Innovator, model.Good
			c.Notes = "Tells us how things are decided there. A coach: he wishes us well, but nobody asks him."
		})
		edit(s, f.oluwaseun, func(c *model.Contact) {
			c.PreferredName, c.Orientation, c.Adaptability, c.Alignment = "Seun", model.Technical, model.Pragmatist, model.Good
			c.Location, c.TimeZone, c.Tags = "Dallas, Texas", "America/Chicago", []string{"reference", "webinar"}
		})
	})
}
