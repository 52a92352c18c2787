package report

import (
	"fmt"
	"slices"
	"strings"

	"astute/model"
)

const (
	// ganttLimit is how many actions are drawn; the others stand in the tables
	// only.
	ganttLimit = 30
	// ganttBack is for how many days after its due date an action that is done
	// is still drawn.
	ganttBack = 60
)

// gantt draws the actions over time, below their objectives, cut into blocks
// below the limit: what is late, what is begun and what is done each as such. One
// that does not say when it begins is drawn as the day it is due.
func (d *document) gantt(objectives []*model.Objective, below map[model.ID][]*model.Action, loose []*model.Action) {
	drawn, left := d.ganttActions()
	if len(drawn) < 2 {
		return
	}
	g, bars := ganttBlocks{today: d.today}, actionBars{today: d.today}
	g.begin()
	section := func(name string, actions []*model.Action) {
		g.section = "    section " + mermaid(name, labelLimit)
		head := actionBar{title: name}
		for _, a := range sortedActions(actions, d.names, d.today) {
			if !drawn[a.ID] {
				continue
			}
			g.add(a, string(d.title(a)))
			if head.title != "" {
				bars.rows = append(bars.rows, head)
			}
			head = actionBar{}
			bars.rows = append(bars.rows, actionBar{string(d.title(a)), a})
		}
	}
	for _, o := range objectives {
		section(string(d.title(o)), below[o.ID])
	}
	section("No objective", loose)
	for i, lines := range append(g.blocks, g.lines) {
		chart := diagram{mermaid: lines}
		if i == 0 {
			chart.instead = bars
		}
		if i == len(g.blocks) && left > 0 {
			chart.legend = plain(sentence(counted(left, "more is", "more are", "in the tables only")))
		}
		d.add(chart)
	}
}

// ganttActions are those that are drawn: the open ones that are due model.Soonest, then
// those done last; and how many with a day are not.
func (d *document) ganttActions() (drawn map[model.ID]bool, left int) {
	var list []*model.Action
	for _, a := range model.All[*model.Action](d.plan.Book) {
		if !a.Due.IsZero() && (a.Open() || a.Status == model.Complete) {
			list = append(list, a)
		}
	}
	drawn = map[model.ID]bool{}
	for _, a := range sortedActions(list, d.names, d.today) {
		switch {
		case !a.Open() && a.Due.Before(d.today.AddDays(-ganttBack)):
		case len(drawn) == ganttLimit:
			left++
		default:
			drawn[a.ID] = true
		}
	}
	return drawn, left
}

// ganttBlocks gathers the lines of gantt charts.
type ganttBlocks struct {
	today   model.Date
	section string // the heading of what comes next
	under   string // the heading that was written last in this block
	n       int    // of the tasks so far
	size    int
	lines   []string
	blocks  [][]string
}

// begin begins a block. The line that marks today is left out: it would be the
// day on which somebody looks, not that of the document.
func (g *ganttBlocks) begin() {
	g.lines = []string{"gantt", "    dateFormat YYYY-MM-DD", "    todayMarker off"}
	g.under, g.size = "", sizeOf(g.lines)
}

func (g *ganttBlocks) add(a *model.Action, title string) {
	g.n++
	line := g.task(a, title)
	if g.size+sizeOf([]string{g.section, line}) > blockLimit {
		g.blocks = append(g.blocks, g.lines)
		g.begin()
	}
	part := []string{line}
	if g.under != g.section {
		part = []string{g.section, line}
		g.under = g.section
	}
	g.lines, g.size = append(g.lines, part...), g.size+sizeOf(part)
}

// task is the line of an action.
func (g *ganttBlocks) task(a *model.Action, title string) string {
	var tags []string
	for _, t := range []struct {
		is  bool
		tag string
	}{
		{a.Status == model.Complete, "done"}, {a.Status == model.InProgress, "active"},
		{a.Late(g.today), "crit"}, {a.Start.IsZero(), "milestone"},
	} {
		if t.is {
			tags = append(tags, t.tag)
		}
	}
	from, days := a.Start, 1
	if a.Start.IsZero() {
		from, days = a.Due, 0
	} else {
		days += a.Due.DaysSince(a.Start) // the day it is due is one of them
	}
	return fmt.Sprintf("    %s :%s", ganttLabel(title), strings.Join(append(tags, fmt.Sprintf("t%d, %s, %dd", g.n, from, days)), ", "))
}

// ganttWords begin a line that is no task.
var ganttWords = []string{
	"gantt", "title", "section", "click", "dateformat", "axisformat", "tickinterval", "inclusiveenddates", "topaxis",
	"excludes", "includes", "todaymarker", "weekday", "weekend", "acctitle", "accdescr", "call", "href",
}

// ganttLabel is the name of a task. One that would be read as an instruction has
// its first letter written as a number too.
func ganttLabel(text string) string {
	label := mermaid(text, labelLimit)
	first := strings.ToLower(label)
	if slices.ContainsFunc(ganttWords, func(word string) bool { return strings.HasPrefix(first, word) }) {
		label = fmt.Sprintf("#%d;%s", label[0], label[1:])
	}
	return label
}
