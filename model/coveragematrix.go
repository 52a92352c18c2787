package model

import (
	"cmp"
	"fmt"
	"slices"
)

// CoverageMatrix is who of us stands how with whom of them: a row for each
// teammate, a column for each contact who is still there (domain section 1).
type CoverageMatrix struct {
	Rows    []CoverageRow    // the account's owner, its sponsor, the team, then whoever else knows somebody
	Columns []CoverageColumn // key players first, then by name
}

// CoverageRow is one of us, and how that one stands with each contact.
type CoverageRow struct {
	Teammate *Teammate
	Cells    []CoverageCell // one for each column
	Covers   int            // contacts with whom a level is known
	Gaps     int            // relationships below the level wanted
	Open     int            // relationships wanted of which no level is known yet
}

// CoverageColumn is one of them, and how many of us stand with that one.
type CoverageColumn struct {
	Contact   *Contact
	Key       bool // a key player
	CoveredBy int  // teammates of whom a level is known
	Gaps      int  // relationships below the level wanted
	Open      int  // relationships wanted of which no level is known yet
}

// Uncovered reports whether the column is a key player with whom nobody stands.
func (c CoverageColumn) Uncovered() bool { return c.Key && c.CoveredBy == 0 }

// CoverageCell is how one of us stands with one of them. The zero cell says that
// nothing is on record.
type CoverageCell struct {
	Relationship  *Relationship // nil for none
	Level, Wanted Standing
	Health        Wellbeing
}

// Covered reports whether it is known how the two stand.
func (c CoverageCell) Covered() bool { return c.Level != 0 }

// Gap returns by how many steps the relationship is below the level wanted: 0
// when it is not, or when either level is not known.
func (c CoverageCell) Gap() int {
	if c.Level == 0 || c.Level >= c.Wanted {
		return 0
	}
	return int(c.Wanted - c.Level)
}

// CoverageMatrixOf lays out the relationships of a plan. Of two between the same
// people the later counts.
func CoverageMatrixOf(p *Plan) CoverageMatrix {
	cells, known := map[[2]ID]*Relationship{}, []ID{p.Account.Owner, p.Account.ExecutiveSponsor}
	known = append(known, p.Account.Team...)
	for _, r := range All[*Relationship](p.Book) {
		cells[[2]ID{r.Teammate, r.Contact}] = r
		known = append(known, r.Teammate)
	}
	var m CoverageMatrix
	for _, c := range All[*Contact](p.Book) {
		if !c.Left {
			m.Columns = append(m.Columns, CoverageColumn{Contact: c, Key: IsKeyPlayer(c) == Yes})
		}
	}
	slices.SortStableFunc(m.Columns, func(a, b CoverageColumn) int {
		return cmp.Or(FalseFirst(!a.Key, !b.Key), cmp.Compare(a.Contact.Name, b.Contact.Name))
	})
	placed := map[ID]bool{}
	for _, id := range known {
		if t, ok := Lookup[*Teammate](p.Book, id); ok && !placed[id] {
			placed[id] = true
			m.Rows = append(m.Rows, m.row(t, cells))
		}
	}
	return m
}

// row fills in how one of us stands with everybody, and counts it into the columns.
func (m *CoverageMatrix) row(t *Teammate, cells map[[2]ID]*Relationship) CoverageRow {
	row := CoverageRow{Teammate: t, Cells: make([]CoverageCell, len(m.Columns))}
	for i := range m.Columns {
		column := &m.Columns[i]
		r := cells[[2]ID{t.ID, column.Contact.ID}]
		if r == nil {
			continue
		}
		cell := CoverageCell{r, r.Level, r.Wanted, r.Health}
		row.Cells[i] = cell
		switch {
		case cell.Covered():
			row.Covers++
			column.CoveredBy++
		case cell.Wanted != 0:
			row.Open++
			column.Open++
		}
		if cell.Gap() > 0 {
			row.Gaps++
			column.Gaps++
		}
	}
	return row
}

