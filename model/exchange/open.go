package exchange

import (
	"slices"
	"strings"

	"astute/model"
)

// leaveOpen remembers a link that cannot be set yet by the name or id that the
// source has for it, and keeps what is shown of it in the notes until it can.
func (im *importer) leaveOpen(l *link, f model.Field, e *entry, missing, shown string) {
	l.d.note(l.heading, shown, l.sheet)
	if e == nil {
		return
	}
	l.open = true
	e.put(pendingKey(f.Num), missing)
	if shown != "" {
		e.put(openKey(f.Num), noteLine(l.heading, shown))
	}
}

// close forgets that a link was open, and takes its line out of the notes where
// nobody changed it.
func (d *draft) close(e *entry, num int) {
	e.drop(pendingKey(num))
	line, noted := e.get(openKey(num))
	if !noted {
		return
	}
	e.drop(openKey(num))
	e.values = slices.DeleteFunc(e.values, func(p pair) bool {
		heading, note := strings.CutPrefix(p.key, "+")
		value, same := strings.CutPrefix(line, heading+": ")
		return note && same && remembered(value) == p.value
	})
	lines := strings.Split(d.rec.Base().Notes, "\n")
	if at := slices.Index(lines, line); at >= 0 {
		d.write().Base().Notes = strings.Join(slices.Delete(lines, at, at+1), "\n")
	}
}

// noteLine is the line that note keeps a cell in.
func noteLine(heading, value string) string {
	return model.CleanLine(heading) + ": " + model.CleanLine(value)
}

// closeLinks is done with what an earlier import left open, where a row of this
// one says the link and none leaves it open again.
func (im *importer) closeLinks() {
	type place struct {
		d  *draft
		at int
	}
	open := map[place]bool{}
	for _, l := range im.links {
		if l.open {
			open[place{l.d, l.place}] = true
		}
	}
	for _, l := range im.links {
		l.d.at = l.at
		if e := l.d.known(l.sheet.source); e != nil && e.hasPending() && !open[place{l.d, l.place}] {
			l.d.close(e, l.d.list()[l.place].Num)
		}
	}
}

// resolvePending completes links that an earlier import had to leave open, with
// what this one brought. One may wait for another: a task is in the account of
// its deal, and that deal's may be among them.
func (im *importer) resolvePending() {
	var waiting []model.ID
	for _, r := range im.book.Records() {
		if strings.Contains(r.Base().Origin, "\n?") && im.drafts[r.Base().ID] == nil {
			waiting = append(waiting, r.Base().ID)
		}
	}
	for _, d := range im.order {
		if slices.ContainsFunc(d.mem, (*entry).hasPending) {
			waiting = append(waiting, d.id())
		}
	}
	for again := true; again; {
		again = false
		for _, id := range waiting {
			for _, e := range im.memoryFor(id) {
				for _, p := range slices.Clone(e.values) {
					if num, ok := pendingNum(p.key); ok {
						again = im.completeLink(id, e.source, num, p) || again
					} else if heading, ok := strings.CutPrefix(p.key, besidesKey); ok {
						again = im.completeNote(id, e.source, heading, p) || again
					}
				}
			}
		}
		again = im.settleHomes() || again
	}
	im.partLinks()
}

// openTarget is whom an open link leads to, and by what name or id.
type openTarget struct {
	id   model.ID
	said string
}

// openTargets returns those whom an open link leads to and who are there now, and
// the names and ids of the others.
func (im *importer) openTargets(r model.Record, f model.Field, source string, p pair) (there []openTarget, rest []string) {
	for _, external := range strings.Split(p.value, "\n") {
		to := im.byExternal(source, external, f.Kinds)
		if to.IsZero() {
			named := im.named(external, f.Kinds, r.Base().Account)
			if len(named) == 0 {
				named = im.inPart(external, f.Kinds, r.Base().Account, r.Base().ID)
			}
			if len(named) == 1 {
				to = named[0]
			}
		}
		if to.IsZero() {
			rest = append(rest, external)
		} else {
			there = append(there, openTarget{to, external})
		}
	}
	return there, rest
}

// completeLink sets a link that was left open, if its target is there now.
func (im *importer) completeLink(id model.ID, source string, num int, p pair) bool {
	r := im.current(id)
	fields := r.Fields()
	i := slices.IndexFunc(fields, func(f model.Field) bool { return f.Num == num })
	if i < 0 {
		return false
	}
	f := fields[i]
	targets, rest := im.openTargets(r, f, source, p)
	if len(targets) == 0 {
		return false
	}
	d := im.draft(id, im.sheets[0], Row{})
	im.adoptHome(d, targets[0].id)
	found := make([]model.ID, len(targets))
	for i, t := range targets {
		found[i] = t.id
	}
	fit, reason := im.fitting(d, f, found)
	if reason == circular {
		im.giveUp(d, f, source, im.title(found[0]))
		return false
	}
	if len(fit) == 0 {
		return false
	}
	for _, t := range targets {
		if !slices.Contains(fit, t.id) {
			rest = append(rest, t.said)
		}
	}
	e := d.memory().of(source)
	d.close(e, num)
	if len(rest) > 0 {
		e.put(pendingKey(num), strings.Join(rest, "\n"))
	}
	f = d.list()[i]
	im.rehomed = im.rehomed || num == model.NumAccount
	switch {
	case f.IsZero():
		im.parse(f, idsText(fit))
	case f.Type() == model.TypeLinks:
		now := f.Links()
		fit = append(now, slices.DeleteFunc(fit, func(id model.ID) bool { return slices.Contains(now, id) })...)
		im.parse(f, idsText(fit))
	default:
		return true
	}
	e.put(fieldKey(num), remembered(idsText(fit)))
	im.remark(nil, aboutLinks, "%s of %s, left open by an earlier import, is now %s", f.Label, im.title(id), f.Display(im.title))
	return true
}

