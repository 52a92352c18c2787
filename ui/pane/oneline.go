package pane

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"astute/model"
)

// Mentioned takes the words that begin with "@" out of a line: each is the
// beginning of the name of one person.
func Mentioned(words []string) (names, rest []string) {
	for _, word := range words {
		if name, ok := strings.CutPrefix(word, "@"); ok && name != "" {
			names = append(names, name)
		} else {
			rest = append(rest, word)
		}
	}
	return names, rest
}

// ErrWhoIsMe says that me was named and nobody said so far who that is.
var ErrWhoIsMe = errors.New("nobody said yet who @me is: enter asks")

// Somebody returns whom the beginning of a name means: the person at the
// keyboard for "me", else somebody of the first of the kinds that has one of
// that name. An error says that it is nobody, or could be several.
func Somebody(d Data, name string, kinds ...model.Kind) (model.ID, error) {
	if strings.EqualFold(name, "me") {
		if d.Me.IsZero() {
			return model.ID{}, ErrWhoIsMe
		}
		return d.Me, nil
	}
	for _, kind := range kinds {
		var fits []string
		var found model.ID
		for _, r := range d.Plan.Of(kind) {
			if title := model.Title(r, d.Plan.Name); begins(title, name) {
				fits, found = append(fits, title), r.Base().ID
			}
		}
		switch len(fits) {
		case 0:
		case 1:
			return found, nil
		default:
			return model.ID{}, fmt.Errorf("@%s could be %s: type more of the name", name, model.OrList(fits[:min(3, len(fits))]))
		}
	}
	return model.ID{}, fmt.Errorf("nobody is called %s: behind the @ goes the beginning of a name", name)
}

// begins reports whether a word of a name begins so, or the whole name without
// its blanks.
func begins(name, start string) bool {
	name, start = strings.ToLower(name), strings.ToLower(start)
	return slices.ContainsFunc(append(strings.Fields(name), strings.ReplaceAll(name, " ", "")),
		func(word string) bool { return strings.HasPrefix(word, start) })
}

// DayAtEnd takes a day off the end of a line, typed in one word or two as
// [model.ParseWhen] reads it, with the word that only leads to it; the zero day
// when there is none. One word at least remains.
func DayAtEnd(words []string, today model.Date) (day model.Date, typed string, rest []string) {
	for n := min(2, len(words)-1); n > 0; n-- {
		typed := strings.Join(words[len(words)-n:], " ")
		day, err := model.ParseWhen(typed, today)
		if err != nil || day.IsZero() {
			continue
		}
		rest := words[:len(words)-n]
		if last := len(rest) - 1; last > 0 && slices.Contains([]string{"by", "due", "on", "until"}, strings.ToLower(rest[last])) {
			rest = rest[:last]
		}
		return day, typed, rest
	}
	return model.Date{}, "", words
}
