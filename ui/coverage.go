package ui

import (
	"fmt"
	"strings"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/layout"
	"astute/ui/pane"
	"astute/ui/picker"

	tea "github.com/charmbracelet/bubbletea"
)

// coverageOver is who of us stands how with whom of them: teammates down,
// contacts across, key players first (domain section 1). Drawing it stands in
// coverageview.go.
type coverageOver struct {
	board
	m         model.CoverageMatrix
	row, col  int // of the cursor
	top, left int // the first of each that is seen
	size      matrixSize
	under     map[[2]model.ID]*model.Action // open actions of one of us for one of them
	proposals []model.Assignment
}

func newCoverage(w *Workspace, about model.ID) *coverageOver {
	o := &coverageOver{board: board{title: "Coverage", legend: coverageLegend()}}
	o.sheet.Lay = func(pane.Data, int, int) pane.Page { return pane.Page{} }
	o.board.commands, o.moves = o.commands, o
	o.over(w, o)
	o.fill()
	for i, column := range o.m.Columns {
		if column.Contact.ID == about {
			o.col = i
		}
	}
	return o
}

// fill lays the matrix out anew; the cursor stays on its two people.
func (o *coverageOver) fill() {
	us, them := o.people()
	p := o.sheet.Data().Plan
	o.m, o.under = model.CoverageMatrixOf(p), map[[2]model.ID]*model.Action{}
	o.proposals = o.m.Assignments(p)
	for _, a := range model.All[*model.Action](p.Book) {
		if a.Open() {
			o.under[[2]model.ID{a.Owner, a.Serves}] = a
		}
	}
	for i, row := range o.m.Rows {
		if us != nil && row.Teammate.ID == us.ID {
			o.row = i
		}
	}
	for i, column := range o.m.Columns {
		if them != nil && column.Contact.ID == them.ID {
			o.col = i
		}
	}
	o.follow()
}

func (o *coverageOver) meanwhile(w *Workspace) {
	if w.plan != nil {
		o.board.meanwhile(w)
		o.fill()
	}
}

// people are the two whom the cursor stands between, nil where there are none.
func (o *coverageOver) people() (*model.Teammate, *model.Contact) {
	if o.row >= len(o.m.Rows) || o.col >= len(o.m.Columns) {
		return nil, nil
	}
	return o.m.Rows[o.row].Teammate, o.m.Columns[o.col].Contact
}

// cell is how the two stand.
func (o *coverageOver) cell() model.CoverageCell {
	if us, _ := o.people(); us == nil {
		return model.CoverageCell{}
	}
	return o.m.Rows[o.row].Cells[o.col]
}

// Move implements [pane.Movable].
func (o *coverageOver) Move(rows int) { o.row += rows; o.follow() }

// Sideways implements [pane.Movable].
func (o *coverageOver) Sideways(columns int) { o.col += columns; o.follow() }

// Seen implements [pane.Movable].
func (o *coverageOver) Seen() int { return o.size.rows }

// follow keeps the cursor in the matrix, and in sight.
func (o *coverageOver) follow() {
	keep := func(at, first *int, seen, n int) {
		*at = max(0, min(*at, n-1))
		*first = max(0, min(*first, *at, n-seen), *at-seen+1)
	}
	keep(&o.row, &o.top, max(1, o.size.rows), len(o.m.Rows))
	keep(&o.col, &o.left, max(1, o.size.columns), len(o.m.Columns))
}

func (o *coverageOver) commands(w *Workspace) []pane.Command {
	us, them := o.people()
	why, none, assign, covered := "", "", "", ""
	if us == nil {
		why = "there is nothing in the matrix yet: it needs one of us and one of them"
		none, assign, covered = why, why, why
	} else {
		if o.cell().Relationship == nil {
			none = "nothing is on record between the two: e begins it"
		}
		assign = o.whyNotAssign()
		if len(o.proposals) == 0 {
			covered = "somebody of us stands with every key player"
		}
	}
	field := func(key, hint, name, help string) pane.Command {
		return pane.Command{Name: "edit the " + name, Keys: []string{key}, Hint: hint, Why: why, Help: help,
			Do: func() pane.Request { return o.edit(w, name) }}
	}
	list := []pane.Command{
		field("e", "level", "level", "how they see the one of us now; begins the record where there is none"),
		field("w", "wanted", "wanted level", "where it should be"),
		{Name: "assign", Keys: []string{"a"}, Hint: "assign", Why: assign, Help: "makes an action: the one of us gets to know that person, or takes a step forward",
			Do: func() pane.Request { return o.assign(o.assignment()) }},
		{Name: "proposals", Keys: []string{"p"}, Hint: "proposals", Why: covered, Help: "who of us should get to know which key player whom nobody knows, and why that one",
			Do: func() pane.Request { return pane.Own{Do: func() { w.push(o.propose()) }} }},
		field("H", "", "health", "how the relationship is going"),
		{Name: "edit all fields", Keys: []string{"E"}, Why: none, Help: "the whole relationship as a form",
			Do: func() pane.Request { return pane.EditForm{Record: o.cell().Relationship} }},
		{Name: "remove the relationship", Keys: []string{"D"}, Why: none, Help: "names what goes with it and asks first",
			Do: func() pane.Request { return pane.Remove{Records: []model.Record{o.cell().Relationship}} }},
		{Name: "open the brief", Keys: []string{"enter"}, Why: why, Help: "all there is to know of the contact", Do: func() pane.Request { return pane.Brief{ID: them.ID} }},
		{Name: "copy", Keys: []string{"y"}, Why: why, Help: "the whole matrix as text, to the clipboard", Do: func() pane.Request { return pane.Copy{Text: o.text(), What: "matrix"} }},
	}
	return list
}

