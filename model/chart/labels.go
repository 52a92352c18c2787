package chart

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"astute/model"
)

// rankLabels are the names of the ranks where there is room, and where not.
var rankLabels = []struct{ long, short string }{
	{"no rank", "?"}, {"C-Level", "C"}, {"VP", "VP"}, {"Director", "Dir"}, {"Manager", "Mgr"}, {"Individual", "Ind"},
}

const (
	// wideMap is from how many columns on ranks are written in full.
	wideMap = 76
	// coverageMap is from how many columns on labels carry the digit of the
	// coverage; under it a letter more of the name is worth more.
	coverageMap = 56
	// keySign stands before the names of key players where it is asked for, and
	// guessSign before those whose place nobody has said: see [model.MapGuess].
	keySign, guessSign = "#", "?"
)

// place is a cell of the map: political status and rank.
type place struct{ column, row int }

// mapBuilder lays out the people of an account, at one size after another.
type mapBuilder struct {
	contacts []*model.Contact
	records  []*model.Line
	options  Options
	people   []*model.Contact
	gone     int
	whole    map[model.ID]string // long names, nil until they are asked for
	short    map[model.ID]string // and short ones

	// Of the size.
	size    Size
	names   map[model.ID]string
	marks   map[model.ID]string
	keys    map[model.ID]bool
	guessed map[model.ID]bool // whose place nobody has said
	cells   map[place][]*model.Contact
	widths  map[int]int     // the widest label of each column
	rest    []int           // the ranks of the row that stands for several
	taken   map[string]bool // the names that labels have so far, as they are cut
}

// newMapBuilder puts the people into their cells, key players first.
func newMapBuilder(contacts []*model.Contact, lines []*model.Line, options Options) *mapBuilder {
	n := len(contacts)
	b := &mapBuilder{contacts: contacts, records: lines, options: options, cells: map[place][]*model.Contact{},
		keys: make(map[model.ID]bool, n), guessed: make(map[model.ID]bool, n)}
	folded := make(map[model.ID]string, n)
	for _, c := range contacts {
		if c.Left && !b.options.Left {
			b.gone++
			continue
		}
		b.people = append(b.people, c)
		b.keys[c.ID] = model.IsKeyPlayer(c) == model.Yes
		b.guessed[c.ID] = model.MapGuess(c) != ""
		folded[c.ID] = strings.ToLower(c.Name)
	}
	slices.SortStableFunc(b.people, func(x, y *model.Contact) int {
		if b.keys[x.ID] != b.keys[y.ID] {
			if b.keys[x.ID] {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(folded[x.ID], folded[y.ID]), x.ID.Compare(y.ID))
	})
	for _, c := range b.people {
		column, _ := model.MapColumn(c)
		at := place{int(column), int(model.MapRow(c))}
		b.cells[at] = append(b.cells[at], c)
	}
	return b
}

// marksOf returns the letters of a person's roles, the mark of the support, the
// digit of the coverage where it is known, and an exclamation mark where status
// and influence disagree.
func marksOf(c *model.Contact, coverage bool) string {
	marks := ""
	if c.DecisionRole != 0 {
		marks = c.DecisionRole.Marks()
	}
	marks += c.Support.Mark()
	if coverage && c.Coverage != 0 {
		marks += c.Coverage.Mark()
	}
	if _, note := model.MapColumn(c); note != "" {
		marks += "!"
	}
	return marks
}

// build lays the labels out with whole names where they all have room beside
// the lines, else with short ones.
func (b *mapBuilder) build(size Size) *Map {
	b.resize(size)
	m := &Map{W: max(0, size.W), H: max(0, size.H), Gone: b.gone, options: b.options, coverage: size.W >= coverageMap, measure: b.size.Measure,
		contacts: b.contacts, records: b.records}
	gutter := 4
	if b.size.W >= wideMap {
		gutter = 11
	}
	if b.whole == nil {
		b.whole = wholeNames(b.people, b.size.Measure)
	}
	b.call(b.whole)
	m.Columns = b.columns(gutter)
	if !b.roomy(m.Columns) {
		if b.short == nil {
			b.short = shortNames(b.people)
		}
		b.call(b.short)
		m.Columns = b.columns(gutter)
	}
	if len(m.Columns) == 0 || b.size.H < 2 {
		m.Columns, m.Out = nil, b.people
		return m
	}
	m.Rows = b.rows(m.Columns, gutter > 4)
	for r, row := range m.Rows {
		for c, column := range m.Columns {
			if row.Value == Rest {
				b.countRest(m, column, row)
			} else {
				b.fill(m, b.cells[place{column.Value, row.Value}], c, r)
			}
		}
	}
	b.outOfRows(m)
	slices.SortStableFunc(m.People, func(x, y Person) int { return cmp.Or(x.Y-y.Y, x.X-y.X) })
	return m
}

// resize begins anew for a size.
func (b *mapBuilder) resize(size Size) {
	if size.Measure == nil {
		size.Measure = func(text string) int { return len([]rune(text)) }
	}
	if coverage := size.W >= coverageMap; b.marks == nil || coverage != (b.size.W >= coverageMap) {
		b.marks = make(map[model.ID]string, len(b.people))
		for _, c := range b.people {
			b.marks[c.ID] = marksOf(c, coverage)
		}
	}
	b.size, b.rest, b.taken = size, nil, make(map[string]bool, len(b.people))
}

// call gives the people their names and finds how wide that makes each column.
func (b *mapBuilder) call(names map[model.ID]string) {
	b.names, b.widths = names, map[int]int{}
	for at, people := range b.cells {
		for _, c := range people {
			w := b.size.Measure(dress(c, names[c.ID], b.sign(c))) + 1 + len(b.marks[c.ID])
			b.widths[at.column] = max(b.widths[at.column], w)
		}
	}
}

// dress puts the name of a seat that nobody holds yet into brackets, and that of
// somebody who left between strokes.
func dress(c *model.Contact, name, sign string) string {
	switch {
	case c.Left:
		return sign + "/" + name + "/"
	case c.Placeholder:
		return sign + "(" + name + ")"
	}
	return sign + name
}

// sign is what stands before the name of a person.
func (b *mapBuilder) sign(c *model.Contact) (sign string) {
	if b.options.Signs && b.keys[c.ID] {
		sign += keySign
	}
	if b.guessed[c.ID] {
		sign += guessSign
	}
	return sign
}

// lineGap is how many columns between two columns of the map let lines through
// beside the guide, and freeGap how many there are where the width allows.
const (
	lineGap = 4
	freeGap = 6
)

// roomy reports whether every label has room as it is, and lines between the
// columns too, in the height there is.
func (b *mapBuilder) roomy(columns []Band) bool {
	if len(columns) == 0 || columns[0].At-columns[0].Guide < lineGap {
		return false
	}
	lines := 0
	for _, rank := range ranks {
		lines += b.need(columns, rank, everybody, b.comfortable)
	}
	for _, c := range columns {
		if c.Length < b.widths[c.Value] {
			return false
		}
	}
	return lines <= b.size.H-1
}

// columns divides the width: one for each political status, and one before them
// for people of whom it is not known, where there are any. Before each column
// there is a place for a guide, and where the width allows more for a mark and
// for lines that run down between the columns.
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
		list[i].Length = max(b.size.Measure(list[i].Label), b.widths[list[i].Value])
		wanted += list[i].Length
	}
	gap := freeGap
	for gap > 1 && wanted+gap*len(list) > b.size.W-gutter+1 {
		gap--
	}
	gutter += gap - 1
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
// do, so that names stay as long as they can and lines find a way between.
func (b *mapBuilder) fill(m *Map, people []*model.Contact, c, r int) {
	column, row, n := m.Columns[c], m.Rows[r], len(people)
	if n == 0 {
		return
	}
	perLine, keys := 1, count(people, b.isKey)
	for perLine < b.comfortable(column) && 2*upward(n, perLine)-1 > row.Length {
		perLine++
	}
	for perLine < b.tight(column) && perLine*row.Length < n {
		perLine++
	}
	slots := perLine * row.Length
	shown := people
	if n > slots {
		shown = people[:max(min(keys, slots), slots-1)]
	}
	m.Out = append(m.Out, people[len(shown):]...)
	s := slotting{column: column, row: row, perLine: perLine, lines: upward(min(slots, len(shown)+1), perLine), width: (column.Length+1)/perLine - 1}
	more := ""
	if len(shown) < n {
		more = fmt.Sprintf("+%d", n-len(shown))
	} else {
		s.lines = upward(n, perLine)
	}
	for i, contact := range shown {
		room := s.width
		if i == len(shown)-1 && len(shown) == slots && more != "" && s.width-len(more)-1 >= leastLabel {
			room -= len(more) + 1 // the number stands behind the last label
		}
		p := b.label(contact, room)
		p.X, p.Y = s.at(i)
		p.Column, p.Row = c, r
		m.People = append(m.People, p)
		if room < s.width {
			m.Mores = append(m.Mores, More{X: p.X + s.width - len(more), Y: p.Y, Text: more})
		}
	}
	if at := len(shown); more != "" && at < slots && len(more) <= s.width {
		x, y := s.at(at)
		m.Mores = append(m.Mores, More{X: x, Y: y, Text: more})
	}
}

