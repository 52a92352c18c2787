package actions

import (
	"fmt"
	"slices"
	"strings"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/pane"
	"astute/ui/theme"
)

// The board shows the rows of the table as cards in columns, one for each
// status. The cursor is that of the table, so that every key means the same card
// here and there.

// lanes are the columns of the board. What nobody said anything of has not begun.
var lanes = []model.Progress{model.NotStarted, model.InProgress, model.Complete, model.Deferred}

func laneOf(a *model.Action) int { return max(0, slices.Index(lanes, a.Status)) }

// laneWidth is how wide a column must be for all to be as wide; below that the
// one of the cursor gets what the others can spare.
const (
	laneWidth = 24
	leastLane = 10
	gutter    = 2 // before a card: the marks of the cursor and of what is marked
)

// lane is a column of the board with the cards of it that are seen.
type lane struct {
	x, w  int
	cards []*model.Action // all of them
	first int             // the place of the first one seen
	seen  []card
	here  bool // the cursor stands in it
}

// card is a card at its place in the board.
type card struct {
	action *model.Action
	y      int
	lines  []string
}

// lay lays the board out in a room of that size.
func (p *Pane) lay(w, h int) []lane {
	list := make([]lane, len(lanes))
	here, at := 0, -1
	for _, r := range p.Rows() {
		a, ok := r.(*model.Action)
		if !ok || a.Status == model.Cancelled {
			continue
		}
		l := laneOf(a)
		if a == p.Current() {
			here, at = l, len(list[l].cards)
		}
		list[l].cards = append(list[l].cards, a)
	}
	slices.SortStableFunc(list[2].cards, func(a, b *model.Action) int { return b.Done.Compare(a.Done) })
	if here == 2 {
		at = slices.Index(list[2].cards, p.Current().(*model.Action))
	}
	list[here].here = at >= 0
	x := 0
	for i := range list {
		l := &list[i]
		l.x, l.w = x, laneSpace(w, i, here)
		x += l.w + 1
		if l.here {
			l.scroll(p, at, h-1)
		}
		l.fill(p, h-1)
	}
	return list
}

// laneSpace is how wide a column is.
func laneSpace(w, i, here int) int {
	room := w - (len(lanes) - 1)
	each := room / len(lanes)
	if each >= laneWidth {
		if i == len(lanes)-1 {
			return room - each*(len(lanes)-1)
		}
		return each
	}
	least := max(leastLane, room/6)
	if i == here {
		return room - least*(len(lanes)-1)
	}
	return least
}

// scroll leaves so many of the first cards out that the one at a place is seen.
func (l *lane) scroll(p *Pane, at, h int) {
	l.first = at
	for used := len(p.cardLines(l.cards[at], l.w)); l.first > 0; l.first-- {
		used += len(p.cardLines(l.cards[l.first-1], l.w))
		if used > h-2 { // a line says how many there are above, one how many below
			break
		}
	}
}

// fill places cards from the first one seen on.
func (l *lane) fill(p *Pane, h int) {
	y := 1
	if l.first > 0 {
		y++
	}
	for i := l.first; i < len(l.cards); i++ {
		lines := p.cardLines(l.cards[i], l.w)
		room := h + 1 - y
		if i < len(l.cards)-1 {
			room-- // for how many more there are
		}
		if len(lines) > room && i > l.first {
			break
		}
		l.seen = append(l.seen, card{l.cards[i], y, lines[:max(0, min(len(lines), room))]})
		y += len(lines)
	}
}

// cardLines are what a card says: what is to be done, then when and by whom.
func (p *Pane) cardLines(a *model.Action, width int) []string {
	width -= gutter
	lines := grid.Wrap(a.Name, width)
	if len(lines) > 2 {
		lines = []string{lines[0], grid.Cut(lines[1]+" "+lines[2], width)}
	}
	when := p.marks(a) + cardDay(a, p.Data().Today)
	if owner := p.Data().Plan.Name(a.Owner); owner != "" {
		when += "  " + owner
	}
	return append(lines, grid.Cut(strings.TrimSpace(when), width))
}

