package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"astute/model"
	"astute/model/exchange"
	"astute/store"
	"astute/ui/importing"
	"astute/ui/state"
)

// importFlags is what the flags of import say.
type importFlags struct {
	as, account, dates, decimal, encoding, rejects string
	columns                                        []string
	dryRun, asJSON, recognised                     bool
}

// says reports whether anything was said about how columns are read.
func (i importFlags) says() bool {
	return i.as != "" || i.dates != "" || i.decimal != "" || i.encoding != "" || len(i.columns) > 0 || i.recognised
}

// import_ takes files of other programs in.
func (p *program) import_() *cobra.Command {
	var i importFlags
	cmd := &cobra.Command{
		Use:   "import FILE... [--as KIND] [--account NAME] [--map COLUMN=FIELD]... [--dates dmy|mdy|ymd] [--decimal ,|.] [--encoding NAME] [--rejects FILE] [--as-recognised] [--dry-run] [--json]",
		Short: "take in CSV or a workbook of Salesforce, HubSpot, a spreadsheet or astute itself, and vCards",
		Long: `A file is CSV, an Excel workbook (.xlsx), of which all sheets are taken
that are not hidden, vCards of version 2.1, 3.0 or 4.0, or JSON that export
--all --format json wrote. A folder stands for the CSV, workbooks and cards in it.

It says what it recognised, what it makes and changes, and what it cannot read,
by line and column. A blank never erases, what you edited wins, and a second
import of the same file changes nothing. What you say of the columns, with --as,
--map (--map "Umsatz=account.annual_revenue" for a field of the account that a
row names), --dates, --decimal and --encoding, is remembered for files with the same
headings, and a note says when it is used; --as-recognised forgets it. The counts
are of records; of a row that changes something only what it changes counts. The
file is backed up first; one astute undo takes the whole import back. - reads
standard input. The workspace shows the columns and their values first: type
:import there.`,
		Example: `astute import accounts.csv contacts.csv --dry-run
astute import people.xlsx --dry-run
astute import people.vcf
astute import people.csv --as contact --account freshkart --map "Job=title"
astute import old.csv --dates dmy --decimal , --rejects rejected.csv`,
		Args: takes(1, -1),
		RunE: func(_ *cobra.Command, args []string) error { return p.importFiles(i, args) },
	}
	flags := cmd.Flags()
	flags.StringVar(&i.as, "as", "", "the rows are this `KIND`, where the headings do not say")
	flags.StringVar(&i.account, "account", "", "rows without an account belong to this account `NAME`")
	flags.StringArrayVar(&i.columns, "map", nil, "this `COLUMN=FIELD`, whatever its heading says")
	flags.StringVar(&i.dates, "dates", "", "the `ORDER` of day, month and year: dmy, mdy or ymd")
	flags.StringVar(&i.decimal, "decimal", "", "the decimal `SIGN`: , or .")
	flags.StringVar(&i.encoding, "encoding", "", "the `NAME` of the encoding, where it is not told right")
	flags.StringVar(&i.rejects, "rejects", "", "write rows that cannot be taken to this `FILE`, with the reason")
	flags.BoolVar(&i.dryRun, "dry-run", false, "only say what would happen")
	flags.BoolVar(&i.recognised, "as-recognised", false, "do without what you said of files with these headings before, and forget it")
	jsonFlag(cmd, &i.asJSON)
	_ = cmd.RegisterFlagCompletionFunc("as", words(kindWords()...))
	_ = cmd.RegisterFlagCompletionFunc("account", p.completeAccounts)
	_ = cmd.RegisterFlagCompletionFunc("dates", words(exchange.DateOrders...))
	return cmd
}

// importGarbage is how much an import may let lie about before it is collected,
// in percent of what it needs: most of what it makes it needs to the end, and
// looking through that less often takes a tenth off its processor time. Together
// with [exchange.MostRows] it bounds the memory: some 500 MB for 100,000 contacts,
// 1.1 GB for 250,000.
const importGarbage = 200

// importMemory is from how many bytes on it is collected more often all the same.
const importMemory = 1200 << 20

// importLarge is how many records an import changes when it is collected before
// they are written: telling who is new takes more memory than writing does, and is
// over then.
const importLarge = 10_000

