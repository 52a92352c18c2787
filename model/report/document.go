package report

import (
	"cmp"
	"strings"

	"astute/model"
)

// document is a page of one plan. It remembers which fields of which records it
// has shown, so that the rest can follow.
type document struct {
	page
	plan  *model.Plan
	today model.Date
	named map[model.ID]bool // the shared records that the plan refers to
	left  []string          // what is not all in it: "3 more warnings"

	customer bool // for the customer: without what rules make of the plan

	// Listing fields and finding names is most of the work, so it is done once
	// for each record.
	known  map[model.ID]*parts
	names  model.Names
	people []*model.Contact
}

// parts are the fields of one record, and which of them the document has shown.
type parts struct {
	fields []model.Field
	shown  []bool // as many
}

// at is where the field of a name stands, below zero where there is none.
func (p *parts) at(name string) int {
	for i := range p.fields {
		if p.fields[i].Name == name {
			return i
		}
	}
	return -1
}

func newDocument(p *model.Plan, o Options) *document {
	d := &document{plan: p, today: o.Today, known: make(map[model.ID]*parts, len(p.Records())), names: remembered(p)}
	d.named = d.shared()
	d.people = inOrder(model.All[*model.Contact](p.Book), d.names)
	return d
}

// remembered is the names of a plan's records, each found once.
func remembered(p *model.Plan) model.Names {
	known := map[model.ID]string{}
	return func(id model.ID) string {
		name, ok := known[id]
		if !ok {
			name = p.Name(id)
			known[id] = name
		}
		return name
	}
}

// partsOf returns what a document may show of a record. It is the one place where
// documents learn of fields.
func (d *document) partsOf(r model.Record) *parts {
	id := r.Base().ID
	p := d.known[id]
	if p == nil {
		all, own := r.Fields(), r.Base().Account == d.plan.Account.ID
		fields := all[:0]
		for i := range all {
			if f := &all[i]; !f.Hidden && !f.Fixed && !(f.Num == model.NumAccount && own) {
				fields = append(fields, *f)
			}
		}
		p = &parts{fields, make([]bool, len(fields))}
		d.known[id] = p
	}
	return p
}

// fields returns what a document may show of a record.
func (d *document) fields(r model.Record) []model.Field { return d.partsOf(r).fields }

// hasShown reports whether a field of a record has been shown.
func (d *document) hasShown(r model.Record, name string) bool {
	p := d.partsOf(r)
	i := p.at(name)
	return i >= 0 && p.shown[i]
}

// words are ours, or those for the customer.
func (d *document) words(ours, theirs string) string {
	if d.customer {
		return theirs
	}
	return ours
}

// mark notes that fields of a record have been shown.
func (d *document) mark(r model.Record, names ...string) {
	for _, name := range names {
		d.find(r, name)
	}
}

// find returns a field by its name and notes that it has been shown.
func (d *document) find(r model.Record, name string) (model.Field, bool) {
	p := d.partsOf(r)
	i := p.at(name)
	if i < 0 {
		return model.Field{}, false
	}
	p.shown[i] = true
	return p.fields[i], true
}

// value returns a field's value for a cell or a list item, and notes that it has
// been shown.
func (d *document) value(r model.Record, name string) rich {
	if f, ok := d.find(r, name); ok {
		return d.inline(f)
	}
	return ""
}

// inline returns a field's value as a rich line.
func (d *document) inline(f model.Field) rich {
	if f.Type() == model.TypeTexts && !f.ByComma {
		return plain(f.Text())
	}
	return plain(f.Display(d.names))
}

// column is a column of a table of records: a field, or a cell of its own.
type column struct {
	head  string
	field string
	cell  func(r model.Record) rich
}

// col is a column that shows a field under a heading.
func col(head, field string) column { return column{head: head, field: field} }

