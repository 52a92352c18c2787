package chart

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"astute/model"
)

// Event is something that happened on a day, or will.
type Event struct {
	ID    model.ID
	On    model.Date
	Text  string
	Below bool // its label stands below the axis: what we did, not what befell them
}

// Scale says how much time a timeline shows.
type Scale uint8

// The scales of a timeline: how its axis is divided.
const (
	Months   Scale = iota // about a quarter
	Quarters              // about a year
	Years                 // about four years
	numScales
)

// Next is the next scale, after the last one the first.
func (s Scale) Next() Scale { return (s + 1) % numScales }

// String says by what the axis is divided.
func (s Scale) String() string { return scales[s].name }

// scales says of each scale how many months the width stands for, and how many
// lie between two ticks.
var scales = [numScales]struct {
	name         string
	months, tick int
}{{"by month", 3, 1}, {"by quarter", 12, 3}, {"by year", 48, 12}}

// Timeline is a piece of time drawn as an axis, with what happened in it as
// labels above and below, each on a stem that stands on its day. No two labels
// overlap and no stem crosses a label.
type Timeline struct {
	W, H     int
	From, To model.Date // the first day shown, and the one after the last
	Axis     int        // the row of the axis; the row below it has the ticks' names
	Ticks    []Tick
	Today    int // the column of today, -1 when it is not shown
	Events   []Placed
	Before   []Event // earlier than what is shown, the last one last
	After    []Event // later than what is shown, the next one first
}

// Tick divides the axis.
type Tick struct {
	X    int
	Text string // cut or left out where there is no room for it
}

// Placed is an event at its place: X is the column of its day on the axis. Y is
// the row of its label, which begins in the same column unless the right border
// is too near; -1 where there was no room for a label.
type Placed struct {
	Event
	X, Y   int
	LabelX int
	Label  string
}

// leastEvent is the width under which a label says too little; mostEvent is what
// one may take on a narrow axis, where others need room too.
const (
	leastEvent = 12
	mostEvent  = 24
)

// NewTimeline lays out the events around a day. The events may come in any order;
// those on one day stay as they came.
func NewTimeline(events []Event, centre, today model.Date, scale Scale, size Size) *Timeline {
	t := &Timeline{W: size.W, H: size.H, Today: -1}
	if size.W < leastEvent || size.H < 3 {
		t.Before = events
		return t
	}
	if size.Measure == nil {
		size.Measure = func(text string) int { return len([]rune(text)) }
	}
	s := scales[scale]
	// The window begins with a tick, so that the axis does not move with each step.
	month := model.NewDate(centre.Year(), centre.Month(), 1).AddMonths(-s.months / 2)
	t.From = month.AddMonths(-((int(month.Month()) - 1) % s.tick))
	t.To = t.From.AddMonths(s.months)
	t.Axis = (size.H - 1) / 2
	if x := t.column(today); x >= 0 {
		t.Today = x
	}
	t.ticks(s.tick, size.Measure)
	sorted := slices.Clone(events)
	slices.SortStableFunc(sorted, func(a, b Event) int { return a.On.Compare(b.On) })
	for _, e := range sorted {
		switch x := t.column(e.On); {
		case e.On.Before(t.From):
			t.Before = append(t.Before, e)
		case x < 0:
			t.After = append(t.After, e)
		default:
			t.Events = append(t.Events, Placed{Event: e, X: x, Y: -1})
		}
	}
	t.place(size.Measure)
	return t
}

// column is where a day stands on the axis, -1 when it is not shown.
func (t *Timeline) column(day model.Date) int {
	if day.IsZero() || day.Before(t.From) || !day.Before(t.To) {
		return -1
	}
	return day.DaysSince(t.From) * t.W / t.To.DaysSince(t.From)
}

// ticks divides the axis. A year is named where it begins, and at the first tick.
func (t *Timeline) ticks(months int, measure Measure) {
	for day := t.From; day.Before(t.To); day = day.AddMonths(months) {
		x, end := t.column(day), t.column(day.AddMonths(months))
		if end < 0 {
			end = t.W
		}
		text := tickName(day, months)
		if year := strconv.Itoa(day.Year()); text != year && (len(t.Ticks) == 0 || day.Month() == 1) {
			text += " " + year
		}
		t.Ticks = append(t.Ticks, Tick{X: x, Text: cut(text, end-x-1, measure)})
	}
}

