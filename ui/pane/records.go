package pane

import (
	"fmt"
	"slices"
	"strings"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/theme"
)

// Records is a table of the records of one kind: what most panes are. A pane
// embeds it and says which columns and orders there are; the cursor stays on
// its record when others come and go.
type Records struct {
	Kind    model.Kind
	Empty   []string // what the pane is for and how to start, when there is nothing
	Columns []Column // the standard ones: people choose theirs
	Orders  []Order
	// Card says what stands on the card of a record; nil: its fields.
	Card func(r model.Record, d Data) []CardPart
	// OnlyTable leaves the card to those who ask for it: the table needs the room.
	OnlyTable bool
	// Keep says which records are shown at all; nil shows all.
	Keep func(r model.Record, d Data) bool

	data     Data
	all      []model.Record // that Keep keeps, and those held
	rows     []model.Record // that match the filter, in order, and those held
	tended   bool           // the pane has the keys: rows stay where they are
	heads    []Section      // over the rows that are shown, in their order
	lost     model.ID       // was under the cursor when it went
	chosen   []string       // the keys of the columns that a person wants, none: the standard ones
	offered  []Column       // all that can be chosen
	shown    []Column       // those of the table
	sorting  sorting
	ordered  ordered
	table    grid.Table
	cardWish string // shown, hidden, or nothing said
	card     card
	at       layout.Rect
	filter   string
	match    func(model.Record) bool
	marked   map[model.ID]bool
}

// Resize implements [Pane].
func (p *Records) Resize(r layout.Rect) {
	p.at = r
	width := r.W
	if card := p.cardWidth(); card > 0 {
		width -= card
	}
	p.table.Resize(width, r.H)
	p.headInSight()
	p.look()
}

// Note implements [Pane]: how many there are, and in which order.
func (p *Records) Note() string {
	note := fmt.Sprint(len(p.all))
	if p.match != nil {
		note = fmt.Sprintf("/%s  %d of %d", p.filter, p.count(), len(p.all))
	}
	if n := len(p.marked); n > 0 {
		marked := fmt.Sprintf("%d marked", n)
		if away := n - p.markedSeen(); away > 0 {
			marked += fmt.Sprintf(", %d out of sight", away)
		}
		note = marked + "  " + note
	}
	if len(p.rows) > 1 && p.Order() != "" {
		note += "  " + p.Order()
	}
	return note
}

// Draw implements [Pane].
func (p *Records) Draw(v grid.View, focus bool) {
	if len(p.rows) == 0 {
		DrawEmpty(v, p.emptyText())
		return
	}
	beside, of := p.cardWidth(), new(row)
	p.table.Draw(v.Sub(layout.Rect{W: v.W() - beside, H: v.H()}), focus, func(row, column, width int) grid.Cell {
		return p.cell(of, p.rows[row], column, width)
	}, func(row int) bool { return p.marked[p.rows[row].Base().ID] })
	if beside > 0 {
		p.drawCard(v.Sub(layout.Rect{X: v.W() - beside, W: beside, H: v.H()}), p.data.Glyphs)
	}
}

func (p *Records) emptyText() []string {
	if len(p.all) > 0 {
		return []string{"Nothing matches the filter.", "esc shows all again"}
	}
	return p.Empty
}

// Scrolled implements [Pane].
func (p *Records) Scrolled() (above, total int) {
	if p.table.Rows <= p.table.Seen() {
		return 0, 0
	}
	// The heading takes a row of the frame but is none of the rows.
	return p.table.Offset, p.table.Rows + 1
}

// Current implements [Pane].
func (p *Records) Current() model.Record {
	if r := p.under(); r != nil && !p.headsRest(r) {
		return r
	}
	return nil
}

// Seek implements [Pane].
func (p *Records) Seek(id model.ID) bool {
	for i, r := range p.rows {
		if r.Base().ID == id {
			p.table.Move(i - p.table.Row)
			return true
		}
	}
	return false
}

