package model

import (
	"strings"
	"testing"
	"time"
)

func asked(p *Plan, r Record) string {
	var list []string
	for _, q := range Questions(p, r) {
		list = append(list, q.Text)
	}
	return strings.Join(list, "\n")
}

// Every core field of whatever kind is asked for while it is not known, in words
// of its own for the kinds people ask about most.
func TestEveryCoreFieldIsAskedFor(t *testing.T) {
	for _, kind := range Kinds() {
		r := New(kind, ID{15: 7})
		p := planOf(&Account{Name: "Acme"})
		for _, f := range r.Fields() {
			if !f.InCore || f.Needed || answeredElsewhere(r, f) {
				continue
			}
			found := false
			for _, q := range Questions(p, r) {
				found = found || q.Field == f.Name && q.ID == r.Base().ID && strings.HasSuffix(q.Text, "?")
			}
			if !found {
				t.Errorf("%s.%s is core, and not asked for", kind, f.Name)
			}
			if _, own := fieldQuestions[kind][f.Name]; !own && fieldQuestions[kind] != nil {
				t.Errorf("%s.%s has no question of its own", kind, f.Name)
			}
		}
	}
	for kind, words := range fieldQuestions {
		for name := range words {
			if f, ok := FieldNamed(New(kind, ID{}).Fields(), name); !ok || f.Name != name {
				t.Errorf("%s has no field %q", kind, name)
			}
		}
	}
}

func TestQuestionsAboutAContact(t *testing.T) {
	known := func() *Contact {
		return &Contact{Name: "Ann", JobTitle: "CTO", DecisionRole: DecisionRoles(0).With(TechnicalBuyer), Influence: High, Support: Neutral,
			Alignment: Good, Political: Agile, Coverage: BriefContact, Function: FunctionIT, Confirmed: NewDate(2020, time.March, 1)}
	}
	for name, test := range map[string]struct {
		change func(c *Contact)
		goals  []string
		want   string
	}{
		"by function":                {func(*Contact) {}, nil, "Which matters most to Ann: security, reliability, scalability or cost?"},
		"less what is known":         {func(*Contact) {}, []string{"Security incidents", "Total Cost"}, "Which matters most to Ann: reliability or scalability?"},
		"all known":                  {func(*Contact) {}, []string{"security", "reliability", "scalability and cost"}, ""},
		"function not known":         {func(c *Contact) { c.Function = 0 }, nil, "What is Ann measured by?"},
		"function other":             {func(c *Contact) { c.Function = FunctionOther }, nil, "What is Ann measured by?"},
		"measured already":           {func(c *Contact) { c.Function = 0 }, []string{"Growth"}, ""},
		"coverage":                   {func(c *Contact) { c.Coverage = 0 }, []string{"security, reliability, scalability, cost"}, "How well do we know Ann?"},
		"coverage of no key player":  {func(c *Contact) { c.Coverage, c.Influence, c.Political = 0, Low, Learning }, []string{"security, reliability, scalability, cost"}, ""},
		"never confirmed":            {func(c *Contact) { c.Function, c.Confirmed = 0, Date{} }, nil, "What is Ann measured by?\nWho confirms what we noted of Ann, and when?"},
		"no key player, unconfirmed": {func(c *Contact) { c.Influence, c.Political, c.Confirmed = Low, Learning, Date{} }, []string{"security, reliability, scalability, cost"}, ""},
		"gone":                       {func(c *Contact) { c.Support, c.Left = 0, true }, nil, ""},
	} {
		c := known()
		test.change(c)
		records := []Record{c}
		for _, metric := range test.goals {
			records = append(records, &Goal{Metric: metric})
		}
		p := planOf(&Account{Name: "Acme"}, records...)
		for _, g := range All[*Goal](p.Book) {
			g.Contact = c.ID
		}
		if got := asked(p, c); got != test.want {
			t.Errorf("%s: asks %q, wanted %q", name, got, test.want)
		}
	}
}

