package ui

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"astute/model"
	"astute/model/exchange"
	"astute/store"
	"astute/ui/importing"
	"astute/ui/pane"

	tea "github.com/charmbracelet/bubbletea"
)

// importOver shows what an import would do, and how it reads every column, before
// anything is written. Each choice has it tried anew: what is shown is what the
// import itself says of a trial.
type importOver struct {
	board
	files  []exchange.File
	book   *importing.Book // that it is tried against, nil before it was read
	said   map[string]exchange.Mapping
	home   model.ID // the account of rows that name none
	trial  importing.Trial
	err    error // why nothing can be taken
	failed error // of the file, why the last trial was none

	far     atomic.Pointer[exchange.Progress] // how far the trial is that is under way
	tried   bool                              // there is something to show
	running bool                              // a trial is under way
	again   bool                              // and another one is wanted: something else was said since
	done    bool                              // it was written
	marks   []importMark
}

func newImport(w *Workspace, files []exchange.File) *importOver {
	o := &importOver{board: board{title: "Import " + fileNames(files)}, files: files, said: maps.Clone(w.memory.columns)}
	if o.said == nil {
		o.said = map[string]exchange.Mapping{}
	}
	o.sheet.Lay, o.board.commands = o.lay, o.commands
	o.legend = []helpPart{{name: "Marks", entries: []helpEntry{
		{key: "*", text: "you said so, here or when you imported such a file before"},
		{key: "?", text: "nothing proves how it is to be read: say it"},
		{key: "~", text: "no field takes it: kept in the notes"},
		{key: "x", text: "left out"},
	}}}
	o.over(w, o)
	return o
}

// fileNames names files in a few words.
func fileNames(files []exchange.File) string {
	name := filepath.Base(files[0].Name)
	if len(files) > 1 {
		name += fmt.Sprintf(" and %d more", len(files)-1)
	}
	return name
}

// tried is the answer to a trial.
type tried struct {
	from   *importOver
	known  store.Sight // of the book as it was shown when the trial began
	book   *importing.Book
	trial  importing.Trial
	err    error // of the trial
	failed error // of reading the book
}

// try finds out what the import would do now. There is one trial at a time: what
// is said meanwhile is tried after it.
func (o *importOver) try(w *Workspace) tea.Cmd {
	if o.done {
		return nil
	}
	if o.running {
		o.again = true
		return nil
	}
	o.running, o.again = true, false
	s, at, known, today, me := w.o.Store, w.o.Now(), w.sight, w.today, w.o.Me
	settled, dir, files, home := w.o.Config.Currency, w.o.State, o.files, o.home
	m, from := tried{from: o, known: known, book: o.book}, o
	said := maps.Clone(o.said)
	return func() tea.Msg {
		if m.failed = there(s, known); m.failed != nil {
			return m
		}
		if m.book == nil {
			m.book, m.failed = importing.ReadBook(s)
		}
		var in model.Input
		if m.failed == nil {
			in, m.failed = importInput(s, home, today, me, settled)
		}
		if m.failed != nil {
			return m
		}
		o := exchange.ImportOptions{Account: home, Mappings: said, Input: in, Today: today, Me: me, NewID: func() model.ID { return s.NewID(at) },
			Tell: func(at exchange.Progress) { from.far.Store(&at) }}
		m.trial, m.err = importing.Try(m.book, files, o, dir.Mappings(), "r on a column reads that one as recognised, on the line of its file all of them")
		return m
	}
}

// importInput is what reading cells needs; amounts without a currency are in that
// of the settings where no amount stands anywhere yet.
func importInput(s Store, home model.ID, today model.Date, me string, settled model.Currency) (model.Input, error) {
	in, err := s.Input(home, today, me)
	if err != nil || in.Currency != "" {
		return in, err
	}
	in.Currency, err = in.BookCurrency()
	in.Currency = cmp.Or(in.Currency, settled, "USD")
	return in, err
}

