package model_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"astute/model"

	"pgregory.net/rapid"
)

// This file holds the rules about money against sums worked out another way: in
// fractions of whole units, record by record.

// moneyPlan draws a plan with money in it, in one to three currencies, with or
// without rates between them.
func moneyPlan(t *rapid.T) *model.Plan {
	next := newIDs()
	codes := []model.Currency{"USD", "EUR", "JPY"}[:rapid.IntRange(1, 3).Draw(t, "currencies")]
	amount := func(label string) model.Money {
		if rapid.IntRange(0, 5).Draw(t, label+" known") == 0 {
			return model.Money{}
		}
		return model.NewMoney(rapid.Int64Range(0, 1_000_000).Draw(t, label), rapid.SampledFrom(codes).Draw(t, label+" in"))
	}
	some := func(label string, ids []model.ID) model.ID {
		if i := rapid.IntRange(0, len(ids)).Draw(t, label); i > 0 {
			return ids[i-1]
		}
		return model.ID{}
	}
	day := func(label string) model.Date {
		if rapid.IntRange(0, 4).Draw(t, label+" known") == 0 {
			return model.Date{}
		}
		return someDay.AddDays(rapid.IntRange(-500, 500).Draw(t, label))
	}
	account := &model.Account{Head: model.Head{ID: next()}, Name: "Acme", Currency: "USD", RevenueTarget: amount("target")}
	head := func() model.Head { return model.Head{ID: next(), Account: account.ID} }
	records := []model.Record{}
	var products, units, mates []model.ID
	keep := func(ids *[]model.ID, r model.Record) {
		*ids, records = append(*ids, r.Base().ID), append(records, r)
	}
	for i := range rapid.IntRange(1, 3).Draw(t, "products") {
		keep(&products, &model.Product{Head: model.Head{ID: next()}, Name: fmt.Sprint("Product ", i)})
	}
	for i := range 2 {
		keep(&mates, &model.Teammate{Head: model.Head{ID: next()}, Name: fmt.Sprint("Mate ", i)})
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "units") {
		keep(&units, &model.Unit{Head: head(), Name: fmt.Sprint("Unit ", i)})
	}
	for range rapid.IntRange(0, 6).Draw(t, "deals") {
		o := &model.Opportunity{Head: head(), Name: "Deal", Stage: model.Stage(rapid.IntRange(0, 6).Draw(t, "stage")), Amount: amount("amount"), Close: day("close"),
			Product: some("product", products), Unit: some("unit", units), Owner: some("owner", mates), Type: model.OpportunityType(rapid.IntRange(0, 3).Draw(t, "type")),
			Reason: model.DealReason(rapid.IntRange(0, 9).Draw(t, "reason"))}
		if rapid.Bool().Draw(t, "likely") {
			o.Probability = must(model.ParseNumber(rapid.SampledFrom([]string{"0", "12.5", "33.333", "50", "99", "100"}).Draw(t, "chance")))
		}
		records = append(records, o)
	}
	for range rapid.IntRange(0, 5).Draw(t, "revenues") {
		records = append(records, &model.Revenue{Head: head(), Product: rapid.SampledFrom(products).Draw(t, "product"), Unit: some("unit", units),
			Year: model.Year(someDay.Year() - rapid.IntRange(0, 1).Draw(t, "ago")), Amount: model.NewMoney(rapid.Int64Range(0, 1_000_000).Draw(t, "earned"), rapid.SampledFrom(codes).Draw(t, "in"))})
	}
	for range rapid.IntRange(0, 3).Draw(t, "wallets") {
		records = append(records, &model.Wallet{Head: head(), Product: rapid.SampledFrom(products).Draw(t, "product"),
			Year: model.Year(someDay.Year() - rapid.IntRange(-1, 1).Draw(t, "ago")), Amount: model.NewMoney(rapid.Int64Range(1, 2_000_000).Draw(t, "spent"), rapid.SampledFrom(codes).Draw(t, "in"))})
	}
	for range rapid.IntRange(0, 2).Draw(t, "marks") {
		records = append(records, &model.Mark{Head: head(), Product: rapid.SampledFrom(products).Draw(t, "product"), Unit: some("unit", units),
			State: model.MarkState(rapid.IntRange(0, 3).Draw(t, "said")), Potential: amount("potential")})
	}
	for range rapid.IntRange(0, 2).Draw(t, "competitors") {
		records = append(records, &model.Competitor{Head: head(), Name: "Rival", Spend: amount("spend")})
	}
	for range rapid.IntRange(0, 4).Draw(t, "renewals") {
		records = append(records, &model.Renewal{Head: head(), Product: rapid.SampledFrom(products).Draw(t, "product"), Amount: amount("yearly"), On: day("on"),
			Risk: model.Level(rapid.IntRange(0, 3).Draw(t, "risk")), Outcome: model.Outcome(rapid.IntRange(0, 4).Draw(t, "outcome"))})
	}
	for range rapid.IntRange(0, 4).Draw(t, "rates") {
		r := &model.Rate{Head: model.Head{ID: next()}, From: rapid.SampledFrom([]model.Currency{"EUR", "JPY"}).Draw(t, "from"), To: "USD",
			Rate: must(model.ParseNumber(rapid.SampledFrom([]string{"1.08", "0.0067", "0.93", "149.5"}).Draw(t, "rate"))), On: someDay.AddDays(rapid.IntRange(-9, 3).Draw(t, "since"))}
		if rapid.Bool().Draw(t, "turned") {
			r.From, r.To = r.To, r.From
		}
		records = append(records, r)
	}
	return model.NewPlan(account, records)
}

