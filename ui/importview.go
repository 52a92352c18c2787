package ui

import (
	"fmt"
	"strings"

	"astute/model"
	"astute/model/exchange"
	"astute/ui/grid"
	"astute/ui/pane"
	"astute/ui/theme"
)

// importMark is what the cursor of an import's page stands on: the rows of a
// table, one of its columns, or a line that is only read.
type importMark struct {
	table, column int // column -1 for the rows; table -1 for text
}

// How much of an import is listed: more nobody reads, and the rows that were not
// taken can be written to a file.
const (
	mostColumns = 400
	mostErrors  = 100
	mostNotes   = 60
)

// lay sets what an import would do into a page.
func (o *importOver) lay(_ pane.Data, w, _ int) pane.Page {
	t := newWriter(w)
	t.w = max(1, w-1) // a table is as wide as there is room
	o.marks, o.note = nil, ""
	switch {
	case o.failed != nil && !o.tried:
		t.text(0, theme.Bad, "! "+o.couldNot(), pane.Target{})
		return t.page
	case !o.tried:
		t.text(0, theme.Faint, fmt.Sprintf("Read %s. Finding out what the import would do%s; esc gives up, and the book stays as it is.", count(len(o.files), "file", "files"), o.howFar()), pane.Target{})
		return t.page
	case o.done:
		o.note = "imported"
	case o.running:
		o.note = "trying it" + o.howFar()
	default:
		o.note = "nothing is written yet"
	}
	if o.failed != nil && !o.done {
		t.text(0, theme.Bad, "! "+o.couldNot()+" What stands below is of before; what you said is kept.", pane.Target{})
		t.skip()
	}
	o.layResult(&t)
	for i := range o.trial.Tables {
		o.layTable(&t, i)
	}
	o.layProblems(&t)
	return t.page
}

// couldNot says why there is no trial of what was said last, and what tries again.
func (o *importOver) couldNot() string {
	return "what it would do could not be found out: " + oneLine(o.failed.Error()) + "; ctrl+s tries again."
}

// mark makes the next place of the cursor.
func (o *importOver) mark(table, column int) pane.Target {
	o.marks = append(o.marks, importMark{table, column})
	return pane.Target{N: len(o.marks)}
}

// layResult says what would be made and changed.
func (o *importOver) layResult(t *writer) {
	if o.err != nil {
		t.text(0, theme.Bad, "! "+cured(o.err.Error()), pane.Target{})
		return
	}
	r := o.trial
	would := "Would take in: "
	if o.done {
		would = "Took in: "
	}
	var parts []string
	for _, k := range r.Kinds {
		kind, err := model.ParseKind(k.Kind)
		if err != nil {
			continue
		}
		if k.Created > 0 {
			parts = append(parts, count(k.Created, "new "+kind.String(), "new "+kind.Plural()))
		}
		if k.Updated > 0 {
			parts = append(parts, count(k.Updated, kind.String(), kind.Plural())+" changed")
		}
	}
	if len(parts) == 0 {
		parts = append(parts, "nothing new")
	}
	if r.Unchanged > 0 {
		parts = append(parts, fmt.Sprintf("%d as they are", r.Unchanged))
	}
	t.text(0, theme.Strong, would+strings.Join(parts, ", ")+".", pane.Target{})
	if r.Skipped > 0 {
		t.text(0, theme.Warn, count(r.Skipped, "row is", "rows are")+" not taken: w writes them to a file, to mend and import again.", pane.Target{})
	}
}

// separators are what stands between columns, in a word.
var separators = map[byte]string{',': "commas", ';': "semicolons", '\t': "tabs", '|': "bars"}

// layTable shows a table and its columns.
func (o *importOver) layTable(t *writer, i int) {
	r := o.trial.Tables[i]
	rows := count(r.Rows, "row", "rows") + " of what?"
	if r.Kind != 0 {
		rows = count(r.Rows, "row", "rows") + " of " + r.Kind.Plural()
	}
	encoding := r.Encoding
	switch {
	case r.Said.Encoding != "":
		encoding += " (you say so)"
	case !r.Sure:
		encoding += " (assumed: c)"
	}
	facts := []string{r.Source, rows, encoding}
	if sep := separators[r.Delimiter]; sep != "" {
		facts = append(facts, sep)
	}
	t.skip()
	t.text(0, theme.Heading, r.File+": "+strings.Join(facts, ", "), o.mark(i, -1))
	if r.Err != nil && o.err == nil {
		t.text(2, theme.Warn, "left out: "+cured(r.Err.Error()), pane.Target{})
	}
	heading := max(11, min(26, t.w/5))
	field := max(14, min(30, t.w/4))
	for n, c := range r.Columns[:min(mostColumns, len(r.Columns))] {
		o.layColumn(t, c, exchange.TargetLabel(r.Kind, c.Target), heading, field, o.mark(i, n))
	}
	if more := len(r.Columns) - mostColumns; more > 0 {
		t.text(2, theme.Faint, count(more, "more column", "more columns"), pane.Target{})
	}
}

