package exchange

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"astute/model"
)

// fill puts the cells of a row that belong to one record into its fields. name
// is what the parts of a person's name make together.
func (im *importer) fill(d *draft, p *part, s *sheet, row Row, name string) {
	im.fillFields(d, d.list(), p, s, row, name)
}

// fillFields is fill for whoever has the list of fields: making it is what a
// large import spends its time on.
func (im *importer) fillFields(d *draft, fields []model.Field, p *part, s *sheet, row Row, name string) {
	in := im.in
	own := false // whether the row or the account says its currency
	if p.hasMoney() {
		if c := im.currencyOf(p, d, row); c != "" {
			in.Currency, own = c, true
		}
	}
	var address place
	var lists []listCells
	links := len(im.links)
	for _, c := range p.columns {
		cell := p.cell(c, row)
		if cell == "" {
			continue
		}
		if s.own() {
			cell = unguard(cell)
		} else if cell = cleanCell(cell); cell == "" {
			continue
		}
		switch {
		case c.same && p.saidBefore(row, c):
			if c.isLink() { // else it is the same in another form
				d.note(c.heading, cell, s)
			}
		case c.role == "stage" && c.kind == model.KindOpportunity && !s.own():
			// Put below: other columns may say more of it.
		case c.field < 0:
			im.role(d, c, cell, s, row, &address, links)
		case c.typ == model.TypeLink || c.typ == model.TypeLinks:
			im.linkCell(d, c, cell, s, row, links)
		case c.role == "name" && name != "":
			// Put below, as a whole.
		case c.typ == model.TypeTexts:
			lists = addCell(lists, c, cell)
		case c.role == "email" && !s.own():
			im.email(d, &fields[c.field], c, cell, s, row)
		default:
			im.cell(d, &fields[c.field], c, cell, in, own, s, row)
		}
	}
	for _, l := range lists {
		cell := strings.Join(l.cells, "\n")
		if s.own() {
			cell = strings.Join(splitItems(cell), "\n")
		}
		im.cell(d, &fields[l.column.field], l.column, cell, in, own, s, row)
	}
	if p.kind == model.KindOpportunity && !s.own() {
		im.stage(d, fields, p, s, row)
	}
	if name != "" {
		im.text(d, fields, "name", name, headingOf(p, roleFull), s, row)
		if strings.Contains(name, "@") && foldEmail(name) != "" && p.first(row, "email") == "" && !s.own() {
			im.text(d, fields, "email", name, headingOf(p, roleFull), s, row)
		}
	}
	if text := address.String(); text != "" {
		if field := addressField[p.kind]; field != "" {
			im.text(d, fields, field, text, address.heading, s, row)
		} else {
			d.note(address.heading, text, s)
		}
	}
	if field, usual := usualValue(p.kind); field != "" && !s.own() && model.MustField(fields, field).IsZero() {
		im.text(d, fields, field, usual, field, s, row)
	}
	if external := sourceID(s.source, p.first(row, roleExternal)); external != "" && !s.own() {
		im.text(d, fields, roleExternal, external, headingOf(p, roleExternal), s, row)
	}
	d.whole = true
	for i := range fields {
		if f := &fields[i]; f.Needed && f.IsZero() {
			d.whole = false
		}
	}
}

// saidBefore reports whether another column of the row says what c does.
func (p *part) saidBefore(row Row, c *column) bool {
	return slices.ContainsFunc(p.columns, func(other *column) bool {
		return other != c && other.role == c.role && (!other.same || other.index < c.index) && cleanCell(row.cell(other.index)) != ""
	})
}

// usualValue returns what a record of the kind is where no column says it, and it
// cannot be without: calendars list meetings.
func usualValue(kind model.Kind) (field, value string) {
	if kind == model.KindInteraction {
		return "type", model.Meeting.String()
	}
	return "", ""
}

// listCells are the cells of one list that a row has in several columns.
type listCells struct {
	column *column
	cells  []string
}

func addCell(lists []listCells, c *column, cell string) []listCells {
	for i := range lists {
		if lists[i].column.field == c.field {
			lists[i].cells = append(lists[i].cells, cell)
			return lists
		}
	}
	return append(lists, listCells{c, []string{cell}})
}

// text puts a text that a row has in parts or by another way than its column.
func (im *importer) text(d *draft, fields []model.Field, field, typed, heading string, s *sheet, row Row) {
	for i := range fields {
		if fields[i].Name == field {
			if canonical, err := fields[i].Canonical(im.in, typed); err == nil {
				im.put(d, &fields[i], i, canonical, heading, s, row.Line)
			}
			return
		}
	}
}

// cell puts one cell into its field. What the field cannot take is kept in the
// notes, and said, unless the column is known for values without an equal.
func (im *importer) cell(d *draft, f *model.Field, c *column, cell string, in model.Input, ownCurrency bool, s *sheet, row Row) {
	typed, err := cell, error(nil)
	if said := c.currencyIn(row); said != "" {
		in.Currency, ownCurrency = said, true
	}
	if !s.own() {
		switch c.typ {
		case model.TypeDate:
			typed, err = c.day(cell)
		case model.TypeNumber, model.TypeMoney:
			if f.Unit == "%" {
				typed = strings.TrimSpace(strings.TrimSuffix(cell, "%"))
			}
			if typed, err = c.number(typed); err == nil && c.fractions {
				typed = c.percent(cell)
			}
		}
	}
	canonical := ""
	if err == nil {
		canonical, err = c.canonical(f, in, typed, s.own())
	}
	if err == nil && c.typ == model.TypeMoney && !ownCurrency {
		if _, bare := model.ParseMoney(typed, ""); bare != nil {
			im.count(c).bare++
		}
	}
	if err == nil {
		im.put(d, f, c.field, canonical, c.heading, s, row.Line)
		d.hasRead(c.heading, cell, f.Num, s)
		return
	}
	if c.soft {
		im.count(c).strange[model.CleanLine(cell)]++
	} else {
		im.refuse(s, row.Line, c.heading, cell, err)
	}
	d.note(c.heading, cell, s)
}

