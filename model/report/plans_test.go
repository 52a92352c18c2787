package report

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/model/modeltest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// today is the day all tests count from.
var today = model.NewDate(2026, time.March, 31)

// reporter is what a check needs of a test, whether written by hand or drawn.
type reporter interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

// ids makes ids that are the same in every run.
func ids() *model.IDs {
	var n byte
	return &model.IDs{Entropy: func(b []byte) (int, error) {
		for i := range b {
			n++
			b[i] = n
		}
		return len(b), nil
	}}
}

// examplePlan is the plan of an account of the worked example, as a file would
// hold it after all its steps.
func examplePlan(t testing.TB, name string) *model.Plan {
	t.Helper()
	records := map[model.ID]model.Record{}
	for _, step := range modeltest.Example(today, ids().New) {
		for _, c := range step.Edit.Changes {
			id := c.Record().Base().ID
			if c.After == nil {
				delete(records, id)
				continue
			}
			after := model.Clone(c.After)
			after.Base().Changed = model.InstantOf(step.At)
			if before := records[id]; before != nil {
				after.Base().Created = before.Base().Created
			} else {
				after.Base().Created = after.Base().Changed
			}
			records[id] = after
		}
	}
	var account *model.Account
	for _, r := range records {
		if a, ok := r.(*model.Account); ok && a.Name == name {
			account = a
		}
	}
	if account == nil {
		t.Fatalf("the example has no account %q", name)
	}
	var list []model.Record
	for _, r := range records {
		if r.Kind().Scope() == model.ScopeShared || r.Base().Account == account.ID {
			list = append(list, r)
		}
	}
	return model.NewPlan(account, list)
}

