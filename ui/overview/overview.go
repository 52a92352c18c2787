// Package overview is the pane of the account at one look: what the plan is,
// what the business is, how it decides, how we stand, what is doubtful, what is
// not known yet and what comes next. Every fact can be edited where it stands.
//
//	overview.go  the pane: cursor, scrolling, drawing
//	facts.go     what is said, in the order of its weight
//	flow.go      facts set into lines of a width
package overview

import (
	"fmt"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/pane"
	"astute/ui/theme"
)

// Pane is the overview of one account.
type Pane struct {
	data   pane.Data
	at     layout.Rect
	page   page
	cursor target // what the keys act on
	offset int    // lines above the first one seen
}

// New returns the pane.
func New() *Pane { return &Pane{} }

// Title implements [pane.Pane].
func (*Pane) Title() string { return "Overview" }

// Note implements [pane.Pane].
func (*Pane) Note() string { return "" }

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

// Filter implements [pane.Pane]. The overview is no list: it shows the account
// whole, whatever the lists are narrowed to.
func (*Pane) Filter(string, func(model.Record) bool) {}

// Filtered implements [pane.Pane].
func (*Pane) Filtered() string { return "" }

// Reset implements [pane.Pane].
func (*Pane) Reset() bool { return false }

// Kinds implements [pane.Pane].
func (*Pane) Kinds() []model.Kind { return nil }

// arrange sets everything into lines; the cursor stays on its fact, or near it
// when that is gone.
func (p *Pane) arrange() {
	near := p.page.find(p.cursor)
	p.page = page{}
	if p.data.Plan != nil {
		p.page = flow(facts(p.data), p.at.W-1)
	}
	if p.page.find(p.cursor) < 0 && len(p.page.stops) > 0 {
		p.cursor = p.page.stops[max(0, min(near, len(p.page.stops)-1))].target
	}
	p.follow()
}

// follow scrolls as little as shows the cursor.
func (p *Pane) follow() {
	if i := p.page.find(p.cursor); i >= 0 {
		line := p.page.stops[i].line
		if line < p.offset || i == 0 {
			p.offset = line
		}
		if i == 0 {
			p.offset = 0
		}
		if line >= p.offset+p.at.H {
			p.offset = line - p.at.H + 1
		}
	}
	p.offset = max(0, min(p.offset, p.page.lines-p.at.H))
}

// Draw implements [pane.Pane].
func (p *Pane) Draw(v grid.View, focus bool) {
	for _, piece := range p.page.pieces {
		y := piece.line - p.offset
		if y < 0 || y >= v.H() {
			continue
		}
		style := piece.style
		if focus && piece.target == p.cursor && p.cursor != (target{}) {
			style = theme.Row
			if piece.first {
				v.Text(0, y, theme.Focus, ">")
			}
		}
		v.Text(1+piece.x, y, style, piece.text)
	}
}

// Scrolled implements [pane.Pane].
func (p *Pane) Scrolled() (above, total int) {
	if p.page.lines <= p.at.H {
		return 0, 0
	}
	return p.offset, p.page.lines
}

// Current implements [pane.Pane].
func (p *Pane) Current() model.Record {
	if p.data.Plan == nil || p.cursor == (target{}) {
		return nil
	}
	return p.data.Plan.Get(p.cursor.id)
}

// Seek implements [pane.Pane].
func (p *Pane) Seek(id model.ID) bool {
	for _, stop := range p.page.stops {
		if stop.target.id == id {
			p.cursor = stop.target
			p.follow()
			return true
		}
	}
	return false
}

// Click implements [pane.Pane].
func (p *Pane) Click(x, y int) {
	for _, piece := range p.page.pieces {
		if piece.target != (target{}) && piece.line == y+p.offset && x-1 >= piece.x && x-1 < piece.x+piece.w {
			p.cursor = piece.target
		}
	}
}

// Wheel implements [pane.Pane].
func (p *Pane) Wheel(rows int) { p.offset = max(0, min(p.offset+rows, p.page.lines-p.at.H)) }

// Move implements [pane.Movable]: to the nearest fact that many lines further.
func (p *Pane) Move(rows int) {
	at := p.page.find(p.cursor)
	if at < 0 {
		return
	}
	p.cursor = p.page.stops[p.page.vertically(at, rows)].target
	p.follow()
}

// Sideways implements [pane.Movable].
func (p *Pane) Sideways(by int) {
	if at := p.page.find(p.cursor); at >= 0 {
		p.cursor = p.page.stops[max(0, min(at+by, len(p.page.stops)-1))].target
		p.follow()
	}
}

// Seen implements [pane.Movable].
func (p *Pane) Seen() int { return p.at.H }

// Commands implements [pane.Pane].
func (p *Pane) Commands() []pane.Command {
	why := ""
	if p.Current() == nil {
		why = "there is no account here yet: A makes one"
	}
	open := func() pane.Request { return pane.Brief{ID: p.cursor.id} }
	return append([]pane.Command{
		{Name: "edit the field", Keys: []string{"e"}, Hint: "edit", Why: why, Do: p.edit,
			Help: "change the fact under the cursor, in place"},
		{Name: "edit all fields", Keys: []string{"E"}, Hint: "all", Why: why,
			Help: "the whole account, or what is under the cursor, as a form",
			Do:   func() pane.Request { return pane.EditForm{Record: p.Current()} }},
		{Name: "add something", Keys: []string{"a"}, Hint: "add", Why: why, Do: func() pane.Request { return pane.Add{} },
			Help: "a new record of any kind: an initiative, a goal, a review, a milestone"},
		{Name: "remove", Keys: []string{"D"}, Why: why, Do: func() pane.Request { return pane.Remove{Records: []model.Record{p.Current()}} },
			Help: "what is under the cursor; names what goes with it and asks first"},
		{Name: "open", Keys: []string{"enter"}, Hint: "open", Why: why, Do: open,
			Help: "the account's brief, or all about what is under the cursor"},
		{Name: "copy", Keys: []string{"y"}, Why: why, Help: "the overview as text, to the clipboard",
			Do: func() pane.Request { return pane.Copy{Text: p.page.text(), What: "overview"} }},
	}, pane.Moves(p)...)
}

// edit asks to edit the fact under the cursor: its field, or the whole record
// where the fact is one.
func (p *Pane) edit() pane.Request {
	r := p.Current()
	if r == nil {
		return nil
	}
	if p.cursor.num == 0 {
		return pane.EditForm{Record: r}
	}
	stop := p.page.stops[p.page.find(p.cursor)]
	return pane.EditField{Record: r, Num: p.cursor.num,
		At: layout.Rect{X: p.at.X + 1 + stop.x, Y: p.at.Y + stop.line - p.offset, W: stop.w, H: 1}}
}

// String says where the cursor stands; it helps tests to tell.
func (t target) String() string { return fmt.Sprintf("%s.%d", t.id, t.num) }
