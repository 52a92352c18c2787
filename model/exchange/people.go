package exchange

import (
	"slices"
	"sort"
	"strings"

	"astute/model"
)

// eachRow makes or finds the record of every row of a sheet and fills it.
func (im *importer) eachRow(s *sheet) {
	for i, row := range s.Rows {
		im.tellFar(i)
		k := &s.keys[i]
		switch {
		case k.nothing:
		case k.noPerson:
			if d := s.accounts[i]; d != nil {
				im.noteRest(d, s, row)
			}
		case k.reject == "" && s.team && k.name == "":
			s.drafts[i] = im.memberRow(s, row, k)
		case k.reject == "":
			s.drafts[i] = im.record(s, row, k, s.accounts[i])
		}
	}
	im.fillLater()
	im.told += len(s.Rows)
}

// record makes or finds the record of a row.
func (im *importer) record(s *sheet, row Row, k *rowKeys, account *draft) *draft {
	home := im.homeOf(s, row, account)
	id := im.find(s, row, k, home)
	var d *draft
	made := false
	switch {
	case im.drafts[id] != nil:
		d = im.drafts[id]
		// A second row of one person: now the first must be read after all.
		d.fast, d.later = false, d.later || d.fast
		im.now(d)
		im.repeated++
	case !id.IsZero() && im.has(id, s.kind):
		d = im.draft(id, s, row)
		if e := d.memory().about(s.source, k.external, k.name, k.hash); e != nil && !s.chosen && len(e.hashes) == 1 && e.hashes[0] == k.hash && !e.hasPending() && row.Extra == nil && !s.leftCells(e) {
			d.fast = true
			return d
		}
	default:
		d, made = im.create(s.kind, id, s, row), true
		if s.kind == model.KindContact && !s.own() {
			if like := im.ix.people[personKey{k.folded, home}]; like.n > 0 {
				im.remark(s, aboutTwice, "%s: %s may be the one that is there under this name already; both are kept", im.at(s, row.Line), k.name)
			}
		}
	}
	im.settle(d, s, row, k, home)
	if made && im.putOff(d, s) {
		return d
	}
	im.recall(d, s, row, k)
	im.fillRow(d, s, row, k)
	return d
}

// leftCells reports whether an earlier import kept cells in the notes that go to a
// field: their row is read again, so that what is wrong with them is said until it
// is mended.
func (s *sheet) leftCells(e *entry) bool {
	return slices.ContainsFunc(e.values, func(p pair) bool {
		heading, noted := strings.CutPrefix(p.key, "+")
		return noted && slices.ContainsFunc(s.main.columns, func(c *column) bool { return c.field >= 0 && model.CleanLine(c.heading) == heading })
	})
}

// homeOf returns the account that a row's record belongs to: the one it names,
// else the one that was said for rows that name none.
func (im *importer) homeOf(s *sheet, row Row, account *draft) model.ID {
	switch {
	case account != nil:
		return account.id()
	case s.account != nil && (s.account.first(row, "name") != "" || s.account.first(row, roleExternal) != ""):
		return model.ID{} // it names one that cannot be told yet
	}
	for _, c := range s.main.columns {
		if c.role == "account" && cleanCell(row.cell(c.index)) != "" {
			return model.ID{} // settled with the links
		}
	}
	return im.o.Account
}

// find returns the record that a row is, the zero ID for a new one. The order
// is that of Import's comment.
func (im *importer) find(s *sheet, row Row, k *rowKeys, home model.ID) model.ID {
	if s.own() {
		if id, err := model.ParseID(rawFirst(&s.main, row, roleOwnID)); err == nil && (im.has(id, s.kind) || im.free(id)) {
			return id
		}
	}
	fits := func(id model.ID) bool { return im.has(id, s.kind) && !im.foreign(id, s.source, k.external) }
	if id, ok := im.ix.hashes[k.hash]; ok && im.has(id, s.kind) { // its id there is in the hash too
		return id
	}
	if k.external != "" {
		if id, ok := im.ix.external[identityKey(s.kind, s.source, k.external, k.name)]; ok && im.has(id, s.kind) {
			return id
		}
	}
	switch s.kind {
	case model.KindContact:
		if h := im.ix.profiles[k.profile]; k.profile != "" && h.n == 1 && fits(h.id) && im.sameBearer(h.id, k.name) {
			return h.id
		}
		if k.email != "" && !s.shared[k.email] {
			if h := im.ix.emails[k.email]; h.n == 1 && fits(h.id) && im.sameBearer(h.id, k.name) {
				return h.id
			}
		}
	case model.KindTeammate:
		if same := im.writtenSo(k.name, lookUp(im.ix.team, personNames(k.name)...)); len(same) == 1 && fits(same[0]) {
			return same[0]
		}
	}
	return model.ID{}
}

// sameBearer reports whether the contact can bear the name, now or when it was
// imported.
func (im *importer) sameBearer(id model.ID, name string) bool {
	if d := im.drafts[id]; d != nil {
		im.now(d)
	}
	if keptName(im.name(id), name) {
		return true
	}
	for _, e := range im.memoryFor(id) {
		if was, ok := e.get(nameKey); ok && keptName(was, name) {
			return true
		}
	}
	return false
}

