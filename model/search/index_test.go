package search

import (
	"testing"

	"astute/model"
	"astute/model/modeltest"
)

var today = model.NewDate(2026, 4, 1)

// memory is an index that is held in memory.
type memory struct {
	accounts      []string
	shards, notes []Shard
}

func (m *memory) Accounts() []string            { return m.accounts }
func (m *memory) Shards(yield func(Shard) bool) { each(m.shards, yield) }
func (m *memory) Notes(yield func(Shard) bool)  { each(m.notes, yield) }

func each(list []Shard, yield func(Shard) bool) {
	for _, s := range list {
		if !yield(s) {
			return
		}
	}
}

// indexOf builds the index of a book as the file would hold it.
func indexOf(tb testing.TB, records []model.Record) (*memory, []Row) {
	tb.Helper()
	book := model.NewBook(records)
	ix := &memory{accounts: []string{""}}
	numbers := map[model.ID]uint32{}
	for _, a := range model.All[*model.Account](book) {
		numbers[a.ID] = uint32(len(ix.accounts))
		ix.accounts = append(ix.accounts, Fold(a.Name))
	}
	var rows, notes []Row
	for _, r := range book.Records() {
		number := numbers[r.Base().Account]
		if r.Kind() == model.KindAccount {
			number = numbers[r.Base().ID]
		}
		if row, ok := RowOf(r, book.Name); ok {
			row.Account = number
			rows = append(rows, row)
		}
		if text := NoteOf(r); text != "" {
			notes = append(notes, Row{ID: r.Base().ID, Kind: r.Kind(), Account: number, Name: text})
		}
	}
	ix.shards, ix.notes = Build(rows), Build(notes)
	return ix, rows
}

// bookOf returns a generated book; the larger ones take a while, so that they
// are for benchmarks.
func bookOf(tb testing.TB, contacts int) (*memory, []Row) {
	tb.Helper()
	return indexOf(tb, modeltest.Generate(1, contacts, today))
}
