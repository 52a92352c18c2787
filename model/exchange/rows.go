package exchange

import (
	"fmt"
	"slices"
	"strings"

	"astute/model"
)

// rowKeys is what identifies the record of a row.
type rowKeys struct {
	hash     uint64
	name     string
	folded   string // the name
	external string // id at the source
	email    string // folded
	profile  string // folded
	company  string // the account's id at the source, else its folded name
	nothing  bool   // an empty row
	noPerson bool   // the row holds an account only
	reject   string // why the row is not taken
	deleted  bool   // the source says that it is gone there
}

// mailbox is what one table says about one e-mail address.
type mailbox struct {
	name, company, external string
	shared                  bool // by people who are not one
}

// meet takes another row with the address in.
func (m *mailbox) meet(k *rowKeys) {
	if !sameName(m.name, k.name) || m.company != k.company && m.company != "" && k.company != "" ||
		m.external != k.external && m.external != "" && k.external != "" {
		m.shared = true
	}
	if len(k.name) > len(m.name) {
		m.name = k.name
	}
	if m.company == "" {
		m.company = k.company
	}
}

// first returns the first filled cell of the columns with the role.
func (p *part) first(row Row, role string) string {
	for _, c := range p.columns {
		if c.role == role && !c.idCol {
			if cell := cleanCell(p.cell(c, row)); cell != "" {
				return cell
			}
		}
	}
	return ""
}

// prepare reads the keys of all rows of a sheet.
func (im *importer) prepare(s *sheet) {
	s.nameCurrencies(im.in.Currency)
	parts := []*part{&s.main}
	if s.account != nil {
		parts = append(parts, s.account)
	}
	for _, p := range parts {
		for _, c := range p.columns {
			c.prove(s.Rows, im.daysOf(s, c), im.decimalOf(s, c))
		}
	}
	s.readFractions()
	s.turnNames()
	s.keys = make([]rowKeys, len(s.Rows))
	s.accounts = make([]*draft, len(s.Rows))
	s.drafts = make([]*draft, len(s.Rows))
	headings := s.headingHashes()
	model.InParts(len(s.Rows), im.cores(len(s.Rows)), func(_, from, to int) {
		var last namedCompany
		for i, row := range s.Rows[from:to] {
			k := &s.keys[from+i]
			im.readKeys(s, row, k, &last)
			k.hash = s.hashRow(row, headings)
		}
	})
	s.shareMailboxes()
}

// shareMailboxes finds the addresses that are of several people.
func (s *sheet) shareMailboxes() {
	s.shared = map[string]bool{}
	if s.kind != model.KindContact {
		return
	}
	first := make(map[string]int32, len(s.keys)) // whose row is the first with an address
	boxes := map[string]*mailbox{}               // of those that come again
	for i := range s.keys {
		k := &s.keys[i]
		if k.email == "" || k.reject != "" {
			continue
		}
		before, again := first[k.email]
		if !again {
			first[k.email] = int32(i)
			continue
		}
		box := boxes[k.email]
		if box == nil {
			was := &s.keys[before]
			box = &mailbox{name: was.name, company: was.company, external: was.external}
			boxes[k.email] = box
		}
		if box.meet(k); box.shared {
			s.shared[k.email] = true
		}
	}
}

// namedCompany is the one that the row before named; mostly it is that of the next too.
type namedCompany struct{ name, key string }

// keyOf returns the key of a company's name.
func (c *namedCompany) keyOf(name string) string {
	if name != c.name {
		*c = namedCompany{name, companyKey(name)}
	}
	return c.key
}