func upward(n, by int) int { return (n + by - 1) / by }

// slotting is how the labels of a cell stand: so many beside each other on so
// many lines.
type slotting struct {
	column, row           Band
	perLine, lines, width int
}

// apart is how many rows at most lie from one label of a cell to the next: more
// would tear people of one place apart.
const apart = 4

// at is the place of a slot: the lines stand in the middle of the row, apart
// from each other where there is room, so that lines can pass between them.
func (s slotting) at(i int) (x, y int) {
	pitch := max(1, min(apart, s.row.Length/max(1, s.lines)))
	above := (s.row.Length - (s.lines-1)*pitch - 1) / 2
	return s.column.At + i%s.perLine*(s.width+1), s.row.At + max(0, above) + i/s.perLine*pitch
}

// leastLabel is the width under which a label gives up nothing for a number.
const leastLabel = 5

// label is the name and the marks of a person in a width.
func (b *mapBuilder) label(c *model.Contact, width int) Person {
	_, note := model.MapColumn(c)
	p := Person{Contact: c, Marks: cut(b.marks[c.ID], width, b.size.Measure), Note: note, Key: b.keys[c.ID]}
	bare := b.size.Measure(dress(c, "", b.sign(c))) // the sign and the brackets
	if room := width - len(p.Marks) - 1 - bare; room >= 2 {
		p.Name = dress(c, b.cutName(c, room), b.sign(c))
	}
	p.W = b.size.Measure(p.Text())
	return p
}

// cutName cuts a short name to a width so that it still names one person only.
func (b *mapBuilder) cutName(c *model.Contact, room int) string {
	name := shorten(b.names[c.ID], room, b.size.Measure)
	for n := 2; b.taken[name]; n++ {
		digits := fmt.Sprint(n)
		if len(digits) >= room {
			break
		}
		name = cut(b.names[c.ID], room-len(digits), b.size.Measure) + digits
	}
	b.taken[name] = true
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
