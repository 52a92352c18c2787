package exchange

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"astute/model"
	"astute/model/search"
)

// nameWord is one word of the name of a contact, folded.
type nameWord struct {
	word string
	id   model.ID
}

// inPart returns the contacts of an account whose names hold all words of a
// name, as whole words or else as their beginnings, as commands understand a
// NAME: "Petra Vogel" is "Dr. Petra Vogel". It never means the contact self.
func (im *importer) inPart(name string, kinds []model.Kind, account, self model.ID) []model.ID {
	wanted := wordsOf(name)
	if kinds != nil && !slices.Contains(kinds, model.KindContact) || len(wanted) == 0 {
		return nil
	}
	im.listWords()
	list := im.words[account]
	at, _ := slices.BinarySearchFunc(list, wanted[0], func(w nameWord, s string) int { return strings.Compare(w.word, s) })
	var whole, begun []model.ID
	for ; at < len(list) && strings.HasPrefix(list[at].word, wanted[0]); at++ {
		id := list[at].id
		has := wordsOf(im.title(id))
		fits := func(same func(word, wanted string) bool) bool {
			return !slices.ContainsFunc(wanted, func(w string) bool {
				return !slices.ContainsFunc(has, func(h string) bool { return same(h, w) })
			})
		}
		switch {
		case id == self || slices.Contains(begun, id):
		case fits(strings.HasPrefix):
			begun = append(begun, id)
			if fits(func(h, w string) bool { return h == w }) {
				whole = append(whole, id)
			}
		}
	}
	if whole != nil {
		return whole
	}
	return begun
}

// listWords lists the words of all names, by account, when they are first
// asked for: by then all records are in, and know their account.
func (im *importer) listWords() {
	if im.words != nil {
		return
	}
	im.words = map[model.ID][]nameWord{}
	add := func(r model.Record) {
		if r.Kind() != model.KindContact {
			return
		}
		for _, word := range wordsOf(model.Title(r, im.title)) {
			im.words[r.Base().Account] = append(im.words[r.Base().Account], nameWord{word, r.Base().ID})
		}
	}
	for _, r := range im.book.Records() {
		if im.drafts[r.Base().ID] == nil {
			add(r)
		}
	}
	for _, d := range im.order {
		add(d.rec)
	}
	for _, list := range im.words {
		slices.SortFunc(list, func(a, b nameWord) int { return cmp.Or(strings.Compare(a.word, b.word), a.id.Compare(b.id)) })
	}
}

// wordsOf are the folded words of a name, without its punctuation.
func wordsOf(name string) []string {
	return strings.FieldsFunc(search.Fold(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) })
}

// calledLike names records as a person tells them apart, with the job title.
func (im *importer) calledLike(ids []model.ID) []string {
	var names []string
	for _, id := range ids {
		name := im.title(id)
		if c, ok := im.current(id).(*model.Contact); ok && c.JobTitle != "" {
			name += " (" + c.JobTitle + ")"
		}
		names = append(names, name)
	}
	return names
}
