package ui

import (
	"time"

	"astute/model"
	"astute/store"
)

// Store is what the workspace needs of the file: *store.Store is one. No call
// holds anything open when it returns, so that other programs get at the file
// while the workspace waits for a key.
type Store interface {
	Path() string
	WayBack() string
	NewID(at time.Time) model.ID
	Version() (uint64, error)
	Look(seen store.Sight) (turn store.Turn, now store.Sight, err error)
	Get(id model.ID) (model.Record, error)
	Each(q store.Scan, fn func(model.Record) error) error
	Plan(account model.ID) (*model.Plan, uint64, error)
	Book() (*model.Book, error)
	PlanAt(account model.ID, seq uint64) (*model.Plan, error)
	Position(at time.Time) (uint64, error)
	Accounts() ([]store.AccountSummary, error)
	Summary(account model.ID) (model.Summary, error)
	Removal(ids ...model.ID) ([]model.Change, error)
	Apply(e model.Edit, at time.Time, terms ...store.Term) (uint64, error)
	Standing(n int) ([]store.Entry, error)
	Undo(n int, at time.Time, terms ...store.Term) ([]store.Entry, error)
	Repeatable() (store.Entry, error)
	Redo(n int, at time.Time, terms ...store.Term) ([]store.Entry, error)
	Log(q store.LogQuery) ([]store.Entry, error)
	Find(q store.FindQuery) ([]store.Found, error)
	Input(account model.ID, today model.Date, me string) (model.Input, error)
	AutoBackup(at time.Time) error
}
