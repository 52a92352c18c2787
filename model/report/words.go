package report

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"astute/model"
)

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
		return model.Count(days, "day", "days")
	case days < 70:
		return model.Count(days/7, "week", "weeks")
	case days < 730:
		return model.Count(days*12/365, "month", "months")
	}
	return model.Count(days/365, "year", "years")
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

// execution says how much of what was due has been done on time, nothing to the
// customer.
func (d *document) execution() {
	if e := executionOf(d.plan, d.today); e != "" && !d.customer {
		d.say(rich("Execution: " + e + "."))
	}
}

// executionOf is how much of what was due has been done on time, in words
// without their stop, "" before anything was due (rule 10).
func executionOf(p *model.Plan, today model.Date) string {
	e := model.ExecutionOf(model.All[*model.Action](p.Book), today)
	if e.Answer == model.NotKnown {
		return ""
	}
	text := fmt.Sprintf("%d %%, %d of %s due so far done on time", e.Percent, e.OnTime, model.Count(e.Due, "action", "actions"))
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

// firstOf is [model.AndList] of the first names; those beyond the limit are
// counted.
func firstOf(names []string, limit int) string {
	if len(names) > limit {
		names = append(slices.Clone(names[:limit]), model.Count(len(names)-limit, "other", "others"))
	}
	return model.AndList(names)
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
	first, size := utf8.DecodeRuneInString(words)
	if size == 0 || first == utf8.RuneError {
		return words
	}
	return strings.ToUpper(string(first)) + words[size:]
}
