package chart

import (
	"slices"

	"astute/model"
)

// Size is the room that a picture has, in columns and rows of characters.
type Size struct {
	W, H int
	// Measure says how wide text is; nil counts its runes.
	Measure Measure
}

// Options say what a map shows beside the people, and how.
type Options struct {
	Layers Layers   // which lines; none when zero
	Own    Layers   // of which only the lines of the person in focus are shown besides
	Focus  model.ID // whose lines come first where there is not room for all
	Path   []Edge   // lines that are lifted out, such as a path to power (rule 14)
	Left   bool     // also people who left, between strokes
	ASCII  bool     // lines of plain characters instead of box characters
	Signs  bool     // key players get a sign before their name, where no bold letters can be had
}

// Edge is a step from one contact to another.
type Edge struct{ From, To model.ID }

// Map is the political map of an account: rank down, political status across,
// every person a label in the cell where the two meet, and the lines between
// them routed around the labels. The first line names the columns; a guide can
// stand before each column, on every line. No two labels overlap, no line lies
// on a label or a heading, nobody is left out without being named in Out or while
// there is a free line in their cell, and no key player (rule 1) is left out for
// the sake of somebody else.
type Map struct {
	W, H     int
	Columns  []Band   // from left to right, the one for "not known" first
	Rows     []Band   // from the top down; the last may stand for several ranks
	People   []Person // in reading order
	Mores    []More   // "+3" where a cell has more people than room
	Out      []*model.Contact
	Gone     int    // people who left and are not shown for it
	Lines    []Line // in the order they were drawn
	Unrouted []Tie  // between people who are shown, but there was no room for the line
	Away     []Tie  // an end of which is not shown
	Cells    []Cell // what the lines look like, from left to right and from the top down
	options  Options
	coverage bool // labels carry the digit of the coverage
	measure  Measure
	contacts []*model.Contact
	records  []*model.Line
	common   *routed // what does not depend on the focus
}

// Band is a column or a row of the map.
type Band struct {
	Label   string // cut to what fits
	Value   int    // the political status or the rank, 0 for not known, Rest for several ranks
	At      int    // its first column or row
	LabelAt int    // the row on which the label stands; nought for columns
	Guide   int    // the column free for a guide before it; nought for rows
	Length  int    // how many columns or rows
}

// Person is one label.
type Person struct {
	Contact     *model.Contact
	X, Y, W     int
	Column, Row int    // places in Columns and Rows
	Name        string // short, naming one person only; a seat without its holder in brackets, who left between strokes
	Marks       string // letters of the roles, the mark of the support, the digit of the coverage
	Note        string // where status and influence disagree, "" when they do not
	Key         bool   // a key player (rule 1)
}

// Text is the label as it is drawn; it is W columns wide.
func (p Person) Text() string {
	if p.Name == "" {
		return p.Marks
	}
	return p.Name + " " + p.Marks
}

// More says that a cell holds people for whom there was no room.
type More struct {
	X, Y int
	Text string
}

// Rest is the Value of a row that stands for all ranks without a row of their
// own: it shows nobody, only how many there are.
const Rest = -1

// NewMap lays out the people of an account and the lines between them. Where
// there is not room for all, key players stay.
func NewMap(contacts []*model.Contact, lines []*model.Line, size Size, options Options) *Map {
	m := LayMap(contacts, lines, size, options)
	m.drawLines(false)
	return m
}

// LayMap is [NewMap] without the lines, for whoever has to see where people stand
// before it is known who is in focus: [Map.Refocus] draws them then.
func LayMap(contacts []*model.Contact, lines []*model.Line, size Size, options Options) *Map {
	return newMapBuilder(contacts, lines, options).build(size)
}

// Fit is [NewMap] at the first of some sizes, all of one measure, that has room
// for everybody and for every line, at the last where none has. What is not to
// be shown is given up as soon as it is clear that something has no room.
func Fit(contacts []*model.Contact, lines []*model.Line, sizes []Size, options Options) *Map {
	b := newMapBuilder(contacts, lines, options)
	for i, size := range sizes {
		m := b.build(size)
		switch {
		case i == len(sizes)-1:
			m.drawLines(false)
			return m
		case len(m.Out) == 0 && m.drawLines(true):
			return m
		}
	}
	return nil
}

// Refocus returns the map with the lines as another person's focus has them. The
// labels are the same ones, and the lines that do not depend on the focus are
// not routed anew, so that it is quick enough for every step of a cursor.
func (m *Map) Refocus(id model.ID) *Map {
	again := *m
	again.options.Focus = id
	again.Lines, again.Unrouted, again.Away, again.Cells = nil, nil, nil, nil
	again.drawLines(false)
	return &again
}

// Focus returns whose lines come first, none when nobody's do.
func (m *Map) Focus() model.ID { return m.options.Focus }

// Axis returns the row on which the labels of the columns stand.
func (m *Map) Axis() int { return 0 }

// Find returns the place of a person in People, -1 when not shown.
func (m *Map) Find(id model.ID) int {
	return slices.IndexFunc(m.People, func(p Person) bool { return p.Contact.ID == id })
}

// Next returns the place in People of the nearest one in a direction (-1, 0 or
// 1 each way), the same place when there is none: what an arrow key means.
func (m *Map) Next(from, dx, dy int) int {
	if from < 0 || from >= len(m.People) {
		return min(0, len(m.People)-1)
	}
	here, best, bestCost := m.People[from], from, 1<<30
	for i, p := range m.People {
		x, y := p.X-here.X, p.Y-here.Y
		if i == from || dx != 0 && x*dx <= 0 || dy != 0 && y*dy <= 0 {
			continue
		}
		// Across, another line of the same rank is near and another rank is far,
		// however close the lines stand; downwards a row is about as tall as eight
		// columns are wide, and a step aside counts double.
		cost := abs(x) + 3*abs(y) + 40*abs(p.Row-here.Row)
		if dy != 0 {
			cost = 2*abs(x) + 8*abs(y)
		}
		if cost < bestCost {
			best, bestCost = i, cost
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }
