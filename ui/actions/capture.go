package actions

import (
	"fmt"
	"strings"

	"astute/model"
	"astute/ui/pane"
)

// capture asks for an action in one line.
func (p *Pane) capture() pane.Request {
	with := map[int]string{}
	if a, ok := p.Current().(*model.Action); ok && p.Order() == byObjectiveName && !a.Objective.IsZero() {
		with[number("objective")] = a.Objective.String()
	}
	d := p.Data()
	return pane.Capture{
		Kind: model.KindAction, Title: "New action", With: with, Text: number("title"),
		Hint: "like: call Raj about the pilot fri @me",
		Read: func(text string) (map[int]string, string, error) { return read(text, d) },
	}
}

func number(name string) int {
	f, _ := model.FieldNamed(new(model.Action).Fields(), name)
	return f.Num
}

// read understands an action typed in one line: "@" with the beginning of a name
// says who, a day as the last word or two says by when, and the rest is what.
// said repeats what was understood.
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
