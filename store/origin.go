package store

import (
	"slices"
	"strconv"
	"strings"

	"astute/model"
)

// What a record remembers of its imports is mostly its own fields once more: a
// line "10=Jane Smith" for each. In a body such a line is a mark and the field's
// number, as long as the field is what was imported; a body is always written
// whole, so that the line is spelt out once the field is edited. Who reads the
// record sees nothing of it.

// numPacked is the field of a body that holds an origin with marks. It stands
// behind the fields that its marks mean. No field of a record has the number.
const numPacked = 2047

// originMark stands for a line; the next byte is the field's number. No text has
// the character, because controls are taken out of what people and files say.
const originMark = 1

// span is where a body holds the text of a field.
type span struct{ num, from, to int }

// pack appends an origin to b with marks for the lines that repeat fields of the
// body, which holds them at the spans. It reports false when none does.
func pack(b, body []byte, spans []span, origin string) ([]byte, bool) {
	if strings.IndexByte(origin, originMark) >= 0 || len(origin) > mostOrigin {
		return b, false
	}
	marks := 0
	for rest := origin; ; {
		line, more, found := strings.Cut(rest, "\n")
		switch num, at := lineOf(body, spans, line); {
		case at && len(b) > 0:
			b = append(b, originMark, byte(num))
			marks++
		default:
			if len(rest) < len(origin) {
				b = append(b, '\n')
			}
			b = append(b, line...)
		}
		if !found {
			break
		}
		rest = more
	}
	return b, marks > 0
}

// lineOf returns the field whose text a line of an origin repeats.
func lineOf(body []byte, spans []span, line string) (num int, ok bool) {
	at := strings.IndexByte(line, '=')
	if at < 1 || at > 3 || line[0] < '1' || line[0] > '9' {
		return 0, false
	}
	num, err := strconv.Atoi(line[:at])
	if err != nil || num > 255 {
		return 0, false
	}
	for _, s := range spans {
		if s.num == num {
			return num, string(body[s.from:s.to]) == line[at+1:]
		}
	}
	return 0, false
}

// mostOrigin bounds how long an origin is that is packed, so that a few marks in
// a file that somebody made up cannot ask for all memory.
const mostOrigin = 1 << 20

// unpack spells out the lines of a packed origin from the fields that were read
// before it. It reports false for what pack cannot have written.
func unpack(packed string, fields []model.UnknownField) (string, bool) {
	b := make([]byte, 0, 4*len(packed)+64)
	for len(b) <= mostOrigin {
		at := strings.IndexByte(packed, originMark)
		if at < 0 {
			return string(append(b, packed...)), true
		}
		if at+1 == len(packed) {
			return "", false
		}
		num := int(packed[at+1])
		i := slices.IndexFunc(fields, func(f model.UnknownField) bool { return f.Num == num })
		if i < 0 {
			return "", false
		}
		b = append(append(b, packed[:at]...), '\n')
		b = append(strconv.AppendInt(b, int64(num), 10), '=')
		b = append(b, fields[i].Text...)
		packed = packed[at+2:]
	}
	return "", false
}
