package ui

import (
	"slices"
	"strings"

	"astute/model"
	"astute/model/search"
)

// following is what can stand in a filter where somebody is typing.
type following struct {
	from int      // the byte of the text that they take the place from
	list []string // likeliest first
	note string   // what else could be typed there, "" for nothing to say
}

// follows returns what can follow in a filter of records of the kinds (nil: all):
// while a field is typed the fields and words that begin so, behind its colon the
// values that it can have.
func (w *Workspace) follows(text string, kinds []model.Kind) following {
	if kinds == nil {
		kinds = model.Kinds()
	}
	from := termStart(text)
	if strings.HasPrefix(text[from:], "-") {
		from++
	}
	name, value, isField := strings.Cut(text[from:], ":")
	if !isField {
		return following{from: from, list: beginning(text[from:], filterStarts(kinds), aliasStarts(kinds, name))}
	}
	field := name
	if known := fieldAliases(kinds)[plainWord(name)]; known != "" {
		field = known
	}
	for _, k := range kinds {
		if f, ok := model.FieldNamed(k.Spec().New().Fields(), field); ok {
			at := from + len(name) + 1
			if i := strings.LastIndexByte(value, ','); i >= 0 {
				at, value = at+i+1, value[i+1:]
			}
			return following{at, beginning(value, w.filterValues(f)), w.valueNote(f)}
		}
	}
	return following{from: len(text)}
}

// termStart returns where the last term of a filter begins: behind the last blank
// that stands in no quotes.
func termStart(text string) int {
	start, quoted := 0, false
	for i, r := range text {
		switch {
		case r == '"':
			quoted = !quoted
		case r == ' ' && !quoted:
			start = i + 1
		}
	}
	return start
}

// beginning returns those of the lists that begin with what was typed; without
// the one that is typed in full, which needs nothing more.
func beginning(typed string, lists ...[]string) []string {
	want := fold(strings.TrimPrefix(typed, `"`))
	var found []string
	for _, list := range lists {
		for _, text := range list {
			plain := fold(strings.Trim(text, `"`))
			if strings.HasPrefix(plain, want) && plain != want && !slices.Contains(found, text) {
				found = append(found, text)
			}
		}
	}
	return found
}

// filterStarts are the fields that the kinds have, those with a column first,
// and the words that mean something for one of them.
func filterStarts(kinds []model.Kind) []string {
	var names, words []string
	for _, k := range kinds {
		fields := k.Spec().New().Fields()
		add := func(num int) {
			for _, f := range fields {
				if f.Num == num && !f.Hidden && !slices.Contains(names, f.Name+":") {
					names = append(names, f.Name+":")
				}
			}
		}
		for _, c := range columnsOf(k) {
			add(c.Num)
		}
		for _, f := range fields {
			add(f.Num)
		}
	}
	for _, word := range search.FilterWords() {
		means := word.Kinds()
		if len(means) == 0 || slices.ContainsFunc(means, func(k model.Kind) bool { return slices.Contains(kinds, k) }) {
			words = append(words, word.Word)
		}
	}
	if len(names) > fewFields {
		return slices.Concat(names[:fewFields], words, names[fewFields:])
	}
	return append(names, words...)
}

// fewFields is how many fields are named before the words are: enough to see
// what they are like.
const fewFields = 6

// aliasStarts are what stands on the screen for fields, where it begins with what
// was typed: a heading like "Status" is typed before its field's name is known.
func aliasStarts(kinds []model.Kind, typed string) []string {
	if typed == "" {
		return nil
	}
	var list []string
	for alias := range fieldAliases(kinds) {
		if len(alias) > 3 { // a heading's short form helps nobody who reads
			list = append(list, alias+":")
		}
	}
	slices.Sort(list)
	return list
}

// filterValues are the values that a field can have in a filter: the words of a
// choice, the records that a link can point to, days.
func (w *Workspace) filterValues(f model.Field) []string {
	var list []string
	switch f.Type() {
	case model.TypeChoice, model.TypeChoices:
		for _, word := range f.Words() {
			list = append(list, strings.ReplaceAll(strings.ToLower(word.Name), " ", "-"))
		}
	case model.TypeBool:
		list = []string{"yes", "no"}
	case model.TypeDate, model.TypeInstant:
		list = []string{"<today", "today", ">=today"}
	case model.TypeLink, model.TypeLinks:
		if slices.Contains(f.Kinds, model.KindTeammate) && w.o.Me != "" {
			list = append(list, "me")
		}
		for _, it := range w.linkItems(f.Kinds) {
			list = append(list, quoted(it.Text))
		}
	}
	return list
}

// quoted puts a name of several words into quotes.
func quoted(name string) string {
	if strings.ContainsAny(name, " ,:") {
		return `"` + strings.ReplaceAll(name, `"`, "") + `"`
	}
	return name
}

// valueNote says what a field takes besides its list.
func (w *Workspace) valueNote(f model.Field) string {
	switch f.Type() {
	case model.TypeDate, model.TypeInstant:
		return "<fri  " + w.today.String()[:len("2026-03")] + "  today..eom"
	case model.TypeNumber:
		return ">100  10..20"
	case model.TypeMoney:
		return ">=100k  1m..5m"
	case model.TypeChoice, model.TypeChoices, model.TypeLink, model.TypeLinks, model.TypeBool:
		return ""
	}
	return "any part of it"
}
