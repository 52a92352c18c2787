package exchange

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"

	"astute/model"
)

// File is one file to import: its name, for messages, and its bytes, or what
// package workbook read from them.
type File struct {
	Name   string
	Data   []byte
	Sheets []Sheet
}

// ImportOptions says what a file leaves open. The zero value finds out what can
// be found out; NewID is needed.
type ImportOptions struct {
	As       model.Kind         // what the rows are; 0 to find out
	Account  model.ID           // where contacts and the like go whose row names no company
	Map      map[string]string  // heading to field ("industry", "account.industry"), "" to leave the column out
	Dates    string             // dmy, mdy or ymd, for columns that do not prove their order
	Decimal  byte               // '.' or ',', for columns that do not prove their mark
	Encoding string             // name of the files' encoding; "" to find out
	Mappings map[string]Mapping // what was said of tables, by their [Key]; what is said above comes before it
	Input    model.Input        // the day, and the currency of amounts without one; links are found in the files and the book, not by Find
	NewID    func() model.ID
	Today    model.Date
	Me       string         // the name of whoever imports: whom "me" means in a column of ours; "" when nobody said
	Tell     func(Progress) // is told now and then how far it is, and must not take long; nil for nobody
}

// Progress is how far an import is.
type Progress struct {
	Rows int // read so far
	Told int // of them told apart from those that are there already
}

// tellEvery is after how many rows somebody is told: some ten times a second.
const tellEvery = 4096

// tellFar tells how far it is, at a row of the sheet at hand.
func (im *importer) tellFar(at int) {
	if im.o.Tell != nil && at%tellEvery == 0 {
		im.o.Tell(Progress{Rows: im.rows(), Told: im.told + at})
	}
}

// Result is what an import would do. Nothing is done until the edit is applied.
type Result struct {
	Source     string       `json:"source"`     // the program that wrote the files, as recognised
	Created    int          `json:"created"`    // records of any kind, those that rows only name included
	Updated    int          `json:"updated"`    // records
	Unchanged  int          `json:"unchanged"`  // records of the rows that change nothing; of a row that changes something only what it changes is counted
	Skipped    int          `json:"skipped"`    // rows to mend; they are in Rejects. Rows deleted at the source are only in Notes
	Unresolved []Unresolved `json:"unresolved"` // links to what neither the files nor the book have
	Errors     []RowError   `json:"errors"`     // cells and rows to look at
	Notes      []string     `json:"notes"`      // what was decided, kept aside or only suggested
	Kinds      []KindCount  `json:"kinds"`      // records created and updated, by kind
	Rejects    [][]string   `json:"-"`          // headings and rows that were not taken, the reason last
	// RejectsDelimiter stood between the columns of the first file that has rejects,
	// 0 where it was no text in columns.
	RejectsDelimiter byte       `json:"-"`
	Edit             model.Edit `json:"-"`
	Tables           []Reading  `json:"-"` // how each table is read, also where the import fails
}

// KindCount is how many records of one kind an import makes and changes.
type KindCount struct {
	Kind    string `json:"kind"`
	Created int    `json:"created"`
	Updated int    `json:"updated"`
}

// Unresolved is a link that leads nowhere yet. It is remembered with the
// record, so that a later import of the missing one completes it.
type Unresolved struct {
	File   string `json:"file,omitempty"`
	Line   int    `json:"line"`
	Column string `json:"column"`
	Value  string `json:"value"`
	// CouldBe names those who are called like that, where there are several: which
	// of them is meant is not guessed.
	CouldBe []string `json:"could_be,omitempty"`
}

// MostRows is how many rows an import takes at once: a row takes some 5 KB of
// memory while it is told apart, filled in and written, however short it is.
const MostRows = 250_000

// ErrTooMany is wrapped by the error about files of more rows than [MostRows].
var ErrTooMany = errors.New("too many rows to import at once")

// Import reads tables of any known program and returns the one edit that brings
// their rows into the book. It is pure: a dry run is this, not applied.
//
// A row is the record that one of these finds, in this order: its id in our own
// file; the hash of the whole row, where an earlier import took the same one;
// source and id there; for contacts the link to their profile, then the e-mail address where it is
// unique in the book and one person's in the files; for accounts and teammates
// the name but for case and accents, for accounts also but for punctuation and
// blanks. The same name at the same company is
// only pointed out in Notes. Records with different ids in one source are never
// one. What happens to each value is said at put.
//
// It fails only when a file cannot be read as a table at all, or the mapping
// names what is not there; everything about single rows is in the Result.
func Import(book *model.Book, files []File, o ImportOptions) (Result, error) {
	return importOn(0, book, files, o)
}

