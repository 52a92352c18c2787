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
		Hint: "like: call @jane on the pilot we: send the offer by fri; book a visit they: list of stores   also jane: ..., Jane Smith: ...   on another day: yesterday: ..., fri call @jane ..., @jane 5.12.: ...",
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
// with the beginning of a name or a name as it is written says with whom, a day
// where nothing else can be meant on which day it was (see [dayAt]), then after
// "we:" and "they:" what each side promised. The rest is what it was about, word
// by word: a day among it is one that was spoken of.
func read(text string, d pane.Data) (fields map[int]string, said string, err error) {
	about, ours, theirs := model.Promises(text)
	fields = map[int]string{}
	h, err := headOf(strings.Fields(about), d)
	if err != nil {
		return fields, "", err
	}
	who, words, err := pane.Mentioned(d, h.rest, model.KindContact)
	if err != nil {
		return fields, "", err
	}
	people := h.people
	for _, id := range who {
		if !slices.Contains(people, id) {
			people = append(people, id)
		}
	}
	var with, ids []string
	for _, id := range people {
		ids, with = append(ids, id.String()), append(with, d.Plan.Name(id))
	}
	day, doubt := h.day, ""
	if day.IsZero() {
		day, doubt = d.Today, undated(words, d.Today)
	}
	summary := strings.Join(words, " ")
	set := func(name, value string) {
		if value != "" {
			fields[interactionField(name)] = value
		}
	}
	set("on", day.String())
	set("type", h.how.String())
	set("contacts", strings.Join(ids, "\n"))
	set("summary", summary)
	set("we_promised", ours)
	set("they_promised", theirs)
	parts := []string{h.how.String() + " " + pane.Day(day)}
	for _, part := range []struct{ word, text string }{{"with ", model.AndList(with)}, {"", summary}, {"we: ", ours}, {"they: ", theirs}} {
		if part.text != "" {
			parts = append(parts, part.word+part.text)
		}
	}
	if h.asked != "" {
		parts = append(parts, fmt.Sprintf("nobody here is called %s: it stays in the text; pane 3 adds people", h.asked))
	}
	if doubt != "" {
		parts = append(parts, doubt)
	}
	return fields, strings.Join(parts, "   "), nil
}

// undated says of a line that begins or ends with what could be meant as the day
// of the call that it was not taken so; "" for any other, and for a day that the
// words before it make one that was spoken of.
func undated(words []string, today model.Date) string {
	if doubt := pane.NotADay(words); doubt != "" {
		return fmt.Sprintf("%q was not read as a day", doubt)
	}
	for n := min(3, len(words)-1); n > 0; n-- {
		behind := len(words) - n
		for _, at := range []int{0, behind} {
			typed := plain(words[at : at+n])
			if _, done := model.ParseDone(typed, today); done && (at == 0 || !leadsToDay[strings.ToLower(words[at-1])]) {
				return fmt.Sprintf("dated today, %q stays in the text: begin with %s: for a call of that day", typed, typed)
			}
		}
	}
	return ""
}

// leadsToDay are the words before a day that was spoken of.
var leadsToDay = map[string]bool{"by": true, "on": true, "due": true, "until": true, "till": true, "before": true, "after": true, "from": true, "for": true, "since": true}

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