// smallPlan is a plan made by hand: few records, each there for a reason.
func smallPlan() *model.Plan {
	made := time.Date(2026, time.January, 12, 9, 0, 0, 0, time.UTC)
	source := ids()
	acme := &model.Account{Name: "Acme Foods", Headline: "Two plants won, head office still cold", PlanType: model.TopAccount,
		PlanStatus: model.ActivePlan, PlanStart: model.NewDate(2026, 1, 1), PlanEnd: model.NewDate(2026, 12, 31), Industry: "Food",
		HQ: "Lyon, France", Employees: model.NumberOf(4200), RevenueGrowth: model.NumberOf(3), Culture: model.Collaborative,
		Rivals: []string{"Bonne Table: organic, fast", "Marché & Fils: cheap"}, Description: "Makes soup.\n\nAnd, since 2019, bread:\nrye and wheat.",
		ImportanceToUs: model.High, ImportanceToCustomer: model.Medium, OverallHealth: model.Middling, HealthReason: "one plant unhappy",
		RevenueTarget: money("1250000", "EUR"), Sources: []string{"The company: annual report 2025"}}
	acme.Notes = "Family-owned: decisions wait for the Sunday lunch."
	var list []model.Record
	add := func(r model.Record) model.ID {
		head := r.Base()
		head.ID = source.New(made)
		if r.Kind().Scope() == model.ScopeAccount {
			head.Account = acme.ID
		}
		head.Created, head.Changed = model.InstantOf(made), model.InstantOf(made)
		list = append(list, r)
		return head.ID
	}
	acme.ID = source.New(made)
	soup := add(&model.Product{Name: "LineWatch", Category: "Monitoring"})
	add(&model.Product{Name: "Nobody Bought This"})
	boss := add(&model.Teammate{Name: "Kim Lund", Role: model.ExecutiveSponsorRole})
	ana := add(&model.Teammate{Name: "Ana Ruiz", Role: model.AccountManager, Manager: boss, Products: []model.ID{soup}, Email: "ana@example.com"})
	add(&model.Teammate{Name: "Somebody Else"})
	acme.Owner, acme.ExecutiveSponsor, acme.Team = ana, boss, []model.ID{ana}
	plants := add(&model.Unit{Name: "Plants"})
	bread := add(&model.Unit{Name: "Bread", Parent: plants})
	claire := add(&model.Contact{Name: "Claire Petit", PreferredName: "Clé", JobTitle: "CFO", Function: model.FunctionFinance, DecisionRole: model.DecisionRoles(0).With(model.EconomicBuyer, model.DecisionMaker),
		Influence: model.High, Support: model.Neutral, Alignment: model.Middling, Political: model.Astute, Rank: model.CLevel, Orientation: model.Financial,
		Adaptability: model.Conservative, Coverage: model.BriefContact, Concerns: "Payback within a year", Pitch: "Half the downtime pays for it",
		Location: "Lyon", TimeZone: "Europe/Paris", Since: model.NewDate(2021, 9, 1), Confirmed: model.NewDate(2025, 11, 2), Source: "Ana’s call"})
	jean := add(&model.Contact{Name: "Jean Roux", JobTitle: "Plant Director", Function: model.FunctionOperations, Unit: bread, ReportsTo: claire, DecisionRole: model.DecisionRoles(0).With(model.UserBuyer),
		Influence: model.High, Support: model.Champion, Alignment: model.Good, Political: model.Observing, Rank: model.Director, Coverage: model.InDepth})
	omar := add(&model.Contact{Name: "Omar Haddad", JobTitle: "IT Manager", Function: model.FunctionIT, ReportsTo: jean, Rank: model.ManagerRank, Support: model.Opponent})
	add(&model.Contact{Name: "Paul Old", JobTitle: "Former CTO", Left: true, DecisionRole: model.DecisionRoles(0).With(model.TechnicalBuyer)})
	add(&model.Line{From: jean, To: claire, Type: model.Influences, Strength: model.NumberOf(3)})
	add(&model.Line{From: omar, To: jean, Type: model.Conflicts})
	add(&model.Relationship{Teammate: ana, Contact: claire, Level: model.Vendor, Wanted: model.TrustedAdvisor})
	growth := add(&model.Initiative{Name: "Zero-waste bakery", Backstory: "New EU rules from 2027", Driver: model.RegulationDriver, Priority: model.High, Owner: jean, Confirmed: true})
	downtime := add(&model.Goal{Metric: "Downtime of the ovens", Contact: jean, UnitOfMeasure: "hours a month", Baseline: model.NumberOf(40), Current: model.NumberOf(31), Target: model.NumberOf(15), By: model.NewDate(2026, 12, 31), Impact: "Alarms before the oven stops"})
	pilot := add(&model.Objective{Name: "Pilot in the rye bakery", Type: model.DeliveryObjective, Goals: []model.ID{downtime}, Initiative: growth, Metrics: []string{"Downtime: -30 % (reached -12 %)", "Users: 20"},
		Owner: ana, Priority: model.High, Due: model.NewDate(2026, 6, 30), Status: model.InProgress, Agreed: true})
	add(&model.Action{Name: "Install sensors", Objective: pilot, Owner: ana, Due: model.NewDate(2026, 3, 19), Status: model.InProgress, Function: model.ActionService})
	add(&model.Action{Name: "Show savings to Claire Petit", Objective: pilot, Owner: jean, Due: model.NewDate(2026, 4, 9)})
	add(&model.Action{Name: "Sign the order", Objective: pilot, Owner: ana, Due: model.NewDate(2026, 2, 1), Status: model.Complete, Result: "Signed"})
	add(&model.Action{Name: "Ask for an engineer", Type: model.Ask, AskedOf: boss, Owner: ana, Serves: growth})
	add(&model.Interaction{On: model.NewDate(2026, 3, 12), Type: model.Call, Contacts: []model.ID{claire}, Teammate: ana, Summary: "Budget is open until May", WePromised: "A payback sheet", TheyPromised: "A slot at the board"})
	add(&model.Interaction{On: model.NewDate(2025, 6, 2), Type: model.Meeting, Contacts: []model.ID{claire, jean}, Summary: "First visit"})
	add(&model.Milestone{Name: "First order", Type: model.DealSigned, On: model.NewDate(2024, 5, 14), Text: "One oven"})
	add(&model.Milestone{Name: "Baking fair", Type: model.IndustryEvent, On: model.NewDate(2026, 5, 20)})
	add(&model.Review{Type: model.QBR, On: model.NewDate(2025, 12, 15), Held: model.NewDate(2025, 12, 16), Attendees: []model.ID{ana, jean}, Decisions: "Go on with rye"})
	add(&model.Review{Type: model.WithCustomer, On: model.NewDate(2026, 4, 20), Focus: "Pilot"})
	return model.NewPlan(acme, list)
}

func money(amount string, currency model.Currency) model.Money {
	m, err := model.ParseMoney(amount, currency)
	if err != nil {
		panic(err)
	}
	return m
}

// contactNamed finds a person of a plan.
func contactNamed(t testing.TB, p *model.Plan, name string) *model.Contact {
	t.Helper()
	for _, c := range model.All[*model.Contact](p.Book) {
		if c.Name == name {
			return c
		}
	}
	t.Fatalf("no contact %q", name)
	return nil
}

// full and onePage are the documents that most tests are about.
func full(t reporter, p *model.Plan) string    { return pageOf(t, templates[0].Markdown, p) }
func onePage(t reporter, p *model.Plan) string { return pageOf(t, templates[1].Markdown, p) }

// golden compares a text with a file, or writes the file with -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: run go test ./model/report -update and read what it wrote", err)
	}
	if got == string(want) {
		return
	}
	gotLines, wantLines := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range gotLines {
		if i >= len(wantLines) || gotLines[i] != wantLines[i] {
			t.Fatalf("%s:%d differs\n got %s\nwant %s", path, i+1, gotLines[i], strings.Join(wantLines[min(i, len(wantLines)):min(i+1, len(wantLines))], ""))
		}
	}
	t.Fatalf("%s: %d lines are missing", path, len(wantLines)-len(gotLines))
}