// Uncovered returns the key players with whom nobody of us stands.
func (m CoverageMatrix) Uncovered() []*Contact {
	var list []*Contact
	for _, column := range m.Columns {
		if column.Uncovered() {
			list = append(list, column.Contact)
		}
	}
	return list
}

// Assignment is who of us should get to know whom of them, and why that one.
type Assignment struct {
	Teammate, Contact ID
	Why               string // without its stop
}

// Assignments proposes one of us for each key player with whom nobody stands:
// whoever is to stand there already, else for somebody at the very top our
// executive sponsor, else whoever knows somebody right beside that person best,
// else the one of us with the fewest to look after. None when there is nobody of
// us. The matrix is that of the plan.
func (m CoverageMatrix) Assignments(p *Plan) []Assignment {
	load := map[ID]int{}
	for _, row := range m.Rows {
		load[row.Teammate.ID] = row.Covers + row.Open
	}
	var list []Assignment
	for i, column := range m.Columns {
		if !column.Uncovered() || len(m.Rows) == 0 {
			continue
		}
		row, why := m.whoFor(p, i, load)
		load[row.Teammate.ID]++
		list = append(list, Assignment{row.Teammate.ID, column.Contact.ID, why})
	}
	return list
}

func (m CoverageMatrix) whoFor(p *Plan, column int, load map[ID]int) (CoverageRow, string) {
	target := m.Columns[column].Contact
	for _, row := range m.Rows {
		if row.Cells[column].Wanted != 0 {
			return row, fmt.Sprintf("%s is to be a %s there", row.Teammate.Name, row.Cells[column].Wanted)
		}
	}
	for _, row := range m.Rows {
		if target.Rank == CLevel && row.Teammate.ID == p.Account.ExecutiveSponsor {
			return row, fmt.Sprintf("%s is our executive sponsor, and %s is at the top", row.Teammate.Name, target.Name)
		}
	}
	near := neighbours(p, target)
	var best CoverageRow
	var over *Contact
	level := Standing(0)
	for _, row := range m.Rows {
		for i, cell := range row.Cells {
			if c := m.Columns[i].Contact; cell.Level > level && near[c.ID] {
				best, over, level = row, c, cell.Level
			}
		}
	}
	if over != nil {
		return best, fmt.Sprintf("%s knows %s, who is right beside", best.Teammate.Name, over.Name)
	}
	least := slices.MinFunc(m.Rows, func(a, b CoverageRow) int { return cmp.Compare(load[a.Teammate.ID], load[b.Teammate.ID]) })
	return least, fmt.Sprintf("%s has the fewest to look after", least.Teammate.Name)
}

// neighbours are the people one line away from a contact, conflicts aside.
func neighbours(p *Plan, c *Contact) map[ID]bool {
	near, hostile := map[ID]bool{}, map[ID]bool{}
	for _, l := range All[*Line](p.Book) {
		other := l.From
		if l.From == c.ID {
			other = l.To
		} else if l.To != c.ID {
			continue
		}
		if l.Type == Conflicts {
			hostile[other] = true
		} else {
			near[other] = true
		}
	}
	for _, other := range All[*Contact](p.Book) {
		if other.ReportsTo == c.ID || c.ReportsTo == other.ID {
			near[other.ID] = true
		}
	}
	for id := range hostile {
		delete(near, id)
	}
	return near
}

// Action returns the action that the assignment asks for, for whoever saves it
// to give it its ID.
func (a Assignment) Action(p *Plan, today Date) *Action {
	action := &Action{Name: "Get to know " + p.Name(a.Contact), Owner: a.Teammate, Function: ActionSales, Type: Task, Status: NotStarted,
		Due: Workday(today.AddDays(dueIn[Medium])), Serves: a.Contact}
	action.Account = p.Account.ID
	return action
}
