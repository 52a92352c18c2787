package exchange

import (
	"io"
	"strings"

	"astute/model"
)

// CSVOptions says how CSV is written.
type CSVOptions struct {
	// Raw leaves cells as they are. Without it a cell that a spreadsheet would
	// take for a formula gets a leading apostrophe, which [Import] takes off.
	Raw bool
	// Customer leaves out the columns that are not for the customer, whether they
	// hold something or not: see [model.Plan.ForCustomer].
	Customer bool
}

// leavesOut reports whether a field has no column.
func (o CSVOptions) leavesOut(f model.Field) bool { return f.Hidden || o.Customer && !f.ForCustomer }

// WriteCSV writes those of the records that are of the kind, in the order
// given: UTF-8 with a byte order mark, CR LF, one heading per field under the
// field's own name after "id" and "kind". A link has two columns as in
// [RecordJSON]: its name for people, and its id. Items of a list are joined by
// "; ", with a backslash before a semicolon or backslash that belongs to an
// item. [Import] reads it back equal.
func WriteCSV(w io.Writer, kind model.Kind, records []model.Record, names model.Names, opt CSVOptions) error {
	if names == nil {
		names = func(model.ID) string { return "" }
	}
	b := []byte("\ufeffid,kind")
	for _, f := range model.New(kind, model.ID{}).Fields() {
		if opt.leavesOut(f) {
			continue
		}
		b = append(append(b, ','), f.Name...)
		if key := idColumn(f); key != "" {
			b = append(append(b, ','), key...)
		}
	}
	b = append(b, "\r\n"...)
	var bench model.Bench
	for _, r := range records {
		if r.Kind() != kind {
			continue
		}
		b = append(append(append(b, r.Base().ID.String()...), ','), kind.String()...)
		_, fields := bench.Lay(r)
		for _, f := range fields {
			if opt.leavesOut(f) {
				continue
			}
			text := f.Text()
			key := idColumn(f)
			switch {
			case key != "":
				b = appendCell(b, linkNames(f.Links(), names), opt.Raw)
				text = joinItems(f.Items())
			case f.IsList():
				text = joinItems(f.Items())
			}
			b = appendCell(b, text, opt.Raw)
		}
		b = append(b, "\r\n"...)
		if len(b) > 1<<16 {
			if _, err := w.Write(b); err != nil {
				return err
			}
			b = b[:0]
		}
	}
	_, err := w.Write(b)
	return err
}

// idColumn returns the name of the column that holds the ids of a link, "" for
// other fields.
func idColumn(f model.Field) string {
	switch f.Type() {
	case model.TypeLink:
		return f.Name + "_id"
	case model.TypeLinks:
		return f.Name + "_ids"
	}
	return ""
}

func linkNames(ids []model.ID, names model.Names) string {
	if len(ids) == 0 {
		return ""
	}
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = names(id)
	}
	return joinItems(list)
}

var itemEscaper = strings.NewReplacer(`\`, `\\`, `;`, `\;`)

// joinItems writes the items of a list into one cell.
func joinItems(items []string) string {
	switch {
	case len(items) == 0:
		return ""
	case len(items) == 1 && !strings.ContainsAny(items[0], `\;`):
		return items[0]
	}
	escaped := make([]string, len(items))
	for i, item := range items {
		escaped[i] = itemEscaper.Replace(item)
	}
	return strings.Join(escaped, "; ")
}

// splitItems reads what joinItems wrote.
func splitItems(cell string) []string {
	var items []string
	var item strings.Builder
	for i := 0; i < len(cell); i++ {
		switch c := cell[i]; {
		case c == '\\' && i+1 < len(cell) && (cell[i+1] == '\\' || cell[i+1] == ';'):
			i++
			item.WriteByte(cell[i])
		case c == ';':
			items = append(items, strings.TrimSpace(item.String()))
			item.Reset()
		default:
			item.WriteByte(c)
		}
	}
	return append(items, strings.TrimSpace(item.String()))
}

// appendCell appends a delimiter and a cell, quoted where it must be.
func appendCell(b []byte, text string, raw bool) []byte {
	b = append(b, ',')
	if !raw && isFormula(text) {
		text = "'" + text
	}
	if text == "" || !strings.ContainsAny(text, ",;\t|\"\r\n") && text[0] != ' ' && text[len(text)-1] != ' ' {
		return append(b, text...)
	}
	b = append(b, '"')
	b = append(b, strings.ReplaceAll(text, `"`, `""`)...)
	return append(b, '"')
}

// isFormula reports whether a spreadsheet would calculate the text, however
// many apostrophes stand before it: those that the text has itself must not
// be taken for ours on the way back. A negative number is left alone.
func isFormula(text string) bool {
	text = strings.TrimLeft(text, "'")
	if text == "" || !strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return false
	}
	digits, dots := strings.TrimPrefix(text, "-"), 0
	for i := 0; i < len(digits); i++ {
		if digits[i] == '.' && i > 0 && i < len(digits)-1 {
			dots++
		} else if digits[i] < '0' || digits[i] > '9' {
			return true
		}
	}
	return digits == "" || dots > 1
}

// unguard takes off the apostrophe that appendCell put before a formula.
func unguard(cell string) string {
	if len(cell) > 1 && cell[0] == '\'' && isFormula(cell) {
		return cell[1:]
	}
	return cell
}