// edit asks for a field of the relationship of the cursor, which is made with it
// where there is none.
func (o *coverageOver) edit(w *Workspace, name string) pane.Request {
	ask := pane.EditField{At: o.place()}
	if r := o.cell().Relationship; r != nil {
		ask.Record = r
	} else {
		us, them := o.people()
		r := &model.Relationship{Teammate: us.ID, Contact: them.ID}
		r.ID, r.Account = w.o.Store.NewID(w.o.Now()), w.account
		ask.Record, ask.New = r, true
	}
	f, _ := model.FieldNamed(ask.Record.Fields(), strings.TrimSuffix(name, " level"))
	ask.Num = f.Num
	return ask
}

// assignment is the action that the cell of the cursor asks for: to get to know
// somebody, or a step towards the level wanted.
func (o *coverageOver) assignment() *model.Action {
	d, cell := o.sheet.Data(), o.cell()
	us, them := o.people()
	if cell.Covered() {
		return model.ActionFor(d.Plan, model.Warning{Rule: model.RuleBelowWanted, Severity: model.Low, IDs: []model.ID{cell.Relationship.ID}}, d.Me, d.Today)
	}
	return model.Assignment{Teammate: us.ID, Contact: them.ID}.Action(d.Plan, d.Today)
}

func (o *coverageOver) whyNotAssign() string {
	us, them := o.people()
	if cell := o.cell(); cell.Covered() && cell.Gap() == 0 {
		return us.Name + " stands where wanted with " + them.Name + ": w wants more"
	}
	if a := o.assigned(o.row, o.col); a != nil {
		return "there is an action already: " + a.Name
	}
	return ""
}

// assigned returns the open action of one of us for one of them, nil for none.
func (o *coverageOver) assigned(row, col int) *model.Action {
	return o.under[[2]model.ID{o.m.Rows[row].Teammate.ID, o.m.Columns[col].Contact.ID}]
}

func (o *coverageOver) assign(a *model.Action) pane.Request {
	return pane.Make{Records: []model.Record{a}, Label: "add action " + a.Name, Said: told(a, o.sheet.Data().Plan.Name) + takesBack}
}

// propose lists who of us should get to know whom, to make actions of.
func (o *coverageOver) propose() *chooser {
	d, list := o.sheet.Data(), o.proposals
	var items []picker.Item
	for i, a := range list {
		it := picker.Item{Value: fmt.Sprint(i), Text: d.Plan.Name(a.Contact) + ": " + d.Plan.Name(a.Teammate), Detail: a.Why}
		if other := underWay(d.Plan, a.Action(d.Plan, d.Today)); other != nil {
			it.Off = "there is an action already, of " + d.Plan.Name(other.Owner)
		}
		items = append(items, it)
	}
	c := &chooser{title: "Who gets to know whom", list: picker.Typed(items, fold), empty: "nobody is called that"}
	c.choose = func(w *Workspace, it picker.Item) tea.Cmd {
		for i, a := range list {
			if it.Value == fmt.Sprint(i) {
				return w.serve(o.assign(a.Action(w.plan, w.today)))
			}
		}
		return nil
	}
	return c
}

func (o *coverageOver) wheel(_ *Workspace, rows int) { o.Move(rows) }

func (o *coverageOver) click(w *Workspace, x, y int) tea.Cmd {
	if !o.box.Has(x, y) {
		w.drop(o)
		return nil
	}
	x, y = x-o.box.X-1-o.size.first, y-o.box.Y-1-headLines
	if x >= 0 && y >= 0 && x/cellWidth < o.size.columns && y < o.size.rows {
		o.row, o.col = o.top+y, o.left+x/cellWidth
		o.follow()
	}
	return nil
}

func (o *coverageOver) resize(w *Workspace) {
	o.board.resize(w)
	o.size = o.measure()
	o.follow()
}

// place is where on the screen the cell of the cursor stands.
func (o *coverageOver) place() layout.Rect {
	return layout.Rect{X: o.box.X + 1 + o.size.first + (o.col-o.left)*cellWidth, Y: o.box.Y + 1 + headLines + o.row - o.top, W: cellWidth - 1, H: 1}
}

// text is the whole matrix as text.
func (o *coverageOver) text() string {
	widths := make([]int, len(o.m.Columns)+1)
	lines := [][]string{{""}}
	for _, column := range o.m.Columns {
		lines[0] = append(lines[0], column.Contact.Name)
	}
	for i, row := range o.m.Rows {
		line := []string{row.Teammate.Name}
		for j := range row.Cells {
			line = append(line, o.mark(i, j))
		}
		lines = append(lines, line)
	}
	for _, line := range lines {
		for i, text := range line {
			widths[i] = max(widths[i], grid.Width(text))
		}
	}
	var b strings.Builder
	for _, line := range lines {
		for i, text := range line {
			b.WriteString(text + strings.Repeat(" ", widths[i]-grid.Width(text)+2))
		}
		b.WriteString("\n")
	}
	return b.String()
}
