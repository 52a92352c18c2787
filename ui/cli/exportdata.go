package cli

import (
	"io"

	"astute/model"
	"astute/model/exchange"
	"astute/model/report"
)

// dataWriter writes the records of a book, of one account or of all.
type dataWriter func(io.Writer, *model.Book, wanted) error

// ofAccount writes as data what belongs to one account and what it refers to.
func (write dataWriter) ofAccount(want wanted) writer {
	return func(w io.Writer, p *model.Plan, o report.Options) error {
		if o.Audience == report.Customer {
			p = p.ForCustomer(o.Today)
		}
		return write(w, model.NewBook(exchange.Extract(p.Book, p.Account.ID)), want)
	}
}

// writeBook writes every record as JSON.
func writeBook(w io.Writer, book *model.Book, _ wanted) error {
	return exchange.WriteBook(w, book.Records())
}

// writeCalendar writes what has a day.
func writeCalendar(w io.Writer, book *model.Book, want wanted) error {
	name := "Account plans"
	if accounts := model.All[*model.Account](book); len(accounts) == 1 {
		name = accounts[0].Name
	}
	return exchange.WriteCalendar(w, notPutAway(book, want), exchange.CalendarOptions{Name: name, ToDos: want.todo, PutBack: want.putBack})
}

// writeCards writes the contacts.
func writeCards(w io.Writer, book *model.Book, want wanted) error {
	return exchange.WriteCards(w, notPutAway(book, want), exchange.CardOptions{Four: want.fourth})
}

// notPutAway is a book without archived accounts and what belongs to them, where
// all accounts are written for daily use: one that is named is wanted as it is.
func notPutAway(book *model.Book, want wanted) *model.Book {
	if !want.all {
		return book
	}
	var list []model.Record
	for _, r := range book.Records() {
		of := r.Base().ID
		if r.Kind() != model.KindAccount {
			of = r.Base().Account
		}
		if a, ok := model.Lookup[*model.Account](book, of); !ok || !a.Archived {
			list = append(list, r)
		}
	}
	return model.NewBook(list)
}
