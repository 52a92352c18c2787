package model

import (
	"testing"
	"time"
)

func TestCoverageOf(t *testing.T) {
	today := NewDate(2026, time.March, 31)
	days := func(n, from int) []int {
		var list []int
		for i := range n {
			list = append(list, from-i)
		}
		return list
	}
	for name, test := range map[string]struct {
		says     Coverage
		met      []int // days from today
		want     Coverage
		dealings int
	}{
		"nothing on record":          {0, nil, 0, 0},
		"one":                        {0, days(1, 0), BriefContact, 1},
		"two":                        {0, days(2, -3), BriefContact, 2},
		"three":                      {0, days(3, -3), MultipleContacts, 3},
		"five":                       {0, days(5, -3), MultipleContacts, 5},
		"six":                        {0, days(6, -3), InDepth, 6},
		"six, one over a year ago":   {0, append(days(5, -3), -366), MultipleContacts, 6},
		"six, the first a year ago":  {0, append(days(5, -3), -365), InDepth, 6},
		"ten, years ago":             {0, days(10, -900), MultipleContacts, 10},
		"what lies ahead is nothing": {0, days(3, 9), 0, 0},
		"the contact says otherwise": {NoContact, days(6, -3), NoContact, 0},
	} {
		c, other := &Contact{Name: "Ann", Coverage: test.says}, &Contact{Name: "Raj"}
		records := []Record{c, other}
		var list []*Interaction
		for _, n := range test.met {
			i := &Interaction{On: today.AddDays(n), Type: Call, Summary: "x"}
			list, records = append(list, i), append(records, i)
		}
		planOf(&Account{}, records...) // gives ids
		for _, i := range list {
			i.Contacts = []ID{c.ID}
		}
		p := planOf(&Account{}, records...)
		if got, n := p.CoverageOf(c, today); got != test.want || n != test.dealings {
			t.Errorf("%s: %q from %d, want %q from %d", name, got, n, test.want, test.dealings)
		}
		if got, n := p.CoverageOf(other, today); got != 0 || n != 0 {
			t.Errorf("%s: %q from %d for somebody whom no dealing names", name, got, n)
		}
	}
}

// Whoever is met on record is not asked about as if we did not know.
func TestCoverageIsNotAskedWhereDealingsAreOnRecord(t *testing.T) {
	c := &Contact{Name: "Ann", JobTitle: "CTO", DecisionRole: DecisionRoles(0).With(DecisionMaker), Influence: High, Support: Neutral, Alignment: Good, Political: Agile,
		Confirmed: NewDate(2026, time.March, 1)}
	met := &Interaction{On: NewDate(2026, time.March, 1), Type: Call, Summary: "x"}
	planOf(&Account{}, c, met)
	want := "What is Ann measured by?"
	if got := asked(planOf(&Account{}, c, met), c); got != "How well do we know Ann?\n"+want {
		t.Errorf("a stranger: asks %q", got)
	}
	met.Contacts = []ID{c.ID}
	if got := asked(planOf(&Account{}, c, met), c); got != want {
		t.Errorf("met on record: asks %q", got)
	}
}
