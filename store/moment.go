package store

import (
	"errors"
	"time"

	"astute/model"
)

// Moment is a point in the past at which a plan is looked at.
type Moment struct {
	Seq    uint64    // its place in the journal, where that is known
	Before time.Time // else all that was done before this time counts
}

// Past is what a plan of the past is read from: *[Store] is one.
type Past interface {
	Position(at time.Time) (uint64, error)
	PlanAt(account model.ID, seq uint64) (*model.Plan, error)
}

// BeginOf is the moment that a day begins, where people live.
func BeginOf(day model.Date, here *time.Location) Moment {
	return Moment{Before: time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, here)}
}

// EndOf is the moment that a day ends there; of today it is now.
func EndOf(day model.Date, here *time.Location) Moment { return BeginOf(day.AddDays(1), here) }

// HeldAt is the moment that a review was held: at its place in the journal, else,
// of one that came in held, at the end of its day.
func HeldAt(r *model.Review, here *time.Location) Moment {
	m := EndOf(r.Held, here)
	m.Seq = r.Position()
	return m
}

// Place returns the place of the moment in the journal.
func (m Moment) Place(of Past) (uint64, error) {
	if m.Seq > 0 {
		return m.Seq, nil
	}
	return of.Position(m.Before.Add(-time.Millisecond)) // the journal's times are that fine
}

// Plan reads the plan of an account as it stood at the moment, nil when the
// account was not in the book then.
func (m Moment) Plan(of Past, account model.ID) (*model.Plan, error) {
	seq, err := m.Place(of)
	if err != nil {
		return nil, err
	}
	plan, err := of.PlanAt(account, seq)
	if errors.Is(err, ErrNotFound) {
		return nil, nil
	}
	return plan, err
}
