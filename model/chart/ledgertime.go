package chart

import (
	"fmt"
	"slices"

	"astute/model"
)

// Contracts returns the renewals of an account by date: what is overdue, what
// comes up within 12 months and how much of it is at risk, and what was decided
// (domain section 4, rule 9).
func Contracts(p *model.Plan, today model.Date) Ledger {
	all := model.All[*model.Renewal](p.Book)
	if len(all) == 0 {
		return Ledger{About: []string{"Which contracts come up for renewal, when, and how great the risk is that they do not go on."}}
	}
	n := model.RenewalsOf(p, today)
	var later, undated, over []*model.Renewal
	for _, r := range all {
		switch {
		case !r.Open():
			over = append(over, r)
		case r.On.IsZero():
			undated = append(undated, r)
		case !slices.Contains(n.Due, r) && !slices.Contains(n.Overdue, r):
			later = append(later, r)
		}
	}
	slices.SortStableFunc(later, func(a, b *model.Renewal) int { return a.On.Compare(b.On) })
	slices.SortStableFunc(over, func(a, b *model.Renewal) int { return byDay(b.On, a.On) })
	var l Ledger
	for _, part := range []struct {
		title string
		list  []*model.Renewal
	}{
		{"! Overdue: nobody says what became of it", n.Overdue}, {"Within 12 months", n.Due}, {"Later", later}, {"No day known", undated}, {"Decided", over},
	} {
		if len(part.list) > 0 {
			l.Sections = append(l.Sections, renewals(p, part.title, part.list, today))
		}
	}
	end := Section{Title: "Next 12 months", Notes: append(said(n.Reasons, Plain), oneTotal(p, "what comes up", n.Amount, today)...)}
	if n.Known {
		end.Notes = append(end.Notes, Word{Text: fmt.Sprintf("%d %% at risk, %d %% not", 100-n.Safe, n.Safe), Tone: Strong})
	}
	end.Notes = append(end.Notes, said(few(n.Ask), Unknown)...)
	l.Sections = append(l.Sections, end)
	return l
}

func renewals(p *model.Plan, title string, list []*model.Renewal, today model.Date) Section {
	of := func(name string) int { return fieldNumber(new(model.Renewal), name) }
	s := Section{Title: title, Columns: []Column{{Name: "Contract", Least: 14}, {Name: "On"}, {Name: "Amount", Right: true}, {Name: "Risk"}, {Name: "Became", Order: 3}, {Name: "Product", Least: 8, Order: 4}, {Name: "Plan", Least: 12, Order: 2}}}
	var sum model.Sums
	for _, r := range list {
		sum.Add(r.Amount)
		risk := unknown(Word{Text: r.Risk.String(), Num: of("risk")})
		day := Word{Text: r.On.String(), Num: of("on")}
		if r.Open() {
			risk.Tone = map[model.Level]Tone{model.High: Bad, model.Medium: Warn, model.Low: Good}[r.Risk]
			day = dayWord(r.On, today, of("on"))
		}
		outcome := Word{Text: r.Outcome.String(), Num: of("outcome"), Tone: Good}
		if r.Outcome == model.RenewalLost || r.Outcome == model.RenewedLess {
			outcome.Tone = Bad
		}
		s.Rows = append(s.Rows, Row{ID: r.ID, Words: []Word{{Text: "  " + model.Title(r, p.Name), Num: of("contract")}, day, unknown(Word{Text: r.Amount.Short(), Num: of("amount")}), risk,
			outcome, {Text: p.Name(r.Product), Num: of("product"), Tone: Accent}, {Text: oneLine(r.Plan), Num: of("plan")}}})
	}
	if len(list) > 1 {
		s.Rows = append(s.Rows, Row{Words: []Word{{Text: "In all", Tone: Strong}, {}, {Text: sum.Short(), Tone: Strong}}})
	}
	return s
}

// LookingBack returns the figures of the past, before and since the plan began
// (rule 16).
func LookingBack(p *model.Plan, today model.Date) Ledger {
	if len(p.Of(model.KindOpportunity))+len(p.Of(model.KindRenewal)) == 0 && p.Account.CustomerSince.IsZero() {
		return Ledger{About: []string{"What the past says: how often we win, how long it takes, what an order is worth, whether contracts go on."}}
	}
	l := model.LookBackOf(p, today)
	s := Section{Title: "Looking back", Columns: []Column{{Least: 16}, {Name: "Before the plan", Right: true}, {Name: "Since", Right: true}, {Name: "In all", Right: true}}}
	if l.Began.IsZero() {
		s.Columns = []Column{{Least: 16}, {Name: "In all", Right: true}}
		s.Notes = append(s.Notes, Word{Text: "Not known yet: when did the plan begin? Before and since can be told apart then.", Tone: Unknown})
	} else {
		s.Title = "Looking back: before and since " + l.Began.String()
	}
	for _, f := range pastFigures {
		row := Row{Words: []Word{{Text: "  " + f.name}}}
		pasts := []model.Past{l.Before, l.After, l.Whole}
		if l.Began.IsZero() {
			pasts = []model.Past{l.Whole}
		}
		for _, past := range pasts {
			row.Words = append(row.Words, unknown(Word{Text: f.of(past)}))
		}
		s.Rows = append(s.Rows, row)
	}
	more := Section{Columns: []Column{{Least: 16}, {Right: true}}}
	tenure, cover := "", ""
	if l.Tenure >= 0 {
		tenure = model.Ratio{Num: int64(l.Tenure), Den: 365}.Tenths() + " years"
	}
	if l.Pipeline.Known() {
		cover = l.Pipeline.Tenths() + " times what is lacking"
	}
	since := fieldNumber(p.Account, "customer_since")
	more.Rows = []Row{{ID: p.Account.ID, Words: []Word{{Text: "  a customer for"}, unknown(Word{Text: tenure, Num: since})}}, {Words: []Word{{Text: "  open in the plan year"}, unknown(Word{Text: cover})}}}
	more.Notes = said(l.Reasons, Faint)
	for _, question := range few(l.Ask) {
		more.Notes = append(more.Notes, Word{Text: "Not known yet: " + question, Tone: Unknown})
	}
	return Ledger{Sections: []Section{s, more}}
}

// pastFigures are what is counted of a stretch of time; "" is not known.
var pastFigures = []struct {
	name string
	of   func(model.Past) string
}{
	{"average order", func(x model.Past) string { return x.AverageOrder.Short() }},
	{"orders a year", func(x model.Past) string { return x.Orders.Tenths() }},
	{"more to old customers", func(x model.Past) string { return percent(x.Expansion) }},
	{"win rate", func(x model.Past) string { return percent(x.Deals.WinRate) }},
	{"sales cycle", func(x model.Past) string {
		if !x.CycleDays.Known() {
			return ""
		}
		return fmt.Sprintf("%s days", x.CycleDays.Tenths())
	}},
	{"contracts renewed", func(x model.Past) string { return percent(x.Renewed) }},
}

func percent(r model.Ratio) string {
	if !r.Known() {
		return ""
	}
	return fmt.Sprintf("%d %%", r.Percent())
}
