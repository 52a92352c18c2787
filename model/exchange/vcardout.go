package exchange

import (
	"io"
	"strings"
	"time"

	"astute/model"
)

// CardOptions says how cards are written.
type CardOptions struct {
	Four bool // version 4.0 (RFC 6350) instead of 3.0 (RFC 2426), which every address book reads
}

// WriteCards writes the contacts of a book as vCards, in the order of the book.
// Seats whose holder is not known and people who left have none. A card holds
// what an address book has a place for: name and the one to call by, title,
// function, company and unit, the manager's name, e-mail, phones, location, time
// zone, profile, tags and notes. [Import] reads that back equal; its UID stays
// for as long as the contact lives.
func WriteCards(w io.Writer, book *model.Book, o CardOptions) error {
	var b []byte
	for _, c := range model.All[*model.Contact](book) {
		if c.Placeholder || c.Left {
			continue
		}
		b = appendCard(b, c, book, o)
		if len(b) > 1<<16 {
			if _, err := w.Write(b); err != nil {
				return err
			}
			b = b[:0]
		}
	}
	_, err := w.Write(b)
	return err
}

// appendCard appends the card of a contact.
func appendCard(b []byte, c *model.Contact, book *model.Book, o CardOptions) []byte {
	version, uid, email, phone := "3.0", "UID", "EMAIL;TYPE=INTERNET", "TEL;TYPE=VOICE"
	if o.Four {
		version, uid, email, phone = "4.0", "UID;VALUE=text", "EMAIL", "TEL"
	}
	line := func(name, value string) {
		if value != "" {
			b = appendLine(b, name+":"+value)
		}
	}
	text := func(name, value string) { line(name, escapeText(value)) }
	line("BEGIN", "VCARD")
	line("VERSION", version)
	line(uid, c.ID.String()+ownUID)
	text("FN", c.Name)
	line("N", structuredName(c.Name))
	text("NICKNAME", c.PreferredName)
	text("TITLE", c.JobTitle)
	text("ROLE", c.Function.String())
	if account := book.Name(c.Account); account != "" {
		org := escapeText(account)
		if unit := book.Name(c.Unit); unit != "" {
			org += ";" + escapeText(unit)
		}
		line("ORG", org)
	}
	text(email, c.Email)
	for _, number := range c.Phones {
		text(phone, number)
	}
	if c.Location != "" {
		line("ADR;TYPE=WORK", ";;;"+escapeText(c.Location)+";;;")
	}
	text("TZ", c.TimeZone)
	line("URL", strings.ReplaceAll(model.CleanLine(c.Profile), `\`, `\\`)) // an address is no text: commas stand as they are
	if len(c.Tags) > 0 {
		tags := make([]string, len(c.Tags))
		for i, tag := range c.Tags {
			tags[i] = escapeText(tag)
		}
		line("CATEGORIES", strings.Join(tags, ","))
	}
	text("NOTE", c.Notes)
	if boss := book.Name(c.ReportsTo); boss != "" {
		text("item1.X-ABRELATEDNAMES", boss)
		line("item1.X-ABLabel", "_$!<Manager>!$_") // as address books name it that have a place for it
	}
	line("REV", revision(c.Changed, o))
	line("END", "VCARD")
	return b
}

// structuredName parts a name as cards must: what it ends with is the family's.
// Only FN is read back.
func structuredName(name string) string {
	name = sayName(name)
	behind := ""
	if at := strings.LastIndexByte(name, ','); at >= 0 && behindNames[squash(name[at+1:])] {
		name, behind = name[:at], strings.TrimSpace(name[at+1:])
	}
	words := strings.Fields(name)
	if len(words) < 2 {
		return escapeText(name) + ";;;;" + escapeText(behind)
	}
	last := len(words) - 1
	return escapeText(words[last]) + ";" + escapeText(strings.Join(words[:last], " ")) + ";;;" + escapeText(behind)
}

// revision writes the moment of the last edit, to the second that it was over:
// cards have no part of one, and must not seem older than their record.
func revision(changed model.Instant, o CardOptions) string {
	if changed == 0 {
		return ""
	}
	at := changed.Time().Add(time.Second - time.Nanosecond).Truncate(time.Second)
	if o.Four {
		return momentText(model.InstantOf(at))
	}
	return at.Format("2006-01-02T15:04:05Z")
}
