package pane

import (
	"slices"

	"astute/model"
	"astute/ui/grid"
)

// Look is what a person chose about a table and finds again at the next start.
type Look struct {
	Columns []string // the keys of the columns shown, in their order; none: the standard ones
	Order   string   // the name of the order, "" for the first
	Sort    string   // the key of the column to sort by, "" for the order
	Down    bool     // of that column, the last one first
	Card    string   // "shown" or "hidden"; "": as the table has it by itself
}

// Look returns how the table looks. What is not known here, such as a field that
// another version of the program has, is kept as it is.
func (p *Records) Look() Look {
	l := Look{Columns: p.chosen, Sort: p.sorting.column, Down: p.sorting.down, Card: p.cardWish}
	if p.sorting.order > 0 {
		l.Order = p.Orders[p.sorting.order].Name
	}
	return l
}

// Recall gives the table the look that it had.
func (p *Records) Recall(l Look) {
	p.chosen, p.cardWish = l.Columns, l.Card
	p.sorting = sorting{
		order:  max(0, slices.IndexFunc(p.Orders, func(o Order) bool { return o.Name == l.Order })),
		column: l.Sort, down: l.Down,
	}
	p.Resize(p.at)
	p.Settle()
}

// Offered returns all columns that the table can have: the standard ones, then
// one for every other field of the kind.
func (p *Records) Offered() []Column {
	if p.offered != nil {
		return p.offered
	}
	p.offered = slices.Clone(p.Columns)
	for _, f := range p.Kind.Spec().New().Fields() {
		if f.Hidden || f.Num == model.NumAccount || slices.ContainsFunc(p.Columns, func(c Column) bool { return c.Num == f.Num }) {
			continue
		}
		p.offered = append(p.offered, FieldColumn(f, "", 0))
	}
	return p.offered
}

// find returns the column of a key.
func find(list []Column, key string) (Column, bool) {
	for _, c := range list {
		if c.key() == key && key != "" {
			return c, true
		}
	}
	return Column{}, false
}

// squeezed is how many of the chosen columns are shown even where others then get
// less room than they want.
const squeezed = 8

// columnsShown returns the columns as they were chosen: those that came first
// are kept longest. Without a choice, or when nothing of it is known any more,
// they are the standard ones.
func (p *Records) columnsShown() []Column {
	var list []Column
	for _, key := range p.chosen {
		if c, ok := find(p.Offered(), key); ok {
			list = append(list, c)
		}
	}
	if len(list) == 0 {
		return p.Columns
	}
	for _, c := range p.Columns {
		if _, there := find(list, c.key()); c.Stays && !there {
			list = slices.Insert(list, 0, c)
		}
	}
	for i := range list {
		if list[i].Keep = grid.Essential + squeezed - 1 - i; list[i].Stays {
			list[i].Keep += squeezed + len(list)
		}
	}
	return list
}

// ColumnChoice is a column to choose.
type ColumnChoice struct {
	Key, Title, Hint string
	On               bool
	Always           bool // it cannot be left out: the name
}

// ColumnChoices lists all columns: those shown in their order, then the others.
func (p *Records) ColumnChoices() []ColumnChoice { return p.choices(p.columnsShown()) }

// StandardColumns lists all columns with the standard ones shown.
func (p *Records) StandardColumns() []ColumnChoice { return p.choices(p.Columns) }

func (p *Records) choices(shown []Column) []ColumnChoice {
	fields := p.Kind.Spec().New()
	var list []ColumnChoice
	add := func(c Column, on bool) {
		f := Field(fields, c.Num)
		choice := ColumnChoice{Key: c.key(), Title: c.Title, On: on, Always: c.Stays}
		if choice.Hint = f.Hint; f.Label != c.Title && f.Label != "" {
			choice.Hint = f.Label
		}
		list = append(list, choice)
	}
	for _, c := range shown {
		add(c, true)
	}
	for _, c := range p.Offered() {
		if _, there := find(shown, c.key()); !there {
			add(c, false)
		}
	}
	return list
}

// ChooseColumns shows the columns of these keys in their order; those that are
// the standard ones are no choice, so that a later version may improve them.
func (p *Records) ChooseColumns(keys []string) {
	standard := make([]string, len(p.Columns))
	for i, c := range p.Columns {
		standard[i] = c.key()
	}
	if slices.Equal(keys, standard) {
		keys = nil
	}
	p.chosen = keys
	p.setColumns()
}
