package politics

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"astute/model"
	"astute/ui/grid"
)

// details is how many lines below say something of the person of the cursor:
// fewer where the pane is low.
func (p *Pane) details() int {
	if p.at.H >= 28 {
		return 3
	}
	return max(0, min(2, p.at.H/4-1))
}

// below are the lines below: the path where one is shown, else what there is to
// say of the person of the cursor.
func (p *Pane) below() []string {
	if p.path != nil {
		return p.pathLines()
	}
	return p.said
}

// describe works out what is said of the person of the cursor, and a sign for
// everybody who is tied to that person.
func (p *Pane) describe() {
	p.ties, p.said, p.of = map[model.ID]string{}, nil, p.cursor
	c, ok := p.contact(p.cursor)
	if !ok || !p.shows(p.cursor) {
		return
	}
	c = p.preview(c)
	facts, tied := p.facts(c), p.tied(c)
	if p.details() == 0 {
		return
	}
	p.said = append(p.said, facts)
	p.said = append(p.said, flow(tied, p.at.W-2, p.details()-1)...)
}

// facts says who somebody is and how that person stands to us, with less of it
// where the width is short: the title goes first, then words that say nothing by
// themselves.
func (p *Pane) facts(c *model.Contact) string {
	text := p.factsIn(c, false, true)
	for _, short := range []bool{false, true} {
		if grid.Width(text) > p.at.W-2 {
			text = p.factsIn(c, short, false)
		}
	}
	return text
}

func (p *Pane) factsIn(c *model.Contact, short, title bool) string {
	facts, role, influence, support, unknown := []string{c.Name}, c.DecisionRole.String(), "influence ", "support not known yet", "coverage not known yet"
	if short {
		if role, influence = strings.NewReplacer(" Buyer", "", " Maker", "").Replace(role), "infl. "; len(c.DecisionRole.All()) > 1 {
			role = c.DecisionRole.Marks()
		}
		support, unknown = "support ?", "coverage ?"
	}
	if title && c.JobTitle != "" {
		facts = append(facts, model.CleanText(c.JobTitle))
	}
	if role != "" {
		facts = append(facts, role)
	}
	facts = append(facts, cmp.Or(c.Support.String(), support))
	if c.Influence != 0 {
		facts = append(facts, influence+c.Influence.String())
	}
	switch coverage, dealings := p.seen.CoverageOf(c, p.data.Today); {
	case coverage == 0:
		facts = append(facts, unknown)
	case dealings > 0:
		facts = append(facts, strings.ToLower(coverage.String())+"?")
	default:
		facts = append(facts, strings.ToLower(coverage.String()))
	}
	return strings.Join(facts, "  ")
}

// group is the people to whom somebody is tied in one way.
type group struct {
	sign, words string
	people      []*model.Contact
	strength    map[model.ID]model.Number
}

// tied gathers the ties of somebody, marks everybody at their other end, and says
// them one name at a time: key players first, so that they are what is read where
// there is not room for all.
func (p *Pane) tied(c *model.Contact) []string {
	g := p.data.Glyphs
	groups := []group{
		{sign: "^", words: "reports to"}, {sign: g.SwayedBy, words: "swayed by"}, {sign: g.Sways, words: "influences"},
		{sign: "x", words: "at odds with"}, {sign: "=", words: "close to"}, {sign: "v", words: "leads"},
	}
	add := func(n int, id model.ID, strength model.Number) {
		other, ok := p.contact(id)
		of := &groups[n]
		if !ok || slices.Contains(of.people, other) {
			return
		}
		if of.strength == nil {
			of.strength = map[model.ID]model.Number{}
		}
		of.people, of.strength[id] = append(of.people, other), strength
		if p.ties[id] == "" {
			p.ties[id] = of.sign
		}
	}
	add(0, c.ReportsTo, model.Number{})
	for _, line := range p.lines {
		switch {
		case line.Type == model.Influences && line.To == c.ID:
			add(1, line.From, line.Strength)
		case line.Type == model.Influences && line.From == c.ID:
			add(2, line.To, line.Strength)
		case line.From == c.ID || line.To == c.ID:
			other := line.From
			if other == c.ID {
				other = line.To
			}
			add(map[model.LineType]int{model.Conflicts: 3, model.Informal: 4}[line.Type], other, model.Number{})
		}
	}
	for _, other := range p.people {
		if other.ReportsTo == c.ID && !other.Left {
			add(5, other.ID, model.Number{})
		}
	}
	var said []string
	if _, note := model.MapColumn(c); note != "" {
		said = append(said, "! "+note)
	}
	for _, of := range groups {
		said = append(said, of.said()...)
	}
	return said
}

// strengths are how an influence is said by its strength.
var strengths = map[model.Number]string{model.NumberOf(1): " a little", model.NumberOf(3): " strongly"}

// said is the group one name at a time, the first with the words before it.
func (g *group) said() []string {
	slices.SortStableFunc(g.people, func(a, b *model.Contact) int {
		if isKey(a) != isKey(b) {
			if isKey(a) {
				return -1
			}
			return 1
		}
		return cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	})
	var said []string
	for i, c := range g.people {
		name := c.Name + strengths[g.strength[c.ID]]
		switch {
		case i == 0:
			name = g.sign + " " + g.words + " " + name
		default:
			name = ", " + name
		}
		said = append(said, name)
	}
	return said
}

// flow sets pieces into at most so many lines of a width; those that have no
// room are counted at the end. A piece that begins with a comma follows the one
// before it.
func flow(pieces []string, width, most int) []string {
	var lines []string
	for i, piece := range pieces {
		room := width
		rest := fmt.Sprintf("  +%d", len(pieces)-i)
		if len(lines) == most && i < len(pieces)-1 {
			room -= grid.Width(rest)
		}
		piece = grid.Cut(piece, width)
		last := len(lines) - 1
		joined := ""
		if last >= 0 {
			joined = lines[last] + "  " + piece
			if strings.HasPrefix(piece, ", ") {
				joined = lines[last] + piece
			}
		}
		switch {
		case last >= 0 && grid.Width(joined) <= room:
			lines[last] = joined
		case len(lines) < most:
			if last >= 0 && strings.HasPrefix(piece, ", ") {
				lines[last] += ","
			}
			lines = append(lines, strings.TrimPrefix(piece, ", "))
		default:
			if last >= 0 {
				lines[last] = grid.Cut(lines[last], width-grid.Width(rest)) + rest
			}
			return lines
		}
	}
	return lines
}
