package model

import (
	"fmt"
	"slices"
	"strings"
)

// What a merge does to the book: every link to the one that goes leads to the one
// that stays, and what was there twice on that account becomes one as well.

// Mergeable are the kinds of which a book comes to hold one twice.
var Mergeable = []Kind{KindContact, KindAccount, KindTeammate}

// check reports why the two cannot become one.
func (m Merging) check(book *Book) error {
	a, b := m.Kept.Base(), m.Dropped.Base()
	refuse := func(format string, args ...any) error {
		return fmt.Errorf("%s %w: %s", Title(m.Dropped, book.Name), ErrMerge, fmt.Sprintf(format, args...))
	}
	switch {
	case m.Kept.Kind() != m.Dropped.Kind():
		return refuse("one of the two is of kind %s, the other of kind %s", m.Dropped.Kind(), m.Kept.Kind())
	case !slices.Contains(Mergeable, m.Kept.Kind()):
		return refuse("only contacts, accounts and teammates can be; remove one of the two instead")
	case a.ID == b.ID:
		return refuse("it is one record already")
	case a.Account != b.Account && !a.Account.IsZero() && !b.Account.IsZero():
		return refuse("it belongs to account %s, the other to %s: merge the accounts, or move one with astute edit NAME account=ACCOUNT", book.Name(b.Account), book.Name(a.Account))
	}
	for _, f := range m.Fields(book) {
		if err := f.May(f.Take); err != nil {
			return refuse("%s", err)
		}
	}
	return nil
}

// Edit returns what makes one of the two: the fields as chosen, every link to the
// one that goes led to the one that stays, once each; what only said how the two
// stand to each other goes, and of two records that join the same, such as two
// relationships of one teammate with them, one becomes of it. book must hold
// every record that may link to either. The error wraps [ErrMerge] or
// [ErrInvalid].
func (m Merging) Edit(book *Book) (Edit, error) {
	if err := m.check(book); err != nil {
		return Edit{}, err
	}
	w := merger{from: book, book: book, touched: map[ID]bool{}, remember: m.Remember}
	if a, b := m.Kept.Base(), m.Dropped.Base(); a.Account != b.Account {
		if a.Account.IsZero() {
			w.do(Move(m.Kept, b.Account, w.book)...)
		} else {
			w.do(Move(m.Dropped, a.Account, w.book)...)
		}
		m.Kept, m.Dropped = w.book.Get(a.ID), w.book.Get(b.ID)
	}
	after := Clone(m.Kept)
	fields := after.Fields()
	for _, row := range m.Fields(w.book) {
		if f, ok := fieldNumbered(fields, row.Field.Num); ok {
			if err := f.Parse(row.Result); err != nil {
				return Edit{}, fmt.Errorf("%w: %w", ErrMerge, err)
			}
		}
	}
	m.noteLost(after, m.Fields(w.book), w.book.Name)
	m.joinHead(after)
	if err := Check(after); err != nil {
		return Edit{}, fmt.Errorf("%w: choose the values so that they fit each other", err)
	}
	changes := []Change{{Before: m.Kept, After: after}}
	for _, r := range w.book.Referrers(m.Dropped.Base().ID) {
		if m.is(r.Base().ID) {
			continue
		}
		led := Clone(r)
		lead(led, m.Dropped.Base().ID, m.Kept.Base().ID)
		changes = append(changes, Change{Before: r, After: led})
	}
	w.do(append(changes, Change{Before: m.Dropped})...)
	w.foldDoubles(changes)
	label := fmt.Sprintf("merge %s %s into %s", m.Kept.Kind(), Title(m.Dropped, book.Name), Title(after, book.Name))
	return Edit{Label: label, Changes: w.changes()}, nil
}

// noteLost writes to the notes of what comes of the two, a line for each, what a
// field says of the one and not of the other whose value counts, as an import does
// of a cell that loses. A yes or no is not noted, and the notes of the two are
// chosen about themselves.
func (m Merging) noteLost(after Record, rows []MergeField, names Names) {
	head := after.Base()
	notes := head.Notes
	for _, row := range rows {
		if !row.Differs() || row.Take == TakeBoth || row.Field.Type() == TypeBool || row.Field.Name == "notes" {
			continue
		}
		lost, of := row.Dropped, m.Dropped
		if row.Take == TakeDropped {
			lost, of = row.Kept, m.Kept
		}
		if c, ok := of.(*Contact); ok && c.RankProposed() && (row.Field.Name == "rank" || lost == FromTitle) {
			continue // nobody said it: it follows from the title, which is noted
		}
		line := row.Field.Label + ": " + oneLineOf(DisplayText(row.Field, lost, names))
		if !slices.Contains(strings.Split(notes, "\n"), line) {
			notes = strings.TrimPrefix(notes+"\n"+line, "\n")
		}
	}
	head.Notes = notes
}

// oneLineOf writes a text in one line.
func oneLineOf(text string) string { return strings.Join(strings.Fields(text), " ") }

