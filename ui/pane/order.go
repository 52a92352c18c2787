package pane

import (
	"cmp"
	"slices"
	"strings"

	"astute/model"
)

// Order is a way to sort records, with a name. One of Less and Rank says how.
type Order struct {
	Name string // what comes first: "late first"
	Less func(a, b model.Record, d Data) int
	// Rank is for orders that look further than at the two records: it prepares
	// one sorting of all of them.
	Rank     func(d Data) Ranking
	Sections *Sections // stand over the rows in this order, nil for none
}

// Ranking answers where a record stands among others.
type Ranking func(r model.Record) Rank

// Rank is where a record stands: the lower number first, then the text.
type Rank struct {
	Unknown bool // it stands last, whichever way round the others are
	Number  float64
	Text    string
}

func (r Rank) compare(other Rank) int {
	return cmp.Or(cmp.Compare(r.Number, other.Number), strings.Compare(r.Text, other.Text))
}

// sorting is the order that a person chose: a named one, or a column.
type sorting struct {
	order  int    // of Orders
	column string // the column's key, "" for the named order
	down   bool   // of a column: the last one first
}

// Order returns the name of the order that the rows are in, "" when there is
// none to choose.
func (p *Records) Order() string {
	if c, ok := p.sortColumn(); ok {
		if p.sorting.down {
			return "by " + c.Title + ", last first"
		}
		return "by " + c.Title
	}
	if len(p.Orders) == 0 {
		return ""
	}
	return p.Orders[p.sorting.order].Name
}

func (p *Records) sortColumn() (Column, bool) { return find(p.Offered(), p.sorting.column) }

// SortNext puts the rows into the next of the named orders, or back into one
// when a column ordered them.
func (p *Records) SortNext() Request {
	if len(p.Orders) == 0 {
		return nil
	}
	if p.sorting.column == "" {
		p.sorting.order = (p.sorting.order + 1) % len(p.Orders)
	}
	return p.resort(sorting{order: p.sorting.order})
}

// SortTo puts the rows into the order of a name.
func (p *Records) SortTo(name string) Request {
	for i, o := range p.Orders {
		if o.Name == name {
			return p.resort(sorting{order: i})
		}
	}
	return nil
}

// sortHere sorts by the column of the cursor; once more, the other way round.
func (p *Records) sortHere() Request {
	if p.table.Column >= len(p.shown) {
		return nil
	}
	s := sorting{order: p.sorting.order, column: p.shown[p.table.Column].key()}
	s.down = p.sorting.column == s.column && !p.sorting.down
	return p.resort(s)
}

func (p *Records) resort(s sorting) Request {
	p.sorting = s
	p.Settle()
	return Note{Text: "sorted: " + p.Order()}
}

// ordered is all records of the kind in an order, kept because sorting a large
// plan takes longer than a key may.
type ordered struct {
	data Data
	by   sorting
	list []model.Record
}

// inOrder returns all records of the kind in their order.
func (p *Records) inOrder() []model.Record {
	if p.data.Plan == nil {
		return nil
	}
	if p.ordered.list != nil && p.ordered.data.same(p.data) && p.ordered.by == p.sorting {
		return p.ordered.list
	}
	list := slices.Clone(p.data.Plan.Of(p.Kind))
	slices.SortStableFunc(list, p.comparison(list))
	p.ordered = ordered{p.data, p.sorting, list}
	return list
}

// comparison returns how two of the records compare. Those that a column does
// not tell apart stand as the named order has them.
func (p *Records) comparison(list []model.Record) func(a, b model.Record) int {
	named := func(model.Record, model.Record) int { return 0 }
	if len(p.Orders) > 0 {
		o := p.Orders[p.sorting.order]
		named = func(a, b model.Record) int { return o.Less(a, b, p.data) }
		if o.Rank != nil {
			named = ranked(list, o.Rank(p.data), false)
		}
	}
	c, ok := p.sortColumn()
	if !ok {
		return named
	}
	rank := fieldRank(c.Num, p.data)
	if c.Rank != nil {
		rank = c.Rank(p.data)
	}
	first := ranked(list, rank, p.sorting.down)
	return func(a, b model.Record) int { return cmp.Or(first(a, b), named(a, b)) }
}

// ranked compares records by what a ranking says of each, asked once.
func ranked(list []model.Record, rank Ranking, down bool) func(a, b model.Record) int {
	ranks := make(map[model.ID]Rank, len(list))
	for _, r := range list {
		ranks[r.Base().ID] = rank(r)
	}
	way := 1
	if down {
		way = -1
	}
	return func(a, b model.Record) int {
		x, y := ranks[a.Base().ID], ranks[b.Base().ID]
		switch {
		case x.Unknown && y.Unknown:
			return 0
		case x.Unknown:
			return 1
		case y.Unknown:
			return -1
		}
		return way * x.compare(y)
	}
}

// fieldRank ranks records by a field: words of a choice as their vocabulary has
// them, days, numbers and amounts by size, anything else by its text.
func fieldRank(num int, d Data) Ranking {
	return func(r model.Record) Rank {
		f := Field(r, num)
		if num == 0 || f.IsZero() {
			return Rank{Unknown: true}
		}
		text := f.Text()
		switch f.Type() {
		case model.TypeNumber:
			if n, err := model.ParseNumber(text); err == nil {
				return Rank{Number: n.Float()}
			}
		case model.TypeMoney:
			if m, err := model.ParseMoney(text, ""); err == nil {
				n, _ := model.ParseNumber(m.Amount()) // an amount always reads as a number
				return Rank{Number: n.Float(), Text: string(m.Currency())}
			}
		case model.TypeChoice, model.TypeChoices:
			return Rank{Number: float64(slices.IndexFunc(f.Words(), func(w model.Word) bool { return w.Name == f.Items()[0] })), Text: text}
		case model.TypeDate, model.TypeInstant, model.TypeBool:
			return Rank{Text: text}
		}
		return Rank{Text: strings.ToLower(f.Display(d.Plan.Name))}
	}
}
