package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// talk is a plan told in short: who the people are, and the lines between.
func talk(people map[string]Contact, lines ...string) *Plan {
	names := make([]string, 0, len(people))
	for name := range people {
		names = append(names, name)
	}
	slices.Sort(names)
	byName, records := map[string]*Contact{}, []Record{}
	for _, name := range names {
		c := people[name]
		c.Name = name
		byName[name] = &c
		records = append(records, &c)
	}
	planOf(new(Account), records...) // gives ids
	for _, words := range lines {    // "Ann sways Raj 3", "Ann knows Raj", "Ann fights Raj", "Ann under Raj"
		parts := strings.Fields(words)
		from, to := byName[parts[0]], byName[parts[2]]
		l := &Line{From: from.ID, To: to.ID, Type: map[string]LineType{"sways": Influences, "knows": Informal, "fights": Conflicts}[parts[1]]}
		if parts[1] == "under" {
			from.ReportsTo = to.ID
			continue
		}
		if len(parts) > 3 {
			l.Strength = NumberOf(int64(parts[3][0] - '0'))
		}
		records = append(records, l)
	}
	return planOf(&Account{Name: "Acme"}, records...)
}

// whoIs returns the contact of a name, which must be there.
func whoIs(t failing, p *Plan, name string) *Contact {
	t.Helper()
	for _, c := range All[*Contact](p.Book) {
		if c.Name == name {
			return c
		}
	}
	t.Fatalf("nobody is called %q", name)
	return nil
}

// failing is what a test and a property have in common.
type failing interface {
	Helper()
	Fatalf(format string, args ...any)
}

