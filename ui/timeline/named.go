package timeline

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"astute/model"
	"astute/model/search"
)

// person is a contact under one of its names, in words that compare.
type person struct {
	contact *model.Contact
	words   []string
}

type people []person

// namesOf are the names of the contacts who are there to be spoken to.
func namesOf(plan *model.Plan) (list people) {
	for _, c := range model.All[*model.Contact](plan.Book) {
		if c.Left || c.Placeholder {
			continue
		}
		for _, name := range []string{c.Name, c.PreferredName} {
			if name != "" {
				list = append(list, person{c, strings.Fields(search.Fold(name))})
			}
		}
	}
	return list
}

// at returns the contacts whose name words begin with, and how many words that
// takes: the longest whole name of several words. part also takes one word that is
// written as a name, of a name.
func (list people) at(words []string, part bool) (found []*model.Contact, n int) {
	take := func(c *model.Contact, words int) {
		if words > n {
			found, n = nil, words
		}
		if !slices.Contains(found, c) {
			found = append(found, c)
		}
	}
	folded := make([]string, 0, 6)
	for _, word := range words[:min(len(words), cap(folded))] {
		folded = append(folded, search.Fold(bare(word)))
	}
	for _, p := range list {
		if k := len(p.words); k > 1 && k >= n && k <= len(folded) && slices.Equal(folded[:k], p.words) {
			take(p.contact, k)
		}
	}
	if n > 0 || !part || len(words) == 0 {
		return found, n
	}
	if first, _ := utf8.DecodeRuneInString(words[0]); unicode.IsLower(first) || utf8.RuneCountInString(folded[0]) < 2 {
		return nil, 0
	}
	for _, p := range list {
		if slices.Contains(p.words, folded[0]) {
			take(p.contact, 1)
		}
	}
	return found, n
}

// bare is a word without the marks around it and the s of whose something is.
func bare(word string) string {
	word = strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) })
	return strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
}

// severalError says that a name could be of several people.
func severalError(words []string, found []*model.Contact) error {
	var names []string
	for _, c := range found[:min(3, len(found))] {
		names = append(names, c.Name)
	}
	return fmt.Errorf("%s could be %s: type more of the name", bare(strings.Join(words, " ")), model.OrList(names))
}
