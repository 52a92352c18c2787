package chart_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"astute/model"
	"astute/model/chart"
	"astute/model/modeltest"

	"pgregory.net/rapid"
)

// width is how many columns text takes on most terminals: nothing for what
// stands over another letter, two for what is written in squares.
func width(text string) int {
	w := 0
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			w += 2
		default:
			w++
		}
	}
	return w
}

// office draws people of any kind with any ties, reporting lines in circles
// included.
func office(t *rapid.T, most int) (list []*model.Contact, lines []*model.Line) {
	words := append(modeltest.Naughty(), "Jane Smith", "John Smith", "桜井 太郎", "Ọlá Adébáyọ̀", "שרה כהן", "سارة")
	for i := range rapid.IntRange(0, most).Draw(t, "people") {
		c := &model.Contact{Name: rapid.OneOf(rapid.SampledFrom(words), rapid.StringN(1, 20, -1)).Draw(t, "name")}
		c.ID = model.ID{14: byte(i >> 8), 15: byte(i + 1)}
		c.Political = model.PoliticalStatus(rapid.IntRange(0, 4).Draw(t, "status"))
		c.Rank = model.Rank(rapid.IntRange(0, 5).Draw(t, "rank"))
		c.Influence = model.Level(rapid.IntRange(0, 3).Draw(t, "influence"))
		c.DecisionRole = model.DecisionRoles(rapid.IntRange(0, 63).Draw(t, "role"))
		c.Support = model.Support(rapid.IntRange(0, 4).Draw(t, "support"))
		c.Coverage = model.Coverage(rapid.IntRange(0, 4).Draw(t, "coverage"))
		c.Left = rapid.IntRange(0, 9).Draw(t, "left") == 0
		c.Placeholder = rapid.IntRange(0, 9).Draw(t, "placeholder") == 0
		list = append(list, c)
	}
	if len(list) == 0 {
		return nil, nil
	}
	anybody := rapid.SampledFrom(list)
	for _, c := range list {
		if rapid.IntRange(0, 3).Draw(t, "reports") > 0 {
			c.ReportsTo = anybody.Draw(t, "boss").ID
		}
	}
	for range rapid.IntRange(0, len(list)).Draw(t, "lines") {
		lines = append(lines, &model.Line{From: anybody.Draw(t, "from").ID, To: anybody.Draw(t, "to").ID,
			Type: model.LineType(rapid.IntRange(0, 3).Draw(t, "type")), Strength: model.NumberOf(rapid.Int64Range(0, 4).Draw(t, "strength"))})
	}
	return list, lines
}

func anyOptions(t *rapid.T, list []*model.Contact) chart.Options {
	o := chart.Options{Layers: chart.Layers(rapid.IntRange(0, 15).Draw(t, "layers")), Left: rapid.Bool().Draw(t, "with left"),
		ASCII: rapid.Bool().Draw(t, "ascii"), Signs: rapid.Bool().Draw(t, "signs")}
	if len(list) > 0 {
		anybody := rapid.SampledFrom(list)
		o.Focus = anybody.Draw(t, "focus").ID
		for range rapid.IntRange(0, 4).Draw(t, "steps") {
			o.Path = append(o.Path, chart.Edge{From: anybody.Draw(t, "from").ID, To: anybody.Draw(t, "to").ID})
		}
	}
	return o
}

// grounds says what stands on each cell of a map that no line may lie on.
func grounds(m *chart.Map) map[chart.Point]string {
	on := map[chart.Point]string{}
	put := func(x, y, w int, what string) {
		for i := range w {
			on[chart.Point{X: x + i, Y: y}] = what
		}
	}
	put(0, m.Axis(), m.W, "the headings")
	for _, r := range m.Rows {
		put(0, r.LabelAt, width(r.Label), r.Label)
	}
	for _, o := range m.Mores {
		put(o.X, o.Y, len(o.Text), o.Text)
	}
	for _, p := range m.People {
		put(p.X, p.Y, p.W, p.Text())
	}
	return on
}

