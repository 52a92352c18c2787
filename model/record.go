package model

import (
	"errors"
	"fmt"
	"strings"
)

// Record is one thing the book keeps: a contact, an action, an account. It is a
// plain struct that embeds a [Head]; see kinds.go for the list of kinds.
type Record interface {
	// Kind says what the record is. It must work on a nil pointer.
	Kind() Kind
	// Base returns the head that every record has.
	Base() *Head
	// Fields returns the record's fields bound to it, the head's own last. The
	// list is new on every call; its order, names and numbers are not.
	Fields() []Field
}

// Validator is a record with rules between its fields. Its error names the cure.
type Validator interface{ Validate() error }

// Head is what every record has. Its fields have the numbers 1 to 9.
type Head struct {
	ID         ID       // never changes
	Account    ID       // the account it belongs to; none for shared kinds, for accounts, and for contacts without one
	Created    Instant  // when it was first written
	Changed    Instant  // when it was last written
	ExternalID string   // what another system calls it
	Tags       []string // the user's own words
	Notes      string   // anything else
	// Origin is what an import remembers of the row that the record came from;
	// package exchange gives it meaning. Nobody sees it.
	Origin string
	// Unknown holds fields that a newer version of the program wrote, by
	// number, so that saving the record here loses nothing of them.
	Unknown []UnknownField
}

// UnknownField is a field whose number this version does not know.
type UnknownField struct {
	Num  int
	Text string
}

// Base returns the head itself, so that embedding it is enough.
func (h *Head) Base() *Head { return h }

// Head field numbers that other packages name.
const (
	NumAccount = 1
	NumCreated = 2
	NumChanged = 3
	NumOrigin  = 7
	// FirstOwn is the least number of a field that a kind has for itself.
	FirstOwn = 10
)

// with returns the record's own fields followed by the head's.
func (h *Head) with(kind Kind, own ...declared) []Field {
	heads := [...]declared{
		link(NumAccount, "account", "Account", &h.Account, KindAccount).Customer(),
		texts(5, "tags", "Tags", &h.Tags).Commas(),
		text(6, "notes", "Notes", &h.Notes).Long().Front(),
		text(4, "external_id", "External id", &h.ExternalID).Help("what your CRM calls it"),
		instant(NumCreated, "created", "Created", &h.Created),
		instant(NumChanged, "changed", "Changed", &h.Changed),
		text(NumOrigin, "origin", "Origin", &h.Origin).memory(),
	}
	if kind.Scope() == ScopeAccount {
		return bound(kind, own, heads[:])
	}
	return bound(kind, own, heads[1:])
}

// New returns an empty record of the kind with the given ID.
func New(kind Kind, id ID) Record {
	r := kind.Spec().New()
	r.Base().ID = id
	return r
}

// Clone returns a copy that shares nothing with r.
func Clone[R Record](r R) R {
	c := any(r.Kind().Spec().New()).(R)
	*c.Base() = Head{ID: r.Base().ID, Unknown: append([]UnknownField(nil), r.Base().Unknown...)}
	from, to := r.Fields(), c.Fields()
	for i := range from {
		if err := to[i].value.parse(from[i].value.text()); err != nil {
			panic(fmt.Sprintf("model: %s.%s does not read its own text: %v", r.Kind(), from[i].Name, err))
		}
	}
	return c
}

// Equal reports whether two records have the same ID, kind and field texts,
// whenever they were written.
func Equal(a, b Record) bool {
	if a.Kind() != b.Kind() || a.Base().ID != b.Base().ID {
		return false
	}
	return len(Changed(a, b)) == 0
}

// Changed returns the fields of b whose text differs from a's, other than the
// times of writing. Both must be of one kind.
func Changed(a, b Record) []Field {
	var changed []Field
	before, after := a.Fields(), b.Fields()
	for i := range after {
		if n := after[i].Num; n == NumCreated || n == NumChanged {
			continue
		}
		if before[i].Text() != after[i].Text() {
			changed = append(changed, after[i])
		}
	}
	return changed
}

// Title returns what a record is called: its name, or for a kind without one
// what it joins ("Jane Smith influences Raj Mehta").
func Title(r Record, names Names) string {
	switch r := r.(type) { // asked for a thousand times a frame, so without listing the fields
	case *Contact:
		return r.Name
	case *Teammate:
		return r.Name
	case *Account:
		return firstLine(r.Name)
	case *Unit:
		return firstLine(r.Name)
	case *Product:
		return firstLine(r.Name)
	case *Opportunity:
		return firstLine(r.Name)
	}
	if s := specs[r.Kind()]; s != nil && s.Title != nil {
		return s.Title(r, names)
	}
	return TitleFrom(r, r.Fields(), names)
}

// TitleFrom is [Title] of a record whose fields are at hand.
func TitleFrom(r Record, fields []Field, names Names) string {
	if title := r.Kind().Spec().Title; title != nil {
		return title(r, names)
	}
	for i := range fields {
		if f := &fields[i]; f.Needed && f.Type() == TypeText {
			return firstLine(f.Text())
		}
	}
	return ""
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// nameOr returns the name of a linked record, or a dash when there is none.
func nameOr(names Names, id ID) string {
	if names != nil && !id.IsZero() {
		if name := names(id); name != "" {
			return name
		}
	}
	return "-"
}

// ErrInvalid is wrapped by what [Check] finds.
var ErrInvalid = errors.New("not a valid record")

// Check reports the first thing that keeps a record from being saved: a needed
// field left out, or a rule between fields broken. The error wraps [ErrInvalid]
// and names the cure.
func Check(r Record) error {
	for _, f := range r.Fields() {
		if f.Needed && f.IsZero() {
			return invalid{fmt.Errorf("every %s needs %s", r.Kind(), f.Name)}
		}
	}
	if v, ok := r.(Validator); ok {
		if err := v.Validate(); err != nil {
			return invalid{err}
		}
	}
	return nil
}

// invalid marks an error as being of a record.
type invalid struct{ error }

func (e invalid) Unwrap() []error { return []error{ErrInvalid, e.error} }

// inOrder reports an error when both days are known and the second is earlier.
func inOrder(firstName string, first Date, secondName string, second Date) error {
	if !first.IsZero() && second.Before(first) {
		return fmt.Errorf("%s (%s) lies before %s (%s): change one of them", secondName, second, firstName, first)
	}
	return nil
}
