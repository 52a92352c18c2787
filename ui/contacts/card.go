package contacts

import (
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

// card is all about a person: the classification field by field, then what the
// brief says.
func card(r model.Record, d pane.Data) []pane.CardPart {
	c := r.(*model.Contact)
	parts := []pane.CardPart{{Text: nameCell(r, d, 0).Text, Style: theme.Strong}}
	if c.JobTitle != "" {
		parts = append(parts, pane.CardPart{Text: c.JobTitle})
	}
	for _, name := range onCard {
		parts = append(parts, fieldPart(c, name, d))
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

// fieldPart is a field of the card, with the word that is proposed where nobody
// has said one.
func fieldPart(c *model.Contact, name string, d pane.Data) pane.CardPart {
	f := field(name)
	part := pane.CardPart{Label: f.Label, Text: "?", Style: theme.Unknown}
	if label := labels[name]; label != "" {
		part.Label = label
	}
	for _, column := range columns() {
		if column.Num != f.Num {
			continue
		}
		if cell := column.Cell(c, d, 1<<10); cell.Text != "" {
			part.Text, part.Style = cell.Text, cell.Style
		}
	}
	return part
}
