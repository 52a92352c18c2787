package exchange

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"astute/model"
)

// Mapping is what a person said about how the tables with certain headings are
// read. What it leaves open is read as recognised; so is what does not fit the
// table any more, since a mapping may be older than the program.
type Mapping struct {
	Kind     string                   `json:"kind,omitempty"`     // the word of what the rows are
	Encoding string                   `json:"encoding,omitempty"` // its name
	Columns  map[string]ColumnMapping `json:"columns,omitempty"`  // by heading
}

// ColumnMapping is what a person said about one column.
type ColumnMapping struct {
	Field   string `json:"field,omitempty"`   // a [Target.Name]
	Dates   string `json:"dates,omitempty"`   // dmy, mdy or ymd, where the column does not prove its order
	Decimal string `json:"decimal,omitempty"` // "." or ",", where the column does not prove its mark
}

// IsZero reports whether nothing was said.
func (m Mapping) IsZero() bool { return m.Kind == "" && m.Encoding == "" && len(m.Columns) == 0 }

// With returns the mapping with something else said about one column; the zero
// value says nothing about it.
func (m Mapping) With(heading string, c ColumnMapping) Mapping {
	columns := map[string]ColumnMapping{}
	for h, other := range m.Columns {
		if squash(h) != squash(heading) {
			columns[h] = other
		}
	}
	if c != (ColumnMapping{}) {
		columns[heading] = c
	}
	m.Columns = columns
	return m
}

// Column returns what was said about a column.
func (m Mapping) Column(heading string) ColumnMapping {
	if c, ok := m.Columns[heading]; ok {
		return c
	}
	for h, c := range m.Columns {
		if squash(h) == squash(heading) {
			return c
		}
	}
	return ColumnMapping{}
}

// String lists what was said, in a few words: "rows of contacts, Job = title".
func (m Mapping) String() string {
	var parts []string
	if kind, err := model.ParseKind(m.Kind); err == nil {
		parts = append(parts, "rows of "+kind.Plural())
	}
	if m.Encoding != "" {
		parts = append(parts, "in "+m.Encoding)
	}
	var columns []string
	for heading, c := range m.Columns {
		columns = append(columns, heading+c.String())
	}
	slices.Sort(columns)
	return listed(append(parts, columns...))
}

// String says the same of one column, behind its heading.
func (c ColumnMapping) String() string {
	text := ""
	switch c.Field {
	case "":
	case roleIgnore:
		text = " left out"
	case roleNote:
		text = " in the notes"
	default:
		text = " = " + c.Field
	}
	if c.Dates != "" {
		text += " (" + c.Dates + ")"
	}
	if c.Decimal != "" {
		text += " (decimals after " + map[string]string{".": "a point", ",": "a comma"}[c.Decimal] + ")"
	}
	return text
}

// Key names the set of headings that a table has, in whatever order: what a
// mapping is remembered under. Rows that were not taken have that of the table
// they come from, so that they are read like it when they are mended.
func Key(headings []string) string {
	var list []string
	for _, heading := range headings {
		if !isRejectHeading(heading) {
			list = append(list, squash(heading))
		}
	}
	slices.Sort(list)
	h := fnv.New64a()
	_, _ = h.Write([]byte(strings.Join(slices.Compact(list), "\n"))) // never fails
	return fmt.Sprintf("%016x", h.Sum64())
}

// keyHead is how much of a file is read to find what it is remembered under.
const keyHead = 64 << 10

// keyOf returns the key of a file of text. Its headings are found as nobody had
// said anything, so that the key is the same whatever was said, the encoding
// included; "" where there are none.
func (r *reader) keyOf(data []byte) string {
	t, err := ReadTable("", data[:min(len(data), keyHead)], "", r.isKnown)
	if err != nil {
		return ""
	}
	return Key(t.Header)
}

// use has the reader read the next table as the options and a mapping say; the
// options win.
func (r *reader) use(o ImportOptions, m Mapping) {
	r.as, r.mapped, r.lenient = o.As, map[string]string{}, map[string]bool{}
	if kind, err := model.ParseKind(m.Kind); r.as == 0 && err == nil && m.Kind != "" {
		r.as = kind
	}
	for heading, c := range m.Columns {
		if c.Field != "" && isTarget(c.Field, r.as) {
			r.mapped[squash(heading)], r.lenient[squash(heading)] = c.Field, true
		}
	}
	for heading, field := range o.Map {
		r.mapped[squash(heading)] = strings.TrimSpace(field)
		delete(r.lenient, squash(heading))
	}
}