func TestQuestionsAboutAnAccount(t *testing.T) {
	today := NewDate(2026, time.March, 31)
	p := planOf(&Account{Name: "Acme"})
	for _, want := range []string{
		"How much of a plan does Acme get?", "Which industry is Acme in?", "How large is Acme", "Who of us owns Acme?", "Who holds the budget?",
		"What does Acme want to achieve", "What are the next 3 things to do", "When is this plan looked at next",
	} {
		if !strings.Contains(asked(p, p.Account), want) {
			t.Errorf("%q is not asked of an empty account:\n%s", want, asked(p, p.Account))
		}
	}
	owner := ID{15: 99}
	act := func() *Action { return &Action{Name: "x", Owner: owner, Due: today} }
	full := planOf(&Account{Name: "Acme", PlanType: TopAccount, Industry: "Food", Employees: NumberOf(3), OverallHealth: Good, Owner: owner},
		&Contact{Name: "Ann", DecisionRole: DecisionRoles(0).With(DecisionMaker), Support: Champion},
		&Initiative{Name: "Grow"}, &Opportunity{Name: "Kiosks"}, act(), act(), act(), &Review{Type: QBR, On: today})
	if got := asked(full, full.Account); got != "" {
		t.Errorf("the minimum path is walked, and still it asks:\n%s", got)
	}
	for _, test := range []struct {
		plan PlanType
		want string
	}{{Portfolio, ""}, {CustomerSuccess, "What does Acme measure its success by?"}, {TopAccount, "What does Acme want to achieve, and why now?"}} {
		p := planOf(&Account{Name: "Acme", PlanType: test.plan, Industry: "Food", AnnualRevenue: NewMoney(1, "EUR"), OverallHealth: Good, Owner: owner},
			&Contact{Name: "Ann", DecisionRole: DecisionRoles(0).With(DecisionMaker), Support: Champion}, &Renewal{}, act(), act(), act(), &Review{Type: QBR, On: today})
		if got := asked(p, p.Account); got != test.want {
			t.Errorf("a %s plan asks %q, wanted %q", test.plan, got, test.want)
		}
	}
}

// Whatever is asked, an answer has a place: a field that is there and blank, or a
// record of a kind that people can make.
func TestEveryQuestionLeadsToWhatAnswersIt(t *testing.T) {
	today := NewDate(2026, time.March, 31)
	unknown := func() *Contact { return &Contact{Name: "Ann"} }
	for name, p := range map[string]*Plan{
		"empty":            planOf(&Account{Name: "Acme"}),
		"customer success": planOf(&Account{Name: "Acme", PlanType: CustomerSuccess}),
		"grey map":         planOf(&Account{Name: "Acme"}, unknown(), &Contact{Name: "Bo", DecisionRole: DecisionRoles(0).With(DecisionMaker)}),
		"one namesake":     planOf(&Account{Name: "Acme"}, unknown(), unknown()),
		"one action":       planOf(&Account{Name: "Acme"}, &Action{Name: "Call", Due: today}),
	} {
		subjects := []Record{p.Account}
		for _, kind := range Kinds() {
			subjects = append(subjects, p.Of(kind)...)
		}
		for _, r := range subjects {
			for _, q := range Questions(p, r) {
				of := p.Get(q.ID)
				switch {
				case (q.Field == "") == (q.Kind == 0):
					t.Errorf("%s: %q is answered by field %q and kind %d: one of them, please", name, q.Text, q.Field, q.Kind)
				case q.Kind != 0 && q.Kind.Spec().Scope != ScopeAccount:
					t.Errorf("%s: %q is answered by a %s, which belongs to no account", name, q.Text, q.Kind)
				case q.Field == "":
				case of == nil:
					t.Errorf("%s: %q is about nobody", name, q.Text)
				default:
					if f, ok := FieldNamed(of.Fields(), q.Field); !ok || !f.IsZero() || f.Fixed {
						t.Errorf("%s: %q is answered by %s, which is no blank field", name, q.Text, q.Field)
					}
				}
			}
		}
	}
}

func TestAGreyMapIsSettledByTheFieldsOfItsPeople(t *testing.T) {
	decider := &Contact{Name: "Bo", DecisionRole: DecisionRoles(0).With(DecisionMaker)}
	p := planOf(&Account{Name: "Acme"}, decider)
	if got, want := mapQuestions(p, p.Account), (Question{ID: decider.ID, Field: "support", Text: "How far does Bo back us?"}); len(got) != 1 || got[0] != want {
		t.Errorf("asks %+v, wanted %+v", got, want)
	}
	p = planOf(&Account{Name: "Acme"})
	for _, q := range mapQuestions(p, p.Account) {
		if q.Kind != KindContact || q.ID != p.Account.ID {
			t.Errorf("with nobody on the map %+v should be answered by a contact of the account", q)
		}
	}
}
