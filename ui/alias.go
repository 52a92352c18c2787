package ui

import (
	"fmt"
	"slices"
	"strings"

	"astute/model"
	"astute/ui/actions"
	"astute/ui/contacts"
	"astute/ui/list"
	"astute/ui/pane"
)

// A filter is typed by whoever sees the screen, so it takes the words that stand
// there: the headings of columns, their short forms, the labels of the forms.

// fieldAliases returns what fields of the kinds may also be called in a filter,
// folded, with the names they have. A field's own name comes before any alias.
func fieldAliases(kinds []model.Kind) map[string]string {
	known := map[string]string{}
	for _, k := range kinds {
		fields := k.Spec().New().Fields()
		add := func(alias string, num int) {
			alias = plainWord(alias)
			if _, own := model.FieldNamed(fields, alias); own || alias == "" || known[alias] != "" {
				return
			}
			for _, f := range fields {
				if f.Num == num {
					known[alias] = f.Name
				}
			}
		}
		for _, c := range columnsOf(k) {
			add(c.Title, c.Num)
			add(c.Short, c.Num)
			if first, _, more := strings.Cut(c.Title, " "); more {
				add(first, c.Num)
			}
		}
		for _, f := range fields {
			add(f.Label, f.Num)
		}
	}
	return known
}

// plainWord is a heading as it can be typed before a colon.
func plainWord(text string) string {
	return strings.ReplaceAll(fold(strings.TrimSpace(text)), " ", "_")
}

// columnsOf returns the columns in which records of a kind are shown.
func columnsOf(k model.Kind) []pane.Column {
	switch k {
	case model.KindContact:
		return contacts.New().Columns
	case model.KindAction:
		return actions.New().Columns
	}
	return list.New(k).Columns
}

// named replaces what fields are called on the screen by their names.
func named(text string, kinds []model.Kind) string {
	aliases := fieldAliases(kinds)
	return eachTerm(text, func(dash, field, rest string) string {
		if name := aliases[plainWord(field)]; name != "" {
			field = name
		}
		return dash + field + rest
	})
}

// eachTerm rewrites the terms of a filter that begin with a field and a colon:
// the dash before it, the field, and the rest from the colon on. What is quoted
// stays as it is.
func eachTerm(text string, rewrite func(dash, field, rest string) string) string {
	var out strings.Builder
	quoted, start := false, 0
	end := func(at int) {
		term := text[start:at]
		dash := ""
		if rest, ok := strings.CutPrefix(term, "-"); ok {
			dash, term = "-", rest
		}
		if i := strings.IndexByte(term, ':'); i > 0 && !strings.Contains(term[:i], `"`) {
			out.WriteString(rewrite(dash, term[:i], term[i:]))
			return
		}
		out.WriteString(dash + term)
	}
	for i, r := range text {
		switch {
		case r == '"':
			quoted = !quoted
		case r == ' ' && !quoted:
			end(i)
			out.WriteByte(' ')
			start = i + 1
		}
	}
	end(len(text))
	return out.String()
}

// whoKnows says which panes have a field that the kinds at hand lack, and which
// meaning of "me" nobody knows; nil when neither is the case.
func (w *Workspace) whoKnows(text string, kinds []model.Kind) error {
	var problem error
	eachTerm(text, func(_, field, rest string) string {
		has := slices.ContainsFunc(kinds, func(k model.Kind) bool { return hasField(k, field) })
		if len(kinds) > 0 && !has && problem == nil {
			if where := w.panesWith(field); len(where) > 0 {
				problem = fmt.Errorf("%s have no %s; %s does: go there and filter by it", kinds[0].Plural(), field, strings.Join(where, " or "))
			}
		}
		if slices.Contains(strings.Split(fold(strings.TrimLeft(rest, ":=")), ","), "me") && w.o.Me == "" && problem == nil {
			problem = fmt.Errorf("nobody has said who \"me\" is: put me = \"YOUR NAME\" into the settings (astute info says where) or set ASTUTE_ME")
		}
		return ""
	})
	return problem
}

func hasField(k model.Kind, field string) bool {
	_, ok := model.FieldNamed(k.Spec().New().Fields(), field)
	return ok
}

// panesWith names the panes whose records have a field of that name.
func (w *Workspace) panesWith(field string) []string {
	var list []string
	for i, p := range w.panes {
		if slices.ContainsFunc(p.Kinds(), func(k model.Kind) bool { return hasField(k, field) }) {
			list = append(list, fmt.Sprintf("%s (%d)", p.Title(), i+1))
		}
	}
	return list
}
