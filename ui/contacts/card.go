package contacts

import (
	"cmp"
	"slices"
	"strings"

	"astute/model"
	"astute/model/report"
	"astute/ui/pane"
	"astute/ui/theme"
)

// onCard are the fields that the card names one by one, each with the value or a
// question mark: what is not known yet is to be seen too.
var onCard = []string{
	"decision_role", "influence", "support", "alignment", "political_status", "coverage", "rank", "unit", "reports_to",
}

// labels are the fields whose labels are too long for a card.
var labels = map[string]string{"decision_role": "Role", "political_status": "Status"}

// saidAlready are the sections of the brief that the fields above say.
var saidAlready = []string{"role"}

// cardOf returns what makes the card of a person: all that is known, the
// classification field by field as the columns have it, then what the brief says.
func cardOf(columns []pane.Column) func(r model.Record, d pane.Data) []pane.CardPart {
	var shown []named
	for _, name := range onCard {
		f := field(name)
		at := slices.IndexFunc(columns, func(c pane.Column) bool { return c.Num == f.Num })
		shown = append(shown, named{cmp.Or(labels[name], f.Label), columns[at]})
	}
	return func(r model.Record, d pane.Data) []pane.CardPart { return card(r.(*model.Contact), shown, d) }
}

// named is a column with its label on the card.
type named struct {
	label  string
	column pane.Column
}

func card(c *model.Contact, shown []named, d pane.Data) []pane.CardPart {
	parts := []pane.CardPart{{Text: nameCell(c, d, 0).Text, Style: theme.Strong}}
	if c.JobTitle != "" {
		parts = append(parts, pane.CardPart{Text: c.JobTitle})
	}
	for _, n := range shown {
		part := pane.CardPart{Label: n.label, Text: "?", Style: theme.Unknown}
		if cell := n.column.Show(c, d, 1<<10); cell.Text != "" {
			part.Text, part.Style = cell.Text, cell.Style
		}
		parts = append(parts, part)
	}
	for _, s := range report.BriefOf(d.Plan, c, d.Today).Sections {
		if slices.Contains(saidAlready, s.Key) {
			continue
		}
		part := pane.CardPart{Label: s.Heading, Text: strings.Join(s.Lines, "\n"), Whole: true}
		if s.Plain {
			part.Label = ""
		}
		parts = append(parts, part)
	}
	return parts
}
