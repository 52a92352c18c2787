package model

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// planOf is a plan of records without ids, which it gives them.
func planOf(a *Account, records ...Record) *Plan {
	a.ID = ID{15: 1}
	for i, r := range records {
		r.Base().ID, r.Base().Account = ID{14: 1, 15: byte(i)}, a.ID
	}
	return NewPlan(a, records)
}

func TestWarnings(t *testing.T) {
	today := NewDate(2026, time.March, 31)
	buyer := func() *Contact {
		return &Contact{Name: "Bea", DecisionRole: DecisionRoles(0).With(EconomicBuyer), Support: Champion, Coverage: InDepth, Influence: High}
	}
	key := func(s Support) *Contact {
		return &Contact{Name: "Kai", Political: Agile, Support: s, Coverage: BriefContact}
	}
	deal := func(buyer ID, stage Stage) *Opportunity {
		return &Opportunity{Name: "Kiosks", Buyer: buyer, Stage: stage}
	}
	first, second := ID{14: 1}, ID{14: 1, 15: 1}
	old := &Contact{Name: "Old", Left: true}
	fired := map[string]bool{}
	for name, test := range map[string]struct {
		people []Record
		want   string // the rules, in their order
	}{
		"nobody":                          {nil, ""},
		"nothing known yet":               {[]Record{&Contact{Name: "Ann"}}, ""},
		"all well":                        {[]Record{buyer()}, ""},
		"nobody with a budget":            {[]Record{&Contact{Name: "Ann", DecisionRole: DecisionRoles(0).With(UserBuyer)}}, "no-economic-buyer"},
		"a buyer who left does not count": {[]Record{&Contact{Name: "Ann", DecisionRole: DecisionRoles(0).With(UserBuyer)}, &Contact{Name: "Old", Left: true, DecisionRole: DecisionRoles(0).With(EconomicBuyer)}}, "no-economic-buyer left-on-decision"},
		"no champion":                     {[]Record{key(Supporter)}, "no-champion"},
		"most do not support us":          {[]Record{buyer(), key(Neutral), key(Neutral)}, "most-not-supportive no-opponent"},
		"half is not most":                {[]Record{buyer(), key(Neutral)}, ""},
		"opponents as many as supporters": {[]Record{buyer(), key(Opponent)}, "outnumbered"},
		"a coach":                         {[]Record{buyer(), &Contact{Name: "Cy", Support: Champion, Influence: Low}}, "coach"},
		"nobody against us":               {[]Record{buyer(), key(Champion), key(Supporter)}, "no-opponent"},
		"never met":                       {[]Record{buyer(), key(Supporter), &Contact{Name: "Far", Political: Astute, Support: Opponent, Coverage: NoContact}}, "coverage-gap"},
		"a level below":                   {[]Record{&Relationship{Level: Vendor, Wanted: ProblemSolver}}, "below-wanted"},
		"a level above":                   {[]Record{&Relationship{Level: ProblemSolver, Wanted: Vendor}}, ""},
		"level not known":                 {[]Record{&Relationship{Wanted: Vendor}}, ""},
		"confirmed long ago":              {[]Record{&Contact{Name: "Ann", Influence: High, Support: Champion, Confirmed: today.AddDays(-91)}}, "not-confirmed"},
		"confirmed in time":               {[]Record{&Contact{Name: "Ann", Influence: High, Support: Champion, Confirmed: today.AddDays(-90)}}, ""},
		"a level below with one who left": {[]Record{&Contact{Name: "Old", Left: true}, &Relationship{Level: Vendor, Wanted: ProblemSolver, Contact: ID{14: 1}}}, ""},
		"one thread in an open deal":      {[]Record{buyer(), deal(ID{}, StageProposing)}, "single-threaded"},
		"no thread in an open deal":       {[]Record{key(Neutral), deal(ID{}, StageProposing)}, "single-threaded most-not-supportive no-champion"},
		"one thread, but nothing is open": {[]Record{buyer(), deal(ID{}, StageWon)}, ""},
		"two threads":                     {[]Record{buyer(), key(Champion), deal(ID{}, StageProposing)}, ""},
		"threads not known yet":           {[]Record{&Contact{Name: "Kai", Influence: High}, deal(ID{}, StageProposing)}, ""},
		"one gone who buys":               {[]Record{old, deal(first, StageProposing)}, "left-on-decision"},
		"one gone who decides":            {[]Record{old, &Opportunity{Name: "Kiosks", Deciders: []ID{first}}}, "left-on-decision"},
		"one gone with a role":            {[]Record{old, deal(ID{}, 0), &Role{Opportunity: second, Contact: first}}, "left-on-decision"},
		"one gone who bought":             {[]Record{old, deal(first, StageWon)}, ""},
		"one gone with a role, once":      {[]Record{old, deal(ID{}, StageLost), &Role{Opportunity: second, Contact: first}}, ""},
		"a budget named in a deal":        {[]Record{&Contact{Name: "Ann", DecisionRole: DecisionRoles(0).With(UserBuyer)}, deal(first, StageProposing)}, ""},
		"a budget named by a role":        {[]Record{&Contact{Name: "Ann", DecisionRole: DecisionRoles(0).With(UserBuyer)}, deal(ID{}, 0), &Role{Opportunity: second, Contact: first, DecisionRole: DecisionRoles(0).With(EconomicBuyer)}}, ""},
		"in a deal, confirmed long ago":   {[]Record{&Contact{Name: "Ann", Influence: Low, Confirmed: today.AddDays(-91)}, &Opportunity{Name: "Kiosks", Deciders: []ID{first}}}, "not-confirmed"},
		"in a deal, confirmed in time":    {[]Record{&Contact{Name: "Ann", Influence: Low, Confirmed: today.AddDays(-90)}, &Opportunity{Name: "Kiosks", Deciders: []ID{first}}}, ""},
		"in a deal that was lost":         {[]Record{&Contact{Name: "Ann", Influence: Low, Confirmed: today.AddDays(-91)}, deal(first, StageLost)}, ""},
		"in a circle":                     {[]Record{&Contact{Name: "Ann", ReportsTo: ID{14: 1}}}, "reports-in-circle"},
		"a champion who is no coach":      {[]Record{buyer(), &Contact{Name: "Cy", Support: Champion, Influence: Medium}}, ""},
		"more for us than against":        {[]Record{buyer(), key(Opponent), key(Supporter)}, ""},
		"one gone who never decided":      {[]Record{buyer(), &Contact{Name: "Old", Left: true, Influence: High}}, ""},
		"never confirmed":                 {[]Record{&Contact{Name: "Ann", Influence: High, Support: Champion}}, ""},
	} {
		var got []string
		for _, w := range Warnings(planOf(&Account{Name: "Acme"}, test.people...), today) {
			got = append(got, w.Rule)
			fired[w.Rule] = true
			for _, text := range []string{w.Text, w.Cure} {
				if text == "" || strings.HasSuffix(text, ".") {
					t.Errorf("%s: %q is no sentence without its stop", name, text)
				}
			}
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: %q, wanted %q", name, got, test.want)
		}
	}
	for i, rule := range warningRules {
		if !fired[rule.name] {
			t.Errorf("no case fires %s", rule.name)
		}
		if i > 0 && rule.severity < warningRules[i-1].severity || rule.severity == 0 {
			t.Errorf("%s stands after a lighter one", rule.name)
		}
	}
}

