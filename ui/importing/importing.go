// Package importing is an import as a person makes it, the same on the command
// line and in the workspace: reading the files, trying what would come of them,
// writing it behind a backup, and remembering what was said of their columns.
//
//	importing.go  trying and writing, and the rows that were not taken
//	counting.go   how far one is, in counts
//	paths.go      what people type, paste and drop to name files
//	taken.go      the sorts of files that are taken in, those in a folder, and what others are
package importing

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"astute/model"
	"astute/model/exchange"
	"astute/model/exchange/workbook"
	"astute/store"
	"astute/ui/state"
)

// Most is how many bytes of files an import takes at once. How many rows that may
// be is bounded too, by [exchange.MostRows]: it is they that take memory, up to
// some 1.5 GB.
const Most = 64 << 20

// MostBook is how many bytes of a book in JSON an import takes, which comes by
// itself and cannot be split.
const MostBook = 200 << 20

// ErrTooLarge is wrapped by the error about files that are larger than [Most]
// together, or a book larger than [MostBook].
var ErrTooLarge = errors.New("too large to import at once")

// ErrNoFile is wrapped by the error about what is there and is no file that lies
// still: a folder, a pipe, a device.
var ErrNoFile = errors.New("is not a file")

// Read reads files whole; "-" is standard input, where there is one. Without one
// nobody waits for what comes through a pipe or out of a device: then only files
// that lie still are read, and the others are refused unopened. tell is called before each. What
// is larger than [Most] is refused before it is read, or where its size is not
// told, as soon as that much was read.
func Read(paths []string, stdin io.Reader, tell func(path string)) ([]exchange.File, error) {
	var files []exchange.File
	left := int64(Most)
	isBook := len(paths) == 1 && strings.EqualFold(filepath.Ext(paths[0]), ".json")
	if isBook {
		left = MostBook
	}
	for at, path := range paths {
		tell(path)
		var data []byte
		var err error
		if path == "-" && stdin != nil {
			path = "standard input"
			data, err = readUpTo(stdin, left, 0)
		} else {
			data, err = readFile(path, left, stdin == nil)
		}
		if errors.Is(err, ErrTooLarge) && isBook {
			return nil, fmt.Errorf("%s is %w: of a book in JSON an import takes %d MB; export its accounts one by one, or hand on a backup", path, err, MostBook>>20)
		}
		if errors.Is(err, ErrTooLarge) && len(files) > 0 {
			return nil, fmt.Errorf("%s and those before it are %w: an import takes %d MB together; import them one after the other (what links them is found)", path, err, Most>>20)
		}
		if errors.Is(err, ErrTooLarge) {
			return nil, fmt.Errorf("%s is %w: an import takes %d MB; split it into smaller files, each with the headings, and import one after the other (what links them is found)", path, err, Most>>20)
		}
		left -= int64(len(data))
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("there is no file %s: look at its name", path)
		}
		if errors.Is(err, ErrNoFile) {
			return nil, without(at, paths, fmt.Errorf("%s %w: name one, or save what comes from there to one first", path, err))
		}
		if err != nil {
			return nil, without(at, paths, fmt.Errorf("cannot read a file: %w", err))
		}
		if err := refuse(path, data); err != nil {
			return nil, without(at, paths, err)
		}
		file := exchange.File{Name: path, Data: data}
		if workbook.Is(data) {
			if file.Sheets, err = workbook.Read(filepath.Base(path), data); err != nil {
				return nil, without(at, paths, err)
			}
		}
		files = append(files, file)
	}
	return files, nil
}

// mostOthers is how many files are named beside one that cannot be taken in.
const mostOthers = 3

// without adds to what is wrong with one of several files, which a folder or a glob
// may have named, how the others are taken in.
func without(at int, paths []string, err error) error {
	others := slices.Delete(slices.Clone(paths), at, at+1)
	if len(others) == 0 {
		return err
	}
	if len(others) > mostOthers {
		return fmt.Errorf("%w; to go on without it, name the other %d files", err, len(others))
	}
	for i, path := range others {
		if others[i] = escape(path); strings.HasPrefix(others[i], `"`) {
			others[i] += `"`
		}
	}
	return fmt.Errorf("%w; to go on without it, name the others: %s", err, strings.Join(others, " "))
}

