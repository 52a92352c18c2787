package search

import (
	"slices"
	"strings"

	"astute/model"
)

// Row is what of a record is looked up.
type Row struct {
	ID      model.ID
	Kind    model.Kind
	Account uint32 // the account's number in the index's table; 0 for none. An account's own row has its own number.
	Name    string // what the record is called
	Detail  string // what tells it from its namesakes: a job title, a due date
	Address string // other texts it goes by: an e-mail address, phone numbers as digits, a preferred name, aliases, the function, tags
}

// RowOf returns what of a record is looked up, without the account's number,
// which the index gives. It reports false for a record whose title is made of
// other records' names (a line, a relationship): such a row would grow stale
// when one of them is renamed, and the records it joins are found themselves.
func RowOf(r model.Record, names model.Names) (Row, bool) { return RowFrom(r, r.Fields(), names) }

// RowFrom is [RowOf] of a record whose fields are at hand.
func RowFrom(r model.Record, fields []model.Field, names model.Names) (Row, bool) {
	borrowed := false
	title := model.TitleFrom(r, fields, func(id model.ID) string {
		borrowed = true
		if names == nil {
			return ""
		}
		return names(id)
	})
	if borrowed || title == "" {
		return Row{}, false
	}
	spec, head := r.Kind().Spec(), r.Base()
	row := Row{ID: head.ID, Kind: r.Kind(), Name: title}
	if spec.Detail != nil {
		row.Detail = spec.Detail(r)
	}
	var more []string
	if spec.Address != nil {
		more = append(more, spec.Address(r))
	}
	switch c := r.(type) {
	case *model.Contact:
		for _, phone := range c.Phones {
			more = append(more, digitsOf(phone))
		}
		if !strings.Contains(c.Name, c.PreferredName) {
			more = append(more, c.PreferredName)
		}
		other := aliases(c.Name, c.JobTitle)
		if c.Function != 0 && c.Function != model.FunctionOther {
			other = append(other, Fold(c.Function.String()))
		}
		more = append(more, without(other, strings.Join([]string{c.Name, c.PreferredName, c.JobTitle, c.Email}, " "))...)
	case *model.Teammate:
		more = append(more, without(aliases(c.Name, ""), c.Name+" "+c.Email)...)
	}
	more = slices.DeleteFunc(append(more, head.Tags...), func(text string) bool { return text == "" })
	row.Address = strings.Join(more, " ")
	return row, true
}

// NoteOf returns the long texts of a record (notes, concerns, what was
// promised), for the second index, "" when it has none. The record's title
// stands before them, so that "jane kubernetes" finds the note on Jane.
func NoteOf(r model.Record) string { return NoteFrom(r, r.Fields()) }

// NoteFrom is [NoteOf] of a record whose fields are at hand.
func NoteFrom(r model.Record, fields []model.Field) string {
	var texts []string
	for i := range fields {
		f := &fields[i]
		if f.IsLong && !f.Hidden {
			if text := f.Text(); text != "" {
				texts = append(texts, text)
			}
		}
	}
	if len(texts) == 0 {
		return ""
	}
	title := model.TitleFrom(r, fields, nil)
	if title != "" && strings.HasPrefix(texts[0], title) { // a summary is its own title
		return strings.Join(texts, "\n")
	}
	return title + "\n" + strings.Join(texts, "\n")
}
