package pane

import (
	"slices"
	"strings"

	"astute/model"
)

// DayAtEnd takes a day off the end of a line, typed in one word to three as
// [model.ParseWhen] reads it, with the word that only leads to it; the zero day
// when there is none. One word at least remains. A time of day behind it stays in
// the line: nothing else keeps it.
func DayAtEnd(words []string, today model.Date) (day model.Date, typed string, rest []string) {
	at := len(words) - model.TimeAtEnd(words)
	for n := min(3, at-1); n > 0; n-- {
		typed := strings.Join(words[at-n:at], " ")
		day, err := model.ParseWhen(typed, today)
		if err != nil || day.IsZero() || quantity(typed) {
			continue
		}
		rest := words[:at-n]
		if last := len(rest) - 1; last > 0 && slices.Contains([]string{"by", "due", "on", "until"}, strings.ToLower(rest[last])) {
			rest = rest[:last]
		}
		return day, typed, slices.Concat(rest, words[at:])
	}
	return model.Date{}, "", words
}

// quantity reports whether a word that could be a day is more likely something
// else in a sentence: a version or an amount (5.12), around the clock (24/7). A
// field that takes nothing but a day takes them.
func quantity(word string) bool {
	return word == "24/7" || strings.Count(word, ".") == 1 && strings.Trim(word, "0123456789.") == "" && !strings.HasSuffix(word, ".")
}

// NotADay returns the end of a line that looks as if a day was meant, although
// [DayAtEnd] finds none there: numbers with marks between them (5/12), a word
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
	if numbers := strings.FieldsFunc(last, func(r rune) bool { return strings.ContainsRune("./-", r) }); last != "24/7" && (len(numbers) == 2 || len(numbers) == 3) {
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