// cardDay says in few columns when an action is due, or was done.
func cardDay(a *model.Action, today model.Date) string {
	switch {
	case a.Status == model.Complete && !a.Done.IsZero():
		return pane.Ago(a.Done, today)
	case over(a.Status) && a.Due.IsZero():
		return ""
	case over(a.Status) && a.Due.Year() != today.Year():
		return a.Due.Time().Format("Jan 2006")
	case over(a.Status):
		return shortDay(a.Due)
	}
	return whenCell(a.Status, a.Due, today).Text
}

// drawBoard draws the board.
func (p *Pane) drawBoard(v grid.View, focus bool) {
	list := p.lay(v.W(), v.H())
	for i, l := range list {
		style := theme.Heading
		if l.here {
			style = theme.Strong
		}
		v.Fit(l.x, 0, l.w, style, laneHead(lanes[i], l, p.Data().Today))
		if i > 0 {
			for y := range v.H() {
				v.Text(l.x-1, y, theme.Frame, p.Data().Glyphs.Down)
			}
		}
		in := v.Sub(layout.Rect{X: l.x, W: l.w, H: v.H()})
		if l.first > 0 {
			in.Fit(gutter, 1, l.w-gutter, theme.Faint, fmt.Sprintf("%d above", l.first))
		}
		for _, c := range l.seen {
			p.drawCard(in, c, focus)
		}
		if below := len(l.cards) - l.first - len(l.seen); below > 0 {
			in.Fit(gutter, v.H()-1, l.w-gutter, theme.Faint, fmt.Sprintf("%d more", below))
		}
	}
}

// laneHead is the heading of a column: its status and how many there are, what
// is late loud.
func laneHead(status model.Progress, l lane, today model.Date) string {
	late := 0
	for _, a := range l.cards {
		if a.Late(today) {
			late++
		}
	}
	tail := fmt.Sprint(len(l.cards))
	if late > 0 {
		tail += fmt.Sprintf(" !%d", late)
	}
	return grid.Cut(status.String(), max(1, l.w-len(tail)-1)) + " " + tail
}

func (p *Pane) drawCard(v grid.View, c card, focus bool) {
	a := c.action
	for i, line := range c.lines {
		style := theme.Plain
		switch {
		case i == len(c.lines)-1 && i > 0 && a.Late(p.Data().Today):
			style = theme.Bad
		case i == len(c.lines)-1 && i > 0:
			style = theme.Faint
		case !a.Open():
			style = theme.Done
		}
		v.Fit(gutter, c.y+i, v.W()-gutter, style, line)
		if a == p.Current() && focus {
			v.Restyle(0, c.y+i, v.W(), theme.Row)
		}
	}
	if slices.ContainsFunc(p.Marked(), func(r model.Record) bool { return r.Base().ID == a.ID }) {
		v.Text(1, c.y, theme.Marked, "*")
	}
	if a == p.Current() && focus {
		v.Text(0, c.y, theme.Focus, ">")
	}
}

// boardCursor moves the cursor over the board.
type boardCursor struct{ p *Pane }

// step puts the cursor on the card so many further in a column.
func (b boardCursor) step(l lane, at int) {
	if len(l.cards) > 0 {
		b.p.Seek(l.cards[max(0, min(at, len(l.cards)-1))].ID)
	}
}

// here returns the columns, the place of the cursor's among them, and of its
// card in that; false where there is none.
func (b boardCursor) here() (list []lane, column, at int, ok bool) {
	list = b.p.lay(b.p.area.W, b.p.area.H)
	for i, l := range list {
		if l.here {
			return list, i, slices.Index(l.cards, b.p.Current().(*model.Action)), true
		}
	}
	return list, 0, 0, false
}

// Move implements [pane.Movable].
func (b boardCursor) Move(rows int) {
	if list, column, at, ok := b.here(); ok {
		b.step(list[column], at+rows)
	}
}

// Sideways implements [pane.Movable]: to the next column that has cards, as far
// down as before.
func (b boardCursor) Sideways(columns int) {
	list, column, at, ok := b.here()
	way := 1
	if columns < 0 {
		way = -1
	}
	for i := column + way; ok && i >= 0 && i < len(list); i += way {
		if len(list[i].cards) > 0 {
			b.step(list[i], at-list[column].first+list[i].first)
			return
		}
	}
}

