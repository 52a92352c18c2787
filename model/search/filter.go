package search

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"astute/model"
)

// Filter chooses records by what is in them. It is what "/" in a pane and
// --where on the command line take; all of its terms must hold:
//
//	support:champion     the field begins so, or holds it; a choice by any of its words
//	support:champion,neutral   either
//	support:  support:*  not known; known
//	due:<fri  amount:>=100k  employees:1000..5000  due:2026-03   days, numbers and amounts
//	owner:me             the person at the keyboard
//	late  gap  mine      words with a meaning for the kind: see [FilterWords]
//	retail "new york"    anything else is looked for in all fields
//	-support:opponent    a dash turns a term round
//
// Case and accents do not matter. The zero Filter takes everything.
type Filter struct {
	clauses []clause
}

// FilterEnv is what matching needs from outside.
type FilterEnv struct {
	Names model.Names // what linked records are called
	Today model.Date
	Me    string // the name of the person at the keyboard; "" when not known
}

// clause is one term of a filter.
type clause struct {
	negate bool
	// fields gives the field's number by kind; nil for a plain word.
	fields map[model.Kind]int
	value  value
	word   *FilterWord // a word with a meaning, for the kinds that have it
	text   string      // a plain word, folded
}

// ErrFilter is wrapped by every error of a filter.
var ErrFilter = errors.New("bad filter")

// FilterError says what of a filter cannot be understood, and the cure.
type FilterError struct{ Err error }

func (e *FilterError) Error() string { return e.Err.Error() }

// Unwrap gives both the cause and [ErrFilter].
func (e *FilterError) Unwrap() []error { return []error{ErrFilter, e.Err} }

// ParseFilter reads a filter. The kinds are those of the records it will see
// (none: all), so that an error can name the fields there are. It is forgiving
// at the end of the text, where somebody may still be typing: a quote left
// open, a lone dash and a comparison without a value are no error there.
func ParseFilter(text string, kinds ...model.Kind) (Filter, error) {
	if len(kinds) == 0 {
		kinds = model.Kinds()
	}
	var f Filter
	parts := splitFilter(text)
	for i, p := range parts {
		c, err := parseClause(p, kinds, i == len(parts)-1)
		if err != nil {
			return Filter{}, &FilterError{err}
		}
		if c != nil {
			f.clauses = append(f.clauses, *c)
		}
	}
	return f, nil
}

// IsEmpty reports whether the filter takes everything.
func (f Filter) IsEmpty() bool { return len(f.clauses) == 0 }

// Match reports whether the filter takes the record.
func (f Filter) Match(r model.Record, env FilterEnv) bool {
	if len(f.clauses) == 0 {
		return true
	}
	if env.Names == nil {
		env.Names = func(model.ID) string { return "" }
	}
	fields := r.Fields()
	for i := range f.clauses {
		c := &f.clauses[i]
		if c.holds(r, fields, env) == c.negate {
			return false
		}
	}
	return true
}

func (c *clause) holds(r model.Record, fields []model.Field, env FilterEnv) bool {
	if c.fields != nil {
		num, ok := c.fields[r.Kind()]
		i := slices.IndexFunc(fields, func(f model.Field) bool { return f.Num == num })
		return ok && i >= 0 && c.value.match(fields[i], env)
	}
	if c.word != nil {
		if test, ok := c.word.test(r.Kind()); ok {
			return test(r, env)
		}
	}
	if strings.Contains(Fold(model.Title(r, env.Names)), c.text) {
		return true
	}
	for _, f := range fields {
		if !f.Hidden && !f.Fixed && strings.Contains(Fold(f.Display(env.Names)), c.text) {
			return true
		}
	}
	return false
}

// filterPart is one term of a filter as it was typed.
type filterPart struct {
	text   string // without quotes
	quoted int    // where in text the first quoted letter stands; -1 for none
}

// splitFilter cuts a filter at blanks outside quotes.
func splitFilter(text string) []filterPart {
	var parts []filterPart
	var b strings.Builder
	part, open, started := filterPart{quoted: -1}, false, false
	end := func() {
		if started {
			part.text = b.String()
			parts = append(parts, part)
		}
		b.Reset()
		part, started = filterPart{quoted: -1}, false
	}
	for _, r := range text {
		switch {
		case r == '"':
			open, started = !open, true
			if part.quoted < 0 {
				part.quoted = b.Len()
			}
		case !open && (r == ' ' || r == '\t' || r == '\n' || r == '\u00a0'):
			end()
		default:
			started = true
			b.WriteRune(r)
		}
	}
	end()
	return parts
}

// parseClause reads one term; nil when it says nothing yet.
func parseClause(p filterPart, kinds []model.Kind, last bool) (*clause, error) {
	c := &clause{}
	text, quoted := p.text, p.quoted
	if rest, ok := strings.CutPrefix(text, "-"); ok && quoted != 0 {
		if rest == "" {
			return nil, nil
		}
		c.negate, text, quoted = true, rest, quoted-1
	}
	if name, typed, ok := strings.Cut(text, ":"); ok && isFieldName(name) && (quoted < 0 || quoted > len(name)) {
		found := fieldsNamed(name, kinds)
		if len(found) == 0 {
			return nil, noField(name, kinds)
		}
		c.fields = map[model.Kind]int{}
		for k, f := range found {
			c.fields[k] = f.Num
		}
		v, err := parseValue(name, typed, quoted > len(name), found)
		if errors.Is(err, errUnfinished) && last {
			return nil, nil
		}
		c.value = v
		return c, err
	}
	if c.text = Fold(text); c.text == "" {
		return nil, nil
	}
	if quoted < 0 {
		c.word = filterWord(c.text)
	}
	return c, nil
}

// isFieldName reports whether the text before a colon could be meant as a
// field, unlike that of "9:30".
func isFieldName(name string) bool {
	for i := 0; i < len(name); i++ {
		if c := name[i] | 0x20; (c < 'a' || c > 'z') && name[i] != '_' && name[i] != '-' {
			return false
		}
	}
	return name != ""
}

// fieldsNamed returns the field of that name of each kind that has one.
func fieldsNamed(name string, kinds []model.Kind) map[model.Kind]model.Field {
	found := map[model.Kind]model.Field{}
	for _, k := range kinds {
		if !k.Known() {
			continue
		}
		if f, ok := model.FieldNamed(k.Spec().New().Fields(), name); ok {
			found[k] = f
		}
	}
	return found
}

// noField says which fields there are: those most like the name when there are
// many, else all.
func noField(name string, kinds []model.Kind) error {
	var names []string
	for _, k := range kinds {
		if !k.Known() {
			continue
		}
		for _, f := range k.Spec().New().Fields() {
			if !f.Hidden && !slices.Contains(names, f.Name) {
				names = append(names, f.Name)
			}
		}
	}
	t := newTerm([]byte(strings.ToLower(name)))
	var like []string
	for _, n := range names {
		var f field
		f.set([]byte(n))
		if f.near(&t, &nameWeights, true, true).score > 0 || f.fit(&t, &nameWeights, 0).score > 0 {
			like = append(like, n)
		}
	}
	if len(like) > 0 {
		return fmt.Errorf("there is no field %q: did you mean %s?", name, model.OrList(like))
	}
	slices.Sort(names)
	return fmt.Errorf("there is no field %q: use one of %s, or quote the text to look for it", name, strings.Join(names, ", "))
}
