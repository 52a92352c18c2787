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
// every person a label in the cell where the two meet. No two labels overlap,
// and nobody is left out without being named in Out.
type Map struct {
	W, H    int
	Columns []Band   // from left to right, the one for "not known" first
	Rows    []Band   // from the top down
	People  []Person // in reading order
	Mores   []More   // "+3" where a cell has more people than room
	Out     []*model.Contact
	axis    int // the row of the column labels
	measure Measure
}

// Band is a column or a row of the map.
type Band struct {
	Label  string // cut to what fits
	Value  int    // the political status or the rank, 0 for not known
	At     int    // its first column or row
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
	size   Size
	people []*model.Contact
	names  map[model.ID]string
	cells  map[place][]*model.Contact
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
	b.names = shortNames(b.people)
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

func (b *mapBuilder) build() *Map {
	m := &Map{W: b.size.W, H: b.size.H, axis: b.size.H - 1, measure: b.size.Measure}
	gutter := 4
	if b.size.W >= wideMap {
		gutter = 11
	}
	m.Columns = b.columns(gutter)
	if len(m.Columns) == 0 || b.size.H < 2 {
		m.Columns, m.Out = nil, b.people
		return m
	}
	m.Rows = b.rows(gutter, m)
	for _, row := range m.Rows {
		for _, column := range m.Columns {
			b.fill(m, b.cells[place{column.Value, row.Value}], column, row)
		}
	}
	b.outOfRows(m)
	return m
}

// columns divides the width: one for each political status, and one before them
// for people of whom it is not known, where there are any.
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
	least := 0
	for i := range list {
		list[i].Length = max(b.size.Measure(list[i].Label), b.widest(list[i].Value))
		least += leastColumn + 1
	}
	room := b.size.W - gutter - (len(list) - 1)
	if least > b.size.W-gutter+1 {
		return nil
	}
	share(list, room)
	x := gutter
	for i := range list {
		list[i].At = x
		list[i].Label = cut(list[i].Label, list[i].Length, b.size.Measure)
		x += list[i].Length + 1
	}
	return list
}

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

// rows divides the height: every rank gets a line, those with many people more;
// ranks without anybody go first when it is short, and what remains parts the
// rows from each other.
func (b *mapBuilder) rows(gutter int, m *Map) []Band {
	var list []Band
	for _, rank := range []int{1, 2, 3, 4, 5, 0} {
		most := 0
		for _, column := range m.Columns {
			people := b.cells[place{column.Value, rank}]
			most = max(most, (len(people)+b.perLine(column)-1)/b.perLine(column))
		}
		if most == 0 && rank == 0 {
			continue
		}
		label := rankLabels[rank].short
		if gutter > 4 {
			label = rankLabels[rank].long
		}
		list = append(list, Band{Label: label, Value: rank, Length: most})
	}
	room := b.size.H - 1
	list = b.shrink(list, room)
	used := 0
	for i := range list {
		list[i].Length = max(1, list[i].Length)
		used += list[i].Length
	}
	gap, extra := 0, 0
	if len(list) > 0 {
		gap = min(1, (room-used)/len(list))
		extra = room - used - gap*len(list)
	}
	y := 0
	for i := range list {
		list[i].At = y
		grow := extra / len(list)
		if i < extra%len(list) {
			grow++
		}
		list[i].Length += grow
		y += list[i].Length + gap
	}
	return list
}

// shrink makes rows fit: first those without anybody go, then the largest gives
// up a line at a time, then the lowest rows go.
func (b *mapBuilder) shrink(list []Band, room int) []Band {
	total := func() (n int) {
		for _, r := range list {
			n += max(1, r.Length)
		}
		return n
	}
	for total() > room {
		if i := slices.IndexFunc(list, func(r Band) bool { return r.Length == 0 }); i >= 0 {
			list = slices.Delete(list, i, i+1)
			continue
		}
		largest := 0
		for i, r := range list {
			if r.Length > list[largest].Length {
				largest = i
			}
		}
		if len(list) == 0 {
			return list
		}
		if list[largest].Length > 1 {
			list[largest].Length--
			continue
		}
		list = list[:len(list)-1]
	}
	return list
}

// perLine is how many labels stand beside each other in a column.
func (b *mapBuilder) perLine(column Band) int {
	return max(1, (column.Length+1)/(b.widest(column.Value)+2))
}

// fill puts the people of one cell into its slots.
func (b *mapBuilder) fill(m *Map, people []*model.Contact, column, row Band) {
	perLine := b.perLine(column)
	slots := perLine * row.Length
	width := (column.Length+1)/perLine - 1
	shown := people
	if len(people) > slots {
		shown = people[:slots-1]
		m.Out = append(m.Out, people[slots-1:]...)
		at := slots - 1
		m.Mores = append(m.Mores, More{
			X: column.At + at%perLine*(width+1), Y: row.At + at/perLine,
			Text: cut(fmt.Sprintf("+%d", len(people)-slots+1), width, b.size.Measure),
		})
	}
	for i, c := range shown {
		_, note := model.MapColumn(c)
		marks := cut(marksOf(c), width, b.size.Measure)
		p := Person{Contact: c, X: column.At + i%perLine*(width+1), Y: row.At + i/perLine, Marks: marks, Note: note}
		if room := width - len(marks) - 1; room >= 2 {
			p.Name = b.cutName(m, c, room)
		}
		p.W = b.size.Measure(p.Text())
		m.People = append(m.People, p)
	}
}

// cutName cuts a short name to a width so that it still names one person only.
func (b *mapBuilder) cutName(m *Map, c *model.Contact, room int) string {
	name := cut(b.names[c.ID], room, b.size.Measure)
	for n := 2; slices.ContainsFunc(m.People, func(p Person) bool { return p.Name == name }); n++ {
		digits := fmt.Sprint(n)
		if len(digits) >= room {
			break
		}
		name = cut(b.names[c.ID], room-len(digits), b.size.Measure) + digits
	}
	return name
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
func (m *Map) Axis() int { return m.axis }

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

// Text returns the map as lines of text.
func (m *Map) Text() []string {
	type piece struct {
		x, y int
		text string
	}
	var pieces []piece
	for _, r := range m.Rows {
		pieces = append(pieces, piece{0, r.At, r.Label})
	}
	for _, p := range m.People {
		pieces = append(pieces, piece{p.X, p.Y, p.Text()})
	}
	for _, o := range m.Mores {
		pieces = append(pieces, piece{o.X, o.Y, o.Text})
	}
	for _, c := range m.Columns {
		pieces = append(pieces, piece{c.At, m.axis, c.Label})
	}
	slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Or(a.y-b.y, a.x-b.x) })
	lines := make([]string, max(0, m.H))
	for _, p := range pieces {
		blanks := max(0, p.x-m.measure(lines[p.y]))
		lines[p.y] += strings.Repeat(" ", blanks) + p.text
	}
	return lines
}