// beside reports whether a cell lies next to a label, on the side it should.
func beside(s chart.Point, towards chart.Dir, p chart.Person) bool {
	switch towards {
	case chart.Right:
		return s == chart.Point{X: p.X - 1, Y: p.Y}
	case chart.Left:
		return s == chart.Point{X: p.X + p.W, Y: p.Y}
	case chart.Down:
		return s.Y == p.Y-1 && s.X >= p.X && s.X < p.X+p.W
	case chart.Up:
		return s.Y == p.Y+1 && s.X >= p.X && s.X < p.X+p.W
	}
	return false
}

// meet reports whether two lines may share cells: they lead to one person.
func meet(a, b chart.Line) bool {
	together := a.Kind == chart.Reports || a.Kind == chart.Influence
	return !a.OnPath && !b.OnPath && together && a.Kind == b.Kind && a.To == b.To
}

// Whoever the people are, however they are tied, and whatever the size: every
// line leads without a gap from one label to the other, lies on nothing that is
// written, and where two lines share a cell they either lead to one person or
// cross straight.
func TestEveryLineJoinsItsTwoAndHidesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list, lines := office(t, 40)
		size := chart.Size{W: rapid.IntRange(0, 150).Draw(t, "w"), H: rapid.IntRange(0, 50).Draw(t, "h"), Measure: width}
		m := chart.NewMap(list, lines, size, anyOptions(t, list))
		checkLines(t, m)
	})
}

type reporter interface {
	Fatalf(format string, args ...any)
}

func checkLines(t reporter, m *chart.Map) {
	written := grounds(m)
	type visit struct {
		line int
		dirs chart.Dir
	}
	visits := map[chart.Point][]visit{}
	for i, l := range m.Lines {
		from, to := m.People[l.First], m.People[l.Last]
		if from.Contact.ID != l.From || to.Contact.ID != l.To {
			t.Fatalf("line %d says %v, but is drawn from %s to %s", i, l.Tie, from.Text(), to.Text())
		}
		if last := len(l.Steps) - 1; !beside(l.Steps[0], l.Leaves, from) || !beside(l.Steps[last], l.Enters, to) {
			t.Fatalf("line %d does not join %s and %s: %+v\n%s", i, from.Text(), to.Text(), l, strings.Join(m.Text(), "\n"))
		}
		for n, s := range l.Steps {
			dirs := chart.Dir(0)
			for _, next := range []int{n - 1, n + 1} {
				switch {
				case next < 0:
					dirs |= l.Leaves
				case next == len(l.Steps):
					dirs |= l.Enters
				default:
					dirs |= neighbour(s, l.Steps[next])
				}
			}
			if count(dirs) != 2 {
				t.Fatalf("line %d has a gap or turns back at %v: %+v\n%s", i, s, l, strings.Join(m.Text(), "\n"))
			}
			if what := written[s]; what != "" || s.X < 0 || s.Y < 0 || s.X >= m.W || s.Y >= m.H {
				t.Fatalf("line %d lies on %q at %v:\n%s", i, what, s, strings.Join(m.Text(), "\n"))
			}
			visits[s] = append(visits[s], visit{i, dirs})
		}
	}
	const across, down = chart.Left | chart.Right, chart.Up | chart.Down
	for s, list := range visits {
		for i, a := range list {
			for _, b := range list[:i] {
				crossing := a.dirs == across && b.dirs == down || a.dirs == down && b.dirs == across
				if !crossing && !meet(m.Lines[a.line], m.Lines[b.line]) {
					t.Fatalf("lines %d and %d run into each other at %v:\n%s", a.line, b.line, s, strings.Join(m.Text(), "\n"))
				}
			}
		}
	}
	if len(m.Cells) != len(visits) {
		t.Fatalf("%d cells are drawn, lines pass %d", len(m.Cells), len(visits))
	}
	for _, c := range m.Cells {
		var passing []int
		for _, v := range visits[chart.Point{X: c.X, Y: c.Y}] {
			passing = append(passing, v.line)
		}
		lines := slices.Sorted(slices.Values(c.Lines))
		if !slices.Equal(lines, passing) || width(c.Glyph) != 1 {
			t.Fatalf("the cell at %d, %d shows %q of lines %v, but %v pass there", c.X, c.Y, c.Glyph, lines, passing)
		}
	}
}

