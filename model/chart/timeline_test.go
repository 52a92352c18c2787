package chart_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/model/chart"

	"pgregory.net/rapid"
)

func eventOn(n int, day model.Date, text string, below bool) chart.Event {
	return chart.Event{ID: model.ID{15: byte(n + 1)}, On: day, Text: text, Below: below}
}

// No two labels overlap, no stem crosses a label, nothing leaves the picture and
// nobody is lost: what is not in it is before or after.
func TestAnyTimelineIsSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		today := model.NewDate(2026, time.November, 21)
		var events []chart.Event
		for i := range rapid.IntRange(0, 60).Draw(t, "events") {
			day := today.AddDays(rapid.IntRange(-900, 900).Draw(t, "day"))
			text := strings.Repeat("x", rapid.IntRange(1, 40).Draw(t, "length"))
			events = append(events, eventOn(i, day, text, rapid.Bool().Draw(t, "below")))
		}
		size := chart.Size{W: rapid.IntRange(0, 200).Draw(t, "w"), H: rapid.IntRange(0, 40).Draw(t, "h")}
		scale := chart.Scale(rapid.IntRange(0, 2).Draw(t, "scale"))
		centre := today.AddDays(rapid.IntRange(-900, 900).Draw(t, "centre"))
		m := chart.NewTimeline(events, centre, today, scale, size)
		if got := len(m.Before) + len(m.Events) + len(m.After); got != len(events) {
			t.Fatalf("%d of %d events are there", got, len(events))
		}
		taken := map[[2]int]string{}
		take := func(x, y int, what string) {
			if x < 0 || x >= size.W || y < 0 || y >= size.H {
				t.Fatalf("%s stands at %d, %d, outside of %v", what, x, y, size)
			}
			if other := taken[[2]int{x, y}]; other != "" && other != what {
				t.Fatalf("%s and %s share %d, %d", what, other, x, y)
			}
			taken[[2]int{x, y}] = what
		}
		for i, e := range m.Events {
			if e.X < 0 || e.X >= size.W {
				t.Fatalf("an event stands in the column %d of %d", e.X, size.W)
			}
			if e.Y < 0 {
				continue
			}
			if below := e.Y > m.Axis+1; below != e.Below || e.Y == m.Axis {
				t.Fatalf("a label stands on the wrong side: row %d, the axis is %d", e.Y, m.Axis)
			}
			for x := range len([]rune(e.Label)) {
				take(e.LabelX+x, e.Y, fmt.Sprintf("the label %d", i))
			}
		}
		m.Stems(func(x, y int) { take(x, y, "a stem") })
		for i, tick := range m.Ticks {
			if end := tick.X + len(tick.Text); end > size.W || i+1 < len(m.Ticks) && end >= m.Ticks[i+1].X {
				t.Fatalf("the tick %q at %d has no room", tick.Text, tick.X)
			}
		}
	})
}

func TestATimelineNamesItsTicks(t *testing.T) {
	today := model.NewDate(2026, time.November, 21)
	for scale, want := range map[chart.Scale]string{
		chart.Months: "Oct 2026 Nov Dec", chart.Quarters: "Q2 2026 Q3 Q4 Q1 2027", chart.Years: "2024 2025 2026 2027",
	} {
		var names []string
		m := chart.NewTimeline(nil, today, today, scale, chart.Size{W: 120, H: 9})
		for _, tick := range m.Ticks {
			names = append(names, tick.Text)
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%s: the ticks are %q, should be %q", scale, got, want)
		}
		if m.Today < 0 {
			t.Errorf("%s: today is not shown", scale)
		}
	}
}

func TestAnEventStandsOnItsDay(t *testing.T) {
	today := model.NewDate(2026, time.November, 21)
	m := chart.NewTimeline([]chart.Event{
		eventOn(0, today, "the last day that can be seen", false),
		eventOn(1, model.NewDate(2026, time.December, 31), "the end of the year", true),
		eventOn(2, model.NewDate(2025, time.December, 31), "long ago", true),
	}, today, today, chart.Months, chart.Size{W: 92, H: 7})
	if len(m.Before) != 1 || len(m.Events) != 2 {
		t.Fatalf("%d before, %d shown", len(m.Before), len(m.Events))
	}
	if x := m.Events[0].X; x != today.DaysSince(m.From) {
		t.Errorf("today stands in the column %d, with a column for each day it should be %d", x, today.DaysSince(m.From))
	}
	last := m.Events[1]
	if last.Label != "the end of the year" || last.LabelX+len(last.Label) != m.W {
		t.Errorf("a label at the border reads %q at %d", last.Label, last.LabelX)
	}
}