// importOn is [Import] on so many cores, 0 for all there are. How many makes no
// difference to what comes out.
func importOn(cores int, book *model.Book, files []File, o ImportOptions) (Result, error) {
	im := &importer{most: cores, book: book, o: o, likes: map[model.ID]model.ID{}, ranks: map[string]model.Rank{}, counts: map[*column]*counts{}}
	im.res = Result{Unresolved: []Unresolved{}, Errors: []RowError{}, Notes: []string{}, Kinds: []KindCount{}} // [] in JSON, never null
	im.in = o.Input
	im.in.Points = true // see column.number
	if im.in.Today.IsZero() {
		im.in.Today = o.Today
	}
	im.in.Find = nil // links are found in the files too; see links.go
	if at := slices.IndexFunc(files, isBook); at >= 0 {
		if len(files) > 1 {
			return Result{}, fmt.Errorf("%s: %w: leave out the other files", baseName(files[at].Name), ErrMixed)
		}
		if err := im.importBook(files[at]); err != nil {
			return Result{}, err
		}
		return im.finish(files), nil
	}
	if err := im.read(files); err != nil {
		return Result{Tables: im.readings()}, err
	}
	if rows := im.rows(); rows > MostRows {
		return Result{Tables: im.readings()}, fmt.Errorf("%w: %d, and an import takes %d; split the file into smaller ones, each with the headings, and import one after the other (what links them is found)", ErrTooMany, rows, MostRows)
	}
	im.indexBook()
	for _, s := range im.sheets {
		im.prepare(s)
	}
	im.res.Tables = im.readings()
	for _, s := range im.sheets {
		im.eachAccount(s)
	}
	for _, s := range im.sheets {
		if s.kind != model.KindAccount && !s.team {
			im.eachRow(s)
		}
	}
	for _, s := range im.sheets {
		if s.team {
			im.eachRow(s)
			im.eachMember(s)
		}
	}
	im.resolveLinks()
	im.resolvePending()
	return im.finish(files), nil
}

// importer holds one import while it runs.
type importer struct {
	book    *model.Book
	o       ImportOptions
	in      model.Input
	sheets  []*sheet
	looked  []*sheet // at all, in the order of the files
	ix      *index
	drafts  map[model.ID]*draft
	order   []*draft // as they were met
	links   []link
	later   []*draft // in the order of their rows; see later.go
	batches []*batch
	waiting chan *batch
	helpers atomic.Int32
	most    int // cores to use, 0 for all there are
	counts  map[*column]*counts
	bench   model.Bench

	made     slab[draft]
	contacts slab[model.Contact]
	memories shelf

	ranks  map[string]model.Rank   // proposed, by title
	titles map[string][]model.ID   // of all records, for links by name; made when needed
	words  map[model.ID][]nameWord // of the names of contacts, by account; made when needed

	res      Result
	remarks  []remarks
	likes    map[model.ID]model.ID // new accounts that may be another under another name
	moves    []move
	nobody   string // what a row has for whoever imports, where nobody said who that is
	quiet    bool   // what is put is not spoken of
	rehomed  bool   // a record got its account after it was linked
	repeated int
	told     int // rows of the sheets before the one at hand
	proposed int
}

// say adds a note for people.
func (im *importer) say(format string, args ...any) {
	im.res.Notes = append(im.res.Notes, fmt.Sprintf(format, args...))
}

// at says where a row is.
func (im *importer) at(s *sheet, line int) string {
	if file := im.fileOf(s); file != "" {
		return fmt.Sprintf("%s line %d", file, line)
	}
	return fmt.Sprintf("line %d", line)
}

// fileOf names the file of an error, where there are several.
func (im *importer) fileOf(s *sheet) string {
	if len(im.sheets) > 1 || s.Format == formatSheet {
		return s.File
	}
	return ""
}

// fail reports a cell that could not be taken.
func (im *importer) fail(s *sheet, line int, column, value, reason string) {
	im.res.Errors = append(im.res.Errors, RowError{File: im.fileOf(s), Line: line, Column: column, Value: value, Reason: reason})
}

// read turns the files into sheets, those that others refer to first.
func (im *importer) read(files []File) error {
	r := &reader{used: map[string]bool{}, tables: map[string]map[string]string{}}
	for _, file := range files {
		tables, err := im.tables(file, r)
		if err != nil {
			return err
		}
		if err := im.understand(r, tables); err != nil {
			return err
		}
		im.tellFar(0)
	}
	for heading := range im.o.Map {
		if !r.used[squash(heading)] {
			var headings []string
			for _, s := range im.sheets {
				headings = append(headings, s.Header...)
			}
			return fmt.Errorf("%w: no column is called %q%s; the headings are: %s", ErrMapping, heading, meant(heading, headings), strings.Join(headings, ", "))
		}
	}
	rank := func(s *sheet) int {
		switch {
		case s.team: // after the users: in one account somebody may be called otherwise
			return 1
		case s.kind.Scope() == model.ScopeShared:
			return 0
		case s.kind.Scope() == model.ScopeRoot:
			return 2
		case s.kind == model.KindContact:
			return 3
		}
		return 4
	}
	slices.SortStableFunc(im.sheets, func(a, b *sheet) int { return rank(a) - rank(b) })
	return nil
}

