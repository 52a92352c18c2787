package sheet

import (
	"cmp"
	"fmt"
	"strings"

	"astute/model"
)

// Part is one part of the strategy of an account.
type Part struct {
	Kind  model.Kind // of what stands in it
	Title string
	For   string // what it is for, where there is nothing in it
}

// Parts are the parts of the strategy in their order.
var Parts = []Part{
	{model.KindInitiative, "Initiatives", "What the customer wants and why, what stands in the way, and how we help."},
	{model.KindGoal, "Goals", "What their people are measured by: from where, to where, by when."},
	{model.KindCompetitor, "Competitors", "Who else is there, where they sit, and what we say to it."},
	{model.KindSwot, "SWOT", "What helps us and what harms us, here and around us."},
	{model.KindStep, "Buying process", "The steps of the way they buy, and who owns each."},
	{model.KindCriterion, "Ideal customer profile", "What our ideal customer looks like, and how this account answers to it."},
}

// Head returns the target of the heading of a part by its place in [Parts].
func Head(part int) Target { return Target{N: 1 + part} }

// quarterHeads is the target of the first quarter's heading, less one.
const quarterHeads = 100

// QuarterHead returns the target of the heading of a quarter of the SWOT.
func QuarterHead(q model.Quarter) Target { return Target{N: quarterHeads + int(q)} }

// HeadAt returns the kind that a heading stands over, and of the SWOT the quarter
// where the heading is of one; false for what is no heading.
func HeadAt(t Target) (kind model.Kind, quarter model.Quarter, ok bool) {
	switch n := t.N; {
	case !t.ID.IsZero() || n <= 0:
		return 0, 0, false
	case n > quarterHeads:
		return model.KindSwot, model.Quarter(n - quarterHeads), true
	case n <= len(Parts):
		return Parts[n-1].Kind, 0, true
	}
	return 0, 0, false
}

// Strategy lays out the strategy of an account: what the customer wants and how
// we help, what people are measured by, who else is there, what helps and harms
// us, how they buy, and how near they are to our ideal customer (domain section
// 3, rules 6 and 12).
func Strategy(p *model.Plan, today model.Date, o Options) *Sheet {
	s := strategist{plan: p, today: today, o: o}
	return beside(o, []func(*writer){s.chains, s.goals, s.competitors, s.swot, s.steps, s.profile})
}

// strategist writes the parts of one plan.
type strategist struct {
	plan  *model.Plan
	today model.Date
	o     Options
}

// begin writes the heading of a part, by its place, and where there is nothing in
// it what it is for.
func (s *strategist) begin(w *writer, part, count int, rest ...run) {
	p := Parts[part]
	if count > 0 {
		w.heading(Head(part), p.Title, append([]run{faint(fmt.Sprint(count))}, rest...)...)
		return
	}
	w.heading(Head(part), p.Title)
	w.say(2, faint(p.For), run{text: s.how(p.Kind, "a adds the first"), tone: Unknown})
}

// how says how something is begun: by a key, else by a command.
func (s *strategist) how(kind model.Kind, key string) string {
	if s.o.Keys {
		return key
	}
	return "astute add " + kind.String()
}

// field is a field of a record: its value in words, else its name with a question
// mark.
func (s *strategist) field(r model.Record, name, before string, tone Tone) run {
	f := model.MustField(r.Fields(), name)
	at := Target{ID: r.Base().ID, Num: f.Num}
	if f.IsZero() {
		return run{strings.ToLower(f.Label) + "?", Unknown, at}
	}
	return run{before + f.Display(s.plan.Name), tone, at}
}

// known is a field of a record where it is known, else nothing.
func (s *strategist) known(r model.Record, name, before string, tone Tone) run {
	if f := s.field(r, name, before, tone); f.tone != Unknown {
		return f
	}
	return run{}
}

// person is a link to a contact, with whether that is a key player (rule 1).
func (s *strategist) person(r model.Record, name, before string) run {
	at := s.field(r, name, before, Plain)
	f, _ := model.FieldNamed(r.Fields(), name)
	for _, id := range f.Links() {
		c, ok := model.Lookup[*model.Contact](s.plan.Book, id)
		if !ok {
			continue
		}
		switch model.KeyPlayer(c).Answer {
		case model.Yes:
			at.text += " (key player)"
		case model.NotKnown:
			at.text += " (key player?)"
		}
		if c.Left {
			at.text, at.tone = at.text+" has left", Warn
		}
	}
	return at
}

// whole writes, where all is wanted, what else is on record.
func (s *strategist) whole(w *writer, indent int, r model.Record) {
	if !s.o.Whole {
		return
	}
	for _, d := range Details(s.plan, r) {
		w.say(indent, faint(d.Label+": "+d.Text))
	}
}

// off says how far a day is off: "in 9 d", "12 d late" where lateness counts, else
// "12 d ago".
func (s *strategist) off(day model.Date, lateCounts bool) string {
	switch n := day.DaysSince(s.today); {
	case n == 0:
		return "today"
	case n >= 730:
		return fmt.Sprintf("in %d y", n/365)
	case n > 0:
		return fmt.Sprintf("in %d d", n)
	case lateCounts:
		return fmt.Sprintf("%d d late", -n)
	default:
		return fmt.Sprintf("%d d ago", -n)
	}
}

// highest orders degrees from High to Low, those not known last.
func highest(a, b model.Level) int {
	rank := func(l model.Level) int {
		if l == 0 {
			return int(model.Low) + 1
		}
		return int(l)
	}
	return cmp.Compare(rank(a), rank(b))
}
