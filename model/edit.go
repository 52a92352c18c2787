package model

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Change is one record before and after an edit. A nil Before creates the
// record, a nil After removes it. Neither is changed once it is in an Edit.
type Change struct {
	Before, After Record
}

// Record returns the record after the change, or before its removal.
func (c Change) Record() Record {
	if c.After != nil {
		return c.After
	}
	return c.Before
}

// Edit is what one step of a person's work does to a book: one label, one undo.
type Edit struct {
	Label   string // what it does, as a command: "edit contact Jane Smith"
	Changes []Change
	// Whole says that new records come as they were written elsewhere: they keep
	// their times, and nothing follows from what they say.
	Whole bool
}

// IsEmpty reports whether the edit would change nothing.
func (e Edit) IsEmpty() bool {
	for _, c := range e.Changes {
		if c.Before == nil || c.After == nil || !Equal(c.Before, c.After) {
			return false
		}
	}
	return true
}

// Created returns an edit that makes the records.
func Created(label string, records ...Record) Edit {
	e := Edit{Label: label}
	for _, r := range records {
		e.Changes = append(e.Changes, Change{After: r})
	}
	return e
}

// Edited returns an edit of one record.
func Edited(label string, before, after Record) Edit {
	return Edit{Label: label, Changes: []Change{{Before: before, After: after}}}
}

// Conflict is one field that somebody else changed since the edit was begun.
// Field is empty when the record itself was removed or made meanwhile.
type Conflict struct {
	Record Record // as it stands; the one the edit began with when it is gone
	Field  string
	Base   string // canonical text when the edit was begun
	Mine   string // what the edit wants
	Theirs string // what it is now
}

// ErrConflict is wrapped by every [ConflictError].
var ErrConflict = errors.New("changed by somebody else meanwhile")

// ConflictError lists the fields that keep an edit from being written. Nothing
// of the edit was written.
type ConflictError struct{ Conflicts []Conflict }

func (e *ConflictError) Error() string {
	var parts []string
	for _, c := range e.Conflicts {
		name := c.Record.Kind().String() + " " + quote(Title(c.Record, nil))
		if c.Field == "" {
			parts = append(parts, name)
		} else {
			parts = append(parts, name+" "+c.Field)
		}
		if len(parts) == 3 && len(e.Conflicts) > 3 {
			parts = append(parts, fmt.Sprintf("and %d more", len(e.Conflicts)-3))
			break
		}
	}
	return strings.Join(parts, ", ") + " " + ErrConflict.Error() + ": look at it again and repeat the change"
}

// Unwrap returns [ErrConflict].
func (e *ConflictError) Unwrap() error { return ErrConflict }

// Merge returns what a stored record becomes by a change, field by field: only
// the fields that the change touches are written, and each must still be what
// it was when the change was begun, or be what the change wants already. stored
// is nil when there is no such record. The result is nil when the record goes,
// and shares nothing with its arguments.
func Merge(stored Record, c Change) (Record, []Conflict) {
	switch {
	case c.Before == nil && stored == nil:
		return Clone(c.After), nil
	case c.Before == nil:
		return nil, []Conflict{{Record: stored}}
	case stored == nil && c.After == nil:
		return nil, nil // it is gone, which is what was wanted
	case stored == nil:
		return nil, []Conflict{{Record: c.Before}}
	case c.After == nil:
		if changed := Changed(c.Before, stored); len(changed) > 0 {
			return nil, conflicts(stored, changed, c.Before, nil)
		}
		return nil, nil
	}
	merged := Clone(stored)
	var clash []Field
	base, theirs, result := c.Before.Fields(), stored.Fields(), merged.Fields()
	for i, want := range c.After.Fields() {
		mine := want.Text()
		switch now := theirs[i].Text(); {
		case want.Num == NumCreated || want.Num == NumChanged || mine == base[i].Text() || mine == now:
		case now == base[i].Text():
			if err := result[i].value.parse(mine); err != nil {
				panic("model: " + err.Error()) // a record's own text always reads
			}
		default:
			clash = append(clash, theirs[i])
		}
	}
	if len(clash) > 0 {
		return nil, conflicts(stored, clash, c.Before, c.After)
	}
	return merged, nil
}