// understand takes in the tables of one file. Sheets of a workbook beside others
// may be anything; they are left out and said.
func (im *importer) understand(r *reader, tables []*Table) error {
	var first error
	taken := false
	for _, t := range tables {
		if t.key == "" {
			t.key = Key(t.Header)
		}
		r.use(im.o, im.o.Mappings[t.key])
		s, err := r.understand(t)
		s.chosen = im.speaks(t.key)
		im.looked = append(im.looked, s)
		if s.err = err; err != nil {
			if first == nil {
				first = err
			}
			if len(tables) == 1 || !errors.Is(err, ErrNoName) {
				return err
			}
			im.say("%s: left out, because no column of it holds a name", t.File)
			continue
		}
		if !s.own() && t.Format != formatCards {
			t.dropFooter()
		}
		taken = true
		im.sheets = append(im.sheets, s)
	}
	if !taken {
		return first
	}
	return nil
}

// tables reads a file as the tables that it holds.
func (im *importer) tables(file File, r *reader) ([]*Table, error) {
	name := baseName(file.Name)
	if file.Sheets != nil {
		r.use(im.o, Mapping{})
		return readSheets(name, file.Sheets, r.isKnown)
	}
	if isCards(name, file.Data) {
		if im.o.As != 0 && im.o.As != model.KindContact {
			return nil, fmt.Errorf("%s: %w: cards are contacts: leave out --as", name, ErrMapping)
		}
		return ReadCards(name, file.Data, im.o.Encoding)
	}
	r.use(ImportOptions{}, Mapping{})
	key := r.keyOf(file.Data)
	m := im.o.Mappings[key]
	r.use(im.o, m)
	tables, err := readTables(name, file.Data, cmp.Or(im.o.Encoding, m.Encoding), r.isKnown)
	if err != nil && im.o.Encoding == "" && m.Encoding != "" {
		tables, err = readTables(name, file.Data, "", r.isKnown)
	}
	if err != nil {
		return nil, err
	}
	tables[0].key = key
	return tables, nil
}

// baseName is the last part of a path, whichever system wrote it.
func baseName(path string) string { return path[strings.LastIndexAny(path, `/\`)+1:] }

// rows returns how many rows the files have.
func (im *importer) rows() (n int) {
	for _, s := range im.sheets {
		n += len(s.Rows)
	}
	return n
}

// indexBook makes what the book holds findable.
func (im *importer) indexBook() {
	rows := im.rows()
	im.ix = newIndex(rows)
	im.drafts = make(map[model.ID]*draft, rows)
	im.order = make([]*draft, 0, rows)
	im.waiting = make(chan *batch, rows/fewest+1)
	for _, r := range im.book.Records() {
		im.ix.book(r, readMemory(r.Base().Origin))
	}
}

// draft returns the draft of a record that is in the book or in the files.
func (im *importer) draft(id model.ID, s *sheet, row Row) *draft {
	d := im.drafts[id]
	if d == nil {
		r := im.book.Get(id)
		d = &draft{before: r, rec: r, mem: readMemory(r.Base().Origin).forDraft(), sheet: s, row: row}
		im.drafts[id] = d
		im.order = append(im.order, d)
	}
	return d
}

// create makes a draft of a new record. The zero ID asks for a new one.
func (im *importer) create(kind model.Kind, id model.ID, s *sheet, row Row) *draft {
	if id.IsZero() {
		id = im.o.NewID()
	}
	d := im.made.take()
	d.rec, d.sheet, d.row = im.fresh(kind, id), s, row
	im.drafts[id] = d
	im.order = append(im.order, d)
	return d
}

// has reports whether the book or the files hold a record of the kind.
func (im *importer) has(id model.ID, kind model.Kind) bool {
	if d := im.drafts[id]; d != nil {
		im.now(d)
		return d.rec.Kind() == kind
	}
	r := im.book.Get(id)
	return r != nil && r.Kind() == kind
}

// foreign reports whether the record is a different one in this source: both
// have ids there, and they differ.
func (im *importer) foreign(id model.ID, source, external string) bool {
	if external == "" {
		return false
	}
	differs := false
	for _, e := range im.memoryFor(id) {
		if e.source == source && e.external != "" {
			if e.external == external {
				return false // of several that were merged, one
			}
			differs = true
		}
	}
	return differs
}
