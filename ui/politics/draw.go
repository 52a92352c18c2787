package politics

import (
	"strings"

	"astute/model"
	"astute/model/chart"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/pane"
	"astute/ui/theme"
)

// Draw implements [pane.Pane].
func (p *Pane) Draw(v grid.View, focus bool) {
	if len(p.people) == 0 {
		pane.DrawEmpty(v, p.emptyText())
		return
	}
	above := v.Sub(layout.Rect{W: v.W(), H: p.room()})
	switch p.view {
	case asTree:
		p.drawTree(above, focus)
	case asList:
		p.list.Draw(above, focus)
	default:
		p.drawMap(above.Sub(layout.Rect{X: 1, W: v.W() - 1, H: above.H()}), focus)
	}
	for i, line := range p.below() {
		style := theme.Faint
		if i == 0 {
			style = theme.Plain
		}
		v.Fit(1, p.room()+i, v.W()-1, style, line)
	}
}

func (p *Pane) emptyText() []string {
	switch {
	case p.filter != "":
		return []string{"Nobody matches the filter.", "esc shows all again"}
	case p.seen != nil && len(model.All[*model.Contact](p.data.Plan.Book)) > 0 && !p.deal.IsZero():
		return []string{"Nobody has a part in this opportunity yet.", "esc shows the account again"}
	}
	return []string{"Who decides, and who is near to where it is decided: everybody by rank and political status.", "a adds the first person"}
}

// drawMap draws the map: what orders it, the lines, the people.
func (p *Pane) drawMap(v grid.View, focus bool) {
	for _, row := range p.chart.Rows {
		v.Text(0, row.LabelAt, theme.Heading, row.Label)
	}
	for _, column := range p.chart.Columns {
		v.Text(column.At, p.chart.Axis(), theme.Heading, column.Label)
		guide := p.data.Glyphs.Guide
		if column.Value == int(model.Astute) {
			guide = p.data.Glyphs.Down // the inner circle has a border of its own
		}
		for y := range p.chart.H {
			v.Text(column.Guide, y, theme.Frame, guide)
		}
	}
	for _, more := range p.chart.Mores {
		v.Text(more.X, more.Y, theme.Faint, more.Text)
	}
	lined := make(map[chart.Point]bool, len(p.chart.Cells))
	for _, c := range p.chart.Cells {
		lined[chart.Point{X: c.X, Y: c.Y}] = true
		v.Text(c.X, c.Y, p.lineTone(c), c.Glyph)
	}
	onPath := p.onPath()
	for _, person := range p.chart.People {
		p.drawPerson(v, person, focus, lined[chart.Point{X: person.X - 1, Y: person.Y}], onPath[person.Contact.ID])
	}
}

// lineTones are by kind of tie.
var lineTones = [...]theme.Style{
	chart.Reports: theme.Frame, chart.Influence: theme.Accent, chart.Conflict: theme.Bad, chart.Informal: theme.Faint,
}

// lineTone is the style of a cell of a line: the path and the lines of the
// person of the cursor stand out from the others.
func (p *Pane) lineTone(c chart.Cell) theme.Style {
	first := p.chart.Lines[c.Lines[0]]
	style := lineTones[first.Kind]
	for n, i := range c.Lines {
		line := p.chart.Lines[i]
		if c.Cross && n > 0 && line.Group != first.Group {
			break // it passes under the one that is seen
		}
		switch {
		case line.OnPath:
			return theme.Strong
		case line.Of(p.cursor) && line.Kind != chart.Conflict:
			style = theme.Focus
		}
	}
	return style
}

func (p *Pane) drawPerson(v grid.View, person chart.Person, focus, lined, onPath bool) {
	id := person.Contact.ID
	name, marks := nameTone(person.Contact, person.Key), supportTone(person.Contact)
	if onPath {
		name = theme.Accent
	}
	if sign := p.ties[id]; sign != "" && !lined {
		v.Text(person.X-1, person.Y, theme.Plain, sign)
	}
	if id == p.cursor && focus {
		name, marks = theme.Selected, theme.Selected
		v.Text(person.X-1, person.Y, theme.Focus, ">")
	}
	x := v.Text(person.X, person.Y, name, strings.TrimSuffix(person.Text(), person.Marks))
	v.Text(x, person.Y, marks, person.Marks)
}

func supportTone(c *model.Contact) theme.Style {
	switch c.Support {
	case model.Champion, model.Supporter:
		return theme.Good
	case model.Opponent:
		return theme.Bad
	case model.Neutral:
		return theme.Plain
	}
	return theme.Unknown
}

// Foot says on the frame below what is going on; otherwise which lines are
// drawn where these are not the standard ones, and what the marks mean, as many
// of them as there is room for, and where the others are explained.
func (p *Pane) Foot(width int, keys bool) string {
	switch {
	case len(p.people) == 0:
		return ""
	case p.moving != nil:
		return grid.Cut("moving "+model.CleanText(p.moving.after.Name)+": "+p.moving.said(), width)
	case p.view == asList:
		return p.list.Foot(width, keys)
	}
	said := ""
	if p.view == onMap && p.layers != standard {
		said = layerNames[p.layers] + "  "
	}
	foot := said
	for _, name := range []string{"support", "decision_role"} {
		for _, w := range fieldOf(name).Words() {
			first, _, _ := strings.Cut(strings.ToLower(w.Name), " ")
			foot += w.Mark + " " + first + "  "
		}
		if grid.Width(foot) <= width {
			said = foot
		}
	}
	if more := said + "? marks"; said != foot && grid.Width(more) <= width {
		said = more
	}
	return strings.TrimSpace(said)
}