func TestWarningsAreGrouped(t *testing.T) {
	var people []Record
	for _, name := range []string{"A", "B", "C", "D", "E"} {
		people = append(people, &Contact{Name: name, Left: true, DecisionRole: DecisionRoles(0).With(DecisionMaker)})
	}
	for n, want := range map[int]string{
		1: "A has left, but is still named in the decision",
		4: "4 people have left, but are still named in the decision: A, B, C, D",
		5: "5 people have left, but are still named in the decision: A, B, C and 2 more",
	} {
		list := Warnings(planOf(&Account{}, people[:n]...), Date{})
		if len(list) != 1 || list[0].Text != want || len(list[0].IDs) != n {
			t.Errorf("%d people: %+v", n, list)
		}
	}
	if rules := Warnings(planOf(&Account{}, people...), Date{}); !slices.ContainsFunc(rules, func(w Warning) bool { return w.Rule == "left-on-decision" }) {
		t.Error("the rule is not named")
	}
}

func TestWarningsCountInWords(t *testing.T) {
	key := func(s Support) Record { return &Contact{Name: "Kai", Political: Agile, Support: s} }
	for want, people := range map[string][]Record{
		"The only key player whose support is known does not back us": {key(Neutral)},
		"None of the 2 key players whose support is known backs us":   {key(Neutral), key(Opponent)},
		"Only 1 of 3 key players whose support is known backs us":     {key(Neutral), key(Opponent), key(Champion)},
		"Only 2 of 5 key players whose support is known back us":      {key(Neutral), key(Opponent), key(Neutral), key(Champion), key(Supporter)},
	} {
		list := Warnings(planOf(&Account{}, people...), Date{})
		if !slices.ContainsFunc(list, func(w Warning) bool { return w.Text == want }) {
			t.Errorf("%q is not among %+v", want, list)
		}
	}
}

