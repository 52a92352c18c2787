package exchange

import (
	"encoding/json"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"astute/model"
)

// RecordJSON returns a record as one JSON object for scripts: "id", "kind" and
// "name" (what the record is called) always and first, then the fields under
// their own names in the record's order.
//
// Choices are words, lists are arrays, numbers are JSON numbers, days are
// 2026-03-31 and moments RFC 3339, money is {"amount": "1250000.00",
// "currency": "USD"} because no float holds an amount exactly. A link is the
// name it leads to and, beside it, the id: "owner" and "owner_id"; a list of
// links is "team" and "team_ids". A link whose name is not known is null.
//
// "account" is there in every record but an account: the name of the account and
// beside it the id, or null for what belongs to none, as shared records do.
// Any other field that is not known is left out rather than null: most of the fields of
// most records are not known, reading a missing key gives null in every common
// tool anyway, and "no" and "not known" are one in the fields that say yes.
func RecordJSON(r model.Record, names model.Names) json.RawMessage {
	var writer recordWriter
	return writer.append(nil, r, names, layout{})
}

// WriteJSON writes the records as one JSON array in the order given, one record
// a line; no records make an empty array.
func WriteJSON(w io.Writer, records []model.Record, names model.Names) error {
	if len(records) == 0 {
		_, err := io.WriteString(w, "[]\n")
		return err
	}
	b := []byte("[\n")
	var writer recordWriter
	for i, r := range records {
		if i > 0 {
			b = append(b, ",\n"...)
		}
		b = writer.append(b, r, names, layout{})
		if len(b) > 1<<16 {
			if _, err := w.Write(b); err != nil {
				return err
			}
			b = b[:0]
		}
	}
	_, err := w.Write(append(b, "\n]\n"...))
	return err
}

// placeField is where a review stands in the journal of the file that it was held
// in: in any other file it would be a place in another journal.
const placeField = "journal"

// layout says how an object is laid out.
type layout struct {
	tall   bool // a field a line, keys sorted, for files kept and compared
	memory bool // with the fields nobody sees, for files read back
}

// member is one key of an object and its value as JSON.
type member struct {
	key   string
	value []byte
}

// recordWriter writes one record after the other, in room that it keeps.
type recordWriter struct {
	bench   model.Bench
	members []member // of the record being written
	values  []byte   // theirs, one behind the other
}

// put adds a member whose value add appends.
func (w *recordWriter) put(key string, add func(b []byte) []byte) {
	start := len(w.values)
	w.values = add(w.values)
	w.members = append(w.members, member{key, w.values[start:len(w.values):len(w.values)]})
}

// text adds a member that is a string.
func (w *recordWriter) text(key, text string) {
	w.put(key, func(b []byte) []byte { return appendString(b, text) })
}

// append appends the object of a record to b.
func (w *recordWriter) append(b []byte, r model.Record, names model.Names, lay layout) []byte {
	w.collect(r, names, lay)
	b = append(b, '{')
	for i, m := range w.members {
		if i > 0 {
			b = append(b, ',')
		}
		if lay.tall {
			b = append(b, "\n    "...)
		}
		b = appendString(b, m.key)
		b = append(b, ':')
		if lay.tall {
			b = append(b, ' ')
		}
		b = append(b, m.value...)
	}
	if lay.tall {
		b = append(b, "\n  "...)
	}
	return append(b, '}')
}

// collect finds the members of a record's object.
func (w *recordWriter) collect(r model.Record, names model.Names, lay layout) {
	if names == nil {
		names = func(model.ID) string { return "" }
	}
	w.members, w.values = w.members[:0], w.values[:0]
	w.text("id", r.Base().ID.String())
	w.text("kind", r.Kind().String())
	w.text("name", model.Title(r, names))
	if !lay.memory && r.Kind() != model.KindAccount && r.Base().Account.IsZero() {
		w.put("account", func(b []byte) []byte { return append(b, "null"...) })
	}
	name := func(b []byte, id model.ID) []byte { return appendName(b, id, names) }
	_, fields := w.bench.Lay(r)
	for i := range fields {
		f := &fields[i]
		text := f.Text()
		if text == "" || f.Hidden && !lay.memory || f.Name == "name" || r.Kind() == model.KindReview && f.Name == placeField {
			continue
		}
		switch f.Type() {
		case model.TypeLink:
			w.put(f.Name, func(b []byte) []byte { return name(b, f.Links()[0]) })
			w.text(f.Name+"_id", text)
		case model.TypeLinks:
			w.put(f.Name, func(b []byte) []byte { return appendList(b, f.Links(), name) })
			w.put(f.Name+"_ids", func(b []byte) []byte {
				return appendList(b, f.Links(), func(b []byte, id model.ID) []byte { return appendString(b, id.String()) })
			})
		default:
			w.put(f.Name, func(b []byte) []byte { return appendValue(b, f.Type(), text) })
		}
	}
	if lay.memory && len(r.Base().Unknown) > 0 {
		unknown := slices.SortedFunc(slices.Values(r.Base().Unknown), func(a, b model.UnknownField) int { return a.Num - b.Num })
		w.put(unknownKey, func(b []byte) []byte {
			b = append(b, '{')
			for i, u := range unknown {
				if i > 0 {
					b = append(b, ',')
				}
				b = appendString(b, strconv.Itoa(u.Num))
				b = append(b, ':')
				b = appendString(b, u.Text)
			}
			return append(b, '}')
		})
	}
	if lay.tall {
		slices.SortFunc(w.members, func(a, b member) int { return strings.Compare(a.key, b.key) })
	}
}

// appendValue appends the canonical text of a field that is not a link.
func appendValue(b []byte, t model.Type, text string) []byte {
	switch t {
	case model.TypeNumber:
		return append(b, text...)
	case model.TypeBool:
		return append(b, "true"...)
	case model.TypeMoney:
		amount, currency, _ := strings.Cut(text, " ")
		b = append(b, `{"amount":`...)
		b = appendString(b, amount)
		b = append(b, `,"currency":`...)
		return append(appendString(b, currency), '}')
	case model.TypeTexts, model.TypeChoices:
		return appendList(b, model.ItemsOf(t, text), appendString)
	}
	return appendString(b, text)
}

// appendName appends what a record is called, null when nobody knows.
func appendName(b []byte, id model.ID, names model.Names) []byte {
	if name := names(id); name != "" {
		return appendString(b, name)
	}
	return append(b, "null"...)
}

func appendList[T any](b []byte, items []T, one func([]byte, T) []byte) []byte {
	b = append(b, '[')
	for i, item := range items {
		if i > 0 {
			b = append(b, ',')
		}
		b = one(b, item)
	}
	return append(b, ']')
}

const hexDigits = "0123456789abcdef"

// appendString appends s as a JSON string. Letters of all scripts stay
// readable; controls, DEL, C1, the line separators that JavaScript would break
// at, and what a terminal should not see are escaped.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < 0x7f && c != '"' && c != '\\' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if c >= utf8.RuneSelf && !model.IsUnsafe(r) && r != '\u2028' && r != '\u2029' && (r != utf8.RuneError || size > 1) {
			i += size
			continue
		}
		b = append(b, s[start:i]...)
		switch r {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\r':
			b = append(b, '\\', 'r')
		case '\t':
			b = append(b, '\\', 't')
		default: // every rune that comes here lies in the first plane
			b = append(b, '\\', 'u', hexDigits[r>>12&15], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
		}
		i += size
		start = i
	}
	return append(append(b, s[start:]...), '"')
}
