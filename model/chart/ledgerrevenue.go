package chart

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"

	"astute/model"
)

// bar is a bar of at most so many columns for a part of a whole; anything more
// than nought has one column.
func bar(part, whole int64, width int) string {
	if part <= 0 || whole <= 0 {
		return ""
	}
	n := new(big.Int).Mul(big.NewInt(part), big.NewInt(int64(width)))
	n.Quo(n, big.NewInt(whole))
	return strings.Repeat("#", max(1, min(width, int(n.Int64()))))
}

// mostBar is how long a bar gets.
const mostBar = 24

var barColumn = Column{Least: 6, Order: 9}

// Income returns revenue by product and year, what is missing to the target, and
// our share of what they spend (rules 7 and 8).
func Income(p *model.Plan, today model.Date) Ledger {
	revenue := model.All[*model.Revenue](p.Book)
	if len(revenue)+len(model.All[*model.Wallet](p.Book)) == 0 && p.Account.RevenueTarget.IsZero() {
		return Ledger{About: []string{"What we earn from each product, year by year; what is missing to the target; our share of what they spend."}}
	}
	var l Ledger
	if len(revenue) > 0 {
		l.Sections = append(l.Sections, earned(p, revenue, today))
	}
	l.Sections = append(l.Sections, target(p, today), wallet(p, today))
	return l
}

// entry is what one product brought in one year in one currency.
type entry struct {
	product model.ID
	year    model.Year
	amount  model.Money
	drawn   model.Money // in the currency of the bars, not known where no rate leads there
	of      []*model.Revenue
}

// earned is revenue by product and year with a bar for each. All bars share a
// scale: what no rate makes comparable has none.
func earned(p *model.Plan, revenue []*model.Revenue, today model.Date) Section {
	s := Section{Title: "Revenue by product and year", Columns: []Column{{Name: "Product", Least: 10}, {Name: "Year"}, {Name: "Amount", Right: true}, barColumn}}
	entries := entriesOf(revenue)
	longest, bare := scale(p, entries, today)
	var last model.ID
	years := map[model.Year]model.Sums{}
	for _, x := range p.Of(model.KindProduct) {
		for _, e := range entries {
			if e.product != x.Base().ID {
				continue
			}
			name := ""
			if e.product != last {
				name, last = "  "+p.Name(e.product), e.product
			}
			s.Rows = append(s.Rows, e.rows(p, name, longest, today)...)
			sum := years[e.year]
			sum.Add(e.amount)
			years[e.year] = sum
		}
	}
	var all model.Sums
	for _, y := range slices.Sorted(maps.Keys(years)) {
		s.Rows = append(s.Rows, Row{Words: []Word{{Text: "All products", Tone: Strong}, {Text: y.String(), Tone: Strong}, {Text: years[y].Short(), Tone: Strong}}})
		all.AddAll(years[y])
	}
	s.Notes = oneTotal(p, "revenue of all years", all, today)
	if len(bare) > 0 {
		s.Notes = append(s.Notes, Word{Text: "No bar for " + model.AndList(bare) + ": no rate says how long it would be.", Tone: Unknown})
	}
	return s
}

// scale brings entries into one currency, as far as the rates go; it returns the
// largest, and the currencies that no rate leads from.
func scale(p *model.Plan, entries []*entry, today model.Date) (longest int64, bare []string) {
	to, other := p.Account.Currency, func(e *entry) bool { return e.amount.Currency() != entries[0].amount.Currency() }
	if len(entries) > 0 && (to == "" || !slices.ContainsFunc(entries, other)) {
		to = entries[0].amount.Currency()
	}
	rates := model.All[*model.Rate](p.Book)
	for _, e := range entries {
		e.drawn = model.TotalOf(model.SumOf(e.amount), to, rates, today).Amount
		longest = max(longest, e.drawn.Minor())
		if c := string(e.amount.Currency()); e.drawn.IsZero() && c != "" && !slices.Contains(bare, c) {
			bare = append(bare, c)
		}
	}
	return longest, bare
}

// rows are a row with a bar, and where it sums several records up a row for each
// of them.
func (e *entry) rows(p *model.Plan, name string, longest int64, today model.Date) []Row {
	year, amount := fieldNumber(e.of[0], "year"), fieldNumber(e.of[0], "amount")
	tone := Plain
	if int(e.year) == today.Year() {
		tone = Strong
	}
	drawn := Word{Text: bar(e.drawn.Minor(), longest, mostBar), Tone: Good}
	head := Row{Words: []Word{{Text: name}, {Text: e.year.String(), Tone: tone}, {Text: e.amount.Short(), Tone: tone}, drawn}}
	if len(e.of) == 1 {
		head.ID, head.Words[1].Num, head.Words[2].Num = e.of[0].ID, year, amount
		return []Row{head}
	}
	rows := []Row{head}
	for _, r := range e.of {
		unit := "the account"
		if !r.Unit.IsZero() {
			unit = p.Name(r.Unit)
		}
		rows = append(rows, Row{ID: r.ID, Words: []Word{{Text: "    " + unit, Tone: Faint, Num: fieldNumber(r, "unit")}, {}, {Text: r.Amount.Short(), Tone: Faint, Num: amount}}})
	}
	return rows
}

