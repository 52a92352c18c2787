package pane

import (
	"slices"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/theme"
)

// Sheet is a page with a cursor: what a pane is that is no table. A pane embeds
// it and says how its data become a page; the cursor stays on its target when
// the page is laid out anew, or near to where that was.
type Sheet struct {
	// Lay sets what is to be seen into a page for a room of that size.
	Lay func(d Data, w, h int) Page
	// Begin is where the cursor stands on a page that it has not been on yet, nil
	// for the first stop.
	Begin func(d Data, p *Page) Target
	// Laid is called when the page was laid out anew: the pane may put its cursor
	// elsewhere then. It may be nil.
	Laid func()
	// Empty is what the pane is for and how to start, when there is nothing.
	Empty []string

	stale  bool // what is to be seen changed since the page was laid out
	data   Data
	at     layout.Rect
	page   Page
	cursor Target
	offset int // lines above the first one seen
}

// Note implements [Pane].
func (*Sheet) Note() string { return "" }

// Show implements [Pane].
func (s *Sheet) Show(d Data) {
	if s.data.Plan != nil && d.Plan != nil && s.data.Plan.Account.ID != d.Plan.Account.ID {
		s.cursor, s.offset = Target{}, 0
	}
	s.data, s.stale = d, true
}

// Resize implements [Pane].
func (s *Sheet) Resize(r layout.Rect) {
	s.stale = s.stale || s.at != r
	s.at = r
}

// Filter implements [Pane]. A sheet shows the account whole, whatever the lists
// are narrowed to.
func (*Sheet) Filter(string, func(model.Record) bool) {}

// Filtered implements [Pane].
func (*Sheet) Filtered() string { return "" }

// Reset implements [Pane].
func (*Sheet) Reset() bool { return false }

// Kinds implements [Pane].
func (*Sheet) Kinds() []model.Kind { return nil }

// Data returns what the pane shows.
func (s *Sheet) Data() Data { return s.data }

// Page returns what is laid out.
func (s *Sheet) Page() *Page {
	s.fresh()
	return &s.page
}

// Cursor returns what the keys act on, the zero Target for nothing.
func (s *Sheet) Cursor() Target {
	s.fresh()
	return s.cursor
}

// fresh lays the page out where that was put off until somebody looks: a pane
// that is not seen costs nothing.
func (s *Sheet) fresh() {
	if s.stale {
		s.Arrange()
	}
}

// Arrange lays the page out anew; the first column is the cursor's.
func (s *Sheet) Arrange() {
	s.stale = false
	near := s.page.Find(s.cursor)
	s.page = Page{}
	if s.data.Plan != nil {
		s.page = s.Lay(s.data, max(0, s.at.W-1), s.at.H)
	}
	if s.page.Find(s.cursor) < 0 {
		s.cursor = s.start(near)
	}
	s.follow()
	if s.Laid != nil && s.data.Plan != nil {
		s.Laid()
	}
}

// start is where the cursor goes when what it stood on is gone, or nothing yet.
func (s *Sheet) start(near int) Target {
	if len(s.page.Stops) == 0 {
		return Target{}
	}
	if near < 0 && s.Begin != nil {
		if t := s.Begin(s.data, &s.page); s.page.Find(t) >= 0 {
			return t
		}
	}
	return s.page.Stops[max(0, min(near, len(s.page.Stops)-1))].Target
}

// follow scrolls as little as shows what the cursor stands on, all its lines
// where they fit; what stands above the first stop is shown with it.
func (s *Sheet) follow() {
	if i := s.page.Find(s.cursor); i >= 0 {
		line := s.page.Stops[i].Line
		last := line
		for _, piece := range s.page.Pieces {
			if piece.Target == s.cursor {
				last = max(last, piece.Line)
			}
		}
		s.offset = max(s.offset, last-s.at.H+1)
		s.offset = min(s.offset, line)
		if i == 0 && line < s.at.H {
			s.offset = 0
		}
		s.offset = max(s.offset, line-s.at.H+1)
	}
	s.offset = max(0, min(s.offset, s.page.Lines-s.at.H))
}

// Draw implements [Pane].
func (s *Sheet) Draw(v grid.View, focus bool) {
	s.fresh()
	if len(s.page.Pieces) == 0 {
		DrawEmpty(v, s.Empty)
		return
	}
	for _, piece := range s.page.Pieces {
		y := piece.Line - s.offset
		if y < 0 || y >= v.H() {
			continue
		}
		style := piece.Style
		if focus && piece.Target == s.cursor && s.cursor != (Target{}) {
			style = theme.Row
			if piece.First {
				v.Text(piece.X, y, theme.Focus, ">")
			}
		}
		v.Text(1+piece.X, y, style, piece.Text)
	}
}

