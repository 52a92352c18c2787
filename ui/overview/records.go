package overview

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/pane"
	"astute/ui/theme"
)

// How many of each list are shown; all of them stand in their own panes.
const (
	mostNext   = 5
	mostAhead  = 2
	mostPast   = 3
	mostOthers = 6
	mostFew    = 3
)

// line is a record said in one line: its name, in brackets what it goes with, and
// what else there is to say; "" for nothing.
func line(r model.Record, style theme.Style, name, with string, more ...string) item {
	if with != "" {
		name += " (" + with + ")"
	}
	more = slices.DeleteFunc(more, func(part string) bool { return part == "" })
	return item{text: strings.Join(append([]string{name}, more...), ", "), style: style, target: pane.Target{ID: r.Base().ID}}
}

// after writes words before others, nothing where there are no others.
func after(words, others string) string {
	if others == "" {
		return ""
	}
	return words + others
}

// initiatives are what they want now, each with whether the chain to what we can
// do for it is complete (rule 6).
func (b *builder) initiatives() {
	insight := model.InsightOf(b.d.Plan)
	var items []item
	for _, c := range insight.Chains {
		state, style := "chain complete", theme.Plain
		switch {
		case len(c.Links) == 0:
			state, style = "no challenge yet", theme.Warn
		case !c.Complete:
			state, style = "no solution yet", theme.Warn
		}
		if !c.Initiative.Confirmed {
			state = "assumed, " + state
		}
		it := line(c.Initiative, style, c.Initiative.Name, b.d.Plan.Name(c.Initiative.Owner), state)
		it.door.foot = c.Missing
		items = append(items, it)
	}
	if len(insight.Chains) == 0 {
		items = append(items, b.begin(model.KindInitiative, "nothing yet: enter adds what they want, and why now"))
	}
	items = b.cut(items, mostOthers, "They want", door{open: toStrategy, foot: "enter lists them all"})
	if len(insight.Chains) > 0 {
		items = append(items, item{text: strings.Join(insight.Reasons, ", "), style: theme.Faint, target: b.at(atInsight), door: worked(toStrategy, first(insight.Ask))})
	}
	b.add(fact{label: "They want", lines: true, items: items})
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// installed is what else is there: others' platforms, who competes with us, what
// hurts, and how content they are.
func (b *builder) installed() {
	today := b.d.Today
	records(b, "Installed", mostFew, func(p *model.Platform) (item, bool) {
		return line(p, theme.Plain, model.Title(p, nil), p.Use, after("until ", p.ContractEnd.String())), true
	})
	records(b, "Against us", mostFew, func(c *model.Competitor) (item, bool) {
		return line(c, theme.Plain, c.Name, after("threat ", c.Threat.String()), after("until ", c.ContractEnd.String())), true
	})
	records(b, "Issues", mostFew, func(i *model.Issue) (item, bool) {
		style := theme.Plain
		if i.Severity == model.High {
			style = theme.Bad
		}
		return line(i, style, i.Name, i.Severity.String(), ago("raised ", i.Raised, today)), i.Open(today)
	})
	newest := map[model.SignalType]*model.Signal{}
	for _, s := range model.All[*model.Signal](b.d.Plan.Book) {
		if n := newest[s.Type]; !today.Before(s.On) && (n == nil || !s.On.Before(n.On)) {
			newest[s.Type] = s
		}
	}
	records(b, "Signals", mostOthers, func(s *model.Signal) (item, bool) {
		return line(s, theme.Plain, model.Title(s, nil), pane.Ago(s.On, today)), newest[s.Type] == s
	})
}

// ago says how long something lies back, nothing where that is not known.
func ago(words string, day, today model.Date) string {
	if day.IsZero() {
		return ""
	}
	return words + pane.Ago(day, today)
}

// records adds a line for each record of a kind that is wanted, at most so many;
// the last line leads to all of them.
func records[R model.Record](b *builder, label string, most int, say func(R) (item, bool)) {
	var items []item
	var kind model.Kind
	for _, r := range model.All[R](b.d.Plan.Book) {
		if it, wanted := say(r); wanted {
			items, kind = append(items, it), r.Kind()
		}
	}
	b.add(fact{label: label, lines: true, items: b.cut(items, most, label, door{open: pane.List{Kind: kind}, foot: "enter lists them all"})})
}

// next says what is to be done next: the actions that are due first.
func (b *builder) next() {
	var open []*model.Action
	for _, a := range model.All[*model.Action](b.d.Plan.Book) {
		if a.Open() && !a.Due.IsZero() {
			open = append(open, a)
		}
	}
	slices.SortStableFunc(open, func(x, y *model.Action) int { return cmp.Or(x.Due.Compare(y.Due), cmp.Compare(x.Name, y.Name)) })
	var items []item
	for _, a := range open[:min(mostNext, len(open))] {
		style := theme.Plain
		if a.Late(b.d.Today) {
			style = theme.Bad
		}
		items = append(items, line(a, style, pane.Ahead(a.Due, b.d.Today)+": "+a.Name, b.d.Plan.Name(a.Owner)))
	}
	if n := len(open) - len(items); n > 0 {
		items = append(items, b.more(n, "Next", door{open: toActions, foot: "enter: the action plan"}))
	}
	b.add(fact{label: "Next", lines: true, items: items})
}

// reviews says when the plan is looked at next: which review, its day, how often
// it comes round; where none is planned, by which key one is.
func (b *builder) reviews() {
	if b.account.ID.IsZero() {
		return
	}
	list := model.Schedule(model.All[*model.Review](b.d.Plan.Book))
	if len(list) == 0 {
		plan := planReview()
		b.add(fact{label: "Review", items: []item{{text: "none planned yet: r plans one", style: theme.Unknown, target: b.at(atReview),
			door: door{open: plan, edit: plan, foot: "when is the plan looked at next, and by whom?"}}}})
		return
	}
	due, style := list[0], theme.Plain
	if due.Overdue(b.d.Today) {
		style = theme.Warn
	}
	r := due.Review
	items := []item{{text: pane.Ahead(due.On, b.d.Today) + ": " + r.Type.String() + ", " + pane.Day(due.On), style: style, target: dayField(due),
		door: door{foot: "e changes the day; " + r.Purpose()}}}
	cadence := strings.ToLower(r.Rhythm().String())
	if r.Cadence == 0 {
		cadence = after("usually ", cadence)
	}
	if cadence != "" {
		items = append(items, item{text: cadence, style: theme.Faint, target: field(r, "cadence")})
	}
	if n := len(list) - 1; n > 0 {
		items = append(items, b.more(n, "Review", door{open: toReviews, foot: "enter lists them all"}))
	}
	b.add(fact{label: "Review", items: items})
}

// dayField is the field of a review that says when it is due, or that would say
// so before what follows from the cadence.
func dayField(due model.DueReview) pane.Target {
	if r := due.Review; due.On == r.On && due.On != r.Next {
		return field(r, "on")
	}
	return field(due.Review, "next")
}

// timeline is the tail of it: what is ahead, the next first, and what was, the
// last first.
func (b *builder) timeline() {
	var past, ahead []model.Record
	for _, r := range slices.Concat(b.d.Plan.Of(model.KindMilestone), b.d.Plan.Of(model.KindInteraction)) {
		if b.d.Today.Before(model.EventDay(r)) {
			ahead = append(ahead, r)
		} else {
			past = append(past, r)
		}
	}
	inTime := func(x, y model.Record) int { return model.EventDay(x).Compare(model.EventDay(y)) }
	slices.SortStableFunc(ahead, inTime)
	slices.SortStableFunc(past, func(x, y model.Record) int { return inTime(y, x) })
	say := func(r model.Record, style theme.Style, when func(day, today model.Date) string) item {
		text := when(model.EventDay(r), b.d.Today) + ": " + grid.Cut(model.EventTitle(r, b.d.Plan.Name), mostEvent)
		return line(r, style, text, "")
	}
	var items []item
	for _, r := range ahead[:min(mostAhead, len(ahead))] {
		items = append(items, say(r, theme.Accent, pane.Ahead))
	}
	for _, r := range past[:min(mostPast, len(past))] {
		items = append(items, say(r, theme.Plain, pane.Ago))
	}
	if n := len(ahead) + len(past) - len(items); n > 0 {
		items = append(items, b.more(n, "Timeline", door{open: toTimeline, foot: "enter: the timeline"}))
	}
	b.add(fact{label: "Timeline", lines: true, items: items})
}

// mostEvent is how many columns of what was said are shown.
const mostEvent = 120

// campaigns are those that run or are to come, and what came of the others.
func (b *builder) campaigns() {
	today := b.d.Today
	records(b, "Campaigns", mostFew, func(c *model.Campaign) (item, bool) {
		when := ""
		switch {
		case today.Before(c.Start):
			when = pane.Ahead(c.Start, today)
		case !c.End.IsZero() && c.End.Before(today):
			when = cmp.Or(c.Result, "over")
		case !c.Start.IsZero():
			when = "runs since " + c.Start.String()
		}
		return line(c, theme.Plain, c.Name, c.Channel, when), true
	})
}

// stories are the successes that prove what we offer here.
func (b *builder) stories() {
	proof := map[model.ID]int{}
	for _, s := range model.All[*model.Solution](b.d.Plan.Book) {
		proof[s.Proof]++
	}
	for _, o := range model.All[*model.Opportunity](b.d.Plan.Book) {
		for _, id := range o.Proof {
			proof[id]++
		}
	}
	records(b, "Stories", mostFew, func(s *model.Story) (item, bool) {
		return line(s, theme.Plain, s.Name, s.Customer, fmt.Sprintf("proves %d", proof[s.ID])), proof[s.ID] > 0
	})
}
