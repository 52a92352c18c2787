package report

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"astute/model"
)

var (
	nodeLine  = regexp.MustCompile(`^    (n\d+)\["((?:[^"#\[\]|;:%<>` + "`" + `]|#\d+;)+)"\]$`)
	edgeLine  = regexp.MustCompile(`^    (n\d+) (?:-->(?:\|(?:[0-9A-Za-z]|#\d+;)+\|)?|x--x|-\.-) (n\d+)$`)
	pointLine = regexp.MustCompile(`^    "((?:[^"#\[\]|;:%<>` + "`" + `]|#\d+;)+)": \[(0\.\d\d), (0\.\d\d)\]$`)
)

// checkDiagrams reads every Mermaid block of a document by a small grammar of
// our own: what the blocks are meant to hold and nothing else.
func checkDiagrams(t reporter, doc string) (blocks int) {
	t.Helper()
	for _, block := range strings.Split(doc, "```mermaid\n")[1:] {
		block, _, ok := strings.Cut(block, "\n```\n")
		if !ok {
			t.Fatalf("a block without an end: %s", block)
		}
		blocks++
		if len(block) > blockLimit {
			t.Fatalf("a block of %d bytes", len(block))
		}
		lines := strings.Split(block, "\n")
		switch lines[0] {
		case "flowchart TD", "flowchart LR":
			checkFlowchart(t, lines[1:])
		case "quadrantChart":
			checkQuadrants(t, lines[1:])
		case "timeline":
			checkTimeline(t, lines[1:])
		case "pie showData":
			checkPie(t, lines[1:])
		case "gantt":
			checkGantt(t, lines[1:])
		default:
			t.Fatalf("no diagram begins with %q", lines[0])
		}
	}
	return blocks
}

func checkFlowchart(t reporter, lines []string) {
	t.Helper()
	nodes := map[string]bool{}
	for _, line := range lines {
		if m := nodeLine.FindStringSubmatch(line); m != nil {
			if nodes[m[1]] {
				t.Fatalf("%s is named twice", m[1])
			}
			nodes[m[1]] = true
			continue
		}
		m := edgeLine.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("not a line of a flowchart: %q", line)
		}
		if !nodes[m[1]] || !nodes[m[2]] {
			t.Fatalf("%q joins nodes that this block does not name", line)
		}
	}
}

func checkQuadrants(t reporter, lines []string) {
	t.Helper()
	points := map[string]bool{}
	for _, line := range lines {
		if !strings.HasPrefix(line, `    "`) {
			continue
		}
		m := pointLine.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("not a point: %q", line)
		}
		for _, number := range m[2:] {
			if f, err := strconv.ParseFloat(number, 64); err != nil || f < 0.03 || f > 0.97 {
				t.Fatalf("%s is outside the chart", number)
			}
		}
		if place := m[2] + "," + m[3]; points[place] {
			t.Fatalf("two points at %s", place)
		} else {
			points[place] = true
		}
	}
	if len(points) == 0 || len(points) > pointLimit {
		t.Fatalf("%d points", len(points))
	}
}

var (
	yearLine  = regexp.MustCompile(`^    section (\d+)$`)
	monthLine = regexp.MustCompile(`^    ([A-Z][a-z][a-z]) (\d+)((?: : (?:[^"#\[\]|;:%<>` + "`" + `]|#\d+;)+)+)$`)
	titleLine = regexp.MustCompile(`^    title (?:[^"#\[\]|;:%<>` + "`" + `]|#\d+;)+$`)
	sliceLine = regexp.MustCompile(`^    "((?:[^"#\[\]|;:%<>` + "`" + `]|#\d+;)+)" : ([1-9]\d*)$`)
)

// checkTimeline sees that each month stands below its year, with what happened.
func checkTimeline(t reporter, lines []string) {
	t.Helper()
	year, months := "", map[string]bool{}
	for _, line := range lines {
		if m := yearLine.FindStringSubmatch(line); m != nil {
			year = m[1]
			continue
		}
		m := monthLine.FindStringSubmatch(line)
		if m == nil || m[2] != year || months[m[1]+m[2]] || strings.Count(m[3], " : ") > eventLimit+1 {
			t.Fatalf("not a month of %s: %q", year, line)
		}
		months[m[1]+m[2]] = true
	}
	if len(months) == 0 || len(months) > monthLimit {
		t.Fatalf("%d months", len(months))
	}
}