// entriesOf are the sums of revenue by product, year and currency, the newest
// year last.
func entriesOf(revenue []*model.Revenue) []*entry {
	type key struct {
		product  model.ID
		year     model.Year
		currency model.Currency
	}
	by := map[key]*entry{}
	var list []*entry
	for _, r := range revenue {
		k := key{r.Product, r.Year, r.Amount.Currency()}
		e := by[k]
		if e == nil {
			e = &entry{product: r.Product, year: r.Year}
			by[k] = e
			list = append(list, e)
		}
		if sum, err := e.amount.Add(r.Amount); err == nil {
			e.amount = sum
		}
		e.of = append(e.of, r)
	}
	slices.SortStableFunc(list, func(a, b *entry) int { return int(a.year) - int(b.year) })
	return list
}

// target is the target of the plan year, what is won and weighted, and the gap.
func target(p *model.Plan, today model.Date) Section {
	g := model.RevenueGapOf(p, today)
	s := Section{Title: "Target of the plan year " + g.Period.String(), Columns: []Column{{}, {Right: true}, barColumn}}
	rates := model.All[*model.Rate](p.Book)
	whole := g.Target.Minor()
	in := func(sums model.Sums) string {
		return bar(model.TotalOf(sums, g.Target.Currency(), rates, today).Amount.Minor(), whole, mostBar)
	}
	add := func(label string, amount, drawn string, tone Tone) {
		s.Rows = append(s.Rows, Row{ID: p.Account.ID, Words: []Word{{Text: "  " + label}, unknown(Word{Text: amount, Tone: tone}), {Text: drawn, Tone: tone}}})
	}
	add("target", g.Target.Short(), bar(whole, whole, mostBar), Plain)
	s.Rows[0].Words[1].Num = fieldNumber(p.Account, "revenue_target")
	add("won", none(g.Won), in(g.Won), Good)
	add("weighted open", none(g.Weighted), in(g.Weighted), Accent)
	switch {
	case g.Met:
		add("gap", "none", "", Good)
	default:
		add("gap", g.Gap.Short(), bar(g.Gap.Minor(), whole, mostBar), Bad)
	}
	s.Notes = said(g.Reasons, Faint)
	if once := g.CountedOnce(); once != "" {
		s.Notes = append(s.Notes, Word{Text: model.Capital(once), Tone: Faint})
	}
	s.Notes = append(s.Notes, said(few(g.Ask), Unknown)...)
	for _, w := range model.MoneyWarnings(p, today) {
		if w.Rule == model.RuleRevenueGap {
			s.Notes = append(s.Notes, Word{Text: "! " + w.Text, Tone: Bad})
		}
	}
	return s
}

func none(s model.Sums) string {
	if s.IsZero() {
		return "nothing"
	}
	return s.Short()
}

// wallet is our share of what they spend, and what contradicts itself there.
func wallet(p *model.Plan, today model.Date) Section {
	w := model.WalletShareOf(p, today)
	s := Section{Title: "Share of what they spend", Columns: []Column{{Name: "Product", Least: 10}, {Name: "Ours", Right: true}, {Name: "They spend", Right: true}, {Name: "Share", Right: true}, barColumn}}
	if w.Year != 0 {
		s.Title += " in " + w.Year.String()
	}
	share := func(percent int, known bool) string {
		if !known {
			return ""
		}
		return fmt.Sprintf("%d %%", percent)
	}
	for _, x := range w.Products {
		s.Rows = append(s.Rows, Row{ID: walletOf(p, x.Product, w.Year), Words: []Word{{Text: "  " + p.Name(x.Product)}, {Text: none(x.Ours)}, {Text: x.Wallet.Short(), Num: fieldNumber(new(model.Wallet), "amount")},
			unknown(Word{Text: share(x.Percent, x.Known)}), {Text: bar(int64(x.Percent), 100, mostBar), Tone: Good}}})
	}
	if len(w.Products) > 0 {
		s.Rows = append(s.Rows, Row{Words: []Word{{Text: "In all", Tone: Strong}, {Text: none(w.Ours), Tone: Strong}, {Text: w.Wallet.Short(), Tone: Strong},
			unknown(Word{Text: share(w.Percent, w.Known), Tone: Strong}), {Text: bar(int64(w.Percent), 100, mostBar), Tone: Good}}})
	}
	for _, text := range w.Contradictions {
		s.Notes = append(s.Notes, Word{Text: "! One of these cannot be: " + text, Tone: Bad})
	}
	if !w.Known {
		s.Notes = append(s.Notes, said(w.Reasons, Unknown)...)
	}
	s.Notes = append(s.Notes, said(few(w.Ask), Unknown)...)
	return s
}

// walletOf is the first record that says what they spend on a product in a year.
func walletOf(p *model.Plan, product model.ID, year model.Year) model.ID {
	for _, w := range model.All[*model.Wallet](p.Book) {
		if w.Product == product && w.Year == year {
			return w.ID
		}
	}
	return model.ID{}
}
