package exchange

import (
	"slices"
	"strings"
	"unicode"

	"astute/model"
)

// Lists of people often have the family name first in one column: "Smith, John".
// Records hold names as people say them: "John Smith".

// behindNames are what stands behind a comma that is no given name.
var behindNames = map[string]bool{
	"jr": true, "sr": true, "junior": true, "senior": true, "ii": true, "iii": true, "iv": true, "esq": true, "esquire": true, "phd": true, "dphil": true, "md": true,
	"dds": true, "mba": true, "cpa": true, "cfa": true, "cma": true, "pmp": true, "pe": true, "rn": true, "jd": true, "llb": true, "llm": true, "msc": true, "bsc": true,
	"ma": true, "ba": true, "ms": true, "bs": true, "obe": true, "cbe": true, "mbe": true, "dr": true, "prof": true, "dipling": true, "mim": true, "cissp": true, "acca": true,
}

// isBehind reports whether a word behind a comma is no given name. Of two letters
// most are degrees as they are written there, in capitals or with points: "Chen, Ma"
// has a given name.
func isBehind(word string) bool {
	key := squash(word)
	named := []rune(strings.TrimSpace(word))
	if len(named) == 2 && unicode.IsUpper(named[0]) && unicode.IsLower(named[1]) && key != "jr" && key != "sr" && key != "dr" && key != "ms" {
		return false
	}
	return behindNames[key]
}

// nameParticles stand before family names, and belong to them.
var nameParticles = map[string]bool{
	"van": true, "von": true, "de": true, "der": true, "den": true, "del": true, "della": true, "di": true, "da": true, "dos": true, "du": true, "la": true, "le": true,
	"zu": true, "zur": true, "ter": true, "ten": true, "bin": true, "al": true, "el": true, "st": true, "saint": true, "mac": true, "o": true,
}

// turnRound returns "Smith, John" as "John Smith", and "Smith, John, Jr." as "John
// Smith, Jr."; false for what is no such name. How many words a name may have tells
// what a column of such names shows from what a single cell does.
func turnRound(name string, family, given int) (string, bool) {
	parts := strings.Split(name, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	rest := ""
	if len(parts) == 3 && behindNames[squash(parts[2])] {
		rest, parts = ", "+parts[2], parts[:2]
	}
	if len(parts) != 2 || !isNamePart(parts[0]) || !isNamePart(parts[1]) || isBehind(parts[1]) || model.RankOfTitle(parts[1]) != 0 {
		return "", false
	}
	if isShort := len([]rune(parts[1])) <= 4 && parts[1] == strings.ToUpper(parts[1]) && len([]rune(parts[1])) > 1; isShort && parts[0] != strings.ToUpper(parts[0]) && !strings.Contains(parts[1], ".") {
		return "", false // a degree that is not in the list
	}
	first, last := strings.Fields(parts[1]), strings.Fields(parts[0])
	own := slices.DeleteFunc(slices.Clone(last), func(word string) bool { return nameParticles[squash(word)] || behindNames[squash(word)] })
	if len(first) > given || len(own) > family || len(own) == 0 {
		return "", false
	}
	return parts[1] + " " + parts[0] + rest, true
}

// isNamePart reports whether a text can be part of a person's name: words of
// letters, none of them of a company.
func isNamePart(text string) bool {
	if text == "" || strings.ContainsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(" .-'’‐", r)
	}) {
		return false
	}
	return !slices.ContainsFunc(strings.Fields(text), func(word string) bool {
		return legalForms[squash(word)] && !nameParticles[squash(word)] || squash(word) == "and" || squash(word) == "und"
	})
}

// Of a column in which nearly all names are turned round, one in so many may be
// something else; given names and family names may have so many words.
const (
	exceptions            = 5
	manyWords, clearGiven = 3, 2
)

// turnNames finds out whether a column of full names has the family name first.
func (s *sheet) turnNames() {
	if s.own() || s.kind != model.KindContact && s.kind != model.KindTeammate {
		return
	}
	turned, clearly, filled := 0, 0, 0
	for _, row := range s.Rows {
		name := model.CleanLine(s.main.first(row, roleFull))
		if name == "" {
			continue
		}
		filled++
		if _, ok := turnRound(name, manyWords, manyWords); ok {
			turned++
		}
		if _, ok := turnRound(name, 1, clearGiven); ok {
			clearly++
		}
	}
	s.familyFirst = turned > 0 && (filled-turned)*exceptions <= filled && clearly*2 >= turned
}

// inOrder returns a full name as people say it.
func (s *sheet) inOrder(name string) string {
	family, given := 1, clearGiven
	if s.familyFirst {
		family, given = manyWords, manyWords
	}
	if !strings.Contains(name, ",") {
		return name
	}
	if turned, ok := turnRound(name, family, given); ok {
		return turned
	}
	return name
}

// sayName returns a name as people say it, where it may have the family name
// first.
func sayName(name string) string {
	if strings.Contains(name, ",") {
		if turned, ok := turnRound(name, manyWords, manyWords); ok {
			return turned
		}
	}
	return name
}

// sayTurned says which names were turned round.
func (im *importer) sayTurned(s *sheet) {
	if s.own() {
		return
	}
	n, first, now := 0, "", ""
	for i, row := range s.Rows {
		full := model.CleanLine(s.main.first(row, roleFull))
		if k := &s.keys[i]; strings.Contains(full, ",") && k.name != "" && k.name == s.inOrder(full) && k.name != full {
			if n++; n == 1 {
				first, now = full, k.name
			}
		}
	}
	if n > 0 {
		im.say("%s: %s the family name first and %s turned round: %q is %q", s.File, model.Count(n, "name has", "names have"), map[bool]string{true: "was", false: "were"}[n == 1], first, now)
	}
}