// importFiles takes the files in. A dry run is the same up to the writing.
func (p *program) importFiles(i importFlags, paths []string) error {
	defer debug.SetGCPercent(debug.SetGCPercent(importGarbage))
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(importMemory))
	left := importing.LeftAlone(paths)
	paths, err := importing.Files(paths)
	if err != nil {
		return err
	}
	if left != "" {
		p.note("%s", left)
	}
	files, err := importing.Read(paths, p.Stdin, func(path string) { p.progress("reading %s", path) })
	if err != nil {
		return err
	}
	s, err := p.importTarget(i.dryRun)
	if err != nil {
		return err
	}
	if err := mayReject(i.rejects, s.Path(), paths); err != nil {
		return err
	}
	result, err := p.importInto(s, i, files)
	if errors.Is(err, store.ErrMeanwhile) {
		p.note("somebody wrote to %s meanwhile: finding out once more what is new", s.Path())
		result, err = p.importInto(s, i, files)
	}
	if errors.Is(err, store.ErrMeanwhile) {
		return fmt.Errorf("%w: others write to it all the time, so nothing was imported; import again when they are done", err)
	}
	if err != nil {
		return err
	}
	if !i.dryRun && i.says() {
		if err := result.Remember(state.Home(p.Getenv), p.today()); err != nil {
			p.note("%v", err) // what was imported is
		}
	}
	if err := p.printImport(result.Result, i); err != nil {
		return err
	}
	if n := len(result.Next); n > 0 {
		p.note("%s done now and repeats: the next one is made with it", counted(n, "action is", "actions are"))
	}
	if n := result.Skipped; n > 0 {
		return nothing("%s not taken%s", counted(n, "row was", "rows were"), rejectsHint(i))
	}
	return nil
}

// importInto finds out what the files bring into the book as it is now, and unless
// that is all that is wanted writes it.
func (p *program) importInto(s *store.Store, i importFlags, files []exchange.File) (importing.Trial, error) {
	none := importing.Trial{}
	book, err := importing.ReadBook(s)
	if err != nil {
		return none, err
	}
	options, err := p.importOptions(s, i)
	if err != nil {
		return none, err
	}
	if _, watched := terminal(p.Stderr); watched {
		options.Tell = importing.Counting(p.Stderr)
	}
	p.progress("telling who is new from who is in %s already", s.Path())
	remembered := state.Home(p.Getenv).Mappings()
	if i.recognised {
		remembered = nil
	}
	result, err := importing.Try(book, files, options, remembered, "--as-recognised reads them as if you had not")
	if err != nil {
		return none, err
	}
	if i.rejects != "" && !i.dryRun {
		if err := p.writeRejects(i.rejects, result); err != nil {
			return none, err // before anything is changed
		}
	}
	if !i.dryRun && !result.Edit.IsEmpty() {
		p.progress("writing %s", counted(len(result.Edit.Changes), "record", "records"))
		if len(result.Edit.Changes) >= importLarge {
			runtime.GC()
		}
		_, err = result.Write(s, p.Now(), p.now())
	}
	return result, err
}

// rejectsHint says where the rows that were not taken are, or could be.
func rejectsHint(i importFlags) string {
	if i.rejects != "" && i.dryRun {
		return ": without --dry-run they go to " + i.rejects + ", each with its reason"
	}
	if i.rejects != "" {
		return ": they are in " + i.rejects + ", each with its reason; mend and import that"
	}
	return ": --rejects FILE writes them with their reasons, to mend and import again"
}

// importTarget opens the file that is imported into. A dry run makes none.
func (p *program) importTarget(dryRun bool) (*store.Store, error) {
	if dryRun {
		path, err := p.path()
		if err != nil {
			return nil, err
		}
		return p.open(path, "")
	}
	return p.maker()
}

func (p *program) importOptions(s *store.Store, i importFlags) (exchange.ImportOptions, error) {
	o := exchange.ImportOptions{
		Map: map[string]string{}, Dates: strings.ToLower(i.dates), Encoding: i.encoding,
		NewID: func() model.ID { return s.NewID(p.now()) }, Today: p.today(),
	}
	var err error
	if i.as != "" {
		if o.As, err = model.ParseKind(i.as); err != nil {
			if word := didYouMean(i.as, kindWords()); word != "" {
				return o, fmt.Errorf("--as: there is no kind %q%s", i.as, word)
			}
			return o, fmt.Errorf("--as: %w", err)
		}
	}
	if i.account != "" {
		if o.As != 0 {
			if err := mayNarrow(o.As); err != nil {
				return o, err
			}
		}
		if o.Account, err = p.accountNamed(s, i.account, true); err != nil {
			return o, err
		}
	}
	for _, pair := range i.columns {
		at := strings.LastIndexByte(pair, '=')
		if at <= 0 {
			return o, fmt.Errorf("--map %q must be COLUMN=FIELD, like --map \"Job=title\"; COLUMN= leaves a column out", pair)
		}
		o.Map[pair[:at]] = pair[at+1:]
	}
	if o.Dates != "" && !slices.Contains(exchange.DateOrders, o.Dates) {
		return o, fmt.Errorf("--dates must be %s, not %q", strings.Join(exchange.DateOrders, ", "), i.dates)
	}
	switch i.decimal {
	case "", ".", ",":
		if i.decimal != "" {
			o.Decimal = i.decimal[0]
		}
	default:
		return o, fmt.Errorf("--decimal must be , or ., not %q", i.decimal)
	}
	if o.Me, err = p.me(); err != nil {
		return o, err
	}
	if o.Input, _, err = p.input(s, o.Account); err != nil {
		return o, err
	}
	o.Input, err = o.Input.Settled()
	return o, err
}

