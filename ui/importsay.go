package ui

import (
	"slices"
	"strings"

	"astute/model"
	"astute/model/exchange"
	"astute/ui/pane"
	"astute/ui/picker"

	tea "github.com/charmbracelet/bubbletea"
)

// at is what the cursor stands on: a table and its column, -1 where it stands on
// neither.
func (o *importOver) at() importMark {
	if i := o.sheet.Cursor().N - 1; i >= 0 && i < len(o.marks) {
		return o.marks[i]
	}
	return importMark{-1, -1}
}

// Why something cannot be done where the cursor stands.
const (
	noColumn   = "that is for a column: put the cursor on one"
	noTable    = "that is for a table or a column: put the cursor on one"
	isWritten  = "it is imported: u takes it back, esc closes the page"
	beingTried = "it is being tried: wait for what it would do"
	notTried   = "it could not be tried: ctrl+s tries again"
)

func (o *importOver) commands(w *Workspace) []pane.Command {
	own := func(f func() tea.Cmd) func() pane.Request {
		return func() pane.Request { return pane.Own{Do: func() { w.outside = f() }} }
	}
	at := o.at()
	column, table, enter := "", "", ""
	switch {
	case o.done:
		column, table, enter = isWritten, isWritten, isWritten
	case !o.tried && o.failed != nil:
		column, table, enter = notTried, notTried, notTried
	case !o.tried:
		column, table, enter = beingTried, beingTried, beingTried
	case at.table < 0:
		column, table, enter = noColumn, noTable, "this line is only to be read: on a column enter says where it goes"
	case at.column < 0:
		column = noColumn
	}
	say := func(c func(*exchange.ColumnMapping)) func() pane.Request {
		return own(func() tea.Cmd { return o.change(w, c) })
	}
	dates, decimal := o.whyNot(column, model.TypeDate), o.whyNot(column, model.TypeNumber, model.TypeMoney)
	save, help := "import", "takes it in behind a backup; one undo takes all of it back"
	if o.failed != nil {
		save, help = "try again", "finds out what the import would do now"
	}
	return []pane.Command{
		{Name: "where it goes", Keys: []string{"enter"}, Hint: "change", Why: enter, Help: "of a column the field, by typing part of its name; of a table what its rows are", Do: own(func() tea.Cmd { return o.choose(w) })},
		{Name: save, Keys: []string{"ctrl+s"}, Hint: save, Why: o.whyNoImport(w), Help: help, Do: own(func() tea.Cmd { return o.write(w) })},
		{Name: "write the rows not taken", Keys: []string{"w"}, Hint: "rows not taken", Why: o.whyNoRejects(), Help: "to a file, each with its reason: to mend and import again", Do: own(func() tea.Cmd { o.rejects(w); return nil })},
		{Name: "order of its dates", Keys: []string{"d"}, Why: dates, Help: "day, month or year first, where the column does not prove it", Do: own(func() tea.Cmd { o.chooseDates(w); return nil })},
		{Name: "decimals after a comma", Keys: []string{","}, Why: decimal, Help: "1.234,5 of this column", Do: say(func(c *exchange.ColumnMapping) { c.Decimal = "," })},
		{Name: "decimals after a point", Keys: []string{"."}, Why: decimal, Help: "1,234.5 of this column", Do: say(func(c *exchange.ColumnMapping) { c.Decimal = "." })},
		{Name: "leave the column out", Keys: []string{"-"}, Why: column, Help: "nothing of it is read", Do: say(func(c *exchange.ColumnMapping) { *c = exchange.ColumnMapping{Field: "-"} })},
		{Name: "keep it in the notes", Keys: []string{"n"}, Why: column, Help: "its cells go to the notes of the record", Do: say(func(c *exchange.ColumnMapping) { *c = exchange.ColumnMapping{Field: "note"} })},
		{Name: "as recognised", Keys: []string{"r"}, Why: table, Help: "forgets what was said of the column, or of the whole table", Do: own(func() tea.Cmd { return o.forget(w) })},
		{Name: "what the rows are", Keys: []string{"t"}, Why: table, Help: "contacts, accounts, opportunities ...", Do: own(func() tea.Cmd { o.chooseKind(w); return nil })},
		{Name: "encoding", Keys: []string{"c"}, Why: o.whyNoEncoding(table), Help: "where letters look wrong", Do: own(func() tea.Cmd { o.chooseEncoding(w); return nil })},
		{Name: "for the open account", Keys: []string{"a"}, Why: o.whyNoHome(w), Help: "rows that name no company belong to it, or to none again", Do: own(func() tea.Cmd { return o.turnHome(w) })},
		{Name: "copy", Keys: []string{"y"}, Help: "the page as text, to the clipboard", Do: func() pane.Request { return pane.Copy{Text: o.sheet.Page().Text(), What: "page"} }},
		{Name: "back", Keys: []string{"esc", "q"}, Help: "closes the page; before it is imported nothing is written", Do: own(func() tea.Cmd { o.leave(w); return nil })},
	}
}

