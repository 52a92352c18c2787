package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"astute/model"
	"astute/model/report"
	"astute/store"
)

// writer writes one account's plan.
type writer func(io.Writer, *model.Plan, report.Options) error

// format is a kind of file that a plan is written as.
type format struct {
	name  string
	about string
	// document writes one of the templates; nil where the format has only one way
	// of writing.
	document func(report.Template, io.Writer, *model.Plan, report.Options) error
	write    writer
	data     dataWriter // of formats of records; one file can hold every account
	deals    bool       // it can show an account as seen for one opportunity
	customer bool       // there is a copy of it for the customer
	tables   bool       // a file for each kind of record
}

// formats are all kinds of file; the first is meant when none is named.
var formats = []format{
	{name: "md", about: "the plan as Markdown", document: report.Template.Markdown, customer: true},
	{name: "html", about: "the same to print or mail, with the map drawn", document: report.Template.HTML, customer: true},
	{name: "svg", about: "the political map as a picture", write: report.Map, deals: true, customer: true},
	{name: "json", about: "every record as data", data: writeBook, customer: true},
	{name: "csv", about: "a table for each kind of record, for a spreadsheet", customer: true, tables: true},
	{name: "ics", about: "reviews, actions, renewals and milestones for a calendar", data: writeCalendar},
	{name: "vcf", about: "the contacts as cards for an address book", data: writeCards},
}

// formatNames are the words of the formats that hold.
func formatNames(which func(format) bool) []string {
	var names []string
	for _, f := range formats {
		if which(f) {
			names = append(names, f.name)
		}
	}
	return names
}

func anyFormat(format) bool       { return true }
func byTemplate(f format) bool    { return f.document != nil }
func byOpportunity(f format) bool { return f.deals }
func holdsAll(f format) bool      { return f.data != nil }

// wanted is what the flags of export say.
type wanted struct {
	all, todo, fourth, explain, raw   bool
	template, format, opportunity, to string
	asOf, audience                    string
	use                               string // how the command is used
	templateSaid                      bool
	putBack                           map[model.ID]model.Instant // see [exchange.CalendarOptions]
}

