package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"astute/model"
	"astute/store"
)

// typed is [program.input] for what a person types into a record: a link to
// somebody of another account says where they are.
func (p *program) typed(s *store.Store, account model.ID) (model.Input, *myself, error) {
	in, me, err := p.input(s, account)
	if err != nil {
		return in, me, err
	}
	find := in.Find
	in.Find = func(text string, kinds []model.Kind) (model.ID, error) {
		id, err := find(text, kinds)
		if _, none := errors.AsType[*store.NotFoundError](err); none && !isMe(text) {
			if there := elsewhere(s, text, kinds); len(there) > 0 {
				here := "not here"
				if name := s.Name(account); name != "" {
					here = "not in " + name
				} else if account.IsZero() {
					here = "which is not said: add account=NAME"
				}
				err = &said{fmt.Sprintf("does not fit: %s is in %s, %s: links stay within one account", text, strings.Join(there, " and "), here), err}
			}
		}
		return id, err
	}
	return in, me, nil
}

// elsewhere returns the accounts that have records of that name.
func elsewhere(s *store.Store, text string, kinds []model.Kind) []string {
	var there []string
	r, err := s.Resolve(text, store.ResolveQuery{Kinds: kinds, Writing: true})
	if several, ok := errors.AsType[*store.AmbiguousError](err); ok {
		for _, f := range several.Candidates {
			if f.AccountName != "" && !slices.Contains(there, f.AccountName) {
				there = append(there, f.AccountName)
			}
		}
	} else if err == nil && !r.Base().Account.IsZero() {
		there = append(there, s.Name(r.Base().Account))
	}
	return there
}

// accountOfLinks returns the account that all linked records of the assignments
// belong to, where none was given: whoever notes a talk with Ada need not say
// where Ada works. Zero when nothing is linked that belongs to one.
func (p *program) accountOfLinks(s *store.Store, r model.Record, list []assignment) (model.ID, error) {
	in, _, err := p.input(s, model.ID{})
	if err != nil {
		return model.ID{}, err
	}
	var of []model.ID
	var which []string
	find := in.Find
	in.Find = func(text string, kinds []model.Kind) (model.ID, error) {
		id, err := find(text, kinds)
		_, none := errors.AsType[*store.NotFoundError](err)
		// Only a contact can be without an account and linked to others that are.
		if isMe(text) || !none && (err != nil || r.Kind() == model.KindContact) {
			return id, err
		}
		other, otherErr := s.Resolve(text, store.ResolveQuery{Kinds: kinds, Writing: true})
		if several, ok := errors.AsType[*store.AmbiguousError](otherErr); ok {
			return id, fmt.Errorf("does not fit: %w", several)
		}
		if otherErr != nil {
			return id, err
		}
		if account := other.Base().Account; !account.IsZero() && !slices.Contains(of, account) {
			of, which = append(of, account), append(which, model.Title(other, s.Name)+" in "+s.Name(account))
		}
		return other.Base().ID, nil
	}
	fields := r.Fields()
	for _, a := range list {
		f, ok := model.FieldNamed(fields, a.field)
		if !ok || f.Type() != model.TypeLink && f.Type() != model.TypeLinks {
			continue
		}
		if _, err := f.Canonical(in, a.value); err != nil {
			return model.ID{}, err
		}
	}
	switch len(of) {
	case 0:
		return model.ID{}, nil
	case 1:
		p.note("note: account=%s, because %s", s.Name(of[0]), strings.Replace(which[0], " in ", " is in ", 1))
		return of[0], nil
	}
	return model.ID{}, &model.ValueError{Field: "account", Err: fmt.Errorf("is not clear, because the links lead to %s: links stay within one account", strings.Join(which, " and "))}
}

// take carries out the assignments on a record and says what was understood of
// them that the person may not have meant.
func (p *program) take(r model.Record, in model.Input, list []assignment) error {
	if err := assign(r, in, list); err != nil {
		return err
	}
	fields := r.Fields()
	for _, a := range list {
		f, ok := model.FieldNamed(fields, a.field)
		if !ok || a.value == "" || a.op == '-' {
			continue
		}
		switch {
		case f.Type() == model.TypeMoney:
			if _, err := model.ReadMoney(a.value, ""); err != nil {
				p.note("note: %s is taken as %s: write a currency, like %s %s, where it is another", f.Name, f.Display(nil), strings.TrimSpace(a.value), otherCurrency(f.Display(nil)))
			}
		case f.Name == "email" && !strings.Contains(a.value, "@"):
			p.note("note: %s has no @: %s", f.Name, short(a.value))
		}
	}
	return nil
}

// otherCurrency is an example of a currency that is not the one of an amount.
func otherCurrency(amount string) model.Currency {
	if strings.HasPrefix(amount, "EUR") {
		return "USD"
	}
	return "EUR"
}

// noteCircle says so when somebody's reporting line leads back to themselves
// because of what was just set: one of the lines must be wrong.
func (p *program) noteCircle(s *store.Store, r model.Record) error {
	c, ok := r.(*model.Contact)
	if !ok || c.ReportsTo.IsZero() {
		return nil
	}
	plan, _, err := s.Plan(c.Account)
	if err != nil {
		return err
	}
	people := []*model.Contact{c}
	for _, other := range model.All[*model.Contact](plan.Book) {
		if other.ID != c.ID {
			people = append(people, other)
		}
	}
	for _, circle := range model.ReportingCircles(people) {
		if slices.Contains(circle, c) {
			p.note("note: the reporting lines now run in a circle: %s", circleText(circle))
		}
	}
	return nil
}

// circleText names the people on a circle, the first one at both ends.
func circleText(circle []*model.Contact) string {
	var names []string
	for _, c := range circle {
		names = append(names, c.Name)
	}
	return strings.Join(append(names, names[0]), " -> ")
}
