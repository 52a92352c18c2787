package modeltest_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/model/modeltest"

	"pgregory.net/rapid"
)

// exampleOn tells the example on a day, with ids that are the same every time.
func exampleOn(today model.Date) []modeltest.Step {
	ids := model.IDs{Entropy: rand.NewChaCha8([32]byte{1}).Read}
	return modeltest.Example(today, ids.New)
}

// apply makes the book that the steps make, merging each change into what the
// steps before it left, as the store does.
func apply(steps []modeltest.Step) (*model.Book, error) {
	records := map[model.ID]model.Record{}
	for _, step := range steps {
		for _, c := range step.Edit.Changes {
			id := c.Record().Base().ID
			if stored := records[id]; c.Before != nil && (stored == nil || !model.Equal(stored, c.Before)) {
				return nil, fmt.Errorf("%q begins with a %s that is not what stands there", step.Edit.Label, c.Before.Kind())
			}
			merged, conflicts := model.Merge(records[id], c)
			if len(conflicts) > 0 {
				return nil, fmt.Errorf("%q: %w", step.Edit.Label, &model.ConflictError{Conflicts: conflicts})
			}
			if merged == nil {
				delete(records, id)
				continue
			}
			if err := model.Check(merged); err != nil {
				return nil, fmt.Errorf("%q: %w", step.Edit.Label, err)
			}
			if !model.Equal(merged, c.After) {
				return nil, fmt.Errorf("%q does not make what it says of %s", step.Edit.Label, model.Title(merged, nil))
			}
			records[id] = merged
		}
		// Links can break in what the step wrote, or anywhere when it removed.
		written := map[model.ID]model.Record{}
		for _, c := range step.Edit.Changes {
			if c.After == nil {
				written = records
				break
			}
			written[c.After.Base().ID] = c.After
		}
		if err := dangling(written, records); err != nil {
			return nil, fmt.Errorf("after %q: %w", step.Edit.Label, err)
		}
	}
	var list []model.Record
	for _, r := range records {
		list = append(list, r)
	}
	return model.NewBook(list), nil
}

// dangling reports a link of the written records that leads nowhere.
func dangling(written, records map[model.ID]model.Record) error {
	for _, r := range written {
		for _, f := range r.Fields() {
			for _, id := range f.Links() {
				if records[id] == nil {
					return fmt.Errorf("%s %s: %s points nowhere", r.Kind(), model.Title(r, nil), f.Name)
				}
			}
		}
	}
	return nil
}

