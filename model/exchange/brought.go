package exchange

import (
	"strconv"
	"strings"

	"astute/model"
)

// Brought is what an import of one source brought of a record and is remembered
// of it, in words: the source, the record's id there, the files, and the values as
// they came, each with what it was called.
type Brought struct {
	Source string
	ID     string // at the source, "" for none
	Files  string // "" when nobody knows any more
	Values []BroughtValue
}

// BroughtValue is one value: the label of the field that it went to, or the
// heading under which it came.
type BroughtValue struct{ Label, Value string }

// BroughtOf says what a record remembers of the imports that it came from; name
// tells what the records are called that links lead to. Checksums of rows say
// nothing of anybody and are left out.
func BroughtOf(r model.Record, name model.Names) []Brought {
	labels := map[string]model.Field{}
	for _, f := range r.Fields() {
		labels[fieldKey(f.Num)] = f
	}
	var list []Brought
	for _, e := range readMemory(r.Base().Origin) {
		b := Brought{Source: e.source, ID: e.external, Files: e.files}
		for _, p := range e.values {
			if f, is := labels[p.key]; is {
				b.Values = append(b.Values, BroughtValue{f.Label, model.DisplayText(f, p.value, name)})
				continue
			}
			heading := strings.TrimLeft(p.key, "+?!~&")
			if f, is := labels[heading]; is {
				heading = f.Label
			} else if _, err := strconv.Atoi(heading); err == nil || heading == "" || p.value == "" {
				continue // of a field that is no more, or a mark of our own
			}
			b.Values = append(b.Values, BroughtValue{heading, p.value})
		}
		list = append(list, b)
	}
	return list
}
