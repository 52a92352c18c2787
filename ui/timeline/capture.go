package timeline

import (
	"fmt"
	"slices"
	"strings"

	"astute/model"
	"astute/ui/pane"
)

// capture asks for an interaction in one line.
func (p *Pane) capture() pane.Request {
	d := p.Data()
	with := map[int]string{}
	if !d.Me.IsZero() {
		with[interactionField("teammate")] = d.Me.String()
	}
	return pane.Capture{
		Kind: model.KindInteraction, Title: "Log a call, a meeting or a mail", With: with, Text: interactionField("summary"),
		Hint: "like: call @jane on the pilot yesterday we: send the offer by fri; book a visit they: list of stores   (names also as Jane Smith: ...)",
		Read: func(text string) (map[int]string, string, error) { return read(text, p.Data()) },
	}
}

// interactionField is the number of a field of interactions.
func interactionField(name string) int { return number(new(model.Interaction), name) }

// did are the words for a way of dealing with somebody that the vocabulary does
// not have, since they say it of the past.
var did = map[string]model.InteractionType{
	"called": model.Call, "phoned": model.Call, "met": model.Meeting, "saw": model.Meeting, "visited": model.Meeting,
	"mailed": model.Mail, "wrote": model.Mail, "emailed": model.Mail,
}

// read understands an interaction typed in one line: how as the first word, "@"
// with the beginning of a name or a name as it is written says with whom, a day at
// the end of what it was about, then after "we:" and "they:" what each side
// promised.
func read(text string, d pane.Data) (fields map[int]string, said string, err error) {
	about, ours, theirs := sides(text)
	fields = map[int]string{}
	words := strings.Fields(about)
	how, began := model.Call, false
	if len(words) > 0 {
		if t, ok := howOf(strings.TrimSuffix(words[0], ":")); ok {
			how, began = t, true
			if len(words) > 1 {
				words = words[1:]
			}
		}
	}
	people, words, asked, err := named(words, began, d)
	if err != nil {
		return fields, "", err
	}
	who, words, err := pane.Mentioned(d, words, model.KindContact)
	if err != nil {
		return fields, "", err
	}
	for _, id := range who {
		if !slices.Contains(people, id) {
			people = append(people, id)
		}
	}
	var with, ids []string
	for _, id := range people {
		ids, with = append(ids, id.String()), append(with, d.Plan.Name(id))
	}
	day, typed, words := pane.DayAtEnd(words, d.Today)
	doubt := ""
	if day.IsZero() {
		day, doubt = d.Today, pane.NotADay(words)
	} else {
		day = behind(day, typed, d.Today)
	}
	summary := strings.Join(words, " ")
	set := func(name, value string) {
		if value != "" {
			fields[interactionField(name)] = value
		}
	}
	set("on", day.String())
	set("type", how.String())
	set("contacts", strings.Join(ids, "\n"))
	set("summary", summary)
	set("we_promised", ours)
	set("they_promised", theirs)
	parts := []string{how.String() + " " + pane.Day(day)}
	for _, part := range []struct{ word, text string }{{"with ", model.AndList(with)}, {"", summary}, {"we: ", ours}, {"they: ", theirs}} {
		if part.text != "" {
			parts = append(parts, part.word+part.text)
		}
	}
	if asked != "" {
		parts = append(parts, fmt.Sprintf("nobody here is called %s: it stays in the text; pane 3 adds people", asked))
	}
	if doubt != "" {
		parts = append(parts, fmt.Sprintf("%q was not read as a day", doubt))
	}
	return fields, strings.Join(parts, "   "), nil
}

// sides parts a line into what it was about and what each side promised.
func sides(text string) (about, ours, theirs string) {
	into := &about
	for _, word := range strings.Fields(text) {
		if side, rest, ok := strings.Cut(word, ":"); ok {
			if to := map[string]*string{"we": &ours, "they": &theirs}[strings.ToLower(side)]; to != nil {
				into, word = to, rest
			}
		}
		*into = strings.TrimSpace(*into + " " + word)
	}
	for _, part := range []*string{&about, &ours, &theirs} {
		*part = strings.TrimRight(*part, "; ")
	}
	return about, ours, theirs
}

// howOf reads a way of dealing with somebody.
func howOf(word string) (model.InteractionType, bool) {
	if t, ok := did[strings.ToLower(word)]; ok {
		return t, true
	}
	i := new(model.Interaction)
	f, _ := model.FieldNamed(i.Fields(), "type")
	err := f.Set(model.Input{}, word)
	return i.Type, err == nil && i.Type != 0
}

// behind is the day that was typed of what was done: a day of the week or one
// without its year lies behind us.
func behind(day model.Date, typed string, today model.Date) model.Date {
	if isWeekday(typed) {
		return day.AddDays(-7)
	}
	for year := today.Year(); today.Before(day) && year > today.Year()-9; year-- { // 29 February may be that long ago
		d, err := model.ParseWhen(fmt.Sprint(typed, " ", year), today)
		if err == nil && !today.Before(d) {
			return d
		}
	}
	return day
}

// isWeekday reports whether a day was typed as one of the week.
func isWeekday(typed string) bool {
	for day := model.NewDate(2026, 11, 16); day.Day() <= 22; day = day.AddDays(1) {
		if name := strings.ToLower(day.Time().Weekday().String()); len(typed) >= 3 && strings.HasPrefix(name, strings.ToLower(typed)) {
			return true
		}
	}
	return false
}
