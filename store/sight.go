package store

import "fmt"

// What lies in the place of a file can be another book than the one that was read,
// or another copy of it: one was put over it, a backup was restored, a program that
// keeps folders in step brought the file of another machine. A version's number
// does not tell: two copies that went their own ways come to the same ones. The
// journal does.

// Sight is the state of a book that was looked at, which it is known again by. The
// zero value is that of no book: whatever lies there goes on from it.
type Sight struct {
	Version     uint64
	first, last entryMark // of the journal: its beginning, and the entry of the version
}

// Same reports whether two sights are of one state of one book.
func (s Sight) Same(other Sight) bool {
	return s.Version == other.Version && s.first.same(other.first) && s.last.same(other.last)
}

// Turn is what became of a book since it was seen.
type Turn int

// The turns.
const (
	GoesOn   Turn = iota // it is the one that was seen, and what was written since
	Gone                 // there is none any more
	Older                // it is a copy of the book of before
	Diverged             // it is a copy that was written elsewhere, without what was seen
	SetBack              // somebody restored an earlier state
	Another              // it is another book
)

// Look returns what became of the book since it was seen, and how it is seen now.
func (s *Store) Look(seen Sight) (turn Turn, now Sight, err error) {
	err = s.view(func(t *tx) error {
		if turn, err = t.turn(seen); err != nil || t.state.seq == 0 {
			return err
		}
		now.Version = t.state.seq
		now.first, now.last, err = t.marks(now.Version)
		return err
	})
	return turn, now, err
}

// turn tells what became of the book since it was seen.
func (t *tx) turn(seen Sight) (Turn, error) {
	switch {
	case seen.Version == 0:
		return GoesOn, nil
	case t.state.seq == 0:
		return Gone, nil
	}
	first, last, err := t.marks(seen.Version)
	switch {
	case err != nil || seen.first.seq == 0 || first.same(seen.first) && last.same(seen.last):
		return GoesOn, err
	case !first.same(seen.first):
		return Another, nil
	}
	newest, err := t.entry(t.state.last)
	switch {
	case err != nil:
		return GoesOn, err
	case newest.act == Restored:
		return SetBack, nil
	case t.state.seq < seen.Version:
		return Older, nil
	}
	return Diverged, nil
}

// TurnedError says that nothing was written, since what lies in the place of the
// file does not go on from what was seen. It wraps [ErrMeanwhile].
type TurnedError struct {
	Turn Turn
	Path string
}

func (e *TurnedError) Error() string {
	what := "another copy of the book lies here now"
	switch e.Turn {
	case Another:
		what = "another book lies here now"
	case Gone:
		what = "the file is gone"
	}
	return fmt.Sprintf("%s, nothing was written: look at what is there first (%s)", what, e.Path)
}

// Unwrap returns [ErrMeanwhile].
func (*TurnedError) Unwrap() error { return ErrMeanwhile }

// Term is a condition on which something is written. It is looked at in the
// transaction that writes, so that nothing comes in between; where it does not
// hold, nothing is written.
type Term func(*tx) error

// OnTopOf has a book written only where it goes on from what was seen. Else the
// error is a [*TurnedError].
func OnTopOf(seen Sight) Term {
	return func(t *tx) error {
		turn, err := t.turn(seen)
		if err == nil && turn != GoesOn {
			err = &TurnedError{turn, t.store.path}
		}
		return err
	}
}

// At is [OnTopOf] for an edit that was worked out from the whole book: where
// something was written since, the error wraps [ErrMeanwhile]. Records that are
// made never conflict, so that of an import only this tells that the book has got
// the same ones from somewhere else.
func At(seen Sight) Term {
	goesOn := OnTopOf(seen)
	return func(t *tx) error {
		if err := goesOn(t); err != nil || t.state.seq == seen.Version {
			return err
		}
		return faultf(ErrMeanwhile, "somebody wrote to %s meanwhile, so nothing was written: try again", t.store.path)
	}
}

// Undoes has only that edit taken back: where another is the newest that stands,
// the error wraps [ErrMeanwhile].
func Undoes(seq uint64) Term {
	return func(t *tx) error {
		if t.state.undoTop == 0 {
			return nil // which is said of all alike
		}
		top, err := t.entry(t.state.undoTop)
		if err == nil {
			top, err = t.original(top)
		}
		return t.next(top, seq, err)
	}
}

// Redoes has only that edit repeated: where another would be next, the error wraps
// [ErrMeanwhile].
func Redoes(seq uint64) Term {
	return func(t *tx) error {
		if t.state.redoTop == 0 {
			return nil
		}
		top, err := t.repeats()
		return t.next(top, seq, err)
	}
}

// next returns an error where the edit that is next is not the one that is meant.
func (t *tx) next(e *entry, meant uint64, err error) error {
	if err == nil && e.seq != meant {
		err = faultf(ErrMeanwhile, "somebody wrote to %s meanwhile, and another edit is next: look at it first", t.store.path)
	}
	return err
}

// meets looks at the terms one after the other.
func (t *tx) meets(terms []Term) error {
	for _, term := range terms {
		if err := term(t); err != nil {
			return err
		}
	}
	return nil
}
