package actions

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"astute/model"
	"astute/ui/pane"
)

// capture asks for an action in one line. Below an objective it serves that one.
func (p *Pane) capture() pane.Request {
	d, title, with := p.Data(), "New action", map[int]string{}
	if objective := p.objective(); !objective.IsZero() {
		with[number("objective")] = objective.String()
		title += " for " + d.Plan.Name(objective)
	}
	return pane.Capture{
		Kind: model.KindAction, Title: title, With: with, Text: number("title"),
		Hint: "like: call Raj about the pilot fri @me",
		Read: func(text string) (map[int]string, string, error) { return read(text, p.Data()) },
	}
}

// objective is the one on which the cursor stands, or below which.
func (p *Pane) objective() model.ID {
	if !p.Grouped() {
		return model.ID{}
	}
	switch r := p.Current().(type) {
	case *model.Objective:
		return r.ID
	case *model.Action:
		return r.Objective
	}
	return model.ID{}
}

// read understands an action typed in one line: "@" with the beginning of a name
// says who, a day as the last words says by when, and the rest is what; a
// contact who is named there is whom it is done for. said repeats what was
// understood.
func read(text string, d pane.Data) (fields map[int]string, said string, err error) {
	names, words := pane.Mentioned(strings.Fields(text))
	fields = map[int]string{}
	var parts []string
	for _, name := range names {
		id, err := pane.Somebody(d, name, model.KindTeammate, model.KindContact)
		if err != nil {
			return fields, "", err
		}
		fields[number("owner")] = id.String()
		parts = append(parts, "owner "+d.Plan.Name(id))
	}
	day, _, words := pane.DayAtEnd(words, d.Today)
	when := "no day"
	if doubt := pane.NotADay(words); !day.IsZero() {
		fields[number("due")] = day.String()
		when = "due " + pane.Day(day)
	} else if doubt != "" {
		when = fmt.Sprintf("%q was not read as a day", doubt)
	}
	parts = append([]string{when}, parts...)
	if c := served(words, d); c != nil {
		fields[number("serves")] = c.ID.String()
		parts = append(parts, "for "+c.Name)
	}
	title := strings.Join(words, " ")
	fields[number("title")] = title
	return fields, strings.Join(append([]string{title}, parts...), "   "), nil
}

// served returns the contact whom words name, by the whole name, or by one word
// of it that is nobody else's; nil for none and for several. The first word of
// the line says what to do and names nobody by itself: mark the slides.
func served(words []string, d pane.Data) *model.Contact {
	var plain []string
	for _, w := range words {
		w = strings.TrimFunc(strings.ToLower(w), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
		plain = append(plain, strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"))
	}
	var whole, part []*model.Contact
	byWord := map[string][]*model.Contact{}
	for _, c := range model.All[*model.Contact](d.Plan.Book) {
		names := strings.Fields(strings.ToLower(c.Name))
		if c.Left || c.Placeholder {
			continue
		}
		if len(names) > 1 && holds(plain, names) {
			whole = append(whole, c)
		}
		for _, name := range append(names, strings.ToLower(c.PreferredName)) {
			if utf8.RuneCountInString(name) > 2 && !slices.Contains(byWord[name], c) {
				byWord[name] = append(byWord[name], c)
			}
		}
	}
	for i, w := range plain {
		if who := byWord[w]; i > 0 && len(who) == 1 && !slices.Contains(part, who[0]) {
			part = append(part, who[0])
		}
	}
	switch {
	case len(whole) == 1:
		return whole[0]
	case len(whole) == 0 && len(part) == 1:
		return part[0]
	}
	return nil
}

// holds reports whether a list holds others in a row.
func holds(list, row []string) bool {
	for i := range len(list) - len(row) + 1 {
		if slices.Equal(list[i:i+len(row)], row) {
			return true
		}
	}
	return false
}
