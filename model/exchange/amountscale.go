package exchange

import (
	"slices"
	"strings"
	"unicode"

	"astute/model"
)

// Who writes amounts in thousands or millions says so in the heading: "Umsatz k€",
// "Revenue (000s)", "in Mio. EUR". The amounts are taken so, and a note says it.

// scale is what amounts of a column are multiplied by: the letters that a cell has
// behind its digits for the same, and the word for it.
type scale struct{ letters, word string }

var (
	thousands = scale{"k", "thousands"}
	millions  = scale{"m", "millions"}
	billions  = scale{"bn", "billions"}
)

// scaleWords are the words for a scale, in headings and in cells. Those of one
// letter count in a heading only with a currency, behind "in", or in brackets.
var scaleWords = map[string]scale{
	"k": thousands, "t": thousands, "tsd": thousands, "000": thousands, "000s": thousands, "thousand": thousands, "thousands": thousands, "tausend": thousands, "milliers": thousands,
	"m": millions, "mm": millions, "mn": millions, "mio": millions, "mln": millions, "million": millions, "millions": millions, "millionen": millions, "millones": millions,
	"b": billions, "bn": billions, "mrd": billions, "billion": billions, "billions": billions, "milliarden": billions, "milliards": billions,
}

// headingScale returns the scale that a heading names, and the heading without it;
// false for one that names none.
func headingScale(heading string) (s scale, bare string, ok bool) {
	words := strings.FieldsFunc(heading, func(r rune) bool { return !isWordRune(r) })
	for i, word := range words {
		s, rest, currency := wordScale(word)
		introduced := i > 0 && slices.Contains([]string{"in", "en"}, strings.ToLower(words[i-1]))
		if rest == "" || i == 0 || len(rest) == 1 && currency == "" && !introduced && !strings.Contains(heading, "("+word+")") {
			continue
		}
		kept := slices.Clone(words)
		if kept[i] = currency; currency == "" {
			kept = slices.Delete(kept, i, i+1)
		}
		if introduced {
			kept = slices.Delete(kept, i-1, i)
		}
		return s, strings.Join(kept, " "), true
	}
	return scale{}, heading, false
}

// isWordRune reports whether a letter belongs to a word of a heading or a cell.
func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Sc, r)
}

// wordScale returns the scale that a word says by itself or joined to a currency,
// and both its parts: "Mio", "k€", "$000", "TEUR". said is "" for another word.
func wordScale(word string) (s scale, said, currency string) {
	s, is := scaleWords[strings.ToLower(word)]
	if is {
		return s, word, ""
	}
	for i := range word {
		front, back := word[:i], word[i:]
		if s, is = scaleWords[strings.ToLower(front)]; is && isCurrency(back) {
			return s, front, back
		}
		if s, is = scaleWords[strings.ToLower(back)]; is && isCurrency(front) {
			return s, back, front
		}
	}
	return scale{}, "", ""
}

// isCurrency reports whether a word is the sign or, in capitals, the code of a
// currency.
func isCurrency(word string) bool {
	if strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Sc, r) }) {
		_, err := model.ParseMoney(word+"1", "")
		return err == nil || strings.TrimFunc(word, func(r rune) bool { return unicode.Is(unicode.Sc, r) }) == ""
	}
	_, err := model.ParseCurrency(word)
	return err == nil && len(word) == 3 && strings.ToUpper(word) == word
}

// scaled returns the text of a number without the word for its scale, and the
// scale: the one that the text says itself, else the one of the heading, both with
// currencies beside them or joined to them. A text that says something else as
// well stays as it is, for the field to read or to refuse.
func (c *column) scaled(text string) (bare string, s scale) {
	from, to := digitsRun(text)
	if from == to {
		return text, scale{}
	}
	head, sayHead, ok := c.saidScale(text[:from])
	tail, sayTail, okTail := c.saidScale(text[to:])
	switch {
	case !ok || !okTail || sayHead.letters != "" && sayTail.letters != "":
		return text, scale{}
	case sayHead.letters != "":
		s = sayHead
	case sayTail.letters != "":
		s = sayTail
	default:
		return text, c.scale
	}
	return strings.TrimLeft(head+text[from:to]+tail, " "), s
}

// besideDigits parts the words that stand beside digits.
var besideDigits = strings.NewReplacer(".", " ", "-", " - ", "+", " + ")

// saidScale takes the word for a scale out of what stands before or behind the
// digits of a number; false where more stands there than that, a currency and a
// minus.
func (c *column) saidScale(text string) (bare string, s scale, ok bool) {
	if text == "" {
		return "", scale{}, true
	}
	var kept []string
	for _, word := range strings.Fields(besideDigits.Replace(text)) {
		own, said, currency := wordScale(word)
		// A "T" stands for thousands in some countries and for trillions in others.
		if strings.EqualFold(said, "t") && currency == "" && c.scale != thousands {
			said = ""
		}
		switch {
		case said != "" && s.letters == "":
			s = own
			if word = currency; word == "" {
				continue
			}
		case word != "-" && word != "+" && !isCurrency(strings.ToUpper(word)):
			return text, scale{}, false
		}
		kept = append(kept, word)
	}
	return strings.Join(kept, " "), s, true
}

// behind writes a scale behind the digits of a number, as fields read it.
func (s scale) behind(text string) string {
	if s.letters == "" {
		return text
	}
	_, to := digitsRun(text)
	return text[:to] + s.letters + text[to:]
}

// digitsRun returns where the digits of a number begin and end, with the marks
// between them; the same place twice where there are none.
func digitsRun(text string) (from, to int) {
	if from = strings.IndexAny(text, "0123456789"); from < 0 {
		return 0, 0
	}
	end := len(text)
	if n := strings.IndexFunc(text[from:], func(r rune) bool { return !unicode.IsDigit(r) && !strings.ContainsRune(".,'\u2019 _\u00a0\u202f", r) }); n >= 0 {
		end = from + n
	}
	to = strings.LastIndexAny(text[:end], "0123456789") + 1
	if from > 0 && (text[from-1] == '.' || text[from-1] == ',') {
		from-- // ".5"
	}
	return from, to
}
