package exchange

import (
	"io"

	"astute/model"
)

// CalendarOptions says how a calendar is written.
type CalendarOptions struct {
	Name  string // what calendar programs call it, nothing when empty
	ToDos bool   // actions as to-dos, which Outlook and Google leave out
	// PutBack is when records were given back what they were by an undo, which
	// gives them their old times too: without it a calendar that has the edit would
	// not take that it was taken back.
	PutBack map[model.ID]model.Instant
}

// WriteCalendar writes what has a day in the plans of a book as iCalendar (RFC
// 5545), in the order of the book: reviews, which come round by their cadence,
// actions, renewals and milestones, as events of whole days. Done, deferred and
// cancelled ones are there with their status, so that a calendar which had them
// as open learns of it.
//
// An entry keeps its UID for as long as its record lives, and its SEQUENCE grows
// with every edit of what it says: a second file updates a calendar and doubles
// nothing. What was removed from the book has to be removed from the calendar by
// hand. Nothing depends on the day of writing, so that the same plan makes the
// same bytes: what is late is told by its day.
func WriteCalendar(w io.Writer, book *model.Book, o CalendarOptions) error {
	c := &calendar{book: book, todos: o.ToDos, putBack: o.PutBack}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//astute//account plans//EN")
	c.line("CALSCALE", "GREGORIAN")
	if name := model.CleanLine(o.Name); name != "" {
		c.line("X-WR-CALNAME", escapeText(name))
	}
	series := c.seriesOf(model.All[*model.Review](book))
	for _, r := range book.Records() {
		e := event{calendar: c, record: r}
		switch r := r.(type) {
		case *model.Review:
			e.review(r, series[seriesKey{r.Account, r.Type}])
		case *model.Action:
			e.action(r)
		case *model.Renewal:
			e.renewal(r)
		case *model.Milestone:
			e.milestone(r)
		}
		e.write()
		if len(c.out) > 1<<16 {
			if _, err := w.Write(c.out); err != nil {
				return err
			}
			c.out = c.out[:0]
		}
	}
	if c.events == 0 {
		c.line("BEGIN", "VTIMEZONE") // a calendar has to hold something
		c.line("TZID", "UTC")
		c.line("BEGIN", "STANDARD")
		c.line("DTSTART", "19700101T000000")
		c.line("TZOFFSETFROM", "+0000")
		c.line("TZOFFSETTO", "+0000")
		c.line("END", "STANDARD")
		c.line("END", "VTIMEZONE")
	}
	c.line("END", "VCALENDAR")
	_, err := w.Write(c.out)
	return err
}

// calendar is one calendar while it is written.
type calendar struct {
	book   *model.Book
	todos  bool
	events int
	out    []byte

	putBack map[model.ID]model.Instant
}

// changed is when a record was last written, by an edit or by taking one back.
func (c *calendar) changed(r model.Record) model.Instant {
	return max(r.Base().Changed, c.putBack[r.Base().ID])
}

func (c *calendar) line(name, value string) { c.out = appendLine(c.out, name+":"+value) }