// Seen implements [pane.Movable].
func (b boardCursor) Seen() int {
	if list, column, _, ok := b.here(); ok {
		return len(list[column].seen)
	}
	return 1
}

// cardPlace is where on the screen the card of the cursor stands.
func (p *Pane) cardPlace() layout.Rect {
	for _, l := range p.lay(p.area.W, p.area.H) {
		for _, c := range l.seen {
			if c.action == p.Current() {
				return layout.Rect{X: p.area.X + l.x + gutter, Y: p.area.Y + c.y, W: l.w - gutter, H: 1}
			}
		}
	}
	return p.area
}

// Click implements [pane.Pane].
func (p *Pane) Click(x, y int) {
	if !p.board() {
		p.Records.Click(x, y)
		return
	}
	for _, l := range p.lay(p.area.W, p.area.H) {
		for _, c := range l.seen {
			if x >= l.x && x < l.x+l.w && y >= c.y && y < c.y+len(c.lines) {
				p.Seek(c.action.ID)
				return
			}
		}
	}
}

// Wheel implements [pane.Pane].
func (p *Pane) Wheel(rows int) {
	if p.board() {
		boardCursor{p}.Move(rows)
		return
	}
	p.Records.Wheel(rows)
}

// Resize implements [pane.Pane].
func (p *Pane) Resize(r layout.Rect) {
	p.area = r
	p.Records.Resize(r)
}

// Scrolled implements [pane.Pane]: the columns of the board say it themselves.
func (p *Pane) Scrolled() (above, total int) {
	if p.board() {
		return 0, 0
	}
	return p.Records.Scrolled()
}

// Beyond says which columns are out of sight: of the board none.
func (p *Pane) Beyond(width int) string {
	if p.board() {
		return ""
	}
	return p.Records.Beyond(width)
}

// Draw implements [pane.Pane].
func (p *Pane) Draw(v grid.View, focus bool) {
	switch {
	case p.board() && p.Current() != nil:
		p.drawBoard(v, focus)
	case p.Order() == onlyAsks && len(p.Rows()) == 0 && p.Filtered() == "":
		pane.DrawEmpty(v, []string{"What we want of others: resources, support from above.", "a writes the first ask down, Q goes back to the plan"})
	default:
		p.Records.Draw(v, focus)
	}
}

// move moves cards to the next column of the board, or the one before.
func (p *Pane) move(by int) func() pane.Request {
	return func() pane.Request {
		a, ok := p.Targets()[0].(*model.Action)
		if here, stands := p.Current().(*model.Action); stands {
			a, ok = here, true
		}
		if !ok {
			return pane.Note{Text: "an objective has no column: stand on an action"}
		}
		to := laneOf(a) + by
		if to < 0 || to >= len(lanes) {
			return pane.Note{Text: fmt.Sprintf("%s is the last column on that side", lanes[laneOf(a)])}
		}
		next := func(r model.Record) model.Progress { // of each from where it stands
			if a, ok := r.(*model.Action); ok {
				return lanes[max(0, min(laneOf(a)+by, len(lanes)-1))]
			}
			return lanes[to]
		}
		verb := "make " + lanes[to].String() + ":"
		if len(p.Targets()) > 1 {
			verb = "move by a column:"
		}
		return p.change(verb, func(r model.Record) error { return field(r, "status").Parse(next(r).String()) }, p.nowIs)
	}
}

// setStatus gives what is meant a status.
func (p *Pane) setStatus(status model.Progress) pane.Request {
	return p.change("make "+status.String()+":", func(r model.Record) error { return field(r, "status").Parse(status.String()) }, p.nowIs)
}

// nowIs says which status an action was given.
func (p *Pane) nowIs(r model.Record) string {
	return "now " + field(r, "status").Text() + ": " + model.Title(r, p.Data().Plan.Name) + p.comesRound(r) + "  (u takes it back)"
}

// pane.Movable is what the motions need.
var _ pane.Movable = boardCursor{}
