package report

import (
	"bytes"

	"astute/model"
)

// Sizes of actions drawn over time, in units of the picture.
const (
	taskRow    = 20
	taskHigh   = 12
	taskLabel  = 280 // where the days begin
	taskDays   = 330 // what all days take
	taskLetter = 38  // letters of a label
)

// actionBars are actions over time as lying bars, drawn in HTML: below each
// objective its actions, from their beginning to the day they are due, with how
// they stand in words.
type actionBars struct {
	today model.Date
	rows  []actionBar
}

// actionBar is an action, or an objective over those that follow.
type actionBar struct {
	title  string
	action *model.Action // nil: an objective
}

func (actionBars) markdown(*bytes.Buffer) {}

// days are the first day and the last, today among them.
func (a actionBars) days() model.Period {
	all := model.Period{Start: a.today, End: a.today}
	for _, r := range a.rows {
		if r.action == nil {
			continue
		}
		for _, day := range []model.Date{r.action.Start, r.action.Due} {
			if day.Before(all.Start) && !day.IsZero() {
				all.Start = day
			}
			if all.End.Before(day) {
				all.End = day
			}
		}
	}
	return all
}

func (a actionBars) html(w *htmlPage) {
	all := a.days()
	whole := max(1, all.End.DaysSince(all.Start))
	at := func(day model.Date) int { return taskLabel + day.DaysSince(all.Start)*taskDays/whole }
	chart := chartPage{title: "Actions over time", wide: barWide}
	chart.text("", at(a.today), 4, "today")
	chart.down(taskRow)
	top := chart.y
	for _, r := range a.rows {
		if r.action == nil {
			chart.text("name", 0, taskHigh-1, short(r.title, taskLetter))
			chart.down(taskRow)
			continue
		}
		from, to := r.action.Start, r.action.Due
		if from.IsZero() || to.Before(from) {
			from = to
		}
		words, late := standing(r.action, a.today)
		class := "task"
		switch {
		case late:
			class = "late"
		case r.action.Status == model.Complete:
			class = "done"
		}
		chart.text("", 10, taskHigh-1, short(r.title, taskLetter))
		chart.rect(class, at(from), 0, max(4, at(to)-at(from)), taskHigh)
		chart.text("", max(at(to), at(from)+4)+6, taskHigh-1, words)
		chart.down(taskRow)
	}
	chart.line(at(a.today), top, chart.y)
	chart.html(w)
}