func example(t testing.TB) *model.Book {
	t.Helper()
	book, err := apply(exampleOn(day))
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func TestExampleAppliesInOrder(t *testing.T) {
	book := example(t)
	checkSound(t, book.Records())
	if got := len(book.Of(model.KindAccount)); got != 3 {
		t.Errorf("%d accounts, want 3", got)
	}
}

func TestExampleHasAPast(t *testing.T) {
	steps := exampleOn(day)
	if len(steps) < 40 {
		t.Errorf("only %d steps", len(steps))
	}
	by := map[string]int{}
	made, edited, removed := 0, 0, 0
	for i, s := range steps {
		by[s.By]++
		if s.Edit.Label == "" || s.Edit.IsEmpty() {
			t.Errorf("step %d (%q) does nothing, or does not say what", i, s.Edit.Label)
		}
		if i > 0 && !s.At.After(steps[i-1].At) {
			t.Errorf("%q does not come after %q", s.Edit.Label, steps[i-1].Edit.Label)
		}
		if ahead := day.AddDays(-1).Time(); !s.At.Before(ahead) {
			t.Errorf("%q was made at %s, which may be ahead of a clock", s.Edit.Label, s.At)
		}
		seen := map[model.ID]bool{}
		for _, c := range s.Edit.Changes {
			if id := c.Record().Base().ID; seen[id] {
				t.Errorf("%q changes %s twice", s.Edit.Label, model.Title(c.Record(), nil))
			} else {
				seen[id] = true
			}
			switch {
			case c.Before == nil:
				made++
			case c.After == nil:
				removed++
			default:
				edited++
			}
		}
	}
	if len(by) != 2 || min(by["Ana Ruiz"], by["Ben Carter"]) < 10 {
		t.Errorf("edits by author: %v, want two authors with ten or more each", by)
	}
	if made < 100 || edited < 50 || removed < 1 {
		t.Errorf("%d made, %d edited, %d removed", made, edited, removed)
	}
	if span := steps[len(steps)-1].At.Sub(steps[0].At); span < 120*24*time.Hour {
		t.Errorf("the past is only %s long", span)
	}
	last := steps[len(steps)-1].Edit.Changes
	if a, ok := last[len(last)-1].After.(*model.Account); !ok || a.Name != "FreshKart Grocers" {
		t.Error("the last step does not edit FreshKart Grocers")
	}
}

// Nobody writes down what has not happened yet: on the day of a step everything
// that it says was held, met, touched or confirmed lies behind.
func TestExampleTellsNothingBeforeItHappened(t *testing.T) {
	for n := range 92 { // every fourth day of a leap year
		beforeItHappened(t, exampleOn(model.NewDate(2028, 1, 1).AddDays(4*n)))
	}
}

func beforeItHappened(t *testing.T, steps []modeltest.Step) {
	t.Helper()
	for _, s := range steps {
		now := model.DateOf(s.At)
		behind := func(r model.Record, what string, d model.Date) {
			if now.Before(d) {
				t.Errorf("%q says on %s that %s was %s on %s", s.Edit.Label, now, model.Title(r, nil), what, d)
			}
		}
		for _, c := range s.Edit.Changes {
			switch r := c.After.(type) {
			case *model.Review:
				behind(r, "held", r.Held)
			case *model.Interaction:
				behind(r, "met", r.On)
			case *model.Contact:
				behind(r, "confirmed", r.Confirmed)
				behind(r, "touched", r.Touched)
				behind(r, "appointed", r.Since)
			case *model.Account:
				behind(r, "won", r.CustomerSince)
			case *model.Opportunity:
				if !r.Open() {
					behind(r, "decided", r.Close)
				}
			case *model.Renewal:
				if !r.Open() {
					behind(r, "decided", r.On)
				}
			case *model.Revenue:
				behind(r, "begun", model.NewDate(int(r.Year), 1, 1))
			case *model.Signal:
				behind(r, "measured", r.On)
			case *model.Issue:
				behind(r, "raised", r.Raised)
				behind(r, "resolved", r.Resolved)
			}
		}
	}
}

func TestExampleWarnsOfEachKind(t *testing.T) {
	book := example(t)
	account, _ := account(t, book, "FreshKart")
	var own []model.Record
	for _, r := range book.Records() {
		if r.Base().Account == account.ID || r.Kind().Scope() == model.ScopeShared {
			own = append(own, r)
		}
	}
	var rules []string
	for _, w := range model.Warnings(model.NewPlan(account, own), day) {
		rules = append(rules, w.Rule)
	}
	for _, rule := range []string{"most-not-supportive", "left-on-decision", "coverage-gap", "coach", "below-wanted", "not-confirmed"} {
		if !slices.Contains(rules, rule) {
			t.Errorf("the example does not warn of %s, only of %q", rule, rules)
		}
	}
}

// unusedFields are the fields that the example leaves empty, with the reason.
var unusedFields = map[string]string{
	"created":  "kept by the store",
	"changed":  "kept by the store",
	"origin":   "kept by imports",
	"archived": "an account that was put away would not be seen",
	"journal":  "kept by whoever has the store at hand",
}

func TestExampleUsesEveryField(t *testing.T) {
	book := example(t)
	for _, kind := range model.Kinds() {
		used := map[string]bool{}
		for _, r := range book.Of(kind) {
			for _, f := range r.Fields() {
				used[f.Name] = used[f.Name] || !f.IsZero()
			}
		}
		for _, f := range model.New(kind, model.ID{}).Fields() {
			// Tags, notes and external ids are the same for every kind.
			if f.Num < 10 && f.Num != model.NumAccount {
				continue
			}
			if !used[f.Name] && unusedFields[f.Name] == "" {
				t.Errorf("no %s of the example has %s", kind, f.Name)
			}
		}
	}
	head := map[string]bool{}
	for _, r := range book.Records() {
		for _, f := range r.Fields() {
			if f.Num < 10 && !f.IsZero() {
				head[f.Name] = true
			}
		}
	}
	for _, f := range model.New(model.KindContact, model.ID{}).Fields() {
		if f.Num < 10 && !head[f.Name] && unusedFields[f.Name] == "" {
			t.Errorf("no record of the example has %s", f.Name)
		}
	}
}

// unusedWords are the words that no record of the example takes, with the reason:
// three accounts cannot be in every state.
var unusedWords = map[string]string{
	"account plan_status Submitted":   "no plan waits for approval",
	"account plan_status Approved":    "what was approved has become active",
	"account plan_status Closed":      "no plan is over",
	"account maturity Start-up":       "three accounts, four stages",
	"account maturity Decline":        "three accounts, four stages",
	"account culture Entrepreneurial": "three accounts, four cultures",
	"account culture Individualistic": "three accounts, four cultures",
	"account overall_health Poor":     "nobody despairs of an account here",
	"relationship wanted Vendor":      "nobody wants that",
	"objective status Cancelled":      "objectives are put off here, not dropped",
	"review cadence Weekly":           "the inspection is fortnightly",
	"initiative priority Low":         "the four are the customer's top ones",
	"initiative status Deferred":      "the four are alive",
	"opportunity reason Price":        "five deals were decided, of nine reasons",
	"opportunity reason Product":      "five deals were decided, of nine reasons",
	"opportunity reason Timing":       "five deals were decided, of nine reasons",
	"opportunity reason No Decision":  "five deals were decided, of nine reasons",
	"renewal outcome Lost":            "nobody has left so far",
	"initiative status Cancelled":     "the four are alive",
	"action repeats Weekly":           "one action comes round, each month",
	"action repeats Fortnightly":      "one action comes round, each month",
	"action repeats Quarterly":        "one action comes round, each month",
	"action repeats Half-yearly":      "one action comes round, each month",
	"action repeats Yearly":           "one action comes round, each month",
	"action repeats Once":             "it means the same as nothing said",
}

func TestExampleUsesEveryWord(t *testing.T) {
	book := example(t)
	used := map[string]bool{}
	for _, r := range book.Records() {
		for _, f := range r.Fields() {
			for _, item := range f.Items() {
				used[fmt.Sprint(r.Kind(), " ", f.Name, " ", item)] = true
			}
		}
	}
	for _, kind := range model.Kinds() {
		for _, f := range model.New(kind, model.ID{}).Fields() {
			for _, w := range f.Words() {
				key := fmt.Sprint(kind, " ", f.Name, " ", w.Name)
				if excused := unusedWords[key] != ""; used[key] == excused {
					t.Errorf("%s: used %t, listed as unused %t", key, used[key], excused)
				}
			}
		}
	}
}

func account(t testing.TB, book *model.Book, name string) (*model.Account, []*model.Contact) {
	t.Helper()
	for _, a := range model.All[*model.Account](book) {
		if strings.Contains(a.Name, name) {
			var people []*model.Contact
			for _, c := range model.All[*model.Contact](book) {
				if c.Account == a.ID {
					people = append(people, c)
				}
			}
			return a, people
		}
	}
	t.Fatalf("no account %s", name)
	return nil, nil
}

func TestExampleKeepsTheFacts(t *testing.T) {
	book := example(t)
	var all strings.Builder
	for _, r := range book.Records() {
		for _, f := range r.Fields() {
			fmt.Fprintln(&all, f.Display(book.Name))
		}
	}
	for _, fact := range []string{
		"FreshKart Grocers", "Texas, USA", "31 countries", "1990", "1,200 stores", "500 in Europe", "300 in Asia", "150,000", "10,000 of them in corporate", "USD 20,000,000,000", "USD 150",
		"3 % a quarter", "5 %", "Fresh produce", "Organic products", "Household items", "Online delivery", "SuperGrocers: a vast organic range", "DailyMart: quick deliveries", "QuickShop Stores",
		"Expansion of Online Delivery", "AI-Driven Inventory Management", "Sustainability", "Enhancing In-Store Experience", "twice the online customer", "50 stores", "20 % less carbon", "three years",
		"200 flagship stores", "by 30 %", "RetailSecure", "AIShield", "GreenGuard", "KioskGuard", "Jane Smith", "Alan Brown", "Lisa Green", "Raj Mehta", "CTO", "CFO", "CMO", "COO",
		"SuperSecure Tech", "SafeNet", "GuardianCyber", "10 % fewer incidents", "20 % above our price", "SecureRetail with CyberTech", "Webinar with FreshKart's tech team", "10 flagship stores",
		"15 % fewer", "Webinar attendance", "Engagement rate", "Feedback from the pilot", "Conversion after the pilot",
	} {
		if !strings.Contains(all.String(), fact) {
			t.Errorf("the example does not say %q", fact)
		}
	}
}

func TestExampleCastIsComplete(t *testing.T) {
	_, people := account(t, example(t), "FreshKart")
	if n := len(people); n < 18 || n > 22 {
		t.Errorf("%d people, want 18 to 22", n)
	}
	ranks := map[model.Rank]bool{}
	for what, is := range map[string]func(*model.Contact) bool{
		"opponent":     func(c *model.Contact) bool { return c.Support == model.Opponent },
		"coach":        func(c *model.Contact) bool { return c.Support == model.Champion && c.Influence == model.Low },
		"gatekeeper":   func(c *model.Contact) bool { return c.DecisionRole.Has(model.Gatekeeper) },
		"consultant":   func(c *model.Contact) bool { return c.External },
		"placeholder":  func(c *model.Contact) bool { return c.Placeholder },
		"one who left": func(c *model.Contact) bool { return c.Left },
		"unclassified": func(c *model.Contact) bool {
			return c.Support == 0 && c.Influence == 0 && c.DecisionRole == 0 && !c.Placeholder
		},
		"two roles":                           func(c *model.Contact) bool { return len(c.DecisionRole.All()) > 1 },
		"an accent":                           func(c *model.Contact) bool { return len(c.Name) > len([]rune(c.Name)) },
		"nobody above":                        func(c *model.Contact) bool { return c.ReportsTo.IsZero() },
		"stale":                               func(c *model.Contact) bool { return c.Confirmed.Before(day.AddDays(-90)) },
		"kept up":                             func(c *model.Contact) bool { return day.AddDays(-90).Before(c.Confirmed) },
		"note of ours":                        func(c *model.Contact) bool { return c.Notes != "" },
		"placed by rank and pull differently": func(c *model.Contact) bool { _, note := model.MapColumn(c); return note != "" },
	} {
		if !slices.ContainsFunc(people, is) {
			t.Errorf("nobody is %s", what)
		}
	}
	for _, c := range people {
		ranks[c.Rank] = true
	}
	if len(ranks) != 6 { // the five, and unknown
		t.Errorf("ranks: %v", ranks)
	}
}

// Every rule about people has something to say, each way.
func TestExampleHasSomethingForEveryRule(t *testing.T) {
	book := example(t)
	for name, rule := range map[string]func(*model.Contact) model.Verdict{"KeyPlayer": model.KeyPlayer, "Supportive": model.Supportive, "CoverageGap": model.CoverageGap} {
		answers := map[model.Answer]int{}
		_, people := account(t, book, "FreshKart")
		for _, c := range people {
			answers[rule(c).Answer]++
		}
		if answers[model.Yes] == 0 || answers[model.No] == 0 || answers[model.NotKnown] == 0 {
			t.Errorf("%s: %d yes, %d no, %d not known", name, answers[model.Yes], answers[model.No], answers[model.NotKnown])
		}
	}
	for name, want := range map[string]model.MapColour{"FreshKart": model.Amber, "Lumière": model.Grey, "Sakurai": model.Green} {
		_, people := account(t, book, name)
		if got := model.MapStatusOf(people); got.Colour != want {
			t.Errorf("the map of %s is %s, want %s: %v", name, got.Colour, want, got.Reasons)
		}
	}
	// Without Jane Smith nobody at the top is for us.
	_, people := account(t, book, "FreshKart")
	people = slices.DeleteFunc(people, func(c *model.Contact) bool { return c.Name == "Jane Smith" })
	if got := model.MapStatusOf(people); got.Colour != model.Red {
		t.Errorf("without Jane Smith the map is %s, want red", got.Colour)
	}
}

// shape counts what a reader of the plan would see on the day.
func shape(book *model.Book, today model.Date) map[string]int {
	n := map[string]int{}
	for _, a := range model.All[*model.Action](book) {
		n["action "+a.Status.String()]++
		n["action "+a.Type.String()]++
		switch {
		case a.Late(today):
			n["late"]++
		case a.Open() && a.Due == today:
			n["due today"]++
		case a.Open() && !a.Due.IsZero() && a.Due.Before(today.AddDays(15)):
			n["due soon"]++
		}
		if a.Status == model.Complete && a.Done.IsZero() {
			n["done on no day"]++
		}
		if a.Owner.IsZero() || a.Due.IsZero() {
			n["without owner or day"]++
		}
		if len(a.WaitsFor) > 0 {
			n["waiting"]++
		}
		if a.Type == model.Ask && a.Result != "" {
			n["answered"]++
		}
		if _, ok := model.Lookup[*model.Contact](book, a.Owner); ok {
			n["owned by the customer"]++
		}
	}
	for _, r := range model.All[*model.Review](book) {
		switch due := r.DueOn(); {
		case due.Before(today) && !due.IsZero():
			n["overdue review"]++
		case !due.IsZero():
			n["planned review"]++
		}
		if !r.Held.IsZero() {
			n["held review"]++
		}
	}
	for _, m := range model.All[*model.Milestone](book) {
		if today.Before(m.On) {
			n["ahead"]++
		} else {
			n["behind"]++
		}
	}
	for _, i := range model.All[*model.Interaction](book) {
		if i.WePromised != "" {
			n["we promised"]++
		}
		if i.TheyPromised != "" {
			n["they promised"]++
		}
		if today.Before(i.On) {
			n["interaction ahead"]++
		}
	}
	for _, r := range model.All[*model.Relationship](book) {
		if r.Level != 0 && r.Level < r.Wanted {
			n["relationship below the level wanted"]++
		}
	}
	for _, l := range model.All[*model.Line](book) {
		n["line "+l.Type.String()+l.Strength.String()]++
	}
	return n
}

func TestExamplePlanHasEverythingToShow(t *testing.T) {
	n := shape(example(t), day)
	for _, what := range []string{
		"late", "due today", "due soon", "without owner or day", "waiting", "answered", "owned by the customer", "overdue review", "planned review", "held review", "ahead", "behind",
		"we promised", "they promised", "relationship below the level wanted", "line Influences1", "line Influences2", "line Influences3", "line Conflicts", "line Informal",
		"action Complete", "action Deferred", "action Cancelled", "action In Progress", "action Not Started", "action Ask", "action Task",
	} {
		if n[what] == 0 {
			t.Errorf("nothing in the example is %q", what)
		}
	}
	if n["interaction ahead"] > 0 {
		t.Errorf("%d interactions lie ahead", n["interaction ahead"])
	}
	if n["done on no day"] > 0 {
		t.Errorf("%d actions are complete without a day", n["done on no day"])
	}
	for _, o := range model.All[*model.Objective](example(t)) {
		n["objective "+o.Type.String()]++
	}
	for typ := model.RelationshipObjective; typ <= model.ResearchObjective; typ++ {
		if n["objective "+typ.String()] == 0 {
			t.Errorf("no objective is of type %s", typ)
		}
	}
}

// On whatever day it is told, the example tells the same story.
func TestExampleIsTheSameOnAnyDay(t *testing.T) {
	want := shape(example(t), day)
	check := func(t interface{ Fatalf(string, ...any) }, today model.Date) {
		book, err := apply(exampleOn(today))
		if err != nil {
			t.Fatalf("told on %s: %v", today, err)
		}
		if got := shape(book, today); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("told on %s: %v, told on %s: %v", today, got, day, want)
		}
	}
	for _, today := range []model.Date{
		model.NewDate(2024, 2, 29), model.NewDate(2028, 2, 28), model.NewDate(2026, 12, 31), model.NewDate(2027, 1, 1), model.NewDate(2025, 5, 31), model.NewDate(2025, 8, 12),
		model.NewDate(2026, 3, 11), model.NewDate(2000, 2, 29), model.NewDate(2100, 3, 1),
	} {
		check(t, today)
	}
	rapid.Check(t, func(t *rapid.T) {
		check(t, model.NewDate(2020, 1, 1).AddDays(rapid.IntRange(0, 20_000).Draw(t, "day")))
	})
}

