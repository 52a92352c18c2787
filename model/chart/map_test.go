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

// crowded draws people of any place, key players among them, and a size that a
// pane can have, mostly too small for all.
func crowded(t *rapid.T) ([]*model.Contact, chart.Size) {
	var names []string
	for i := range rapid.IntRange(1, 60).Draw(t, "people") {
		names = append(names, fmt.Sprintf("Given%d Family%d", i, i))
	}
	list := people(names...)
	for _, c := range list {
		c.Political = model.PoliticalStatus(rapid.IntRange(0, 4).Draw(t, "status"))
		c.Rank = model.Rank(rapid.IntRange(0, 5).Draw(t, "rank"))
		c.DecisionRole = model.DecisionRoles(rapid.SampledFrom([]int{0, 0, 0, 1, 4, 16}).Draw(t, "role"))
		c.Influence = model.Level(rapid.IntRange(0, 3).Draw(t, "influence"))
	}
	return list, chart.Size{W: rapid.IntRange(20, 200).Draw(t, "w"), H: rapid.IntRange(1, 60).Draw(t, "h")}
}

// cellOf is the cell of the map in which somebody belongs, as values of its
// column and its row.
func cellOf(c *model.Contact) [2]int {
	column, _ := model.MapColumn(c)
	return [2]int{int(column), int(model.MapRow(c))}
}

// Those who decide are seen first: nobody else is shown in the cell of a key
// player who is not, nor does a rank have a line that is there for others.
func TestAKeyPlayerIsNeverHiddenForSomebodyElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list, size := crowded(t)
		m := chart.NewMap(list, nil, size, chart.Options{})
		full, keys := map[[2]int]bool{}, map[[2]int]int{}
		for _, c := range m.Out {
			full[cellOf(c)] = full[cellOf(c)] || key(c)
		}
		for _, c := range list {
			if key(c) {
				keys[cellOf(c)]++
			}
		}
		for _, p := range m.People {
			if full[cellOf(p.Contact)] && !key(p.Contact) {
				t.Fatalf("%s is shown in place of a key player:\n%s", p.Contact.Name, strings.Join(m.Text(), "\n"))
			}
		}
		for _, r := range m.Rows {
			most := 0
			for at, n := range keys {
				if at[1] == r.Value {
					most = max(most, n)
				}
			}
			if slices.ContainsFunc(m.Out, key) && r.Length > most {
				t.Fatalf("%q has %d lines for %d key players, another is not shown:\n%s", r.Label, r.Length, most, strings.Join(m.Text(), "\n"))
			}
		}
	})
}

// Nobody is left out while a line of their cell is free: labels come before
// space for lines between people.
func TestNobodyIsLeftOutBesideAFreeLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list, size := crowded(t)
		m := chart.NewMap(list, nil, size, chart.Options{})
		used := map[[3]int]bool{} // column, row, line
		for _, p := range m.People {
			used[[3]int{m.Columns[p.Column].Value, m.Rows[p.Row].Value, p.Y}] = true
		}
		for _, o := range m.Mores {
			for _, c := range m.Columns {
				for _, r := range m.Rows {
					if o.X >= c.At && o.X < c.At+c.Length && o.Y >= r.At && o.Y < r.At+r.Length {
						used[[3]int{c.Value, r.Value, o.Y}] = true
					}
				}
			}
		}
		for _, c := range m.Out {
			at := cellOf(c)
			for _, r := range m.Rows {
				for y := r.At; y < r.At+r.Length && r.Value == at[1]; y++ {
					if !used[[3]int{at[0], at[1], y}] {
						t.Fatalf("%s is left out, but line %d of the cell is free:\n%s", c.Name, y, strings.Join(m.Text(), "\n"))
					}
				}
			}
		}
	})
}

func key(c *model.Contact) bool { return model.KeyPlayer(c).Answer == model.Yes }

// example are the people of an account like those that are worked on: a dozen
// key players of all ranks among two dozen people.
func example() []*model.Contact {
	var list []*model.Contact
	for rank := model.CLevel; rank <= model.Individual; rank++ {
		for status := model.Learning; status <= model.Astute; status++ {
			n := 1
			if rank == model.Director && status == model.Observing {
				n = 5
			}
			for i := range n {
				c := people(fmt.Sprintf("Given%d %s%s", i, []string{"", "Learner", "Watcher", "Mover", "Ruler"}[status], rank))[0]
				c.Rank, c.Political = rank, status
				c.ID = model.ID{13: byte(rank), 14: byte(status), 15: byte(i)}
				list = append(list, c)
			}
		}
	}
	return list
}

