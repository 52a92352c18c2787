package model

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestActionFor(t *testing.T) {
	today := NewDate(2026, time.March, 31) // a Tuesday
	ana, ben, me := ID{15: 0xa}, ID{15: 0xb}, ID{15: 0xc}
	ann, bo := &Contact{Name: "Ann"}, &Contact{Name: "Bo"}
	stands := &Relationship{Teammate: ben, Level: Vendor, Wanted: ProblemSolver}
	p := planOf(&Account{Name: "Acme"}, ann, bo, stands)
	stands.Contact = bo.ID
	for name, test := range map[string]struct {
		owner         ID
		w             Warning
		title         string
		who, serves   ID
		due           string
		pathFromFirst bool
	}{
		"about the account":    {ana, Warning{Rule: "no-economic-buyer", Severity: High}, "Find out who holds the budget at Acme", ana, p.Account.ID, "2026-04-07", false},
		"one thread":           {ana, Warning{Rule: "single-threaded", Severity: High, IDs: []ID{bo.ID}}, "Win one more key player beside Bo", ana, bo.ID, "2026-04-07", false},
		"no thread":            {ana, Warning{Rule: "single-threaded", Severity: High}, "Win a key player at Acme", ana, p.Account.ID, "2026-04-07", false},
		"about one":            {ana, Warning{Rule: "coach", Severity: Medium, IDs: []ID{ann.ID}}, "Ask Ann who could carry the decision", ana, ann.ID, "2026-04-14", false},
		"about two":            {ana, Warning{Rule: "left-on-decision", Severity: High, IDs: []ID{bo.ID, ann.ID}}, "Find out who took over from Bo and Ann", ana, bo.ID, "2026-04-07", false},
		"nobody owns it":       {ID{}, Warning{Rule: "coach", Severity: Medium, IDs: []ID{ann.ID}}, "Ask Ann who could carry the decision", me, ann.ID, "2026-04-14", false},
		"a relationship":       {ana, Warning{Rule: "below-wanted", Severity: Low, IDs: []ID{stands.ID}}, "Take a step forward with Bo", ben, bo.ID, "2026-04-30", false},
		"never met, no way":    {ana, Warning{Rule: "coverage-gap", Severity: Medium, IDs: []ID{bo.ID}}, "Get an introduction to Bo", ana, bo.ID, "2026-04-14", false},
		"never met, and a way": {ana, Warning{Rule: "coverage-gap", Severity: Medium, IDs: []ID{bo.ID}}, "Ask Ann to introduce us to Bo", ana, bo.ID, "2026-04-14", true},
	} {
		p.Account.Owner = test.owner
		ann.Support, ann.Coverage, bo.ReportsTo = 0, 0, ID{}
		if test.pathFromFirst {
			ann.Support, ann.Coverage, bo.ReportsTo = Supporter, InDepth, ann.ID
		}
		a := ActionFor(p, test.w, me, today)
		if a.Name != test.title || a.Owner != test.who || a.Serves != test.serves || a.Due.String() != test.due || a.Account != p.Account.ID || !a.ID.IsZero() || !a.Open() {
			t.Errorf("%s: %q by %s for %s until %s", name, a.Name, a.Owner, a.Serves, a.Due)
		}
		if err := Check(a); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	target := Warning{Rule: RuleRevenueGap, Severity: Medium, IDs: []ID{p.Account.ID}}
	if a := ActionFor(p, target, me, today); a.Name != "Plan how to reach the revenue target of Acme" || a.Serves != p.Account.ID || a.Due.String() != "2026-04-14" {
		t.Errorf("about money: %q for %s until %s", a.Name, a.Serves, a.Due)
	}
	sunday := Warning{Rule: "no-opponent", Severity: Low}
	if a := ActionFor(p, sunday, me, today.AddDays(5)); a.Due.String() != "2026-05-05" { // 30 days on
		t.Errorf("due %s", a.Due)
	}
	if a := ActionFor(p, sunday, me, today.AddDays(3)); a.Due.Time().Weekday() != time.Monday || a.Due.String() != "2026-05-04" {
		t.Errorf("due %s, a %s", a.Due, a.Due.Time().Weekday())
	}
}

// Whatever is warned of, the action against it can be saved as it is.
func TestEveryWarningHasAnAction(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, today := drawTalk(t), NewDate(2026, time.March, 31)
		for _, w := range Warnings(p, today) {
			a := ActionFor(p, w, ID{15: 9}, today)
			if err := Check(a); err != nil || a.Owner.IsZero() || p.Get(a.Serves) == nil || !today.Before(a.Due) || w.Severity == 0 || w.Cure == "" {
				t.Fatalf("%+v: %+v: %v", w, a, err)
			}
		}
	})
}
