package exchange

import (
	"slices"
	"strings"

	"astute/model"
)

// link is a link that a row says, to be found when all rows are in.
type link struct {
	d        *draft
	at       *entry // of its memory, as it was when the row said the link
	place    int
	heading  string
	names    []string
	ids      []string // of our own file
	external []string // at the source, those that the field takes first
	besides  []string // ids at the source of what the field cannot take, or holds no more of
	weak     bool     // only fills a blank
	open     bool     // leads nowhere yet
	sheet    *sheet
	line     int
}

// linkCell notes the names or ids of a link. Columns about one link of one row
// come together; from is where the row's links begin.
func (im *importer) linkCell(d *draft, c *column, cell string, s *sheet, row Row, from int) {
	l := im.linkAt(d, c.field, c.heading, s, row, from)
	items := []string{cell}
	if c.typ == model.TypeLinks || s.own() {
		items = splitItems(cell)
	}
	if !c.idCol && kindOfID(s.source, cell) != 0 {
		l.external, l.weak = append(l.external, sourceID(s.source, cell)), c.soft // labels of the source stand over its ids too
		return
	}
	if c.idCol {
		l.ids = items
	} else {
		l.heading, l.names = c.heading, items
	}
	l.weak = c.soft
}

// linkTo notes the id that a link has at the source, or several with semicolons
// between them.
func (im *importer) linkTo(d *draft, field, cell string, c *column, s *sheet, row Row, from int) {
	at := slices.IndexFunc(d.list(), func(f model.Field) bool { return f.Name == field })
	if at < 0 {
		d.note(c.heading, cell, s)
		return
	}
	l := im.linkAt(d, at, c.heading, s, row, from)
	l.weak = c.soft
	for _, id := range strings.Split(cell, ";") {
		if id = sourceID(s.source, id); id != "" && !slices.Contains(l.external, id) {
			l.external = append(l.external, id)
		}
	}
}

func (im *importer) linkAt(d *draft, place int, heading string, s *sheet, row Row, from int) *link {
	for i := from; i < len(im.links); i++ {
		if im.links[i].d == d && im.links[i].place == place {
			return &im.links[i]
		}
	}
	im.links = append(im.links, link{d: d, at: d.at, place: place, heading: heading, sheet: s, line: row.Line})
	return &im.links[len(im.links)-1]
}

// turn says when a link is set: an earlier one may be what a later one is found by.
type turn uint8

const (
	turnHome  turn = iota // accounts, because names are looked for within one
	turnKinds             // what some records are named after: a wallet is its product
	turnAny               // what may be any record, by its name
	turnWeak              // what only fills blanks
	turnNever             // an account that would only fill a blank: it is where the row says
	turns     = turnNever
)

// turnOf says when a link to what f holds is set.
func (l *link) turnOf(f model.Field) turn {
	switch home := f.Num == model.NumAccount; {
	case home && l.weak:
		return turnNever
	case home:
		return turnHome
	case l.weak:
		return turnWeak
	case f.Kinds == nil:
		return turnAny
	}
	return turnKinds
}

// resolveLinks sets the links that all rows said: now every record that the
// files bring is there, in whatever order they came.
func (im *importer) resolveLinks() {
	when := make([]turn, len(im.links))
	for i := range im.links {
		l := &im.links[i]
		im.adopt(l)
		when[i] = l.turnOf(l.d.list()[l.place])
	}
	for now := range turns {
		if now == turnAny {
			im.titles = nil // those that are named after others have their names now
		}
		for i := range im.links {
			l := &im.links[i]
			if when[i] != now {
				continue
			}
			l.d.at = l.at
			if f := l.d.list()[l.place]; l.weak && !f.IsZero() {
				im.passOver(l, f)
			} else {
				im.resolve(l, f)
			}
		}
	}
	im.closeLinks()
}

// adopt gives a record that names no account the one of what it is linked to by
// an id: tasks and roles in deals say theirs no other way.
func (im *importer) adopt(l *link) {
	for _, external := range l.external {
		im.adoptHome(l.d, im.byExternal(l.sheet.source, external, nil))
	}
	im.arrange(l, l.d.list()[l.place])
}

// adoptHome gives a record that belongs to no account the one of a record it is
// linked to. A contact's own row, or a person, says where it belongs.
func (im *importer) adoptHome(d *draft, id model.ID) bool {
	to := im.current(id)
	if to == nil || d.rec.Kind() == model.KindContact || d.rec.Kind().Scope() != model.ScopeAccount || !d.rec.Base().Account.IsZero() {
		return false
	}
	home := to.Base().Account
	if to.Kind() == model.KindAccount {
		home = id
	}
	if home.IsZero() || to.Kind().Scope() == model.ScopeShared {
		return false
	}
	d.write().Base().Account = home
	im.rehomed = true
	for _, f := range d.rec.Fields() {
		for _, id := range f.Links() {
			if other := im.current(id); other != nil && other.Kind().Scope() == model.ScopeAccount {
				im.homeOpen(id, d) // a stub follows
			}
		}
	}
	return true
}

