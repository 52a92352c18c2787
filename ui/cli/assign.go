package cli

import (
	"errors"
	"fmt"
	"strings"

	"astute/model"
)

// assignment is one field=value, field+=value or field-=value.
type assignment struct {
	field string
	op    byte // '=' sets, '+' adds to a list, '-' takes out of it
	value string
}

// parseAssignment reads one argument; ok is false when it is none.
func parseAssignment(arg string) (a assignment, ok bool) {
	field, value, ok := strings.Cut(arg, "=")
	a = assignment{field: field, op: '=', value: value}
	if n := len(field) - 1; n > 0 && (field[n] == '+' || field[n] == '-') {
		a.field, a.op = field[:n], field[n]
	}
	a.field = strings.TrimSpace(a.field)
	return a, ok && a.field != ""
}

// splitAssignments parts arguments into the words of a NAME, which come first,
// and assignments.
func splitAssignments(args []string) (name []string, list []assignment, err error) {
	for i, arg := range args {
		a, ok := parseAssignment(arg)
		switch {
		case i == 0 || !ok && len(list) == 0:
			name = append(name, arg)
		case !ok:
			return nil, nil, fmt.Errorf("%q is not of the form field=value: put quotes around a value with blanks, like %s=%q", arg, list[len(list)-1].field, list[len(list)-1].value+" "+arg)
		default:
			list = append(list, a)
		}
	}
	return name, list, nil
}

// takeAccount parts the assignment of the account from the rest: it must be
// known before the rest can be understood.
func takeAccount(kind model.Kind, list []assignment) (account *assignment, rest []assignment, err error) {
	for _, a := range list {
		f, ok := model.FieldNamed(model.New(kind, model.ID{}).Fields(), a.field)
		if ok && f.Num == model.NumAccount && f.Type() == model.TypeLink {
			if a.op != '=' {
				return nil, nil, fmt.Errorf("account holds one value: use account=")
			}
			account = &a
			continue
		}
		rest = append(rest, a)
	}
	return account, rest, nil
}

// assign carries out the assignments on a record. The first to a list replaces
// it, the following add to it.
func assign(r model.Record, in model.Input, list []assignment) error {
	fields := r.Fields()
	seen := map[int]bool{}
	for _, a := range list {
		f, ok := model.FieldNamed(fields, a.field)
		if !ok {
			return noSuchField(r.Kind(), a.field)
		}
		op := a.op
		if op == '=' && seen[f.Num] {
			if !f.IsList() {
				return fmt.Errorf("%s holds one value and was given twice: leave one out", f.Name)
			}
			op = '+'
		}
		seen[f.Num] = true
		var err error
		switch op {
		case '+':
			err = f.Add(in, a.value)
		case '-':
			err = f.Drop(in, a.value)
		default:
			err = f.Set(in, a.value)
		}
		if err != nil {
			return withLikelyWord(f, err)
		}
	}
	return nil
}

// withLikelyWord adds to the refusal of a word that a choice does not have which
// one was probably meant.
func withLikelyWord(f model.Field, err error) error {
	bad, ok := errors.AsType[*model.ValueError](err)
	if !ok || f.Words() == nil {
		return err
	}
	var words []string
	for _, w := range f.Words() {
		words = append(words, w.Name)
	}
	for _, typed := range strings.FieldsFunc(bad.Text, func(r rune) bool { return strings.ContainsRune(",;\n", r) }) {
		typed = strings.TrimSpace(typed)
		if word := likely(typed, words); word != "" && !strings.EqualFold(word, typed) {
			return &model.ValueError{Field: bad.Field, Text: bad.Text, Err: fmt.Errorf("%w: did you mean %s?", bad.Err, word)}
		}
	}
	return err
}

// otherWords are what people call fields elsewhere: the first that a kind has is
// what they mean.
var otherWords = map[string][]string{
	"boss": {"reports_to"}, "manager": {"reports_to"}, "company": {"account"}, "organisation": {"account"}, "organization": {"account"},
	"customer": {"account"}, "client": {"account"}, "job": {"title"}, "job_title": {"title"}, "position": {"title"}, "role": {"decision_role", "roles"},
	"phone": {"phones"}, "mobile": {"phones"}, "telephone": {"phones"}, "mail": {"email"}, "e_mail": {"email"},
	"kind": {"type", "plan_type"}, "date": {"on", "due", "planned", "close", "start"}, "day": {"on", "due"}, "when": {"on", "due"}, "deadline": {"due"}, "by": {"due"},
	"name": {"title", "metric", "text"}, "title": {"name"}, "assignee": {"owner"}, "who": {"owner", "contacts"}, "people": {"contacts", "attendees"}, "contact": {"contacts"},
	"note": {"notes"}, "comment": {"notes"}, "description": {"notes", "summary"}, "text": {"summary", "notes"}, "revenue": {"annual_revenue"},
	"power": {"influence"}, "sponsor": {"support"}, "id": {"external_id"},
}

// noSuchField says which field was probably meant, and where all of them stand.
func noSuchField(kind model.Kind, name string) error {
	if kind.Scope() == model.ScopeShared && strings.EqualFold(name, "account") {
		return fmt.Errorf("%s are shared by all accounts: leave out account", kind.Plural())
	}
	fields := model.New(kind, model.ID{}).Fields()
	var names []string
	for _, f := range fields {
		if !f.Hidden && !f.Fixed {
			names = append(names, f.Name)
		}
	}
	meant := didYouMean(name, names)
	for _, other := range otherWords[strings.ReplaceAll(strings.ToLower(name), "-", "_")] {
		if f, ok := model.FieldNamed(fields, other); ok {
			meant = ": did you mean " + f.Name + "?"
			break
		}
	}
	if meant == "" {
		return fmt.Errorf("%s has no field %q: `astute help %s` lists its fields", kind, short(name), kind)
	}
	return fmt.Errorf("%s has no field %q%s `astute help %s` lists its fields", kind, short(name), meant, kind)
}
