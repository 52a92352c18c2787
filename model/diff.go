package model

import (
	"cmp"
	"slices"
)

// Diff is what became different in a plan between two days: every record and
// field, and the same in words, grouped and the weightiest first.
type Diff struct {
	From, To Date
	Began    bool         // the account came into the book in between: all of it is new
	Records  []RecordDiff // all that differ, by kind, then in the order of their making
	Figures  []DiffFigure // how the account stands, those of its figures that moved
	Parts    []DiffPart   // what happened in words; areas in which nothing did are left out
}

// IsEmpty reports whether nothing is different.
func (d Diff) IsEmpty() bool { return len(d.Records)+len(d.Figures)+len(d.Parts) == 0 }

// Part returns what happened in one area.
func (d Diff) Part(a DiffArea) []DiffLine {
	for _, p := range d.Parts {
		if p.Area == a {
			return p.Lines
		}
	}
	return nil
}

// DiffVerb says what happened to a record.
type DiffVerb uint8

// What can happen to a record, or to nothing but time around it.
const (
	DiffNone    DiffVerb = iota // the record is as it was; what is said of it follows from the day
	DiffAdded                   // it is new
	DiffChanged                 // fields of it are different
	DiffRemoved                 // it is gone
)

// String returns the verb's word, "" for none.
func (v DiffVerb) String() string { return [...]string{"", "added", "changed", "removed"}[v] }

// RecordDiff is one record that differs.
type RecordDiff struct {
	Before, After Record // nil where there is none
	Fields        []FieldDiff
}

// Record returns the record as it is, or as it was before it went.
func (r RecordDiff) Record() Record { return Change{r.Before, r.After}.Record() }

// Verb says what happened to the record.
func (r RecordDiff) Verb() DiffVerb {
	switch {
	case r.Before == nil:
		return DiffAdded
	case r.After == nil:
		return DiffRemoved
	}
	return DiffChanged
}

// FieldDiff is one field of a record that was there before and is there after.
type FieldDiff struct {
	Name, Label   string
	Before, After string // canonical texts, "" for not known
	From, To      string // the same for people: links by name, amounts grouped
}

// DiffArea is a part of the plan that people look at together.
type DiffArea uint8

// The areas, in the order in which they are told.
const (
	DiffWarnings DiffArea = iota
	DiffPeople
	DiffMoney
	DiffWork
	DiffStrategy
	DiffMeetings
	DiffAccount
	DiffShared
	diffAreas // how many there are
)

// String returns the area's heading.
func (a DiffArea) String() string {
	return [...]string{"Warnings", "People", "Money", "Actions and objectives", "Strategy", "Reviews, calls and milestones", "The account", "Shared by all accounts"}[a]
}

// diffAreaOf are the areas of the kinds; what stands for none of them belongs to
// the account, or is shared.
var diffAreaOf = map[Kind]DiffArea{
	KindContact: DiffPeople, KindLine: DiffPeople, KindRelationship: DiffPeople, KindRole: DiffPeople,
	KindOpportunity: DiffMoney, KindRenewal: DiffMoney, KindRevenue: DiffMoney, KindWallet: DiffMoney, KindMark: DiffMoney, KindBenefit: DiffMoney, KindStep: DiffMoney,
	KindAction: DiffWork, KindObjective: DiffWork, KindCampaign: DiffWork,
	KindInitiative: DiffStrategy, KindChallenge: DiffStrategy, KindSolution: DiffStrategy, KindGoal: DiffStrategy, KindCompetitor: DiffStrategy, KindSwot: DiffStrategy, KindAnswer: DiffStrategy,
	KindReview: DiffMeetings, KindInteraction: DiffMeetings, KindMilestone: DiffMeetings,
}

func areaOf(k Kind) DiffArea {
	if a, ok := diffAreaOf[k]; ok {
		return a
	}
	if k.Scope() == ScopeShared {
		return DiffShared
	}
	return DiffAccount
}

// DiffPart is what happened in one area.
type DiffPart struct {
	Area  DiffArea
	Lines []DiffLine // the weightiest first
}

// DiffLine is what happened to one record, or one warning, in one sentence
// without its stop.
type DiffLine struct {
	ID   ID // whom to look at, none for the account as a whole
	Kind Kind
	Verb DiffVerb
	Tone Wellbeing // Good or Poor for us, zero for neither
	Text string

	weight int
}

