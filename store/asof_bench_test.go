//go:build unix && !solaris && !aix

package store_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"astute/model"
	"astute/model/modeltest"
	"astute/store"
)

// Figures on two busy cores, of an account as it was before 10,000 edits, which
// is a year of 40 a working day, and before an import of 100,000 contacts beside
// it. What it costs is its way through the journal, and no searching:
//
//	all of the edits in the account   55 ms    at most 100
//	none of them in it                32 ms    most of it the import
//	Position before them               6 ms
func BenchmarkPlanAt(b *testing.B) {
	s, own, other, seq := yearOfEdits(b)
	for name, account := range map[string]model.ID{"own": own, "others": other} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.PlanAt(account, seq); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("position", func(b *testing.B) {
		for b.Loop() {
			if at, err := s.Position(now.AddDate(-1, 0, 0)); err != nil || at != seq {
				b.Fatal(at, err)
			}
		}
	})
}

// yearOfEdits returns a book with 10,000 edits of the contacts of one account and
// a large import among them, that account, another, and the version before.
func yearOfEdits(b *testing.B) (s *store.Store, own, other model.ID, seq uint64) {
	b.Helper()
	s = benchOpen(b, filepath.Join(b.TempDir(), "book.db"))
	put := func(e model.Edit, years int) uint64 {
		seq, err := s.Apply(e, now.AddDate(years, 0, 0))
		if err != nil {
			b.Fatal(err)
		}
		return seq
	}
	seq = put(model.Created("import", modeltest.Generate(1, 5_000, today)...), -2)
	accounts, err := s.Accounts()
	if err != nil {
		b.Fatal(err)
	}
	own, other = accounts[0].ID, accounts[1].ID
	plan, _, err := s.Plan(own)
	if err != nil {
		b.Fatal(err)
	}
	people := model.All[*model.Contact](plan.Book)
	for i := range 10_000 {
		if i == 5_000 {
			put(model.Created("import", modeltest.Generate(2, 100_000, today)...), 0)
		}
		at := i % len(people)
		after := model.Clone(people[at])
		after.JobTitle = fmt.Sprint("Title ", i)
		after.Support = model.Support(1 + i%4)
		put(model.Edited("edit", people[at], after), 0)
		people[at] = after
	}
	return s, own, other, seq
}
