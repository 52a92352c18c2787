// Package politics is the pane of the political map: the people of an account
// by rank and political status, with letters for role and support.
package politics

import (
	"fmt"
	"strings"

	"astute/model"
	"astute/model/chart"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/pane"
	"astute/ui/theme"
)

// Pane is the political map.
type Pane struct {
	data   pane.Data
	match  func(model.Record) bool
	filter string
	at     layout.Rect
	chart  *chart.Map
	cursor model.ID // the person that the keys act on
	ties   map[model.ID]string
	detail []string
}

// New returns the pane.
func New() *Pane { return &Pane{chart: chart.NewMap(nil, nil, chart.Size{}, chart.Options{})} }

// Title implements [pane.Pane].
func (*Pane) Title() string { return "Political map" }

// Note implements [pane.Pane].
func (p *Pane) Note() string {
	switch {
	case p.filter != "":
		return fmt.Sprintf("/%s  %d", p.filter, len(p.chart.People))
	case len(p.chart.Out) > 0:
		return fmt.Sprintf("%d not shown", len(p.chart.Out))
	}
	return ""
}

// Show implements [pane.Pane].
func (p *Pane) Show(d pane.Data) {
	p.data = d
	p.arrange()
}

// Resize implements [pane.Pane].
func (p *Pane) Resize(r layout.Rect) {
	p.at = r
	p.arrange()
}

// Filter implements [pane.Pane].
func (p *Pane) Filter(text string, match func(model.Record) bool) {
	p.filter, p.match = text, match
	p.arrange()
}

// Filtered implements [pane.Pane].
func (p *Pane) Filtered() string { return p.filter }

// Reset implements [pane.Pane].
func (p *Pane) Reset() bool {
	was := p.filter
	p.Filter("", nil)
	return was != ""
}

// Kinds implements [pane.Pane].
func (*Pane) Kinds() []model.Kind { return []model.Kind{model.KindContact} }

// details is how many lines below the map tell about the person of the cursor:
// fewer where the map itself is low.
func (p *Pane) details() int { return max(0, min(2, p.at.H/4-1)) }

// arrange lays the map out anew; the cursor stays on its person, or goes to the
// first one where that one is gone.
func (p *Pane) arrange() {
	var people []*model.Contact
	var lines []*model.Line
	if p.data.Plan != nil {
		lines = model.All[*model.Line](p.data.Plan.Book)
		for _, c := range model.All[*model.Contact](p.data.Plan.Book) {
			if p.match == nil || p.match(c) {
				people = append(people, c)
			}
		}
	}
	p.chart = chart.NewMap(people, lines, chart.Size{W: p.at.W - 1, H: p.at.H - p.details(), Measure: grid.Width},
		chart.Options{Layers: chart.AllLayers, Focus: p.cursor, ASCII: p.data.Glyphs.Across == "-"})
	if p.chart.Find(p.cursor) < 0 {
		p.cursor = model.ID{}
		if len(p.chart.People) > 0 {
			p.cursor = p.chart.People[0].Contact.ID
		}
	}
	p.describe()
}

// describe works out what is said about the person of the cursor: the two lines
// below the map, and a mark at everybody who is tied to that person.
func (p *Pane) describe() {
	p.ties, p.detail = map[model.ID]string{}, nil
	c, ok := p.Current().(*model.Contact)
	if !ok {
		return
	}
	facts := []string{c.Name}
	for _, fact := range []string{c.JobTitle, c.DecisionRole.String(), c.Support.String()} {
		if fact != "" {
			facts = append(facts, fact)
		}
	}
	if c.Influence != 0 {
		facts = append(facts, "influence "+c.Influence.String())
	}
	if c.Support == 0 {
		facts = append(facts, "support not known yet")
	}
	p.detail = []string{strings.Join(facts, "  "), strings.Join(p.tied(c), "  ")}
	if _, note := model.MapColumn(c); note != "" {
		p.detail[1] = strings.TrimSpace("! " + note + "  " + p.detail[1])
	}
}

// tied marks everybody tied to a person and says how.
func (p *Pane) tied(c *model.Contact) []string {
	var said []string
	mark := func(id model.ID, sign, words string) {
		p.ties[id] = sign
		said = append(said, sign+" "+words+" "+p.data.Plan.Name(id))
	}
	if !c.ReportsTo.IsZero() {
		mark(c.ReportsTo, "^", "reports to")
	}
	for _, line := range model.All[*model.Line](p.data.Plan.Book) {
		switch {
		case line.Type == model.Influences && line.From == c.ID:
			mark(line.To, p.data.Glyphs.Sways, "influences")
		case line.Type == model.Influences && line.To == c.ID:
			mark(line.From, p.data.Glyphs.SwayedBy, "swayed by")
		case line.From == c.ID || line.To == c.ID:
			other := line.From
			if other == c.ID {
				other = line.To
			}
			if line.Type == model.Conflicts {
				mark(other, "x", "at odds with")
			} else {
				mark(other, "=", "close to")
			}
		}
	}
	for _, other := range model.All[*model.Contact](p.data.Plan.Book) {
		if other.ReportsTo == c.ID && !other.Left {
			if p.ties[other.ID] == "" {
				p.ties[other.ID] = "v"
			}
		}
	}
	return said
}

