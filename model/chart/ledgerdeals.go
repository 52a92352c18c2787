package chart

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"astute/model"
)

// fieldNumber is the number of a field of a kind, for a word that is its value.
func fieldNumber(r model.Record, name string) int {
	return model.MustField(r.Fields(), name).Num
}

// dealFields are the fields of an opportunity, made when a ledger first asks.
var dealFields = sync.OnceValue(func() []model.Field { return new(model.Opportunity).Fields() })

// dealNumber is the number of a field of an opportunity.
func dealNumber(name string) int { return model.MustField(dealFields(), name).Num }

var dealColumns = []Column{
	{Name: "Opportunity", Least: 20}, {Name: "Amount", Right: true}, {Name: "Chance", Right: true, Order: 5}, {Name: "Weighted", Right: true, Order: 4},
	{Name: "Close"}, {Name: "Owner", Least: 5, Order: 6}, {Name: "Product", Least: 8, Order: 7}, {Name: "Next step", Least: 12, Order: 3},
}

// Deals returns the opportunities of an account by stage with their sums, and
// what became of those that were decided (domain section 4).
func Deals(p *model.Plan, today model.Date) Ledger {
	deals := model.All[*model.Opportunity](p.Book)
	if len(deals) == 0 {
		return Ledger{About: []string{"What we may sell to them, how far each has come, and what is likely to come of it."}}
	}
	var l Ledger
	if s, any := openDeals(p, deals, today); any {
		l.Sections = append(l.Sections, s)
	}
	return Ledger{Sections: append(l.Sections, decided(p, deals, today)...)}
}

func openDeals(p *model.Plan, deals []*model.Opportunity, today model.Date) (Section, bool) {
	pipeline := model.PipelineOf(deals)
	c := p.Account.Currency
	s := Section{Title: "Open opportunities", Columns: dealColumns}
	if c != "" {
		s.Title += ", in " + string(c) + " where no other currency is named"
	}
	for _, stage := range pipeline.Stages {
		open := slices.DeleteFunc(slices.Clone(stage.Deals), func(o *model.Opportunity) bool { return !o.Open() })
		if len(open) == 0 {
			continue
		}
		name := stage.Stage.String()
		if stage.Stage == 0 {
			name = "Stage not known yet"
		}
		s.Rows = append(s.Rows, Row{Words: []Word{{Text: fmt.Sprintf("%s (%d)", name, len(open)), Tone: Strong}, {Text: without(stage.Amount, c), Tone: Strong}, {},
			{Text: without(stage.Weighted, c), Tone: Strong}}})
		slices.SortStableFunc(open, func(a, b *model.Opportunity) int { return byDay(a.Close, b.Close) })
		for _, o := range open {
			s.Rows = append(s.Rows, dealRow(p, o, today))
		}
	}
	s.Rows = append(s.Rows, Row{Words: []Word{{Text: model.Count(pipeline.Deals, "open", "open"), Tone: Strong}, {Text: without(pipeline.Open, c), Tone: Strong}, {},
		{Text: without(pipeline.Weighted, c), Tone: Strong}}})
	for _, sums := range []struct {
		name string
		of   model.Sums
	}{{"open", pipeline.Open}, {"weighted", pipeline.Weighted}} {
		s.Notes = append(s.Notes, oneTotal(p, sums.name, sums.of, today)...)
		if p.Total(sums.of, today).Amount.IsZero() {
			break // the same rate is missing for the other
		}
	}
	s.Notes = append(s.Notes, said(pipeline.Reasons[min(1, len(pipeline.Reasons)):], Faint)...)
	s.Notes = append(s.Notes, said(few(pipeline.Ask), Unknown)...)
	for _, w := range model.MoneyWarnings(p, today) {
		if w.Rule == model.RuleTwoOwners {
			s.Notes = append(s.Notes, Word{Text: "! " + w.Text, Tone: Warn})
		}
	}
	return s, pipeline.Deals > 0
}

// byDay orders days, those not known last.
func byDay(a, b model.Date) int {
	if a.IsZero() != b.IsZero() {
		if a.IsZero() {
			return 1
		}
		return -1
	}
	return a.Compare(b)
}

