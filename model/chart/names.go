package chart

import (
	"fmt"
	"strings"

	"astute/model"
)

// Measure returns how many columns text takes on one line of the screen.
type Measure func(text string) int

// shortNames returns a name for each contact that is as short as can be and yet
// names one of them only: the family name, with the first letter before it, in
// full, and at last with a number.
func shortNames(contacts []*model.Contact) map[model.ID]string {
	names := make(map[model.ID]string, len(contacts))
	open := contacts
	for _, form := range []func(string) string{familyName, initialed, fullName} {
		seen := map[string]int{}
		for _, c := range open {
			seen[strings.ToLower(form(c.Name))]++
		}
		var clash []*model.Contact
		for _, c := range open {
			name := form(c.Name)
			if name == "" || seen[strings.ToLower(name)] > 1 {
				clash = append(clash, c)
			} else {
				names[c.ID] = name
			}
		}
		open = clash
	}
	for i, c := range open {
		names[c.ID] = fmt.Sprintf("%s %d", fullName(c.Name), i+1)
	}
	return unique(names, contacts)
}

// unique settles clashes between names of different forms: somebody's family
// name can be somebody else's whole name.
func unique(names map[model.ID]string, contacts []*model.Contact) map[model.ID]string {
	taken := map[string]bool{}
	for _, c := range contacts {
		name := names[c.ID]
		for n := 2; taken[strings.ToLower(name)]; n++ {
			name = fmt.Sprintf("%s %d", names[c.ID], n)
		}
		taken[strings.ToLower(name)] = true
		names[c.ID] = name
	}
	return names
}

// fullName is the name without what stands in brackets.
func fullName(name string) string {
	if i := strings.IndexAny(name, "(["); i > 0 {
		name = name[:i]
	}
	return strings.Join(strings.Fields(name), " ")
}

// familyName is what comes before a comma, else the last word that is not a
// suffix such as "Jr.".
func familyName(name string) string {
	name = fullName(name)
	if family, _, ok := strings.Cut(name, ","); ok && strings.TrimSpace(family) != "" {
		return strings.TrimSpace(family)
	}
	words := strings.Fields(name)
	for len(words) > 1 && suffixes[strings.ToLower(strings.Trim(words[len(words)-1], "."))] {
		words = words[:len(words)-1]
	}
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

var suffixes = map[string]bool{"jr": true, "sr": true, "ii": true, "iii": true, "iv": true, "phd": true, "md": true, "mba": true}

// initialed is the family name with the first letter of the given one.
func initialed(name string) string {
	family := familyName(name)
	given := strings.TrimSpace(strings.Replace(fullName(name), family, "", 1))
	given = strings.TrimLeft(given, ", ")
	if given == "" || family == "" {
		return family
	}
	return string([]rune(given)[:1]) + "." + family
}

// cut returns the beginning of text that is at most w columns wide, with a full
// stop where something is missing.
func cut(text string, w int, measure Measure) string {
	if measure(text) <= w {
		return text
	}
	runes := []rune(text)
	for n := len(runes) - 1; n > 0; n-- {
		if short := strings.TrimRight(string(runes[:n]), " ") + "."; measure(short) <= w {
			return short
		}
	}
	return strings.Repeat(".", max(0, min(w, 1)))
}