// refuse reports a cell that a field could not take, and quotes it as it stands
// there, not as it was rewritten for the field.
func (im *importer) refuse(s *sheet, line int, heading, cell string, err error) {
	reason := err.Error()
	var bad *model.ValueError
	if errors.As(err, &bad) {
		reason = strings.ReplaceAll(bad.Err.Error(), strconv.Quote(bad.Text), strconv.Quote(model.CleanLine(cell)))
	}
	im.fail(s, line, heading, cell, reason+"; it was kept in the notes")
}

// email puts an address; of several in one cell the first.
func (im *importer) email(d *draft, f *model.Field, c *column, cell string, s *sheet, row Row) {
	first := ""
	if foldEmail(cell) != "" {
		first = cell
	}
	for rest := cell; first == "" && rest != ""; {
		end := strings.IndexAny(rest, ";, \n")
		if end < 0 {
			end = len(rest) - 1
		}
		if part := strings.TrimRight(rest[:end+1], ";, \n"); foldEmail(part) != "" {
			first = part
		}
		rest = rest[end+1:]
	}
	if first == "" {
		im.fail(s, row.Line, c.heading, cell, "is not an e-mail address; it was kept in the notes")
		d.note(c.heading, cell, s)
		return
	}
	if strings.ToUpper(first) == first {
		first = strings.ToLower(first) // shouting, not spelling
	}
	canonical, err := f.Canonical(im.in, first)
	if err == nil {
		im.putEmail(d, f, c, canonical, s, row)
	}
	if len(first) != len(strings.TrimSpace(cell)) {
		d.note(c.heading, cell, s)
	}
}

// putEmail is put, to which capitals make no other address.
func (im *importer) putEmail(d *draft, f *model.Field, c *column, canonical string, s *sheet, row Row) {
	if now := f.Text(); now != canonical && foldEmail(now) == foldEmail(canonical) {
		canonical = now
	}
	im.put(d, f, c.field, canonical, c.heading, s, row.Line)
}

// role takes a cell that goes to no field of its own.
func (im *importer) role(d *draft, c *column, cell string, s *sheet, row Row, address *place, links int) {
	cell = model.CleanLine(cell)
	switch c.role {
	case roleStreet:
		address.add(&address.street, cell, c.heading)
	case roleCity:
		address.add(&address.city, cell, c.heading)
	case roleState:
		address.add(&address.state, cell, c.heading)
	case rolePostal:
		address.add(&address.postal, cell, c.heading)
	case roleCountry:
		address.add(&address.country, cell, c.heading)
	case roleReports:
		im.linkTo(d, "reports_to", cell, c, s, row, links)
	case roleOwner:
		im.linkTo(d, "owner", cell, c, s, row, links)
	case roleManager:
		im.linkTo(d, "manager", cell, c, s, row, links)
	case roleLinkID:
		im.linkTo(d, c.link, cell, c, s, row, links)
	case roleNote:
		d.note(c.heading, cell, s)
	}
}

// place is an address in parts.
type place struct {
	street, city, state, postal, country string

	heading string // of the only part, else "Address"
}

// add takes in a part.
func (p *place) add(part *string, text, heading string) {
	if p.heading = "Address"; p.String() == "" {
		p.heading = heading
	}
	*part = text
}

// String writes the parts that are known as one line: street, city, state and
// code, country.
func (p place) String() string {
	var parts []string
	for _, part := range []string{p.street, p.city, strings.TrimSpace(p.state + " " + p.postal), p.country} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}

// currencyOf returns the currency that the row says its amounts are in, else
// that of the account, else "".
func (im *importer) currencyOf(p *part, d *draft, row Row) model.Currency {
	role, account := roleCurrency, im.current(d.rec.Base().Account)
	if p.kind == model.KindAccount {
		role, account = "currency", d.rec
	}
	for _, role := range []string{role, roleCurrency} {
		if c, err := model.ParseCurrency(p.first(row, role)); err == nil && c != "" {
			return c
		}
	}
	if a, ok := account.(*model.Account); ok {
		return a.Currency
	}
	return ""
}

// noteRest keeps what no field takes: columns without a meaning here, and cells
// beyond the last heading.
func (im *importer) noteRest(d *draft, s *sheet, row Row) {
	for _, c := range s.notes {
		if cell := row.cell(c.index); cell != "" {
			if cell = cleanCell(cell); cell != "" {
				d.note(c.heading, cell, s)
			}
		}
	}
	if s.account != nil {
		heading, names := s.account.besides(row)
		d.note(heading, names, s)
	}
	if len(row.Extra) > 0 {
		d.note("More cells", strings.Join(row.Extra, " "), s)
	}
}
