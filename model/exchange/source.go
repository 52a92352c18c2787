package exchange

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"astute/model"
)

// Errors about what a table means; each is wrapped in one that names the cure.
var (
	ErrNoName  = errors.New("no column holds a name")
	ErrMapping = errors.New("bad column mapping")
)

// target is where the cells of a column go.
type target struct {
	kind model.Kind
	role string // a field's name, or a role
	soft bool   // a value without an equal here is normal
	same bool   // another column may say the same: this one is for rows where that is blank
}

// column is one column of a table with its meaning.
type column struct {
	index   int
	heading string
	target
	field   int // place of the field in the kind's list, -1 for a role
	typ     model.Type
	link    string // of [roleLinkID]: the field
	several bool   // a cell may hold several, see [part.cell]
	idCol   bool   // holds the ids of the link whose names are in another column
	decimal byte   // of numbers: what the column's decimals follow, 0 when not proven
	days    string // of dates: dmy, mdy or ymd, "" when not proven
	proven  bool   // the cells prove it, whatever was said
	open    int    // cells that can be read in two ways, but for that

	fractions bool // of shares: 0.6 is 60 %

	scale      scale          // of amounts: what the heading says they are multiplied by
	currency   model.Currency // of amounts: what the heading names
	currencyAt int            // of amounts: the place of the column with their currency, from 1

	rows       model.Kind // of its table
	recognised string     // what its heading means when nobody says anything
	mapped     bool       // somebody said what it means
	instead    string     // the column that means the same
}

// part is the columns of a table that belong to one record of its rows.
type part struct {
	kind    model.Kind
	columns []*column
}

// hasMoney reports whether a column holds amounts.
func (p *part) hasMoney() bool {
	return slices.ContainsFunc(p.columns, func(c *column) bool { return c.typ == model.TypeMoney })
}

// sheet is a table that is understood.
type sheet struct {
	*Table
	source  string
	kind    model.Kind // of the rows
	main    part
	account *part     // of the account that a row of another kind names, nil when none
	columns []*column // all of them, as they stand
	chosen  bool      // somebody said how it is read
	err     error     // why it is not taken
	notes   []*column
	ignored []string
	hasRank bool
	team    bool // its rows say who is in the team of which account

	familyFirst bool              // full names are "Smith, John"
	aliases     map[string]*alias // accounts here under another name, by companyKey

	keys     []rowKeys       // one a row
	shared   map[string]bool // addresses that are of several people
	accounts []*draft        // what each row's account is
	drafts   []*draft        // what each row is, nil for one that is an account, or nothing
}

// own reports whether the program itself wrote the table.
func (s *sheet) own() bool { return s.source == sourceOwn }

// reader understands tables. It keeps the heading tables it has built.
type reader struct {
	as      model.Kind
	mapped  map[string]string // squashed heading to target, by the user
	lenient map[string]bool   // which of these may not fit
	used    map[string]bool   // which of them a table had
	tables  map[string]map[string]string
}

// headings returns a dialect's table for rows of a kind.
func (r *reader) headings(d dialect, kind model.Kind) map[string]string {
	key := d.source + kind.String()
	table, ok := r.tables[key]
	if !ok {
		lines, listed := d.headings[kind]
		if !listed {
			lines = d.headings[0]
		}
		table = headingTable(lines)
		r.tables[key] = table
	}
	return table
}

// isKnown reports whether a heading means something in any dialect; it finds
// the row of headings.
func (r *reader) isKnown(heading string) bool {
	entity, rest := splitEntity(heading)
	if entity != 0 {
		heading = rest
	}
	key := squash(heading)
	if _, ok := r.mapped[key]; ok {
		return true
	}
	for _, d := range dialects {
		for kind := range d.headings {
			if _, ok := r.headings(d, kind)[key]; ok {
				return true
			}
		}
	}
	if r.as != 0 {
		_, ok := model.FieldNamed(model.New(r.as, model.ID{}).Fields(), heading)
		return ok
	}
	if _, bare, scaled := headingScale(heading); scaled && bare != "" {
		return r.isKnown(bare)
	}
	if currency, bare := headingCurrency(heading, ""); currency != "" && bare != "" && squash(bare) != key {
		return r.isKnown(bare)
	}
	return key == "kind" || isRejectHeading(heading)
}

