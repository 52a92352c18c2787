package exchange

import (
	"fmt"
	"strings"
)

// formatSheet is the [Table.Format] of a workbook's sheet.
const formatSheet = "workbook"

// Sheet is one sheet of a workbook: its cells as text, from the first row on.
// Package workbook makes them.
type Sheet struct {
	Name   string
	Hidden bool // from people, and so from the import
	Rows   [][]string
}

// readSheets returns the tables of a workbook, one for each sheet that people
// see and that has rows. known is as in [ReadTable]. The table's lines are the
// rows of the sheet.
func readSheets(name string, sheets []Sheet, known func(heading string) bool) ([]*Table, error) {
	var tables []*Table
	var hidden []string
	for _, s := range sheets {
		if s.Hidden {
			hidden = append(hidden, s.Name)
			continue
		}
		if t := sheetTable(name+", sheet "+s.Name, s.Rows, known); t != nil {
			tables = append(tables, t)
		}
	}
	if tables == nil {
		return nil, fmt.Errorf("%s: %w: no sheet that is shown has a row", name, ErrEmpty)
	}
	if len(hidden) > 0 {
		tables[0].Notes = append(tables[0].Notes, fmt.Sprintf("%s: not read, because hidden: %s", name, listed(hidden)))
	}
	return tables, nil
}

// sheetTable returns the rows of one sheet under their headings, nil when it is
// empty.
func sheetTable(name string, grid [][]string, known func(string) bool) *Table {
	t := &Table{File: name, Format: formatSheet, Encoding: "UTF-8", Delimiter: ','}
	var rows []Row
	blank := false
	for i, cells := range grid {
		for len(cells) > 0 && strings.TrimSpace(cells[len(cells)-1]) == "" {
			cells = cells[:len(cells)-1]
		}
		if len(cells) == 0 {
			blank = true
			continue
		}
		rows = append(rows, Row{Line: i + 1, Cells: cells, afterBlank: blank})
		blank = false
	}
	at := headerAt(rows[:min(len(rows), headRows)], known)
	if at < 0 {
		return nil
	}
	t.setHeader(rows[:at], rows[at])
	for _, row := range rows[at+1:] {
		t.add(row)
	}
	return t
}
