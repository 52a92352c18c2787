package report

import (
	"cmp"
	"slices"

	"astute/model"
)

// timeline is what happened and what lies ahead: milestones and interactions.
func (d *document) timeline() {
	var ahead, past []model.Record
	for _, kind := range []model.Kind{model.KindMilestone, model.KindInteraction} {
		for _, r := range d.of(kind) {
			if model.EventDay(r).Compare(d.today) <= 0 { // today's have happened, or are about to; days not known are before any
				past = append(past, r)
			} else {
				ahead = append(ahead, r)
			}
		}
	}
	called := byName(d.names)
	inTime := func(a, b model.Record) int {
		return cmp.Or(model.EventDay(a).Compare(model.EventDay(b)), cmp.Compare(a.Kind(), b.Kind()), called(a, b))
	}
	slices.SortFunc(ahead, inTime)
	slices.SortFunc(past, func(a, b model.Record) int { return -inTime(a, b) })
	d.heading(2, "Timeline")
	all := slices.Concat(ahead, past)
	slices.SortFunc(all, inTime)
	d.timeAxis(all)
	d.heading(3, "Ahead")
	d.timelineTable(ahead)
	d.heading(3, "Behind us")
	d.timelineTable(past)
}

func (d *document) timelineTable(list []model.Record) {
	d.records(list, col("Day", "on"), col("What", "type"),
		column{head: "Who", cell: func(r model.Record) rich {
			return join([]rich{d.value(r, "contacts"), d.value(r, "teammate")}, " with ")
		}},
		column{head: "About", cell: func(r model.Record) rich {
			return join([]rich{d.value(r, "name"), d.value(r, "summary"), d.value(r, "text")}, breakMark)
		}})
	for _, r := range list {
		d.mark(r, "we_promised", "they_promised") // they have a section of their own
	}
	d.rest(list)
}

// promises are what either side said it would do, newest first; those that were
// kept are marked.
func (d *document) promises() {
	d.heading(2, "Promises")
	list := d.sortedPromises()
	kept := model.KeptPromises(d.plan)
	side := func(head, field string, isKept func(model.Kept) bool) column {
		return column{head: head, cell: func(r model.Record) rich {
			text := d.value(r, field)
			if text != "" && isKept(kept[r.Base().ID]) {
				text = join([]rich{text, strong("kept")}, breakMark)
			}
			return text
		}}
	}
	d.records(list, col("Day", "on"), col("With", "contacts"),
		side("We promised", "we_promised", func(k model.Kept) bool { return k.Ours }),
		side("They promised", "they_promised", func(k model.Kept) bool { return k.Theirs }))
}

// sortedPromises are the dealings in which something was promised, newest first.
func (d *document) sortedPromises() []model.Record {
	list := slices.DeleteFunc(d.of(model.KindInteraction), func(r model.Record) bool {
		i := r.(*model.Interaction)
		return i.WePromised == "" && i.TheyPromised == ""
	})
	called := byName(d.names)
	slices.SortFunc(list, func(a, b model.Record) int {
		return cmp.Or(-model.EventDay(a).Compare(model.EventDay(b)), called(a, b))
	})
	return list
}

// reviews are the looks at the plan, planned and held, newest first.
func (d *document) reviews() {
	d.heading(2, "Reviews")
	list := d.sortedReviews()
	d.list(d.nextReviews()...)
	d.records(list, col("Review", "type"), col("Planned for", "on"), col("Held on", "held"), col("Next", "next"),
		col("Cadence", "cadence"), column{head: "Focus", cell: d.purpose}, col("Attendees", "attendees"))
	d.rest(list)
}

// sortedReviews are the reviews, newest first.
func (d *document) sortedReviews() []model.Record {
	list := d.of(model.KindReview)
	slices.SortFunc(list, newestReview(byName(d.names)))
	return list
}

// newestReview orders reviews by the day they belong to, the newest first.
func newestReview(called func(a, b model.Record) int) func(a, b model.Record) int {
	return func(a, b model.Record) int {
		return cmp.Or(-lastDay(a.(*model.Review)).Compare(lastDay(b.(*model.Review))), called(a, b))
	}
}

// purpose is what a review looks at: the focus it names, else the usual one of
// its type.
func (d *document) purpose(r model.Record) rich {
	d.mark(r, "focus")
	return oneLine(r.(*model.Review).Purpose())
}

// lastDay is the day by which a review is put in order.
func lastDay(r *model.Review) model.Date {
	day := r.On
	for _, other := range []model.Date{r.Held, r.Next} {
		if day.IsZero() {
			day = other
		}
	}
	if day.Before(r.Held) {
		return r.Held
	}
	return day
}

// nextReviews says which reviews are due when, overdue ones marked.
func (d *document) nextReviews() []rich {
	var list []rich
	for _, due := range model.Schedule(model.All[*model.Review](d.plan.Book)) {
		list = append(list, d.nextReview(due))
	}
	return list
}

func (d *document) nextReview(due model.DueReview) rich {
	what := plain(due.Review.Type.String())
	if due.Overdue(d.today) && !d.customer {
		return what + ": due on " + rich(due.On.String()) + ", " + strong(rich(span(d.today.DaysSince(due.On))+" overdue"))
	}
	return what + ": " + join([]rich{rich(due.On.String()), rich(away(due.On, d.today))}, ", ")
}