var (
	// What may follow a section or name a task: no colon, no percent sign and no
	// semicolon, which end a label without a word of warning, other than those of
	// a character that is written as a number.
	sectionLine = regexp.MustCompile(`^    section ((?:[^"#\[\]|;:%<>` + "`" + `]|#\d+;)+)$`)
	taskLine    = regexp.MustCompile(`^    ((?:[^"#\[\]|;:%<>` + "`" + `]|#\d+;)+) :((?:done|active|crit|milestone), )*(t\d+), (\d{4}-\d\d-\d\d), (\d+)d$`)
)

func checkGantt(t reporter, lines []string) {
	t.Helper()
	if len(lines) < 4 || lines[0] != "    dateFormat YYYY-MM-DD" || lines[1] != "    todayMarker off" || !sectionLine.MatchString(lines[2]) {
		t.Fatalf("a gantt chart begins with %q", lines[:min(3, len(lines))])
	}
	ids := map[string]bool{}
	for _, line := range lines[3:] {
		if sectionLine.MatchString(line) {
			continue
		}
		m := taskLine.FindStringSubmatch(line)
		if m == nil || ids[m[3]] {
			t.Fatalf("not a task, or one named twice: %q", line)
		}
		for _, word := range ganttWords {
			if strings.HasPrefix(strings.ToLower(m[1]), word) {
				t.Fatalf("%q is read as an instruction", line)
			}
		}
		if _, err := model.ParseDate(m[4]); err != nil {
			t.Fatalf("no day of the calendar: %q", line)
		}
		ids[m[3]] = true
	}
}

// checkPie sees that each part has a name of its own, the largest first but for
// what stands for all others.
func checkPie(t reporter, lines []string) {
	t.Helper()
	if !titleLine.MatchString(lines[0]) {
		t.Fatalf("not a title: %q", lines[0])
	}
	seen := map[string]bool{}
	for _, line := range lines[1:] {
		m := sliceLine.FindStringSubmatch(line)
		if m == nil || seen[m[1]] {
			t.Fatalf("not a part of a pie, or there already: %q", line)
		}
		seen[m[1]] = true
	}
	if len(seen) < 2 || len(seen) > sliceLimit {
		t.Fatalf("%d parts", len(seen))
	}
}

// crowd is a plan of n people, each below the one that boss says.
func crowd(n int, boss func(i int) int) *model.Plan {
	source := ids()
	account := &model.Account{Head: model.Head{ID: source.New(today.Time())}, Name: "Crowd"}
	people := make([]*model.Contact, n)
	for i := range people {
		people[i] = &model.Contact{Head: model.Head{ID: source.New(today.Time()), Account: account.ID}, Name: fmt.Sprintf("Person \"%d\" [x]", i),
			JobTitle: strings.Repeat("Chief | of; everything: ", 5), Rank: model.CLevel, Political: model.Astute}
	}
	var list []model.Record
	for i, c := range people {
		if b := boss(i); b >= 0 {
			c.ReportsTo = people[b].ID
		}
		list = append(list, c)
	}
	return model.NewPlan(account, list)
}

func TestLargeChartsAreCutIntoBlocks(t *testing.T) {
	doc := full(t, crowd(150, func(i int) int { return (i+1)/2 - 1 }))
	if blocks := checkDiagrams(t, doc); blocks < 10 {
		t.Errorf("150 people with long titles fit into %d blocks", blocks)
	}
	if edges := strings.Count(doc, " --> n"); edges != 149 {
		t.Errorf("149 people report to somebody, %d lines are drawn", edges)
	}
	if !strings.Contains(doc, "138 people are in the table only.") {
		t.Error("the chart does not say whom it leaves out")
	}
}

// Where the chart cannot label all, those who decide are on it.
func TestKeyPlayersAreOnTheChart(t *testing.T) {
	p := crowd(30, func(int) int { return -1 })
	var changes []model.Change
	for i, c := range model.All[*model.Contact](p.Book) {
		moved := model.Clone(c)
		moved.Political, moved.Name = model.Observing, fmt.Sprintf("Watcher %d", i)
		if i >= 27 { // last by rank and by name
			moved.Rank, moved.Name = model.Individual, fmt.Sprintf("Zoe %d", i)
			moved.DecisionRole = moved.DecisionRole.With(model.EconomicBuyer)
		}
		changes = append(changes, model.Change{Before: c, After: moved})
	}
	doc := full(t, p.With(changes...))
	checkDiagrams(t, doc)
	if n := strings.Count(doc, `    "Zoe `); n != 3 {
		t.Errorf("%d of 3 key players are on the chart", n)
	}
}