func TestExampleCanBeTakenBack(t *testing.T) {
	steps := exampleOn(day)
	records := map[model.ID]model.Record{}
	put := func(c model.Change) {
		id := c.Record().Base().ID
		merged, conflicts := model.Merge(records[id], c)
		if len(conflicts) > 0 {
			t.Fatal(&model.ConflictError{Conflicts: conflicts})
		}
		if records[id] = merged; merged == nil {
			delete(records, id)
		}
	}
	for _, s := range steps {
		for _, c := range s.Edit.Changes {
			put(c)
		}
	}
	for _, s := range slices.Backward(steps) {
		for _, c := range slices.Backward(s.Edit.Changes) {
			put(model.Change{Before: c.After, After: c.Before})
		}
	}
	if len(records) > 0 {
		t.Errorf("%d records are left when everything is undone", len(records))
	}
}

// What the team did about its promises shows: some are kept, more are not.
func TestExampleKeepsSomePromises(t *testing.T) {
	book := example(t)
	account, _ := account(t, book, "FreshKart")
	p := model.NewPlan(account, book.Records())
	var kept []string
	for _, i := range model.All[*model.Interaction](book) {
		if model.KeptPromises(p)[i.ID].Ours {
			kept = append(kept, i.WePromised)
		}
	}
	slices.Sort(kept)
	if want := []string{"A case book of two retailers.", "A report on what happened, though it was not us."}; !slices.Equal(kept, want) {
		t.Errorf("kept promises: %q, want %q", kept, want)
	}
}