func neighbour(a, b chart.Point) chart.Dir {
	return map[chart.Point]chart.Dir{{X: 1}: chart.Right, {X: -1}: chart.Left, {Y: 1}: chart.Down, {Y: -1}: chart.Up}[chart.Point{X: b.X - a.X, Y: b.Y - a.Y}]
}

func count(d chart.Dir) (n int) {
	for ; d > 0; d &= d - 1 {
		n++
	}
	return n
}

// No tie is lost: it is drawn, or there was no room, or somebody is not shown.
func TestEveryTieIsDrawnOrNamed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list, lines := office(t, 25)
		o := chart.Options{Layers: chart.AllLayers, Left: rapid.Bool().Draw(t, "left")}
		m := chart.NewMap(list, lines, chart.Size{W: rapid.IntRange(20, 150).Draw(t, "w"), H: rapid.IntRange(2, 40).Draw(t, "h")}, o)
		here := map[model.ID]bool{}
		for _, c := range list {
			here[c.ID] = o.Left || !c.Left
		}
		ties := map[string]bool{}
		name := func(kind chart.TieKind, a, b model.ID) string {
			if (kind == chart.Conflict || kind == chart.Informal) && b.Compare(a) < 0 {
				a, b = b, a
			}
			return fmt.Sprint(kind, a, b)
		}
		kinds := map[model.LineType]chart.TieKind{model.Influences: chart.Influence, model.Conflicts: chart.Conflict, model.Informal: chart.Informal}
		for _, l := range lines {
			if kind, ok := kinds[l.Type]; ok && here[l.From] && here[l.To] && l.From != l.To {
				ties[name(kind, l.From, l.To)] = true
			}
		}
		for _, c := range list {
			if here[c.ID] && here[c.ReportsTo] && c.ReportsTo != c.ID {
				ties[name(chart.Reports, c.ID, c.ReportsTo)] = true
			}
		}
		said := map[string]bool{}
		all := append(slices.Clone(m.Unrouted), m.Away...)
		for _, l := range m.Lines {
			all = append(all, l.Tie)
		}
		for _, tie := range all {
			key := name(tie.Kind, tie.From, tie.To)
			if said[key] {
				t.Fatalf("%s is there twice", key)
			}
			said[key] = true
		}
		for tie := range ties {
			if !said[tie] {
				t.Fatalf("%s is lost", tie)
			}
		}
		for tie := range said {
			if !ties[tie] {
				t.Fatalf("%s is made up", tie)
			}
		}
		for _, tie := range m.Unrouted {
			if m.Find(tie.From) < 0 || m.Find(tie.To) < 0 {
				t.Fatalf("%v has no room, but its ends are not both shown", tie)
			}
		}
	})
}

func TestEveryLineOfTextIsExactlyAsWideAsTheMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list, lines := office(t, 40)
		size := chart.Size{W: rapid.IntRange(0, 150).Draw(t, "w"), H: rapid.IntRange(0, 50).Draw(t, "h"), Measure: width}
		text := chart.NewMap(list, lines, size, anyOptions(t, list)).Text()
		if len(text) != size.H {
			t.Fatalf("%d lines, should be %d", len(text), size.H)
		}
		for _, line := range text {
			if width(line) != size.W {
				t.Fatalf("%q is %d wide, should be %d", line, width(line), size.W)
			}
		}
	})
}

