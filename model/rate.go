package model

import (
	"errors"
	"slices"
)

// KindRate is what one currency is worth in another.
const KindRate Kind = 33

var rateSpec = Spec{
	Kind: KindRate, Word: "rate", Plural: "rates", Scope: ScopeShared,
	New:    func() Record { return new(Rate) },
	Title:  rateTitle,
	Detail: func(r Record) string { return r.(*Rate).On.String() },
	About:  "what one currency is worth in another, from a day on",
}

// Rate is how much of one currency one unit of another is worth from a day on,
// as the user gave it (domain section 7): 1 From = Rate To. No rate ever comes
// from anywhere else.
type Rate struct {
	Head
	From Currency
	To   Currency
	Rate Number
	On   Date
}

// Kind implements [Record].
func (*Rate) Kind() Kind { return KindRate }

// Fields implements [Record].
func (r *Rate) Fields() []Field {
	return r.Head.with(KindRate,
		currency(10, "from", "From", &r.From).Need(),
		currency(11, "to", "To", &r.To).Need(),
		number(12, "rate", "Rate", &r.Rate).Need().Help("1 of the first in the second, like 1.08"),
		date(13, "on", "On", &r.On).Need().Help("the day from which it holds"),
	)
}

// Validate implements [Validator].
func (r *Rate) Validate() error {
	switch {
	case r.From == r.To:
		return errors.New("a rate joins two different currencies: change from or to")
	case r.Rate.Compare(NumberOf(0)) <= 0:
		return errors.New("rate must be more than 0")
	}
	return nil
}

// RatesOf returns the rates of a book that join two of the currencies in which
// the records have amounts: what belongs to an account though nothing links to
// it.
func RatesOf(book *Book, records []Record) []*Rate {
	used := map[Currency]bool{}
	for _, r := range records {
		if !r.Kind().HasMoney() {
			continue
		}
		for _, f := range r.Fields() {
			switch text := f.Text(); {
			case f.Type() == TypeMoney && text != "":
				used[Currency(text[len(text)-3:])] = true
			case f.IsCurrency() && r.Kind() == KindAccount:
				used[Currency(text)] = true
			}
		}
	}
	return slices.DeleteFunc(All[*Rate](book), func(r *Rate) bool { return !used[r.From] || !used[r.To] })
}

func rateTitle(rec Record, _ Names) string {
	r := rec.(*Rate)
	return string(r.From) + " to " + string(r.To)
}
