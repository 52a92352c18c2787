package exchange

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"astute/model"
)

// memory is what a record remembers of the imports it came from, one entry a
// source. It is kept as text in the record's head, so that an undo of the import
// forgets it too:
//
//	@Salesforce <tab> 0035g00000XyzAbAAJ <tab> 9f3b6c2e11d04a57 <tab> contacts.csv
//	10=Jane Smith
//	+Lead Source=Web
//	?15=0035g00000QrsTuAAK
//
// The first line names the source, the record's id there, the hashes of the rows
// that it came from, and the files that brought values. Below stand the values as
// they were imported, by field number; "+" is a column kept in the notes, "?" a
// link to a record that no import has brought yet, "!" its line in
// the notes, "~" names that were passed over for a link because it
// was set already, "&" a teammate whom it put into the team.
type memory []*entry

// entry is the memory of one source.
type entry struct {
	source   string
	external string
	hashes   []uint64
	files    string // that brought values; several with " or " between them
	values   []pair
	base     []pair // the values before this import
}

type pair struct{ key, value string }

func (e *entry) get(key string) (string, bool) { return find(e.values, key) }

func find(list []pair, key string) (string, bool) {
	for i := range list {
		if list[i].key == key {
			return list[i].value, true
		}
	}
	return "", false
}

func (e *entry) put(key, value string) {
	for i := range e.values {
		if e.values[i].key == key {
			e.values[i].value = value
			return
		}
	}
	e.values = append(e.values, pair{key, value})
}

func (e *entry) drop(key string) {
	e.values = slices.DeleteFunc(e.values, func(p pair) bool { return p.key == key })
}

// addFile remembers a file that brought a value. Beyond a few nobody wants to
// read their names.
func (e *entry) addFile(name string) {
	switch {
	case e.files == "":
		e.files = name
	case e.files != name && !slices.Contains(strings.Split(e.files, fileSep), name) && strings.Count(e.files, fileSep) < 2:
		e.files += fileSep + name
	}
}

const fileSep = " or "

// hasPending reports whether a link of the source leads to nothing yet.
func (e *entry) hasPending() bool {
	return slices.ContainsFunc(e.values, func(p pair) bool { return strings.HasPrefix(p.key, "?") })
}

// of returns the entry of a source, nil when there is none.
func (m memory) of(source string) *entry {
	for _, e := range m {
		if e.source == source {
			return e
		}
	}
	return nil
}

// maxHashes bounds how many rows of one file a record remembers.
const maxHashes = 16

// addHash remembers a row, the newest first.
func (e *entry) addHash(hash uint64) {
	if hash != 0 && !slices.Contains(e.hashes, hash) {
		e.hashes = append(e.hashes, hash)
		if len(e.hashes) > maxHashes {
			e.hashes = e.hashes[1:]
		}
	}
}