// passOver leaves a link as it is, and says so once when a row names another.
func (im *importer) passOver(l *link, f model.Field) {
	e := l.d.memoryOf(l.sheet.source)
	stands := im.title(f.Links()[0])
	for _, name := range l.names {
		name = model.CleanLine(name)
		if slices.ContainsFunc(personNames(name), func(key string) bool { return slices.Contains(personNames(stands), key) }) {
			continue
		}
		key := passedKey(f.Num)
		base, _ := find(e.base, key)
		now, had := e.get(key)
		if had && within(name, now) {
			continue
		}
		e.put(key, strings.TrimPrefix(now+"\n"+name, "\n"))
		if !within(name, base) {
			im.remark(l.sheet, aboutKept, "%s: %s of %s is %q here already; %q was not taken", im.at(l.sheet, l.line), f.Label, im.title(l.d.id()), stands, name)
		}
	}
}

// resolve sets one link, or remembers that it leads nowhere yet.
func (im *importer) resolve(l *link, f model.Field) {
	ids, missing := im.targets(l, f)
	e := (*entry)(nil)
	if !l.sheet.own() {
		e = l.d.memoryOf(l.sheet.source)
	}
	var open, shown []string
	if len(ids) > 0 && e != nil {
		im.adoptHome(l.d, ids[0])
	}
	if len(ids) > 0 && e != nil { // what our own file says stood in a book like this
		fit, reason := im.fitting(l.d, f, ids)
		if reason == circular {
			im.fail(l.sheet, l.line, l.heading, im.title(ids[0]), reason)
			l.d.note(l.heading, im.title(ids[0]), l.sheet)
			return
		}
		open, shown = im.far(l, f, slices.DeleteFunc(ids, func(id model.ID) bool { return slices.Contains(fit, id) }), reason)
		ids = fit
	}
	for _, m := range missing {
		im.res.Unresolved = append(im.res.Unresolved, Unresolved{im.fileOf(l.sheet), l.line, l.heading, m.said, m.couldBe})
		if open = append(open, m.said); len(l.names) > 0 || e == nil { // an id of the other program says nothing to people
			shown = append(shown, m.said)
		}
	}
	if len(open) > 0 {
		im.leaveOpen(l, f, e, strings.Join(open, "\n"), strings.Join(shown, ", "))
	}
	if len(ids) == 0 {
		return
	}
	if f.Num == model.NumAccount {
		im.settleAccount(l, ids[0])
		return
	}
	im.put(l.d, &f, l.place, idsText(ids), l.heading, l.sheet, l.line)
}

func idsText(ids []model.ID) string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = id.String()
	}
	return strings.Join(list, "\n")
}

// Why a link cannot be set although its target is there.
const (
	foreign  = "belongs to another account, so the link was not set; it was kept in the notes"
	circular = "would make a circle of people who report to each other, so the link was not set; it was kept in the notes"
)

// fitting returns those of a link's targets that it can be set to, and why it
// cannot be to the others: they belong to another account, or the people would
// report to each other in a circle.
func (im *importer) fitting(d *draft, f model.Field, ids []model.ID) (fit []model.ID, reason string) {
	for _, id := range ids {
		r := im.current(id)
		if f.Num != model.NumAccount && r.Kind().Scope() == model.ScopeAccount && r.Base().Account != d.rec.Base().Account && !im.homeOpen(id, d) {
			reason = foreign
			continue
		}
		fit = append(fit, id)
	}
	if len(fit) == 0 || f.Name != "reports_to" || d.rec.Kind() != model.KindContact {
		return fit, reason
	}
	seen := map[model.ID]bool{}
	for at := fit[0]; !at.IsZero() && !seen[at]; {
		if at == d.id() {
			return nil, circular
		}
		seen[at] = true
		boss, ok := im.current(at).(*model.Contact)
		if !ok {
			break
		}
		at = boss.ReportsTo
	}
	return fit, reason
}

// far reports those whom a link cannot lead to, and returns what they are
// remembered by and what is shown of them.
func (im *importer) far(l *link, f model.Field, ids []model.ID, reason string) (open, shown []string) {
	for _, id := range ids {
		title := im.title(id)
		im.fail(l.sheet, l.line, l.heading, title, reason)
		at := slices.IndexFunc(l.external, func(external string) bool { return im.byExternal(l.sheet.source, external, f.Kinds) == id })
		if shown = append(shown, title); at >= 0 {
			title = l.external[at]
		}
		open = append(open, title)
	}
	return open, shown
}

// settleAccount sets the account that a row's own account column says.
func (im *importer) settleAccount(l *link, id model.ID) {
	switch now := l.d.rec.Base().Account; {
	case now.IsZero():
		l.d.write().Base().Account = id
	case now != id && l.d.before != nil:
		im.elsewhere(l.sheet, l.line, l.d, now, id)
	}
}
