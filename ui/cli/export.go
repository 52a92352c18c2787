package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"astute/model"
	"astute/model/exchange"
	"astute/model/report"
	"astute/store"
)

// template is a document that a plan is written as.
type template struct {
	name  string
	write func(io.Writer, *model.Plan, report.Options) error
}

var templates = []template{
	{"full", report.Full},
	{"one-page", report.OnePage},
}

// The formats that export writes.
const (
	formatMarkdown = "md"
	formatJSON     = "json"
)

var formats = []string{formatMarkdown, formatJSON}

// export writes plans as documents, or everything as data.
func (p *program) export() *cobra.Command {
	var all bool
	var templateName, format, to string
	var names []string
	for _, t := range templates {
		names = append(names, t.name)
	}
	cmd := &cobra.Command{
		Use:   "export ACCOUNT|--all [--template full|one-page] [--format md|json] [-o FILE|DIR]",
		Short: "write a plan as Markdown, or everything as JSON",
		Long: `Without -o it goes to standard output. Where -o names a folder each account gets
a file of its own there, named like it; --all with Markdown needs a folder.`,
		Example: `astute export freshkart -o freshkart.md
astute export freshkart --template one-page
astute export --all -o plans/
astute export --all --format json -o everything.json`,
		ValidArgsFunction: p.completeNames(model.KindAccount),
		RunE: func(cmd *cobra.Command, args []string) error {
			at := slices.Index(names, templateName)
			switch {
			case at < 0:
				return fmt.Errorf("--template must be %s, not %q", strings.Join(names, " or "), templateName)
			case !slices.Contains(formats, format):
				return fmt.Errorf("--format must be %s, not %q", strings.Join(formats, " or "), format)
			case format != formatMarkdown && cmd.Flags().Changed("template"):
				return fmt.Errorf("--template is for --format md: %s holds everything", format)
			case all && len(args) > 0:
				return fmt.Errorf("export takes an account or --all, not both: leave out %q", strings.Join(args, " "))
			case !all && len(args) == 0:
				return fmt.Errorf("export needs an account, or --all: %s", cmd.UseLine())
			}
			s, err := p.reader()
			if err != nil {
				return err
			}
			e := exporting{p: p, store: s, template: templates[at], format: format, to: to}
			if all {
				return e.all()
			}
			account, err := p.accountNamed(s, strings.Join(args, " "), false)
			if err != nil {
				return err
			}
			return e.one(account)
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&all, "all", false, "every account")
	flags.StringVar(&templateName, "template", names[0], "which `TEMPLATE`: "+strings.Join(names, " or "))
	flags.StringVar(&format, "format", formatMarkdown, "which `FORMAT`: "+strings.Join(formats, " or "))
	flags.StringVarP(&to, "output", "o", "", "write to this `FILE` or folder")
	_ = cmd.RegisterFlagCompletionFunc("template", words(names...))
	_ = cmd.RegisterFlagCompletionFunc("format", words(formats...))
	return cmd
}

// exporting is one run of export.
type exporting struct {
	p        *program
	store    *store.Store
	template template
	format   string
	to       string // what -o says; "" and "-" mean standard output
}

// one writes one account.
func (e exporting) one(account model.ID) error {
	if e.to == "" || e.to == "-" {
		return e.write(e.p.out, account)
	}
	if !isFolder(e.to) {
		return e.p.writeFile(e.to, func(w io.Writer) error { return e.write(w, account) })
	}
	return e.folder([]model.ID{account})
}

// all writes every account: as one file of data, or a document each.
func (e exporting) all() error {
	if e.format == formatJSON && (e.to == "" || e.to == "-" || !isFolder(e.to)) {
		book, err := e.store.Book()
		if err != nil {
			return err
		}
		write := func(w io.Writer) error { return exchange.WriteBook(w, book.Records()) }
		if e.to == "" || e.to == "-" {
			return write(e.p.out)
		}
		return e.p.writeFile(e.to, write)
	}
	accounts, err := e.store.Accounts()
	if err != nil {
		return err
	}
	if len(accounts) == 0 {
		return nothing("there is no account to export: astute add account name=... makes one")
	}
	if e.to == "" || e.to == "-" {
		return fmt.Errorf("%s need a folder: name one with -o", counted(len(accounts), "document", "documents"))
	}
	var ids []model.ID
	for _, a := range accounts {
		ids = append(ids, a.ID)
	}
	return e.folder(ids)
}

// folder writes a file for each account into the folder that -o names, which is
// made where it is missing. The files of several accounts are named so that the
// same account always gets the same name.
func (e exporting) folder(ids []model.ID) error {
	if info, err := os.Stat(e.to); err == nil && !info.IsDir() {
		return fmt.Errorf("%s is a file: name a folder with -o for %s", e.to, counted(len(ids), "document", "documents"))
	}
	if err := os.MkdirAll(e.to, 0o777); err != nil {
		return cannotWrite(e.to, err)
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
	for i, a := range accounts {
		if !slices.Contains(ids, a.ID) {
			continue
		}
		path := filepath.Join(e.to, stems[i]+e.ending())
		if err := e.p.writeFile(path, func(w io.Writer) error { return e.write(w, a.ID) }); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(e.p.out, path); err != nil {
			return err
		}
		e.p.progress("%s", a.Name)
	}
	return nil
}

// ending is what the names of files end with, so that templates and formats
// can lie beside each other.
func (e exporting) ending() string {
	if e.format == formatMarkdown && e.template.name != templates[0].name {
		return "-" + e.template.name + "." + e.format
	}
	return "." + e.format
}

// write writes one account's plan.
func (e exporting) write(w io.Writer, account model.ID) error {
	plan, _, err := e.store.Plan(account)
	if err != nil {
		return err
	}
	if e.format == formatJSON {
		return exchange.WriteBook(w, exchange.Extract(plan.Book, account))
	}
	return e.template.write(w, plan, report.Options{Today: e.p.today()})
}
