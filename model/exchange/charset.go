package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"astute/model"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// Errors of files that hold no table; each is wrapped in one that names the
// file and the cure.
var (
	ErrNotText  = errors.New("not a text file")
	ErrEmpty    = errors.New("the file is empty")
	ErrEncoding = errors.New("unknown encoding")
)

// magics are how files begin that people take for CSV, and what to do instead.
var magics = []struct{ start, cure string }{
	{"PK\x03\x04", "it is an archive, or a workbook that cannot be read: open it and save it as CSV UTF-8"},
	{"\xd0\xcf\x11\xe0", "it is an old Excel workbook: open it and save it as CSV UTF-8"},
	{"%PDF", "it is a PDF: ask for the data as CSV"},
	{"\x1f\x8b", "it is compressed: unpack it first"},
	{"SQLite format 3\x00", "it is a database: export the table as CSV"},
}

// decodeText returns the text of a file and the name of the encoding it was in.
// named is the encoding the user says it is in, "" to find out: a byte order
// mark, then the pattern of NUL bytes that UTF-16 makes of commas and blanks, then
// UTF-8 where it is valid, else Windows-1252, which gives every byte a letter.
// A file that is UTF-8 in some places only (two programs wrote into it) is read
// so there, and as Windows-1252 in the others; strayLine is the first line of
// those, else 0.
func decodeText(data []byte, named string) (text, name string, strayLine int, err error) {
	if len(data) == 0 {
		return "", "", 0, fmt.Errorf("%w: export it again", ErrEmpty)
	}
	for _, m := range magics {
		if bytes.HasPrefix(data, []byte(m.start)) {
			return "", "", 0, fmt.Errorf("%w: %s", ErrNotText, m.cure)
		}
	}
	if named != "" {
		enc, err := encodingNamed(named)
		if err != nil {
			return "", "", 0, fmt.Errorf("%w %q: use a name like utf-8, windows-1250, shift_jis or macintosh", ErrEncoding, named)
		}
		if order, mark, ok := utf16Order(data); ok && (mark > 0 || isUTF16(named)) {
			enc = unicode.UTF16(order, unicode.UseBOM) // what it says of itself is surer than what is said of it
		}
		// A mark says of itself what it is: rows that were not taken have one, whatever
		// the encoding that was said of the file they come from.
		if body, marked := bytes.CutPrefix(data, []byte("\xef\xbb\xbf")); marked && utf8.Valid(body) {
			return noNUL(string(body), "UTF-8", 0)
		}
		out, err := enc.NewDecoder().Bytes(data)
		if err != nil {
			return "", "", 0, fmt.Errorf("%w: it cannot be read as %s: %v", ErrNotText, named, err)
		}
		return noNUL(strings.TrimPrefix(string(out), "\ufeff"), named, 0)
	}
	if order, mark, ok := utf16Order(data); ok {
		name := "UTF-16LE"
		if order == unicode.BigEndian {
			name = "UTF-16BE"
		}
		out, err := unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(data[mark:])
		if err != nil {
			return "", "", 0, fmt.Errorf("%w: it cannot be read as %s: %v", ErrNotText, name, err)
		}
		return noNUL(string(out), name, 0)
	}
	body, marked := bytes.CutPrefix(data, []byte("\xef\xbb\xbf"))
	if utf8.Valid(body) {
		return noNUL(string(body), "UTF-8", 0)
	}
	if good, bad := countUTF8(body); marked || good*mixedShare > bad {
		text, stray := mixedText(body)
		return noNUL(text, "UTF-8", stray)
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(body)
	if err != nil {
		return "", "", 0, fmt.Errorf("%w: %v", ErrNotText, err)
	}
	return noNUL(string(out), "Windows-1252", 0)
}

// otherNames are names of encodings that people and programs use beside those of
// the web.
var otherNames = map[string]string{
	"macroman": "macintosh", "mac-roman": "macintosh", "mac roman": "macintosh", "mac os roman": "macintosh", "ansi": "windows-1252", "1252": "windows-1252",
	"1250": "windows-1250", "1251": "windows-1251", "cp932": "shift_jis", "932": "shift_jis", "utf16": "utf-16", "utf-16 le": "utf-16le", "utf-16 be": "utf-16be", "latin-1": "latin1",
}

// encodingNamed returns the encoding of a name.
func encodingNamed(name string) (encoding.Encoding, error) {
	name = strings.ToLower(strings.TrimSpace(name))
	if usual, ok := otherNames[name]; ok {
		name = usual
	}
	return htmlindex.Get(name)
}

func isUTF16(name string) bool { return strings.HasPrefix(squash(name), "utf16") }

// foreignWords returns the first few words of a table with letters that are not
// ASCII: they show whether its encoding was guessed right.
func foreignWords(t *Table) []string {
	const most = 5
	var words []string
	for _, row := range append([]Row{{Cells: t.Header}}, t.Rows...) {
		for _, cell := range row.Cells {
			for _, word := range strings.Fields(cell) {
				word = strings.Trim(model.CleanLine(word), `"'.,;:()`)
				if strings.IndexFunc(word, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0 && !slices.Contains(words, word) {
					words = append(words, brief(word))
				}
				if len(words) == most {
					return words
				}
			}
		}
	}
	return words
}

// mixedShare is of how many bytes beyond ASCII one letter in UTF-8 shows that
// it was meant: text in single bytes almost never holds two that are one.
const mixedShare = 20

// noNUL refuses text that no program wrote as text.
func noNUL(text, encoding string, stray int) (string, string, int, error) {
	if at := strings.IndexByte(text, 0); at >= 0 {
		line := 1 + strings.Count(text[:at], "\n")
		return "", "", 0, fmt.Errorf("%w: there is a NUL byte on line %d; export it again as CSV UTF-8", ErrNotText, line)
	}
	if strings.TrimSpace(text) == "" {
		return "", "", 0, fmt.Errorf("%w: export it again", ErrEmpty)
	}
	return text, encoding, stray, nil
}

// utf16Order tells UTF-16 by its mark, or by NUL bytes that stand at every
// other place only, and how long the mark is.
func utf16Order(data []byte) (order unicode.Endianness, mark int, ok bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return unicode.LittleEndian, 2, true
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return unicode.BigEndian, 2, true
	}
	head := data[:min(len(data), 4096)&^1]
	var nuls [2]int
	for i, c := range head {
		if c == 0 {
			nuls[i&1]++
		}
	}
	pairs := len(head) / 2
	switch {
	case pairs == 0:
	case nuls[0] == 0 && (nuls[1]*2 > pairs || nuls[1]*fewestNULs >= pairs && endsLine(head, 0)):
		return unicode.LittleEndian, 0, true
	case nuls[1] == 0 && (nuls[0]*2 > pairs || nuls[0]*fewestNULs >= pairs && endsLine(head, 1)):
		return unicode.BigEndian, 0, true
	}
	return order, 0, false
}

// fewestNULs is of how many letters one must be ASCII, so that lines without a mark
// are taken for UTF-16: delimiters and blanks are, also between words of Japanese.
const fewestNULs = 16

// endsLine reports whether a line of UTF-16 ends in the text, whose lower bytes
// stand at the even places, or the odd ones.
func endsLine(head []byte, lower int) bool {
	for i := 0; i+1 < len(head); i += 2 {
		if c := head[i+lower]; (c == '\n' || c == '\r') && head[i+1-lower] == 0 {
			return true
		}
	}
	return false
}

// countUTF8 counts the letters beyond ASCII that are valid UTF-8, and the bytes
// that are not.
func countUTF8(data []byte) (good, bad int) {
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		data = data[size:]
	}
	return good, bad
}

// mixedText reads UTF-8 with single bytes of Windows-1252 in it, and says on
// which line the first of them stands.
func mixedText(data []byte) (text string, strayLine int) {
	var b strings.Builder
	b.Grow(len(data) + 16)
	line := 1
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			r = charmap.Windows1252.DecodeByte(data[0])
			if strayLine == 0 {
				strayLine = line
			}
		}
		if r == '\n' {
			line++
		}
		b.WriteRune(r)
		data = data[size:]
	}
	return b.String(), strayLine
}
