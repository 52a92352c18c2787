package model

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// What the table of sizes says is what the fields of a record say.
func TestCoreSizesAreThoseOfTheFields(t *testing.T) {
	counted := map[Kind]bool{}
	for _, w := range minimumPath {
		for _, kind := range w.kinds {
			counted[kind] = true
			if coreSizes[kind] == 0 {
				t.Errorf("%s is wanted, but no size is said of it", kind)
			}
		}
	}
	for _, kind := range Kinds() {
		size := 1
		for _, f := range New(kind, ID{}).Fields() {
			if f.InCore && !f.Needed && !(kind == KindAccount && f.Name == "annual_revenue") {
				size++
			}
		}
		if size > 1 && !counted[kind] {
			t.Errorf("%s has core fields, and no part in completeness", kind)
		}
		if counted[kind] && coreSizes[kind] != size {
			t.Errorf("%s adds %d by the table, %d by its fields", kind, coreSizes[kind], size)
		}
	}
}

// The fields that are looked at one by one are those declared as core.
func TestCoreFactsAreThoseOfTheFields(t *testing.T) {
	in := Input{Today: NewDate(2026, time.March, 31), Currency: "EUR", Find: func(string, []Kind) (ID, error) { return ID{15: 99}, nil }}
	rapid.Check(t, func(t *rapid.T) {
		r := New(rapid.SampledFrom(Kinds()).Draw(t, "kind"), ID{})
		want := 0
		for _, f := range r.Fields() {
			if f.InCore && !f.Needed && rapid.Bool().Draw(t, f.Name) {
				fill(t, f, in)
				want++
			}
		}
		if a, ok := r.(*Account); ok && !a.Employees.IsZero() && !a.AnnualRevenue.IsZero() {
			want-- // one of them is enough
		}
		if known, _ := coreFact(r); known != want {
			t.Fatalf("%d core fields of a %s are known, not %d", want, r.Kind(), known)
		}
	})
}

