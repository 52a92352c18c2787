// Package contacts is the pane of the people at the customer: who they are,
// how they are classified, and when somebody last spoke to them.
//
//	contacts.go  the table
//	card.go      the card of a person beside it
package contacts

import (
	"strings"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/pane"
	"astute/ui/theme"
)

// Pane is the table of contacts.
type Pane struct{ pane.Records }

// New returns the pane.
func New() *Pane {
	columns := columns()
	return &Pane{pane.Records{
		Kind:    model.KindContact,
		Columns: columns,
		Orders: []pane.Order{
			{Name: "key players first", Rank: byWeight},
			{Name: "by name", Rank: byName},
			{Name: "longest not spoken to first", Rank: byTouch},
		},
		Card:  cardOf(columns),
		Empty: []string{"The people who decide, who back us, who stand in the way.", "a adds the first one"},
	}}
}

// Title implements [pane.Pane].
func (*Pane) Title() string { return "Contacts" }

// Commands implements [pane.Pane].
func (p *Pane) Commands() []pane.Command {
	return append(p.RecordCommands(), pane.StudyCommands(p.Current, pane.Guided)...)
}

// columns lists the columns: the name always, then the classification in the
// order of its weight in the rules, then what else there is room for.
func columns() []pane.Column {
	var list []pane.Column
	for _, c := range []struct {
		field, short string
		keep         int
	}{
		{"name", "", 100},
		{"title", "", 95},
		{"decision_role", "Role", 90},
		{"influence", "Inf", 88},
		{"support", "Sup", 89},
		{"political_status", "Sta", 87},
		{"alignment", "Aln", 70},
		{"rank", "Rnk", 80},
		{"coverage", "Cov", 75},
		{"unit", "", 40},
		{"reports_to", "", 35},
		{"function", "", 20},
		{"email", "", 10},
	} {
		f := field(c.field)
		column := pane.FieldColumn(f, c.short, c.keep)
		switch c.field {
		case "name":
			column.Min, column.Want, column.Max, column.Cell, column.Stays = 12, 20, 26, nameCell, true
		case "title":
			column.Min, column.Want, column.Max = 6, 16, 28
		case "decision_role":
			column.Title, column.Min = "Role", 4
		case "political_status":
			column.Title = "Status"
		case "coverage":
			column.Instead = proposed(proposedCoverage)
			column.Rank = byCoverage
		case "rank":
			column.Instead = proposed(proposedRank)
		}
		list = append(list, column)
	}
	touched := pane.Column{Name: "touched", Num: field("touched").Num, Cell: touchedCell, Rank: byLastTouch}
	touched.Title, touched.Short, touched.Min, touched.Max, touched.Keep = "Last spoken", "Last", 8, 11, 78
	return append(list, touched)
}

// field is a field of a contact by its name.
func field(name string) model.Field {
	return model.MustField(new(model.Contact).Fields(), name)
}

// nameCell shows key players strong and those who left faint.
func nameCell(r model.Record, _ pane.Data, _ int) grid.Cell {
	c := r.(*model.Contact)
	switch {
	case c.Left:
		return grid.Cell{Text: c.Name + " (left)", Style: theme.Faint}
	case model.KeyPlayer(c).Answer == model.Yes:
		return grid.Cell{Text: c.Name, Style: theme.Strong}
	}
	return grid.Cell{Text: c.Name}
}

// proposed shows a word that nobody has confirmed yet with a question mark, where
// one is proposed.
func proposed[V model.Vocabulary](proposal func(*model.Contact, pane.Data) model.Choice[V]) func(model.Record, pane.Data, int) (grid.Cell, bool) {
	return func(r model.Record, d pane.Data, width int) (grid.Cell, bool) {
		word := proposal(r.(*model.Contact), d)
		if word == 0 {
			return grid.Cell{}, false
		}
		text := word.String() + "?"
		if grid.Width(text) > width {
			text = word.Mark() + "?"
		}
		return grid.Cell{Text: text, Style: theme.Unknown}, true
	}
}

// proposedCoverage is what the dealings on record propose where nobody said it.
func proposedCoverage(c *model.Contact, d pane.Data) model.Coverage {
	if proposal, from := d.Plan.CoverageOf(c, d.Today); from > 0 {
		return proposal
	}
	return 0
}

// proposedRank is a rank that only the title says so far.
func proposedRank(c *model.Contact, _ pane.Data) model.Rank {
	if c.RankProposed() {
		return c.Rank
	}
	return 0
}

// touchedCell says how long ago somebody last spoke to the person.
func touchedCell(r model.Record, d pane.Data, _ int) grid.Cell {
	last := d.Plan.LastTouched(r.(*model.Contact))
	if last.IsZero() {
		return grid.Cell{Text: "never", Style: theme.Unknown}
	}
	return grid.Cell{Text: strings.TrimSuffix(pane.Ago(last, d.Today), " ago")}
}

// byWeight puts those first on whom the outcome depends: key players, then by
// pull, then by name; those who left come last.
func byWeight(pane.Data) pane.Ranking {
	return func(r model.Record) pane.Rank {
		c := r.(*model.Contact)
		weight := int(c.Political)
		if model.KeyPlayer(c).Answer == model.Yes {
			weight += 8
		}
		if c.Left {
			weight -= 100
		}
		return pane.Rank{Number: float64(-weight), Text: strings.ToLower(c.Name)}
	}
}

func byName(pane.Data) pane.Ranking {
	return func(r model.Record) pane.Rank { return pane.Rank{Text: strings.ToLower(r.(*model.Contact).Name)} }
}

// byTouch puts those first to whom nobody has spoken for longest, or ever.
func byTouch(d pane.Data) pane.Ranking {
	last := lastTouches(d)
	return func(r model.Record) pane.Rank {
		c := r.(*model.Contact)
		return pane.Rank{Text: last(c).String() + " " + strings.ToLower(c.Name)}
	}
}

// byLastTouch is the same for the column: those never spoken to are not known.
func byLastTouch(d pane.Data) pane.Ranking {
	last := lastTouches(d)
	return func(r model.Record) pane.Rank {
		day := last(r.(*model.Contact))
		return pane.Rank{Unknown: day.IsZero(), Text: day.String()}
	}
}

// lastTouches answers what [model.Plan.LastTouched] does, for all contacts of a
// plan after one look at its interactions.
func lastTouches(d pane.Data) func(*model.Contact) model.Date {
	last := map[model.ID]model.Date{}
	for _, i := range model.All[*model.Interaction](d.Plan.Book) {
		for _, id := range i.Contacts {
			if last[id].Compare(i.On) < 0 {
				last[id] = i.On
			}
		}
	}
	return func(c *model.Contact) model.Date {
		if day := last[c.ID]; c.Touched.Compare(day) < 0 {
			return day
		}
		return c.Touched
	}
}

// byCoverage ranks by what is shown: the word, else the one that is proposed.
func byCoverage(d pane.Data) pane.Ranking {
	coverages := d.Plan.Coverages(d.Today)
	return func(r model.Record) pane.Rank {
		coverage := coverages[r.(*model.Contact).ID]
		return pane.Rank{Unknown: coverage == 0, Number: float64(coverage)}
	}
}
