package pane

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"slices"

	"astute/model"
	"astute/ui/grid"
)

// Sections heads the rows of a table with the records that they belong to: the
// actions with the objectives they serve. A heading is a row too: the cursor
// stands on it, and its record is edited there.
type Sections struct {
	Kind model.Kind                    // of the records that head
	Of   func(r model.Record) model.ID // which of them heads a row
	Less func(a, b Section, d Data) int
	Keep func(s Section, d Data) bool                           // whether a heading without rows is shown
	Nums map[int]int                                            // the field of a heading that is edited in the column of a row's field
	Cell func(s Section, c Column, d Data, width int) grid.Cell // of a heading, in a column of the rows
	// Group says under which heading a row stands where headings stand for no
	// record: a week, say. Of the others only Cell is asked then.
	Group func(r model.Record, d Data) Group
}

// Group is a heading that stands for no record. Two of the same rank and text
// are one.
type Group struct {
	Rank int // the lower, the further up; then by text
	Text string
	Of   model.ID // whom or what the rows have in common, none for nothing
}

// id returns what tells the group from others, as a record's ID does.
func (g Group) id() (id model.ID) {
	h := fnv.New128a()
	fmt.Fprintf(h, "%d %s %s", g.Rank, g.Of, g.Text) // a hash takes everything
	copy(id[:], h.Sum(nil))
	return id
}

// groupRow is the row of a [Group].
type groupRow struct{ model.Record }

// Section is a heading and what stands below it.
type Section struct {
	Head  model.Record   // the record that heads; without an ID for rows that belong to none
	Group Group          // where no record heads
	Rows  []model.Record // that are shown
	All   []model.Record // that belong to it, those that are hidden too
}

// sections are the headings of the order that the rows are in, nil for none: a
// column that orders them takes the headings away.
func (p *Records) sections() *Sections {
	if _, byColumn := p.sortColumn(); byColumn || len(p.Orders) == 0 {
		return nil
	}
	return p.Orders[p.sorting.order].Sections
}

// head puts the rows below their headings. The rows that belong to none come
// last; where there are only such, nothing heads them.
func (p *Records) head(s *Sections, less func(a, b model.Record) int, held map[model.ID]int) {
	if p.data.Plan == nil {
		return
	}
	if s.Group != nil {
		p.group(s, less, held)
		return
	}
	rest := &Section{Head: model.New(s.Kind, model.ID{})}
	byID := map[model.ID]*Section{}
	var list []*Section
	for _, head := range p.data.Plan.Of(s.Kind) {
		section := &Section{Head: head}
		byID[head.Base().ID], list = section, append(list, section)
	}
	of := func(r model.Record) *Section {
		if section := byID[s.Of(r)]; section != nil {
			return section
		}
		return rest
	}
	for _, r := range p.data.Plan.Of(p.Kind) {
		section := of(r)
		section.All = append(section.All, r)
	}
	for _, r := range p.rows {
		section := of(r)
		section.Rows = append(section.Rows, r)
	}
	list = slices.DeleteFunc(list, func(section *Section) bool {
		_, stays := held[section.Head.Base().ID]
		return len(section.Rows) == 0 && (p.match != nil || !stays && !s.Keep(*section, p.data))
	})
	list = settled(list, func(a, b *Section) int { return s.Less(*a, *b, p.data) },
		func(section *Section) (int, bool) { at, ok := held[section.Head.Base().ID]; return at, ok })
	if len(rest.Rows) > 0 {
		list = append(list, rest)
	}
	p.lay(list, less, held, len(list) == 1 && list[0] == rest)
}