// units are amounts in whole units of each currency, the plain way.
type units map[model.Currency]*big.Rat

func fraction(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		panic(s)
	}
	return r
}

func (u units) add(m model.Money) {
	if m.IsZero() {
		return
	}
	if u[m.Currency()] == nil {
		u[m.Currency()] = new(big.Rat)
	}
	u[m.Currency()].Add(u[m.Currency()], fraction(m.Amount()))
}

// same fails unless sums are what was worked out.
func (u units) same(t failer, what string, s model.Sums) {
	t.Helper()
	if len(s.All()) != len(u) || len(s.Over()) > 0 {
		t.Fatalf("%s: %s, want %v", what, s.Grouped(), u)
	}
	for c, want := range u {
		if got := s.Of(c); got.IsZero() || fraction(got.Amount()).Cmp(want) != 0 {
			t.Fatalf("%s: %s, want %s %s", what, got.Grouped(), want.FloatString(5), c)
		}
	}
}

// toMinor rounds half away from nought to the decimals of a currency, by way of
// text.
func toMinor(r *big.Rat, c model.Currency) *big.Rat { return fraction(r.FloatString(c.Decimals())) }

// inDollars converts by the newest rate in force; nil when there is none.
func (u units) inDollars(p *model.Plan, on model.Date) *big.Rat {
	sum := new(big.Rat)
	for c, amount := range u {
		if c == "USD" {
			sum.Add(sum, amount)
			continue
		}
		var best *model.Rate
		for _, r := range model.All[*model.Rate](p.Book) {
			pair := r.From == c && r.To == "USD" || r.To == c && r.From == "USD"
			if !pair || r.On.Compare(on) > 0 {
				continue
			}
			better := best == nil || r.On.Compare(best.On) > 0
			if best != nil && r.On == best.On { // the one asked for, then the later
				better = r.From == c || best.From == "USD"
			}
			if better {
				best = r
			}
		}
		if best == nil {
			return nil
		}
		worth := new(big.Rat).Mul(amount, fraction(best.Rate.String()))
		if best.From == "USD" {
			worth = new(big.Rat).Quo(amount, fraction(best.Rate.String()))
		}
		sum.Add(sum, toMinor(worth, "USD"))
	}
	return sum
}

// weightedPlainly is amount x chance in fractions, to the minor unit.
func weightedPlainly(o *model.Opportunity) model.Money {
	chance := map[model.Stage]string{model.StagePotential: "10", model.StageQualifying: "25", model.StageProposing: "50", model.StageNegotiating: "75"}[o.Stage]
	if !o.Probability.IsZero() {
		chance = o.Probability.String()
	}
	if chance == "" || o.Amount.IsZero() {
		return model.Money{}
	}
	part := new(big.Rat).Mul(fraction(o.Amount.Amount()), new(big.Rat).Quo(fraction(chance), big.NewRat(100, 1)))
	return must(model.ParseMoney(part.FloatString(o.Amount.Currency().Decimals()), o.Amount.Currency()))
}

func TestPipelineAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := moneyPlan(t)
		deals := model.All[*model.Opportunity](p.Book)
		pipe := model.PipelineOf(deals)
		open, weighted, count := units{}, units{}, 0
		for _, o := range deals {
			if o.Stage == model.StageWon || o.Stage == model.StageLost {
				continue
			}
			count++
			open.add(o.Amount)
			weighted.add(weightedPlainly(o))
		}
		open.same(t, "open", pipe.Open)
		weighted.same(t, "weighted", pipe.Weighted)
		rows, all := 0, model.Sums{}
		for _, s := range pipe.Stages {
			rows += len(s.Deals)
			all.AddAll(s.Amount)
			if s.Stage == model.StageWon && s.Amount.Grouped() != s.Weighted.Grouped() {
				t.Fatalf("what is won is not weighted in full: %s of %s", s.Weighted.Grouped(), s.Amount.Grouped())
			}
		}
		if rows != len(deals) || pipe.Deals != count || len(pipe.Reasons) == 0 {
			t.Fatalf("%d in rows of %d, %d open of %d", rows, len(deals), pipe.Deals, count)
		}
	})
}

// wonPlainly is what was won of one unit and product in a year of the calendar.
func wonPlainly(p *model.Plan, unit, product model.ID, year int) units {
	earned, won := units{}, units{}
	for _, r := range model.All[*model.Revenue](p.Book) {
		if r.Unit == unit && r.Product == product && int(r.Year) == year {
			earned.add(r.Amount)
		}
	}
	for _, o := range model.All[*model.Opportunity](p.Book) {
		if o.Unit == unit && o.Product == product && o.Stage == model.StageWon && o.Close.Year() == year {
			won.add(o.Amount)
		}
	}
	for c, w := range won {
		if earned[c] == nil || earned[c].Cmp(w) < 0 {
			earned[c] = w
		}
	}
	return earned
}

func (u units) addAll(other units) {
	for c, r := range other {
		if u[c] == nil {
			u[c] = new(big.Rat)
		}
		u[c].Add(u[c], r)
	}
}

func TestRevenueGapIsTargetLessWonLessWeighted(t *testing.T) {
	met, missing := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		p := moneyPlan(t)
		g := model.RevenueGapOf(p, someDay)
		won, weighted := units{}, units{}
		ids := func(kind model.Kind) []model.ID {
			list := []model.ID{{}}
			for _, r := range p.Of(kind) {
				list = append(list, r.Base().ID)
			}
			return list
		}
		for _, unit := range ids(model.KindUnit) {
			for _, product := range ids(model.KindProduct) {
				won.addAll(wonPlainly(p, unit, product, someDay.Year()))
			}
		}
		for _, o := range model.All[*model.Opportunity](p.Book) {
			if o.Open() && o.Close.Year() <= someDay.Year() { // no day has no year
				weighted.add(weightedPlainly(o))
			}
		}
		won.same(t, "won", g.Won)
		weighted.same(t, "weighted", g.Weighted)
		if len(g.Reasons) == 0 {
			t.Fatal("no reasons")
		}
		target := p.Account.RevenueTarget
		if target.IsZero() || target.Currency() != "USD" {
			if target.IsZero() && (!g.Gap.IsZero() || len(g.Ask) == 0) {
				t.Fatalf("without a target the gap is %s", g.Gap)
			}
			return
		}
		a, b := won.inDollars(p, someDay), weighted.inDollars(p, someDay)
		if a == nil || b == nil {
			missing++
			if !g.Gap.IsZero() || len(g.Ask) == 0 {
				t.Fatalf("a rate is missing, and the gap is %s", g.Gap)
			}
			return
		}
		want := new(big.Rat).Sub(new(big.Rat).Sub(fraction(target.Amount()), a), b)
		if g.Gap.IsZero() || fraction(g.Gap.Amount()).Cmp(want) != 0 || g.Met != (want.Sign() <= 0) {
			t.Fatalf("gap %s, want %s", g.Gap, want.FloatString(2))
		}
		if g.Met {
			met++
		}
		warned := slices.ContainsFunc(model.MoneyWarnings(p, someDay), func(w model.Warning) bool { return w.Rule == model.RuleRevenueGap })
		if warned == g.Met {
			t.Fatalf("met %t, warned %t", g.Met, warned)
		}
	})
	if met == 0 || missing == 0 {
		t.Errorf("drawn: %d met, %d without a rate", met, missing)
	}
}