// Draw implements [pane.Pane].
func (p *Pane) Draw(v grid.View, focus bool) {
	if len(p.chart.People) == 0 {
		pane.DrawEmpty(v, p.emptyText())
		return
	}
	m := v.Sub(layout.Rect{X: 1, W: v.W() - 1, H: v.H()})
	for _, row := range p.chart.Rows {
		m.Text(0, row.LabelAt, theme.Heading, row.Label)
	}
	for _, column := range p.chart.Columns {
		m.Text(column.At, p.chart.Axis(), theme.Heading, column.Label)
		guide := p.data.Glyphs.Guide
		if column.Value == int(model.Astute) {
			guide = p.data.Glyphs.Down // the inner circle has a border of its own
		}
		for y := range p.chart.H {
			m.Text(column.Guide, y, theme.Frame, guide)
		}
	}
	for _, more := range p.chart.Mores {
		m.Text(more.X, more.Y, theme.Faint, more.Text)
	}
	lined := map[chart.Point]bool{}
	for _, c := range p.chart.Cells {
		lined[chart.Point{X: c.X, Y: c.Y}] = true
		m.Text(c.X, c.Y, p.lineTone(c), c.Glyph)
	}
	for _, person := range p.chart.People {
		p.drawPerson(m, person, focus, lined[chart.Point{X: person.X - 1, Y: person.Y}])
	}
	for i, line := range p.detail[:min(p.details(), len(p.detail))] {
		style := theme.Plain
		if i > 0 {
			style = theme.Faint
		}
		m.Fit(0, v.H()-p.details()+i, m.W(), style, line)
	}
}

// lineTone is the style of a cell of a line: those of the person of the cursor
// stand out, and conflicts do.
func (p *Pane) lineTone(c chart.Cell) theme.Style {
	for _, i := range c.Lines {
		if line := p.chart.Lines[i]; line.Of(p.cursor) {
			return theme.Accent
		} else if line.Kind == chart.Conflict {
			return theme.Bad
		}
	}
	return theme.Frame
}

func (p *Pane) drawPerson(v grid.View, person chart.Person, focus, lined bool) {
	id := person.Contact.ID
	name, marks := theme.Plain, supportTone(person.Contact)
	if person.Key {
		name = theme.Strong
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

// Foot says on the frame below the map what the marks mean: those of support,
// and those of the roles where there is room for all of them.
func (p *Pane) Foot(width int, _ bool) (said string) {
	if len(p.chart.People) == 0 {
		return ""
	}
	foot := ""
	for _, name := range []string{"support", "decision_role"} {
		f, _ := model.FieldNamed(new(model.Contact).Fields(), name)
		for _, w := range f.Words() {
			first, _, _ := strings.Cut(strings.ToLower(w.Name), " ")
			foot += w.Mark + " " + first + "  "
		}
		if grid.Width(foot) <= width {
			said = strings.TrimSpace(foot)
		}
	}
	return said
}

func (p *Pane) emptyText() []string {
	if p.filter != "" {
		return []string{"Nobody matches the filter.", "esc shows all again"}
	}
	return []string{"Who decides, and who is near to where it is decided: everybody by rank and political status.", "a adds the first person"}
}

// Scrolled implements [pane.Pane]; the map is never scrolled.
func (*Pane) Scrolled() (above, total int) { return 0, 0 }

// Current implements [pane.Pane].
func (p *Pane) Current() model.Record {
	if i := p.chart.Find(p.cursor); i >= 0 {
		return p.chart.People[i].Contact
	}
	return nil
}

// Seek implements [pane.Pane].
func (p *Pane) Seek(id model.ID) bool {
	if p.chart.Find(id) < 0 {
		return false
	}
	p.cursor = id
	p.describe()
	return true
}

// Click implements [pane.Pane].
func (p *Pane) Click(x, y int) {
	for _, person := range p.chart.People {
		if y == person.Y && x-1 >= person.X-1 && x-1 < person.X+person.W {
			p.Seek(person.Contact.ID)
		}
	}
}

// Wheel implements [pane.Pane].
func (p *Pane) Wheel(rows int) { p.step(0, max(-1, min(1, rows))) }