var memoryUnescaper = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\t`, "\t", `\e`, "=")

// appendEscaped writes a text so that it stays on its line and in its place.
func appendEscaped(b []byte, text string) []byte {
	from := 0
	for i := 0; i < len(text); i++ {
		escaped := ""
		switch text[i] {
		case '\\':
			escaped = `\\`
		case '\n':
			escaped = `\n`
		case '\t':
			escaped = `\t`
		case '=':
			escaped = `\e`
		default:
			continue
		}
		b = append(append(b, text[from:i]...), escaped...)
		from = i + 1
	}
	return append(b, text[from:]...)
}

// text writes the memory, with its values in a fixed order.
func (m memory) text() string {
	if len(m) == 0 {
		return ""
	}
	return string(m.appendText(make([]byte, 0, 512)))
}

// appendText is text behind what b holds.
func (m memory) appendText(b []byte) []byte {
	for i, e := range m {
		if i > 0 {
			b = append(b, '\n')
		}
		b = appendEscaped(append(b, '@'), e.source)
		b = appendEscaped(append(b, '\t'), e.external)
		b = append(b, '\t')
		for i, h := range e.hashes {
			if i > 0 {
				b = append(b, ',')
			}
			b = strconv.AppendUint(b, h, 16)
		}
		if e.files != "" {
			b = appendEscaped(append(b, '\t'), e.files)
		}
		var room [32]int32
		for _, at := range e.inOrder(room[:0]) {
			p := &e.values[at]
			b = appendEscaped(append(b, '\n'), p.key)
			b = appendEscaped(append(b, '='), p.value)
		}
	}
	return b
}

// inOrder returns the places of the values in the order of their keys, in room
// where that is enough. Moving places about is cheaper than moving the values.
func (e *entry) inOrder(room []int32) []int32 {
	for i := range e.values {
		room = append(room, int32(i))
	}
	slices.SortFunc(room, func(x, y int32) int { return strings.Compare(e.values[x].key, e.values[y].key) })
	return room
}

// readMemory reads what text wrote. Lines that it cannot read are left out: a
// memory that is lost costs a question, never a record.
func readMemory(text string) memory {
	if text == "" {
		return nil
	}
	var m memory
	for line, rest, more := "", text, true; more; {
		line, rest, more = strings.Cut(rest, "\n")
		if head, ok := strings.CutPrefix(line, "@"); ok {
			source, ids, _ := strings.Cut(head, "\t")
			external, hashes, ok := strings.Cut(ids, "\t")
			if !ok {
				continue
			}
			hashes, names, _ := strings.Cut(hashes, "\t")
			e := &entry{source: unescape(source), external: unescape(external), files: unescape(names), values: make([]pair, 0, strings.Count(rest, "\n")+2)}
			for h, rest, more := "", hashes, hashes != ""; more; {
				h, rest, more = strings.Cut(rest, ",")
				if hash, err := strconv.ParseUint(h, 16, 64); err == nil {
					e.hashes = append(e.hashes, hash)
				}
			}
			m = append(m, e)
			continue
		}
		if key, value, ok := strings.Cut(line, "="); ok && len(m) > 0 {
			e := m[len(m)-1]
			e.values = append(e.values, pair{unescape(key), unescape(value)})
		}
	}
	return m
}

// unescape undoes memoryEscaper; most texts hold nothing to undo.
func unescape(text string) string {
	if strings.IndexByte(text, '\\') < 0 {
		return text
	}
	return memoryUnescaper.Replace(text)
}

// forDraft returns the memory with what it holds now kept as the base that the
// rows of an import are compared with.
func (m memory) forDraft() memory {
	for _, e := range m {
		e.base = slices.Clone(e.values)
	}
	return m
}

// longValue is how long a value may be to be remembered as it is; of a longer
// one a hash is enough to see whether it changed.
const longValue = 200

// remembered returns a value as the memory holds it.
func remembered(value string) string {
	if len(value) <= longValue && !strings.HasPrefix(value, "##") {
		return value
	}
	return fmt.Sprintf("##%016x", hashText(value))
}

func hashText(text string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(text))
	return h.Sum64()
}

// hashRow returns a number for what a row says: the same for the same cells
// under the same headings, in whatever order the columns stand. It is never 0.
func (s *sheet) hashRow(row Row, headings []uint64) uint64 {
	var sum uint64
	for i, cell := range row.Cells {
		if cell == "" || headings[i] == 0 {
			continue
		}
		h := headings[i]
		for j := 0; j < len(cell); j++ {
			h = (h ^ uint64(cell[j])) * 1099511628211 // FNV-1a, begun with the heading
		}
		sum += h ^ h>>29
	}
	return max(sum, 1)
}

// headingHashes returns the number that each column's cells begin with, 0 for
// columns that are left out.
func (s *sheet) headingHashes() []uint64 {
	list := make([]uint64, len(s.Header))
	for i, heading := range s.Header {
		if !slices.Contains(s.ignored, heading) {
			list[i] = hashText(squash(heading)) | 1
		}
	}
	return list
}

// fieldKey is the key of a field in the memory.
func fieldKey(num int) string { return strconv.Itoa(num) }

// pendingKey is the key of a link that leads to nothing yet.
func pendingKey(num int) string { return "?" + strconv.Itoa(num) }

// openKey is the key of the line that a pending link has in the notes.
func openKey(num int) string { return "!" + strconv.Itoa(num) }

// passedKey is the key of names that were passed over for a link.
func passedKey(num int) string { return "~" + strconv.Itoa(num) }

// noteKey is the key of a column kept in the notes.
func noteKey(heading string) string { return "+" + heading }

// pendingNum returns the field number of a pending link's key.
func pendingNum(key string) (int, bool) {
	rest, ok := strings.CutPrefix(key, "?")
	n, err := strconv.Atoi(rest)
	return n, ok && err == nil
}

// sourceID returns an id as a source compares it: Salesforce's form of 15
// characters gets the three that spell out its capitals.
func sourceID(source, id string) string {
	id = model.CleanLine(id)
	if source != sourceSalesforce || len(id) != 15 {
		return id
	}
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
	out := []byte(id)
	for chunk := 0; chunk < 3; chunk++ {
		n := 0
		for i := 0; i < 5; i++ {
			c := id[chunk*5+i]
			switch {
			case 'A' <= c && c <= 'Z':
				n |= 1 << i
			case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			default:
				return id
			}
		}
		out = append(out, alphabet[n])
	}
	return string(out)
}
