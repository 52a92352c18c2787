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
// what this one brought.
func (im *importer) resolvePending() {
	for _, r := range im.book.Records() {
		if !strings.Contains(r.Base().Origin, "\n?") {
			continue
		}
		id := r.Base().ID
		m := readMemory(r.Base().Origin)
		if d := im.drafts[id]; d != nil {
			m = d.mem
		}
		for _, e := range m {
			for _, p := range slices.Clone(e.values) {
				if num, ok := pendingNum(p.key); ok {
					im.completeLink(id, e.source, num, p)
				}
			}
		}
	}
}

// completeLink sets a link that was left open, if its target is there now.
func (im *importer) completeLink(id model.ID, source string, num int, p pair) {
	r := im.current(id)
	for i, f := range r.Fields() {
		if f.Num != num {
			continue
		}
		var target model.ID
		for _, kind := range f.Kinds {
			if found, ok := im.ix.external[externalKey(kind, source, p.value)]; ok {
				target = found
			}
		}
		named := im.named(p.value, f.Kinds, r.Base().Account)
		if len(named) == 0 {
			named = im.inPart(p.value, f.Kinds, r.Base().Account, id)
		}
		if target.IsZero() && len(named) == 1 {
			target = named[0]
		}
		if target.IsZero() {
			return
		}
		s := im.sheets[0]
		d := im.draft(id, s, Row{})
		if im.unfit(d, f, []model.ID{target}) != "" {
			return
		}
		d.close(d.mem.of(source), num)
		if f.IsZero() {
			im.parse(d.list()[i], target.String())
			d.mem.of(source).put(fieldKey(num), target.String())
			im.remark(nil, aboutLinks, "%s of %s, left open by an earlier import, is now %s", f.Label, im.title(id), im.title(target))
		}
	}
}