// splitEntity splits the headings of a joined report: "Contact: First Name".
func splitEntity(heading string) (model.Kind, string) {
	before, after, ok := strings.Cut(heading, ":")
	if !ok {
		return 0, heading
	}
	switch squash(before) {
	case "account":
		return model.KindAccount, strings.TrimSpace(after)
	case "contact":
		return model.KindContact, strings.TrimSpace(after)
	}
	return 0, heading
}

// understand says what a table is and what its columns mean.
func (r *reader) understand(t *Table) (*sheet, error) {
	s := &sheet{Table: t}
	d := r.recognise(s)
	if d.joined {
		t.splitJoined()
	}
	if s.kind == 0 {
		for i, heading := range t.Header {
			s.columns = append(s.columns, &column{index: i, heading: heading, recognised: roleNote, target: target{role: roleNote}})
		}
		return s, fmt.Errorf("%s: %w: say which with --map \"COLUMN=name\", or what the rows are with --as (headings: %s)",
			t.File, ErrNoName, strings.Join(t.Header, ", "))
	}
	s.main = part{kind: s.kind}
	taken, err := r.columns(d, s) // what was said comes before what a heading means
	if err != nil {
		return s, err
	}
	for _, c := range s.columns {
		heading, key := c.heading, c.key()
		first, twice := taken[key]
		twice = twice && first != heading
		if c.typ == model.TypeMoney && c.scale.letters != "" {
			t.Notes = append(t.Notes, fmt.Sprintf("%s: the heading says %s: 5 is taken as 5 %s", heading, c.scale.word, strings.TrimSuffix(c.scale.word, "s")))
		}
		switch {
		case c.role == roleIgnore:
			s.ignored = append(s.ignored, heading)
		case c.role == roleNote && c.kind == s.kind:
			s.notes = append(s.notes, c)
		case twice && !c.same && c.typ != model.TypeTexts && c.role != roleNote && c.role != roleLinkID:
			t.Notes = append(t.Notes, fmt.Sprintf("%s means the same as %s: it was kept as notes", heading, first))
			s.notes, c.instead = append(s.notes, c), first
		case c.kind == s.kind:
			s.main.columns = append(s.main.columns, c)
		default:
			if s.account == nil {
				s.account = &part{kind: model.KindAccount}
			}
			s.account.columns = append(s.account.columns, c)
		}
		if !twice {
			taken[key] = heading
			c.same = false
		}
		s.hasRank = s.hasRank || c.role == "rank"
	}
	if s.team = s.kind == model.KindTeammate && s.account != nil && !s.own(); s.team {
		s.takeMembers()
	}
	if !hasName(s) {
		return s, fmt.Errorf("%s: %w for %s: say which with --map \"COLUMN=name\" (headings: %s)",
			t.File, ErrNoName, model.WithArticle(s.kind.String()), strings.Join(t.Header, ", "))
	}
	return s, nil
}

// hasName reports whether the rows can have what their kind cannot be without;
// only names are asked for here, the rest is a matter of each row.
func hasName(s *sheet) bool {
	for _, c := range s.main.columns {
		switch c.role {
		case "name", roleFull, roleFirst, roleLast:
			return true
		case roleExternal:
			if s.team {
				return true
			}
		}
	}
	f, named := model.FieldNamed(model.New(s.kind, model.ID{}).Fields(), "name")
	return !named || !f.Needed
}

// targetText returns the target of a heading as the dialects' tables write it.
func (r *reader) targetText(d dialect, s *sheet, heading string) string {
	if isRejectHeading(heading) {
		return roleIgnore
	}
	text := r.meaning(d, s, heading)
	if text == roleNote && !s.own() {
		if amount := r.currencyTarget(d, s, heading); amount != "" {
			return amount
		}
	}
	return text
}

// meaning is targetText of a heading as it stands, whatever currency it names.
func (r *reader) meaning(d dialect, s *sheet, heading string) string {
	if s.own() {
		return ownTarget(s.kind, heading)
	}
	kind, prefix := s.kind, ""
	if entity, rest := splitEntity(heading); entity != 0 {
		heading = rest
		switch {
		case entity == s.kind:
		case entity == model.KindAccount:
			kind, prefix = entity, entity.String()+"."
		default:
			return roleNote
		}
	}
	key := squash(heading)
	for _, from := range []dialect{d, dialects[len(dialects)-1]} {
		if text, ok := r.headings(from, kind)[key]; ok {
			if prefix != "" && strings.Contains(text, ".") {
				return roleNote
			}
			if kind == model.KindContact && slices.Contains(partHeadings, key) && r.hasTitle(d, s) {
				text = "decision_role?"
			}
			return prefix + text
		}
	}
	if f, ok := model.FieldNamed(model.New(kind, model.ID{}).Fields(), heading); ok && !f.Fixed {
		return prefix + f.Name
	}
	return roleNote
}