// readKeys reads the keys of one row, without its hash.
func (im *importer) readKeys(s *sheet, row Row, k *rowKeys, last *namedCompany) {
	k.nothing = true
	for _, cell := range row.Cells {
		if cell != "" && strings.TrimSpace(cell) != "" {
			k.nothing = false
			break
		}
	}
	if row.fault != "" {
		k.reject, k.nothing = row.fault, false
		return
	}
	if k.nothing {
		return
	}
	if !s.own() {
		k.external = sourceID(s.source, s.main.first(row, roleExternal))
		if word := s.main.first(row, roleDeleted); word == "1" || strings.EqualFold(word, "true") || strings.EqualFold(word, "yes") {
			k.nothing, k.deleted = true, true
			return
		}
	} else if word := row.cell(slices.Index(s.Header, "kind")); word != "" {
		if kind, err := model.ParseKind(word); err != nil || kind != s.kind {
			k.reject = fmt.Sprintf("is of kind %s in a file of %s: give it a file of its own", word, s.kind.Plural())
			return
		}
	}
	account := ""
	if s.account != nil {
		if k.company = sourceID(s.source, s.account.first(row, roleExternal)); k.company == "" {
			k.company = last.keyOf(model.CleanLine(s.account.first(row, "name")))
		}
		account = k.company
	}
	switch s.kind {
	case model.KindContact, model.KindTeammate:
		k.name = personName(s, row)
		email := s.main.first(row, "email")
		if k.email = foldEmail(email); k.email == "" && email == "" {
			k.email = foldEmail(k.name) // a mailbox under its address
		}
		k.folded = foldName(k.name)
		k.profile = foldProfile(s.main.first(row, "profile"))
		if k.name == "" {
			person := k.email != "" || email != "" || k.profile != "" || k.external != "" || s.main.first(row, "title") != "" || s.main.first(row, "phones") != ""
			k.noPerson = !person && account != ""
			if !k.noPerson && !(s.team && k.external != "") {
				k.reject = "has no name"
			}
		}
	case model.KindAccount:
		k.name = model.CleanLine(s.main.first(row, "name"))
	}
}

// personName puts the parts of a name together; they count before a column with
// the whole name, of which "Smith, Jane" is turned round.
func personName(s *sheet, row Row) string {
	if s.own() {
		return model.CleanLine(unguard(rawFirst(&s.main, row, roleFull, "name")))
	}
	var parts []string
	for _, role := range []string{roleFirst, roleMiddle, roleLast, roleSuffix} {
		if text := model.CleanLine(s.main.first(row, role)); text != "" {
			parts = append(parts, text)
		}
	}
	if len(parts) > 0 {
		return strings.Join(parts, " ")
	}
	if name := model.CleanLine(s.main.first(row, roleFull)); name != "" {
		return s.inOrder(name)
	}
	return model.CleanLine(s.main.first(row, "name"))
}

// rawFirst is first without reading "-" and the like as nothing.
func rawFirst(p *part, row Row, roles ...string) string {
	for _, role := range roles {
		for _, c := range p.columns {
			if c.role == role && !c.idCol && row.cell(c.index) != "" {
				return row.cell(c.index)
			}
		}
	}
	return ""
}

// eachAccount makes or finds the accounts that the rows of a sheet are, or name.
func (im *importer) eachAccount(s *sheet) {
	if s.kind != model.KindAccount && s.account == nil {
		return
	}
	im.findAliases(s)
	seen := map[string]*draft{} // of rows that say the same about their account
	var key []byte
	for i, row := range s.Rows {
		k := &s.keys[i]
		if k.nothing || k.reject != "" {
			continue
		}
		if s.kind == model.KindAccount {
			if s.accounts[i] = im.accountRow(s, &s.main, row, k); s.accounts[i] != nil {
				im.noteRest(s.accounts[i], s, row)
			}
			continue
		}
		key = key[:0]
		for _, c := range s.account.columns {
			key = append(append(key, row.cell(c.index)...), 0)
		}
		d, ok := seen[string(key)]
		if !ok {
			d = im.accountRow(s, s.account, row, k)
			seen[string(key)] = d
		}
		s.accounts[i] = d
	}
}

