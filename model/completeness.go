package model

import (
	"cmp"
	"slices"
)

// Area is a part of the plan whose completeness is counted by itself (rule 11).
type Area uint8

// The areas, in the order in which plans are written.
const (
	AreaOverview Area = iota + 1
	AreaPeople
	AreaStrategy
	AreaMoney
	AreaActions
	AreaReviews
)

// String returns the area's word.
func (a Area) String() string {
	return [...]string{"", "overview", "people", "strategy", "money", "actions", "reviews"}[a]
}

// Completeness is how much of the minimum path of an account's plan is walked
// (rule 11): of each record that counts the record itself and its core fields,
// and of the records that are wanted and not there all that they would hold.
type Completeness struct {
	PlanType PlanType // by which it is counted
	Assumed  bool     // because the account's own is not known yet
	Areas    []AreaCompleteness
	Percent  int // mean of the areas
	Best     Blank
	// Next is the question that raises it most, zero when nothing is missing. It
	// needs the plan: a [Summary] leaves it out.
	Next Question
}

// AreaCompleteness is how much of one area is known. Every area weighs the same,
// so that hundreds of people do not hide that nobody ever looks at the plan.
type AreaCompleteness struct {
	Area   Area
	Known  int
	Wanted int // 0 where a plan of this type goes without
}

// Percent returns how much of what is wanted is known; all of it
// where nothing is wanted.
func (a AreaCompleteness) Percent() int {
	if a.Wanted == 0 {
		return 100
	}
	return Ratio{int64(a.Known), int64(a.Wanted)}.Percent()
}

// Blank is something that a plan lacks: a core field that is not known of
// records of a kind, or a new record of it. The zero value is nothing.
type Blank struct {
	Area   Area
	Kind   Kind
	Record bool // a record that is not there; else a field of one that is
}

// CoreCount is how many records of one kind count for completeness, and how many
// of their core fields are known.
type CoreCount struct{ Records, Known int }

// CompletenessFacts are what completeness is computed from. They add up, so that
// an account's [Summary] holds them and a portfolio needs no plans.
type CompletenessFacts struct {
	PlanType PlanType
	Counts   map[Kind]CoreCount // of a review the record says that the next one is known
}

// wanted is one thing that the minimum path asks for.
type wanted struct {
	area  Area
	kinds []Kind     // whose records count; the first is what is missing where there are too few
	least int        // records
	of    []PlanType // that ask for it; nil for all
}

// minimumPath is what a plan holds at least, by plan type: a Portfolio goes
// without initiatives, Customer Success has goals in their place, and renewals
// instead of opportunities.
var minimumPath = []wanted{
	{AreaOverview, []Kind{KindAccount}, 1, nil},
	{AreaPeople, []Kind{KindContact}, 1, nil},
	{AreaStrategy, []Kind{KindInitiative}, 1, []PlanType{TopAccount}},
	{AreaStrategy, []Kind{KindGoal}, 1, []PlanType{CustomerSuccess}},
	{AreaMoney, []Kind{KindOpportunity, KindRenewal}, 1, []PlanType{TopAccount, Portfolio}},
	{AreaMoney, []Kind{KindRenewal}, 1, []PlanType{CustomerSuccess}},
	{AreaActions, []Kind{KindAction}, 3, nil},
	{AreaReviews, []Kind{KindReview}, 1, nil},
}

// coreSizes is how much one record of a kind can add: one for being there, and
// one for each core field that it can be without. The size of an account is one
// field, whether people or revenue say it.
var coreSizes = map[Kind]int{
	KindAccount: 6, KindContact: 6, KindInitiative: 1, KindGoal: 1, KindOpportunity: 2, KindRenewal: 3, KindAction: 3, KindReview: 1,
}

// coreFact returns how many core fields of a record are known, and whether the
// record counts: whoever left, what is decided, given up or done, does not. What
// was done by somebody by a day does: it shows a plan that is carried out. The
// fields are looked at one by one, because listing them takes ten times as long,
// and a portfolio has a hundred thousand; a test holds them to those declared.
func coreFact(r Record) (known int, counts bool) {
	switch r := r.(type) {
	case *Account:
		return howMany(r.PlanType != 0, r.Industry != "", !r.Employees.IsZero() || !r.AnnualRevenue.IsZero(), r.OverallHealth != 0, !r.Owner.IsZero()), true
	case *Contact:
		return howMany(r.JobTitle != "", r.DecisionRole != 0, r.Influence != 0, r.Support != 0, r.Alignment != 0), !r.Left
	case *Initiative:
		return 0, r.Open()
	case *Goal:
		return 0, true
	case *Opportunity:
		return howMany(!r.Amount.IsZero()), r.Open()
	case *Renewal:
		return howMany(!r.Amount.IsZero(), !r.On.IsZero()), r.Open()
	case *Action:
		known = howMany(!r.Owner.IsZero(), !r.Due.IsZero())
		return known, r.Open() || r.Status == Complete && known+1 == coreSizes[KindAction]
	}
	return 0, false
}

// howMany counts what is true.
func howMany(list ...bool) int {
	n := 0
	for _, is := range list {
		if is {
			n++
		}
	}
	return n
}

