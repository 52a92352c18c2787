// Package workbook reads the sheets of Excel workbooks as grids of text, which
// package exchange takes as it takes CSV. It stands apart because it alone needs
// the library that knows the format.
package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"astute/model"
	"astute/model/exchange"

	"github.com/xuri/excelize/v2"
)

// MaxUnzipped is how many bytes a workbook may unpack to. A file of a million
// cells takes a tenth of it; one that takes more is made to harm.
const MaxUnzipped = 512 << 20

// A sheet has at most so many columns, and a workbook so many cells, blank ones
// before the last of a row among them: a few bytes of a zip archive can stand for
// rows that go on to the last column there is.
const (
	maxColumns = 2_000
	maxCells   = 20_000_000
)

// Errors of [Read], each wrapped in one that names the file and the cure.
var (
	ErrTooLarge = errors.New("the workbook is too large")
	ErrDamaged  = errors.New("the workbook cannot be read")
	ErrLocked   = errors.New("the workbook is locked with a password")
)

// Is reports whether a file is a workbook: a zip archive, by how it begins, or one
// that is locked.
func Is(data []byte) bool { return bytes.HasPrefix(data, []byte("PK\x03\x04")) || isLocked(data) }

// isLocked reports whether a file holds a workbook that is encrypted: such a one is
// kept in a file of the older kind, whose folder names what it holds in UTF-16.
func isLocked(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")) &&
		bytes.Contains(data, []byte(strings.Join(strings.Split("EncryptedPackage", ""), "\x00")))
}

// Read returns the sheets of a workbook that people see. Dates are ISO days,
// whichever year the workbook counts from and however they are shown; numbers
// have all their digits and no marks between them; what is merged downwards
// stands in every row.
func Read(name string, data []byte) (sheets []exchange.Sheet, err error) {
	return read(name, data, MaxUnzipped)
}

func read(name string, data []byte, limit int64) (sheets []exchange.Sheet, err error) {
	// The library trusts what workbooks say of themselves.
	defer func() {
		if fault := recover(); fault != nil {
			sheets, err = nil, fmt.Errorf("%s: %w (%v): save it again, or as CSV UTF-8", name, ErrDamaged, fault)
		}
	}()
	if isLocked(data) {
		return nil, fmt.Errorf("%s: %w: open it, take the password off and save it again, or save it as CSV UTF-8", name, ErrLocked)
	}
	file, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: limit, UnzipXMLSizeLimit: limit})
	if err != nil {
		if strings.Contains(err.Error(), "unzip size exceeds") {
			return nil, fmt.Errorf("%s: %w: it unpacks to more than %d MB: split it, or save the sheet as CSV UTF-8", name, ErrTooLarge, limit>>20)
		}
		return nil, fmt.Errorf("%s: %w (%v): save it again, or as CSV UTF-8", name, ErrDamaged, err)
	}
	defer file.Close()
	props, err := file.GetWorkbookProps()
	if err != nil {
		return nil, fmt.Errorf("%s: %w (%v): save it again, or as CSV UTF-8", name, ErrDamaged, err)
	}
	b := book{file: file, from1904: props.Date1904 != nil && *props.Date1904, formats: map[int]format{}}
	for _, title := range file.GetSheetList() {
		sheet := exchange.Sheet{Name: title}
		if visible, err := file.GetSheetVisible(title); err == nil && !visible {
			sheet.Hidden = true
		} else if sheet.Rows, err = b.rows(title); errors.Is(err, ErrTooLarge) {
			return nil, fmt.Errorf("%s, sheet %s: %w: split it, or save what is wanted of it as CSV UTF-8", name, title, err)
		} else if err != nil {
			return nil, fmt.Errorf("%s, sheet %s: %w (%v): save it again, or as CSV UTF-8", name, title, ErrDamaged, err)
		}
		sheets = append(sheets, sheet)
	}
	return sheets, nil
}

// book is one workbook while it is read.
type book struct {
	file     *excelize.File
	from1904 bool
	formats  map[int]format // by style
	cells    int            // read so far
}

// rows reads a sheet.
func (b *book) rows(sheet string) ([][]string, error) {
	rows, err := b.grid(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, err
	}
	shown, err := b.grid(sheet, excelize.Options{})
	if err != nil {
		return nil, err
	}
	for y, row := range rows {
		for x, raw := range row {
			if y >= len(shown) || x >= len(shown[y]) || raw == "" || raw == shown[y][x] {
				continue
			}
			axis, err := excelize.CoordinatesToCellName(x+1, y+1)
			if err != nil {
				return nil, err
			}
			row[x] = b.text(sheet, axis, raw, shown[y][x])
		}
	}
	return rows, b.unmerge(sheet, rows)
}