func TestWhatIsRevenueAndWonCountsOnceAndSaysSo(t *testing.T) {
	account := &model.Account{Head: model.Head{ID: model.ID{15: 1}}, Name: "Acme", Currency: "EUR", RevenueTarget: model.NewMoney(900_000_00, "EUR")}
	head := func(n byte) model.Head { return model.Head{ID: model.ID{15: n}, Account: account.ID} }
	product := &model.Product{Head: model.Head{ID: model.ID{15: 2}}, Name: "Lines"}
	deal := &model.Opportunity{Head: head(3), Name: "Two lines", Product: product.ID, Stage: model.StageNegotiating, Amount: model.NewMoney(480_000_00, "EUR"), Close: someDay}
	p := model.NewPlan(account, []model.Record{product, deal,
		&model.Revenue{Head: head(4), Product: product.ID, Year: model.Year(someDay.Year()), Amount: model.NewMoney(120_000_00, "EUR")}})
	says := func() bool {
		has := func(list []string) bool {
			return slices.ContainsFunc(list, func(s string) bool {
				return strings.Contains(s, "EUR 120,000 counts once, because revenue comes to hold what was won (where it does not yet, add the deals to the revenue of 2026)")
			})
		}
		gap, cell := model.RevenueGapOf(p, someDay), model.MatrixOf(p, someDay).At(model.ID{}, product.ID)
		if has([]string{gap.CountedOnce()}) != has(cell.Reasons) {
			t.Errorf("the gap says %q, the cell %q", gap.CountedOnce(), cell.Reasons)
		}
		return has(cell.Reasons)
	}
	if says() {
		t.Error("an open deal is counted twice")
	}
	deal.Stage = model.StageWon
	if !says() {
		t.Errorf("nobody says why revenue and deal are not added: %q", model.RevenueGapOf(p, someDay).CountedOnce())
	}
}

func TestAPlanYearThatIsAssumedIsSaidAndWhatClosesAfterIt(t *testing.T) {
	account := &model.Account{Head: model.Head{ID: model.ID{15: 1}}, Name: "Acme", Currency: "EUR", RevenueTarget: model.NewMoney(900_000_00, "EUR")}
	deal := &model.Opportunity{Head: model.Head{ID: model.ID{15: 2}, Account: account.ID}, Name: "Two lines", Stage: model.StageProposing, Amount: model.NewMoney(795_000_00, "EUR"), Close: model.NewDate(someDay.Year()+1, 1, 6)}
	p := model.NewPlan(account, []model.Record{deal})
	back := strings.Join(model.LookBackOf(p, someDay).Reasons, "; ")
	for _, want := range []string{"nothing open for the EUR 900,000 still lacking in the plan year 2026-01-01 to 2026-12-31", "EUR 795,000 more is open, but expected to close after it",
		"plan year assumed: the calendar year 2026, as no plan start or end is known", "no opportunity was won or lost"} {
		if !strings.Contains(back, want) {
			t.Errorf("%q does not say %q", back, want)
		}
	}
	if gap := model.RevenueGapOf(p, someDay); !gap.Assumed || !slices.ContainsFunc(gap.Reasons, func(s string) bool { return strings.Contains(s, "plan year assumed") }) {
		t.Errorf("the gap says %q", gap.Reasons)
	}
	account.PlanStart = model.NewDate(someDay.Year(), 1, 1)
	if gap := model.RevenueGapOf(p, someDay); gap.Assumed || slices.ContainsFunc(gap.Reasons, func(s string) bool { return strings.Contains(s, "assumed") }) {
		t.Errorf("with a start the gap says %q", gap.Reasons)
	}
}

