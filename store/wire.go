package store

import (
	"google.golang.org/protobuf/encoding/protowire"

	"astute/model"
)

// A record's body is its known fields in the order of Fields: number and
// canonical text, in protobuf wire format; then the fields that this version
// does not know, as they came. What the key says already (ID, kind, account) is
// left out. What is
// remembered of imports may be packed; see pack.

// appendBody appends the body of a record, with all fields spelt out as the
// journal holds them.
func appendBody(b []byte, r model.Record) []byte {
	fields := r.Fields()
	for i := range fields {
		f := &fields[i]
		if text := f.Text(); text != "" && f.Num != model.NumAccount {
			b = appendField(b, f.Num, text)
		}
	}
	return appendUnknown(b, r, fields)
}

// appendStored appends the body of a record whose fields are at hand, as the
// records hold it: what it remembers of imports is packed.
func appendStored(b []byte, r model.Record, fields []model.Field) []byte {
	var room [64]span
	var packed [1 << 10]byte
	spans, start := room[:0], len(b)
	for i := range fields {
		f := &fields[i]
		if f.Num == model.NumAccount {
			continue
		}
		text := f.Text()
		if text == "" {
			continue
		}
		if f.Num == model.NumOrigin {
			if origin, ok := pack(packed[:0], b[start:], spans, text); ok {
				b = protowire.AppendTag(b, numPacked, protowire.BytesType)
				b = protowire.AppendBytes(b, origin)
				continue
			}
		}
		b = appendField(b, f.Num, text)
		spans = append(spans, span{f.Num, len(b) - start - len(text), len(b) - start})
	}
	return appendUnknown(b, r, fields)
}

// appendUnknown appends the fields that this version does not know.
func appendUnknown(b []byte, r model.Record, fields []model.Field) []byte {
	for _, u := range r.Base().Unknown {
		// A field whose text this version could not read and that was set
		// since is known now.
		if f := fieldAt(fields, u.Num, 0); f >= 0 && !fields[f].IsZero() {
			continue
		}
		b = appendField(b, u.Num, u.Text)
	}
	return b
}

func appendField(b []byte, num int, text string) []byte {
	b = protowire.AppendTag(b, protowire.Number(num), protowire.BytesType)
	return protowire.AppendString(b, text)
}

// fieldAt returns where the field with the number stands, searching from a
// place on, because a body holds the fields in order; -1 when there is none.
func fieldAt(fields []model.Field, num, from int) int {
	for i := range fields {
		if at := (from + i) % len(fields); fields[at].Num == num {
			return at
		}
	}
	return -1
}

// eachField calls fn for every field of a body.
func eachField(body []byte, fn func(num int, text string)) error {
	texts := string(body) // one copy, of which every field is a part
	for at := 0; at < len(body); {
		num, typ, n := protowire.ConsumeTag(body[at:])
		if n < 0 || typ != protowire.BytesType {
			return corruptf("a record does not read")
		}
		at += n
		value, m := protowire.ConsumeBytes(body[at:])
		if m < 0 {
			return corruptf("a record does not read")
		}
		at += m
		fn(int(num), texts[at-len(value):at])
	}
	return nil
}

// readRecord makes a record of its key's parts and its body. A text that this
// version cannot read is kept as it is, among the unknown fields.
func readRecord(at place, kind model.Kind, id model.ID, body []byte) (model.Record, error) {
	var bench model.Bench
	return readOn(&bench, at, kind, id, body)
}

// readOn is [readRecord] for many records, the fields of which lie ready.
func readOn(bench *model.Bench, at place, kind model.Kind, id model.ID, body []byte) (model.Record, error) {
	if !kind.Known() {
		return nil, corruptf("kind %d is not known", kind)
	}
	r := model.New(kind, id)
	head := r.Base()
	if kind.Scope() == model.ScopeAccount {
		head.Account = at
	}
	laid, fields := bench.Lay(r)
	head = laid.Base()
	next := 0
	var room [32]model.UnknownField
	seen := room[:0]
	err := eachField(body, func(num int, text string) {
		if num == numPacked {
			if origin, ok := unpack(text, seen); ok {
				num, text = model.NumOrigin, origin
			}
		}
		seen = append(seen, model.UnknownField{Num: num, Text: text})
		i := fieldAt(fields, num, next)
		if i < 0 || fields[i].Parse(text) != nil {
			head.Unknown = append(head.Unknown, model.UnknownField{Num: num, Text: text})
			return
		}
		next = i + 1
	})
	bench.Lift(r)
	return r, err
}
