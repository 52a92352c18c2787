package chart_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/model/chart"
	"astute/model/modeltest"

	"pgregory.net/rapid"
)

func people(names ...string) []*model.Contact {
	ids := model.IDs{Entropy: func(b []byte) (int, error) { return len(b), nil }}
	var list []*model.Contact
	for _, name := range names {
		c := &model.Contact{Name: name, Political: model.Agile, Rank: model.VP, Support: model.Neutral}
		c.ID = ids.New(time.Unix(1, 0))
		list = append(list, c)
	}
	return list
}

func shown(m *chart.Map) []string {
	var names []string
	for _, p := range m.People {
		names = append(names, p.Name)
	}
	slices.Sort(names)
	return names
}

func TestNamesAreShortAndNameOnePersonOnly(t *testing.T) {
	for _, c := range []struct{ names, want []string }{
		{[]string{"Jane Smith", "Raj Mehta"}, []string{"Mehta", "Smith"}},
		{[]string{"Jane Smith", "Adam Smith"}, []string{"A.Smith", "J.Smith"}},
		{[]string{"Jane Smith", "John Smith"}, []string{"Jane Smith", "John Smith"}},
		{[]string{"Jane Smith", "Jane Smith"}, []string{"Jane Smith 1", "Jane Smith 2"}},
		{[]string{"Smith, Jane", "Brown, Al"}, []string{"Brown", "Smith"}},
		{[]string{"Martin Luther King Jr.", "Rex"}, []string{"King", "Rex"}},
		{[]string{"CISO (not appointed yet)"}, []string{"CISO"}},
		{[]string{"桜井 太郎", "桜井 花子"}, []string{"太郎", "花子"}},
	} {
		m := chart.NewMap(people(c.names...), chart.Size{W: 200, H: 30})
		if got := shown(m); !slices.Equal(got, c.want) {
			t.Errorf("%q are called %q, should be %q", c.names, got, c.want)
		}
	}
}

func TestPeopleStandWhereTheirRankAndStatusMeet(t *testing.T) {
	list := people("Low Left", "High Right", "By Influence", "Not Known", "Has Gone")
	list[0].Political, list[0].Rank = model.Learning, model.Individual
	list[1].Political, list[1].Rank = model.Astute, model.CLevel
	list[2].Political, list[2].Influence = 0, model.High
	list[3].Political, list[3].Rank = 0, 0
	list[4].Left = true
	m := chart.NewMap(list, chart.Size{W: 100, H: 20})
	want := strings.TrimPrefix(`
C-Level                                                                              Right ~



VP                                                               Influence ~


Director


Manager


Individual                    Left ~


no rank    Known ~


           not known          Learning         Observing         Agile               Astute`, "\n")
	if got := strings.Join(m.Text(), "\n"); got != want {
		t.Errorf("the map is\n%s\nshould be\n%s", got, want)
	}
	if len(m.People) != 4 || len(m.Out) != 0 {
		t.Errorf("%d people are shown, %d are not; should be 4 and none", len(m.People), len(m.Out))
	}
}

func TestWhereStatusAndInfluenceDisagreeTheMapSaysSo(t *testing.T) {
	list := people("Lisa Green")
	list[0].Political, list[0].Influence = model.Observing, model.High
	m := chart.NewMap(list, chart.Size{W: 100, H: 20})
	if p := m.People[0]; !strings.HasSuffix(p.Marks, "!") || p.Note == "" {
		t.Errorf("marks %q, note %q", p.Marks, p.Note)
	}
}

func TestKeyPlayersStayWhereThereIsNotRoomForAll(t *testing.T) {
	list := people("A One", "B Two", "C Three", "D Four", "E Five", "F Six", "Z King")
	for _, c := range list[:6] {
		c.Political = model.Observing
	}
	list[6].Political, list[6].DecisionRole = model.Observing, list[6].DecisionRole.With(model.EconomicBuyer)
	m := chart.NewMap(list, chart.Size{W: 40, H: 4})
	if !slices.Contains(shown(m), "King") {
		t.Errorf("the one who decides is not among %q", shown(m))
	}
	if len(m.Out) == 0 || len(m.Mores) != 1 || m.Mores[0].Text != fmt.Sprintf("+%d", len(m.Out)) {
		t.Errorf("out %d, mores %v", len(m.Out), m.Mores)
	}
}

// Whoever the people are and whatever the size: no two labels overlap, all stand
// inside, everybody is either shown or named as left out, and no two carry one
// name.
func TestAnyMapIsSound(t *testing.T) {
	words := append(modeltest.Naughty(), "Jane Smith", "John Smith", "J Smith", "桜井 太郎", "Ọlá Adébáyọ̀")
	rapid.Check(t, func(t *rapid.T) {
		var names []string
		for range rapid.IntRange(0, 40).Draw(t, "people") {
			names = append(names, rapid.OneOf(rapid.SampledFrom(words), rapid.StringN(1, 20, -1)).Draw(t, "name"))
		}
		list := people(names...)
		for _, c := range list {
			c.Political = model.PoliticalStatus(rapid.IntRange(0, 4).Draw(t, "status"))
			c.Rank = model.Rank(rapid.IntRange(0, 5).Draw(t, "rank"))
			c.DecisionRole = model.DecisionRoles(rapid.IntRange(0, 63).Draw(t, "role"))
			c.Support = model.Support(rapid.IntRange(0, 4).Draw(t, "support"))
			c.Left = rapid.IntRange(0, 9).Draw(t, "left") == 0
		}
		size := chart.Size{W: rapid.IntRange(0, 150).Draw(t, "w"), H: rapid.IntRange(0, 40).Draw(t, "h")}
		m := chart.NewMap(list, size)
		here := 0
		for _, c := range list {
			if !c.Left {
				here++
			}
		}
		if len(m.People)+len(m.Out) != here {
			t.Fatalf("%d shown and %d out of %d", len(m.People), len(m.Out), here)
		}
		taken, called := map[[2]int]string{}, map[string]bool{}
		claim := func(x, y, w int, text string) {
			for i := x; i < x+w; i++ {
				if i < 0 || i >= size.W || y < 0 || y >= size.H {
					t.Fatalf("%q stands at %d, %d, outside", text, i, y)
				}
				if other := taken[[2]int{i, y}]; other != "" {
					t.Fatalf("%q overlaps %q at %d, %d", text, other, i, y)
				}
				taken[[2]int{i, y}] = text
			}
		}
		for _, p := range m.People {
			claim(p.X, p.Y, p.W, p.Text())
			if name := p.Name; name != "" && len([]rune(name)) > 4 {
				if called[name] {
					t.Fatalf("two are called %q", name)
				}
				called[name] = true
			}
		}
		for _, o := range m.Mores {
			claim(o.X, o.Y, len(o.Text), o.Text)
		}
		for _, c := range m.Columns {
			claim(c.At, m.Axis(), len(c.Label), c.Label)
		}
		m.Text()
		for i := range m.People {
			for _, d := range [][2]int{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
				if next := m.Next(i, d[0], d[1]); next < 0 || next >= len(m.People) {
					t.Fatalf("next of %d is %d of %d", i, next, len(m.People))
				}
			}
		}
	})
}
