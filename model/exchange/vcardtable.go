package exchange

import (
	"fmt"
	"strings"

	"astute/model"
)

// formatCards is the [Table.Format] of cards, and their source.
const formatCards = "vCard"

// ReadCards reads vCards of any version as tables: those that [WriteCards] wrote
// under the headings of our own CSV, and all others under headings of their own,
// a row each with the line that the card begins on. Pictures, sounds and keys are
// left out; a list of people (KIND:group) is not a person.
func ReadCards(name string, data []byte, encoding string) ([]*Table, error) {
	cards, r, err := readCards(name, data, encoding)
	if err != nil {
		return nil, err
	}
	ours, others := newCardTable(name, r.encoding), newCardTable(name, r.encoding)
	ours.taken = fieldsOf("NICKNAME TZ")
	others.heading("Full Name")
	var pictures, groups int
	for _, c := range cards {
		switch kind := strings.ToLower(c.kind()); {
		case kind == "group":
			groups++
		case c.fault == "" && !ownID(c.text("UID")).IsZero():
			ours.own(c)
		default:
			others.foreign(c)
		}
		for _, p := range c.props {
			if p.name == "PHOTO" || p.name == "LOGO" {
				pictures++
			}
		}
	}
	var tables []*Table
	for _, t := range []*cardTable{others, ours} {
		if len(t.Rows) > 0 {
			tables = append(tables, t.Table)
		}
	}
	if tables == nil {
		tables = []*Table{others.Table}
	}
	tables[0].Errors = r.errors
	if groups > 0 {
		tables[0].Notes = append(tables[0].Notes, fmt.Sprintf("%s left out: a list of people is no contact", model.Count(groups, "group was", "groups were")))
	}
	if pictures > 0 {
		tables[0].Notes = append(tables[0].Notes, fmt.Sprintf("%s left out", model.Count(pictures, "picture was", "pictures were")))
	}
	return tables, nil
}

// kind returns what the card is of, in the words of RFC 6350 or Apple's.
func (c *card) kind() string {
	if kind := c.text("KIND"); kind != "" {
		return kind
	}
	if kind := c.text("X-ADDRESSBOOKSERVER-KIND"); kind != "" {
		return kind
	}
	if strings.EqualFold(c.text("X-ABSHOWAS"), "COMPANY") {
		return "org"
	}
	return ""
}

// ownID returns the record that a card is of which we wrote, the zero ID for
// others.
func ownID(uid string) model.ID {
	text, ours := strings.CutSuffix(uid, ownUID)
	id, err := model.ParseID(text)
	if !ours || err != nil {
		return model.ID{}
	}
	return id
}

// ownUID is what the UIDs of our own cards and events end with.
const ownUID = "@astute"

// cardTable is a table that grows a column for each heading that a card needs.
type cardTable struct {
	*Table
	column map[string]int
	taken  map[string]bool // properties that have a column of their own, so that they are not kept again with the rest
	row    *Row
}

func newCardTable(name, encoding string) *cardTable {
	if encoding == "" {
		encoding = "UTF-16"
	}
	return &cardTable{Table: &Table{File: name, Format: formatCards, Encoding: encoding, Line: 1}, column: map[string]int{}}
}

// begin begins the row of a card.
func (t *cardTable) begin(c *card) {
	t.Rows = append(t.Rows, Row{Line: c.line, fault: c.fault})
	t.row = &t.Rows[len(t.Rows)-1]
}

// heading returns the column of a heading, made when there is none.
func (t *cardTable) heading(name string) int {
	at, ok := t.column[name]
	if !ok {
		at = len(t.Header)
		t.column[name], t.Header = at, append(t.Header, name)
	}
	return at
}

// set puts a value under a heading; one that has one already gets a line more.
func (t *cardTable) set(heading, value string) {
	if value = strings.TrimSpace(value); value == "" {
		return
	}
	at := t.heading(heading)
	for len(t.row.Cells) <= at {
		t.row.Cells = append(t.row.Cells, "")
	}
	switch have := t.row.Cells[at]; {
	case have == "":
		t.row.Cells[at] = value
	case !within(value, have):
		t.row.Cells[at] = have + "\n" + value
	}
}

