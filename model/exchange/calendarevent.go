package exchange

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"astute/model"
)

// event is one record on its way into a calendar.
type event struct {
	*calendar
	record  model.Record
	stamp   model.Instant // the last edit of anything the event says
	todo    bool
	on      model.Date // the day, the one something is due on; none leaves an event out
	start   model.Date // of a to-do
	rule    string     // how it comes round, "" for once
	summary string
	status  string
	done    model.Date // of a to-do
	about   []string   // lines of the description
}

// said notes a record that the event speaks of, and returns what it is called.
func (e *event) said(id model.ID) string {
	r := e.book.Get(id)
	if r == nil {
		return ""
	}
	e.stamp = max(e.stamp, e.changed(r))
	return model.Title(r, e.said)
}

// tell adds a line to the description where there is something to say.
func (e *event) tell(label, text string) {
	if text != "" {
		e.about = append(e.about, label+": "+text)
	}
}

// tellWho adds a line with the names of records.
func (e *event) tellWho(label string, ids ...model.ID) {
	var names []string
	for _, id := range ids {
		if name := e.said(id); name != "" {
			names = append(names, name)
		}
	}
	e.tell(label, strings.Join(names, ", "))
}

// action is on its due day, or a to-do until then. Without a due day it has no
// place among events; a to-do needs none. An open event that repeats comes round;
// a to-do does not, because completing it here makes the next one.
func (e *event) action(a *model.Action) {
	e.summary, e.on, e.todo = a.Name, a.Due, e.todos
	e.status = "CONFIRMED"
	if a.Open() && !e.todo && !a.Due.IsZero() {
		e.rule = recurrence(a.Repeats, a.Due, a.RepeatsFrom.Day())
	}
	switch a.Status {
	case model.Complete:
		e.summary = "Done: " + a.Name
	case model.Deferred:
		e.status = "TENTATIVE"
	case model.Cancelled:
		e.status = "CANCELLED"
	}
	if e.todo {
		e.summary, e.start, e.status = a.Name, a.Start, todoStatus[a.Status]
		if a.Status == model.Complete {
			e.done = a.Done
		}
	}
	e.tellWho("Owner", a.Owner)
	e.tell("Status", a.Status.String())
	e.tellWho("Asked of", a.AskedOf)
	e.tellWho("Objective", a.Objective)
	e.tellWho("Waits for", a.WaitsFor...)
	e.tell("Result", a.Result)
}

// todoStatus says a status in the words of RFC 5545, section 3.8.1.11, which has
// none for what is put off.
var todoStatus = map[model.Progress]string{
	0: "NEEDS-ACTION", model.NotStarted: "NEEDS-ACTION", model.InProgress: "IN-PROCESS", model.Deferred: "NEEDS-ACTION",
	model.Complete: "COMPLETED", model.Cancelled: "CANCELLED",
}

// renewal is on the day the contract renews.
func (e *event) renewal(r *model.Renewal) {
	e.summary, e.on, e.status = model.Title(r, e.said), r.On, "CONFIRMED"
	if !r.Open() {
		e.summary = r.Outcome.String() + ": " + e.summary
	}
	e.tell("Amount", r.Amount.String())
	e.tell("Risk", r.Risk.String())
	e.tell("Plan", r.Plan)
}

// milestone is on its day.
func (e *event) milestone(m *model.Milestone) {
	e.summary, e.on, e.status = m.Name, m.On, "CONFIRMED"
	e.tell("What", m.Type.String())
	e.tell("Text", m.Text)
}

// write adds the event to the calendar, if it has a place there.
func (e *event) write() {
	if e.status == "" || e.on.IsZero() && !e.todo || e.on.Year() > lastYear {
		return
	}
	e.events++
	component, head := "VEVENT", e.record.Base()
	if e.todo {
		component = "VTODO"
	}
	account := e.said(head.Account)
	e.stamp = max(e.stamp, e.changed(e.record))
	e.line("BEGIN", component)
	e.line("UID", head.ID.String()+"@astute")
	e.line("DTSTAMP", momentText(e.stamp))
	if head.Created != 0 {
		e.line("CREATED", momentText(head.Created))
	}
	e.line("LAST-MODIFIED", momentText(e.stamp))
	e.line("SEQUENCE", strconv.FormatInt(sequence(e.stamp), 10))
	e.days()
	if e.rule != "" {
		e.line("RRULE", e.rule)
	}
	summary := e.summary
	if account != "" {
		summary += " (" + account + ")"
	}
	e.line("SUMMARY", escapeText(model.CleanLine(summary)))
	if len(e.about) > 0 {
		e.line("DESCRIPTION", escapeText(strings.Join(e.about, "\n")))
	}
	e.line("CATEGORIES", escapeText(e.record.Kind().String()))
	e.line("STATUS", e.status)
	if !e.todo {
		e.line("TRANSP", "TRANSPARENT") // a whole day that leaves the day free
	} else if e.status == "COMPLETED" {
		if !e.done.IsZero() {
			e.line("COMPLETED", dayText(e.done)+"T000000Z")
		}
		e.line("PERCENT-COMPLETE", "100")
	}
	e.line("END", component)
}

