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
		Read: func(text string) (map[int]string, string, error) { return read(text, d) },
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
// says who, a day as the last word or two says by when, and the rest is what; a
// contact who is named there is whom it is done for. said repeats what was
// understood.
func read(text string, d pane.Data) (fields map[int]string, said string, err error) {
	fields = map[int]string{}
	var words []string
	var parts []string
	for _, word := range strings.Fields(text) {
		name, at := strings.CutPrefix(word, "@")
		if !at || name == "" {
			words = append(words, word)
			continue
		}
		id, err := somebody(name, d)
		if err != nil {
			return fields, "", err
		}
		fields[number("owner")] = id.String()
		parts = append(parts, "owner "+d.Plan.Name(id))
	}
	for n := min(2, len(words)-1); n > 0; n-- {
		day, err := model.ParseWhen(strings.Join(words[len(words)-n:], " "), d.Today)
		if err == nil && !day.IsZero() {
			fields[number("due")] = day.String()
			words = words[:len(words)-n]
			if last := len(words) - 1; last > 0 && leadsToDay(words[last]) {
				words = words[:last]
			}
			parts = append([]string{"due " + pane.Day(day)}, parts...)
			break
		}
	}
	if c := served(words, d); c != nil {
		fields[number("serves")] = c.ID.String()
		parts = append(parts, "for "+c.Name)
	}
	title := strings.Join(words, " ")
	fields[number("title")] = title
	return fields, strings.Join(append([]string{title}, parts...), "   "), nil
}

// leadsToDay reports whether a word only leads to the day behind it.
func leadsToDay(word string) bool {
	switch strings.ToLower(word) {
	case "by", "due", "on", "until":
		return true
	}
	return false
}

// somebody returns whom the beginning of a name means: the person at the
// keyboard for "me", else a teammate, else a contact, when it means one only.
func somebody(name string, d pane.Data) (model.ID, error) {
	if strings.EqualFold(name, "me") {
		if d.Me.IsZero() {
			return model.ID{}, fmt.Errorf("cannot say who @me is: set me in the settings, or $ASTUTE_ME")
		}
		return d.Me, nil
	}
	for _, kind := range []model.Kind{model.KindTeammate, model.KindContact} {
		var fits []model.Record
		for _, r := range d.Plan.Of(kind) {
			if begins(model.Title(r, d.Plan.Name), name) {
				fits = append(fits, r)
			}
		}
		switch len(fits) {
		case 0:
		case 1:
			return fits[0].Base().ID, nil
		default:
			return model.ID{}, fmt.Errorf("@%s could be %s or %s: type more of the name", name,
				model.Title(fits[0], d.Plan.Name), model.Title(fits[1], d.Plan.Name))
		}
	}
	return model.ID{}, fmt.Errorf("nobody is called %s: a teammate or a contact goes behind the @", name)
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

// begins reports whether a word of a name begins so, or the whole name without
// its blanks.
func begins(name, start string) bool {
	name, start = strings.ToLower(name), strings.ToLower(start)
	for _, word := range append(strings.Fields(name), strings.ReplaceAll(name, " ", "")) {
		if strings.HasPrefix(word, start) {
			return true
		}
	}
	return false
}