// isTarget reports whether the cells of a column can go there in a table of the
// kind; 0 is any kind.
func isTarget(text string, kind model.Kind) bool {
	kinds := []model.Kind{kind}
	if kind == 0 {
		kinds = model.Kinds()
	}
	return slices.ContainsFunc(kinds, func(k model.Kind) bool {
		_, err := newColumn(&sheet{Table: &Table{}, kind: k}, 0, "", text)
		return err == nil
	})
}

// columns binds all columns of a sheet. It returns the headings of those about
// which somebody said where they go, by [column.key].
func (r *reader) columns(d dialect, s *sheet) (map[string]string, error) {
	taken := map[string]string{}
	lists := headingTable(d.several + " = x")
	for i, heading := range s.Header {
		if _, ok := r.mapped[squash(heading)]; ok {
			r.used[squash(heading)] = true
		}
		c, err := r.column(s, i, heading, r.targetText(d, s, heading))
		if err != nil {
			return nil, fmt.Errorf("%s: column %q: %w", s.File, heading, err)
		}
		_, c.several = lists[squash(heading)]
		if c.typ == model.TypeMoney && !s.own() {
			c.scale, _, _ = headingScale(heading)
		}
		s.columns = append(s.columns, c)
		if _, twice := taken[c.key()]; c.mapped && !twice {
			taken[c.key()] = heading
		}
	}
	return taken, nil
}

// key is the same for columns whose cells go to the same place.
func (c *column) key() string { return c.kind.String() + "." + c.link + c.role }

// column reads a heading's target and binds it. What a mapping says of it counts
// where there is such a field.
func (r *reader) column(s *sheet, index int, heading, recognised string) (*column, error) {
	text, mapped := r.mapped[squash(heading)]
	if !mapped {
		text = recognised
	}
	c, err := newColumn(s, index, heading, text)
	if err != nil && r.lenient[squash(heading)] {
		mapped = false
		c, err = newColumn(s, index, heading, recognised)
	}
	if err != nil && !mapped {
		recognised = roleNote // the kind has no such field
		c, err = newColumn(s, index, heading, recognised)
	}
	if err == nil {
		c.recognised, c.mapped = recognised, mapped
	}
	return c, err
}

// speaks reports whether anything was said of the tables of a key. What an earlier
// import made of their rows is then not what this one makes.
func (im *importer) speaks(key string) bool {
	o := im.o
	return o.As != 0 || len(o.Map) > 0 || o.Dates != "" || o.Decimal != 0 || o.Encoding != "" || !o.Mappings[key].IsZero()
}

// said returns what was said of a table: the options, and where they say nothing
// the mapping.
func (im *importer) said(s *sheet) Mapping {
	m := im.o.Mappings[s.key]
	said := Mapping{Encoding: m.Encoding, Columns: map[string]ColumnMapping{}}
	if im.o.As != 0 {
		said.Kind = im.o.As.String()
	} else if kind, err := model.ParseKind(m.Kind); err == nil && m.Kind != "" && kind == s.kind {
		said.Kind = kind.String()
	}
	if im.o.Encoding != "" && s.Format == "" {
		said.Encoding = im.o.Encoding
	}
	for _, c := range s.columns {
		how := ColumnMapping{Dates: im.daysOf(s, c), Decimal: string(im.decimalOf(s, c))}
		if c.mapped {
			if how.Field = c.text(); c.soft {
				how.Field += "?"
			}
		}
		if c.typ != model.TypeDate || c.proven || c.open == 0 {
			how.Dates = m.Column(c.heading).Dates
		}
		if c.typ != model.TypeNumber && c.typ != model.TypeMoney || c.proven || c.open == 0 {
			how.Decimal = m.Column(c.heading).Decimal
		}
		how.Decimal = strings.Trim(how.Decimal, "\x00")
		if how != (ColumnMapping{}) {
			said.Columns[c.heading] = how
		}
	}
	return said
}

// daysOf returns the order that was said for the dates of a column, "" for none.
func (im *importer) daysOf(s *sheet, c *column) string {
	if im.o.Dates != "" {
		return im.o.Dates
	}
	if days := im.o.Mappings[s.key].Column(c.heading).Dates; slices.Contains(DateOrders, days) {
		return days
	}
	return ""
}

// decimalOf returns what was said that the decimals of a column follow, 0 for
// nothing.
func (im *importer) decimalOf(s *sheet, c *column) byte {
	if im.o.Decimal != 0 {
		return im.o.Decimal
	}
	if mark := im.o.Mappings[s.key].Column(c.heading).Decimal; mark == "." || mark == "," {
		return mark[0]
	}
	return 0
}

// DateOrders are the orders that days, months and years are written in.
var DateOrders = []string{"dmy", "mdy", "ymd"}