// printImport says what was done, or with a dry run what would be.
func (p *program) printImport(r exchange.Result, i importFlags) error {
	if i.asJSON {
		return writeJSON(p.out, r)
	}
	would := ""
	if i.dryRun {
		would = "nothing is written; would be "
	}
	fmt.Fprintf(p.out, "recognised: %s\n", oneLine(r.Source))
	fmt.Fprintf(p.out, "%screated %d, updated %d, unchanged %d, not taken %d\n", would, r.Created, r.Updated, r.Unchanged, r.Skipped)
	var kinds table
	for _, k := range r.Kinds {
		kinds.add(k.Kind, fmt.Sprintf("%d created", k.Created), fmt.Sprintf("%d updated", k.Updated))
	}
	fmt.Fprint(p.out, indent(kinds.text(0), "  "))
	var problems table
	for _, e := range r.Errors[:min(len(r.Errors), mostLines)] {
		problems.add(lineOf(e.File, e.Line), e.Column, quoted(e.Value), e.Reason)
	}
	fmt.Fprint(p.out, section("to look at:", &problems)+more(len(r.Errors)))
	var unresolved table
	for _, u := range r.Unresolved[:min(len(r.Unresolved), mostLines)] {
		could := ""
		if len(u.CouldBe) > 0 {
			could = "could be " + model.OrList(u.CouldBe)
		}
		unresolved.add(lineOf(u.File, u.Line), u.Column, quoted(u.Value), could)
	}
	fmt.Fprint(p.out, section("links that lead nowhere yet:", &unresolved)+more(len(r.Unresolved)))
	var notes table
	for _, n := range r.Notes {
		notes.add(n)
	}
	_, err := fmt.Fprint(p.out, section("notes:", &notes))
	if err == nil && !i.dryRun && !r.Edit.IsEmpty() {
		p.note("`astute undo` takes the whole import back")
	}
	return err
}

// mostLines is how many lines of one sort are printed: of thousands the first
// show what is wrong.
const mostLines = 50

// more says how many lines of so many were not printed.
func more(lines int) string {
	if lines <= mostLines {
		return ""
	}
	return fmt.Sprintf("  and %d more: --json lists all\n", lines-mostLines)
}

func section(heading string, t *table) string {
	if len(t.rows) == 0 {
		return ""
	}
	return heading + "\n" + indent(t.text(0), "  ")
}

func lineOf(file string, line int) string {
	if file != "" {
		return fmt.Sprintf("%s line %d", file, line)
	}
	return fmt.Sprintf("line %d", line)
}

// longestValue is how much of a value is shown where it could not be taken.
const longestValue = 40

func quoted(value string) string {
	if value == "" {
		return ""
	}
	return `"` + ansi.Truncate(oneLine(value), longestValue, "…") + `"`
}

// mayReject returns an error where the rows that are not taken cannot go to the
// file: it is the book, one of the files that are imported, or anything else but
// the rejects of an earlier import.
func mayReject(rejects, book string, inputs []string) error {
	switch {
	case rejects == "":
		return nil
	case sameFile(rejects, book):
		return fmt.Errorf("--rejects: %s is the book itself: name another file", rejects)
	case slices.ContainsFunc(inputs, func(input string) bool { return sameFile(rejects, input) }):
		return fmt.Errorf("--rejects: %s is imported: name another file", rejects)
	}
	return replaceableBy(rejects, importing.IsRejected, "is there already and holds no rows that an import did not take: name another file with --rejects, or take that one away first")
}

// sameFile reports whether two paths lead to one file, be it there or not.
func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	y, other := os.Stat(b)
	if err == nil && other == nil {
		return os.SameFile(x, y)
	}
	full, err := filepath.Abs(a)
	whole, other := filepath.Abs(b)
	return err == nil && other == nil && full == whole
}

// writeRejects writes the rows that were not taken, to be mended and imported
// again; without any, no file is made.
func (p *program) writeRejects(path string, t importing.Trial) error {
	rows, err := t.Rejected()
	if err != nil || rows == nil {
		return err
	}
	return p.writeFile(path, func(w io.Writer) error {
		_, err := w.Write(rows)
		return err
	})
}
