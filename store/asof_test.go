package store_test

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"astute/model"
	"astute/store"
)

// plansNow returns every plan of the file as texts, the contacts without an
// account among them.
func plansNow(t fataler, s *store.Store) map[model.ID]snapshot {
	accounts, err := s.Accounts()
	if err != nil {
		t.Fatalf("accounts: %v", err)
	}
	plans := map[model.ID]snapshot{}
	for _, a := range append(accounts, store.AccountSummary{}) {
		plan, _, err := s.Plan(a.ID)
		if err != nil {
			t.Fatalf("plan: %v", err)
		}
		plans[a.ID] = snapshotOf(plan.Records())
	}
	return plans
}

// TestPlanAt holds the plan at every version of random histories, with records
// removed, moved to other accounts, taken back and repeated, to what the plan was
// when the file had that version.
func TestPlanAt(t *testing.T) {
	root := t.TempDir()
	files := 0
	rapid.Check(t, func(t *rapid.T) {
		files++
		h := &history{t: t, path: filepath.Join(root, fmt.Sprint(files), "book.db"), at: now, states: []snapshot{{}}}
		h.ids.Entropy = seeded(uint64(files))
		h.reopen()
		defer func() { _ = os.RemoveAll(filepath.Dir(h.path)) }()
		was := map[uint64]map[model.ID]snapshot{}
		ever := map[model.ID]bool{}
		note := func() {
			seq, err := h.s.Version()
			if err != nil {
				t.Fatalf("version: %v", err)
			}
			was[seq] = plansNow(t, h.s)
			for id := range was[seq] {
				ever[id] = true
			}
		}
		steps := []func(){h.create, h.create, h.change, h.change, h.remove, h.move, h.move, h.undo, h.redo}
		for range rapid.IntRange(1, 15).Draw(t, "steps") {
			rapid.SampledFrom(steps).Draw(t, "step")()
			note()
		}
		for seq, plans := range was {
			for id := range ever {
				plan, err := h.s.PlanAt(id, seq)
				want, there := plans[id]
				switch {
				case !there && !errors.Is(err, store.ErrNotFound):
					t.Fatalf("%s at %d: %v, and it was not there", id, seq, err)
				case !there:
				case err != nil:
					t.Fatalf("%s at %d: %v", id, seq, err)
				case !maps.Equal(snapshotOf(plan.Records()), want):
					t.Fatalf("the plan of %s at %d is not what it was:\n%v\n%v", id, seq, snapshotOf(plan.Records()), want)
				}
			}
		}
	})
}

// TestPlanAtThroughRemovedAccount goes back to an account that is gone, and
// through the restoring of a backup.
func TestPlanAtThroughRemovedAccount(t *testing.T) {
	s := newStore(t)
	a, _, _ := jane(t, s)
	plan, seq, err := s.Plan(a.ID)
	if err != nil {
		t.Fatal(err)
	}
	want := snapshotOf(plan.Records())
	changes, err := s.Removal(a.ID)
	if err != nil {
		t.Fatal(err)
	}
	apply(t, s, model.Edit{Label: "remove account", Changes: changes})
	plan, err = s.PlanAt(a.ID, seq)
	if err != nil || !maps.Equal(snapshotOf(plan.Records()), want) {
		t.Errorf("before it was removed: %v, %v", plan, err)
	}
	if _, err := s.PlanAt(a.ID, seq+1); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("once it is removed: %v", err)
	}
	copied := filepath.Join(t.TempDir(), "copy.db")
	if err := s.Backup(copied); err != nil {
		t.Fatal(err)
	}
	other := account(s, "Other")
	apply(t, s, model.Created("add account Other", other))
	if _, err := s.Restore(copied); err != nil {
		t.Fatal(err)
	}
	if plan, err = s.PlanAt(a.ID, seq); err != nil || !maps.Equal(snapshotOf(plan.Records()), want) {
		t.Errorf("through a restored backup: %v, %v", plan, err)
	}
	if _, err := s.PlanAt(other.ID, seq+2); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("what the backup replaced: %v", err)
	}
}

// TestPlanAtSays says what is wrong with a position that cannot be shown.
func TestPlanAtSays(t *testing.T) {
	s := newStore(t)
	if plan, err := s.PlanAt(model.ID{}, 0); err != nil || len(plan.Records()) != 0 {
		t.Errorf("an empty book: %v, %v", plan, err)
	}
	a, _, _ := jane(t, s)
	for seq, want := range map[uint64]string{0: "since 2026-03-16", 99: "no entry 99 yet"} {
		_, err := s.PlanAt(a.ID, seq)
		if !errors.Is(err, store.ErrNotFound) || !strings.Contains(err.Error(), want) {
			t.Errorf("at %d: %v, want %q", seq, err, want)
		}
	}
	if _, err := s.PlanAt(s.NewID(now), 0); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("of an account that never was: %v", err)
	}
}

// TestPosition finds the newest edit that is not later than a moment, also where
// the clock was wrong for a while.
func TestPosition(t *testing.T) {
	s := newStore(t)
	if seq, err := s.Position(now); err != nil || seq != 0 {
		t.Errorf("an empty book: %d, %v", seq, err)
	}
	day := func(n int) time.Time { return now.AddDate(0, 0, n) }
	var seqs []uint64
	for i, at := range []int{0, 2, 400, 3, 5} { // the third by a clock that was wrong
		seq, err := s.Apply(model.Created("add", account(s, fmt.Sprint("Account ", i))), day(at))
		if err != nil {
			t.Fatal(err)
		}
		seqs = append(seqs, seq)
	}
	for at, want := range map[int]uint64{-1: 0, 0: seqs[0], 1: seqs[0], 2: seqs[1], 3: seqs[3], 4: seqs[3], 5: seqs[4], 500: seqs[4]} {
		if seq, err := s.Position(day(at)); err != nil || seq != want {
			t.Errorf("day %d: %d, want %d, %v", at, seq, want, err)
		}
	}
}
