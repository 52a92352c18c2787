package report

import (
	"bytes"

	"astute/model"
)

// Sizes of a drawn timeline, in units of the picture.
const (
	eventRow    = 19
	eventAxis   = 95 // where the line runs
	eventLetter = 80
)

// months is what happened from month to month, drawn in HTML as a line from top to
// bottom, with today on it.
type months struct {
	today model.Date
	list  []month
}

// month is one of them, by its first day.
type month struct {
	first  model.Date
	events []event
	more   string // how many others it had
}

// event is something that happened on a day.
type event struct {
	day   model.Date
	words string
}

func (months) markdown(*bytes.Buffer) {}

func (m months) html(w *htmlPage) {
	chart := chartPage{title: "What happened, and what comes", wide: barWide}
	chart.down(8)
	top := chart.y - 8
	told := false
	now := func() {
		told = true
		chart.rect("late", eventAxis-8, 4, 16, 4)
		chart.text("name", eventAxis+16, 11, "today, "+m.today.String())
		chart.down(eventRow)
	}
	for _, x := range m.list {
		if !told && m.today.Before(x.first) {
			now()
		}
		chart.text("name", 0, 11, monthName(x.first))
		for _, e := range x.events {
			if !told && m.today.Before(e.day) {
				now()
			}
			chart.rect("bar", eventAxis-4, 2, 8, 8)
			chart.text("", eventAxis+16, 11, short(e.day.String()+" "+e.words, eventLetter))
			chart.down(eventRow)
		}
		if x.more != "" {
			chart.text("", eventAxis+16, 11, x.more)
			chart.down(eventRow)
		}
	}
	if !told {
		now()
	}
	chart.line(eventAxis, top, chart.y)
	chart.html(w)
}
