package modeltest

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"

	"astute/model"
)

// Generate returns a made-up but realistic book with that many contacts, about
// a hundred an account: units, reporting lines, influence, half-done
// classification, a team of ours, and some objectives, actions, interactions,
// milestones, reviews and money around today. The same arguments give the same
// records; every link in them resolves, and every record passes [model.Check].
func Generate(seed uint64, contacts int, today model.Date) []model.Record {
	g := newGenerator(seed, contacts, today)
	accounts := max(1, contacts/100)
	g.shared(accounts)
	from := 0
	for i := range accounts {
		// Accounts differ in size, but add up to what was asked for.
		to := (i + 1) * contacts / accounts
		if i < accounts-1 && contacts >= 100 {
			to += g.IntN(41) - 20
		}
		g.account(i, to-from)
		from = to
	}
	return g.records
}

type generator struct {
	*rand.Rand
	ids       model.IDs
	at        time.Time // of making; moves on from record to record
	today     model.Date
	records   []model.Record
	stocks    []*stock
	taken     map[string]bool // company names in use
	teammates []model.ID
	products  []model.ID
}

func newGenerator(seed uint64, contacts int, today model.Date) *generator {
	var key [32]byte
	for i := range 8 {
		key[i] = byte(seed >> (8 * i))
	}
	source := rand.NewChaCha8(key)
	return &generator{
		Rand:    rand.New(source),
		ids:     model.IDs{Entropy: source.Read},
		at:      today.AddDays(-400).Time(),
		today:   today,
		records: make([]model.Record, 0, 2*contacts+64),
		stocks:  stocks(),
		taken:   map[string]bool{},
	}
}

// put gives the record its head and adds it to the book.
func (g *generator) put(account model.ID, r model.Record) model.ID {
	g.at = g.at.Add(time.Millisecond)
	head := r.Base()
	head.ID, head.Account = g.ids.New(g.at), account
	head.Created = model.InstantOf(g.at)
	head.Changed = head.Created
	g.records = append(g.records, r)
	return head.ID
}

// chance reports true in that many of a hundred cases.
func (g *generator) chance(percent int) bool { return g.IntN(100) < percent }

func pick[T any](g *generator, list []T) T { return list[g.IntN(len(list))] }

// day returns a day between the two distances from today.
func (g *generator) day(from, to int) model.Date { return g.today.AddDays(from + g.IntN(to-from+1)) }

// word returns one of the first n words of a choice, or unknown in that many of
// a hundred cases.
func word[C ~uint8](g *generator, n, unknown int) C {
	if g.chance(unknown) {
		return 0
	}
	return C(1 + g.IntN(n))
}

// shared makes what all accounts share: products and our own people.
func (g *generator) shared(accounts int) {
	for _, product := range []string{"Beacon", "Compass", "Harvest", "Ledger", "Pulse", "Relay"} {
		g.products = append(g.products, g.put(model.ID{}, &model.Product{Name: product, Category: pick(g, companyTrades), Description: "Part of the catalogue that tests sell."}))
	}
	boss := model.ID{}
	for i := range 4 + accounts/8 {
		full, mail := g.person()
		t := &model.Teammate{Name: full, Email: mail + strconv.Itoa(i) + "@ours.example", Role: model.TeamRole(1 + i%13), Manager: boss}
		if t.Role == model.PartnerRole {
			t.Company = "Partner " + pick(g, companyWords)
		}
		t.Products = []model.ID{pick(g, g.products)}
		id := g.put(model.ID{}, t)
		g.teammates = append(g.teammates, id)
		if i%8 == 0 {
			boss = id
		}
	}
}