// joinHead keeps in what comes of the two what nobody sees: what the import
// remembers, and what a newer version of the program wrote to either.
func (m Merging) joinHead(after Record) {
	head := after.Base()
	if m.Remember != nil {
		head.Origin = m.Remember(m.Kept, m.Dropped)
	}
	head.Origin = strings.ReplaceAll(head.Origin, m.Dropped.Base().ID.String(), head.ID.String())
	for _, u := range m.Dropped.Base().Unknown {
		if !slices.ContainsFunc(head.Unknown, func(k UnknownField) bool { return k.Num == u.Num }) {
			head.Unknown = append(head.Unknown, u)
		}
	}
}

// lead has every link to one record lead to another instead; a list that held
// both holds it once. What the import remembers of the link follows, or the next
// import would take it for changed.
func lead(r Record, from, to ID) {
	head := r.Base()
	head.Origin = strings.ReplaceAll(head.Origin, from.String(), to.String())
	for _, f := range r.Fields() {
		switch v := f.value.(type) {
		case *linkValue:
			if ID(*v) == from {
				*v = linkValue(to)
			}
		case *linksValue:
			if !slices.Contains(*v, from) {
				continue
			}
			var list []ID
			for _, id := range *v {
				if id == from {
					id = to
				}
				if !slices.Contains(list, id) {
					list = append(list, id)
				}
			}
			*v = list
		}
	}
}

// merger is a merge on the way.
type merger struct {
	from, book *Book // before, and as it is by now
	touched    map[ID]bool
	order      []ID
	remember   func(kept, dropped Record) string
}

// do takes changes in.
func (w *merger) do(changes ...Change) {
	for _, c := range changes {
		if id := c.Record().Base().ID; !w.touched[id] {
			w.touched[id] = true
			w.order = append(w.order, id)
		}
	}
	w.book = w.book.With(changes...)
}

// changes returns all that became different, once each.
func (w *merger) changes() []Change {
	var list []Change
	for _, id := range w.order {
		before, after := w.from.Get(id), w.book.Get(id)
		if before != nil && after != nil && Equal(before, after) {
			continue
		}
		list = append(list, Change{Before: before, After: after})
	}
	return list
}

// foldDoubles takes out what joined the two with each other, and makes one of two
// records that now join the same.
func (w *merger) foldDoubles(changes []Change) {
	first := map[string]Record{}
	for _, c := range changes[1:] {
		if !isJoin(c.After) || w.book.Get(c.After.Base().ID) == nil {
			continue
		}
		if Check(c.After) != nil {
			w.do(Removal(w.book.Referrers, w.book.Get(c.After.Base().ID))...)
			continue
		}
		if len(first) == 0 {
			w.noteJoins(first, changes)
		}
		key := joinKey(c.After)
		same, ok := first[key]
		if !ok {
			first[key] = c.After
			continue
		}
		m := Merging{Kept: w.book.Get(same.Base().ID), Dropped: w.book.Get(c.After.Base().ID), Remember: w.remember}
		first[key] = w.foldJoin(m)
	}
}

// noteJoins notes the joins that were there before the merge.
func (w *merger) noteJoins(first map[string]Record, changes []Change) {
	changed := map[ID]bool{}
	kinds := map[Kind]bool{}
	for _, c := range changes[1:] {
		changed[c.Record().Base().ID] = true
		kinds[c.Record().Kind()] = true
	}
	for kind := range kinds {
		for _, r := range w.book.Of(kind) {
			if isJoin(r) && !changed[r.Base().ID] {
				first[joinKey(r)] = r
			}
		}
	}
}

// foldJoin makes one of two records that join the same. Where they contradict
// each other the first counts, and its notes say what the other said.
func (w *merger) foldJoin(m Merging) Record {
	after, notes := Clone(m.Kept), ""
	fields := after.Fields()
	for _, row := range m.Fields(w.book) {
		f, _ := fieldNumbered(fields, row.Field.Num)
		if err := f.Parse(row.Result); err != nil {
			panic("model: " + err.Error()) // a record's own text always reads
		}
		if row.Take == TakeKept && row.Differs() {
			notes += "\n" + f.Label + " of the other: " + DisplayText(f, row.Dropped, w.book.Name)
		}
	}
	m.joinHead(after)
	after.Base().Notes = strings.TrimPrefix(after.Base().Notes+notes, "\n")
	changes := []Change{{Before: m.Kept, After: after}}
	for _, r := range w.book.Referrers(m.Dropped.Base().ID) {
		led := Clone(r)
		lead(led, m.Dropped.Base().ID, m.Kept.Base().ID)
		changes = append(changes, Change{Before: r, After: led})
	}
	w.do(append(changes, Change{Before: m.Dropped})...)
	return after
}

// isJoin reports whether a record is there for what it joins: all it needs are
// links, two of them, and at most a word for how.
func isJoin(r Record) bool {
	links := 0
	for _, f := range r.Fields() {
		switch {
		case !f.Needed:
		case f.Type() == TypeLink:
			links++
		case f.Type() != TypeChoice:
			return false
		}
	}
	return links == 2
}

// joinKey is the same for two records that join the same in the same way. Who
// conflicts with whom has no direction.
func joinKey(r Record) string {
	var parts []string
	for _, f := range r.Fields() {
		if f.Needed {
			parts = append(parts, f.Text())
		}
	}
	if l, ok := r.(*Line); ok && l.Type != Influences {
		slices.Sort(parts)
	}
	return r.Kind().String() + "\t" + strings.Join(parts, "\t")
}