// Where there is not room for all lines, those of the person in focus come
// first, and those of the path before them.
func TestTheLinesInFocusComeFirst(t *testing.T) {
	list, lines := firm(60)
	size := chart.Size{W: 80, H: 24, Measure: width}
	o := chart.Options{Layers: chart.AllLayers}
	plain := chart.NewMap(list, lines, size, o)
	gained := 0
	for _, c := range list {
		if plain.Find(c.ID) < 0 {
			continue
		}
		o.Focus = c.ID
		m := chart.NewMap(list, lines, size, o)
		checkLines(t, m)
		drawn := func(m *chart.Map) (n int) {
			for _, l := range m.Lines {
				if l.Of(c.ID) {
					n++
				}
			}
			return n
		}
		if drawn(m) < drawn(plain) {
			t.Errorf("in focus %s has %d lines, otherwise %d", c.Name, drawn(m), drawn(plain))
		}
		gained += drawn(m) - drawn(plain)
	}
	if gained < 10 {
		t.Errorf("the focus gains %d lines over all", gained)
	}
}

func TestStrengthIsSeenInTheHeads(t *testing.T) {
	list := people("Ann From", "Bob To")
	list[0].ID, list[1].ID = model.ID{15: 1}, model.ID{15: 2}
	list[0].Political, list[1].Political = model.Learning, model.Astute
	for _, ascii := range []bool{false, true} {
		strengthIsSeen(t, list, ascii)
	}
}

func strengthIsSeen(t *testing.T, list []*model.Contact, ascii bool) {
	t.Helper()
	head := map[bool]string{false: "►", true: ">"}[ascii]
	for strength, want := range map[int64]int{0: 1, 1: 1, 2: 2, 3: 3} {
		line := &model.Line{From: list[0].ID, To: list[1].ID, Type: model.Influences, Strength: model.NumberOf(strength)}
		m := chart.NewMap(list, []*model.Line{line}, chart.Size{W: 100, H: 12}, chart.Options{Layers: chart.AllLayers, ASCII: ascii})
		heads := 0
		for _, c := range m.Cells {
			if c.Head == chart.Right && c.Glyph == head {
				heads++
			}
		}
		if heads != want {
			t.Errorf("strength %d has %d heads, should be %d:\n%s", strength, heads, want, strings.Join(m.Text(), "\n"))
		}
	}
}

// A plain corner or junction behind a label does not read as another mark of
// support.
func TestNoPlainLineReadsAsAMark(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list, lines := office(t, 40)
		o := anyOptions(t, list)
		o.ASCII = true
		m := chart.NewMap(list, lines, chart.Size{W: rapid.IntRange(20, 120).Draw(t, "w"), H: rapid.IntRange(2, 40).Draw(t, "h"), Measure: width}, o)
		glyphs := map[chart.Point]string{}
		for _, c := range m.Cells {
			glyphs[chart.Point{X: c.X, Y: c.Y}] = c.Glyph
		}
		for _, p := range m.People {
			if strings.HasSuffix(p.Marks, "+") && glyphs[chart.Point{X: p.X + p.W, Y: p.Y}] == "+" {
				t.Fatalf("a line makes a second mark behind %q:\n%s", p.Text(), strings.Join(m.Text(), "\n"))
			}
		}
	})
}

// Two lines that cross do not look as if they met: the one that goes down is
// drawn whole. Lines to one boss do meet, and look it.
func TestACrossingIsNoJunction(t *testing.T) {
	list, lines := freshkart(t)
	m := chart.NewMap(list, lines, chart.Size{W: 200, H: 60, Measure: width}, chart.Options{Layers: chart.AllLayers})
	crossings, junctions := 0, 0
	for _, c := range m.Cells {
		groups := map[int]bool{}
		for _, i := range c.Lines {
			groups[m.Lines[i].Group] = true
		}
		switch {
		case len(groups) != 1 && !c.Cross || c.Cross && len(groups) == 1:
			t.Errorf("the cell at %d, %d has lines of %d groups, crossing: %t", c.X, c.Y, len(groups), c.Cross)
		case c.Cross && c.Head == 0 && !c.Clash:
			crossings++
			if !strings.Contains("│┃╎·", c.Glyph) {
				t.Errorf("a crossing looks like %q", c.Glyph)
			}
		case count(c.Dirs) > 2 && c.Head == 0:
			junctions++
			if !strings.Contains("├┤┬┴┼┣┫┳┻╋", c.Glyph) {
				t.Errorf("a place where lines meet looks like %q", c.Glyph)
			}
		}
	}
	if crossings == 0 || junctions == 0 {
		t.Errorf("%d crossings and %d junctions: the map should have some of both", crossings, junctions)
	}
}

