package exchange

import (
	"strings"
	"unicode/utf8"

	"astute/model"
)

// maxOctets is how long a line of a calendar or card may be, its break not
// counted (RFC 5545 and RFC 6350, section 3.1 and 3.2).
const maxOctets = 75

// appendLine appends a content line, folded between runes into lines of at most
// [maxOctets] octets, each but the first after a blank.
func appendLine(b []byte, line string) []byte {
	room := maxOctets
	for len(line) > room {
		cut := room
		for cut > 0 && !utf8.RuneStart(line[cut]) {
			cut--
		}
		if cut == 0 { // bytes that are no text at all
			cut = room
		}
		b = append(b, line[:cut]...)
		b = append(b, "\r\n "...)
		line, room = line[cut:], maxOctets-1
	}
	return append(append(b, line...), "\r\n"...)
}

var textEscaper = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

// escapeText writes text as a value: what could end it is escaped, and what no
// file of lines may hold is left out.
func escapeText(text string) string { return textEscaper.Replace(model.CleanText(text)) }

// unescapeText reads what escapeText wrote. A backslash before anything else
// stays, as in the paths that people write.
func unescapeText(value string) string {
	if !strings.Contains(value, `\`) {
		return value
	}
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		if value[i] != '\\' || i+1 == len(value) {
			b.WriteByte(value[i])
			continue
		}
		switch next := value[i+1]; next {
		case 'n', 'N':
			b.WriteByte('\n')
		case '\\', ';', ',', ':':
			b.WriteByte(next)
		default:
			b.WriteByte('\\')
			continue
		}
		i++
	}
	return b.String()
}

// splitEscaped splits a value at a separator that no backslash stands before.
// The parts are still escaped.
func splitEscaped(value string, sep byte) []string {
	var parts []string
	from := 0
	for i := 0; i < len(value); i++ {
		switch value[i] {
		case '\\':
			i++
		case sep:
			parts = append(parts, value[from:i])
			from = i + 1
		}
	}
	return append(parts, value[from:])
}
