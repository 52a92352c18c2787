package exchange

import (
	"fmt"
	"slices"

	"astute/model"
)

// byExternal returns the record that has the id at a source, of the kinds, or of
// any when there are none; the zero ID when there is none.
func (im *importer) byExternal(source, external string, kinds []model.Kind) model.ID {
	if kinds == nil {
		kinds = model.Kinds()
	}
	for _, kind := range kinds {
		if id, ok := im.ix.external[externalKey(kind, source, external)]; ok {
			return id
		}
	}
	return model.ID{}
}

// missed is what a link leads to and what is not there: nobody has the id or is
// called so, or several are called like that.
type missed struct {
	said    string
	couldBe []string
}

// targets returns the records that a link leads to, and what is missing.
func (im *importer) targets(l *link, f model.Field) (ids []model.ID, missing []missed) {
	add := func(id model.ID) {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if len(l.external) > 0 {
		ids, missing = im.targetsByID(l, f)
		if len(ids) > 0 || len(l.names) == 0 {
			return ids, missing
		}
		missing = nil
	}
	for i := range max(len(l.names), len(l.ids)) {
		name, idText := "", ""
		if i < len(l.names) {
			name = model.CleanLine(l.names[i])
		}
		if i < len(l.ids) {
			idText = l.ids[i]
		}
		id, err := model.ParseID(idText)
		there := err == nil && !im.free(id) && (f.Kinds == nil || slices.ContainsFunc(f.Kinds, func(k model.Kind) bool { return im.has(id, k) }))
		switch {
		case there && (name == "" || foldName(im.title(id)) == foldName(name)):
			add(id)
		case name == "" && idText != "":
			missing = append(missing, missed{said: idText})
		case name == "":
		case im.whoIsMe(l, name, f) == "":
			missing = append(missing, missed{said: name})
		default:
			name = im.whoIsMe(l, name, f)
			named := im.named(name, f.Kinds, l.d.rec.Base().Account)
			switch {
			case len(named) == 1:
				add(named[0])
			case there:
				add(id)
				im.remark(l.sheet, aboutKept, "%s: %s is %q beside the id of %s, who stays: to change it, empty %s", im.at(l.sheet, l.line), l.heading, name, im.title(id), idColumn(f))
			case len(named) > 1:
				im.fail(l.sheet, l.line, l.heading, name, fmt.Sprintf("%d are called so: %s; it was kept in the notes", len(named), model.AndList(im.calledLike(named))))
				l.d.note(l.heading, name, l.sheet)
			default:
				like := im.inPart(name, f.Kinds, l.d.rec.Base().Account, l.d.id())
				if len(like) == 1 {
					add(like[0])
					im.remark(l.sheet, aboutPart, "%s: %s %q was taken as %s", im.at(l.sheet, l.line), l.heading, name, im.title(like[0]))
				} else if made := im.make(l, f, name, id); made != nil {
					add(made.id())
				} else {
					missing = append(missing, missed{name, im.calledLike(like)})
				}
			}
		}
	}
	return ids, missing
}

// make makes the account, teammate or product that a row names: nothing but the
// name is needed for one. Whoever owns an action and is called like nobody here is taken
// for one of us. For other kinds it returns nil.
func (im *importer) make(l *link, f model.Field, name string, id model.ID) *draft {
	kind := model.KindTeammate
	switch {
	case lost(l.d):
		return nil // a row that is not taken brings nobody
	case slices.Contains(f.Kinds, kind) && (len(f.Kinds) == 1 || !l.sheet.own()):
	case len(f.Kinds) == 1 && (f.Kinds[0] == model.KindAccount || f.Kinds[0] == model.KindProduct):
		kind = f.Kinds[0]
	default:
		return nil
	}
	if !im.free(id) {
		id = model.ID{}
	}
	d := im.create(kind, id, l.sheet, Row{Line: l.line})
	d.byName = true
	if len(l.external) > 0 {
		d.memoryOf(l.sheet.source).external = l.external[0]
		d.rec.Base().ExternalID = l.external[0]
		im.ix.addExternal(kind, l.sheet.source, l.external[0], name, d.id())
	}
	im.parse(model.MustField(d.list(), "name"), name)
	if !l.sheet.own() {
		d.memoryOf(l.sheet.source).put(nameKey, remembered(name))
	}
	im.addTitle(d.rec)
	switch kind {
	case model.KindAccount:
		im.ix.nameAccount(name, d.id())
	case model.KindTeammate:
		addNamed(im.ix.team, d.id(), personNames(name)...)
	}
	return d
}

// lost reports whether a record lacks what no link can give it, so that it will
// not be kept.
func lost(d *draft) bool {
	return slices.ContainsFunc(d.list(), func(f model.Field) bool { return f.Needed && f.Kinds == nil && f.IsZero() })
}

// named returns the records of the kinds with that name, accents and case aside,
// in the account or shared; by what they were imported as too. Where none is in
// the account it returns those of other accounts that the files bring. Of several
// those that write it so count, and then those that the files bring.
func (im *importer) named(name string, kinds []model.Kind, account model.ID) []model.ID {
	if len(kinds) == 1 {
		switch kinds[0] {
		case model.KindAccount:
			return im.writtenSo(name, im.ix.accounts[companyKey(name)])
		case model.KindTeammate:
			return im.writtenSo(name, lookUp(im.ix.team, personNames(name)...))
		}
	}
	if im.titles == nil {
		im.titles = map[string][]model.ID{}
		for _, r := range im.book.Records() {
			if im.drafts[r.Base().ID] == nil {
				im.addTitle(r)
			}
		}
		for _, d := range im.order {
			im.addTitle(d.rec)
		}
	}
	var near, far []model.ID
	for _, id := range lookUp(im.titles, personNames(name)...) {
		r := im.current(id)
		switch {
		case r == nil || kinds != nil && !slices.Contains(kinds, r.Kind()):
		case r.Kind().Scope() != model.ScopeAccount || r.Base().Account == account:
			near = append(near, id)
		case im.drafts[id] != nil || kinds == nil && account.IsZero():
			far = append(far, id)
		}
	}
	if near == nil {
		return im.writtenSo(name, far)
	}
	if near = im.writtenSo(name, near); len(near) > 1 {
		brought := slices.DeleteFunc(slices.Clone(near), func(id model.ID) bool { return im.drafts[id] == nil })
		if len(brought) == 1 {
			return brought
		}
	}
	return near
}

// current returns a record as it stands in the import, else in the book.
func (im *importer) current(id model.ID) model.Record {
	if d := im.drafts[id]; d != nil {
		return d.rec
	}
	return im.book.Get(id)
}

func (im *importer) addTitle(r model.Record) {
	if im.titles != nil {
		addNamed(im.titles, r.Base().ID, personNames(model.Title(r, im.title))...)
	}
}

// title is what a record is called, of those that are named after others too.
func (im *importer) title(id model.ID) string {
	if r := im.current(id); r != nil {
		return model.Title(r, im.title)
	}
	return ""
}
