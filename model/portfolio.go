package model

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// Accounts is all accounts of a book side by side, the portfolio (rule 13).
type Accounts struct {
	Rows     []*Row // worst gap first; archived accounts are left out
	Archived int
	Currency Currency // of the amounts that were converted: the one that most accounts reckon in
	Loads    []Load   // what each teammate carries
}

// Row is how one account stands on a day, worked out from its summary alone.
type Row struct {
	ID           ID
	Name         string
	Account      *Account // its choices, links, days, numbers and amounts; other fields are not in a summary
	Owner        string   // what the owner is called, "" for none
	ManagerID    ID       // of the owner's manager
	Manager      string
	Health       Health
	Map          MapStatus // without reasons and questions: these need the people
	Execution    Execution
	Deals        int  // open opportunities
	Open         Sums // of those
	Weighted     Sums
	Whitespace   Sums  // what could still be won (rule 8)
	OpenIn       Money // Open in the currency of the portfolio; unknown where a rate is missing
	WhitespaceIn Money
	Actions      int  // open ones
	Late         int  // of those
	Review       Date // the next one; see LastReview
	LastReview   Date
	Renewals     Renewals
	Cold         int          // key players gone cold
	Activity     Date         // the last day of a call, a meeting or an action done
	Complete     Completeness // without the next question (rule 11)
	Gap          Gap
	planned      bool // an objective or an action is written down
}

// Segment is how much the account matters on both sides, A to D (domain section
// 2); "" when that is not known.
func (r *Row) Segment() string { return r.Account.Segment() }

// ReviewLate reports whether a review is overdue (rule 13).
func (r *Row) ReviewLate(today Date) bool { return r.Review.Before(today) }

// accountsBeside is how many accounts make a second goroutine worth its start.
const accountsBeside = 100

// AccountsOf returns how all accounts stand on the day. shared holds what all
// of them share: teammates, for their names and managers, and rates.
func AccountsOf(accounts []AccountSummary, shared *Book, today Date) *Accounts {
	p := &Accounts{}
	current := make([]AccountSummary, 0, len(accounts))
	for _, a := range accounts {
		if !a.Summary.Archived() {
			current = append(current, a)
		}
	}
	p.Archived = len(accounts) - len(current)
	p.Rows = make([]*Row, len(current))
	loads := loadCount{shared: shared, today: today, by: map[ID]*Load{}}
	// No account asks for another, so that of a thousand one half is done beside
	// the other; for a few that is not worth a goroutine.
	parts := 1
	if len(current) >= accountsBeside {
		parts = 2
	}
	var adding sync.Mutex // loads add up in any order
	InParts(len(current), parts, func(_, from, to int) {
		for i := from; i < to; i++ {
			t := takeApart(current[i])
			p.Rows[i] = t.row(current[i], shared, today)
			adding.Lock()
			loads.account(t)
			adding.Unlock()
		}
	})
	p.Loads = loads.list()
	p.convert(All[*Rate](shared), today)
	p.Sort(ByGap)
	return p
}

// RowOf returns how one account stands on the day.
func RowOf(a AccountSummary, shared *Book, today Date) *Row {
	return takeApart(a).row(a, shared, today)
}

// row applies the rules to what the summary tells.
func (t *taken) row(a AccountSummary, shared *Book, today Date) *Row {
	plan := &Plan{Account: t.account, Book: shared}
	r := &Row{ID: a.ID, Name: a.Name, Account: t.account, Map: t.mapStatus(), Execution: t.execution(today)}
	if owner, ok := Lookup[*Teammate](shared, t.account.Owner); ok {
		r.Owner, r.ManagerID, r.Manager = owner.Name, owner.Manager, shared.Name(owner.Manager)
	}
	r.Renewals = plan.renewals(t.renewals, today)
	r.Health = healthOf(t.account, backing(r.Map, t.key()-t.backOpen), executionHealth(r.Execution),
		valueHealth(a.Name, t.goals, t.signals, t.issues, today), revenueHealth(r.Renewals))
	for _, o := range t.deals {
		r.Deals++
		r.Open.Add(o.Amount)
		r.Weighted.Add(o.Weighted())
	}
	r.Whitespace = t.whitespace(today)
	r.Actions, r.Late = len(t.open), r.Execution.Open
	if next := Schedule(t.reviews); len(next) > 0 {
		r.Review = next[0].On
	}
	r.LastReview = lastHeld(t.reviews, today)
	r.Cold = t.goneCold(today)
	r.Activity = t.lastActivity(today)
	r.planned = t.objectives+a.Summary.Count(KindAction) > 0
	r.Complete = t.completeness()
	r.Gap = gapOf(r, today)
	return r
}