func conflicts(stored Record, clash []Field, before, after Record) []Conflict {
	var list []Conflict
	for _, f := range clash {
		c := Conflict{Record: stored, Field: f.Name, Theirs: f.Text()}
		if base, ok := fieldNumbered(before.Fields(), f.Num); ok {
			c.Base = base.Text()
		}
		if after != nil {
			if mine, ok := fieldNumbered(after.Fields(), f.Num); ok {
				c.Mine = mine.Text()
			}
		}
		list = append(list, c)
	}
	return list
}

// Removal returns the changes that take records out of the book: whatever
// cannot be without one of them goes too, an optional link to it is cleared, a
// list of links loses it. Removing an account removes all that belongs to it.
// referrers returns every record with a link to the given one, its account
// included.
func Removal(referrers func(ID) []Record, targets ...Record) []Change {
	r := removal{referrers: referrers, edited: map[ID]int{}, gone: map[ID]bool{}}
	for _, target := range targets {
		r.remove(target)
	}
	return slices.DeleteFunc(r.changes, func(c Change) bool { return c == Change{} })
}

type removal struct {
	referrers func(ID) []Record
	changes   []Change   // an empty one was taken back: closing each gap at once would take quadratic time
	edited    map[ID]int // where in changes the edited record stands
	gone      map[ID]bool
}

func (r *removal) remove(target Record) {
	id := target.Base().ID
	if r.gone[id] {
		return
	}
	r.gone[id] = true
	if at, edited := r.edited[id]; edited {
		r.changes[at] = Change{}
		delete(r.edited, id)
	}
	r.changes = append(r.changes, Change{Before: target})
	for _, from := range r.referrers(id) {
		if r.gone[from.Base().ID] {
			continue
		}
		if !r.unlink(from, id) {
			r.remove(from)
		}
	}
}

// unlink takes the links to id out of a record. It reports false when the
// record cannot be without one of them.
func (r *removal) unlink(from Record, id ID) bool {
	at, seen := r.edited[from.Base().ID]
	for _, f := range from.Fields() {
		if (f.Needed || f.Num == NumAccount) && slices.Contains(f.Links(), id) {
			return false
		}
	}
	if !seen {
		at = len(r.changes)
		r.changes = append(r.changes, Change{Before: from, After: Clone(from)})
		r.edited[from.Base().ID] = at
	}
	after := r.changes[at].After
	for _, f := range after.Fields() {
		ClearLink(f, id)
	}
	return true
}

// ClearLink takes one ID out of a link or a list of links.
func ClearLink(f Field, id ID) {
	switch v := f.value.(type) {
	case *linkValue:
		if ID(*v) == id {
			*v = linkValue{}
		}
	case *linksValue:
		*v = slices.DeleteFunc(slices.Clone(*v), func(other ID) bool { return other == id })
	}
}

// Move returns the changes that put a record of one account into another (no
// ID: none): its links to what stays behind are cleared, those to the account
// itself too, and what stays behind lets go of it as in [Removal]. book holds
// the account it leaves. It is for records that need no other of their account:
// a line that moved alone would join nobody.
func Move(r Record, to ID, book *Book) []Change {
	moved := Clone(r)
	moved.Base().Account = to
	stays := func(id ID) bool {
		target := book.Get(id)
		switch {
		case target == nil || id == r.Base().ID:
			return false
		case target.Kind().Scope() == ScopeAccount:
			return target.Base().Account != to
		}
		return target.Kind().Scope() == ScopeRoot && id != to
	}
	for _, f := range moved.Fields() {
		for _, id := range f.Links() {
			if f.Num != NumAccount && stays(id) {
				ClearLink(f, id)
			}
		}
	}
	left := Removal(book.Referrers, r)
	return append([]Change{{Before: r, After: moved}}, left[1:]...)
}