// The path is drawn whatever the layers, along the cheapest line of each step,
// and never along a conflict or against an arrow.
func TestThePathGoesAlongTheCheapestLine(t *testing.T) {
	list := below(people("Ann", "Bob", "Cia"), -1, 0, -1)
	tie := func(from, to int, kind model.LineType, strength int64) *model.Line {
		return &model.Line{From: list[from].ID, To: list[to].ID, Type: kind, Strength: model.NumberOf(strength)}
	}
	step := func(from, to int) chart.Edge { return chart.Edge{From: list[from].ID, To: list[to].ID} }
	for name, test := range map[string]struct {
		lines []*model.Line
		step  chart.Edge
		want  []chart.TieKind
	}{
		"reporting, downwards":        {nil, step(0, 1), []chart.TieKind{chart.Reports}},
		"strong influence is cheaper": {[]*model.Line{tie(1, 0, model.Influences, 3)}, step(1, 0), []chart.TieKind{chart.Influence}},
		"not against the arrow":       {[]*model.Line{tie(0, 1, model.Influences, 3)}, step(1, 0), []chart.TieKind{chart.Reports}},
		"informal both ways":          {[]*model.Line{tie(0, 1, model.Informal, 0)}, step(1, 0), []chart.TieKind{chart.Informal}},
		"never over a conflict":       {[]*model.Line{tie(0, 2, model.Conflicts, 0)}, step(0, 2), nil},
	} {
		m := chart.NewMap(list, test.lines, chart.Size{W: 120, H: 30}, chart.Options{Path: []chart.Edge{test.step}})
		var got []chart.TieKind
		for _, l := range m.Lines {
			if got = append(got, l.Kind); !l.OnPath || (chart.Edge{From: l.From, To: l.To}) != test.step {
				t.Errorf("%s: %+v is not the step", name, l.Tie)
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: the lines are of kinds %v, should be %v", name, got, test.want)
		}
	}
}

// An arrow key goes to somebody who stands in that direction, and across it
// stays in the rank where somebody of it stands there.
func TestTheNearestPersonInADirection(t *testing.T) {
	list, lines := freshkart(t)
	for _, size := range goldenSizes {
		size.Measure = width
		m := chart.NewMap(list, lines, size, chart.Options{Layers: chart.AllLayers})
		for i, here := range m.People {
			for _, d := range [][2]int{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
				next := m.People[m.Next(i, d[0], d[1])]
				there := func(p chart.Person) bool { return (p.X-here.X)*d[0] > 0 || (p.Y-here.Y)*d[1] > 0 }
				if some := slices.ContainsFunc(m.People, there); some != there(next) {
					t.Errorf("%d x %d: from %s by %v one comes to %s", size.W, size.H, here.Text(), d, next.Text())
				}
				beside := func(p chart.Person) bool { return there(p) && p.Row == here.Row && abs(p.Column-here.Column) == 1 }
				if d[0] != 0 && slices.ContainsFunc(m.People, beside) && next.Row != here.Row {
					t.Errorf("%d x %d: from %s by %v one leaves the rank for %s", size.W, size.H, here.Text(), d, next.Text())
				}
			}
		}
	}
}

func abs(n int) int { return max(n, -n) }
