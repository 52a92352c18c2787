package model

import "reflect"

// Copy returns a record with a head and fields of its own that shares texts and
// lists with r. Nobody changes those in place: [Field.Parse] and [ClearLink] put
// new ones. It is much cheaper than [Clone] and for records that pass through.
func Copy[R Record](r R) R {
	from := reflect.ValueOf(r).Elem()
	to := reflect.New(from.Type())
	to.Elem().Set(from)
	return to.Interface().(R)
}