// partHeadings are what people call a job title, and where there is a column for
// that, the part in the decision. A value that is none is kept in the notes.
var partHeadings = []string{"role", "rolle", "rôle", "rol"}

// hasTitle reports whether a table of people has a column for job titles, beside
// those that may say something else.
func (r *reader) hasTitle(d dialect, s *sheet) bool {
	return slices.ContainsFunc(s.Header, func(heading string) bool {
		key := squash(heading)
		return !slices.Contains(partHeadings, key) &&
			(r.headings(d, model.KindContact)[key] == "title" || r.headings(general, model.KindContact)[key] == "title")
	})
}

// ownTarget returns the target of a heading that WriteCSV wrote.
func ownTarget(kind model.Kind, heading string) string {
	switch heading {
	case "kind", "created", "changed":
		return roleIgnore
	case "id":
		return roleOwnID
	}
	for _, f := range model.New(kind, model.ID{}).Fields() {
		if f.Name == heading && !f.Hidden || idColumn(f) == heading && heading != "" {
			return heading
		}
	}
	return roleNote
}

// newColumn reads a target and binds it to the kind's list of fields.
func newColumn(s *sheet, index int, heading, text string) (*column, error) {
	c := &column{index: index, heading: heading, field: -1, rows: s.kind, target: target{kind: s.kind}}
	if text == "" {
		text = roleIgnore
	}
	text, c.same = strings.CutSuffix(text, "|")
	text, c.soft = strings.CutSuffix(text, "?")
	if word, role, dotted := strings.Cut(text, "."); dotted {
		kind, err := model.ParseKind(word)
		if err != nil {
			return nil, fmt.Errorf("%w: %v", ErrMapping, err)
		}
		if kind != s.kind && kind != model.KindAccount {
			return nil, fmt.Errorf("%w: a row of %s can also hold an account, not %s", ErrMapping, s.kind.Plural(), model.WithArticle(kind.String()))
		}
		c.kind, text = kind, role
	}
	fields := model.New(c.kind, model.ID{}).Fields()
	if link, ok := strings.CutSuffix(text, roleLinkID); ok {
		if f, there := model.FieldNamed(fields, link); !there || f.Type() != model.TypeLink && f.Type() != model.TypeLinks || f.Fixed {
			return nil, fmt.Errorf("%w: %s is for ids of what a link leads to, and a %s has no link %q: the links are %s", ErrMapping, roleLinkID, c.kind, link, strings.Join(linksOf(fields), ", "))
		}
		c.role, c.link = roleLinkID, link
		return c, nil
	}
	c.role = text
	if s.own() && text != roleOwnID && text != roleNote && text != roleIgnore {
		// Every heading of our own is a field, whatever else it means elsewhere.
	} else if slices.Contains(roles, text) {
		return c, nil
	}
	for i, f := range fields {
		if idColumn(f) == text && idColumn(f) != "" {
			c.field, c.typ, c.idCol = i, f.Type(), true
			return c, nil
		}
	}
	f, ok := model.FieldNamed(fields, text)
	if !ok || f.Fixed {
		hint := meant(text, fieldNames(fields))
		if of, its := model.FieldNamed(model.New(model.KindAccount, model.ID{}).Fields(), text); its && !of.Fixed && c.kind.Scope() == model.ScopeAccount {
			hint = ": its account has one, account." + of.Name
		}
		return nil, fmt.Errorf("%w: %s has no field %q%s", ErrMapping, model.WithArticle(c.kind.String()), text, hint)
	}
	c.role, c.typ = f.Name, f.Type()
	c.field = slices.IndexFunc(fields, func(g model.Field) bool { return g.Num == f.Num })
	if c.kind == model.KindContact && c.role == "name" {
		c.role = roleFull
	}
	return c, nil
}

// cell returns a row's cell, "" beyond the end of a short row.
func (row Row) cell(i int) string {
	if i < len(row.Cells) {
		return row.Cells[i]
	}
	return ""
}