func dealRow(p *model.Plan, o *model.Opportunity, today model.Date) Row {
	c, chance := p.Account.Currency, Word{Num: dealNumber("probability")}
	switch {
	case !o.Probability.IsZero():
		chance.Text = o.Probability.Grouped() + " %"
	case !o.Chance().IsZero():
		chance.Text, chance.Tone = o.Chance().Grouped()+" %?", Unknown
	}
	return Row{ID: o.ID, Words: []Word{
		{Text: "  " + p.Name(o.ID), Num: dealNumber("name")}, unknown(Word{Text: without(model.SumOf(o.Amount), c), Num: dealNumber("amount")}), chance, {Text: without(model.SumOf(o.Weighted()), c), Tone: Faint},
		dayWord(o.Close, today, dealNumber("close")), {Text: p.Name(o.Owner), Num: dealNumber("owner")}, {Text: p.Name(o.Product), Num: dealNumber("product"), Tone: Accent}, {Text: o.NextStep, Num: dealNumber("next_step")},
	}}
}

// unknown is a word that stands for nothing known with a question mark.
func unknown(w Word) Word {
	if w.Text == "" {
		w.Text, w.Tone = "?", Unknown
	}
	return w
}

// dayWord is a day to come; one that has passed is loud.
func dayWord(day, today model.Date, num int) Word {
	switch {
	case day.IsZero():
		return Word{Text: "?", Tone: Unknown, Num: num}
	case day.Before(today):
		return Word{Text: fmt.Sprintf("! %d d late", today.DaysSince(day)), Tone: Bad, Num: num}
	}
	return Word{Text: day.String(), Num: num}
}

// said are sentences as notes, each begun with a capital letter.
func said(texts []string, tone Tone) []Word {
	var list []Word
	for _, text := range texts {
		list = append(list, Word{Text: model.Capital(text), Tone: tone})
	}
	return list
}

// few are the first of many questions: more are not asked at once.
func few(ask []string) []string {
	const most = 3
	if len(ask) <= most {
		return ask
	}
	return append(ask[:most:most], fmt.Sprintf("and %d more to ask", len(ask)-most))
}

// oneTotal says what sums of several currencies come to by the rates that were
// given, or which rate is missing; nothing where there is one currency.
func oneTotal(p *model.Plan, name string, s model.Sums, today model.Date) []Word {
	if len(s.All()) < 2 {
		return nil
	}
	t := p.Total(s, today)
	if t.Amount.IsZero() {
		return append([]Word{{Text: fmt.Sprintf("No one total of %s: a rate is missing.", name), Tone: Unknown}}, said(few(t.Ask), Unknown)...)
	}
	list := []Word{{Text: fmt.Sprintf("%s in one currency: %s", model.Capital(name), t.Amount.Grouped())}}
	for _, c := range t.Used {
		list = append(list, Word{Text: "  " + c.String(), Tone: Faint, ID: c.Rate.ID, Num: fieldNumber(c.Rate, "rate")})
	}
	return list
}