func TestKeyPlayersAreSeenInTheSmallestPane(t *testing.T) {
	for _, size := range []chart.Size{{W: 56, H: 8}, {W: 56, H: 11}, {W: 61, H: 12}, {W: 57, H: 15}, {W: 200, H: 40}} {
		m := chart.NewMap(example(), nil, size, chart.Options{})
		if slices.ContainsFunc(m.Out, key) {
			t.Errorf("%d x %d hides a key player:\n%s", size.W, size.H, strings.Join(m.Text(), "\n"))
		}
		more := 0
		for _, o := range m.Mores {
			n := 0
			if _, err := fmt.Sscanf(o.Text, "+%d", &n); err != nil {
				t.Errorf("%q is no number of people", o.Text)
			}
			more += n
		}
		if more != len(m.Out) {
			t.Errorf("%d x %d says that %d more are not shown, %d are not:\n%s", size.W, size.H, more, len(m.Out), strings.Join(m.Text(), "\n"))
		}
	}
}

func TestWholeNamesStandWhereThereIsRoom(t *testing.T) {
	list := people("Jane Smith", "Zoë van der Berg", "Deepak Venkataraghavan Subramaniam Sivaganga")
	if got, want := shown(chart.NewMap(list, nil, chart.Size{W: 150, H: 30}, chart.Options{})), []string{"Jane Smith", "Sivaganga", "Zoë van der Berg"}; !slices.Equal(got, want) {
		t.Errorf("a wide map calls them %q, should be %q", got, want)
	}
	if got, want := shown(chart.NewMap(list, nil, chart.Size{W: 44, H: 30}, chart.Options{})), []string{"Sivaganga", "Smith", "van der Berg"}; !slices.Equal(got, want) {
		t.Errorf("a narrow map calls them %q, should be %q", got, want)
	}
}

func TestPeopleStandWhereTheirRankAndStatusMeet(t *testing.T) {
	list := people("Low Left", "High Right", "By Influence", "Not Known", "Has Gone")
	list[0].Political, list[0].Rank = model.Learning, model.Individual
	list[1].Political, list[1].Rank = model.Astute, model.CLevel
	list[2].Political, list[2].Influence = 0, model.High
	list[3].Political, list[3].Rank = 0, 0
	list[4].Left = true
	m := chart.NewMap(list, nil, chart.Size{W: 100, H: 20}, chart.Options{})
	got := strings.Join(m.Text(), "\n")
	last := 0
	for i, name := range []string{"High Right", "?By Influence", "Low Left", "Not Known"} {
		p := m.People[i]
		if !strings.HasPrefix(p.Text(), name) {
			t.Fatalf("%q stands in place %d, should be %s:\n%s", p.Text(), i, name, got)
		}
		if p.Y <= last || p.Y != m.Rows[p.Row].LabelAt {
			t.Errorf("%s stands on line %d, the name of the rank on %d:\n%s", name, p.Y, m.Rows[p.Row].LabelAt, got)
		}
		if c := m.Columns[p.Column]; p.X != c.At || c.Value != []int{4, 3, 1, 0}[i] || m.Rows[p.Row].Value != []int{1, 2, 5, 0}[i] {
			t.Errorf("%s stands in column %v, row %v", name, c, m.Rows[p.Row])
		}
		last = p.Y
	}
	if len(m.People) != 4 || len(m.Out) != 0 {
		t.Errorf("%d people are shown, %d are not; should be 4 and none", len(m.People), len(m.Out))
	}
}

func TestWhereStatusAndInfluenceDisagreeTheMapSaysSo(t *testing.T) {
	list := people("Lisa Green")
	list[0].Political, list[0].Influence = model.Observing, model.High
	m := chart.NewMap(list, nil, chart.Size{W: 100, H: 20}, chart.Options{})
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
	m := chart.NewMap(list, nil, chart.Size{W: 40, H: 4}, chart.Options{})
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
		m := chart.NewMap(list, nil, size, chart.Options{})
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
			for y := range m.H {
				claim(c.Guide, y, 1, "the guide")
			}
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

func TestAPlaceThatNobodySaidCarriesASign(t *testing.T) {
	list := people("Said Surely", "By Influence", "By Title", "Nothing Known")
	for _, c := range list {
		c.Political, c.Rank, c.Influence = 0, 0, 0
	}
	list[0].Political, list[0].Rank = model.Astute, model.CLevel
	list[1].Influence, list[1].Rank = model.High, model.VP
	list[2].JobTitle, list[2].Political = "CEO", model.Learning
	m := chart.NewMap(list, nil, chart.Size{W: 120, H: 30}, chart.Options{})
	names := map[string]string{}
	for _, p := range m.People {
		names[p.Contact.Name] = p.Name
		if p.Contact == list[2] && m.Rows[p.Row].Value != int(model.CLevel) {
			t.Errorf("a CEO without a rank stands in the row %q", m.Rows[p.Row].Label)
		}
	}
	for _, c := range []struct{ name, want string }{
		{"Said Surely", "Said Surely"}, {"By Influence", "?By Influence"}, {"By Title", "?By Title"}, {"Nothing Known", "Nothing Known"},
	} {
		if names[c.name] != c.want {
			t.Errorf("%s is written %q, should be %q", c.name, names[c.name], c.want)
		}
	}
	if !slices.ContainsFunc(m.Legend(), func(s chart.Sign) bool { return s.Mark == "?name" }) {
		t.Error("the legend does not explain the sign")
	}
}
