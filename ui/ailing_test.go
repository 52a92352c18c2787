package ui_test

import (
	"time"

	"astute/model"
	"astute/store"
	"astute/ui"
)

// ailing is a file of which each call can fail: as long as fails gives an error
// for the name of a method, that method does nothing and returns it.
type ailing struct {
	ui.Store
	fails func(method string) error
}

// ask runs a call unless its method fails now.
func ask[T any](a ailing, method string, call func() (T, error)) (T, error) {
	if err := a.fails(method); err != nil {
		var none T
		return none, err
	}
	return call()
}

func (a ailing) Version() (uint64, error) { return ask(a, "Version", a.Store.Version) }

func (a ailing) Look(seen store.Sight) (turn store.Turn, now store.Sight, err error) {
	if err := a.fails("Look"); err != nil {
		return turn, now, err
	}
	return a.Store.Look(seen)
}

func (a ailing) Get(id model.ID) (model.Record, error) {
	return ask(a, "Get", func() (model.Record, error) { return a.Store.Get(id) })
}

func (a ailing) Each(q store.Scan, fn func(model.Record) error) error {
	if err := a.fails("Each"); err != nil {
		return err
	}
	return a.Store.Each(q, fn)
}

func (a ailing) Plan(account model.ID) (*model.Plan, uint64, error) {
	if err := a.fails("Plan"); err != nil {
		return nil, 0, err
	}
	return a.Store.Plan(account)
}

func (a ailing) PlanAt(account model.ID, seq uint64) (*model.Plan, error) {
	return ask(a, "PlanAt", func() (*model.Plan, error) { return a.Store.PlanAt(account, seq) })
}

func (a ailing) Position(at time.Time) (uint64, error) {
	return ask(a, "Position", func() (uint64, error) { return a.Store.Position(at) })
}

func (a ailing) Accounts() ([]store.AccountSummary, error) {
	return ask(a, "Accounts", a.Store.Accounts)
}

func (a ailing) Summary(account model.ID) (model.Summary, error) {
	return ask(a, "Summary", func() (model.Summary, error) { return a.Store.Summary(account) })
}

func (a ailing) Removal(ids ...model.ID) ([]model.Change, error) {
	return ask(a, "Removal", func() ([]model.Change, error) { return a.Store.Removal(ids...) })
}

func (a ailing) Apply(e model.Edit, at time.Time, terms ...store.Term) (uint64, error) {
	return ask(a, "Apply", func() (uint64, error) { return a.Store.Apply(e, at, terms...) })
}

func (a ailing) Standing(n int) ([]store.Entry, error) {
	return ask(a, "Standing", func() ([]store.Entry, error) { return a.Store.Standing(n) })
}

func (a ailing) Undo(n int, at time.Time, terms ...store.Term) ([]store.Entry, error) {
	return ask(a, "Undo", func() ([]store.Entry, error) { return a.Store.Undo(n, at, terms...) })
}

func (a ailing) Repeatable() (store.Entry, error) { return ask(a, "Repeatable", a.Store.Repeatable) }

func (a ailing) Redo(n int, at time.Time, terms ...store.Term) ([]store.Entry, error) {
	return ask(a, "Redo", func() ([]store.Entry, error) { return a.Store.Redo(n, at, terms...) })
}

func (a ailing) Log(q store.LogQuery) ([]store.Entry, error) {
	return ask(a, "Log", func() ([]store.Entry, error) { return a.Store.Log(q) })
}

func (a ailing) Find(q store.FindQuery) ([]store.Found, error) {
	return ask(a, "Find", func() ([]store.Found, error) { return a.Store.Find(q) })
}

func (a ailing) Input(account model.ID, today model.Date, me string) (model.Input, error) {
	return ask(a, "Input", func() (model.Input, error) { return a.Store.Input(account, today, me) })
}

func (a ailing) AutoBackup(at time.Time) error {
	if err := a.fails("AutoBackup"); err != nil {
		return err
	}
	return a.Store.AutoBackup(at)
}