// Every rule about money and strategy has something to say of the example.
func TestExampleHasMoneyAndStrategyToShow(t *testing.T) {
	book := example(t)
	plan := func(name string) *model.Plan {
		a, _ := account(t, book, name)
		var own []model.Record
		for _, r := range book.Records() {
			if r.Base().Account == a.ID || r.Kind().Scope() == model.ScopeShared {
				own = append(own, r)
			}
		}
		return model.NewPlan(a, own)
	}
	p := plan("FreshKart")
	if in := model.InsightOf(p); in.Complete.Percent() != 100 || in.Confirmed.Percent() != 50 || in.Good != model.Yes || len(in.Chains) != 4 {
		t.Errorf("insight: %+v", in)
	}
	states := map[model.CellState]int{}
	for _, c := range model.MatrixOf(p, day).Cells() {
		states[c.State]++
	}
	if len(states) != 7 {
		t.Errorf("cells: %v", states)
	}
	if pipe := model.PipelineOf(model.All[*model.Opportunity](p.Book)); pipe.Open.Of("USD") != model.NewMoney(2_760_000_00, "USD") || len(pipe.Ask) != 1 {
		t.Errorf("pipeline: %s %q", pipe.Open.Grouped(), pipe.Ask)
	}
	if g := model.RevenueGapOf(p, day); g.Gap.IsZero() || g.Met {
		t.Errorf("gap: %+v", g)
	}
	var rules []string
	for _, w := range model.MoneyWarnings(p, day) {
		rules = append(rules, w.Rule)
	}
	if !slices.Equal(rules, []string{"two-owners"}) {
		t.Errorf("warnings of money: %q", rules)
	}
	if s := model.WalletShareOf(p, day); !s.Known || len(s.Products) != 3 {
		t.Errorf("share of wallet: %+v", s)
	}
	deal := model.All[*model.Opportunity](p.Book)[slices.IndexFunc(model.All[*model.Opportunity](p.Book), func(o *model.Opportunity) bool { return len(o.ROI) > 0 })]
	// 36 months: 1,260,000 + 30 x 30,000 + 24 x 7,500 = 2,340,000 for 1,400,000.
	if r := model.ReturnOf(p, deal); !r.Known || r.Net != model.NewMoney(940_000_00, "USD") || r.Percent != 67 || r.Payback == 0 || len(r.Assumed) != 3 {
		t.Errorf("return: %+v", r)
	}
	if f := model.FitOf(p, model.ID{}); f.Band != model.FitCaution || len(f.Open) != 1 {
		t.Errorf("fit: %+v", f)
	}
	if f := model.FitOf(plan("Lumière"), model.ID{}); f.Band != model.FitOffStrategy || len(f.KnockOuts) != 1 {
		t.Errorf("fit of Lumière: %+v", f)
	}
	for _, name := range []string{"FreshKart", "Sakurai"} {
		h := model.HealthOf(plan(name), day)
		for _, part := range h.Parts {
			if !part.Known {
				t.Errorf("%s of %s is not known: %q", part.Name, name, part.Reasons)
			}
		}
	}
	if l := model.LookBackOf(p, day); l.Before.Deals.Won != 2 || l.After.Deals.Won != 1 || l.Whole.Deals.Lost != 2 || !l.Pipeline.Known() {
		t.Errorf("looking back: %+v", l)
	}
}