// export writes plans as documents, or everything as data.
func (p *program) export() *cobra.Command {
	var want wanted
	cmd := &cobra.Command{
		Use:   "export ACCOUNT|--all [--template " + strings.Join(templateNames(), "|") + "] [--format " + strings.Join(formatNames(anyFormat), "|") + "] [--audience internal|customer] [--explain] [--opportunity NAME] [--as-of DATE] [--todo] [--vcard4] [--raw] [-o FILE|DIR]",
		Short: "write a plan as a document, its map as a picture, or everything as data",
		Long: `The formats are ` + formatsInWords() + `.

As Markdown and HTML, a plan is written by one of these templates:

` + templatesInWords() + `
Without -o it goes to standard output. Where -o names a folder each account gets
a file of its own there, named like it; --all needs a folder, except for
` + model.AndList(formatNames(holdsAll)) + `. A calendar that takes a later file in changes what it has and
doubles nothing.

An export that is there already is replaced by the new one; any other file is left
alone. --all leaves out archived accounts, except as json and csv: those are all
that there is.

With --audience customer it is a copy that can be put on the table in front of
the customer: the facts, what they have confirmed that they want and how we
help, goals, agreed objectives with their actions, reporting lines, the timeline
and what reviews with them decided. Nothing that we judge, guess or noted for
ourselves is in it; --explain lists field by field what is shown. It is there as
` + model.AndList(formatNames(forCustomer)) + `, by the templates ` + model.AndList(customerTemplates()) + `.`,
		Example: `astute export freshkart -o freshkart.md
astute export freshkart --template one-page
astute export freshkart --template handover --format html -o handover.html
astute export freshkart --format html -o freshkart.html
astute export freshkart --format svg -o map.svg
astute export freshkart --as-of 2026-01-31
astute export freshkart --audience customer --format html -o for-freshkart.html
astute export freshkart --audience customer --explain
astute export --all -o plans/
astute export --all --format json -o everything.json
astute export freshkart --format csv -o tables/
astute export freshkart --format ics -o freshkart.ics
astute export --all --format vcf -o people.vcf`,
		ValidArgsFunction: p.completeNames(model.KindAccount),
		RunE: func(cmd *cobra.Command, args []string) error {
			want.use, want.templateSaid = cmd.UseLine(), cmd.Flags().Changed("template")
			if want.explain {
				return p.explained(want, args)
			}
			e, err := p.exporting(want, args)
			if err != nil {
				return err
			}
			if want.all {
				return e.all()
			}
			return e.named(strings.Join(args, " "), want.opportunity)
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&want.all, "all", false, "every account")
	flags.StringVar(&want.template, "template", templateNames()[0], "which `TEMPLATE`: "+model.OrList(templateNames()))
	flags.StringVar(&want.format, "format", formats[0].name, "which `FORMAT`: "+model.OrList(formatNames(anyFormat)))
	flags.StringVar(&want.audience, "audience", audiences[0], "for `WHOM`: "+model.OrList(audiences))
	flags.BoolVar(&want.explain, "explain", false, "say what a copy for the customer shows and withholds, and write nothing")
	flags.StringVar(&want.opportunity, "opportunity", "", "the map as seen for the opportunity of that `NAME`")
	flags.StringVar(&want.asOf, "as-of", "", "the plan as it was at the end of that `DATE`: "+model.WhenHint)
	flags.BoolVar(&want.todo, "todo", false, "actions as to-dos in a calendar, which Outlook and Google leave out")
	flags.BoolVar(&want.fourth, "vcard4", false, "cards of version 4.0 instead of 3.0, which every address book reads")
	flags.BoolVar(&want.raw, "raw", false, "cells as they are, also those that a spreadsheet takes for a formula")
	flags.StringVarP(&want.to, "output", "o", "", "write to this `FILE` or folder")
	_ = cmd.RegisterFlagCompletionFunc("template", words(templateNames()...))
	_ = cmd.RegisterFlagCompletionFunc("format", words(formatNames(anyFormat)...))
	_ = cmd.RegisterFlagCompletionFunc("audience", words(audiences...))
	_ = cmd.RegisterFlagCompletionFunc("opportunity", p.completeNames(model.KindOpportunity))
	return cmd
}

// formatsInWords says what each format is: "md (the plan as Markdown), ...".
func formatsInWords() string {
	var said []string
	for _, f := range formats {
		said = append(said, f.name+" ("+f.about+")")
	}
	return strings.Join(said[:len(said)-1], ",\n") + "\nand " + said[len(said)-1]
}

// templateNames are the words of the templates; the first is meant when none is
// named.
func templateNames() []string {
	var names []string
	for _, t := range report.Templates() {
		names = append(names, t.Name)
	}
	return names
}

// templatesInWords says what each template is for, one a line.
func templatesInWords() string {
	var lines strings.Builder
	for _, t := range report.Templates() {
		fmt.Fprintf(&lines, "  %-9s %s\n", t.Name, t.About)
	}
	return lines.String()
}

// exporting reads what is wanted, and refuses what does not go together.
func (p *program) exporting(want wanted, args []string) (exporting, error) {
	template, known := report.TemplateNamed(want.template)
	at := slices.IndexFunc(formats, func(f format) bool { return f.name == want.format })
	switch {
	case !known:
		return exporting{}, fmt.Errorf("--template must be %s, not %q", model.OrList(templateNames()), want.template)
	case at < 0:
		return exporting{}, fmt.Errorf("--format must be %s, not %q", model.OrList(formatNames(anyFormat)), want.format)
	case !slices.Contains(audiences, want.audience):
		return exporting{}, fmt.Errorf("--audience must be %s, not %q", model.OrList(audiences), want.audience)
	case want.templateSaid && !byTemplate(formats[at]):
		return exporting{}, fmt.Errorf("--template is for --format %s: %s is %s", model.OrList(formatNames(byTemplate)), want.format, formats[at].about)
	case want.opportunity != "" && !formats[at].deals:
		return exporting{}, fmt.Errorf("--opportunity is for --format %s", model.OrList(formatNames(byOpportunity)))
	case want.opportunity != "" && want.all:
		return exporting{}, errors.New("--opportunity belongs to one account: name that instead of --all")
	case want.asOf != "" && want.all:
		return exporting{}, errors.New("--as-of belongs to one account: name that instead of --all")
	case formats[at].tables && (want.to == "" || want.to == "-"):
		return exporting{}, fmt.Errorf("%s is a file for each kind: name a folder for them with -o", want.format)
	case want.raw && !formats[at].tables:
		return exporting{}, errors.New("--raw is for --format csv")
	case want.todo && want.format != "ics":
		return exporting{}, errors.New("--todo is for --format ics")
	case want.fourth && want.format != "vcf":
		return exporting{}, errors.New("--vcard4 is for --format vcf")
	case want.all && len(args) > 0:
		return exporting{}, fmt.Errorf("export takes an account or --all, not both: leave out %q", strings.Join(args, " "))
	case !want.all && len(args) == 0:
		return exporting{}, fmt.Errorf("export needs an account, or --all: %s", want.use)
	}
	f := formats[at]
	if err := forCustomerRefusal(want, f, template); err != nil {
		return exporting{}, err
	}
	e := exporting{p: p, write: f.write, tables: f.tables, raw: want.raw, ending: "." + f.name, to: want.to, options: report.Options{Today: p.today()}}
	if byTemplate(f) {
		e.write = func(w io.Writer, p *model.Plan, o report.Options) error { return f.document(template, w, p, o) }
	}
	var err error
	if e.store, err = p.reader(); err != nil {
		return e, err
	}
	e.plans = e.store.Plans()
	if f.name == "ics" && want.asOf == "" {
		if want.putBack, err = e.store.PutBack(); err != nil {
			return e, err
		}
	}
	if f.data != nil {
		e.write = f.data.ofAccount(want)
		e.book = func(w io.Writer, book *model.Book) error { return f.data(w, book, want) }
	}
	if want.audience == audiences[report.Customer] {
		e.options.Audience, e.ending = report.Customer, ".customer"+e.ending
	}
	if template.Name != templateNames()[0] { // so that all can lie beside each other
		e.ending = "-" + template.Name + e.ending
	}
	if want.asOf != "" {
		if e.asOf, err = p.pastDay("--as-of", want.asOf); err != nil {
			return e, err
		}
		e.options.Today, e.ending = e.asOf, "-"+e.asOf.String()+e.ending
	}
	return e, nil
}

// exporting is one run of export.
type exporting struct {
	p       *program
	store   *store.Store
	plans   *store.Plans
	write   writer
	book    func(io.Writer, *model.Book) error // writes every account as one file; nil where that is not possible
	options report.Options
	tables  bool       // a file for each kind of record
	raw     bool       // cells of tables as they are
	ending  string     // what the names of files end with
	asOf    model.Date // the day whose plan is wanted, none for now
	to      string     // what -o says; "" and "-" mean standard output
}

// toOutput reports whether it goes to standard output.
func (e exporting) toOutput() bool { return e.to == "" || e.to == "-" }

// named writes the account of a name, as seen for the opportunity of a name if
// there is one.
func (e exporting) named(name, opportunity string) error {
	account, err := e.p.accountNamed(e.store, name, false)
	if err != nil {
		return err
	}
	if opportunity != "" {
		deal, err := e.p.named(e.store, strings.Fields(opportunity), scope{kinds: []model.Kind{model.KindOpportunity}, account: account, byAccount: true}, false)
		if err != nil {
			return err
		}
		e.options.Opportunity = deal.Base().ID
		e.ending = "." + fileName(model.Title(deal, nil), deal.Base().ID.String()[20:]) + e.ending // no account can be called so
	}
	if e.options.Audience == report.Customer {
		if err := e.sayTelling(account); err != nil {
			return err
		}
	}
	switch {
	case e.toOutput():
		return e.account(e.p.out, account)
	case !e.tables && !isFolder(e.to):
		return e.file(func(w io.Writer) error { return e.account(w, account) })
	}
	return e.folder([]model.ID{account})
}

// all writes every account: as one file where the format allows it, or one each.
func (e exporting) all() error {
	if e.book != nil && (e.toOutput() || !isFolder(e.to)) {
		book, err := e.store.Book()
		if err != nil {
			return err
		}
		write := func(w io.Writer) error { return e.book(w, book) }
		if e.toOutput() {
			return write(e.p.out)
		}
		return e.file(write)
	}
	if e.tables && e.options.Audience == report.Internal {
		book, err := e.store.Book()
		if err != nil {
			return err
		}
		return e.allTables(book)
	}
	accounts, err := e.store.Accounts()
	if err != nil {
		return err
	}
	if len(accounts) == 0 {
		return nothing("there is no account to export: astute add account name=... makes one")
	}
	if e.toOutput() {
		return fmt.Errorf("%s need a folder: name one with -o", counted(len(accounts), "document", "documents"))
	}
	var ids []model.ID
	for _, a := range accounts {
		if !a.Summary.Archived() {
			ids = append(ids, a.ID)
		}
	}
	if n := len(accounts) - len(ids); n > 0 {
		e.p.note("%s left out: name it to export it", counted(n, "archived account is", "archived accounts are"))
	}
	return e.folder(ids)
}

// folder writes a file for each account into the folder that -o names, which is
// made where it is missing. The files of several accounts are named so that the
// same account always gets the same name.
func (e exporting) folder(ids []model.ID) error {
	if err := e.makeFolder(counted(len(ids), "document", "documents")); err != nil {
		return err
	}
	// Names are given among all accounts, written or not.
	accounts, err := e.store.Accounts()
	if err != nil {
		return err
	}
	var names, keys []string
	for _, a := range accounts {
		names = append(names, a.Name)
		keys = append(keys, a.ID.String()[20:])
	}
	stems := fileNames(names, keys)
	chosen := map[model.ID]bool{}
	for _, id := range ids {
		chosen[id] = true
	}
	var wanted []int
	for i, a := range accounts {
		if chosen[a.ID] {
			wanted = append(wanted, i)
		}
	}
	files := fileSet{p: e.p}
	defer files.drop()
	if err := sideBySide(len(wanted), func(n int) error {
		account, stem := accounts[wanted[n]], stems[wanted[n]]
		if err := e.accountFiles(&files, n, account.ID, stem); err != nil {
			return err
		}
		files.progress(len(wanted), account.Name)
		return nil
	}); err != nil {
		return err
	}
	return files.keep()
}

// accountFiles writes what belongs to one account: a document, or a table of each
// kind.
func (e exporting) accountFiles(files *fileSet, turn int, account model.ID, stem string) error {
	if e.tables {
		return e.accountTables(files, turn, account, stem)
	}
	return files.write(turn, filepath.Join(e.to, stem+e.ending), func(w io.Writer) error { return e.account(w, account) })
}

// makeFolder makes the folder that -o names where it is missing.
func (e exporting) makeFolder(what string) error {
	switch info, err := os.Stat(e.to); {
	case err == nil && !info.IsDir():
		return fmt.Errorf("%s is a file: name a folder with -o for %s", e.to, what)
	case err != nil && !isFolder(e.to) && looksLikeFile(e.to):
		return fmt.Errorf("%s looks like a file, and %s go into a folder: name one with -o, or write %s%c for a folder of that name", e.to, what, e.to, filepath.Separator)
	}
	if _, err := os.Lstat(e.to); err != nil {
		e.p.tidy.after(func() { os.Remove(e.to) }) // which a folder that holds something withstands
	}
	if err := os.MkdirAll(e.to, 0o700); err != nil {
		return cannotWrite(e.to, err)
	}
	return nil
}

// file writes the one file that -o names.
func (e exporting) file(write func(io.Writer) error) error {
	if err := replaceable(e.to); err != nil {
		return err
	}
	return e.p.writeFile(e.to, write)
}

// looksLikeFile reports whether a path ends as a file of one of the formats does.
func looksLikeFile(path string) bool {
	return slices.ContainsFunc(formats, func(f format) bool { return strings.EqualFold(filepath.Ext(path), "."+f.name) })
}

// account writes one account's plan.
func (e exporting) account(w io.Writer, account model.ID) error {
	plan, err := e.plan(account)
	if err != nil {
		return err
	}
	return e.write(w, plan, e.options)
}

// plan returns the plan that is to be written.
func (e exporting) plan(account model.ID) (*model.Plan, error) {
	if !e.asOf.IsZero() {
		return e.p.planOn(e.store, account, e.asOf)
	}
	plan, _, err := e.plans.Plan(account)
	return plan, err
}
