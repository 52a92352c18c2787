package chart

import (
	"slices"

	"astute/model"
)

// Rates returns what the sums of an account come to in one currency, by which
// rates, which of these are missing, and all rates there are. No rate comes from
// anywhere but the user (domain section 7).
func Rates(p *model.Plan, today model.Date) Ledger {
	mixed, rates := mixedSums(p, today), model.All[*model.Rate](p.Book)
	if len(mixed)+len(rates) == 0 {
		return Ledger{About: []string{"What one currency is worth in another, as you say it, and from which day on. Sums of several currencies stay apart until then; no rate comes from anywhere else."}}
	}
	var l Ledger
	used := map[model.ID]bool{}
	if len(mixed) > 0 {
		l.Sections = append(l.Sections, totals(p, mixed, used, today))
	}
	if len(rates) > 0 {
		l.Sections = append(l.Sections, given(rates, used, today))
	}
	return l
}

// namedSums are sums with what they are sums of.
type namedSums struct {
	name string
	of   model.Sums
}

// mixedSums are the sums of an account that are of several currencies.
func mixedSums(p *model.Plan, today model.Date) []namedSums {
	pipeline := model.PipelineOf(model.All[*model.Opportunity](p.Book))
	var revenue model.Sums
	for _, r := range model.All[*model.Revenue](p.Book) {
		revenue.Add(r.Amount)
	}
	return slices.DeleteFunc([]namedSums{
		{"open opportunities", pipeline.Open},
		{"weighted by their chances", pipeline.Weighted},
		{"won opportunities", model.WinLossOf(model.All[*model.Opportunity](p.Book)).WonAmount},
		{"revenue of all years", revenue},
		{"renewals in 12 months", model.RenewalsOf(p, today).Amount},
		{"what could still be won", model.PenetrationOf(p, today).Whitespace},
	}, func(s namedSums) bool { return len(s.of.All()) < 2 })
}

// MissingRate is the first pair of currencies that a total of the account waits
// for: what one of the first is worth in the second. With none in the second the
// account lacks the currency that it is reckoned in; with neither nothing is
// missing.
func MissingRate(p *model.Plan, today model.Date) (from, to model.Currency) {
	for _, s := range mixedSums(p, today) {
		if p.Account.Currency == "" {
			return s.of.All()[0].Currency(), ""
		}
		for _, c := range p.Total(s.of, today).Missing {
			if c != p.Account.Currency {
				return c, p.Account.Currency
			}
		}
	}
	return "", ""
}

// totals are the sums of several currencies and what each comes to in that of
// the account; it notes which rates say so.
func totals(p *model.Plan, mixed []namedSums, used map[model.ID]bool, today model.Date) Section {
	s := Section{Title: "Sums of several currencies", Columns: []Column{{Least: 14}, {Name: "As they are", Right: true}, {Name: "In one", Right: true}}}
	var ask []string
	for _, x := range mixed {
		t := p.Total(x.of, today)
		for _, c := range t.Used {
			used[c.Rate.ID] = true
		}
		for _, question := range t.Ask {
			if !slices.Contains(ask, question) {
				ask = append(ask, question)
			}
		}
		s.Rows = append(s.Rows, Row{Words: []Word{{Text: "  " + x.name}, {Text: x.of.Short()}, unknown(Word{Text: t.Amount.Short(), Tone: Strong})}})
	}
	s.Rows = append(s.Rows, Row{ID: p.Account.ID, Words: []Word{{Text: "  reckoned in", Tone: Faint}, {}, unknown(Word{Text: string(p.Account.Currency), Num: fieldNumber(p.Account, "currency")})}})
	s.Notes = said(few(ask), Unknown)
	return s
}

// given are all rates, those of one pair below each other with the newest first.
func given(rates []*model.Rate, used map[model.ID]bool, today model.Date) Section {
	of := func(name string) int { return fieldNumber(new(model.Rate), name) }
	s := Section{Title: "Rates as you gave them", Columns: []Column{{Name: "1 of"}, {Name: "is", Right: true}, {Name: "in"}, {Name: "From"}, {Order: 1}}}
	pair := func(r *model.Rate) string {
		return min(string(r.From), string(r.To)) + max(string(r.From), string(r.To))
	}
	list := slices.Clone(rates)
	slices.SortStableFunc(list, func(a, b *model.Rate) int {
		if x, y := pair(a), pair(b); x != y {
			if x < y {
				return -1
			}
			return 1
		}
		return byDay(b.On, a.On)
	})
	for _, r := range list {
		state := Word{Tone: Faint}
		switch {
		case used[r.ID]:
			state.Text, state.Tone = "counts here", Good
		case today.Before(r.On):
			state.Text = "not yet"
		}
		s.Rows = append(s.Rows, Row{ID: r.ID, Words: []Word{{Text: "  " + string(r.From), Num: of("from")}, {Text: r.Rate.Grouped(), Num: of("rate"), Tone: Strong}, {Text: string(r.To), Num: of("to")}, {Text: r.On.String(), Num: of("on")}, state}})
	}
	return s
}
