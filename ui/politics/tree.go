package politics

import (
	"astute/model"
	"astute/model/chart"
	"astute/ui/grid"
	"astute/ui/pane"
	"astute/ui/theme"
)

// tree is the org chart: who reports to whom, as rows.
type tree struct {
	chart  *chart.Org
	folded map[model.ID]bool // below whom nobody is shown
	offset int               // rows above the first one seen
	h      int
}

// layTree lays the org chart out.
func (p *Pane) layTree() {
	size := p.size()
	p.tree.h = size.H
	p.tree.chart = chart.NewOrg(p.people, chart.OrgOptions{W: max(0, size.W), Measure: grid.Width, ASCII: p.ascii(), Collapsed: p.tree.folded})
}

// follow scrolls as little as shows a person.
func (t *tree) follow(id model.ID) {
	if at := t.chart.Find(id); at >= 0 {
		t.offset = max(min(t.offset, at), at-t.h+1)
	}
	t.offset = max(0, min(t.offset, len(t.chart.Rows)-t.h))
}

func (t *tree) scrolled() (above, total int) {
	if len(t.chart.Rows) <= t.h {
		return 0, 0
	}
	return t.offset, len(t.chart.Rows)
}

// reveal unfolds what hides a person. It reports false when the tree does not
// have that person.
func (p *Pane) reveal(id model.ID) bool {
	if p.tree.chart.Find(id) >= 0 {
		return true
	}
	was := len(p.tree.folded)
	met := map[model.ID]bool{}
	for c, ok := p.contact(id); ok && !met[c.ID]; c, ok = p.contact(c.ReportsTo) {
		met[c.ID] = true
		delete(p.tree.folded, c.ReportsTo)
	}
	if len(p.tree.folded) < was {
		p.layTree()
	}
	return p.tree.chart.Find(id) >= 0
}

// climb moves the cursor by rows of the tree.
func (p *Pane) climb(rows int) {
	last := len(p.tree.chart.Rows) - 1
	if at := max(0, min(p.tree.chart.Find(p.cursor)+rows, last)); at <= last {
		p.cursor = p.tree.chart.Rows[at].Contact.ID
		p.tree.follow(p.cursor)
	}
}

// branch folds the rows below the cursor or goes up where there are none, and
// the other way round unfolds them or goes down to the first: as trees do.
func (p *Pane) branch(open bool) {
	t := &p.tree
	at := t.chart.Find(p.cursor)
	if at < 0 {
		return
	}
	row := t.chart.Rows[at]
	switch {
	case open && row.Folded, !open && row.Below > 0 && !row.Folded:
		p.fold()
	case open && row.Below > 0:
		p.climb(1)
	case !open:
		if up := t.chart.Parent(at); up >= 0 {
			p.climb(up - at)
		}
	}
}

// fold hides who is below the person of the cursor, or shows them again.
func (p *Pane) fold() pane.Request {
	t := &p.tree
	at := t.chart.Find(p.cursor)
	if at < 0 || t.chart.Rows[at].Below == 0 {
		return pane.Note{Text: "nobody reports to this person: there is nothing to fold"}
	}
	if t.folded[p.cursor] {
		delete(t.folded, p.cursor)
	} else {
		t.folded[p.cursor] = true
	}
	p.layTree()
	t.follow(p.cursor)
	return nil
}

func (p *Pane) clickTree(y int) {
	if at := p.tree.offset + y; y >= 0 && at < len(p.tree.chart.Rows) {
		p.cursor = p.tree.chart.Rows[at].Contact.ID
	}
}

// drawTree draws the rows that are seen.
func (p *Pane) drawTree(v grid.View, focus bool) {
	t := &p.tree
	onPath := p.onPath()
	for y := range min(v.H(), len(t.chart.Rows)-t.offset) {
		row := t.chart.Rows[t.offset+y]
		id := row.Contact.ID
		branch, name, marks, rest := t.chart.Pieces(row)
		called, signs := nameTone(row.Contact, row.Key), supportTone(row.Contact)
		if onPath[id] {
			called = theme.Accent
		}
		if sign := p.ties[id]; sign != "" {
			v.Text(0, y, theme.Plain, sign)
		}
		if id == p.cursor && focus {
			called, signs = theme.Selected, theme.Selected
			v.Text(0, y, theme.Focus, ">")
		}
		x := v.Text(1, y, theme.Frame, branch)
		x = v.Text(x, y, called, name)
		if name != "" {
			x = v.Text(x, y, called, " ")
		}
		x = v.Text(x, y, signs, marks)
		style := theme.Faint
		if row.Note != "" {
			style = theme.Warn
		}
		v.Text(x+2, y, style, rest)
	}
}