// Click implements [Pane].
func (p *Records) Click(x, y int) {
	switch {
	case x >= p.at.W-p.cardWidth():
	case len(p.rows) > 0 && p.table.Heading(x, y):
		p.sortHere() // the title says how
	default:
		p.table.Click(x, y)
	}
}

// Wheel implements [Pane].
func (p *Records) Wheel(rows int) { p.table.Scroll(rows) }

// Filter implements [Pane].
func (p *Records) Filter(text string, match func(model.Record) bool) {
	p.filter, p.match = text, match
	p.Settle()
}

// Targets returns what a command is meant for: the records that are marked, else
// the one under the cursor.
func (p *Records) Targets() []model.Record {
	if marked := p.Marked(); len(marked) > 0 {
		return marked
	}
	return []model.Record{p.Current()}
}

// Marked returns the records that are marked, in their order: those too that the
// filter hides by now, so that people can be gathered with one filter after the
// other. The title counts them.
func (p *Records) Marked() []model.Record {
	if len(p.marked) == 0 {
		return nil
	}
	var list []model.Record
	for _, r := range p.all {
		if p.marked[r.Base().ID] {
			list = append(list, r)
		}
	}
	return list
}

// markedSeen counts those of the marked that the filter shows.
func (p *Records) markedSeen() int {
	n := 0
	for _, r := range p.rows {
		if p.marked[r.Base().ID] {
			n++
		}
	}
	return n
}

// unmarkGone takes the marks off records that are not in the table any more,
// whatever the filter: nobody could see what a key would change.
func (p *Records) unmarkGone() {
	if len(p.marked) == 0 {
		return
	}
	there := make(map[model.ID]bool, len(p.marked))
	for _, r := range p.Marked() {
		there[r.Base().ID] = true
	}
	p.marked = there
}

// mark marks the current record, or takes its mark away, and goes on; on a
// heading it does so with all that stands below.
func (p *Records) mark() Request {
	if p.marked == nil {
		p.marked = map[model.ID]bool{}
	}
	meant := []model.Record{p.under()}
	if s := p.Section(); s != nil {
		meant = s.Rows
	}
	marked := slices.ContainsFunc(meant, func(r model.Record) bool { return !p.marked[r.Base().ID] })
	for _, r := range meant {
		if id := r.Base().ID; marked {
			p.marked[id] = true
		} else {
			delete(p.marked, id)
		}
	}
	p.table.Move(1)
	return nil
}

// Reset implements [Pane].
func (p *Records) Reset() bool {
	switch {
	case len(p.marked) > 0:
		clear(p.marked)
	case p.filter != "":
		p.Filter("", nil)
	default:
		return false
	}
	return true
}

// Filtered implements [Pane].
func (p *Records) Filtered() string { return p.filter }

// Kinds implements [Pane].
func (p *Records) Kinds() []model.Kind { return []model.Kind{p.Kind} }

// Data returns what the pane shows.
func (p *Records) Data() Data { return p.data }

// Rows returns the records that are shown, in their order.
func (p *Records) Rows() []model.Record { return p.rows }

// Moved is the part of the pane that can be moved through.
func (p *Records) Moved() Movable { return &p.table }

// EditHere returns the request to edit the field under the cursor.
func (p *Records) EditHere() Request {
	if p.table.Column >= len(p.shown) {
		return nil
	}
	return p.EditField(p.shown[p.table.Column].Num)
}

// EditField returns the request to edit a field of the current record, at the
// cell of the cursor; the whole record where the number is nought. On a heading
// it is the field that stands for it there.
func (p *Records) EditField(num int) Request {
	r, marked := p.Current(), p.Marked()
	switch {
	case len(marked) > 0 && (r == nil || p.isHead(r)):
		r = marked[0]
	case r == nil:
		return nil
	}
	if num = p.num(r, num); num == 0 {
		return EditForm{r}
	}
	if f := Field(r, num); f.Fixed {
		return Note{Text: strings.ToLower(f.Label) + " is kept by the program: nobody types it"}
	}
	x, y, w := p.table.Place()
	return EditField{Record: r, Others: marked, Num: num, At: layout.Rect{X: p.at.X + x, Y: p.at.Y + y, W: w, H: 1}}
}