// person makes up a name, and how an e-mail address spells it.
func (g *generator) person() (full, mail string) {
	s := pick(g, g.stocks)
	given, family := pick(g, s.given), pick(g, s.family)
	if s.familyFirst {
		return family.text + given.text, given.ascii + "." + family.ascii
	}
	full = given.text + " " + family.text
	if s.initials && g.chance(40) {
		full = given.text + " " + string(rune('A'+g.IntN(26))) + ". " + family.text
	}
	switch second := pick(g, s.family); {
	case second == family:
	case s.doubled:
		full += " " + second.text
	case g.chance(8):
		full += "-" + second.text
	}
	return full, given.ascii + "." + family.ascii
}

// company makes up a name that no other account of the book has, and its domain.
func (g *generator) company(i int) (title, domain string) {
	title = strings.TrimSpace(pick(g, companyWords) + " " + pick(g, companyTrades) + " " + pick(g, companyForms))
	for g.taken[title] {
		title = pick(g, companyWords) + " " + title
	}
	g.taken[title] = true
	return title, "account" + strconv.Itoa(i) + ".example"
}

var currencies = []model.Currency{"USD", "EUR", "GBP", "JPY", "AUD", "INR", "KWD"}

// account makes one account with that many contacts and what surrounds them.
func (g *generator) account(i, size int) {
	title, domain := g.company(i)
	// What belongs together is made together; a thousand accounts take a fortnight.
	g.at = g.at.Add(20 * time.Minute)
	currency := pick(g, currencies)
	owner := pick(g, g.teammates)
	account := g.put(model.ID{}, &model.Account{
		Name: title, PlanType: word[model.PlanType](g, 3, 10), PlanStatus: word[model.PlanStatus](g, 5, 10),
		Owner: owner, Team: []model.ID{owner}, Relationship: word[model.AccountRelationship](g, 2, 5), Industry: pick(g, industries), HQ: pick(g, cities),
		Employees: model.NumberOf(int64(50 + g.IntN(200_000))), AnnualRevenue: model.NewMoney(int64(1_000_000+g.IntN(900_000))*1_000, currency),
		Culture: word[model.Culture](g, 4, 30), ImportanceToUs: word[model.Level](g, 3, 20), ImportanceToCustomer: word[model.Level](g, 3, 40),
		OverallHealth: word[model.Wellbeing](g, 3, 25), Currency: currency,
	})
	var units []model.ID
	for _, unit := range []string{"Finance", "IT", "Marketing", "Operations", "Procurement", "Sales"}[:min(6, 1+size/8)] {
		units = append(units, g.put(account, &model.Unit{Name: unit}))
	}
	people := g.people(account, units, domain, size)
	if size > 1 {
		g.ties(account, people)
	}
	g.work(account, people)
	g.money(account, units, people, currency)
}

// seats are the levels of an organisation with the share of its people each
// has, and what the people on it are called.
var seats = []struct {
	rank   model.Rank
	upTo   int // percent of the people who stand on this level or a higher one
	titles []string
}{
	{model.CLevel, 4, []string{"CEO", "CFO", "CIO", "CTO", "COO", "CMO", "Chief Procurement Officer"}},
	{model.VP, 12, []string{"VP %s", "Vice President, %s", "SVP %s", "Head of %s"}},
	{model.Director, 28, []string{"Director of %s", "%s Director", "Senior Director, %s"}},
	{model.ManagerRank, 58, []string{"%s Manager", "Team Lead %s", "Manager, %s"}},
	{model.Individual, 100, []string{"%s Analyst", "%s Specialist", "Senior %s Engineer", "Buyer, %s"}},
}

var departments = []struct {
	name     string
	function model.Function
}{
	{"IT Security", model.FunctionIT}, {"Infrastructure", model.FunctionIT}, {"Accounting", model.FunctionFinance}, {"Treasury", model.FunctionFinance},
	{"Brand", model.FunctionMarketing}, {"Key Accounts", model.FunctionSales}, {"Supply Chain", model.FunctionOperations}, {"Plant Operations", model.FunctionOperations},
	{"Procurement", model.FunctionProcurement}, {"Compliance", model.FunctionLegal}, {"People", model.FunctionHR}, {"Innovation", model.FunctionOther},
}

