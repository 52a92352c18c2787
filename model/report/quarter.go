package report

import (
	"cmp"
	"slices"

	"astute/model"
)

// quarterSections are the quarterly review with the customer's numbers: what the
// quarter behind brought, what the quarter ahead is for, and what the last
// reviews decided.
var quarterSections = []func(*document){
	(*document).standing,
	(*document).quarterGoals,
	(*document).quarterDone,
	(*document).quarterMoney,
	(*document).quarterPast,
	(*document).quarterService,
	(*document).quarterAims,
	(*document).quarterAhead,
	(*document).quarterDecisions,
	(*document).leftOut,
}

// quarterMonths is how long a quarter is; lastReviews is of how many reviews the
// decisions are recalled at least; quarterOthers is how many opportunities beyond
// the quarter it tells.
const (
	quarterMonths = 3
	lastReviews   = 3
	quarterOthers = 8
)

// quarterBehind are the three months up to the day.
func quarterBehind(today model.Date) model.Period {
	return model.Period{Start: today.AddMonths(-quarterMonths).AddDays(1), End: today}
}

// quarterAfter are the three months from the next day on.
func quarterAfter(today model.Date) model.Period {
	return model.Period{Start: today.AddDays(1), End: today.AddMonths(quarterMonths)}
}

// quarterOpening says which days are meant.
func quarterOpening(today model.Date) rich {
	if today.IsZero() {
		return ""
	}
	return rich("Behind us: " + quarterBehind(today).String() + ". Ahead: " + quarterAfter(today).String() + ".")
}

// quarterGoals are the customer's own numbers, how far they have come, and how
// that compares with the time.
func (d *document) quarterGoals() {
	d.heading(2, "The quarter behind us")
	d.heading(3, "Goals, and how far they have come")
	list := d.sortedGoals()
	d.records(list, slices.Concat([]column{col("Goal", "metric"), col("Whose", "contact"), col("Measured in", "unit_of_measure"), col("From", "baseline"), col("Now", "current"),
		col("To", "target"), col("By", "by")}, d.wayColumns())...)
}

// quarterDone is what was brought about, what was done, and what is late.
func (d *document) quarterDone() {
	behind := quarterBehind(d.today)
	d.heading(3, "What was brought about")
	d.days(behind)
	if talks := d.dealings(behind); talks != "" {
		d.say(talks)
	}
	d.heading(3, "Actions done")
	var done, late []*model.Action
	for _, a := range model.All[*model.Action](d.plan.Book) {
		switch {
		case a.Late(d.today):
			late = append(late, a)
		case a.Status == model.Complete && behind.Has(doneOn(a)):
			done = append(done, a)
		}
	}
	called := byName(d.names)
	slices.SortFunc(done, func(a, b *model.Action) int { return cmp.Or(doneOn(a).Compare(doneOn(b)), called(a, b)) })
	if len(done)+len(late) > 0 {
		d.execution()
	}
	d.records(asRecords(done), col("Action", "title"), col("Owner", "owner"), col("Due", "due"),
		column{head: "Done on", cell: func(r model.Record) rich { return rich(doneOn(r.(*model.Action)).String()) }}, col("What came of it", "result"))
	d.heading(3, "Actions that are late")
	d.records(asRecords(sortedActions(late, d.names, d.today)), col("Action", "title"), col("Owner", "owner"), col("Due", "due"), d.standingColumn())
}

// doneOn is the day on which a complete action was done: where it does not say,
// the day its record was last written (rule 10).
func doneOn(a *model.Action) model.Date {
	if a.Done.IsZero() && a.Changed != 0 {
		return model.DateOf(a.Changed.Time())
	}
	return a.Done
}

// days are the milestones of a period.
func (d *document) days(in model.Period) {
	list := slices.DeleteFunc(d.of(model.KindMilestone), func(r model.Record) bool { return !in.Has(model.EventDay(r)) })
	called := byName(d.names)
	slices.SortFunc(list, func(a, b model.Record) int { return cmp.Or(model.EventDay(a).Compare(model.EventDay(b)), called(a, b)) })
	d.records(list, col("Day", "on"), col("What", "type"), col("Milestone", "name"), col("More", "text"))
}