// RecordCommands returns the commands that every table of records has.
func (p *Records) RecordCommands() []Command {
	word, added := p.Kind.String(), p.Kind.String()
	if r := p.Current(); r != nil {
		word = r.Kind().String()
	}
	why := p.Why()
	editing, marking := why, why
	if s := p.Section(); s != nil {
		if marking = ""; len(s.Rows) == 0 {
			marking = "nothing stands below this heading that could be marked"
		}
	}
	if len(p.Marked()) > 0 {
		editing = ""
	}
	on := func(do func(r model.Record) Request) func() Request {
		return func() Request { return do(p.Current()) }
	}
	commands := []Command{
		{Name: "edit the field", Keys: []string{"e"}, Hint: "edit", Why: editing, Help: "change the field under the cursor, in place", Do: p.EditHere},
		{Name: "mark", Keys: []string{"m"}, Why: marking, Help: "what is marked is changed together: e then writes one value into all; esc unmarks", Do: p.mark},
		{Name: "edit all fields", Keys: []string{"E"}, Why: why, Help: "the whole " + word + " as a form",
			Do: on(func(r model.Record) Request { return EditForm{r} })},
		{Name: "add " + model.WithArticle(added), Keys: []string{"a"}, Hint: "add", Help: "a new " + added + ": " + p.Kind.Spec().About,
			Do: func() Request { return Add{Kind: p.Kind} }},
		{Name: "remove the " + word, Keys: []string{"D"}, Why: why, Help: "or all that are marked: names what goes with it and asks first",
			Do: func() Request { return Remove{p.Targets()} }},
		{Name: "open the " + word, Keys: []string{"enter"}, Hint: "open", Why: why, Help: "the call brief of a contact, everything about anything else",
			Do: on(func(r model.Record) Request { return Brief{r.Base().ID} })},
		{Name: "copy the row", Keys: []string{"y"}, Why: why, Help: "the row as text, to the clipboard",
			Do: on(func(r model.Record) Request { return Copy{p.rowText(r), word} })},
		{Name: "filter", Keys: []string{"/"}, Hint: "filter", Help: "show only what matches, like support:champion or owner:me late",
			Do: func() Request { return AskFilter{} }},
	}
	return slices.Concat(commands, p.tableCommands(), p.cardCommands(), Moves(&p.table))
}

// tableCommands are what can be done with the table itself.
func (p *Records) tableCommands() []Command {
	unsorted := ""
	if len(p.rows) == 0 {
		unsorted = "there is nothing to sort here yet"
	}
	return []Command{
		{Name: "sort otherwise", Keys: []string{"s"}, Why: unsorted, Help: "the next order; the title names it", Do: p.SortNext},
		{Name: "sort by this column", Keys: []string{"b"}, Why: unsorted, Help: "by the column under the cursor; once more, the other way round", Do: p.sortHere},
		{Name: "choose columns", Keys: []string{"C"}, Also: "fields show hide table", Help: "which fields the table shows, and in which order; kept for the next start",
			Do: func() Request { return AskColumns{} }},
	}
}

// rowText returns a record as one line of text with all its columns.
func (p *Records) rowText(r model.Record) string {
	text, of := "", new(row)
	for i := range p.shown {
		cell := p.cell(of, r, i, 1<<20)
		if cell.Text == "" {
			continue
		}
		if text != "" {
			text += "\t"
		}
		text += cell.Text
	}
	return text
}

// DrawEmpty says in the middle of a view what it is for and which key begins.
func DrawEmpty(v grid.View, lines []string) {
	var wrapped []string
	for _, line := range lines {
		wrapped = append(wrapped, grid.Wrap(line, max(10, v.W()-4))...)
	}
	y := max(0, (v.H()-len(wrapped))/2)
	for i, line := range wrapped {
		v.Text(max(1, (v.W()-grid.Width(line))/2), y+i, theme.Faint, line)
	}
}