func (m tried) arrive(w *Workspace) tea.Cmd {
	o := m.from
	if !w.isOpen(o) || o.done {
		return nil // given up meanwhile
	}
	o.running = false
	o.far.Store(nil)
	if o.failed = m.failed; m.failed != nil {
		o.again = false
		w.failed(m.failed)
		o.sheet.Arrange()
		return nil
	}
	if o.book = m.book; !w.sight.Same(m.known) && !w.sight.Same(m.book.Sight) {
		o.book, o.again = nil, true // somebody wrote meanwhile
	}
	o.tried, o.trial, o.err = true, m.trial, m.err
	maps.DeleteFunc(o.said, func(key string, _ exchange.Mapping) bool { return !o.has(key) })
	o.sheet.Arrange()
	if o.again {
		return o.try(w)
	}
	return nil
}

// meanwhile has the next trial read the book anew, where something was written
// since: before the import writes, one is made.
func (o *importOver) meanwhile(w *Workspace) {
	if w.plan == nil {
		return
	}
	o.account = w.account
	o.sheet.Show(w.data())
	if o.book != nil && !w.sight.Same(o.book.Sight) {
		o.book = nil
	}
}

// counted shows how far the trial under way is, at every tick.
func (o *importOver) counted(w *Workspace) {
	if o.running && o.far.Load() != nil {
		o.sheet.Arrange()
		w.frame = ""
	}
}

// howFar is how far the trial is, behind a sign; "" where nothing is told of it yet.
func (o *importOver) howFar() string {
	if at := o.far.Load(); at != nil {
		return ": " + importing.Far(*at)
	}
	return ""
}

// mapping is what is said of a table by now: a trial may be under way that does
// not know it yet.
func (o *importOver) mapping(key string) exchange.Mapping {
	if m, ok := o.said[key]; ok {
		return m
	}
	for _, t := range o.trial.Tables {
		if t.Key == key {
			return t.Said
		}
	}
	return exchange.Mapping{}
}

// imported is the answer to writing it.
type imported struct {
	from   *importOver
	done   written
	err    error
	forgot error // why what was said cannot be remembered
}

// write takes it in: a backup first, then one edit. Where the last trial failed it
// is made again instead, and where the book is another by now too: what is written
// was looked at.
func (o *importOver) write(w *Workspace) tea.Cmd {
	if o.failed != nil {
		return o.try(w)
	}
	if o.book == nil {
		w.say("something was written meanwhile: this is what it would do now", false)
		return o.try(w)
	}
	s, at, known, today, dir := w.o.Store, w.o.Now(), w.sight, w.today, w.o.State
	t, said := o.trial, len(o.said) > 0
	doing := fmt.Sprintf("writing %s, all or nothing", count(len(t.Edit.Changes), "record", "records"))
	w.say(doing, false)
	return w.alone(doing, w.await(func() tea.Msg {
		m := imported{from: o}
		if m.err = there(s, known); m.err != nil {
			return m // before a backup of it is made
		}
		m.done.label = t.Edit.Label
		if len(t.Edit.Changes) > 0 {
			m.done.seq, m.err = t.Write(s, at, at)
			m.err = refused(s, m.err, errLookAgain)
		}
		if m.err == nil && said {
			m.forgot = t.Remember(dir, today)
		}
		return m
	}))
}

// errLookAgain says that the book is another than the one that was looked at.
var errLookAgain = errors.New("something was written meanwhile, so nothing was imported: look again at what it would do now")

func (m imported) arrive(w *Workspace) tea.Cmd {
	w.waiting = false
	o := m.from
	if m.err != nil {
		w.held = nil // meant for what did not come
		w.failed(m.err)
		if errors.Is(m.err, errLookAgain) || errors.Is(m.err, store.ErrMeanwhile) || errors.Is(m.err, model.ErrConflict) {
			o.book = nil
			return tea.Batch(w.open(w.account, nil), o.try(w))
		}
		return nil
	}
	o.done = true
	for key := range o.said {
		delete(w.memory.columns, key)
	}
	w.note(m.done)
	text, open := o.summary(), w.account
	if o.trial.Skipped == 0 {
		w.drop(o)
	}
	for _, over := range w.overlays {
		if welcome, ok := over.(*welcome); ok {
			w.drop(welcome)
		}
	}
	if open.IsZero() {
		open = firstIn(o.trial.Edit)
	}
	o.sheet.Arrange() // also where the book cannot be shown now: the page says that it is in
	w.accounts = nil
	read := w.reader(open, nil)
	then := func(w *Workspace) tea.Cmd {
		if len(o.trial.Edit.Changes) > 0 {
			text += takesBack
		}
		w.sayDone(text)
		if m.forgot != nil {
			w.sayError(m.forgot)
		}
		return nil
	}
	return w.await(func() tea.Msg {
		snap := read()
		if m.done.seq > 0 {
			snap.doneBut("imported")
		}
		return loaded{snap, then}
	})
}

