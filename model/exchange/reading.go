package exchange

import (
	"slices"
	"strings"

	"astute/model"
)

// Reading is how an import reads one table: what a person looks at before it is
// taken. It is the import's own account of what it did, not a second look.
type Reading struct {
	File      string // of a workbook with its sheet
	Key       string // what a [Mapping] of it is remembered under
	Source    string // the program that wrote it, as recognised
	Kind      model.Kind
	Rows      int
	Encoding  string
	Sure      bool // the encoding is proven
	Delimiter byte // 0 for what is no text in columns
	Columns   []ColumnReading
	Said      Mapping // what was said of it: by the options, or by a mapping
	Err       error   // why it is not taken, nil when it is
}

// ColumnReading is how one column is read.
type ColumnReading struct {
	Heading    string
	Target     string     // where its cells go: a [Target.Name]
	Recognised string     // where they go when nobody says anything
	Mapped     bool       // somebody said so
	Instead    string     // the heading of the column that has the same target, and so this one is kept in the notes; "" mostly
	Type       model.Type // of the field
	Days       string     // of dates: the order that numbers are read in, "" where nothing says
	Decimal    byte       // of numbers: what decimals follow, 0 where nothing says
	Proven     bool       // the column itself proves that
	Open       int        // cells that can be read in two ways, but for that
	Samples    []string   // what its first filled rows say
}

// Asks reports whether it must be said how the column is read: nothing proves
// it, and nobody said it.
func (c ColumnReading) Asks() bool {
	return c.Open > 0 && (c.Type == model.TypeDate && c.Days == "" || c.Type != model.TypeDate && c.Decimal == 0)
}

// Target is where the cells of a column can go.
type Target struct {
	Name  string // "title", "account.industry", "note"; what --map takes
	Label string // for people
	Hint  string // what belongs there
}

// parts are the targets that are no field: of names, of addresses, and ids of
// other programs. They are listed for the kinds that know them.
var parts = map[model.Kind][]Target{
	model.KindContact: {
		{roleFull, "Name", "the whole of it, also as Smith, Jane"},
		{roleFirst, "First name", "part of the name"}, {roleMiddle, "Middle name", "part of the name"},
		{roleLast, "Last name", "part of the name"}, {roleSuffix, "Suffix", "part of the name"},
		{roleStreet, "Street", "part of the location"}, {roleCity, "City", "part of the location"}, {roleState, "State", "part of the location"},
		{rolePostal, "Postal code", "part of the location"}, {roleCountry, "Country", "part of the location"},
		{roleReports, "Id of whom they report to", "at the source"}, {roleDeleted, "Deleted there", "1, true or yes: the row is left out"},
	},
	model.KindAccount: {
		{roleStreet, "Street", "part of the headquarters"}, {roleCity, "City", "part of the headquarters"}, {roleState, "State", "part of the headquarters"},
		{rolePostal, "Postal code", "part of the headquarters"}, {roleCountry, "Country", "part of the headquarters"},
		{roleOwner, "Id of the owner", "at the source"},
	},
	model.KindTeammate: {
		{roleFull, "Name", "the whole of it, also as Carter, Ben"},
		{roleFirst, "First name", "part of the name"}, {roleLast, "Last name", "part of the name"},
		{roleManager, "Id of the manager", "at the source"},
	},
	model.KindOpportunity: {
		{roleOwner, "Id of the owner", "at the source"}, {roleWon, "Won", "true or false"}, {roleClosed, "Closed", "true or false"},
		{roleOutcome, "Outcome", "open, won or lost"}, {roleCurrency, "Currency of the amounts", "a code like USD"},
	},
}

// elsewhere are the targets of cells that go to no field, whatever the kind.
var elsewhere = []Target{{roleNote, "Kept in the notes", "what no field takes"}, {roleIgnore, "Left out", "not read at all"}}

// Targets returns where the columns of a table of that kind of rows can go: to
// any field that is not the program's own, to parts of one, to the same of the
// account that a row names, into the notes, or nowhere.
func Targets(kind model.Kind) []Target {
	list := slices.Concat(elsewhere, targetsOf(kind, "", ""))
	if kind != model.KindAccount && kind != 0 {
		list = append(list, targetsOf(model.KindAccount, "account.", "Account: ")...)
	}
	return list
}

