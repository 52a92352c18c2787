package model

import (
	"cmp"
	"fmt"
	"slices"
)

// DuePart is why something stands on the list of the day.
type DuePart uint8

// The parts of the list, in the order in which a morning goes through them.
const (
	DueReviews  DuePart = iota // overdue, or within [SoonDays]
	DueCalls                   // calls and meetings planned within SoonDays
	DueActions                 // late, or due within SoonDays
	DuePromises                // what was promised and nothing was done about
	DueCold                    // key players gone cold
	DueRenewals                // within [RenewalSoon] days, or past their day
)

// DueParts are the headings of the parts.
var DueParts = [...]string{"Reviews", "Calls and meetings", "Actions", "Promises open", "Gone cold", "Renewals ahead"}

// How many days ahead the list of the day looks: for what is due, and for
// contracts; and how far back for promises that nobody took up.
const (
	SoonDays     = 7
	RenewalSoon  = 90
	PromiseHolds = 90
)

// Due is one thing to look at today.
type Due struct {
	Part    DuePart
	Account ID
	Name    string // of the account
	Record  Record
	On      Date   // the day it is due; of somebody gone cold the last sign; of a promise the day it was made
	Text    string // what it is
	Who     string // whose it is, "" for nobody's
	Mine    bool
}

// Late reports whether its day has passed.
func (d Due) Late(today Date) bool {
	return d.Part != DueCold && d.Part != DuePromises && d.On.Before(today)
}

// DueOf returns what of a plan is to be looked at on the day. me is the teammate
// who asks, the zero ID for everybody: of an account that somebody else owns, only
// what me owns counts.
func DueOf(p *Plan, today Date, me ID) []Due {
	l := dueList{plan: p, today: today, me: me, all: me.IsZero() || p.Account.Owner == me || p.Account.Owner.IsZero()}
	soon := today.AddDays(SoonDays)
	for _, next := range Schedule(All[*Review](p.Book)) {
		if !soon.Before(next.On) {
			l.add(DueReviews, next.Review, next.On, next.Review.Type.String(), p.Account.Owner)
		}
	}
	for _, i := range All[*Interaction](p.Book) {
		if !i.On.Before(today) && !soon.Before(i.On) {
			l.add(DueCalls, i, i.On, i.Type.String()+": "+Title(i, p.Name), i.Teammate)
		}
	}
	for _, a := range All[*Action](p.Book) {
		if a.Open() && !a.Due.IsZero() && !soon.Before(a.Due) {
			l.add(DueActions, a, a.Due, a.Name, a.Owner)
		}
	}
	l.promises()
	for _, c := range GoneCold(p, today) {
		l.add(DueCold, c.Contact, c.Last, c.Contact.Name, p.Account.Owner)
	}
	for _, r := range All[*Renewal](p.Book) {
		if r.Open() && !r.On.IsZero() && !today.AddDays(RenewalSoon).Before(r.On) {
			text := Title(r, p.Name)
			if !r.Amount.IsZero() {
				text += ", " + r.Amount.Short()
			}
			l.add(DueRenewals, r, r.On, text, p.Account.Owner)
		}
	}
	return l.list
}

// dueList gathers what is due of one plan.
type dueList struct {
	plan  *Plan
	today Date
	me    ID
	all   bool // not only what me owns
	list  []Due
}

func (l *dueList) add(part DuePart, r Record, on Date, text string, owner ID) {
	mine := !l.me.IsZero() && owner == l.me
	if l.all || mine {
		l.list = append(l.list, Due{Part: part, Account: l.plan.Account.ID, Name: l.plan.Account.Name, Record: r, On: on, Text: text, Who: l.plan.Name(owner), Mine: mine})
	}
}

// promises adds what was promised and no action stands for: with one, the action
// is what is due.
func (l *dueList) promises() {
	var serving []*Action
	for _, a := range All[*Action](l.plan.Book) {
		if a.Open() || a.Status == Complete {
			serving = append(serving, a)
		}
	}
	theirs := func(a *Action) bool { return Theirs(l.plan, a) }
	for _, i := range All[*Interaction](l.plan.Book) {
		we, they := loose(i, serving, l.today, theirs)
		if we {
			l.add(DuePromises, i, i.On, "we promised: "+CleanLine(i.WePromised), i.Teammate)
		}
		if they {
			l.add(DuePromises, i, i.On, "they promised: "+CleanLine(i.TheyPromised), i.Teammate)
		}
	}
}