// accountRow makes or finds the account that the columns of p say, and fills it.
// It returns nil when they name none, or several fit.
func (im *importer) accountRow(s *sheet, p *part, row Row, k *rowKeys) *draft {
	main := s.kind == model.KindAccount
	name, external := model.CleanLine(p.first(row, "name")), ""
	if s.own() {
		name = model.CleanLine(unguard(rawFirst(p, row, "name")))
	} else {
		external = sourceID(s.source, p.first(row, roleExternal))
	}
	id, fit := im.findAccount(s, row, name, external)
	var d *draft
	switch {
	case fit > 1:
		if main {
			k.reject = fmt.Sprintf("%d accounts are called %s: give the row their id", fit, name)
		} else {
			im.fail(s, row.Line, headingOf(p, "name"), name, fmt.Sprintf("%d accounts are called so: give --account, or a column with their id", fit))
		}
		return nil
	case fit == 1 && im.has(id, model.KindAccount):
		d = im.draft(id, s, row)
		if s.own() {
			d.age(s, row)
		}
	case name == "":
		if main {
			k.reject = "has no name"
		}
		return nil
	default:
		d = im.create(model.KindAccount, id, s, row)
		d.byName = !main
		if like := im.ix.loose[looseName(name)]; !like.IsZero() && looseName(name) != "" {
			im.remark(s, aboutTwice, "%s: account %s may be %s under another name; both are kept, and who is here already stays", im.at(s, row.Line), name, im.name(like))
			im.likes[d.id()] = like
		} else if near := im.misspelt(name); d.byName && !near.IsZero() {
			im.remark(s, aboutTwice, "%s: account %s is new: did you mean %s? Both are kept", im.at(s, row.Line), name, im.name(near))
		}
	}
	d.turnTo(s.source, external, name, 0)
	if name != "" {
		d.arrived(s.source, model.ID{})
	}
	if external != "" {
		d.memoryOf(s.source).external = external
		im.ix.addExternal(model.KindAccount, s.source, external, name, d.id())
	}
	if name != "" {
		im.ix.nameAccount(name, d.id())
	}
	im.fill(d, p, s, row, "")
	return d
}

// findAccount returns the account of an id or name, and how many fit. One that
// fits by the id of our own file need not exist yet.
func (im *importer) findAccount(s *sheet, row Row, name, external string) (model.ID, int) {
	if s.own() {
		if id, err := model.ParseID(rawFirst(&s.main, row, roleOwnID)); err == nil && (im.has(id, model.KindAccount) || im.free(id)) {
			return id, 1
		}
	}
	if external != "" {
		if id, ok := im.ix.external[identityKey(model.KindAccount, s.source, external, name)]; ok {
			return id, 1
		}
	}
	if a := s.aliases[companyKey(name)]; a != nil {
		return a.id, 1
	}
	var fit []model.ID
	for _, id := range im.ix.accounts[companyKey(name)] {
		if !im.foreign(id, s.source, external) {
			fit = append(fit, id)
		}
	}
	said := im.o.Account
	switch fit = im.writtenSo(name, fit); {
	case s.kind != model.KindAccount && (name == "" && external == "" || slices.Contains(fit, said)) && im.has(said, model.KindAccount):
		return said, 1
	case len(fit) == 0:
		return model.ID{}, 0
	}
	return fit[0], len(fit)
}

// writtenSo returns those of several records with one name that write it so,
// accents and all, when there are any.
func (im *importer) writtenSo(name string, ids []model.ID) []model.ID {
	if len(ids) < 2 {
		return ids
	}
	var same []model.ID
	for _, id := range ids {
		if foldName(im.title(id)) == foldName(name) {
			same = append(same, id)
		}
	}
	if same == nil {
		return ids
	}
	return same
}

// free reports whether nothing has the id.
func (im *importer) free(id model.ID) bool {
	return im.drafts[id] == nil && im.book.Get(id) == nil
}

// name returns what a record of the book or the files is called.
func (im *importer) name(id model.ID) string {
	if r := im.current(id); r != nil {
		return nameOf(r)
	}
	return ""
}

// headingOf returns the heading of the column with the role.
func headingOf(p *part, role string) string {
	for _, c := range p.columns {
		if c.role == role {
			return c.heading
		}
	}
	return ""
}
