package exchange

import (
	"encoding/base64"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
)

// card is one vCard as it is written: version 2.1, 3.0 (RFC 2426) or 4.0 (RFC
// 6350).
type card struct {
	line  int // physical line of its BEGIN
	old   bool
	props []cardProp
	agent *card // a card inside it
	fault string
}

// cardProp is one property of a card. The value is still encoded and escaped.
type cardProp struct {
	line    int
	group   string
	name    string   // in capitals
	types   []string // in small letters
	params  map[string]string
	value   string
	encoded string // "" plain, "q" quoted-printable, "b" base64
	old     bool
	from    *cardReader
}

// first returns the property of a name that is preferred, or stands first.
func (c *card) first(name string) (cardProp, bool) {
	list := c.all(name)
	if len(list) == 0 {
		return cardProp{}, false
	}
	return list[0], true
}

// text returns the text of the first property of a name.
func (c *card) text(name string) string {
	if p, ok := c.first(name); ok {
		return p.text()
	}
	return ""
}

// all returns the properties of a name, preferred ones first. Of those that say
// one thing in several languages (ALTID) the first counts.
func (c *card) all(name string) []cardProp {
	var list []cardProp
	seen := map[string]bool{}
	for _, p := range c.props {
		if p.name != name {
			continue
		}
		if id := p.params["ALTID"]; id != "" {
			if seen[id] {
				continue
			}
			seen[id] = true
		}
		list = append(list, p)
	}
	slices.SortStableFunc(list, func(a, b cardProp) int { return a.preference() - b.preference() })
	return list
}

// preference is 1 for what is preferred most, 101 where nothing is said.
func (p cardProp) preference() int {
	if n, err := strconv.Atoi(p.params["PREF"]); err == nil && n >= 1 && n <= 100 {
		return n
	}
	if p.is("pref") {
		return 1
	}
	return 101
}

// is reports whether the property is of one of the types.
func (p cardProp) is(types ...string) bool {
	return slices.ContainsFunc(types, func(t string) bool { return slices.Contains(p.types, t) })
}

// text returns the value as text.
func (p cardProp) text() string { return p.read(p.value) }

// parts returns the texts of a value of several, or of several components.
func (p cardProp) parts(sep byte) []string {
	var texts []string
	for _, part := range splitEscaped(p.value, sep) {
		texts = append(texts, p.read(part))
	}
	return texts
}

// read decodes and unescapes a value or a part of one.
func (p cardProp) read(value string) string {
	switch p.encoded {
	case "q":
		value = unquotePrintable(value)
	case "b":
		if out, err := base64.StdEncoding.DecodeString(value); err == nil {
			value = string(out)
		}
	}
	value = p.from.decode(value, p.params["CHARSET"], p.encoded != "")
	if p.old {
		return strings.NewReplacer(`\;`, ";", `\,`, ",", `\:`, ":", "\r\n", "\n", "\r", "\n").Replace(value)
	}
	return unescapeText(value)
}

// unquotePrintable decodes quoted-printable; what is none stands as it is.
func unquotePrintable(value string) string {
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		if value[i] == '=' && i+2 < len(value) {
			if n, err := strconv.ParseUint(value[i+1:i+3], 16, 8); err == nil {
				b.WriteByte(byte(n))
				i += 2
				continue
			}
		}
		b.WriteByte(value[i])
	}
	return b.String()
}

// cardReader reads the cards of one file.
type cardReader struct {
	encoding string // of the file, as decodeText names it; "" where it is decoded already
	lines    []string
	at       int
	errors   []RowError
	lost     int  // the line after the last that means nothing
	charsets bool // properties name encodings of their own
	nested   int  // cards that are open
}

