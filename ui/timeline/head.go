package timeline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"astute/model"
	"astute/ui/pane"
)

// head is what a line of the log says before what it was about: how, with whom
// and on which day.
type head struct {
	how    model.InteractionType
	people []model.ID
	day    model.Date // not known where none is said
	rest   []string
	asked  string // a name before a colon that is nobody's here
}

// headOf reads the head of a line: the day and how it was, in either order, then
// people, then perhaps the day behind them.
func headOf(words []string, d pane.Data) (h head, err error) {
	h.how = model.Call
	people := namesOf(d.Plan)
	day := func() {
		if day, n := dayAt(words, d, people); n > 0 && h.day.IsZero() && n < len(words) {
			h.day, words = day, words[n:]
		}
	}
	began := false
	day()
	if len(words) > 0 {
		if t, ok := howOf(strings.TrimSuffix(words[0], ":")); ok {
			h.how, began = t, true
			if len(words) > 1 {
				words = words[1:]
			}
		}
	}
	day()
	err = h.named(words, began, d, people)
	return h, err
}

// dayAt is the day that words begin with and how many they take; 0 where there is
// none, it lies ahead, or it can be meant as part of what is said (monday is bad).
// It cannot where a colon ends it, or where how it was or people come behind it;
// nor can yesterday.
func dayAt(words []string, d pane.Data, people people) (day model.Date, n int) {
	for n := min(3, len(words)); n > 0; n-- {
		typed := plain(words[:n])
		day, ok := model.ParseDone(typed, d.Today)
		if !ok {
			continue
		}
		if strings.HasSuffix(words[n-1], ":") || strings.EqualFold(typed, "yesterday") || n < len(words) && headGoesOn(words[n:], people) {
			return day, n
		}
		return model.Date{}, 0
	}
	return model.Date{}, 0
}

// headGoesOn reports whether words begin with how it was or with people.
func headGoesOn(words []string, people people) bool {
	_, how := howOf(strings.TrimSuffix(words[0], ":"))
	_, named := people.at(words, true)
	return how || named > 0 || strings.HasPrefix(words[0], "@") || strings.EqualFold(words[0], "with")
}

// plain is what words say without the mark behind the last of them.
func plain(words []string) string { return strings.TrimRight(strings.Join(words, " "), ":,") }

// named finds the contacts whom the words of a line name: with "@", by the whole
// name anywhere, and where the line begins with people, by one word of it. The
// beginning is taken out of the line where it only says with whom and when:
// behind how it was, or before a colon. asked is a name before a colon that is
// nobody's here.
func (h *head) named(words []string, how bool, d pane.Data, people people) error {
	lead, colon := 0, false
	for lead < len(words) && !colon {
		at := lead
		for at < len(words) && (slices.Contains(between, strings.ToLower(words[at])) || at == 0 && strings.EqualFold(words[at], "with")) {
			at++
		}
		found, n, err := people.lead(words[at:], how, d)
		if err != nil {
			return err
		}
		if n == 0 {
			break
		}
		last := words[at+n-1]
		colon = strings.HasSuffix(last, ":")
		for _, id := range found {
			h.add(id)
		}
		if lead = at + n; lead == len(words) || !strings.HasSuffix(last, ",") && !strings.HasPrefix(words[lead], "@") && !slices.Contains(between, strings.ToLower(words[lead])) {
			break
		}
	}
	if lead > 0 && !colon && h.day.IsZero() {
		day, n := dayAt(words[lead:], d, nil)
		ended := n > 0 && strings.HasSuffix(words[lead+n-1], ":")
		yesterday := n == 1 && lead+n < len(words) && (how || strings.HasPrefix(words[0], "@"))
		if ended || yesterday && strings.EqualFold(words[lead], "yesterday") {
			h.day, lead, colon = day, lead+n, true
		}
	}
	if !colon && !how {
		lead = 0
	}
	if h.rest = words[lead:]; len(h.people) == 0 {
		h.asked = unknownBefore(h.rest)
	}
	for i := 0; i < len(h.rest); i++ {
		found, n := people.at(h.rest[i:], false)
		if len(found) != 1 {
			continue
		}
		h.add(found[0].ID)
		if strings.HasPrefix(h.rest[i], "@") {
			h.rest = slices.Delete(slices.Clone(h.rest), i, i+n)
		}
		i += n - 1
	}
	return nil
}

func (h *head) add(id model.ID) {
	if !slices.Contains(h.people, id) {
		h.people = append(h.people, id)
	}
}

// colonBehind reports whether a colon ends the first word, or the day behind it.
func colonBehind(words []string, d pane.Data) bool {
	_, n := dayAt(words[1:], d, nil)
	return strings.HasSuffix(words[0], ":") || strings.HasSuffix(words[n], ":")
}

// lead reads one person, or nobody whose name is sure, at the head of a line, and
// how many words that takes: named with "@", by the whole name, by one word of it
// that is written as a name, or by such a word in small letters before a colon.
func (list people) lead(words []string, how bool, d pane.Data) (found []model.ID, n int, err error) {
	if id, n, err := pane.Mention(d, words, model.KindContact); n > 0 || err != nil {
		return []model.ID{id}, n, err
	}
	fits, n := list.at(words, true)
	if n == 0 && len(words) > 1 && colonBehind(words, d) {
		fits, n = list.at([]string{model.Capital(words[0])}, true)
	}
	if n == 0 {
		return nil, 0, nil
	}
	if len(fits) > 1 && (how || strings.HasSuffix(words[n-1], ":")) {
		return nil, n, severalError(words[:n], fits)
	}
	if len(fits) == 1 {
		found = append(found, fits[0].ID)
	}
	return found, n, nil
}

// between are the words between two people.
var between = []string{"and", "&", "+", ","}

// unknownBefore is what looks like the name of somebody, first name and surname,
// before the colon that a line begins with; "" for none.
func unknownBefore(words []string) string {
	for i, word := range words[:min(len(words), 4)] {
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(first) {
			return ""
		}
		if name, ends := strings.CutSuffix(word, ":"); ends {
			if i == 0 {
				return ""
			}
			return strings.Join(append(slices.Clone(words[:i]), name), " ")
		}
	}
	return ""
}
