package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"astute/model"
)

// Undo takes back the newest n edits that stand, whoever made them, in one
// transaction, and returns them as they were written, newest first. Where fewer
// stand it takes back those; with none the error wraps [ErrNothing]. The terms
// count as for [Store.Apply].
func (s *Store) Undo(n int, at time.Time, terms ...Term) ([]Entry, error) {
	return s.step(n, at, "there is nothing to undo", (*tx).undo, terms)
}

// Standing returns the newest n edits that stand, newest first: those that
// [Store.Undo] would take back.
func (s *Store) Standing(n int) ([]Entry, error) {
	var list []Entry
	err := s.view(func(t *tx) error {
		for seq := t.state.undoTop; seq != 0 && len(list) < n; {
			e, err := t.entry(seq)
			if err != nil {
				return err
			}
			if e.below >= seq {
				return corruptf("journal entry %d leads nowhere", seq)
			}
			seq = e.below
			if e, err = t.original(e); err != nil {
				return err
			}
			list = append(list, e.shown())
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return list, nil
}

// Repeatable returns the edit that [Store.Redo] would repeat next; with none the
// error wraps [ErrNothing].
func (s *Store) Repeatable() (Entry, error) {
	var next Entry
	err := s.view(func(t *tx) error {
		e, err := t.repeats()
		if err == nil {
			next = e.shown()
		}
		return err
	})
	if errors.Is(err, ErrNothing) || errors.Is(err, fs.ErrNotExist) {
		return Entry{}, faultf(ErrNothing, "there is nothing to redo")
	}
	return next, err
}

// repeats returns the edit that the top of the redo stack took back.
func (t *tx) repeats() (*entry, error) {
	if t.state.redoTop == 0 {
		return nil, ErrNothing
	}
	undone, err := t.entry(t.state.redoTop)
	if err != nil {
		return nil, err
	}
	target, err := t.entry(undone.target)
	if err != nil {
		return nil, err
	}
	return t.original(target)
}

// Redo repeats the last n edits that were taken back, until a new edit was
// made, and returns them in the order of repeating. It counts as [Store.Undo].
func (s *Store) Redo(n int, at time.Time, terms ...Term) ([]Entry, error) {
	return s.step(n, at, "there is nothing to redo", (*tx).redo, terms)
}

func (s *Store) step(n int, at time.Time, none string, one func(*tx, time.Time) (*entry, error), terms []Term) ([]Entry, error) {
	if _, err := os.Stat(s.file); errors.Is(err, fs.ErrNotExist) {
		if err := (&tx{store: s}).meets(terms); err != nil {
			return nil, err
		}
		return nil, faultf(ErrNothing, "%s", none)
	}
	var done []Entry
	err := s.update(0, func(t *tx) error {
		for range n {
			e, err := one(t, at)
			if errors.Is(err, ErrNothing) {
				break
			}
			if err != nil {
				return err
			}
			done = append(done, e.shown())
		}
		if len(done) == 0 {
			return faultf(ErrNothing, "%s", none)
		}
		return nil
	}, terms...)
	if err != nil {
		return nil, err
	}
	return done, nil
}

// undo takes back the top of the undo stack and returns it.
func (t *tx) undo(at time.Time) (*entry, error) {
	if t.state.undoTop == 0 {
		return nil, ErrNothing
	}
	target, err := t.entry(t.state.undoTop)
	if err != nil {
		return nil, err
	}
	e := &entry{at: at, by: t.store.opt.Author, label: target.label, act: Undone, target: target.seq, below: target.below, redoBelow: t.state.redoTop}
	t.state.undoTop, t.state.redoTop = target.below, t.state.seq+1
	if err := t.revert(target, e); err != nil {
		return nil, err
	}
	return t.original(target)
}

// original returns the edit that an entry repeats, or the entry itself: what is
// told of undo and redo is the edit, and whose it was.
func (t *tx) original(e *entry) (*entry, error) {
	if e.act == Redone {
		return t.entry(e.target)
	}
	return e, nil
}

// redo repeats the edit that the top of the redo stack took back, by taking
// back that entry, and returns the edit.
func (t *tx) redo(at time.Time) (*entry, error) {
	if t.state.redoTop == 0 {
		return nil, ErrNothing
	}
	undone, err := t.entry(t.state.redoTop)
	if err != nil {
		return nil, err
	}
	target, err := t.repeats()
	if err != nil {
		return nil, err
	}
	e := &entry{at: at, by: t.store.opt.Author, label: undone.label, act: Redone, target: target.seq, below: t.state.undoTop}
	t.state.undoTop, t.state.redoTop = t.state.seq+1, undone.redoBelow
	return target, t.revert(undone, e)
}

// revert restores what stood before an entry, to the last byte and times of
// writing included, and writes that as the entry e.
func (t *tx) revert(of, e *entry) error {
	var pairs []pair
	err := t.deltas(of, func(d delta) error {
		p, err := t.reverted(d)
		if err != nil {
			return fmt.Errorf("cannot take back %q: %w", of.label, err)
		}
		pairs = append(pairs, p)
		return nil
	})
	if err != nil {
		return err
	}
	return t.write(e, pairs, prepare(pairs))
}

// reverted returns the record of a delta as it is and as it was.
func (t *tx) reverted(d delta) (pair, error) {
	now, err := t.record(d.id)
	if err != nil {
		return pair{}, err
	}
	was, err := takeBack(d, now)
	return pair{before: now, after: was}, err
}

// takeBack returns what a record was before a delta, from what it was after it;
// nil stands for none.
func takeBack(d delta, now model.Record) (model.Record, error) {
	if (d.verb == Removed) != (now == nil) {
		return nil, corruptf("the journal and record %s disagree", d.id)
	}
	switch d.verb {
	case Made:
		return nil, nil
	case Removed:
		return readRecord(d.at, d.kind, d.id, d.old)
	}
	was := model.Clone(now)
	head := was.Base()
	if d.kind.Scope() == model.ScopeAccount {
		head.Account = d.at
	}
	return was, putBack(head, was.Fields(), d.old)
}

// putBack gives the fields of a record the texts that they had before a delta.
func putBack(head *model.Head, fields []model.Field, old []byte) error {
	return eachField(old, func(num int, text string) {
		i := fieldAt(fields, num, 0)
		if i >= 0 && fields[i].Parse(text) == nil {
			return
		}
		if i >= 0 {
			_ = fields[i].Parse("")
		}
		head.Unknown = append(head.Unknown, model.UnknownField{Num: num, Text: text})
	})
}