// dealings says how often we dealt with them in a period, and with how many.
func (d *document) dealings(in model.Period) rich {
	times, people := 0, map[model.ID]bool{}
	for _, i := range model.All[*model.Interaction](d.plan.Book) {
		if in.Has(i.On) {
			times++
			for _, id := range i.Contacts {
				people[id] = true
			}
		}
	}
	if times == 0 {
		return ""
	}
	with := ""
	if len(people) > 0 {
		with = " with " + model.Count(len(people), "person", "people")
	}
	return rich(model.Count(times, d.words("dealing", "meeting"), d.words("dealings", "meetings")) + with + ".")
}

// quarterMoney is what was won and lost, what of the target is reached, and which
// contracts were decided.
func (d *document) quarterMoney() {
	behind := quarterBehind(d.today)
	d.heading(3, "Revenue")
	decided := slices.DeleteFunc(d.deals(), func(o *model.Opportunity) bool { return o.Open() || !behind.Has(o.Close) })
	if gap := model.RevenueGapOf(d.plan, d.today); !gap.Target.IsZero() {
		d.reasons(gap.Reasons)
	}
	if len(decided) > 0 {
		d.reasons(model.WinLossOf(decided).Reasons)
	}
	d.records(asRecords(decided), col("Opportunity", "name"), col("Stage", "stage"), col("Amount", "amount"), col("Closed", "close"), col("Reason", "reason"), col("In words", "reason_text"))
	d.quarterRevenue()
	d.heading(3, "Renewals decided, or past their day")
	d.renewalTable(func(r *model.Renewal) bool { return behind.Has(r.On) || r.Open() && r.On.Before(d.today) })
}

// quarterRevenue is what we earn there this year and last, which is all that the
// records say of a quarter.
func (d *document) quarterRevenue() {
	list := slices.DeleteFunc(d.of(model.KindRevenue), func(r model.Record) bool { return int(r.(*model.Revenue).Year) < d.today.Year()-1 })
	if len(list) > 0 {
		d.say("Revenue is on record by year: what the quarter alone brought is not known.")
		d.revenueTable(list)
	}
}

// deals are the opportunities by the day on which they close.
func (d *document) deals() []*model.Opportunity {
	list, called := slices.Clone(model.All[*model.Opportunity](d.plan.Book)), byName(d.names)
	slices.SortFunc(list, func(a, b *model.Opportunity) int { return cmp.Or(model.Soonest(a.Close, b.Close), called(a, b)) })
	return list
}

// renewalTable is those contracts of which something holds, by their day.
func (d *document) renewalTable(is func(*model.Renewal) bool) {
	list := slices.DeleteFunc(d.of(model.KindRenewal), func(r model.Record) bool { return !is(r.(*model.Renewal)) })
	called := byName(d.names)
	slices.SortFunc(list, func(a, b model.Record) int {
		return cmp.Or(model.Soonest(a.(*model.Renewal).On, b.(*model.Renewal).On), called(a, b))
	})
	d.records(list, d.contractColumn(), col("Product", "product"), col("Amount a year", "amount"), col("Renews on", "on"), col("Risk", "risk"), col("Outcome", "outcome"))
}

// quarterPast is how the past looks beside the quarter (rule 16).
func (d *document) quarterPast() { d.past(3) }

// quarterService is what went wrong, and how content they are.
func (d *document) quarterService() {
	behind := quarterBehind(d.today)
	d.heading(3, "Issues open, raised or resolved")
	issues := slices.DeleteFunc(d.of(model.KindIssue), func(r model.Record) bool {
		i := r.(*model.Issue)
		return !i.Open(d.today) && !behind.Has(i.Raised) && !behind.Has(i.Resolved)
	})
	slices.SortFunc(issues, d.gravest())
	d.records(issues, col("Issue", "name"), col("Severity", "severity"), col("Who has it", "contact"), col("Owner", "owner"), col("Raised", "raised"), col("Resolved", "resolved"))
	d.heading(3, "Signals")
	signals := slices.DeleteFunc(d.of(model.KindSignal), func(r model.Record) bool { return !behind.Has(r.(*model.Signal).On) })
	called := byName(d.names)
	slices.SortFunc(signals, func(a, b model.Record) int {
		return cmp.Or(-a.(*model.Signal).On.Compare(b.(*model.Signal).On), called(a, b))
	})
	d.records(signals, col("Day", "on"), col("What", "type"), col("Value", "value"), col("Source", "source"))
}

