package state

import (
	"maps"
	"path/filepath"
)

// Table is how a table of records looks: what its reader chose. Names that the
// program does not know are kept: another version may.
type Table struct {
	Columns []string `json:"columns,omitempty"` // in their order; none: the standard ones
	Order   string   `json:"order,omitempty"`   // the name of the order
	Sort    string   `json:"sort,omitempty"`    // the column to sort by
	Down    bool     `json:"down,omitempty"`    // of that column, the last one first
	Card    string   `json:"card,omitempty"`    // whether a card stands beside it
}

// Tables returns how the tables look, by kind of record. It is the same for all
// books: it is a habit of the reader.
func (d Dir) Tables() map[string]Table {
	tables := map[string]Table{}
	if d == "" || read(d.tableFile(), &tables) != nil || tables == nil {
		return map[string]Table{}
	}
	return tables
}

// KeepTables writes how some tables look; the others stay as they are, so that
// two workspaces open at once do not undo each other.
func (d Dir) KeepTables(changed map[string]Table) error {
	if d == "" || len(changed) == 0 {
		return nil
	}
	tables := d.Tables()
	maps.Copy(tables, changed)
	return write(d.tableFile(), tables)
}

func (d Dir) tableFile() string { return filepath.Join(string(d), "tables.json") }
