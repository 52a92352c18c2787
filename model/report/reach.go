package report

import (
	"slices"

	"astute/model"
)

// What a section about the people takes before the rest is only counted.
const (
	wayLimit    = 10 // ways to people
	matrixLimit = 8  // columns of the coverage matrix
)

// ways are how to get to the key players whom we do not know, as sentences
// (rule 14).
func (d *document) ways() {
	d.heading(2, "Ways to whom we do not reach")
	var list items
	paths := model.Paths(d.plan, d.today)
	for _, path := range paths[:min(wayLimit, len(paths))] {
		i := item{text: strong(d.name(path.Target)+":") + " " + plain(sentence(path.Sentence))}
		for _, leg := range path.Steps {
			i.under = append(i.under, item{text: plain(sentence(leg.Why))})
		}
		for _, careful := range path.Careful {
			i.under = append(i.under, item{text: plain(sentence("Take care: " + careful))})
		}
		for n, opening := range path.Meet {
			if n > 0 { // the first stands in the sentence
				i.under = append(i.under, item{text: plain(sentence("Or " + opening.Why))})
			}
		}
		list = append(list, i)
	}
	d.tree(list)
	if left := len(paths) - len(list); left > 0 {
		d.say(plain("And " + model.Count(left, "more key player", "more key players") + "."))
	}
}

// coverage is who of us stands how with which key player, and who of us should
// get to know those with whom nobody stands (domain section 1).
func (d *document) coverage() {
	m := model.CoverageMatrixOf(d.plan)
	var columns []int
	for i, c := range m.Columns {
		if c.Key {
			columns = append(columns, i)
		}
	}
	left := max(0, len(columns)-matrixLimit)
	if left > 0 { // the columns with something in them
		known := func(i int) bool { return m.Columns[i].CoveredBy+m.Columns[i].Open > 0 }
		slices.SortStableFunc(columns, func(a, b int) int { return first(known(a), known(b)) })
		columns = columns[:matrixLimit]
	}
	head := []string{"Of us"}
	for _, i := range columns {
		head = append(head, nameOf(d.names, m.Columns[i].Contact.ID))
	}
	var rows [][]rich
	idle := 0
	for _, row := range m.Rows {
		cells, said := []rich{d.name(row.Teammate.ID)}, false
		for _, i := range columns {
			cell := standingOf(row.Cells[i])
			said = said || cell != nobody
			cells = append(cells, cell)
		}
		if said {
			rows = append(rows, cells)
		} else {
			idle++
		}
	}
	if len(rows) == 0 {
		return
	}
	d.heading(3, "Who of us covers which key player")
	d.table(head, rows)
	d.say(plain(sentence(joined("; ", counted(idle, "of us has", "of us have", "no key player"), counted(left, "more key player has", "more key players have", "no column here")))))
	var list []rich
	for _, a := range m.Assignments(d.plan) {
		list = append(list, d.name(a.Teammate)+" for "+d.name(a.Contact)+": "+plain(sentence(a.Why)))
	}
	if len(list) > 0 {
		d.say("Nobody of us covers these key players; proposed are:")
		d.list(list...)
	}
}

// counted says of how many something holds, nothing when of none.
func counted(n int, one, many, what string) string {
	if n == 0 {
		return ""
	}
	return model.Count(n, one, many) + " " + what
}

// standingOf is a cell of the coverage matrix.
func standingOf(c model.CoverageCell) rich {
	switch {
	case c.Covered() && c.Gap() > 0:
		return plain(c.Level.String() + ", wanted " + c.Wanted.String())
	case c.Covered():
		return plain(c.Level.String())
	case c.Wanted != 0:
		return plain("wanted " + c.Wanted.String())
	}
	return nobody
}

// confirmAgain is of whom what we noted may no longer be true (rule 4).
func (d *document) confirmAgain() {
	d.heading(2, "To be confirmed again")
	var rows [][]rich
	for _, doubt := range model.Sweep(d.plan, d.today) {
		var part []rich
		if doubt.Key {
			part = append(part, "key player")
		}
		if doubt.Deal {
			part = append(part, "named in an open opportunity")
		}
		rows = append(rows, []rich{d.name(doubt.Contact.ID), join(part, ", "), plain(doubt.Why)})
	}
	slices.SortStableFunc(rows, func(a, b []rich) int { return first(a[1] != "", b[1] != "") })
	d.table([]string{"Who", "Part", "What we noted was"}, rows)
}