// key is how many key players there are.
func (t *taken) key() int { return len(t.signs) }

// completeness is as [CompletenessOf] has it, but for the question (rule 11).
func (t *taken) completeness() Completeness {
	facts := CompletenessFacts{PlanType: t.account.PlanType, Counts: t.core}
	if len(Schedule(t.reviews)) > 0 {
		facts.Counts[KindReview] = CoreCount{Records: 1}
	}
	return facts.Completeness()
}

// mapStatus says how the account stands politically, as [MapStatusOf] does from
// the contacts (rule 3).
func (t *taken) mapStatus() MapStatus {
	m := MapStatus{Level: mapLevel(t.people, t.key(), t.backing), KeyPlayers: t.key(), Supportive: t.backing}
	switch {
	case t.people == 0, t.key() == 0 && t.keyOpen > 0, t.backOpen*2 > t.key():
		m.Colour = Grey
	case t.backing == 0:
		m.Colour = Red
	case t.decider == 0:
		m.Colour = Amber
	default:
		m.Colour = Green
	}
	return m
}

// execution counts as [ExecutionOf] does (rule 10).
func (t *taken) execution(today Date) Execution {
	e := Execution{OnTime: t.onTime, DoneLate: t.doneLate}
	for _, a := range t.open {
		if a.Late(today) {
			e.Open++
		}
	}
	e.Due = e.OnTime + e.DoneLate + e.Open
	e.judge()
	return e
}

// whitespace is the sum of the potential of all cells, as [PenetrationOf] has it
// (rule 8).
func (t *taken) whitespace(today Date) Sums {
	var sum Sums
	cells, _ := cellsOf(nil, t.deals, t.marks)
	for _, c := range cells {
		c.settle(YearOf(today))
		sum.AddAll(c.Potential)
	}
	return sum
}

// lastHeld returns the newest day up to today on which a review was held.
func lastHeld(reviews []*Review, today Date) Date {
	var last Date
	for _, r := range reviews {
		if last.Compare(r.Held) < 0 && !today.Before(r.Held) {
			last = r.Held
		}
	}
	return last
}

// convert brings the sums of all rows into one currency, by the rates of the
// book alone.
func (p *Accounts) convert(rates []*Rate, today Date) {
	type use struct {
		rows int
		most int64 // the largest sum, which decides between two that as many reckon in
	}
	used := map[Currency]use{}
	for _, r := range p.Rows {
		for _, s := range []Sums{r.Open, r.Whitespace} {
			for _, m := range s.All() {
				u := used[m.Currency()]
				used[m.Currency()] = use{u.rows + 1, max(u.most, m.Minor())}
			}
		}
	}
	for c, u := range used {
		best := used[p.Currency]
		if d := cmp.Or(u.rows-best.rows, cmp.Compare(u.most, best.most)); d > 0 || d == 0 && c < p.Currency {
			p.Currency = c
		}
	}
	for _, r := range p.Rows {
		r.OpenIn = TotalOf(r.Open, p.Currency, rates, today).Amount
		r.WhitespaceIn = TotalOf(r.Whitespace, p.Currency, rates, today).Amount
	}
}

// RowOrder is an order of the rows of a portfolio.
type RowOrder uint8

// The orders of rows. In each of them what is not known comes last, and rows
// that are alike stay by segment and name.
const (
	ByGap        RowOrder = iota // the widest first
	ByHealth                     // the poorest first
	ByPipeline                   // the largest first
	ByWhitespace                 // the largest first
	ByLate                       // most late actions first
	ByReview                     // the one due longest ago first
	ByComplete                   // the least complete first
	ByActivity                   // the one quiet for longest first
	ByName
)

