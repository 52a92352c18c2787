package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"astute/model"
)

// ErrMixed says that a book in JSON came with other files, or with options that
// are for tables.
var ErrMixed = errors.New("a book in JSON is imported by itself")

// isBook reports whether a file is JSON, and so can only be a book of our own: no
// table begins with a brace or a bracket and a line that JSON would have.
func isBook(file File) bool {
	data := bytes.TrimLeft(bytes.TrimPrefix(file.Data, []byte("\xef\xbb\xbf")), " \t\r\n")
	if file.Sheets != nil || len(data) == 0 || data[0] != '{' && data[0] != '[' {
		return false
	}
	rest := bytes.TrimLeft(data[1:], " \t\r\n")
	return len(rest) > 0 && (rest[0] == '"' || rest[0] == '{' || rest[0] == '}' || rest[0] == ']')
}

// importBook brings the records of a book in JSON into another. A record that is
// not there comes as it was written, with its times; of one that is there, what
// was written down last stands, and a blank never erases.
func (im *importer) importBook(file File) error {
	name := baseName(file.Name)
	if im.o.As != 0 || len(im.o.Map) > 0 || !im.o.Account.IsZero() {
		return fmt.Errorf("%s: %w: leave out --as, --map and --account", name, ErrMixed)
	}
	records, err := ReadBook(bytes.NewReader(bytes.TrimPrefix(file.Data, []byte("\xef\xbb\xbf"))))
	if errors.Is(err, model.ErrInvalid) {
		return fmt.Errorf("%s: %w: a copy for the customer withholds what is ours; take one that was exported without --audience customer", name, err)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	s := &sheet{Table: &Table{File: name, Format: "JSON"}, source: sourceOwn}
	im.sheets = []*sheet{s}
	im.drafts = map[model.ID]*draft{}
	lines := linesOfIDs(file.Data)
	for _, r := range records {
		was := im.book.Get(r.Base().ID)
		d := &draft{before: was, rec: r, sheet: s, whole: true, still: true, fast: true, row: Row{Line: lines[r.Base().ID.String()]}}
		if was != nil && was.Kind() != r.Kind() {
			return fmt.Errorf("%s line %d: %s is %s there and %s here: it is of another file", name, d.row.Line, r.Base().ID, model.WithArticle(r.Kind().String()), model.WithArticle(was.Kind().String()))
		}
		if review, ok := r.(*model.Review); ok && was == nil {
			review.Journal = model.Number{} // a place in another file's: older versions wrote it
		}
		im.drafts[r.Base().ID] = d
		im.order = append(im.order, d)
	}
	for _, d := range im.order {
		if d.before != nil {
			im.newer(d)
		}
	}
	for _, d := range im.order {
		im.cutLoose(d)
	}
	im.res.Edit.Whole = true
	im.say("%s: taken as a book of %s", name, model.Count(len(records), "record", "records"))
	return nil
}

// newer leaves of a record of the file what the book lacks, or has older.
func (im *importer) newer(d *draft) {
	from, line := d.rec, d.row.Line
	stale := from.Base().Changed <= d.before.Base().Changed
	d.rec = d.before
	theirs := from.Fields()
	for i, f := range d.before.Fields() {
		value := theirs[i].Text()
		switch {
		case f.Num == model.NumChanged, f.Num == model.NumCreated, f.Hidden, value == "", value == f.Text():
		case stale && !f.IsZero():
			im.keep(d.sheet, line, d, &f, true, value)
		default:
			im.parse(d.list()[i], value)
		}
	}
}

// cutLoose empties the links that lead to records which neither the file nor the
// book has, and says so: a file that was cut by hand has them.
func (im *importer) cutLoose(d *draft) {
	if d.rec == d.before {
		return
	}
	for _, f := range d.rec.Fields() {
		for _, id := range slices.Clone(f.Links()) {
			if im.current(id) == nil {
				model.ClearLink(f, id)
				im.res.Unresolved = append(im.res.Unresolved, Unresolved{Line: d.row.Line, Column: f.Name, Value: id.String()})
			}
		}
	}
}

// linesOfIDs returns the line of each record in JSON as a book is written, by its
// id, from 1; a book that another program laid out has none.
func linesOfIDs(data []byte) map[string]int {
	lines := map[string]int{}
	for n := 1; len(data) > 0; n++ {
		line := data
		if end := bytes.IndexByte(data, '\n'); end >= 0 {
			line, data = data[:end], data[end+1:]
		} else {
			data = nil
		}
		if _, id, ok := bytes.Cut(line, []byte(`"id": "`)); ok {
			if id, _, ok = bytes.Cut(id, []byte(`"`)); ok {
				lines[string(id)] = n
			}
		}
	}
	return lines
}