// firstIn is the first account that an edit makes.
func firstIn(e model.Edit) model.ID {
	for _, c := range e.Changes {
		if c.After != nil && c.After.Kind() == model.KindAccount {
			return c.After.Base().ID
		}
	}
	return model.ID{}
}

// summary says what was done.
func (o *importOver) summary() string {
	t := o.trial
	if len(t.Edit.Changes) == 0 {
		return "nothing was new in " + fileNames(o.files)
	}
	text := fmt.Sprintf("imported %s: %d created, %d updated", fileNames(o.files), t.Created, t.Updated)
	if t.Skipped > 0 {
		text += fmt.Sprintf(", %s not taken", count(t.Skipped, "row", "rows"))
	}
	return text
}

// unsaved reports whether something was said that is kept only with the import.
func (o *importOver) unsaved() bool { return o.tried && len(o.said) > 0 && !o.done }

// has reports whether a table of that key is in the files.
func (o *importOver) has(key string) bool {
	return slices.ContainsFunc(o.trial.Tables, func(t exchange.Reading) bool { return t.Key == key })
}

// leave closes the page; what is not written yet never is. What was said of the
// columns stays until the workspace is left: files with these headings find it.
func (o *importOver) leave(w *Workspace) {
	w.drop(o)
	if o.done {
		return
	}
	text := "nothing was imported: the book is as it was"
	if o.keepSaid(w) {
		text += "; what you said of the columns is kept until you quit"
	}
	w.say(text, false)
}

// keepSaid keeps what was said of the columns until the workspace is left. It
// reports false where nothing was said.
func (o *importOver) keepSaid(w *Workspace) bool {
	if o.done || !o.tried || len(o.said) == 0 {
		return false
	}
	if w.memory.columns == nil {
		w.memory.columns = map[string]exchange.Mapping{}
	}
	maps.Copy(w.memory.columns, o.said)
	return true
}

func (o *importOver) key(w *Workspace, key string) tea.Cmd {
	switch key {
	case "esc", "q":
		o.leave(w)
		return nil
	}
	return o.board.key(w, key)
}

// rejects asks for the file that the rows that are not taken are written to.
func (o *importOver) rejects(w *Workspace) {
	rows, err := o.trial.Rejected()
	if err != nil {
		w.sayError(err)
		return
	}
	stem := strings.TrimSuffix(o.files[0].Name, filepath.Ext(o.files[0].Name))
	w.push(newExporting(w, stem, rejectsTemplate(rows)))
}

// startImport asks for the files; of a text that names some it reads those.
func (w *Workspace) startImport(text string) tea.Cmd {
	if w.plan == nil {
		w.say("the file cannot be read: nothing can be imported", true)
		return nil
	}
	a := newImportAsk(text)
	w.push(a)
	if text != "" {
		return a.read(w)
	}
	return nil
}

// importCommand is in the palette: with what is typed behind it, the files.
func (w *Workspace) importCommand() pane.Command {
	text := ""
	if len(w.accounts) == 0 {
		text = "import" // as the first screen has it, which may have been left
	}
	return pane.Command{Name: "import", Keys: []string{"ctrl+o"}, Hint: text, Weight: 80, Also: "csv excel workbook vcard crm salesforce hubspot google outlook load address book", Help: "takes in CSV, a workbook, cards or a book in JSON: shows first what is read how",
		Do: func() pane.Request { return pane.Own{Do: func() { w.outside = w.startImport("") }} }}
}

var _ importing.Store = (*store.Store)(nil)
