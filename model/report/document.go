package report

import (
	"cmp"
	"slices"
	"strings"

	"astute/model"
)

// document is a page of one plan. It remembers which fields of which records it
// has shown, so that the rest can follow.
type document struct {
	page
	plan  *model.Plan
	today model.Date
	shown map[model.ID]map[int]bool
	named map[model.ID]bool // the shared records that the plan refers to
}

func newDocument(p *model.Plan, o Options) *document {
	return &document{plan: p, today: o.Today, shown: map[model.ID]map[int]bool{}, named: named(p)}
}

// fields returns what a document may show of a record. It is the one place
// where documents learn of fields.
func (d *document) fields(r model.Record) []model.Field {
	return slices.DeleteFunc(r.Fields(), func(f model.Field) bool {
		return f.Hidden || f.Fixed || f.Num == model.NumAccount && slices.Equal(f.Links(), []model.ID{d.plan.Account.ID})
	})
}

// mark notes that fields of a record have been shown.
func (d *document) mark(r model.Record, names ...string) {
	id := r.Base().ID
	if d.shown[id] == nil {
		d.shown[id] = map[int]bool{}
	}
	for _, f := range d.fields(r) {
		if slices.Contains(names, f.Name) {
			d.shown[id][f.Num] = true
		}
	}
}

// value returns a field's value for a cell or a list item, and notes that it has
// been shown.
func (d *document) value(r model.Record, name string) md {
	d.mark(r, name)
	for _, f := range d.fields(r) {
		if f.Name == name {
			return d.inline(f)
		}
	}
	return ""
}

// inline returns a field's value as Markdown.
func (d *document) inline(f model.Field) md {
	switch f.Type() {
	case model.TypeDate, model.TypeNumber, model.TypeMoney:
		return md(f.Display(d.plan.Name)) // digits, and nothing that needs escaping
	case model.TypeTexts:
		if !f.ByComma {
			return escape(f.Text())
		}
	}
	return escape(f.Display(d.plan.Name))
}

// column is a column of a table of records: a field, or a cell of its own.
type column struct {
	head  string
	field string
	cell  func(r model.Record) md
}

// col is a column that shows a field under a heading.
func col(head, field string) column { return column{head: head, field: field} }

// records writes a table of records, one a row.
func (d *document) records(list []model.Record, columns ...column) {
	head := make([]string, len(columns))
	rows := make([][]md, len(list))
	for i, c := range columns {
		head[i] = c.head
		for n, r := range list {
			if c.cell != nil {
				rows[n] = append(rows[n], c.cell(r))
			} else {
				rows[n] = append(rows[n], d.value(r, c.field))
			}
		}
	}
	d.table(head, rows)
}

// rest lists what has not been shown yet of each record, nothing for a record
// that is shown whole.
func (d *document) rest(list []model.Record) {
	var lines []string
	for _, r := range list {
		items := d.remaining(r)
		if len(items) > 0 {
			lines = append(lines, "- "+string(strong(d.title(r))))
		}
		for _, item := range items {
			lines = append(lines, "  - "+string(item))
		}
	}
	if len(lines) > 0 {
		d.block(lines...)
	}
}

// remaining returns the fields of a record that have not been shown yet, each as
// an item of a list, and notes that they have been shown.
func (d *document) remaining(r model.Record) []md {
	var items []md
	for _, f := range d.fields(r) {
		if !f.IsZero() && !d.shown[r.Base().ID][f.Num] {
			items = append(items, escape(f.Label)+": "+d.inline(f))
			d.mark(r, f.Name)
		}
	}
	return items
}

// title is what a record is called.
func (d *document) title(r model.Record) md {
	if title := oneLine(model.Title(r, d.plan.Name)); title != "" {
		return title
	}
	return oneLine(r.Kind().String() + " without a name")
}

// name is what the record behind a link is called.
func (d *document) name(id model.ID) md { return oneLine(nameOf(d.plan, id)) }

// nameOf is the name of a linked record; its ID when the plan does not hold it,
// "" for no link (which the plan of the people without an account would take for
// its own account, the one without an ID).
func nameOf(p *model.Plan, id model.ID) string {
	if id.IsZero() {
		return ""
	}
	return cmp.Or(p.Name(id), id.String())
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
// case, then by the order of their making.
func byName(p *model.Plan) func(a, b model.Record) int {
	return func(a, b model.Record) int {
		return cmp.Or(
			strings.Compare(strings.ToLower(model.Title(a, p.Name)), strings.ToLower(model.Title(b, p.Name))),
			a.Base().ID.Compare(b.Base().ID))
	}
}

// soonest orders days with the unknown ones last.
func soonest(a, b model.Date) int {
	if a.IsZero() != b.IsZero() {
		return -a.Compare(b)
	}
	return a.Compare(b)
}

// highest orders the words of a choice as its vocabulary does, unknown last.
func highest[C ~uint8](a, b C) int {
	if (a == 0) != (b == 0) {
		return -cmp.Compare(a, b)
	}
	return cmp.Compare(a, b)
}

// named are the records of the plan that one of its own records refers to, of
// the kinds that all accounts share: teammates, products. They belong to the
// plan as much as its own.
func named(p *model.Plan) map[model.ID]bool {
	reached := map[model.ID]bool{}
	var follow func(r model.Record)
	follow = func(r model.Record) {
		for _, f := range r.Fields() {
			for _, id := range f.Links() {
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
		}
	}
	return reached
}
