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
// name: "Petra Vogel" is "Dr. Petra Vogel". Beginnings of words, which commands
// take of whoever types them, are not enough to tell who somebody's boss is:
// "Jan Meier" may be another than the "Janine Meier" on file. It never means the
// contact self.
func (im *importer) inPart(name string, kinds []model.Kind, account, self model.ID) []model.ID {
	wanted := wordsOf(name)
	if kinds != nil && !slices.Contains(kinds, model.KindContact) || len(wanted) == 0 {
		return nil
	}
	im.listWords()
	list := im.words[account]
	at, _ := slices.BinarySearchFunc(list, wanted[0], func(w nameWord, s string) int { return strings.Compare(w.word, s) })
	var fits []model.ID
	for ; at < len(list) && list[at].word == wanted[0]; at++ {
		id := list[at].id
		has := wordsOf(im.title(id))
		lacks := slices.ContainsFunc(wanted, func(w string) bool { return !slices.Contains(has, w) })
		if id != self && !lacks && !slices.Contains(fits, id) {
			fits = append(fits, id)
		}
	}
	return fits
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
