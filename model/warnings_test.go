package model

import (
	"slices"
	"strings"
	"testing"
	"time"
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
		"never confirmed":                 {[]Record{&Contact{Name: "Ann", Influence: High, Support: Champion}}, ""},
	} {
		var got []string
		for _, w := range Warnings(planOf(&Account{Name: "Acme"}, test.people...), today) {
			got = append(got, w.Rule)
			if w.Text == "" || strings.HasSuffix(w.Text, ".") {
				t.Errorf("%s: %q is no sentence without its stop", name, w.Text)
			}
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: %q, wanted %q", name, got, test.want)
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