// days writes when it is. The end of an event is the day after it; the last day
// of all has none after it, and an event without an end takes its one day too.
func (e *event) days() {
	if e.todo {
		if !e.start.IsZero() && (e.on.IsZero() || e.start.Before(e.on)) {
			e.line("DTSTART;VALUE=DATE", dayText(e.start))
		}
		if !e.on.IsZero() {
			e.line("DUE;VALUE=DATE", dayText(e.on))
		}
		return
	}
	e.line("DTSTART;VALUE=DATE", dayText(e.on))
	if end := e.on.AddDays(1); end.Year() <= lastYear {
		e.line("DTEND;VALUE=DATE", dayText(end))
	}
}

// lastYear is the last that a calendar has room for; counts of years run on.
const lastYear = 9999

func dayText(d model.Date) string { return fmt.Sprintf("%04d%02d%02d", d.Year(), d.Month(), d.Day()) }

func momentText(i model.Instant) string { return i.Time().Format("20060102T150405Z") }

// sequenceFrom is what sequences count from: their numbers have to fit 31 bits.
var sequenceFrom = model.InstantOf(time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC))

// sequence returns the number of a revision: the seconds until its moment, which
// grow with each edit as a count of them would, and which a record can tell
// without its history.
func sequence(stamp model.Instant) int64 {
	return min(max(int64(stamp-sequenceFrom)/1000, 0), 1<<31-1)
}

// seriesKey is what reviews of one series have in common.
type seriesKey struct {
	account model.ID
	kind    model.ReviewType
}

// series is what the reviews of one type in one account make together, as
// [model.Schedule] takes them: the last of those to come goes on coming round,
// and where none is planned the newest one held does.
type series struct {
	newest  *model.Review // held last
	last    *model.Review // planned last
	changed model.Instant
}

// planned reports whether a review is still to come.
func (s *series) planned(r *model.Review) bool {
	return r.Held.IsZero() && !r.DueOn().IsZero() && (s.newest == nil || s.newest.Held.Before(r.DueOn()))
}

func (c *calendar) seriesOf(reviews []*model.Review) map[seriesKey]*series {
	all := map[seriesKey]*series{}
	for _, r := range reviews {
		key := seriesKey{r.Account, r.Type}
		s := all[key]
		if s == nil {
			s = &series{}
			all[key] = s
		}
		s.changed = max(s.changed, c.changed(r))
		if !r.Held.IsZero() && (s.newest == nil || s.newest.Held.Before(r.Held)) {
			s.newest = r
		}
	}
	for _, r := range reviews {
		s := all[seriesKey{r.Account, r.Type}]
		if s.planned(r) && (s.last == nil || s.last.DueOn().Before(r.DueOn())) {
			s.last = r
		}
	}
	return all
}

// review is on the day it was held or is planned for, and comes round from there
// where it is the one of its series that does. The newest one held stands for
// those to come when none of them is planned.
func (e *event) review(r *model.Review, s *series) {
	e.stamp, e.summary, e.status = s.changed, r.Type.String(), "CONFIRMED"
	held, due := !r.Held.IsZero(), r.DueOn()
	switch {
	case held && (r != s.newest || s.last != nil || due.IsZero()):
		e.on, e.summary = r.Held, "Held: "+e.summary
	case held:
		e.on = due
		anchor := 0
		if due == model.NextAfter(r.Rhythm(), r.Held) {
			anchor = r.Held.Day()
		}
		e.rule = recurrence(r.Rhythm(), due, anchor)
		e.tell("Last held", r.Held.String())
	default:
		e.on = due
		if !s.planned(r) {
			e.status = "CANCELLED" // a later one was held instead
		} else if r == s.last {
			e.rule = recurrence(r.Rhythm(), due, 0)
		}
	}
	e.tell("Purpose", r.Purpose())
	e.tell("How often", r.Rhythm().String())
	e.tellWho("With", r.Attendees...)
	if held {
		e.tell("Decisions", r.Decisions)
	}
}

// recurrence returns the rule (RFC 5545, section 3.3.10) under which a review
// comes round from a day as [model.NextAfter] counts: a month that is too short
// takes its last day. anchor is the day of the month that the count began on, 0
// for the first day itself, which may have given way to a short month already.
func recurrence(c model.Cadence, from model.Date, anchor int) string {
	days, months := model.Stride(c)
	switch {
	case days == 7:
		return "FREQ=WEEKLY"
	case days > 0:
		return "FREQ=WEEKLY;INTERVAL=" + strconv.Itoa(days/7)
	case months == 0:
		return ""
	}
	day := from.Day()
	if from == from.EndOfMonth() && anchor > day {
		day = anchor
	}
	rule := "FREQ=MONTHLY"
	switch months {
	case 1:
	case 12:
		rule = "FREQ=YEARLY"
	default:
		rule += ";INTERVAL=" + strconv.Itoa(months)
	}
	if !meetsShorter(from, months, day) {
		return rule
	}
	if months == 12 {
		rule += ";BYMONTH=" + strconv.Itoa(int(from.Month()))
	}
	if day == 31 {
		return rule + ";BYMONTHDAY=-1"
	}
	var last []string
	for d := 28; d <= day; d++ {
		last = append(last, strconv.Itoa(d))
	}
	return rule + ";BYMONTHDAY=" + strings.Join(last, ",") + ";BYSETPOS=-1"
}

// meetsShorter reports whether a count by months ever comes to a month that
// lacks the day: as many steps as a year has months meet all it can meet.
func meetsShorter(from model.Date, months, day int) bool {
	first := model.NewDate(2025, from.Month(), 1) // no leap year
	return slices.ContainsFunc([]int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, func(n int) bool {
		return first.AddMonths(n*months).EndOfMonth().Day() < day
	})
}