// grid reads the cells of a sheet row by row, without the blanks after the last.
func (b *book) grid(sheet string, o excelize.Options) (rows [][]string, err error) {
	stream, err := b.file.Rows(sheet)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, stream.Close()) }()
	full := 0 // rows up to the last that holds something
	for stream.Next() {
		row, err := stream.Columns(o)
		if err != nil {
			return nil, err
		}
		for len(row) > 0 && row[len(row)-1] == "" {
			row = row[:len(row)-1]
		}
		if b.cells += len(row); len(row) > maxColumns || b.cells > 2*maxCells { // each is read twice
			return nil, fmt.Errorf("%w: a row has %d columns, and there are %d cells and more", ErrTooLarge, len(row), b.cells/2)
		}
		rows = append(rows, slices.Clone(row))
		if len(row) > 0 {
			full = len(rows)
		}
	}
	return rows[:full], stream.Error()
}

// unmerge puts what is merged downwards into each row that it spans. What is
// merged sideways is a title.
func (b *book) unmerge(sheet string, rows [][]string) error {
	merged, err := b.file.GetMergeCells(sheet, true)
	if err != nil {
		return err
	}
	for _, m := range merged {
		x, top, err := excelize.CellNameToCoordinates(m.GetStartAxis())
		if err != nil {
			return err
		}
		_, bottom, err := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err != nil {
			return err
		}
		if top > len(rows) || x > len(rows[top-1]) {
			continue
		}
		for y := top; y < min(bottom, len(rows)); y++ {
			for len(rows[y]) < x {
				rows[y] = append(rows[y], "")
			}
			rows[y][x-1] = rows[top-1][x-1]
		}
	}
	return nil
}

// text returns the text of a cell that is shown otherwise than it is kept.
func (b *book) text(sheet, axis, raw, shown string) string {
	number, err := strconv.ParseFloat(raw, 64)
	if err != nil || shown == "TRUE" || shown == "FALSE" {
		return shown
	}
	f := b.format(sheet, axis)
	switch {
	case f.day:
		at, err := excelize.ExcelDateToTime(number, b.from1904)
		if err != nil {
			return shown
		}
		return momentText(at.Round(time.Second))
	case f.asShown:
		return shown
	}
	plain := strconv.FormatFloat(number, 'f', -1, 64)
	if f.share {
		return hundredfold(plain) + "%"
	}
	for _, sign := range []string{"$", "€", "£", "¥"} {
		if strings.Contains(shown, sign) {
			if rest, negative := strings.CutPrefix(plain, "-"); negative {
				return "-" + sign + rest
			}
			return sign + plain
		}
	}
	return plain
}

// hundredfold moves the point of a number two places, digit by digit: no digit of
// a share may be made up.
func hundredfold(plain string) string {
	sign := ""
	if rest, negative := strings.CutPrefix(plain, "-"); negative {
		sign, plain = "-", rest
	}
	whole, part, _ := strings.Cut(plain, ".")
	part += strings.Repeat("0", max(0, 2-len(part)))
	whole, part = strings.TrimLeft(whole+part[:2], "0"), part[2:]
	if whole == "" {
		whole = "0"
	}
	if part != "" {
		whole += "." + part
	}
	return sign + whole
}

// momentText writes a day, and the time where there is one; a time alone is of no
// day.
func momentText(at time.Time) string {
	switch h, m, s := at.Clock(); {
	case h == 0 && m == 0 && s == 0:
		return model.DateOf(at).String()
	case at.Year() < 1905:
		return at.Format("15:04:05")
	}
	return at.Format("2006-01-02 15:04:05")
}

// format is what matters of the way in which a cell is shown.
type format struct {
	day     bool // a day or a moment
	share   bool // parts of a hundred
	asShown bool // a code with leading zeros
}

// format returns the format of a cell.
func (b *book) format(sheet, axis string) format {
	id, err := b.file.GetCellStyle(sheet, axis)
	if err != nil {
		return format{}
	}
	f, known := b.formats[id]
	if known {
		return f
	}
	if style, err := b.file.GetStyle(id); err == nil {
		code := ""
		if style.CustomNumFmt != nil {
			code = *style.CustomNumFmt
		}
		f = formatOf(style.NumFmt, code)
	}
	b.formats[id] = f
	return f
}

// formatOf reads a format: the number of one that every workbook has (ECMA-376,
// 18.8.30), or the code of one of its own.
func formatOf(number int, code string) format {
	switch {
	case number >= 14 && number <= 22, number >= 27 && number <= 36, number >= 45 && number <= 47, number >= 50 && number <= 58:
		return format{day: true}
	case number == 9 || number == 10:
		return format{share: true}
	}
	code, _, _ = strings.Cut(code, ";") // of positive numbers
	var bare strings.Builder
	for i, quoted := 0, false; i < len(code); i++ {
		switch c := code[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\\' || c == '_' || c == '*':
			i++ // with the letter after it
		case c == '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return format{}
			}
			i += end // a colour, a condition, a language or a currency
		default:
			bare.WriteByte(c)
		}
	}
	text := strings.ToLower(bare.String())
	switch {
	case strings.Contains(text, "general"):
		return format{}
	case strings.ContainsAny(text, "ymdhs"):
		return format{day: true}
	}
	return format{share: strings.Contains(text, "%"), asShown: strings.HasPrefix(text, "00")}
}