// tickName is what the time from a tick to the next one is called.
func tickName(day model.Date, months int) string {
	switch months {
	case 12:
		return strconv.Itoa(day.Year())
	case 3:
		return "Q" + strconv.Itoa((int(day.Month())+2)/3)
	}
	return day.Month().String()[:3]
}

// place gives labels to the events, from the latest to the earliest and as near
// to the axis as there is room. What is placed later stands further left, so a
// stem that finds its column free in the nearer rows crosses no label. Only what
// is too near to the right border goes the other way: to the row furthest off,
// where the label can begin left of its day without standing in anybody's way.
func (t *Timeline) place(measure Measure) {
	taken := map[int][]span{} // of each row, by labels and stems
	for i := len(t.Events) - 1; i >= 0; i-- {
		e := &t.Events[i]
		full, rows := min(measure(e.Text), max(mostEvent, t.W/3)), t.rows(e.Below)
		best, at := t.right(taken, rows, e.X, full)
		if at.width() < min(full, leastEvent) {
			best = -1
			if e.X+full > t.W {
				best, at = t.left(taken, rows, e.X, full)
			}
		}
		if best < 0 {
			continue
		}
		e.Y, e.LabelX, e.Label = rows[best], at.from, clip(e.Text, at.width(), measure)
		taken[e.Y] = append(taken[e.Y], at)
		for _, y := range rows[:best] {
			taken[y] = append(taken[y], span{e.X, e.X + 1})
		}
	}
}

// span is a part of a row, from one column to before another.
type span struct{ from, to int }

func (s span) width() int { return s.to - s.from }

// free reports whether a part of a row is free, with a blank on both sides.
func (s span) free(taken []span) bool {
	return !slices.ContainsFunc(taken, func(other span) bool { return s.from <= other.to && other.from <= s.to })
}

// right is the nearest of the rows in which a label has room from its column on,
// or the one with the most room.
func (t *Timeline) right(taken map[int][]span, rows []int, x, width int) (best int, at span) {
	best = -1
	for i, y := range rows {
		s := span{x, min(x+width, t.W)}
		for s.width() > 0 && !s.free(taken[y]) {
			s.to--
		}
		if s.width() == 0 {
			break // neither a label nor a stem can stand here
		}
		if s.width() > at.width() {
			best, at = i, s
		}
		if at.width() == width {
			break
		}
	}
	return best, at
}

// left is the furthest of the rows in which a label has room that ends at the
// right border, -1 for none.
func (t *Timeline) left(taken map[int][]span, rows []int, x, width int) (int, span) {
	best, s := -1, span{max(0, t.W-width), t.W}
	for i, y := range rows {
		if s.free(taken[y]) {
			best = i
		}
		if !(span{x, x + 1}).free(taken[y]) {
			break
		}
	}
	return best, s
}

// clip cuts text to a width, with an ellipsis where it was longer.
func clip(text string, w int, measure Measure) string {
	if measure(text) <= w {
		return text
	}
	short := []rune(text)
	for len(short) > 0 && measure(string(short)) > w-1 {
		short = short[:len(short)-1]
	}
	return strings.TrimRight(string(short), " ") + "…"
}

// rows are the rows for labels on one side of the axis, the nearest first.
func (t *Timeline) rows(below bool) []int {
	var rows []int
	if below {
		for y := t.Axis + 2; y < t.H; y++ {
			rows = append(rows, y)
		}
		return rows
	}
	for y := t.Axis - 1; y >= 0; y-- {
		rows = append(rows, y)
	}
	return rows
}

// Stems calls for every cell of a stem between a label and the axis.
func (t *Timeline) Stems(cell func(x, y int)) {
	for _, e := range t.Events {
		if e.Y < 0 {
			continue
		}
		step := cmp.Compare(t.Axis, e.Y)
		for y := e.Y + step; y != t.Axis; y += step {
			if y != t.Axis+1 { // the names of the ticks
				cell(e.X, y)
			}
		}
	}
}
