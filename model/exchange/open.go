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
			m := readMemory(im.current(id).Base().Origin)
			if d := im.drafts[id]; d != nil {
				m = d.mem
			}
			for _, e := range m {
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
	var targets []model.ID
	var rest []string
	for _, external := range strings.Split(p.value, "\n") {
		to := im.byExternal(source, external, f.Kinds)
		if to.IsZero() {
			named := im.named(external, f.Kinds, r.Base().Account)
			if len(named) == 0 {
				named = im.inPart(external, f.Kinds, r.Base().Account, id)
			}
			if len(named) == 1 {
				to = named[0]
			}
		}
		if to.IsZero() {
			rest = append(rest, external)
		} else {
			targets = append(targets, to)
		}
	}
	if len(targets) == 0 {
		return false
	}
	d := im.draft(id, im.sheets[0], Row{})
	im.adoptHome(d, targets[0])
	if im.unfit(d, f, targets) != "" {
		return false
	}
	e := d.mem.of(source)
	d.close(e, num)
	if len(rest) > 0 {
		e.put(pendingKey(num), strings.Join(rest, "\n"))
	}
	f = d.list()[i]
	switch {
	case f.IsZero():
		im.parse(f, idsText(targets))
	case f.Type() == model.TypeLinks:
		now := f.Links()
		targets = append(now, slices.DeleteFunc(targets, func(id model.ID) bool { return slices.Contains(now, id) })...)
		im.parse(f, idsText(targets))
	default:
		return true
	}
	e.put(fieldKey(num), remembered(idsText(targets)))
	im.remark(nil, aboutLinks, "%s of %s, left open by an earlier import, is now %s", f.Label, im.title(id), f.Display(im.title))
	return true
}

// settleHomes puts records that files brought, and that belong to no account yet,
// where what they are linked to belongs.
func (im *importer) settleHomes() (moved bool) {
	settle := func(r model.Record) {
		if r == nil || r.Kind() == model.KindContact || r.Kind().Scope() != model.ScopeAccount || !r.Base().Account.IsZero() {
			return
		}
		m := readMemory(r.Base().Origin)
		if d := im.drafts[r.Base().ID]; d != nil {
			m = d.mem
		}
		if !slices.ContainsFunc(m, func(e *entry) bool { return e.source != sourceOwn }) {
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