// people makes the contacts of an account, highest first, each reporting to
// somebody above.
func (g *generator) people(account model.ID, units []model.ID, domain string, size int) []model.ID {
	ids := make([]model.ID, 0, size)
	mails := make(map[string]int, size)
	level, above, top := 0, 0, 0 // [above, top) are the people one level up
	for i := range size {
		for level < len(seats)-1 && i*100 >= seats[level].upTo*size && i > 0 {
			if i > top {
				above, top = top, i
			}
			level++
		}
		seat, department := seats[level], pick(g, departments)
		full, mail := g.person()
		c := &model.Contact{Name: full, Rank: seat.rank, Function: department.function, Unit: pick(g, units), JobTitle: pick(g, seat.titles)}
		if strings.Contains(c.JobTitle, "%s") {
			c.JobTitle = fmt.Sprintf(c.JobTitle, department.name)
		}
		if top > above {
			c.ReportsTo = ids[above+g.IntN(top-above)]
		}
		g.reach(c, mail, domain, mails)
		g.classify(c)
		ids = append(ids, g.put(account, c))
	}
	return ids
}

// reach fills in how a contact is reached.
func (g *generator) reach(c *model.Contact, mail, domain string, mails map[string]int) {
	if !g.chance(8) {
		mails[mail]++
		if n := mails[mail]; n > 1 {
			mail += strconv.Itoa(n)
		}
		c.Email = mail + "@" + domain
	}
	if g.chance(60) {
		c.Phones = []string{"+1 555 " + strconv.Itoa(1000000+g.IntN(9000000))}
	}
	if place := g.IntN(2 * len(cities)); place < len(cities) {
		c.Location, c.TimeZone = cities[place], zones[place]
	}
}

// classify fills in what is known of a contact: much of some, nothing of others.
func (g *generator) classify(c *model.Contact) {
	if g.chance(25) {
		return
	}
	c.Influence = word[model.Level](g, 3, 15)
	c.Support = word[model.Support](g, 4, 25)
	c.Political = word[model.PoliticalStatus](g, 4, 40)
	c.Alignment = word[model.Wellbeing](g, 3, 40)
	c.Coverage = word[model.Coverage](g, 4, 30)
	if g.chance(50) {
		c.DecisionRole = c.DecisionRole.With(model.DecisionRole(1 + g.IntN(6)))
	}
	if g.chance(30) {
		c.Orientation, c.Adaptability, c.RiskTolerance = model.Orientation(1+g.IntN(4)), model.Adaptability(1+g.IntN(5)), model.Level(1+g.IntN(3))
		c.Concerns = "Wants to hear about " + strings.ToLower(pick(g, departments).name) + " before " + pick(g, []string{"price", "dates", "anything else", "the team"}) + "."
	}
	if g.chance(50) {
		c.Confirmed, c.Source = g.day(-300, 0), "account team"
	}
	c.Left = g.chance(2)
	c.External = g.chance(3)
}

// ties makes the lines between contacts, and how ours stand with some of them.
func (g *generator) ties(account model.ID, people []model.ID) {
	for range len(people) / 4 {
		from, to := g.IntN(len(people)), g.IntN(len(people))
		if from == to {
			continue
		}
		l := &model.Line{From: people[from], To: people[to], Type: model.LineType(1 + g.IntN(3))}
		if l.Type == model.Influences {
			l.Strength = model.NumberOf(int64(1 + g.IntN(3)))
		}
		g.put(account, l)
	}
	for range 1 + len(people)/8 {
		g.put(account, &model.Relationship{
			Teammate: pick(g, g.teammates), Contact: pick(g, people), Level: model.Standing(1 + g.IntN(4)), Wanted: model.Standing(1 + g.IntN(4)), Health: word[model.Wellbeing](g, 3, 30),
		})
	}
}
