package exchange

import (
	"slices"
	"strings"

	"astute/model"
)

// Rows that say who is in the team of which account. The row's own id is nobody's:
// the teammate has the id of the user, who may be in many teams.

// takeMembers has the id of a row be that of the user whom it names.
func (s *sheet) takeMembers() {
	user := func(c *column) bool {
		return c.role == roleExternal && squash(c.heading) != "id" && !strings.Contains(squash(c.heading), "member")
	}
	own := func(c *column) bool { return c.role == roleExternal && !user(c) }
	if at := slices.IndexFunc(s.notes, user); at >= 0 { // it stood behind the row's own
		s.main.columns = append(s.main.columns, s.notes[at])
		s.notes = slices.Delete(s.notes, at, at+1)
		s.Notes = slices.DeleteFunc(s.Notes, func(note string) bool {
			return strings.HasPrefix(note, s.main.columns[len(s.main.columns)-1].heading+" means")
		})
	}
	s.main.columns = slices.DeleteFunc(s.main.columns, func(c *column) bool {
		if own(c) {
			s.ignored = append(s.ignored, c.heading)
		}
		return own(c)
	})
}

// eachMember adds the teammate of every row to the team of the row's account.
// Whichever of both has not come yet gets a stub.
func (im *importer) eachMember(s *sheet) {
	for i, row := range s.Rows {
		k, account := &s.keys[i], s.accounts[i]
		if k.nothing || k.reject != "" || s.drafts[i] == nil {
			continue
		}
		if external := sourceID(s.source, s.account.first(row, roleExternal)); external != "" {
			if account == nil {
				id := im.byExternal(s.source, external, []model.Kind{model.KindAccount})
				if !id.IsZero() {
					account = im.draft(id, s, row)
				} else {
					account = im.stub(model.KindAccount, external, s, row.Line)
				}
				s.accounts[i] = account
			}
			if im.isStub(account.id()) {
				im.res.Unresolved = append(im.res.Unresolved, Unresolved{im.fileOf(s), row.Line, headingOf(s.account, roleExternal), external, nil})
			}
		}
		if account != nil {
			im.join(account, s.drafts[i].id(), s)
		}
	}
}

// join adds a teammate to the team of an account, unless a person took out since
// whom an import had added.
func (im *importer) join(account *draft, mate model.ID, s *sheet) {
	fields := account.list()
	at := slices.IndexFunc(fields, func(f model.Field) bool { return f.Name == "team" })
	team := fields[at].Links()
	e := account.memoryOf(s.source)
	key := teamKey + mate.String()
	if _, before := e.get(key); before || slices.Contains(team, mate) {
		e.put(key, "")
		return
	}
	e.put(key, "")
	im.parse(fields[at], idsText(append(team, mate)))
}

// teamKey begins the keys of teammates whom imports have put into a team.
const teamKey = "&"

// memberRow makes or finds the teammate of a row that may say no more of them
// than their id. What they are called in the team of one account is what they are
// only where nothing else says it.
func (im *importer) memberRow(s *sheet, row Row, k *rowKeys) *draft {
	if id := im.byExternal(s.source, k.external, []model.Kind{model.KindTeammate}); !id.IsZero() {
		d := im.draft(id, s, row)
		d.turnTo(s.source, k.external, k.name, 0)
		fields, blank := d.list(), s.main
		blank.columns = slices.DeleteFunc(slices.Clone(blank.columns), func(c *column) bool { return c.field >= 0 && !fields[c.field].IsZero() })
		im.fillFields(d, fields, &blank, s, row, "")
		if im.isStub(id) {
			im.res.Unresolved = append(im.res.Unresolved, Unresolved{im.fileOf(s), row.Line, headingOf(&s.main, roleExternal), k.external, nil})
		}
		return d
	}
	d := im.stub(model.KindTeammate, k.external, s, row.Line)
	im.fillFields(d, d.list(), &s.main, s, row, "")
	im.res.Unresolved = append(im.res.Unresolved, Unresolved{im.fileOf(s), row.Line, headingOf(&s.main, roleExternal), k.external, nil})
	return d
}
