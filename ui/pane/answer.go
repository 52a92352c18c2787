package pane

import (
	"slices"

	"astute/model"
)

// Belonging are the fields by which a new record of a kind belongs to a record: a
// goal that answers what somebody is measured by is that person's.
func Belonging(k model.Kind, to model.Record) map[int]string {
	for _, f := range model.New(k, model.ID{}).Fields() {
		if slices.Contains(f.Kinds, to.Kind()) {
			return map[int]string{f.Num: to.Base().ID.String()}
		}
	}
	return nil
}