// settle puts a draft where the row says it belongs and makes it findable for
// the rows after it.
func (im *importer) settle(d *draft, s *sheet, row Row, k *rowKeys, home model.ID) {
	d.turnTo(s.source, k.external, k.name, k.hash)
	d.arrived(s.source, home)
	if s.kind.Scope() == model.ScopeAccount && !home.IsZero() {
		switch now := d.rec.Base().Account; {
		case now.IsZero():
			d.write().Base().Account = home
		case now != home:
			im.elsewhere(s, row.Line, d, now, home)
		}
	}
	if s.own() {
		d.age(s, row)
		if rawFirst(&s.main, row, roleOwnID) == "" {
			// Added by hand: nothing but the row itself can tell it is here already.
			im.ix.hashes[k.hash] = d.id()
		}
		return
	}
	im.ix.hashes[k.hash] = d.id()
	if k.external != "" {
		im.ix.addExternal(s.kind, s.source, k.external, k.name, d.id())
	}
	switch s.kind {
	case model.KindContact:
		count(im.ix.emails, k.email, d.id())
		count(im.ix.profiles, k.profile, d.id())
		count(im.ix.people, personKey{k.folded, home}, d.id())
	case model.KindTeammate:
		addNamed(im.ix.team, d.id(), personNames(k.name)...)
	}
}

// recall has a draft remember the row. Of those that are put off that is too.
func (im *importer) recall(d *draft, s *sheet, row Row, k *rowKeys) {
	if s.own() {
		if rawFirst(&s.main, row, roleOwnID) == "" {
			d.memoryOf(s.source).addHash(k.hash)
		}
		return
	}
	e := im.memoryOf(d, s.source)
	if d.noted == nil && d.set == [2]uint64{} {
		e.hashes = e.hashes[:0] // of the import before this one
	}
	e.addHash(k.hash)
	if k.external != "" {
		e.external = k.external
	}
}

// age notes whether our own file is older than the record in the book.
func (d *draft) age(s *sheet, row Row) {
	at := slices.Index(s.Header, "changed")
	if at < 0 || d.before == nil {
		return
	}
	changed, err := model.ParseInstant(row.cell(at))
	d.stale = err == nil && changed != 0 && changed < d.before.Base().Changed
}

// at returns the place of a row in the sheet.
func (s *sheet) at(row Row) int {
	if len(s.Rows) > 0 { // mostly every line is a row
		if i := row.Line - s.Rows[0].Line; i >= 0 && i < len(s.Rows) && s.Rows[i].Line == row.Line {
			return i
		}
	}
	return sort.Search(len(s.Rows), func(i int) bool { return s.Rows[i].Line >= row.Line })
}

// fillRow fills the fields of a row's record, and its notes with the rest.
func (im *importer) fillRow(d *draft, s *sheet, row Row, k *rowKeys) {
	d.turnTo(s.source, k.external, k.name, k.hash)
	fields, done := im.lay(d)
	im.fillFields(d, fields, &s.main, s, row, k.name)
	if s.kind == model.KindContact && !s.own() {
		im.proposeRank(d, fields, s, row)
	}
	done()
	if s.account != nil && s.accounts[s.at(row)] == nil {
		im.missingAccount(d, s, row)
	}
	im.noteRest(d, s, row)
}

// missingAccount remembers the account of a contact that no file has brought,
// and keeps with the contact what the row says about it.
func (im *importer) missingAccount(d *draft, s *sheet, row Row) {
	for _, c := range s.account.columns {
		if cell := cleanCell(row.cell(c.index)); cell != "" && c.role != roleExternal && c.role != roleOwner {
			d.note(c.heading, cell, s)
		}
	}
	if s.kind.Scope() != model.ScopeAccount {
		return
	}
	external := sourceID(s.source, s.account.first(row, roleExternal))
	if external == "" || !d.rec.Base().Account.IsZero() {
		return
	}
	d.memoryOf(s.source).put(pendingKey(model.NumAccount), external)
	im.res.Unresolved = append(im.res.Unresolved, Unresolved{im.fileOf(s), row.Line, headingOf(s.account, roleExternal), external, nil})
}

// proposeRank fills a blank rank from the job title that the row brought. It
// counts as imported, so that a person who clears or changes it has the last
// word; "confirmed" stays empty.
func (im *importer) proposeRank(d *draft, fields []model.Field, s *sheet, row Row) {
	title := model.CleanLine(s.main.first(row, "title"))
	rank, known := im.ranks[title]
	if !known {
		rank = model.RankOfTitle(title)
		im.ranks[title] = rank
	}
	if s.hasRank || rank == 0 {
		return
	}
	c := d.rec.(*model.Contact)
	before := c.Rank
	for i := range fields {
		f := &fields[i]
		switch {
		case f.Name == "rank" && d.set[i>>6&1]&(1<<(i&63)) == 0:
			im.putQuietly(d, f, i, rank.String(), s)
		case f.Name == "source" && c.Rank != before && (c.Source == "" || strings.HasPrefix(c.Source, model.FromTitle)):
			im.putQuietly(d, f, i, model.FromTitle, s)
			im.proposed++
		}
	}
}

// putQuietly is put for what no column said: that a person changed it since is
// no news.
func (im *importer) putQuietly(d *draft, f *model.Field, place int, value string, s *sheet) {
	im.quiet = true
	im.put(d, f, place, value, f.Label, s, 0)
	im.quiet = false
}
