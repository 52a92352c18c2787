package pane

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"astute/model"
)

// Mentioned takes whom "@" names out of a line: behind it goes the beginning of
// the name of one person of the first of the kinds that has one so called, and
// the words that go on with that name (@Ana Ruiz). "me" is the person at the
// keyboard. An error says that it is nobody, or could be several.
func Mentioned(d Data, words []string, kinds ...model.Kind) (who []model.ID, rest []string, err error) {
	for i := 0; i < len(words); i++ {
		name, ok := strings.CutPrefix(words[i], "@")
		if name = plainWord(name); !ok || name == "" {
			rest = append(rest, words[i])
			continue
		}
		id, more := inFull(d, name, words[i+1:], kinds)
		if more == 0 {
			if id, err = somebody(d, name, kinds); err != nil {
				return nil, nil, err
			}
		}
		who = append(who, id)
		i += more
	}
	return who, rest, nil
}

// plainWord is a word without the mark that follows it.
func plainWord(word string) string { return strings.TrimRight(word, ".,:;!?") }

// inFull returns the only person whose name goes on as the line does, and with
// how many words; none when there is nobody, or several.
func inFull(d Data, name string, next []string, kinds []model.Kind) (who model.ID, more int) {
	several := false
	for _, kind := range kinds {
		for _, r := range d.Plan.Of(kind) {
			words := strings.Fields(model.Title(r, d.Plan.Name))
			at := slices.IndexFunc(words, func(w string) bool { return strings.EqualFold(w, name) })
			n := 0
			for at >= 0 && at+1+n < len(words) && n < len(next) && strings.EqualFold(words[at+1+n], plainWord(next[n])) {
				n++
			}
			switch {
			case n > more:
				who, more, several = r.Base().ID, n, false
			case n > 0 && n == more:
				several = true
			}
		}
	}
	if several {
		return model.ID{}, 0
	}
	return who, more
}

// ErrWhoIsMe says that me was named and nobody said so far who that is.
var ErrWhoIsMe = errors.New("nobody said yet who @me is: enter asks")

// somebody returns whom the beginning of a name means.
func somebody(d Data, name string, kinds []model.Kind) (model.ID, error) {
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
			if title := model.Title(r, d.Plan.Name); Begins(title, name) {
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

// Begins reports whether a word of a name begins so, or the whole name without
// its blanks.
func Begins(name, start string) bool {
	name, start = strings.ToLower(name), strings.ToLower(start)
	return slices.ContainsFunc(append(strings.Fields(name), strings.ReplaceAll(name, " ", "")),
		func(word string) bool { return strings.HasPrefix(word, start) })
}

// DayAtEnd takes a day off the end of a line, typed in one word to three as
// [model.ParseWhen] reads it, with the word that only leads to it; the zero day
// when there is none. One word at least remains.
func DayAtEnd(words []string, today model.Date) (day model.Date, typed string, rest []string) {
	for n := min(3, len(words)-1); n > 0; n-- {
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

// NotADay returns the end of a line that looks as if a day was meant, although
// [DayAtEnd] finds none there: numbers with marks between them (5.12.), a word
// that is misspelt (tomorow), or one that has two meanings (next month). "" for
// none.
func NotADay(words []string) string {
	if len(words) < 2 {
		return ""
	}
	last := words[len(words)-1]
	if pair := words[len(words)-2] + " " + last; len(words) > 2 && strings.EqualFold(words[len(words)-2], "next") && nextOf[strings.ToLower(last)] {
		return pair
	}
	if numbers := strings.FieldsFunc(last, func(r rune) bool { return strings.ContainsRune("./-", r) }); len(numbers) == 2 || len(numbers) == 3 {
		if !slices.ContainsFunc(numbers, func(s string) bool { return len(s) > 4 || strings.Trim(s, "0123456789") != "" }) {
			return last
		}
	}
	word := strings.ToLower(strings.TrimRight(last, ".,!?"))
	if slices.ContainsFunc(dayWords, func(day string) bool { return misspelt(word, day) }) {
		return last
	}
	return ""
}

// nextOf are the words behind "next" that make it mean two days.
var nextOf = map[string]bool{"month": true, "quarter": true, "year": true,
	"mon": true, "tue": true, "wed": true, "thu": true, "fri": true, "sat": true, "sun": true,
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true}

// dayWords are the words for a day that are long enough to know when misspelt.
var dayWords = []string{"today", "tomorrow", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

// misspelt reports whether a word begins and ends like another and is one letter
// away from it: one too many, one too few, another one, or two that changed places.
func misspelt(word, meant string) bool {
	if len(word) < 4 || word == meant || word[0] != meant[0] || word[len(word)-1] != meant[len(meant)-1] {
		return false
	}
	begin, end := 0, 0 // how many bytes both have in common
	for begin < min(len(word), len(meant)) && word[begin] == meant[begin] {
		begin++
	}
	for end < min(len(word), len(meant))-begin && word[len(word)-1-end] == meant[len(meant)-1-end] {
		end++
	}
	a, b := word[begin:len(word)-end], meant[begin:len(meant)-end]
	return len(a) <= 1 && len(b) <= 1 || len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]
}
