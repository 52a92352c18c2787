package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// TopPerOwner is how many Top Accounts one owner can plan at scale (S1, rule 13).
const TopPerOwner = 3

// HasPlan reports whether there is a plan for the account: its status says so
// and it is not over; where nobody gave a status, an objective or an action does
// (rule 13, S1's share of accounts with a plan).
func (r *Row) HasPlan() bool {
	if s := r.Account.PlanStatus; s != 0 {
		return s != ClosedPlan
	}
	return r.planned
}

// Active reports whether the plan is being carried out on the day: its status is
// Active and the day lies in its period, as far as that is known (rule 13).
func (r *Row) Active(today Date) bool {
	a := r.Account
	return a.PlanStatus == ActivePlan && !today.Before(a.PlanStart) && !a.PlanEnd.Before(today)
}

// Adopted reports whether the plan is active and reviewed: a review was held and
// none is overdue (rule 13).
func (r *Row) Adopted(today Date) bool {
	return r.Active(today) && !r.LastReview.IsZero() && !r.ReviewLate(today)
}

// Grouping is what rows of a portfolio are gathered by.
type Grouping uint8

// What rows can be gathered by.
const (
	Ungrouped Grouping = iota
	ByOwner
	ByManager
	BySegment
)

// Groupings are the words of all of them, by number; the first is "".
var Groupings = [...]string{"", "owner", "manager", "segment"}

// Group is some rows of a portfolio and what they come to.
type Group struct {
	By   Grouping
	Name string // of the owner, of the manager, the segment; "" where nothing says
	Rows []*Row // in the order of the portfolio
	Sum
}

// Sum is what rows of a portfolio come to.
type Sum struct {
	Accounts  int
	Planned   int // with a plan
	Adopted   int // with an active, reviewed plan
	Top       int // Top Accounts
	Judged    int // plans of which actions have come due
	Effective int // of those, carried out at [EffectiveAt] percent or more (rule 10)
	Health    int // the mean of those known; see HealthOf
	HealthOf  int // how many that is the mean of
	Actions   int // open
	Late      int
	Open      Sums
	Weighted  Sums
	White     Sums
}

// SumOfRows adds up rows.
func SumOfRows(rows []*Row, today Date) Sum {
	var s Sum
	health := 0
	for _, r := range rows {
		s.Accounts++
		for _, count := range []struct {
			to *int
			is bool
		}{
			{&s.Planned, r.HasPlan()}, {&s.Adopted, r.Adopted(today)}, {&s.Top, r.Account.PlanType == TopAccount},
			{&s.Judged, r.Execution.Answer != NotKnown}, {&s.Effective, r.Execution.Answer == Yes}, {&s.HealthOf, r.Health.Known},
		} {
			if count.is {
				*count.to++
			}
		}
		health += r.Health.Percent
		s.Actions += r.Actions
		s.Late += r.Late
		s.Open.AddAll(r.Open)
		s.Weighted.AddAll(r.Weighted)
		s.White.AddAll(r.Whitespace)
	}
	if s.HealthOf > 0 {
		s.Health = Ratio{int64(health), int64(100 * s.HealthOf)}.Percent()
	}
	return s
}

// TooMany says that an owner has more Top Accounts than can be planned, "" when
// not (rule 13).
func (g Group) TooMany() string {
	if g.By != ByOwner || g.Name == "" || g.Top <= TopPerOwner {
		return ""
	}
	return tooManyTop(g.Name, g.Top)
}

func tooManyTop(owner string, n int) string {
	return fmt.Sprintf("%s owns %d Top Accounts: more than %d cannot be planned at scale", owner, n, TopPerOwner)
}

// Groups gathers the rows by name of the group; those of which nothing says where
// they belong come last. Ungrouped: one group of all.
func (p *Accounts) Groups(by Grouping, today Date) []Group {
	var list []Group
	at := map[ID]int{}
	for _, r := range p.Rows {
		key, name := r.belongs(by)
		i, ok := at[key]
		if !ok {
			i = len(list)
			at[key] = i
			list = append(list, Group{By: by, Name: name})
		}
		list[i].Rows = append(list[i].Rows, r)
	}
	for i := range list {
		list[i].Sum = SumOfRows(list[i].Rows, today)
	}
	slices.SortStableFunc(list, func(a, b Group) int {
		order := FalseFirst(by != Ungrouped && a.Name == "", by != Ungrouped && b.Name == "")
		return cmp.Or(order, strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)))
	})
	return list
}

