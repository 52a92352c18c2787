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

// tablesOf writes a file for each kind of which the book of an account holds
// records.
func (e exporting) tablesOf(files *fileSet, turn int, book *model.Book, stem string) error {
	if err := e.makeFolder("the tables"); err != nil {
		return err
	}
	for _, kind := range model.Kinds() {
		if err := e.table(files, turn, kind, book, stem); err != nil {
			return err
		}
	}
	return nil
}

// allTables writes a file for each kind of which the whole book holds records,
// several at a time.
func (e exporting) allTables(book *model.Book) error {
	if err := e.makeFolder("the tables"); err != nil {
		return err
	}
	files := fileSet{p: e.p}
	defer files.drop()
	kinds := model.Kinds()
	if err := sideBySide(len(kinds), func(i int) error { return e.table(&files, i, kinds[i], book, "") }); err != nil {
		return err
	}
	return files.keep()
}

// table writes the records of a kind, none where there are none.
func (e exporting) table(files *fileSet, turn int, kind model.Kind, book *model.Book, stem string) error {
	records := book.Of(kind)
	if len(records) == 0 {
		return nil
	}
	options := exchange.CSVOptions{Raw: e.raw, Customer: e.options.Audience == report.Customer}
	path := filepath.Join(e.to, stem+kind.Plural()+e.ending)
	return files.write(turn, path, func(w io.Writer) error { return exchange.WriteCSV(w, kind, records, book.Name, options) })
}
