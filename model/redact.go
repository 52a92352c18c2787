package model

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Forgotten stands in texts where a person was named who asked to be erased.
const Forgotten = "(forgotten)"

// PersonalTexts returns the texts that tell a contact from everybody else: the
// whole name, e-mail, phones, profile and the id elsewhere. A name of one word is
// left out, and so is whatever is too short: taken out of a sentence it could
// have been anything.
func PersonalTexts(c *Contact) []string {
	var list []string
	add := func(text string, fits bool) {
		if text = strings.TrimSpace(text); fits && !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	for _, name := range []string{c.Name, c.PreferredName} {
		add(name, len(strings.Fields(name)) > 1)
	}
	add(c.Email, strings.Contains(c.Email, "@"))
	for _, phone := range c.Phones {
		add(phone, digitCount(phone) >= shortestPhone)
	}
	add(c.Profile, utf8.RuneCountInString(c.Profile) >= shortestID)
	add(c.ExternalID, utf8.RuneCountInString(c.ExternalID) >= shortestID)
	return list
}

// A phone number or an id that is shorter is anybody's.
const (
	shortestPhone = 7
	shortestID    = 8
)

func digitCount(text string) int {
	n := 0
	for _, r := range text {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// Redaction takes texts out of others wherever they stand as words of their own,
// in any case.
type Redaction struct{ any *regexp.Regexp }

// RedactionOf returns the redaction of the texts; of none it changes nothing.
func RedactionOf(texts []string) Redaction {
	var quoted []string
	for _, text := range texts {
		quoted = append(quoted, regexp.QuoteMeta(text))
	}
	if len(quoted) == 0 {
		return Redaction{}
	}
	slices.SortFunc(quoted, func(a, b string) int { return len(b) - len(a) }) // the longest that fits
	return Redaction{regexp.MustCompile("(?i)" + strings.Join(quoted, "|"))}
}

// Of returns the text with [Forgotten] in the place of each of the texts, and
// whether there was one.
func (d Redaction) Of(text string) (redacted string, found bool) {
	if d.any == nil {
		return text, false
	}
	var b strings.Builder
	kept := 0
	for _, at := range d.any.FindAllStringIndex(text, -1) {
		before, _ := utf8.DecodeLastRuneInString(text[:at[0]])
		after, _ := utf8.DecodeRuneInString(text[at[1]:])
		if ofWord(before) || ofWord(after) {
			continue
		}
		b.WriteString(text[kept:at[0]] + Forgotten)
		kept = at[1]
	}
	if kept == 0 {
		return text, false
	}
	return b.String() + text[kept:], true
}

func ofWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// Speaks reports whether one of the texts stands in the text.
func (d Redaction) Speaks(text string) bool {
	_, found := d.Of(text)
	return found
}

// Redact takes the texts out of all texts of a record, hidden and unknown ones
// included. It returns a copy, and false with the record itself where there was
// nothing to take out.
func (d Redaction) Redact(r Record) (Record, bool) {
	var changed Record
	fields := r.Fields()
	for i, f := range fields {
		if t := f.Type(); t != TypeText && t != TypeTexts || f.IsCurrency() {
			continue
		}
		text, found := d.Of(f.Text())
		if !found {
			continue
		}
		if changed == nil {
			changed = Clone(r)
			fields = changed.Fields()
		}
		_ = fields[i].Parse(text) // a text takes any text
	}
	for i, u := range r.Base().Unknown {
		text, found := d.Of(u.Text)
		if !found {
			continue
		}
		if changed == nil {
			changed = Clone(r)
			fields = changed.Fields()
		}
		changed.Base().Unknown[i].Text = text
	}
	if changed == nil {
		return r, false
	}
	return changed, true
}

// SpeaksOf returns the labels of the fields of a record in which one of the texts
// stands.
func (d Redaction) SpeaksOf(r Record) []string {
	var labels []string
	for _, f := range r.Fields() {
		if t := f.Type(); (t == TypeText || t == TypeTexts) && d.Speaks(f.Text()) && !f.Hidden {
			labels = append(labels, f.Label)
		}
	}
	return labels
}