func TestPathTo(t *testing.T) {
	friend := Contact{Support: Supporter, Coverage: InDepth}
	stranger := Contact{Political: Astute, Coverage: NoContact}
	known := Contact{Support: Neutral, Coverage: BriefContact}
	unmet := Contact{Support: Champion, Coverage: NoContact}
	nobody := Contact{}
	enemy := Contact{Support: Opponent}
	for name, test := range map[string]struct {
		people map[string]Contact
		lines  []string
		cost   int
		want   string
	}{
		"along an influence":             {map[string]Contact{"Lisa": friend, "Raj": stranger}, []string{"Lisa sways Raj 3"}, 1, "ask Lisa to introduce you to Raj"},
		"a weak one costs more":          {map[string]Contact{"Lisa": friend, "Raj": stranger}, []string{"Lisa sways Raj 1"}, 3, "ask Lisa to introduce you to Raj"},
		"one of strength nobody noted":   {map[string]Contact{"Lisa": friend, "Raj": stranger}, []string{"Lisa sways Raj"}, 2, "ask Lisa to introduce you to Raj"},
		"never against the arrow":        {map[string]Contact{"Lisa": friend, "Raj": stranger}, []string{"Raj sways Lisa 3"}, 0, "no line leads to Raj yet: find out to whom Raj listens and reports"},
		"an informal tie backwards":      {map[string]Contact{"Lisa": friend, "Raj": stranger}, []string{"Raj knows Lisa"}, 2, "ask Lisa to introduce you to Raj"},
		"up a reporting line":            {map[string]Contact{"Lisa": friend, "Raj": stranger}, []string{"Lisa under Raj"}, 3, "ask Lisa to introduce you to Raj"},
		"down a reporting line":          {map[string]Contact{"Lisa": friend, "Raj": stranger}, []string{"Raj under Lisa"}, 3, "ask Lisa to introduce you to Raj"},
		"never over a conflict":          {map[string]Contact{"Lisa": friend, "Raj": stranger}, []string{"Lisa sways Raj 3", "Lisa under Raj", "Raj fights Lisa"}, 0, "no line leads to Raj yet: find out to whom Raj listens and reports"},
		"round a conflict":               {map[string]Contact{"Lisa": friend, "Raj": stranger, "Zoe": nobody}, []string{"Lisa sways Raj 3", "Lisa fights Raj", "Lisa knows Zoe", "Zoe sways Raj 2"}, 4, "ask Lisa to introduce you to Zoe, who can introduce you to Raj"},
		"two cheap rather than one dear": {map[string]Contact{"Lisa": friend, "Raj": stranger, "Zoe": nobody}, []string{"Lisa under Raj", "Lisa sways Zoe 3", "Zoe sways Raj 3"}, 2, "ask Lisa to introduce you to Zoe, who can introduce you to Raj"},
		"of equal cost the fewer steps":  {map[string]Contact{"Lisa": friend, "Raj": stranger, "Zoe": nobody}, []string{"Lisa sways Zoe 3", "Zoe sways Raj 3", "Lisa knows Raj"}, 2, "ask Lisa to introduce you to Raj"},
		"of equals the elder":            {map[string]Contact{"Ann": friend, "Bea": friend, "Raj": stranger}, []string{"Bea knows Raj", "Ann knows Raj"}, 2, "ask Ann to introduce you to Raj"},
		"not by whoever left":            {map[string]Contact{"Lisa": {Support: Champion, Coverage: InDepth, Left: true}, "Raj": stranger}, []string{"Lisa sways Raj 3"}, 0, "no line leads to Raj yet: find out to whom Raj listens and reports"},
		"not by an empty seat":           {map[string]Contact{"Lisa": friend, "Seat": {Placeholder: true}, "Raj": stranger}, []string{"Lisa sways Seat 3", "Seat sways Raj 3"}, 0, "no line leads to Raj yet: find out to whom Raj listens and reports"},
		"to an empty seat":               {map[string]Contact{"Lisa": friend, "Seat": {Placeholder: true, Coverage: NoContact}}, []string{"Lisa sways Seat 3"}, 1, "ask Lisa who holds the seat Seat, and for an introduction"},
		"over somebody to a seat":        {map[string]Contact{"Lisa": friend, "Bo": nobody, "Seat": {Placeholder: true}}, []string{"Lisa sways Bo 3", "Bo sways Seat 3"}, 2, "ask Lisa to introduce you to Bo, who can say who holds the seat Seat"},
		"an empty seat alone":            {map[string]Contact{"Seat": {Placeholder: true}}, nil, 0, "find out who holds the seat Seat, and to whom that person listens"},
		"whoever left":                   {map[string]Contact{"Lisa": friend, "Raj": {Left: true}}, []string{"Lisa sways Raj 3"}, 0, "Raj has left: find out who took over"},
		"a friend already":               {map[string]Contact{"Lisa": friend}, nil, 0, "Lisa supports us and we know each other: ask directly"},
		"known, but no friend":           {map[string]Contact{"Lisa": friend, "Raj": known}, []string{"Lisa sways Raj 2"}, 2, "ask Lisa to introduce you to Raj"},
		"a supporter nobody met":         {map[string]Contact{"Lisa": unmet, "Raj": stranger}, []string{"Lisa sways Raj 2"}, 0, "nobody who supports us, and whom we know, reaches Raj yet: meet Lisa, who supports us: it is 1 step from there to Raj"},
		"somebody known, not won":        {map[string]Contact{"Lisa": known, "Raj": stranger, "Bo": nobody}, []string{"Lisa sways Bo 3", "Bo sways Raj 2"}, 0, "nobody who supports us, and whom we know, reaches Raj yet: win Lisa, whom we know: it is 2 steps from there to Raj"},
		"neither met nor won":            {map[string]Contact{"Bo": nobody, "Raj": stranger}, []string{"Bo sways Raj 2"}, 0, "nobody who supports us, and whom we know, reaches Raj yet: meet and win Bo: it is 1 step from there to Raj"},
		"only an opponent":               {map[string]Contact{"Bo": enemy, "Raj": stranger}, []string{"Bo sways Raj 2"}, 0, "no line leads to Raj yet: find out to whom Raj listens and reports"},
	} {
		p := talk(test.people, test.lines...)
		target := "Raj"
		for _, name := range []string{"Seat", "Lisa"} {
			if _, there := test.people[target]; !there {
				target = name
			}
		}
		path, ok := PathTo(p, whoIs(t, p, target).ID, Date{})
		if !ok {
			t.Errorf("%s: nobody was found", name)
		}
		if path.Sentence != test.want || path.Cost != test.cost {
			t.Errorf("%s: costs %d: %q, wanted %d: %q", name, path.Cost, path.Sentence, test.cost, test.want)
		}
	}
}

