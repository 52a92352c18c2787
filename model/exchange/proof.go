package exchange

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"astute/model"
)

// prove settles per column what single cells leave open: whether 03/04/2026 is
// in March or April, and whether 1.234 is one or a thousand. A cell that can be
// read one way only proves it for its column; cells that contradict each other
// prove nothing; what stays open is settled by what the user said.
func (c *column) prove(rows []Row, days string, decimal byte) {
	switch c.typ {
	case model.TypeDate:
		c.days = days
		seen := map[string]bool{}
		for _, row := range rows {
			parts, order := splitDay(cleanCell(row.cell(c.index)))
			if order != "" {
				seen[order] = true
			} else if parts[0] != "" && len(parts[0]) < 4 && parts[0] != parts[1] {
				c.open++
			}
		}
		if c.proven = len(seen) == 1; c.proven {
			for order := range seen {
				c.days = order
			}
		}
	case model.TypeNumber, model.TypeMoney:
		c.decimal = decimal
		var point, comma bool
		for _, row := range rows {
			cell := row.cell(c.index)
			from, to := digitsRun(cell)
			cell = cell[from:to] // "1,5 Mio. €" has its point not in the number
			switch decimalOf(cell) {
			case '.':
				point = true
			case ',':
				comma = true
			default:
				if strings.Contains(cell, ".") || strings.Contains(cell, ",") {
					c.open++
				}
			}
		}
		if c.proven = point != comma; c.proven {
			c.decimal = '.'
			if comma {
				c.decimal = ','
			}
		}
	}
}

// splitDay splits a numeric date into its three numbers and says which order
// they prove, "" for none. ISO days, and other texts, have no parts.
func splitDay(text string) (parts [3]string, order string) {
	text, _, _ = strings.Cut(text, " ") // a time may follow
	text, _, _ = strings.Cut(text, "T")
	fields := strings.FieldsFunc(text, func(r rune) bool { return r == '/' || r == '.' || r == '-' })
	if len(fields) != 3 || strings.Trim(strings.Join(fields, ""), "0123456789") != "" {
		return parts, ""
	}
	copy(parts[:], fields)
	switch {
	case len(fields[0]) > 2:
		return parts, ""
	case strings.Count(text, ".") == 2, atoi(fields[0]) > 12 && atoi(fields[1]) <= 12 && len(fields[2]) == 4:
		return parts, "dmy"
	case atoi(fields[1]) > 12 && atoi(fields[0]) <= 12:
		return parts, "mdy"
	}
	return parts, ""
}