// layColumn shows one column on a line: its heading, where it goes, how it is
// read, and what stands in it.
func (o *importOver) layColumn(t *writer, c exchange.ColumnReading, label string, heading, field int, target pane.Target) {
	mark, style := " ", theme.Plain
	switch {
	case c.Asks():
		mark, style = "?", theme.Warn
	case c.Mapped:
		mark, style = "*", theme.Strong
	case c.Target == "-":
		mark, style = "x", theme.Faint
	case c.Target == "note":
		mark, style = "~", theme.Faint
	}
	t.page.Put(t.line, 0, theme.Plain, grid.Cut(c.Heading, heading-1), target)
	t.page.Put(t.line, heading, style, mark, target)
	t.page.Put(t.line, heading+2, style, grid.Cut(label, field-3), target)
	rest := strings.Join(c.Samples, " | ")
	if how := howRead(c); how != "" {
		rest = how + "; " + rest
	}
	if c.Instead != "" {
		rest = "as " + c.Instead + " goes there; " + rest
	}
	if room := t.w - heading - field; room > 4 {
		t.page.Put(t.line, heading+field, theme.Faint, grid.Cut(rest, room), target)
	}
	t.line++
}

// dateOrders are the orders of dates, in words.
var dateOrders = map[string]string{"dmy": "day first", "mdy": "month first", "ymd": "year first"}

// howRead says how the dates or numbers of a column are read, "" where nothing is
// open.
func howRead(c exchange.ColumnReading) string {
	how, ask := dateOrders[c.Days], "day or month first? d"
	switch {
	case c.Type == model.TypeNumber || c.Type == model.TypeMoney:
		how, ask = map[byte]string{'.': "decimals after .", ',': "decimals after ,"}[c.Decimal], "thousands or decimals? , or ."
	case c.Type != model.TypeDate:
		return ""
	}
	switch {
	case c.Asks():
		return ask
	case c.Proven:
		return how + " (proven)"
	case c.Open > 0:
		return how + " (you say so)"
	}
	return ""
}

// layProblems lists what to look at, by line, then what was decided.
func (o *importOver) layProblems(t *writer) {
	r := o.trial
	list := func(title string, total, most int, text func(i int) string) {
		if total == 0 {
			return
		}
		t.skip()
		t.text(0, theme.Heading, fmt.Sprintf("%s (%d)", title, total), pane.Target{})
		for i := range min(total, most) {
			t.text(2, theme.Plain, text(i), o.mark(-1, -1))
		}
		if total > most {
			t.text(2, theme.Faint, fmt.Sprintf("%d more", total-most), pane.Target{})
		}
	}
	list("To look at", len(r.Errors), mostErrors, func(i int) string {
		e := r.Errors[i]
		return importLine(e.File, e.Line, e.Column, e.Value) + ": " + cured(e.Reason)
	})
	list("Links that lead nowhere yet", len(r.Unresolved), mostErrors, func(i int) string {
		u := r.Unresolved[i]
		text := importLine(u.File, u.Line, u.Column, u.Value)
		if len(u.CouldBe) > 0 {
			text += ": could be " + model.OrList(u.CouldBe)
		}
		return text
	})
	list("Notes", len(r.Notes), mostNotes, func(i int) string { return cured(r.Notes[i]) })
}

// longestCell is how much of a value is shown where it could not be taken.
const longestCell = 40

// importLine says where something stands: "line 5, Email "jane"".
func importLine(file string, line int, column, value string) string {
	text := fmt.Sprintf("line %d", line)
	if file != "" {
		text = file + " " + text
	}
	if column != "" {
		text += ", " + column
	}
	if value != "" {
		text += ` "` + grid.Cut(oneLine(value), longestCell) + `"`
	}
	return text
}

// cures are how the screen does what the flags of the command do.
var cures = strings.NewReplacer(
	"say which with --dates dmy or --dates mdy", "d on its column says which",
	"say which with --decimal , or --decimal .", "a , or . on its column says which",
	`say which with --map "COLUMN=name", or what the rows are with --as`, "enter says what the rows are",
	`say which with --map "COLUMN=name"`, "say with enter which column is the name",
	"say so with --as action, opportunity, interaction or revenue", "t on its line says so",
	"(if they are not, say --as KIND)", "(t if they are not)",
	"if letters in them are wrong, say --encoding windows-1250, windows-1251, shift_jis, macintosh or another", "if letters in them are wrong, c on its line says the encoding",
	"leave out --as, --map and --account", "r on its line forgets what was said of it",
	"take a file that export --format json wrote", "take a file that `astute export --format json` wrote",
	"take one that was exported without --audience customer", "take one that was not exported for the customer",
	"give --account, or a column with their id", "a column with their id tells them apart",
	"leave out --as", "t makes them contacts again",
)

// cured is what an import says, with the cure as it is on the screen.
func cured(text string) string { return oneLine(cures.Replace(text)) }
