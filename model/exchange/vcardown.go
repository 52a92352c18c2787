package exchange

import (
	"strings"
	"time"

	"astute/model"
)

// own puts a card that we wrote into a row under our own headings, so that it is
// read as our own CSV is. What another program added to it goes to the notes.
func (t *cardTable) own(c *card) {
	t.begin(c)
	one := func(heading, cell string) {
		if isFormula(cell) {
			cell = "'" + cell
		}
		t.set(heading, cell)
	}
	put := func(heading string, items ...string) { one(heading, joinItems(items)) }
	one("id", ownID(c.text("UID")).String())
	one("kind", model.KindContact.String())
	one("changed", momentOf(c.text("REV")))
	one("name", c.text("FN"))
	one("preferred_name", c.text("NICKNAME"))
	one("title", c.text("TITLE"))
	one("function", c.text("ROLE"))
	one("location", c.ownLocation())
	one("time_zone", c.text("TZ"))
	one("profile", c.text("URL"))
	one("notes", c.text("NOTE"))
	if p, ok := c.first("ORG"); ok {
		put("account", p.parts(';')[0])
	}
	for i, p := range c.emails() {
		if i == 0 {
			one("email", p.text())
		} else {
			t.set("Other e-mail", p.text())
		}
	}
	var phones, tags []string
	for _, p := range c.all("TEL") {
		phones = append(phones, phoneText(p))
	}
	for _, p := range c.all("CATEGORIES") {
		tags = append(tags, p.parts(',')...)
	}
	put("phones", phones...)
	put("tags", tags...)
	t.related(c, func(name string) { put("reports_to", name) })
	t.rest(c)
}

// ownLocation returns the address of a card of ours, which has it in one
// component; of one that another program filled in, all of them.
func (c *card) ownLocation() string {
	p, ok := c.first("ADR")
	if !ok {
		return ""
	}
	return oneLineOf(strings.Join(filled(p.parts(';')), ", "))
}

// momentOf reads the moments that cards are written with, and returns it as our
// own CSV has it; "" for what is none.
func momentOf(text string) string {
	for _, layout := range []string{time.RFC3339, "20060102T150405Z", "2006-01-02T15:04:05", "20060102T150405"} {
		if t, err := time.Parse(layout, strings.TrimSpace(text)); err == nil {
			return model.InstantOf(t).String()
		}
	}
	return ""
}
