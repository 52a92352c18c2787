package model

import "reflect"

// Bench lists the fields of many records, one after the other, without making a
// list for each: a list of fields is ten times the size of its record, and most
// of what reading or writing a large book would ask memory for. A record is
// copied onto the bench, where the fields of its kind lie ready. The zero value is
// ready; it is not safe for concurrent use.
type Bench struct {
	kinds [256]*benched
}

// benched is the place of one kind.
type benched struct {
	copy   Record
	target reflect.Value // what copy points to
	fields []Field
}

// Lift copies what lies on the bench for the kind of a record into that record,
// which has been laid down before: what was set on the bench is in the record
// then.
func (b *Bench) Lift(r Record) {
	reflect.ValueOf(r).Elem().Set(b.kinds[r.Kind()].target)
}

// Lay returns a copy of the record with its fields, as [Record.Fields] lists
// them but for a hint that goes by what the record says. Both are good until the
// next record of the kind is laid down. The copy shares texts and lists with the
// record; see [Copy].
func (b *Bench) Lay(r Record) (Record, []Field) {
	kind := r.Kind()
	at := b.kinds[kind]
	if at == nil {
		at = &benched{copy: New(kind, ID{})}
		at.target = reflect.ValueOf(at.copy).Elem()
		at.fields = at.copy.Fields()
		b.kinds[kind] = at
	}
	at.target.Set(reflect.ValueOf(r).Elem())
	return at.copy, at.fields
}