func TestReportingLinesInACircleAreWarnedOf(t *testing.T) {
	bosses := func(boss ...int) []Record { // the place of each one's boss, -1 for none
		var list []Record
		for i := range boss {
			c := &Contact{Name: string(rune('A' + i))}
			if boss[i] >= 0 {
				c.ReportsTo = ID{14: 1, 15: byte(boss[i])}
			}
			list = append(list, c)
		}
		return list
	}
	for name, test := range map[string]struct {
		people []Record
		want   string
		about  int
	}{
		"a tree":                  {bosses(-1, 0, 0, 1), "", 0},
		"a boss who is not there": {bosses(77, 0), "", 0},
		"two":                     {bosses(1, 0), "The reporting lines run in a circle, one of them is wrong: A to B to A", 2},
		"oneself":                 {bosses(0), "The reporting lines run in a circle, one of them is wrong: A to A", 1},
		"with others below":       {bosses(1, 3, 1, 1), "The reporting lines run in a circle, one of them is wrong: B to D to B", 2},
		"a long one":              {bosses(1, 2, 3, 4, 5, 0), "The reporting lines run in a circle, one of them is wrong: A to B to C to 3 more to A", 6},
		"two circles":             {bosses(1, 0, 3, 2), "The reporting lines run in 2 circles, one line of each is wrong: A to B to A, C to D to C", 4},
	} {
		list := Warnings(planOf(&Account{}, test.people...), Date{})
		switch {
		case test.want == "" && len(list) == 0:
		case len(list) != 1 || list[0].Rule != "reports-in-circle" || list[0].Text != test.want || len(list[0].IDs) != test.about:
			t.Errorf("%s: %+v", name, list)
		}
	}
}

// However the lines run, the search for circles ends and finds exactly the
// people from whom the lines lead back to themselves.
func TestReportingCirclesOfAnyLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 12).Draw(t, "people")
		people := make([]*Contact, n)
		for i := range people {
			people[i] = &Contact{Head: Head{ID: ID{15: byte(i + 1)}}, ReportsTo: ID{15: byte(rapid.IntRange(0, n+1).Draw(t, "boss"))}}
		}
		boss := map[ID]ID{}
		for _, c := range people {
			boss[c.ID] = c.ReportsTo
		}
		want := map[ID]bool{}
		for _, c := range people {
			at := c.ReportsTo
			for range n {
				want[c.ID] = want[c.ID] || at == c.ID
				at = boss[at]
			}
		}
		got := map[ID]bool{}
		for _, circle := range ReportingCircles(people) {
			for i, c := range circle {
				if got[c.ID] || c.ReportsTo != circle[(i+1)%len(circle)].ID {
					t.Fatalf("%v", circle)
				}
				got[c.ID] = true
			}
		}
		for _, c := range people {
			if got[c.ID] != want[c.ID] {
				t.Fatalf("%s: found %v, want %v", c.ID, got[c.ID], want[c.ID])
			}
		}
	})
}