func TestPenetrationIsWonOfWonAndPotential(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := moneyPlan(t)
		n := model.PenetrationOf(p, someDay)
		m := model.MatrixOf(p, someDay)
		won, white := units{}, units{}
		cells, wonCells := 0, 0
		for _, c := range m.Cells() {
			var said *model.Mark
			open, records, openDeals := units{}, 0, 0
			for _, x := range model.All[*model.Mark](p.Book) {
				if x.Unit == c.Unit && x.Product == c.Product {
					said, records = x, records+1
				}
			}
			for _, o := range model.All[*model.Opportunity](p.Book) {
				if o.Unit == c.Unit && o.Product == c.Product {
					if records++; o.Open() {
						openDeals++
						open.add(o.Amount)
					}
				}
			}
			for _, r := range model.All[*model.Revenue](p.Book) {
				if r.Unit == c.Unit && r.Product == c.Product {
					records++
				}
			}
			if said != nil && !said.Potential.IsZero() && (said.State != model.MarkNotApplicable || openDeals > 0) {
				open = units{}
				open.add(said.Potential)
			}
			open.same(t, "potential", c.Potential)
			wonPlainly(p, c.Unit, c.Product, someDay.Year()).same(t, "won", c.Won)
			if c.State == model.CellNotApplicable || c.Unit.IsZero() && len(p.Of(model.KindUnit)) > 0 && records == 0 {
				continue
			}
			cells++
			if c.State == model.CellWon {
				wonCells++
			}
			won.addAll(wonPlainly(p, c.Unit, c.Product, someDay.Year()))
			white.addAll(open)
		}
		won.same(t, "won", n.Won)
		white.same(t, "whitespace", n.Whitespace)
		if n.Cells != cells || n.WonCells != wonCells || cells > 0 && n.ByCells != shownOf(int64(wonCells), int64(cells)) {
			t.Fatalf("%d of %d cells, want %d of %d", n.WonCells, n.Cells, wonCells, cells)
		}
		if cells == 0 {
			return
		}
		both := units{}
		both.addAll(won)
		both.addAll(white)
		whole, part := both.inDollars(p, someDay), won.inDollars(p, someDay)
		if whole == nil || whole.Sign() == 0 {
			if n.ValueKnown {
				t.Fatalf("by value %d %% of %v", n.ByValue, whole)
			}
			return
		}
		want := new(big.Rat).Mul(new(big.Rat).Quo(part, whole), big.NewRat(100, 1))
		if !n.ValueKnown || n.ByValue != shown(part, whole) {
			t.Fatalf("by value %d %% (%t), want %s", n.ByValue, n.ValueKnown, want.FloatString(3))
		}
	})
}

func TestShareOfWalletIsOursOfTheirs(t *testing.T) {
	told := 0
	rapid.Check(t, func(t *rapid.T) {
		p := moneyPlan(t)
		s := model.WalletShareOf(p, someDay)
		year := 0
		for _, w := range model.All[*model.Wallet](p.Book) {
			if int(w.Year) <= someDay.Year() {
				year = max(year, int(w.Year))
			}
		}
		if int(s.Year) != year || year == 0 && (s.Known || len(s.Ask) == 0) {
			t.Fatalf("year %d, want %d", s.Year, year)
		}
		ours, wallet, theirs := units{}, units{}, units{}
		for _, product := range p.Of(model.KindProduct) {
			known := false
			for _, w := range model.All[*model.Wallet](p.Book) {
				if w.Product == product.Base().ID && int(w.Year) == year {
					wallet.add(w.Amount)
					known = true
				}
			}
			for _, r := range model.All[*model.Revenue](p.Book) {
				if known && r.Product == product.Base().ID && int(r.Year) == year {
					ours.add(r.Amount)
				}
			}
		}
		ours.same(t, "ours", s.Ours)
		wallet.same(t, "wallet", s.Wallet)
		for _, c := range model.All[*model.Competitor](p.Book) {
			theirs.add(c.Spend)
		}
		a, b, c := ours.inDollars(p, someDay), wallet.inDollars(p, someDay), theirs.inDollars(p, someDay)
		if year == 0 || a == nil || b == nil || b.Sign() == 0 { // a yen can be worth no cent
			return
		}
		percent := new(big.Rat).Mul(new(big.Rat).Quo(a, b), big.NewRat(100, 1))
		// Of one currency nothing is converted, and so nothing rounded.
		if len(wallet) == 1 && wallet["USD"] != nil && (!s.Known || s.Percent != shown(a, b)) {
			t.Fatalf("%d %%, want %s", s.Percent, percent.FloatString(2))
		}
		if c != nil && len(theirs) > 0 && wallet["USD"] != nil && new(big.Rat).Add(a, c).Cmp(b) > 0 {
			told++
			if len(s.Contradictions) == 0 {
				t.Fatalf("ours %s and theirs %s are more than %s, and nobody says so", a.FloatString(2), c.FloatString(2), b.FloatString(2))
			}
		}
		if c != nil && len(s.Contradictions) > 0 && len(s.Products) == 1 && len(wallet) == 1 && wallet["USD"] != nil && new(big.Rat).Add(a, c).Cmp(b) <= 0 {
			t.Fatalf("told of a contradiction where there is none: %q", s.Contradictions)
		}
	})
	if told == 0 {
		t.Error("no contradiction was drawn")
	}
}