// CompletenessOf says how complete a plan is, and what to find out next
// (rule 11).
func CompletenessOf(p *Plan) Completeness {
	c := completenessFacts(p).Completeness()
	c.Next = nextQuestion(p, c.Best)
	return c
}

func completenessFacts(p *Plan) CompletenessFacts {
	facts := CompletenessFacts{PlanType: p.Account.PlanType, Counts: map[Kind]CoreCount{}}
	for kind := range coreSizes {
		var n CoreCount
		for _, r := range p.Of(kind) {
			if known, counts := coreFact(r); counts {
				n.Records, n.Known = n.Records+1, n.Known+known
			}
		}
		facts.Counts[kind] = n
	}
	if len(Schedule(All[*Review](p.Book))) > 0 {
		facts.Counts[KindReview] = CoreCount{Records: 1}
	}
	return facts
}

// Completeness says how complete the plan is that the summary is of, as
// [CompletenessOf] does but for the question (rule 11).
func (s Summary) Completeness() Completeness {
	return takeApart(AccountSummary{Summary: s}).completeness()
}

// Completeness computes completeness from its facts (rule 11). A plan whose type
// is not known is counted as a Top Account, which has all of the path.
func (facts CompletenessFacts) Completeness() Completeness {
	c := Completeness{PlanType: facts.PlanType, Assumed: facts.PlanType == 0}
	if c.Assumed {
		c.PlanType = TopAccount
	}
	var share, areas int // in hundredths of a percent
	var gain, of int     // of the best blank so far: how much of its area it adds
	for a := AreaOverview; a <= AreaReviews; a++ {
		area := AreaCompleteness{Area: a}
		for _, w := range minimumPath {
			if w.area != a || !w.asked(c.PlanType) {
				continue
			}
			var blanks []blank
			area.Known, area.Wanted, blanks = facts.weigh(w)
			for _, b := range blanks {
				if of == 0 || b.gain*of > gain*area.Wanted {
					c.Best, gain, of = Blank{a, b.kind, b.record}, b.gain, area.Wanted
				}
			}
		}
		if area.Wanted > 0 {
			share, areas = share+10000*area.Known/area.Wanted, areas+1
		}
		c.Areas = append(c.Areas, area)
	}
	c.Percent = Ratio{int64(share), int64(10000 * areas)}.Percent()
	return c
}

func (w wanted) asked(t PlanType) bool { return w.of == nil || slices.Contains(w.of, t) }

// missing is how many more records are wanted.
func (w wanted) missing(facts CompletenessFacts) int {
	missing := w.least
	for _, kind := range w.kinds {
		missing -= facts.Counts[kind].Records
	}
	return max(missing, 0)
}

// blank is something that could be found out next, and how much it would add.
type blank struct {
	kind   Kind
	record bool
	gain   int
}

// weigh counts what is known of one thing that is wanted, and lists what could
// be found out: a record that is missing is asked for with all its core fields.
func (facts CompletenessFacts) weigh(w wanted) (known, all int, blanks []blank) {
	if missing := w.missing(facts); missing > 0 {
		size := coreSizes[w.kinds[0]]
		all = missing * size
		blanks = append(blanks, blank{w.kinds[0], true, size})
	}
	for _, kind := range w.kinds {
		n := facts.Counts[kind]
		all += n.Records * coreSizes[kind]
		known += n.Records + n.Known
		if n.Records+n.Known < n.Records*coreSizes[kind] {
			blanks = append(blanks, blank{kind, false, 1})
		}
	}
	return known, all, blanks
}

// nextQuestion words the blank that raises completeness most. Of many fields
// that would raise it alike the one that settles the map comes first, then that
// of a key player, then that of whoever has a part in an open deal.
func nextQuestion(p *Plan, b Blank) Question {
	if b.Kind == 0 {
		return Question{}
	}
	subjects := append([]Record{p.Account}, byWeight(p, b.Kind)...)
	for _, r := range subjects {
		for _, q := range Questions(p, r) {
			if b.answeredBy(p, q) {
				return q
			}
		}
	}
	return Question{}
}

// answeredBy reports whether the answer to a question fills the blank.
func (b Blank) answeredBy(p *Plan, q Question) bool {
	if b.Record || q.Field == "" {
		return b.Record && q.Kind == b.Kind
	}
	r := p.Get(q.ID)
	if r == nil || r.Kind() != b.Kind {
		return false
	}
	f, ok := FieldNamed(r.Fields(), q.Field)
	_, counts := coreFact(r)
	return ok && counts && f.InCore && !f.Needed
}

// byWeight returns the records of a kind, of contacts those first who matter
// most.
func byWeight(p *Plan, kind Kind) []Record {
	list := p.Of(kind)
	if kind != KindContact {
		return list
	}
	deals := dealsByPerson(p)
	return slices.SortedStableFunc(slices.Values(list), func(a, b Record) int {
		x, y := a.(*Contact), b.(*Contact)
		return cmp.Or(cmp.Compare(IsKeyPlayer(y), IsKeyPlayer(x)), cmp.Compare(len(deals[y.ID]), len(deals[x.ID])))
	})
}