// cardHeadings are the properties whose text goes under one heading, whatever
// their parameters.
var cardHeadings = map[string]string{
	"NICKNAME": "Nickname", "TZ": "Time Zone", "BDAY": "Birthday", "ANNIVERSARY": "Anniversary",
	"X-ANNIVERSARY": "Anniversary", "LANG": "Language", "GENDER": "Gender", "DEATHDATE": "Died", "X-SPOUSE": "Spouse",
	"X-MANAGER": "Manager", "X-MS-MANAGER": "Manager", "X-EVOLUTION-MANAGER": "Manager", "X-KADDRESSBOOK-X-MANAGERSNAME": "Manager",
	"X-ASSISTANT": "Assistant", "X-MS-ASSISTANT": "Assistant", "X-EVOLUTION-ASSISTANT": "Assistant", "X-KADDRESSBOOK-X-ASSISTANTSNAME": "Assistant",
	"IMPP": "Messenger", "X-AIM": "AIM", "X-ICQ": "ICQ", "X-JABBER": "Jabber", "X-MSN": "MSN", "X-YAHOO": "Yahoo", "X-SKYPE": "Skype",
	"X-SKYPE-USERNAME": "Skype", "X-MS-IMADDRESS": "Messenger", "EXPERTISE": "Expertise", "HOBBY": "Hobby", "INTEREST": "Interest",
}

// cardOwn are the properties that are read one by one, and those that are about
// the card or the program that wrote it and not about the person.
var cardOwn = fieldsOf(`FN N ORG TITLE ROLE NOTE EMAIL TEL ADR LABEL URL X-SOCIALPROFILE CATEGORIES RELATED X-ABRELATEDNAMES UID AGENT
	BEGIN END VERSION PRODID REV KIND MEMBER CLIENTPIDMAP XML SORT-STRING CLASS MAILER SOURCE NAME PROFILE FBURL CALURI CALADRURI GEO CREATED LANGUAGE
	PHOTO LOGO SOUND KEY X-ABLABEL X-ABADR X-ABSHOWAS X-ABUID X-ABDATE X-ADDRESSBOOKSERVER-KIND X-ADDRESSBOOKSERVER-MEMBER X-PHONETIC-FIRST-NAME
	X-PHONETIC-LAST-NAME X-MOZILLA-HTML X-IMAGETYPE X-IMAGEHASH X-CLASS X-REDUCTION X-NO X-WAB-GENDER X-FILE-AS X-TIMES_CONTACTED X-LAST_TIME_CONTACTED`)

func fieldsOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(words) {
		set[word] = true
	}
	return set
}

// foreign puts a card of another program into a row.
func (t *cardTable) foreign(c *card) {
	t.begin(c)
	if company := c.company(); company != "" {
		t.organisation(c, company)
		return
	}
	t.set("UID", cardUID(c.text("UID")))
	t.set("Full Name", c.fullName())
	for _, p := range c.all("NOTE") { // before the rest, which is added to it
		t.set("Notes", p.text())
	}
	if p, ok := c.first("ORG"); ok {
		parts := p.parts(';')
		t.set("Company", parts[0])
		t.set("Department", strings.Join(filled(parts[1:]), ", "))
	}
	t.set("Title", c.title())
	if c.title() != strings.TrimSpace(c.text("ROLE")) {
		t.set("Role", c.text("ROLE"))
	}
	for i, p := range c.emails() {
		if i == 0 {
			t.set("Email", p.text())
		} else {
			t.set("Other e-mail", p.text())
		}
	}
	for _, p := range c.all("TEL") {
		t.set(phoneHeading(p), phoneText(p))
	}
	t.address(c, "")
	t.links(c)
	for _, p := range c.all("CATEGORIES") {
		for _, tag := range p.parts(',') {
			if tag = strings.TrimSpace(tag); tag != "myContacts" { // of Google, which puts everybody there
				t.set("Tags", tag)
			}
		}
	}
	t.related(c, func(name string) { t.set("Manager", name) })
	t.rest(c)
	if len(t.row.Cells) == 0 && c.fault == "" {
		t.row.fault = "the card says nothing"
	}
}