// records writes a table of records, one a row.
func (d *document) records(list []model.Record, columns ...column) {
	head := make([]string, len(columns))
	rows := make([][]rich, len(list))
	for i, c := range columns {
		head[i] = c.head
		for n, r := range list {
			if rows[n] == nil {
				rows[n] = make([]rich, len(columns))
			}
			if c.cell != nil {
				rows[n][i] = c.cell(r)
			} else {
				rows[n][i] = d.value(r, c.field)
			}
		}
	}
	d.table(head, rows)
}

// rest lists what has not been shown yet of each record, nothing for a record
// that is shown whole.
func (d *document) rest(list []model.Record) {
	var left items
	for _, r := range list {
		if fields := d.remaining(r); len(fields) > 0 {
			i := item{text: strong(d.title(r))}
			for _, f := range fields {
				i.under = append(i.under, item{text: f})
			}
			left = append(left, i)
		}
	}
	d.tree(left)
}

// remaining returns the fields of a record that have not been shown yet, each as
// an item of a list, and notes that they have been shown.
func (d *document) remaining(r model.Record) []rich {
	var items []rich
	p := d.partsOf(r)
	for i := range p.fields {
		if f := &p.fields[i]; !p.shown[i] && !f.IsZero() {
			items = append(items, plain(f.Label)+": "+d.inline(*f))
			p.shown[i] = true
		}
	}
	return items
}

// title is what a record is called.
func (d *document) title(r model.Record) rich {
	if title := oneLine(called(r, d.names)); title != "" {
		return title
	}
	return oneLine(r.Kind().String() + " without a name")
}

// called is what a record is called, by the names of the plan that it belongs to:
// they are found once each, and a title takes listing the record's fields.
func called(r model.Record, names model.Names) string {
	if name := names(r.Base().ID); name != "" {
		return name
	}
	return model.Title(r, names)
}

// name is what the record behind a link is called.
func (d *document) name(id model.ID) rich { return oneLine(nameOf(d.names, id)) }

// nameOf is the name of a linked record; its ID when the plan does not hold it,
// "" for no link (which the plan of the people without an account would take for
// its own account, the one without an ID).
func nameOf(names model.Names, id model.ID) string {
	if id.IsZero() {
		return ""
	}
	return cmp.Or(names(id), id.String())
}

// asRecords widens a list to what the document writes.
func asRecords[R model.Record](list []R) []model.Record {
	wide := make([]model.Record, len(list))
	for i, r := range list {
		wide[i] = r
	}
	return wide
}

// byName orders records as people look them up: by title without regard to
// case, then by the order of their making. It is for one sorting of records that
// stay as they are.
func byName(names model.Names) func(a, b model.Record) int {
	folded := map[model.Record]string{}
	title := func(r model.Record) string {
		text, ok := folded[r]
		if !ok {
			text = strings.ToLower(called(r, names))
			folded[r] = text
		}
		return text
	}
	return func(a, b model.Record) int {
		return cmp.Or(strings.Compare(title(a), title(b)), a.Base().ID.Compare(b.Base().ID))
	}
}

// highest orders the words of a choice as its vocabulary does, unknown last.
func highest[C ~uint8](a, b C) int {
	if (a == 0) != (b == 0) {
		return -cmp.Compare(a, b)
	}
	return cmp.Compare(a, b)
}

// shared are the records of the plan that one of its own records refers to, of
// the kinds that all accounts share: teammates, products. They belong to the
// plan as much as its own; so do the rates between its currencies.
func (d *document) shared() map[model.ID]bool {
	p := d.plan
	var own []model.Record
	reached := map[model.ID]bool{}
	var follow func(r model.Record)
	follow = func(r model.Record) {
		if !r.Kind().LinksToShared() {
			return
		}
		fields := d.fields(r)
		for i := range fields {
			for _, id := range fields[i].Links() {
				if target := p.Get(id); target != nil && target.Kind().Scope() == model.ScopeShared && !reached[id] {
					reached[id] = true
					follow(target)
				}
			}
		}
	}
	for _, r := range p.Records() {
		if r.Kind().Scope() != model.ScopeShared {
			follow(r)
			own = append(own, r)
		}
	}
	for _, r := range model.RatesOf(p.Book, own) {
		reached[r.ID] = true
	}
	return reached
}