func targetsOf(kind model.Kind, prefix, label string) []Target {
	if kind == 0 {
		return nil
	}
	var list []Target
	for _, p := range parts[kind] {
		list = append(list, Target{prefix + p.Name, label + p.Label, p.Hint})
	}
	for _, f := range model.New(kind, model.ID{}).Fields() {
		if f.Name == "name" && slices.ContainsFunc(parts[kind], func(t Target) bool { return t.Name == roleFull }) {
			continue // it is listed as what it may be put together from
		}
		if !f.Fixed && !f.Hidden {
			list = append(list, Target{prefix + f.Name, label + f.Label, f.Hint})
		}
	}
	return list
}

// TargetLabel says in words where cells go, of every target that a column can be
// recognised to have, those included that are not offered in [Targets].
func TargetLabel(kind model.Kind, name string) string {
	name = strings.TrimRight(name, "?|")
	label := func(target string) string {
		for _, of := range [][]Target{targetsOf(kind, "", ""), elsewhere, unlisted, parts[model.KindContact], parts[model.KindAccount], parts[model.KindTeammate], parts[model.KindOpportunity]} {
			if at := slices.IndexFunc(of, func(t Target) bool { return t.Name == target }); at >= 0 {
				return of[at].Label
			}
		}
		return target
	}
	if link, ok := strings.CutSuffix(name, roleLinkID); ok {
		return label(link) + ", by id"
	}
	if rest, ok := strings.CutPrefix(name, model.KindAccount.String()+"."); ok && kind != model.KindAccount {
		return "Account: " + TargetLabel(model.KindAccount, rest)
	}
	return label(name)
}

// unlisted are targets that headings have and nobody chooses.
var unlisted = []Target{{roleOwnID, "Id in a book of ours", ""}, {roleExternal, "Id at the source", ""}, {"name", "Name", ""}}

// text writes the column's target as [Target.Name] has it.
func (c *column) text() string {
	text := c.role // of a name "full_name", however it was said
	if c.role == roleLinkID {
		text = c.link + roleLinkID
	}
	if c.kind == model.KindAccount && c.rows != model.KindAccount {
		text = model.KindAccount.String() + "." + text
	}
	return text
}

// readings says how all tables are read, in the order of the files.
func (im *importer) readings() []Reading {
	var list []Reading
	for _, s := range im.looked {
		r := Reading{File: s.File, Key: s.key, Source: s.program(), Kind: s.kind, Rows: len(s.Rows), Encoding: s.Encoding,
			Sure: s.Format != "" || s.sure, Delimiter: s.Delimiter, Said: im.said(s), Err: s.err}
		if s.Format != "" {
			r.Delimiter = 0
		}
		for _, c := range s.columns {
			target := c.text()
			if c.instead != "" {
				target = roleNote
			}
			r.Columns = append(r.Columns, ColumnReading{Heading: c.heading, Target: target, Recognised: c.recognised, Mapped: c.mapped,
				Instead: c.instead, Type: c.typ, Days: c.days, Decimal: c.decimal, Proven: c.proven, Open: c.open, Samples: samples(s.Rows, c.index)})
		}
		list = append(list, r)
	}
	return list
}

// How much of a column is shown.
const (
	sampleRows   = 200
	mostSamples  = 3
	sampleLetter = 80
)

// samples returns the first few different cells of a column.
func samples(rows []Row, index int) []string {
	var list []string
	for _, row := range rows[:min(len(rows), sampleRows)] {
		cell := row.cell(index)
		if cell == "" || len(list) == mostSamples {
			continue
		}
		if letters := []rune(cell[:min(len(cell), 4*sampleLetter)]); len(letters) > sampleLetter {
			cell = string(letters[:sampleLetter])
		}
		if cell = model.CleanLine(cleanCell(cell)); cell != "" && !slices.Contains(list, cell) {
			list = append(list, cell)
		}
	}
	return list
}
