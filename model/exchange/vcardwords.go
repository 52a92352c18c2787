package exchange

import (
	"strings"
)

// label returns what a person called the property: Apple writes it beside, in
// the same group.
func (c *card) label(p cardProp) string {
	if p.group == "" {
		return ""
	}
	for _, l := range c.props {
		if l.name == "X-ABLABEL" && l.group == p.group {
			return strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(l.text()), "_$!<"), ">!$_")
		}
	}
	return ""
}

// fullName returns the name as it is shown, put together from its parts where
// that is missing or the other way round.
func (c *card) fullName() string {
	shown := strings.TrimSpace(c.text("FN"))
	p, ok := c.first("N")
	if !ok || shown != "" && !strings.Contains(shown, ",") {
		return shown
	}
	parts := p.parts(';')
	family, given := component(parts, 0), component(parts, 1)
	if shown != "" && (family == "" || given == "") {
		return shown
	}
	return strings.Join(filled([]string{given, component(parts, 2), family, component(parts, 4)}), " ")
}

// title returns the job title; a card that has none may have the role.
func (c *card) title() string {
	if title := strings.TrimSpace(c.text("TITLE")); title != "" {
		return title
	}
	return strings.TrimSpace(c.text("ROLE"))
}

// company returns the name of the company that a card is of, "" for a person's.
func (c *card) company() string {
	org := ""
	if p, ok := c.first("ORG"); ok {
		org = strings.TrimSpace(p.parts(';')[0])
	}
	named := strings.TrimSpace(c.text("FN"))
	if p, ok := c.first("N"); named == "" && ok {
		named = strings.Join(filled(p.parts(';')), " ")
	}
	switch kind := strings.ToLower(c.kind()); {
	case c.fault != "":
		return ""
	case (kind == "org" || kind == "organization") && (org != "" || named != ""):
		if org != "" {
			return org
		}
		return named
	case org != "" && named == "" && len(c.all("EMAIL")) == 0:
		return org
	}
	return ""
}

// emails returns the addresses, the one that counts first: preferred, then that
// of the office.
func (c *card) emails() []cardProp {
	list := c.all("EMAIL")
	for i, p := range list {
		if i > 0 && p.is("work") && list[0].preference() == 101 && !list[0].is("work") {
			return append(append([]cardProp{p}, list[:i]...), list[i+1:]...)
		}
	}
	return list
}

// phoneHeading says where a number goes: no person answers some of them.
func phoneHeading(p cardProp) string {
	switch {
	case p.is("fax"):
		return "Fax"
	case p.is("pager"):
		return "Pager"
	}
	return "Phone"
}

// phoneText returns a number as people write it, from "tel:+1-555;ext=12" too.
func phoneText(p cardProp) string {
	text := p.text()
	if len(text) > 4 && strings.EqualFold(text[:4], "tel:") {
		number, params, _ := strings.Cut(text[4:], ";")
		text = number
		for _, param := range strings.Split(params, ";") {
			if ext, ok := strings.CutPrefix(strings.ToLower(param), "ext="); ok {
				text += " ext. " + ext
			}
		}
	}
	if ext := p.params["EXT"]; ext != "" {
		text += " ext. " + ext
	}
	return strings.ReplaceAll(text, "\n", " ")
}

// cardUID returns a UID without what only says that it is one.
func cardUID(uid string) string {
	if len(uid) > 9 && strings.EqualFold(uid[:9], "urn:uuid:") {
		return uid[9:]
	}
	return uid
}

// component returns one component of a structured value, "" beyond the last.
func component(parts []string, i int) string {
	if i >= len(parts) {
		return ""
	}
	return strings.TrimSpace(parts[i])
}

// filled returns the texts that are not empty.
func filled(texts []string) []string {
	var list []string
	for _, text := range texts {
		if text = strings.TrimSpace(text); text != "" {
			list = append(list, text)
		}
	}
	return list
}

// oneLineOf joins the lines of an address.
func oneLineOf(text string) string {
	return strings.Join(filled(strings.Split(text, "\n")), ", ")
}