func TestCompleteness(t *testing.T) {
	today := NewDate(2026, time.March, 31)
	owner := ID{15: 99}
	account := func(plan PlanType) *Account {
		return &Account{Name: "Acme", PlanType: plan, Industry: "Food", Employees: NumberOf(3), OverallHealth: Good, Owner: owner}
	}
	person := func() *Contact {
		return &Contact{Name: "Ann", JobTitle: "CFO", DecisionRole: DecisionRoles(0).With(EconomicBuyer), Influence: High, Support: Champion, Alignment: Good}
	}
	act := func() *Action { return &Action{Name: "Call", Owner: owner, Due: today} }
	review := func() *Review { return &Review{Type: QBR, On: today} }
	path := func(more ...Record) []Record { return append(more, person(), act(), act(), act(), review()) }
	deal, renewal := &Opportunity{Name: "Kiosks", Amount: NewMoney(1, "EUR")}, &Renewal{Amount: NewMoney(1, "EUR"), On: today}
	for name, test := range map[string]struct {
		account *Account
		records []Record
		percent int
		next    string
	}{
		"nothing but a name":         {&Account{Name: "Acme"}, nil, 3, "Who holds the budget?"},
		"all of a Top Account":       {account(TopAccount), path(deal, &Initiative{Name: "Grow"}), 100, ""},
		"all of a Portfolio":         {account(Portfolio), path(deal), 100, ""},
		"all of Customer Success":    {account(CustomerSuccess), path(renewal, &Goal{Metric: "Cost"}), 100, ""},
		"no goal":                    {account(CustomerSuccess), path(renewal, &Initiative{Name: "Grow"}), 83, "What does Acme measure its success by?"},
		"a deal is no renewal":       {account(CustomerSuccess), path(deal, &Goal{Metric: "Cost"}), 83, "Which contract of Acme comes up next, on which day and for how much?"},
		"a renewal is money":         {account(Portfolio), path(renewal), 100, ""},
		"nothing to win":             {account(Portfolio), path(), 80, "What could Acme buy next, and what would it be worth?"},
		"a deal without its worth":   {account(Portfolio), path(&Opportunity{Name: "Kiosks"}), 90, "What is “Kiosks” worth?"},
		"a deal that is lost":        {account(Portfolio), path(&Opportunity{Name: "Old", Stage: StageLost}), 80, "What could Acme buy next, and what would it be worth?"},
		"a past initiative":          {account(TopAccount), path(deal, &Initiative{Name: "Grow", Status: Complete}), 83, "What does Acme want to achieve, and why now?"},
		"plan type not known":        {account(0), path(deal, &Initiative{Name: "Grow"}), 97, "How much of a plan does Acme get?"},
		"revenue says the size":      {&Account{Name: "Acme", PlanType: Portfolio, Industry: "Food", AnnualRevenue: NewMoney(1, "EUR"), OverallHealth: Good, Owner: owner}, path(deal), 100, ""},
		"both say the size":          {&Account{Name: "Acme", PlanType: Portfolio, Industry: "Food", Employees: NumberOf(3), AnnualRevenue: NewMoney(1, "EUR"), OverallHealth: Good, Owner: owner}, path(deal), 100, ""},
		"no size":                    {&Account{Name: "Acme", PlanType: Portfolio, Industry: "Food", OverallHealth: Good, Owner: owner}, path(deal), 97, "How large is Acme: how many people, or what revenue?"},
		"somebody not classified":    {account(Portfolio), path(deal, &Contact{Name: "Bo", JobTitle: "CTO", DecisionRole: DecisionRoles(0).With(TechnicalBuyer), Influence: High, Support: Neutral}), 98, "How is the relationship with Bo, all in all?"},
		"whoever left":               {account(Portfolio), path(deal, &Contact{Name: "Old", Left: true}), 100, ""},
		"an action without a day":    {account(Portfolio), path(deal, &Action{Name: "Write", Owner: owner}), 98, "By when is “Write” done?"},
		"one done, nobody knows who": {account(Portfolio), path(deal, &Action{Name: "Write", Status: Complete}), 100, ""},
		"two actions": {account(Portfolio), []Record{deal, person(), act(), &Action{Name: "Done", Status: Complete, Owner: owner, Due: today}, review()}, 93,
			"What is one more thing to do, by whom and by when?"},
		"one dropped": {account(Portfolio), []Record{deal, person(), act(), act(), &Action{Name: "No", Status: Cancelled, Owner: owner, Due: today}, review()}, 93,
			"What is one more thing to do, by whom and by when?"},
		"no review": {account(Portfolio), []Record{deal, person(), act(), act(), act()}, 80, "When is this plan looked at next, and by whom?"},
	} {
		p := planOf(test.account, test.records...)
		c := CompletenessOf(p)
		if c.Percent != test.percent || c.Next.Text != test.next {
			t.Errorf("%s: %d %%, next %q; wanted %d %%, next %q (%v)", name, c.Percent, c.Next.Text, test.percent, test.next, c.Areas)
		}
		if c.Assumed != (test.account.PlanType == 0) || c.PlanType == 0 {
			t.Errorf("%s: counted as %s, assumed %v", name, c.PlanType, c.Assumed)
		}
		if want := CompletenessOf(p); Summarise(p.Records()).Completeness().Percent != want.Percent {
			t.Errorf("%s: the summary says something else", name)
		}
	}
}

// Of many people the blank of whoever matters most is asked for.
func TestTheNextQuestionIsAboutWhoeverMatters(t *testing.T) {
	known := func(name string, influence Level) *Contact {
		return &Contact{Name: name, DecisionRole: DecisionRoles(0).With(UserBuyer), Influence: influence, Political: Learning, Support: Supporter, Alignment: Good}
	}
	p := planOf(&Account{Name: "Acme"}, known("Cy", Low), known("Bo", Low), known("Ann", High))
	list := byWeight(p, KindContact)
	if Title(list[0], nil) != "Ann" || Title(list[1], nil) != "Cy" {
		t.Errorf("%s comes first, then %s", Title(list[0], nil), Title(list[1], nil))
	}
	if q := nextQuestion(p, Blank{AreaPeople, KindContact, false}); q.ID != list[0].Base().ID || q.Field != "title" {
		t.Errorf("asks %+v", q)
	}
}