func TestPathsNameTheStepsAndWhatToMind(t *testing.T) {
	p := talk(map[string]Contact{"Ann": {Support: Champion, Coverage: InDepth}, "Bo": {Support: Opponent}, "Cy": {}, "Raj": {Political: Agile}},
		"Ann sways Bo 1", "Bo knows Cy", "Raj under Cy")
	path, _ := PathTo(p, whoIs(t, p, "Raj").ID, Date{})
	var why []string
	for _, s := range path.Steps {
		why = append(why, fmt.Sprintf("%s (%d)", s.Why, s.Cost))
	}
	if got, want := strings.Join(why, "; "), "Ann sways Bo a little (3); Bo and Cy know each other (2); Cy leads Raj (3)"; got != want {
		t.Errorf("%q, wanted %q", got, want)
	}
	if strings.Join(path.Careful, "; ") != "Bo is against us" || !path.Found() || path.Coverage != 0 {
		t.Errorf("%+v", path)
	}
	if _, ok := PathTo(p, ID{1}, Date{}); ok {
		t.Error("there is a way to nobody")
	}
}

func TestWhoWouldHaveToBeMet(t *testing.T) {
	p := talk(map[string]Contact{
		"Ann": {Support: Champion, Coverage: NoContact}, "Bo": {Coverage: InDepth}, "Cy": {}, "Di": {Support: Opponent, Coverage: InDepth}, "Raj": {Political: Agile},
	}, "Ann sways Cy 3", "Bo knows Raj", "Cy sways Raj 3", "Di sways Raj 3")
	path, _ := PathTo(p, whoIs(t, p, "Raj").ID, Date{})
	var got []string
	for _, m := range path.Meet {
		got = append(got, fmt.Sprintf("%s (%d)", m.Why, m.Cost))
	}
	want := "win Bo, whom we know: it is 1 step from there to Raj (2); meet Ann, who supports us: it is 2 steps from there to Raj (2); meet and win Cy: it is 1 step from there to Raj (1)"
	if strings.Join(got, "; ") != want || path.Found() {
		t.Errorf("%q", got)
	}
}

func TestPathsAreTheBestFirst(t *testing.T) {
	p := talk(map[string]Contact{
		"Ann": {Support: Champion, Coverage: InDepth}, "Far": {Influence: High, Coverage: NoContact}, "Near": {Influence: High, Coverage: NoContact},
		"Boss": {DecisionRole: DecisionRoles(0).With(EconomicBuyer), Coverage: NoContact}, "Unasked": {Influence: High}, "Alone": {Political: Astute},
		"Known": {Influence: High, Coverage: BriefContact}, "Clerk": {Influence: Low, Political: Learning, DecisionRole: DecisionRoles(0).With(UserBuyer), Coverage: NoContact},
		"Gone": {Influence: High, Left: true},
	}, "Ann sways Near 2", "Ann sways Boss 2", "Ann sways Unasked 2", "Ann sways Far 1", "Ann sways Known 3", "Ann sways Clerk 3", "Ann sways Gone 3")
	var got []string
	for _, path := range Paths(p, Date{}) {
		got = append(got, p.Name(path.Target))
	}
	if want := "Boss Near Unasked Far Alone"; strings.Join(got, " ") != want {
		t.Errorf("%q, wanted %q", got, want)
	}
}

// drawTalk draws a small plan with any people and any lines.
func drawTalk(t *rapid.T) *Plan {
	people, names := map[string]Contact{}, []string{"Ann", "Bo", "Cy", "Di", "Eve", "Flo"}[:rapid.IntRange(1, 6).Draw(t, "people")]
	draw := func(n int, what string) int { return rapid.IntRange(0, n).Draw(t, what) }
	for _, name := range names {
		people[name] = Contact{
			Influence: Level(draw(3, "influence")), Political: PoliticalStatus(draw(4, "political")), DecisionRole: DecisionRoles(draw(63, "roles")),
			Support: Support(draw(4, "support")), Coverage: Coverage(draw(4, "coverage")), Left: draw(6, "left") == 0, Placeholder: draw(6, "placeholder") == 0,
		}
	}
	var lines []string
	for range draw(10, "lines") {
		from, to := rapid.SampledFrom(names).Draw(t, "from"), rapid.SampledFrom(names).Draw(t, "to")
		kind := rapid.SampledFrom([]string{" sways ", " sways ", " knows ", " fights ", " under "}).Draw(t, "type")
		if from == to {
			continue
		}
		line := from + kind + to
		if n := draw(3, "strength"); n > 0 && kind == " sways " {
			line += fmt.Sprint(" ", n)
		}
		lines = append(lines, line)
	}
	return talk(people, lines...)
}