// loose reports of which side's promise no action takes care, as
// [StandsForTheirs] parts actions between the sides.
func loose(i *Interaction, serving []*Action, today Date, theirs func(*Action) bool) (we, they bool) {
	we, they = i.WePromised != "", i.TheyPromised != ""
	if !we && !they {
		return false, false
	}
	if i.On.AddDays(PromiseHolds).Before(today) || today.Before(i.On) {
		return false, false
	}
	for _, a := range serving {
		switch {
		case a.Serves != i.ID:
		case StandsForTheirs(i, theirs(a)):
			they = false
		default:
			we = false
		}
	}
	return we, they
}

// Pressing says from an account's summary how many things of its plan would stand
// on the list of the day, so that only those plans are read: never fewer than
// [DueOf] finds, and more where an account is somebody else's, of which meetings
// and promises count whosever they are.
func Pressing(a AccountSummary, shared *Book, today Date, me ID) int {
	if a.Summary.Archived() {
		return 0
	}
	t := takeApart(a)
	soon, n := today.AddDays(SoonDays), 0
	all := me.IsZero() || t.account.Owner == me || t.account.Owner.IsZero()
	for _, x := range t.open {
		if (all || x.Owner == me) && !x.Due.IsZero() && !soon.Before(x.Due) {
			n++
		}
	}
	from, to := today.String(), soon.String()
	for _, m := range t.met {
		// Of an account of somebody else what others do is found out by reading it.
		if day := m[:min(len(m), len(from))]; from <= day && day <= to {
			n++
		}
	}
	theirs := func(a *Action) bool { // a contact's: the people of the customer are not shared
		_, teammate := Lookup[*Teammate](shared, a.Owner)
		return !teammate && !a.Owner.IsZero() || a.Function == ActionCustomer
	}
	sides := map[ID]*Interaction{}
	for _, i := range t.promises {
		if sides[i.ID] == nil {
			sides[i.ID] = &Interaction{Head: i.Head, On: i.On}
		}
		sides[i.ID].WePromised += i.WePromised
		sides[i.ID].TheyPromised += i.TheyPromised
	}
	for _, i := range sides {
		we, they := loose(i, t.serving, today, theirs)
		for _, open := range []bool{we, they} {
			if open {
				n++
			}
		}
	}
	if !all {
		return n
	}
	for _, next := range Schedule(t.reviews) {
		if !soon.Before(next.On) {
			n++
		}
	}
	for _, r := range t.renewals {
		if !r.On.IsZero() && !today.AddDays(RenewalSoon).Before(r.On) {
			n++
		}
	}
	return n + t.goneCold(today)
}

// MostPressing is how many plans a list of the day reads at most: a list that is
// longer is none.
const MostPressing = 40

// PressingAccounts returns the accounts whose plans are to be read for the list
// of the day, those with most to do first, and how many more there are.
func PressingAccounts(list []AccountSummary, shared *Book, today Date, me ID) (accounts []ID, more int) {
	type pressing struct {
		id ID
		n  int
	}
	var found []pressing
	for _, a := range list {
		if n := Pressing(a, shared, today, me); n > 0 {
			found = append(found, pressing{a.ID, n})
		}
	}
	slices.SortStableFunc(found, func(a, b pressing) int { return b.n - a.n })
	for _, x := range found[:min(MostPressing, len(found))] {
		accounts = append(accounts, x.id)
	}
	return accounts, len(found) - len(accounts)
}

// SortDue puts what is due in the order of a morning: part by part, mine first,
// the one due longest first.
func SortDue(list []Due) {
	slices.SortStableFunc(list, func(a, b Due) int {
		return cmp.Or(cmp.Compare(a.Part, b.Part), FalseFirst(!a.Mine, !b.Mine), a.On.Compare(b.On), cmp.Compare(a.Name, b.Name), a.Record.Base().ID.Compare(b.Record.Base().ID))
	})
}

// When says how far off its day is: "12 d late", "in 3 d", of a promise or
// somebody gone cold "95 d ago".
func (d Due) When(today Date) string {
	switch n := d.On.DaysSince(today); {
	case n == 0:
		return "today"
	case n > 0:
		return fmt.Sprintf("in %d d", n)
	case d.Late(today):
		return fmt.Sprintf("%d d late", -n)
	default:
		return fmt.Sprintf("%d d ago", -n)
	}
}
