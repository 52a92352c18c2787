package exchange

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"astute/model"
)

// Spreadsheets hold a share of 60 % as 0.6, and write that where the cell is not
// formatted as percent. A column of shares that are all fractions of one is read
// so, and a note says it.

// readFractions finds the columns of shares that hold fractions. A column of
// nothing but 0 and 1 can be read in two ways: it is taken as it stands, and told.
func (s *sheet) readFractions() {
	for _, c := range s.columns {
		if s.own() || c.typ != model.TypeNumber || c.instead != "" || strings.Contains(c.heading, "%") ||
			model.New(c.kind, model.ID{}).Fields()[c.field].Unit != "%" {
			continue
		}
		first, ones := "", 0
		for _, row := range s.Rows {
			cell := cleanCell(row.cell(c.index))
			digits, err := c.number(cell)
			share, bad := strconv.ParseFloat(digits, 64)
			switch {
			case strings.Contains(cell, "%"), err == nil && bad == nil && math.Abs(share) > 1:
				first, ones = "", -len(s.Rows)
			case err != nil, bad != nil:
			case share == 1:
				ones++
			case share != 0 && first == "" && ones >= 0:
				first = cell
			}
		}
		switch {
		case ones < 0: // something is percent as it stands, so all is
		case first != "":
			c.fractions = true
			s.Notes = append(s.Notes, fmt.Sprintf("%s: all of it lies between 0 and 1, so %s is taken as %s %%; if percent is what stands there, write %% behind the numbers", c.heading, first, c.percent(first)))
		case ones > 0:
			s.Notes = append(s.Notes, fmt.Sprintf("%s: 1 is taken as 1 %%; if it stands for all, write 100 %%", c.heading))
		}
	}
}

// percent writes the share of a cell in percent, where the column holds fractions;
// else, and where it is no number, as it stands.
func (c *column) percent(cell string) string {
	digits, err := c.number(cell)
	share, bad := strconv.ParseFloat(digits, 64)
	if !c.fractions || err != nil || bad != nil {
		return cell
	}
	return strconv.FormatFloat(math.Round(share*1e8)/1e6, 'f', -1, 64)
}

// chance is what a row says of how likely its deal is won, in percent.
func (p *part) chance(row Row) string {
	for _, c := range p.columns {
		if cell := cleanCell(row.cell(c.index)); c.role == "probability" && cell != "" {
			return c.percent(cell)
		}
	}
	return ""
}