// legCost is what one introduction costs by the book, said once more and plainly:
// 0 where there is none.
func legCost(p *Plan, from, to *Contact) int {
	best := 0
	offer := func(cost int) {
		if best == 0 || cost < best {
			best = cost
		}
	}
	for _, l := range All[*Line](p.Book) {
		there, back := l.From == from.ID && l.To == to.ID, l.From == to.ID && l.To == from.ID
		switch {
		case l.Type == Conflicts && (there || back):
			return 0
		case l.Type == Influences && there:
			offer(map[string]int{"": 2, "1": 3, "2": 2, "3": 1}[l.Strength.String()])
		case l.Type == Informal && (there || back):
			offer(2)
		}
	}
	if from.ReportsTo == to.ID || to.ReportsTo == from.ID {
		offer(3)
	}
	if from.Left || from.Placeholder {
		return 0
	}
	return best
}

// cheapest tries every way there is.
func cheapest(p *Plan, target *Contact) int {
	people, best := All[*Contact](p.Book), -1
	var walk func(at *Contact, seen []*Contact, cost int)
	walk = func(at *Contact, seen []*Contact, cost int) {
		if at == target {
			if best < 0 || cost < best {
				best = cost
			}
			return
		}
		for _, next := range people {
			if c := legCost(p, at, next); c > 0 && !slices.Contains(seen, next) {
				walk(next, append(slices.Clone(seen), next), cost+c)
			}
		}
	}
	for _, c := range people {
		if start := c.Support == Champion || c.Support == Supporter; start && c.Coverage > NoContact && !c.Left && !c.Placeholder {
			walk(c, []*Contact{c}, 0)
		}
	}
	return best
}

// Every way uses lines that are there, from a supporter whom we know to the
// target without a break, and none costs less.
func TestNoPathIsCheaper(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawTalk(t)
		for _, target := range All[*Contact](p.Book) {
			path, ok := PathTo(p, target.ID, Date{})
			want := cheapest(p, target)
			if !ok || path.Sentence == "" || target.Left && path.Found() {
				t.Fatalf("%+v", path)
			}
			if target.Left {
				continue
			}
			if path.Found() != (want >= 0) || path.Found() && path.Cost != want || path.Direct != (want == 0) {
				t.Fatalf("the way to %s costs %d, wanted %d: %+v", target.Name, path.Cost, want, path)
			}
			checkPath(t, p, path)
		}
	})
}

func checkPath(t *rapid.T, p *Plan, path Path) {
	cost := 0
	for i, s := range path.Steps {
		from, _ := Lookup[*Contact](p.Book, s.From)
		to, _ := Lookup[*Contact](p.Book, s.To)
		if i == 0 && (!covers(from.Coverage) || !backs(from)) || i > 0 && path.Steps[i-1].To != s.From || s.Cost < legCost(p, from, to) || legCost(p, from, to) == 0 {
			t.Fatalf("step %d is none: %+v", i, path)
		}
		if l, drawn := Lookup[*Line](p.Book, s.Line); drawn != (s.Type != 0) || drawn && l.Type != s.Type {
			t.Fatalf("step %d goes along no line: %+v", i, s)
		}
		cost += s.Cost
	}
	if n := len(path.Steps); cost != path.Cost || n > 0 && (path.Steps[n-1].To != path.Target || len(path.Meet) > 0) {
		t.Fatalf("%+v", path)
	}
	for _, m := range path.Meet {
		if c, _ := Lookup[*Contact](p.Book, m.Contact); c.Left || c.Placeholder || c.Support == Opponent || m.Contact == path.Target {
			t.Fatalf("%s cannot introduce anybody", c.Name)
		}
	}
}

// The same book gives the same ways, in whatever order its records came.
func TestPathsDoNotDependOnTheOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawTalk(t)
		turned := slices.Clone(p.Records())
		slices.Reverse(turned)
		if one, two := fmt.Sprint(Paths(p, Date{})), fmt.Sprint(Paths(NewPlan(p.Account, turned), Date{})); one != two {
			t.Fatalf("%s\n%s", one, two)
		}
	})
}