// Whatever a plan holds: it is complete when nothing is left to ask, every blank
// has its question, and answering the question in full raises it as far as it
// said.
func TestAnsweringTheNextQuestionRaisesCompleteness(t *testing.T) {
	drawn := map[string]bool{"title": true, "decision_role": true, "influence": true, "support": true, "alignment": true, "left": true, "amount": true,
		"on": true, "owner": true, "due": true, "status": true, "stage": true, "outcome": true}
	in := Input{Today: NewDate(2026, time.March, 31), Currency: "EUR", Find: func(string, []Kind) (ID, error) { return ID{15: 99}, nil }}
	rapid.Check(t, func(t *rapid.T) {
		var records []Record
		for n := rapid.IntRange(0, 8).Draw(t, "records"); n > 0; n-- {
			kind := rapid.SampledFrom([]Kind{KindContact, KindAction, KindOpportunity, KindRenewal, KindReview, KindInitiative, KindGoal}).Draw(t, "kind")
			r := New(kind, ID{})
			for _, f := range r.Fields() {
				if f.Needed || drawn[f.Name] && rapid.Bool().Draw(t, f.Name) {
					fill(t, f, in)
				}
			}
			records = append(records, r)
		}
		account := &Account{Name: "Acme", AnnualRevenue: rapid.SampledFrom([]Money{{}, NewMoney(5, "EUR")}).Draw(t, "revenue"),
			Employees: rapid.SampledFrom([]Number{{}, NumberOf(9)}).Draw(t, "employees"), PlanType: PlanType(rapid.IntRange(0, 3).Draw(t, "plan"))}
		p := planOf(account, records...)
		for step := 0; ; step++ {
			c := CompletenessOf(p)
			if done := c.Percent == 100; done != (c.Best == Blank{}) || done != (c.Next == Question{}) || step > 100 {
				t.Fatalf("after %d answers %d %%, the best blank %v, the next question %+v", step, c.Percent, c.Best, c.Next)
			} else if done {
				return
			}
			p = p.With(answer(t, p, c.Next, in)...)
			if after := CompletenessOf(p); known(after) <= known(c) && after.PlanType == c.PlanType {
				t.Fatalf("%q is answered, and no more is known: %v, then %v", c.Next.Text, c.Areas, after.Areas)
			}
		}
	})
}

func known(c Completeness) int {
	sum := 0
	for _, a := range c.Areas {
		sum += a.Known
	}
	return sum
}

// answer is the edit that answers a question: the field, or the record with all
// its core fields.
func answer(t *rapid.T, p *Plan, q Question, in Input) []Change {
	if q.Field != "" {
		before := p.Get(q.ID)
		after := Clone(before)
		fill(t, MustField(after.Fields(), q.Field), in)
		return []Change{{before, after}}
	}
	r := New(q.Kind, ID{13: 1, 14: byte(len(p.Records())), 15: byte(len(p.Of(q.Kind)))})
	r.Base().Account = p.Account.ID
	for _, f := range r.Fields() {
		if f.InCore || f.Needed || f.Name == "on" {
			fill(t, f, in)
		}
	}
	return []Change{{nil, r}}
}

func fill(t *rapid.T, f Field, in Input) {
	text := map[Type]string{TypeText: "x", TypeNumber: "3", TypeMoney: "3", TypeDate: "today", TypeLink: "x", TypeBool: "yes"}[f.Type()]
	if words := f.Words(); len(words) > 0 {
		text = words[0].Name
	}
	if err := f.Set(in, text); err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
}