// decode returns text of the encoding that a property names, else of the file's.
// What was encoded on top of that need not be in the file's.
func (r *cardReader) decode(text, charset string, encoded bool) string {
	name := r.encoding
	if charset != "" && (r.encoding != "" || encoded) {
		name = charset
	} else if encoded && name == "UTF-8" && !utf8.ValidString(text) {
		name = "Windows-1252"
	}
	if name == "" || ascii(text) {
		return text
	}
	if strings.EqualFold(name, "utf-8") {
		if utf8.ValidString(text) {
			return text
		}
		mixed, _ := mixedText([]byte(text))
		return mixed
	}
	enc, err := htmlindex.Get(name)
	if err != nil {
		return strings.ToValidUTF8(text, "\ufffd")
	}
	out, err := enc.NewDecoder().String(text)
	if err != nil {
		return strings.ToValidUTF8(text, "\ufffd")
	}
	return out
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// isCards reports whether a file holds vCards.
func isCards(name string, data []byte) bool {
	switch {
	case hasSuffixFold(name, ".vcf"), hasSuffixFold(name, ".vcard"):
		return true
	}
	// The letters of UTF-16 have a NUL beside them, and nothing else has one.
	text := strings.ReplaceAll(string(data[:min(len(data), 512)]), "\x00", "")
	text = strings.TrimLeft(text, "\xef\xbb\xbf\xfe\xff \t\r\n")
	return len(text) >= len(beginCard) && strings.EqualFold(text[:len(beginCard)], beginCard)
}

func hasSuffixFold(s, suffix string) bool {
	return len(s) >= len(suffix) && strings.EqualFold(s[len(s)-len(suffix):], suffix)
}

const (
	beginCard = "BEGIN:VCARD"
	endCard   = "END:VCARD"
)

var foldRemover = strings.NewReplacer("\r\n ", "", "\r\n\t", "", "\n ", "", "\n\t", "")

// readCards reads every card of a file. What cannot be read is in the errors and
// faults, by physical line; it fails only where there is no text at all.
func readCards(name string, data []byte, encoding string) ([]*card, *cardReader, error) {
	// Lines may be folded between the bytes of a letter.
	text, enc, stray, err := decodeText([]byte(foldRemover.Replace(string(data))), encoding)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	if stray > 0 {
		_, stray = mixedText(data)
	}
	r := &cardReader{encoding: enc}
	if strings.HasPrefix(enc, "UTF-16") {
		r.encoding = ""
	} else {
		text = strings.TrimPrefix(string(data), "\ufeff") // properties may name encodings of their own
	}
	r.lines = strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n")
	var cards []*card
	for r.at < len(r.lines) {
		line := strings.TrimSpace(r.lines[r.at])
		switch {
		case line == "":
			r.at++
		case strings.EqualFold(line, beginCard):
			cards = append(cards, r.card())
		default:
			r.strange(r.at, "stands outside of any card; it was left out")
			r.at++
		}
	}
	if len(cards) == 0 {
		return nil, nil, fmt.Errorf("%s: %w: no card begins in it: export it again as vCard", name, ErrEmpty)
	}
	if stray > 0 && !r.charsets {
		r.errors = append(r.errors, RowError{Line: stray, Column: "vCard", Reason: strayReason})
	}
	return cards, r, nil
}

// strange reports a line that means nothing; of several in a row the first.
func (r *cardReader) strange(at int, reason string) {
	again := at > 0 && at == r.lost
	if r.lost = at + 1; again {
		return
	}
	r.errors = append(r.errors, RowError{Line: at + 1, Column: "vCard", Value: strings.ToValidUTF8(r.lines[at], "\ufffd"), Reason: reason})
}

// card reads the card that begins on the line, up to its end, or up to where
// another begins that is not inside it.
func (r *cardReader) card() *card {
	c := &card{line: r.at + 1}
	r.nested++
	defer func() { r.nested-- }()
	r.at++
	c.old = r.isOld()
	for agent := false; r.at < len(r.lines); {
		line := strings.TrimSpace(r.lines[r.at])
		switch {
		case line == "":
			r.at++
		case strings.EqualFold(line, endCard):
			r.at++
			return c
		case strings.EqualFold(line, beginCard):
			if !agent || r.nested == mostNested {
				c.fault = fmt.Sprintf("another card begins on line %d before this one ends: put END:VCARD there", r.at+1)
				return c
			}
			c.agent, agent = r.card(), false
		default:
			at := r.at
			p, ok := r.property(c.old)
			if !ok {
				r.strange(at, "is no property of a card; it was left out")
				continue
			}
			agent = p.name == "AGENT" && strings.TrimSpace(p.value) == ""
			c.props = append(c.props, p)
		}
	}
	c.fault = "the card has no end: put END:VCARD there"
	return c
}

// isOld reports whether the card that begins before the line is of version 2.1.
func (r *cardReader) isOld() bool {
	for _, line := range r.lines[r.at:] {
		line = strings.ToUpper(strings.TrimSpace(line))
		if version, ok := strings.CutPrefix(line, "VERSION:"); ok {
			return strings.TrimSpace(version) == "2.1"
		}
		if line == endCard || line == beginCard {
			break
		}
	}
	return false
}

// mostHeadFolds is over how many lines the parameters of a property may be folded:
// each is a look at all of them again, and only a file that is made to harm has
// more.
const mostHeadFolds = 40

// mostNested is how many cards may stand inside one another: an assistant's own
// assistant is nobody's contact.
const mostNested = 3

// property reads one property, with the lines that it is folded over.
func (r *cardReader) property(old bool) (cardProp, bool) {
	p := cardProp{line: r.at + 1, old: old, from: r}
	line := r.lines[r.at]
	r.at++
	value, ok := p.setHead(line)
	for n := 0; !ok && n < mostHeadFolds && r.folded(); n++ { // it may be folded within its parameters
		line += r.lines[r.at][1:]
		r.at++
		value, ok = p.setHead(line)
	}
	if !ok {
		return p, false
	}
	pieces := []string{value}
	for ; r.at < len(r.lines); r.at++ {
		next, last := r.lines[r.at], pieces[len(pieces)-1]
		soft := strings.TrimRight(last, " \t")
		switch {
		case p.encoded == "q" && strings.HasSuffix(soft, "=") && !strings.EqualFold(strings.TrimSpace(next), endCard):
			pieces[len(pieces)-1] = soft[:len(soft)-1]
			pieces = append(pieces, next)
			continue
		case r.folded() && old && p.encoded == "":
			pieces = append(pieces, next) // the blank is the text's own
			continue
		case r.folded():
			pieces = append(pieces, next[1:])
			continue
		case p.encoded == "b" && isBase64(next):
			pieces = append(pieces, next)
			continue
		}
		break
	}
	p.value = strings.Join(pieces, "")
	if p.encoded == "b" {
		p.value = strings.Join(strings.Fields(p.value), "")
	}
	r.charsets = r.charsets || p.params["CHARSET"] != ""
	return p, true
}

// folded reports whether the line goes on with the one before it.
func (r *cardReader) folded() bool {
	return r.at < len(r.lines) && r.lines[r.at] != "" && (r.lines[r.at][0] == ' ' || r.lines[r.at][0] == '\t') && strings.TrimSpace(r.lines[r.at]) != ""
}

// isBase64 reports whether a line is nothing but base64: old phones do not
// indent what goes on.
func isBase64(line string) bool {
	line = strings.TrimSpace(line)
	return line != "" && strings.Trim(line, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=") == ""
}

// setHead reads what stands before the value of a property and returns the
// value. It reports false where the line is no property.
func (p *cardProp) setHead(line string) (value string, ok bool) {
	var parts []string
	from, quoted := 0, false
	for i := 0; i < len(line) && !ok; i++ {
		switch c := line[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == ';':
			parts, from = append(parts, line[from:i]), i+1
		case c == ':':
			parts, value, ok = append(parts, line[from:i]), line[i+1:], true
		}
	}
	if !ok {
		return "", false
	}
	name := strings.ToUpper(strings.TrimSpace(parts[0]))
	if at := strings.LastIndexByte(name, '.'); at >= 0 {
		p.group, name = name[:at], name[at+1:]
	}
	if name == "" || strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_/") != "" {
		return "", false
	}
	p.name, p.params, p.types, p.encoded = name, map[string]string{}, nil, ""
	for _, param := range parts[1:] {
		key, text, named := strings.Cut(param, "=")
		if !named { // version 2.1 names only what it is about
			key, text = bareParam(param), param
		}
		p.setParam(strings.ToUpper(strings.TrimSpace(key)), strings.TrimSpace(text))
	}
	return value, true
}

// bareParam returns the parameter that a value without a name belongs to.
func bareParam(value string) string {
	switch strings.ToUpper(strings.TrimSpace(value)) {
	case "QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT":
		return "ENCODING"
	case "URL", "INLINE", "CID", "CONTENT-ID":
		return "VALUE"
	}
	return "TYPE"
}

func (p *cardProp) setParam(key, value string) {
	switch key {
	case "TYPE":
		for _, t := range strings.Split(value, ",") {
			p.types = append(p.types, strings.ToLower(strings.Trim(t, ` "`)))
		}
	case "ENCODING":
		switch strings.ToUpper(strings.Trim(value, `"`)) {
		case "QUOTED-PRINTABLE":
			p.encoded = "q"
		case "BASE64", "B":
			p.encoded = "b"
		}
	default:
		p.params[key] = strings.NewReplacer("^n", "\n", "^'", `"`, "^^", "^").Replace(strings.Trim(value, `"`))
	}
}
