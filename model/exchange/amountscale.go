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

// scaleWords are the words of headings for a scale. Those of one letter count only
// with a currency, behind "in", or in brackets.
var scaleWords = map[string]scale{
	"k": thousands, "t": thousands, "tsd": thousands, "000": thousands, "000s": thousands, "thousand": thousands, "thousands": thousands, "tausend": thousands, "milliers": thousands,
	"m": millions, "mm": millions, "mn": millions, "mio": millions, "mln": millions, "million": millions, "millions": millions, "millionen": millions, "millones": millions,
	"bn": billions, "mrd": billions, "billion": billions, "billions": billions, "milliarden": billions, "milliards": billions,
}

// headingScale returns the scale that a heading names, and the heading without it;
// false for one that names none.
func headingScale(heading string) (s scale, bare string, ok bool) {
	isWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Sc, r) }
	words := strings.FieldsFunc(heading, func(r rune) bool { return !isWord(r) })
	for i, word := range words {
		currency, rest := cutCurrency(word)
		s, ok = scaleWords[strings.ToLower(rest)]
		introduced := i > 0 && slices.Contains([]string{"in", "en"}, strings.ToLower(words[i-1]))
		if !ok || i == 0 || len(rest) == 1 && currency == "" && !introduced && !strings.Contains(heading, "("+word+")") {
			ok = false
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

// cutCurrency takes the sign or the code of a currency off a word that has more:
// "k€", "$000", "TEUR".
func cutCurrency(word string) (currency, rest string) {
	rest = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Sc, r) {
			currency += string(r)
			return -1
		}
		return r
	}, word)
	if n := len(rest) - 3; currency == "" && n > 0 && strings.ToUpper(rest[n:]) == rest[n:] {
		if code, err := model.ParseCurrency(rest[n:]); err == nil {
			return string(code), rest[:n]
		}
	}
	return currency, rest
}

// scaled writes a scale behind the digits of a number as fields read it, where it
// has none of its own.
func (c *column) scaled(cell string) string {
	last := strings.LastIndexFunc(cell, unicode.IsDigit)
	if c.scale.letters == "" || last < 0 {
		return cell
	}
	behind := strings.TrimLeft(cell[last+1:], " ")
	own, _, _ := strings.Cut(strings.TrimRight(behind, "."), " ")
	if _, says := scaleWords[strings.ToLower(own)]; says {
		return cell // "1.2m" says it itself
	}
	return cell[:last+1] + c.scale.letters + cell[last+1:]
}
