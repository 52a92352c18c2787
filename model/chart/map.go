package chart

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"astute/model"
)

// Size is the room that a picture has, in columns and rows of characters.
type Size struct {
	W, H int
	// Measure says how wide text is; nil counts its runes.
	Measure Measure
}

// Map is the political map of an account: rank down, political status across,
// every person a label in the cell where the two meet. The first line names the
// columns; a guide can stand before each column, on every line. No two labels
// overlap, nobody is left out without being named in Out, and no key
// player (rule 1) is left out while somebody else is shown.
type Map struct {
	W, H    int
	Columns []Band   // from left to right, the one for "not known" first
	Rows    []Band   // from the top down; the last may stand for several ranks
	People  []Person // in reading order
	Mores   []More   // "+3" where a cell has more people than room
	Out     []*model.Contact
	measure Measure
}

// Band is a column or a row of the map.
type Band struct {
	Label  string // cut to what fits
	Value  int    // the political status or the rank, 0 for not known, Rest for several ranks
	At     int    // its first column or row
	Guide  int    // the column free for a guide before it; nought for rows
	Length int    // how many columns or rows
}

// Person is one label.
type Person struct {
	Contact *model.Contact
	X, Y, W int
	Name    string // short, naming one person only
	Marks   string // letters of the roles and the mark of the support
	Note    string // where status and influence disagree, "" when they do not
}

// Text is the label as it is drawn; it is at most W columns wide.
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

// rankLabels are the names of the ranks where there is room, and where not.
var rankLabels = []struct{ long, short string }{
	{"no rank", "?"}, {"C-Level", "C"}, {"VP", "VP"}, {"Director", "Dir"}, {"Manager", "Mgr"}, {"Individual", "Ind"},
}

// wideMap is from how many columns on ranks are written in full.
const wideMap = 76

// Rest is the Value of a row that stands for all ranks without a row of their
// own: it shows nobody, only how many there are.
const Rest = -1

// NewMap lays out the people of an account, those who left aside. Where there
// is not room for all, key players stay.
func NewMap(contacts []*model.Contact, size Size) *Map {
	b := &mapBuilder{size: size, cells: map[place][]*model.Contact{}}
	if b.size.Measure == nil {
		b.size.Measure = func(text string) int { return len([]rune(text)) }
	}
	b.sort(contacts)
	return b.build()
}

// place is a cell of the map: political status and rank.
type place struct{ column, row int }

type mapBuilder struct {
	size     Size
	people   []*model.Contact
	names    map[model.ID]string
	cells    map[place][]*model.Contact
	rest     []int // the ranks of the row that stands for several
	onlyKeys bool  // there is not even room for all key players
}

// sort puts the people into their cells, key players first.
func (b *mapBuilder) sort(contacts []*model.Contact) {
	for _, c := range contacts {
		if !c.Left {
			b.people = append(b.people, c)
		}
	}
	slices.SortStableFunc(b.people, func(x, y *model.Contact) int {
		return cmp.Or(cmp.Compare(isKey(y), isKey(x)), cmp.Compare(strings.ToLower(x.Name), strings.ToLower(y.Name)), x.ID.Compare(y.ID))
	})
	for _, c := range b.people {
		column, _ := model.MapColumn(c)
		at := place{int(column), int(c.Rank)}
		b.cells[at] = append(b.cells[at], c)
	}
}

func isKey(c *model.Contact) int {
	if model.KeyPlayer(c).Answer == model.Yes {
		return 1
	}
	return 0
}

// marksOf returns the letters of a person's roles and the mark of the support;
// an exclamation mark where status and influence disagree.
func marksOf(c *model.Contact) string {
	marks := ""
	if c.DecisionRole != 0 {
		marks = c.DecisionRole.Marks()
	}
	marks += c.Support.Mark()
	if _, note := model.MapColumn(c); note != "" {
		marks += "!"
	}
	return marks
}

// build lays the map out with whole names where they all have room, else with
// short ones.
func (b *mapBuilder) build() *Map {
	m := &Map{W: b.size.W, H: b.size.H, measure: b.size.Measure}
	gutter := 4
	if b.size.W >= wideMap {
		gutter = 11
	}
	b.names = wholeNames(b.people, b.size.Measure)
	m.Columns = b.columns(gutter)
	if !b.roomy(m.Columns) {
		b.names = shortNames(b.people)
		m.Columns = b.columns(gutter)
	}
	if len(m.Columns) == 0 || b.size.H < 2 {
		m.Columns, m.Out = nil, b.people
		return m
	}
	m.Rows = b.rows(m.Columns, gutter > 4)
	for _, row := range m.Rows {
		for _, column := range m.Columns {
			if row.Value == Rest {
				b.countRest(m, column, row)
			} else {
				b.fill(m, b.cells[place{column.Value, row.Value}], column, row)
			}
		}
	}
	b.outOfRows(m)
	return m
}

// roomy reports whether every label has room as it is, in the height there is.
func (b *mapBuilder) roomy(columns []Band) bool {
	if len(columns) == 0 {
		return false
	}
	lines := 0
	for _, rank := range ranks {
		lines += b.need(columns, rank, everybody, b.comfortable)
	}
	for _, c := range columns {
		if c.Length < b.widest(c.Value) {
			return false
		}
	}
	return lines <= b.size.H-1
}