// whyNot says why the order or the sign of a column cannot be said.
func (o *importOver) whyNot(column string, types ...model.Type) string {
	at := o.at()
	if column != "" || at.column < 0 {
		return column
	}
	c := o.trial.Tables[at.table].Columns[at.column]
	switch {
	case !slices.Contains(types, c.Type) || c.Instead != "":
		return "the column goes to no field of that kind"
	case c.Proven:
		return "the column proves it: one of its cells can be read in one way only"
	case c.Open == 0:
		return "nothing is open there: every cell can be read in one way only"
	}
	return ""
}

func (o *importOver) whyNoImport(w *Workspace) string {
	switch {
	case o.done:
		return isWritten
	case o.running:
		return beingTried
	case o.failed != nil:
		return "" // it tries again
	case !o.tried:
		return beingTried
	case o.err != nil:
		return cured(o.err.Error())
	case w != nil && w.readOnly != nil:
		return w.readOnly.Error()
	}
	return ""
}

func (o *importOver) whyNoRejects() string {
	if !o.tried || len(o.trial.Rejects) == 0 {
		return "all rows are taken"
	}
	return ""
}

func (o *importOver) whyNoEncoding(table string) string {
	if at := o.at(); table == "" && o.trial.Tables[at.table].Delimiter == 0 {
		return "it is no text in columns: it says its encoding itself"
	}
	return table
}

func (o *importOver) whyNoHome(w *Workspace) string {
	switch {
	case o.done:
		return isWritten
	case w != nil && w.account.IsZero():
		return "there is no account yet"
	}
	return ""
}

// change says something else about the column under the cursor.
func (o *importOver) change(w *Workspace, how func(*exchange.ColumnMapping)) tea.Cmd {
	at, ok := o.column()
	if !ok {
		return nil // what the cursor stood on is not there any more
	}
	return o.changeOf(w, at, how)
}

// place is a column by what stays when a trial lays the page anew: the key of its
// table, and its heading.
type place struct{ table, heading string }

// column is the one under the cursor.
func (o *importOver) column() (place, bool) {
	at := o.at()
	if at.column < 0 {
		return place{}, false
	}
	t := o.trial.Tables[at.table]
	return place{t.Key, t.Columns[at.column].Heading}, true
}

// changeOf says something else about a column. Where it goes was chosen among the
// fields of the kind that is shown: from then on that kind is said too, or the
// rows could be taken for others by the headings that are left.
func (o *importOver) changeOf(w *Workspace, at place, how func(*exchange.ColumnMapping)) tea.Cmd {
	m := o.mapping(at.table)
	c := m.Column(at.heading)
	was := c
	if how(&c); c == was {
		return nil // it is said already
	}
	for _, t := range o.trial.Tables {
		if t.Key == at.table && t.Kind != 0 && c.Field != "" && m.Kind == "" {
			m.Kind = t.Kind.String()
		}
	}
	o.said[at.table] = m.With(at.heading, c)
	return o.try(w)
}

// forget says nothing any more about the column under the cursor, or about all of
// the table.
func (o *importOver) forget(w *Workspace) tea.Cmd {
	at := o.at()
	if at.column < 0 {
		o.said[o.trial.Tables[at.table].Key] = exchange.Mapping{}
		return o.try(w)
	}
	return o.change(w, func(c *exchange.ColumnMapping) { *c = exchange.ColumnMapping{} })
}

// choose asks where the column under the cursor goes, or what the rows are.
func (o *importOver) choose(w *Workspace) tea.Cmd {
	at := o.at()
	if at.column < 0 || o.trial.Tables[at.table].Kind == 0 {
		o.chooseKind(w)
		return nil
	}
	t := o.trial.Tables[at.table]
	c, of := t.Columns[at.column], place{t.Key, t.Columns[at.column].Heading}
	var items []picker.Item
	for _, target := range exchange.Targets(t.Kind) {
		items = append(items, picker.Item{Value: target.Name, Text: target.Label, Detail: target.Hint, Note: target.Name})
	}
	list := picker.Typed(items, fold)
	list.Select(c.Target)
	w.push(&chooser{title: c.Heading + " goes to", list: list, empty: "no field is called that", choose: func(w *Workspace, it picker.Item) tea.Cmd {
		return o.changeOf(w, of, func(how *exchange.ColumnMapping) {
			if how.Field = it.Value; it.Value == strings.TrimSuffix(c.Recognised, "?") {
				how.Field = ""
			}
		})
	}})
	return nil
}

// sayTable says something else about a table, and tries it anew.
func (o *importOver) sayTable(w *Workspace, key string, how func(*exchange.Mapping)) tea.Cmd {
	m := o.mapping(key)
	how(&m)
	o.said[key] = m
	return o.try(w)
}

// chooseKind asks what the rows of the table under the cursor are.
func (o *importOver) chooseKind(w *Workspace) {
	t := o.trial.Tables[o.at().table]
	var items []picker.Item
	for _, k := range model.Kinds() {
		items = append(items, picker.Item{Value: k.String(), Text: k.Plural(), Detail: k.Spec().About})
	}
	list := picker.Typed(items, fold)
	list.Select(t.Kind.String())
	w.push(&chooser{title: "The rows are", list: list, empty: "there is no such kind of record", choose: func(w *Workspace, it picker.Item) tea.Cmd {
		return o.sayTable(w, t.Key, func(m *exchange.Mapping) { m.Kind = it.Value })
	}})
}

// chooseDates asks in which order the dates of the column under the cursor are.
func (o *importOver) chooseDates(w *Workspace) {
	items := []picker.Item{
		{Value: "dmy", Letter: "d", Text: "day first", Detail: "03/04/2026 is 3 April"},
		{Value: "mdy", Letter: "m", Text: "month first", Detail: "03/04/2026 is 4 March"},
		{Value: "ymd", Letter: "y", Text: "year first", Detail: "26/03/04 is 4 March"},
	}
	at, _ := o.column()
	w.push(&letters{title: "How are the dates written?", list: picker.Letters(items), choose: func(w *Workspace, it picker.Item) tea.Cmd {
		return o.changeOf(w, at, func(c *exchange.ColumnMapping) { c.Dates = it.Value })
	}})
}

// encodings are those that files come in where it cannot be told.
var encodings = []picker.Item{
	{Value: "", Text: "as recognised"},
	{Value: "utf-8", Text: "UTF-8", Detail: "what most programs write"},
	{Value: "windows-1252", Text: "Windows-1252", Detail: "Western Europe"},
	{Value: "windows-1250", Text: "Windows-1250", Detail: "Central Europe"},
	{Value: "windows-1251", Text: "Windows-1251", Detail: "Cyrillic"},
	{Value: "windows-1253", Text: "Windows-1253", Detail: "Greek"},
	{Value: "windows-1254", Text: "Windows-1254", Detail: "Turkish"},
	{Value: "macintosh", Text: "Mac Roman", Detail: "old Macs"},
	{Value: "shift_jis", Text: "Shift-JIS", Detail: "Japan"},
	{Value: "gbk", Text: "GBK", Detail: "China"},
	{Value: "big5", Text: "Big5", Detail: "Taiwan, Hong Kong"},
	{Value: "euc-kr", Text: "EUC-KR", Detail: "Korea"},
	{Value: "utf-16le", Text: "UTF-16 LE", Detail: "without a mark"},
}

// chooseEncoding asks for the encoding of the file under the cursor.
func (o *importOver) chooseEncoding(w *Workspace) {
	key := o.trial.Tables[o.at().table].Key
	list := picker.Typed(encodings, fold)
	list.Select(o.mapping(key).Encoding)
	w.push(&chooser{title: "The file is written in", list: list, empty: "no encoding is called that", choose: func(w *Workspace, it picker.Item) tea.Cmd {
		return o.sayTable(w, key, func(m *exchange.Mapping) { m.Encoding = it.Value })
	}})
}

// turnHome has rows that name no company belong to the open account, or to none.
func (o *importOver) turnHome(w *Workspace) tea.Cmd {
	if o.home.IsZero() {
		o.home = w.account
		w.say("rows that name no company belong to "+w.names(w.account), false)
	} else {
		o.home = model.ID{}
		w.say("rows that name no company belong to no account", false)
	}
	return o.try(w)
}
