// Package list is the pane that shows the records of any kind, with columns
// made from the fields of that kind: a kind that is added later has its pane
// already.
package list

import (
	"strings"

	"astute/model"
	"astute/ui/pane"
)

// Pane is the table of the records of one kind.
type Pane struct{ pane.Records }

// New returns the pane of a kind.
func New(kind model.Kind) *Pane {
	spec := kind.Spec()
	return &Pane{pane.Records{
		Kind:    kind,
		Columns: columns(kind),
		Orders: []pane.Order{
			{Name: "as they were made", Less: func(a, b model.Record, _ pane.Data) int { return a.Base().ID.Compare(b.Base().ID) }},
			{Name: "by name", Rank: byTitle},
			{Name: "last changed first", Less: func(a, b model.Record, _ pane.Data) int { return int(b.Base().Changed - a.Base().Changed) }},
		},
		Empty: []string{"There are no " + spec.Plural + " here yet: " + spec.About + ".", "a adds the first one"},
	}}
}

// Title implements [pane.Pane].
func (p *Pane) Title() string {
	return model.Capital(p.Kind.Plural())
}

// Commands implements [pane.Pane].
func (p *Pane) Commands() []pane.Command { return p.RecordCommands() }

func byTitle(d pane.Data) pane.Ranking {
	return func(r model.Record) pane.Rank { return pane.Rank{Text: strings.ToLower(model.Title(r, d.Plan.Name))} }
}

// columns returns the columns of a kind: its fields in their order, needed and
// core ones kept longest, long texts left to the form.
func columns(kind model.Kind) []pane.Column {
	var list []pane.Column
	for i, f := range kind.Spec().New().Fields() {
		if f.Hidden || f.Fixed || f.IsLong || f.Num == model.NumAccount {
			continue
		}
		keep := 50 - i
		if f.InCore {
			keep += 100
		}
		if f.Needed {
			keep += 200
		}
		column := pane.FieldColumn(f, "", keep)
		if f.Needed && f.Type() == model.TypeText {
			column.Min, column.Max = 16, 44
			column.Stays = len(list) == 0 // the name
		}
		list = append(list, column)
	}
	return list
}