// giveUp is done with a link that was left open and can never be set: it would make
// a circle. Whom it led to stays in the notes.
func (im *importer) giveUp(d *draft, f model.Field, source, title string) {
	d.close(d.mem.of(source), f.Num)
	d.note(f.Label, title, &sheet{Table: &Table{}, source: source})
	im.remark(nil, aboutLinks, "%s of %s, left open by an earlier import: %s %s", f.Label, im.title(d.id()), title, circular)
}

// settleHomes puts records that files brought, and that belong to no account yet,
// where what they are linked to belongs.
func (im *importer) settleHomes() (moved bool) {
	settle := func(r model.Record) {
		if r == nil || r.Kind() == model.KindContact || r.Kind().Scope() != model.ScopeAccount || !r.Base().Account.IsZero() {
			return
		}
		if !slices.ContainsFunc(im.memoryFor(r.Base().ID), func(e *entry) bool { return e.source != sourceOwn }) {
			return // what our own file says stood in a book like this
		}
		for _, f := range r.Fields() {
			for _, to := range f.Links() {
				if other := im.current(to); other == nil || other.Base().Account.IsZero() && other.Kind() != model.KindAccount || other.Kind().Scope() == model.ScopeShared {
					continue
				}
				if im.adoptHome(im.draft(r.Base().ID, im.sheets[0], Row{}), to) {
					moved = true
					return
				}
			}
		}
	}
	for _, r := range im.book.Records() {
		settle(im.current(r.Base().ID))
	}
	for _, d := range im.order {
		settle(d.rec)
	}
	return moved
}

// partLinks takes out the links between two records that were linked while it
// was open where either belongs, and that now turn out to belong to different
// accounts; whom it led to is kept in the notes.
func (im *importer) partLinks() {
	moved := func(d *draft) bool { return d.before != nil && d.before.Base().Account != d.rec.Base().Account }
	if !im.rehomed && !slices.ContainsFunc(im.order, moved) {
		return
	}
	im.eachCurrent(im.partLinksOf)
	gone := map[model.ID]bool{}
	for _, d := range im.order {
		if d.out {
			gone[d.id()] = true
		}
	}
	for again := len(gone) > 0; again; {
		again = false
		im.eachCurrent(func(r model.Record) { again = im.goAlong(r, gone) || again })
	}
}

// goAlong takes the links to what is taken out from a record, and the record out
// as well where it cannot be without one; it reports whether it did.
func (im *importer) goAlong(r model.Record, gone map[model.ID]bool) bool {
	isGone := func(id model.ID) bool { return gone[id] }
	if gone[r.Base().ID] || !slices.ContainsFunc(r.Fields(), func(f model.Field) bool { return slices.ContainsFunc(f.Links(), isGone) }) {
		return false
	}
	d := im.draft(r.Base().ID, im.sheets[0], Row{})
	for _, f := range d.list() {
		if f.Needed && slices.ContainsFunc(f.Links(), isGone) && !slices.ContainsFunc(f.Links(), func(id model.ID) bool { return !gone[id] }) {
			im.remark(nil, aboutParted, "%s was taken out: %s is, without which it cannot be", model.Title(r, im.title), im.title(f.Links()[0]))
			d.out, gone[d.id()] = true, true
			return true
		}
	}
	letGo(d.write(), gone)
	return false
}

// eachCurrent goes over all records as the import leaves them.
func (im *importer) eachCurrent(do func(r model.Record)) {
	touched := slices.Clone(im.order) // what is done may touch others
	for _, r := range im.book.Records() {
		if im.drafts[r.Base().ID] == nil {
			do(r)
		}
	}
	for _, d := range touched {
		do(d.rec)
	}
}

// partLinksOf does so for the links of one record. One that cannot be without
// such a link is taken out.
func (im *importer) partLinksOf(r model.Record) {
	if r.Kind().Scope() != model.ScopeAccount {
		return
	}
	for i, f := range r.Fields() {
		if f.Num == model.NumAccount {
			continue
		}
		elsewhere := func(id model.ID) bool {
			to := im.current(id)
			return to != nil && to.Kind().Scope() == model.ScopeAccount && to.Base().Account != r.Base().Account
		}
		far := f.Links()
		stay := slices.DeleteFunc(slices.Clone(far), elsewhere)
		if len(stay) == len(far) {
			continue
		}
		far = slices.DeleteFunc(slices.Clone(far), func(id model.ID) bool { return !elsewhere(id) })
		d := im.draft(r.Base().ID, im.sheets[0], Row{})
		if f.Needed && len(stay) == 0 {
			d.out = true
			im.remark(nil, aboutParted, "%s was taken out: %s belongs to another account", model.Title(r, im.title), im.title(far[0]))
			return
		}
		f = d.list()[i]
		im.parse(f, idsText(stay))
		im.noteFar(d, f.Label, far)
		im.remark(nil, aboutParted, "%s of %s led to %s, of another account: kept in the notes", f.Label, im.title(r.Base().ID), im.title(far[0]))
	}
}

// noteFar keeps in the notes whom a link led to, by name once it is known.
func (im *importer) noteFar(d *draft, heading string, far []model.ID) {
	from := &sheet{Table: &Table{}, source: sourceOwn}
	if m := d.memory(); len(m) > 0 {
		from.source = m[0].source
	}
	for _, id := range far {
		if im.isStub(id) {
			d.memory().of(from.source).put(besidesKey+heading, im.current(id).Base().ExternalID)
		} else {
			d.note(heading, im.title(id), from)
		}
	}
}
