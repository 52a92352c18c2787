package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"astute/model"
	"astute/model/search"
)

// parseWhere reads the conditions for the records of a kind. A value with blanks
// needs no quotes of its own: each --where is one field:value where it can be
// read so. Unlike a filter in the workspace, which is tried out letter by letter,
// it takes no plain words: one that was mistyped would only find nothing.
func parseWhere(where []string, kind model.Kind, me string) (search.Filter, error) {
	var terms []string
	for _, condition := range where {
		field, value, ok := strings.Cut(condition, ":")
		if quoted := field + `:"` + value + `"`; ok && strings.ContainsAny(value, " \t") && !strings.ContainsAny(value, `:"`) {
			if _, err := search.ParseFilter(quoted, kind); err == nil {
				condition = quoted
			}
		}
		for _, term := range termsOf(condition) {
			if err := checkTerm(term, kind, me); err != nil {
				return search.Filter{}, err
			}
		}
		if value == "@me" { // as in add and edit
			condition = field + ":me"
		}
		terms = append(terms, condition)
	}
	filter, err := search.ParseFilter(strings.Join(terms, " "), kind)
	if err != nil {
		return filter, fmt.Errorf("--where: %w", err)
	}
	return filter, nil
}

// termsOf cuts a condition at blanks outside quotes.
func termsOf(condition string) []string {
	open := false
	return strings.FieldsFunc(condition, func(r rune) bool {
		if r == '"' {
			open = !open
		}
		return !open && (r == ' ' || r == '\t' || r == '\n' || r == '\u00a0')
	})
}

// checkTerm refuses a term that is neither field:value nor a word that means
// something for the kind, and "me" where nobody said who that is.
func checkTerm(term string, kind model.Kind, me string) error {
	term = strings.TrimPrefix(term, "-")
	fields := model.New(kind, model.ID{}).Fields()
	if name, value, ok := strings.Cut(term, ":"); ok && !strings.HasPrefix(term, `"`) {
		f, known := model.FieldNamed(fields, name)
		switch {
		case !known:
			return fmt.Errorf("--where: %w", noSuchField(kind, name))
		case me == "" && len(f.Kinds) > 0 && slices.ContainsFunc(strings.Split(value, ","), isMe):
			return errWhoIsMe
		}
		return nil
	}
	if i := strings.IndexAny(term, "=<>"); i > 0 {
		name, value := strings.TrimSpace(strings.TrimRight(term[:i], "!")), strings.TrimPrefix(term[i:], "=")
		if _, ok := model.FieldNamed(fields, name); ok {
			return fmt.Errorf("--where %s is not of the form field:value: write %s:%s", short(term), name, short(value))
		}
	}
	var words []string
	for _, w := range search.FilterWords() {
		if kinds := w.Kinds(); len(kinds) == 0 || slices.Contains(kinds, kind) {
			words = append(words, w.Word)
		}
	}
	if folded := search.Fold(term); !slices.Contains(words, folded) {
		return fmt.Errorf("--where takes field:value or one of %s, not %q%s", strings.Join(words, ", "), short(term), didYouMean(folded, words))
	} else if folded == "mine" && me == "" {
		return errWhoIsMe
	}
	return nil
}

// errWhoIsMe is what asking for one's own records comes to where nobody said who
// sits here.
var errWhoIsMe = errors.New(`cannot say who "me" is: put me = "..." into the settings, or set $ASTUTE_ME`)

// isMe reports whether a typed name stands for whoever sits here.
func isMe(name string) bool {
	return strings.EqualFold(strings.TrimPrefix(strings.Trim(name, ` "`), "@"), "me")
}
