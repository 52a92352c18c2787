package report

import (
	"fmt"
	"slices"
	"strings"

	"astute/model"
)

// What a drawn timeline takes before the rest is in the table only.
const (
	monthLimit = 12 // months
	eventLimit = 3  // in one month
)

// timeAxis draws the months around today with what happened in each, a section
// for each year, cut into blocks below the limit.
func (d *document) timeAxis(list []model.Record) {
	months, events := nearestMonths(list, d.today)
	if len(months) < 2 {
		return
	}
	var blocks [][]string
	var lines []string
	size, year, drawn := 0, 0, 0
	begin := func() {
		lines, year = []string{"timeline"}, 0
		size = sizeOf(lines)
	}
	begin()
	for _, m := range months {
		for {
			part := d.monthLines(m, events[m], m.Year() != year)
			if len(lines) > 1 && size+sizeOf(part) > blockLimit {
				blocks = append(blocks, lines)
				begin()
				continue // the year is named anew
			}
			lines, size, year = append(lines, part...), size+sizeOf(part), m.Year()
			break
		}
		drawn += min(eventLimit, len(events[m]))
	}
	for i, block := range append(blocks, lines) {
		chart := diagram{mermaid: block}
		if i == 0 {
			chart.instead = d.drawnMonths(months, events)
		}
		if left := len(list) - drawn; i == len(blocks) && left > 0 {
			chart.legend = plain(sentence(counted(left, "more is", "more are", "in the table only")))
		}
		d.add(chart)
	}
}

// nearestMonths are the months with the days nearest to today, in their order,
// and what happened in each; the first day of a month stands for it.
func nearestMonths(list []model.Record, today model.Date) ([]model.Date, map[model.Date][]model.Record) {
	events := map[model.Date][]model.Record{}
	var months []model.Date
	for _, r := range list {
		if day := model.EventDay(r); !day.IsZero() {
			m := model.NewDate(day.Year(), day.Month(), 1)
			if events[m] == nil {
				months = append(months, m)
			}
			events[m] = append(events[m], r)
		}
	}
	this := model.NewDate(max(1, today.Year()), max(1, today.Month()), 1)
	far := func(m model.Date) int {
		days := m.DaysSince(this)
		return max(days, -days)
	}
	slices.SortFunc(months, model.Date.Compare)
	slices.SortStableFunc(months, func(a, b model.Date) int { return far(a) - far(b) })
	months = months[:min(monthLimit, len(months))]
	slices.SortFunc(months, model.Date.Compare)
	return months, events
}

// monthLines are the lines of one month, below its year where that is new.
func (d *document) monthLines(m model.Date, events []model.Record, newYear bool) []string {
	var lines []string
	if newYear {
		lines = append(lines, fmt.Sprintf("    section %d", m.Year()))
	}
	line := "    " + monthName(m)
	for _, r := range events[:min(eventLimit, len(events))] {
		line += " : " + mermaid(d.event(r), labelLimit)
	}
	if left := len(events) - eventLimit; left > 0 {
		line += fmt.Sprintf(" : and %d more", left)
	}
	return append(lines, line)
}

// monthName names a month in a few letters: "Mar 2026".
func monthName(m model.Date) string { return fmt.Sprintf("%s %d", m.Month().String()[:3], m.Year()) }

// drawnMonths are the same months as HTML draws them.
func (d *document) drawnMonths(list []model.Date, events map[model.Date][]model.Record) block {
	drawn := months{today: d.today}
	for _, m := range list {
		x := month{first: m}
		for _, r := range events[m][:min(eventLimit, len(events[m]))] {
			x.events = append(x.events, event{model.EventDay(r), d.event(r)})
		}
		if left := len(events[m]) - eventLimit; left > 0 {
			x.more = fmt.Sprintf("and %d more", left)
		}
		drawn.list = append(drawn.list, x)
	}
	return drawn
}

// event is what happened, in a few words.
func (d *document) event(r model.Record) string {
	i, ok := r.(*model.Interaction)
	if !ok {
		return string(d.title(r))
	}
	what := i.Type.String()
	if i.Type == 0 || i.Type == model.OtherInteraction {
		what = "Dealing"
	}
	if len(i.Contacts) > 0 {
		return what + " with " + nameOf(d.names, i.Contacts[0]) + strings.Repeat(" and others", min(1, len(i.Contacts)-1))
	}
	return what
}