// belongs returns where a row is gathered: two people of one name are two.
func (r *Row) belongs(by Grouping) (key ID, name string) {
	switch by {
	case ByOwner:
		return r.Account.Owner, r.Owner
	case ByManager:
		return r.ManagerID, r.Manager
	case BySegment:
		if s := r.Segment(); s != "" {
			return ID{s[0]}, s
		}
	}
	return ID{}, ""
}

// Importance is the accounts that matter so much to us and so much to the
// customer (domain section 2).
type Importance struct {
	ToUs, ToThem Level // zero where that is not known
	Segment      string
	Rows         []*Row
}

// Matrix returns the accounts by importance, High first: the nine cells row by
// row, then those of which one side or both are not known.
func (p *Accounts) Matrix() (cells []Importance, unknown []*Row) {
	for _, us := range []Level{High, Medium, Low} {
		for _, them := range []Level{High, Medium, Low} {
			cell := Importance{ToUs: us, ToThem: them, Segment: (&Account{ImportanceToUs: us, ImportanceToCustomer: them}).Segment()}
			for _, r := range p.Rows {
				if r.Account.ImportanceToUs == us && r.Account.ImportanceToCustomer == them {
					cell.Rows = append(cell.Rows, r)
				}
			}
			cells = append(cells, cell)
		}
	}
	for _, r := range p.Rows {
		if r.Segment() == "" {
			unknown = append(unknown, r)
		}
	}
	return cells, unknown
}

// Load is what one teammate carries across all accounts (S4: visibility of what
// each of the team does).
type Load struct {
	Teammate *Teammate
	Owns     int  // accounts
	Accounts int  // on which there is something open of theirs
	Open     int  // actions
	Late     int  // of those
	Last     Date // the last day on which they dealt with a customer or did an action; not known when nothing says
}

// loadCount gathers loads over accounts.
type loadCount struct {
	shared *Book
	today  Date
	by     map[ID]*Load
}

func (c *loadCount) of(id ID) *Load {
	if c.by[id] == nil {
		t, ok := Lookup[*Teammate](c.shared, id)
		if !ok {
			return nil // nobody, or somebody of the customer
		}
		c.by[id] = &Load{Teammate: t}
	}
	return c.by[id]
}

// account adds what the teammates carry on one account.
func (c *loadCount) account(t *taken) {
	if l := c.of(t.account.Owner); l != nil {
		l.Owns++
	}
	here := map[*Load]bool{}
	for _, a := range t.open {
		l := c.of(a.Owner)
		if l == nil {
			continue
		}
		l.Open++
		if a.Late(c.today) {
			l.Late++
		}
		if !here[l] {
			here[l] = true
			l.Accounts++
		}
	}
	for _, a := range t.done {
		if l := c.of(a.Owner); l != nil {
			l.Last = later(l.Last, a.Done, c.today)
		}
	}
	met, now := map[string]string{}, c.today.String()
	for _, m := range t.met {
		if day, rest, _ := strings.Cut(m, "/"); day <= now {
			id, _, _ := strings.Cut(rest, "/")
			met[id] = max(met[id], day)
		}
	}
	for text, day := range met {
		id, _ := ParseID(text)
		if l := c.of(id); l != nil {
			on, _ := ParseDate(day)
			l.Last = later(l.Last, on, c.today)
		}
	}
}

// list returns the loads, most late first, then most open; whoever carries
// nothing and was never heard of is left out.
func (c *loadCount) list() []Load {
	var list []Load
	for _, l := range c.by {
		list = append(list, *l)
	}
	slices.SortFunc(list, func(a, b Load) int {
		return cmp.Or(b.Late-a.Late, b.Open-a.Open, b.Owns-a.Owns, strings.Compare(a.Teammate.Name, b.Teammate.Name), a.Teammate.ID.Compare(b.Teammate.ID))
	})
	return list
}
