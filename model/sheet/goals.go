package sheet

import (
	"fmt"
	"slices"
	"strings"

	"astute/model"
)

// The columns of a bar at least and at most.
const (
	leastBar = 10
	mostBar  = 24
)

// paceTones say how a pace looks.
var paceTones = map[model.Pace]Tone{
	model.Ahead: Good, model.Reached: Good, model.Behind: Warn, model.Worse: Bad, model.Missed: Bad,
}

// goals writes what people are measured by, what is wanted soonest first.
func (s *strategist) goals(w *writer) {
	goals := model.All[*model.Goal](s.plan.Book)
	slices.SortStableFunc(goals, func(a, b *model.Goal) int { return model.Soonest(a.By, b.By) })
	s.begin(w, 1, len(goals))
	for _, g := range goals {
		s.goal(w, g)
	}
}

// goal writes one goal: its measure and whose it is, then a bar from where it
// began to where it should go, and how it does.
func (s *strategist) goal(w *writer, g *model.Goal) {
	pace := model.PaceOf(g, s.today)
	w.say(0, s.field(g, "metric", "", Strong), s.person(g, "contact", ""))
	runs := []run{s.number(g, "baseline"), faint("->"), s.number(g, "target"), s.number(g, "current")}
	by := s.field(g, "by", "by ", Faint)
	if !g.By.IsZero() {
		by.text += ", " + s.off(g.By, pace.Pace != model.Reached)
	}
	percent, known := g.Progress()
	if !known {
		w.say(2, append(runs, by)...)
		s.whole(w, 2, g)
		return
	}
	tone := paceTones[pace.Pace]
	runs[1] = run{text: s.bar(percent, pace, max(leastBar, min(mostBar, w.w/4))), tone: tone}
	w.say(2, append(runs, run{text: fmt.Sprintf("%d %%", percent), tone: tone})...)
	why := pace.Pace.String()
	if pace.Pace == model.Behind || pace.Pace == model.Worse {
		why += ": " + pace.Reason
	}
	w.say(2, run{text: why, tone: tone}, by)
	s.whole(w, 2, g)
}

// numberWords stand before the numbers of a goal.
var numberWords = map[string]string{"baseline": "from ", "target": "to ", "current": "now "}

func (s *strategist) number(g *model.Goal, name string) run {
	tone := Plain
	if name == "current" {
		tone = Strong
	}
	r := s.field(g, name, numberWords[name], tone)
	if name == "target" && !g.Target.IsZero() && g.UnitOfMeasure != "" {
		r.text += " " + g.UnitOfMeasure
	}
	return r
}

// bar draws how far something has come; a mark in it shows how far the time has.
func (s *strategist) bar(percent int, pace model.GoalPace, size int) string {
	full, empty, mark := BarGlyphs(s.o.ASCII)
	filled := percent * size / 100
	cells := strings.Split(strings.Repeat(full, filled)+strings.Repeat(empty, size-filled), "")
	if pace.Timed && pace.Pace != model.Reached {
		cells[min(size-1, pace.Elapsed*size/100)] = mark
	}
	return "[" + strings.Join(cells, "") + "]"
}

// BarGlyphs returns what a bar is drawn with: what has been gone of the way, what
// has not, and the mark of the time.
func BarGlyphs(ascii bool) (full, empty, mark string) {
	if ascii {
		return "#", ".", "|"
	}
	return "█", "░", "│"
}
