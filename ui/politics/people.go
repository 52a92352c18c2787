package politics

import (
	"cmp"
	"strings"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/pane"
	"astute/ui/theme"
)

// people is the list: the people of the map with what the map says in marks as
// words, whoever weighs most first.
func people() pane.Records {
	list := pane.Records{
		Kind:      model.KindContact,
		OnlyTable: true,
		Orders:    []pane.Order{{Name: "by weight", Rank: byWeight}},
		Keep:      func(r model.Record, _ pane.Data) bool { return !r.(*model.Contact).Left },
	}
	for i, field := range []struct{ name, short string }{
		{"name", ""}, {"decision_role", "Role"}, {"support", "Sup"}, {"political_status", "Sta"}, {"influence", "Inf"},
		{"coverage", "Cov"}, {"rank", "Rnk"}, {"title", ""}, {"reports_to", ""}, {"unit", ""},
	} {
		c := pane.FieldColumn(fieldOf(field.name), field.short, 100-5*i)
		switch field.name {
		case "name":
			c.Min, c.Want, c.Max, c.Stays, c.Cell = 12, 20, 26, true, nameCell
		case "decision_role":
			c.Title, c.Min = "Role", 4
		case "political_status":
			c.Title = "Status"
		case "title":
			c.Min, c.Want, c.Max = 6, 16, 28
		}
		list.Columns = append(list.Columns, c)
	}
	return list
}

// fieldOf is a field of a contact by its name.
func fieldOf(name string) model.Field { return model.MustField(new(model.Contact).Fields(), name) }

// nameCell shows key players strong.
func nameCell(r model.Record, _ pane.Data, _ int) grid.Cell {
	c := r.(*model.Contact)
	return grid.Cell{Text: c.Name, Style: nameTone(c, isKey(c))}
}

func isKey(c *model.Contact) bool { return model.KeyPlayer(c).Answer == model.Yes }

// nameTone is how a name is written: key players stand out, a seat that nobody
// holds and who left stand back.
func nameTone(c *model.Contact, key bool) theme.Style {
	switch {
	case c.Left, c.Placeholder && !key:
		return theme.Faint
	case key:
		return theme.Strong
	}
	return theme.Plain
}

// byWeight puts those first on whom the outcome depends: key players, then by
// where they stand on the map, then by rank.
func byWeight(pane.Data) pane.Ranking {
	return func(r model.Record) pane.Rank {
		c := r.(*model.Contact)
		column, _ := model.MapColumn(c)
		weight := 10 * int(column)
		if isKey(c) {
			weight += 100
		}
		if c.Rank != 0 {
			weight += int(model.Individual-c.Rank) + 1
		}
		return pane.Rank{Number: float64(-weight), Text: strings.ToLower(c.Name)}
	}
}

// weightiest is the first person of the map in the order of weight, the same one
// in every size.
func (p *Pane) weightiest() model.ID {
	rank := byWeight(p.data)
	var best model.ID
	var least pane.Rank
	for _, person := range p.chart.People {
		r := rank(person.Contact)
		if best.IsZero() || cmp.Or(cmp.Compare(r.Number, least.Number), cmp.Compare(r.Text, least.Text)) < 0 {
			best, least = person.Contact.ID, r
		}
	}
	return best
}

// listText is the list as text: all columns, parted by tabs.
func (p *Pane) listText() string {
	var b strings.Builder
	for i, c := range p.list.Columns {
		if i > 0 {
			b.WriteByte('\t')
		}
		b.WriteString(c.Title)
	}
	b.WriteByte('\n')
	for _, r := range p.list.Rows() {
		for i, c := range p.list.Columns {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(c.Show(r, p.list.Data(), 1<<20).Text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
