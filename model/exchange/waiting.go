package exchange

import (
	"slices"
	"strings"
	"unicode"

	"astute/model"
)

// Ids of what has not come yet: which of several a link takes, what becomes of
// the others, and what stands for a record that no other can be without.

// besidesKey begins the key of an id that a row names beside what its link takes.
// When the record is there, its name goes to the notes under the heading.
const besidesKey = "?+"

// stubKey marks a record that stands for one which no file has brought yet.
const stubKey = "?stub"

// prefixed is how many characters of an id say its kind.
const prefixed = 3

// kindOfID returns the kind that an id of a source says it is of, 0 where the
// source's ids say nothing, or the text is no id.
func kindOfID(source, id string) model.Kind {
	if source != sourceSalesforce || !isSalesforceID(id) {
		return 0
	}
	return salesforce.prefixes[id[:prefixed]]
}

// isSalesforceID reports whether a text is built as an id there: 15 letters and
// digits, or 18 of which the last three are a sum. What they sum up is not looked
// at, because people change the case of letters. Behind the prefix 15 letters
// without a digit are a word.
func isSalesforceID(id string) bool {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
	if strings.ContainsFunc(id, func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		return false
	}
	switch len(id) {
	case 15:
		return strings.ContainsAny(id[prefixed:], "0123456789") && strings.Trim(id, "0123456789") != ""
	case 18:
		return strings.Trim(strings.ToUpper(id[15:]), alphabet) == "" && strings.Trim(id, "0123456789") != ""
	}
	return false
}

// besideOrder says which of several ids a link to one record takes: what a task
// is about is the deal before the person, and the person before the account.
var besideOrder = []model.Kind{model.KindOpportunity, model.KindContact, 0, model.KindAccount}

// arrange parts the ids of a link into those that its field takes and those
// beside them. It goes by what the ids say, not by what is there already, so that
// the order in which files come makes no difference.
func (im *importer) arrange(l *link, f model.Field) {
	rank := func(id string) int {
		return max(0, slices.Index(besideOrder, kindOfID(l.sheet.source, id)))
	}
	if len(l.external) > 1 && f.Type() == model.TypeLink {
		slices.SortStableFunc(l.external, func(a, b string) int { return rank(a) - rank(b) })
		l.external, l.besides = l.external[:1], l.external[1:]
	}
	l.external = slices.DeleteFunc(slices.Clone(l.external), func(id string) bool {
		kind := kindOfID(l.sheet.source, id)
		unfit := kind != 0 && f.Kinds != nil && !slices.Contains(f.Kinds, kind)
		if unfit {
			l.besides = append(l.besides, id)
		}
		return unfit
	})
	for _, id := range l.besides {
		im.beside(l, id)
	}
}

// beside remembers an id that a row names beside what its link takes: an account
// is where the record belongs, of anything else the name is noted.
func (im *importer) beside(l *link, id string) {
	kind := kindOfID(l.sheet.source, id)
	if kind == model.KindAccount {
		if l.d.rec.Base().Account.IsZero() && l.d.rec.Kind().Scope() == model.ScopeAccount {
			l.d.memoryOf(l.sheet.source).put(pendingKey(model.NumAccount), id)
			im.res.Unresolved = append(im.res.Unresolved, Unresolved{im.fileOf(l.sheet), l.line, l.heading, id, nil})
		}
		return
	}
	heading := l.heading
	if kind != 0 {
		heading = kind.String()
	}
	e := l.d.memoryOf(l.sheet.source)
	if _, noted := e.get(noteKey(heading)); noted {
		return
	}
	e.put(besidesKey+heading, id)
	if !im.completeNote(l.d.id(), l.sheet.source, heading, pair{besidesKey + heading, id}) {
		im.res.Unresolved = append(im.res.Unresolved, Unresolved{im.fileOf(l.sheet), l.line, l.heading, id, nil})
	}
}

// completeNote writes the name of what a row named beside its link into the
// notes, if it is there now.
func (im *importer) completeNote(id model.ID, source, heading string, p pair) bool {
	to := im.byExternal(source, p.value, nil)
	if to.IsZero() || im.isStub(to) {
		return false
	}
	d := im.draft(id, im.sheets[0], Row{})
	e := d.memory().of(source)
	e.drop(p.key)
	at := d.at
	d.at = e
	d.note(strings.ToUpper(heading[:1])+heading[1:], im.title(to), &sheet{Table: &Table{}, source: source})
	d.at = at
	return true
}

// targetsByID returns the records that have the link's ids at the source, and
// the ids that none has. What the record cannot be without gets a stub.
func (im *importer) targetsByID(l *link, f model.Field) (ids []model.ID, missing []missed) {
	for _, external := range l.external {
		id := im.byExternal(l.sheet.source, external, f.Kinds)
		if id.IsZero() && f.Needed && len(f.Kinds) == 1 && len(l.names) == 0 {
			id = im.stub(f.Kinds[0], external, l.sheet, l.line).id()
		}
		if id.IsZero() {
			missing = append(missing, missed{said: external})
			continue
		}
		if f.Needed && im.isStub(id) {
			im.res.Unresolved = append(im.res.Unresolved, Unresolved{im.fileOf(l.sheet), l.line, l.heading, external, nil})
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids, missing
}

// stub makes a record that stands for one which a row names by its id only, and
// without which the row's own record could not be kept. Whichever import brings
// the real one fills it.
func (im *importer) stub(kind model.Kind, external string, s *sheet, line int) *draft {
	d := im.create(kind, model.ID{}, s, Row{Line: line})
	d.byName = true
	e := d.memoryOf(s.source)
	name := kind.String() + " " + external
	e.external = external
	e.put(stubKey, external)
	e.put(nameKey, name)
	d.rec.Base().ExternalID = external
	im.parse(model.MustField(d.list(), "name"), name)
	im.ix.addExternal(kind, s.source, external, name, d.id())
	im.addTitle(d.rec)
	return d
}

// isStub reports whether a record stands for one that is still to come.
func (im *importer) isStub(id model.ID) bool {
	if d := im.drafts[id]; d != nil && d.packed {
		return false // what stands for another is not packed
	}
	return slices.ContainsFunc(im.memoryFor(id), (*entry).isStub)
}

func (e *entry) isStub() bool { _, is := e.get(stubKey); return is }

// homeOpen reports whether it is still open which account a record belongs to. A
// stub goes where the record that needs it is, until its own row says otherwise.
func (im *importer) homeOpen(id model.ID, by *draft) bool {
	r := im.current(id)
	if !r.Base().Account.IsZero() {
		return false
	}
	if im.isStub(id) {
		im.draft(id, by.sheet, by.row).write().Base().Account = by.rec.Base().Account
		return true
	}
	return slices.ContainsFunc(im.memoryFor(id), func(e *entry) bool { _, open := e.get(pendingKey(model.NumAccount)); return open })
}

// arrived makes a stub of a source the record itself, in the account that its own
// row says.
func (d *draft) arrived(source string, home model.ID) {
	e := d.known(source)
	if e == nil {
		return
	}
	if _, is := e.get(stubKey); !is {
		return
	}
	e.drop(stubKey)
	if d.rec.Kind().Scope() == model.ScopeAccount {
		d.write().Base().Account = home
	}
}
