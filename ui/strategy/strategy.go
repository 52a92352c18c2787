// Package strategy is the pane of what the customer wants and how we win there:
// initiatives as chains, goals as bars, competitors, SWOT, buying process and the
// ideal customer profile, below each other or beside each other where the pane
// is wide. What else is on record about what is under the cursor stands below.
//
//	strategy.go  the pane, its cursor and what stands below
//	commands.go  its commands
//	change.go    what they do to a plan
//	legend.go    what its marks mean
package strategy

import (
	"fmt"

	"astute/model"
	"astute/model/sheet"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/pane"
	"astute/ui/theme"
)

// Pane is the strategy of one account.
type Pane struct {
	pane.Sheet
	at      layout.Rect
	open    bool  // questions without an answer come first
	columns []int // where the columns of parts begin
}

// New returns the pane.
func New() *Pane {
	p := &Pane{}
	p.Sheet = pane.Sheet{Lay: p.lay}
	return p
}

// Title implements [pane.Pane].
func (*Pane) Title() string { return "Strategy" }

// Note implements [pane.Pane]: the part that the cursor stands in.
func (p *Pane) Note() string {
	if at := p.part(); at >= 0 {
		return sheet.Parts[at].Title
	}
	return ""
}

// lay sets the strategy into a page.
func (p *Pane) lay(d pane.Data, w, _ int) pane.Page {
	s := sheet.Strategy(d.Plan, d.Today, sheet.Options{
		W: w, Measure: grid.Width, Wrap: grid.Wrap, ASCII: d.Glyphs.Across == "-", Keys: true, Open: p.open,
	})
	p.columns = s.Columns
	return pane.FromSheet(s)
}

// Resize implements [pane.Pane]: the last lines say what else is on record.
func (p *Pane) Resize(r layout.Rect) {
	p.at = r
	r.H -= p.below()
	p.Sheet.Resize(r)
}

// The lines below that say what else is on record, with the line that parts them
// from the rest: on a low pane, on a high one, and from which height it is high.
const (
	fewBelow, manyBelow = 4, 7
	highFrom            = 30
)

func (p *Pane) below() int {
	if p.at.H >= highFrom {
		return manyBelow
	}
	return min(fewBelow, p.at.H/3)
}

// Draw implements [pane.Pane].
func (p *Pane) Draw(v grid.View, focus bool) {
	rows := v.H() - p.below()
	p.Sheet.Draw(v.Sub(layout.Rect{W: v.W(), H: rows}), focus)
	if p.Data().Plan == nil || v.H() == rows {
		return
	}
	for x := range v.W() {
		v.Text(x, rows, theme.Frame, p.Data().Glyphs.Across)
	}
	p.drawDetails(v.Sub(layout.Rect{X: 1, Y: rows + 1, W: max(0, v.W()-2), H: v.H() - rows - 1}))
}

// drawDetails says of what is under the cursor what is not seen of it above.
func (p *Pane) drawDetails(v grid.View) {
	title, details := p.details()
	lines := grid.Wrap(title, max(8, v.W()))
	style := theme.Strong
	for _, d := range details {
		lines = append(lines, grid.Wrap(d.Label+": "+d.Text, max(8, v.W()))...)
	}
	for y, line := range lines[:min(len(lines), v.H())] {
		if y > 0 {
			style = theme.Faint
		}
		v.Text(0, y, style, line)
	}
	if more := len(lines) - v.H(); more > 0 && v.H() > 0 && p.Current() != nil {
		v.Fit(0, v.H()-1, v.W(), theme.Faint, fmt.Sprintf("%d more lines: enter shows all", more+1))
	}
}

// details is what is under the cursor in a line, and what else is on record.
func (p *Pane) details() (string, []sheet.Detail) {
	r := p.Current()
	if r == nil {
		if at := p.part(); at >= 0 {
			return "a " + adds[sheet.Parts[at].Kind], []sheet.Detail{{Label: "For", Text: sheet.Parts[at].For}}
		}
		return "", nil
	}
	plan := p.Data().Plan
	details := sheet.Details(plan, r)
	if a, ok := r.(*model.ICPAnswer); ok {
		if c := plan.Get(a.Criterion); c != nil {
			details = append(details, sheet.Details(plan, c)...)
		}
	}
	if len(details) == 0 {
		details = []sheet.Detail{{Label: "Nothing else on record", Text: "E shows all that could be"}}
	}
	return r.Kind().String() + "  " + model.Title(r, plan.Name), details
}

// Current implements [pane.Pane]. A heading is no record.
func (p *Pane) Current() model.Record {
	if p.Cursor().ID.IsZero() {
		return nil
	}
	return p.Sheet.Current()
}

// part is the place of the part that the cursor stands in, -1 for none.
func (p *Pane) part() int {
	at := -1
	for _, stop := range p.Page().Stops {
		for i := range sheet.Parts {
			if stop.Target == pane.Target(sheet.Head(i)) {
				at = i
			}
		}
		if stop.Target == p.Cursor() {
			return at
		}
	}
	return -1
}

// Click implements [pane.Pane]; what stands below is not clicked through.
func (p *Pane) Click(x, y int) {
	if y < p.at.H-p.below() {
		p.Sheet.Click(x, y)
	}
}

// Sideways implements [pane.Movable]: to what stands beside the cursor on its
// line, else in the column of parts beside it; where there is neither, to the
// next in reading order.
func (p *Pane) Sideways(by int) {
	at := p.Page().Find(p.Cursor())
	if at < 0 {
		return
	}
	here, best := p.Page().Stops[at], -1
	for i, stop := range p.Page().Stops {
		if (stop.X-here.X)*by <= 0 || stop.Line != here.Line && p.column(stop.X) == p.column(here.X) {
			continue
		}
		if best < 0 || nearer(stop, p.Page().Stops[best], here) {
			best = i
		}
	}
	if best < 0 {
		p.Sheet.Sideways(by)
		return
	}
	p.Go(p.Page().Stops[best].Target)
}

// nearer reports whether a stop is nearer to a place: on a nearer line, and on
// the same line in a nearer column.
func nearer(a, b, here pane.Piece) bool {
	off := func(p pane.Piece) [2]int {
		return [2]int{max(p.Line-here.Line, here.Line-p.Line), max(p.X-here.X, here.X-p.X)}
	}
	x, y := off(a), off(b)
	return x[0] < y[0] || x[0] == y[0] && x[1] < y[1]
}

// column is the column of parts that a place lies in.
func (p *Pane) column(x int) int {
	at := 0
	for i, begin := range p.columns {
		if x >= begin {
			at = i
		}
	}
	return at
}

// jump puts the cursor on the heading of the part that many further.
func (p *Pane) jump(by int) pane.Request {
	at := p.part()
	if at < 0 {
		return nil
	}
	if head := pane.Target(sheet.Head(at)); by < 0 && p.Cursor() != head {
		by++ // back to the heading of this part first
	}
	n := len(sheet.Parts)
	head := pane.Target(sheet.Head((at + by + n) % n))
	p.Go(head)
	above, _ := p.Scrolled()
	p.Wheel(p.Page().Stops[p.Page().Find(head)].Line - above) // so that what is below it is seen
	return nil
}