// columns divides the width: one for each political status, and one before them
// for people of whom it is not known, where there are any. Before each column
// there is a place for a guide, and where the width allows another for a mark.
func (b *mapBuilder) columns(gutter int) []Band {
	var list []Band
	for _, c := range b.people {
		if column, _ := model.MapColumn(c); column == 0 {
			list = append(list, Band{Label: "not known"})
			break
		}
	}
	for status := model.Learning; status <= model.Astute; status++ {
		list = append(list, Band{Label: status.String(), Value: int(status)})
	}
	if len(list)*(leastColumn+1) > b.size.W-gutter+1 {
		return nil
	}
	wanted := 0
	for i := range list {
		list[i].Length = max(b.size.Measure(list[i].Label), b.widest(list[i].Value))
		wanted += list[i].Length
	}
	gap := 1
	if wanted+2*len(list) <= b.size.W-gutter+1 {
		gap, gutter = 2, gutter+1
	}
	share(list, b.size.W-gutter-gap*(len(list)-1))
	x := gutter
	for i := range list {
		c := &list[i]
		c.At, c.Guide = x, x-gap
		if c.Value == int(model.Astute) && b.size.Measure(innerCircle) <= c.Length {
			c.Label = innerCircle
		}
		c.Label = cut(c.Label, c.Length, b.size.Measure)
		x += c.Length + gap
	}
	return list
}

// innerCircle is the label of the column that controls outcomes, where there is
// room for it.
const innerCircle = "Astute: inner circle"

// leastColumn is the width under which a column cannot name anybody.
const leastColumn = 4

// widest is the width of the widest label in a column.
func (b *mapBuilder) widest(column int) int {
	w := 0
	for at, people := range b.cells {
		if at.column != column {
			continue
		}
		for _, c := range people {
			w = max(w, b.size.Measure(b.names[c.ID])+1+len(marksOf(c)))
		}
	}
	return w
}

// share brings the columns to a width together: the widest give way first, and
// what is left over is shared out evenly.
func share(list []Band, room int) {
	total := 0
	for _, c := range list {
		total += c.Length
	}
	for ; total > room; total-- {
		widest := 0
		for i, c := range list {
			if c.Length > list[widest].Length {
				widest = i
			}
		}
		list[widest].Length--
	}
	for i := 0; total < room; total, i = total+1, i+1 {
		list[i%len(list)].Length++
	}
}

// fill puts the people of one cell into its slots: as few beside each other as
// do, so that names stay as long as they can.
func (b *mapBuilder) fill(m *Map, people []*model.Contact, column, row Band) {
	if len(people) == 0 {
		return
	}
	keys := count(people, keyPlayers)
	perLine := b.comfortable(column)
	for perLine < b.tight(column) && perLine*row.Length < len(people) {
		perLine++
	}
	slots := perLine * row.Length
	width := (column.Length+1)/perLine - 1
	shown := people
	if b.onlyKeys {
		shown = people[:min(keys, slots)]
	} else if len(people) > slots {
		shown = people[:max(keys, slots-1)]
	}
	m.Out = append(m.Out, people[len(shown):]...)
	more := ""
	if len(shown) < len(people) {
		more = fmt.Sprintf("+%d", len(people)-len(shown))
	}
	for i, c := range shown {
		room := width
		if i == len(shown)-1 && len(shown) == slots && more != "" && width-len(more)-1 >= leastLabel {
			room -= len(more) + 1 // the number stands behind the last label
		}
		p := b.label(m, c, room)
		p.X, p.Y = column.At+i%perLine*(width+1), row.At+i/perLine
		m.People = append(m.People, p)
		if room < width {
			m.Mores = append(m.Mores, More{X: p.X + width - len(more), Y: p.Y, Text: more})
		}
	}
	if at := len(shown); more != "" && at < slots && len(more) <= width {
		m.Mores = append(m.Mores, More{X: column.At + at%perLine*(width+1), Y: row.At + at/perLine, Text: more})
	}
}

// leastLabel is the width under which a label gives up nothing for a number.
const leastLabel = 5

// label is the name and the marks of a person in a width.
func (b *mapBuilder) label(m *Map, c *model.Contact, width int) Person {
	_, note := model.MapColumn(c)
	p := Person{Contact: c, Marks: cut(marksOf(c), width, b.size.Measure), Note: note}
	if room := width - len(p.Marks) - 1; room >= 2 {
		p.Name = b.cutName(m, c, room)
	}
	p.W = b.size.Measure(p.Text())
	return p
}

// cutName cuts a short name to a width so that it still names one person only.
func (b *mapBuilder) cutName(m *Map, c *model.Contact, room int) string {
	name := shorten(b.names[c.ID], room, b.size.Measure)
	for n := 2; slices.ContainsFunc(m.People, func(p Person) bool { return p.Name == name }); n++ {
		digits := fmt.Sprint(n)
		if len(digits) >= room {
			break
		}
		name = cut(b.names[c.ID], room-len(digits), b.size.Measure) + digits
	}
	return name
}

// countRest says in the row that stands for several ranks how many people of a
// column it stands for.
func (b *mapBuilder) countRest(m *Map, column, row Band) {
	n := 0
	for _, rank := range b.rest {
		n += len(b.cells[place{column.Value, rank}])
	}
	if n > 0 {
		m.Mores = append(m.Mores, More{X: column.At, Y: row.At, Text: cut(fmt.Sprintf("+%d", n), column.Length, b.size.Measure)})
	}
}

// outOfRows names those whose rank has no row.
func (b *mapBuilder) outOfRows(m *Map) {
	for at, people := range b.cells {
		if !slices.ContainsFunc(m.Rows, func(r Band) bool { return r.Value == at.row }) {
			m.Out = append(m.Out, people...)
		}
	}
	slices.SortFunc(m.Out, func(x, y *model.Contact) int {
		return cmp.Or(cmp.Compare(strings.ToLower(x.Name), strings.ToLower(y.Name)), x.ID.Compare(y.ID))
	})
}

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
		// Across the direction a step counts more than along it; a row is about
		// as tall as eight columns are wide.
		cost := abs(x) + 32*abs(y)
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
