package chart_test

import (
	"slices"
	"strings"
	"testing"

	"astute/model"
	"astute/model/chart"

	"pgregory.net/rapid"
)

// below makes each person report to the one that boss names, -1 for nobody.
func below(list []*model.Contact, boss ...int) []*model.Contact {
	for i, c := range list {
		c.ID = model.ID{15: byte(i + 1)}
		if boss[i] >= 0 {
			c.ReportsTo = model.ID{15: byte(boss[i] + 1)}
		}
	}
	return list
}

func text(o *chart.Org) string {
	var b strings.Builder
	for _, line := range o.Text() {
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func TestOrgChart(t *testing.T) {
	list := below(people("Ann Top", "Bob Mid", "Cia Low", "Dan Low", "Eva Mid", "Fay Alone", "Gus Gone", "Hal Gone", "Seat"), -1, 0, 1, 1, 0, -1, 0, 0, 7)
	list[0].Rank, list[2].Rank, list[3].Rank, list[4].Rank = model.CLevel, model.Director, model.Director, model.Director
	list[6].Left, list[7].Left, list[8].Placeholder = true, true, true
	list[0].JobTitle, list[0].Coverage, list[0].DecisionRole = "Chief", model.InDepth, list[0].DecisionRole.With(model.EconomicBuyer)
	for _, test := range []struct {
		name string
		o    chart.OrgOptions
		want string
	}{
		{"whole", chart.OrgOptions{W: 40}, `
 Ann Top E~3  Chief
├─ Bob Mid ~
│ ├─ Cia Low ~
│ └─ Dan Low ~
├─ /Hal Gone/ ~
│ └─ (Seat) ~
└─ Eva Mid ~
 Fay Alone ~`},
		{"folded and plain", chart.OrgOptions{W: 40, ASCII: true, Left: true, Collapsed: map[model.ID]bool{list[1].ID: true, list[5].ID: true}}, `
 Ann Top E~3  Chief
|-+Bob Mid ~  +2 people
|- /Gus Gone/ ~
|- /Hal Gone/ ~
| ` + "`" + `- (Seat) ~
` + "`" + `- Eva Mid ~
 Fay Alone ~`},
		{"folded at the top", chart.OrgOptions{W: 30, Collapsed: map[model.ID]bool{list[0].ID: true}}, `
▸Ann Top E~3  +6 people  Chief
 Fay Alone ~`},
	} {
		o := chart.NewOrg(list, test.o)
		if got, want := text(o), strings.TrimPrefix(test.want, "\n"); got != want {
			t.Errorf("%s:\n%s\nshould be\n%s", test.name, got, want)
		}
	}
	o := chart.NewOrg(list, chart.OrgOptions{W: 40})
	if o.Gone != 1 {
		t.Errorf("%d are not shown because they left, should be Gus", o.Gone)
	}
	if row := o.Find(list[3].ID); o.Rows[o.Parent(row)].Contact != list[1] || o.Parent(0) != -1 || !o.Rows[o.Find(list[5].ID)].Apart {
		t.Error("Dan should stand below Bob, Ann below nobody, Fay apart")
	}
}

func TestCirclesAreCutAtTheHighestAndSaid(t *testing.T) {
	list := below(people("Ann", "Bob", "Cia", "Dan", "Eva"), 2, 0, 1, 3, 2)
	list[1].Rank = model.CLevel
	o := chart.NewOrg(list, chart.OrgOptions{W: 70})
	want := ` Bob ~  reports to Ann, which closes a circle
└─ Cia ~
  ├─ Ann ~
  └─ Eva ~
 Dan ~  reports to Dan, which closes a circle`
	if got := text(o); got != want {
		t.Errorf("the chart is\n%s\nshould be\n%s", got, want)
	}
	if len(o.Circles) != 2 || len(o.Circles[0]) != 3 || o.Circles[0][0] != list[1] {
		t.Errorf("circles: %v", o.Circles)
	}
}

func TestABossWhoIsNotShownIsSaid(t *testing.T) {
	list := below(people("Ann", "Bob"), -1, 0)
	o := chart.NewOrg(list[1:], chart.OrgOptions{W: 60})
	if len(o.Rows) != 1 || o.Rows[0].Note != "reports to somebody who is not shown" || o.Rows[0].Apart {
		t.Errorf("rows: %+v", o.Rows)
	}
}

// Whoever reports to whom: everybody is there once, or has left, or is folded
// away; nobody stands below the wrong one; all lines are exactly as wide as they
// should be, and the order of the people in the book does not matter.
func TestAnyOrgChartIsSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list, _ := office(t, 40)
		o := chart.OrgOptions{W: rapid.IntRange(0, 90).Draw(t, "w"), Measure: width, ASCII: rapid.Bool().Draw(t, "ascii"),
			Left: rapid.Bool().Draw(t, "left"), Collapsed: map[model.ID]bool{}}
		for _, c := range list {
			if rapid.IntRange(0, 4).Draw(t, "folded") == 0 {
				o.Collapsed[c.ID] = true
			}
		}
		org := chart.NewOrg(list, o)
		hidden, seen := 0, map[model.ID]bool{}
		for i, r := range org.Rows {
			if seen[r.Contact.ID] {
				t.Fatalf("%q is there twice", r.Name)
			}
			seen[r.Contact.ID] = true
			if r.Folded {
				hidden += r.Below
			}
			if up := org.Parent(i); up >= 0 && (org.Rows[up].Contact.ID != r.Contact.ReportsTo || org.Rows[up].Depth != r.Depth-1) {
				t.Fatalf("%q stands below %q", r.Name, org.Rows[up].Name)
			} else if up < 0 && r.Depth != 0 {
				t.Fatalf("%q stands below nobody, at depth %d", r.Name, r.Depth)
			}
		}
		if len(org.Rows)+hidden+org.Gone != len(list) {
			t.Fatalf("%d rows, %d folded away, %d left: of %d people", len(org.Rows), hidden, org.Gone, len(list))
		}
		for _, line := range org.Text() {
			if width(line) != o.W {
				t.Fatalf("%q is %d wide, should be %d", line, width(line), o.W)
			}
		}
		turned := slices.Clone(list)
		slices.Reverse(turned)
		if a, b := strings.Join(org.Text(), "\n"), strings.Join(chart.NewOrg(turned, o).Text(), "\n"); a != b {
			t.Fatalf("in another order the chart is another:\n%s\n\n%s", a, b)
		}
	})
}