// rowOrders compare rows; known says which rows have what is compared.
var rowOrders = map[RowOrder]struct {
	known   func(*Row) bool
	compare func(a, b *Row) int
}{
	ByGap:        {nil, func(a, b *Row) int { return b.Gap.Points - a.Gap.Points }},
	ByHealth:     {func(r *Row) bool { return r.Health.Known }, func(a, b *Row) int { return a.Health.Percent - b.Health.Percent }},
	ByPipeline:   {func(r *Row) bool { return !r.OpenIn.IsZero() }, func(a, b *Row) int { return cmp.Compare(b.OpenIn.Minor(), a.OpenIn.Minor()) }},
	ByWhitespace: {func(r *Row) bool { return !r.WhitespaceIn.IsZero() }, func(a, b *Row) int { return cmp.Compare(b.WhitespaceIn.Minor(), a.WhitespaceIn.Minor()) }},
	ByLate:       {nil, func(a, b *Row) int { return b.Late - a.Late }},
	ByReview:     {func(r *Row) bool { return !r.Review.IsZero() }, func(a, b *Row) int { return a.Review.Compare(b.Review) }},
	ByComplete:   {nil, func(a, b *Row) int { return a.Complete.Percent - b.Complete.Percent }},
	ByActivity:   {func(r *Row) bool { return !r.Activity.IsZero() }, func(a, b *Row) int { return a.Activity.Compare(b.Activity) }},
	ByName:       {nil, func(a, b *Row) int { return 0 }},
}

// Sort puts the rows in order.
func (p *Accounts) Sort(by RowOrder) {
	order := rowOrders[by]
	slices.SortFunc(p.Rows, func(a, b *Row) int {
		d := 0
		if order.known != nil {
			d = FalseFirst(!order.known(a), !order.known(b))
		}
		if d == 0 {
			d = order.compare(a, b)
		}
		if d == 0 && by != ByName {
			d = cmp.Compare(cmp.Or(a.Segment(), "Z"), cmp.Or(b.Segment(), "Z"))
		}
		if d != 0 {
			return d
		}
		return cmp.Or(strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), a.ID.Compare(b.ID))
	})
}

// Gap is how far an account is from where it should be, for the order in which
// to look at accounts: 0 for nothing known to be wrong, at most 100. What is not
// known adds nothing.
type Gap struct {
	Points  int
	Reasons []string // what adds to it, the most first
}

// The points of a gap. No source gives any; they weigh what the rules call bad:
// how far health is below good; a map that is red or amber; a review overdue;
// each late action, key player gone cold and contract past its day, up to a most.
const (
	gapRed, gapAmber         = 30, 10
	gapReview                = 20
	gapLate, gapLateMost     = 5, 25
	gapCold, gapColdMost     = 3, 15
	gapLapsed, gapLapsedMost = 10, 20
	gapMost                  = 100
)

func gapOf(r *Row, today Date) Gap {
	type part struct {
		points int
		text   string
	}
	var parts []part
	add := func(points int, text string) {
		if points > 0 {
			parts = append(parts, part{points, text})
		}
	}
	if r.Health.Known {
		add(HealthGoodFrom-r.Health.Percent, "health "+r.Health.Band.String())
	}
	add(map[MapColour]int{Red: gapRed, Amber: gapAmber}[r.Map.Colour], "map "+r.Map.Colour.String())
	if r.ReviewLate(today) {
		add(gapReview, "review overdue")
	}
	add(min(gapLate*r.Late, gapLateMost), Count(r.Late, "action late", "actions late"))
	add(min(gapCold*r.Cold, gapColdMost), Count(r.Cold, "key player gone cold", "key players gone cold"))
	lapsed := len(r.Renewals.Overdue)
	add(min(gapLapsed*lapsed, gapLapsedMost), Count(lapsed, "contract past its day", "contracts past their day"))
	slices.SortStableFunc(parts, func(a, b part) int { return b.points - a.points })
	var g Gap
	for _, p := range parts {
		g.Points += p.points
		g.Reasons = append(g.Reasons, p.text)
	}
	g.Points = min(g.Points, gapMost)
	return g
}