// decided are the opportunities that were won and lost, and why.
func decided(p *model.Plan, deals []*model.Opportunity, today model.Date) []Section {
	w := model.WinLossOf(deals)
	if w.Won+w.Lost == 0 {
		return nil
	}
	closed := slices.DeleteFunc(slices.Clone(deals), (*model.Opportunity).Open)
	slices.SortStableFunc(closed, func(a, b *model.Opportunity) int { return byDay(b.Close, a.Close) })
	list := Section{Title: "Won and lost", Columns: []Column{{Name: "Opportunity", Least: 14}, {Name: "Amount", Right: true}, {Name: "Ended"}, {Name: "On", Order: 2}, {Name: "Reason", Least: 6}, {Name: "In words", Least: 12, Order: 1}}}
	for _, o := range closed {
		tone, mark := Good, "Won"
		if o.Stage == model.StageLost {
			tone, mark = Bad, "Lost"
		}
		list.Rows = append(list.Rows, Row{ID: o.ID, Words: []Word{{Text: "  " + p.Name(o.ID), Num: dealNumber("name")}, unknown(Word{Text: o.Amount.Short(), Num: dealNumber("amount")}), {Text: mark, Tone: tone, Num: dealNumber("stage")},
			unknown(Word{Text: o.Close.String(), Num: dealNumber("close")}), unknown(Word{Text: o.Reason.String(), Num: dealNumber("reason")}), {Text: oneLine(o.ReasonText), Num: dealNumber("reason_text"), Tone: Faint}}})
	}
	numbers := Section{Title: fmt.Sprintf("Why we win and lose: %d of %d won (%d %%)", w.Won, w.Won+w.Lost, w.WinRate.Percent()),
		Columns: []Column{{Least: 10}, {Name: "Won", Right: true}, {Name: "Lost", Right: true}, {Name: "Won for", Right: true, Order: 2}, {Name: "Lost for", Right: true, Order: 1}}}
	for _, r := range w.ByReason {
		name := r.Reason.String()
		if r.Reason == 0 {
			name = "nobody said why"
		}
		numbers.Rows = append(numbers.Rows, Row{Words: []Word{{Text: "  " + name}, {Text: fmt.Sprint(r.Won), Tone: Good}, {Text: fmt.Sprint(r.Lost), Tone: Bad}, {Text: r.WonAmount.Short()}, {Text: r.LostAmount.Short()}}})
	}
	for _, r := range w.Competitors {
		numbers.Rows = append(numbers.Rows, Row{Words: []Word{{Text: "  against " + p.Name(r.Competitor)}, {Text: fmt.Sprint(r.Won), Tone: Good}, {Text: fmt.Sprint(r.Lost), Tone: Bad}}})
	}
	numbers.Rows = append(numbers.Rows, Row{Words: []Word{{Text: "In all", Tone: Strong}, {Text: fmt.Sprint(w.Won), Tone: Strong}, {Text: fmt.Sprint(w.Lost), Tone: Strong},
		{Text: w.WonAmount.Short(), Tone: Strong}, {Text: w.LostAmount.Short(), Tone: Strong}}})
	numbers.Notes = append(oneTotal(p, "won", w.WonAmount, today), said(few(w.Ask), Unknown)...)
	return []Section{list, numbers}
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// Payback returns what an opportunity brings the customer for what it costs
// them, with what that rests on; its rows are the benefits.
func Payback(p *model.Plan, o *model.Opportunity) Ledger {
	r := model.ReturnOf(p, o)
	s := Section{Title: "What “" + p.Name(o.ID) + "” brings them", Columns: []Column{{Name: "Benefit", Least: 14}, {Name: "a year", Right: true}, {Name: "From month", Right: true, Order: 2}, {Name: "If", Least: 16}}}
	of := func(name string) int { return fieldNumber(new(model.Benefit), name) }
	for _, b := range r.Benefits {
		from := "at once"
		if !b.Starts.IsZero() {
			from = b.Starts.Grouped()
		}
		s.Rows = append(s.Rows, Row{ID: b.ID, Words: []Word{{Text: "  " + p.Name(b.ID), Num: of("name")}, unknown(Word{Text: b.Value.Short(), Num: of("value")}),
			{Text: from, Num: of("starts"), Tone: Faint}, unknown(Word{Text: oneLine(b.Assumption), Num: of("assumption")})}})
	}
	figures := Section{Columns: []Column{{}, {Right: true}}}
	cost := o.Cost
	note := "cost at the start"
	if cost.IsZero() {
		cost, note = o.Amount, "cost at the start (the amount)"
	}
	deal := func(name string) int { return fieldNumber(new(model.Opportunity), name) }
	add := func(label string, w Word) {
		figures.Rows = append(figures.Rows, Row{ID: o.ID, Words: []Word{{Text: "  " + label, Tone: Faint}, unknown(w)}})
	}
	add(note, Word{Text: cost.Grouped(), Num: deal("cost")})
	add("running cost a year", Word{Text: o.RunningCost.Grouped(), Num: deal("running_cost")})
	term := ""
	if !o.Term.IsZero() {
		term = o.Term.Grouped() + " months"
	}
	add("counted over", Word{Text: term, Num: deal("term")})
	figures.Notes = append(said(r.Reasons, Strong), said(few(r.Ask), Unknown)...)
	return Ledger{Sections: []Section{s, figures}}
}