func TestTwoOwnersOfOneThingAreWarnedOf(t *testing.T) {
	found := 0
	rapid.Check(t, func(t *rapid.T) {
		p := moneyPlan(t)
		type pair struct{ unit, product model.ID }
		clash := map[pair]bool{}
		deals := model.All[*model.Opportunity](p.Book)
		for _, a := range deals {
			for _, b := range deals {
				open := a.Open() && b.Open() && !a.Owner.IsZero() && !b.Owner.IsZero() && !a.Product.IsZero()
				if open && a.Owner != b.Owner && a.Product == b.Product && a.Unit == b.Unit {
					clash[pair{a.Unit, a.Product}] = true
				}
			}
		}
		warned := 0
		all := model.AllWarnings(p, someDay)
		if !slices.IsSortedFunc(all, func(a, b model.Warning) int { return int(a.Severity) - int(b.Severity) }) {
			t.Fatalf("not worst first: %+v", all)
		}
		for _, w := range model.MoneyWarnings(p, someDay) {
			a := model.ActionFor(p, w, model.ID{15: 9}, someDay)
			if err := model.Check(a); err != nil || p.Get(a.Serves) == nil || w.Severity == 0 || w.Cure == "" || !w.AboutMoney() {
				t.Fatalf("%+v: %+v: %v", w, a, err)
			}
			if w.Rule == model.RuleTwoOwners {
				o, _ := model.Lookup[*model.Opportunity](p.Book, w.IDs[0])
				if !clash[pair{o.Unit, o.Product}] {
					t.Fatalf("warned of %q", w.Text)
				}
				warned++
			}
		}
		if warned != len(clash) {
			t.Fatalf("%d warnings of %d clashes", warned, len(clash))
		}
		found += warned
	})
	if found == 0 {
		t.Error("no clash was drawn")
	}
}

func TestSumsNeverMixCurrencies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) model.Money { return anyMoney(t, "amount") }), 0, 12).Draw(t, "amounts")
		want := units{}
		for _, m := range list {
			want.add(m)
		}
		s := model.SumOf(list...)
		for _, c := range s.Over() {
			if sum := want[c]; sum == nil || new(big.Rat).Abs(sum).Cmp(big.NewRat(1<<61, 1000)) < 0 && len(list) < 3 {
				t.Fatalf("%s is not too large: %v", c, sum)
			}
			delete(want, c)
		}
		if len(s.All()) != len(want) {
			t.Fatalf("%s, want %v", s.Grouped(), want)
		}
		for c, sum := range want {
			if fraction(s.Of(c).Amount()).Cmp(sum) != 0 {
				t.Fatalf("%s, want %s", s.Of(c), sum.FloatString(3))
			}
		}
		if total := model.TotalOf(s, "USD", nil, someDay); !total.Amount.IsZero() && (len(s.All()) != 1 || s.All()[0].Currency() != "USD") {
			t.Fatalf("a total without rates: %s of %s", total.Amount, s.Grouped())
		}
	})
}

func TestATotalTakesTheNewestRateInForceAndSaysWhich(t *testing.T) {
	next := newIDs()
	rate := func(from, to model.Currency, text string, day int) *model.Rate {
		return &model.Rate{Head: model.Head{ID: next()}, From: from, To: to, Rate: must(model.ParseNumber(text)), On: someDay.AddDays(day)}
	}
	s := model.SumOf(model.NewMoney(300_00, "EUR"), model.NewMoney(1_000, "JPY"), model.NewMoney(50_01, "USD"))
	rates := []*model.Rate{rate("EUR", "USD", "1.20", -90), rate("EUR", "USD", "1.08", -3), rate("EUR", "USD", "9", 1), rate("USD", "JPY", "149.5", -1)}
	total := model.TotalOf(s, "USD", rates, someDay)
	// 300 x 1.08 = 324; 1,000 / 149.5 = 6.688..., so 6.69; and 50.01.
	if total.Amount != model.NewMoney(380_70, "USD") || len(total.Used) != 2 || len(total.Missing) != 0 {
		t.Errorf("%s by %v, missing %v", total.Amount, total.Used, total.Missing)
	}
	for i, want := range []string{"EUR 300 is USD 324 at 1.08 of 2026-03-28", "JPY 1,000 is USD 6.69 at JPY 149.5 for 1 USD of 2026-03-30"} {
		if got := total.Used[i].String(); got != want {
			t.Errorf("says %q, want %q", got, want)
		}
	}
	total = model.TotalOf(s, "USD", rates[:3], someDay)
	if !total.Amount.IsZero() || len(total.Missing) != 1 || total.Ask[0] != "What is 1 JPY in USD?" {
		t.Errorf("without a rate: %+v", total)
	}
	if total := model.TotalOf(s, "EUR", rates, someDay); !total.Amount.IsZero() {
		t.Errorf("rates are chained: %+v", total)
	}
}
