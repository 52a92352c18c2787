package report

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"astute/model"
)

// counted writes a number with its noun: "1 person", "3 people".
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// spoken writes a day as it is said: "31 March 2026"; "" when not known.
func spoken(d model.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d %s %d", d.Day(), d.Month(), d.Year())
}

// span writes a number of days in the unit people would use.
func span(days int) string {
	switch {
	case days < 21:
		return counted(days, "day", "days")
	case days < 70:
		return counted(days/7, "week", "weeks")
	case days < 730:
		return counted(days*12/365, "month", "months")
	}
	return counted(days/365, "year", "years")
}

// away says how far a day lies from today: "3 days ago", "today", "in 2 weeks";
// "" when either is not known.
func away(d, today model.Date) string {
	if d.IsZero() || today.IsZero() {
		return ""
	}
	switch days := d.DaysSince(today); {
	case days == 0:
		return "today"
	case days == 1:
		return "tomorrow"
	case days == -1:
		return "yesterday"
	case days > 0:
		return "in " + span(days)
	default:
		return span(-days) + " ago"
	}
}

// standing says how an action is doing on the day: late, ahead, done.
func standing(a *model.Action, today model.Date) (words string, late bool) {
	switch {
	case a.Late(today):
		return span(today.DaysSince(a.Due)) + " late", true
	case a.Open() && a.Due.IsZero():
		return "no day set", false
	case a.Open():
		return away(a.Due, today), false
	case a.Status == model.Complete:
		return "done", false
	case a.Status == model.Deferred:
		return "put off", false
	}
	return "dropped", false
}

// executionOf is how much of what was due has been done on time, in words
// without their stop, "" before anything was due (rule 10).
func executionOf(p *model.Plan, today model.Date) string {
	e := model.ExecutionOf(model.All[*model.Action](p.Book), today)
	if e.Answer == model.NotKnown {
		return ""
	}
	text := fmt.Sprintf("%d %%, %d of %s due so far done on time", e.Percent, e.OnTime, counted(e.Due, "action", "actions"))
	if e.Open > 0 {
		text += fmt.Sprintf(", %d still open", e.Open)
	}
	return text
}

// sentence puts a stop at the end, unless the text ends in one.
func sentence(text string) string {
	text = strings.TrimSpace(text)
	if last, _ := utf8.DecodeLastRuneInString(text); text == "" || strings.ContainsRune(".?!…", last) {
		return text
	}
	return text + "."
}

// joined joins the texts that are not empty.
func joined(separator string, texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(s string) bool { return s == "" }), separator)
}

// andList joins names as a sentence takes them, "A, B and C", and counts those
// beyond the limit.
func andList(names []string, limit int) string {
	if len(names) > limit {
		names = append(slices.Clone(names[:limit]), counted(len(names)-limit, "other", "others"))
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// cut keeps the first lines and counts the rest; a single one beyond the limit
// stays, because counting it would take as much room.
func cut(lines []string, limit int, one, many string) []string {
	if len(lines) <= limit+1 {
		return lines
	}
	return append(slices.Clone(lines[:limit]), "And "+counted(len(lines)-limit, "more "+one, "more "+many)+".")
}

// inBrackets puts a text in brackets behind a blank, nothing for none.
func inBrackets(text string) string {
	if text == "" {
		return ""
	}
	return " (" + text + ")"
}

// upperFirst begins our own words with a capital.
func upperFirst(words string) string {
	if words == "" {
		return ""
	}
	return strings.ToUpper(words[:1]) + words[1:]
}