// The weights of a line: how much it changes what one would do next.
const (
	weighDetail   = 1 // one of the further fields
	weighCore     = 2 // one of the fields of the minimum path
	weighRecord   = 3 // a record is new or gone
	weighTurn     = 5 // somebody turned, money moved, work was done or is late
	weighDecisive = 7 // somebody left, a deal was won or lost
)

// DiffOf says what became different from one plan to the other: before as it
// stood on the day then, after as it stands today; the same plan on two days
// differs by what time alone brings, such as an action that came to be late.
// before may be nil: then the account was not in the book yet, and all of it is
// new. Times of writing and what the program keeps for itself do not count, and
// shared records only where the account is linked to them, or when they are
// rates. Both must be of one account.
func DiffOf(before *Plan, then Date, after *Plan, today Date) Diff {
	d := Diff{From: then, To: today, Began: before == nil}
	if before == nil {
		before = &Plan{Account: new(Account), Book: NewBook(nil)}
	}
	c := comparison{before: before, after: after, then: then, today: today}
	d.Records = c.records()
	lines := make([][]DiffLine, diffAreas)
	said := map[ID]bool{}
	for _, r := range d.Records {
		line := c.line(r)
		said[line.ID] = true
		area := areaOf(line.Kind)
		lines[area] = append(lines[area], line)
	}
	lines[DiffWork] = append(lines[DiffWork], c.cameLate(said)...)
	if !d.Began {
		lines[DiffWarnings] = c.warnings()
		d.Figures = c.figures()
	}
	for area, list := range lines {
		if len(list) == 0 {
			continue
		}
		slices.SortStableFunc(list, func(a, b DiffLine) int {
			return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(b.Tone, a.Tone)) // Poor is the last word, and comes first
		})
		d.Parts = append(d.Parts, DiffPart{DiffArea(area), list})
	}
	return d
}

// comparison is two plans beside each other.
type comparison struct {
	before, after *Plan
	then, today   Date
}

// records returns every record that differs.
func (c comparison) records() []RecordDiff {
	linked := [2]map[ID]bool{linkedFrom(c.before.Book), linkedFrom(c.after.Book)}
	counts := func(r Record) bool {
		return r.Kind().Scope() != ScopeShared || r.Kind() == KindRate || linked[0][r.Base().ID] || linked[1][r.Base().ID]
	}
	var list []RecordDiff
	for _, after := range c.after.Records() {
		if !counts(after) {
			continue
		}
		before := c.before.Get(after.Base().ID)
		if before == nil || before.Kind() != after.Kind() {
			list = append(list, RecordDiff{After: after})
		} else if fields := c.fields(before, after); len(fields) > 0 {
			list = append(list, RecordDiff{before, after, fields})
		}
	}
	for _, before := range c.before.Records() {
		if counts(before) && c.after.Get(before.Base().ID) == nil {
			list = append(list, RecordDiff{Before: before})
		}
	}
	slices.SortStableFunc(list, func(a, b RecordDiff) int {
		return cmp.Or(cmp.Compare(a.Record().Kind(), b.Record().Kind()), a.Record().Base().ID.Compare(b.Record().Base().ID))
	})
	return list
}

// linkedFrom returns what the records of the account link to.
func linkedFrom(b *Book) map[ID]bool {
	linked := map[ID]bool{}
	for _, r := range b.Records() {
		if r.Kind().Scope() == ScopeShared {
			continue
		}
		for _, f := range r.Fields() {
			for _, id := range f.Links() {
				linked[id] = true
			}
		}
	}
	return linked
}

// fields returns the fields that differ, those that the program keeps for itself
// left out.
func (c comparison) fields(before, after Record) []FieldDiff {
	changed := Changed(before, after)
	if len(changed) == 0 {
		return nil
	}
	var list []FieldDiff
	was := before.Fields()
	for _, f := range changed {
		if f.Hidden {
			continue
		}
		old, _ := fieldNumbered(was, f.Num)
		list = append(list, FieldDiff{
			Name: f.Name, Label: f.Label, Before: old.Text(), After: f.Text(),
			From: old.Display(c.nameBefore), To: f.Display(c.nameAfter),
		})
	}
	return list
}

// nameBefore and nameAfter call a record what it was called on either day; one
// that was not there then, what it is called on the other.
func (c comparison) nameBefore(id ID) string { return cmp.Or(c.before.Name(id), c.after.Name(id)) }
func (c comparison) nameAfter(id ID) string  { return cmp.Or(c.after.Name(id), c.before.Name(id)) }
