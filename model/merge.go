package model

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Take is whose value a field has after a merge.
type Take uint8

// What a merge can take for a field.
const (
	TakeKept    Take = iota // of the record that stays
	TakeDropped             // of the record that goes
	TakeBoth                // of lists and long texts: the one, then what the other has beyond it
)

// ErrMerge is wrapped by every error about two records that cannot become one as
// was asked.
var ErrMerge = errors.New("cannot be merged")

// Merging makes one record of two: Dropped goes, and what it knew and who linked
// to it is Kept's from then on.
type Merging struct {
	Kept, Dropped Record
	// Chosen says field by field, by number, whose value counts. What it does not
	// name is settled by [MergeField.Proposed].
	Chosen map[int]Take
	// Remember returns what the import remembers of two records that become one,
	// so that the next import of either finds the one that stays. It is given, as
	// package exchange knows what that means; nil keeps what the first has.
	Remember func(kept, dropped Record) string
}

// MergeField is one field of two records that become one.
type MergeField struct {
	Field         Field  // of the record that stays
	Kept, Dropped string // canonical texts; a link to one of the two counts as none
	Proposed      Take   // what is taken where nobody chose
	Take          Take   // what is taken
	Result        string // canonical text of what comes of it
}

// Differs reports whether there is something to choose: both are known, and say
// different things.
func (f MergeField) Differs() bool {
	if f.Field.Type() == TypeBool {
		return f.Kept != f.Dropped // no is said as much as yes
	}
	return f.Kept != "" && f.Dropped != "" && f.Kept != f.Dropped
}

// Joins reports whether the field can have the values of both.
func (f MergeField) Joins() bool { return f.Field.IsList() || f.Field.IsLong }

// May reports why a choice cannot be made, nil when it can: what is empty never
// takes the place of what is known.
func (f MergeField) May(take Take) error {
	switch {
	case take == TakeBoth && !f.Joins():
		return fmt.Errorf("%s holds one value: take a or b", f.Field.Name)
	case f.Field.Type() == TypeBool || f.Kept == f.Dropped:
		return nil
	case take == TakeKept && f.Kept == "" || take == TakeDropped && f.Dropped == "":
		return fmt.Errorf("%s is empty there: an empty value never takes the place of a known one", f.Field.Name)
	}
	return nil
}

// of returns what comes of the field by a choice.
func (f MergeField) of(take Take) string {
	switch take {
	case TakeDropped:
		return f.Dropped
	case TakeBoth:
		return joinTexts(f.Field, f.Kept, f.Dropped)
	}
	return f.Kept
}

// joinTexts returns the items of both lists, or both long texts.
func joinTexts(f Field, first, second string) string {
	switch {
	case first == "" || second == "":
		return first + second
	case !f.IsList():
		if strings.Contains(first, second) {
			return first
		}
		if strings.Contains(second, first) {
			return second
		}
		return first + "\n" + second
	}
	items, have := ItemsOf(f.Type(), first), map[string]bool{}
	for _, item := range items {
		have[sameItem(item)] = true
	}
	for _, item := range ItemsOf(f.Type(), second) {
		if key := sameItem(item); !have[key] {
			items, have[key] = append(items, item), true
		}
	}
	if f.Type() == TypeChoices {
		return strings.Join(items, ", ")
	}
	return strings.Join(items, "\n")
}

// sameItem returns what two ways of writing an item of a list have in common:
// "+1 555 0100" and "+1-555-0100" are one phone.
func sameItem(item string) string {
	key := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, item)
	if key == "" {
		return item
	}
	return key
}

// Fields returns the fields that people can choose about, in the order of their
// declaration; those of which neither knows anything too.
func (m Merging) Fields(book *Book) []MergeField {
	var list []MergeField
	dropped := m.Dropped.Fields()
	for i, f := range m.Kept.Fields() {
		if f.Fixed || f.Hidden || f.Num == NumAccount || f.Num == NumCreated || f.Num == NumChanged {
			continue
		}
		row := MergeField{Field: f, Kept: m.own(book, f), Dropped: m.own(book, dropped[i])}
		row.Proposed = row.propose()
		row.Take = row.Proposed
		if take, ok := m.Chosen[f.Num]; ok {
			row.Take = take
		}
		row.Result = row.of(row.Take)
		list = append(list, row)
	}
	m.rankByTitle(list)
	return list
}

// rankByTitle has a rank that only the title proposed follow the title that is
// taken, where nobody chose about it.
func (m Merging) rankByTitle(list []MergeField) {
	c, ok := m.Kept.(*Contact)
	named := func(name string) int {
		return slices.IndexFunc(list, func(f MergeField) bool { return f.Field.Name == name })
	}
	title, rank := named("title"), named("rank")
	if !ok || !c.RankProposed() || title < 0 || rank < 0 || list[title].Take != TakeDropped {
		return
	}
	row := &list[rank]
	if _, chosen := m.Chosen[row.Field.Num]; !chosen && row.May(TakeDropped) == nil {
		row.Proposed, row.Take, row.Result = TakeDropped, TakeDropped, row.Dropped
	}
}

// propose is what is taken where nobody chose: what is known, of lists and long
// texts both, else what the record has that stays.
func (f MergeField) propose() Take {
	switch {
	case f.Field.Type() == TypeBool || f.Dropped == "" || f.Kept == f.Dropped:
		return TakeKept
	case f.Kept == "":
		return TakeDropped
	case f.Joins():
		return TakeBoth
	}
	return TakeKept
}

// own returns the text of a field without links between the two, which would
// lead to itself, and without a superior who reports to one of them.
func (m Merging) own(book *Book, f Field) string {
	if len(f.Links()) == 0 {
		return f.Text()
	}
	var kept []string
	for _, id := range f.Links() {
		if !m.is(id) && !(f.Name == "reports_to" && m.above(book, id)) {
			kept = append(kept, id.String())
		}
	}
	return strings.Join(kept, "\n")
}

func (m Merging) is(id ID) bool { return id == m.Kept.Base().ID || id == m.Dropped.Base().ID }

// above reports whether one of the two stands above the contact.
func (m Merging) above(book *Book, id ID) bool {
	for seen := map[ID]bool{}; !id.IsZero() && !seen[id]; {
		seen[id] = true
		if m.is(id) {
			return true
		}
		c, ok := Lookup[*Contact](book, id)
		if !ok {
			return false
		}
		id = c.ReportsTo
	}
	return false
}

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