// withoutFile is [without] for what is wrong inside of a file, which the error names
// first. What is wrong with all of them together, or with what was said of them, says
// so itself.
func withoutFile(files []exchange.File, err error) error {
	if errors.Is(err, exchange.ErrMixed) || errors.Is(err, exchange.ErrMapping) {
		return err
	}
	paths := make([]string, len(files))
	for i, f := range files {
		paths[i] = f.Name
	}
	for i, path := range paths {
		if strings.HasPrefix(err.Error(), filepath.Base(path)+":") {
			return without(i, paths, err)
		}
	}
	return err
}

// readFile reads a file of at most so many bytes; still says that it must be one
// that lies still, which is looked at before it is opened: opening a pipe waits for
// whoever writes to it.
func readFile(path string, most int64, still bool) ([]byte, error) {
	if info, err := os.Stat(path); still && err == nil && !info.Mode().IsRegular() {
		return nil, ErrNoFile
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	return readUpTo(f, most, info.Size())
}

// readUpTo reads at most so many bytes of what is said to have a size, 0 where
// nobody knows.
func readUpTo(r io.Reader, most, size int64) ([]byte, error) {
	if size > most {
		return nil, ErrTooLarge
	}
	b := bytes.NewBuffer(make([]byte, 0, size+bytes.MinRead))
	_, err := b.ReadFrom(io.LimitReader(r, most+1))
	if err == nil && int64(b.Len()) > most {
		err = ErrTooLarge
	}
	return b.Bytes(), err
}

// Trial is what an import would do, with what goes along with it.
type Trial struct {
	exchange.Result
	Next []*model.Action // made because the files say that ones that repeat are done
	seen store.Sight     // of the book that it was tried against
	used []string        // the keys of what was remembered and used
}

// Book is what imports are tried against: all records, and which state of which
// book they are of.
type Book struct {
	*model.Book
	store.Sight
}

// ReadBook reads the book as it is now. It is looked at first: what is written
// between the two is noticed when the import is.
func ReadBook(s interface {
	Look(seen store.Sight) (store.Turn, store.Sight, error)
	Book() (*model.Book, error)
}) (*Book, error) {
	_, seen, err := s.Look(store.Sight{})
	if err != nil {
		return nil, err
	}
	book, err := s.Book()
	if err != nil {
		return nil, err
	}
	return &Book{book, seen}, nil
}

// Try finds out what an import would do. What is remembered of the headings
// counts where the options do not say otherwise, and the first notes say so; anew
// is how to do without it. It never fails because of what is remembered: then it
// is left aside.
func Try(book *Book, files []exchange.File, o exchange.ImportOptions, remembered map[string]state.Remembered, anew string) (Trial, error) {
	plain := o
	o.Mappings = maps.Clone(o.Mappings)
	if o.Mappings == nil {
		o.Mappings = map[string]exchange.Mapping{}
	}
	for key, r := range remembered {
		if _, said := o.Mappings[key]; !said {
			o.Mappings[key] = r.Mapping
		}
	}
	res, err := exchange.Import(book.Book, files, o)
	unfit := ""
	if doesNotFit(err, res.Tables, remembered) {
		if again, failed := exchange.Import(book.Book, files, plain); failed == nil {
			res, err, remembered = again, nil, nil
			unfit = "what you once said of columns like these does not fit any more: they were read as recognised"
		}
	}
	t := Trial{Result: res, seen: book.Sight}
	if err != nil {
		return t, withoutFile(files, err)
	}
	notes := []string{} // [] in JSON, never null
	if unfit != "" {
		notes = append(notes, unfit)
	}
	for _, table := range res.Tables {
		r, known := remembered[table.Key]
		if m, said := plain.Mappings[table.Key]; said {
			r.Mapping = still(r.Mapping, m)
			known = known && !r.Mapping.IsZero()
		}
		if !known {
			continue
		}
		t.used = append(t.used, table.Key)
		notes = append(notes, fmt.Sprintf("%s: columns are read as you chose on %s: %s; %s", table.File, r.On, r.Mapping, anew))
	}
	t.Notes = append(notes, t.Notes...)
	t.Edit, t.Next = model.Repeated(t.Edit, o.Today, o.NewID)
	return t, nil
}

// still is what of a mapping stands in another one too.
func still(m, now exchange.Mapping) exchange.Mapping {
	both := exchange.Mapping{}
	if m.Kind == now.Kind {
		both.Kind = m.Kind
	}
	if m.Encoding == now.Encoding {
		both.Encoding = m.Encoding
	}
	for heading, c := range m.Columns {
		if now.Column(heading) == c {
			both = both.With(heading, c)
		}
	}
	return both
}

// doesNotFit reports whether an import may have failed because of what is
// remembered of one of its tables.
func doesNotFit(err error, tables []exchange.Reading, remembered map[string]state.Remembered) bool {
	if !errors.Is(err, exchange.ErrMapping) && !errors.Is(err, exchange.ErrNoName) {
		return false
	}
	return slices.ContainsFunc(tables, func(t exchange.Reading) bool {
		_, known := remembered[t.Key]
		return known
	})
}

// Rejected returns the rows that were not taken as CSV, to be mended and imported
// again; nothing where there are none. The columns stand apart as in the file that
// they come from, and a byte order mark has Excel read the accents right.
func (t Trial) Rejected() ([]byte, error) {
	if len(t.Rejects) == 0 {
		return nil, nil
	}
	b := bytes.NewBufferString(mark)
	w := csv.NewWriter(b)
	w.UseCRLF = true
	if d := t.RejectsDelimiter; d != 0 && strings.IndexByte(delimiters, d) >= 0 {
		w.Comma = rune(d)
	}
	err := w.WriteAll(t.Rejects)
	return b.Bytes(), err
}

// mark is what text in UTF-8 may begin with, and delimiters are those that are
// told by looking at a file.
const (
	mark       = "\ufeff"
	delimiters = ",;\t|"
)

// IsRejected reports whether a file that begins so is what [Trial.Rejected]
// returned, also after a spreadsheet saved it.
func IsRejected(head []byte) bool {
	line, _, _ := strings.Cut(strings.TrimPrefix(string(head), mark), "\n")
	line = strings.TrimRight(line, "\r")
	at := strings.LastIndexAny(line, delimiters)
	return at >= 0 && strings.Trim(line[at+1:], `"`) == exchange.RejectHeading
}

// Store is what is written to: *store.Store is one.
type Store interface {
	AutoBackup(at time.Time) error
	Apply(e model.Edit, at time.Time, terms ...store.Term) (uint64, error)
}

// Write writes what the import does, as one edit behind a backup that is made on
// that day by the clock. It returns the edit's place in the journal. Where the
// book is not the one any more that the import was tried against, it writes
// nothing and returns [store.ErrMeanwhile]: try it anew.
func (t Trial) Write(s Store, clock, at time.Time) (uint64, error) {
	if err := s.AutoBackup(clock); err != nil {
		return 0, fmt.Errorf("no backup could be made, so nothing was imported: %w", err)
	}
	return s.Apply(t.Edit, at, store.At(t.seen))
}

// Remember keeps what was said of the tables for the next files with the same
// headings, and forgets it of those of which nothing is said any more.
func (t Trial) Remember(dir state.Dir, today model.Date) error {
	said := map[string]state.Remembered{}
	before := dir.Mappings()
	for _, table := range t.Tables {
		r := state.Remembered{On: today.String(), Mapping: table.Said}
		if old, known := before[table.Key]; known && slices.Contains(t.used, table.Key) && same(old.Mapping, r.Mapping) {
			continue // what is used is not said anew
		}
		said[table.Key] = r
	}
	if err := dir.KeepMappings(said); err != nil {
		return fmt.Errorf("how the columns are read cannot be remembered: %w", err)
	}
	return nil
}

// same reports whether two mappings say the same.
func same(a, b exchange.Mapping) bool {
	return a.Kind == b.Kind && a.Encoding == b.Encoding && maps.Equal(a.Columns, b.Columns)
}
