package exchange

import (
	"strings"

	"astute/model"
)

// Programs that link a record to many write all of them into one cell, with
// semicolons between, and some of them what each is called or its id in brackets
// behind: "301 (FreshKart);302", "FreshKart (301)".

// several returns what a cell names of a column that may hold several: their ids,
// or what they are called.
func several(cell string, ids bool) []string {
	var list []string
	for _, item := range strings.Split(cell, ";") {
		item = strings.TrimSpace(item)
		if open := strings.LastIndexByte(item, '('); open > 0 && strings.HasSuffix(item, ")") {
			before, inside := strings.TrimSpace(item[:open]), strings.TrimSpace(item[open+1:len(item)-1])
			switch {
			case isDigits(before):
				item = before
				if !ids {
					item = inside
				}
			case isDigits(inside):
				item = inside
				if !ids {
					item = before
				}
			case strings.Contains(inside, "@"):
				item = before // a person and their address
			}
		}
		if item != "" {
			list = append(list, item)
		}
	}
	return list
}

// isID reports whether the cells of the column are ids at the source.
func (c *column) isID() bool { return c.role == roleExternal || c.role == roleLinkID }

// cell returns a row's cell of a column. Of several that the row is linked to the
// first counts where there is room for one; see [part.besides].
func (p *part) cell(c *column, row Row) string {
	cell := row.cell(c.index)
	if !c.several || cell == "" {
		return cell
	}
	list := several(cleanCell(cell), c.isID())
	switch {
	case len(list) == 0:
		return ""
	case c.role == roleLinkID || c.isLink():
		return strings.Join(list, ";")
	case len(list) > 1 && !c.isID() && p.idsOf(row) == 1:
		return strings.Join(list, "; ") // one, with a semicolon in the name
	}
	return list[0]
}

// idsOf returns how many ids the row has in the columns of ids that may hold
// several.
func (p *part) idsOf(row Row) int {
	for _, c := range p.columns {
		if c.several && c.role == roleExternal {
			return len(several(cleanCell(row.cell(c.index)), true))
		}
	}
	return 0
}

// besides returns whom a row names beside the one that its column has room for,
// by name where there is a column of names, and under which heading.
func (p *part) besides(row Row) (heading, names string) {
	for _, c := range p.columns {
		if !c.several || c.role == roleLinkID || c.isLink() {
			continue
		}
		list := several(cleanCell(row.cell(c.index)), c.isID())
		if len(list) < 2 || !c.isID() && p.idsOf(row) == 1 || heading != "" && c.isID() {
			continue
		}
		heading, names = c.heading, strings.Join(list[1:], "; ")
	}
	return heading, names
}

// isLink reports whether the cells of the column are what a link leads to.
func (c *column) isLink() bool { return c.typ == model.TypeLink || c.typ == model.TypeLinks }