func atoi(s string) (n int) {
	for i := 0; i < len(s) && i < 9; i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// Days that are written as a spreadsheet counts them, from 1954 to 2119: beyond
// that a number is none.
const firstSerial, lastSerial = 20000, 80000

// day reads a date as exports write it and returns it as an ISO day.
func (c *column) day(cell string) (string, error) {
	if len(cell) >= 10 && (len(cell) == 10 || cell[10] == 'T' || cell[10] == ' ') {
		iso := strings.ReplaceAll(cell[:10], "/", "-")
		if d, err := model.ParseDate(iso); err == nil {
			return d.String(), nil
		}
	}
	if at, err := strconv.ParseFloat(cell, 64); err == nil && at >= firstSerial && at < lastSerial {
		return model.NewDate(1899, time.December, 30).AddDays(int(at)).String(), nil
	}
	if len(cell) == 8 && isDigits(cell) && cell >= "19000101" && cell < "21000101" {
		return isoDay(cell[:4], cell[4:6], cell[6:], cell)
	}
	if y, m, d, ok := writtenDay(cell); ok {
		return isoDay(y, m, d, cell)
	}
	parts, order := splitDay(cell)
	if parts[0] == "" && isRelative(cell) {
		return "", fmt.Errorf("%q counts from a day, and no file says from which day: write the one that is meant, like 2026-03-31", cell)
	}
	if parts[0] == "" {
		return "", fmt.Errorf("must look like 2026-03-31 or 31 Mar 2026, not %q", cell)
	}
	if order == "" {
		order = c.days
	}
	if len(parts[0]) == 4 {
		order = "ymd"
	} else if order == "" && parts[0] == parts[1] {
		order = "dmy"
	}
	var y, m, d string
	switch order {
	case "dmy":
		d, m, y = parts[0], parts[1], parts[2]
	case "mdy":
		m, d, y = parts[0], parts[1], parts[2]
	case "ymd":
		y, m, d = parts[0], parts[1], parts[2]
	default:
		return "", fmt.Errorf("could be day or month first: say which with --dates dmy or --dates mdy")
	}
	return isoDay(y, m, d, cell)
}

// isoDay puts a day together, and refuses what no calendar has.
func isoDay(y, m, d, cell string) (string, error) {
	year := atoi(y)
	if len(y) == 2 { // as spreadsheets read two digits
		if year += 1900; year < 1930 {
			year += 100
		}
	}
	iso, err := model.ParseDate(fmt.Sprintf("%04d-%02d-%02d", year, atoi(m), atoi(d)))
	if err != nil || len(y) == 3 || len(y) > 4 {
		return "", fmt.Errorf("is not a day of the calendar: %q", cell)
	}
	return iso.String(), nil
}

// decimalOf says which mark the decimals of a number follow, where its text
// proves it; 0 when it has none or could be read two ways.
func decimalOf(cell string) byte {
	cell = strings.Trim(cell, "'")
	dot, comma := strings.Count(cell, "."), strings.Count(cell, ",")
	switch {
	case dot == 0 && comma == 0 || dot > 1 && comma > 1:
		return 0
	case dot > 0 && comma > 0:
		if strings.LastIndexByte(cell, '.') > strings.LastIndexByte(cell, ',') {
			return '.'
		}
		return ','
	case dot > 1:
		return ',' // dots that repeat stand between thousands
	case comma > 1:
		return '.'
	}
	mark := byte('.')
	if comma == 1 {
		mark = ','
	}
	at := strings.IndexByte(cell, mark)
	before, after := digitsBefore(cell[:at]), digitsAfter(cell[at+1:])
	if after != 3 || before > 3 || before == 0 || before == 1 && cell[at-1] == '0' {
		return mark
	}
	return 0
}

func digitsBefore(s string) (n int) {
	for n < len(s) && '0' <= s[len(s)-1-n] && s[len(s)-1-n] <= '9' {
		n++
	}
	return n
}

func digitsAfter(s string) (n int) {
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}

// number rewrites the digits of a cell to the one form that fields read: a
// point before the decimals, commas between thousands at most, and behind them the
// letters of the scale.
func (c *column) number(cell string) (string, error) {
	cell, scale := c.scaled(plainNumber(cell))
	cell = inThrees(cell)
	mark := decimalOf(cell)
	if mark == 0 {
		mark = c.decimal
	}
	if mark == 0 && strings.Contains(cell, ".") {
		return "", fmt.Errorf("could be a thousand or a fraction: say which with --decimal , or --decimal .")
	}
	if mark == ',' {
		cell = strings.NewReplacer(".", "", ",", ".").Replace(cell)
	}
	return scale.behind(cell), nil
}

// plainMarks are marks of typesetters that fields do not read, and those they do.
var plainMarks = strings.NewReplacer("\u2019", "'", "\u2212", "-")

// plainNumber writes what accountants and typesetters write around digits as
// fields read it: brackets and a minus behind for what is negative.
func plainNumber(cell string) string {
	cell = plainMarks.Replace(cell)
	if inside, ok := strings.CutPrefix(cell, "("); ok && strings.HasSuffix(inside, ")") {
		cell = "-" + strings.TrimSuffix(inside, ")")
	}
	if front, ok := strings.CutSuffix(cell, "-"); ok && front != "" {
		cell = "-" + front
	}
	return cell
}

// inThrees takes out the marks between the groups of two that India counts in.
func inThrees(cell string) string {
	from, to := digitsRun(cell)
	whole, _, _ := strings.Cut(cell[from:to], ".")
	if strings.Count(whole, ",") < 2 {
		return cell
	}
	groups := strings.Split(whole, ",")
	for i, group := range groups {
		if last := i == len(groups)-1; !isDigits(group) || last && len(group) != 3 || !last && len(group) != 2 && (i > 0 || len(group) != 1) {
			return cell
		}
	}
	return cell[:from] + strings.ReplaceAll(whole, ",", "") + cell[from+len(whole):]
}

// blanks are what programs write where they have nothing, and spreadsheets where
// they reckon in vain.
var blanks = map[string]bool{"n/a": true, "#n/a": true, "n.a.": true, "#ref!": true, "#div/0!": true, "#value!": true, "#name?": true, "#null!": true, "#num!": true, "null": true, "-": true, "--": true, "(null)": true, "[null]": true}

// blankBegins is what they begin with.
const blankBegins = "nN#-(["

// cleanCell returns a cell without blanks at its ends, without the apostrophe
// that guards formulas, and empty where the program had nothing.
func cleanCell(cell string) string {
	if cell == "" {
		return ""
	}
	cell = strings.TrimSpace(unguard(cell))
	if len(cell) <= 7 && cell != "" && strings.IndexByte(blankBegins, cell[0]) >= 0 && blanks[strings.ToLower(cell)] {
		return ""
	}
	return cell
}
