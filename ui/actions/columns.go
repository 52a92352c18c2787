package actions

import (
	"fmt"
	"strings"
	"sync"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/pane"
	"astute/ui/theme"
)

// columns lists the columns: when and what always, then who.
func (p *Pane) columns() []pane.Column {
	named := func(name string) model.Field { return field(new(model.Action), name) }
	when := pane.Column{Num: number("due"), Cell: func(r model.Record, d pane.Data, _ int) grid.Cell {
		a := r.(*model.Action)
		return whenCell(a.Status, a.Due, d.Today)
	}}
	when.Title, when.Min, when.Max, when.Keep = "Due", 9, 9, 100
	title := pane.FieldColumn(named("title"), "", 99)
	title.Min, title.Want, title.Max, title.Cell, title.Stays = 18, 52, 0, p.titleCell, true
	owner := pane.FieldColumn(named("owner"), "", 90)
	owner.Min, owner.Want, owner.Max = 7, 13, 16
	status := pane.FieldColumn(named("status"), "", 60)
	status.Min, status.Cell = 11, func(r model.Record, _ pane.Data, _ int) grid.Cell { return statusCell(r.(*model.Action).Status) }
	function := pane.FieldColumn(named("function"), "", 70)
	function.Min = 9
	objective := pane.FieldColumn(named("objective"), "", 50)
	objective.Min, objective.Max = 14, 30
	day := pane.FieldColumn(named("due"), "", 10)
	day.Name, day.Title = "day", dayTitle
	return []pane.Column{when, title, owner, function, status, objective, day}
}

// dayTitle heads the column of due dates as they are written; the first column
// says how far off they are.
const dayTitle = "Day"

// whenCell says how far off a day is: late ones loud, by mark and by colour.
func whenCell(status model.Progress, due, today model.Date) grid.Cell {
	left := due.DaysSince(today)
	switch {
	case over(status):
		return grid.Cell{Text: status.String(), Style: theme.Faint}
	case due.IsZero():
		return grid.Cell{Text: "no day", Style: theme.Unknown}
	case left < 0:
		return grid.Cell{Text: "! " + strings.TrimSuffix(pane.Ahead(due, today), " late"), Style: theme.Bad}
	case left <= 7:
		return grid.Cell{Text: pane.Ahead(due, today), Style: theme.Warn}
	}
	return grid.Cell{Text: pane.Ahead(due, today)}
}

// over reports whether work of a status does not want doing any more.
func over(status model.Progress) bool { return !(&model.Action{Status: status}).Open() }

// titleCell is what is to be done: an ask behind its mark, below an objective a
// little to the right.
func (p *Pane) titleCell(r model.Record, _ pane.Data, _ int) grid.Cell {
	a := r.(*model.Action)
	text, style := p.marks(a)+a.Name, theme.Plain
	if p.Grouped() {
		text = "  " + text
	}
	if !a.Open() {
		style = theme.Done
	}
	return grid.Cell{Text: text, Style: style}
}

func statusCell(status model.Progress) grid.Cell {
	style := theme.Plain
	if over(status) || status == model.NotStarted {
		style = theme.Faint
	}
	return grid.Cell{Text: status.String(), Style: style}
}

// standing is the fields of an objective that stand in the columns of an
// action's.
var standing = map[string]string{
	"title": "name", "due": "due", "owner": "owner", "status": "status", "function": "type", "objective": "agreed",
}

// headNums is standing by numbers.
var headNums = sync.OnceValue(func() map[int]int {
	nums := map[int]int{}
	for action, objective := range standing {
		nums[number(action)] = field(new(model.Objective), objective).Num
	}
	return nums
})

// headCell is what an objective shows in the column of an action's field.
func headCell(s pane.Section, c pane.Column, d pane.Data, width int) grid.Cell {
	o := s.Head.(*model.Objective)
	if o.ID.IsZero() {
		if c.Num == number("title") {
			return grid.Cell{Text: "For no objective", Style: theme.Faint}
		}
		return grid.Cell{}
	}
	switch c.Num {
	case number("title"):
		return grid.Cell{Text: headText(o, progressOf(s, d.Today), width), Style: theme.Strong}
	case number("due"):
		if c.Title == dayTitle {
			return grid.Cell{Text: o.Due.String()}
		}
		return whenCell(o.Status, o.Due, d.Today)
	case number("status"):
		return statusCell(o.Status)
	case number("objective"):
		if !o.Agreed {
			return grid.Cell{}
		}
		return grid.Cell{Text: "= agreed with them", Style: theme.Good}
	}
	num, has := headNums()[c.Num]
	if !has {
		return grid.Cell{} // a column that somebody added, of what objectives do not have
	}
	return pane.FieldCell(pane.Field(o, num), d, width)
}

// headText is the name of an objective, and flush right how far it is, in as
// many words as leave room for the name.
func headText(o *model.Objective, far progress, width int) string {
	said := far.forms()
	tail := said[len(said)-1]
	for _, form := range said {
		if grid.Width(o.Name)+2+grid.Width(form) <= width {
			tail = form
			break
		}
	}
	return flushRight(o.Name, tail, width)
}

// progress is how far an objective is.
type progress struct {
	done, of, late int // actions; those that were cancelled count nowhere
	agreed         bool
	lacks          []string // to be carried out (rule 5)
	far            bool     // due beyond a year
}

func progressOf(s pane.Section, today model.Date) progress {
	var far progress
	if o, ok := s.Head.(*model.Objective); ok {
		far.agreed, far.far = o.Agreed, model.HorizonOf(o.Due, today) == model.LongRange
	}
	actions := make([]*model.Action, len(s.All))
	for i, r := range s.All {
		a := r.(*model.Action)
		actions[i] = a
		if a.Status == model.Cancelled {
			continue
		}
		far.of++
		if a.Status == model.Complete {
			far.done++
		}
		if a.Late(today) {
			far.late++
		}
	}
	if o, ok := s.Head.(*model.Objective); ok && !o.ID.IsZero() {
		for _, lack := range model.ObjectiveLacks(o, actions) {
			far.lacks = append(far.lacks, lack.What)
		}
	}
	return far
}

// words says it in full.
func (f progress) words() string {
	parts := []string{fmt.Sprintf("%d of %d done", f.done, f.of)}
	if f.of == 0 {
		parts = []string{"no actions yet, a adds one"}
	}
	if f.late > 0 {
		parts = append(parts, fmt.Sprintf("%d late", f.late))
	}
	if f.agreed {
		parts = append(parts, "= agreed with the customer")
	}
	if f.far {
		parts = append(parts, "long-term")
	}
	return strings.Join(parts, ", ")
}

// forms says it in less and less room.
func (f progress) forms() []string {
	mark, more := "", ""
	if f.agreed {
		mark, more = " =", ", agreed"
	}
	if f.far {
		mark, more = mark+" >>", more+", long-term"
	}
	if f.of == 0 {
		return []string{"no actions yet: a adds one" + mark, "a adds one" + mark}
	}
	full := more
	switch n := len(f.lacks); {
	case n == 1:
		full += ", lacks " + f.lacks[0]
	case n > 1:
		full += fmt.Sprintf(", lacks %d things", n)
	}
	if len(f.lacks) > 0 {
		mark += " -"
	}
	far := fmt.Sprintf("%d of %d done", f.done, f.of)
	return []string{far + full, far + mark, fmt.Sprintf("%d/%d%s", f.done, f.of, mark)}
}
