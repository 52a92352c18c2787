package modeltest

import (
	"time"

	"astute/model"
)

// Step is one edit of the worked example, with when and by whom it was made.
type Step struct {
	At   time.Time
	By   string
	Edit model.Edit
}

// Example returns the worked example as the edits that made it, oldest first,
// so that a file has a past: FreshKart Grocers, planned by CyberTech Inc. of
// Sydney, a prospect in France and a bakery in Japan. FreshKart is edited last.
//
// Everything is told from the given day: what is late, due or planned is so on
// any day. No step lies within the last two days, so that none is ahead of a
// clock anywhere. newID makes the ids; it is given the time of the step. Each
// edit fits onto what the ones before it made.
func Example(today model.Date, newID func(at time.Time) model.ID) []Step {
	s := &story{today: today, newID: newID}
	team := tellTeam(s)
	f := &freshkart{story: s, team: team}
	f.start()
	f.importPeople()
	f.classifyChiefs()
	f.classifyOthers()
	f.drawLines()
	f.setStrategy()
	f.setChains()
	l := &lumiere{story: s, team: team, profile: []*model.Criterion{f.size, f.sells, f.single}}
	l.begin()
	k := &sakurai{story: s, team: team}
	k.begin()
	f.planMoney()
	f.setObjectives()
	f.beginWork()
	k.carryOn()
	f.carryOn()
	l.carryOn()
	f.catchUp()
	return s.steps
}

// story collects the steps as they are told.
type story struct {
	today   model.Date
	newID   func(time.Time) model.ID
	steps   []Step
	at      time.Time      // of the step being told
	account model.ID       // what is added belongs to it
	changes []model.Change // of the step being told
}

// The two who keep the book.
const (
	ana = "Ana Ruiz"
	ben = "Ben Carter"
)

// day returns the day n days from today, earlier when n is negative.
func (s *story) day(n int) model.Date { return s.today.AddDays(n) }

// step tells one edit: whatever tell adds, edits and removes, that many days
// ago. Steps are told in order.
func (s *story) step(daysAgo int, by, label string, tell func()) {
	// A quarter to nine, and a little later for each further step of a day.
	at := s.day(-daysAgo).Time().Add(8*time.Hour + 45*time.Minute)
	if n := len(s.steps); n > 0 && !at.After(s.steps[n-1].At) {
		at = s.steps[n-1].At.Add(11 * time.Minute)
	}
	s.at, s.changes = at, nil
	tell()
	s.steps = append(s.steps, Step{At: at, By: by, Edit: model.Edit{Label: label, Changes: s.changes}})
}

// add makes a record. It returns the live one: what edit changes later.
func add[R model.Record](s *story, r R) R {
	head := r.Base()
	head.ID = s.newID(s.at)
	if r.Kind().Scope() == model.ScopeAccount {
		head.Account = s.account
	}
	model.Settle(nil, r, model.DateOf(s.at))
	s.changes = append(s.changes, model.Change{After: model.Clone(r)})
	return r
}

// edit changes a record. Within one step, changes of one record are one change.
func edit[R model.Record](s *story, r R, change func(R)) {
	before := model.Clone(r)
	change(r)
	model.Settle(before, r, model.DateOf(s.at))
	for i, c := range s.changes {
		if c.After != nil && c.After.Base().ID == r.Base().ID {
			s.changes[i].After = model.Clone(r)
			return
		}
	}
	s.changes = append(s.changes, model.Change{Before: before, After: model.Clone(r)})
}

// remove takes a record out, which nothing may need or link to.
func (s *story) remove(r model.Record) {
	s.changes = append(s.changes, model.Change{Before: model.Clone(r)})
}
