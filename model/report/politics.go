package report

import (
	"fmt"
	"slices"
	"strings"

	"astute/model"
)

// personLabel is what stands on a person's node in a diagram.
func (d *document) personLabel(id model.ID) string {
	label := nameOf(d.names, id)
	c, ok := model.Lookup[*model.Contact](d.plan.Book, id)
	if ok && c.JobTitle != "" {
		label += ", " + c.JobTitle
	}
	if ok && c.Left {
		label += " (left)"
	}
	return label
}

// orgChart draws who reports to whom. People without a reporting line either
// way are in the table of people only; a circle is drawn as it stands, and said.
func (d *document) orgChart() {
	d.heading(2, "Who reports to whom")
	people := d.people
	reports := map[model.ID][]*model.Contact{}
	for _, c := range people {
		reports[c.ReportsTo] = append(reports[c.ReportsTo], c)
	}
	chart, done := newFlowchart("TD", d.personLabel), map[model.ID]bool{}
	var tree items
	var walk func(boss model.ID)
	walk = func(boss model.ID) {
		if done[boss] {
			return
		}
		done[boss] = true
		for _, c := range reports[boss] {
			chart.edge(boss, "-->", c.ID)
		}
		for _, c := range reports[boss] {
			walk(c.ID)
		}
	}
	below := map[model.ID]bool{}
	begin := func(boss model.ID) {
		if walk(boss); len(reports[boss]) > 0 && !below[boss] {
			tree = append(tree, d.reportsOf(boss, reports, below))
		}
	}
	for _, c := range people {
		if _, known := model.Lookup[*model.Contact](d.plan.Book, c.ReportsTo); !known {
			if !c.ReportsTo.IsZero() {
				begin(c.ReportsTo) // a boss whom the plan does not hold
			}
			begin(c.ID)
		}
	}
	for _, c := range people { // whoever is left hangs on a circle
		if !c.ReportsTo.IsZero() {
			begin(c.ReportsTo)
		}
	}
	d.draw(chart, tree)
	if d.customer {
		return
	}
	for _, circle := range model.ReportingCircles(people) {
		names := make([]string, len(circle))
		for i, c := range circle {
			names[i] = string(oneLine(c.Name))
		}
		d.say(rich("These reporting lines run in a circle; one of them is wrong: " + strings.Join(append(names, names[0]), ", who reports to ") + "."))
	}
}

// reportsOf is somebody with everybody below as a list; whoever stands in it
// already is not said again, so that a circle ends.
func (d *document) reportsOf(boss model.ID, reports map[model.ID][]*model.Contact, below map[model.ID]bool) item {
	below[boss] = true
	i := item{text: oneLine(d.personLabel(boss))}
	for _, c := range reports[boss] {
		if !below[c.ID] {
			i.under = append(i.under, d.reportsOf(c.ID, reports, below))
		}
	}
	return i
}

// statuses and ranks are the columns and rows of the map; 0 is "not known".
var (
	statuses = []model.PoliticalStatus{model.Learning, model.Observing, model.Agile, model.Astute, 0}
	ranks    = []model.Rank{model.CLevel, model.VP, model.Director, model.ManagerRank, model.Individual, 0}
)

// politicalMap places people by rank and political status (rule 3), as a table
// and as a chart.
func (d *document) politicalMap() {
	d.heading(2, "Political map")
	var here []*model.Contact
	for _, c := range d.people {
		if !c.Left {
			here = append(here, c)
		}
	}
	if len(here) == 0 {
		return
	}
	d.say("Formal rank from top to bottom, power over outcomes from left to right. Where the political status is not known, influence places a person.")
	d.add(picture{plan: d.plan, today: d.today})
	d.mapTable(here)
	d.mapChart(here)
	var notes []rich
	for _, c := range here {
		if _, note := model.MapColumn(c); note != "" {
			notes = append(notes, oneLine(c.Name)+": "+plain(note))
		}
	}
	if len(notes) > 0 {
		d.heading(3, "Where status and influence disagree")
		d.list(notes...)
	}
}

// nobody fills a place of the map where nobody stands, so that the column stays:
// an empty half of the map says something.
const nobody rich = "–"

func (d *document) mapTable(here []*model.Contact) {
	head := []string{"Rank"}
	for _, s := range statuses {
		head = append(head, orWord(s.String(), "Not known"))
	}
	type place struct {
		rank   model.Rank
		status model.PoliticalStatus
	}
	cells := map[place][]rich{}
	for _, c := range here {
		status, _ := model.MapColumn(c)
		at := place{model.MapRow(c), status}
		cells[at] = append(cells[at], placed(c))
	}
	var rows [][]rich
	for _, rank := range ranks {
		row, filled := []rich{plain(orWord(rank.String(), "Not known"))}, false
		for _, status := range statuses {
			cell := cells[place{rank, status}]
			filled = filled || len(cell) > 0
			if len(cell) == 0 && status != 0 {
				cell = []rich{nobody}
			}
			row = append(row, join(cell, breakMark))
		}
		if filled {
			rows = append(rows, row)
		}
	}
	d.table(head, rows)
}

