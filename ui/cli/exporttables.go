package cli

import (
	"io"
	"path/filepath"

	"astute/model"
	"astute/model/exchange"
	"astute/model/report"
)

// accountTables writes what belongs to an account and what it refers to, a file
// for each kind, named like the account.
func (e exporting) accountTables(files *fileSet, turn int, account model.ID, stem string) error {
	plan, err := e.plan(account)
	if err != nil {
		return err
	}
	if e.options.Audience == report.Customer {
		plan = plan.ForCustomer(e.options.Today)
	}
	return e.tablesOf(files, turn, model.NewBook(exchange.Extract(plan.Book, account)), stem+"-")
}

// tablesOf writes a file for each kind of which a book holds records.
func (e exporting) tablesOf(files *fileSet, turn int, book *model.Book, stem string) error {
	if err := e.makeFolder("the tables"); err != nil {
		return err
	}
	options := exchange.CSVOptions{Raw: e.raw, Customer: e.options.Audience == report.Customer}
	for _, kind := range model.Kinds() {
		records := book.Of(kind)
		if len(records) == 0 {
			continue
		}
		path := filepath.Join(e.to, stem+kind.Plural()+e.ending)
		if err := files.write(turn, path, func(w io.Writer) error { return exchange.WriteCSV(w, kind, records, book.Name, options) }); err != nil {
			return err
		}
	}
	return nil
}
