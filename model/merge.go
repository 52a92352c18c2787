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
