package model

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// team is a plan with three of us and five of them, and who stands how.
func team(tell func(ana, ben, cy *Teammate, top, key, beside, clerk *Contact) []Record) *Plan {
	ana, ben, cy := &Teammate{Name: "Ana"}, &Teammate{Name: "Ben"}, &Teammate{Name: "Cy"}
	top := &Contact{Name: "Top", Political: Astute, Rank: CLevel}
	key := &Contact{Name: "Key", Influence: High}
	beside := &Contact{Name: "Beside"}
	clerk := &Contact{Name: "Clerk"}
	gone := &Contact{Name: "Gone", Influence: High, Left: true}
	records := []Record{ana, ben, cy, top, key, beside, clerk, gone}
	a := &Account{Name: "Acme"}
	planOf(a, records...) // gives ids
	a.Owner, a.ExecutiveSponsor, a.Team = ana.ID, ben.ID, []ID{ana.ID}
	return planOf(a, append(records, tell(ana, ben, cy, top, key, beside, clerk)...)...)
}

func TestCoverageMatrix(t *testing.T) {
	p := team(func(ana, ben, cy *Teammate, top, key, beside, clerk *Contact) []Record {
		return []Record{
			&Relationship{Teammate: ana.ID, Contact: key.ID, Level: Vendor, Wanted: ProblemSolver, Health: Good},
			&Relationship{Teammate: ana.ID, Contact: clerk.ID, Level: ProblemSolver, Wanted: Vendor},
			&Relationship{Teammate: ben.ID, Contact: top.ID, Wanted: CredibleSource},
			&Relationship{Teammate: cy.ID, Contact: key.ID, Level: Vendor},
		}
	})
	m := CoverageMatrixOf(p)
	var got []string
	for _, column := range m.Columns {
		got = append(got, fmt.Sprintf("%s %d/%d/%d", column.Contact.Name, column.CoveredBy, column.Gaps, column.Open))
	}
	for _, row := range m.Rows {
		line := fmt.Sprintf("%s %d/%d/%d:", row.Teammate.Name, row.Covers, row.Gaps, row.Open)
		for _, cell := range row.Cells {
			line += fmt.Sprintf(" %d-%d+%d", cell.Level, cell.Wanted, cell.Gap())
		}
		got = append(got, line)
	}
	want := "Key 2/1/0; Top 0/0/1; Beside 0/0/0; Clerk 1/0/0; Ana 2/1/0: 1-3+2 0-0+0 0-0+0 3-1+0; Ben 0/0/1: 0-0+0 0-2+0 0-0+0 0-0+0; Cy 1/0/0: 1-0+0 0-0+0 0-0+0 0-0+0"
	if strings.Join(got, "; ") != want {
		t.Errorf("%s\nwanted\n%s", strings.Join(got, "; "), want)
	}
	if open := m.Uncovered(); len(open) != 1 || open[0].Name != "Top" {
		t.Errorf("nobody stands with %v", open)
	}
	if empty := CoverageMatrixOf(planOf(&Account{})); len(empty.Rows)+len(empty.Columns) != 0 {
		t.Errorf("%+v", empty)
	}
}

func TestAssignments(t *testing.T) {
	today := NewDate(2026, time.March, 31)
	for name, test := range map[string]struct {
		tell func(ana, ben, cy *Teammate, top, key, beside, clerk *Contact) []Record
		want string
	}{
		"by load, and the sponsor at the top": {func(ana, ben, cy *Teammate, top, key, beside, clerk *Contact) []Record { return nil },
			"Ana: Get to know Key (Ana has the fewest to look after); Ben: Get to know Top (Ben is our executive sponsor, and Top is at the top)"},
		"whoever is beside": {func(ana, ben, cy *Teammate, top, key, beside, clerk *Contact) []Record {
			beside.ReportsTo = key.ID
			return []Record{&Relationship{Teammate: cy.ID, Contact: beside.ID, Level: Vendor}, &Relationship{Teammate: ana.ID, Contact: top.ID, Level: Vendor}}
		}, "Cy: Get to know Key (Cy knows Beside, who is right beside)"},
		"but not across a conflict": {func(ana, ben, cy *Teammate, top, key, beside, clerk *Contact) []Record {
			beside.ReportsTo = key.ID
			return []Record{&Relationship{Teammate: cy.ID, Contact: beside.ID, Level: Vendor}, &Relationship{Teammate: ana.ID, Contact: top.ID, Level: Vendor},
				&Line{From: key.ID, To: beside.ID, Type: Conflicts}}
		}, "Ben: Get to know Key (Ben has the fewest to look after)"},
		"whoever is to": {func(ana, ben, cy *Teammate, top, key, beside, clerk *Contact) []Record {
			return []Record{&Relationship{Teammate: cy.ID, Contact: top.ID, Wanted: TrustedAdvisor}, &Relationship{Teammate: ana.ID, Contact: key.ID, Level: Vendor}}
		}, "Cy: Get to know Top (Cy is to be a Trusted Advisor there)"},
	} {
		p := team(test.tell)
		var got []string
		for _, as := range CoverageMatrixOf(p).Assignments(p) {
			a := as.Action(p, today)
			if err := Check(a); err != nil || a.Serves != as.Contact || a.Due.String() != "2026-04-14" || a.Account != p.Account.ID {
				t.Errorf("%s: %+v: %v", name, a, err)
			}
			got = append(got, fmt.Sprintf("%s: %s (%s)", p.Name(a.Owner), a.Name, as.Why))
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("%s: %q", name, got)
		}
	}
	alone := planOf(&Account{}, &Contact{Name: "Key", Influence: High})
	if list := CoverageMatrixOf(alone).Assignments(alone); list != nil {
		t.Errorf("nobody of us is to cover: %+v", list)
	}
}