// gravest orders issues: open before resolved, severe before slight.
func (d *document) gravest() func(a, b model.Record) int {
	called := byName(d.names)
	return func(a, b model.Record) int {
		x, y := a.(*model.Issue), b.(*model.Issue)
		return cmp.Or(first(x.Open(d.today), y.Open(d.today)), highest(x.Severity, y.Severity), model.Soonest(x.Raised, y.Raised), called(a, b))
	}
}

// quarterAims is what is to be reached.
func (d *document) quarterAims() {
	d.heading(2, "The quarter ahead")
	d.heading(3, "Objectives")
	list := sortedObjectives(model.All[*model.Objective](d.plan.Book), d.names, d.today)
	d.aimTable(slices.DeleteFunc(list, func(o *model.Objective) bool { return !o.Open() }))
}

// quarterAhead is what comes: what is to be done, asked and decided, and when.
func (d *document) quarterAhead() {
	ahead := quarterAfter(d.today)
	d.heading(3, "Actions due")
	due := d.openActions(func(a *model.Action) bool { return ahead.Has(a.Due) || a.Due == d.today })
	d.records(asRecords(due), col("Action", "title"), col("Owner", "owner"), col("Due", "due"), col("Status", "status"), col("Objective", "objective"))
	d.heading(3, "Asks")
	d.askTable(d.openActions(func(a *model.Action) bool { return a.Type == model.Ask }))
	d.quarterDeals(ahead)
	d.heading(3, "Steps of theirs that are due")
	d.stepTable(func(s *model.BuyingStep) bool {
		return s.Status != model.StepComplete && !s.Expected.IsZero() && !ahead.End.Before(s.Expected)
	})
	d.heading(3, "Renewals due")
	d.renewalTable(func(r *model.Renewal) bool { return r.Open() && ahead.Has(r.On) })
	d.heading(3, "Milestones ahead")
	d.days(ahead)
	d.heading(3, "Promises still open")
	d.promisesOpen(4)
	d.heading(3, "Reviews")
	d.list(d.nextReviews()...)
}

// quarterDeals are the open opportunities that are decided in the quarter ahead,
// and of the others those that should be by now, come next or have no day.
func (d *document) quarterDeals(ahead model.Period) {
	list := slices.DeleteFunc(d.deals(), func(o *model.Opportunity) bool { return !o.Open() })
	due := slices.DeleteFunc(slices.Clone(list), func(o *model.Opportunity) bool { return !ahead.Has(o.Close) })
	others := slices.DeleteFunc(slices.Clone(list), func(o *model.Opportunity) bool { return ahead.Has(o.Close) })
	columns := []column{col("Opportunity", "name"), col("Stage", "stage"), col("Amount", "amount"), {head: "Chance", cell: d.chance}, col("Close", "close")}
	next := col("Next step", "next_step")
	d.heading(3, "Opportunities to be decided")
	d.records(asRecords(due), append(columns, next)...)
	d.heading(3, "Open beyond the quarter")
	d.records(asRecords(others[:min(quarterOthers, len(others))]), append(columns, column{head: "When", cell: func(r model.Record) rich {
		switch day := r.(*model.Opportunity).Close; {
		case day.IsZero():
			return "no day set"
		case day.Compare(d.today) <= 0:
			return strong("its day is over")
		default:
			return rich(span(day.DaysSince(ahead.End)) + " after the quarter")
		}
	}}, next)...)
}

// stepTable is those steps of the way they buy of which something holds, by their
// order, late ones marked.
func (d *document) stepTable(is func(*model.BuyingStep) bool) {
	list := slices.DeleteFunc(slices.Clone(model.BuyingProcess(d.plan)), func(s *model.BuyingStep) bool { return !is(s) })
	d.records(asRecords(list), col("Step", "order"), col("What", "name"), col("Owner", "owner"), col("Expected", "expected"),
		column{head: "Standing", cell: func(r model.Record) rich {
			s := r.(*model.BuyingStep)
			if s.Late(d.today) {
				return strong(rich(span(d.today.DaysSince(s.Expected)) + " late"))
			}
			return rich(away(s.Expected, d.today))
		}}, col("Status", "status"))
}

// quarterDecisions is what the reviews of the quarter found and decided, and of
// those before it the last where they are few.
func (d *document) quarterDecisions() {
	d.heading(2, "What the last reviews decided")
	d.records(d.reviewsToTell(quarterBehind(d.today), lastReviews), col("Held on", "held"), col("Review", "type"), col("Decisions", "decisions"), col("Recommendations", "recommendations"),
		col("Vulnerabilities", "vulnerabilities"), col("Attendees", "attendees"))
}