// Scrolled implements [Pane].
func (s *Sheet) Scrolled() (above, total int) {
	s.fresh()
	if s.page.Lines <= s.at.H {
		return 0, 0
	}
	return s.offset, s.page.Lines
}

// Current implements [Pane].
func (s *Sheet) Current() model.Record {
	s.fresh()
	if s.data.Plan == nil || s.cursor == (Target{}) {
		return nil
	}
	return s.data.Plan.Get(s.cursor.ID)
}

// Seek implements [Pane].
func (s *Sheet) Seek(id model.ID) bool {
	s.fresh()
	i := slices.IndexFunc(s.page.Stops, func(stop Piece) bool { return stop.Target.ID == id })
	if i < 0 {
		return false
	}
	s.cursor = s.page.Stops[i].Target
	s.follow()
	return true
}

// Go puts the cursor on a target, where that is on the page.
func (s *Sheet) Go(t Target) {
	s.fresh()
	if s.page.Find(t) >= 0 {
		s.cursor = t
		s.follow()
	}
}

// Click implements [Pane].
func (s *Sheet) Click(x, y int) {
	s.fresh()
	for _, piece := range s.page.Pieces {
		if piece.Target != (Target{}) && piece.Line == y+s.offset && x-1 >= piece.X && x-1 < piece.X+piece.W {
			s.cursor = piece.Target
		}
	}
}

// Wheel implements [Pane].
func (s *Sheet) Wheel(rows int) {
	s.fresh()
	s.offset = max(0, min(s.offset+rows, s.page.Lines-s.at.H))
}

// Move implements [Movable]: to the nearest stop that many lines further.
func (s *Sheet) Move(rows int) {
	s.fresh()
	if at := s.page.Find(s.cursor); at >= 0 {
		s.cursor = s.page.Stops[s.page.vertically(at, rows)].Target
		s.follow()
	}
}

// Sideways implements [Movable].
func (s *Sheet) Sideways(by int) {
	s.fresh()
	if at := s.page.Find(s.cursor); at >= 0 {
		s.cursor = s.page.Stops[s.page.sideways(at, by)].Target
		s.follow()
	}
}

// Seen implements [Movable].
func (s *Sheet) Seen() int { return s.at.H }

// Place returns where on the screen the text under the cursor begins, and how
// wide it is.
func (s *Sheet) Place() layout.Rect {
	s.fresh()
	i := s.page.Find(s.cursor)
	if i < 0 {
		return s.at
	}
	stop := s.page.Stops[i]
	return layout.Rect{X: s.at.X + 1 + stop.X, Y: s.at.Y + stop.Line - s.offset, W: stop.W, H: 1}
}

// Edit asks to edit what is under the cursor: its field, or the whole record.
func (s *Sheet) Edit() Request {
	r := s.Current()
	switch {
	case r == nil:
		return nil
	case s.cursor.Num == 0:
		return EditForm{Record: r}
	}
	return EditField{Record: r, Num: s.cursor.Num, At: s.Place()}
}

// SheetCommands returns the commands that every sheet has; what names what can
// be under the cursor: "the fact", and how is how the first one is made.
func (s *Sheet) SheetCommands(what, how string) []Command {
	why := ""
	if s.Current() == nil {
		why = "there is nothing under the cursor yet: " + how
	}
	return append([]Command{
		{Name: "edit the field", Keys: []string{"e"}, Hint: "edit", Why: why, Do: s.Edit, Help: "change " + what + " under the cursor, in place"},
		{Name: "edit all fields", Keys: []string{"E"}, Why: why, Help: "the whole record under the cursor as a form",
			Do: func() Request { return EditForm{Record: s.Current()} }},
		{Name: "remove", Keys: []string{"D"}, Why: why, Help: "what is under the cursor; names what goes with it and asks first",
			Do: func() Request { return Remove{[]model.Record{s.Current()}} }},
		{Name: "open", Keys: []string{"enter"}, Hint: "open", Why: why, Help: "all about what is under the cursor",
			Do: func() Request { return Brief{ID: s.cursor.ID} }},
		{Name: "copy", Keys: []string{"y"}, Why: why, Help: "what the pane shows as text, to the clipboard",
			Do: func() Request { return Copy{Text: s.page.Text(), What: "pane"} }},
	}, Moves(s)...)
}
