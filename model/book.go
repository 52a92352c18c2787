package model

import (
	"slices"
)

// Book is a set of records with their ids and names at hand. It is not changed
// once made; [Book.With] makes another.
type Book struct {
	records []Record // by kind, then by ID: the order of their making
	byID    map[ID]Record
	byKind  [256][]Record
}

// NewBook returns a book of the records. It keeps them, so nobody may change
// them afterwards. Of two with one ID the later counts.
func NewBook(records []Record) *Book {
	b := &Book{byID: make(map[ID]Record, len(records))}
	for _, r := range records {
		b.byID[r.Base().ID] = r
	}
	if len(b.byID) < len(records) {
		records = slices.DeleteFunc(slices.Clone(records), func(r Record) bool { return b.byID[r.Base().ID] != r })
		records = withoutRepeats(records)
	}
	// They come by kind and ID mostly, as the file keeps them: sorting each kind by
	// itself then moves nothing.
	var counts [256]int
	for _, r := range records {
		counts[r.Kind()]++
	}
	b.records = make([]Record, len(records))
	start := 0
	for kind, n := range counts {
		if n > 0 {
			b.byKind[kind] = b.records[start : start : start+n]
			start += n
		}
	}
	for _, r := range records {
		b.byKind[r.Kind()] = append(b.byKind[r.Kind()], r)
	}
	for _, list := range b.byKind {
		slices.SortFunc(list, func(x, y Record) int { return x.Base().ID.Compare(y.Base().ID) })
	}
	return b
}

// withoutRepeats drops a record that is in the list before.
func withoutRepeats(records []Record) []Record {
	seen := make(map[ID]bool, len(records))
	return slices.DeleteFunc(records, func(r Record) bool {
		again := seen[r.Base().ID]
		seen[r.Base().ID] = true
		return again
	})
}

// Records returns all records by kind, then in the order of their making. The
// slice is the book's own: it is for reading.
func (b *Book) Records() []Record { return b.records }

// Get returns the record with the ID, nil when the book has none.
func (b *Book) Get(id ID) Record { return b.byID[id] }

// Name returns what a record is called, "" when the book does not hold it. It
// is a [Names].
func (b *Book) Name(id ID) string {
	if r := b.byID[id]; r != nil {
		return Title(r, b.Name)
	}
	return ""
}

// Of returns the records of a kind in the order of their making, for reading.
func (b *Book) Of(kind Kind) []Record { return b.byKind[kind] }

// Referrers returns the records that link to the ID, in the book's order.
func (b *Book) Referrers(id ID) []Record {
	var list []Record
	for _, r := range b.records {
		if Refers(r, id) {
			list = append(list, r)
		}
	}
	return list
}

// Refers reports whether a record links to the ID, as its account or otherwise.
func Refers(r Record, id ID) bool {
	for _, f := range r.Fields() {
		if slices.Contains(f.Links(), id) {
			return true
		}
	}
	return false
}

// With returns the book after the changes, taken as they are.
func (b *Book) With(changes ...Change) *Book {
	records := slices.Clone(b.records)
	gone := map[ID]bool{}
	for _, c := range changes {
		if c.After != nil {
			records = append(records, c.After)
		} else {
			gone[c.Before.Base().ID] = true
		}
	}
	return NewBook(slices.DeleteFunc(records, func(r Record) bool { return gone[r.Base().ID] }))
}

// All returns the records of one type in the order of their making:
// All[*Contact](plan.Book).
func All[R Record](b *Book) []R {
	var zero R
	list := b.byKind[zero.Kind()]
	all := make([]R, len(list))
	for i, r := range list {
		all[i] = r.(R)
	}
	return all
}

// Lookup returns the record with the ID when it is of the type.
func Lookup[R Record](b *Book, id ID) (R, bool) {
	r, ok := b.byID[id].(R)
	return r, ok
}

// Plan is the book of one account: its own records, and the shared ones.
type Plan struct {
	Account *Account
	*Book
}

// NewPlan returns the plan that the records make; the account is one of them.
func NewPlan(account *Account, records []Record) *Plan {
	return &Plan{Account: account, Book: NewBook(append(slices.Clone(records), account))}
}

// With returns the plan after the changes.
func (p *Plan) With(changes ...Change) *Plan {
	book := p.Book.With(changes...)
	account, ok := Lookup[*Account](book, p.Account.ID)
	if !ok {
		account = p.Account
	}
	return &Plan{Account: account, Book: book}
}

// LastTouched returns the day somebody of ours last dealt with the contact: the
// newest interaction on record, or what the contact's own field says. Not known
// when neither says.
func (p *Plan) LastTouched(c *Contact) Date {
	last := c.Touched
	for _, i := range All[*Interaction](p.Book) {
		if slices.Contains(i.Contacts, c.ID) && last.Compare(i.On) < 0 {
			last = i.On
		}
	}
	return last
}