// placed is a person on the map: the name, and in brackets what part they play
// and how far they back us.
func placed(c *model.Contact) rich {
	name := oneLine(c.Name)
	if model.IsKeyPlayer(c) == model.Yes {
		name = strong(name)
	}
	if about := join([]rich{plain(c.DecisionRole.String()), plain(c.Support.String())}, ", "); about != "" {
		name += " (" + about + ")"
	}
	return name
}

func orWord(word, instead string) string {
	if word == "" {
		return instead
	}
	return word
}

// mapChart draws the map. People who share a place are set beside and below
// each other; those without a place, and those beyond what the chart can label,
// are in the table only, and it says so. Key players come first.
func (d *document) mapChart(here []*model.Contact) {
	type place struct {
		status model.PoliticalStatus
		rank   model.Rank
	}
	var shown []*model.Contact
	var places []place
	total, taken := map[place]int{}, map[place]int{}
	for _, c := range slices.SortedStableFunc(slices.Values(here), keyFirst) {
		if status, _ := model.MapColumn(c); status != 0 && c.Rank != 0 && len(shown) < pointLimit {
			shown, places = append(shown, c), append(places, place{status, c.Rank})
			total[place{status, c.Rank}]++
		}
	}
	var points []string
	for i, c := range shown {
		at := places[i]
		x, y := float64(at.status)/4-0.125, 1.1-float64(at.rank)/5
		if total[at] > 1 {
			x, y = spread(taken[at], x, y)
		}
		taken[at]++
		points = append(points, fmt.Sprintf("    \"%s\": [%.2f, %.2f]", pointName(c), x, y))
	}
	if len(points) == 0 {
		return
	}
	legend := "After a name: * champion, + supporter, ~ neutral, - opponent."
	if left := len(here) - len(shown); left > 0 {
		legend += " " + model.Count(left, "person is", "people are") + " in the table only."
	}
	d.add(diagram{legend: plain(legend), mermaid: append([]string{
		"quadrantChart",
		"    title Political map",
		"    x-axis Little power --> Much power",
		"    y-axis Lower rank --> Higher rank",
		"    quadrant-1 Rank and power",
		"    quadrant-2 Rank without power",
		"    quadrant-3 Neither",
		"    quadrant-4 Power without rank",
	}, points...)})
}

// keyFirst puts key players before others (rule 1).
func keyFirst(a, b *model.Contact) int {
	return first(model.IsKeyPlayer(a) == model.Yes, model.IsKeyPlayer(b) == model.Yes)
}

// pointName is what stands at a point: the name, cut so that the mark of the
// support behind it is always seen.
func pointName(c *model.Contact) string {
	mark := mapMark(c)
	if mark == "" {
		return mermaid(c.Name, pointLabel)
	}
	return mermaid(c.Name, pointLabel-2) + " " + mermaid(mark, 1)
}

func mapMark(c *model.Contact) string {
	if c.Support == 0 {
		return ""
	}
	return c.Support.Mark()
}

// spread moves the n-th point of a place aside, two in a row, the later ones
// lower, but never below what the chart accepts.
func spread(n int, x, y float64) (float64, float64) {
	x += []float64{-0.05, 0.05}[n%2]
	y += 0.06 - 0.03*float64(n/2)
	return x, max(y, 0.03)
}

// arrows are how the kinds of line are drawn.
var arrows = map[model.LineType]string{
	model.Influences: "-->",
	model.Conflicts:  "x--x",
	model.Informal:   "-.-",
}

// lines are who influences whom, who is at odds, and who trusts whom.
func (d *document) lines() {
	d.heading(2, "Influence and conflict")
	list := d.of(model.KindLine)
	slices.SortFunc(list, byName(d.names))
	d.records(list, col("From", "from"), col("Line", "type"), col("To", "to"), col("Strength", "strength"))
	chart := newFlowchart("LR", d.personLabel)
	for _, r := range list {
		l := r.(*model.Line)
		arrow := arrows[l.Type]
		if arrow == "" || l.From.IsZero() || l.To.IsZero() {
			continue
		}
		if l.Type == model.Influences && !l.Strength.IsZero() {
			arrow += "|" + mermaid(l.Strength.String(), labelLimit) + "|"
		}
		chart.edge(l.From, arrow, l.To)
	}
	d.draw(chart, nil) // the map shows them
	d.rest(list)
}

// relationships are how each of us stands with each of them.
func (d *document) relationships() {
	d.heading(2, "Relationships")
	list := d.of(model.KindRelationship)
	slices.SortFunc(list, byName(d.names))
	d.records(list, col("Teammate", "teammate"), col("Contact", "contact"), col("Level now", "level"), col("Level wanted", "wanted"),
		column{head: "Gap", cell: func(r model.Record) rich {
			if rel := r.(*model.Relationship); rel.Level != 0 && rel.Level < rel.Wanted {
				return "below"
			}
			return ""
		}}, col("Health", "health"))
	d.rest(list)
	d.coverage()
}