// group puts the rows below headings that stand for no record, each of which has
// rows.
func (p *Records) group(s *Sections, less func(a, b model.Record) int, held map[model.ID]int) {
	byID := map[model.ID]*Section{}
	var list []*Section
	for _, r := range p.rows {
		g := s.Group(r, p.data)
		id := g.id()
		if byID[id] == nil {
			byID[id] = &Section{Head: groupRow{model.New(model.KindTeammate, id)}, Group: g}
			list = append(list, byID[id])
		}
		byID[id].Rows = append(byID[id].Rows, r)
	}
	for _, r := range p.data.Plan.Of(p.Kind) {
		if section := byID[s.Group(r, p.data).id()]; section != nil {
			section.All = append(section.All, r)
		}
	}
	slices.SortStableFunc(list, func(a, b *Section) int {
		return cmp.Or(cmp.Compare(a.Group.Rank, b.Group.Rank), cmp.Compare(a.Group.Text, b.Group.Text))
	})
	p.lay(list, less, held, false)
}

// lay makes the rows of sections; bare leaves the headings out.
func (p *Records) lay(list []*Section, less func(a, b model.Record) int, held map[model.ID]int, bare bool) {
	p.rows = nil
	for _, section := range list {
		section.Rows = settled(section.Rows, less, func(r model.Record) (int, bool) { at, ok := held[r.Base().ID]; return at, ok })
		if !bare {
			p.heads = append(p.heads, *section)
			p.rows = append(p.rows, section.Head)
		}
		p.rows = append(p.rows, section.Rows...)
	}
}

// Section returns the section that the cursor stands on the heading of, nil when
// it stands on no heading.
func (p *Records) Section() *Section { return p.sectionOf(p.under()) }

func (p *Records) sectionOf(head model.Record) *Section {
	if !p.isHead(head) {
		return nil
	}
	for i := range p.heads {
		if p.heads[i].Head.Base().ID == head.Base().ID {
			return &p.heads[i]
		}
	}
	return nil
}

// isHead reports whether a row is a heading.
func (p *Records) isHead(r model.Record) bool {
	_, grouped := r.(groupRow)
	return grouped || r != nil && r.Kind() != p.Kind
}

// headsRest reports whether a row is a heading that stands for no record: that of
// a group, or of those that belong to no other heading.
func (p *Records) headsRest(r model.Record) bool {
	_, grouped := r.(groupRow)
	return grouped || p.isHead(r) && r.Base().ID.IsZero()
}

// under is the row under the cursor, a heading of no record too; nil for none.
func (p *Records) under() model.Record {
	if p.table.Row < len(p.rows) {
		return p.rows[p.table.Row]
	}
	return nil
}

// offHead moves the cursor from a heading to the first row below it: where it
// comes by itself it stands on something to work on.
func (p *Records) offHead() {
	if s := p.Section(); s != nil && len(s.Rows) > 0 {
		p.table.Move(1)
		p.headInSight()
	}
}

// headInSight scrolls so that a heading is seen with the first row below it.
func (p *Records) headInSight() {
	t := &p.table
	if t.Row > 0 && t.Row == t.Offset && t.Seen() > 1 && t.Row < len(p.rows) && p.isHead(p.rows[t.Row-1]) {
		t.Offset--
	}
}

// count is how many rows are shown, headings aside.
func (p *Records) count() int { return len(p.rows) - len(p.heads) }

// Grouped reports whether headings stand over the rows.
func (p *Records) Grouped() bool { return len(p.heads) > 0 }

// num is the field of a row that is edited where its kind has the field num.
func (p *Records) num(r model.Record, num int) int {
	if !p.isHead(r) {
		return num
	}
	return p.sections().Nums[num]
}

// cell is what stands in a column of a row.
func (p *Records) cell(of *row, r model.Record, column, width int) grid.Cell {
	if s := p.sectionOf(r); s != nil {
		return p.sections().Cell(*s, p.shown[column], p.data, width)
	}
	return p.shown[column].show(of, r, p.data, width)
}

// Why says why nothing can be done to the record under the cursor, "" when
// there is one.
func (p *Records) Why() string {
	switch {
	case p.Current() != nil:
		return ""
	case p.Section() != nil && p.Section().Group != (Group{}):
		return "this line only heads those below: j goes to them"
	case p.under() != nil:
		return "this line only heads those below that belong to none: j goes to them"
	}
	if len(p.all) > 0 {
		return "nothing matches the filter: esc shows all again"
	}
	return "there is no " + p.Kind.String() + " here yet: a adds one"
}
