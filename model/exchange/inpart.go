package exchange

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"astute/model"
	"astute/model/search"
)

// nameWord is one word of the name of a contact, folded.
type nameWord struct {
	word string
	id   model.ID
}

// inPart returns the contacts of an account whose names hold all words of a
// name: "Petra Vogel" is "Dr. Petra Vogel", and where nobody is called "Dr. Li" in
// full that is the "Li" there is. An initial stands for a word that begins with it:
// "Smith, J." for "Jane Smith". Beginnings of words, which commands
// take of whoever types them, are not enough to tell who somebody's boss is:
// "Jan Meier" may be another than the "Janine Meier" on file. It never means the
// contact self.
func (im *importer) inPart(name string, kinds []model.Kind, account, self model.ID) []model.ID {
	wanted := wordsOf(sayName(name))
	if kinds != nil && !slices.Contains(kinds, model.KindContact) || len(wanted) == 0 {
		return nil
	}
	bare := slices.DeleteFunc(slices.Clone(wanted), func(w string) bool { return salutations[w] })
	if len(bare) == 0 {
		return nil
	}
	im.listWords()
	fits := im.holding(wanted, account, self)
	if len(fits) == 0 && len(bare) < len(wanted) {
		fits = im.holding(bare, account, self)
	}
	return fits
}

// salutations are words before a name that nobody is called by.
var salutations = map[string]bool{
	"dr": true, "prof": true, "professor": true, "mr": true, "mrs": true, "ms": true, "miss": true, "mx": true, "herr": true, "frau": true, "dipl": true,
	"monsieur": true, "madame": true, "mme": true, "mlle": true, "senor": true, "senora": true, "sr": true, "sra": true, "dra": true,
}

// holding returns the contacts of an account whose names hold all the words, of
// which one letter stands for a word that begins with it.
func (im *importer) holding(wanted []string, account, self model.ID) (fits []model.ID) {
	isInitial := func(w string) bool { return utf8.RuneCountInString(w) == 1 }
	whole := slices.IndexFunc(wanted, func(w string) bool { return !isInitial(w) })
	if whole < 0 {
		return nil
	}
	list := im.words[account]
	at, _ := slices.BinarySearchFunc(list, wanted[whole], func(w nameWord, s string) int { return strings.Compare(w.word, s) })
	for ; at < len(list) && list[at].word == wanted[whole]; at++ {
		id := list[at].id
		has := wordsOf(im.title(id))
		lacks := slices.ContainsFunc(wanted, func(w string) bool {
			return !slices.ContainsFunc(has, func(h string) bool {
				return h == w || isInitial(w) && strings.HasPrefix(h, w) && !slices.Contains(wanted, h)
			})
		})
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