func TestPointsStayApartAndInsideTheChart(t *testing.T) {
	for _, rank := range ranks[:5] {
		for _, status := range statuses[:4] {
			p := crowd(pointLimit, func(int) int { return -1 })
			var changes []model.Change
			for _, c := range model.All[*model.Contact](p.Book) {
				moved := model.Clone(c)
				moved.Rank, moved.Political = rank, status
				changes = append(changes, model.Change{Before: c, After: moved})
			}
			if blocks := checkDiagrams(t, full(t, p.With(changes...))); blocks != 1 {
				t.Fatalf("%s, %s: %d diagrams", rank, status, blocks)
			}
		}
	}
}

func TestCirclesSurviveAndAreSaid(t *testing.T) {
	for name, test := range map[string]struct {
		boss  func(i int) int
		edges int
		said  int
	}{
		"two below each other":   {func(i int) int { return 1 - i }, 2, 1},
		"themselves":             {func(i int) int { return i }, 2, 2},
		"nobody":                 {func(int) int { return -1 }, 0, 0},
		"one below the circle":   {func(i int) int { return []int{1, 0}[min(i, 1)] }, 2, 1},
		"a straight line":        {func(i int) int { return i - 1 }, 1, 0},
		"a boss not in the plan": {func(int) int { return -1 }, 0, 0},
	} {
		doc := full(t, crowd(2, test.boss))
		checkDiagrams(t, doc)
		if got := strings.Count(doc, " --> n"); got != test.edges {
			t.Errorf("%s: %d lines are drawn, wanted %d", name, got, test.edges)
		}
		if got := strings.Count(doc, "These reporting lines run in a circle"); got != test.said {
			t.Errorf("%s: %d circles are said, wanted %d", name, got, test.said)
		}
	}
	doc := full(t, crowd(9, func(i int) int { return []int{-1, 0, 4, 2, 3, 3, 5, 7, 7}[i] }))
	checkDiagrams(t, doc)
	if strings.Count(doc, " --> n") != 8 || strings.Count(doc, "These reporting lines run in a circle") != 2 {
		t.Errorf("a tree, a circle of three with a tail and somebody below themselves:\n%s", doc)
	}
	if !strings.Contains(doc, "Person \"2\" \\[x\\], who reports to Person \"4\" \\[x\\], who reports to Person \"3\" \\[x\\], who reports to Person \"2\" \\[x\\].") {
		t.Errorf("the circle is not told in its order:\n%s", doc)
	}
}

func TestABossWhomThePlanDoesNotHoldIsDrawn(t *testing.T) {
	p := crowd(1, func(int) int { return -1 })
	c := model.Clone(model.All[*model.Contact](p.Book)[0])
	c.ReportsTo = ids().New(today.AddDays(1).Time())
	doc := full(t, p.With(model.Change{Before: c, After: c}))
	if checkDiagrams(t, doc); strings.Count(doc, " --> n") != 1 || !strings.Contains(doc, c.ReportsTo.String()) {
		t.Errorf("the line to somebody unknown is lost:\n%s", doc)
	}
}

func TestMermaidText(t *testing.T) {
	for text, want := range map[string]string{
		"":                      "?",
		" \n ":                  "?",
		"Jane Smith":            "Jane Smith",
		"a:b;c\"d%e#f":          "a#58;b#59;c#34;d#37;e#35;f",
		"Zoë\nvan\tder  Berg":   "Zoë van der Berg",
		"one two three four, x": "one two three four#44; x",
		"0123456789012345678901234567890123456789":  "0123456789012345678901234567890123456789",
		"0123456789012345678901234567890123456789x": "012345678901234567890123456789012345678…",
	} {
		if got := mermaid(text, labelLimit); got != want {
			t.Errorf("%q became %q, wanted %q", text, got, want)
		}
	}
}

// However long a name is, the mark of the support stands behind it whole.
func TestPointNameKeepsItsMark(t *testing.T) {
	for _, name := range []string{"Jo", "Claire Dubois", strings.Repeat("Maximiliane ", 5)} {
		for support, mark := range map[model.Support]string{model.Champion: " #42;", model.Supporter: " #43;", model.Neutral: " #126;", model.Opponent: " #45;"} {
			got := pointName(&model.Contact{Name: name, Support: support})
			if rest, ok := strings.CutSuffix(got, mark); !ok || !strings.HasPrefix(rest, name[:2]) || utf8.RuneCountInString(rest) > pointLabel-2 {
				t.Errorf("%s, %s: %q", name, support, got)
			}
		}
	}
	if got := pointName(&model.Contact{Name: "Jo"}); got != "Jo" {
		t.Errorf("support not known: %q", got)
	}
}