// organisation puts a card of a company into a row: it holds an account and
// nobody.
func (t *cardTable) organisation(c *card, company string) {
	t.set("Company", company)
	for _, p := range c.emails() {
		t.set("Company E-mail", p.text())
	}
	for _, p := range c.all("TEL") {
		t.set("Company Phone", phoneText(p))
	}
	t.address(c, "Company ")
	for _, p := range c.all("URL") {
		t.set("Website", p.text())
	}
	for _, p := range c.all("NOTE") {
		t.set("Company Notes", p.text())
	}
	t.rest(c)
}

// rest puts what no other column takes under the name of its property.
func (t *cardTable) rest(c *card) {
	for _, p := range c.props {
		heading, known := cardHeadings[p.name]
		switch {
		case t.taken[p.name]:
			continue
		case known:
		case cardOwn[p.name], strings.HasPrefix(p.name, "X-MS-"), strings.HasPrefix(p.name, "X-EVOLUTION-"), strings.HasPrefix(p.name, "X-KADDRESSBOOK-"):
			continue
		default:
			heading = strings.TrimPrefix(p.name, "X-")
			if label := c.label(p); label != "" {
				heading = label
			}
		}
		t.set(heading, p.text())
	}
	if c.agent != nil {
		t.set("Assistant", c.agent.fullName())
	}
}

// address puts the address that counts into its parts; where there is only one
// that was formatted for printing, into one.
func (t *cardTable) address(c *card, prefix string) {
	list := c.all("ADR")
	if len(list) == 0 {
		if label, ok := c.first("LABEL"); ok {
			t.set(prefix+"Location", oneLineOf(label.text()))
		}
		return
	}
	best := list[0]
	for _, p := range list {
		if p.is("work") && best.preference() == 101 {
			best = p
			break
		}
	}
	parts := best.parts(';')
	street := filled([]string{component(parts, 0), component(parts, 1), component(parts, 2)})
	t.set(prefix+"Street", oneLineOf(strings.Join(street, ", ")))
	for i, heading := range []string{"City", "State", "Postal Code", "Country"} {
		t.set(prefix+heading, oneLineOf(component(parts, 3+i)))
	}
	for _, p := range list {
		if p.value != best.value {
			t.set(prefix+"Other address", oneLineOf(strings.Join(filled(p.parts(';')), ", ")))
		}
	}
}

// links puts the page of the person in its place; the pages of companies are the
// account's.
func (t *cardTable) links(c *card) {
	profile := ""
	for _, p := range c.all("X-SOCIALPROFILE") {
		text := p.text()
		if foldProfile(text) == "" {
			text = strings.TrimSpace(strings.Join(p.types, " ") + " " + text)
		} else if profile == "" && p.is("linkedin", "xing") {
			profile = text
			continue
		}
		t.set("Social profile", text)
	}
	for _, p := range c.all("URL") {
		text := strings.ReplaceAll(p.text(), `\:`, ":")
		switch {
		case profile == "" && foldProfile(text) != "" && !p.is("work"):
			profile = text
		case foldProfile(text) == "":
			t.set("Website", text)
		default:
			t.set("Other link", text)
		}
	}
	t.set("Profile", profile)
}

// related puts the manager in its place, by name or by the UID of the manager's
// own card; others are kept with what they are.
func (t *cardTable) related(c *card, manager func(name string)) {
	for _, name := range []string{"RELATED", "X-ABRELATEDNAMES"} {
		for _, p := range c.all(name) {
			text, what := p.text(), strings.ToLower(c.label(p))
			if what == "" {
				what = strings.Join(p.types, ", ")
			}
			uid := strings.HasPrefix(strings.ToLower(text), "urn:uuid:")
			switch {
			case (what == "manager" || what == "boss") && uid:
				t.set("Manager UID", cardUID(text))
			case what == "manager" || what == "boss":
				manager(text)
			case uid:
			case what == "assistant":
				t.set("Assistant", text)
			case what != "":
				t.set("Related", what+": "+text)
			default:
				t.set("Related", text)
			}
		}
	}
}
