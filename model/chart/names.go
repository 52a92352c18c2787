package chart

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"astute/model"
)

// Measure returns how many columns text takes on one line of the screen.
type Measure func(text string) int

// shortNames returns a name for each contact that is as short as can be and yet
// names one of them only: what the person likes to be called, the family name,
// that with the first letter before it, the whole name, and at last a number.
func shortNames(contacts []*model.Contact) map[model.ID]string {
	return namesBy(contacts, preferredOrFamily, familyOf, initialed, wholeOf)
}

// mostWhole is how many columns a whole name may take before a map with room
// uses the short one all the same.
const mostWhole = 22

// wholeNames returns whole names, short ones for those that are very long.
func wholeNames(contacts []*model.Contact, measure Measure) map[model.ID]string {
	usual := func(c *model.Contact) string {
		if name := wholeOf(c); measure(name) <= mostWhole {
			return name
		}
		return preferredOrFamily(c)
	}
	return namesBy(contacts, usual, wholeOf)
}

// namesBy gives everybody the first of the forms that names nobody else.
func namesBy(contacts []*model.Contact, forms ...func(*model.Contact) string) map[model.ID]string {
	names := make(map[model.ID]string, len(contacts))
	open := contacts
	formed, folded := make([]string, len(contacts)), make([]string, len(contacts))
	for _, form := range forms {
		if len(open) == 0 {
			break
		}
		seen := make(map[string]int, len(open))
		for i, c := range open {
			formed[i] = form(c)
			folded[i] = strings.ToLower(formed[i])
			seen[folded[i]]++
		}
		var clash []*model.Contact
		for i, c := range open {
			name := formed[i]
			if name == "" || seen[folded[i]] > 1 {
				clash = append(clash, c)
			} else {
				names[c.ID] = name
			}
		}
		open = clash
	}
	for i, c := range open {
		names[c.ID] = strings.TrimSpace(fmt.Sprintf("%s %d", wholeOf(c), i+1))
	}
	return unique(names, contacts)
}

// unique settles clashes between names of different forms: somebody's family
// name can be somebody else's whole name.
func unique(names map[model.ID]string, contacts []*model.Contact) map[model.ID]string {
	taken := make(map[string]bool, len(contacts))
	for _, c := range contacts {
		first := names[c.ID]
		name, folded := first, strings.ToLower(first)
		for n := 2; taken[folded]; n++ {
			name = fmt.Sprintf("%s %d", first, n)
			folded = strings.ToLower(name)
		}
		taken[folded] = true
		if name != first {
			names[c.ID] = name
		}
	}
	return names
}

func wholeOf(c *model.Contact) string { return whole(c.Name) }

func familyOf(c *model.Contact) string { return family(c.Name) }

func preferredOrFamily(c *model.Contact) string {
	if name := whole(c.PreferredName); hasLetters(name) {
		return name
	}
	return familyOf(c)
}

// whole is the name without what stands in brackets and without words that are
// pictures or signs only, unless there is nothing else.
func whole(name string) string {
	name = model.CleanText(name)
	if i := strings.IndexAny(name, "(["); i > 0 {
		name = name[:i]
	}
	words := strings.Fields(name)
	if !slices.ContainsFunc(words, func(w string) bool { return !hasLetters(w) }) {
		return strings.Join(words, " ")
	}
	if said := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return !hasLetters(w) }); len(said) > 0 {
		words = said
	}
	return strings.Join(words, " ")
}

func hasLetters(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// family is what comes before a comma, else the last word that is not a suffix
// such as "Jr.", with the particles before it. Names in Chinese, Japanese and
// Korean are short and begin with the family: they stay whole.
func family(name string) string {
	name = whole(name)
	if strings.ContainsFunc(name, func(r rune) bool {
		return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
	}) {
		return name
	}
	before, after, comma := strings.Cut(name, ",")
	words := strings.Fields(strings.ReplaceAll(before, ",", " "))
	given := strings.Fields(strings.ReplaceAll(after, ",", " "))
	if comma && len(words) > 0 && !(len(given) > 0 && isSuffix(given[0])) {
		return strings.Join(words, " ")
	}
	for len(words) > 1 && isSuffix(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	if len(words) == 0 {
		return name
	}
	from := len(words) - 1
	for from > 1 && isParticle(words[from-1]) {
		from--
	}
	// A last word without a capital is no family name where the first has one:
	// "Head of sales", "Vida van".
	if from > 0 && !hasCapital(words[len(words)-1]) && hasCapital(words[0]) {
		for from > 0 && !hasCapital(words[from]) {
			from--
		}
	}
	return strings.Join(words[from:], " ")
}

// isSuffix reports whether a word behind a name is a title or a number.
func isSuffix(word string) bool { return suffixes[strings.ToLower(strings.ReplaceAll(word, ".", ""))] }

var suffixes = map[string]bool{
	"jr": true, "sr": true, "ii": true, "iii": true, "iv": true, "esq": true, "phd": true, "dphil": true, "md": true, "mba": true,
	"msc": true, "bsc": true, "cpa": true, "cfa": true, "jd": true, "llm": true, "dds": true, "rn": true, "pe": true,
}

// isParticle reports whether a word before a family name belongs to it: one in
// small letters does, and some do in capitals too.
func isParticle(word string) bool { return isLower(word) || particles[strings.ToLower(word)] }

var particles = map[string]bool{
	"van": true, "von": true, "der": true, "den": true, "de": true, "del": true, "della": true, "di": true, "da": true, "dos": true,
	"du": true, "la": true, "le": true, "al": true, "el": true, "bin": true, "ibn": true, "bint": true, "abu": true, "ter": true,
	"ten": true, "st": true, "st.": true, "'t": true,
}

// isLower reports whether a word begins with a small letter, in a script that
// has small letters.
func isLower(word string) bool {
	for _, r := range word {
		if unicode.IsLetter(r) {
			return unicode.IsLower(r)
		}
	}
	return false
}

// hasCapital reports whether a word has a letter that is not a small one.
func hasCapital(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) && !unicode.IsLower(r) })
}

// initialed is the family name with the first letter of the given one.
func initialed(c *model.Contact) string {
	last := familyOf(c)
	given := strings.Replace(wholeOf(c), last, "", 1)
	for _, r := range given {
		if unicode.IsLetter(r) {
			return string(r) + "." + last
		}
	}
	return last
}

// shorten brings a short name to a width: first the particles become letters,
// then the end goes.
func shorten(name string, w int, measure Measure) string {
	if measure(name) <= w {
		return name
	}
	words := strings.Fields(name)
	last := len(words) - 1
	for i := range last {
		if isParticle(words[i]) {
			words[i] = string([]rune(words[i])[:1]) + "."
		}
	}
	if last > 0 && isParticle(strings.Fields(name)[last-1]) {
		name = strings.Join(words, "")
	}
	return cut(name, w, measure)
}

// cut returns the beginning of text that is at most w columns wide, with a full
// stop where something is missing.
func cut(text string, w int, measure Measure) string {
	if measure(text) <= w {
		return text
	}
	runes := []rune(text)
	for n := len(runes) - 1; n > 0; n-- {
		if short := strings.TrimRight(string(runes[:n]), " .-") + "."; measure(short) <= w {
			return short
		}
	}
	return strings.Repeat(".", max(0, min(w, 1)))
}
